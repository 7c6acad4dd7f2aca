//go:build !figures

package bsn

import "strings"

// Looks reports whether a text could hold a BSN: eight or nine digits in a row that pass the eleven test, also behind
// zeros, or rows of nine digits together (ten with a zero) with between each two one sign or spaces, or of three rows or more the same
// signs and spaces. Digits, signs and spaces are those of all of Unicode. Kept apart are the numbers of a list, behind a comma and a
// space, and of a sum, the decimals of an amount such as 1.234.567,89, and eight digits that are a day written as 20241001. One number
// in eleven passes by chance. A BSN in words, in small or circled digits, over several lines, with letters between its digits, of
// eight digits with signs between them, or backwards is not seen.
func Looks(s string) bool { return mayHold(s, true) && holds(plain(s)) }

// InARow reports whether a text has a row of nine or ten digits that could be a BSN. It is for texts that are made of numbers of
// something else, divided by hyphens or points, such as addresses.
func InARow(s string) bool {
	if !mayHold(s, false) {
		return false
	}
	text, from := plain(s), 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && isDigit(text[i]) {
			continue
		}
		if row := unpadded(text[from:i]); (len(row) == 9 || len(row) == 10) && isBSN(row) {
			return true
		}
		from = i + 1
	}
	return false
}

// holds is Looks of a plain text.
func holds(text string) bool {
	for i := range text {
		if isDigit(text[i]) && (i == 0 || !isDigit(text[i-1])) && begins(text[i:]) {
			return true
		}
	}
	return scattered(text)
}

// begins reports whether a text begins with a BSN, of whole rows of digits.
func begins(text string) bool {
	var digits [10]byte
	var first, before string // what is between the first two rows, and before this one
	n, single, even := 0, true, true
	text = unpadded(text)
	for rows := 1; ; rows++ {
		for text != "" && isDigit(text[0]) {
			if n == len(digits) {
				return false
			}
			digits[n] = text[0]
			n, text = n+1, text[1:]
		}
		if (rows == 1 || n > 8 && (single || even && rows > 2)) && isBSN(string(digits[:n])) {
			return true
		}
		between := divider(text)
		if between == "" || isList(between) || decimals(text, before, n) || strings.HasPrefix(between, " (") { // a remark begins
			return false
		}
		if rows == 1 {
			first = between
		}
		before, text = between, text[len(between):]
		single = single && (len(between) == 1 || strings.Trim(between, " \t") == "")
		even = even && between == first
		if !single && !even || text == "" || !isDigit(text[0]) {
			return false
		}
	}
}

// divider is the signs and spaces at the begin of a text.
func divider(text string) string {
	n := 0
	for n < len(text) && strings.IndexByte(signs, text[n]) >= 0 {
		n++
	}
	return text[:n]
}

// signs are what may stand between the digits of one number; sums those that with a space stand between numbers of their own.
const (
	signs = " \t-.,'_/\\:;|*~`^\"()[]{}!?#@" + sums
	sums  = "+=<>%&$"
)

// isList reports whether what is between two rows divides the numbers of a list or a sum.
func isList(between string) bool {
	return len(between) > 1 && (between[0] == ',' || between[0] == ';' || strings.ContainsAny(between, sums))
}

// decimals reports whether a text begins with the decimals of a number: behind a comma, or behind a point when there was a comma
// or an apostrophe before, two digits, or one when few digits went before, and no other such sign and digit.
func decimals(text, before string, digits int) bool {
	last := byte(0)
	if len(before) == 1 {
		last = before[0]
	}
	if text[0] != ',' && text[0] != '.' || text[0] == last || text[0] == '.' && last != ',' && last != '\'' {
		return false
	}
	n := 1
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	if n != 3 && (n != 2 || digits > 6) {
		return false
	}
	return n+1 >= len(text) || text[n] != ',' && text[n] != '.' && text[n] != '\'' || !isDigit(text[n+1])
}

// scattered reports whether all of a text is a BSN when every sign and space is left out.
func scattered(text string) bool {
	if len(text) > longest {
		return false
	}
	bare, before := make([]byte, 0, longest), ""
	for text != "" {
		between := divider(text)
		if between == "" {
			bare, text = append(bare, text[0]), text[1:]
			continue
		}
		if isList(between) || decimals(text, before, len(bare)) {
			return false
		}
		before, text = between, text[len(between):]
	}
	return len(bare) == 9 && ElevenTest(string(bare))
}
