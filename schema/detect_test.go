package schema

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

func TestDetect(t *testing.T) {
	for doc, want := range map[string]string{
		`{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json"`:                                          "population",
		"\ufeff { \"title\" : [\"}\"] , \"$schema\" : \"https:\\/\\/zio-collectief.github.io/zio/schema/1.0/agreement.schema.json\" }": "agreement",
		`{"ref":"p-1","site":"12AB00"}` + "\n" + `{"ref":"p-2"}`:                                                                       "pupil",
		`{"site":"12AB00","ref":"p-1","x":`:                                                                                            "pupil",
		`{"site":"12AB00"}`:                                                                                                            "file.kind-missing at /$schema",
		`{"$schema":"https://zio-collectief.github.io/zio/schema/2.0/population.schema.json"}`:                                         "file.kind-unknown at /$schema",
		`{"$schema":7}`: "file.kind-unknown at /$schema",
		`[]`:            "file.kind-missing at /$schema",
		``:              "file.kind-missing at /$schema",
		`{`:             "file.kind-missing at /$schema",
		`{"a`:           "file.kind-missing at /$schema",
		`{"a":"b`:       "file.kind-missing at /$schema",
		`{"a" 1`:        "file.kind-missing at /$schema",
		`{"a":1;`:       "file.kind-missing at /$schema",
		`{"a":1;"$schema":"https://zio-collectief.github.io/zio/schema/1.0/agreement.schema.json"}`: "file.kind-missing at /$schema",
		`{"a":1}"$schema":"https://zio-collectief.github.io/zio/schema/1.0/agreement.schema.json"}`: "file.kind-missing at /$schema",
	} {
		kind, problems := Detect([]byte(doc))
		if len(problems) > 0 {
			require.True(t, strings.HasPrefix(problems[0].Error(), want+":"), "%s: %s", doc, problems[0])
			continue
		}
		require.Equal(t, want, string(kind), doc)
	}
	_, problems := Detect([]byte(`{"title":"x"}`))
	require.Equal(t, zio.SchemaID("agreement"), problems[0].Param("example"), "the example is the first kind")
}

func TestLineKindsAreThoseThatDoNotNameTheirSchema(t *testing.T) {
	for _, kind := range Kinds() {
		e, problems := engineOf(kind)
		require.Empty(t, problems)
		require.Equal(t, e.at([]string{"properties", "$schema"}) == nil, slices.Contains(lineKinds, kind), kind)
	}
}
