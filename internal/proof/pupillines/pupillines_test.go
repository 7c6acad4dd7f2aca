package pupillines

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLinesAreJSONAndRepeatable(t *testing.T) {
	for _, style := range []Style{{}, {Shuffled: true}, {Spaced: true}, {Escaped: true}, {Shuffled: true, Spaced: true, Escaped: true}} {
		one, two, other := New(1, style), New(1, style), New(2, style)
		different := false
		for range 500 {
			line := one.Append(nil)
			require.True(t, json.Valid(line), "%s", line)
			require.Equal(t, line, two.Append(nil))
			different = different || string(other.Append(nil)) != string(line)
		}
		require.True(t, different)
	}
	require.Len(t, Wrongs(), 20)
}
