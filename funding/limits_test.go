package funding_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// The key gives Nijmegen (0268) 6 of 9 and Beuningen (0209) 3 of 9 of 1,000.00: 666.67 and 333.33.
func TestLimits(t *testing.T) {
	both := `"lastYear":[{"party":"0268","amount":"500.00"},{"party":"0209","amount":"400.00"}]`
	for _, c := range []struct{ name, limits, want string }{
		{"a cap that one passes: the other bears the rest", `"cap":"500.00","cutOff":"redistribute"`, "0209 500.00, 0268 500.00"},
		{"a cap that nobody passes", `"cap":"700.00","cutOff":"redistribute"`, "0209 333.33, 0268 666.67"},
		{"a cap that both reach: 1,000 - 2 x 400", `"cap":"400.00","cutOff":"redistribute"`, "0209 400.00, 0268 400.00, gap 200.00"},
		{"a cap that leaves 666.67 - 500 as a gap", `"cap":"500.00","cutOff":"leave-as-gap"`, "0209 333.33, 0268 500.00, gap 166.67"},
		{"a floor: 1,000 - 400", `"floor":"400.00","cutOff":"redistribute"`, "0209 400.00, 0268 600.00"},
		{"a floor of exactly half", `"floor":"500.00","cutOff":"redistribute"`, "0209 500.00, 0268 500.00"},
		{"a change of 10 %: 450 to 550 and 360 to 440", `"change":"10","cutOff":"redistribute",` + both, "0209 440.00, 0268 550.00, gap 10.00"},
		{"the same, cut off: 333.33 is raised to 360", `"change":"10","cutOff":"leave-as-gap",` + both, "0209 360.00, 0268 550.00, gap 90.00"},
		{"a change of 25 %: 375 to 625 and 300 to 500", `"change":"25","cutOff":"redistribute",` + both, "0209 375.00, 0268 625.00"},
		{"change and cap: the lower of 625 and 600", `"cap":"600.00","change":"25","cutOff":"redistribute",` + both, "0209 400.00, 0268 600.00"},
		{"no change at all: 500 and 400", `"change":"0","cutOff":"redistribute",` + both, "0209 400.00, 0268 500.00, gap 100.00"},
	} {
		x := calculated(t, edits{"/components/0/limits": `{` + c.limits + `}`}, nil)
		require.Equal(t, c.want, borne(x), c.name)
	}
}

// Weights 10, 1 and 1 of 100.00 with a cap of 50 and a floor of 20: after the cap 50.00 is left for two equal parties,
// 25.00 each. Who fixes the floors at once as well would stop at 50, 20 and 20.
func TestLimitsOnBothSides(t *testing.T) {
	x := calculated(t, edits{"/parties/2/participates": "true", cost + "/amount": `"100.00"`, "/components/0/limits": `{"floor":"20.00","cap":"50.00","cutOff":"redistribute"}`},
		edits{"/groups/0/pupils": "10", "/groups/1/pupils": "1", "/groups/0/minutesPerWeek": "", "/groups/1/minutesPerWeek": ""})
	require.Equal(t, "0209 25.00, 0268 50.00, 0297 25.00", borne(x))
}

// Weights 60, 30 and 10 of 100.00 with a floor of 30 and a cap of 55: the floor takes 20 from the others, the cap would bring 5, so first
// the floor: 70.00 is left for 60 and 30, 46.67 and 23.33; the floor holds for the second as well: 30.00, and the first has the 40.00 that
// are left. Who fixes the cap at once as well would come to 55, and have 15 for two floors of 30.
func TestFloorsBeforeCaps(t *testing.T) {
	x := calculated(t, edits{"/parties/2/participates": "true", cost + "/amount": `"100.00"`, "/components/0/limits": `{"floor":"30.00","cap":"55.00","cutOff":"redistribute"}`},
		edits{"/groups/0/pupils": "60", "/groups/1/pupils": "30", "/groups/2/pupils": "10", "/groups/0/minutesPerWeek": "", "/groups/1/minutesPerWeek": "", "/groups/2/minutesPerWeek": ""})
	require.Equal(t, "0209 30.00, 0268 40.00, 0297 30.00", borne(x))
	// With a floor of 20: 10 becomes 20, 80.00 is left for 60 and 30, 53.33 and 26.67, both within their bounds. The cap at once: 25.00.
	x = calculated(t, edits{"/parties/2/participates": "true", cost + "/amount": `"100.00"`, "/components/0/limits": `{"floor":"20.00","cap":"55.00","cutOff":"redistribute"}`},
		edits{"/groups/0/pupils": "60", "/groups/1/pupils": "30", "/groups/2/pupils": "10", "/groups/0/minutesPerWeek": "", "/groups/1/minutesPerWeek": "", "/groups/2/minutesPerWeek": ""})
	require.Equal(t, "0209 26.67, 0268 53.33, 0297 20.00", borne(x))
}

// A participant without pupils bears the floor; nothing to divide is borne by nobody.
func TestLimitsAtZero(t *testing.T) {
	x := calculated(t, edits{"/components/0/limits": `{"floor":"20.00","cutOff":"redistribute"}`}, edits{"/groups/1/home": `"0363"`})
	require.Equal(t, "0209 20.00, 0268 980.00", borne(x))
	x = calculated(t, edits{cost + "/amount": `"0.00"`, "/components/0/limits": `{"cap":"20.00","cutOff":"redistribute"}`}, nil)
	require.Equal(t, "0209 0.00, 0268 0.00", borne(x))
}

// The key leaves the part of Zaltbommel, 100.00; the cap cuts 600 - 450 off, of which Beuningen can bear all.
func TestLimitsWithTheGapOfTheKey(t *testing.T) {
	gap := edits{key + "/basis": `"enrolled-pupils"`, key + "/nonParticipants": `"leave-as-gap"`}
	require.Equal(t, "0209 300.00, 0268 600.00, gap 100.00", borne(calculated(t, gap, nil)))
	gap["/components/0/limits"] = `{"cap":"450.00","cutOff":"redistribute"}`
	require.Equal(t, "0209 450.00, 0268 450.00, gap 100.00", borne(calculated(t, gap, nil)))
	gap["/components/0/limits"] = `{"cap":"450.00","cutOff":"leave-as-gap"}`
	require.Equal(t, "0209 300.00, 0268 450.00, gap 250.00", borne(calculated(t, gap, nil)))
}

// Sources cover a gap of 100.00 in their order, and what is left is shown.
func TestCover(t *testing.T) {
	for cover, want := range map[string]string{
		`[{"party":"vsv"}]`:                                                "0209 300.00, 0268 600.00, vsv 100.00",
		`[{"party":"vsv","upTo":"60.00"}]`:                                 "0209 300.00, 0268 600.00, vsv 60.00, gap 40.00",
		`[{"party":"vsv","upTo":"100.00"},{"party":"hulp"}]`:               "0209 300.00, 0268 600.00, vsv 100.00",
		`[{"party":"vsv","upTo":"30.00"},{"party":"0268"}]`:                "0209 300.00, 0268 670.00, vsv 30.00",
		`[{"party":"vsv","upTo":"0.00"}]`:                                  "0209 300.00, 0268 600.00, vsv 0.00, gap 100.00",
		`[{"party":"hulp","upTo":"1.00"},{"party":"vsv","upTo":"100.00"}]`: "0209 300.00, 0268 600.00, hulp 1.00, vsv 99.00",
	} {
		x := calculated(t, edits{key + "/basis": `"enrolled-pupils"`, key + "/nonParticipants": `"leave-as-gap"`, "/components/0/cover": cover}, nil)
		require.Equal(t, want, borne(x), cover)
	}
	for cover, want := range map[string]string{
		`[{"party":"vsv"},{"party":"hulp"}]`:              "cover.after-unlimited /components/0/cover/1/party",
		`[{"party":"vsv","upTo":"1.00"},{"party":"vsv"}]`: "cover.source-twice /components/0/cover/1/party",
		`[{"party":"vsv","upTo":"-1.00"}]`:                "agreement.amount-negative /components/0/cover/0/upTo",
		`[{"party":"niemand"}]`:                           "agreement.party-unknown /components/0/cover/0/party",
	} {
		require.Equal(t, []string{want}, refusedCodes(t, edits{"/components/0/cover": cover}), cover)
	}
}
