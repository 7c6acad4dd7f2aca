package schema

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const sampleID = "https://example.org/sample.schema.json"

// sampleEngine validates a schema that is made up for tests.
func sampleEngine(t testing.TB) *engine {
	t.Helper()
	text, err := os.ReadFile("testdata/sample.schema.json")
	require.NoError(t, err)
	e, slow, err := newEngine(sampleID, text)
	require.NoError(t, err)
	require.NoError(t, slow)
	return e
}

var sampleNotes = []string{"", "Overleg met ouders op dinsdag.", "Begeleiding in de klas, coördinatie door de school én de gemeente.", "Zie \"bijlage 2\"\nregel 4", "Leerling reist zelf; vervoer is geregeld tot en met de zomervakantie."}

// sampleLine writes a valid line of the sample schema.
func sampleLine(r *rand.Rand) string {
	routes := []string{"jeugdwet-collective", "jeugdwet-individual", "wlz", "zvw", "wmo", "education", "vsv", "prevention"}
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	var b strings.Builder
	fmt.Fprintf(&b, `{"$schema":"https://example.org/sample.schema.json","pupil":"p-%016x","school":"%02d%c%c","site":"%02d","municipality":"%04d"`,
		r.Uint64(), r.IntN(100), 'A'+r.IntN(26), 'A'+r.IntN(26), r.IntN(100), r.IntN(2000))
	switch r.IntN(3) {
	case 0:
		b.WriteString(`,"payer":null`)
	case 1:
		fmt.Fprintf(&b, `,"payer":"%04d"`, r.IntN(2000))
	}
	fmt.Fprintf(&b, `,"countDate":"20%02d-%02d-%02d","schoolYear":"2025-2026","route":"%s","needBand":"%s","minutesPerWeek":%d,"weeksPerYear":%d,"emb":%t`,
		r.IntN(30), 1+r.IntN(12), 1+r.IntN(28), pick(routes), pick([]string{"low", "middle", "high", "unknown"}), r.IntN(3001), r.IntN(54), r.IntN(2) == 0)
	if r.IntN(2) == 0 {
		fmt.Fprintf(&b, `,"decision":"JW-%d"`, 100000+r.IntN(1000000))
	}
	fmt.Fprintf(&b, `,"price":"%d.%02d","care":[`, r.IntN(100000), r.IntN(100))
	for i := range r.IntN(4) {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"code":"45A%02d","route":"%s","minutes":%d,"from":"2025-08-01"`, r.IntN(100), pick(routes), r.IntN(2000))
		if r.IntN(2) == 0 {
			b.WriteString(`,"until":"2026-07-31"`)
		}
		b.WriteByte('}')
	}
	b.WriteByte(']')
	if r.IntN(2) == 0 {
		note, _ := json.Marshal(pick(sampleNotes))
		fmt.Fprintf(&b, `,"note":%s`, note)
	}
	b.WriteByte('}')
	return b.String()
}

func sampleLines(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(sampleLine(r))
		b.WriteByte('\n')
	}
	return b.String()
}

const sampleDoc = `{"$schema":"https://example.org/sample.schema.json","pupil":"p-0123456789abcdef","school":"01AB","site":"00","municipality":"0344","payer":null,"countDate":"2025-10-01","schoolYear":"2025-2026","route":"wlz","needBand":"high","minutesPerWeek":600,"weeksPerYear":40,"emb":true,"decision":"JW-123456","price":"12.50","care":[{"code":"45A04","route":"wlz","minutes":120,"from":"2025-08-01","until":null},{"code":"45A05","route":"wmo","minutes":0,"from":"2025-08-01"}],"note":"Zie \"bijlage\" één"}`
