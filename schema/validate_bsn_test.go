package schema_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/schema"
)

// 123456782 passes the eleven test: 1x9+2x8+3x7+4x6+5x5+6x4+7x3+8x2-2 = 154 = 14 x 11; 123456789 does not.
func TestLinesRefuseABSN(t *testing.T) {
	lines := []string{
		`{"ref":"123456782"}`,
		`{"label":"ref", "ref" : "123456782"}`,
		`{"ref":"123456789"}`,
		`{"ref":"12345678-2"}`,
		`{"r\u0065f":"l1"}`,
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
	require.Equal(t, []string{"/ref pupil.bsn", "/ref pupil.bsn", "", "", ""}, codes)
}
