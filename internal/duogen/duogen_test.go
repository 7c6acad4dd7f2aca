package duogen

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWriteDuoPO(t *testing.T) {
	var b bytes.Buffer
	tally, err := WriteDuoPO(&b, Config{Rows: 1000, Seed: 1, Suppress: true, Abroad: 10})
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSuffix(b.String(), "\r\n"), "\r\n")
	require.Len(t, lines, 1001)
	require.Equal(t, "PEILDATUM;GEMEENTENUMMER;GEMEENTENAAM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;INSTELLINGSNAAM_VESTIGING;POSTCODE_VESTIGING;PLAATSNAAM;PROVINCIE;SOORT_PO;DENOMINATIE_VESTIGING;BEVOEGD_GEZAG_NUMMER;3-;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21;22;23;24;25+;TOTAAL", lines[0])
	suppressed, abroad := int64(0), int64(0)
	for _, line := range lines[1:] {
		cells := strings.Split(line, ";")
		require.Len(t, cells, len(Columns()))
		if cells[len(cells)-1] == "<5" {
			suppressed++
		}
		if cells[4] == "" || strings.Contains(" ANDERS BUITENLAND ONBEKEND ", cells[4]) {
			abroad++
		}
	}
	require.Equal(t, tally.Suppressed+tally.Both, suppressed)
	require.Equal(t, tally.NoHome+tally.Both, abroad)
	require.Equal(t, int64(100), abroad)
	require.Contains(t, b.String(), "\xC9t\xE9", "Windows-1252")

	var other bytes.Buffer
	_, err = WriteDuoPO(&other, Config{Rows: 1000, Seed: 2, Suppress: true, Abroad: 10})
	require.NoError(t, err)
	require.NotEqual(t, b.String(), other.String(), "another seed gives another file")

	_, err = WriteDuoPO(full{}, Config{})
	require.Equal(t, io.ErrShortWrite, err)
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

// The layout since 2024 has the same pupils without a total: every row ends in the open age, quoted.
func TestToday(t *testing.T) {
	var b bytes.Buffer
	tally, err := WriteDuoPO(&b, Config{Rows: 40, Today: true, Abroad: 4})
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSuffix(b.String(), "\r\n"), "\r\n")
	require.Len(t, lines, 41)
	require.True(t, strings.HasPrefix(lines[0], "\uFEFF\"PEILDATUM\";"))
	require.True(t, strings.HasSuffix(lines[0], "\"LEEFTIJD_24\";\"LEEFTIJD_OUDER\""))
	sum := int64(0)
	for _, line := range lines[1:] {
		cells := strings.Split(strings.Trim(line, `"`), `";"`)
		require.Len(t, cells, 37)
		for _, cell := range cells[14:] {
			n, err := strconv.ParseInt(cell, 10, 64)
			require.NoError(t, err)
			sum += n
		}
	}
	require.Equal(t, tally.Pupils, sum)
	require.Equal(t, int64(10), tally.NoHome)
}
