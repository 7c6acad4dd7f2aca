//go:build !tinygo && !wasip1 && !js

package sha256

import (
	"crypto/sha256"
	"hash"
)

// Digest takes in bytes a part at a time and gives their digest. Outside the browser it is that of the standard library,
// which uses the instructions that processors have for it. The zero value is not ready; use New.
type Digest struct{ hash hash.Hash }

// New is a digest of nothing yet.
func New() *Digest { return &Digest{sha256.New()} }

// Write takes in more bytes and does not keep them. It never fails.
func (d *Digest) Write(p []byte) (int, error) { return d.hash.Write(p) }

// Sum is the digest of all bytes; nothing can be taken in after it.
func (d *Digest) Sum() (sum [32]byte) {
	d.hash.Sum(sum[:0])
	return sum
}
