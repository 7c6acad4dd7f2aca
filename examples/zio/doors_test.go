package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
)

// forms are the ways in which programs save a text.
func forms(text string) map[string]string {
	wide := func(big bool) string {
		var b []byte
		for _, u := range utf16.Encode([]rune("\uFEFF" + text)) {
			if big {
				b = append(b, byte(u>>8), byte(u))
			} else {
				b = append(b, byte(u), byte(u>>8))
			}
		}
		return string(b)
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, _ = w.Write([]byte(text))
	_ = w.Close()
	return map[string]string{"plain": text, "mark": "\xEF\xBB\xBF" + text, "utf-16le": wide(false), "utf-16be": wide(true), "gzip": packed.String()}
}

// A document has one verdict, whatever program saved it and by whichever door it comes in.
func TestOneVerdictByEveryDoor(t *testing.T) {
	folder := tempDir(t)
	agreement := filepath.Join("..", "agreements", "st-maartenschool", "agreement.json")
	population := system(t, "population.json")
	for what, want := range map[string]int{population: 0, "": 1, "<html><body>404</body></html>": 1, "{," + population[1:]: 1} {
		for form, text := range forms(what) {
			name := filepath.Join(folder, "p.json")
			require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
			for door, args := range map[string][]string{
				"validate FILE": {"validate", name}, "validate -": {"validate", "-"},
				"settle FILE": {"settle", agreement, name}, "settle -": {"settle", agreement, "-"},
			} {
				_, errs, code := zioRun(text, args...)
				require.Equal(t, want, code, "%s %s: %s", form, door, errs)
				if want != 0 {
					require.Contains(t, errs, " json.", "%s %s", form, door)
					require.NotContains(t, errs, "kind-missing", "%s %s", form, door)
				}
			}
		}
	}
}

// What is damaged is said by every door, and is a problem in the data.
func TestDamagedFilesByEveryDoor(t *testing.T) {
	agreement := filepath.Join("..", "agreements", "st-maartenschool", "agreement.json")
	packed := forms(system(t, "population.json"))["gzip"]
	wrong := []byte(packed)
	wrong[len(wrong)-8] ^= 1 // of the checksum
	for form, text := range map[string]string{"checksum": string(wrong), "no trailer": packed[:len(packed)-8], "half": packed[:len(packed)/2], "begin": packed[:5]} {
		name := filepath.Join(tempDir(t), "p.json.gz")
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
		for _, args := range [][]string{{"validate", name}, {"validate", "-"}, {"settle", agreement, name}, {"settle", agreement, "-"}} {
			_, errs, code := zioRun(text, args...)
			require.Equal(t, 1, code, "%s %v: %s", form, args, errs)
			require.Contains(t, errs, "file.unreadable", "%s %v", form, args)
		}
	}
}
