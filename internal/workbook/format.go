package workbook

import (
	"math"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/zio"
)

// format is what a format of cells says of the value: a date, or zeros before a whole number. How it looks otherwise
// says nothing.
type format struct {
	date           bool
	zeros          int    // digits that a whole number has at least; below 2 says nothing
	prefix, suffix string // texts around those digits
}

// builtin are the formats of dates that a workbook does not write out, ECMA-376 part 1, 18.8.30.
func builtin(id int) format {
	return format{date: id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58}
}

// formatOf reads the code of a format, such as "d-m-yyyy", "0000" or "[$-413]d mmmm yyyy;@". Of a code with several
// sections, for positive numbers and others, the first counts.
func formatOf(code string) format {
	if strings.EqualFold(code, "general") {
		return format{}
	}
	var f format
	letters, text, zeros, other := "", "", 0, false
	for i := 0; i < len(code) && code[i] != ';'; i++ {
		literal := ""
		switch c := code[i]; c {
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return f
			}
			literal = code[i+1 : i+1+end]
			i += end + 1
		case '\\', '_', '*':
			if i++; i < len(code) && c == '\\' {
				literal = code[i : i+1]
			}
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return f
			}
			if inside := strings.ToLower(code[i+1 : i+end]); strings.Trim(inside, "hms") == "" {
				letters += inside // elapsed time
			}
			i += end
		case '0':
			if text != "" && zeros > 0 {
				other = true
			}
			zeros++
		case ' ', '-':
			literal = string(rune(c))
		default:
			if c |= 0x20; c >= 'a' && c <= 'z' {
				letters += string(rune(c))
			}
			other = true
		}
		if literal != "" && zeros == 0 {
			f.prefix += literal
		} else if literal != "" {
			text += literal
		}
	}
	hasTime := strings.ContainsAny(letters, "hs")
	f.date = strings.ContainsAny(letters, "yd") || strings.Contains(letters, "m") && !hasTime
	if zeros < 2 || other || f.date {
		return format{date: f.date}
	}
	f.zeros, f.suffix = zeros, text
	return f
}

// numeral is a number as text: exact to the 15 digits that a spreadsheet keeps, without an exponent.
func numeral(x float64) string {
	if rounded, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 15, 64), 64); err == nil {
		x = rounded
	}
	if x == math.Trunc(x) && math.Abs(x) < 1e15 {
		return strconv.FormatInt(int64(x), 10)
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

// show is the value of a cell with a number.
func (f format) show(x float64, since1904 bool) string {
	text := numeral(x)
	switch {
	case f.date:
		if day, ok := dayOf(x, since1904); ok {
			return day
		}
	case f.zeros > 1 && x >= 0 && !strings.Contains(text, "."):
		if missing := f.zeros - len(text); missing > 0 {
			text = strings.Repeat("0", missing) + text
		}
		return f.prefix + text + f.suffix
	}
	return text
}

// dayOf is the day of a serial number, with the time behind it where there is one. Excel counts from 1 January 1900, which
// is 1, or from 1 January 1904, which is 0; in the first count there is a 29 February 1900, which never was.
func dayOf(x float64, since1904 bool) (string, bool) {
	days := math.Floor(x + 1e-9)
	seconds := int64(math.Round((x - days) * 86_400))
	if seconds >= 86_400 {
		days, seconds = days+1, 0
	}
	n := int64(days)
	first := zio.MustParseDate("1900-01-01")
	switch {
	case since1904:
		first = zio.MustParseDate("1904-01-01")
	case n >= 61:
		n -= 2
	case n == 60 || n < 1:
		return "", false
	default:
		n--
	}
	if n < 0 || n > 109_572 { // 2199
		return "", false
	}
	d := first.AddDays(n)
	if !d.IsValid() {
		return "", false
	}
	if seconds <= 0 {
		return d.String(), true
	}
	two := func(v int64) string { return string([]byte{byte('0' + v/10), byte('0' + v%10)}) }
	return d.String() + " " + two(seconds/3600) + ":" + two(seconds/60%60) + ":" + two(seconds%60), true
}
