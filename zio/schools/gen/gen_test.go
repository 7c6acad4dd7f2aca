package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// synthetic is a made-up file in the layout of DUO since 2024, with four ages, and a made-up table of sites: no school has these numbers.
const (
	head = `"PEILDATUM";"GEMEENTENUMMER";"GEMEENTENAAM";"POSTCODE_LEERLING";"GEMEENTENAAM_LEERLING";"INSTELLINGSCODE";"VESTIGINGSCODE";"INSTELLINGSNAAM_VESTIGING";"PLAATSNAAM";"SOORT_PO";"BEVOEGD_GEZAG_NUMMER";"LEEFTIJD_JONGER";"LEEFTIJD_4";"LEEFTIJD_18";"LEEFTIJD_OUDER"` + "\r\n"

	synthetic = "\uFEFF" + head +
		`"20241001";"0268";"Nijmegen";"6511";"Nijmegen";"99AB";"00";"De Ark";"ALPHEN AAN DEN RIJN";"So";"10249";"0";"7";"0";"0"` + "\r\n" +
		`"20241001";"0268";"Nijmegen";"6512";"Nijmegen";"99AB";"00";"De Ark";"ALPHEN AAN DEN RIJN";"Vso";"10249";"0";"<5";"<5";"6"` + "\r\n" +
		`"20241001";"0268";"Nijmegen";"7550";"Hengelo";"99AB";"00";"De Ark";"ALPHEN AAN DEN RIJN";"So";"10249";"0";"<5";"0";"0"` + "\r\n" +
		`"20241001";"0268";"Nijmegen";"20";"Duitsland";"99AB";"00";"De Ark";"ALPHEN AAN DEN RIJN";"So";"10249";"<5";"<5";"0";"0"` + "\r\n" +
		`"20241001";"0268";"Nijmegen";"6511";"Nijmegen";"98ZZ";"01";"De Boot";"'S-GRAVENHAGE";"Sbo";"10249";"0";"12";"0";"0"` + "\r\n" +
		`"20241001";"0268";"Nijmegen";"6511";"Nijmegen";"97YY";"00";"De Buurt";"NIJMEGEN";"Bo";"10249";"0";"99";"0";"0"` + "\r\n"

	sites = "vestigingscode,naam,plaats,leerlingen,po_swv_via_pc4_2015,vo_swv_via_pc4_2015\n" +
		"99AB00,De Ark voor iedereen,,21,PO2507,VO2507\n97XX00,Een andere,,9,,\n"
)

func write(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, data, 0o600))
	return path
}

// Nijmegen: 7 + (1 to 4) + (1 to 4) + 6 is 15 at least with two hidden numbers in it; Hengelo is one hidden number, so that nothing is
// written; Germany two, of which only the fewest stands. Of 18 and older are one hidden number and 6: 7 at least with one in it.
// The row of ordinary primary education is read and not kept; 5 rows of 6 are.
func TestTable(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := w.Write([]byte(synthetic))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	out := filepath.Join(t.TempDir(), "schools.txt.gz")
	require.NoError(t, run(write(t, "leerlingen.csv.gz", packed.Bytes()), write(t, "sites.csv", []byte(sites)), out))
	f, err := os.Open(out)
	require.NoError(t, err)
	defer f.Close()
	r, err := gzip.NewReader(f)
	require.NoError(t, err)
	text, err := io.ReadAll(r)
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	require.Len(t, lines, 3)
	first := strings.Split(lines[0], "\t")
	require.Equal(t, []string{"zio-schools/1", "2024-10-01", "6"}, first[:3])
	require.Regexp(t, `^sha256:[0-9a-f]{64}$`, first[3])
	require.Equal(t, "leerlingen.csv", first[4])
	require.Equal(t, "98ZZ01\tDe Boot\t\t's-Gravenhage\t0268\tsbo\t10249\t\t\t\t1\t\t0268.12.0", lines[1])
	require.Equal(t, "99AB00\tDe Ark voor iedereen\tDe Ark\tAlphen aan den Rijn\t0268\tso-vso\t10249\tPO2507\tVO2507\t21\t4\t7.1\t0164 0268.15.2 D.2", lines[2])
}

// What is no file of this layout is refused, with the line.
func TestRefusals(t *testing.T) {
	row := func(old, new string) string { return strings.Replace(synthetic, old, new, 1) }
	for name, c := range map[string]struct{ file, want string }{
		"no ages":              {strings.ReplaceAll(strings.ReplaceAll(synthetic, "LEEFTIJD_JONGER", "A"), "LEEFTIJD_", "B_"), "LEEFTIJD_"},
		"column missing":       {row("SOORT_PO", "SOORT"), "SOORT_PO"},
		"unknown type":         {row(`"Vso"`, `"Havo"`), ":3: SOORT_PO"},
		"another date":         {row("\r\n\"20241001\";\"0268\";\"Nijmegen\";\"6512\"", "\r\n\"20231001\";\"0268\";\"Nijmegen\";\"6512\""), ":3: counted on 2023-10-01"},
		"no count":             {row(`"7"`, `"zeven"`), ":2: "},
		"unknown municipality": {row(`"Hengelo"`, `"Nergenshuizen"`), ":4: "},
		"empty":                {"", "EOF"},
	} {
		err := run(write(t, "l.csv", []byte(c.file)), write(t, "s.csv", []byte(sites)), filepath.Join(t.TempDir(), "out"))
		require.ErrorContains(t, err, c.want, name)
	}
	err := run(write(t, "l.csv", []byte(synthetic)), write(t, "s.csv", []byte(strings.Replace(sites, ",21,", ",veel,", 1))), filepath.Join(t.TempDir(), "out"))
	require.ErrorContains(t, err, ":2: ")
}
