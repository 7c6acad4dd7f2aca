package zio

import (
	"unicode/utf8"

	"github.com/zio-collectief/zio/internal/bsn"
)

// longestEcho is how much of a refused value its problem repeats, in bytes.
const longestEcho = 40

// hiddenValue stands for what may be the name or the number of a person.
const hiddenValue = "***"

// echo is the start of a refused value for use in a text; it ends on a whole rune. What could be a BSN is not repeated.
func echo(s string) string {
	if bsn.Looks(s) {
		return hiddenValue
	}
	if len(s) <= longestEcho {
		return s
	}
	end := longestEcho
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + "..."
}

// allDigits reports whether s consists of one or more digits 0-9 and nothing else.
func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) > 0
}

// number reads at most nine digits; the caller has checked that they are digits.
func number(digits string) uint32 {
	var n uint32
	for i := 0; i < len(digits); i++ {
		n = n*10 + uint32(digits[i]-'0')
	}
	return n
}

// appendPadded appends n with leading zeros to the given width.
func appendPadded(b []byte, n uint32, width int) []byte {
	end := len(b) + width
	if cap(b) < end {
		b = append(b, make([]byte, width)...)
	}
	b = b[:end]
	for i := end - 1; i >= end-width; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return b
}

// padded is appendPadded as a string.
func padded(n uint32, width int) string { return string(appendPadded(nil, n, width)) }

// zeros are leading zeros to complete a text of digits to the width.
func zeros(s string, width int) string { return "00000000000000000000"[:width-len(s)] + s }

// must is for constants in programs and tests.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
