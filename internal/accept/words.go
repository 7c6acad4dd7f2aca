package accept

import (
	"encoding/binary"
	"math/bits"
)

// Eight bytes of a document are looked at as one number, the first byte in its lowest bits.
const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// word is the eight bytes from i; zero, which no test below takes for a match, when there are fewer.
func word(b []byte, i int) uint64 {
	if uint(i)+8 > uint(len(b)) {
		return 0
	}
	return binary.LittleEndian.Uint64(b[i:])
}

// quotes marks, at its lowest set bit, the first quotation mark of a word. Bits above that are no promise.
func quotes(w uint64) uint64 {
	x := w ^ '"'*ones
	return (x - ones) &^ x & highs
}

// specials marks, at its lowest set bit, the first byte that is no plain character of a string: a
// quotation mark, a backslash, a control character or a byte of a character outside ASCII.
func specials(w uint64) uint64 {
	q := w ^ '"'*ones
	s := w ^ '\\'*ones
	return ((q-ones)&^q | (s-ones)&^s | (w-' '*ones)&^w | w) & highs
}

// first is the index of the lowest marked byte.
func first(marks uint64) int { return bits.TrailingZeros64(marks) >> 3 }
