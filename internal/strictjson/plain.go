package strictjson

import (
	"math/bits"
	"unicode/utf8"
)

// isPlain reports whether a byte stands in a string as it is, in every text.
func isPlain(c byte) bool { return c >= 0x20 && c < utf8.RuneSelf && c != '"' && c != '\\' }

// Texts that are read, and codes that are written, are looked through eight bytes at a time, as one number of which the first
// byte is the lowest. A text that is written is copied anyway, a byte at a time: most are shorter than eight.

const (
	eachByte = 0x0101010101010101 // times a byte: that byte eight times
	highBits = 0x80 * eachByte
)

func eight[T string | []byte](s T, at int) uint64 {
	b := s[at : at+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// special sets the top bit of each of the eight bytes of x that is below 0x20, a quotation mark, a backslash, or 0x80 and above.
// Only the lowest bit that is set is sure, as the subtractions borrow upward; none is set when all bytes are plain.
func special(x uint64) uint64 {
	return ((x - 0x20*eachByte) | (x ^ '"'*eachByte - eachByte) | (x ^ '\\'*eachByte - eachByte)) & highBits
}

// plainUntil is where the first byte from start on stands that is not plain; len(s) when there is none.
func plainUntil[T string | []byte](s T, start int) int {
	i := start
	for ; i+8 <= len(s); i += 8 {
		if marks := special(eight(s, i)); marks != 0 {
			return i + bits.TrailingZeros64(marks)/8
		}
	}
	for i < len(s) && isPlain(s[i]) {
		i++
	}
	return i
}
