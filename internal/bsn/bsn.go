// Package bsn sees whether a text could hold a citizen service number (burgerservicenummer, BSN). Documents hold none: the
// reader refuses it in a reference to a pupil and in every free text.
package bsn

// Looks reports whether a text could hold a BSN: eight or nine digits in a row that pass the eleven test, ten of which the
// first is a zero, or rows of nine or ten digits together that are divided by single spaces, points, hyphens, dashes, underscores
// or strokes. Eight digits that are a day written as 20241001 are none. One number in eleven passes by chance. A BSN in words, in
// other digits than 0 to 9, with letters between its digits or backwards is not seen.
func Looks(s string) bool {
	digits, rows := make([]byte, 0, 64), make([]int, 0, 16) // of the rows that single dividers join; where each row begins
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			digits, rows = digits[:0], rows[:0]
			continue
		}
		rows = append(rows, len(digits))
		for ; i < len(s) && isDigit(s[i]); i++ {
			digits = append(digits, s[i])
		}
		for k := len(rows) - 1; k >= 0 && len(digits)-rows[k] <= 10; k-- {
			together := digits[rows[k]:]
			if (k == len(rows)-1 || len(together) > 8) && isBSN(together) {
				return true
			}
		}
		if n := divider(s, i); n > 0 {
			i += n - 1 // behind it another row, or the end of these
		} else {
			i--
			digits, rows = digits[:0], rows[:0]
		}
	}
	return scattered(s)
}

// InARow reports whether a text has a row of nine or ten digits that could be a BSN. It is for texts that are made of numbers of
// something else, divided by hyphens or points, such as addresses.
func InARow(s string) bool {
	from := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && isDigit(s[i]) {
			continue
		}
		if n := i - from; (n == 9 || n == 10) && isBSN([]byte(s[from:i])) {
			return true
		}
		from = i + 1
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// divider is the length of what divides digits at a place of a text: a space, point, hyphen, underscore or stroke, also a space
// or a hyphen at which lines do not break, a thin space or a dash; 0 when there is none.
func divider(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	switch s[i] {
	case ' ', '.', '-', '_', '/':
		return 1
	case 0xC2:
		if i+1 < len(s) && s[i+1] == 0xA0 {
			return 2
		}
	case 0xE2: // U+2009, U+2010 to U+2014 and U+202F
		if i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] == 0x89 || s[i+2] >= 0x90 && s[i+2] <= 0x94 || s[i+2] == 0xAF) {
			return 3
		}
	}
	return 0
}

// isBSN is the eleven test, of ten digits without the zero that they begin with.
func isBSN(digits []byte) bool {
	if len(digits) == 10 && digits[0] == '0' {
		digits = digits[1:]
	}
	if len(digits) == 8 && (digits[0] == '1' && digits[1] == '9' || digits[0] == '2' && digits[1] == '0') {
		month, day := (digits[4]-'0')*10+digits[5]-'0', (digits[6]-'0')*10+digits[7]-'0'
		if month >= 1 && month <= 12 && day >= 1 && day <= 31 {
			return false
		}
	}
	return ElevenTest(string(digits))
}

// longest is the text that is looked at as one number: so many characters has a reference to a pupil.
const longest = 36

// scattered reports whether all of a text is a BSN when everything that divides digits is left out.
func scattered(s string) bool {
	if len(s) > longest {
		return false
	}
	var bare [longest]byte
	n := 0
	for i := 0; i < len(s); i++ {
		if d := divider(s, i); d > 0 {
			i += d - 1
			continue
		}
		bare[n] = s[i]
		n++
	}
	return n == 9 && n < len(s) && ElevenTest(string(bare[:n]))
}

// ElevenTest is the eleven test (elfproef): s is eight or nine digits, of which eight mean a first digit 0, and 9 times the first
// digit plus 8 times the second and so on to 2 times the eighth, minus the ninth, is divisible by 11. Only zeros fail, as no
// BSN is zero. Source: the iJw rules CS002 and RS037.
func ElevenTest(s string) bool {
	if len(s) != 8 && len(s) != 9 {
		return false
	}
	sum, zeros := 0, true
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
		weight := len(s) - i
		if weight == 1 {
			weight = -1
		}
		sum += weight * int(s[i]-'0')
		zeros = zeros && s[i] == '0'
	}
	return sum%11 == 0 && !zeros
}
