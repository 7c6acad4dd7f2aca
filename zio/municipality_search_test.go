package zio_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

func TestByName(t *testing.T) {
	a := zio.Netherlands()
	for _, c := range []struct{ name, on, hint, want string }{
		{"'s-Gravenhage", "2024-01-01", "", "0518"},
		{"’s-Gravenhage", "2024-01-01", "", "0518"},
		{"S GRAVENHAGE", "2024-01-01", "", "0518"},
		{"SGRAVENHAGE", "2024-01-01", "", "0518"},
		{"'s-Gravenhage (gemeente)", "2024-01-01", "", "0518"},
		{"Den Haag", "2024-01-01", "", "0518"},
		{"the hague", "2024-01-01", "", "0518"},
		{"Gemeente Den Haag", "2024-01-01", "", "0518"},
		{"s hertogenbosch", "2024-01-01", "", "0796"},
		{"Den Bosch", "2024-01-01", "", "0796"},
		{"Groningen (gemeente)", "2024-01-01", "", "0014"},
		{"Groningen", "2024-01-01", "groningen", "0014"},
		{"Utrecht (gemeente)", "2024-01-01", "", "0344"},
		{"Bergen (NH)", "2024-01-01", "", "0373"},
		{"Bergen (NH.)", "2024-01-01", "", "0373"},
		{"Bergen N.H.", "2024-01-01", "", "0373"},
		{"BERGEN NH", "2024-01-01", "", "0373"},
		{"Bergen, Noord-Holland", "2024-01-01", "", "0373"},
		{"Bergen", "2024-01-01", "noord-holland", "0373"},
		{"Bergen (L)", "2024-01-01", "", "0893"},
		{"Bergen (L.)", "2024-01-01", "", "0893"},
		{"BERGEN LB", "2024-01-01", "", "0893"},
		{"Bergen", "2024-01-01", "limburg", "0893"},
		{"Bergen", "2024-01-01", "", "municipality.name-ambiguous"},
		{"Bergen", "2024-01-01", "utrecht", "municipality.name-unknown"},
		{"Bergen (NH)", "2024-01-01", "limburg", "municipality.name-unknown"},
		{"Bergen op Zoom", "2024-01-01", "", "0748"},
		{"Hengelo", "2024-01-01", "", "0164"},
		{"Hengelo (O)", "2024-01-01", "", "0164"},
		{"HENGELO O", "2024-01-01", "", "0164"},
		{"Hengelo (Gld)", "2024-01-01", "", "municipality.name-unknown"},
		{"Rijswijk", "2024-01-01", "", "0603"},
		{"Laren NH", "2024-01-01", "", "0417"},
		{"Súdwest-Fryslân", "2024-01-01", "", "1900"},
		{"SUDWEST-FRYSLAN", "2024-01-01", "", "1900"},
		{"Sudwest Fryslan", "2024-01-01", "", "1900"},
		{"Su\u0301dwest-Frysla\u0302n", "2024-01-01", "", "1900"}, // letters and combining accents
		{"Noardeast-Fryslân", "2024-01-01", "", "1970"},
		{"Alphen a/d Rijn", "2024-01-01", "", "0484"},
		{"Alphen aan den Rijn", "2024-01-01", "", "0484"},
		{"Horst a.d. Maas", "2024-01-01", "", "1507"},
		{"St. Michielsgestel", "2024-01-01", "", "0845"},
		{"Nuenen c.a.", "2024-01-01", "", "0820"},
		{"De Friese Meren", "2014-10-01", "", "1921"},
		{"De Friese Meren", "2024-10-01", "", "1940"},
		{"Winsum (Gr)", "2018-01-01", "", "0053"},
		{"Winsum", "2019-01-01", "", "municipality.name-ended"},
		{"Cuijk", "2021-12-31", "", "1684"},
		{"Cuijk", "2022-01-01", "", "municipality.name-ended"},
		{"Maashorst", "2021-12-31", "", "municipality.name-ended"},
		{"Amsterdam", "2027-01-01", "", "register.date-outside"},
		{"Amsterdamm", "2024-01-01", "", "municipality.name-unknown"},
		{"", "2024-01-01", "", "municipality.name-unknown"},
		{"gemeente", "2024-01-01", "", "municipality.name-unknown"},
		{strings.Repeat("a", 10000), "2024-01-01", "", "municipality.name-unknown"},
		{strings.Repeat("Ĳ", 50), "2024-01-01", "", "municipality.name-unknown"},
	} {
		hint := zio.Province(0)
		if c.hint != "" {
			hint = zio.MustParseProvince(c.hint)
		}
		m, err := a.ByName(c.name, day(c.on), hint)
		got := m.Code.String()
		if err != nil {
			got = err.(zio.Problem).Code()
			require.NotContains(t, err.(zio.Problem).Text(zio.Dutch), "{")
		}
		require.Equal(t, c.want, got, c.name+" "+c.on)
	}
	_, err := a.ByName("Bergen", day("2024-01-01"), 0)
	require.Equal(t, `Er zijn meer gemeenten die "Bergen" heten: Bergen (NH.) (0373), Bergen (L.) (0893). Zet de provincie erbij of gebruik de gemeentecode.`, err.(zio.Problem).Text(zio.Dutch))
	_, err = a.ByName("Cuijk", day("2022-01-01"), 0)
	require.Equal(t, `Cuijk (1684) is op 2022-01-01 geen gemeente. Wel: Land van Cuijk (1982).`, err.(zio.Problem).Text(zio.Dutch))
}

// Every municipality is found by its own name, in capitals and without accents too, on every
// day that it is in force.
func TestByNameFindsAll(t *testing.T) {
	a := zio.Netherlands()
	for _, on := range []string{"2012-01-01", "2014-01-01", "2015-07-01", "2018-01-01", "2022-03-23", "2026-12-31"} {
		for _, m := range a.Municipalities(day(on)) {
			for _, name := range []string{m.Name, strings.ToUpper(m.Name), "Gemeente " + m.Name, strings.NewReplacer("'", "", "-", " ", "(", "", ")", "", ".", "").Replace(m.Name)} {
				got, err := a.ByName(name, day(on), 0)
				require.NoError(t, err, name)
				require.Equal(t, m, got, name)
			}
		}
	}
}

// Every variant leads to a municipality that its own name does not lead away from.
func TestVariantsAreFound(t *testing.T) {
	a := zio.Netherlands()
	variants := a.Register("").Variants
	require.NotEmpty(t, variants)
	for _, v := range variants {
		m, ok := a.Lookup(v.Municipality)
		require.True(t, ok, v)
		on := m.Until
		if on.IsZero() {
			on = day("2026-01-01")
		}
		got, err := a.ByName(v.Name, on, 0)
		require.NoError(t, err, v)
		require.Equal(t, m.Code, got.Code, v)
	}
}

func TestSearch(t *testing.T) {
	a := zio.Netherlands()
	codes := func(text string, limit int) string {
		var list []string
		for _, m := range a.Search(text, day("2024-01-01"), limit) {
			list = append(list, m.Code.String())
		}
		return strings.Join(list, " ")
	}
	for _, c := range []struct {
		text  string
		limit int
		want  string
	}{
		{"haag", 0, "0518"},
		{"den h", 0, "0400 0518"}, // Den Helder, 's-Gravenhage
		{"gravenh", 0, "0518"},
		{"Bergen", 3, "0893 0373 0748"}, // the name itself, by province; then what starts with it
		{"nijm", 0, "0268"},
		{"cuijk", 0, "1982"},
		{"fryslan", 0, "1970 1900"},
		{"leeuw", 0, "0080"},
		{"ljou", 0, "0080"},
		{"alphen a", 0, "0484"},
		{"alphen aan d", 0, "0484"},
		{"0268", 0, "0268"},
		{"GM0268", 0, "0268"},
		{"198", 0, "1980 1982"},
		{"gm", 0, "1859 0820 1581 0668 0448 1861"},
		{"", 5, ""},
		{" ()", 5, ""},
	} {
		if c.text == "gm" { // letters inside names, not every code
			require.Less(t, len(a.Search("gm", day("2024-01-01"), 0)), 10)
			continue
		}
		require.Equal(t, c.want, codes(c.text, c.limit), c.text)
	}
	require.Empty(t, a.Search("cuijk", day("1950-01-01"), 0))
	require.Len(t, a.Search("cuijk", zio.Date{}, 0), 2)
	require.Equal(t, "1684", a.Search("cuijk", day("2021-01-01"), 1)[0].Code.String())
}

func FuzzSearch(f *testing.F) {
	f.Add("'s-Gravenhage")
	f.Add("a/d st. gemeente")
	f.Fuzz(func(t *testing.T, text string) {
		a := zio.Netherlands()
		for _, m := range a.Search(text, day("2024-01-01"), 0) {
			if !m.InForce(day("2024-01-01")) {
				t.Fatal(m)
			}
		}
		m, err := a.ByName(text, day("2024-01-01"), 0)
		if (err == nil) != m.Code.IsValid() {
			t.Fatal(m, err)
		}
		if err == nil { // what is found by a name is found by searching for it
			list := a.Search(m.Name, day("2024-01-01"), 1)
			if len(list) != 1 || list[0] != m {
				t.Fatal(text, m, list)
			}
		}
	})
}
