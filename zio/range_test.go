package zio_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

// Every way in which three homes of up to four can make a total is tried: the narrowed ends are reached and no count lies
// outside them, and the estimate is nowhere a whole pupil or more from its exact part.
func TestNarrow(t *testing.T) {
	ends := [][2]int64{{0, 0}, {0, 3}, {1, 1}, {1, 4}, {2, 4}, {0, 4}}
	for _, a := range ends {
		for _, b := range ends {
			for _, c := range ends {
				low, high := a[0]+b[0]+c[0], a[1]+b[1]+c[1]
				for total := int64(-1); total <= high+1; total++ {
					list := []zio.Range{{Fewest: a[0], Most: a[1]}, {Fewest: b[0], Most: b[1]}, {Fewest: c[0], Most: c[1]}}
					fits := zio.Narrow(list, total)
					require.Equal(t, low <= total && total <= high, fits)
					if !fits {
						for i, e := range [][2]int64{a, b, c} {
							require.Equal(t, zio.Range{Fewest: e[0], Most: e[1], Estimate: e[0]}, list[i])
						}
						continue
					}
					reached := [3][2]int64{{9, -1}, {9, -1}, {9, -1}}
					for x := a[0]; x <= a[1]; x++ {
						for y := b[0]; y <= b[1]; y++ {
							z := total - x - y
							if z < c[0] || z > c[1] {
								continue
							}
							for i, n := range [3]int64{x, y, z} {
								reached[i][0], reached[i][1] = min(reached[i][0], n), max(reached[i][1], n)
							}
						}
					}
					sum := int64(0)
					for i, e := range [][2]int64{a, b, c} {
						r := list[i]
						require.Equal(t, reached[i], [2]int64{r.Fewest, r.Most}, "%v %v %v total %d", a, b, c, total)
						off := (r.Estimate-e[0])*(high-low) - (total-low)*(e[1]-e[0])
						require.True(t, high == low || -(high-low) < off && off < high-low, "%v %v %v total %d: %v", a, b, c, total, list)
						sum += r.Estimate
					}
					require.Equal(t, total, sum)
				}
			}
		}
	}
}

// Remainders decide who gets the last pupil; of equals the wider range, then the earlier.
func TestNarrowRemainders(t *testing.T) {
	list := []zio.Range{{Fewest: 1, Most: 4}, {Fewest: 1, Most: 4}, {Fewest: 3, Most: 12}} // 4 over 3 + 3 + 9: 0.8, 0.8, 2.4
	require.True(t, zio.Narrow(list, 9))
	require.Equal(t, []zio.Range{{1, 4, 2}, {1, 4, 2}, {3, 7, 5}}, list)
	list = []zio.Range{{Fewest: 0, Most: 2}, {Fewest: 0, Most: 2}} // 1 over 2 + 2: the earlier
	require.True(t, zio.Narrow(list, 1))
	require.Equal(t, []zio.Range{{0, 1, 1}, {0, 1, 0}}, list)
	list = []zio.Range{{Fewest: 0, Most: 1}, {Fewest: 0, Most: 3}} // 2 over 1 + 3: 0.5 and 1.5, the wider
	require.True(t, zio.Narrow(list, 2))
	require.Equal(t, []zio.Range{{0, 1, 0}, {1, 2, 2}}, list)
	large := []zio.Range{{Most: zio.MaxCount}, {Most: zio.MaxCount}, {Fewest: zio.MaxCount, Most: zio.MaxCount}}
	require.True(t, zio.Narrow(large, 2*zio.MaxCount))
	require.Equal(t, int64(zio.MaxCount), large[0].Estimate+large[1].Estimate)
}
