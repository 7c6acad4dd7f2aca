package schools_test

import (
	"crypto/sha256"
	"fmt"
	"slices"
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
	require.Empty(t, schools.Search("Geen school", 0), "no school is called so, nor nearly: Gennep and Veendam are other words")
	require.NotEmpty(t, schools.Search("mikdo", 0), "a letter that is missing inside")
	require.Empty(t, schools.Search("", 0))
	require.Empty(t, schools.Search(strings.Repeat("school ", 20), 0))
	require.Len(t, schools.Search("school", 7), 7)
}

// The pupils per site and home of all schools come to the sums that another program in another language makes of the file of DUO:
// 37,318 rows, 9,661 pairs of site and home, and the digest of a line for each, which the program prints:
//
//	node zio/schools/gen/sums.mjs --digest leerlingen_so_vso_sbo_20241001.csv
//
// It knows a municipality by its name in that file, which has nothing in brackets.
func TestSumsOfAnotherProgram(t *testing.T) {
	const counted = "37318 9661 5b6a32c5d4dffb22dbc824f2020e0e99605f649a91839d9fa936dee402126eb9"
	sums, rows := map[string]schools.Count{}, int64(0)
	for _, s := range schools.All() {
		rows += s.Rows
		for i := range s.Homes {
			h := &s.Homes[i]
			name, _, _ := strings.Cut(h.Name(zio.Dutch), " (")
			switch h.Elsewhere {
			case schools.Belgium:
				name = "Belgie"
			case schools.Unknown:
				name = "Onbekend"
			}
			key := s.Code.String() + ";" + name
			sums[key] = schools.Count{Fewest: sums[key].Fewest + h.Fewest, Most: sums[key].Most + h.Most}
		}
	}
	var lines []string
	for key, c := range sums {
		lines = append(lines, fmt.Sprintf("%s;%d;%d\n", key, c.Fewest, c.Most))
	}
	slices.Sort(lines)
	require.Equal(t, counted, fmt.Sprintf("%d %d %x", rows, len(lines), sha256.Sum256([]byte(strings.Join(lines, "")))))
}

// A search through all schools: about a millisecond.
func BenchmarkSearch(b *testing.B) {
	schools.Search("x", 1)
	for b.Loop() {
		schools.Search("maartenschool nijmegen", 10)
	}
}
