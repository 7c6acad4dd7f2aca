package house

import (
	"go/ast"
	"go/token"
	"testing"

	"github.com/stretchr/testify/require"
)

// Whatever is written as a document, or is a rule of one, writes itself for encoding/json too, from a value as well as from a
// pointer: without that, encoding/json would leave out the names of rules and the kind of document without a word.
func TestDocumentsAreMarshalers(t *testing.T) {
	files := token.NewFileSet()
	for _, folder := range []string{"zio", "funding"} {
		parsed := programs(t, files, folder)
		writes, marshals := map[string]bool{}, map[string]bool{}
		for _, file := range parsed {
			for _, d := range file.Decls {
				f, ok := d.(*ast.FuncDecl)
				if !ok || f.Recv == nil {
					continue
				}
				name := file.Name.Name + "."
				star, pointer := f.Recv.List[0].Type.(*ast.StarExpr)
				base := f.Recv.List[0].Type
				if pointer {
					base = star.X
				}
				of, ok := base.(*ast.Ident)
				if !ok {
					continue
				}
				name += of.Name
				switch {
				case f.Name.Name == "AppendDocument" || f.Name.Name == "Rule" && f.Type.Results != nil && f.Type.Params.NumFields() == 0:
					writes[name] = true
				case f.Name.Name == "MarshalJSON" && !pointer:
					marshals[name] = true
				}
			}
		}
		require.NotEmpty(t, writes)
		for name := range writes {
			require.True(t, marshals[name], "%s has no MarshalJSON of its value", name)
		}
	}
}
