package house

import (
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/zio-collectief/zio"

// root is the top folder of the module, seen from this package.
var root = filepath.Join("..", "..")

// pkg is what the go command says of one package.
type pkg struct {
	ImportPath   string
	Dir          string
	Standard     bool
	Export       string
	GoFiles      []string
	Imports      []string
	TestImports  []string
	XTestImports []string
	Deps         []string
}

// ours is the path of a package inside the module, "" for others and for the root.
func (p pkg) ours() string {
	if !strings.HasPrefix(p.ImportPath, module+"/") {
		return ""
	}
	return strings.TrimPrefix(p.ImportPath, module+"/")
}

// browser is the environment of the build for the browser.
var browser = []string{"GOOS=wasip1", "GOARCH=wasm"}

// list runs go list in the root with the arguments.
func list(t *testing.T, env []string, args ...string) []pkg {
	t.Helper()
	command := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,Standard,Export,GoFiles,Imports,TestImports,XTestImports,Deps"}, args...)...)
	command.Dir = root
	command.Env = append(os.Environ(), env...)
	out, err := command.Output()
	if failure := (*exec.ExitError)(nil); errors.As(err, &failure) {
		t.Fatalf("go list: %s", failure.Stderr)
	}
	require.NoError(t, err)
	var packages []pkg
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := decoder.Decode(&p); err == io.EOF {
			return packages
		} else {
			require.NoError(t, err)
		}
		packages = append(packages, p)
	}
}

// layer is the floor that a package of the module stands on: one of those of funding, or its first folder.
func layer(path string) string {
	if path == "funding/money" || path == "funding/law" || path == "funding/analysis" || path == "funding/year" {
		return path
	}
	first, _, _ := strings.Cut(path, "/")
	return first
}

// Which floors a package may depend on, directly or not: zio <- funding/money <- funding <- funding/analysis, funding/year <- schema, wasm.
var below = map[string][]string{
	"zio":              {"zio", "internal"},
	"funding/money":    {"zio", "funding/money", "internal"},
	"funding/law":      {"zio", "funding/law", "internal"},
	"funding":          {"zio", "funding/money", "funding", "internal"},
	"funding/analysis": {"zio", "funding/money", "funding", "funding/analysis", "internal"},
	"funding/year":     {"zio", "funding/money", "funding", "funding/analysis", "funding/year", "internal"},
	"schema":           {"zio", "funding/money", "funding", "funding/analysis", "funding/year", "schema", "internal"},
	"wasm":             {"zio", "funding/money", "funding", "funding/analysis", "funding/year", "wasm", "internal"},
	"internal":         {"zio", "funding/money", "funding/law", "funding", "internal"},
}

func TestLayers(t *testing.T) {
	for _, p := range list(t, nil, "./...") {
		allowed, known := below[layer(p.ours())]
		require.True(t, known, "%s is in a folder without a place in the layers", p.ImportPath)
		for _, dep := range p.Deps {
			if path := (pkg{ImportPath: dep}).ours(); path != "" && !slices.Contains(allowed, layer(path)) {
				t.Errorf("%s depends on %s", p.ours(), path)
			}
			if p.ours() == "internal/proof/oracle" && strings.HasPrefix((pkg{ImportPath: dep}).ours(), "funding") {
				t.Errorf("the oracle depends on what it judges: %s", dep)
			}
		}
	}
}

// The direct dependencies of the module, and the folders whose programs may import them; tests
// alone may import testify.
var direct = map[string][]string{
	"github.com/shopspring/decimal":            {"funding/money"},
	"github.com/stretchr/testify":              {},
	"github.com/invopop/jsonschema":            {"schema/gen"},
	"github.com/santhosh-tekuri/jsonschema/v5": {"schema", "schema/conformance/messages/go"},
}

// third is the direct dependency that a package is a part of; "" for the standard library and
// our own.
func third(path string) string {
	first, _, _ := strings.Cut(path, "/")
	if !strings.Contains(first, ".") || path == module || strings.HasPrefix(path, module+"/") {
		return ""
	}
	for name := range direct {
		if path == name || strings.HasPrefix(path, name+"/") {
			return name
		}
	}
	return path
}

func TestDependenciesStayInTheirPlace(t *testing.T) {
	for _, p := range list(t, nil, "./...") {
		for _, path := range p.Imports {
			name := third(path)
			if name == "" {
				continue
			}
			places, known := direct[name]
			require.True(t, known, "%s imports %s", p.ours(), path)
			if !slices.Contains(places, p.ours()) {
				t.Errorf("%s imports %s outside a test", p.ours(), path)
			}
		}
		for _, path := range append(p.TestImports, p.XTestImports...) {
			if name := third(path); name != "" {
				_, known := direct[name]
				require.True(t, known, "a test of %s imports %s", p.ours(), path)
			}
		}
	}
}

func TestDirectDependencies(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, "go.mod"))
	require.NoError(t, err)
	var found []string
	for line := range strings.Lines(string(text)) {
		fields := strings.Fields(strings.TrimPrefix(strings.TrimSpace(line), "require "))
		if len(fields) == 2 && strings.HasPrefix(fields[1], "v") {
			found = append(found, fields[0])
		}
		require.NotContains(t, fields, "replace")
	}
	slices.Sort(found)
	require.Equal(t, slices.Sorted(maps.Keys(direct)), found, "the four and no other")
}

// core lists the packages of ours that the browser build of the library and the calculator
// consists of, with those that they import when deps is set.
func core(t *testing.T, args ...string) []pkg {
	t.Helper()
	return list(t, browser, append(args, "-deps", "./zio", "./funding", "./funding/money", "./funding/analysis", "./funding/year", "./wasm")...)
}

// The calculating core works with whole numbers and texts. What is not in this list makes the
// browser build larger, behaves otherwise there, or lets the outside world into a result.
var coreImports = []string{
	"bytes", "cmp", "errors", "io", "iter", "math/bits", "slices", "sort", "strconv", "strings", "unicode/utf8", "unsafe",
	"sync/atomic", // a table that is made at the first call
}

func TestCoreImports(t *testing.T) {
	own := 0
	for _, p := range core(t) {
		if p.Standard {
			continue
		}
		require.NotEmpty(t, p.ours(), "%s is in the browser build", p.ImportPath)
		own++
		for _, path := range p.Imports {
			if (pkg{ImportPath: path}).ours() == "" && !slices.Contains(coreImports, path) {
				t.Errorf("%s imports %s", p.ours(), path)
			}
		}
	}
	require.GreaterOrEqual(t, own, 4)
}
