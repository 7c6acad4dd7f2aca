package schema

import "io"

// window is a part of a stream that moves along with the reading.
type window struct {
	in   io.Reader
	buf  []byte
	at   int   // the next byte in buf
	base int64 // offset of buf in the stream
	err  error // why no more follows; io.EOF at the end
}

func newWindow(r io.Reader, size int) *window { return &window{in: r, buf: make([]byte, 0, size)} }

func (w *window) offset() int64 { return w.base + int64(w.at) }
func (w *window) rest() []byte  { return w.buf[w.at:] }

// more reads on, keeping what is not read yet; false when nothing follows. It makes room at the front
// first, and a larger buffer only when less than half of this one would be free.
func (w *window) more() bool {
	if w.err != nil {
		return false
	}
	if w.at > 0 && len(w.buf)-w.at <= cap(w.buf)/2 {
		n := copy(w.buf[:cap(w.buf)], w.buf[w.at:])
		w.base += int64(w.at)
		w.buf, w.at = w.buf[:n], 0
	}
	if cap(w.buf)-len(w.buf) < cap(w.buf)/4 {
		larger := make([]byte, len(w.buf)-w.at, 2*cap(w.buf))
		copy(larger, w.buf[w.at:])
		w.base += int64(w.at)
		w.buf, w.at = larger, 0
	}
	for range 100 { // a reader may give nothing now and then
		n, err := w.in.Read(w.buf[len(w.buf):cap(w.buf)])
		w.buf = w.buf[:len(w.buf)+n]
		w.err = err
		if n > 0 {
			return true
		}
		if err != nil {
			return false
		}
	}
	w.err = io.ErrNoProgress
	return false
}

// has reports whether n more bytes follow.
func (w *window) has(n int) bool {
	for len(w.rest()) < n {
		if !w.more() {
			return false
		}
	}
	return true
}

// peek is the next byte.
func (w *window) peek() (byte, bool) {
	if !w.has(1) {
		return 0, false
	}
	return w.buf[w.at], true
}

// token is the next byte that is no white space, which then is the next byte.
func (w *window) token() (byte, bool) {
	for {
		for w.at < len(w.buf) {
			c := w.buf[w.at]
			if c != ' ' && c != '\t' && c != '\n' && c != '\r' {
				return c, true
			}
			w.at++
		}
		if !w.more() {
			return 0, false
		}
	}
}
