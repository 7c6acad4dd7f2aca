package funding_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/proof/oracle/random"
	"github.com/zio-collectief/zio/zio"
)

// members lists the members of all objects of a document by name, in a fixed order.
func members(v any, visit func(object map[string]any, name string)) {
	switch x := v.(type) {
	case map[string]any:
		names := make([]string, 0, len(x))
		for name := range x {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			visit(x, name)
			members(x[name], visit)
		}
	case []any:
		for _, item := range x {
			members(item, visit)
		}
	}
}

// crossed puts some members of the second document in the place of members of that name in the first, or takes them away.
func crossed(t *testing.T, g *rand.Rand, document, other []byte) []byte {
	t.Helper()
	var a, b any
	require.NoError(t, json.Unmarshal(document, &a))
	require.NoError(t, json.Unmarshal(other, &b))
	values := map[string][]any{}
	members(b, func(object map[string]any, name string) { values[name] = append(values[name], object[name]) })
	for range 1 + g.IntN(3) {
		type place struct {
			object map[string]any
			name   string
		}
		var places []place
		members(a, func(object map[string]any, name string) { places = append(places, place{object, name}) })
		p := places[g.IntN(len(places))]
		if from := values[p.name]; len(from) > 0 && g.IntN(8) > 0 {
			p.object[p.name] = from[g.IntN(len(from))]
		} else {
			delete(p.object, p.name)
		}
	}
	out, err := json.Marshal(a)
	require.NoError(t, err)
	return out
}

// crossing judges documents of two seeds whose members were mixed: most are refused, each time with words, and what
// is accepted is calculated as the model calculates it.
func crossing(t *testing.T, seed int64) (accepted bool) {
	g := rand.New(rand.NewPCG(uint64(seed), 23))
	agreement, population := random.Random(seed)
	otherAgreement, otherPopulation := random.Random(seed + 1)
	if g.IntN(4) > 0 {
		agreement = crossed(t, g, agreement, otherAgreement)
	}
	if g.IntN(2) > 0 {
		population = crossed(t, g, population, otherPopulation)
	}
	_, problems := funding.ReadAgreement(agreement)
	_, more := zio.ReadPopulation(population)
	for _, p := range append(problems, more...) {
		told(t, p)
	}
	if len(problems)+len(more) > 0 {
		return false
	}
	judge(t, agreement, population)
	return true
}

func TestCrossedDocuments(t *testing.T) {
	count := int64(600)
	if testing.Short() {
		count = 200
	}
	seed, accepted := int64(0), 0
	defer func() {
		if t.Failed() {
			t.Logf("seed %d", seed)
		}
	}()
	for ; seed < count; seed++ {
		if crossing(t, seed) {
			accepted++
		}
	}
	require.Greater(t, accepted, int(count/10))
}

func FuzzCrossedDocuments(f *testing.F) {
	for seed := range int64(20) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed int64) { crossing(t, seed) })
}
