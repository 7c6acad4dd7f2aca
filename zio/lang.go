package zio

import (
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/internal/strictjson"
)

// Lang is a language in which texts are made (taal). Texts are made late, from
// codes and values; nothing is ever parsed back out of a text.
type Lang uint8

const (
	Dutch   Lang = iota // nl, the zero value: plain Dutch (B1)
	English             // en
)

// ParseLang reads "nl" or "en", also with a region or an encoding behind it
// ("nl_NL.UTF-8"). Anything else gives English and false.
func ParseLang(s string) (Lang, bool) {
	if len(s) >= 2 && (len(s) == 2 || s[2] == '-' || s[2] == '_' || s[2] == '.') {
		switch s[:2] {
		case "nl", "NL":
			return Dutch, true
		case "en", "EN":
			return English, true
		}
	}
	return English, false
}

// String is the tag of the language: "nl" or "en".
func (l Lang) String() string {
	if l == Dutch {
		return "nl"
	}
	return "en"
}

// InLang is the text of a document in a language. Documents are written in Dutch, and some in English as well; where there
// is no English the Dutch is given.
func InLang(l Lang, nl, en string) string {
	if l == Dutch || en == "" {
		return nl
	}
	return en
}

// FormatNumber writes a canonical decimal text ("-1234.50") as people write it
// in the language: "-1.234,50" in Dutch, "-1,234.50" in English. A text that is
// no canonical decimal comes back as it is. A fraction ("1/3") is written with two
// decimals and the word that says so: "ongeveer 0,33", "about 0.33".
func FormatNumber(s string, l Lang) string {
	if near, ok := twoDecimals(s); ok {
		about := "about "
		if l == Dutch {
			about = "ongeveer "
		}
		return about + FormatNumber(near, l)
	}
	point, group := byte('.'), byte(',')
	if l == Dutch {
		point, group = ',', '.'
	}
	start := 0
	if len(s) > 0 && s[0] == '-' {
		start = 1
	}
	end := start
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	if end == start {
		return s
	}
	if end < len(s) {
		if s[end] != '.' || end+1 == len(s) {
			return s
		}
		for i := end + 1; i < len(s); i++ {
			if s[i] < '0' || s[i] > '9' {
				return s
			}
		}
	}
	out := make([]byte, 0, len(s)+len(s)/3)
	out = append(out, s[:start]...)
	for i := start; i < end; i++ {
		if i > start && (end-i)%3 == 0 {
			out = append(out, group)
		}
		out = append(out, s[i])
	}
	if end < len(s) {
		out = append(out, point)
		out = append(out, s[end+1:]...)
	}
	return string(out)
}

// FormatMinutes writes a whole number of minutes as hours and minutes: "5 uur en 30 minuten", "5 hours and
// 30 minutes". A decimal or a fraction is rounded half-up to whole minutes, and says so: "ongeveer 1 uur". A text that
// is no number from 0 on comes back as it is.
func FormatMinutes(s string, l Lang) string {
	n, ok := strictjson.ParseInt(s)
	if whole, part := wholeOf(s); !ok && part {
		about := "about "
		if l == Dutch {
			about = "ongeveer "
		}
		return about + FormatMinutes(whole, l)
	}
	if !ok || n < 0 {
		return s
	}
	hour, hours, and, minute, minutes := " uur", " uur", " en ", " minuut", " minuten"
	if l == English {
		hour, hours, and, minute, minutes = " hour", " hours", " and ", " minute", " minutes"
	}
	count := func(n int64, one, more string) string {
		if n == 1 {
			return "1" + one
		}
		return FormatNumber(strconv.FormatInt(n, 10), l) + more
	}
	switch {
	case n >= 60 && n%60 == 0:
		return count(n/60, hour, hours)
	case n > 60:
		return count(n/60, hour, hours) + and + count(n%60, minute, minutes)
	}
	return count(n, minute, minutes)
}

// twoDecimals is a fraction of two whole numbers above zero, rounded half-up to two decimals.
func twoDecimals(s string) (string, bool) {
	n, ok := divided(s, 2)
	return string(strictjson.AppendDecimal(nil, n, 2, 2)), ok
}

// divided is a fraction of two whole numbers above zero in units of so many decimals, rounded half-up. Of more than 18 digits
// below the line the last are left out, and as many above it.
func divided(s string, decimals int) (int64, bool) {
	above, below, fraction := strings.Cut(s, "/")
	if !fraction || !allDigits(above) || !allDigits(below) {
		return 0, false
	}
	if cut := len(below) - 18; cut > 0 {
		if cut >= len(above) {
			return 0, false
		}
		above, below = above[:len(above)-cut], below[:18]
	}
	whole, ok := strictjson.ParseInt(below)
	if !ok || whole == 0 {
		return 0, false
	}
	n, rest, d := uint64(0), uint64(0), uint64(whole)
	for i := range len(above) + decimals { // long division, digit by digit
		digit := uint64(0)
		if i < len(above) {
			digit = uint64(above[i] - '0')
		}
		rest = rest*10 + digit // below 10 times 10^18, which fits
		if n > 1<<59 {
			return 0, false
		}
		n = n*10 + rest/d
		rest %= d
	}
	if rest >= d-rest {
		n++
	}
	return int64(n), true
}

// inCents is an amount in euros that was calculated, rounded half-up to cents: a fraction, or a decimal of more than two places.
func inCents(s string) string {
	if near, fraction := twoDecimals(s); fraction {
		return near
	}
	size, negative := strings.CutPrefix(s, "-")
	above, below, _ := strings.Cut(size, ".")
	if len(below) <= 2 {
		return s
	}
	near, ok := twoDecimals(above + below + "/1" + strings.Repeat("0", len(below)))
	switch {
	case !ok:
		return s
	case negative && near != "0.00":
		return "-" + near
	}
	return near
}

// wholeOf is a decimal or a fraction from 0 on, rounded half-up to a whole number.
func wholeOf(s string) (string, bool) {
	if n, fraction := divided(s, 0); fraction {
		return strconv.FormatInt(n, 10), true
	}
	above, below, decimal := strings.Cut(s, ".")
	n, ok := strictjson.ParseInt(above)
	if !decimal || !ok || n < 0 || !allDigits(below) {
		return "", false
	}
	if below[0] >= '5' {
		n++
	}
	return strconv.FormatInt(n, 10), true
}
