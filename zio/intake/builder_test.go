package intake

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

var counted = zio.MustParseDate("2024-10-01")

// Where no row of any file was placed it is told what became of all of them together: of the first file one is outside and one
// listed, of the second one is outside and two listed.
func TestNothingPlacedOfAllFiles(t *testing.T) {
	o := PopulationOptions{Suppressed: SuppressedZero, Date: counted, Sites: []zio.SiteCode{zio.MustParseSiteCode("99AB01")}, Mapping: own(t, "site", "home", "pupils")}
	_, _, problems := build(t, o, "site;home;pupils\n99AB02;0268;1\n99AB01;9999;1\n", "site;home;pupils\n99AB01;0268;q\n99AB01;0268;-7\n99AB03;0268;2\n")
	require.Len(t, problems, 1)
	for name, want := range map[string]string{"rows": "5", "listed": "3", "outside": "2"} {
		require.Equal(t, want, problems[0].Param(name), name)
	}
	_, err := NewBuilder(PopulationOptions{Suppressed: Suppressed(len(suppressedNames))})
	require.Error(t, err, "a choice that there is not")
}

// Of the sites that were chosen each text of the provenance has 25, as it holds 200 characters, and there are 40 texts at most then.
func TestChosenSitesAreTold(t *testing.T) {
	for _, n := range []int{1, 25, 26, 60, 1000} {
		o := PopulationOptions{Suppressed: SuppressedZero, Date: counted, Mapping: own(t, "site", "home", "pupils"), Options: Options{Categories: []string{"x"}}}
		for i := range n {
			o.Sites = append(o.Sites, zio.MustParseSiteCode(fmt.Sprintf("%02dAB%02d", i/100, i%100)))
		}
		p, _, problems := build(t, o, "site;home;pupils\n00AB00;0268;1\n")
		require.Empty(t, problems)
		var told []string
		texts := 0
		for _, option := range p.Provenance[0].Options {
			require.LessOrEqual(t, len(option), 200)
			if sites, is := strings.CutPrefix(option, "sites="); is {
				texts++
				told = append(told, strings.Split(sites, ",")...)
			}
		}
		require.Equal(t, min((n+24)/25, 36), texts) // beside suppressed, encoding, delimiter and date
		require.Len(t, told, min(n, 36*25))
		for i := range told {
			require.Equal(t, o.Sites[i].String(), told[i])
		}
		require.Contains(t, p.Provenance[0].Options, "categories=x")
	}
}

// Each choice that was made stands in the provenance, with the numbers in it, and those that were not made do not.
func TestChoicesAreTold(t *testing.T) {
	var rows strings.Builder
	for i := range 12 {
		rows.WriteString("268;<5;" + strconv.Itoa(i) + "\n")
	}
	o := PopulationOptions{Suppressed: SuppressedMidpoint, Date: counted, Mapping: own(t, "home", "pupils", "label"), KeepUnplaced: true, Options: Options{PadCodes: true}}
	b, err := NewBuilder(o)
	require.NoError(t, err)
	table, err := OpenTable(strings.NewReader("home;pupils;label\n"+rows.String()), TableOptions{Hash: true})
	require.NoError(t, err)
	_, err = b.Add(table, Source{File: "a.xlsx", Part: "Blad 1"})
	require.NoError(t, err)
	p, problems := b.Population()
	require.Empty(t, problems)
	require.Equal(t, []string{"suppressed=midpoint", "encoding=us-ascii", "delimiter=semicolon", "sheet=Blad 1", "date=2024-10-01", "keep-unplaced", "pad-codes=12",
		"map=home=home,pupils=pupils,label=label", "decided=12"}, p.Provenance[0].Options)
	p, _ = built(t, today("6511 Nijmegen So 0 5 6 0 0 0"), PopulationOptions{Suppressed: SuppressedZero, SplitAdults: true})
	require.Equal(t, []string{"suppressed=zero", "encoding=utf-8-bom", "delimiter=semicolon", "split-adults"}, p.Provenance[0].Options)
}

// A table without the column by which rows are chosen has no row that was chosen.
func TestChoicesWithoutTheirColumn(t *testing.T) {
	for _, o := range []PopulationOptions{{Sites: []zio.SiteCode{zio.MustParseSiteCode("99AB01")}}, {Schools: []string{"99AB"}}, {Types: []zio.SchoolType{zio.SpecialPrimary}}} {
		o.Suppressed, o.Date, o.Mapping = SuppressedZero, counted, own(t, "home", "pupils")
		_, reports, _ := build(t, o, "home;pupils\n0268;1\n")
		require.Equal(t, int64(1), reports[0].Outside)
	}
	vo := samples[LayoutDuoVO].file(nil)
	for kind, want := range map[zio.SchoolType]int64{zio.Secondary: 1, zio.SpecialSecondary: 0} {
		_, reports, _ := build(t, PopulationOptions{Suppressed: SuppressedZero, Date: counted, Types: []zio.SchoolType{kind}}, vo)
		require.Equal(t, []int64{want, 1 - want}, []int64{reports[0].Placed, reports[0].Outside})
	}
}

// Every layout refuses a site whose pupils came from another file.
func TestSiteInTwoFiles(t *testing.T) {
	places := Options{Places: groningen()}
	for name, c := range map[string]struct {
		file string
		o    PopulationOptions
	}{
		"duo-po":       {samples[LayoutDuoPO].file(nil), PopulationOptions{}},
		"duo-postcode": {samples[LayoutDuoPostcode].file(nil), PopulationOptions{Options: places}},
		"duo-vo":       {samples[LayoutDuoVO].file(nil), PopulationOptions{Date: counted}},
		"plain":        {"site;home;pupils\n99AB01;0268;4\n", PopulationOptions{Date: counted, Mapping: own(t, "site", "home", "pupils")}},
	} {
		c.o.Suppressed = SuppressedZero
		p, reports, problems := build(t, c.o, c.file, c.file)
		require.Empty(t, problems, name)
		require.Equal(t, []int64{1, 1}, []int64{reports[0].Placed, reports[1].Count("intake.site-in-two-files")}, name)
		require.Len(t, p.Groups, 1, name)
		require.Zero(t, p.Groups[0].MinutesPerWeek, "%s: nobody gave minutes", name)
	}
}

// A suppressed count that a row needs lists the row in every layout, with the column and the range.
func TestSuppressedCountsAreListed(t *testing.T) {
	places := Options{Places: groningen()}
	ages := strings.Split("LEEFTIJD_JONGER LEEFTIJD_4 LEEFTIJD_5 LEEFTIJD_17 LEEFTIJD_18 LEEFTIJD_OUDER", " ")
	require.Len(t, ages, 6)
	for name, c := range map[string]struct {
		file           string
		o              PopulationOptions
		code, column   string
		low, high, mid string
	}{
		"duo-postcode": {samples[LayoutDuoPostcode].file(set(5, "<30")), PopulationOptions{Options: places}, "intake.count-suppressed", "AANTAL_LEERLINGEN", "1", "29", "15"},
		"duo-vo":       {samples[LayoutDuoVO].file(func(h, r []string) ([]string, []string) { r[8], r[9] = "3", "12-20"; return h, r }), PopulationOptions{Date: counted}, "intake.count-suppressed", "LEER- OF VERBLIJFSJAAR 4", "12", "20", "16"},
		"ages":         {today("6511 Nijmegen Vso 0 0 0 <5 0 0"), PopulationOptions{}, "intake.ages-suppressed", "17", "1", "4", "3"},
		"adults":       {poHeader + poRow("6511", "NIJMEGEN", "Vso", "0;0;7;<5;0", "9"), PopulationOptions{SplitAdults: true}, "intake.age-suppressed", "18", "1", "4", "3"},
		"plain":        {"home;pupils\n0268;<30\n", PopulationOptions{Date: counted, Mapping: own(t, "home", "pupils")}, "intake.count-suppressed", "pupils", "1", "29", "15"},
	} {
		c.o.Suppressed = SuppressedExclude
		_, reports, _ := build(t, c.o, c.file)
		require.Equal(t, []int64{0, 1}, []int64{reports[0].Placed, reports[0].Listed}, name)
		p := reports[0].First[0].Problem
		require.Equal(t, []string{c.code, c.column, c.low, c.high, c.mid}, []string{p.Code(), p.Param("column"), p.Param("low"), p.Param("high"), p.Param("middle")}, name)
	}
}

// Adults can be set apart only where a file has ages.
func TestAdultsWithoutAges(t *testing.T) {
	total := "PEILDATUM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;SOORT_PO;TOTAAL\n20241001;6511;Nijmegen;99AB;00;So;9\n"
	places := Options{Places: groningen()}
	for _, file := range []string{total, samples[LayoutDuoPostcode].file(nil), samples[LayoutDuoVO].file(nil)} {
		for split, want := range map[bool]int64{false: 0, true: 1} {
			_, reports, _ := build(t, PopulationOptions{Suppressed: SuppressedZero, Date: zio.MustParseDate(map[bool]string{true: "2022-10-01", false: "2024-10-01"}[strings.Contains(file, "PEILJAAR")]), Options: places, SplitAdults: split}, file)
			require.Equal(t, want, reports[0].Count("intake.ages-missing"), file)
			require.Equal(t, 1-want, reports[0].Placed, file)
		}
	}
}

// Ranges of adults and of the others, by hand: with a total of 5 and one to four of 18 the others are one to four, and with a total of
// one to four none to three. One adult alone is a group.
func TestRangesOfAdults(t *testing.T) {
	type ends struct{ young, adult [2]int64 }
	for total, want := range map[string]ends{"5": {[2]int64{1, 4}, [2]int64{1, 4}}, "<5": {[2]int64{0, 3}, [2]int64{1, 4}}} {
		p, _, problems := build(t, PopulationOptions{Suppressed: SuppressedRange, SplitAdults: true}, poHeader+poRow("6511", "NIJMEGEN", "Vso", "0;0;<5;<5;0", total))
		require.Empty(t, problems)
		var got ends
		for _, g := range p.Groups {
			require.Zero(t, g.MinutesPerWeek)
			if g.Adult {
				got.adult = [2]int64{g.Fewest, g.Most}
			} else {
				got.young = [2]int64{g.Fewest, g.Most}
			}
		}
		require.Equal(t, want, got, total)
	}
	p, _, _ := build(t, PopulationOptions{Suppressed: SuppressedZero, SplitAdults: true}, poHeader+poRow("6511", "NIJMEGEN", "Vso", "0;0;0;1;0", "1"))
	require.Equal(t, []string{"99AB01 0268 18+ 1"}, groupsOf(p))
}

// A site has the name with which it came first.
func TestFirstNameOfASite(t *testing.T) {
	p, _, _ := build(t, PopulationOptions{Suppressed: SuppressedZero}, poHeader+poRow("6511", "NIJMEGEN", "So", "0;7;0;0;0", "7")+
		strings.NewReplacer("De Ark", "De Boot", "10249", "10250").Replace(poRow("6512", "NIJMEGEN", "So", "0;7;0;0;0", "7")))
	require.Equal(t, "De Ark 10249", p.Sites[0].Name+" "+p.Sites[0].Board.String())
}

// No group gets more pupils or minutes than a document can say; what is at the limit is placed. Of a row that is listed nothing counts,
// so that the five pupils under 18 of the second row of DUO make no group.
func TestGroupsAtTheirLimit(t *testing.T) {
	o := PopulationOptions{Suppressed: SuppressedZero, Date: counted, Mapping: own(t, "home", "pupils", "minutes")}
	p, reports, problems := build(t, o, "home;pupils;minutes\n0268;99999998;99999998\n0268;1;1\n0268;1;\n0268;0;1\n0252;7;\n")
	require.Empty(t, problems)
	require.Equal(t, int64(2), reports[0].Count("intake.count-overflow"))
	require.Equal(t, "99999999", reports[0].First[0].Problem.Param("limit"))
	require.Equal(t, []string{" 0252 7", " 0268 99999999"}, groupsOf(p))
	require.Equal(t, int64(99_999_999), p.Groups[1].MinutesPerWeek)

	p, reports, problems = build(t, PopulationOptions{Suppressed: SuppressedZero, SplitAdults: true},
		poHeader+poRow("6511", "NIJMEGEN", "Vso", "0;0;0;99999999;0", "99999999")+poRow("6511", "NIJMEGEN", "Vso", "0;0;5;1;0", "6"))
	require.Empty(t, problems)
	require.Equal(t, int64(1), reports[0].Count("intake.count-overflow"))
	require.Equal(t, []string{"99AB01 0268 18+ 99999999"}, groupsOf(p))
}

// A population has so many groups at most. A row of a group that is there already still counts.
func TestMostGroups(t *testing.T) {
	for _, text := range []string{"home;label\n0268;a\n0268;b\n0268;c\n0268;d\n0268;a\n0268;\n", "home;label\n0268;\n0252;\n0209;\n0225;\n0268;\n0225;x\n"} {
		b, err := NewBuilder(PopulationOptions{Suppressed: SuppressedZero, Date: counted, Mapping: own(t, "home", "label")})
		require.NoError(t, err)
		require.Equal(t, zio.MaxGroups, b.most)
		b.most = 3
		report, err := b.Add(tableOf(t, text), Source{File: "x.csv"})
		require.NoError(t, err)
		require.Equal(t, []int64{4, 2, 2}, []int64{report.Placed, report.Listed, report.Count("intake.too-many-groups")})
		require.Equal(t, "3", report.First[0].Problem.Param("limit"))
		require.Len(t, b.tallies, 3)
		require.LessOrEqual(t, len(b.extras), 4)
	}
}

// The law of the options is that of rows that name none.
func TestRouteOfPlainRows(t *testing.T) {
	o := PopulationOptions{Suppressed: SuppressedZero, Date: counted, Route: zio.ClaimJeugdwet, Mapping: own(t, "home", "route")}
	p, _, problems := build(t, o, "home;route\n0268;wlz\n0252;\n")
	require.Empty(t, problems)
	require.Equal(t, []zio.Claim{zio.ClaimJeugdwet, zio.ClaimWlz}, []zio.Claim{p.Groups[0].Route, p.Groups[1].Route})
}

// Rows that wait for a choice are counted: eleven suppressed counts and twelve places that are none.
func TestRowsThatWait(t *testing.T) {
	o := PopulationOptions{Suppressed: SuppressedAsk, Date: counted, Mapping: own(t, "home", "pupils")}
	_, _, problems := build(t, o, "home;pupils\n0252;1\n"+strings.Repeat("0268;<5\n", 11)+strings.Repeat("onbekend;1\n", 12))
	require.Len(t, problems, 1)
	require.Equal(t, []string{"intake.decision-needed", "11", "12"}, []string{problems[0].Code(), problems[0].Param("suppressed"), problems[0].Param("places")})
	for _, row := range []string{"0268;<5\n", "onbekend;1\n"} {
		_, _, problems = build(t, o, "home;pupils\n0252;1\n"+row)
		require.Equal(t, "intake.decision-needed", problems[0].Code(), "one row waits as well")
	}
}

// Sites stand by their code; one with special primary and secondary education has both, one with another pair has no type. Groups of one
// site that differ in type only are one, where the table has labels of its own.
func TestSitesOfTwoTypes(t *testing.T) {
	o := PopulationOptions{Suppressed: SuppressedZero, Date: counted, Mapping: own(t, "site", "type", "home", "pupils", "label")}
	p, _, problems := build(t, o, "site;type;home;pupils;label\n99AD01;so;0268;1;a\n99AC01;sbo;0268;1;a\n99AC01;so;0268;2;a\n99AB01;vso;0268;3;a\n99AB01;so;0268;4;a\n")
	require.Empty(t, problems)
	require.Equal(t, []zio.Site{{Code: zio.MustParseSiteCode("99AB01"), Type: zio.SpecialBoth}, {Code: zio.MustParseSiteCode("99AC01")}, {Code: zio.MustParseSiteCode("99AD01"), Type: zio.SpecialPrimary}}, p.Sites)
	require.Equal(t, []string{"99AB01 0268 a 7", "99AC01 0268 a 3", "99AD01 0268 a 1"}, groupsOf(p))
}

// Minutes that do not fit in the band of a group are a problem of the population: two pupils of 60 to 120 minutes need 120 at least.
func TestBandsAreChecked(t *testing.T) {
	o := PopulationOptions{Suppressed: SuppressedZero, Date: counted, Mapping: own(t, "home", "pupils", "minutes", "band-min", "band-max", "status", "label")}
	for minutes, want := range map[string]int{"119": 1, "120": 0, "240": 0, "241": 1} {
		b, _, err := addOne(t, o, "home;pupils;minutes;band-min;band-max;status;label\n0268;2;"+minutes+";60;120;running-decision;x\n")
		require.NoError(t, err)
		p, problems := b.Population()
		require.Len(t, problems, want, minutes)
		require.Equal(t, "x", p.Groups[0].Label)
		require.NotZero(t, p.Groups[0].Status)
	}
}

// The rows of which a total does not hold are those of its own site: in the other the total of 6 narrows 5 and one to four. What is
// outside the selection is no row of the site, and a total of one pupil is a total.
func TestTotalsOfOtherSites(t *testing.T) {
	o := PopulationOptions{Suppressed: SuppressedRange, Date: counted, Mapping: own(t, "site", "date", "home", "pupils")}
	a, b, c := zio.MustParseSiteCode("99AB01"), zio.MustParseSiteCode("99AC01"), zio.MustParseSiteCode("99AD01")
	o.Totals = map[zio.SiteCode]int64{a: 6, b: 6, c: 1}
	p, _, problems := build(t, o, "site;date;home;pupils\n99AB01;1-10-2024;0268;5\n99AB01;1-10-2024;0252;<5\n99AB01;1-10-2023;0252;<5\n99AC01;1-10-2024;0268;5\n99AC01;1-10-2024;0252;<5\n99AC01;1-10-2024;9999;<5\n99AD01;1-10-2024;0268;<5\n99AE01;1-10-2024;0268;<5\n")
	require.Empty(t, problems)
	var totals []int64
	for _, site := range p.Sites {
		totals = append(totals, site.Pupils)
	}
	require.Equal(t, []int64{6, 0, 1, 0}, totals)
	require.Equal(t, []string{"totals=2", "totals-not-used=0"}, p.Provenance[0].Options[len(p.Provenance[0].Options)-2:])
	used, unfit := 0, 0
	for name, total := range map[string]int64{"fits": 6, "not": 99} {
		o.Totals = map[zio.SiteCode]int64{a: total}
		b, _, err := addOne(t, o, "site;date;home;pupils\n99AB01;1-10-2024;0268;5\n99AB01;1-10-2024;0252;<5\n")
		require.NoError(t, err, name)
		_, problems = b.Population()
		require.Empty(t, problems)
		x, y := b.Totals()
		used, unfit = used+x, unfit+y
	}
	require.Equal(t, []int{1, 1}, []int{used, unfit})
}
