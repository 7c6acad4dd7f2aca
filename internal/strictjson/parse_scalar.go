package strictjson

import (
	"strconv"
	"unicode/utf8"
)

func (p *parser) number(at *path) string {
	start := p.at
	if p.data[p.at] == '-' {
		p.at++
	}
	run := func() int {
		n := 0
		for p.at < len(p.data) && p.data[p.at] >= '0' && p.data[p.at] <= '9' {
			p.at++
			n++
		}
		return n
	}
	first := p.at
	digits := run()
	if digits == 0 {
		p.expect(`0-9`, at)
		return ""
	}
	if p.data[first] == '0' && digits > 1 {
		p.at = first
		p.fail(FaultZeros, at)
		return ""
	}
	if p.at < len(p.data) && p.data[p.at] == '.' {
		p.at++
		n := run()
		if n == 0 {
			p.expect(`0-9`, at)
			return ""
		}
		digits += n
	}
	end := p.at
	if p.at < len(p.data) && (p.data[p.at] == 'e' || p.data[p.at] == 'E') {
		p.at = start
		p.fail(FaultExponent, at)
		return ""
	}
	if digits > p.lim.Digits {
		p.at = start
		p.fail(FaultNumber, at, "limit", strconv.Itoa(p.lim.Digits))
		return ""
	}
	return p.data[start:end]
}

// text reads a string; p.at stands on the opening quote.
func (p *parser) text(at *path) string {
	p.at++
	start := p.at
	data := p.data[:min(len(p.data), start+p.lim.Text+1)]
	for p.at < len(data) {
		i := plainUntil(data, p.at)
		p.at = i
		if i == len(data) {
			break
		}
		switch c := data[i]; {
		case c == '"':
			p.at++
			return data[start:i]
		case c == '\\':
			return p.escaped(start, at)
		case c < 0x20:
			p.fail(FaultRaw, at)
			return ""
		default:
			if !p.rune(at) {
				return ""
			}
		}
	}
	if p.at < len(p.data) {
		p.fail(FaultText, at, "limit", strconv.Itoa(p.lim.Text))
		return ""
	}
	p.expect(`"`, at)
	return ""
}

func (p *parser) rune(at *path) bool {
	r, size := utf8.DecodeRuneInString(p.data[p.at:])
	if r == utf8.RuneError && size <= 1 {
		p.fail(FaultUTF8, at)
		return false
	}
	p.at += size
	return true
}

// escaped goes on with a string at its first backslash.
func (p *parser) escaped(start int, at *path) string {
	out := append([]byte(nil), p.data[start:p.at]...)
	for p.at < len(p.data) {
		if p.at-start > p.lim.Text {
			p.fail(FaultText, at, "limit", strconv.Itoa(p.lim.Text))
			return ""
		}
		c := p.data[p.at]
		switch {
		case c == '"':
			p.at++
			return string(out)
		case c < 0x20:
			p.fail(FaultRaw, at)
			return ""
		case c != '\\':
			from := p.at
			if c < utf8.RuneSelf {
				p.at++
			} else if !p.rune(at) {
				return ""
			}
			out = append(out, p.data[from:p.at]...)
			continue
		}
		if p.at+1 >= len(p.data) {
			break
		}
		p.at += 2
		switch e := p.data[p.at-1]; e {
		case '"', '\\', '/':
			out = append(out, e)
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'u':
			r, ok := p.hex()
			if ok && r >= 0xDC00 && r <= 0xDFFF {
				p.fail(FaultSurrogate, at)
				return ""
			}
			if ok && r >= 0xD800 && r <= 0xDBFF {
				if p.at+1 >= len(p.data) || p.data[p.at] != '\\' || p.data[p.at+1] != 'u' {
					p.fail(FaultSurrogate, at)
					return ""
				}
				p.at += 2
				low, lowOK := p.hex()
				if lowOK && (low < 0xDC00 || low > 0xDFFF) {
					p.fail(FaultSurrogate, at)
					return ""
				}
				r, ok = 0x10000+(r-0xD800)<<10+(low-0xDC00), lowOK
			}
			if !ok {
				p.expect(`0-9 a-f`, at)
				return ""
			}
			if r == 0 {
				p.fail(FaultNUL, at)
				return ""
			}
			out = utf8.AppendRune(out, r)
		default:
			p.at--
			p.expect(`" \\ / b f n r t u`, at)
			return ""
		}
	}
	p.expect(`"`, at)
	return ""
}

func (p *parser) hex() (rune, bool) {
	if len(p.data)-p.at < 4 {
		return 0, false
	}
	var r rune
	for _, c := range []byte(p.data[p.at : p.at+4]) {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c >= 'a' && c <= 'f':
			r = r<<4 | rune(c-'a'+10)
		case c >= 'A' && c <= 'F':
			r = r<<4 | rune(c-'A'+10)
		default:
			return 0, false
		}
	}
	p.at += 4
	return r, true
}
