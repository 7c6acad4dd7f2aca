package intake

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

// What spreadsheets and other programs make of a day is that day; what could be another day is none.
func TestDatesAsFilesHaveThem(t *testing.T) {
	want := zio.MustParseDate("2023-10-01")
	for _, text := range []string{"2023-10-01", "20231001", "1-10-2023", "01/10/2023", "2023/10/01", "1 oktober 2023", "01 okt 2023", "1-okt-2023", "1 okt. 2023",
		"1 October 2023", "1-Oct-2023", "2023-10-01 00:00:00", "2023-10-01T00:00:00", "2023-10-01T00:00:00.000Z", "1-10-2023 00:00", "1-10-2023 0:00:00"} {
		d, ok := parseDate([]byte(text))
		require.True(t, ok, text)
		require.Equal(t, want, d, text)
	}
	for _, text := range []string{"", "10/13/2023", "31 september 2023", "1 oktobre 2023", "oktober 2023", "1 oktober 23", "1 10 oktober 2023", "2023-10-01 12:30:00", "2023-10-01T", "1 o 2023", "45200", "32-10-2023"} {
		_, ok := parseDate([]byte(text))
		require.False(t, ok, text)
	}
	for month := 1; month <= 12; month++ { // every month by name and by its first letters
		for _, l := range []zio.Lang{zio.Dutch, zio.English} {
			name := zio.MonthName(month, l)
			for _, word := range []string{name, strings.ToUpper(name), name[:3]} {
				d, ok := parseDate([]byte("9 " + word + " 2024"))
				require.True(t, ok, word)
				require.Equal(t, month, d.Month(), word)
			}
		}
	}
	d, ok := parseDate([]byte("9 mrt 2024"))
	require.True(t, ok)
	require.Equal(t, 3, d.Month())
}

// "minder dan 5" is 1 to 4, as "<5" is.
func TestFewerThan(t *testing.T) {
	for _, text := range []string{"minder dan 5", "Minder dan 5", "less than 5", "fewer than 5"} {
		c, kind := parseCount([]byte(text))
		require.Nil(t, kind, text)
		require.Equal(t, Count{1, 4}, c, text)
	}
	for _, text := range []string{"minder dan", "minder dan veel", "minder dan 1", "minder dan 1000", "-", "meer dan 5"} {
		_, kind := parseCount([]byte(text))
		require.NotNil(t, kind, text)
	}
}

// Codes in small letters are the same codes, and a byte-order mark that stands twice is no part of the name of a column.
func TestSmallLettersAndMarks(t *testing.T) {
	p, report := built(t, "\uFEFF\uFEFFgemeente;aantal\ngm0268;12\nGM0209;3\ngm0225 Druten;4\n",
		PopulationOptions{Suppressed: SuppressedZero, Date: zio.MustParseDate("2023-10-01"), Mapping: Mapping{Home: "gemeente", Pupils: "aantal"}})
	require.Equal(t, map[string]int64{"0268": 12, "0209": 3, "0225": 4}, homes(p))
	require.Zero(t, report.Listed)
	p, _ = built(t, strings.ReplaceAll(today("6511 Nijmegen So 1 5 6 0 0 0"), "99AB", "99ab"), PopulationOptions{Suppressed: SuppressedZero})
	require.Equal(t, "99AB00", p.Sites[0].Code.String())
}

// Only zeros are how table 33 has a date that is not known.
func TestDateOfZeros(t *testing.T) {
	table, err := OpenTable(strings.NewReader("92.10 Gemeentecode,92.11 Omschrijving,92.12 Nieuwe code,99.98 Datum ingang,99.99 Datum einde\n0268,Nijmegen,,00000000,\n0241,Groesbeek,1945,00000000,20160101\n"), TableOptions{})
	require.NoError(t, err)
	var rows []RvIGRow
	report, err := ReadRvIG33(table, Options{}, func(r *RvIGRow) error { rows = append(rows, *r); return nil })
	require.NoError(t, err)
	require.Zero(t, report.Listed)
	require.Len(t, rows, 2)
	require.True(t, rows[0].From.IsZero())
	require.Equal(t, "2016-01-01", rows[1].End.String())
}
