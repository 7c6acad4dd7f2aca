package schema

import (
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// chunks is a stream that gives one text at a time.
type chunks []string

func (c *chunks) Read(b []byte) (int, error) {
	if len(*c) == 0 {
		return 0, io.EOF
	}
	n := copy(b, (*c)[0])
	(*c)[0] = (*c)[0][n:]
	if (*c)[0] == "" {
		*c = (*c)[1:]
	}
	return n, nil
}

// Where a stream pauses makes no difference to its lines.
func TestLinesThatArriveInParts(t *testing.T) {
	long := strings.Repeat("x", 100)
	lines := func(parts ...string) (found []string) {
		in := chunks(parts)
		for line, problems := range Lines(&in, Pupil, WithLimits(Limits{Line: 64})) {
			switch {
			case line.Valid:
				found = append(found, string(line.Bytes))
			case len(problems) > 0:
				found = append(found, problems[0].Code())
			}
		}
		return found
	}
	require.Equal(t, []string{"json.trailing", `{"ref":"b"}`}, lines(`{"ref":"a"}`, "x\n"+`{"ref":"b"}`+"\n"), "the rest of the line is still to come")
	require.Equal(t, []string{`{"ref":"a"}`, `{"ref":"b"}`}, lines(`{"ref":"a"}`, "\n"+`{"ref":"b"}`))
	require.Equal(t, []string{"file.line-too-long", `{"ref":"b"}`}, lines(long, "\n"+`{"ref":"b"}`+"\n"), "the line break comes first of what follows")
	require.Equal(t, []string{"file.line-too-long", `{"ref":"b"}`}, lines(long, long+"\n", `{"ref":"b"}`+"\n"))
}

// What has problems has no canonical form, were it one problem.
func TestNoCanonicalFormOfWhatIsWrong(t *testing.T) {
	for _, kind := range Kinds() {
		text, err := os.ReadFile("examples/" + string(kind) + ".json")
		require.NoError(t, err)
		_, problems := Canonical(kind, text)
		require.Empty(t, problems, kind)
		canonical, problems := Canonical(kind, []byte(strings.Replace(string(text), "{", `{"unknown":1,`, 1)))
		require.Nil(t, canonical, kind)
		require.Len(t, problems, 1, kind)
		require.Equal(t, "document.member-unknown", problems[0].Code(), kind)
	}
}

// On a day that the register does not know a municipality need only have existed once; one that never was is refused by every day.
func TestMunicipalitiesOutsideTheYearsOfTheRegister(t *testing.T) {
	m := Meaning{Atlas: zio.Netherlands()}
	for _, day := range []string{"1950-01-01", "2024-10-01", "2199-01-01"} {
		for home, known := range map[string]bool{"0268": true, "1234": false, "9998": false} {
			problems := m.Check(Population, []byte(`{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"T","countDate":"`+day+`","groups":[{"home":"`+home+`","pupils":5}]}`))
			require.Equal(t, known, len(problems) == 0, "%s %s %v", day, home, problems)
			if !known {
				require.Equal(t, "/groups/0/home", problems[0].Pointer)
			}
		}
	}
}

// One pupil by itself is read, and its home and site are looked up as on a line.
func TestMeaningOfOnePupil(t *testing.T) {
	for doc, want := range map[string]string{
		`{"ref":"a","home":"0268"}`: "", `{"ref":"a","home":"9998"}`: "municipality.code-unknown /home", `{"ref":"a","home":"0268","x":1}`: "document.member-unknown /x",
	} {
		found := ""
		for _, p := range (Meaning{Atlas: zio.Netherlands()}).Check(Pupil, []byte(doc)) {
			found += p.Code() + " " + p.Pointer
		}
		require.Equal(t, want, found, doc)
	}
}

// The problem of a member whose name is hidden is where the member is.
func TestPlaceOfAHiddenMember(t *testing.T) {
	for text, kind := range map[string]Kind{
		`{"ref":"a", "111222333":1}`: Pupil,
		`{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"T","countDate":"2024-10-01","groups":[{"home":"0268","pupils":5}, {"home":"0268","pupils":12, "111222333":1}]}`: Population,
	} {
		_, problems := Check(strings.NewReader(text), WithKind(kind))
		require.Len(t, problems, 1)
		require.NotContains(t, problems[0].Text(zio.English)+problems[0].Pointer, "111222333")
		require.EqualValues(t, strings.Index(text, `"111222333"`), problems[0].Offset)
	}
}

// A value that fits more than one branch, of which none says anything, is told as one that fits none.
func TestUnionWithoutCauses(t *testing.T) {
	v, faults := strictjson.Parse([]byte(` 1`), strictjson.Limits{})
	require.Empty(t, faults)
	x := explainer{root: &v}
	x.union(&finding{instance: []string{"amount"}}, &v, nil)
	require.Len(t, x.problems, 1)
	require.Same(t, problemUnion, x.problems[0].Kind)
	require.Equal(t, "/amount", x.problems[0].Pointer)
}

// Problems above those that are kept of a block are counted by their own codes: each line lacks a reference and has a wrong home.
func TestProblemsThatAreOnlyCounted(t *testing.T) {
	n := maxBlockProblems/2 + 101
	report, problems := Check(strings.NewReader("{\"ref\":\"a\"}\n"+strings.Repeat(`{"home":1}`+"\n", n)), WithKind(Pupil), WithLimits(Limits{Problems: 10}))
	require.Len(t, problems, 10)
	require.Equal(t, []CodeCount{{"schema.required", int64(n)}, {"schema.type", int64(n)}}, report.Codes)
	require.EqualValues(t, 2*n, report.Problems)
	require.EqualValues(t, 2*n-10, report.Unlisted)
}

// What a problem repeats has forty characters at most, and of eight digits or more in a row the first two only. 12345678 and the others
// with a row of eight or nine do not pass the eleven test: 12345679 is 8+14+18+20+20+18+14-9 = 103 = 9 x 11 + 4.
func TestShorten(t *testing.T) {
	forty := strings.Repeat("é", 40)
	for text, want := range map[string]string{
		forty: forty, forty + "x": forty + "...", "1234567": "1234567", "12345678": "12******", "a12345678": "a12******", "12345679": "12******", "123456789": "12*******",
		"1234567 1234567": "1234567 1234567", "1234567a12345678b1": "1234567a12******b1", "a\tb\u200bc": "a b c", "111222333": "***",
	} {
		require.Equal(t, want, shorten(text), text)
	}
}

// Of many choices the first are named, and that there are more.
func TestChoicesAreNamed(t *testing.T) {
	list := make([]any, maxChoices+1)
	for i := range list {
		list[i] = "c" + strconv.Itoa(i)
	}
	require.True(t, strings.HasSuffix(choices(list), ", ..."), choices(list))
	require.NotContains(t, choices(list), "c"+strconv.Itoa(maxChoices))
	require.True(t, strings.HasSuffix(choices(list[:maxChoices]), ", c"+strconv.Itoa(maxChoices-1)), choices(list[:maxChoices]))
}

// The full validator, which takes memory for each item, is not asked about a list of a part with more than 20,000 items; in a document that
// is read as a whole the limit of the reader holds.
func TestListsThatAreTooLongToBeAskedAbout(t *testing.T) {
	document := func(n int) string {
		return `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"T","countDate":"2024-10-01","pupils":[{"ref":"a","needs":[` + strings.Repeat(`{},`, n-1) + `{}]}]}`
	}
	for n, want := range map[int]string{maxDetail: "schema.maxItems", maxDetail + 1: "json.too-many-items"} {
		_, problems := Check(strings.NewReader(document(n)))
		require.Equal(t, want, problems[0].Code(), n)
		require.Equal(t, "/pupils/0/needs", problems[0].Pointer)
	}
	_, problems := Check(strings.NewReader(`{"ref":"a","needs":[`+strings.Repeat(`{},`, maxDetail)+`{}]}`+"\n{}\n"), WithKind(Pupil))
	require.Equal(t, "schema.maxItems", problems[0].Code(), "a line")
	_, problems = Check(strings.NewReader(document(30)), WithLimits(Limits{Items: 25}))
	require.Equal(t, "json.too-many-items", problems[0].Code(), "a lower limit of the caller")
}

// A last line of one character is a line too.
func TestALastLineOfOneCharacter(t *testing.T) {
	for text, line := range map[string]int64{"{\"ref\":\"a\"}\n{\"ref\":\"b\"}\n{": 3, "{\"ref\":\"a\"}\n{\"ref\":\"b\"}\n{}x": 3} {
		report, problems := Check(strings.NewReader(text), WithKind(Pupil))
		require.NotEmpty(t, problems, text)
		require.Equal(t, line, problems[0].Line)
		require.EqualValues(t, 3, report.Records)
		require.EqualValues(t, 2, report.Valid)
	}
}

// The mark at the begin of lines is told once and passed over, in front of a right line and of a wrong one.
func TestMarkBeforeLines(t *testing.T) {
	for first, want := range map[string]string{`{"ref":"a"}`: "file.bom 1", `{"ref":1}`: "file.bom 1, schema.type 1"} {
		var found []string
		report, problems := Check(strings.NewReader("\ufeff"+first+"\n{\"ref\":\"b\"}\n"), WithKind(Pupil))
		for _, p := range problems {
			found = append(found, p.Code()+" "+strconv.FormatInt(p.Line, 10))
		}
		require.Equal(t, want, strings.Join(found, ", "))
		require.Equal(t, int64(2), report.Records)
		require.Equal(t, int64(4-len(problems)-1), report.Valid)
	}
}

// A pupil moves in the school year that the population is of.
func TestMovesInTheSchoolYear(t *testing.T) {
	for on, want := range map[string]string{"2024-08-01": "", "2025-07-31": "", "2025-08-01": "population.date-outside-school-year /pupils/0/moves/0/on"} {
		problems := Meaning{}.Check(Population, []byte(`{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"T","schoolYear":"2024-2025","countDate":"2024-10-01",
			"pupils":[{"ref":"a","home":"0268","moves":[{"on":"`+on+`","to":"0209"}]}]}`))
		found := ""
		for _, p := range problems {
			found += p.Code() + " " + p.Pointer
		}
		require.Equal(t, want, found, on)
	}
}

// An item without a title of its own is called by that of the schema that it refers to.
func TestTitlesBehindReferences(t *testing.T) {
	problems := Validate(Population, []byte(`{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"P","countDate":"2025-10-01","groups":[1]}`))
	require.Len(t, problems, 1)
	require.Equal(t, "schema.type", problems[0].Code())
	require.Contains(t, problems[0].Text(zio.English), `"Group is a number of pupils`)
}

// What a result means: its sums, and, when it is to be published, that none of its numbers is of 1 to 4 pupils.
func TestMeaningOfAResult(t *testing.T) {
	text, err := os.ReadFile("examples/result.json")
	require.NoError(t, err)
	codes := func(m Meaning, old, new string) (found []string) {
		require.Contains(t, string(text), old)
		for _, p := range m.Check(Result, []byte(strings.ReplaceAll(string(text), old, new))) {
			if p.Code() == problemDisclosive.Code {
				found = append(found, p.Pointer)
			} else {
				found = append(found, p.Code())
			}
		}
		return found
	}
	require.Empty(t, codes(Meaning{}, "{", "{"))
	require.Equal(t, []string{"/trace/steps/2/inputs/1/value"}, codes(Meaning{Publish: true}, "{", "{"), "five is no small number, the line of a pupil is one")
	require.Equal(t, []string{"document.member-unknown"}, codes(Meaning{Publish: true}, `"receipt": {`, `"x": 1, "receipt": {`))
	require.NotEmpty(t, codes(Meaning{}, `"value": "10000.00"`, `"value": "10001.00"`), "a sum that is none")
	// what is counted in a series with a name of its own can be pupils; inhabitants can not
	counted := `"ref": "population:/groups/0/pupils",
            "value": "5",
            "unit": "pupils"`
	for basis, want := range map[string][]string{"leerlingen-rolstoel": {"/trace/steps/1/inputs/0/value", "/trace/steps/2/inputs/1/value"}, "inhabitants": {"/trace/steps/2/inputs/1/value"}} {
		found := codes(Meaning{Publish: true}, `"name": "pupils",
            `+counted, `"name": "`+basis+`",
            "ref": "population:/counts/0/values/0/count",
            "value": "3",
            "unit": "number"`)
		require.Equal(t, want, slices.DeleteFunc(found, func(s string) bool { return s == "result.changed" }), basis)
	}
	// a part of a pupil, a whole one and nearly five are small; none and five are not
	for value, small := range map[string]bool{"1/2": true, "1": true, "4": true, "49/10": true, "5": false, "0": false, "-1": false} {
		found := codes(Meaning{Publish: true}, `"value": "5",
        "unit": "pupils"`, `"value": "`+value+`",
        "unit": "pupils"`)
		require.Equal(t, small, slices.Contains(found, "/trace/steps/1/value"), "%s %s", value, found)
	}
	// a threshold that was agreed counts nobody; pupils that an agreement names do
	for ref, small := range map[string]bool{"agreement:/components/0/cost/minimumPupils": false, "agreement:/components/0/flow/decisions/0/pupils": true} {
		found := codes(Meaning{Publish: true}, counted+`
          }
        ],
        "value": "5",
        "unit": "pupils"`, `"ref": "`+ref+`", "value": "3", "unit": "pupils" } ], "value": "3", "unit": "pupils"`)
		require.Equal(t, small, slices.Contains(found, "/trace/steps/1/value"), "%s %s", ref, found)
	}
}

// Who takes the parts of a measurement from that of all finds no number of 1 to 4 pupils.
func TestMeasurementsLessTheirParts(t *testing.T) {
	value := func(code, of string, n int) string {
		return `{"code":"` + code + `","period":{"from":"2026-01-01","until":"2026-01-31"},"value":` + strconv.Itoa(n) + of + `}`
	}
	const all, boardA, boardB = ``, `,"board":"A"`, `,"board":"B"`
	for _, c := range []struct {
		values []string
		want   string
		why    string
	}{
		{[]string{value("youth-care-use", all, 20), value("youth-care-use", `,"home":"0209"`, 17)}, "/values/0/value", "20 - 17 = 3"},
		{[]string{value("youth-care-use", all, 20), value("youth-care-use", `,"home":"0209"`, 15)}, "", "five are left"},
		{[]string{value("youth-care-use", all, 20), value("youth-care-use", `,"home":"0209"`, 20)}, "", "nobody is left"},
		{[]string{value("youth-care-use", boardA, 8), value("youth-care-use", all, 20), value("youth-care-use", boardB, 8)}, "/values/1/value", "20 - 8 - 8 = 4"},
		{[]string{value("youth-care-use", all, 20), value("youth-care-use", boardA, 8), value("youth-care-use", `,"region":"R"`, 8)}, "", "a region is not beside a board"},
		{[]string{value("youth-care-use", all, 20), value("youth-care-use", boardA+`,"home":"0209"`, 17)}, "", "of a board in a municipality"},
		{[]string{value("youth-care-use", all, 20), value("youth-care-use", `,"site":"00OS00"`, 16)}, "/values/0/value", "20 - 16 = 4"},
		{[]string{value("youth-care-use", all, 20), value("youth-care-use", `,"region":"R"`, 19)}, "/values/0/value", "20 - 19 = 1"},
		{[]string{value("youth-care-use", all, 20), value("outflow", `,"home":"0209"`, 17)}, "", "another measurement"},
		{[]string{value("youth-care-use", all, 20), strings.Replace(value("youth-care-use", `,"home":"0209"`, 17), "-31", "-30", 1)}, "", "another period"},
		{[]string{value("teachers-trained", all, 20), value("teachers-trained", boardA, 17)}, "", "teachers are no pupils"},
		{[]string{value("waiting-weeks", all+`,"pupils":20`, 6), value("waiting-weeks", boardA+`,"pupils":18`, 6)}, "/values/0/pupils", "the weeks of 20 - 18 pupils"},
	} {
		found := ""
		for _, p := range (Meaning{Publish: true}).Check(Indicators, []byte(`{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/indicators.schema.json","title":"T","agreement":"a","values":[`+strings.Join(c.values, ",")+`]}`)) {
			found += p.Pointer
		}
		require.Equal(t, c.want, found, c.why)
	}
}
