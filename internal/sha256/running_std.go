//go:build !tinygo && !wasip1 && !js

package sha256

import (
	"crypto/sha256"
	"hash"
)

// Running is a digest that takes in bytes a part at a time. Outside the browser it is that of the standard library,
// which uses the instructions that processors have for it. The zero value is not ready; use Start.
type Running struct{ h hash.Hash }

// Start is a digest of nothing yet.
func Start() Running { return Running{sha256.New()} }

// Write takes in more bytes; it does not keep them.
func (r Running) Write(p []byte) { r.h.Write(p) }

// Sum is the digest of all bytes; nothing can be taken in after it.
func (r Running) Sum() (sum [32]byte) {
	r.h.Sum(sum[:0])
	return sum
}
