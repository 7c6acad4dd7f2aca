package schema_test

import (
	"encoding/json"
	"maps"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/schema"
)

// Which places of a population tell a small number: cases that the calculator of the browser is held to as well, worked out by hand.
func TestSmallPlaces(t *testing.T) {
	data, err := os.ReadFile("testdata/small.json")
	require.NoError(t, err)
	var cases []map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(data, &cases))
	require.Greater(t, len(cases), 12)
	homes := []string{"0252", "0268", "0296"}
	like := map[string]func(i int) map[string]any{
		"sites": func(int) map[string]any {
			return map[string]any{"code": "12AB00", "name": "De School", "municipality": "0268"}
		},
		"groups": func(i int) map[string]any {
			return map[string]any{"site": "12AB00", "home": homes[i], "route": "jeugdwet"}
		},
		"counts": func(int) map[string]any { return map[string]any{"date": "2025-10-01"} },
		"decisions": func(i int) map[string]any {
			return map[string]any{"home": homes[i], "product": "45A48", "volume": 3, "unit": "hour", "frequency": "week", "from": "2025-11-03", "until": "2026-07-17"}
		},
	}
	for _, c := range cases {
		doc := map[string]any{"$schema": "https://zio-collectief.github.io/zio/schema/1.0/population.schema.json", "title": "T", "countDate": "2025-10-01", "groups": []any{}}
		var want []string
		var why string
		require.NoError(t, json.Unmarshal(c["places"], &want))
		require.NoError(t, json.Unmarshal(c["why"], &why))
		for name, make := range like {
			var list []map[string]any
			if c[name] == nil {
				continue
			}
			require.NoError(t, json.Unmarshal(c[name], &list))
			for i := range list {
				item := make(i)
				maps.Copy(item, list[i])
				list[i] = item
			}
			doc[name] = list
		}
		text, err := json.Marshal(doc)
		require.NoError(t, err)
		got := []string{}
		for _, p := range (schema.Meaning{Publish: true}).Check(schema.Population, text) {
			require.Contains(t, p.Code(), "publish.", why)
			got = append(got, p.Pointer)
		}
		require.Equal(t, want, got, why)
	}
}
