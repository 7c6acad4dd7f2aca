package agreements

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func tree(t *testing.T, document []byte) any {
	t.Helper()
	var v any
	require.NoError(t, json.Unmarshal(document, &v))
	return v
}

// resolves reports whether a JSON Pointer leads to a member of the document.
func resolves(v any, pointer string) bool {
	if pointer == "" {
		return true
	}
	for _, part := range strings.Split(strings.TrimPrefix(pointer, "/"), "/") {
		part = strings.NewReplacer("~1", "/", "~0", "~").Replace(part)
		switch x := v.(type) {
		case map[string]any:
			next, found := x[part]
			if !found {
				return false
			}
			v = next
		case []any:
			i, err := strconv.Atoi(part)
			if err != nil || i < 0 || i >= len(x) {
				return false
			}
			v = x[i]
		default:
			return false
		}
	}
	return true
}
