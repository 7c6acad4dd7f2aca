package funding_test

import (
	"encoding/json"
	"math/big"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/internal/proof/oracle"
)

// Whatever number of a result is changed, the trace or the model notices: neither looks away.
func TestEveryChangedNumberIsNoticed(t *testing.T) {
	folder := "../examples/agreements/einstein-class/"
	agreement, err := os.ReadFile(folder + "agreement.json")
	require.NoError(t, err)
	population, err := os.ReadFile(folder + "population.json")
	require.NoError(t, err)
	original, err := os.ReadFile(folder + "result.json")
	require.NoError(t, err)
	require.Empty(t, oracle.CheckTrace(original, agreement, population))
	require.Empty(t, oracle.Compare(original, agreement, population))
	var v any
	decoder := json.NewDecoder(strings.NewReader(string(original)))
	decoder.UseNumber()
	require.NoError(t, decoder.Decode(&v))
	changed := 0
	var walk func(at any, path string)
	judge := func(path string) {
		document, err := json.Marshal(v)
		require.NoError(t, err)
		var wrong []string
		for _, text := range append(oracle.CheckTrace(document, agreement, population), oracle.Compare(document, agreement, population)...) {
			if !strings.HasPrefix(text, "receipt: the digest of the result") {
				wrong = append(wrong, text)
			}
		}
		require.NotEmpty(t, wrong, "nobody notices a change of %s", path)
		changed++
	}
	other := func(text string) (string, bool) {
		x, ok := new(big.Rat).SetString(text)
		if !ok {
			return "", false
		}
		return x.Add(x, big.NewRat(1, 1)).FloatString(2), true
	}
	walk = func(at any, path string) {
		visit := func(one any, name string, set func(any)) {
			here := path + "/" + name
			switch x := one.(type) {
			case string:
				if name == "party" || name == "home" || name == "id" || name == "name" || name == "left" || name == "right" || name == "countDate" || name == "weight" && strings.Contains(path, "/components") {
					return
				}
				if text, ok := other(x); ok && name != "library" && name != "schema" && name != "from" && name != "to" {
					set(text)
					judge(here)
					set(x)
				}
			case json.Number:
				if name == "version" {
					return
				}
				n, err := x.Int64()
				require.NoError(t, err)
				set(n + 1)
				judge(here)
				set(x)
			default:
				walk(one, here)
			}
		}
		switch x := at.(type) {
		case map[string]any:
			for name, one := range x {
				visit(one, name, func(new any) { x[name] = new })
			}
		case []any:
			for i, one := range x {
				visit(one, "item", func(new any) { x[i] = new })
			}
		}
	}
	walk(v, "")
	require.Greater(t, changed, 100)
}
