package intake

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

// A mapping is made by the names of its parts, and a part that there is not is refused with those that there are.
func TestMappings(t *testing.T) {
	var m Mapping
	require.NoError(t, m.Set("pupils", "Aantal"))
	require.NoError(t, m.Set("home", "Gemeente"))
	require.Equal(t, []string{"Gemeente", "Aantal"}, m.Columns())
	require.Equal(t, "home=Gemeente,pupils=Aantal", m.String())
	err := m.Set("leerlingen", "x")
	require.Equal(t, "intake.mapping-unknown", err.(zio.Problem).Code())
	require.Contains(t, err.Error(), "site, number, type, home, postcode, date, pupils, ref, kind, minutes, band-min, band-max, route, status, label, category")
	require.Error(t, m.Set(strings.Repeat("\x80", 70), "x"), "what is no text")
	for _, m := range []Mapping{{}, m} {
		_, err = ReadPlain(nil, m, counted, Options{}, nil)
		require.Error(t, err, "no table")
	}
	_, err = ReadPlain(tableOf(t, "a;b\n1;2\n"), Mapping{Pupils: "a"}, counted, Options{}, nil)
	require.Equal(t, "intake.mapping-without-home", err.(zio.Problem).Code())
}

// What a table does not say is not made up: one pupil per row, the day of the caller, no site. A code has the postcode beside it, and
// where the code is missing the postcode finds the municipality.
func TestPlainRowsByHand(t *testing.T) {
	o := Options{Places: groningen()}
	var rows []PlainRow
	read := func(text string, m Mapping) *Report {
		rows = nil
		table, err := OpenTable(strings.NewReader(text), TableOptions{Columns: m.Columns()})
		require.NoError(t, err)
		report, err := ReadPlain(table, m, counted, o, func(r *PlainRow) error { rows = append(rows, *r); return nil })
		require.NoError(t, err)
		return report
	}
	report := read("home;postcode\n0014;9711\n;9711\n0268;\n;6511\nNergens;6511\nNergens;9711\nGM0014;9711\n0268 Nijmegen;9711\n", own(t, "home", "postcode"))
	require.Empty(t, report.First)
	for i, want := range []string{"0014 9711 ", "0014 9711 ", "0268  ", " 6511 intake.place-missing", " 6511 municipality.name-unknown", "0014 9711 ", "0014 9711 ", "0268 9711 "} {
		r := rows[i]
		require.Equal(t, want, r.Home.Municipality.String()+" "+r.Home.Postcode.String()+" "+codeOf(r.Home.Problem), i)
		require.Equal(t, []any{Exact(1), counted, int64(i + 2), true}, []any{r.Pupils, r.Date, r.Line, r.Site.IsZero()})
	}
	report = read("postcode\n6511\n9711\n01000\n10\n40\n0\n", own(t, "postcode"))
	require.Equal(t, int64(1), report.Count("postcode.malformed"))
	var codes []string
	for _, r := range rows {
		codes = append(codes, codeOf(r.Home.Problem))
	}
	require.Equal(t, []string{"intake.postcode-not-in-table", "", "intake.place-postcode-unknown", "intake.place-postcode-unknown", "intake.place-postcode-unknown"}, codes)
	require.Equal(t, "/postcode", rows[0].Home.Problem.Pointer)
	o.Places = nil
	read("postcode\n6511\n", own(t, "postcode"))
	require.Equal(t, "intake.place-postcode-unknown", codeOf(rows[0].Home.Problem), "nobody says where it lies")

	m := own(t, "site", "number", "home")
	report = read("site;number;home\n99AB;2;0268\n99AB;03;0268\n99AB;99AB04;0268\n99ab;99ab05;0268\n99AC;99AB04;0268\n", m)
	require.Equal(t, int64(1), report.Count("site.code-malformed"))
	for i, want := range []string{"99AB02", "99AB03", "99AB04", "99AB05"} {
		require.Equal(t, want, rows[i].Site.String())
	}
	report = read("site;home\n99AB02;0268\n99AB;0268\n99AB2;0268\n", own(t, "site", "home"))
	require.Equal(t, []int64{1, 2}, []int64{report.Placed, report.Listed})
}

func codeOf(p zio.Problem) string {
	if p.Kind == nil {
		return ""
	}
	return p.Code()
}

// A cell of a table of the user that can not be lists the row; what nobody asked for is outside before that.
func TestPlainCellsThatAreRefused(t *testing.T) {
	const broken = "x\x01y"
	for part, cells := range map[string][][2]string{
		"home":     {{"946", "municipality.code-short"}, {"GM946", "municipality.code-short"}, {"gm0268x", "municipality.code-malformed"}, {broken, "table.text-broken"}, {"02680 Nijmegen", "municipality.code-malformed"}, {"0268 " + broken, "table.text-broken"}, {"1,2E+3", "intake.scientific"}},
		"date":     {{"2024-13-01", "intake.date-malformed"}, {"", "intake.date-malformed"}},
		"type":     {{"Hbo", "intake.school-type-unknown"}},
		"site":     {{"99AB", "site.number-missing"}},
		"pupils":   {{"q", "intake.count-malformed"}},
		"minutes":  {{"q", "intake.minutes-malformed"}, {"100000000", "intake.minutes-malformed"}},
		"kind":     {{"q", "population.care-kind-unknown"}},
		"route":    {{"q", "population.route-unknown"}},
		"status":   {{"q", "population.status-unknown"}},
		"label":    {{broken, "table.text-broken"}, {strings.Repeat("x", 61), "intake.label-wrong"}},
		"category": {{broken, "table.text-broken"}, {strings.Repeat("x", 61), "intake.label-wrong"}, {"111222333", "intake.label-wrong"}},
		"postcode": {{"97", "postcode.malformed"}},
	} {
		good := map[string]string{"home": "0268", "pupils": "3", "site": "99AB01", "type": "so"}
		names := []string{"home", "pupils", "site", "type"}
		if _, has := good[part]; !has {
			names = append(names, part)
		}
		for _, c := range cells {
			var row []string
			for _, name := range names {
				if row = append(row, good[name]); name == part {
					row[len(row)-1] = c[0]
				}
			}
			text := strings.Join(names, ";") + "\n" + strings.Join(row, ";") + "\n"
			_, report := plainOf(t, text, own(t, names...), Options{})
			require.Len(t, report.First, 1, "%s %q", part, c[0])
			require.Equal(t, c[1]+" /"+part, report.First[0].Problem.Code()+" "+report.First[0].Problem.Pointer, "%s %q", part, c[0])
		}
	}
	for text, want := range map[string][2]string{"home;minutes\n0268;100000000\n": {"limit", "99999999"}, "home;band-min;band-max\n0268;16;15\n": {"min", "16"}} {
		_, report := plainOf(t, text, own(t, cells(strings.TrimSuffix(text[:strings.Index(text, "0268")], "\n"))...), Options{})
		require.Equal(t, want[1], report.First[0].Problem.Param(want[0]))
	}
	rows, _ := plainOf(t, "home;minutes;label;category\n0268;99999999;"+strings.Repeat("é", 60)+";"+strings.Repeat("é", 60)+"\n", own(t, "home", "minutes", "label", "category"), Options{})
	require.Len(t, rows, 1, "at their limits")
	for _, band := range []string{"5;", ";5", "6;5", "0;3001"} { // one end, the wrong way around, more than a week has
		_, report := plainOf(t, "home;band-min;band-max\n0268;"+band+"\n0268;;\n0268;5;5\n0268;0;3000\n", own(t, "home", "band-min", "band-max"), Options{})
		require.Equal(t, []int64{3, 1}, []int64{report.Placed, report.Listed}, band)
	}
	o := PopulationOptions{Suppressed: SuppressedZero, Date: counted, Mapping: own(t, "site", "type", "home", "pupils"), Types: []zio.SchoolType{zio.SpecialPrimary}, Schools: []string{"99AB"}}
	_, reports, _ := build(t, o, "site;type;home;pupils\n99AC01;so;0268;q\n99AB01;vso;0268;q\n99AB01;so;0268;1\n")
	require.Equal(t, []int64{1, 0, 2}, []int64{reports[0].Placed, reports[0].Listed, reports[0].Outside})
}

// Codes and names that go together or do not; a code has four digits.
func TestCodesBesideNames(t *testing.T) {
	for cell, want := range map[string]string{
		"(Nijmegen) 0268": "0268", "(Nijmegen 0268)": "0268", "0268 Nijmegen": "0268", "Bilt, De": "0310", "02680 Nijmegen": "municipality.name-unknown", "268 Nijmegen": "municipality.name-unknown", "0000 Nijmegen": "municipality.name-unknown",
		"0209 Nijmegen": "intake.place-code-name-differ", "9999 Nergens": "intake.place-code-unknown", "0268 Nergens": "municipality.name-unknown", "Nijmegen": "0268", "9999": "municipality.name-unknown",
		"S?dwest": "intake.place-name-garbled", "SÃºdwest": "intake.place-name-garbled", "Â Nijmegen": "intake.place-name-garbled", "0000": "intake.place-missing", "Onbekend": "intake.place-missing", "n.v.t.": "intake.place-missing",
		"belgië": "intake.place-abroad", "België": "intake.place-abroad", "BELGIË": "intake.place-abroad", "Belgium": "intake.place-abroad", "Anderland": "municipality.name-unknown", "Duitsland": "intake.place-abroad", "overig buitenland": "intake.place-abroad",
		"abcdefghijklmnopqrstu": "municipality.name-unknown", "Bergen, Zuid": "municipality.name-unknown",
	} {
		x := &run{t: tableOf(t, "home\n\""+cell+"\"\n"), columns: []int{0}}
		require.True(t, x.t.Next())
		place, err := x.byName(&places{by: PlacesOf(zio.Netherlands(), nil)}, 0, counted)
		require.NoError(t, err)
		got := codeOf(place.Problem)
		if place.known() {
			got = place.Municipality.String()
		}
		require.Equal(t, want, got, cell)
	}
	require.Equal(t, "abcd x", turned("x, abcd"))
	require.Equal(t, "x, abcde", turned("x, abcde"))
	require.Equal(t, "x, ", turned("x, "))
	for _, cell := range []string{"Belgi\xEB", "BELGI\xCB"} { // as Windows-1252 has it
		require.Same(t, placeAbroad, noPlace([]byte(cell)))
	}
}

// Places of a caller may find nothing without a problem, or with an error of their own; then the name is not known.
func TestPlacesOfACaller(t *testing.T) {
	own := errors.New("no connection")
	for _, err := range []error{nil, own} {
		by := &Places{Name: func(string, zio.Date) (zio.MunicipalityCode, error) { return zio.MunicipalityCode{}, err }}
		for _, cell := range []string{"Nijmegen", "0268 Nijmegen"} {
			_, report := builtHomes(t, cell, by)
			want := "intake.place-name-unknown"
			if err == nil && cell != "Nijmegen" {
				want = "intake.place-code-name-differ"
			}
			require.Equal(t, int64(1), report.Count(want), "%v %s", err, cell)
			require.Equal(t, "/home", report.First[0].Problem.Pointer)
		}
	}
	by := PlacesOf(zio.Netherlands(), nil)
	by.Postcode = func(zio.Postcode4) (zio.MunicipalityCode, error) { return zio.MunicipalityCode{}, nil }
	_, report, err := addOne(t, PopulationOptions{Suppressed: SuppressedZero, Options: Options{Places: by}}, samples[LayoutDuoPostcode].file(nil))
	require.NoError(t, err)
	require.Equal(t, int64(1), report.Count("intake.place-postcode-unknown"))
}

func builtHomes(t *testing.T, cell string, by *Places) (*Builder, *Report) {
	t.Helper()
	b, report, err := addOne(t, PopulationOptions{Suppressed: SuppressedZero, Date: counted, Options: Options{Places: by}, Mapping: own(t, "home", "pupils")}, "home;pupils\n"+cell+";1\n")
	require.NoError(t, err)
	return b, report
}

// A name is looked up on the date of its row: Cuijk was a municipality until 2022.
func TestNamesOnTheDateOfTheirRow(t *testing.T) {
	row := func(date string) string {
		return strings.Replace(poRow("5431", "CUIJK", "So", "0;7;0;0;0", "7"), "20191001", date, 1)
	}
	rows, report, err := readSample(t, LayoutDuoPO, poHeader+row("20191001")+row("20221001")+row("20191001"), Options{})
	require.NoError(t, err)
	require.Equal(t, int64(3), report.Placed)
	for i, want := range []string{"|5431|1684|", "|5431|municipality.name-ended|", "|5431|1684|"} {
		require.Contains(t, rows[i], want)
	}
}
