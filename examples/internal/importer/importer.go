// Package importer opens what people have on disk for the readers of package intake: text files, also packed by gzip, zip files
// with one or more of them, and workbooks (XLSX, ODS). It makes the digest of a file while the file is read, and tells how
// far reading is. Nothing is written to disk.
package importer

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/zio-collectief/zio/internal/workbook"
	"github.com/zio-collectief/zio/zio"
)

// Problems of files that are more than text.
var (
	problemParts = &zio.ProblemKind{Code: "import.zip-parts",
		NL: "In dit zipbestand staat niet precies een CSV-bestand, maar: {found}. Pak het uit en kies er een.",
		EN: "This zip file does not hold exactly one CSV file, but: {found}. Unpack it and choose one."}
	problemPart = &zio.ProblemKind{Code: "import.zip-part-missing",
		NL: "In dit zipbestand ontbreekt {name}. Gevonden: {found}.",
		EN: "This zip file lacks {name}. Found: {found}."}
	problemBroken = &zio.ProblemKind{Code: "import.file-broken",
		NL: "Dit bestand is beschadigd of beveiligd en kan niet worden geopend: {cause}",
		EN: "This file is damaged or protected and can not be opened: {cause}"}
	problemLarge = &zio.ProblemKind{Code: "import.file-too-large",
		NL: "Dit bestand is te groot: hoogstens {limit#} bytes. Sla het op als CSV; dat wordt regel voor regel gelezen.",
		EN: "This file is too large: at most {limit#} bytes. Save it as CSV, which is read row by row."}
	problemBomb = &zio.ProblemKind{Code: "import.zip-bomb",
		NL: "In dit bestand is {name} meer dan {limit} keer zo klein gemaakt als het is. Zo ver krimpt geen tabel; het is een fout of een aanval.",
		EN: "In this file {name} was made more than {limit} times smaller than it is. No table shrinks so far; it is a fault or an attack."}
	problemSheet = &zio.ProblemKind{Code: "import.sheet-missing",
		NL: "Het blad {name} staat niet in dit bestand. Gevonden: {found}.",
		EN: "The sheet {name} is not in this file. Found: {found}."}
)

// maxPacked is the size of the largest zip file or workbook that is read. What comes from a pipe is held in memory.
const maxPacked = 256 << 20

// Options say what to read of a file that holds more than one table.
type Options struct {
	Hidden   bool                    // also rows of a workbook that are hidden
	Progress func(read, total int64) // called while a file is read; total is 0 where it is not known; nil: not at all
}

// File is an opened file.
type File struct {
	Name string // base name, "-" for standard input

	text  io.Reader // a text file: not read yet
	sum   hash.Hash
	parts *zip.Reader // of a zip file or workbook
	book  *workbook.Book
	o     Options
	close []io.Closer
}

// Open opens a file; "-" is the given standard input.
func Open(name string, stdin io.Reader, o Options) (*File, error) {
	f := &File{Name: "-", sum: sha256.New(), o: o}
	var r io.Reader = stdin
	var disk *os.File
	total := int64(0)
	if name != "-" {
		f.Name = filepath.Base(name)
		var err error
		if disk, err = os.Open(name); err != nil {
			return nil, err
		}
		f.close = append(f.close, disk)
		if info, err := disk.Stat(); err == nil && info.Mode().IsRegular() {
			total = info.Size()
		}
		r = disk
	}
	if o.Progress != nil {
		r = &meter{r: r, total: total, tell: o.Progress}
	}
	head := make([]byte, 4)
	n, err := io.ReadFull(r, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		f.Close()
		return nil, err
	}
	r = io.MultiReader(bytes.NewReader(head[:n]), r)
	if string(head[:n]) != "PK\x03\x04" {
		f.text = io.TeeReader(r, f.sum)
		if n > 2 && head[0] == 0x1f && head[1] == 0x8b {
			if f.text, err = gunzip(f.Name, f.text); err != nil {
				f.Close()
				return nil, err
			}
		}
		return f, nil
	}
	if err := f.openParts(io.TeeReader(io.LimitReader(r, maxPacked+1), f.sum), disk, total); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// openParts opens a zip file. A file on disk is read for its digest, and then where it stands; what comes from a pipe is
// held.
func (f *File) openParts(r io.Reader, disk *os.File, total int64) error {
	var at io.ReaderAt = disk
	size := total
	if total > 0 {
		n, err := io.Copy(io.Discard, r)
		if err != nil {
			return err
		}
		size = n
	} else {
		data, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		at, size = bytes.NewReader(data), int64(len(data))
	}
	if size > maxPacked {
		return problemLarge.At("", "limit", "268435456")
	}
	var err error
	if f.parts, err = openZip(at, size); err != nil {
		return err
	}
	f.book, err = workbook.Open(func(name string) (io.Reader, error) {
		for _, p := range f.parts.File {
			if p.Name == name {
				return unpack(p)
			}
		}
		return nil, nil
	})
	return err
}

// Sheets are the sheets of a workbook; nil where the file is none.
func (f *File) Sheets() []workbook.Sheet {
	if f.book == nil {
		return nil
	}
	return f.book.Sheets
}

// Sheet is a sheet of a workbook as text with semicolons in which row n of the sheet stands on line n. "" is the first
// one that is not hidden.
func (f *File) Sheet(name string) (*workbook.Text, error) {
	var names []string
	for i, s := range f.Sheets() {
		if name == s.Name || name == "" && !s.Hidden {
			return f.book.Text(i, workbook.Options{Hidden: f.o.Hidden})
		}
		names = append(names, secret(s.Name))
	}
	return nil, problemSheet.At("", "name", secret(name), "found", strings.Join(names, ", "))
}

// secret is a name of a sheet for a text: one that could hold a BSN is not repeated.
func secret(name string) string {
	if zio.LooksLikeBSN(name) {
		return "***"
	}
	return name
}

// Table is the text of the only table of the file: the file itself, or the only CSV file of a zip file. Of a workbook
// see [File.Sheet].
func (f *File) Table() (io.Reader, error) {
	if f.text != nil {
		return f.text, nil
	}
	var found []string
	var only *zip.File
	for _, p := range f.parts.File {
		if strings.HasSuffix(strings.ToLower(p.Name), ".csv") {
			only = p
			found = append(found, path.Base(p.Name))
		}
	}
	if len(found) != 1 {
		return nil, problemParts.At("", "found", strings.Join(found[:min(len(found), 20)], ", "))
	}
	return unpack(only)
}

// IsZip reports whether the file holds several files and is no workbook.
func (f *File) IsZip() bool { return f.parts != nil && f.book == nil }

// Part is a file inside a zip file, by its name without folders in any mix of capitals.
func (f *File) Part(name string) (io.Reader, error) {
	if p := f.part(name); p != nil {
		return unpack(p)
	}
	var found []string
	if f.parts != nil {
		for _, p := range f.parts.File[:min(len(f.parts.File), 20)] {
			found = append(found, path.Base(p.Name))
		}
	}
	return nil, problemPart.At("", "name", name, "found", strings.Join(found, ", "))
}

// HasPart reports whether a zip file holds a file.
func (f *File) HasPart(name string) bool { return f.part(name) != nil }

func (f *File) part(name string) *zip.File {
	if f.parts == nil {
		return nil
	}
	for _, p := range f.parts.File {
		if strings.EqualFold(p.Name, name) || strings.EqualFold(path.Base(p.Name), name) {
			return p
		}
	}
	return nil
}

// Digest is the digest of the file as it stands on disk, "sha256:" and 64 hexadecimal digits. Of a text file it
// reads what was not read yet.
func (f *File) Digest() string {
	if f.text != nil {
		_, _ = io.Copy(io.Discard, f.text)
	}
	return "sha256:" + hex.EncodeToString(f.sum.Sum(nil))
}

// Close closes the file and what was opened inside it.
func (f *File) Close() {
	for i := len(f.close) - 1; i >= 0; i-- {
		_ = f.close[i].Close()
	}
	f.close = nil
}

// meter tells how far reading is.
type meter struct {
	r           io.Reader
	read, total int64
	tell        func(read, total int64)
}

func (m *meter) Read(b []byte) (int, error) {
	n, err := m.r.Read(b)
	m.read += int64(n)
	m.tell(m.read, m.total)
	return n, err
}
