package accept

import "unicode/utf8"

// text is what holds for a string that is no member of a closed set.
type text struct {
	low, high int // characters
	pattern   *automaton
	chain     *chain // the pattern, when its matches have one length
	run       *run   // the pattern, when its matches are characters of one class
	date      bool   // a day of the calendar, yyyy-mm-dd
}

// free reads free text that begins at i, behind the opening quotation mark, escapes included. It returns
// the place behind the closing one; negative when the string is not sound or not of a length that is allowed.
func (t *text) free(b []byte, i int) int {
	start, less := i, 0 // less: bytes that are no characters of their own
	for {
		w := word(b, i)
		if w == 0 && i >= len(b) {
			return -1
		}
		if w != 0 {
			marks := specials(w)
			if marks == 0 {
				i += 8
				continue
			}
			i += first(marks)
		}
		c := b[i]
		switch {
		case c == '"':
			if n := i - start - less; n < t.low || n > t.high || i-start > maxText {
				return -1
			}
			return i + 1
		case c == '\\':
			n, chars := escape(b, i)
			if n == 0 {
				return -1
			}
			i += n
			less += n - chars
		case c < 0x20:
			return -1
		case c < utf8.RuneSelf:
			i++
		default:
			n := wide(b, i)
			if n == 0 {
				return -1
			}
			i += n
			less += n - 1
		}
	}
}

// wide is the number of bytes of the character outside ASCII at i, 0 when it is no valid UTF-8.
func wide(b []byte, i int) int {
	if c := b[i]; c >= 0xC2 && c <= 0xDF {
		if i+1 < len(b) && b[i+1]&0xC0 == 0x80 {
			return 2
		}
		return 0
	}
	if r, n := utf8.DecodeRune(b[i:]); n > 1 || r != utf8.RuneError {
		return n
	}
	return 0
}

// escape is the number of bytes and of characters of the escape at i, 0 when it is none or stands for
// NUL or half a character.
func escape(b []byte, i int) (n, chars int) {
	if i+1 >= len(b) {
		return 0, 0
	}
	switch b[i+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2, 1
	case 'u':
		r := hex(b, i+2)
		switch {
		case r <= 0 || r >= 0xDC00 && r <= 0xDFFF:
			return 0, 0
		case r >= 0xD800 && r <= 0xDBFF:
			if i+7 >= len(b) || b[i+6] != '\\' || b[i+7] != 'u' {
				return 0, 0
			}
			if low := hex(b, i+8); low < 0xDC00 || low > 0xDFFF {
				return 0, 0
			}
			return 12, 1
		}
		return 6, 1
	}
	return 0, 0
}

// hex is the number that four hexadecimal digits at i write; -1 when four such digits do not stand there.
func hex(b []byte, i int) rune {
	if len(b)-i < 4 {
		return -1
	}
	var r rune
	for _, c := range b[i : i+4] {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c >= 'a' && c <= 'f':
			r = r<<4 | rune(c-'a'+10)
		case c >= 'A' && c <= 'F':
			r = r<<4 | rune(c-'A'+10)
		default:
			return -1
		}
	}
	return r
}

// matched reads a string with a pattern as it is written; it does not match one with escapes.
func (t *text) matched(b []byte, i int) int {
	a := t.pattern
	table, steps := a.table, &a.steps
	start, less, row := i, 0, a.first
	if row == stepDead { // nothing matches
		return -1
	}
	for {
		if row >= stepPlug { // only plain characters of which none leads further
			row -= stepPlug
			for {
				w := word(b, i)
				if w == 0 || (specials(w)|(w+ones)&highs) != 0 { // nor a DEL
					break
				}
				i += 8
			}
		}
		step := row
		for uint(i) < uint(len(b)) {
			if step = table[row+uint32(steps[b[i]])]; step >= stepPlug {
				break
			}
			row = step
			i++
		}
		switch {
		case i >= len(b):
			return -1
		case step == stepEnd:
			n := i - start - less
			if !a.accept[row/a.width] || n < t.low || n > t.high || i-start > maxText || t.date && !isDate(b[start:i]) {
				return -1
			}
			return i + 1
		case step == stepWide:
			n := wide(b, i)
			if n == 0 {
				return -1
			}
			r, _ := utf8.DecodeRune(b[i:])
			if row = table[row+uint32(a.class(r))]; row == stepDead {
				return -1
			}
			i += n
			less += n - 1
		case step == stepDead || step == stepStop:
			return -1
		default:
			row = step
			i++
		}
	}
}

// decoded checks a text whose escapes have been decoded.
func (t *text) decoded(s []byte) bool {
	if n := utf8.RuneCount(s); n < t.low || n > t.high {
		return false
	}
	return (t.pattern == nil || t.pattern.match(s)) && (!t.date || isDate(s))
}

// isDate reports whether a text is a day of the calendar from year 1 on.
func isDate(s []byte) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return false
	}
	number := func(s []byte) int {
		n := 0
		for _, c := range s {
			if c < '0' || c > '9' {
				return -1
			}
			n = n*10 + int(c-'0')
		}
		return n
	}
	year, month, day := number(s[:4]), number(s[5:7]), number(s[8:])
	if year < 1 || month < 1 || month > 12 || day < 1 {
		return false
	}
	days := int("\x1f\x1c\x1f\x1e\x1f\x1e\x1f\x1f\x1e\x1f\x1e\x1f"[month-1])
	if month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		days = 29
	}
	return day <= days
}

// appendEscape appends the character of a sound escape.
func appendEscape(to, e []byte) []byte {
	switch e[1] {
	case 'b':
		return append(to, '\b')
	case 'f':
		return append(to, '\f')
	case 'n':
		return append(to, '\n')
	case 'r':
		return append(to, '\r')
	case 't':
		return append(to, '\t')
	case 'u':
		r := hex(e, 2)
		if len(e) == 12 {
			r = 0x10000 + (r-0xD800)<<10 + (hex(e, 8) - 0xDC00)
		}
		return utf8.AppendRune(to, r)
	}
	return append(to, e[1])
}
