package bsn

import "strings"

// zeros are the zeros of the digits outside ASCII, but for those of full width; the other nine follow each.
var zeros = [...]rune{
	0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0,
	0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0,
	0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450,
	0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x11F50, 0x16A60, 0x16AC0, 0x16B50,
	0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E950, 0x1FBF0,
}

// plain is a text in which each digit, space and sign is that of ASCII, without what has no width; other characters outside ASCII are
// an x.
func plain(s string) string {
	wide := false
	for i := 0; i < len(s); i++ {
		wide = wide || s[i] >= 0x80
	}
	if !wide {
		return s
	}
	b := make([]byte, 0, len(s))
	for _, r := range s {
		if c := ascii(r); c != 0 {
			b = append(b, c)
		}
	}
	return string(b)
}

// ascii is the character of ASCII that one stands for; 0 for one without width.
func ascii(r rune) byte {
	switch {
	case r < 0x80:
		return byte(r)
	case r >= 0xFF01 && r <= 0xFF5E: // full width
		return byte(r - 0xFEE0)
	case r == 0xA0, r == 0x1680, r >= 0x2000 && r <= 0x200A, r == 0x2028, r == 0x2029, r == 0x202F, r == 0x205F, r == 0x3000:
		return ' '
	case r == 0xAD, r >= 0x300 && r <= 0x36F, r == 0x61C, r == 0x180E, r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F, r == 0xFEFF:
		return 0
	}
	for _, zero := range zeros {
		if r >= zero && r <= zero+9 {
			return byte(r-zero) + '0'
		}
	}
	// Past the alphabets come signs, also those of alphabets further on; before them there are a few.
	if r >= 0x2010 && r <= 0x205E || r >= 0x2212 && r <= 0x2E5D || r >= 0x3000 && r <= 0x30FF || r >= 0xFE10 && r <= 0xFFFD || r == 0x10EAD || strings.ContainsRune(few, r) {
		return '-'
	}
	return 'x'
}

// few are signs among the letters: points in the middle, accents, apostrophes, hyphens and commas of alphabets.
const few = "\u00A6\u00A8\u00AF\u00B4\u00B7\u00B8\u02B9\u02BB\u02BC\u02BD\u02D7\u058A\u05BE\u060C\u066B\u066C\u1400\u1806"
