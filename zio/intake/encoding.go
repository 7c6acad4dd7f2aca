package intake

import (
	"bytes"
	"math/bits"
	"unicode/utf8"

	"github.com/zio-collectief/zio/zio"
)

// Encoding is how the text of a file is written in bytes (tekencodering).
type Encoding uint8

const (
	EncodingUnknown Encoding = iota // not looked at yet, or to be found; the zero value
	ASCII                           // us-ascii: nothing but ASCII was seen
	UTF8                            // utf-8
	UTF8BOM                         // utf-8-bom: UTF-8 behind a byte-order mark
	UTF16LE                         // utf-16le
	UTF16BE                         // utf-16be
	Windows1252                     // windows-1252, which has all printable characters of iso-8859-1
)

var encodingNames = [...]string{"", "us-ascii", "utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1252"}

// String is the name of the encoding; "" when it is unknown.
func (e Encoding) String() string {
	if int(e) < len(encodingNames) {
		return encodingNames[e]
	}
	return ""
}

// ParseEncoding reads a name of [Encoding.String]; "iso-8859-1" and "latin1" are read as windows-1252.
func ParseEncoding(s string) (Encoding, bool) {
	switch s {
	case "iso-8859-1", "latin1", "cp1252":
		return Windows1252, true
	case "utf8":
		return UTF8, true
	}
	for i := 1; i < len(encodingNames); i++ {
		if encodingNames[i] == s {
			return Encoding(i), true
		}
	}
	return EncodingUnknown, false
}

var (
	tableNotText = &zio.ProblemKind{
		Code: "table.not-text",
		NL:   "Dit is geen tekstbestand maar {found}. Sla het blad op als CSV en kies dat bestand.",
		EN:   "This is not a text file but {found}. Save the sheet as CSV and choose that file.",
	}
	tableEmpty = &zio.ProblemKind{
		Code: "table.empty",
		NL:   "Het bestand is leeg. Download het opnieuw of kies een ander bestand.",
		EN:   "The file is empty. Download it again or choose another file.",
	}
)

// signs are the first bytes by which a file is known: the byte-order marks, and what is no text.
var signs = [...]struct {
	bytes    string
	encoding Encoding
	notText  string
}{
	{"\xEF\xBB\xBF", UTF8BOM, ""}, {"\xFF\xFE", UTF16LE, ""}, {"\xFE\xFF", UTF16BE, ""},
	{"PK\x03\x04", EncodingUnknown, "zip, xlsx"}, {"\xD0\xCF\x11\xE0", EncodingUnknown, "xls"}, {"\x1F\x8B", EncodingUnknown, "gzip"}, {"%PDF", EncodingUnknown, "pdf"},
}

// sniff looks at the first bytes of a file: the encoding by its byte-order mark, how long that mark
// is, and what the file is when it is no text.
func sniff(head []byte) (e Encoding, mark int, notText string) {
	for _, s := range signs {
		if bytes.HasPrefix(head, []byte(s.bytes)) {
			return s.encoding, len(s.bytes), s.notText
		}
	}
	// UTF-16 without a mark: nearly every other byte is zero.
	head = head[:min(len(head), 256)]
	var zeros [2]int // at even and at odd places
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch n := len(head); {
	case n >= 8 && zeros[1] > n*3/8 && zeros[0] == 0:
		e = UTF16LE
	case n >= 8 && zeros[0] > n*3/8 && zeros[1] == 0:
		e = UTF16BE
	case zeros[0]+zeros[1] > 0:
		notText = "binary"
	}
	return e, mark, notText
}

// decide chooses between UTF-8 and Windows-1252 by the bytes beyond ASCII from the given place on: in
// text of the one hardly any character looks like the other, so the majority is right also where a few
// bytes are broken. The last character may be cut off unless the text is whole; when there is no other,
// nothing is decided yet and checked is its place.
func decide(text []byte, from int, whole bool) (e Encoding, checked int) {
	good, bad := 0, 0
	for i := from; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		if !whole && !utf8.FullRune(text[i:]) {
			if good+bad == 0 {
				return ASCII, i
			}
			break
		}
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			bad++
		} else {
			good++
		}
		i += size
	}
	if good > bad {
		return UTF8, checked
	}
	return Windows1252, checked
}

// isASCII reports whether all bytes are below 0x80; eight at a time.
func isASCII(b []byte) bool {
	var all uint64
	for len(b) >= 8 {
		all |= word(b)
		b = b[8:]
	}
	for _, c := range b {
		all |= uint64(c)
	}
	return all&0x8080808080808080 == 0
}

// word reads eight bytes, the first in the lowest place.
func word(b []byte) uint64 {
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// windows1252 are the characters 0x80 to 0x9F; 0 has no character. The others equal Unicode.
var windows1252 = [32]uint16{
	0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
	0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
}

// appendWindows1252 appends the text as UTF-8; false where a byte has no character, which becomes U+FFFD.
func appendWindows1252(b, text []byte) ([]byte, bool) {
	whole := true
	for _, c := range text {
		switch {
		case c < 0x80:
			b = append(b, c)
		case c < 0xA0:
			r := rune(windows1252[c-0x80])
			if r == 0 {
				r, whole = utf8.RuneError, false
			}
			b = utf8.AppendRune(b, r)
		default:
			b = utf8.AppendRune(b, rune(c))
		}
	}
	return b, whole
}

// appendUTF16 appends whole units of UTF-16 as UTF-8 and gives the bytes that were used: half a unit
// or the first half of a pair at the end is left for later unless it is the end of the file. Half a
// character becomes U+FFFD.
func appendUTF16(b, text []byte, big, end bool) ([]byte, int) {
	low, high := 0, 1
	if big {
		low, high = 1, 0
	}
	i := 0
	for i+2 <= len(text) {
		r := rune(text[i+low]) | rune(text[i+high])<<8
		switch {
		case r < 0xD800 || r > 0xDFFF:
			b = utf8.AppendRune(b, r)
			i += 2
		case r < 0xDC00 && i+4 <= len(text):
			s := rune(text[i+2+low]) | rune(text[i+2+high])<<8
			if s >= 0xDC00 && s <= 0xDFFF {
				b = utf8.AppendRune(b, 0x10000+(r-0xD800)<<10+(s-0xDC00))
				i += 4
			} else {
				b = utf8.AppendRune(b, utf8.RuneError)
				i += 2
			}
		case r < 0xDC00 && !end:
			return b, i
		default:
			b = utf8.AppendRune(b, utf8.RuneError)
			i += 2
		}
	}
	if end && i < len(text) {
		b = utf8.AppendRune(b, utf8.RuneError)
		i = len(text)
	}
	return b, i
}

// trailing is the number of the lowest byte of which the high bit is set, 0 to 7.
func trailing(hits uint64) int { return bits.TrailingZeros64(hits) >> 3 }
