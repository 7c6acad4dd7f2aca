package schema

import (
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/internal/proof/sample"
	"github.com/zio-collectief/zio/zio"
)

// A document with a header and a long list of sample lines.
const listSchema = `{
  "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://example.org/list.schema.json",
  "type": "object", "additionalProperties": false, "required": ["title", "pupils"],
  "properties": {
    "title": { "type": "string", "minLength": 1, "maxLength": 200 },
    "pupils": { "title": "Leerlingen", "type": "array", "minItems": 1, "maxItems": 2000000, "items": { "$ref": "#/$defs/Pupil" } },
    "year": { "type": "integer", "minimum": 2000, "maximum": 2100 },
    "trace": { "type": "object", "additionalProperties": false, "required": ["version", "steps"], "properties": {
      "version": { "type": "integer", "minimum": 1 }, "steps": { "title": "Stappen", "type": "array", "maxItems": 30000, "items": { "$ref": "#/$defs/Pupil" } } } },
    "tags": { "type": "array", "maxItems": 3, "items": { "type": "string", "pattern": "^[a-z]+$" } }
  },
  "$defs": { "Pupil": { "type": "object", "additionalProperties": false, "required": ["ref"], "properties": {
    "ref": { "title": "Kenmerk", "type": "string", "pattern": "^[a-z0-9-]{1,36}$" },
    "minutes": { "type": "integer", "minimum": 0, "maximum": 3000 } } } }
}`

func listEngine(t testing.TB) *engine {
	e, slow, err := newEngine("https://example.org/list.schema.json", []byte(listSchema))
	require.NoError(t, err)
	require.NoError(t, slow)
	return e
}

func partsOf(e *engine, r io.Reader, lim Limits) (parts []string, problems zio.Problems) {
	for part, found := range e.parts(r, lim.withDefaults()) {
		parts = append(parts, part.Pointer()+"="+string(part.Bytes))
		problems = append(problems, found...)
	}
	return parts, problems
}

func TestParts(t *testing.T) {
	e := listEngine(t)
	doc := ` { "title" : "a" , "pupils" : [ {"ref":"p-1"} , {"ref":"p-2","minutes":10}], "year":2026 , "tags":["x","y"] } `
	for name, r := range map[string]io.Reader{"whole": strings.NewReader(doc), "bytes": iotest.OneByteReader(strings.NewReader(doc)), "data with EOF": iotest.DataErrReader(strings.NewReader(doc))} {
		parts, problems := partsOf(e, r, Limits{})
		require.Empty(t, problems, name)
		require.Equal(t, []string{`/title="a"`, `/pupils/0={"ref":"p-1"}`, `/pupils/1={"ref":"p-2","minutes":10}`, `/year=2026`, `/tags=["x","y"]`, `=`}, parts, name)
	}
}

func TestProblemsOfParts(t *testing.T) {
	e := listEngine(t)
	long := strings.Repeat("x", 600<<10)
	for _, c := range []struct{ doc, problems string }{
		{``, "json.empty 0"},
		{`[]`, "json.syntax 0"},
		{`{`, "json.syntax 1"},
		{"\x00", "json.nul 0"},
		{`{}`, "/title schema.required 0, /pupils schema.required 0"},
		{`{"title":"a","pupils":[{"ref":"p"}]`, "json.syntax 35"},
		{`{"title":"a","pupils":[{"ref":"p"}`, "/pupils json.syntax 34"},
		{`{"title":"a","pupils":[{"ref":"p"`, "/pupils/0 json.syntax 33"},
		{`{"title":"a","pupils":[{"ref":"p"},]}`, "/pupils/1 json.syntax 35"},
		{`{"title":"a","pupils":[{"ref":"p"}],}`, "json.syntax 36"},
		{`{"title":"a","pupils":[{"ref":"p"}]} x`, "json.trailing 37"},
		{"{\"title\":\"a\",\"pupils\":[{\"ref\":\"p\"}]}\x00", "json.nul 36"},
		{"\ufeff" + `{"title":"a","pupils":[{"ref":"p"}]}`, "file.bom 0"},
		{`{"title":"a","pupils":[]}`, "/pupils schema.minItems 22"},
		{`{"title":"a","pupils":{}}`, "/pupils schema.type 22"},
		{`{"title":1,"pupils":[{"ref":"p"},{"ref":"P"},{},{"ref":"q","minutes":3001}]}`, "/title schema.type 9, /pupils/1/ref schema.pattern 40, /pupils/2/ref schema.required 45, /pupils/3/minutes schema.maximum 69"},
		{`{"title":"a","pupils":[{"ref":"p"}],"title":"b"}`, "/title json.duplicate-member 36"},
		{`{"title":"a","pupils":[{"ref":"p"}],"Year":2026}`, "/Year schema.additionalProperties 36"},
		{`{"title":"a","pupils":[{"ref":"p"}],"other":[{"a":01}]}`, "/other schema.additionalProperties 36, /other/0/a json.leading-zero 50"},
		{`{"title":"a","pupils":[{"ref":"p","ref":"q"}]}`, "/pupils/0/ref json.duplicate-member 34"},
		{`{"title":"a","pupils":[{"ref":"p"}],"year":1e3}`, "/year json.exponent 43"},
		{`{"title":"a","pupils":[{"ref":"p"}],"year":"x"x}`, "/year schema.type 43, json.syntax 46"},
		{`{"title":"a","pupils":[{"ref":"p"}],"year"}`, "/year json.syntax 42"},
		{`{"title":"a","pupils":[{"ref":"p"}],"year":}`, "/year json.syntax 43"},
		{`{"title":"a","pupils":[{"ref":"p"}],year:1}`, "json.syntax 36"},
		{`{"title":"a","pupils":[{"ref":"p"}],"\ud800":1}`, "json.surrogate 43"},
		{`{"title":"` + long + `","pupils":[{"ref":"p"}]}`, "/title file.part-too-large 9"},
		{`{"title":"a","pupils":[{"ref":"` + long + `"}]}`, "/pupils/0/ref file.part-too-large 30"},
		{`{"title":"a","pupils":[{"ref":"p"},` + strings.Repeat("[", 100) + `]}`, "/pupils/1" + strings.Repeat("/0", 62) + " json.too-deep 97"},
		{`{"title":"a","pupils":[` + strings.Repeat("[", 80) + strings.Repeat("]", 80) + `]}`, "/pupils/0" + strings.Repeat("/0", 62) + " json.too-deep 85"},
	} {
		_, problems := partsOf(e, strings.NewReader(c.doc), Limits{})
		var got []string
		for _, p := range problems {
			got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s %d", p.Pointer, p.Code(), p.Offset)))
		}
		assert.Equal(t, c.problems, strings.Join(got, ", "), "%.200s", c.doc)
	}
}

// A member that is too large to be held is read in pieces, and judged as when it is small.
func TestPiecesOfALargeMember(t *testing.T) {
	e := listEngine(t)
	doc := func(steps int, change ...string) string {
		list := strings.Repeat(`{"ref":"a-step-of-a-calculation"},`, steps)
		text := `{"title":"a","pupils":[{"ref":"p"}],"trace":{"version":1,"steps":[` + list + `{"ref":"last"}]},"year":2026}`
		return strings.NewReplacer(change...).Replace(text)
	}
	for _, steps := range []int{10, 25_000} {
		for _, c := range []struct{ old, new, problems string }{
			{"", "", ""},
			{`"last"`, `"Last"`, fmt.Sprintf("/trace/steps/%d/ref schema.pattern", steps)},
			{`"version":1,`, ``, "/trace/version schema.required"},
			{`{"ref":"last"}`, `{"ref":"last","x":1}`, fmt.Sprintf("/trace/steps/%d/x schema.additionalProperties", steps)},
			{`"last"}]`, `"last"}],"Steps":1`, "/trace/Steps schema.additionalProperties"},
			{`"version":1`, `"version":1,"version":2`, "/trace/version json.duplicate-member"},
			{`"last"}]}`, `"last"}]]`, "/trace json.syntax"},
			{`{"ref":"last"}`, `7`, fmt.Sprintf("/trace/steps/%d schema.type", steps)},
			{`{"ref":"last"}`, strings.Repeat(`{"ref":"x"},`, 6000) + `{"ref":"last"}`, map[int]string{10: "", 25_000: "/trace/steps schema.maxItems"}[steps]},
		} {
			text := doc(steps, c.old, c.new)
			_, problems := partsOf(e, strings.NewReader(text), Limits{})
			var got []string
			for _, p := range problems {
				got = append(got, p.Pointer+" "+p.Code())
			}
			require.Equal(t, c.problems, strings.Join(got, ", "), "%d %s", steps, c.new)
			whole := e.validate([]byte(text), Limits{}.withDefaults())
			require.Equal(t, len(problems), len(whole))
			for i := range whole {
				require.Equal(t, problems[i].Code()+" "+problems[i].Pointer, whole[i].Code()+" "+whole[i].Pointer)
			}
		}
	}
}

func TestPartsOfABrokenStream(t *testing.T) {
	e := listEngine(t)
	broken := errors.New("connection lost")
	for _, n := range []int{0, 5, 20, 30, 36} {
		text := `{"title":"a","pupils":[{"ref":"p"}]}`[:n]
		_, problems := partsOf(e, io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken)), Limits{})
		require.NotEmpty(t, problems, text)
		last := problems[len(problems)-1]
		require.Equal(t, "file.unreadable", last.Code(), text)
		require.Equal(t, "connection lost", last.Param("reason"))
	}
}

func TestProblemsAreCapped(t *testing.T) {
	e := listEngine(t)
	doc := `{"title":"a","pupils":[{}` + strings.Repeat(`,{}`, 5000) + `]}`
	_, problems := partsOf(e, strings.NewReader(doc), Limits{Problems: 10})
	require.Len(t, problems, 10)
	problems = e.validate([]byte(doc), Limits{Problems: 10}.withDefaults())
	require.Len(t, problems, 11)
	require.Equal(t, "schema.too-many-problems", problems[10].Code())
}

// Lines in files and streams, for any number of workers, give the same report and the same problems.
func TestBlocks(t *testing.T) {
	e := sampleEngine(t)
	r := rand.New(rand.NewPCG(5, 6))
	var b strings.Builder
	bad := map[int64]string{}
	valid, records, lines := int64(0), int64(0), 12_000
	for n := range lines {
		switch {
		case n%97 == 5:
			w := wrongs[n%len(wrongs)]
			b.WriteString(strings.Replace(sampleDoc, w.old, w.new, 1))
			bad[int64(n)+1] = w.name
			records++
		case n == 7000:
			b.WriteString(strings.Repeat("long ", 500_000))
			bad[int64(n)+1] = "long"
			records++
		case n%101 == 7:
			b.WriteString(" \r")
		default:
			b.WriteString(sample.Line(r))
			valid++
			records++
		}
		if n < lines-1 {
			b.WriteByte('\n')
		}
	}
	text := b.String()
	require.Greater(t, len(text), 5*blockSize)
	var want string
	for _, workers := range []int{1, 2, 5} {
		for name, from := range map[string]func() blocks{
			"file":   func() blocks { return &fileBlocks{file: strings.NewReader(text), size: int64(len(text))} },
			"stream": func() blocks { return &streamBlocks{in: strings.NewReader(text), most: maxLine} },
			"slow":   func() blocks { return &streamBlocks{in: iotest.HalfReader(strings.NewReader(text)), most: maxLine} },
		} {
			c := newCollector(optionsOf([]Option{WithWorkers(workers)}))
			report, problems := c.lines(e, from())
			require.Equal(t, int64(len(text)), report.Bytes, name)
			require.Equal(t, records, report.Records, name)
			require.Equal(t, valid, report.Valid, name)
			seen := map[int64]bool{}
			for i, p := range problems {
				require.NotEmpty(t, bad[p.Line], "%s %d %s", name, p.Line, p)
				require.True(t, i == 0 || p.Line >= problems[i-1].Line)
				seen[p.Line] = true
			}
			require.Len(t, seen, len(bad))
			got := fmt.Sprintf("%+v\n%v", report, problems.Err())
			for _, p := range problems {
				got += p.Error() + "\n"
			}
			if want == "" {
				want = got
			}
			require.Equal(t, want, got, name)
		}
	}
}

func TestTotals(t *testing.T) {
	e := sampleEngine(t)
	text := sampleDoc + "\n" + strings.Replace(sampleDoc, `"code":"45A04"`, `"\u0063ode":"45A04"`, 1) + "\n" + strings.Replace(sampleDoc, "0344", "344", 1) + "\n" +
		strings.Replace(sampleDoc, `"route":"wlz","minutes":120`, `"minutes":7,"route":"zvw"`, 1)
	for _, workers := range []int{1, 3} {
		c := newCollector(optionsOf([]Option{WithWorkers(workers), WithTotal("/care/*/minutes", "/care/*/route")}))
		report, problems := c.lines(e, &streamBlocks{in: strings.NewReader(text), most: maxLine})
		require.Len(t, problems, 1)
		require.Len(t, report.Totals, 1)
		got := map[string]TotalRow{}
		for _, row := range report.Totals[0].Rows {
			if row.Count > 0 {
				got[row.Value] = row
			}
		}
		require.Equal(t, map[string]TotalRow{"wlz": {"wlz", 2, 240}, "zvw": {"zvw", 1, 7}, "wmo": {"wmo", 3, 0}}, got)

		// each of the values, the first too, on a line that is not read the fast way
		for row := range report.Totals[0].Rows {
			one := report.Totals[0].Rows[row].Value
			line := strings.Replace(strings.Replace(sampleDoc, `"code":"45A04"`, `"\u0063ode":"45A04"`, 1), `"route":"wlz","minutes":120`, `"route":"`+one+`","minutes":121`, 1)
			c := newCollector(optionsOf([]Option{WithWorkers(workers), WithTotal("/care/*/minutes", "/care/*/route")}))
			report, problems := c.lines(e, &streamBlocks{in: strings.NewReader(line), most: maxLine})
			require.Empty(t, problems)
			require.EqualValues(t, 121, report.Totals[0].Rows[row].Sum, one)
		}
	}
	for member, by := range map[string]string{"/care/*/none": "/care/*/route", "/care/*/until": "/care/*/route", "/care/*/minutes": "/care/*/code", "/minutesPerWeek": "/care/*/route"} {
		c := newCollector(optionsOf([]Option{WithTotal(member, by)}))
		_, problems := c.lines(e, &streamBlocks{in: strings.NewReader(text), most: maxLine})
		require.Len(t, problems, 1, member)
		require.Equal(t, "schema.total-unknown", problems[0].Code())
	}
}

// A total that does not fit is said to be over, of either sign, and so it stays when blocks are added up; one that just fits is given.
func TestTotalsThatDoNotFit(t *testing.T) {
	for _, c := range []struct {
		sum, n int64
		over   bool
	}{
		{math.MaxInt64 - 5, 5, false}, {math.MaxInt64 - 5, 6, true}, {math.MinInt64 + 5, -5, false}, {math.MinInt64 + 5, -6, true}, {math.MinInt64 + 5, 6, false}, {math.MaxInt64 - 5, -6, false}, {-9, -9, false},
	} {
		x := Total{Rows: []TotalRow{{Sum: c.sum}}}
		x.add(0, c.n)
		require.Equal(t, c.over, x.Over, c)
		if !c.over {
			require.Equal(t, c.sum+c.n, x.Rows[0].Sum)
		}
	}
	for _, over := range [][2]bool{{false, false}, {false, true}, {true, false}, {true, true}} {
		all := &adder{totals: []Total{{Rows: []TotalRow{{Sum: 3, Count: 2}}, Over: over[0]}}}
		block := &adder{totals: []Total{{Rows: []TotalRow{{Sum: 4, Count: 5}}, Over: over[1]}}}
		all.take(block)
		require.Equal(t, over[0] || over[1], all.totals[0].Over)
		require.Equal(t, TotalRow{Sum: 7, Count: 7}, all.totals[0].Rows[0])
		require.Equal(t, TotalRow{}, block.totals[0].Rows[0])
	}
}
