package schema

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
)

// digestVector is a document, its canonical form and its digest: one line of conformance/digests.ndjson.
type digestVector struct {
	Name      string `json:"name"`
	Kind      Kind   `json:"kind"`
	Text      string `json:"text"`
	Canonical string `json:"canonical"`
	Digest    string `json:"digest"`
}

const digestFile = "conformance/digests.ndjson"

// Ways to write a document otherwise that mean the same: pairs of old and new text, of the example of a kind made compact.
var otherwise = []struct {
	name  string
	kind  Kind
	pairs []string
}{
	{"prefix of a municipality", Population, []string{`"home":"0`, `"home":"GM0`}},
	{"hyphen in a site", Population, []string{`"12AB00"`, `"12AB-00"`}},
	{"stroke in a school year", Population, []string{`2026-2027`, `2026/2027`}},
	{"escape for a character", Population, []string{`"title":"`, `"title":"\u00e9\u0022\u005c\u002f `}},
	{"nothing, written", Agreement, []string{`"kind":"provider"`, `"kind":"provider","participates":false`, `"parties":`, `"titleEn":"","sources":[],"parties":`}},
	{"amount without cents", Agreement, []string{`"10000.00"`, `"10000.0"`}},
	{"zeros behind the point", Agreement, []string{`"weight":"1"`, `"weight":"1.000"`}},
}

func writeDigests(t *testing.T) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	add := func(name string, kind Kind, doc []byte) {
		canonical, problems := Canonical(kind, doc)
		require.Empty(t, problems, "%s %s", name, doc)
		digest, _ := Digest(kind, doc)
		require.NoError(t, enc.Encode(digestVector{name, kind, string(doc), string(canonical), digest}))
	}
	for _, kind := range Kinds() {
		example, err := os.ReadFile(filepath.Join("examples", string(kind)+".json"))
		require.NoError(t, err)
		var sorted any
		require.NoError(t, json.Unmarshal(example, &sorted))
		byName, err := json.Marshal(sorted)
		require.NoError(t, err)
		add("example", kind, compact(t, example))
		add("members in order of name", kind, byName)
		for _, o := range otherwise {
			if o.kind == kind {
				if other := strings.NewReplacer(o.pairs...).Replace(string(compact(t, example))); other != string(compact(t, example)) {
					add(o.name, kind, []byte(other))
				}
			}
		}
	}
	require.NoError(t, os.WriteFile(digestFile, out.Bytes(), 0o644))
}

func TestDigestVectors(t *testing.T) {
	if *updateVectors != "" {
		writeDigests(t)
	}
	text, err := os.ReadFile(digestFile)
	require.NoError(t, err)
	digests := map[Kind]map[string]bool{}
	for _, line := range bytes.Split(bytes.TrimSpace(text), []byte("\n")) {
		var v digestVector
		require.NoError(t, json.Unmarshal(line, &v))
		canonical, problems := Canonical(v.Kind, []byte(v.Text))
		require.Empty(t, problems, v.Name)
		require.Equal(t, v.Canonical, string(canonical), v.Name)
		again, problems := Canonical(v.Kind, canonical)
		require.Empty(t, problems, v.Name)
		require.Equal(t, string(canonical), string(again), "the canonical form of a canonical form is itself")
		digest, _ := Digest(v.Kind, []byte(v.Text))
		require.Equal(t, v.Digest, digest, v.Name)
		if digests[v.Kind] == nil {
			digests[v.Kind] = map[string]bool{}
		}
		digests[v.Kind][digest] = true
	}
	require.Len(t, digests, len(Kinds()))
	require.Len(t, digests[Agreement], 1, "all that is written otherwise means the same")
	require.Len(t, digests[Population], 2, "the escapes are a title of their own")
}

// The receipts of the examples hold these digests.
func TestReceiptsHoldDigests(t *testing.T) {
	read := func(name string) []byte {
		doc, err := os.ReadFile(filepath.Join("../examples/agreements/st-maartenschool", name+".json"))
		require.NoError(t, err)
		return doc
	}
	x, problems := funding.ReadResult(read("result"))
	require.Empty(t, problems)
	for kind, want := range map[Kind]string{Agreement: x.Receipt.Agreement, Population: x.Receipt.Population, Result: x.Receipt.Result} {
		digest, problems := Digest(kind, read(string(kind)))
		require.Empty(t, problems)
		require.Equal(t, want, digest, kind)
	}
	_, problems = Digest("factuur", nil)
	require.Equal(t, "schema.kind-unknown", problems[0].Code())
	_, problems = Canonical(Agreement, []byte("{}"))
	require.NotEmpty(t, problems)
}
