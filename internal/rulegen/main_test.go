package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	same "github.com/zio-collectief/zio/internal/proof/golden"
)

// What is committed follows from the rules that are there.
func TestRulesAreGenerated(t *testing.T) {
	files, err := generate(filepath.Join("..", "..", "funding"))
	require.NoError(t, err)
	require.Len(t, files, 2)
	for name, made := range files {
		committed, err := os.ReadFile(name)
		require.NoError(t, err)
		same.Same(t, string(committed), string(made), "go generate ./funding")
	}
}

// A rule that rules.go names is not rare; what is no rule is left alone.
func TestRulesOfAFolder(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"rules.go":  "package funding\nvar costs = []strictjson.Variant[Cost]{budgetRule}\n",
		"cost_a.go": "package funding\nvar (\nother = 1\nplaceRule = strictjson.Variant[Cost]{New: func() Cost { return new(Place) }}\n)\n",
		"cost_b.go": "package funding\nvar budgetRule = strictjson.Variant[Cost]{New: func() Cost { return new(Budget) }}\n",
		"flow_a.go": "package funding\nvar boxRule = strictjson.Variant[Flow]{New: func() Flow { return new(Box) }}\n",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
	}
	files, err := generate(folder)
	require.NoError(t, err)
	rare, methods := string(files[filepath.Join(folder, "rules_rare.go")]), string(files[filepath.Join(folder, "rules_json.go")])
	require.Contains(t, rare, "rareCosts = []strictjson.Variant[Cost]{placeRule}")
	require.Contains(t, rare, "rareKeys  = []strictjson.Variant[Key]{}")
	require.Contains(t, rare, "rareFlows = []strictjson.Variant[Flow]{boxRule}")
	for _, of := range []string{"Place", "Budget", "Box"} {
		require.Contains(t, methods, "func (r "+of+") MarshalJSON()")
		require.Contains(t, methods, "func (r *"+of+") UnmarshalJSON(")
	}
	require.NotContains(t, methods, "other")
}

// pageFile is a whole file that CONTRIBUTING.md shows: its name in a heading, and the Go below it.
var pageFile = regexp.MustCompile("(?s)`(funding/\\w+\\.go)`\\*\\*.*?```go\n(.*?)```")

// pageModel is what it shows of the model: a member, and the case of the rule.
var pageModel = regexp.MustCompile("(?s)`(internal/\\w+/oracle/model_cost.go)`\\*\\*.*?```go\n(.*?)```.*?```go\n(.*?)```")

// The rule that CONTRIBUTING.md shows is one: with the two files that follow from it, its test and its Example pass.
func TestThePageOfARule(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles package funding a second time")
	}
	root, err := filepath.Abs(filepath.Join("..", ".."))
	require.NoError(t, err)
	page, err := os.ReadFile(filepath.Join(root, "CONTRIBUTING.md"))
	require.NoError(t, err)
	folder := t.TempDir()
	require.NoError(t, os.CopyFS(folder, os.DirFS(filepath.Join(root, "funding"))))
	shown := pageFile.FindAllSubmatch(page, -1)
	require.Len(t, shown, 2)
	replace := map[string]string{}
	for _, file := range shown {
		name := filepath.Base(string(file[1]))
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), file[2], 0o600))
		replace[filepath.Join(root, string(file[1]))] = filepath.Join(folder, name)
	}
	added := pageModel.FindSubmatch(page)
	require.NotNil(t, added)
	model, err := os.ReadFile(filepath.Join(root, string(added[1])))
	require.NoError(t, err)
	const members, cases = "type costDocument struct {\n", "	switch k.Rule {\n"
	require.Contains(t, string(model), members)
	require.Contains(t, string(model), cases)
	text := strings.NewReplacer(members, members+string(added[2]), cases, cases+string(added[3])).Replace(string(model))
	replace[filepath.Join(root, string(added[1]))] = filepath.Join(folder, "model.go.txt")
	require.NoError(t, os.WriteFile(filepath.Join(folder, "model.go.txt"), []byte(text), 0o600))
	files, err := generate(folder)
	require.NoError(t, err)
	for path, text := range files {
		require.NoError(t, os.WriteFile(path, text, 0o600))
		replace[filepath.Join(root, "funding", filepath.Base(path))] = path
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(folder, "overlay.json"), overlay, 0o600))
	command := exec.Command("go", "test", "-v", "-overlay", filepath.Join(folder, "overlay.json"), "-run", "PerPlace$", "./funding")
	command.Dir = root
	out, err := command.CombinedOutput()
	require.NoError(t, err, string(out))
	require.Contains(t, string(out), "--- PASS: TestPerPlace")
	require.Contains(t, string(out), "--- PASS: ExamplePerPlace")
}
