package zio_test

import (
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

func day(s string) zio.Date            { return zio.MustParseDate(s) }
func gm(s string) zio.MunicipalityCode { return zio.MustParseMunicipalityCode(s) }
func gms(s string) []zio.MunicipalityCode {
	var list []zio.MunicipalityCode
	for _, code := range strings.Fields(s) {
		list = append(list, gm(code))
	}
	return list
}

// The counts are those that CBS publishes for 1 January of each year.
func TestMunicipalitiesPerYear(t *testing.T) {
	want := []int{415, 408, 403, 393, 390, 388, 380, 355, 355, 352, 345, 342, 342, 342, 342}
	a := zio.Netherlands()
	for i, n := range want {
		on := day(strconv.Itoa(2012+i) + "-01-01")
		list := a.Municipalities(on)
		require.Len(t, list, n, on)
		for k, m := range list {
			require.True(t, m.Province.IsValid(), m)
			require.NotEmpty(t, m.Name)
			if k > 0 {
				require.Negative(t, list[k-1].Compare(m))
			}
		}
	}
	require.Nil(t, a.Municipalities(day("2011-12-31")))
	require.Nil(t, a.Municipalities(day("2027-01-01")))
	require.Len(t, a.Municipalities(day("2026-12-31")), 342)
}

// The digest is of "code;name;province" per line, computed apart from the list of CBS for 2026.
func TestMunicipalities2026Digest(t *testing.T) {
	var b strings.Builder
	for _, m := range zio.Netherlands().Municipalities(day("2026-01-01")) {
		b.WriteString(m.Code.String() + ";" + m.Name + ";" + m.Province.Name() + "\n")
	}
	sum := sha256.Sum256([]byte(b.String()))
	require.Equal(t, "9948b8704b0a8a6d9a44f5ed81f43b006d238c109b5fe1098741e80e606cd114", hex.EncodeToString(sum[:]))
}

// checkTable reads a table of facts from outside the project, where it is there.
func checkTable(t *testing.T, name string, comma rune) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "shared", "data", name))
	if err != nil {
		t.Skip("the tables to check against are not here; digests and counts are checked in other tests")
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes = comma, true
	rows, err := r.ReadAll()
	require.NoError(t, err)
	var list []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, column := range rows[0] {
			m[strings.TrimPrefix(column, "\ufeff")] = row[i]
		}
		list = append(list, m)
	}
	return list
}

func TestAgainstListOf2026(t *testing.T) {
	rows := checkTable(t, "municipalities/municipalities_2026.csv", ',')
	list := zio.Netherlands().Municipalities(day("2026-01-01"))
	require.Len(t, rows, len(list))
	for i, row := range rows {
		require.Equal(t, row["gemeentecode"], list[i].Code.String())
		require.Equal(t, row["gemeentenaam"], list[i].Name)
	}
}

func TestAgainstHistory(t *testing.T) {
	a := zio.Netherlands()
	checked := 0
	for _, row := range checkTable(t, "municipalities/municipalities_history.csv", ',') {
		from, until := row["datum_ingang"], row["datum_einde_excl"]
		if until != "" && until < "2012-01-01" || row["gemeentecode"] == "0000" || row["gemeentecode"] == "1999" {
			continue
		}
		m, ok := a.Lookup(gm(row["gemeentecode"]))
		require.True(t, ok, row)
		if from >= "2012-01-01" {
			require.Equal(t, from, m.From.String(), row)
		} else {
			require.True(t, m.From.IsZero(), row)
		}
		if until == "" {
			require.True(t, m.Until.IsZero(), row)
		} else {
			require.Equal(t, until, m.Until.AddDays(1).String(), row)
			next, err := a.Successors(m.Code, day(until))
			require.NoError(t, err)
			require.Contains(t, next, gm(row["nieuwe_gemeentecode"]), row)
		}
		checked++
	}
	require.Equal(t, 445, checked)
}

func TestAgainstTransitions(t *testing.T) {
	a := zio.Netherlands()
	rows := checkTable(t, "municipalities/mergers_2012_2026.csv", ',')
	steps := a.Successions(a.Period())
	for _, row := range rows {
		found := false
		for _, s := range steps {
			found = found || s.On == day(row["datum"]) && s.From == gm(row["oude_code"]) && s.To == gm(row["nieuwe_code"])
		}
		require.True(t, found, row)
	}
	// The rows and the ten other parts of the five municipalities that were split.
	require.Len(t, steps, len(rows)+10)
}

// correctedRegions are the regions of the list of CBS that the built-in list puts right, with what stands in their place.
var correctedRegions = map[string][]string{
	"Midden Limburg Oost": {"Midden-Limburg"},
	"Midden Limburg West": {"Midden-Limburg"},
	"Zuid-Oost Brabant":   {"Een 10 voor de Jeugd", "Zuid-Oost Brabant, overige gemeenten"},
}

func TestAgainstAreas(t *testing.T) {
	a := zio.Netherlands()
	for _, row := range checkTable(t, "regions/areas_2016.csv", ',') {
		m, err := a.On(day("2016-01-01"), gm(row["statcode"]))
		require.NoError(t, err)
		if m.Code != gm("0545") && m.Code != gm("0707") { // provinces of 2016, before Vijfheerenlanden
			require.Equal(t, row["provincie"], m.Province.Code(), row)
		}
	}
	for _, row := range checkTable(t, "regions/youth_regions_2026.tsv", '\t') {
		regions := a.RegionsOf(zio.YouthRegion, gm(row["cbs_code"]), day("2026-01-01"))
		require.Len(t, regions, 1, row)
		name := row["jeugdhulpregio"]
		if better, yes := correctedRegions[name]; yes {
			require.Contains(t, better, regions[0].Name, row)
		} else {
			require.Equal(t, name, regions[0].Name)
		}
		m, err := a.On(day("2026-01-01"), gm(row["cbs_code"]))
		require.NoError(t, err)
		require.Equal(t, row["provincie"], m.Province.Name())
	}
}

func TestDaysAroundChanges(t *testing.T) {
	a := zio.Netherlands()
	for _, c := range []struct {
		name          string
		before, first string // the day before and the first day
		old, new      string // in force the day before only, and from the first day only
		stays         string // in force on both
	}{
		{"De Friese Meren", "2013-12-31", "2014-01-01", "0051 0055 0082 0653", "1921", "0074 0080 1900"},
		{"De Fryske Marren", "2015-06-30", "2015-07-01", "1921", "1940", ""},
		{"Eemsdelta", "2020-12-31", "2021-01-01", "0003 0010 0024", "1979", ""},
		{"Haaren", "2020-12-31", "2021-01-01", "0788", "", "0757 0824 0855 0865"},
		{"Land van Cuijk", "2021-12-31", "2022-01-01", "0756 0786 0815 1684 1702", "1982", ""},
		{"Dijk en Waard", "2021-12-31", "2022-01-01", "0398 0416", "1980", ""},
		{"Maashorst", "2021-12-31", "2022-01-01", "0856 1685", "1991", ""},
		{"Weesp", "2022-03-23", "2022-03-24", "0457", "", "0363"},
		{"Voorne aan Zee", "2022-12-31", "2023-01-01", "0501 0530 0614", "1992", ""},
	} {
		before, first := day(c.before), day(c.first)
		require.Equal(t, first, before.AddDays(1))
		after := first.AddDays(1)
		inForce := func(codes string, on zio.Date, want bool) {
			for _, code := range gms(codes) {
				_, err := a.On(on, code)
				require.Equal(t, want, err == nil, "%s: %s on %s: %v", c.name, code, on, err)
			}
		}
		inForce(c.old, before, true)
		inForce(c.old, first, false)
		inForce(c.old, after, false)
		inForce(c.new, before, false)
		inForce(c.new, first, true)
		inForce(c.new, after, true)
		for _, on := range []zio.Date{before, first, after} {
			inForce(c.stays, on, true)
		}
	}
}

func TestSuccessors(t *testing.T) {
	a := zio.Netherlands()
	for _, c := range []struct{ code, on, want string }{
		{"0363", "2026-01-01", "0363"},
		{"0457", "2022-03-23", "0457"},
		{"0457", "2022-03-24", "0363"},
		{"0788", "2020-12-31", "0788"},
		{"0788", "2021-01-01", "0757 0824 0855 0865"},
		{"0055", "2014-06-01", "0074 0080 1900 1921"},
		{"0055", "2016-01-01", "0074 0080 1900 1940"},
		{"0051", "2026-01-01", "1940"},
		{"1671", "2020-01-01", "0796 0828"},
		{"0140", "2018-01-01", "0080 1900 1949"},
		{"0053", "2019-01-01", "1966 1969"},
		{"0571", "2026-01-01", "1978"}, // by way of Molenwaard (1927)
		{"0265", "2026-01-01", "1945"}, // by way of Groesbeek (0241)
		{"0366", "2012-01-01", "1911"},
	} {
		list, err := a.Successors(gm(c.code), day(c.on))
		require.NoError(t, err)
		require.Equal(t, gms(c.want), list, c)
	}
	list, err := a.Predecessors(gm("1982"), day("2019-01-01"))
	require.NoError(t, err)
	require.Equal(t, gms("0756 0786 0815 1684 1702"), list)
	list, err = a.Predecessors(gm("0363"), day("2022-03-23"))
	require.NoError(t, err)
	require.Equal(t, gms("0363 0457"), list)
	list, err = a.Predecessors(gm("1940"), day("2013-01-01"))
	require.NoError(t, err)
	require.Equal(t, gms("0051 0055 0082 0653"), list)
}

func TestOnSaysWhyNot(t *testing.T) {
	a := zio.Netherlands()
	for _, c := range []struct{ on, code, problem, nl string }{
		{"2024-01-01", "1684", "municipality.ended", "Cuijk (1684) bestaat op 2024-01-01 niet meer: de laatste dag was 2021-12-31. Daarna: Land van Cuijk (1982)."},
		{"2022-01-01", "0788", "municipality.ended", "Haaren (0788) bestaat op 2022-01-01 niet meer: de laatste dag was 2020-12-31. Daarna: Boxtel (0757), Oisterwijk (0824), Tilburg (0855), Vught (0865)."},
		{"2019-10-01", "1982", "municipality.not-yet", "Land van Cuijk (1982) bestaat op 2019-10-01 nog niet: de eerste dag is 2022-01-01. Daarvoor: Boxmeer (0756), Grave (0786), Mill en Sint Hubert (0815), Cuijk (1684), Sint Anthonis (1702)."},
		{"2019-10-01", "9998", "municipality.code-unknown", "Gemeentecode 9998 staat niet in het register. Kijk de vier cijfers na."},
		{"2019-10-01", "1999", "municipality.code-non-residents", "Code 1999 is geen gemeente, maar de Registratie Niet-Ingezetenen (RNI). Zoek de woonplaats op of neem de regel apart."},
		{"2027-10-01", "0363", "register.date-outside", "Het register van gemeenten gaat over 2012-01-01 tot en met 2026-12-31; over 2027-10-01 is niets bekend. Kies een andere datum of voeg een nieuwer register toe."},
		{"2011-12-31", "0366", "register.date-outside", "Het register van gemeenten gaat over 2012-01-01 tot en met 2026-12-31; over 2011-12-31 is niets bekend. Kies een andere datum of voeg een nieuwer register toe."},
	} {
		_, err := a.On(day(c.on), gm(c.code))
		require.Error(t, err, c)
		require.Equal(t, c.problem, err.(zio.Problem).Code())
		require.Equal(t, c.nl, err.(zio.Problem).Text(zio.Dutch))
		require.NotContains(t, err.Error(), "{")
	}
	_, err := a.Successors(gm("1982"), day("2019-10-01"))
	require.Equal(t, "municipality.not-yet", err.(zio.Problem).Code())
	_, err = a.Predecessors(gm("9998"), day("2019-10-01"))
	require.Equal(t, "municipality.code-unknown", err.(zio.Problem).Code())
}

// The embedded facts hold what a register document must hold.
func TestNetherlandsIsAWholeRegister(t *testing.T) {
	a := zio.Netherlands()
	r := a.Register("Nederland")
	require.Empty(t, r.Check())
	document := r.AppendDocument(nil)
	back, problems := zio.ReadRegister(document)
	require.Empty(t, problems)
	require.True(t, reflect.DeepEqual(r, back))
	again, problems := back.Atlas()
	require.Empty(t, problems)
	require.True(t, string(document) == string(again.Register("Nederland").AppendDocument(nil)))
}

func TestNetherlandsFromManyGoroutines(t *testing.T) {
	var group sync.WaitGroup
	for range 16 {
		group.Add(1)
		go func() {
			defer group.Done()
			if len(zio.Netherlands().Municipalities(day("2024-01-01"))) != 342 {
				t.Error("342 municipalities expected")
			}
		}()
	}
	group.Wait()
}
