package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// kind is one kind of problem as it stands in the source.
type kind struct {
	code, nl, en string
	place        string
}

// sources parses all program files of the tree, tests apart, by folder.
func sources(t *testing.T, files *token.FileSet) map[string][]*ast.File {
	t.Helper()
	folders := map[string][]*ast.File{}
	require.NoError(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch name := d.Name(); {
		case err != nil:
			return err
		case d.IsDir() && len(name) > 2 && (strings.HasPrefix(name, ".") || name == "node_modules" || name == "testdata"):
			return fs.SkipDir
		case !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		folders[filepath.Dir(path)] = append(folders[filepath.Dir(path)], file)
		return err
	}))
	return folders
}

// kindOf reads a literal of ProblemKind or FaultKind; nil for other expressions, and for a kind made of another one.
func kindOf(files *token.FileSet, e ast.Node) *kind {
	c, ok := e.(*ast.CompositeLit)
	if !ok || !ofKind(c.Type) || len(c.Elts) == 0 {
		return nil
	}
	k := &kind{place: files.Position(c.Pos()).String()}
	for i, e := range c.Elts {
		member := []string{"Code", "NL", "EN"}[i]
		if pair, keyed := e.(*ast.KeyValueExpr); keyed {
			member, e = pair.Key.(*ast.Ident).Name, pair.Value
		}
		text, whole := constantText(e)
		if !whole {
			return nil
		}
		*map[string]*string{"Code": &k.code, "NL": &k.nl, "EN": &k.en}[member] = text
	}
	return k
}

func ofKind(e ast.Expr) bool {
	if s, ok := e.(*ast.SelectorExpr); ok {
		e = s.Sel
	}
	name, ok := e.(*ast.Ident)
	return ok && (name.Name == "ProblemKind" || name.Name == "FaultKind")
}

// constantText is the text of a string literal, or of several joined by +.
func constantText(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.BinaryExpr:
		left, ok := constantText(e.X)
		right, also := constantText(e.Y)
		return left + right, ok && also && e.Op == token.ADD
	}
	return "", false
}

var (
	codePattern   = regexp.MustCompile(`^[a-z]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$`)
	schemaPattern = regexp.MustCompile(`^schema\.[a-z]+([A-Z][a-z]+)*$`) // what a keyword of JSON Schema says
	placeholder   = regexp.MustCompile(`\{([A-Za-z]+)[#~]?\}`)
)

// This code stands for a wrong type, with a text for each type that was expected.
const severalTexts = "document.type-wrong"

// A code means one thing and stands in one place; both languages say the same of the same values. The codes of keywords
// of JSON Schema have more texts, and words of a schema that differ by language.
func TestKindsOfProblems(t *testing.T) {
	files := token.NewFileSet()
	first := map[string]string{}
	for _, folder := range sources(t, files) {
		for _, file := range folder {
			ast.Inspect(file, func(n ast.Node) bool {
				k := kindOf(files, n)
				if k == nil {
					return true
				}
				keyword := schemaPattern.MatchString(k.code)
				if !keyword && !codePattern.MatchString(k.code) {
					t.Errorf("%s: the code %q is not of the form area.what-is-wrong", k.place, k.code)
				}
				for _, text := range []string{k.nl, k.en} {
					if text == "" || strings.TrimSpace(text) != text || !strings.ContainsAny(text[len(text)-1:], ".?!:})") {
						t.Errorf("%s: %s: a text of both languages is a sentence: %q", k.place, k.code, text)
					}
				}
				if dutch, english := names(k.nl), names(k.en); !keyword && !slices.Equal(dutch, english) {
					t.Errorf("%s: %s: the Dutch text fills in %v, the English one %v", k.place, k.code, dutch, english)
				}
				if before, seen := first[k.code]; seen && !keyword && k.code != severalTexts {
					t.Errorf("%s: %s stands twice, also in %s", k.place, k.code, before)
				}
				first[k.code] = k.place
				return true
			})
		}
	}
	require.Greater(t, len(first), 200)
}

// Where a problem is made, every value that its text fills in is given.
func TestProblemsFillTheirTexts(t *testing.T) {
	files, made := token.NewFileSet(), 0
	for _, folder := range sources(t, files) {
		known := map[string]*kind{}
		for _, file := range folder {
			ast.Inspect(file, func(n ast.Node) bool {
				if v, ok := n.(*ast.ValueSpec); ok && len(v.Names) == 1 && len(v.Values) == 1 {
					value := v.Values[0]
					if address, ok := value.(*ast.UnaryExpr); ok {
						value = address.X
					}
					if k := kindOf(files, value); k != nil {
						known[v.Names[0].Name] = k
					}
				}
				return true
			})
		}
		for _, file := range folder {
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || call.Ellipsis.IsValid() {
					return true
				}
				k, params := madeBy(call, known)
				if k == nil {
					return true
				}
				made++
				given := map[string]bool{}
				for i := 0; i < len(params); i += 2 {
					name, constant := constantText(params[i])
					if !constant {
						return true
					}
					given[name] = true
				}
				for _, text := range []string{k.nl, k.en} {
					for _, name := range names(text) {
						if !given[name] {
							t.Errorf("%s: %s: nothing fills in {%s}", files.Position(call.Pos()), k.code, name)
						}
					}
				}
				return true
			})
		}
	}
	require.Greater(t, made, 150)
}

// madeBy is the kind and the parameters of kind.At(pointer, ...), add(kind, pointer, ...) and refuse(kind, pointer, ...).
func madeBy(call *ast.CallExpr, known map[string]*kind) (*kind, []ast.Expr) {
	named := func(e ast.Expr) *kind {
		if name, ok := e.(*ast.Ident); ok {
			return known[name.Name]
		}
		return nil
	}
	function, method := call.Fun, ast.Expr(nil)
	if s, ok := function.(*ast.SelectorExpr); ok {
		function, method = s.Sel, s.X
	}
	switch name, _ := function.(*ast.Ident); {
	case name == nil || len(call.Args) == 0:
	case name.Name == "At":
		return named(method), call.Args[1:]
	case (name.Name == "add" || name.Name == "refuse") && len(call.Args) > 1:
		return named(call.Args[0]), call.Args[2:]
	}
	return nil, nil
}

// names are the parameters that a text fills in, each once.
func names(text string) []string {
	set := map[string]bool{}
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		set[m[1]] = true
	}
	return slices.Sorted(maps.Keys(set))
}
