package funding

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// PassThrough lets a cashier collect the shares and pay municipalities with sites, by a second key (doorbetaling);
// these pay who does the work. Nothing is paid to oneself: a share of the cashier as a site stays where it is.
type PassThrough struct {
	Cashier     string     `json:"cashier"`               // id of a municipality, a joint body, a board or an alliance; it bears what the key says, if anything
	CollectedAs Instrument `json:"collectedAs,omitempty"` // what the parties pay to the cashier is
	SiteKey     Key        `json:"siteKey"`               // who receives which part
	PassedOnAs  Instrument `json:"passedOnAs,omitempty"`  // what the cashier pays to municipalities with sites is
	Doers       []Doer     `json:"doers,omitempty"`       // whom a site municipality pays; without one it keeps what it receives for its own costs
}

// Doer is the party that works for one site municipality (uitvoerder).
type Doer struct {
	Municipality string     `json:"municipality"`
	Party        string     `json:"party"`
	Instrument   Instrument `json:"instrument,omitempty"` // what the payment is
}

var passThroughRule = strictjson.Variant[Flow]{
	Rule: "pass-through/1", New: func() Flow { return new(PassThrough) }, Formulas: "F07",
	NL: "Kassier met doorbetaling", EN: "Pass-through",
	HintNL: "De kassier betaalt gemeenten met een vestiging, met een eigen sleutel.", HintEN: "The cashier pays municipalities with a site, by a key of its own.",
}

// Rule is "pass-through/1".
func (w *PassThrough) Rule() string { return passThroughRule.Rule }

func (w *PassThrough) bind(f *strictjson.Fields) {
	f.Text(&w.Cashier, strictjson.Spec{Name: "cashier", Max: 60, Format: "party", NL: "Kassier", EN: "Cashier"})
	w.CollectedAs.bind(f, collectedAs)
	bindKey(f, &w.SiteKey, strictjson.Spec{Name: "siteKey", NL: "Sleutel van de doorbetaling", EN: "Key of the payments on"})
	w.PassedOnAs.bind(f, passedOnAs)
	strictjson.List(f, &w.Doers, strictjson.Spec{Name: "doers", Optional: true, NL: "Uitvoerders", EN: "Doers"}, (*Doer).bind)
}

func (d *Doer) bind(f *strictjson.Fields) {
	f.Text(&d.Municipality, strictjson.Spec{Name: "municipality", Max: 60, Format: "party", NL: "Gemeente", EN: "Municipality"})
	f.Text(&d.Party, strictjson.Spec{Name: "party", Max: 60, Format: "party", NL: "Uitvoerder", EN: "Doer"})
	d.Instrument.bind(f, paidAs)
}

var problemSiteGap = &zio.ProblemKind{Code: "pass-through.key-leaves-gap", NL: "De kassier betaalt alles door. Kies bij de sleutel van de doorbetaling redistribute: een tekort kan daar niet.", EN: "The cashier pays everything on. Choose redistribute in the key of the payments on: it can leave no gap."}

func (w *PassThrough) check(c *checker) {
	c.collector("/cashier", w.Cashier)
	c.nested("/siteKey", w.SiteKey)
	if leavesGap(w.SiteKey) {
		c.add(problemSiteGap, "/siteKey")
	}
	for i := range w.Doers {
		d := &w.Doers[i]
		c.participant(at("/doers", i)+"/municipality", d.Municipality)
		c.party(at("/doers", i)+"/party", d.Party)
		if d.Municipality == d.Party {
			c.add(problemSelfPay, at("/doers", i)+"/party", "id", d.Party)
		}
		for j := range w.Doers[:i] {
			if w.Doers[j].Municipality == d.Municipality {
				c.add(problemHomeTwice, at("/doers", i)+"/municipality", "id", d.Municipality)
				break
			}
		}
	}
}

func (w *PassThrough) flow(r *record, b borne) settled {
	s := settled{borne: b}
	collected := r.collect(&s, w.CollectedAs, w.Cashier)
	weights := w.SiteKey.weigh(r.under(w.SiteKey.Rule(), "/siteKey", "sites/"), costOutcome{total: collected, own: b.cost.own})
	if r.failed() || collected.x.IsZero() {
		return s
	}
	parts, _ := r.allocate(step{name: "site-parts", party: w.Cashier, unit: UnitEuro}, collected.as("total"), weights, wholeCents)
	for _, p := range parts {
		paid := r.sum(step{name: "site", party: p.party, unit: UnitEuro}, p.value("part"))
		r.transfer(&s, PaymentToSite, w.PassedOnAs, w.Cashier, p.party, paid)
		for _, d := range w.Doers {
			if d.Municipality == p.party {
				r.transfer(&s, PaymentToPayee, d.Instrument, p.party, d.Party, r.sum(step{name: "payment-to-" + d.Party, party: p.party, unit: UnitEuro}, paid.as("part")))
			}
		}
	}
	return s
}

func (w *PassThrough) words() []stepWords {
	return append([]stepWords{
		{"site-parts", "{party} verdeelt € {total#} over de gemeenten met een vestiging: {shares}.", "{party} divides €{total#} over the municipalities with a site: {shares}."},
		{"site", "Voor de vestigingen in {party} is er € {value#}.", "For the sites in {party} there is €{value#}."},
		{"weight", "{party} weegt {value#} bij de doorbetaling.", "{party} weighs {value#} in the payments on."},
	}, append(collectWords, payWords...)...)
}
