package funding_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// Nijmegen bears 666.67 and Beuningen 333.33.
func TestFlows(t *testing.T) {
	zorg := `"payees":[{"party":"zorg","weight":"1","instrument":"purchase"}]`
	two := `"payees":[{"party":"zorg","weight":"2","instrument":"purchase"},{"party":"hulp","weight":"1","instrument":"subsidy"}]`
	for _, c := range []struct{ name, flow, borne, paid string }{
		{"direct", `{"rule":"direct/1",` + zorg + `}`, "0209 333.33, 0268 666.67", "0209 > zorg 333.33 purchase, 0268 > zorg 666.67 purchase"},
		{"direct to two, 2 to 1", `{"rule":"direct/1",` + two + `}`, "0209 333.33, 0268 666.67",
			"0209 > zorg 222.22 purchase, 0209 > hulp 111.11 subsidy, 0268 > zorg 444.45 purchase, 0268 > hulp 222.22 subsidy"},
		{"cashier", `{"rule":"cashier/1","cashier":"0268","collectedAs":"contribution",` + zorg + `}`, "0209 333.33, 0268 666.67", "0209 > 0268 333.33 contribution, 0268 > zorg 1000.00 purchase"},
		{"cashier with fee and reserve", `{"rule":"cashier/1","cashier":"0268","collectedAs":"invoice","fee":"10.00","reserve":"90.00",` + two + `}`, "0209 333.33, 0268 666.67",
			"0209 > 0268 333.33 invoice, 0268 > zorg 600.00 purchase, 0268 > hulp 300.00 subsidy"},
		{"cashier keeps all", `{"rule":"cashier/1","cashier":"0268","collectedAs":"invoice","fee":"1000.00",` + zorg + `}`, "0209 333.33, 0268 666.67", "0209 > 0268 333.33 invoice"},
		{"pass-through by pupils, 2 to 1", `{"rule":"pass-through/1","cashier":"0268","collectedAs":"contribution","passedOnAs":"invoice","siteKey":{"rule":"pro-rata/1","basis":"enrolled-pupils","nonParticipants":"redistribute"},"doers":[{"municipality":"0209","party":"zorg","instrument":"purchase"},{"municipality":"0268","party":"hulp","instrument":"subsidy"}]}`,
			"0209 333.33, 0268 666.67", "0209 > 0268 333.33 contribution, 0268 > 0209 333.33 invoice, 0209 > zorg 333.33 purchase, 0268 > hulp 666.67 subsidy"},
		{"host", `{"rule":"host/1","host":"0268","collectedAs":"invoice",` + zorg + `,"decisions":[{"home":"0297","pupils":1,"amount":"100.00"},{"home":"0209","pupils":1,"amount":"50.00"}]}`,
			"0209 383.33, 0268 516.67, 0297 100.00", "0209 > 0268 333.33 invoice, 0268 > zorg 1000.00 purchase, 0297 > 0268 100.00 invoice, 0209 > 0268 50.00 invoice"},
		{"no settlement", `{"rule":"no-settlement/1","payer":"0268","tolerance":"333.33",` + zorg + `}`, "0268 1000.00", "0268 > zorg 1000.00 purchase"},
		{"grant of everyone", `{"rule":"grant/1","recipient":"hulp","instrument":"education-funding"}`, "0209 333.33, 0268 666.67", "0209 > hulp 333.33 education-funding, 0268 > hulp 666.67 education-funding"},
		{"grant of one, paid on", `{"rule":"grant/1","grantor":"0268","collectedAs":"contribution","recipient":"hulp","instrument":"subsidy","onward":[{"party":"zorg","weight":"1","instrument":"purchase"}]}`, "0209 333.33, 0268 666.67",
			"0209 > 0268 333.33 contribution, 0268 > hulp 1000.00 subsidy, hulp > zorg 1000.00 purchase"},
	} {
		x := calculated(t, edits{flow: c.flow}, nil)
		require.Equal(t, c.borne, borne(x), c.name)
		require.Equal(t, c.paid, paid(x), c.name)
		net := money.Euro{}
		for _, b := range x.Balances {
			var err error
			net, err = net.Add(b.Net)
			require.NoError(t, err)
		}
		require.True(t, net.IsZero(), c.name)
	}
}

// An agreement that does not say what its payments are is calculated, and every sentence and table says that it was not agreed.
func TestPaymentsNotAgreed(t *testing.T) {
	x := calculated(t, edits{flow: `{"rule":"direct/1","payees":[{"party":"zorg","weight":"1"}]}`}, nil)
	require.Equal(t, "0209 > zorg 333.33 , 0268 > zorg 666.67 ", paid(x))
	told := ""
	for _, s := range x.Explain("0268", zio.Dutch) {
		told += s.Text + "\n"
	}
	require.Contains(t, told, "€ 666,67 (als wat is niet afgesproken) aan ")
	require.Equal(t, "niet afgesproken", x.Transfers[0].Instrument.Words(zio.Dutch))
	require.Equal(t, "not agreed", x.Transfers[0].Instrument.Words(zio.English))
}

// A shadow amount of exactly the tolerance is in balance; a cent more is marked, either way.
func TestShadow(t *testing.T) {
	for tolerance, over := range map[string]bool{"333.33": false, "333.32": true} {
		x := calculated(t, edits{flow: `{"rule":"no-settlement/1","payer":"0268","tolerance":"` + tolerance + `","payees":[{"party":"zorg","weight":"1","instrument":"purchase"}]}`}, nil)
		require.Equal(t, []funding.Shadow{{Party: "0209", Amount: euro("333.33"), Over: over}, {Party: "0268", Amount: euro("-333.33"), Over: over}}, x.Components[0].Shadow)
	}
}

func TestFlowsRefused(t *testing.T) {
	zorg := `"payees":[{"party":"zorg","weight":"1","instrument":"purchase"}]`
	for rule, want := range map[string]string{
		`{"rule":"direct/1","payees":[{"party":"zorg","weight":"0","instrument":"purchase"}]}`:                                                                                                                                            "flow.payee-weight /components/0/flow/payees/0/weight",
		`{"rule":"direct/1","payees":[{"party":"zorg","weight":"1","instrument":"purchase"},{"party":"zorg","weight":"1","instrument":"purchase"}]}`:                                                                                      "flow.payee-twice /components/0/flow/payees/1/party",
		`{"rule":"cashier/1","cashier":"0268","collectedAs":"contribution","fee":"-1.00",` + zorg + `}`:                                                                                                                                   "agreement.amount-negative /components/0/flow/fee",
		`{"rule":"host/1","host":"vsv","collectedAs":"contribution",` + zorg + `}`:                                                                                                                                                        "agreement.party-not-collecting /components/0/flow/host",
		`{"rule":"host/1","host":"0268","collectedAs":"contribution",` + zorg + `,"decisions":[{"home":"0268","pupils":1,"amount":"1.00"}]}`:                                                                                              "flow.self-payment /components/0/flow/decisions/0/home",
		`{"rule":"host/1","host":"0268","collectedAs":"contribution",` + zorg + `,"decisions":[{"home":"vsv","pupils":1,"amount":"1.00"}]}`:                                                                                               "agreement.party-kind /components/0/flow/decisions/0/home",
		`{"rule":"no-settlement/1","payer":"0268","tolerance":"-0.01",` + zorg + `}`:                                                                                                                                                      "agreement.amount-negative /components/0/flow/tolerance",
		`{"rule":"no-settlement/1","payer":"0268","tolerance":"0.00","elsewhere":"-0.01",` + zorg + `}`:                                                                                                                                   "agreement.amount-negative /components/0/flow/elsewhere",
		`{"rule":"no-settlement/1","payer":"zorg","tolerance":"0.00",` + zorg + `}`:                                                                                                                                                       "flow.self-payment /components/0/flow/payees/0/party",
		`{"rule":"grant/1","grantor":"hulp","collectedAs":"contribution","recipient":"hulp","instrument":"subsidy"}`:                                                                                                                      "flow.self-payment /components/0/flow/recipient",
		`{"rule":"grant/1","recipient":"hulp","instrument":"subsidy","onward":[{"party":"hulp","weight":"1","instrument":"purchase"}]}`:                                                                                                   "flow.self-payment /components/0/flow/onward/0/party",
		`{"rule":"pass-through/1","cashier":"vsv","collectedAs":"contribution","passedOnAs":"contribution","siteKey":{"rule":"single-payer/1","payer":"0268"}}`:                                                                           "agreement.party-not-collecting /components/0/flow/cashier",
		`{"rule":"pass-through/1","cashier":"0268","collectedAs":"contribution","passedOnAs":"contribution","siteKey":{"rule":"single-payer/1","payer":"0268"},"doers":[{"municipality":"0297","party":"zorg","instrument":"purchase"}]}`: "agreement.party-not-participating /components/0/flow/doers/0/municipality",
		`{"rule":"grant/1","collectedAs":"invoice","recipient":"hulp","instrument":"subsidy"}`:                                                                                                                                            "grant.collected-as /components/0/flow/collectedAs",
		`{"rule":"direct/1","payees":[{"party":"zorg","weight":"1","instrument":"gift"}]}`:                                                                                                                                                "document.choice-unknown /components/0/flow/payees/0/instrument",
	} {
		require.Equal(t, []string{want}, refusedCodes(t, edits{flow: rule}), rule)
	}
	host := `{"rule":"host/1","host":"0268","collectedAs":"contribution",` + zorg + `,"decisions":[{"home":"0209","pupils":1,"amount":"AMOUNT"}]}`
	require.Equal(t, []string{"agreement.amount-negative /components/0/flow/decisions/0/amount"}, refusedCodes(t, edits{flow: strings.Replace(host, "AMOUNT", "-0.01", 1)}))
	require.Empty(t, refusedCodes(t, edits{flow: strings.Replace(host, "AMOUNT", "0.00", 1)}))
	thrice := strings.Repeat(`,{"party":"zorg","weight":"1","instrument":"purchase"}`, 3)[1:]
	require.Equal(t, []string{"flow.payee-twice /components/0/flow/payees/1/party", "flow.payee-twice /components/0/flow/payees/2/party"},
		refusedCodes(t, edits{flow: `{"rule":"direct/1","payees":[` + thrice + `]}`}), "each is said once")
}

// A party that bears nothing has no payment, nor a step of one; what a cashier collects is called the share in its step.
func TestStepsOfPayments(t *testing.T) {
	steps := func(x *funding.Result, name string) (parties []string) {
		for i := range x.Trace.Steps {
			if s := &x.Trace.Steps[i]; s.Name == name {
				parties = append(parties, s.Party+" "+s.Inputs[0].Name+" "+s.Value)
			}
		}
		return parties
	}
	direct := edits{flow: `{"rule":"direct/1","payees":[{"party":"zorg","weight":"1","instrument":"purchase"}]}`}
	x := calculated(t, direct, edits{"/groups/1/home": `"0363"`}) // nobody of Beuningen is left
	require.Equal(t, "0209 0.00, 0268 1000.00", borne(x))
	require.Equal(t, []string{"0268 share 1000.00"}, steps(x, "payment-to-zorg"))
	require.Equal(t, []string{"0209 share 333.33"}, steps(calculated(t, nil, nil), "share"))
}

// Parties stand in order of id, also those whose ids begin alike for longer than four letters, and those who come twice are refused
// where they come again, as often as they do.
func TestPartiesInOrder(t *testing.T) {
	parties := edits{
		"/parties/3": `{"id":"zorgaanbieder-b","kind":"provider","name":"B"}`,
		"/parties/4": `{"id":"zorgaanbieder-a","kind":"provider","name":"A"}`,
		"/parties/5": `{"id":"zorgaanb","kind":"provider","name":"Z"}`,
		flow: `{"rule":"cashier/1","cashier":"0268","collectedAs":"invoice","payees":[{"party":"zorgaanbieder-b","weight":"5","instrument":"purchase"},
			{"party":"zorgaanb","weight":"3","instrument":"purchase"},{"party":"zorgaanbieder-a","weight":"2","instrument":"purchase"}]}`,
	}
	var list []string
	for _, p := range calculated(t, parties, nil).Payees {
		list = append(list, p.Party+" "+p.Amount.String())
	}
	require.Equal(t, []string{"zorgaanb 300.00", "zorgaanbieder-a 200.00", "zorgaanbieder-b 500.00"}, list) // of 1,000.00 by 5, 3 and 2
	// twelve in an order of their own, each id four times: all but the first of each come again
	var many []string
	var want []string
	for i := range 12 {
		many = append(many, `{"id":"`+[]string{"fonds-c", "fonds-a", "fonds-b"}[i%3]+`","kind":"fund","name":"Fonds"}`)
		if i >= 3 {
			want = append(want, "agreement.party-twice /parties/"+strconv.Itoa(i)+"/id")
		}
	}
	list = nil
	for _, code := range refusedCodes(t, edits{"/parties": "[" + strings.Join(many, ",") + "]"}) {
		if strings.HasPrefix(code, "agreement.party-twice ") {
			list = append(list, code)
		}
	}
	require.Equal(t, want, list)
}
