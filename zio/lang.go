package zio

import (
	"strconv"

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

// FormatNumber writes a canonical decimal text ("-1234.50") as people write it
// in the language: "-1.234,50" in Dutch, "-1,234.50" in English. A text that is
// no canonical decimal comes back as it is.
func FormatNumber(s string, l Lang) string {
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
// 30 minutes". A text that is no whole number comes back as it is.
func FormatMinutes(s string, l Lang) string {
	n, ok := strictjson.ParseInt(s)
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
