package longest

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLongest(t *testing.T) {
	for pattern, want := range map[string]int64{
		`^[0-9]{2}[A-Z]{2}-?[0-9]{2}$`:          7, // 12AB-00
		`^(GM|gm)?([1-9][0-9]{3}|0[1-9][0-9])$`: 6, // GM0363, gm0363
		`^sha256:[0-9a-f]{64}$`:                 71,
		`^(ab|c)?$`:                             2,
		`^a{2,5}b$`:                             6,
		`^[a-z]+$`:                              0,
		`^(a*|b)$`:                              0,
		`^a{2,}$`:                               0,
		`^(`:                                    0,
	} {
		require.Equal(t, want, Of(pattern), pattern)
	}
}
