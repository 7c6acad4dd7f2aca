package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestFewReferencesBackUp lays the files of funding one above the other, so that as many of their references as possible point
// down, and counts those that still point up. Each of these is a circle that a reader walks round: agreement, rule, agreement.
// There were 59 when all of funding was one package; what is left is the grammar itself (an agreement holds rules, and a rule
// of several keys holds keys).
func TestFewReferencesBackUp(t *testing.T) {
	names, refers := references(t, filepath.Join("..", "..", "funding"))
	up := upward(len(names), refers)
	var list []string
	for _, e := range up {
		list = append(list, names[e[0]]+" -> "+names[e[1]])
	}
	require.LessOrEqual(t, len(up), 19, "move what both files use to a file below both of them:\n%s", strings.Join(list, "\n"))
	require.Greater(t, len(names), 50, "the files of funding were not read")
}

// TestUpward counts by hand: a circle of three has one reference up, two circles through one file have two, a tree has none.
func TestUpward(t *testing.T) {
	matrix := func(n int, edges ...[2]int) [][]bool {
		m := make([][]bool, n)
		for i := range m {
			m[i] = make([]bool, n)
		}
		for _, e := range edges {
			m[e[0]][e[1]] = true
		}
		return m
	}
	require.Len(t, upward(3, matrix(3, [2]int{0, 1}, [2]int{1, 2}, [2]int{2, 0})), 1)
	require.Len(t, upward(5, matrix(5, [2]int{0, 1}, [2]int{1, 2}, [2]int{2, 0}, [2]int{0, 3}, [2]int{3, 4}, [2]int{4, 0})), 2)
	require.Empty(t, upward(4, matrix(4, [2]int{3, 1}, [2]int{1, 0}, [2]int{3, 2})))
}

// references gives the files of a folder that are not tests, and which of them names something that another declares.
func references(t *testing.T, folder string) ([]string, [][]bool) {
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	var names []string
	var files []*ast.File
	fset := token.NewFileSet()
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, filepath.Join(folder, e.Name()), nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		names, files = append(names, e.Name()), append(files, f)
	}
	uses := map[*ast.Ident]types.Object{}
	// Imports are not followed: what the files name of each other is known without.
	config := types.Config{Importer: none{}, Error: func(error) {}}
	pkg, _ := config.Check("funding", fset, files, &types.Info{Uses: uses})
	refers := make([][]bool, len(names))
	for i := range refers {
		refers[i] = make([]bool, len(names))
	}
	at := func(p token.Pos) int { return slices.Index(names, filepath.Base(fset.Position(p).Filename)) }
	for id, o := range uses {
		_, method := o.(*types.Func)
		if o.Pkg() != pkg || o.Parent() != pkg.Scope() && !method {
			continue
		}
		if from, to := at(id.Pos()), at(o.Pos()); from != to {
			refers[from][to] = true
		}
	}
	return names, refers
}

// none imports nothing.
type none struct{}

func (none) Import(path string) (*types.Package, error) {
	p := types.NewPackage(path, path[strings.LastIndexByte(path, '/')+1:])
	p.MarkComplete()
	return p, nil
}

// upward gives the references that point up in the best order found. It takes each file out and puts it where the fewest point
// up, until nothing gets better, from several orders to start with; the answer does not depend on chance.
func upward(n int, refers [][]bool) [][2]int {
	var best [][2]int
	for start := range 60 {
		order := make([]int, n)
		for i := range order {
			order[i] = i
		}
		sort.Slice(order, func(i, j int) bool { return mixed(order[i], start) < mixed(order[j], start) })
		for better := true; better; {
			better = false
			for from := range order {
				if to := place(order, from, refers); to != from {
					file := order[from]
					order = slices.Insert(slices.Delete(order, from, from+1), to, file)
					better = true
				}
			}
		}
		var up [][2]int
		for i, above := range order {
			for _, below := range order[i+1:] {
				if refers[below][above] {
					up = append(up, [2]int{below, above})
				}
			}
		}
		if start == 0 || len(up) < len(best) {
			best = up
		}
	}
	return best
}

// mixed gives a file a place in the order that the search starts from.
func mixed(file, start int) uint64 {
	x := uint64(file+1)*0x9e3779b97f4a7c15 + uint64(start)*0xbf58476d1ce4e5b9
	x ^= x >> 29
	return x * 0x94d049bb133111eb
}

// place is where a file of the order has the fewest references up: its own place when there is no better one.
func place(order []int, from int, refers [][]bool) int {
	file := order[from]
	rest := slices.Delete(slices.Clone(order), from, from+1)
	up := 0 // with the file on top
	for _, other := range rest {
		if refers[other][file] {
			up++
		}
	}
	counts := []int{up}
	for _, other := range rest {
		if refers[other][file] {
			up--
		}
		if refers[file][other] {
			up++
		}
		counts = append(counts, up)
	}
	to := from
	for i, c := range counts {
		if c < counts[to] {
			to = i
		}
	}
	return to
}
