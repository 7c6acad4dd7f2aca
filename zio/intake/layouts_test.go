package intake

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

// render writes the rows of a layout as text, so that tables of tests can show them.
func render(layout Layout, t *Table, o Options) (rows []string, report *Report, err error) {
	text := func(values ...string) { rows = append(rows, strings.Join(values, "|")) }
	add := func(line int64, values ...string) error {
		if text(values...); line != t.Line() {
			text("line " + strconv.FormatInt(line, 10))
		}
		return nil
	}
	place := func(p Place) string {
		if p.known() {
			return p.Municipality.String()
		}
		return p.Problem.Code()
	}
	switch layout {
	case LayoutDuoPO:
		report, err = ReadDuoPO(t, o, func(r *DuoPORow) error {
			return add(r.Line, r.Date.String(), r.Site.Code.String(), r.Site.Name, r.Site.Municipality.String(), r.Site.Board.String(), r.Type.String(),
				r.Home.Postcode.String(), place(r.Home), r.Total.String(), r.Adults().String())
		})
	case LayoutDuoPostcode:
		report, err = ReadDuoPostcode(t, o, func(r *DuoPostcodeRow) error {
			return add(r.Line, r.Date.String(), r.Site.String(), r.Type.String(), r.Home.Postcode.String(), place(r.Home), r.Pupils.String())
		})
	case LayoutDuoVO:
		report, err = ReadDuoVO(t, o, func(r *DuoVORow) error {
			years := ""
			for _, c := range r.Years {
				years += " " + c.String()
			}
			return add(r.Line, r.Site.String(), r.Home.Postcode.String(), place(r.Home), r.Home.Name, years[1:])
		})
	case LayoutDuoAddresses:
		report, err = ReadDuoAddresses(t, o, func(r *DuoAddressRow) error {
			return add(r.Line, r.Site.String(), r.Name, r.Type.String(), r.Board.String(), r.Municipality.String(), r.MunicipalityName, r.Postcode.String(), r.Town, r.Province)
		})
	case LayoutCBSAreas:
		report, err = ReadCBSAreas(t, o, func(r *CBSAreaRow) error { return add(r.Line, r.Code, r.Title, r.Municipality.String()) })
	case LayoutCBSValues:
		report, err = ReadCBSValues(t, o, func(r *CBSValueRow) error {
			return add(r.Line, r.Measure, r.Value, r.Area, r.Municipality.String())
		})
	case LayoutCBSChanges:
		report, err = ReadCBSChanges(t, o, func(r *CBSChangeRow) error {
			return add(r.Line, r.On.String(), r.Old.String(), r.New.String(), r.Now.String(), r.NowName)
		})
	case LayoutRvIG33:
		report, err = ReadRvIG33(t, o, func(r *RvIGRow) error {
			return add(r.Line, r.Code.String(), r.Name, r.Next.String(), r.From.String(), r.End.String())
		})
	case LayoutAlliances:
		report, err = ReadAlliances(t, o, func(r *AllianceRow) error {
			return add(r.Line, r.Postcode.String(), r.Primary.String(), r.Secondary.String(), r.Municipality.String())
		})
	case LayoutCBSWide, LayoutCBSAlphabet:
		report, err = ReadCBSWide(t, o, func(r *CBSWideRow) error {
			values := []string{r.Municipality.String(), r.Name}
			for _, x := range r.Regions {
				values = append(values, x.Kind.String(), x.Code, x.Name)
			}
			return add(r.Line, values...)
		})
	case LayoutPostcodes:
		var p *Postcodes
		p, report, err = ReadPostcodes(t, o)
		for n := int64(1000); n <= 9999 && p != nil; n++ {
			if code, e := p.Municipality(zio.Postcode4FromNumber(n)); e == nil {
				text(strconv.FormatInt(n, 10), code.String())
			}
		}
	}
	return rows, report, err
}

// sample is a small file of a layout: a header and one good row, as cells.
type sample struct {
	header, row []string
	want        string
	delimiter   string
	code        int // a column with a code that begins with zeros; -1 where the layout has none
	number      int // a column of which scientific notation is a problem
	needed      int // a column that can not be missed
}

func cells(s string) []string { return strings.Split(s, ";") }

var samples = map[Layout]sample{
	LayoutDuoPO: {
		header:    cells("PEILDATUM;GEMEENTENUMMER;GEMEENTENAAM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;INSTELLINGSNAAM_VESTIGING;POSTCODE_VESTIGING;PLAATSNAAM;PROVINCIE;SOORT_PO;DENOMINATIE_VESTIGING;BEVOEGD_GEZAG_NUMMER;3-;4;17;18;25+;TOTAAL"),
		row:       cells("20231001;0014;GRONINGEN;9711;SÚDWEST-FRYSLÂN;99AB;01;De Ark;9711 AA;GRONINGEN;Groningen;Vso;Openbaar;10249;0;0;2;5;1;8"),
		want:      "2023-10-01|99AB01|De Ark|0014|10249|vso|9711|1900|8|6",
		delimiter: ";", code: 1, number: 19, needed: 4,
	},
	LayoutDuoPostcode: {
		header:    cells("INSTELLINGSCODE;VESTIGINGSCODE;TYPE_PO;PEILJAAR;POSTCODE4_DEELNEMER;AANTAL_LEERLINGEN"),
		row:       cells("99AB;01;SBO;2022;9711;12"),
		want:      "2022-10-01|99AB01|sbo|9711|0014|12",
		delimiter: ",", code: -1, number: 4, needed: 5,
	},
	LayoutDuoVO: {
		header:    cells("BRIN NUMMER;VESTIGINGSNUMMER;POSTCODE LEERLING;PLAATSNAAM LEERLING;GEMEENTENAAM LEERLING;GEMEENTENUMMER LEERLING;LEER- OF VERBLIJFSJAAR 1;LEER- OF VERBLIJFSJAAR 2;LEER- OF VERBLIJFSJAAR 3;LEER- OF VERBLIJFSJAAR 4;LEER- OF VERBLIJFSJAAR 5;LEER- OF VERBLIJFSJAAR 6"),
		row:       cells("99AB;0;9711;GRONINGEN;GRONINGEN;0014;1;2;<5;0;10;0"),
		want:      "99AB00|9711|0014|GRONINGEN|1 2 <5 0 10 0",
		delimiter: ";", code: 5, number: 6, needed: 2,
	},
	LayoutDuoAddresses: {
		header:    cells("PROVINCIE;BEVOEGD GEZAG NUMMER;BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM ;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM"),
		row:       cells("Drenthe;10249;99AB;99AB00;De Ark;Straat;1;9711 AA;EMMEN;0114;EMMEN"),
		want:      "99AB00|De Ark||10249|0114|EMMEN|9711|EMMEN|Drenthe",
		delimiter: ";", code: 9, number: 9, needed: 4,
	},
	LayoutCBSAreas: {
		header:    cells("Identifier;Index;Title;Description"),
		row:       cells("GM0014;1;Groningen (gemeente);Noord"),
		want:      "GM0014|Groningen (gemeente)|0014",
		delimiter: ";", code: 0, number: -1, needed: 2,
	},
	LayoutCBSValues: {
		header:    cells("Id;Measure;ValueAttribute;Value;StringValue;RegioS"),
		row:       cells("1;JZ0001;None;;JZ01      ;GM0014"),
		want:      "JZ0001|JZ01|GM0014|0014",
		delimiter: ";", code: 5, number: -1, needed: 1,
	},
	LayoutCBSChanges: {
		header:    cells("Bestaan tot;Eindjaar;Oude;Nieuwe;Huidige code;Huidige naam"),
		row:       cells("1-1-2019;2019;GM0017;GM0014;GM0014;Groningen"),
		want:      "2019-01-01|0017|0014|0014|Groningen",
		delimiter: ";", code: 3, number: 2, needed: 2,
	},
	LayoutRvIG33: {
		header:    cells("92.10 Gemeentecode;92.11 Omschrijving;92.12 Nieuwe code;99.98 Datum ingang;99.99 Datum einde"),
		row:       cells("0017;Haren;0014;19490401;20190101"),
		want:      "0017|Haren|0014|1949-04-01|2019-01-01",
		delimiter: ",", code: 0, number: 3, needed: 4,
	},
	LayoutAlliances: {
		header:    cells("pc4;PO_SWV;VO_SWV"),
		row:       cells("9711;PO2001;VO-20-01"),
		want:      "9711|PO2001|VO2001|",
		delimiter: ";", code: -1, number: 0, needed: 1,
	},
	LayoutCBSWide: { // the titles as StatLine gives them
		header: cells("Regio's;Codes en namen van gemeenten/Code (code);Codes en namen van gemeenten/Naam (naam);Lokaliseringen van gemeenten/Jeugdregio's/Code (code);" +
			"Lokaliseringen van gemeenten/Jeugdregio's/Naam (naam);Lokaliseringen van gemeenten/GGD-regio's/Code (code);Lokaliseringen van gemeenten/Arbeidsmarktregio's/Code (code)"),
		row:       cells("Groningen (gemeente);GM0014    ;Groningen   ;JZ01  ;Groningen   ;GG0111;AM01"),
		want:      "0014|Groningen|youth-region|JZ01|Groningen|labour-market|AM01|AM01",
		delimiter: ";", code: 1, number: -1, needed: 2,
	},
	LayoutCBSAlphabet: {
		header:    cells("Gemeentecode;GemeentecodeGM;Gemeentenaam;Provinciecode;ProvinciecodePV;Provincienaam"),
		row:       cells("14;GM0014;Groningen;20;PV20;Groningen"),
		want:      "0014|Groningen",
		delimiter: ";", code: 1, number: -1, needed: 2,
	},
	LayoutPostcodes: {
		header:    cells("pc4;gemeentecode"),
		row:       cells("9711;0014"),
		want:      "9711|0014",
		delimiter: ";", code: 1, number: 0, needed: 1,
	},
}

// file writes a file of the sample with its cells changed.
func (s sample) file(change func(header, row []string) ([]string, []string)) string {
	header, row := append([]string{}, s.header...), append([]string{}, s.row...)
	if change != nil {
		header, row = change(header, row)
	}
	return strings.Join(header, s.delimiter) + "\r\n" + strings.Join(row, s.delimiter) + "\r\n"
}

func set(column int, value string) func(h, r []string) ([]string, []string) {
	return func(h, r []string) ([]string, []string) { r[column] = value; return h, r }
}

// groningen knows postcode 9711 beside the names and codes of the register.
func groningen() *Places {
	var p Postcodes
	p.Add(zio.MustParsePostcode4("9711"), zio.MustParseMunicipalityCode("0014"))
	return PlacesOf(zio.Netherlands(), &p)
}

func readSample(t *testing.T, layout Layout, file string, o Options) ([]string, *Report, error) {
	t.Helper()
	if o.Places == nil {
		o.Places = groningen()
	}
	table, err := OpenTable(strings.NewReader(file), TableOptions{})
	if err != nil {
		return nil, &Report{}, err
	}
	rows, report, err := render(layout, table, o)
	require.Equal(t, report.Rows, report.Placed+report.Listed+report.Outside)
	return rows, report, err
}

func TestEveryLayoutHasASample(t *testing.T) {
	for _, layout := range Layouts() {
		if layout == LayoutPlain {
			continue
		}
		s, ok := samples[layout]
		require.True(t, ok, layout.String())
		require.Len(t, s.row, len(s.header))
		parsed, ok := ParseLayout(layout.String())
		require.True(t, ok)
		require.Equal(t, layout, parsed)
		require.NotEmpty(t, layout.Name(zio.Dutch))
		require.NotEmpty(t, layout.Name(zio.English))

		table, err := OpenTable(strings.NewReader(s.file(nil)), TableOptions{})
		require.NoError(t, err)
		found, err := table.Layout()
		require.NoError(t, err)
		require.Equal(t, layout, found)
	}
}

func TestLayoutsReadTheirFiles(t *testing.T) {
	for layout, s := range samples {
		t.Run(layout.String(), func(t *testing.T) {
			for name, file := range map[string]string{
				"utf-8": s.file(nil), "bom": "\uFEFF" + s.file(nil), "windows-1252": latin(s.file(nil)),
				"utf-16le": utf16(s.file(nil), false, true), "utf-16be": utf16(s.file(nil), true, true),
				"line feeds": strings.ReplaceAll(s.file(nil), "\r", ""),
				"small letters and spaces in the header": s.file(func(h, r []string) ([]string, []string) {
					for i := range h {
						h[i] = " " + strings.ToLower(h[i]) + "\u00a0"
					}
					return h, r
				}),
				"padded cells": s.file(func(h, r []string) ([]string, []string) {
					for i := range r {
						r[i] = "  " + r[i] + "   "
					}
					return h, r
				}),
				"all quoted": s.file(func(h, r []string) ([]string, []string) {
					for i := range r {
						h[i], r[i] = `"`+h[i]+`"`, `"`+r[i]+`"`
					}
					return h, r
				}),
				"columns in another order": s.file(func(h, r []string) ([]string, []string) {
					for i, j := 0, len(h)-1; i < j; i, j = i+1, j-1 {
						h[i], h[j], r[i], r[j] = h[j], h[i], r[j], r[i]
					}
					return h, r
				}),
				"another delimiter": strings.ReplaceAll(s.file(nil), s.delimiter, "\t"),
			} {
				rows, report, err := readSample(t, layout, file, Options{})
				require.NoError(t, err, name)
				require.Empty(t, report.First, name)
				require.Equal(t, []string{s.want}, rows, name)
			}
		})
	}
}

func TestUnknownLayoutNamesTheColumns(t *testing.T) {
	table, err := OpenTable(strings.NewReader("naam|leeftijd\nx|3\n"), TableOptions{})
	require.NoError(t, err)
	_, err = table.Layout()
	p := err.(zio.Problem)
	require.Equal(t, "table.layout-unknown", p.Code())
	require.Contains(t, p.Text(zio.Dutch), "naam, leeftijd")
	require.Contains(t, p.Text(zio.Dutch), "duo-po, ")
	require.Contains(t, p.Text(zio.English), `delimiter "|"`)

	// a table that lacks one column is told which
	table, err = OpenTable(strings.NewReader("INSTELLINGSCODE,VESTIGINGSCODE,TYPE_PO,PEILJAAR,POSTCODE4_DEELNEMER\n"), TableOptions{})
	require.NoError(t, err)
	_, err = table.Layout()
	p = err.(zio.Problem)
	require.Equal(t, "table.columns-missing", p.Code())
	require.Equal(t, "AANTAL LEERLINGEN", p.Param("missing"))
	require.Equal(t, "duo-postcode", p.Param("layout"))
}

// formats are raw first rows of official files, which stand outside the project.
func formats(t *testing.T, name string) []byte {
	t.Helper()
	for _, up := range []string{"../..", "../../..", "../../../.."} {
		if data, err := os.ReadFile(filepath.Join(up, "shared/data", name)); err == nil {
			return data
		}
	}
	t.Skip("the raw files to check against are not here; each layout is checked in other tests")
	return nil
}

func TestRawAddresses(t *testing.T) {
	rows, report, err := readSample(t, LayoutDuoAddresses, string(formats(t, "formats/duo_po_adressen_ruw_60regels.csv")), Options{})
	require.NoError(t, err)
	require.Empty(t, report.First)
	require.Equal(t, int64(59), report.Placed)
	require.Equal(t, byte(';'), report.Delimiter)
	require.Equal(t, "16AH00|OBS 't Eenspan||10249|0114|EMMEN|7822|EMMEN|Drenthe", rows[0])
}

func TestRawChanges(t *testing.T) {
	rows, report, err := readSample(t, LayoutCBSChanges, string(formats(t, "formats/cbs_gm_changes_ruw_latin1.csv")), Options{})
	require.NoError(t, err)
	require.Empty(t, report.First)
	require.Equal(t, "1905-01-01|1134|0489|0489|Barendrecht", rows[0])
	require.Equal(t, int(report.Placed), len(rows))
	require.Equal(t, "1923-05-01|1012|0175|0175|Ommen", rows[len(rows)-1])
}

func TestRawRvIG(t *testing.T) {
	rows, report, err := readSample(t, LayoutRvIG33, string(formats(t, "formats/rvig_tabel33_ruw_begin_utf16le.csv")), Options{})
	require.NoError(t, err)
	require.Equal(t, UTF16LE, report.Encoding)
	require.Equal(t, byte(','), report.Delimiter)
	require.Equal(t, "0001|Adorp|0053||1990-01-01", rows[0])
	// 0000 Onbekend, and the line in the middle of which the sample stops
	require.Equal(t, int64(2), report.Listed)
	require.Equal(t, int64(1), report.Count("municipality.code-none"))
}

func TestRawAlliances(t *testing.T) {
	data := string(formats(t, "regions/school_alliances_pc4_2015.csv"))
	rows, report, err := readSample(t, LayoutAlliances, data, Options{})
	require.NoError(t, err)
	require.Len(t, rows, 4043)
	require.Equal(t, int64(3), report.Count("alliance.code-malformed"), "the three postcodes of Europoort, which have no alliance")
	require.Equal(t, "1011|PO2707|VO2708|0363", rows[0])
}
