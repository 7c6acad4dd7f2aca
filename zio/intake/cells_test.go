package intake

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

// Each trap in each layout is a clear problem, and no row is lost.
func TestLayoutsMeetTheirTraps(t *testing.T) {
	for layout, s := range samples {
		t.Run(layout.String(), func(t *testing.T) {
			one := func(file, code string) zio.Problem {
				t.Helper()
				rows, report, err := readSample(t, layout, file, Options{})
				require.NoError(t, err)
				require.Empty(t, rows)
				require.Equal(t, int64(1), report.Listed)
				require.Len(t, report.First, 1)
				p := report.First[0].Problem
				require.Equal(t, code, p.Code(), p.Error())
				require.Equal(t, int64(2), p.Line)
				require.Equal(t, int64(1), report.Count(code))
				require.NotContains(t, p.Text(zio.Dutch), "{")
				require.NotContains(t, p.Text(zio.English), "{")
				return p
			}
			// a shifted delimiter
			one(strings.Replace(s.file(nil), s.row[0]+s.delimiter, s.row[0]+s.delimiter+s.delimiter, 1), "table.field-count")
			one(strings.Join(s.header, s.delimiter)+"\n"+strings.Join(s.row, "|"), "table.field-count")
			// a code without its zeros, and with too many
			if s.code >= 0 {
				p := one(s.file(set(s.code, strings.TrimLeft(strings.TrimPrefix(s.row[s.code], "GM"), "0"))), "municipality.code-short")
				require.Contains(t, p.Text(zio.English), "spreadsheet")
				require.Equal(t, pointerTo(s.header[s.code]), p.Pointer)
				one(s.file(set(s.code, "GM00014")), "municipality.code-malformed")
				rows, report, err := readSample(t, layout, s.file(set(s.code, strings.TrimLeft(strings.TrimPrefix(s.row[s.code], "GM"), "0"))), Options{PadCodes: true})
				require.NoError(t, err)
				require.Equal(t, []string{s.want}, rows)
				require.Equal(t, int64(1), report.Padded)
				if layout != LayoutCBSAreas && layout != LayoutCBSValues {
					one(s.file(set(s.code, "1.23E+05")), "intake.scientific")
				}
			}
			if s.number >= 0 {
				one(s.file(set(s.number, "1.23E+05")), "intake.scientific")
			}
			// a missing column, by its own layout and by looking for one
			missing := s.file(func(h, r []string) ([]string, []string) {
				return append(h[:s.needed:s.needed], h[s.needed+1:]...), append(r[:s.needed:s.needed], r[s.needed+1:]...)
			})
			_, report, err := readSample(t, layout, missing, Options{})
			require.Error(t, err)
			p := err.(zio.Problem)
			require.Equal(t, "table.columns-missing", p.Code())
			require.Equal(t, FoldHeader(s.header[s.needed]), p.Param("missing"))
			require.Contains(t, p.Text(zio.Dutch), strings.TrimSpace(s.header[0]))
			require.Zero(t, report.Rows)
			// an empty file, and one with a header only
			_, _, err = readSample(t, layout, "", Options{})
			require.Equal(t, "table.empty", err.(zio.Problem).Code())
			rows, report, err := readSample(t, layout, strings.Join(s.header, s.delimiter), Options{})
			require.NoError(t, err)
			require.Empty(t, rows)
			require.Zero(t, report.Rows)
			// a column twice
			_, _, err = readSample(t, layout, strings.Join(append(s.header, s.header[s.needed]), s.delimiter)+"\n", Options{})
			require.Equal(t, "table.column-twice", err.(zio.Problem).Code())
		})
	}
}

// A cell that can not be what its column holds lists the row, with the column and what is wrong.
func TestCellsThatAreRefused(t *testing.T) {
	const broken = "x\x01y"
	for layout, cells := range map[Layout][][3]string{
		LayoutDuoPO: {{"PEILDATUM", "2023-13-01", "intake.date-malformed"}, {"PEILDATUM", "2,02E+07", "intake.scientific"}, {"SOORT_PO", "Hbo", "intake.school-type-unknown"}, {"BRIN_NUMMER", "9", "site.code-malformed"},
			{"BRIN_NUMMER", "", "site.code-malformed"}, {"GEMEENTENUMMER", "00268", "municipality.code-malformed"}, {"GEMEENTENUMMER", "9", "municipality.code-short"}, {"GEMEENTENUMMER", broken, "table.text-broken"}, {"BEVOEGD_GEZAG_NUMMER", "x", "board.number-malformed"},
			{"BEVOEGD_GEZAG_NUMMER", "1,0E+04", "intake.scientific"}, {"INSTELLINGSNAAM_VESTIGING", broken, "table.text-broken"}, {"VESTIGINGSNUMMER", "1E3", "intake.scientific"}, {"POSTCODE_LEERLING", "97", "postcode.malformed"},
			{"TOTAAL", "q", "intake.count-malformed"}, {"17", "q", "intake.count-malformed"}, {"TOTAAL", "31", "intake.total-differs"}, {"GEMEENTENAAM_LEERLING", broken, "table.text-broken"}},
		LayoutDuoPostcode: {{"PEILJAAR", "23", "intake.year-malformed"}, {"PEILJAAR", "2E3", "intake.scientific"}, {"PEILJAAR", "1899", "intake.year-malformed"}, {"TYPE_PO", "Hbo", "intake.school-type-unknown"},
			{"INSTELLINGSCODE", "9", "site.code-malformed"}, {"AANTAL_LEERLINGEN", "q", "intake.count-malformed"}, {"POSTCODE4_DEELNEMER", "97", "postcode.malformed"}},
		LayoutDuoVO: {{"BRIN NUMMER", "9", "site.code-malformed"}, {"LEER- OF VERBLIJFSJAAR 3", "q", "intake.count-malformed"}, {"GEMEENTENUMMER LEERLING", "00014", "municipality.code-malformed"},
			{"GEMEENTENAAM LEERLING", broken, "table.text-broken"}, {"POSTCODE LEERLING", "97", "postcode.malformed"}},
		LayoutDuoAddresses: {{"BRIN NUMMER", "99AC", "site.code-malformed"}, {"BRIN NUMMER", "9", "site.code-malformed"}, {"VESTIGINGSNUMMER", "99AB000", "site.code-malformed"}, {"GEMEENTENUMMER", "00114", "municipality.code-malformed"},
			{"BEVOEGD GEZAG NUMMER", "x", "board.number-malformed"}, {"POSTCODE", "97", "postcode.malformed"}, {"VESTIGINGSNAAM ", broken, "table.text-broken"}, {"GEMEENTENAAM", broken, "table.text-broken"},
			{"PLAATSNAAM", broken, "table.text-broken"}, {"PROVINCIE", broken, "table.text-broken"}},
		LayoutCBSAreas:   {{"Identifier", "", "intake.cell-empty"}, {"Identifier", "GM00014", "municipality.code-malformed"}, {"Title", broken, "table.text-broken"}},
		LayoutCBSValues:  {{"Measure", "", "intake.cell-empty"}, {"RegioS", "", "intake.cell-empty"}, {"RegioS", "GM00014", "municipality.code-malformed"}, {"StringValue", broken, "table.text-broken"}},
		LayoutCBSChanges: {{"Bestaan tot", "2019", "intake.date-malformed"}, {"Oude", "", "municipality.code-malformed"}, {"Nieuwe", "", "municipality.code-malformed"}, {"Huidige code", "", "municipality.code-malformed"}, {"Huidige naam", broken, "table.text-broken"}},
		LayoutRvIG33: {{"92.10 Gemeentecode", "", "municipality.code-malformed"}, {"92.10 Gemeentecode", "0996", ""}, {"92.10 Gemeentecode", "0997", "intake.not-a-municipality"}, {"92.10 Gemeentecode", "0999", "intake.not-a-municipality"},
			{"92.10 Gemeentecode", "1000", ""}, {"92.10 Gemeentecode", "1999", "intake.not-a-municipality"}, {"92.11 Omschrijving", "", "intake.cell-empty"}, {"92.12 Nieuwe code", "x", "municipality.code-malformed"},
			{"99.98 Datum ingang", "2019", "intake.date-malformed"}, {"99.99 Datum einde", "2019", "intake.date-malformed"}},
		LayoutAlliances: {{"pc4", "97", "postcode.malformed"}, {"pc4", "", "intake.place-missing"}, {"PO_SWV", "x", "alliance.code-malformed"}, {"PO_SWV", "VO2001", "intake.alliance-other-sector"}, {"VO_SWV", "PO2001", "intake.alliance-other-sector"}},
		LayoutCBSWide:   {{"Codes en namen van gemeenten/Code (code)", "", "municipality.code-malformed"}, {"Codes en namen van gemeenten/Naam (naam)", "", "intake.cell-empty"}},
		LayoutPostcodes: {{"pc4", "97", "postcode.malformed"}, {"pc4", "", "intake.place-missing"}, {"gemeentecode", "", "municipality.code-malformed"}},
	} {
		s := samples[layout]
		for _, c := range cells {
			at := slices.Index(s.header, c[0])
			require.GreaterOrEqual(t, at, 0, c[0])
			rows, report, err := readSample(t, layout, s.file(set(at, c[1])), Options{})
			require.NoError(t, err)
			if c[2] == "" {
				require.Empty(t, report.First, "%s %q", c[0], c[1])
				continue
			}
			require.Empty(t, rows, "%s %q", c[0], c[1])
			require.Len(t, report.First, 1)
			p := report.First[0].Problem
			require.Equal(t, c[2], p.Code(), "%s %q", c[0], c[1])
			if p.Code() != "site.code-malformed" { // which is about two columns
				require.Equal(t, pointerTo(strings.TrimSpace(c[0])), p.Pointer)
			}
		}
	}
	_, report, err := readSample(t, LayoutAlliances, samples[LayoutAlliances].file(set(1, "VO2001")), Options{})
	require.NoError(t, err)
	require.Contains(t, report.First[0].Problem.Text(zio.English), "an alliance of PO")
	_, report, err = readSample(t, LayoutAlliances, samples[LayoutAlliances].file(set(2, "PO2001")), Options{})
	require.NoError(t, err)
	require.Contains(t, report.First[0].Problem.Text(zio.English), "an alliance of VO")
}

// Numbers of boards without their zeros get them back where that is asked for, and are listed where not.
func TestPaddedBoards(t *testing.T) {
	at := slices.Index(samples[LayoutDuoAddresses].header, "BEVOEGD GEZAG NUMMER")
	for cell, want := range map[string]string{"249": "00249", "9": "00009", "1234": "01234", "10249": "10249", "": "", "102499": "!", "24x": "!"} {
		rows, report, err := readSample(t, LayoutDuoAddresses, samples[LayoutDuoAddresses].file(set(at, cell)), Options{PadCodes: true})
		require.NoError(t, err)
		if want == "!" {
			require.Equal(t, int64(1), report.Count("board.number-malformed"), cell)
			continue
		}
		require.Equal(t, want, strings.Split(rows[0], "|")[3], cell)
		require.Equal(t, want != cell, report.Padded == 1, cell)
	}
	_, report, err := readSample(t, LayoutDuoAddresses, samples[LayoutDuoAddresses].file(set(at, "249")), Options{})
	require.NoError(t, err)
	require.Equal(t, int64(1), report.Listed)
}

// A cell that may be empty is empty: a row has nothing of the row before, and its own line.
func TestRowsForgetTheRowBefore(t *testing.T) {
	tried := 0
	for layout, s := range samples {
		for at := range s.row {
			alone := s.file(set(at, ""))
			want, report, err := readSample(t, layout, alone, Options{})
			if err != nil || report.Placed == 0 || s.header[at] == "INSTELLINGSNAAM_VESTIGING" { // a site keeps the name that it had first
				continue
			}
			_, second, _ := strings.Cut(alone, "\r\n")
			rows, _, err := readSample(t, layout, s.file(nil)+second, Options{})
			require.NoError(t, err)
			require.Equal(t, append([]string{s.want}, want...), rows, "%s without %s", layout, s.header[at])
			tried++
		}
	}
	require.Greater(t, tried, 50)

	// areas that are no municipality behind one that is, and numbers where there is no text
	rows, _, err := readSample(t, LayoutCBSAreas, "Identifier;Title\nGM0014;Groningen\nPV20;Groningen\n", Options{})
	require.NoError(t, err)
	require.Equal(t, []string{"GM0014|Groningen|0014", "PV20|Groningen|"}, rows)
	rows, _, err = readSample(t, LayoutCBSValues, "Measure;Value;StringValue;RegioS\nT001036;234567;;GM0014\nT001036;7;;PV20\n", Options{})
	require.NoError(t, err)
	require.Equal(t, []string{"T001036|234567|GM0014|0014", "T001036|7|PV20|"}, rows)
}
