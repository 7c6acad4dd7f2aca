package funding

import (
	"strings"

	"github.com/zio-collectief/zio/zio"
)

// unitWords are the words for units, of one and of more.
var unitWords = []struct{ unit, nl, en, nl1, en1 string }{
	{UnitPupils, "leerlingen", "pupils", "leerling", "pupil"},
	{UnitPupilDays, "leerlingdagen", "pupil days", "leerlingdag", "pupil day"},
	{UnitPupilMonths, "leerlingmaanden", "pupil months", "leerlingmaand", "pupil month"},
	{UnitDays, "dagen", "days", "dag", "day"},
	{UnitMonths, "maanden", "months", "maand", "month"},
	{UnitMinutes, "minuten per week", "minutes a week", "minuut per week", "minute a week"},
	{UnitEuro, "euro", "euros", "euro", "euro"},
	{UnitFte, "fte", "fte", "fte", "fte"},
	{UnitFraction, "deel", "part", "deel", "part"},
	{UnitPercent, "procent", "per cent", "procent", "per cent"},
	{"inhabitants", "inwoners", "inhabitants", "inwoner", "inhabitant"},
	{"clients", "cliënten", "clients", "cliënt", "client"},
	{"resident-students", "studenten", "students", "student", "student"},
	{"gemeentefonds", "euro uit het gemeentefonds", "euros of the municipal fund", "euro uit het gemeentefonds", "euro of the municipal fund"},
	{"sites", "vestigingen", "sites", "vestiging", "site"},
	{"youth-under-18", "jongeren tot 18 jaar", "young people under 18", "jongere tot 18 jaar", "young person under 18"},
	{weightedPupilsRule.Rule, "gewogen leerlingen", "weighted pupils", "gewogen leerling", "weighted pupil"},
	{givenRule.Rule, "delen", "parts", "deel", "part"},
	{mixedRule.Rule, "delen", "parts", "deel", "part"},
	{hybridRule.Rule, "procent", "per cent", "procent", "per cent"},
}

// unitText is a space and the word for a unit, or for what a series counts, that goes with a number; "" for a plain number.
func unitText(unit, number string, l zio.Lang) string {
	for _, u := range unitWords {
		switch {
		case u.unit != unit:
		case number == "1":
			return " " + zio.InLang(l, u.nl1, u.en1)
		default:
			return " " + zio.InLang(l, u.nl, u.en)
		}
	}
	if unit == UnitNumber || isAmount(unit) {
		return ""
	}
	return " (" + unit + ")"
}

// counts is what a step counts: its unit, or where that is a plain number what its series counts, or of which key it is a part.
func (s *Step) counts() string {
	switch {
	case s.Unit != UnitNumber || s.Name != "weight":
	case s.Rule == mixedRule.Rule, s.Rule == hybridRule.Rule, s.Rule == weightedPupilsRule.Rule, s.Rule == givenRule.Rule:
		return s.Rule
	case s.Rule == proRataRule.Rule && len(s.Inputs) > 0:
		return s.Inputs[0].Name
	}
	return s.Unit
}

// countsOf is what the weights count that a step divides by: the first of them that says so; a plain number when none does.
func (x *Result) countsOf(weights []Input) string {
	for _, in := range weights {
		for i := range x.Trace.Steps {
			if s := &x.Trace.Steps[i]; in.Ref == fromTrace+s.ID {
				if c := s.counts(); c != UnitNumber {
					return c
				}
				break
			}
		}
	}
	return UnitNumber
}

// portion says which part of the cost a key inside another divides: "de helft (1 van 2 delen)", "60 procent".
func (x *Result) portion(of *Step, l zio.Lang) string {
	inside := of.ID
	if of.Party != "" {
		inside = strings.TrimSuffix(inside, of.Name+"/"+of.Party) + "portion"
	}
	for i := range x.Trace.Steps {
		s := &x.Trace.Steps[i]
		if s.ID != inside || len(s.Inputs) != 2 {
			continue
		}
		size := zio.FormatNumber(s.Inputs[0].Value, l)
		if of.Rule == hybridRule.Rule {
			return size + unitText(hybridRule.Rule, "", l)
		}
		text := size + zio.InLang(l, " van ", " of ") + zio.FormatNumber(s.Inputs[1].Value, l) + unitText(mixedRule.Rule, s.Inputs[1].Value, l)
		if s.Value == "0.5" {
			return zio.InLang(l, "de helft", "half") + " (" + text + ")"
		}
		return text
	}
	return ""
}

// inside reports whether a party has a step in the part of a key that a step is about.
func (x *Result) inside(portion *Step, party string) bool {
	part := strings.TrimSuffix(portion.ID, portion.Name)
	for i := range x.Trace.Steps {
		if s := &x.Trace.Steps[i]; s.Party == party && strings.HasPrefix(s.ID, part) {
			return true
		}
	}
	return false
}

// nested reports whether a step belongs to a key inside another.
func (s *Step) nested() bool {
	return strings.Contains(s.ID, "/part-") || strings.Contains(s.ID, "/common/") || strings.Contains(s.ID, "/own/")
}
