package house

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// plural is a number in a text and behind it a word for more than one: "{n#} leerlingen" is "1 leerlingen" of one.
var plural = regexp.MustCompile(`\{([A-Za-z]+)#?\} (leerlingen|pupils|plaatsen|places|gemeenten|municipalities|regels|rows|lines|maanden|months|weken|weeks|groepen|groups|vestigingen|sites|` +
	`jeugdregio's|regions|minuten|minutes|velden|fields|members|dagen|days|bestanden|files|kolommen|columns|documenten|documents|tekens|characters|items|bewijzen|beschikkingen|decisions)\b`)

// atLeastTwo are the placeholders of limits and bounds, which are never 1.
var atLeastTwo = []string{"limit", "max", "capacity", "norm", "high", "most"}

// A word behind a number agrees with it: {n#} {n|leerling|leerlingen}.
func TestWordsAgreeWithTheirNumber(t *testing.T) {
	files := token.NewFileSet()
	texts := 0
	for _, list := range sources(t, files) {
		for _, file := range list {
			ast.Inspect(file, func(n ast.Node) bool {
				e, isExpr := n.(ast.Expr)
				if !isExpr {
					return true
				}
				text, whole := constantText(e)
				if !whole {
					return true
				}
				texts++
				for _, m := range plural.FindAllStringSubmatch(text, -1) {
					require.True(t, slices.Contains(atLeastTwo, m[1]), "%s: %q: write {%s|one|more} behind the number", files.Position(e.Pos()), m[0], m[1])
				}
				return false
			})
		}
	}
	require.Greater(t, texts, 3000)
}
