package schools_test

import (
	"bufio"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/schools"
)

func find(t *testing.T, code string) *schools.School {
	t.Helper()
	s, found := schools.Find(zio.MustParseSiteCode(code))
	require.True(t, found, code)
	return s
}

// home is the place of a home in the homes of a school.
func home(t *testing.T, s *schools.School, name string) int {
	t.Helper()
	for i := range s.Homes {
		if s.Homes[i].Name(zio.Dutch) == name {
			return i
		}
	}
	t.Fatalf("%s has no pupils of %s", s.Name, name)
	return 0
}

// The numbers are sums of the file of DUO of 1 October 2024, and published totals, worked out apart from this program.
func TestRangesOfRealSchools(t *testing.T) {
	for _, c := range []struct {
		code, home       string
		total            int64
		homes, places    int
		published        schools.Count
		fewest, most, is int64
	}{
		// 214 - (188 - 115) = 141; the total leaves 214 - 188 = 26 over widths of 516, of which Utrecht has 297: 14.97
		{"04BF00", "Utrecht", 214, 16, 16, schools.Count{Fewest: 115, Most: 412}, 115, 141, 130},
		{"00OS00", "Nijmegen", 190, 25, 23, schools.Count{Fewest: 49, Most: 181}, 49, 79, 58}, // 190 - (160 - 49); 30 x 132 / 465 = 8.5, and 10 remainders are rounded up
		{"00OS00", "Land van Cuijk", 190, 25, 23, schools.Count{Fewest: 22, Most: 88}, 22, 52, 26},
		{"02ZX00", "Tilburg", 641, 29, 28, schools.Count{Fewest: 243, Most: 864}, 243, 436, 340},
	} {
		s := find(t, c.code)
		i := home(t, s, c.home)
		require.Equal(t, c.total, s.Total, c.code)
		require.True(t, s.TotalFits())
		require.Len(t, s.Homes, c.homes, c.code)
		require.Equal(t, c.places, s.Municipalities(), c.code)
		require.Equal(t, c.published, s.Homes[i].Count, c.home)
		require.Equal(t, zio.Range{Fewest: c.fewest, Most: c.most, Estimate: c.is}, s.Ranges()[i], c.home)
	}
}

// Of all sites: ranges that lie within what was published, estimates within the ranges, and estimates that come to the total.
func TestRangesOfAllSchools(t *testing.T) {
	totals, fit, special := 0, 0, 0
	for _, s := range schools.All() {
		if s.Total > 0 {
			totals++
		}
		if s.Type != zio.SpecialBasic {
			special++
		}
		sum, low := int64(0), int64(0)
		for i, r := range s.Ranges() {
			h := s.Homes[i]
			require.True(t, h.Fewest <= r.Fewest && r.Fewest <= r.Estimate && r.Estimate <= r.Most && r.Most <= h.Most, s.Code)
			sum, low = sum+r.Estimate, low+h.Fewest
		}
		if s.TotalFits() {
			fit++
			require.Equal(t, s.Total, sum, s.Code)
		} else {
			require.Equal(t, low, sum, s.Code)
		}
	}
	require.Equal(t, []int{843, 826, 739, 581}, []int{len(schools.All()), totals, fit, special})
}

func TestSearch(t *testing.T) {
	for query, want := range map[string]string{
		"maartenschool nijmegen": "00OS00", "St Maartenschool": "00OS00", "leypark": "02ZX00", "00OS": "00OS00", "Ubbergen": "00ON00", "rafael utrecht": "04BF00",
		"MARIELLA": "17GW16", "maartenshcool": "00OS00", "leijprak": "02ZX00", "berg en dal maarten": "00OS00",
	} {
		found := schools.Search(query, 5)
		var codes []string
		for _, s := range found {
			codes = append(codes, s.Code.String())
		}
		require.Contains(t, codes, want, query)
	}
	require.Len(t, schools.Best("St Maartenschool"), 1)
	require.Equal(t, "00OS00", schools.Best("St Maartenschool")[0].Code.String())
	require.Equal(t, "00OS00", schools.Best("maartenschool")[0].Code.String(), "a whole word goes before a typing error")
	require.Empty(t, schools.Search("qqqqqqqq", 0))
	require.Empty(t, schools.Search("", 0))
	require.Empty(t, schools.Search(strings.Repeat("school ", 20), 0))
	require.Len(t, schools.Search("school", 7), 7)
}

// TestAgainstTheFileOfDuo adds the file up line by line, by another reader, where it lies beside the project.
func TestAgainstTheFileOfDuo(t *testing.T) {
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "duo", "leerlingen_so_vso_sbo_20241001.csv.gz"))
	if err != nil {
		t.Skip("the file of DUO is not here; real schools are checked in another test")
	}
	defer f.Close()
	unpacked, err := gzip.NewReader(f)
	require.NoError(t, err)
	type key struct{ site, home string }
	counted := map[key]schools.Count{}
	rows := int64(0)
	lines := bufio.NewReader(unpacked)
	for n := 0; ; n++ {
		line, err := lines.ReadString('\n')
		if err == io.EOF && line == "" {
			break
		}
		if n == 0 {
			continue
		}
		rows++
		c := strings.Split(strings.Trim(strings.TrimRight(line, "\r\n"), `"`), `";"`)
		k := key{c[5] + c[6], c[4]}
		sum := counted[k]
		for _, cell := range c[14:] {
			if cell == "<5" {
				sum.Fewest, sum.Most = sum.Fewest+1, sum.Most+4
				continue
			}
			n, err := strconv.ParseInt(cell, 10, 64)
			require.NoError(t, err)
			sum.Fewest, sum.Most = sum.Fewest+n, sum.Most+n
		}
		counted[k] = sum
	}
	homes, own := 0, int64(0)
	for _, s := range schools.All() {
		own += s.Rows
		for _, h := range s.Homes {
			homes++
			name := h.Name(zio.Dutch)
			if h.Elsewhere != 0 {
				name = map[schools.Elsewhere]string{schools.Belgium: "Belgie", schools.Germany: "Duitsland", schools.OtherCountry: "ander land", schools.Unknown: "Onbekend"}[h.Elsewhere]
			}
			want, found := counted[key{s.Code.String(), name}]
			if !found { // "Hengelo (O.)" is Hengelo in the file
				name, _, _ = strings.Cut(name, " (")
				want = counted[key{s.Code.String(), name}]
			}
			require.Equal(t, want, h.Count, "%s %s", s.Code, name)
		}
	}
	require.Equal(t, len(counted), homes)
	require.Equal(t, rows, own)
}

// A search through all schools: about a millisecond.
func BenchmarkSearch(b *testing.B) {
	schools.Search("x", 1)
	for b.Loop() {
		schools.Search("maartenschool nijmegen", 10)
	}
}
