package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Limits bound what a party bears of a component, whatever the key (ondergrens, bovengrens en begrenzing van de
// verandering). What a bound cuts off goes to the others by the same key, or stays as a gap: a required choice.
// The bounds hold before the division rounds.
type Limits struct {
	Floor    *money.Euro   `json:"floor,omitempty"`    // least that a party bears
	Cap      *money.Euro   `json:"cap,omitempty"`      // most that a party bears
	Change   *money.Factor `json:"change,omitempty"`   // most that a share goes up or down against last year, per cent
	LastYear []LastYear    `json:"lastYear,omitempty"` // the shares of last year, of every party, when Change is given
	CutOff   Uncovered     `json:"cutOff"`             // "redistribute" or "leave-as-gap"
}

// LastYear is what a party bore last year (bedrag van vorig jaar).
type LastYear struct {
	Party  string     `json:"party"`
	Amount money.Euro `json:"amount"`
}

var cutOffChoices = []strictjson.Choice{
	{Value: string(Redistribute), NL: "de anderen dragen het, met dezelfde sleutel", EN: "the others bear it, by the same key"},
	{Value: string(LeaveAsGap), NL: "het blijft zichtbaar als tekort", EN: "it stays visible as a gap"},
}

func (l *Limits) bind(f *strictjson.Fields) {
	strictjson.OptionalCode(f, &l.Floor, strictjson.Spec{Name: "floor", Format: "euro", NL: "Laagste bedrag per partij", EN: "Least per party"})
	strictjson.OptionalCode(f, &l.Cap, strictjson.Spec{Name: "cap", Format: "euro", NL: "Hoogste bedrag per partij", EN: "Most per party"})
	strictjson.OptionalCode(f, &l.Change, strictjson.Spec{Name: "change", Format: "factor", NL: "Grootste verandering tegenover vorig jaar (procent)", EN: "Largest change against last year (per cent)"})
	strictjson.List(f, &l.LastYear, strictjson.Spec{Name: "lastYear", Optional: true, Max: MaxParties, NL: "Bedragen van vorig jaar", EN: "Amounts of last year"}, (*LastYear).bind)
	f.Choice((*string)(&l.CutOff), strictjson.Spec{Name: "cutOff", Choices: cutOffChoices, NL: "Wat gebeurt er met wat een grens afsnijdt?", EN: "What happens with what a bound cuts off?"})
}

func (l *LastYear) bind(f *strictjson.Fields) {
	f.Text(&l.Party, strictjson.Spec{Name: "party", Max: 60, Format: "party", NL: "Partij", EN: "Party"})
	f.Code(&l.Amount, strictjson.Spec{Name: "amount", Format: "euro", NL: "Bedrag", EN: "Amount"})
}

var (
	problemLimitsEmpty   = &zio.ProblemKind{Code: "limits.none", NL: "Vul een ondergrens, een bovengrens of een grootste verandering in, of laat de grenzen weg.", EN: "Fill in a floor, a cap or a largest change, or leave the limits out."}
	problemLimitsCap     = &zio.ProblemKind{Code: "limits.floor-above-cap", NL: "De ondergrens (€ {low#}) is hoger dan de bovengrens (€ {high#}).", EN: "The floor (€{low#}) is above the cap (€{high#})."}
	problemLimitsOrder   = &zio.ProblemKind{Code: "limits.bounds-cross", NL: "De grenzen voor {party} gaan niet samen: het deel mag niet onder € {low#} en niet boven € {high#} komen.", EN: "The limits for {party} do not go together: the share may not go below €{low#} and not above €{high#}."}
	problemLimitsYear    = &zio.ProblemKind{Code: "limits.last-year-missing", NL: "Voor een grens aan de verandering is het bedrag van vorig jaar van {party} nodig.", EN: "A limit on the change needs last year's amount of {party}."}
	problemLimitsTwice   = &zio.ProblemKind{Code: "limits.last-year-twice", NL: "Partij {party} staat twee keer bij vorig jaar.", EN: "Party {party} stands twice in last year."}
	problemLimitsDivisor = &zio.ProblemKind{Code: "limits.with-divisor", NL: "Grenzen en een vaste deler gaan niet samen.", EN: "Limits and a fixed divisor do not go together."}
	problemFloors        = &zio.ProblemKind{Code: "limits.floors-above-cost", NL: "De ondergrenzen zijn samen € {low#}, meer dan de kosten van € {total#}.", EN: "The floors add up to €{low#}, more than the cost of €{total#}."}
	problemSurplus       = &zio.ProblemKind{Code: "limits.surplus", NL: "Met deze grenzen dragen de partijen samen meer dan de kosten van € {total#}. Kies redistribute of verlaag de ondergrens.", EN: "With these limits the parties together bear more than the cost of €{total#}. Choose redistribute or lower the floor."}
)

func (l *Limits) check(c *checker) {
	if l.Floor == nil && l.Cap == nil && l.Change == nil {
		c.add(problemLimitsEmpty, "")
	}
	if l.Floor != nil {
		c.notNegative("/floor", *l.Floor)
	}
	if l.Cap != nil {
		c.notNegative("/cap", *l.Cap)
	}
	if l.Floor != nil && l.Cap != nil && l.Floor.Compare(*l.Cap) > 0 {
		c.add(problemLimitsCap, "/floor", "low", l.Floor.String(), "high", l.Cap.String())
	}
	if l.Change != nil {
		c.percentage("/change", *l.Change)
	}
	for i := range l.LastYear {
		c.party(at("/lastYear", i)+"/party", l.LastYear[i].Party)
		c.notNegative(at("/lastYear", i)+"/amount", l.LastYear[i].Amount)
		for j := range l.LastYear[:i] {
			if l.LastYear[j].Party == l.LastYear[i].Party {
				c.add(problemLimitsTwice, at("/lastYear", i)+"/party", "party", l.LastYear[i].Party)
				break
			}
		}
	}
	if !c.c.Division.Divisor.IsZero() {
		c.add(problemLimitsDivisor, "")
	}
}

// bounded is one party between its bounds.
type bounded struct {
	party     string
	weight    value
	byKey     value // what it would bear without limits
	low, high value // no value when there is no such bound
	fixed     *value
}
