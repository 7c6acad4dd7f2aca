package intake

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	utf16codes "unicode/utf16"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

// What appendUTF16 makes of any units is what the standard library makes of them, in one piece or in two.
func TestUTF16AsTheStandardLibrary(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	some := []uint16{0x41, 0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFFFD, 0xFFFF, 0xD83D, 0xDE00}
	for range 20_000 {
		units := make([]uint16, r.IntN(6))
		text := make([]byte, 0, 12)
		big := r.IntN(2) == 0
		for i := range units {
			units[i] = some[r.IntN(len(some))]
			if low, high := byte(units[i]), byte(units[i]>>8); big {
				text = append(text, high, low)
			} else {
				text = append(text, low, high)
			}
		}
		want := string(utf16codes.Decode(units))
		got, used := appendUTF16(nil, text, big, true)
		require.Equal(t, want, string(got), "%x", units)
		require.Equal(t, len(text), used)
		cut := r.IntN(len(text) + 1)
		first, used := appendUTF16(nil, text[:cut], big, false)
		require.LessOrEqual(t, used, cut)
		rest, _ := appendUTF16(first, text[used:], big, true)
		require.Equal(t, want, string(rest), "%x cut at %d", units, cut)
	}
	got, used := appendUTF16(nil, []byte{0x41, 0, 0x42}, false, true)
	require.Equal(t, "A\uFFFD", string(got), "half a unit at the end of the file")
	require.Equal(t, 3, used)
}

func TestWindows1252AtItsEnds(t *testing.T) {
	for c, want := range map[byte]string{0x7F: "\x7F", 0x80: "€", 0x9F: "Ÿ", 0xA0: "\u00A0", 0xFF: "ÿ", 0x82: "‚"} {
		got, whole := appendWindows1252(nil, []byte{c})
		require.Equal(t, want, string(got))
		require.True(t, whole)
	}
	for _, c := range []byte{0x81, 0x8D, 0x8F, 0x90, 0x9D} { // the five that have no character
		got, whole := appendWindows1252(nil, []byte{c})
		require.Equal(t, "\uFFFD", string(got))
		require.False(t, whole)
	}
	require.Equal(t, "windows-1252", Windows1252.String())
	require.Empty(t, (Windows1252 + 1).String())
}

// UTF-16 without a mark is seen by its zeros: more than three of eight bytes, all at even or all at odd places.
func TestSniffByZeros(t *testing.T) {
	zeros := func(n, zero, at int) []byte {
		head := []byte(strings.Repeat("a", n))
		for i := range zero {
			head[2*i+at] = 0
		}
		return head
	}
	for _, c := range []struct {
		n, zero, at int
		want        Encoding
	}{{8, 4, 1, UTF16LE}, {8, 4, 0, UTF16BE}, {8, 3, 1, EncodingUnknown}, {8, 3, 0, EncodingUnknown}, {6, 3, 1, EncodingUnknown}, {6, 3, 0, EncodingUnknown},
		{7, 3, 1, EncodingUnknown}, {256, 97, 1, UTF16LE}, {256, 97, 0, UTF16BE}, {256, 96, 1, EncodingUnknown}, {256, 96, 0, EncodingUnknown}, {512, 97, 1, UTF16LE}, {512, 97, 0, UTF16BE}, {512, 96, 0, EncodingUnknown}} {
		e, _, what := sniff(zeros(c.n, c.zero, c.at))
		require.Equal(t, c.want, e, c)
		require.Equal(t, c.want == EncodingUnknown, what == "binary", c)
	}
	long := zeros(512, 97, 1)
	long[256] = 0 // beyond what is looked at
	e, mark, _ := sniff(long)
	require.Equal(t, UTF16LE, e)
	require.Zero(t, mark)
	both := zeros(8, 4, 1)
	both[0] = 0
	_, _, what := sniff(both)
	require.Equal(t, "binary", what)
	_, _, what = sniff([]byte("aaaaaaaa"))
	require.Empty(t, what)
	// Of what follows the good and the bad bytes are counted; one of each decides as well.
	e, _ = decide([]byte("é\xff\xc3"), 0, false)
	require.Equal(t, Windows1252, e)
	for text, want := range map[string]Encoding{"é\x80": Windows1252, "é\xff": Windows1252, "é\xc3": UTF8, "\uFFFD": UTF8} {
		e, _ = decide([]byte(text), 0, false)
		require.Equal(t, want, e, "%q", text)
	}
	e, at := decide([]byte("ab\xc3"), 0, false)
	require.Equal(t, ASCII, e)
	require.Equal(t, 2, at)
	e, _ = decide([]byte("éé\xff"), 0, true)
	require.Equal(t, UTF8, e)
}

func TestNumbersOfSpreadsheets(t *testing.T) {
	for text, want := range map[string]bool{"1d5": false, "xE5": false, "1:E5": false, "1e:": false, "1e-5": true, "1,99E+05": true, "9.9e5": true, "9E9": true, "1,9,9E+05": false, "E5": false, "1E": false, "1E+": false, "19": false, "1x5": false, "1E5x": false} {
		require.Equal(t, want, isScientific([]byte(text)), text)
	}
	for text, want := range map[string]string{"20231001": "2023-10-01", "1-10-2023": "2023-10-01", "2023/1/9": "2023-01-09", "2023-10": "", "2023-10-01-": "", "2023-10-01-1": "", "1-2-3": "", "001-10-2023": "",
		"2023-001-1": "", "": "", "2023-1-001": "", "99991332": "", "1.10.2023": ""} {
		d, ok := parseDate([]byte(text))
		require.Equal(t, want != "", ok, text)
		require.Equal(t, want, d.String(), text)
	}
	for text, want := range map[string]Count{"<5": {1, 4}, "<3": {1, 2}, "<=4": {1, 4}, "≤ 4": {1, 4}, "1-4": {1, 4}, "4 of minder": {1, 4}, "2 of minder": {1, 2}, "1 t/m 4": {1, 4}, "0-1": {0, 1}, "100-100": {}, "99-100": {99, 100},
		"<2": {}, "<=1": {}, "1 of minder": {}, "99-101": {}, "101-102": {}, "<101": {}, "<100": {1, 99}, "4-1": {}, "4-4": {}} {
		c, kind := parseCount([]byte(text))
		require.Equal(t, want != Count{}, kind == nil, text)
		if kind == nil {
			require.Equal(t, want, c, text)
		}
	}
	for text, want := range map[string]string{"-:": "intake.count-malformed", "123456789012": "intake.count-too-large", "1000000000": "intake.count-too-large", "999999999": "intake.count-too-large", "-3": "intake.count-negative", "1,2E+5": "intake.scientific", "12a": "intake.count-malformed", "": "intake.count-missing", "-": "intake.count-malformed"} {
		_, kind := parseCount([]byte(text))
		require.NotNil(t, kind, text)
		require.Equal(t, want, kind.Code, text)
	}
	for name, want := range map[string]int64{"LEEFTIJD 4 JAAR": 4, "leeftijd_30": 30, "1": 1, "9": 9, "19 jaar": 19, "LEEFTIJD9": 9, "zzz 4": 0, "aaa 4": 0, "ouder dan 12345678901": 0, "jonger dan 1": 0, "ouder dan 30": 0, "meer dan 24 jaar": 25, "minder dan 4 jaar": 3, "25 of meer": 25, "3 en minder": 3, "dan 4": 4, "Jonger dan 5": 4, "20 jaar en ouder": 20, "ouder dan 19": 20, "31": 0, "0": 0, "99": 0, "100": 0, "4 5": 0, "leeftijd": 0, "4 weken": 0, "4\x80": 0, "4é": 0, "4-": 4} {
		age, ok := ageOf(name)
		require.Equal(t, want != 0, ok, name)
		if ok {
			require.Equal(t, want, age, name)
		}
	}
}

// Days before 1900 are days of the table of RvIG, at both ends of what a day can be.
func TestDaysBefore1900(t *testing.T) {
	for text, early := range map[string]bool{"18991231": true, "18990101": true, "10010101": true, "10000101": false, "18991301": false, "18990001": false, "18990100": false, "18990132": false, "18990131": true,
		"18990229": false, "18960229": true, "1899123": false, "189912310": false, "x8991231": false} {
		table, err := OpenTable(strings.NewReader("a;b\n"+text+";x\n"), TableOptions{})
		require.NoError(t, err)
		require.True(t, table.Next())
		x := &run{t: table, columns: []int{0}}
		_, is, err := x.dateSince1900(0)
		require.Equal(t, early, is, text)
		require.Equal(t, early, err == nil, text)
	}
}

// A table that has exactly half of the columns of a layout is not taken for one that lacks the others.
func TestHalfOfALayoutIsNone(t *testing.T) {
	require.Equal(t, Layout(1), Layouts()[0])
	require.Len(t, Layouts(), len(layouts)-1)
	tried := 0
	for i := 1; i < len(layouts); i++ {
		var names []string
		for _, c := range layoutColumns[i] {
			if !c.optional {
				names = append(names, c.names[0])
			}
		}
		if _, few := beside[Layout(i)]; few || len(names) == 0 || len(names)%2 > 0 {
			continue
		}
		table, err := OpenTable(strings.NewReader(strings.Join(names[:len(names)/2], ";")+";zz\n1\n"), TableOptions{})
		require.NoError(t, err)
		require.NotEqual(t, Layout(i), table.nearest(), layouts[i].name)
		table, err = OpenTable(strings.NewReader(strings.Join(names[:len(names)/2+1], ";")+";zz\n1\n"), TableOptions{})
		require.NoError(t, err)
		require.NotEqual(t, LayoutUnknown, table.nearest(), layouts[i].name)
		tried++
	}
	require.Positive(t, tried)
}

// The VO file gives places by the number of the municipality and, where that is missing, by the postcode. An empty year is no pupils.
func TestDuoVOByPostcode(t *testing.T) {
	s := samples[LayoutDuoVO]
	rows, _, err := readSample(t, LayoutDuoVO, s.file(nil), Options{Places: groningen()})
	require.NoError(t, err)
	require.Equal(t, []string{s.want}, rows)
	var homes []Place
	var years []Count
	read := func(change func(h, r []string) ([]string, []string)) {
		table, err := OpenTable(strings.NewReader(s.file(change)), TableOptions{})
		require.NoError(t, err)
		_, err = ReadDuoVO(table, Options{Places: groningen()}, func(row *DuoVORow) error {
			homes, years = append(homes, row.Home), append(years, row.Years[0], row.Years[1])
			return nil
		})
		require.NoError(t, err)
	}
	read(set(5, ""))
	read(set(6, ""))
	require.Len(t, homes, 2)
	require.Equal(t, "0014", homes[0].Municipality.String(), "by the postcode 9711")
	require.Equal(t, "0014", homes[1].Municipality.String(), "by its number")
	require.Equal(t, []Count{{1, 1}, {2, 2}, {}, {2, 2}}, years)
}

// A pupil line with a reference that can not be, and one with minutes of one digit.
func TestNeedsOfPlainTables(t *testing.T) {
	m := own(t, "home", "ref", "minutes", "kind", "label")
	head := "home;ref;minutes;kind;label\n"
	p, reports, problems := build(t, PopulationOptions{Suppressed: SuppressedZero, Mapping: m, Date: zio.MustParseDate("2023-10-01")},
		head+"0268;l1;5;guidance;"+strings.Repeat("é", 60)+"\n0268;l2;;;\n0268;l 3;5;guidance;\n0268;l4;5;guidance;"+strings.Repeat("é", 61)+"\n0268;l5;5;guidance;bsn 111222333\n")
	require.Empty(t, problems)
	require.Len(t, p.Pupils, 2)
	require.Equal(t, []zio.Need{{Kind: zio.CareGuidance, MinutesPerWeek: 5}}, p.Pupils[0].Needs)
	require.Empty(t, p.Pupils[1].Needs)
	require.Equal(t, int64(1), reports[0].Count("pupil.ref-malformed"))
	require.Equal(t, int64(2), reports[0].Count("intake.label-wrong"))
}

// Minutes of a pupil are never lost: without a kind they are not determined yet, and more than a week has lists the row.
func TestMinutesOfAPupil(t *testing.T) {
	m := own(t, "home", "ref", "minutes", "kind")
	p, reports, problems := build(t, PopulationOptions{Suppressed: SuppressedZero, Mapping: m, Date: zio.MustParseDate("2023-10-01")},
		"home;ref;minutes;kind\n0268;l1;90;\n0268;l2;3000;guidance\n0268;l3;3001;guidance\n0268;l4;0;guidance\n0268;l5;1;guidance\n0268;l5;1;guidance\n")
	require.Empty(t, problems)
	var needs [][]zio.Need
	for _, pupil := range p.Pupils {
		needs = append(needs, pupil.Needs)
	}
	require.Equal(t, [][]zio.Need{{{Kind: zio.CareUndetermined, MinutesPerWeek: 90}}, {{Kind: zio.CareGuidance, MinutesPerWeek: 3000}}, nil, {{Kind: zio.CareGuidance, MinutesPerWeek: 1}}}, needs)
	require.Equal(t, []int64{2, 1, 1}, []int64{reports[0].Listed, reports[0].Count("intake.minutes-malformed"), reports[0].Count("intake.pupil-twice")})
	require.Contains(t, reports[0].First[0].Problem.Text(zio.English), "at most 3,000")
}

// A postcode that is added twice lies in one municipality, and a postcode or a municipality that is none is not added.
func TestPostcodesTwice(t *testing.T) {
	var p Postcodes
	one, other := zio.MustParseMunicipalityCode("0014"), zio.MustParseMunicipalityCode("0268")
	p.Add(zio.Postcode4{}, one)
	p.Add(zio.MustParsePostcode4("9999"), zio.MunicipalityCode{})
	require.Empty(t, p.codes)
	for _, code := range []zio.MunicipalityCode{one, one} {
		p.Add(zio.MustParsePostcode4("9711"), code)
	}
	require.Empty(t, p.twice)
	for _, postcode := range []string{"9999", "1000", "9711"} {
		for _, code := range []zio.MunicipalityCode{one, other, other} {
			p.Add(zio.MustParsePostcode4(postcode), code)
		}
	}
	require.Equal(t, []uint16{1000, 9711, 9999}, p.twice)
	require.True(t, slices.IsSorted(p.twice))
}

// Groups that are alike are added up, also of ranges; minutes that one of them does not know are not known.
func TestEqualGroupsAreAddedUp(t *testing.T) {
	home := zio.MustParseMunicipalityCode("0268")
	got := mergeEqual([]zio.Group{
		{Home: home, Label: "a", Pupils: 2, MinutesPerWeek: 60}, {Home: home, Label: "a", Pupils: 3, MinutesPerWeek: 40}, {Home: home, Label: "b", Pupils: 1, MinutesPerWeek: 5}, {Home: home, Label: "b", Pupils: 1},
		{Home: home, Label: "c", Pupils: 1}, {Home: home, Label: "c", Pupils: 1, MinutesPerWeek: 5}, {Home: home, Label: "d", Fewest: 1, Most: 4}, {Home: home, Label: "d", Pupils: 6},
	})
	require.Equal(t, []zio.Group{{Home: home, Label: "a", Pupils: 5, MinutesPerWeek: 100}, {Home: home, Label: "b", Pupils: 2}, {Home: home, Label: "c", Pupils: 2}, {Home: home, Label: "d", Fewest: 7, Most: 10}}, got)
}

// A row without the columns at its end that may be missing is whole.
func TestRowsMayEndBeforeOptionalColumns(t *testing.T) {
	x, err := beginWith(func() *Table {
		table, err := OpenTable(strings.NewReader("A;B;C\n1;2;3\n"), TableOptions{})
		require.NoError(t, err)
		return table
	}(), LayoutUnknown, []column{{names: []string{"A"}}, {names: []string{"C"}, optional: true}}, Options{})
	require.NoError(t, err)
	require.Equal(t, 1, x.needed)
}

// Of a file without a header the cells of the first row are told as its columns, but what could be a BSN is not.
func TestColumnsAreNoBSN(t *testing.T) {
	for _, file := range []string{"gemeente;111222333;x\n0268;1;x\n", "gemeente;gemeente;111222333;111222333\n"} {
		_, _, err := addOne(t, PopulationOptions{Suppressed: SuppressedZero, Mapping: Mapping{Home: "gemeente", Pupils: "aantal"}, Date: zio.MustParseDate("2023-10-01")}, file)
		require.Error(t, err)
		require.NotContains(t, err.Error(), "111222333")
		require.Contains(t, err.Error(), "gemeente")
	}
	require.Equal(t, "***", short("bsn 111222333"))
}
