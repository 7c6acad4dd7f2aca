package main

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The text goes to standard output, or to a file that is what its name says; a template has gaps for its parties.
func TestConvenant(t *testing.T) {
	out, errs, code := zioRun("", "convenant", "vijf-gemeenten:exit", "--lang", "nl")
	require.Equal(t, 0, code, errs)
	require.Contains(t, out, "### Artikel 1 Begripsbepalingen")
	require.Contains(t, out, "in jaar 4: 25 procent") // 100, 75, 50 and 25 per cent (domain: risk sharing)
	require.Contains(t, out, "*In het document: /components/0/cost*")
	out, _, _ = zioRun("", "convenant", "vijf-gemeenten:exit", "--lang", "en", "--no-pointers")
	require.Contains(t, out, "### Article 1 Definitions")
	require.NotContains(t, out, "/components/0/cost*")
	out, errs, code = zioRun("", "convenant", "fixed-hours", "--lang", "nl")
	require.Equal(t, 0, code, errs)
	require.Contains(t, out, "[in te vullen: de gemeenten]")
	require.Contains(t, out, "Gemeente van de school")

	folder := tempDir(t)
	word := filepath.Join(folder, "convenant.docx")
	_, errs, code = zioRun("", "convenant", "st-maartenschool", "--output", word)
	require.Equal(t, 0, code, errs)
	z, err := zip.OpenReader(word)
	require.NoError(t, err)
	require.NoError(t, z.Close())
	_, _, code = zioRun("", "convenant", "st-maartenschool", "--output", filepath.Join(folder, "convenant.pdf"))
	require.Equal(t, 2, code)

	data := strings.Replace(system(t, "agreement.json"), "St. Maartenschool: één loket", "[klik](https://example.org) <b>", 1)
	require.NoError(t, os.WriteFile(filepath.Join(folder, "agreement.json"), []byte(data), 0o600))
	out, errs, code = zioRun("", "convenant", folder, "--lang", "nl")
	require.Equal(t, 0, code, errs)
	require.Contains(t, out, `\[klik\](https\://example.org) &lt;b&gt;`)
}
