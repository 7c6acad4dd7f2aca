package sha256

import (
	std "crypto/sha256"
	"testing"
)

// The own digest, which no native program runs otherwise, and the one that this build has are those of the standard library.
func FuzzSum(f *testing.F) {
	for _, n := range []int{0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1000} {
		f.Add(make([]byte, n), n/2)
	}
	f.Add([]byte("abc"), 1)
	f.Fuzz(func(t *testing.T, data []byte, split int) {
		split = min(max(split, 0), len(data))
		small, built := newOwn(), New()
		for _, part := range [][]byte{data[:split], data[split:]} {
			small.Write(part)
			built.Write(part)
		}
		want := std.Sum256(data)
		if small.Sum() != want {
			t.Fatalf("own digest of %d bytes in two parts, split at %d", len(data), split)
		}
		if built.Sum() != want {
			t.Fatalf("digest of %d bytes in two parts, split at %d", len(data), split)
		}
	})
}
