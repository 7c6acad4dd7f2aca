package outside

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/zio"
)

// Most of what is changed can still be read: the fuzz test is about what comes then.
func TestChangedResultsCanBeRead(t *testing.T) {
	var x object
	require.NoError(t, read(filepath.Join(examples, "st-maartenschool", "result.json"), &x))
	readable := 0
	for seed := range uint64(100) {
		y := clone(x).(object)
		changed(rand.New(rand.NewPCG(seed, 7)), y)
		document, err := json.Marshal(y)
		require.NoError(t, err)
		if _, problems := funding.ReadResult(document); len(problems) == 0 {
			readable++
		}
	}
	require.Greater(t, readable, 15)
}

// FuzzExplain reads results in which somebody changed something, and asks of those that can be read what a program of others would
// ask. Nothing panics, and no sentence has a placeholder left.
func FuzzExplain(f *testing.F) {
	files, err := filepath.Glob(filepath.Join(examples, "*", "result*.json"))
	require.NoError(f, err)
	require.Greater(f, len(files), 20)
	var results []object
	for _, file := range files {
		var x object
		require.NoError(f, read(file, &x))
		results = append(results, x)
	}
	whole, err := os.ReadFile(filepath.Join(examples, "st-maartenschool", "result.json"))
	require.NoError(f, err)
	untouched, problems := funding.ReadResult(whole)
	require.Empty(f, problems)
	for seed := range uint64(60) {
		f.Add(seed, uint8(seed%5))
	}
	f.Add(uint64(4207), uint8(2))                              // a step of a nested key whose address does not end in its party
	for _, seed := range []uint64{8337, 10422, 18533, 24612} { // steps without an input, a label or shares that their sentence names
		f.Add(seed+15000, uint8(seed%5))
	}
	f.Fuzz(func(t *testing.T, seed uint64, changes uint8) {
		r := rand.New(rand.NewPCG(seed, 7))
		x := clone(results[r.IntN(len(results))]).(object)
		for range changes%5 + 1 {
			changed(r, x)
		}
		document, err := json.Marshal(x)
		require.NoError(t, err)
		y, problems := funding.ReadResult(document)
		if len(problems) > 0 {
			return
		}
		parties := []string{"", "0268", "nobody"}
		for i := range y.Parties {
			parties = append(parties, y.Parties[i].ID)
		}
		for _, party := range parties {
			for _, l := range []zio.Lang{zio.Dutch, zio.English} {
				for _, s := range y.Explain(party, l) {
					require.NotRegexp(t, `\{[a-z]+[#~|]?`, s.Text)
				}
			}
		}
		y.Check()
		_, _ = analysis.Compare(untouched, y)
		_, _ = analysis.Compare(y, y)
		require.NotEmpty(t, y.AppendDocument(nil))
	})
}

// changed takes one place of a document and leaves it out, doubles it, moves it, or puts another value of the document there.
func changed(r *rand.Rand, x object) {
	var at any = x
	for {
		switch v := at.(type) {
		case object:
			keys := sorted(v)
			if len(keys) == 0 {
				return
			}
			key := keys[r.IntN(len(keys))]
			if deeper(v[key]) && r.IntN(8) > 0 {
				at = v[key]
				continue
			}
			if r.IntN(3) == 0 {
				delete(v, key)
			} else {
				v[key] = other(r, v, v[key])
			}
		case []any:
			if len(v) == 0 {
				return
			}
			i := r.IntN(len(v))
			if deeper(v[i]) && r.IntN(8) > 0 {
				at = v[i]
				continue
			}
			j := r.IntN(len(v))
			v[i], v[j] = clone(v[j]), v[i] // of one and the same place this changes nothing
			if r.IntN(2) == 0 {
				v[i] = other(r, nil, v[i])
			}
		}
		return
	}
}

func deeper(value any) bool {
	switch v := value.(type) {
	case object:
		return len(v) > 0
	case []any:
		return len(v) > 0
	}
	return false
}

// other is another value of the same kind: of a list a shorter or longer one, of a text that of a neighbour or one that means something.
func other(r *rand.Rand, beside object, value any) any {
	switch v := value.(type) {
	case []any:
		if len(v) > 0 && r.IntN(2) == 0 {
			return v[:r.IntN(len(v))]
		}
		return append(v, v...)
	case string:
		keys := sorted(beside)
		if len(keys) > 0 && r.IntN(2) == 0 {
			if s, is := beside[keys[r.IntN(len(keys))]].(string); is {
				return s
			}
		}
		list := []string{"", "0", "0.00", "-1.00", "1/3", "allocate", "shares", "pupils", "euro", "percent", "0268", "trace:", v + "/x", "99999999999999.99"}
		return list[r.IntN(len(list))]
	case json.Number:
		return json.Number([]string{"0", "1", "4", "-1", "9007199254740991"}[r.IntN(5)])
	case bool:
		return !v
	}
	return value
}
