package funding

import (
	"slices"
	"strings"

	"github.com/zio-collectief/zio/zio"
)

// Explain tells in words how the result was reached (uitleg): of one party, or of all when party is "". Of a step that does
// not hold together, in a result that somebody else wrote, it says nothing; [Result.Check] finds that such a result was changed.
func (x *Result) Explain(party string, l zio.Lang) []Sentence {
	if x == nil {
		return nil
	}
	var list []Sentence
	concerned := x.concerns(party)
	for i := range x.Trace.Steps {
		s := &x.Trace.Steps[i]
		if party != "" && (s.Party != "" && s.Party != party || s.Party == "" && !concerned(s)) {
			continue
		}
		if s.Name == "portion" && party != "" && !x.inside(s, party) {
			continue
		}
		if party == "" && s.Party != "" && s.Name != "gap-left" && nothing(s.Value) {
			continue // of who has no part
		}
		if s.Name == "weight" && !x.weighs(s) {
			continue
		}
		if s.Op == OpAllocate {
			list = x.explainShares(list, s, party, l)
			continue
		}
		list = x.say(list, s, s.Name, x.params(s, l), l)
	}
	if party != "" {
		list = x.explainPayments(list, party, l)
		list = x.explainLeftOut(list, party, l)
	}
	return list
}

// weighs reports of the weight of a party whether it counts: where some parties bear amounts, the others alone divide what is left.
func (x *Result) weighs(weight *Step) bool {
	rest, found := strings.CutSuffix(weight.ID, "others/weight/"+weight.Party)
	if !found {
		return true
	}
	for i := range x.Trace.Steps {
		if s := &x.Trace.Steps[i]; s.ID == rest+"others/weights" {
			for j := range s.Inputs {
				if s.Inputs[j].Name == weight.Party {
					return true
				}
			}
			return false
		}
	}
	return true
}

// concerns reports of a step whether it concerns a party: what holds for all components does, and otherwise a component
// in which the party bears, weighs, pays or receives something.
func (x *Result) concerns(party string) func(*Step) bool {
	var components []string
	for i := range x.Components {
		for j := range x.Components[i].Shares {
			if x.Components[i].Shares[j].Party == party {
				components = insertText(components, x.Components[i].ID)
			}
		}
	}
	for i := range x.Transfers {
		if t := &x.Transfers[i]; t.From == party || t.To == party {
			components = insertText(components, t.Component)
		}
	}
	for i := range x.Trace.Steps {
		if s := &x.Trace.Steps[i]; s.Party == party && s.component() != "" {
			components = insertText(components, s.component())
		}
	}
	return func(s *Step) bool {
		id := s.component()
		return id == "" || slices.Contains(components, id)
	}
}

// explainLeftOut tells a municipality how many of its pupils are not in the pool, and why.
func (x *Result) explainLeftOut(list []Sentence, party string, l zio.Lang) []Sentence {
	for _, g := range x.Routing.Exclusions {
		if g.Home.String() != party {
			continue
		}
		text := zio.InLang(l, "{pupils#} {pupils|leerling|leerlingen} van {party} {pupils|telt|tellen} niet mee in de pot. Reden: {reason}.",
			"{pupils#} {pupils|pupil|pupils} of {party} {pupils|is|are} not in the pool. Reason: {reason}.")
		if g.Pupils == 0 {
			text = zio.InLang(l, "Van {party} is {minutes~} per week niet in de pot. Reden: {reason}.", "Of {party} {minutes~} a week is not in the pool. Reason: {reason}.")
		}
		list = append(list, Sentence{Text: zio.Fill(text, l, []zio.Param{{Name: "party", Value: x.Name(party, l)}, {Name: "pupils", Value: itoa(g.Pupils)},
			{Name: "minutes", Value: itoa(g.MinutesPerWeek)}, {Name: "reason", Value: g.Reason.Words(l)}}), Basis: g.Basis})
	}
	return list
}

// explainPayments tells a party what it receives from others, and what it pays where the step is about who receives it.
func (x *Result) explainPayments(list []Sentence, party string, l zio.Lang) []Sentence {
	for i := range x.Transfers {
		t := &x.Transfers[i]
		text := ""
		switch {
		case t.To == party:
			text = zio.InLang(l, "{to} ontvangt € {paid#} {as} van {from}.", "{to} receives €{paid#} {as} from {from}.")
		case t.From == party && !told(list, t.Ref):
			text = zio.InLang(l, paymentNL, paymentEN)
		default:
			continue
		}
		list = append(list, Sentence{Component: t.Component, Step: t.Ref, Text: zio.Fill(text, l, t.params(x, l))})
	}
	return list
}

// told reports whether one of the sentences is of the step that a reference leads to.
func told(list []Sentence, ref string) bool {
	step, _, _ := strings.Cut(strings.TrimPrefix(ref, fromTrace), "#")
	for i := range list {
		if list[i].Step == step {
			return true
		}
	}
	return false
}
