package importer

import (
	"archive/zip"
	"compress/flate"
	"errors"
	"hash"
	"hash/crc32"
	"io"
)

// Limits of zip files. What goes over one ends reading at once.
const (
	maxDirectory = 16 << 20 // bytes of the list of files: some hundred thousand, where a workbook has tens
	freeUnpacked = 16 << 20 // bytes that a file may have, however small it is packed
	maxRatio     = 200      // bytes for each packed one beyond that: tables have 10 to 50, a bomb 1,000
	maxUnpacked  = 4 << 30  // bytes of one file
)

// directory bounds what is read of a file while its list of files is made.
type directory struct {
	r    io.ReaderAt
	left int64
}

var errDirectory = errors.New("too many files inside")

func (d *directory) ReadAt(b []byte, at int64) (int, error) {
	if d.left != noBound {
		if d.left -= int64(len(b)); d.left < 0 {
			return 0, errDirectory
		}
	}
	return d.r.ReadAt(b, at)
}

const noBound = 1 << 62

// openZip reads the list of files.
func openZip(r io.ReaderAt, size int64) (*zip.Reader, error) {
	d := &directory{r, maxDirectory}
	z, err := zip.NewReader(d, size)
	d.left = noBound
	if err != nil {
		return nil, problemBroken.At("", "cause", err.Error())
	}
	return z, nil
}

// unpacked reads a file of a zip file. It ends with a problem where the file has more than its limits, breaks off or is
// not what its checksum says.
type unpacked struct {
	file   *zip.File
	packed *counted
	r      io.Reader
	n      int64
	sum    hash.Hash32
}

func unpack(f *zip.File) (*unpacked, error) {
	raw, err := f.OpenRaw()
	if err != nil {
		return nil, problemBroken.At("", "cause", err.Error())
	}
	u := &unpacked{file: f, packed: &counted{r: raw}, sum: crc32.NewIEEE()}
	switch {
	case f.Flags&1 != 0:
		return nil, problemBroken.At("", "cause", "encrypted")
	case f.Method == zip.Store:
		u.r = u.packed
	case f.Method == zip.Deflate:
		u.r = flate.NewReader(u.packed)
	default:
		return nil, problemBroken.At("", "cause", zip.ErrAlgorithm.Error())
	}
	return u, nil
}

func (u *unpacked) Read(b []byte) (int, error) {
	n, err := u.r.Read(b)
	u.n += int64(n)
	_, _ = u.sum.Write(b[:n])
	switch {
	case u.n > maxUnpacked, u.n > freeUnpacked && u.n/maxRatio > u.packed.n:
		return 0, problemBomb.At("", "name", u.file.Name, "limit", "200")
	case err == io.EOF && (u.sum.Sum32() != u.file.CRC32 || uint64(u.n) != u.file.UncompressedSize64):
		return n, problemBroken.At("", "cause", zip.ErrChecksum.Error())
	case err != nil && err != io.EOF:
		return n, problemBroken.At("", "cause", err.Error())
	}
	return n, err
}

type counted struct {
	r io.Reader
	n int64
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n += int64(n)
	return n, err
}
