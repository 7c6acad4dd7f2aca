// Package textfile gives the text of a document as UTF-8 however a program saved it: packed with gzip, as UTF-16
// (PowerShell does so), with a byte-order mark. Every door through which a document comes in reads it by this
// package, so that all doors give one verdict.
package textfile

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/zio-collectief/zio/zio"
)

// Unreadable is what is wrong with a file that breaks off or is damaged.
var Unreadable = &zio.ProblemKind{Code: "file.unreadable",
	NL: "Het bestand kon niet verder worden gelezen: {reason}.",
	EN: "The file could not be read further: {reason}."}

// Mark is the byte-order mark of UTF-8.
const Mark = "\xEF\xBB\xBF"

// Open gives the text behind r. What is plain UTF-8, or no text at all, comes through as it is, with its
// byte-order mark; UTF-16 becomes UTF-8, in which half a character is a byte that no UTF-8 has. The error is that
// of a file that only begins like gzip. Damage further on comes from the reader: a file that breaks off, and a
// checksum that is wrong, are errors and no end.
func Open(r io.Reader) (io.Reader, error) {
	in := buffered(r)
	if head, _ := in.Peek(2); len(head) == 2 && head[0] == 0x1F && head[1] == 0x8B {
		plain, err := gzip.NewReader(in)
		if err != nil {
			return nil, err
		}
		in = bufio.NewReader(plain)
	}
	head, _ := in.Peek(4)
	if wide, big := isUTF16(head); wide {
		return &transcoder{in: in, big: big}, nil
	}
	return in, nil
}

// IsPlain reports whether a file that begins with these bytes, four where it has so many, is read as it is.
func IsPlain(head []byte) bool {
	wide, _ := isUTF16(head)
	return !wide && !(len(head) >= 2 && head[0] == 0x1F && head[1] == 0x8B)
}

// Read is the text behind r without a byte-order mark; at most limit bytes and one.
func Read(r io.Reader, limit int64) ([]byte, error) {
	text, err := Open(r)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(text, limit+1+int64(len(Mark))))
	data = bytes.TrimPrefix(data, []byte(Mark))
	return data[:min(int64(len(data)), limit+1)], err
}

func buffered(r io.Reader) *bufio.Reader {
	if b, ok := r.(*bufio.Reader); ok {
		return b
	}
	return bufio.NewReader(r)
}

// isUTF16 knows UTF-16 by its byte-order mark, and without one by the zeros of two characters of ASCII, with which
// every document begins. No text in UTF-8 has a zero there.
func isUTF16(head []byte) (wide, big bool) {
	switch {
	case len(head) < 2:
		return false, false
	case head[0] == 0xFF && head[1] == 0xFE:
		return true, false
	case head[0] == 0xFE && head[1] == 0xFF:
		return true, true
	case len(head) < 4:
		return false, false
	}
	return head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0 || head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0,
		head[0] == 0
}

// transcoder reads UTF-16 and gives UTF-8.
type transcoder struct {
	in   *bufio.Reader
	big  bool
	text []byte // not given out yet
	room [4 << 10]byte
	next uint16 // a unit that was read too far
	held bool
	err  error
}

func (t *transcoder) Read(b []byte) (int, error) {
	for len(t.text) == 0 && t.err == nil {
		t.text = t.room[:0]
		for len(t.text) < len(t.room)-utf8.UTFMax && t.err == nil {
			t.char()
		}
	}
	if len(t.text) == 0 {
		return 0, t.err
	}
	n := copy(b, t.text)
	t.text = t.text[n:]
	return n, nil
}

// broken stands for what is no character: the reader of documents refuses it.
const broken = 0xFF

// char reads one character, or the reason why there is none.
func (t *transcoder) char() {
	u, ok := t.unit()
	switch {
	case !ok:
	case !utf16.IsSurrogate(rune(u)):
		t.text = utf8.AppendRune(t.text, rune(u))
	default:
		low, ok := t.unit()
		r := utf16.DecodeRune(rune(u), rune(low))
		if ok && r != utf8.RuneError {
			t.text = utf8.AppendRune(t.text, r)
			return
		}
		t.text = append(t.text, broken)
		t.next, t.held = low, ok
	}
}

// unit reads two bytes.
func (t *transcoder) unit() (uint16, bool) {
	if t.held {
		t.held = false
		return t.next, true
	}
	first, err := t.in.ReadByte()
	if err != nil {
		t.err = err
		return 0, false
	}
	second, err := t.in.ReadByte()
	if err != nil {
		t.text, t.err = append(t.text, broken), err
		return 0, false
	}
	if t.big {
		return uint16(first)<<8 | uint16(second), true
	}
	return uint16(second)<<8 | uint16(first), true
}
