package schema

import (
	"context"
	"encoding/hex"
	"io"
	"os"
	"time"

	"github.com/zio-collectief/zio/internal/sha256"
)

// source is a file or a stream as it is stored. It remembers how the reading ended, as what reads from it may ask again, and
// takes the digest of what was read.
type source struct {
	ctx  context.Context
	in   io.Reader
	err  error
	sum  *sha256.Digest
	idle int // times in a row that nothing came
}

func newSource(ctx context.Context, r io.Reader) *source {
	return &source{ctx: ctx, in: r, sum: sha256.New()}
}

func (s *source) Read(p []byte) (int, error) {
	if s.err == nil {
		s.err = s.ctx.Err()
	}
	if s.err != nil {
		return 0, s.err
	}
	n, err := s.in.Read(p)
	s.sum.Write(p[:n])
	if s.idle++; n > 0 {
		s.idle = 0
	}
	if err == nil && s.idle > 100 {
		err = io.ErrNoProgress
	}
	s.err = err
	return n, err
}

// digest is that of all bytes; "" when the reading did not come to the end.
func (s *source) digest() string {
	if s.err != io.EOF {
		return ""
	}
	sum := s.sum.Sum()
	return "sha256:" + hex.EncodeToString(sum[:])
}

// fileSource is a file that workers read in ranges, each for itself.
type fileSource struct {
	*os.File
	ctx      context.Context
	size     int64
	modified time.Time
	read     *source
	done     chan struct{}
}

// begin takes the digest beside the validation.
func (f *fileSource) begin() {
	f.read, f.done = newSource(f.ctx, io.NewSectionReader(f.File, 0, f.size)), make(chan struct{})
	go func() {
		defer close(f.done)
		_, _ = io.Copy(io.Discard, f.read) // how it ended the source remembers
	}()
}

// end is the digest, and whether the file is still the one that was opened.
func (f *fileSource) end() (digest string, same bool) {
	<-f.done
	info, err := f.Stat()
	return f.read.digest(), err == nil && info.Size() == f.size && info.ModTime().Equal(f.modified) && f.read.err == io.EOF
}
