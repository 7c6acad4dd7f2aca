package schema

import (
	"io"
	"testing"

	"github.com/stretchr/testify/require"
)

// pauses is a stream of the letter a that gives nothing so many times before each.
type pauses []int

func (p *pauses) Read(b []byte) (int, error) {
	if len(*p) == 0 {
		return 0, io.EOF
	}
	if (*p)[0]--; (*p)[0] >= 0 {
		return 0, nil
	}
	*p = (*p)[1:]
	b[0] = 'a'
	return 1, nil
}

// A stream may give nothing a hundred times in a row, before its first byte and after each. One that gives nothing once more never
// ends, and has no digest; printf aa | sha256sum gives that of the first.
func TestStreamsThatPause(t *testing.T) {
	s := newSource(t.Context(), &pauses{100, 100})
	text, err := io.ReadAll(s)
	require.NoError(t, err)
	require.Equal(t, "aa", string(text))
	require.Equal(t, "sha256:961b6dd3ede3cb8ecbaacbd68de040cd78eb2ed5889130cceb4c49268ea4d506", s.digest())

	for _, p := range []pauses{{101}, {0, 101}, {100, 101}} {
		s = newSource(t.Context(), &p)
		_, err = io.ReadAll(s)
		require.ErrorIs(t, err, io.ErrNoProgress)
		require.Empty(t, s.digest())
	}
}
