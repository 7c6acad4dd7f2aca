//go:build !wasm

package analysis_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding/analysis"
)

// Outcomes stand as their documents inside other JSON.
func TestOutcomesInsideOtherJSON(t *testing.T) {
	for _, one := range []interface {
		json.Marshaler
		AppendDocument([]byte) []byte
	}{&analysis.Spread{}, &analysis.Solution{}, &analysis.Sweep{}, &analysis.KeyTable{}, &analysis.Comparison{}, &analysis.Savings{}, &analysis.Recalibration{}, &analysis.PlaceTable{}} {
		inside, err := json.Marshal(map[string]any{"outcome": one})
		require.NoError(t, err)
		require.JSONEq(t, `{"outcome":`+string(one.AppendDocument(nil))+`}`, string(inside))
	}
}
