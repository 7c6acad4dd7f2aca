package schema

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

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
	judge := func(second string) []string {
		e, _, err := newEngine("https://example.org/branches.schema.json", []byte(`{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://example.org/branches.schema.json",
			"type":"object","additionalProperties":false,"required":["cost"],"properties":{"cost":{"oneOf":[
			{"type":"object","required":["rule","rate"],"properties":{"rule":{"const":"a/1"},"rate":{"type":"string"}}},
			{"type":"object","required":["rule","rate"],"properties":{"rule":`+second+`,"rate":{"type":"integer"}}}]}}}`))
		require.NoError(t, err)
		return told(e.validate([]byte(`{"cost":{"rule":"c/1","rate":true}}`), Limits{}.withDefaults()))
	}
	require.Equal(t, []string{"schema.oneOf /cost/rule"}, judge(`{"const":"b/1"}`))
	require.Equal(t, []string{"schema.oneOf /cost"}, judge(`{"type":"string"}`))
}

func told(problems zio.Problems) (list []string) {
	for _, p := range problems {
		list = append(list, p.Code()+" "+p.Pointer)
	}
	return list
}
