// Package bsn sees whether a text could hold a citizen service number (burgerservicenummer, BSN). Documents hold none: the
// reader refuses it in a reference to a pupil and in every free text.
package bsn

// mayHold is true of every text that could hold a BSN, and quick: nine digits without a letter between them, eight in a row, or a
// character that may be a digit outside ASCII. Where numbers do not go on behind a sign, only nine in a row.
func mayHold(s string, signs bool) bool {
	n, row := 0, 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if isDigit(c) {
			n++
			row++
		} else {
			if c < 0x80 || c >= 0x90 && c <= 0x95 { // ASCII, or the end of a dash: what has no width has no such byte
				row = 0
			}
			if letter := c | 0x20; letter >= 'a' && letter <= 'z' || !signs && c < 0x80 || c == '(' && i > 1 && s[i-1] == ' ' && isDigit(s[i-2]) && len(s) > longest {
				n = 0
			}
		}
		if n > 8 || signs && row > 7 || c >= 0xD9 && c != 0xE2 { // what begins with E2 are signs
			return true
		}
	}
	return false
}

// unpadded is a text without the zeros that make the row of digits at its begin longer than ten.
func unpadded(text string) string {
	n := 0
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	for ; n > 10 && text[0] == '0'; n-- {
		text = text[1:]
	}
	return text
}

// longest is the text that is looked at as one number: so many characters has a reference to a pupil.
const longest = 36

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isBSN is the eleven test, of ten digits without the zero that they begin with.
func isBSN(digits string) bool {
	if len(digits) == 10 && digits[0] == '0' {
		digits = digits[1:]
	}
	if len(digits) == 8 && (digits[0] == '1' && digits[1] == '9' || digits[0] == '2' && digits[1] == '0') {
		month, day := (digits[4]-'0')*10+digits[5]-'0', (digits[6]-'0')*10+digits[7]-'0'
		if month >= 1 && month <= 12 && day >= 1 && day <= 31 {
			return false
		}
	}
	return ElevenTest(digits)
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
