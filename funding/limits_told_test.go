package funding_test

import (
	"math/big"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/proof/oracle/random"
	"github.com/zio-collectief/zio/zio"
)

// five divides 100,000.00 over five municipalities with 10, 20, 40, 20 and 10 pupils: by the key 10,000.00, 20,000.00,
// 40,000.00, 20,000.00 and 10,000.00.
func five(t *testing.T, limits string) *funding.Result {
	t.Helper()
	agreement, population := edits{
		"/parties": `[{"id":"0307","kind":"municipality","name":"Amersfoort","participates":true},{"id":"0310","kind":"municipality","name":"De Bilt","participates":true},
			{"id":"0344","kind":"municipality","name":"Utrecht","participates":true},{"id":"0355","kind":"municipality","name":"Zeist","participates":true},
			{"id":"0356","kind":"municipality","name":"Nieuwegein","participates":true},{"id":"zorg","kind":"provider","name":"Zorgaanbieder"}]`,
		"/components/0/flow/cashier": `"0344"`, cost + "/amount": `"100000.00"`, "/components/0/limits": limits,
	}, edits{"/groups": `[{"site":"00OS00","home":"0307","route":"jeugdwet","pupils":10},{"site":"00OS00","home":"0310","route":"jeugdwet","pupils":20},
		{"site":"00OS00","home":"0344","route":"jeugdwet","pupils":40},{"site":"00OS00","home":"0355","route":"jeugdwet","pupils":20},{"site":"00OS00","home":"0356","route":"jeugdwet","pupils":10}]`}
	return calculated(t, agreement, population)
}

// ofLimits is what a party reads from its part by the key up to what it bears.
func ofLimits(x *funding.Result, party string, l zio.Lang) string {
	var list []string
	for _, s := range x.Explain(party, l) {
		if strings.Contains(s.Step, "/limits/") || strings.HasSuffix(s.Step, "/shares") {
			list = append(list, s.Text)
		}
	}
	return strings.Join(list, " ")
}

// Of many at a bound three are named. Each has 20 pupils and 20,000.00 by the key, of which a cap of 19,000.00 cuts off 1,000.00;
// all that goes to the one with 10 pupils and 10,000.00.
func TestManyAtABound(t *testing.T) {
	names := []string{"Amersfoort", "De Bilt", "Utrecht", "Zeist", "Nieuwegein"}
	ids := []string{"0307", "0310", "0344", "0355", "0356"}
	for n, want := range map[int]string{
		4: "Daar komt € 4.000,00 bij door de bovengrens van Amersfoort, De Bilt, Utrecht en Zeist.", 5: "Daar komt € 5.000,00 bij door de bovengrens van Amersfoort, De Bilt, Utrecht en anderen.",
	} {
		parties, groups := "", ""
		for i, id := range ids[:n] {
			parties += `{"id":"` + id + `","kind":"municipality","name":"` + names[i] + `","participates":true},`
			groups += `{"home":"` + id + `","route":"jeugdwet","pupils":20},`
		}
		x := calculated(t, edits{"/parties": "[" + parties + `{"id":"0268","kind":"municipality","name":"Nijmegen","participates":true},{"id":"zorg","kind":"provider","name":"Zorgaanbieder"}]`,
			cost + "/amount": `"` + strconv.Itoa(20*n+10) + `000.00"`, "/components/0/limits": `{"cap":"19000.00","cutOff":"redistribute"}`},
			edits{"/groups": "[" + groups + `{"home":"0268","route":"jeugdwet","pupils":10}]`})
		require.Contains(t, ofLimits(x, "0268", zio.Dutch), want)
	}
}

// Who is at a bound reads what the bound did and where the rest goes; the others read by whose bound they bear more or less.
func TestLimitsAreTold(t *testing.T) {
	for _, c := range []struct{ name, limits, party, nl, en string }{
		{"the cap of Utrecht cuts off 40,000 - 30,000", `{"cap":"30000.00","cutOff":"redistribute"}`, "0344",
			"Naar de sleutel is het deel van Utrecht € 40.000,00. Utrecht draagt hoogstens € 30.000,00. De overige € 10.000,00 gaat naar de anderen. Utrecht draagt € 30.000,00.",
			"By the key the part of Utrecht is €40,000.00. Utrecht bears at most €30,000.00. The other €10,000.00 goes to the others. Utrecht bears €30,000.00."},
		{"of 10,000.00 comes 10 of 60 pupils to Amersfoort: 1,666.67", `{"cap":"30000.00","cutOff":"redistribute"}`, "0307",
			"Naar de sleutel is het deel van Amersfoort € 10.000,00. Daar komt € 1.666,67 bij door de bovengrens van Utrecht. Samen is dat voor Amersfoort € 11.666,67. Amersfoort draagt € 11.666,67.",
			"By the key the part of Amersfoort is €10,000.00. To that €1,666.67 is added by the cap of Utrecht. Together that is €11,666.67 for Amersfoort. Amersfoort bears €11,666.67."},
		{"left as a gap", `{"cap":"30000.00","cutOff":"leave-as-gap"}`, "0344",
			"Naar de sleutel is het deel van Utrecht € 40.000,00. Utrecht draagt hoogstens € 30.000,00. Dat is € 10.000,00 minder dan naar de sleutel. Utrecht draagt € 30.000,00.", ""},
		{"left as a gap, nothing changes", `{"cap":"30000.00","cutOff":"leave-as-gap"}`, "0307",
			"Naar de sleutel is het deel van Amersfoort € 10.000,00. Amersfoort draagt € 10.000,00.", ""},
		{"a cap that all but two reach: 100,000 - 3 x 17,000 = 49,000 for two that bear at most 17,000", `{"cap":"17000.00","cutOff":"redistribute"}`, "0344",
			"Naar de sleutel is het deel van Utrecht € 40.000,00. Utrecht draagt hoogstens € 17.000,00. Dat is € 23.000,00 minder dan naar de sleutel. Utrecht draagt € 17.000,00.", ""},
		{"and these reach it by the others", `{"cap":"17000.00","cutOff":"redistribute"}`, "0307",
			"Naar de sleutel is het deel van Amersfoort € 10.000,00. Daar komt € 7.000,00 bij door de bovengrens van De Bilt, Utrecht en Zeist. Samen is dat voor Amersfoort € 17.000,00, het hoogste wat Amersfoort draagt. Amersfoort draagt € 17.000,00.",
			"By the key the part of Amersfoort is €10,000.00. To that €7,000.00 is added by the cap of De Bilt, Utrecht and Zeist. Together that is €17,000.00 for Amersfoort, the most that Amersfoort bears. Amersfoort bears €17,000.00."},
		{"a floor adds 14,000 - 10,000", `{"floor":"14000.00","cutOff":"redistribute"}`, "0307",
			"Naar de sleutel is het deel van Amersfoort € 10.000,00. Amersfoort draagt minstens € 14.000,00. Dat is € 4.000,00 meer dan naar de sleutel. De anderen dragen zoveel minder. Amersfoort draagt € 14.000,00.",
			"By the key the part of Amersfoort is €10,000.00. Amersfoort bears at least €14,000.00. That is €4,000.00 more than by the key. The others bear so much less. Amersfoort bears €14,000.00."},
		{"of 8,000 for two floors comes 40 of 80 pupils off Utrecht", `{"floor":"14000.00","cutOff":"redistribute"}`, "0344",
			"Naar de sleutel is het deel van Utrecht € 40.000,00. Daar gaat € 4.000,00 af door de ondergrens van Amersfoort en Nieuwegein. Dan blijft voor Utrecht € 36.000,00 over. Utrecht draagt € 36.000,00.",
			"By the key the part of Utrecht is €40,000.00. Of that €4,000.00 is taken off by the floor of Amersfoort and Nieuwegein. That leaves €36,000.00 for Utrecht. Utrecht bears €36,000.00."},
		{"10 % of 20,000 is 2,000: at least 18,000", `{"change":"10","cutOff":"redistribute","lastYear":[{"party":"0307","amount":"20000.00"},{"party":"0310","amount":"20000.00"},{"party":"0344","amount":"40000.00"},{"party":"0355","amount":"20000.00"},{"party":"0356","amount":"10000.00"}]}`, "0307",
			"Vorig jaar droeg Amersfoort € 20.000,00. Dat mag hoogstens 10 procent veranderen: € 2.000,00. Naar de sleutel is het deel van Amersfoort € 10.000,00. Amersfoort draagt minstens € 18.000,00. Dat is € 8.000,00 meer dan naar de sleutel. De anderen dragen zoveel minder. Amersfoort draagt € 18.000,00.",
			"Last year Amersfoort bore €20,000.00. That may change by at most 10 per cent: €2,000.00. By the key the part of Amersfoort is €10,000.00. Amersfoort bears at least €18,000.00. That is €8,000.00 more than by the key. The others bear so much less. Amersfoort bears €18,000.00."},
	} {
		x := five(t, c.limits)
		require.Equal(t, c.nl, ofLimits(x, c.party, zio.Dutch), c.name)
		if c.en != "" {
			require.Equal(t, c.en, ofLimits(x, c.party, zio.English), c.name)
		}
	}
}

// fractionOf reads a value of a trace.
func fractionOf(t *testing.T, s string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(s)
	require.True(t, ok, s)
	return r
}

// What limits call the part by the key is the exact part in the same agreement without limits, in agreements of every kind;
// and what they add and take off leads from there to what the party bears.
func TestByTheKeyIsWithoutLimits(t *testing.T) {
	parts := 0
	moved := map[string]int{}
	for seed := int64(0); seed < 4000 && parts < 2500; seed++ {
		agreement, population := random.Random(700_000 + seed)
		a, problems := funding.ReadAgreement(agreement)
		require.Empty(t, problems)
		p, problems := zio.ReadPopulation(population)
		require.Empty(t, problems)
		x, problems := funding.Calculate(a, p)
		if len(problems) > 0 || !strings.Contains(string(agreement), `"limits"`) {
			continue
		}
		for i := range a.Components {
			a.Components[i].Limits = nil
		}
		free, problems := funding.Calculate(a, p)
		if len(problems) > 0 { // a division that is too coarse for the parts without limits
			continue
		}
		without := map[string]*big.Rat{} // exact part by component and party
		for i := range free.Trace.Steps {
			s := &free.Trace.Steps[i]
			if s.Op != funding.OpAllocate || s.Name != "shares" {
				continue
			}
			sum := new(big.Rat)
			for _, in := range s.Inputs[1:] {
				sum.Add(sum, fractionOf(t, in.Value))
			}
			for j, share := range s.Shares {
				part := new(big.Rat).Quo(fractionOf(t, s.Inputs[j+1].Value), sum)
				without[strings.TrimSuffix(s.ID, "shares")+share.Party] = part.Mul(part, fractionOf(t, s.Inputs[0].Value))
			}
		}
		now := map[string]*big.Rat{} // the part by the key, and what the sentences make of it
		for i := range x.Trace.Steps {
			s := &x.Trace.Steps[i]
			if s.Rule != "limits/1" || s.Party == "" {
				continue
			}
			id := s.ID[:strings.Index(s.ID, "/")+1] + s.Party
			name := strings.TrimSuffix(s.Name, "-others")
			switch name {
			case "by-key":
				parts++
				require.Zero(t, without[id].Cmp(fractionOf(t, s.Value)), "seed %d: %s", seed, s.ID)
				now[id] = fractionOf(t, s.Value)
			case "cut-off", "taken-off":
				require.Positive(t, fractionOf(t, s.Value).Sign(), "seed %d: %s", seed, s.ID)
				now[id].Sub(now[id], fractionOf(t, s.Value))
				moved[name]++
			case "raised", "added":
				require.Positive(t, fractionOf(t, s.Value).Sign(), "seed %d: %s", seed, s.ID)
				now[id].Add(now[id], fractionOf(t, s.Value))
				moved[name]++
			}
		}
		for i := range x.Trace.Steps {
			s := &x.Trace.Steps[i]
			if s.Op != funding.OpAllocate || s.Name != "shares" {
				continue
			}
			for j, share := range s.Shares {
				if told := now[strings.TrimSuffix(s.ID, "shares")+share.Party]; told != nil {
					require.Zero(t, told.Cmp(fractionOf(t, s.Inputs[j+1].Value)), "seed %d: %s of %s", seed, s.ID, share.Party)
				}
			}
		}
		for _, s := range x.Explain("", zio.Dutch) {
			require.NotContains(t, s.Text, "door .", "seed %d: %s", seed, s.Step) // by nobody's bound
		}
	}
	require.Greater(t, parts, 300)
	for _, name := range []string{"cut-off", "taken-off", "raised", "added"} {
		require.Greater(t, moved[name], 20, name)
	}
}

// What is only told never keeps a result away: the weights of two keys have so many digits that the difference between a share and the
// part by the key does not fit, while all shares do.
func TestWhatDoesNotFitIsNotTold(t *testing.T) {
	given := func(a, b, c string) string {
		return `{"weight":"1","key":{"rule":"given/1","source":"x","reason":"x","weights":[{"party":"0268","weight":"` + a + `"},{"party":"0209","weight":"` + b + `"},{"party":"0297","weight":"` + c + `"}]}}`
	}
	x := calculated(t, edits{"/parties/2/participates": "true", cost + "/amount": `"10000000.00"`, "/components/0/limits": `{"cap":"4000000.00","cutOff":"redistribute"}`,
		key: `{"rule":"mixed/1","parts":[` + given("633.333331", "222.222223", "111.111119") + `,` + given("101.000003", "11.000007", "31.000013") + `]}`}, nil)
	// by half of 222.222223 / 966.666673 and of 11.000007 / 143.000023, and so on, the others bear 6,000,000.00 as 0.153404 to 0.165863
	require.Equal(t, "0209 2882930.40, 0268 4000000.00, 0297 3117069.60", borne(x))
	for _, s := range x.Trace.Steps {
		require.NotContains(t, s.ID, "/limits/added")
		require.NotContains(t, s.ID, "/limits/together")
	}
	require.Contains(t, ofLimits(x, "0268", zio.Dutch), "Nijmegen draagt hoogstens € 4.000.000,00.")
	require.NotContains(t, ofLimits(x, "0209", zio.Dutch), "Daar komt")
}
