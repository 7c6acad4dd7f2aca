package analysis

import (
	"slices"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// SchoolTable is all care at the schools on one page (de school op één blad): per law who pays whom for how many pupils and minutes,
// also what is outside the pool. The amounts of all lines together are the cost of all components.
type SchoolTable struct {
	Laws    []LawTotal `json:"laws"`   // in the order of the routes
	Pupils  int64      `json:"pupils"` // each pupil once, whatever laws pay for it
	Minutes int64      `json:"minutesPerWeek"`
	Amount  money.Euro `json:"amount"`
}

// LawTotal is what one law or budget pays.
type LawTotal struct {
	Law     string     `json:"law"`    // see [Law]
	Pupils  int64      `json:"pupils"` // with minutes under it
	Minutes int64      `json:"minutesPerWeek"`
	Amount  money.Euro `json:"amount"`
	Lines   []LawLine  `json:"lines"`
}

// LawLine is what one party bears of one component, and who receives it.
type LawLine struct {
	Component string     `json:"component,omitempty"` // "" of minutes that no component charges
	Payer     string     `json:"payer,omitempty"`     // "" of what nobody bears: a gap, or what rounding left
	Payees    []string   `json:"payees"`              // who receives it in the end
	Pupils    int64      `json:"pupils"`              // of a municipality beside others its own; otherwise all of the component
	Minutes   int64      `json:"minutesPerWeek"`
	Amount    money.Euro `json:"amount"`
}

// Law is what a table per law calls the law of a route (wet): "jeugdwet" for both of its routes, and the route itself of all others.
func Law(r funding.Route) string {
	if r == funding.RouteCollective || r == funding.RouteIndividual {
		return "jeugdwet"
	}
	return r.String()
}

// School sets what a result of an agreement and a population comes to on one page. It adds no amount of its own.
func School(a *funding.Agreement, p *zio.Population, x *funding.Result) (*SchoolTable, zio.Problems) {
	if a == nil || p == nil || x == nil || len(a.Components) != len(x.Components) {
		return nil, zio.Problems{problemNothing.At("")}
	}
	t := &SchoolTable{Laws: []LawTotal{}, Pupils: x.Routing.Pupils}
	places := a.Places(p)
	for r := funding.RouteCollective; r.String() != ""; r++ {
		law := LawTotal{Law: Law(r), Lines: []LawLine{}}
		if n := len(t.Laws); n > 0 && t.Laws[n-1].Law == law.Law {
			law = t.Laws[n-1]
			t.Laws = t.Laws[:n-1]
		} else {
			law.Pupils, law.Minutes = counted(places, func(p *funding.Placed) bool { return Law(p.Route) == law.Law })
		}
		for i := range x.Components {
			if x.Components[i].Route == r {
				law.Lines = append(law.Lines, lines(a, i, x, places)...)
			}
		}
		for _, route := range x.Routing.Routes {
			if route.Route == r && route.UnchargedPerWeek > 0 {
				law.Lines = append(law.Lines, LawLine{Payees: []string{}, Minutes: route.UnchargedPerWeek})
			}
		}
		if law.Pupils > 0 || law.Minutes > 0 || len(law.Lines) > 0 {
			t.Laws = append(t.Laws, law)
		}
	}
	for i := range t.Laws {
		law, err := &t.Laws[i], error(nil)
		for _, line := range law.Lines {
			if law.Amount, err = law.Amount.Add(line.Amount); err != nil {
				return nil, problemsOf(err)
			}
		}
		t.Minutes += law.Minutes
		if t.Amount, err = t.Amount.Add(law.Amount); err != nil {
			return nil, problemsOf(err)
		}
	}
	return t, nil
}

// counted adds the pupils, each once, and the minutes of the places that are wanted.
func counted(places []funding.Placed, wanted func(*funding.Placed) bool) (pupils, minutes int64) {
	last := -1
	for i := range places {
		p := &places[i]
		if !wanted(p) {
			continue
		}
		if p.Pupil < 0 || p.Pupil != last {
			pupils += p.Pupils
		}
		last = p.Pupil
		minutes += p.Minutes
	}
	return pupils, minutes
}

// lines are the lines of component i: one for each party that bears something, and per payee where a party pays those itself.
func lines(a *funding.Agreement, i int, x *funding.Result, places []funding.Placed) []LawLine {
	c, out := &x.Components[i], []LawLine{}
	final := receivers(c.ID, x.Transfers)
	for _, s := range c.Shares {
		line := LawLine{Component: c.ID, Payer: s.Party, Payees: final, Amount: s.Amount}
		home, err := zio.ParseMunicipalityCode(s.Party)
		if len(c.Shares) == 1 || err == nil {
			line.Pupils, line.Minutes = counted(places, func(p *funding.Placed) bool {
				return p.Route == c.Route && a.Components[i].Counts(p.Site) && (len(c.Shares) == 1 || p.Home == home)
			})
		}
		paid := line.each(x.Transfers, final)
		if len(paid) == 0 {
			paid = []LawLine{line}
		}
		out = append(out, paid...)
	}
	for _, left := range []money.Euro{c.Gap, c.Rest} {
		if !left.IsZero() {
			out = append(out, LawLine{Component: c.ID, Payees: []string{}, Amount: left})
		}
	}
	return out
}

// receivers are the parties that receive money of a component and pay nothing on, in order of id.
func receivers(component string, transfers []funding.Transfer) []string {
	list := []string{}
	for _, t := range transfers {
		pays := func(o funding.Transfer) bool { return o.Component == component && o.From == t.To }
		if k, found := slices.BinarySearch(list, t.To); t.Component == component && !found && !slices.ContainsFunc(transfers, pays) {
			list = slices.Insert(list, k, t.To)
		}
	}
	return list
}

// each is a line per payee, when the party pays them itself and nothing but what it bears; the first has the pupils and minutes.
func (l *LawLine) each(transfers []funding.Transfer, final []string) []LawLine {
	var list []LawLine
	sum := money.Euro{}
	for _, t := range transfers {
		if t.Component != l.Component || t.From != l.Payer || !slices.Contains(final, t.To) {
			continue
		}
		one := LawLine{Component: l.Component, Payer: l.Payer, Payees: []string{t.To}, Amount: t.Amount}
		if len(list) == 0 {
			one.Pupils, one.Minutes = l.Pupils, l.Minutes
		}
		list = append(list, one)
		var err error
		if sum, err = sum.Add(t.Amount); err != nil {
			return nil
		}
	}
	if sum.Compare(l.Amount) != 0 {
		return nil
	}
	return list
}
