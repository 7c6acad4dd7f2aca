package schema_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

// 123456782 passes the eleven test: 1x9+2x8+3x7+4x6+5x5+6x4+7x3+8x2-2 = 154 = 14 x 11; 123456789 does not.
func TestLinesRefuseABSN(t *testing.T) {
	lines := []string{
		`{"ref":"123456782"}`,
		`{"label":"ref", "ref" : "123456782"}`,
		`{"ref":"123456789"}`,
		`{"ref":"12345678-2"}`,
		`{"r\u0065f":"l1"}`,
		`{"r\u0065f":"\u003123456782"}`,
		`{"ref":"leerling-123456782"}`,
		`{"ref":"p-0000001-123456"}`,
	}
	var codes []string
	for line, problems := range schema.Lines(strings.NewReader(strings.Join(lines, "\n")), schema.Pupil) {
		if len(problems) > 0 {
			codes = append(codes, problems[0].Pointer+" "+problems[0].Code())
			require.False(t, line.Valid)
		} else {
			codes = append(codes, "")
		}
	}
	require.Equal(t, []string{"/ref pupil.bsn", "/ref pupil.bsn", "", "/ref pupil.bsn", "", "/ref pupil.bsn", "/ref pupil.bsn", ""}, codes)
}

func TestDocumentsRefuseABSN(t *testing.T) {
	doc := `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"x","countDate":"2025-10-01","pupils":[{"ref":"l1"},{"ref":"123456782"}]}`
	problems := schema.Validate(schema.Population, []byte(doc))
	require.Len(t, problems, 1)
	require.Equal(t, "/pupils/1/ref pupil.bsn", problems[0].Pointer+" "+problems[0].Code())
	require.Equal(t, strings.Index(doc, `"123456782"`), int(problems[0].Offset))
	for part, problems := range schema.Parts(strings.NewReader(doc), schema.Population) {
		require.Equal(t, part.Pointer() == "/pupils/1", len(problems) > 0)
	}
}

// Whatever the reader of references refuses as a BSN is looked at.
func FuzzMayHoldBSN(f *testing.F) {
	for _, text := range []string{"123456782", "12345678-2", "a123456782b", "1.1.1.2.2.2.3.3.3", "", "x"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if zio.LooksLikeBSN(text) && strings.Trim(text, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-_") == "" && len(text) <= 36 {
			require.True(t, schema.MayHoldBSN([]byte(text)), text)
		}
	})
}
