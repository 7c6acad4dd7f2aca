package house

import (
	"go/ast"
	"go/token"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// A closed set of texts is a type with constants, so that a program that makes a document finds them and the compiler knows them. The
// members below may hold more than their constants, or hold what is told elsewhere.
var openSets = []string{
	"Basis", "Measure", // the names of series of counts too
	"Op",           // of a trace, which programs read
	"Step", "Code", // zio.WorkSteps and zio.IndicatorCodes list them
}

func TestClosedSetsAreTypes(t *testing.T) {
	files := token.NewFileSet()
	bound := 0
	for _, file := range programs(t, files, "zio", "funding") {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 2 {
				return true
			}
			if f, ok := call.Fun.(*ast.SelectorExpr); !ok || f.Sel.Name != "Choice" {
				return true
			}
			bound++
			if of, ok := call.Args[0].(*ast.UnaryExpr); ok { // &x.Member of type string, where a type of its own needs a conversion
				name := of.X.(*ast.SelectorExpr).Sel.Name
				require.True(t, slices.Contains(openSets, name), "%s: %s is a closed set; give it a type with constants", files.Position(n.Pos()), name)
			}
			return true
		})
	}
	require.Greater(t, bound, 30)
}
