//go:build tinygo || wasip1 || js

package sha256

// Digest takes in bytes a part at a time and gives their digest. The zero value is not ready; use New.
type Digest struct{ own *own }

// New is a digest of nothing yet.
func New() *Digest { return &Digest{newOwn()} }

// Write takes in more bytes and does not keep them. It never fails.
func (d *Digest) Write(p []byte) (int, error) { return d.own.Write(p) }

// Sum is the digest of all bytes; nothing can be taken in after it.
func (d *Digest) Sum() [32]byte { return d.own.Sum() }
