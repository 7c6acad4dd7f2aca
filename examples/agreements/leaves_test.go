package agreements

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Every value of every example is given by a source, chosen, or made up; and what is said to be given lies in the document.
func TestEveryValueIsMarked(t *testing.T) {
	for _, s := range List() {
		leaves, err := s.Leaves()
		require.NoError(t, err, s.ID)
		var unmarked []string
		for _, l := range leaves {
			if l.Mark == Unmarked {
				unmarked = append(unmarked, l.Document+" "+l.Pointer+" "+l.Value)
			}
		}
		if s.Has("population.json") {
			if p := populationOf(t, s); !p.SchoolYear.IsZero() {
				require.True(t, p.SchoolYear.Period().Contains(p.CountDate), "%s: the school year is that of the count date", s.ID)
			}
		}
		require.Empty(t, unmarked, "%s: say of these values that they are given (given.json), chosen (choices) or made up (synthetic)", s.ID)
		if !s.Has("given.json") {
			require.Empty(t, s.Agreements(), s.ID)
			continue
		}
		data, err := s.Read("given.json")
		require.NoError(t, err)
		var given []struct{ Document, Pointer, Says string }
		require.NoError(t, json.Unmarshal(data, &given))
		for _, g := range given {
			document, err := s.Read(g.Document)
			require.NoError(t, err, s.ID)
			require.True(t, resolves(tree(t, document), g.Pointer), "%s: given at %s %s", s.ID, g.Document, g.Pointer)
			require.NotEmpty(t, g.Says)
		}
	}
}

func TestMarksOfLeaves(t *testing.T) {
	notes := []note{{Pointer: "/a", mark: MadeUp}, {Pointer: "/a", mark: Given}, {Pointer: "/a/b", mark: Given}, {Pointer: "/components/1/division", mark: Chosen}}
	for pointer, want := range map[string]Mark{"/a/c": MadeUp, "/a/b/0": Given, "/ab": Unmarked, "/components/1/cost/rounding": Chosen, "/components/0/cost/rounding": Unmarked} {
		l := Leaf{Pointer: pointer}
		l.mark(notes)
		require.Equal(t, want, l.Mark, pointer)
	}
}

// Titles, texts, choices, notes and reasons of every example are there in both languages, and so is the README.
func TestExamplesAreInTwoLanguages(t *testing.T) {
	english := map[string]string{"text": "textEn", "reason": "reasonEn", "note": "noteEn", "about": "aboutEn", "evidence": "evidenceEn"}
	for _, s := range List() {
		require.FileExists(t, filepath.Join(s.ID, "README.nl.md"))
		for _, name := range s.Files {
			if !strings.HasSuffix(name, ".json") || strings.HasPrefix(name, "result") || name == "given.json" {
				continue
			}
			data, err := os.ReadFile(filepath.Join(s.ID, name))
			require.NoError(t, err)
			root := tree(t, data).(map[string]any)
			require.NotEmpty(t, root["titleEn"], "%s/%s", s.ID, name)
			delete(root, "components") // evidence of a cost is a value of the rule
			var visit func(v any)
			visit = func(v any) {
				switch x := v.(type) {
				case map[string]any:
					for member, other := range english {
						if x[member] != nil {
							require.NotEmpty(t, x[other], "%s/%s has no %s beside its %s: %v", s.ID, name, other, member, x[member])
						}
					}
					for _, one := range x {
						visit(one)
					}
				case []any:
					for _, one := range x {
						visit(one)
					}
				}
			}
			visit(root)
		}
	}
}
