package funding

import (
	"strings"

	"github.com/zio-collectief/zio/zio"
)

// tell records what the limits did to the part that each party has by the key. It changes no amount. goesOn says that the
// others bear what a bound cuts off, and all of it when nothing is left of it.
func (r *record) tell(list []bounded, goesOn, left bool) {
	if !r.tracing() {
		return
	}
	for i := range list {
		b := &list[i]
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
	}
}

func bound(name, suffix string, at bool) string {
	if at {
		return name + suffix
	}
	return name
}

// boundWords names the parties of a component whose own bound changed their part: "de bovengrens van Utrecht".
func (x *Result) boundWords(of *Step, l zio.Lang) string {
	text := ""
	for _, side := range [...]struct{ step, nl, en string }{
		{"at-most", "de bovengrens van ", "the cap of "},
		{"at-least", "de ondergrens van ", "the floor of "},
	} {
		var names []string
		for i := range x.Trace.Steps {
			if s := &x.Trace.Steps[i]; s.Rule == of.Rule && s.Name == side.step && s.component() == of.component() {
				names = append(names, x.Name(s.Party, l))
			}
		}
		if len(names) == 0 {
			continue
		}
		if text != "" {
			text += zio.InLang(l, " en ", " and ")
		}
		text += zio.InLang(l, side.nl, side.en) + listed(names, l)
	}
	return text
}

// listed joins names as a sentence does, at most four of them.
func listed(names []string, l zio.Lang) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	and := zio.InLang(l, " en ", " and ")
	if last > 3 {
		return strings.Join(names[:3], ", ") + and + zio.InLang(l, "anderen", "others")
	}
	return strings.Join(names[:last], ", ") + and + names[last]
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
