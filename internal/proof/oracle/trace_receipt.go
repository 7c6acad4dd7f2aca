package oracle

import (
	"crypto/sha256"
	"encoding/hex"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// receipt compares the digests with the documents and the rules with the steps.
func (t *tracer) receipt(result, agreement, population []byte) {
	r := &t.result.Receipt
	seen := map[string]bool{}
	for i := range t.result.Trace.Steps {
		seen[t.result.Trace.Steps[i].Rule] = true
	}
	rules := make([]string, 0, len(seen))
	for rule := range seen {
		rules = append(rules, rule)
	}
	slices.Sort(rules)
	if !slices.Equal(rules, r.Rules) {
		t.say("receipt: rules %v and not %v", r.Rules, rules)
	}
	without := strings.Replace(string(result), ",\n    \"result\": \""+r.Result+"\"", "", 1)
	for _, d := range []struct{ name, digest, document string }{
		{"agreement", r.Agreement, string(agreement)}, {"population", r.Population, string(population)}, {"result", r.Result, without},
	} {
		sum := sha256.Sum256([]byte(d.document))
		if d.digest != "sha256:"+hex.EncodeToString(sum[:]) {
			t.say("receipt: the digest of the %s is not that of the document", d.name)
		}
	}
}

// pointed is what a JSON Pointer leads to.
func pointed(v any, pointer string) (any, bool) {
	if pointer == "" {
		return v, true
	}
	for _, part := range strings.Split(strings.TrimPrefix(pointer, "/"), "/") {
		part = strings.NewReplacer("~1", "/", "~0", "~").Replace(part)
		switch x := v.(type) {
		case map[string]any:
			next, found := x[part]
			if !found {
				return nil, false
			}
			v = next
		case []any:
			i, err := strconv.Atoi(part)
			if err != nil || i < 0 || i >= len(x) {
				return nil, false
			}
			v = x[i]
		default:
			return nil, false
		}
	}
	return v, true
}

func rat(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }
