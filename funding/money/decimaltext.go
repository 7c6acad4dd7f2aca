package money

import (
	"strings"
	"unicode/utf8"

	"github.com/zio-collectief/zio/internal/figures"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// The one reader of plain decimals of this package; strictjson.AppendDecimal writes them. A decimal is
// -?(0|[1-9][0-9]*)(\.[0-9]{1,places})? with no plus sign, no exponent, no grouping
// and no minus before a zero; what holds for Euro, Factor and Fte differs only in
// the numbers of digits. It is the grammar of the exchange schemas.

// fault says why a text is no decimal; 0 is no fault.
type fault uint8

const (
	faultNone fault = iota
	faultEmpty
	faultSyntax       // none of the below: letters, two points, spaces ...
	faultComma        // 1234,50
	faultThousands    // 1.234.567, 1,234.50
	faultExponent     // 1e3
	faultCurrency     // € 78,-
	faultPlus         // +1
	faultNegativeZero // -0.00
	faultLeadingZero  // 007
	faultDigits       // more digits before the point than fit
	faultPlaces       // more digits behind the point than are kept
)

// parseDecimal reads s as an integer number of 10^-places. At most whole digits may
// stand before the point; whole+places is at most 18, so that nothing overflows.
func parseDecimal(s string, whole, places int) (int64, fault) {
	if s == "" {
		return 0, faultEmpty
	}
	i := 0
	negative := s[0] == '-'
	if negative {
		i = 1
	}
	start := i
	var value int64
	for i < len(s) && isDigit(s[i]) {
		if i-start == whole {
			return 0, diagnose(s, places, faultDigits)
		}
		value = value*10 + int64(s[i]-'0')
		i++
	}
	if i == start {
		return 0, diagnose(s, places, faultSyntax)
	}
	leading := i-start > 1 && s[start] == '0'
	decimals := 0
	if i < len(s) && s[i] == '.' {
		for i++; i < len(s) && isDigit(s[i]); i++ {
			if decimals == places {
				return 0, diagnose(s, places, faultPlaces)
			}
			value = value*10 + int64(s[i]-'0')
			decimals++
		}
		if decimals == 0 {
			return 0, diagnose(s, places, faultSyntax)
		}
	}
	switch {
	case i < len(s):
		return 0, diagnose(s, places, faultSyntax)
	case leading:
		return 0, faultLeadingZero
	case negative && value == 0:
		return 0, faultNegativeZero
	}
	for ; decimals < places; decimals++ {
		value *= 10
	}
	if negative {
		value = -value
	}
	return value, faultNone
}

// diagnose finds the fault that helps the writer of s best; other is the answer
// when s is none of the habits that are known.
//
//figures:without s places
func diagnose(s string, places int, other fault) fault {
	if figures.Only {
		return other
	}
	if strings.Contains(s, "€") || strings.Contains(s, "EUR") || strings.Contains(s, "eur") || strings.HasSuffix(s, ",-") {
		return faultCurrency
	}
	if s[0] == '+' {
		return faultPlus
	}
	digits, commas, points, exponents, rest := 0, 0, 0, 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isDigit(c):
			digits++
		case c == ',':
			commas++
		case c == '.':
			points++
		case (c == 'e' || c == 'E') && digits > 0:
			exponents++
		case (c == '-' || c == '+') && (i == 0 || exponents == 1):
		default:
			rest++
		}
	}
	switch {
	case rest > 0 || digits == 0:
		return faultSyntax
	case exponents == 1:
		return faultExponent
	case exponents > 1:
		return faultSyntax
	case grouped(s, places):
		return faultThousands
	case commas == 1 && points == 0:
		return faultComma
	case commas == 0 && points <= 1:
		return other
	}
	return faultSyntax
}

// grouped reports whether s is a number with separators between its thousands. Where three
// decimals are lawful one separator before three digits is taken for the decimal one.
func grouped(s string, places int) bool {
	s = strings.TrimPrefix(s, "-")
	first := strings.IndexAny(s, ".,")
	if first < 1 || first > 3 || s[0] == '0' {
		return false
	}
	separator := s[first]
	groups, i := 0, first
	for i+3 < len(s) && s[i] == separator && isDigit(s[i+1]) && isDigit(s[i+2]) && isDigit(s[i+3]) {
		groups++
		i += 4
	}
	if groups == 0 {
		return false
	}
	if i == len(s) {
		return groups > 1 || places < 3
	}
	if s[i] != '.' && s[i] != ',' || s[i] == separator || i+1 == len(s) {
		return false
	}
	for i++; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}

// likely is what the writer of s probably meant, as a text that parseDecimal reads;
// otherwise when nothing sensible can be made of it.
//
//figures:without s whole places
func likely(s string, whole, places int, otherwise string) string {
	if figures.Only {
		return otherwise
	}
	if len(s) > 40 || zio.LooksLikeBSN(s) {
		return otherwise
	}
	s = strings.TrimPrefix(s, "+")
	s = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(s, ",-"), ".-"), ".,")
	b := make([]byte, 0, len(s))
	for len(s) > 0 {
		skip := 0
		for _, ignored := range [...]string{"€", "EUR", "eur", " ", "\u00a0", "\u202f"} {
			if strings.HasPrefix(s, ignored) {
				skip = len(ignored)
				break
			}
		}
		switch {
		case skip > 0:
			s = s[skip:]
		case isDigit(s[0]) || s[0] == '.' || s[0] == ',' || s[0] == '-' && len(b) == 0:
			b = append(b, s[0])
			s = s[1:]
		default:
			return otherwise
		}
	}
	// The last separator stands before the decimals when it is the only one of its
	// sort and no more digits follow than decimals are kept; every other goes.
	last := strings.LastIndexAny(string(b), ".,")
	if last >= 0 && (len(b)-last-1 > places || strings.Count(string(b), string(b[last:last+1])) > 1) {
		last = -1
	}
	negative := false
	text := make([]byte, 0, len(b))
	for i, c := range b {
		switch {
		case c == '-':
			negative = true
		case i == last:
			text = append(text, '.')
		case isDigit(c):
			if len(text) == 1 && text[0] == '0' {
				text = text[:0]
			}
			text = append(text, c)
		default: // between thousands: one to three digits stand before the first, and no zero; three follow each
			group := b[i+1:]
			if next := strings.IndexAny(string(group), ".,"); next >= 0 {
				group = group[:next]
			}
			first := i == strings.IndexAny(string(b), ".,")
			if len(group) != 3 || first && len(text) > 3 || string(text) == "0" {
				return otherwise
			}
		}
	}
	if negative && strings.Trim(string(text), "0.") != "" {
		text = append([]byte{'-'}, text...)
	}
	if _, f := parseDecimal(string(text), whole, places); f != faultNone {
		return otherwise
	}
	return string(text)
}

// shown is a text of the user as it may stand in a problem: at most 40 bytes of it, and nothing of what could be a BSN.
func shown(s string) string {
	if zio.LooksLikeBSN(s) {
		return "***"
	}
	const most = 40
	if len(s) > most {
		cut := most
		for cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut] + "…"
	}
	return strings.ToValidUTF8(s, "\ufffd")
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func formatInt(n int64) string { return string(strictjson.AppendInt(nil, n)) }
