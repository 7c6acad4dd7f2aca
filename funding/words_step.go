package funding

import (
	"strings"

	"github.com/zio-collectief/zio/zio"
)

// Sentence is one step of an explanation in words (uitleg), with the step of the trace that it reads out.
type Sentence struct {
	Component string // id of the component; "" for what holds for all
	Step      string // address of the step; "" for pupils who are not in the pool
	Text      string
	Basis     string // legal basis or source; "" when the rule declares none
}

// ownWords are the words of the steps that belong to no rule of an agreement.
var ownWords = []struct {
	rule  string
	words []stepWords
}{

	{"division/1", []stepWords{
		{"shares", "Op {party} {comes} {weight#} van de {weights#}{unit}. Van € {total#} is dat{rounded} € {amount#}.{difference}", "{party} counts for {weight#} of the {weights#}{unit}. Of €{total#} that is{rounded} €{amount#}.{difference}"},
		{"mean", "Voor {weights#} {weights|leerling|leerlingen} is € {total#} gemiddeld € {value#} per leerling.", "For {weights#} {weights|pupil|pupils} €{total#} is €{value#} per pupil on average."},
		{"shares-gap", "Voor {weight#} van de {weights#}{unit} betaalt niemand. Van € {total#} is dat{rounded} € {amount#}: een tekort.{difference}", "Nobody pays for {weight#} of the {weights#}{unit}. Of €{total#} that is{rounded} €{amount#}: a gap.{difference}"},
		{"shares-limited", "{party} draagt{rounded} € {amount#}.{difference}", "{party} bears{rounded} €{amount#}.{difference}"},
		{"shares-limited-gap", "Niemand draagt{rounded} € {amount#}: een tekort.{difference}", "Nobody bears{rounded} €{amount#}: a gap.{difference}"},
		{"shares-percent", "Op {party} komt {weight#} procent. Van € {total#} is dat{rounded} € {amount#}.{difference}", "{party} counts for {weight#} per cent. Of €{total#} that is{rounded} €{amount#}.{difference}"},
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

// wordsOf finds the words of a step.
func wordsOf(rule, name string) (stepWords, bool) {
	for i := range ownWords {
		if ownWords[i].rule == rule {
			return match(ownWords[i].words, name)
		}
	}
	if v := costs.Find(rule); v != nil {
		return match(v.New().words(), name)
	}
	if v := keys.Find(rule); v != nil {
		return match(v.New().words(), name)
	}
	if v := flows.Find(rule); v != nil {
		return match(v.New().words(), name)
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

// say adds the sentence of a step, when it has words by this name.
func (x *Result) say(list []Sentence, s *Step, name string, params []zio.Param, l zio.Lang) []Sentence {
	w, found := stepWords{}, false
	if s.Party == gapParty {
		w, found = wordsOf(s.Rule, name+"-gap")
	}
	if !found && s.nested() {
		w, found = wordsOf(s.Rule, name+"-nested")
	}
	if !found && name == "fraction" && s.Value == "1" {
		w, found = wordsOf(s.Rule, name+"-whole")
	}
	if !found {
		w, found = wordsOf(s.Rule, name)
	}
	if !found {
		return list
	}
	text := zio.InLang(l, w.nl, w.en)
	if strings.Contains(text, "{paid#}") && x.transfer(fromTrace+s.ID) == nil {
		if nothing(s.Value) {
			return list
		}
		text = zio.InLang(l, "{party} houdt € {value#} zelf.", "{party} keeps €{value#} itself.") // nobody pays itself
	}
	if strings.HasSuffix(w.name, "-") {
		params = append(params[:len(params):len(params)], zio.Param{Name: "which", Value: name[len(w.name):]})
	}
	if lacks(text, params) { // a step of a result that somebody changed
		return list
	}
	text = zio.Fill(text, l, params)
	for i := range s.Inputs {
		if strings.HasPrefix(s.Inputs[i].Ref, fromEstimate) {
			text += zio.InLang(l, " Dit aantal is een schatting: niet elk aantal is precies bekend.", " This number is an estimate: not every number is known exactly.")
			break
		}
	}
	if text[0] >= 'a' && text[0] <= 'z' { // a sentence may begin with what has no capital by itself
		text = string(text[0]-'a'+'A') + text[1:]
	}
	return append(list, Sentence{Component: s.component(), Step: s.ID, Text: text, Basis: s.Basis})
}

// lacks reports whether a text has a place for what the parameters do not name.
func lacks(text string, params []zio.Param) bool {
	for {
		_, place, found := strings.Cut(text, "{")
		if !found {
			return false
		}
		place, text, _ = strings.Cut(place, "}")
		place, _, _ = strings.Cut(place, "|")
		place = strings.TrimRight(place, "#~")
		known := false
		for i := range params {
			known = known || params[i].Name == place
		}
		if !known {
			return true
		}
	}
}

func (x *Result) params(s *Step, l zio.Lang) []zio.Param {
	params := make([]zio.Param, 3, len(s.Inputs)+5)
	unit := unitText(s.counts(), s.Value, l)
	switch {
	case s.Name == "fraction" && len(s.Inputs) == 2:
		unit = unitText(x.countsOf(s.Inputs[:1]), "", l)
		fallthrough
	case s.Name == "portion":
		params = append(params, zio.Param{Name: "portion", Value: x.portion(s, l)})
	}
	if s.Label != "" {
		params = append(params, zio.Param{Name: "label", Value: s.Label})
	}
	params[0], params[1], params[2] = zio.Param{Name: "value", Value: s.Value}, zio.Param{Name: "party", Value: x.Name(s.Party, l)}, zio.Param{Name: "unit", Value: unit}
	if t := x.transfer(fromTrace + s.ID); t != nil {
		params = append(params, t.params(x, l)...)
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

// nothing reports whether a number of a trace is 0.
func nothing(s string) bool { return s == "0" || s == "0.00" }
