package intake

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

// today is a made-up file in the columns and the quoting of DUO since 2024, of the rows that are given as postcode,
// name of the municipality, type and six ages: younger than 4, 4, 5, 17, 18 and older.
func today(rows ...string) string {
	var b strings.Builder
	line := func(cells ...string) {
		b.WriteString(`"` + strings.Join(cells, `";"`) + "\"\r\n")
	}
	b.WriteString("\uFEFF")
	line("PEILDATUM", "GEMEENTENUMMER", "GEMEENTENAAM", "POSTCODE_LEERLING", "GEMEENTENAAM_LEERLING", "INSTELLINGSCODE", "VESTIGINGSCODE", "INSTELLINGSNAAM_VESTIGING",
		"SOORT_PO", "BEVOEGD_GEZAG_NUMMER", "LEEFTIJD_JONGER", "LEEFTIJD_4", "LEEFTIJD_5", "LEEFTIJD_17", "LEEFTIJD_18", "LEEFTIJD_OUDER")
	for _, row := range rows {
		c := strings.Split(row, " ")
		line(append([]string{"20241001", "0268", "Nijmegen", c[0], strings.ReplaceAll(c[1], "_", " "), "99AB", "00", "De Ark", c[2], "10249"}, c[3:]...)...)
	}
	return b.String()
}

func built(t *testing.T, text string, o PopulationOptions) (*zio.Population, *Report) {
	t.Helper()
	b, err := NewBuilder(o)
	require.NoError(t, err)
	table, err := OpenTable(strings.NewReader(text), TableOptions{Hash: true})
	require.NoError(t, err)
	report, err := b.Add(table, Source{File: "x.csv"})
	require.NoError(t, err)
	p, problems := b.Population()
	require.Empty(t, problems)
	return p, report
}

// homes are the pupils of a population per home; "" is none.
func homes(p *zio.Population) map[string]int64 {
	m := map[string]int64{}
	for _, g := range p.Groups {
		m[g.Home.String()] += g.Pupils
	}
	return m
}

// Without a total a row has as many pupils as its ages have together, and each age is decided on its own.
func TestAgesWithoutTotal(t *testing.T) {
	file := today("6511 Nijmegen So 1 5 6 0 0 0", "6641 Beuningen So 0 <5 7 0 0 0", "5431 Land_van_Cuijk Vso 0 0 0 <5 <5 8")
	for choice, want := range map[Suppressed]map[string]int64{
		SuppressedZero:     {"0268": 12, "0209": 7, "1982": 8},
		SuppressedMidpoint: {"0268": 12, "0209": 10, "1982": 14}, // 3 for every <5
		SuppressedExclude:  {"0268": 12},
	} {
		p, report := built(t, file, PopulationOptions{Suppressed: choice})
		require.Equal(t, want, homes(p), choice.String())
		require.Equal(t, report.Rows, report.Placed+report.Listed+report.Outside)
		require.Equal(t, LayoutDuoPO, report.Layout)
	}
	for _, o := range []PopulationOptions{{Suppressed: SuppressedRange}, {Suppressed: SuppressedExclude, SumsAsRange: true}} {
		p, report := built(t, file, o)
		require.Zero(t, report.Listed)
		ends := map[string][2]int64{}
		for _, g := range p.Groups {
			ends[g.Home.String()] = [2]int64{g.Pupils + g.Fewest, g.Pupils + g.Most}
		}
		// 7 and one of 1 to 4; 8 and two of 1 to 4
		require.Equal(t, map[string][2]int64{"0268": {12, 12}, "0209": {8, 11}, "1982": {10, 16}}, ends)
		_, problems := zio.ReadPopulation(p.AppendDocument(nil))
		require.Empty(t, problems)
	}
	p, _ := built(t, file, PopulationOptions{Suppressed: SuppressedRange, SplitAdults: true})
	for _, g := range p.Groups {
		if g.Home.String() == "1982" && g.Adult {
			require.Equal(t, [2]int64{9, 12}, [2]int64{g.Fewest, g.Most}, "the age of 18 and 8 older ones")
		} else if g.Home.String() == "1982" {
			require.Equal(t, [2]int64{1, 4}, [2]int64{g.Fewest, g.Most}, "the age of 17")
		}
	}
	_, report := built(t, file, PopulationOptions{Suppressed: SuppressedExclude})
	require.Equal(t, int64(2), report.Count("intake.ages-suppressed"))
	require.Contains(t, report.First[0].Problem.Text(zio.Dutch), "4 jaar is afgeschermd (<5)")

	// LEEFTIJD_OUDER is a year above the highest age: 8 older than 18, and the 18 that midpoint makes 3
	p, _ = built(t, file, PopulationOptions{Suppressed: SuppressedMidpoint, SplitAdults: true})
	adults := int64(0)
	for _, g := range p.Groups {
		if g.Adult {
			adults += g.Pupils
		}
	}
	require.Equal(t, int64(11), adults)
}

// The ages JONGER and OUDER count in the sum that is held against a total.
func TestOpenAgesBesideTotal(t *testing.T) {
	text := "PEILDATUM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;SOORT_PO;LEEFTIJD_JONGER;LEEFTIJD_4;LEEFTIJD_OUDER;TOTAAL\n" +
		"20241001;6511;Nijmegen;99AB;00;So;2;3;4;9\n20241001;6511;Nijmegen;99AB;00;So;2;3;4;7\n"
	p, report := built(t, text, PopulationOptions{Suppressed: SuppressedZero})
	require.Equal(t, map[string]int64{"0268": 9}, homes(p))
	require.Equal(t, int64(1), report.Count("intake.total-differs"), "7 is not 2 + 3 + 4")
}

func TestNamesOfAges(t *testing.T) {
	for name, want := range map[string]int64{"3-": 3, "25+": 25, "LEEFTIJD_4": 4, "LEEFTIJD_4_JAAR": 4, "3 JAAR EN JONGER": 3, "25 jaar of ouder": 25,
		"jonger dan 4": 3, "OUDER DAN 24 JAAR": 25, "TOTAAL": 0, "OUDER": 0, "POSTCODE4": 0, "4 5": 0, "31": 0} {
		age, ok := ageOf(name)
		require.Equal(t, want > 0, ok, name)
		if ok {
			require.Equal(t, want, age, name)
		}
	}
	_, ages := tableOf(t, "LEEFTIJD_JONGER;LEEFTIJD_4;LEEFTIJD_24;LEEFTIJD_OUDER\n").ages()
	require.Equal(t, []AgeCount{{Age: 3}, {Age: 4}, {Age: 24}, {Age: 25}}, ages)
	_, ages = tableOf(t, "LEEFTIJD_1;LEEFTIJD_OUDER\n").ages()
	require.Equal(t, []AgeCount{{Age: 1}, {Age: 2}}, ages)
	_, ages = tableOf(t, "LEEFTIJD_30;LEEFTIJD_JONGER\n").ages()
	require.Equal(t, []AgeCount{{Age: 30}, {Age: 29}}, ages)
	_, ages = tableOf(t, "LEEFTIJD_JONGER;LEEFTIJD_OUDER\n").ages()
	require.Empty(t, ages, "younger and older than what?")
}

// DUO writes 10, 20, 30 and 40 where a postcode should be: pupils from abroad, and those of unknown home. They are
// not in a postcode, and not in the municipality of one.
func TestCodesForAbroad(t *testing.T) {
	file := today("10 Belgie So 0 0 6 0 0 0", "10 België So 0 0 5 0 0 0", "20 Duitsland So 0 0 7 0 0 0", "30 ander_land So 0 0 8 0 0 0", "40 Onbekend So 0 0 9 0 0 0", "6511 Nijmegen So 0 0 1 0 0 0")
	p, report := built(t, file, PopulationOptions{Suppressed: SuppressedZero})
	require.Equal(t, map[string]int64{"0268": 1}, homes(p))
	require.Equal(t, int64(4), report.Count("intake.place-abroad"))
	require.Equal(t, int64(1), report.Count("intake.place-missing"))
	p, report = built(t, file, PopulationOptions{Suppressed: SuppressedZero, KeepUnplaced: true})
	require.Equal(t, map[string]int64{"0268": 1, "": 35}, homes(p))
	require.Zero(t, report.Listed)

	perPostcode := "INSTELLINGSCODE,VESTIGINGSCODE,TYPE_PO,PEILJAAR,POSTCODE4_DEELNEMER,AANTAL_LEERLINGEN\n99AB,00,SO,2024,20,5\n99AB,00,SO,2024,40,6\n99AB,00,SO,2024,9711,1\n"
	_, report = built(t, perPostcode, PopulationOptions{Options: Options{Places: groningen()}, Suppressed: SuppressedZero})
	require.Equal(t, int64(1), report.Count("intake.place-abroad"))
	require.Equal(t, int64(1), report.Count("intake.place-missing"))
}

// Rows of types and sites that nobody asked for are outside, whatever else is wrong in them.
func TestSelectionComesBeforeReading(t *testing.T) {
	file := today("6511 Nijmegen So 0 0 6 0 0 0", "99999 Nergens Bo 0 0 x 0 0 0", "6511 Nijmegen Sbo 0 0 1234567890123 0 0 0")
	_, report := built(t, file, PopulationOptions{Suppressed: SuppressedZero, Types: []zio.SchoolType{zio.SpecialPrimary}})
	require.Equal(t, []int64{1, 0, 2}, []int64{report.Placed, report.Listed, report.Outside})
	other := strings.Replace(today("6511 Nijmegen So 0 0 6 0 0 0", "99999 Nergens So 0 0 x 0 0 0"), `99AB";"00";"De Ark";"So";"10249";"0";"0";"x`, `99AC";"00";"De Ark";"So";"10249";"0";"0";"x`, 1)
	_, report = built(t, other, PopulationOptions{Suppressed: SuppressedZero, Schools: []string{"99AB"}})
	require.Equal(t, []int64{1, 0, 1}, []int64{report.Placed, report.Listed, report.Outside})
}

// The addresses of DUO of 2026 are no table of postcodes, though they have a postcode and the number of a municipality.
func TestAddressesOf2026(t *testing.T) {
	text := "SOORT PRIMAIR ONDERWIJS;PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;CLUSTER\n" +
		"(V)SO;Friesland;41414;99AD;99AD11;De Zee;8601 JV;SNEEK;1900;SUDWEST-FRYSLAN;4\nSBO;Gelderland;10249;99AC;99AC00;De Waal;6511 AA;NIJMEGEN;0268;NIJMEGEN; \n"
	table := tableOf(t, text)
	layout, err := table.Layout()
	require.NoError(t, err)
	require.Equal(t, LayoutDuoAddresses, layout)
	rows, _, err := render(layout, table, Options{})
	require.NoError(t, err)
	require.Equal(t, []string{"99AD11|De Zee|so-vso|41414|1900|SUDWEST-FRYSLAN|8601|SNEEK|Friesland", "99AC00|De Waal|sbo|10249|0268|NIJMEGEN|6511|NIJMEGEN|Gelderland"}, rows)
}

func TestATableIsNotTakenForAnother(t *testing.T) {
	for _, header := range []string{
		"POSTCODE;GEMEENTENUMMER;LEERLINGEN", "postcode;gemeentecode;naam;geboortedatum", "SCHOOLCODE;NAAM;POSTCODE;GEMEENTENUMMER", // no table of postcodes
		"Identifier;Title;Aantal", "gemeentecode;gemeentenaam;provincienaam;leerlingen",
		"PEILDATUM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;SOORT_PO;AANTAL", // neither total nor ages
	} {
		_, err := tableOf(t, header+"\n").Layout()
		require.Error(t, err, header)
	}
	for header, want := range map[string]Layout{
		"pc4;gemeentecode": LayoutPostcodes, "Postcode;Gemeentenaam;Gemeentecode;Provincie": LayoutPostcodes, "Identifier;Index;Title;Description": LayoutCBSAreas,
		"gemeentecode;gemeentenaam;provincienaam": LayoutCBSAlphabet,
	} {
		layout, err := tableOf(t, header+"\n").Layout()
		require.NoError(t, err, header)
		require.Equal(t, want, layout, header)
	}
}

// An empty field too many is no value, and one too few is empty when no part needs it.
func TestRowsOfOtherWidths(t *testing.T) {
	o := PopulationOptions{Suppressed: SuppressedZero, Date: zio.MustParseDate("2023-10-01"), Mapping: Mapping{Home: "gemeente", Pupils: "aantal", Label: "groep"}}
	for name, test := range map[string]struct {
		file   string
		homes  map[string]int64
		listed string // what stands in the row that is listed
	}{
		"one too many":          {"gemeente;aantal;groep\n0268;12;a;\n0209;3;b;;;\n", map[string]int64{"0268": 12, "0209": 3}, ""},
		"in the header":         {"gemeente;aantal;groep;\n0268;12;a\n0209;3;b;\n", map[string]int64{"0268": 12, "0209": 3}, ""},
		"a value too many":      {"gemeente;aantal;groep\n0268;12;a;x\n0209;3;b\n", map[string]int64{"0209": 3}, "0268 12 a x"},
		"a label too few":       {"gemeente;aantal;groep\n0268;12;a\n0209;3\n", map[string]int64{"0268": 12, "0209": 3}, ""},
		"a count too few":       {"gemeente;groep;aantal\n0268;a;12\n0209;3\n", map[string]int64{"0268": 12}, "0209 3"},
		"an unmapped too few":   {"gemeente;aantal;groep;x;y\n0268;12;a;1;2\n0209;3;b;1\n", map[string]int64{"0268": 12, "0209": 3}, ""},
		"quoted, with nothing":  {"\"gemeente\";\"aantal\";\"groep\"\n\"0268\";\"12\";\"a\";\"\"\n\"0209\";\"3\"\n", map[string]int64{"0268": 12, "0209": 3}, ""},
		"in the middle, a text": {"gemeente;groep;aantal\n0268;a;12\n0209;3;b\n", map[string]int64{"0268": 12}, "0209 3 b"},
	} {
		p, report := built(t, test.file, o)
		require.Equal(t, test.homes, homes(p), name)
		if test.listed == "" {
			require.Empty(t, report.First, name)
		} else {
			require.Len(t, report.First, 1, name)
		}
	}
	// nobody knows where a field is missing of a row of ages that breaks off
	file := today("6511 Nijmegen So 0 0 6 0 0 0", "6511 Nijmegen So 0 0 6 0 0")
	_, report := built(t, file, PopulationOptions{Suppressed: SuppressedZero})
	require.Equal(t, int64(1), report.Count("table.field-count"))
}

func TestSignsOfSuppression(t *testing.T) {
	for text, want := range map[string]Count{
		"<5": {1, 4}, "< 5": {1, 4}, "<10": {1, 9}, "-1": {1, 4}, "<=4": {1, 4}, "<= 4": {1, 4}, "≤4": {1, 4}, "1-4": {1, 4}, "0-4": {0, 4}, "1 - 4": {1, 4}, "1–4": {1, 4},
		"5 of minder": {1, 5}, "6-9": {6, 9}, "1 t/m 4": {1, 4}, "*": hidden, "x": hidden, "X": hidden, ".": hidden, "7": {7, 7}, "0": {0, 0},
	} {
		c, kind := parseCount([]byte(text))
		require.Nil(t, kind, text)
		require.Equal(t, want, c, text)
	}
	for text, kind := range map[string]*countKind{
		"4-1": countMalformed, "1-200": countMalformed, "<2": countMalformed, "<": countMalformed, "<=1": countMalformed, "-2": countNegative, "-1-4": countMalformed, "1-": countMalformed,
		"x1": countMalformed, "12.5": countMalformed, "1 2": countMalformed, "2019-10-01": countMalformed, "": countMissing, "1-4-5": countMalformed, "101 of minder": countMalformed,
	} {
		_, found := parseCount([]byte(text))
		require.Same(t, kind, found, text)
	}
	o := PopulationOptions{Date: zio.MustParseDate("2023-10-01"), Mapping: Mapping{Home: "gemeente", Pupils: "aantal"}}
	file := "gemeente;aantal\n0268;0-4\n0209;*\n0225;6-9\n0252;3\n"
	for choice, want := range map[Suppressed]map[string]int64{
		SuppressedZero:     {"0252": 3},
		SuppressedMidpoint: {"0268": 2, "0225": 8, "0252": 3}, // (0+4)/2 and (6+9)/2 rounded up; of * nobody knows the middle
		SuppressedExclude:  {"0252": 3},
	} {
		o.Suppressed = choice
		p, report := built(t, file, o)
		require.Equal(t, want, homes(p), choice.String())
		if choice != SuppressedZero {
			require.Equal(t, int64(1), report.Count("intake.count-hidden"))
		}
	}
	for text, want := range map[string]string{"<5": "<5", "0-4": "0-4", "6-9": "6-9", "11-22": "11-22", "<33": "<33", "44": "44", "x": "*", "3": "3"} {
		c, _ := parseCount([]byte(text))
		require.Equal(t, want, c.String())
	}
}

type countKind = zio.ProblemKind

// The code and the name of a municipality in one cell must go together; names are written in many ways.
func TestCodesAndNamesInOneCell(t *testing.T) {
	var rows []string
	cells := []string{"0268 Nijmegen", "Nijmegen (0268)", "GM0268 - Nijmegen", "0268_Nijmegen", "Nijmegen 0268", "Bilt, De", "0310 Bilt, De", "Land v. Cuijk", "Berg & Dal", "Ronde Venen, de"}
	for _, cell := range cells {
		rows = append(rows, `"`+cell+`";1`)
	}
	o := PopulationOptions{Suppressed: SuppressedZero, Date: zio.MustParseDate("2023-10-01"), Mapping: Mapping{Home: "gemeente", Pupils: "aantal"}}
	p, report := built(t, "gemeente;aantal\n"+strings.Join(rows, "\n"), o)
	require.Empty(t, report.First)
	require.Equal(t, map[string]int64{"0268": 5, "0310": 2, "1982": 1, "1945": 1, "0736": 1}, homes(p))

	_, report = built(t, "gemeente;aantal\n0268 Beuningen;1\n9999 Nergens;1\n0268 Nergens;1\n0268 12;1\n02680;1\n0268;1\n", o)
	require.Equal(t, int64(1), report.Placed)
	require.Equal(t, int64(1), report.Count("intake.place-code-name-differ"))
	require.Equal(t, int64(1), report.Count("intake.place-code-unknown"))
}

// The summary and the provenance of a plain table say how it is delimited.
func TestDelimiterOfAPlainTable(t *testing.T) {
	o := PopulationOptions{Suppressed: SuppressedZero, Date: zio.MustParseDate("2023-10-01"), Mapping: Mapping{Home: "gemeente"}}
	p, report := built(t, "gemeente|x\n0268|1\n", o)
	require.Equal(t, byte('|'), report.Delimiter)
	require.Contains(t, report.Summary(zio.English), `delimiter "|"`)
	require.Contains(t, p.Provenance[0].Options, "delimiter=bar")
	_, report, err := ReadPostcodes(tableOf(t, "pc4|gemeentecode\n6511|0268\n"), Options{})
	require.NoError(t, err)
	require.Equal(t, byte('|'), report.Delimiter)
}
