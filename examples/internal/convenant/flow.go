package convenant

import (
	"github.com/zio-collectief/zio/funding"
)

// flow says who pays whom, and as what. A rule without clauses here has those of [writer.declared].
func (w *writer) flow(f funding.Flow) []Clause {
	switch f := f.(type) {
	case *funding.Direct:
		return []Clause{w.pays(w.say("iedere partij die een deel draagt,", "every party that bears a part"), w.say("dat deel rechtstreeks", "that part directly"), f.Payees)}
	case *funding.CashierFlow:
		list := []Clause{w.collects(w.party(f.Cashier), f.CollectedAs)}
		kept := w.say("het geld dat zo bijeenkomt", "the money that comes together so")
		if f.Fee != nil {
			list = append(list, w.clause("{party} houdt daarvan € {fee#} als vergoeding voor haar werk.", "{party} keeps €{fee#} of it as a fee for its work.", "party", w.party(f.Cashier), "fee", f.Fee.String()))
		}
		if f.Reserve != nil {
			list = append(list, w.clause("{party} houdt daarvan € {reserve#} als reserve voor de partijen.", "{party} keeps €{reserve#} of it as a reserve for the parties.", "party", w.party(f.Cashier), "reserve", f.Reserve.String()))
		}
		if f.Fee != nil || f.Reserve != nil {
			kept = w.say("wat dan overblijft", "what is left then")
		}
		return append(list, w.pays(w.party(f.Cashier), kept, f.Payees))
	case *funding.PassThrough:
		list := []Clause{
			w.collects(w.party(f.Cashier), f.CollectedAs),
			w.clause("{party} betaalt het geld dat zo bijeenkomt {as} door aan gemeenten met een vestiging.", "{party} pays the money that comes together so on to municipalities with a site {as}.", "party", w.party(f.Cashier), "as", w.as(f.PassedOnAs)),
		}
		list = append(list, w.key(w.say("het bedrag dat wordt doorbetaald", "the amount that is paid on"), f.SiteKey)...)
		if len(f.Doers) > 0 {
			c := w.clause("Wat een gemeente zo ontvangt, betaalt zij aan wie daar de zorg uitvoert:", "What a municipality receives so it pays to who does the work there:")
			for _, d := range f.Doers {
				c.Items = append(c.Items, w.fill("{municipality} aan {party}, {as}", "{municipality} to {party}, {as}", "municipality", w.party(d.Municipality), "party", w.party(d.Party), "as", w.as(d.Instrument)))
			}
			list = append(list, c)
		}
		return list
	case *funding.HostFlow:
		list := []Clause{
			w.collects(w.party(f.Host), f.CollectedAs),
			w.pays(w.party(f.Host), w.say("als gastgemeente eerst het hele bedrag", "as the host first the whole amount"), f.Payees),
		}
		if len(f.Decisions) > 0 {
			c := w.clause("De woongemeenten van andere leerlingen betalen aan {party} het bedrag van hun beschikkingen voor de hele looptijd:", "The home municipalities of other pupils pay {party} the amount of their decisions for the whole term:", "party", w.party(f.Host))
			for _, d := range f.Decisions {
				c.Items = append(c.Items, w.fill("{party}: € {amount#} voor {pupils#} {pupils|leerling|leerlingen}", "{party}: €{amount#} for {pupils#} {pupils|pupil|pupils}", "party", w.party(d.Home), "amount", d.Amount.String(), "pupils", number(d.Pupils)))
			}
			list = append(list, c)
		}
		return list
	case *funding.NoSettlement:
		list := []Clause{
			w.pays(w.party(f.Payer), w.say("het hele bedrag", "the whole amount"), f.Payees),
			w.clause("De partijen verrekenen niets met elkaar. Wat de verdeelsleutel zou hebben verrekend, wordt getoond. Tot en met € {tolerance#} is het in balans.", "The parties settle nothing with each other. What the key would have settled is shown. Up to €{tolerance#} it is in balance.", "tolerance", f.Tolerance.String()),
		}
		if f.Elsewhere != nil {
			list = append(list, w.clause("De kosten van leerlingen van {party} op scholen elders zijn € {amount#}.", "The cost of pupils of {party} at schools elsewhere is €{amount#}.", "party", w.party(f.Payer), "amount", f.Elsewhere.String()))
		}
		return list
	case *funding.Grant:
		list := []Clause{w.clause("Iedere partij die een deel draagt, betaalt dat aan {recipient}, {as}.", "Every party that bears a part pays it to {recipient}, {as}.", "recipient", w.party(f.Recipient), "as", w.as(f.Instrument))}
		if f.Grantor != "" {
			list = []Clause{
				w.collects(w.party(f.Grantor), f.CollectedAs),
				w.clause("{party} betaalt het geld dat zo bijeenkomt aan {recipient}, {as}.", "{party} pays the money that comes together so to {recipient}, {as}.", "party", w.party(f.Grantor), "recipient", w.party(f.Recipient), "as", w.as(f.Instrument)),
			}
		}
		if len(f.Onward) > 0 {
			list = append(list, w.pays(w.party(f.Recipient), w.say("daarmee", "with it"), f.Onward))
		}
		return list
	}
	return w.declared(w.say("wie een deel van de kosten draagt, betaalt dat", "who bears a part of the cost pays it"), f.Rule(), funding.FlowRules(), f)
}

// collects says who collects the parts of the others.
func (w *writer) collects(party string, as funding.Instrument) Clause {
	return w.clause("Iedere partij die een deel draagt, betaalt dat aan {party}, {as}. Niemand betaalt aan zichzelf.", "Every party that bears a part pays it to {party}, {as}. Nobody pays itself.", "party", party, "as", w.as(as))
}

// pays says whom a party pays, and in which proportion.
func (w *writer) pays(who, what string, payees []funding.Payee) Clause {
	if len(payees) == 1 { // whose weight makes no difference
		return w.clause("{who} betaalt {what} aan {party}, {as}.", "{who} pays {what} to {party}, {as}.", "who", who, "what", what, "party", w.party(payees[0].Party), "as", w.as(payees[0].Instrument))
	}
	c := w.clause("{who} betaalt {what} aan de volgende ontvangers, naar verhouding van hun gewicht:", "{who} pays {what} to these payees, in proportion to their weights:", "who", who, "what", what)
	for _, p := range payees {
		c.Items = append(c.Items, w.fill("{party}, met gewicht {weight#}, {as}", "{party}, with weight {weight#}, {as}", "party", w.party(p.Party), "weight", p.Weight.String(), "as", w.as(p.Instrument)))
	}
	return c
}

// as is what a payment is; a gap when that was not agreed.
func (w *writer) as(i funding.Instrument) string {
	if i == "" {
		return w.gap("als subsidie, inkoop, bekostiging, bijdrage of op factuur", "as a subsidy, purchase, education funding, contribution or invoice")
	}
	return word(w, instruments, i)
}

var instruments = map[funding.Instrument][2]string{
	funding.Subsidy:          {"als subsidie", "as a subsidy"},
	funding.Purchase:         {"als betaling voor ingekochte zorg", "as the payment for purchased care"},
	funding.EducationFunding: {"als bekostiging van onderwijs", "as education funding"},
	funding.Contribution:     {"als bijdrage", "as a contribution"},
	funding.Invoice:          {"op factuur", "on an invoice"},
}
