package workbook

import (
	"bytes"
	"io"
	"strconv"
	"unicode/utf8"
)

// token is what stands next in a part of a workbook.
type token uint8

const (
	atEnd   token = iota // the end of the part
	opening              // an element begins; one without content is followed by its closing
	closing              // an element ends
	chars                // text between tags
)

// scanner reads XML piece by piece, as far as workbooks need it: elements by their local names, attributes and text.
// It follows no reference out of the file, knows no entities but the five of XML, and refuses a document type. It
// holds one piece at a time, so what it takes does not grow with the part.
type scanner struct {
	r     io.Reader
	buf   []byte
	pos   int
	err   error  // why no more comes, io.EOF included
	tag   []byte // of an element: what stands between its angle brackets
	name  string // local name of the element
	text  []byte
	empty bool // the element that was opened ends at once
	depth int
}

func newScanner(r io.Reader) *scanner { return &scanner{r: r, buf: make([]byte, 0, 32<<10)} }

// fill reads more, keeping what was not used.
func (s *scanner) fill() bool {
	if s.err != nil {
		return false
	}
	if s.pos > 0 {
		s.buf = s.buf[:copy(s.buf, s.buf[s.pos:])]
		s.pos = 0
	}
	if len(s.buf) == cap(s.buf) {
		s.buf = append(make([]byte, 0, 2*cap(s.buf)), s.buf...)
	}
	for range 100 {
		n, err := s.r.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf = s.buf[:len(s.buf)+n]
		s.err = err
		if n > 0 || err != nil {
			return n > 0
		}
	}
	s.err = io.ErrNoProgress
	return false
}

// until is what stands before the mark, and goes past both.
func (s *scanner) until(mark string) ([]byte, error) {
	for seen := 0; ; {
		b := s.buf[s.pos:]
		if i := bytes.Index(b[seen:], []byte(mark)); i >= 0 && seen+i <= maxText {
			s.pos += seen + i + len(mark)
			return b[:seen+i], nil
		}
		if len(b) > maxText+len(mark) {
			return nil, tooMuch("text", strconv.Itoa(maxText))
		}
		seen = max(0, len(b)-len(mark)+1)
		if !s.fill() {
			return nil, s.cutOff()
		}
	}
}

func (s *scanner) cutOff() error {
	if s.err == nil || s.err == io.EOF || s.err == io.ErrUnexpectedEOF {
		return broken("cut off")
	}
	return s.err
}

// next reads the next token. Blanks between tags are text too, but long ones come in pieces.
func (s *scanner) next() (token, error) {
	if s.empty {
		s.empty = false
		s.depth--
		return closing, nil
	}
	for {
		if s.pos == len(s.buf) && !s.fill() {
			if s.err != io.EOF || s.depth > 0 {
				return atEnd, s.cutOff()
			}
			return atEnd, nil
		}
		if s.buf[s.pos] != '<' {
			return s.characters()
		}
		s.pos++
		tag, err := s.until(">")
		if err != nil {
			return atEnd, err
		}
		switch {
		case len(tag) == 0:
			return atEnd, broken("<>")
		case tag[0] == '?':
			continue
		case tag[0] == '!':
			t, done, err := s.special(tag)
			if done || err != nil {
				return t, err
			}
		case tag[0] == '/':
			s.name = local(tag[1:])
			s.depth--
			if s.depth < 0 {
				return atEnd, broken("</" + s.name + ">")
			}
			return closing, nil
		default:
			return s.open(tag)
		}
	}
}

// open takes the tag of an element. A bracket inside an attribute ends no tag.
func (s *scanner) open(tag []byte) (token, error) {
	for quotesOpen(tag) {
		start := len(tag)
		s.pos -= start + 1
		whole, err := s.longer(start + 1)
		if err != nil {
			return atEnd, err
		}
		tag = whole
	}
	if s.empty = tag[len(tag)-1] == '/'; s.empty {
		tag = tag[:len(tag)-1]
	}
	if s.depth++; s.depth > maxNested {
		return atEnd, tooMuch("elements", strconv.Itoa(maxNested))
	}
	s.tag, s.name = tag, local(tag)
	return opening, nil
}

// longer is the tag at pos up to the first bracket behind from.
func (s *scanner) longer(from int) ([]byte, error) {
	for {
		b := s.buf[s.pos:]
		if i := bytes.Index(b[min(from, len(b)):], []byte(">")); i >= 0 {
			s.pos += from + i + 1
			return b[:from+i], nil
		}
		if len(b) > maxText {
			return nil, tooMuch("text", strconv.Itoa(maxText))
		}
		if !s.fill() {
			return nil, s.cutOff()
		}
	}
}

func quotesOpen(tag []byte) bool {
	quote := byte(0)
	for _, c := range tag {
		switch {
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == quote:
			quote = 0
		}
	}
	return quote != 0
}

// special passes over a comment and gives the text of a section of characters.
func (s *scanner) special(tag []byte) (token, bool, error) {
	back := len(tag) + 1
	switch {
	case len(tag) >= 3 && string(tag[:3]) == "!--":
		s.pos -= back - 3
		for { // a comment may be long: it is not held
			if i := bytes.Index(s.buf[s.pos:], []byte("-->")); i >= 0 {
				s.pos += i + 3
				return atEnd, false, nil
			}
			s.pos = max(s.pos, len(s.buf)-2)
			if !s.fill() {
				return atEnd, false, s.cutOff()
			}
		}
	case len(tag) >= 8 && string(tag[:8]) == "![CDATA[":
		s.pos -= back - 8
		text, err := s.until("]]>")
		s.text = append(s.text[:0], text...)
		return chars, true, err
	}
	return atEnd, true, broken("<!")
}

// characters is the text up to the next tag.
func (s *scanner) characters() (token, error) {
	for seen := 0; ; {
		b := s.buf[s.pos:]
		end := len(b)
		if i := bytes.IndexByte(b[seen:], '<'); i >= 0 {
			end = seen + i
		}
		switch {
		case end < len(b) && end <= maxText:
			s.pos += end
			return s.decoded(b[:end])
		case end > 4096 && isBlank(b):
			s.pos += end // blanks between tags are not held
			seen = 0
		default:
			seen = end
		}
		if seen > maxText || end > maxText && end < len(b) {
			return atEnd, tooMuch("text", strconv.Itoa(maxText))
		}
		if !s.fill() {
			if b = s.buf[s.pos:]; s.err == io.EOF && s.depth == 0 && isBlank(b) {
				s.pos = len(s.buf)
				return atEnd, nil
			}
			return atEnd, s.cutOff()
		}
	}
}

func isBlank(b []byte) bool {
	for _, c := range b {
		if c != ' ' && c != '\n' && c != '\r' && c != '\t' {
			return false
		}
	}
	return true
}

// decoded is a text without references.
func (s *scanner) decoded(b []byte) (token, error) {
	var ok bool
	s.text, ok = unescape(s.text[:0], b)
	if !ok {
		return atEnd, broken("&")
	}
	return chars, nil
}

// unescape appends a text in which &lt; and &#65; are what they stand for.
func unescape(to, b []byte) ([]byte, bool) {
	if !utf8.Valid(b) {
		return to, false
	}
	for i := 0; i < len(b); i++ {
		if b[i] != '&' {
			to = append(to, b[i])
			continue
		}
		end := bytes.Index(b[i:min(len(b), i+12)], []byte(";"))
		if end < 0 {
			return to, false
		}
		switch name := string(b[i+1 : i+end]); name {
		case "amp":
			to = append(to, '&')
		case "lt":
			to = append(to, '<')
		case "gt":
			to = append(to, '>')
		case "quot":
			to = append(to, '"')
		case "apos":
			to = append(to, '\'')
		default:
			if len(name) < 2 || name[0] != '#' {
				return to, false
			}
			digits, base := name[1:], 10
			if digits[0] == 'x' {
				digits, base = digits[1:], 16
			}
			n, err := strconv.ParseUint(digits, base, 32)
			if err != nil || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
				return to, false
			}
			to = utf8.AppendRune(to, rune(n))
		}
		i += end
	}
	return to, true
}

// local is the name at the start of a tag, without the prefix of its namespace.
func local(tag []byte) string {
	end := 0
	for end < len(tag) && tag[end] > ' ' && tag[end] != '/' {
		end++
	}
	name := tag[:end]
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == ':' {
			name = name[i+1:]
			break
		}
	}
	return string(name)
}

// attr is the value of an attribute of the element that was opened, by its local name.
func (s *scanner) attr(name string) (string, bool) {
	b := s.tag
	i := 0
	for i < len(b) && b[i] > ' ' {
		i++
	}
	for i < len(b) {
		for i < len(b) && b[i] <= ' ' {
			i++
		}
		start := i
		for i < len(b) && b[i] != '=' && b[i] > ' ' {
			i++
		}
		key := local(b[start:i])
		for i < len(b) && (b[i] <= ' ' || b[i] == '=') {
			i++
		}
		if i >= len(b) || b[i] != '"' && b[i] != '\'' {
			return "", false
		}
		quote := b[i]
		i++
		start = i
		for i < len(b) && b[i] != quote {
			i++
		}
		if key == name {
			value, ok := unescape(nil, b[start:min(i, len(b))])
			return string(value), ok
		}
		i++
	}
	return "", false
}

// number is an attribute as a whole number; otherwise where it is not there.
func (s *scanner) number(name string, otherwise int) (int, error) {
	text, there := s.attr(name)
	if !there {
		return otherwise, nil
	}
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil {
		return 0, broken(name + "=" + text[:min(len(text), 20)])
	}
	return int(n), nil
}

// isTrue reads an attribute that is yes or no.
func (s *scanner) isTrue(name string) bool {
	v, _ := s.attr(name)
	return v == "1" || v == "true"
}

// skip goes past the content of the element that was opened.
func (s *scanner) skip() error {
	for depth := 1; depth > 0; {
		t, err := s.next()
		switch {
		case err != nil:
			return err
		case t == opening:
			depth++
		case t == closing:
			depth--
		case t == atEnd:
			return broken("cut off")
		}
	}
	return nil
}
