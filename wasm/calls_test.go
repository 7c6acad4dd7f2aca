package main

import (
	"encoding/base64"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

func value[T any](t *testing.T, request string) T {
	t.Helper()
	r := ask(t, request)
	require.True(t, r.OK, "%s: %v", request, r.Problems)
	var v T
	require.NoError(t, json.Unmarshal(r.Value, &v))
	return v
}

func TestCompare(t *testing.T) {
	cheaper := strings.ReplaceAll(twoTowns, `"rate": "60.00"`, `"rate": "50.00"`)
	request := `{"call":"compare","a":` + twoTowns + `,"b":` + cheaper + `}`
	c := value[struct {
		Parties []struct{ Party, A, B, Difference string }
		Totals  []struct{ Name, A, B, Difference string }
	}](t, request)
	require.Len(t, c.Parties, 2)
	// 5.5 hours times 50.00 times 40 weeks is 11,000.00 a pupil; three pupils make 33,000.00.
	require.Equal(t, "39600.00", c.Parties[0].A)
	require.Equal(t, "33000.00", c.Parties[0].B)
	require.Equal(t, "-6600.00", c.Parties[0].Difference)
	require.Equal(t, "cost", c.Totals[0].Name)
	require.Equal(t, "-8800.00", c.Totals[0].Difference)

	r := ask(t, strings.Replace(request, `"weeks": 40`, `"weeks": 0`, 1))
	require.Equal(t, "/a/agreement/components/0/cost/weeks", r.Problems[0].Pointer)
}

func TestSweep(t *testing.T) {
	s := value[struct {
		Pointer string
		Points  []struct {
			X, Cost, Gap string
			Pooled       int64
			Shares       []struct{ Party, Amount string }
		}
	}](t, with(t, `"call":"sweep","pointer":"/components/0/cost/rate","from":"50.00","to":"60.00","step":"5.00"`))
	require.Equal(t, "/components/0/cost/rate", s.Pointer)
	require.Len(t, s.Points, 3)
	// Four pupils, 220 hours each: 880 hours at 50, 55 and 60.
	for i, want := range []struct{ x, cost string }{{"50.00", "44000.00"}, {"55.00", "48400.00"}, {"60.00", "52800.00"}} {
		require.Equal(t, want.x, s.Points[i].X)
		require.Equal(t, want.cost, s.Points[i].Cost)
		require.Equal(t, int64(4), s.Points[i].Pooled)
	}
	require.Equal(t, "36300.00", s.Points[1].Shares[0].Amount)

	for _, c := range []struct{ members, code string }{
		{`"pointer":"/components/0/cost/nothing","from":"1","to":"2","step":"1"`, "parameter.pointer-unknown"},
		{`"pointer":"/title","from":"1","to":"2","step":"1"`, "parameter.not-a-number"},
		{`"pointer":"/components/0/cost/weeks","from":"1","to":"2","step":"0"`, "sweep.step"},
		{`"pointer":"/components/0/cost/weeks","from":"1","to":"500000","step":"1"`, "sweep.too-many-points"},
		{`"pointer":"/components/0/cost/weeks","from":"518","to":"522","step":"1"`, "document.number-out-of-range"},
	} {
		r := ask(t, with(t, `"call":"sweep",`+c.members))
		require.False(t, r.OK, c.members)
		require.Equal(t, c.code, r.Problems[0].Code, c.members)
	}
}

func TestExplain(t *testing.T) {
	type explanation struct {
		Party, Name, Amount, Text string
		Steps                     []struct{ Component, Step, Text, Source string }
	}
	e := value[explanation](t, with(t, `"call":"explain","party":"0296"`))
	require.Equal(t, "Wijchen", e.Name)
	require.Equal(t, "13200.00", e.Amount)
	require.Contains(t, e.Text, "€ 13.200,00")
	require.Contains(t, e.Text, "5 uur en 30 minuten")
	require.Len(t, strings.Split(e.Text, "\n"), len(e.Steps))
	english := value[explanation](t, with(t, `"call":"explain","party":"0296","lang":"en"`))
	require.Contains(t, english.Text, "€13,200.00")
	require.Greater(t, len(value[explanation](t, with(t, `"call":"explain"`)).Steps), len(e.Steps))
	require.Equal(t, "explain.party-unknown", ask(t, with(t, `"call":"explain","party":"0363"`)).Problems[0].Code)
}

type described struct {
	Name, Kind, Label, Hint, Format, Union string
	Required                               bool
	Min, Max                               int64
	Choices                                []struct{ Value, Label string }
	Fields                                 []described
}

func TestDescribe(t *testing.T) {
	type description struct {
		Parts []struct {
			Part  string
			Rules []struct {
				Rule, Label, Hint string
				Fields            []described
			}
		}
		Agreement, Population struct{ Fields []described }
	}
	d := value[description](t, `{"call":"describe"}`)
	require.Equal(t, []string{"cost", "key", "flow"}, []string{d.Parts[0].Part, d.Parts[1].Part, d.Parts[2].Part})
	for i, rules := range [][]funding.RuleDescription{funding.CostRules(), funding.KeyRules(), funding.FlowRules()} {
		require.Len(t, d.Parts[i].Rules, len(rules), "the form has every rule")
	}
	for _, part := range d.Parts {
		require.NotEmpty(t, part.Rules)
		for _, rule := range part.Rules {
			require.NotEmpty(t, rule.Label, rule.Rule)
			require.NotEmpty(t, rule.Hint, rule.Rule)
			everyFieldHasWords(t, rule.Rule, rule.Fields)
		}
	}
	everyFieldHasWords(t, "agreement", d.Agreement.Fields)
	everyFieldHasWords(t, "population", d.Population.Fields)
	require.Equal(t, "const", d.Agreement.Fields[0].Kind)
	require.Equal(t, zio.SchemaID("agreement"), d.Agreement.Fields[0].Choices[0].Value)
	english := value[description](t, `{"call":"describe","lang":"en"}`)
	require.Equal(t, "Vast budget", d.Parts[0].Rules[0].Label)
	require.NotEqual(t, d.Parts[0].Rules[0].Label, english.Parts[0].Rules[0].Label)
}

// formKinds are the kinds of members that the form of the calculator has a control for: control in wasm/widget/src/details/form.js.
var formKinds = []string{"const", "object", "union", "list", "codes", "texts", "bool", "integer", "code", "text"}

func everyFieldHasWords(t *testing.T, at string, fields []described) {
	t.Helper()
	for _, f := range fields {
		require.NotEmpty(t, f.Label, at+"/"+f.Name)
		require.Contains(t, formKinds, f.Kind, at+"/"+f.Name)
		require.Equal(t, f.Kind == "object" || f.Kind == "list", len(f.Fields) > 0, at+"/"+f.Name)
		require.Equal(t, f.Kind == "union", f.Union != "", at+"/"+f.Name)
		for _, c := range f.Choices {
			require.NotEmpty(t, c.Value, at+"/"+f.Name)
		}
		everyFieldHasWords(t, at+"/"+f.Name, f.Fields)
	}
}

func TestMunicipalities(t *testing.T) {
	type found []struct{ Code, Name, Province, From, Until string }
	one := value[found](t, `{"call":"municipalities","query":"nijm","on":"2026-10-01"}`)
	require.Equal(t, found{{Code: "0268", Name: "Nijmegen", Province: "Gelderland"}}, one)
	require.Equal(t, "Nijmegen", value[found](t, `{"call":"municipalities","query":"0268"}`)[0].Name)
	require.Len(t, value[found](t, `{"call":"municipalities","query":"a","limit":3}`), 3)
	require.Len(t, value[found](t, `{"call":"municipalities","query":"a"}`), mostFound)
	require.Empty(t, value[found](t, `{"call":"municipalities","query":"Atlantis"}`))
	require.Equal(t, "[]", string(ask(t, `{"call":"municipalities","query":"Atlantis"}`).Value))
	require.Equal(t, "/query", ask(t, `{"call":"municipalities"}`).Problems[0].Pointer)
}

func TestImportPlainTable(t *testing.T) {
	csv := "Woongemeente;Aantal\r\nNijmegen;12\r\nWijchen;3\r\nAtlantis;5\r\n"
	request := `{"call":"import","name":"leerlingen.csv","data":"` + base64.StdEncoding.EncodeToString([]byte(csv)) + `","options":{"on":"2026-10-01","suppressed":"exclude",` +
		`"columns":[{"part":"home","column":"Woongemeente"},{"part":"pupils","column":"Aantal"}]}}`
	v := value[struct {
		Population json.RawMessage
		Report     struct {
			Layout                         string
			Rows, Placed, NotPlaced, Blank int64
			Text                           string
			Listed                         []struct {
				Line       int64
				Code, Text string
				Fields     []string
			}
		}
	}](t, request)
	population, problems := zio.ReadPopulation(v.Population)
	require.Empty(t, problems)
	require.Len(t, population.Groups, 2)
	require.Equal(t, int64(12), population.Groups[0].Pupils)
	require.Equal(t, "leerlingen.csv", population.Provenance[0].File)
	require.Equal(t, "plain", v.Report.Layout)
	require.Equal(t, []int64{3, 2, 1}, []int64{v.Report.Rows, v.Report.Placed, v.Report.NotPlaced})
	require.Len(t, v.Report.Listed, 1)
	require.Equal(t, int64(4), v.Report.Listed[0].Line)
	require.Equal(t, []string{"Atlantis", "5"}, v.Report.Listed[0].Fields)
}

func TestImportRefuses(t *testing.T) {
	for _, c := range []struct{ members, code, pointer string }{
		{`"name":"x","data":"###"`, "import.base64", "/data"},
		{`"name":"x","data":"QQ="`, "import.base64", "/data"},
		{`"name":"x","data":"Q==="`, "import.base64", "/data"},
		{`"name":"x","data":"QQ==QQ=="`, "import.base64", "/data"},
		{`"name":"x","data":"` + base64.StdEncoding.EncodeToString([]byte("a;b\n1;2\n")) + `"`, "", "/data"},
		{`"name":"x","data":"","options":{"suppressed":"often"}`, "document.choice-unknown", "/options/suppressed"},
		{`"name":"x","data":"","options":{"columns":[{"part":"shoe-size","column":"x"}]}`, "", "/options/columns"},
	} {
		r := ask(t, `{"call":"import",`+c.members+`}`)
		require.False(t, r.OK, c.members)
		if c.code != "" {
			require.Equal(t, c.code, r.Problems[0].Code, c.members)
		}
		require.Equal(t, c.pointer, r.Problems[0].Pointer[:min(len(c.pointer), len(r.Problems[0].Pointer))], c.members)
	}
}

func TestFileReadsBase64(t *testing.T) {
	for n := range 300 {
		want := make([]byte, n)
		for i := range want {
			want[i] = byte(i*7 + n)
		}
		var f file
		require.NoError(t, f.UnmarshalText([]byte(base64.StdEncoding.EncodeToString(want))))
		require.Equal(t, want, append([]byte{}, f...))
	}
}

func TestValidate(t *testing.T) {
	check := func(document string) envelope {
		return ask(t, `{"call":"validate","data":"`+base64.StdEncoding.EncodeToString([]byte(document))+`"}`)
	}
	var scenario struct{ Agreement, Population json.RawMessage }
	require.NoError(t, json.Unmarshal([]byte(twoTowns), &scenario))
	require.JSONEq(t, `{"kind":"agreement","notChecked":["municipalities"]}`, string(check(string(scenario.Agreement)).Value))
	require.JSONEq(t, `{"kind":"population","notChecked":["municipalities"]}`, string(check(string(scenario.Population)).Value))
	result, err := os.ReadFile("../schema/examples/result.json")
	require.NoError(t, err)
	require.JSONEq(t, `{"kind":"result","notChecked":["amounts"]}`, string(check(string(result)).Value))
	twice := check(strings.Replace(string(scenario.Agreement), `"title"`, `"id":"x","title"`, 1))
	require.Equal(t, "json.duplicate-member", twice.Problems[0].Code)
	require.Equal(t, "/id", twice.Problems[0].Pointer)
	require.Equal(t, "validate.kind", check(`{"$schema":"https://example.org"}`).Problems[0].Code)
	require.Equal(t, "validate.kind", check(`[]`).Problems[0].Code)
	require.NotEmpty(t, check(`{`).Problems)
}

func TestSystemsCanBeCalculated(t *testing.T) {
	type system struct {
		ID, Title, About      string
		Cost, Key, Flow       []string
		Routes                []string
		Agreement, Population json.RawMessage
	}
	all := value[[]system](t, `{"call":"systems"}`)
	require.NotEmpty(t, all)
	for _, s := range all {
		require.NotEmpty(t, s.Title, s.ID)
		require.NotEmpty(t, s.Cost, s.ID)
		r := ask(t, `{"call":"calculate","draft":true,"agreement":`+string(s.Agreement)+`,"population":`+string(s.Population)+`}`)
		require.True(t, r.OK, "%s: %v", s.ID, r.Problems)
		require.Equal(t, []system{s}, value[[]system](t, `{"call":"systems","id":"`+s.ID+`"}`))
	}
	require.Equal(t, "systems.unknown", ask(t, `{"call":"systems","id":"atlantis"}`).Problems[0].Code)
}
