package convenant_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/examples/agreements"
	"github.com/zio-collectief/zio/examples/internal/convenant"
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

var update = flag.Bool("update", false, "write the golden files")

// examples are all agreements of the systems, of the worked year and of the schema.
func examples(t *testing.T) map[string][]byte {
	list := map[string][]byte{}
	for _, s := range agreements.List() {
		for _, name := range s.Agreements() {
			data, err := s.Read(name)
			require.NoError(t, err)
			list[s.ID+"/"+name] = data
		}
	}
	files, err := filepath.Glob("../../year/*.agreement.json")
	require.NoError(t, err)
	for _, name := range append(files, "../../../schema/examples/agreement.json") {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		list[name] = data
	}
	require.Greater(t, len(list), 30)
	return list
}

func read(t *testing.T, data []byte) *funding.Agreement {
	a, problems := funding.ReadAgreement(data)
	require.Empty(t, problems)
	return a
}

// leaf is a member of a document that is no object and no list.
type leaf struct {
	pointer, name string
	value         any // string, json.Number or bool
	set           func(any)
}

// leaves are those of a value, in no order; set puts another value in its place.
func leaves(pointer, name string, v any, set func(any)) []leaf {
	var list []leaf
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			list = append(list, leaves(pointer+"/"+k, k, x, func(y any) { v[k] = y })...)
		}
	case []any:
		for i, x := range v {
			list = append(list, leaves(fmt.Sprint(pointer, "/", i), name, x, func(y any) { v[i] = y })...)
		}
	default:
		list = append(list, leaf{pointer, name, v, set})
	}
	return list
}

func decode(t *testing.T, data []byte) any {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var v any
	require.NoError(t, d.Decode(&v))
	return v
}

// chosen are the members of an agreement and of its rules that have a closed set of values.
var chosen = func() []string {
	var names []string
	var collect func([]strictjson.FieldDescription)
	collect = func(fields []strictjson.FieldDescription) {
		for _, d := range fields {
			if len(d.Choices) > 0 {
				names = append(names, d.Name)
			}
			if d.Item != nil {
				collect(d.Item.Fields)
			}
		}
	}
	collect(strictjson.Describe((*funding.Agreement).Bind).Fields)
	for _, r := range slices.Concat(funding.CostRules(), funding.KeyRules(), funding.FlowRules()) {
		collect(r.Fields)
	}
	return names
}()

// written is how a leaf stands in a Dutch text; "" when it stands there in other words, or in another language.
func written(a *funding.Agreement, l leaf) string {
	if n, ok := l.value.(json.Number); ok {
		return grouped(n.String())
	}
	s, ok := l.value.(string)
	switch l.name {
	case "$schema", "titleEn", "aboutEn", "textEn", "reasonEn", "rule", "basis":
		return ""
	case "party", "payer", "cashier", "host", "home", "grantor", "recipient", "named", "municipality":
		return a.Party(s).Name
	}
	if !ok || slices.Contains(chosen, l.name) {
		return ""
	}
	if d := strings.Split(s, "-"); len(d) == 3 && len(s) == 10 && len(d[0]) == 4 {
		months := []string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}
		for i, m := range months {
			if d[1] == fmt.Sprintf("%02d", i+1) {
				return strings.TrimPrefix(d[2], "0") + " " + m + " " + d[0]
			}
		}
	}
	if strings.Trim(s, "0123456789.") == "" && !slices.Contains([]string{"id", "sites", "site", "product"}, l.name) {
		return grouped(s)
	}
	return s
}

// grouped is a number with a point between thousands and a comma before the decimals.
func grouped(s string) string {
	whole, decimals, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "." + whole[i:]
	}
	if decimals != "" {
		whole += "," + decimals
	}
	return whole
}

// section is an article as it was read back from a text, with the places that it says it comes from.
type section struct {
	text     string
	pointers []string
}

// fromMarkdown reads the articles and annexes back; the heading of a chapter belongs to the article below it.
func fromMarkdown(text string) []section {
	list, chapter := []section{{}}, ""
	for _, line := range strings.Split(text, "\n") {
		last := &list[len(list)-1]
		switch {
		case strings.HasPrefix(line, "### ") || strings.HasPrefix(line, "## Bijlage "):
			list, chapter = append(list, section{text: chapter + line + "\n"}), ""
		case strings.HasPrefix(line, "## "):
			chapter = line + "\n"
		case strings.HasPrefix(line, "*In het document: "):
			last.pointers = strings.Split(strings.Trim(line, "*")[len("In het document: "):], ", ")
		default:
			last.text += line + "\n"
		}
	}
	return list
}

// requireAll asks of every member of an agreement that it stands in an article that says it comes from there. The title, the parties
// and what the agreement is about stand above the articles.
func requireAll(t *testing.T, name string, a *funding.Agreement, data []byte, list []section) {
	found, top := 0, list[0].text
	for _, l := range leaves("", "", decode(t, data), nil) {
		want := written(a, l)
		if want == "" || onlyPayee(l.pointer) {
			continue
		}
		in := ""
		for _, s := range list {
			for _, p := range s.pointers {
				if l.pointer == p || strings.HasPrefix(l.pointer, p+"/") {
					in += s.text
				}
			}
		}
		for _, p := range []string{"/id", "/title", "/about", "/parties/"} {
			if strings.HasPrefix(l.pointer, p) {
				in += top
			}
		}
		require.True(t, strings.Contains(in, want), "%s%s: %q", name, l.pointer, want)
		found++
	}
	require.Greater(t, found, 10, name)
}

// Every amount, party, number, day and free text of every agreement stands in the article that says it comes from there.
func TestReadBack(t *testing.T) {
	for name, data := range examples(t) {
		a := read(t, data)
		d := convenant.Of(a, zio.Dutch)
		requireAll(t, name, a, data, fromMarkdown(string(d.AppendMarkdown(nil, true))))
		var word bytes.Buffer
		require.NoError(t, d.WriteWord(&word, true))
		requireAll(t, name+" (Word)", a, data, fromWord(t, word.Bytes()))
	}
}

// Whatever member of an agreement changes, its text changes, in both languages: nothing is left out.
func TestEveryMemberIsInTheText(t *testing.T) {
	all, pool := examples(t), map[string][]any{"rounding": {"half-up", "half-even"}, "method": {"largest-remainder", "keep"}, "unit": {"cent", "thousand"}, "charge": {"right", "use"}, "kindsTogether": {"yes", "no"},
		"part": {"state", "both"}, "cutOff": {"redistribute", "leave-as-gap"}, "adultRoute": {"wmo", "grey"}, "boundary": {"below", "at-most"}, "partyTime": {"by-days", "by-months"}, "by": {"days", "months"},
		"frequency": {"monthly", "quarterly"}, "budgetYear": {"calendar", "school-year"}, "nonParticipants": {"redistribute", "leave-as-gap"}, "corridor": {"5", "6"}}
	for _, data := range all {
		for _, l := range leaves("", "", decode(t, data), nil) {
			if !slices.Contains(pool[l.name], l.value) && len(pool[l.name]) < 4 {
				pool[l.name] = append(pool[l.name], l.value)
			}
		}
	}
	changed := map[string]bool{}
	for name, data := range all {
		if testing.Short() && !strings.HasSuffix(name, "/agreement.json") {
			continue
		}
		a := read(t, data)
		nl, en := convenant.Of(a, zio.Dutch), convenant.Of(a, zio.English)
		document := decode(t, data)
		for _, l := range leaves("", "", document, nil) {
			if onlyPayee(l.pointer) {
				continue
			}
			for _, other := range others(l, pool) {
				l.set(other)
				b, err := json.Marshal(document)
				require.NoError(t, err)
				c, problems := funding.ReadAgreement(b)
				l.set(l.value)
				if len(problems) > 0 {
					continue
				}
				same := []bool{reflect.DeepEqual(nl, convenant.Of(c, zio.Dutch)), reflect.DeepEqual(en, convenant.Of(c, zio.English))}
				switch {
				case strings.HasSuffix(l.name, "En"):
					require.False(t, same[1], "%s%s", name, l.pointer)
				case l.name == "title" || l.name == "about" || l.name == "text" || l.name == "reason": // the English may have a text of its own
					require.False(t, same[0], "%s%s", name, l.pointer)
				default:
					require.False(t, same[0] || same[1], "%s%s: %v for %v", name, l.pointer, other, l.value)
				}
				changed[l.name] = true
				break
			}
		}
	}
	for _, name := range []string{"amount", "rounding", "method", "unit", "instrument", "collectedAs", "frequency", "budgetYear", "by", "corridor", "partyTime", "nonParticipants", "charge", "kindsTogether", "part",
		"cutOff", "adultRoute", "boundary", "measure", "basis", "kind", "participates", "from", "until", "route"} {
		require.True(t, changed[name] || testing.Short(), name)
	}
}

// onlyPayee reports whether a leaf is the weight of a payee who may be the only one: it makes no difference to anybody.
func onlyPayee(pointer string) bool {
	return strings.HasSuffix(pointer, "/payees/0/weight") || strings.HasSuffix(pointer, "/onward/0/weight")
}

// others are values in place of one: those that stand at members of the same name, and one that is new.
func others(l leaf, pool map[string][]any) []any {
	list := slices.DeleteFunc(slices.Clone(pool[l.name]), func(v any) bool { return v == l.value })
	switch v := l.value.(type) {
	case bool:
		return []any{!v}
	case string:
		list = append(list, v+"x")
	}
	return list
}

// A rule without clauses of its own has clauses too: with every amount, party, number, day and free text of it, and with every choice.
func TestDeclared(t *testing.T) {
	found := 0
	for name, data := range examples(t) {
		a := read(t, data)
		for i, c := range decode(t, data).(map[string]any)["components"].([]any) {
			text := convenant.Declared(a, &a.Components[i], zio.Dutch)
			for _, part := range []string{"cost", "key", "flow"} {
				for _, l := range leaves("", "", c.(map[string]any)[part], nil) {
					require.Contains(t, text, written(a, l), "%s: %s of component %d: %s", name, part, i, l.pointer)
					found++
				}
			}
		}
	}
	require.Greater(t, found, 500)
	a := read(t, examples(t)["vijf-gemeenten/agreement.degressive.json"])
	// by hand, from what the rules declare
	require.Contains(t, convenant.Declared(a, &a.Components[0], zio.Dutch), "Afgesproken is:\nWelke leerlingen tellen? leerlingen op school\nTreden: Boven dit aantal leerlingen: 0, Prijs per leerling: € 1.200,00\nTreden: Boven dit aantal leerlingen: 60, Prijs per leerling: € 800,00\n")
	require.Contains(t, convenant.Declared(a, &a.Components[0], zio.English), "What is agreed:\nWhich pupils count? pupils at school\nSteps: Above this number of pupils: 0, Price per pupil: €1,200.00\n")
}

// An agreement with every rule is here, so that every rule is in a text.
func TestEveryRuleIsInAnAgreement(t *testing.T) {
	var all strings.Builder
	for _, data := range examples(t) {
		all.Write(data)
	}
	for _, list := range [][]funding.RuleDescription{funding.CostRules(), funding.KeyRules(), funding.FlowRules()} {
		for _, r := range list {
			require.Contains(t, all.String(), `"`+r.Rule+`"`, "no example has it, so nothing here looks at its clauses")
		}
	}
}

// What was not agreed is a gap and says so; nothing is made up for it.
func TestGaps(t *testing.T) {
	s, _ := agreements.Find("hele-school")
	data, err := s.Read("agreement.json")
	require.NoError(t, err)
	text := string(convenant.Of(read(t, data), zio.Dutch).AppendMarkdown(nil, false))
	for _, gap := range []string{"Wanneer de betalingen vervallen: [in te vullen:", "Hoe na afloop wordt afgerekend: [in te vullen:", "Hoe een geschil wordt opgelost: [in te vullen:", "Hoe dit convenant wordt gewijzigd: [in te vullen:", "Hoe een partij toetreedt of uittreedt: [in te vullen:"} {
		require.Contains(t, text, gap)
	}
	require.NotContains(t, text, "In het document:")
	english := string(convenant.Of(read(t, data), zio.English).AppendMarkdown(nil, true))
	require.Contains(t, english, "[to be filled in:")
	for _, dutch := range []string{"in te vullen", "Artikel", "gemeente Amersfoort"} {
		require.NotContains(t, english, dutch)
	}
}

func TestGolden(t *testing.T) {
	for name, l := range map[string]zio.Lang{"st-maartenschool/agreement.json": zio.Dutch, "../../year/1-budget.agreement.json": zio.Dutch, "vijf-gemeenten/agreement.exit.json": zio.English} {
		data, found := examples(t)[name]
		require.True(t, found)
		file := "testdata/" + strings.NewReplacer("../", "", "/", "-", ".json", "").Replace(name) + "." + l.String() + ".md"
		text := convenant.Of(read(t, data), l).AppendMarkdown(nil, true)
		if *update {
			require.NoError(t, os.WriteFile(file, text, 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Equal(t, string(want), string(text), "go test ./examples/internal/convenant -update")
	}
}
