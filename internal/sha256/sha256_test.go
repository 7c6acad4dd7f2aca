package sha256_test

import (
	std "crypto/sha256"
	"testing"

	"github.com/zio-collectief/zio/internal/sha256"
)

func FuzzSum(f *testing.F) {
	for _, n := range []int{0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1000} {
		f.Add(make([]byte, n), n/2)
	}
	f.Add([]byte("abc"), 1)
	f.Fuzz(func(t *testing.T, data []byte, split int) {
		if got := sha256.Sum(data); got != std.Sum256(data) {
			t.Fatalf("digest of %d bytes: %x", len(data), got)
		}
		if split >= 0 && split <= len(data) {
			d := sha256.New()
			d.Write(data[:split])
			d.Write(data[split:])
			if d.Sum() != std.Sum256(data) {
				t.Fatalf("digest in two parts, split at %d of %d", split, len(data))
			}
			r := sha256.Start()
			r.Write(data[:split])
			r.Write(data[split:])
			if r.Sum() != std.Sum256(data) {
				t.Fatalf("running digest, split at %d of %d", split, len(data))
			}
		}
	})
}
