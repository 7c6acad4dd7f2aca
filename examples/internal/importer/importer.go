// Package importer opens what people have on disk for the readers of package intake: text files, zip files with
// one or more of them, and sheets of Excel. It makes the digest of a file while the file is read, and tells how
// far reading is.
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
	problemSheet = &zio.ProblemKind{Code: "import.sheet-missing",
		NL: "Het blad {name} staat niet in dit bestand. Gevonden: {found}.",
		EN: "The sheet {name} is not in this file. Found: {found}."}
)

// maxPacked is the size of the largest zip file or workbook that is read, which is held in memory.
const maxPacked = 256 << 20

// Options say what to read of a file that holds more than one table.
type Options struct {
	Sheet    string                  // sheet of a workbook; "" is the first
	Progress func(read, total int64) // called while a file is read; total is 0 where it is not known; nil: not at all
}

// File is an opened file.
type File struct {
	Name  string // base name, "-" for standard input
	Sheet string // the sheet that is read; "" where the file is no workbook

	text   io.Reader // a text file: not read yet
	sum    hash.Hash
	packed []byte // a zip file or workbook: all of it
	parts  *zip.Reader
	o      Options
	close  []io.Closer
}

// Open opens a file; "-" is the given standard input.
func Open(name string, stdin io.Reader, o Options) (*File, error) {
	f := &File{Name: "-", sum: sha256.New(), o: o}
	var r io.Reader = stdin
	total := int64(0)
	if name != "-" {
		f.Name = filepath.Base(name)
		disk, err := os.Open(name)
		if err != nil {
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
		return f, nil
	}
	if f.packed, err = io.ReadAll(io.LimitReader(r, maxPacked+1)); err != nil {
		f.Close()
		return nil, err
	}
	f.sum.Write(f.packed)
	if len(f.packed) > maxPacked {
		f.Close()
		return nil, problemLarge.At("", "limit", "268435456")
	}
	if f.parts, err = zip.NewReader(bytes.NewReader(f.packed), int64(len(f.packed))); err != nil {
		f.Close()
		return nil, problemBroken.At("", "cause", err.Error())
	}
	return f, nil
}

// Table is the text of the only table of the file: the file itself, the only CSV file of a zip file, or a sheet
// as CSV with semicolons in which row n of the sheet stands on line n.
func (f *File) Table() (io.Reader, error) {
	if f.text != nil {
		return f.text, nil
	}
	if f.part("xl/workbook.xml") != nil {
		return f.sheet()
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
		return nil, problemParts.At("", "found", strings.Join(found, ", "))
	}
	return f.open(only)
}

// IsZip says whether the file holds several files and is no workbook.
func (f *File) IsZip() bool { return f.parts != nil && f.part("xl/workbook.xml") == nil }

// Part is a file inside a zip file, by its name without folders in any mix of capitals.
func (f *File) Part(name string) (io.Reader, error) {
	if p := f.part(name); p != nil {
		return f.open(p)
	}
	var found []string
	if f.parts != nil {
		for _, p := range f.parts.File {
			found = append(found, path.Base(p.Name))
		}
	}
	return nil, problemPart.At("", "name", name, "found", strings.Join(found, ", "))
}

// HasPart says whether a zip file holds a file.
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

func (f *File) open(p *zip.File) (io.Reader, error) {
	r, err := p.Open()
	if err != nil {
		return nil, problemBroken.At("", "cause", err.Error())
	}
	f.close = append(f.close, r)
	return r, nil
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
