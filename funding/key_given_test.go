package funding_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

func given(members string) edits {
	return edits{key: `{"rule":"given/1","source":"besluit van 3 maart","reason":"oude afspraak",` + members + `}`}
}

// 1,000.00 by 3 to 1 is 750.00 and 250.00; amounts are what each bears, to the cent; a fund can bear too.
func TestGiven(t *testing.T) {
	require.Equal(t, "0209 250.00, 0268 750.00", borne(calculated(t, given(`"weights":[{"party":"0268","weight":"1.5"},{"party":"0209","weight":"0.5"}]`), nil)))
	require.Contains(t, sentencesOf(calculated(t, given(`"weights":[{"party":"0268","weight":"1.5"},{"party":"0209","weight":"0.5"}]`), nil), "0268", zio.Dutch),
		"Op Nijmegen komen 1,5 van de 2 delen. Van € 1.000,00 is dat € 750,00.")
	x := calculated(t, given(`"amounts":[{"party":"vsv","amount":"333.33"},{"party":"0268","amount":"666.67"},{"party":"0209","amount":"0.00"}]`), nil)
	require.Equal(t, "0209 0.00, 0268 666.67, vsv 333.33", borne(x))

	// Every explanation says that it was given, by what and why.
	for l, want := range map[zio.Lang]string{zio.Dutch: "Het bedrag van Nijmegen is opgegeven, niet berekend: € 666,67.", zio.English: "The amount of Nijmegen was given, not calculated: €666.67."} {
		found := false
		for _, s := range x.Explain("0268", l) {
			if s.Text == want {
				found = true
				require.Equal(t, "besluit van 3 maart: oude afspraak", s.Basis)
			}
		}
		require.True(t, found, want)
	}

	// In a mixed key: half by 1 to 0 and half by pupils, 6 to 3: 500 + 333.33 and 166.67.
	require.Equal(t, "0209 166.67, 0268 833.33", borne(calculated(t, edits{key: `{"rule":"mixed/1","parts":[{"weight":"1","key":` + given(`"weights":[{"party":"0268","weight":"1"}]`)[key] + `},
		{"weight":"1","key":{"rule":"pro-rata/1","basis":"eligible-pupils","nonParticipants":"redistribute"}}]}`}, nil)))
}

func TestGivenRefuses(t *testing.T) {
	for members, want := range map[string]string{
		`"weights":[{"party":"0297","weight":"1"}]`:                                              "agreement.party-not-participating /components/0/key/weights/0/party",
		`"weights":[{"party":"geen","weight":"1"}]`:                                              "agreement.party-unknown /components/0/key/weights/0/party",
		`"weights":[{"party":"0268","weight":"1"},{"party":"0268","weight":"1"}]`:                "given.party-twice /components/0/key/weights/1/party",
		`"weights":[{"party":"0268","weight":"-1"}]`:                                             "given.weight-negative /components/0/key/weights/0/weight",
		`"amounts":[{"party":"0297","amount":"1.00"}]`:                                           "agreement.party-not-participating /components/0/key/amounts/0/party",
		`"amounts":[{"party":"geen","amount":"1.00"}]`:                                           "agreement.party-unknown /components/0/key/amounts/0/party",
		`"amounts":[{"party":"0268","amount":"-1.00"}]`:                                          "agreement.amount-negative /components/0/key/amounts/0/amount",
		`"amounts":[{"party":"0209","amount":"1.00"}],"weights":[{"party":"0268","weight":"1"}]`: "given.one-of /components/0/key",
	} {
		require.Equal(t, []string{want}, refusedCodes(t, given(members)), members)
	}
	require.Equal(t, []string{"given.one-of /components/0/key"}, refusedCodes(t, edits{key: `{"rule":"given/1","source":"x","reason":"y"}`}))
	amounts := given(`"amounts":[{"party":"0268","amount":"999.99"}]`)
	require.Equal(t, []string{"given.amounts-inside /components/0/key/parts/0/key/amounts"}, refusedCodes(t, edits{key: `{"rule":"mixed/1","parts":[{"weight":"1","key":` + amounts[key] + `}]}`}))
	require.False(t, judge(t, edited(t, base, amounts), edited(t, people, nil))) // 999.99 of 1,000.00: the model refuses it by the same code
}
