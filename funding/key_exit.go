package funding

import (
	"slices"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Exit lets parties that have left bear a part of their last contribution that gets smaller from year to year (uittreedregeling), and
// divides what is left by the key of the parties that stayed. The year is that in which the agreement begins, from the day
// after a party left.
type Exit struct {
	Leaving  []Leaving      `json:"leaving"`
	Percents []money.Factor `json:"percents"` // of the last contribution, in the first year, the second, ...; after the last nothing
	Others   Key            `json:"others"`   // of who stayed
}

// Leaving is a party that has left (uittreder).
type Leaving struct {
	Party        string     `json:"party"`
	Left         zio.Date   `json:"left"`         // the last day on which it took part
	Contribution money.Euro `json:"contribution"` // its last contribution, for a period as long as that of the agreement
}

var exitRule = strictjson.Variant[Key]{
	Rule: "exit/1", New: func() Key { return new(Exit) },
	NL: "Uittreders betalen af", EN: "Leavers pay off",
	HintNL: "Wie is uitgetreden, betaalt nog een deel van zijn laatste bijdrage. Dat deel wordt elk jaar kleiner.", HintEN: "Who has left still pays a part of its last contribution. That part gets smaller every year.",
}

// Rule is "exit/1".
func (k *Exit) Rule() string { return exitRule.Rule }

func (k *Exit) bind(f *strictjson.Fields) {
	strictjson.List(f, &k.Leaving, strictjson.Spec{Name: "leaving", Min: 1, Max: MaxParties, NL: "Wie zijn uitgetreden?", EN: "Who has left?"}, (*Leaving).bind)
	strictjson.Codes(f, &k.Percents, strictjson.Spec{Name: "percents", Min: 1, Max: 20, Format: "factor", NL: "Deel per jaar (procent)", EN: "Part per year (per cent)"})
	bindKey(f, &k.Others, strictjson.Spec{Name: "others", NL: "Sleutel van wie bleef", EN: "Key of who stayed"})
}

func (l *Leaving) bind(f *strictjson.Fields) {
	f.Text(&l.Party, strictjson.Spec{Name: "party", Max: 60, Format: "party", NL: "Partij", EN: "Party"})
	f.Code(&l.Left, strictjson.Spec{Name: "left", Format: "date", NL: "Deed mee tot en met", EN: "Took part until"})
	f.Code(&l.Contribution, strictjson.Spec{Name: "contribution", Format: "euro", NL: "Laatste bijdrage", EN: "Last contribution"})
}

var (
	problemExitPart   = &zio.ProblemKind{Code: "exit.takes-part", NL: "Partij {id} doet nog mee. Alleen wie is uitgetreden, staat hier.", EN: "Party {id} still takes part. Only who has left stands here."}
	problemExitTwice  = &zio.ProblemKind{Code: "exit.party-twice", NL: "Partij {id} staat er twee keer.", EN: "Party {id} stands twice."}
	problemExitDay    = &zio.ProblemKind{Code: "exit.left-within-period", NL: "Partij {id} deed mee tot en met {left}. Dat is niet vóór het begin van de overeenkomst op {from}.", EN: "Party {id} took part until {left}. That is not before the start of the agreement on {from}."}
	problemExitPeriod = &zio.ProblemKind{Code: "exit.period-over-a-year", NL: "De overeenkomst duurt langer dan een jaar. Het deel van een uittreder verandert elk jaar: maak een overeenkomst per jaar.", EN: "The agreement lasts longer than a year. The part of a leaver changes every year: make an agreement for each year."}
	problemExitAbove  = &zio.ProblemKind{Code: "exit.above-cost", NL: "De uittreders betalen samen meer dan de kosten van € {total#}. Controleer hun laatste bijdrage.", EN: "Those who left together pay more than the cost of €{total#}. Check their last contribution."}
)

func (k *Exit) check(c *checker) {
	c.amounts(k)
	if !c.a.Period.Until.Before(c.a.Period.From.AddMonths(12)) {
		c.add(problemExitPeriod, "")
	}
	for i := range k.Leaving {
		l := &k.Leaving[i]
		pointer := at("/leaving", i)
		if p := c.party(pointer+"/party", l.Party); p != nil && p.Participates {
			c.add(problemExitPart, pointer+"/party", "id", l.Party)
		}
		if slices.ContainsFunc(k.Leaving[:i], func(m Leaving) bool { return m.Party == l.Party }) {
			c.add(problemExitTwice, pointer+"/party", "id", l.Party)
		}
		if !l.Left.Before(c.a.Period.From) {
			c.add(problemExitDay, pointer+"/left", "id", l.Party, "left", l.Left.String(), "from", c.a.Period.From.String())
		}
		c.notNegative(pointer+"/contribution", l.Contribution)
	}
	for i := range k.Percents {
		c.percentage(at("/percents", i), k.Percents[i])
	}
	c.nested("/others", k.Others)
}

// year is the number of whole years from the day after a party left to the start of the agreement.
func (l *Leaving) year(period zio.Period) int64 {
	first, n := l.Left.AddDays(1), int64(0)
	for at := first.AddMonths(12); !at.IsZero() && !period.From.Before(at); at = first.AddMonths(12 * (n + 1)) {
		n++
	}
	return n
}

func (k *Exit) weigh(r *record, of costOutcome) []weight {
	list := make([]weight, len(k.Leaving))
	for i := range k.Leaving {
		l := &k.Leaving[i]
		percent := r.constant("nothing", money.Exact{}, UnitPercent)
		if year := l.year(r.a.Period); year < int64(len(k.Percents)) {
			percent = r.agreed("percent", r.place("/percents", int(year), ""), k.Percents[year].Exact(), UnitPercent)
		}
		list[i] = weight{l.Party, r.product(step{name: "pays-off", party: l.Party, unit: UnitEuro},
			r.agreed("contribution", r.place("/leaving", i, "/contribution"), l.Contribution.Exact(), UnitEuro), percent.as("percent"), r.constant("per-cent", ratio(1, 100), UnitNumber))}
	}
	sortWeights(list)
	left := r.left(of, list, problemExitAbove)
	if r.failed() {
		return nil
	}
	return r.together(list, r.second(k.Others, "/others", "others/", left, of))
}

func (k *Exit) words() []stepWords {
	return append([]stepWords{
		{"pays-off", "{party} is uitgetreden en betaalt nog {percent#} procent van de laatste bijdrage van € {contribution#}: € {value#}.", "{party} has left and still pays {percent#} per cent of its last contribution of €{contribution#}: €{value#}."},
	}, secondWords...)
}
