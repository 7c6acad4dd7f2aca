package schema_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

// A pupil line of which every measure is counted by hand: 2 needs of 2 members in a list in an object are 3 levels, 4 members at
// most, 3 digits at most, and the longest text is a member name of 14 bytes.
const counted = `{"ref":"leerling-17","home":"0363","site":"00OS00","needs":[{"kind":"guidance","minutesPerWeek":600},{"kind":"nursing","minutesPerWeek":60}]}`

func TestWithLimits(t *testing.T) {
	for _, c := range []struct {
		name     string
		enough   schema.Limits // just what the line needs
		too      schema.Limits // one less
		problems string
	}{
		{"bytes", schema.Limits{Bytes: len(counted)}, schema.Limits{Bytes: len(counted) - 1}, "json.too-large"},
		{"depth", schema.Limits{Depth: 3}, schema.Limits{Depth: 2}, "json.too-deep"},
		{"digits", schema.Limits{Digits: 3}, schema.Limits{Digits: 2}, "json.number-too-long"},
		{"text", schema.Limits{Text: 14}, schema.Limits{Text: 13}, "json.text-too-long"},
		{"members", schema.Limits{Members: 4}, schema.Limits{Members: 3}, "json.too-many-members"},
		{"items", schema.Limits{Items: 2}, schema.Limits{Items: 1}, "json.too-many-items"},
	} {
		require.Empty(t, schema.Validate(schema.Pupil, []byte(counted), schema.WithLimits(c.enough)), c.name)
		problems := schema.Validate(schema.Pupil, []byte(counted), schema.WithLimits(c.too))
		require.Len(t, problems, 1, c.name)
		require.Equal(t, c.problems, problems[0].Code(), c.name)
	}
	require.Empty(t, schema.Validate(schema.Pupil, []byte(counted), schema.WithLimits(schema.Limits{})), "zero is the default")
	wrong := `{"ref":"leerling-17","home":"363","site":"00","needs":[]}` // home and site
	require.Equal(t, []string{"schema.pattern", "schema.pattern"}, codesOf(schema.Validate(schema.Pupil, []byte(wrong))))
	require.Equal(t, []string{"schema.pattern", "schema.too-many-problems"}, codesOf(schema.Validate(schema.Pupil, []byte(wrong), schema.WithLimits(schema.Limits{Problems: 1}))))
}

// A line is as long as its bytes, a part of a document as its value.
func TestWithLimitsOfFiles(t *testing.T) {
	codes := func(limits schema.Limits) (codes []string) {
		for _, problems := range schema.Lines(strings.NewReader(counted+"\n"), schema.Pupil, schema.WithLimits(limits)) {
			codes = append(codes, codesOf(problems)...)
		}
		return codes
	}
	require.Empty(t, codes(schema.Limits{Line: len(counted)}))
	// A document that is read in parts has no more members than one that is read whole: here four.
	const four = `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/payments.schema.json","title":"T","agreement":"proef","payments":[]}`
	for most, want := range map[int][]string{1: {"json.too-many-members"}, 3: {"json.too-many-members"}, 4: nil} {
		_, problems := schema.Check(strings.NewReader(four), schema.WithLimits(schema.Limits{Members: most}))
		require.Equal(t, want, codesOf(problems), most)
	}
	require.Equal(t, []string{"file.line-too-long"}, codes(schema.Limits{Line: len(counted) - 1}))
}

func codesOf(problems zio.Problems) (codes []string) {
	for _, p := range problems {
		codes = append(codes, p.Code())
	}
	return codes
}
