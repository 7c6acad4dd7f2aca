package funding

import (
	"strings"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// ownWords are the words of the steps that belong to no rule of an agreement.
var ownWords = []struct {
	rule  string
	words []stepWords
}{
	{"division/1", []stepWords{
		{"shares", "Op {party} komt {weight#} van de {weights#}{unit}. Van € {total#} is dat{rounded} € {amount#}.{difference}", "{party} counts for {weight#} of the {weights#}{unit}. Of €{total#} that is{rounded} €{amount#}.{difference}"},
		{"shares-gap", "Niemand draagt {weight#} van de {weights#}{unit}. Van € {total#} is dat{rounded} € {amount#}: een tekort.{difference}", "Nobody bears {weight#} of the {weights#}{unit}. Of €{total#} that is{rounded} €{amount#}: a gap.{difference}"},
		{"shares-limited", "{party} draagt{rounded} € {amount#}.{difference}", "{party} bears{rounded} €{amount#}.{difference}"},
		{"shares-limited-gap", "Niemand draagt{rounded} € {amount#}: een tekort.{difference}", "Nobody bears{rounded} €{amount#}: a gap.{difference}"},
		{"shares-alone", "Het hele bedrag van € {total#} komt op {party}. Dat is{rounded} € {amount#}.", "The whole amount of €{total#} falls to {party}. That is{rounded} €{amount#}."},
		{"shares-whole", "Het hele bedrag van € {amount#} komt op {party}.", "The whole amount of €{amount#} falls to {party}."},
	}},
	{"routing/1", []stepWords{
		{"education-minutes", "De school ondersteunt zelf {minutesPerPupil~} per leerling per week. Voor {pupils#} {pupils|leerling|leerlingen} is dat {value~} per week.", "The school itself supports {minutesPerPupil~} per pupil a week. For {pupils#} {pupils|pupil|pupils} that is {value~} a week."},
	}},
	{"limits/1", limitWords},
	{"cover/1", coverWords},
	{"party-time/1", partyTimeWords},
	{"total/1", []stepWords{
		{"bears", "In totaal draagt {party} € {value#}.", "In total {party} bears €{value#}."},
	}},
}

var unitWords = []struct{ unit, nl, en string }{
	{UnitPupils, "leerlingen", "pupils"},
	{UnitPupilDays, "leerlingdagen", "pupil days"},
	{UnitPupilMonths, "leerlingmaanden", "pupil months"},
	{UnitDays, "dagen", "days"},
	{UnitMonths, "maanden", "months"},
	{UnitMinutes, "minuten per week", "minutes a week"},
	{UnitEuro, "euro", "euros"},
	{UnitFte, "fte", "fte"},
	{UnitFraction, "deel", "part"},
	{UnitPercent, "procent", "per cent"},
}

// wordsOf finds the words of a step.
func wordsOf(rule, name string) (stepWords, bool) {
	for i := range ownWords {
		if ownWords[i].rule == rule {
			return match(ownWords[i].words, name)
		}
	}
	for i := range costs.Variants {
		if costs.Variants[i].Rule == rule {
			return match(costs.Variants[i].New().words(), name)
		}
	}
	for i := range keys.Variants {
		if keys.Variants[i].Rule == rule {
			return match(keys.Variants[i].New().words(), name)
		}
	}
	for i := range flows.Variants {
		if flows.Variants[i].Rule == rule {
			return match(flows.Variants[i].New().words(), name)
		}
	}
	return stepWords{}, false
}

func match(list []stepWords, name string) (stepWords, bool) {
	for _, w := range list {
		if w.name == name || strings.HasSuffix(w.name, "-") && strings.HasPrefix(name, w.name) {
			return w, true
		}
	}
	return stepWords{}, false
}

// Sentence is one step of an explanation in words (uitleg), with the step of the trace that it reads out.
type Sentence struct {
	Component string // id of the component; "" for what holds for all
	Step      string // address of the step
	Text      string
	Basis     string // legal basis or source; "" when the rule declares none
}

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
		if s.Op == OpAllocate {
			list = x.explainShares(list, s, party, l)
			continue
		}
		list = x.say(list, s, s.Name, x.params(s, l), l)
	}
	if party != "" {
		list = x.explainReceipts(list, party, l)
	}
	return list
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
		for _, c := range components {
			if c == id {
				return true
			}
		}
		return id == ""
	}
}

// component is the id of the component that a step belongs to; "" for what holds for all.
func (s *Step) component() string {
	if s.Rule == "total/1" || s.Rule == "routing/1" {
		return ""
	}
	id, _, _ := strings.Cut(s.ID, "/")
	return id
}

// say adds the sentence of a step, when it has words by this name.
func (x *Result) say(list []Sentence, s *Step, name string, params []zio.Param, l zio.Lang) []Sentence {
	w, found := stepWords{}, false
	if s.Party == gapParty {
		w, found = wordsOf(s.Rule, name+"-gap")
	}
	if !found {
		w, found = wordsOf(s.Rule, name)
	}
	if !found {
		return list
	}
	text := w.en
	if l == zio.Dutch {
		text = w.nl
	}
	if strings.HasSuffix(w.name, "-") {
		params = append(params[:len(params):len(params)], zio.Param{Name: "which", Value: name[len(w.name):]})
	}
	text = zio.Fill(text, l, params)
	for i := range s.Inputs {
		if strings.HasPrefix(s.Inputs[i].Ref, fromEstimate) {
			text += estimateWords(l)
			break
		}
	}
	if text[0] >= 'a' && text[0] <= 'z' { // a sentence may begin with what has no capital by itself
		text = string(text[0]-'a'+'A') + text[1:]
	}
	return append(list, Sentence{Component: s.component(), Step: s.ID, Text: text, Basis: s.Basis})
}

// estimateWords is the sentence behind a step that counts pupils of whom only a range is known.
func estimateWords(l zio.Lang) string {
	if l == zio.Dutch {
		return " Dit aantal is een schatting: niet elk aantal is precies bekend."
	}
	return " This number is an estimate: not every number is known exactly."
}

func (x *Result) params(s *Step, l zio.Lang) []zio.Param {
	params := make([]zio.Param, 0, len(s.Inputs)+4)
	unit := unitText(s.Unit, l)
	if s.Rule == proRataRule.Rule && s.Unit == UnitNumber && len(s.Inputs) > 0 {
		unit = basisText(s.Inputs[0].Name, l)
	}
	params = append(params, zio.Param{Name: "value", Value: s.Value}, zio.Param{Name: "party", Value: x.Name(s.Party, l)}, zio.Param{Name: "unit", Value: unit})
	if k := strings.Index(s.Name, "-to-"); k >= 0 {
		params = append(params, zio.Param{Name: "payee", Value: x.Name(s.Name[k+4:], l)})
	}
	if s.Rule == "limits/1" && (s.Name == "added" || s.Name == "taken-off") {
		params = append(params, zio.Param{Name: "bounds", Value: x.boundWords(s, l)})
	}
	if s.Op != OpAllocate && len(s.Inputs) <= 10 { // what has many inputs has no words for each
		for _, in := range s.Inputs {
			params = append(params, zio.Param{Name: in.Name, Value: in.Value})
		}
	}
	return params
}

// explainShares reads a division over parties: one sentence for each of its parties, or for one. A division of what
// one party pays is one sentence.
func (x *Result) explainShares(list []Sentence, s *Step, party string, l zio.Lang) []Sentence {
	if len(s.Inputs) == 0 || s.Party == "" && len(s.Inputs) != len(s.Shares)+1 {
		return list
	}
	params := x.params(s, l)
	params = append(params, zio.Param{Name: "total", Value: s.Inputs[0].Value})
	if s.Party != "" {
		text := ""
		for i, part := range s.Shares {
			if i > 0 {
				text += ", "
			}
			text += x.Name(part.Party, l) + " € " + zio.FormatNumber(part.Value, l)
		}
		return x.say(list, s, s.Name, append(params, zio.Param{Name: "shares", Value: text}), l)
	}
	sum := money.Exact{}
	for _, in := range s.Inputs[1:] {
		w, err := ParseAmount(in.Value)
		if err == nil {
			sum, err = sum.Add(w)
		}
		if err != nil {
			return list
		}
	}
	if s.Division != nil && !s.Division.Divisor.IsZero() {
		sum = s.Division.Divisor
	}
	for i, part := range s.Shares {
		if party != "" && part.Party != party {
			continue
		}
		in := s.Inputs[i+1]
		own := append(params[:len(params):len(params)], zio.Param{Name: "weight", Value: in.Value}, zio.Param{Name: "weights", Value: exactText(sum, UnitNumber)},
			zio.Param{Name: "amount", Value: part.Value}, zio.Param{Name: "rounded", Value: roundedWords(s.Division, l)},
			zio.Param{Name: "difference", Value: differenceWords(s.Division, s.Inputs[0].Value, in.Value, sum, part.Value, l)})
		own[1].Value, own[2].Value = x.Name(part.Party, l), unitText(in.Unit, l)
		name := s.Name
		if strings.Contains(in.Ref, "/limits/") {
			name += "-limited"
		}
		switch {
		case part.Party == gapParty:
			name += "-gap"
		case len(s.Shares) == 1:
			name = s.Name + "-alone"
			if part.Value == s.Inputs[0].Value {
				name = s.Name + "-whole"
			}
		}
		list = x.say(list, s, name, own, l)
	}
	return list
}

// roundedWords says to what a share was rounded, between commas; nothing of cents.
func roundedWords(d *money.Division, l zio.Lang) string {
	i := 0
	if l == zio.Dutch {
		i = 1
	}
	switch {
	case d == nil:
	case d.Unit == money.WholeEuro:
		return [...]string{", rounded to whole euros,", ", afgerond op hele euro's,"}[i]
	case d.Unit == money.Thousand:
		return [...]string{", rounded to thousands of euros,", ", afgerond op duizenden euro's,"}[i]
	}
	return ""
}

// differenceWords is the sentence of a share that is a unit or more away from what its weight gives, because it takes the
// difference by rounding of all; nothing of any other.
func differenceWords(d *money.Division, total, weight string, sum money.Exact, amount string, l zio.Lang) string {
	if d == nil {
		return ""
	}
	t, err := ParseAmount(total)
	w, err2 := ParseAmount(weight)
	a, err3 := ParseAmount(amount)
	if err != nil || err2 != nil || err3 != nil {
		return ""
	}
	exact, err := t.Mul(w)
	if err == nil {
		exact, err = exact.Quo(sum)
	}
	if err != nil {
		return ""
	}
	if apart, err := a.Sub(exact); err != nil || apart.Abs().Compare(ratio(d.Unit.Cents(), 100)) < 0 {
		return ""
	}
	text := " Without the difference by rounding that would be €{exact#}."
	if l == zio.Dutch {
		text = " Zonder het verschil door afronden was dat € {exact#}."
	}
	cents, err := exact.Mul(money.ExactFromInt(100))
	if err != nil {
		return ""
	}
	near, err := cents.Euro(money.HalfUp)
	if err != nil {
		return ""
	}
	return zio.Fill(text, l, []zio.Param{{Name: "exact", Value: near.String()}})
}

// explainReceipts tells a party what it receives from others.
func (x *Result) explainReceipts(list []Sentence, party string, l zio.Lang) []Sentence {
	for _, t := range x.Transfers {
		if t.To != party {
			continue
		}
		text := "{to} receives €{amount#} from {from}."
		if l == zio.Dutch {
			text = "{to} ontvangt € {amount#} van {from}."
		}
		list = append(list, Sentence{Component: t.Component, Step: t.Ref, Text: zio.Fill(text, l, []zio.Param{
			{Name: "to", Value: x.Name(t.To, l)}, {Name: "from", Value: x.Name(t.From, l)}, {Name: "amount", Value: t.Amount.String()}})})
	}
	return list
}

// ParseAmount reads a number of a trace: a decimal or a fraction "n/d".
func ParseAmount(s string) (money.Exact, error) {
	if f, err := money.ParseFactor(s); err == nil {
		return f.Exact(), nil
	}
	return money.ParseExact(s)
}

// Name is the name of a party of the result, or its id when the result does not name it.
func (x *Result) Name(id string, l zio.Lang) string {
	if id == gapParty {
		if l == zio.Dutch {
			return "het tekort"
		}
		return "the gap"
	}
	for i := range x.Parties {
		if x.Parties[i].ID == id {
			return x.Parties[i].Name
		}
	}
	return id
}

// unitText is a space and the word for a unit; "" for a plain number.
func unitText(unit string, l zio.Lang) string {
	for _, u := range unitWords {
		if u.unit == unit {
			if l == zio.Dutch {
				return " " + u.nl
			}
			return " " + u.en
		}
	}
	return ""
}

// basisText is a space and what a series counts, in the words of people where it is a usual one.
func basisText(basis string, l zio.Lang) string {
	for _, b := range basisWords {
		if b.basis == basis {
			if l == zio.Dutch {
				return " " + b.nl
			}
			return " " + b.en
		}
	}
	return " (" + basis + ")"
}

var basisWords = []struct{ basis, nl, en string }{
	{"inhabitants", "inwoners", "inhabitants"},
	{"clients", "cliënten", "clients"},
	{"resident-students", "studenten", "students"},
	{"sites", "vestigingen", "sites"},
	{"youth-under-18", "jongeren tot 18 jaar", "young people under 18"},
}
