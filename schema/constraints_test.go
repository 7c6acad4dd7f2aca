package schema

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding/year"
	"github.com/zio-collectief/zio/internal/proof/arbitrary"
	"github.com/zio-collectief/zio/zio"
)

// longest is the longest list that a test writes out; the ends of longer ones are compared with the constants of Go.
const longest = 20_000

// unread are constraints that Go does not look at when it reads: names of an agreement, which was read before.
var unread = map[Kind][]string{
	Indicators: {"/properties/agreement/pattern"},
	Result:     {"/$defs/money.Division/properties/named/pattern"},
}

// Every constraint of every schema says something: there is a document that is refused because of it alone, Go refuses
// that document at the same place, and without the constraint the schema accepts it. Of a branch, a value of a closed
// set or a member it is the other way round: with it a document is accepted, without it not.
func TestEveryConstraintIsNoticed(t *testing.T) {
	for i, kind := range Kinds() {
		t.Run(string(kind), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(7, uint64(i)))
			s, err := arbitrary.NewSchema(Document(kind))
			require.NoError(t, err)
			whole := judgeOf(t, kind, Document(kind))
			sites := s.Sites()
			require.Greater(t, len(sites), 30)
			for n, site := range sites {
				if testing.Short() && n%10 != 0 || site.Keyword == "maxItems" && s.Number(site) > longest {
					continue
				}
				p := s.Probe(r, site)
				doc := p.Document
				less := judgeOf(t, kind, s.Without(site))
				if site.Narrows {
					require.Empty(t, verdict(t, whole, doc), "%s: %s", &site, doc)
					require.NotEmpty(t, verdict(t, less, p.Inner), "%s can go without anybody seeing it: %s", &site, doc)
					continue
				}
				require.NotEmpty(t, verdict(t, whole, doc), "%s: %s", &site, doc)
				require.Empty(t, verdict(t, less, p.Inner), "%s: more than this is wrong with %s", &site, doc)
				if slices.Contains(unread[kind], site.String()) {
					continue
				}
				require.True(t, has(loops[kind].check(doc), p.At), "%s: Go sees nothing wrong at %s of %s", &site, p.At, doc)
			}
		})
	}
}

func has(problems zio.Problems, pointer string) bool {
	for _, p := range problems {
		if p.Pointer == pointer {
			return true
		}
	}
	return false
}

func TestLongListsEndWhereGoSays(t *testing.T) {
	want := map[string]int64{
		"indicators/properties/values/maxItems": zio.MaxGroups,
		"payments/properties/payments/maxItems": year.MaxPayments, "settlement/properties/lines/maxItems": year.MaxPayments,
		"settlement/properties/budgetYears/maxItems": 1_200_000, "result/properties/schedule/maxItems": 1_200_000, "result/properties/budgetYears/maxItems": 1_200_000,
		"population/properties/groups/maxItems": zio.MaxGroups, "population/properties/pupils/maxItems": zio.MaxPupils, "population/properties/decisions/maxItems": zio.MaxGroups,
		"result/properties/transfers/maxItems": 100_000, "result/$defs/funding.RoutingResult/properties/exclusions/maxItems": 100_000,
		"result/$defs/funding.Trace/properties/steps/maxItems": 1_000_000, "result/$defs/funding.Step/properties/inputs/maxItems": 1_000_000,
	}
	found := map[string]int64{}
	for _, kind := range Kinds() {
		s, err := arbitrary.NewSchema(Document(kind))
		require.NoError(t, err)
		for _, site := range s.Sites() {
			if site.Keyword == "maxItems" && s.Number(site) > longest {
				found[string(kind)+site.String()] = s.Number(site)
			}
		}
	}
	require.Equal(t, want, found)
}
