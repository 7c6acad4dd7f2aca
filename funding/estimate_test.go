package funding_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

// 0268 has 4 to 8 pupils, 0209 1 to 3, 0297 1; the site has 9. That leaves 3 over widths of 4 and 2: 6, 2 and 1 pupils. The
// amounts are those of the same counts without ranges, and the trace and the explanation say that they are estimates.
func TestCalculateTakesTheEstimate(t *testing.T) {
	groups := `[{"site":"00OS00","home":"0268","route":"jeugdwet","band":{"min":100,"max":100},"fewest":4,"most":8},{"site":"00OS00","home":"0209","route":"jeugdwet","band":{"min":100,"max":100},"fewest":1,"most":3},{"site":"00OS00","home":"0297","route":"jeugdwet","band":{"min":100,"max":100},"pupils":1}]`
	counted := `[{"site":"00OS00","home":"0268","route":"jeugdwet","band":{"min":100,"max":100},"pupils":6},{"site":"00OS00","home":"0209","route":"jeugdwet","band":{"min":100,"max":100},"pupils":2},{"site":"00OS00","home":"0297","route":"jeugdwet","band":{"min":100,"max":100},"pupils":1}]`
	x := calculated(t, nil, edits{"/groups": groups, "/sites": `[{"code":"00OS00","pupils":9}]`})
	y := calculated(t, nil, edits{"/groups": counted})
	require.Equal(t, borne(y), borne(x))
	require.Equal(t, paid(y), paid(x))
	require.Equal(t, int64(2), x.Population.Estimates)
	require.Zero(t, y.Population.Estimates)
	refs := map[string]bool{}
	for _, s := range x.Trace.Steps {
		for _, in := range s.Inputs {
			refs[in.Ref] = true
		}
	}
	require.True(t, refs["estimate:/groups/0"])
	require.False(t, refs["population:/groups/0/pupils"])
	said := func(party string) bool {
		text := ""
		for _, s := range x.Explain(party, zio.Dutch) {
			text += s.Text
		}
		return strings.Contains(text, "schatting")
	}
	require.True(t, said("0268"))
	require.Empty(t, x.Check())
}
