package funding

// tell records what the limits did to the part that each party has by the key. It changes no amount. goesOn says that the
// others bear what a bound cuts off, and all of it when nothing is left of it.
func (r *record) tell(list []bounded, goesOn, left bool) {
	if !r.tracing() {
		return
	}
	for i := range list {
		b, steps, problems := &list[i], len(r.trace.Steps), len(r.problems)
		st := func(name string) step { return step{name: name, party: b.party, unit: UnitEuro} }
		byKey, bears := b.byKey.as("by-key"), b.fixed.as("share")
		moved := bears.x.Compare(byKey.x)
		atMost := b.high.is() && bears.x.Compare(b.high.x) == 0
		atLeast := b.low.is() && bears.x.Compare(b.low.x) == 0
		suffix := ""
		if goesOn && !left {
			suffix = "-others"
		}
		switch {
		case moved < 0 && atMost:
			v := r.least(st("at-most"), byKey, b.high.as("most"))
			r.difference(st("cut-off"+suffix), byKey, v)
		case moved > 0 && atLeast:
			v := r.most(st("at-least"), byKey, b.low.as("least"))
			r.difference(st("raised"+suffix), v, byKey)
		case moved > 0:
			added := r.difference(st("added"), bears, byKey)
			r.sum(st(bound("together", "-at-most", atMost)), byKey, added)
		case moved < 0:
			taken := r.difference(st("taken-off"), byKey, bears)
			r.difference(st(bound("remains", "-at-least", atLeast)), byKey, taken)
		}
		r.told(steps, problems)
	}
}

func bound(name, suffix string, at bool) string {
	if at {
		return name + suffix
	}
	return name
}

var limitWords = []stepWords{
	{"by-key", "Naar de sleutel is het deel van {party} € {value#}.", "By the key the part of {party} is €{value#}."},
	{"change", "Vorig jaar droeg {party} € {last-year#}. Dat mag hoogstens {change#} procent veranderen: € {value#}.", "Last year {party} bore €{last-year#}. That may change by at most {change#} per cent: €{value#}."},
	{"at-most", "{party} draagt hoogstens € {most#}.", "{party} bears at most €{most#}."},
	{"cut-off", "Dat is € {value#} minder dan naar de sleutel.", "That is €{value#} less than by the key."},
	{"cut-off-others", "De overige € {value#} gaat naar de anderen.", "The other €{value#} goes to the others."},
	{"at-least", "{party} draagt minstens € {least#}.", "{party} bears at least €{least#}."},
	{"raised", "Dat is € {value#} meer dan naar de sleutel.", "That is €{value#} more than by the key."},
	{"raised-others", "Dat is € {value#} meer dan naar de sleutel. De anderen dragen zoveel minder.", "That is €{value#} more than by the key. The others bear so much less."},
	{"added", "Daar komt € {value#} bij door {bounds}.", "To that €{value#} is added by {bounds}."},
	{"together", "Samen is dat voor {party} € {value#}.", "Together that is €{value#} for {party}."},
	{"together-at-most", "Samen is dat voor {party} € {value#}, het hoogste wat {party} draagt.", "Together that is €{value#} for {party}, the most that {party} bears."},
	{"taken-off", "Daar gaat € {value#} af door {bounds}.", "Of that €{value#} is taken off by {bounds}."},
	{"remains", "Dan blijft voor {party} € {value#} over.", "That leaves €{value#} for {party}."},
	{"remains-at-least", "Dan blijft voor {party} € {value#} over, het laagste wat {party} draagt.", "That leaves €{value#} for {party}, the least that {party} bears."},
	{"gap-of-key", "Naar de sleutel draagt niemand € {value#}.", "By the key nobody bears €{value#}."},
}
