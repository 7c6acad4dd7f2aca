package importer

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/zio-collectief/zio/zio"
)

func digestOf(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}

func zipOf(t *testing.T, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		require.NoError(t, err)
		_, err = io.WriteString(w, parts[i+1])
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

func text(t *testing.T, f *File) string {
	t.Helper()
	r, err := f.Table()
	require.NoError(t, err)
	data, err := io.ReadAll(r)
	require.NoError(t, err)
	return string(data)
}

func code(t *testing.T, err error) string {
	t.Helper()
	require.IsType(t, zio.Problem{}, err)
	return err.(zio.Problem).Code()
}

func TestTextFiles(t *testing.T) {
	name := filepath.Join(t.TempDir(), "leerlingen.csv")
	data := []byte(strings.Repeat("a;b\n", 100_000))
	require.NoError(t, os.WriteFile(name, data, 0o644))
	var last, total int64
	f, err := Open(name, nil, Options{Progress: func(r, n int64) { last, total = r, n }})
	require.NoError(t, err)
	defer f.Close()
	require.Equal(t, "leerlingen.csv", f.Name)
	require.False(t, f.IsZip())
	require.Equal(t, string(data), text(t, f))
	require.Equal(t, digestOf(data), f.Digest())
	require.Equal(t, int64(len(data)), last)
	require.Equal(t, int64(len(data)), total)

	f, err = Open("-", strings.NewReader("x"), Options{})
	require.NoError(t, err)
	require.Equal(t, "-", f.Name)
	require.Equal(t, digestOf([]byte("x")), f.Digest(), "also of what was not read")

	f, err = Open("-", strings.NewReader(""), Options{})
	require.NoError(t, err)
	require.Equal(t, "", text(t, f))

	_, err = Open(filepath.Join(t.TempDir(), "none"), nil, Options{})
	require.ErrorIs(t, err, os.ErrNotExist)
}

func TestZipFiles(t *testing.T) {
	data := zipOf(t, "map/A.CSV", "a;b\n", "map/leesmij.txt", "x")
	f, err := Open("-", bytes.NewReader(data), Options{})
	require.NoError(t, err)
	require.True(t, f.IsZip())
	require.True(t, f.HasPart("leesmij.txt"))
	require.Equal(t, "a;b\n", text(t, f))
	require.Equal(t, digestOf(data), f.Digest())
	_, err = f.Part("b.csv")
	require.Equal(t, "import.zip-part-missing", code(t, err))
	require.Contains(t, err.Error(), "A.CSV, leesmij.txt")
	f.Close()

	f, err = Open("-", bytes.NewReader(zipOf(t, "a.csv", "", "b.csv", "")), Options{})
	require.NoError(t, err)
	_, err = f.Table()
	require.Equal(t, "import.zip-parts", code(t, err))

	_, err = Open("-", strings.NewReader("PK\x03\x04 is no zip"), Options{})
	require.Equal(t, "import.file-broken", code(t, err))
	_, err = Open("-", bytes.NewReader(zipOf(t, "xl/workbook.xml", "<broken")), Options{})
	require.Equal(t, "workbook.broken", code(t, err))
}

func TestWorkbooks(t *testing.T) {
	book := excelize.NewFile()
	for at, value := range map[string]any{"A1": "naam", "B1": "datum", "C1": "x", "A2": "De \"Ark\"; school", "A4": "twee\nregels", "C4": 7} {
		require.NoError(t, book.SetCellValue("Sheet1", at, value))
	}
	style, err := book.NewStyle(&excelize.Style{NumFmt: 14})
	require.NoError(t, err)
	require.NoError(t, book.SetCellValue("Sheet1", "B2", 45200)) // 1 October 2023
	require.NoError(t, book.SetCellStyle("Sheet1", "B2", "B2", style))
	var b bytes.Buffer
	require.NoError(t, book.Write(&b))
	name := filepath.Join(t.TempDir(), "x.xlsx")
	require.NoError(t, os.WriteFile(name, b.Bytes(), 0o600))
	for _, from := range []string{"-", name} {
		f, err := Open(from, bytes.NewReader(b.Bytes()), Options{})
		require.NoError(t, err)
		require.False(t, f.IsZip())
		require.Len(t, f.Sheets(), 1)
		sheet, err := f.Sheet("")
		require.NoError(t, err)
		data, err := io.ReadAll(sheet)
		require.NoError(t, err)
		require.Equal(t, "naam;datum;x\n\"De \"\"Ark\"\"; school\";2023-10-01\n\ntwee regels;;7\n", string(data))
		require.Equal(t, digestOf(b.Bytes()), f.Digest())
		_, err = f.Sheet("Blad2")
		require.Equal(t, "import.sheet-missing", code(t, err))
		require.Contains(t, err.Error(), "Sheet1")
		f.Close()
	}
}

// FuzzOpen holds that no file ends the program, whatever it is.
func FuzzOpen(f *testing.F) {
	var b bytes.Buffer
	book := excelize.NewFile()
	require.NoError(f, book.SetCellValue("Sheet1", "A1", "naam"))
	require.NoError(f, book.Write(&b))
	f.Add(b.Bytes())
	f.Add([]byte("a;b\n1;2\n"))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open("-", bytes.NewReader(data), Options{})
		if err != nil {
			return
		}
		defer file.Close()
		if r, err := file.Sheet(""); err == nil {
			_, _ = io.Copy(io.Discard, io.LimitReader(r, 1<<20))
		} else if r, err := file.Table(); err == nil {
			_, _ = io.Copy(io.Discard, io.LimitReader(r, 1<<20))
		}
		require.Len(t, file.Digest(), 71)
	})
}
