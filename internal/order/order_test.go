package order

import (
	"slices"
	"testing"
)

func FuzzSort(f *testing.F) {
	f.Add([]byte("zorg in onderwijstijd"))
	f.Add([]byte{})
	f.Add([]byte{2, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		want := slices.Clone(b)
		slices.Sort(want)
		compared := 0
		Sort(len(b), func(i, j int) bool { compared++; return b[i] < b[j] }, func(i, j int) { b[i], b[j] = b[j], b[i] })
		if !slices.Equal(b, want) {
			t.Fatalf("%v, want %v", b, want)
		}
		bound := 0
		for n := len(b); n > 0; n /= 2 {
			bound += 2 * len(b)
		}
		if compared > bound {
			t.Fatalf("%d items took %d comparisons", len(b), compared)
		}
	})
}
