// Package sha256 is the digest of FIPS 180-4 in a form that also runs in a small wasm build, where the
// standard library's would cost more than all rules together. Its tests compare it with the standard library.
package sha256

import "math/bits"

var k = [64]uint32{
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
}

// own is the digest of a small build.
type own struct {
	h      [8]uint32
	block  [64]byte
	n      int
	length uint64
}

func newOwn() *own {
	return &own{h: [8]uint32{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}}
}

// Write takes in more bytes; it never fails.
func (d *own) Write(p []byte) (int, error) {
	d.length += uint64(len(p))
	for rest := p; len(rest) > 0; {
		c := copy(d.block[d.n:], rest)
		d.n += c
		rest = rest[c:]
		if d.n == 64 {
			d.compress()
			d.n = 0
		}
	}
	return len(p), nil
}

// Sum is the digest of all bytes; nothing can be taken in after it.
func (d *own) Sum() [32]byte {
	length := d.length * 8
	d.Write([]byte{0x80})
	for d.n != 56 {
		d.Write([]byte{0})
	}
	var tail [8]byte
	for i := range tail {
		tail[i] = byte(length >> (56 - 8*i))
	}
	d.Write(tail[:])
	var out [32]byte
	for i, v := range d.h {
		out[4*i], out[4*i+1], out[4*i+2], out[4*i+3] = byte(v>>24), byte(v>>16), byte(v>>8), byte(v)
	}
	return out
}

func (d *own) compress() {
	var w [64]uint32
	for i := 0; i < 16; i++ {
		w[i] = uint32(d.block[4*i])<<24 | uint32(d.block[4*i+1])<<16 | uint32(d.block[4*i+2])<<8 | uint32(d.block[4*i+3])
	}
	for i := 16; i < 64; i++ {
		s0 := bits.RotateLeft32(w[i-15], -7) ^ bits.RotateLeft32(w[i-15], -18) ^ w[i-15]>>3
		s1 := bits.RotateLeft32(w[i-2], -17) ^ bits.RotateLeft32(w[i-2], -19) ^ w[i-2]>>10
		w[i] = w[i-16] + s0 + w[i-7] + s1
	}
	a, b, c, e0, e, f, g, h := d.h[0], d.h[1], d.h[2], d.h[3], d.h[4], d.h[5], d.h[6], d.h[7]
	for i := 0; i < 64; i++ {
		s1 := bits.RotateLeft32(e, -6) ^ bits.RotateLeft32(e, -11) ^ bits.RotateLeft32(e, -25)
		t1 := h + s1 + (e&f ^ ^e&g) + k[i] + w[i]
		s0 := bits.RotateLeft32(a, -2) ^ bits.RotateLeft32(a, -13) ^ bits.RotateLeft32(a, -22)
		t2 := s0 + (a&b ^ a&c ^ b&c)
		h, g, f, e, e0, c, b, a = g, f, e, e0+t1, c, b, a, t1+t2
	}
	for i, v := range [8]uint32{a, b, c, e0, e, f, g, h} {
		d.h[i] += v
	}
}
