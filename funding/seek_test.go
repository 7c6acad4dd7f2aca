package funding

import (
	"cmp"
	"testing"

	"github.com/stretchr/testify/require"
)

// Every number in and between those of a list is found where a walk finds it, whatever the guess.
func TestSeek(t *testing.T) {
	for n := range 9 {
		list := make([]int, n)
		for i := range list {
			list[i] = 10 * i
		}
		for want := -5; want <= 10*n; want += 5 {
			at := 0
			for at < n && list[at] < want {
				at++
			}
			for guess := -1; guess <= n+2; guess++ {
				s := seekIn(n, guess)
				looks := 0
				for s.on() {
					looks++
					s.compared(cmp.Compare(list[s.at], want))
				}
				require.Equal(t, at, s.at, "%d in %v, guess %d", want, list, guess)
				require.Equal(t, at < n && list[at] == want, s.found, "%d in %v, guess %d", want, list, guess)
				require.LessOrEqual(t, looks, 5)
				if guess == at && s.found {
					require.Equal(t, 1, looks)
				}
			}
		}
	}
}
