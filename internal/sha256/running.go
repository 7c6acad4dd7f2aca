//go:build tinygo || wasip1 || js

package sha256

// Running is a digest that takes in bytes a part at a time. The zero value is not ready; use Start.
type Running struct{ d *Digest }

// Start is a digest of nothing yet.
func Start() Running { return Running{New()} }

// Write takes in more bytes; it does not keep them.
func (r Running) Write(p []byte) { r.d.Write(p) }

// Sum is the digest of all bytes; nothing can be taken in after it.
func (r Running) Sum() [32]byte { return r.d.Sum() }
