package schema

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// A place in a list has seven digits at most; a name of more may be a number of a person.
func TestPlacesOfNumbers(t *testing.T) {
	for token, want := range map[string]string{"1234567": "/1234567", "12345678": "/***", "": "/***", "0": "/0", "groups": "/groups"} {
		require.Equal(t, want, placeOf([]string{token}), token)
	}
}

// A text of fewer than eight digits holds no BSN; a nine is a digit too. 999999990 passes the eleven test: 9 x 44 = 396 = 36 x 11.
func TestNinesAreDigits(t *testing.T) {
	require.True(t, mayHoldBSN([]byte("99999999")))
	require.False(t, mayHoldBSN([]byte("9999999")))
	require.True(t, isNumber("999999999999999"))
	require.False(t, isNumber("9999999999999999"), "sixteen digits are no number of a document")
}

// What is cut off is no fault of a text of which only the begin is known.
func TestFaultsOfABegin(t *testing.T) {
	cut := []byte(`{"title":"a","groups":[{"home":"02`)
	require.Empty(t, notJSON(cut, false))
	require.NotEmpty(t, notJSON(cut, true))
	require.NotEmpty(t, notJSON([]byte(`{title:"a","groups":[{"home":"02`), false))
}

// A document is kept when its meaning is asked, and when its text is.
func TestWhatIsKept(t *testing.T) {
	const doc = `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"T","countDate":"2025-10-01","schoolYear":"2023-2024"}`
	_, problems := Check(strings.NewReader(doc), WithMeaning(Meaning{}))
	require.Equal(t, []string{"population.count-date-outside-school-year /countDate"}, told(problems))
	var kept []string
	_, problems = Check(strings.NewReader(doc), WithContent(func(kind Kind, line int64, text []byte) { kept = append(kept, string(kind)+" "+string(text)) }))
	require.Empty(t, problems)
	require.Equal(t, []string{"population " + doc}, kept)

	k := &keeper{in: strings.NewReader("abc"), asked: true, kept: make([]byte, defaultBytes-2)}
	_, err := k.Read(make([]byte, 2))
	require.NoError(t, err)
	require.Len(t, k.kept, defaultBytes, "all that may be kept")
	_, err = k.Read(make([]byte, 1))
	require.NoError(t, err)
	require.True(t, k.over)
}

// Problems of a block stand in the order of its lines, also those of pupils who stood before: of six lines the second and the fourth
// are a again, and the third and the fifth are no pupils.
func TestPupilsTwiceInOrder(t *testing.T) {
	pupil := func(ref string) string {
		return `{"ref":"` + ref + `","home":"0268","needs":[{"kind":"guidance","minutesPerWeek":60}]}`
	}
	lines := strings.Join([]string{pupil("a"), pupil("a"), `{}`, pupil("a"), `{}`, pupil("b")}, "\n")
	report, problems := Check(strings.NewReader(lines), WithKind(Pupil), WithMeaning(Meaning{}))
	require.EqualValues(t, 2, report.Valid)
	var at []int64
	for _, p := range problems {
		at = append(at, p.Line)
	}
	require.Equal(t, []int64{2, 3, 4, 5}, slices.Compact(at))
}

// Counts in tenths are rounded to five whole ones: 2.4 to 0, 2.5 to 5, 12.0 to 10.
func TestRoundedInTenths(t *testing.T) {
	p, problems := Rounded(&zio.Population{Counts: []zio.Count{{Basis: "clients", Decimals: 1, Values: []zio.CountValue{{Count: 24}, {Count: 25}, {Count: 120}}}}})
	require.Empty(t, problems)
	require.Equal(t, []zio.CountValue{{Count: 0}, {Count: 50}, {Count: 100}}, p.Counts[0].Values)
}

// Bytes of a line that is too long are counted, also those that are not kept: here of three blocks between two short lines.
func TestBytesOfAnEndlessLine(t *testing.T) {
	short := `{"home":"0268"}` + "\n"
	long := `{"ref":"` + strings.Repeat("a", 3*blockSize) + `"}` + "\n"
	var seen []int64
	report, problems := Check(strings.NewReader(short+long+short), WithKind(Pupil), WithLimits(Limits{Line: 1000}), WithProgress(func(p Progress) { seen = append(seen, p.Bytes) }))
	require.Equal(t, []string{"schema.required /ref", "file.line-too-long ", "schema.required /ref"}, told(problems))
	require.EqualValues(t, 3, report.Records)
	require.EqualValues(t, len(short+long+short), report.Bytes)
	require.True(t, slices.IsSorted(seen))
	require.LessOrEqual(t, slices.Max(seen), report.Bytes)
}

// Branches are told apart by a member with a constant text only when each of them has one.
func TestBranchesWithoutANameOfTheirOwn(t *testing.T) {
	judge := func(first, second string) []string {
		e, _, err := newEngine("https://example.org/branches.schema.json", []byte(`{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://example.org/branches.schema.json",
			"type":"object","additionalProperties":false,"required":["cost"],"properties":{"cost":{"oneOf":[
			{"type":"object","required":["rule","rate"],"properties":{`+first+`,"rate":{"type":"string"}}},
			{"type":"object","required":["rule","rate"],"properties":{`+second+`,"rate":{"type":"integer"}}}]}}}`))
		require.NoError(t, err)
		return told(e.validate([]byte(`{"cost":{"rule":"c/1","rate":true}}`), Limits{}.withDefaults()))
	}
	require.Equal(t, []string{"schema.oneOf /cost/rule"}, judge(`"rule":{"const":"a/1"}`, `"rule":{"const":"b/1"}`))
	require.Equal(t, []string{"schema.oneOf /cost"}, judge(`"rule":{"const":"a/1"}`, `"rule":{"type":"string"}`))
	require.Equal(t, []string{"schema.oneOf /cost"}, judge(`"kind":{"const":"a"},"rule":{"const":"a/1"}`, `"rule":{"const":"b/1"}`), "the first of one is not the first of the other")
}

// A member that no schema has is told where it stands.
func TestOffsetOfAnUnknownMember(t *testing.T) {
	const line = `{"ref":"leerling-1","home":"0363","needs":[{"kind":"guidance","minutesPerWeek":60}],"extra":1}`
	problems := Validate(Pupil, []byte(line))
	require.Equal(t, []string{"schema.additionalProperties /extra"}, told(problems))
	require.EqualValues(t, strings.Index(line, `"extra"`), problems[0].Offset)
}

// Only municipalities are looked up: a provider may be called by four digits.
func TestOnlyMunicipalitiesAreLookedUp(t *testing.T) {
	for kind, want := range map[funding.PartyKind]int{funding.PartyMunicipality: 1, funding.PartyProvider: 0} {
		problems := (Meaning{Atlas: zio.Netherlands()}).agreement(&funding.Agreement{Period: zio.Period{From: zio.MustParseDate("2025-01-01")}, Parties: []funding.Party{{ID: "9999", Kind: kind}}})
		require.Len(t, problems, want)
	}
}

// A file of no kind is one record; one letter of three is a slip of the hand.
func TestFilesOfNoKindAndSlips(t *testing.T) {
	report, problems := Check(strings.NewReader(`{"a":1}`))
	require.NotEmpty(t, problems)
	require.EqualValues(t, 1, report.Records)
	require.Zero(t, report.Valid)
	problems = Validate(Pupil, []byte(`{"reg":"leerling-1","home":"0363","needs":[{"kind":"guidance","minutesPerWeek":60}]}`))
	require.Contains(t, problems[0].Text(zio.English)+problems[len(problems)-1].Text(zio.English), "ref")
	require.Equal(t, "ref", nearest("reg", []string{"home", "ref"}, &strictjson.Value{Kind: strictjson.Object}))
	require.Empty(t, nearest("rgg", []string{"home", "ref"}, &strictjson.Value{Kind: strictjson.Object}), "two of three are another word")
}

// Who stops at a member that stands twice gets nothing more, also not the value that stands behind it.
func TestStopAtAMemberTwice(t *testing.T) {
	n := 0
	for _, problems := range Parts(strings.NewReader(`{"title":"a","title":"b","countDate":"2025-10-01"}`), Population) {
		if n++; len(problems) > 0 {
			require.Equal(t, []string{"json.duplicate-member /title"}, told(problems))
			break
		}
	}
	require.Equal(t, 2, n)
}

// The first line says of which kind a file is; when it is broken, the next one that can be read.
func TestKindOfLines(t *testing.T) {
	document := func(kind string) string {
		return `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/` + kind + `.schema.json","title":"T","agreement":"a","payments":[]}`
	}
	report, _ := Check(strings.NewReader(document("payments") + "\n" + document("population") + "\n" + document("agreement") + "\n"))
	require.Equal(t, Payments, report.Kind)
	report, _ = Check(strings.NewReader("{\"$schema\":\n" + document("payments") + "\n" + document("population") + "\n"))
	require.Equal(t, Payments, report.Kind)
}

// A total that is asked twice is the same twice.
func TestTotalsTwice(t *testing.T) {
	line := `{"ref":"a","home":"0268","needs":[{"kind":"guidance","minutesPerWeek":60},{"kind":"nursing","minutesPerWeek":7}]}` + "\n"
	total := WithTotal("/needs/*/minutesPerWeek", "/needs/*/kind")
	report, problems := Check(strings.NewReader(line+line), WithKind(Pupil), total, total)
	require.Empty(t, problems)
	require.Len(t, report.Totals, 2)
	require.Equal(t, report.Totals[0], report.Totals[1])
	sums := map[string]int64{}
	for _, row := range report.Totals[1].Rows {
		sums[row.Value] = row.Sum
	}
	require.EqualValues(t, 120, sums["guidance"])
	require.EqualValues(t, 14, sums["nursing"])
}

func told(problems zio.Problems) (list []string) {
	for _, p := range problems {
		list = append(list, p.Code()+" "+p.Pointer)
	}
	return list
}
