package schema

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/internal/proof/sample"
)

const sampleID = "https://example.org/sample.schema.json"

// sampleEngine validates a schema that is made up for tests.
func sampleEngine(t testing.TB) *engine {
	t.Helper()
	e, slow, err := newEngine(sampleID, sample.Schema)
	require.NoError(t, err)
	require.NoError(t, slow)
	return e
}

func sampleLines(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(sample.Line(r))
		b.WriteByte('\n')
	}
	return b.String()
}

const sampleDoc = `{"$schema":"https://example.org/sample.schema.json","pupil":"p-0123456789abcdef","school":"01AB","site":"00","municipality":"0344","payer":null,"countDate":"2025-10-01","schoolYear":"2025-2026","route":"wlz","needBand":"high","minutesPerWeek":600,"weeksPerYear":40,"emb":true,"decision":"JW-123456","price":"12.50","care":[{"code":"45A04","route":"wlz","minutes":120,"from":"2025-08-01","until":null},{"code":"45A05","route":"wmo","minutes":0,"from":"2025-08-01"}],"note":"Zie \"bijlage\" één"}`
