package schema

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/internal/proof/sample"
	"github.com/zio-collectief/zio/zio"
)

// One change of a valid line, and what must be said of it.
var wrongs = []struct{ name, old, new, problem string }{
	{"missing", `"site":"00",`, ``, `schema.required at /site: The member site is missing (site). Fill it in.`},
	{"missing deep", `"code":"45A05",`, ``, `schema.required at /care/1/code: The member code is missing (code). Fill it in.`},
	{"misspelled", `"minutesPerWeek":600`, `"minutesPerWeek":600,"decision_":1`, `schema.additionalProperties at /decision_: The member decision_ does not belong here. Remove it or check the spelling.`},
	{"other case", `"note":`, `"Note":`, `schema.additionalProperties at /Note: The member Note does not exist. Do you mean note?`},
	{"enum", `"high"`, `"higher"`, `schema.enum at /needBand: "higher" is not a valid choice for needBand. Choose one of: low, middle, high, unknown.`},
	{"pattern", `"0344"`, `"344"`, `schema.pattern at /municipality: "344" is not written as "Municipality where the pupil lives" should be. Like this: 0344.`},
	{"number for text", `"0344"`, `344`, `schema.type at /municipality: For "Municipality where the pupil lives" write the value 344 in quotes.`},
	{"text for number", `:600,`, `:"600",`, `schema.type at /minutesPerWeek: For minutesPerWeek write the number 600 without quotes.`},
	{"fraction", `:600,`, `:600.5,`, `schema.type at /minutesPerWeek: For minutesPerWeek a whole number is expected, not 600.5.`},
	{"whole number with a fraction", `:600,`, `:600.0,`, `schema.type at /minutesPerWeek: Write the whole number 600.0 without a point and zeros.`},
	{"too high", `:600,`, `:3001,`, `schema.maximum at /minutesPerWeek: 3,001 is too high for minutesPerWeek: at most 3,000.`},
	{"too low", `:600,`, `:-1,`, `schema.minimum at /minutesPerWeek: -1 is too low for minutesPerWeek: at least 0.`},
	{"no such day", `"2025-10-01"`, `"2025-02-29"`, `schema.format at /countDate: "2025-02-29" is not a day of the calendar. Write year-month-day, for example 2026-08-01.`},
	{"null", `"wlz","needBand"`, `null,"needBand"`, `schema.enum at /route: null is not a valid choice for route. Choose one of: jeugdwet-collective, jeugdwet-individual, wlz, zvw, wmo, education, vsv, prevention.`},
	{"null where text", `"01AB"`, `null`, `schema.type at /school: For school there is null. Fill in a value or leave the member out.`},
	{"object for list", `"care":[`, `"care":{},"x":[`, ``},
	{"bool", `true`, `"yes"`, `schema.type at /emb: For emb true or false is expected. Now there is a text.`},
	{"constant", `https://example.org/sample`, `https://example.org/simple`, `schema.const at /$schema: For $schema exactly https://example.org/sample.schema.json is expected, not "https://example.org/simple.schema.json".`},
	{"too long", `Zie \"bijlage\" één`, strings.Repeat("é", 401), `schema.maxLength at /note: The text for note has 401 characters: at most 400.`},
	{"nullable", `"payer":null`, `"payer":"12"`, `schema.pattern at /payer: "12" is not written as "Municipality where the pupil lives" should be. Like this: 0344.`},
	{"nullable of another type", `"payer":null`, `"payer":[]`, `schema.type at /payer: For payer null or a text in quotes is expected. Now there is a list.`},
	{"twice", `"emb":true`, `"emb":true,"emb":true`, `json.duplicate-member at /emb: The member emb stands twice in the same object.`},
	{"exponent", `:600,`, `:6e2,`, `json.exponent at /minutesPerWeek: Write this number without an exponent, for example 1000 instead of 1e3.`},
	{"attack of the validator", `:600,`, `:1e1000001,`, `json.exponent at /minutesPerWeek: Write this number without an exponent, for example 1000 instead of 1e3.`},
	{"cut off", `"note":"Zie \"bijlage\" één"}`, `"note":"Zie`, `json.syntax at /note: The JSON is wrong here. Expected: "`},
	{"BSN-like digits are not repeated", `"p-0123456789abcdef"`, `"123456782"`, `schema.pattern at /pupil: "***" is not written as pupil should be.`},
}

func TestProblems(t *testing.T) {
	e := sampleEngine(t)
	lim := Limits{}.withDefaults()
	require.Empty(t, e.validate([]byte(sampleDoc), lim))
	for _, c := range wrongs {
		t.Run(c.name, func(t *testing.T) {
			require.Contains(t, sampleDoc, c.old)
			doc := strings.Replace(sampleDoc, c.old, c.new, 1)
			problems := e.validate([]byte(doc), lim)
			require.NotEmpty(t, problems)
			if c.problem != "" {
				require.Len(t, problems, 1)
				require.Equal(t, c.problem, problems[0].Error())
			}
			for _, p := range problems {
				for _, l := range []zio.Lang{zio.Dutch, zio.English} {
					require.NotContains(t, p.Text(l), "{", "a placeholder without a value")
				}
			}
		})
	}
}

func TestProblemsStandInDocumentOrder(t *testing.T) {
	e := sampleEngine(t)
	doc := sampleDoc
	for _, c := range wrongs {
		switch c.name {
		case "missing", "enum", "too high", "no such day", "bool":
			doc = strings.Replace(doc, c.old, c.new, 1)
		}
	}
	want := ""
	for range 50 {
		problems := e.validate([]byte(doc), Limits{}.withDefaults())
		var got []string
		for i, p := range problems {
			got = append(got, p.Error())
			require.True(t, i == 0 || p.Offset >= problems[i-1].Offset)
		}
		if want == "" {
			want = strings.Join(got, "\n")
			require.Len(t, got, 5)
		}
		require.Equal(t, want, strings.Join(got, "\n"))
	}
}

func TestLines(t *testing.T) {
	e := sampleEngine(t)
	r := rand.New(rand.NewPCG(1, 2))
	lim := Limits{Line: 2000}.withDefaults()
	good := sample.Line(r)
	bad := strings.Replace(sampleDoc, `"0344"`, `"344"`, 1)
	text := "\ufeff" + good + "\n\r\n" + bad + "\r\n" + strings.Repeat("x", 700_000) + "\n" + good + "\r\n  \n{\n" + good
	type seen struct {
		number, offset int64
		valid          bool
		codes          string
	}
	var got []seen
	for line, problems := range e.lines(strings.NewReader(text), lim) {
		var codes []string
		for _, p := range problems {
			codes = append(codes, p.Code())
			require.Equal(t, line.Number, p.Line)
		}
		got = append(got, seen{line.Number, line.Offset, line.Valid, strings.Join(codes, " ")})
		switch line.Number {
		case 1, 5, 8:
			require.Equal(t, good, string(line.Bytes))
		case 3:
			require.Equal(t, bad, string(line.Bytes))
		}
	}
	g, b := int64(len(good)), int64(len(bad))
	require.Equal(t, []seen{
		{1, 3, true, "file.bom"},
		{3, 3 + g + 3, false, "schema.pattern"},
		{4, 3 + g + 3 + b + 2, false, "file.line-too-long"},
		{5, 3 + g + 3 + b + 2 + 700_001, true, ""},
		{7, 3 + g + 3 + b + 2 + 700_001 + g + 2 + 3, false, "json.syntax"},
		{8, 3 + g + 3 + b + 2 + 700_001 + g + 2 + 3 + 2, true, ""},
	}, got)
}

func TestLinesOfManyWindows(t *testing.T) {
	e := sampleEngine(t)
	r := rand.New(rand.NewPCG(3, 4))
	text := sampleLines(r, 5000)
	lines := strings.Split(text, "\n")
	offset, n := int64(0), 0
	for line, problems := range e.lines(strings.NewReader(text), Limits{}.withDefaults()) {
		require.Empty(t, problems)
		require.True(t, line.Valid)
		require.Equal(t, lines[n], string(line.Bytes))
		require.Equal(t, offset, line.Offset)
		offset += int64(len(lines[n])) + 1
		n++
	}
	require.Equal(t, 5000, n)
}
