package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// Units of weights of parties that do not take part the whole period.
const (
	UnitPupilDays   = "pupil-days"
	UnitPupilMonths = "pupil-months"
)

var (
	problemPartyTime    = &zio.ProblemKind{Code: "agreement.party-time-missing", NL: "Partij {id} doet niet de hele looptijd mee. Kies of zij telt naar dagen of naar maanden (partyTime).", EN: "Party {id} does not take part the whole period. Choose whether it counts by days or by months (partyTime)."}
	problemPartyPeriod  = &zio.ProblemKind{Code: "agreement.party-period", NL: "De tijd waarin partij {id} meedoet, ligt niet in de looptijd van {from} tot en met {until}.", EN: "The time in which party {id} takes part does not lie in the period from {from} to {until}."}
	problemPartyNoPart  = &zio.ProblemKind{Code: "agreement.party-time-not-taking-part", NL: "Partij {id} doet niet mee, dus een begin of eind van meedoen hoort er niet bij.", EN: "Party {id} does not take part, so that it has no day of joining or leaving."}
	problemPartyDivisor = &zio.ProblemKind{Code: "agreement.party-time-divisor", NL: "Met een vaste deler kan een partij niet een deel van de looptijd meedoen. Laat de deler weg.", EN: "With a fixed divisor a party cannot take part for a part of the period. Leave the divisor out."}
)

// time is when a party takes part.
func (p *Party) time(whole zio.Period) zio.Period {
	if !p.From.IsZero() {
		whole.From = p.From
	}
	if !p.Until.IsZero() {
		whole.Until = p.Until
	}
	return whole
}

// timed reports whether a party takes part for a part of the period.
func (a *Agreement) timed() bool {
	for i := range a.Parties {
		if p := &a.Parties[i]; p.Participates && p.time(a.Period) != a.Period {
			return true
		}
	}
	return false
}

// PaymentPeriod is the period over which one party pays another: the months of the agreement in which both take part, in whole
// months. Where that is no month, it is the whole agreement.
func (a *Agreement) PaymentPeriod(from, to string) zio.Period {
	period := a.Period
	for _, id := range [...]string{from, to} {
		if p := a.Party(id); p != nil {
			t := p.time(a.Period)
			if common, overlap := period.Overlap(zio.Period{From: t.From.FirstOfMonth(), Until: t.Until.LastOfMonth()}); overlap {
				period = common
			}
		}
	}
	return period
}

// checkTime finds what is wrong with the time of party i.
func (p *Party) checkTime(c *checker, i int) {
	if p.From.IsZero() && p.Until.IsZero() {
		return
	}
	pointer := at("/parties", i) + "/from"
	switch t := p.time(c.a.Period); {
	case !p.Participates:
		c.add(problemPartyNoPart, pointer, "id", p.ID)
	case t.Until.Before(t.From) || !c.a.Period.Covers(t):
		c.add(problemPartyPeriod, pointer, "id", p.ID, "from", c.a.Period.From.String(), "until", c.a.Period.Until.String())
	case c.a.PartyTime == "":
		c.add(problemPartyTime, pointer, "id", p.ID)
	}
}

// present multiplies the weights of a key by the time in which each party takes part, when one joins or leaves within the
// period: the key divides the whole, so that what a party would have borne before it joined falls to the others.
func (r *record) present(weights []weight) []weight {
	if !r.a.timed() {
		return weights
	}
	out := make([]weight, len(weights))
	for i, w := range weights {
		t := r.a.Period
		if p := r.a.Party(w.party); p != nil {
			t = p.time(t)
		}
		n, name, unit, pupils := t.Days(), "days", UnitDays, UnitPupilDays
		if r.a.PartyTime == PartyTimeByMonths {
			n, name, unit, pupils = t.MonthsTouched(), "months", UnitMonths, UnitPupilMonths
		}
		of := UnitNumber
		switch {
		case w.v.unit == UnitPupils:
			of = pupils
		case isAmount(w.v.unit): // of own use: euros times months
			of = w.v.unit
		}
		out[i] = weight{w.party, r.product(step{name: "present-" + name, party: w.party, unit: of}, w.v.as("weight"), r.constant(name, money.ExactFromInt(n), unit))}
	}
	return out
}

var partyTimeWords = []stepWords{
	{"present-months", "{party} doet {months#} {months|maand|maanden} mee en telt zo voor {value#}{unit}.", "{party} takes part for {months#} {months|month|months} and so counts for {value#}{unit}."},
	{"present-months-gap", "Gemeenten die niet meedoen, tellen de hele looptijd: {value#}{unit}.", "Municipalities that do not take part count for the whole period: {value#}{unit}."},
	{"present-days", "{party} doet {days#} {days|dag|dagen} mee en telt zo voor {value#}{unit}.", "{party} takes part for {days#} {days|day|days} and so counts for {value#}{unit}."},
	{"present-days-gap", "Gemeenten die niet meedoen, tellen de hele looptijd: {value#}{unit}.", "Municipalities that do not take part count for the whole period: {value#}{unit}."},
}
