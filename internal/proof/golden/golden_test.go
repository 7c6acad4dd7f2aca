package golden

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestDifference(t *testing.T) {
	require.Empty(t, Difference("a\nb\n", "a\nb\n"))
	require.Equal(t, "@@ line 2\n-b\n+x\n", Difference("a\nb\nc\n", "a\nx\nc\n"))
	require.Equal(t, "@@ line 1\n-a\n@@ line 3\n+d\n", Difference("a\nb\n", "b\nd\n"))
	require.Equal(t, "@@ line 2\n+b\n+c\n", Difference("a\nz\n", "a\nb\nc\nz\n"))
	require.Equal(t, "@@ line 1\n-a\n+\n", Difference("a", ""))
	many := Difference(strings.Repeat("a\n", 500), strings.Repeat("b\n", 500))
	require.Equal(t, mostLines+1, strings.Count(many, "\n"))
	require.Contains(t, many, "... and 941 lines more")
	long := strings.Repeat("é", 4000)
	one := Difference(long+"1"+long, long+"2"+long)
	require.Less(t, len(one), 700)
	require.Contains(t, one, "é1é")
	require.Contains(t, one, "é2é")
}
