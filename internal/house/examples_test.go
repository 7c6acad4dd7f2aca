package house

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// ofWeight are the functions and methods that who imports a package calls first, beside the rules: each has an Example of its name.
var ofWeight = map[string][]string{
	"zio": {"Atlas_Convert", "Atlas_On", "Atlas_Search", "Atlas_Spread", "Atlas_With", "MunicipalityCode_Scan", "Netherlands", "ParseMunicipalityCode",
		"Period", "Population_Convert", "Population_MarshalJSON", "Problems_Err"},
	"zio/intake":    {"Builder", "OpenRecords", "ReadDuoAddresses"},
	"zio/schools":   {"Search", "School_Population"},
	"funding/money": {"Allocate", "AllocateCents", "Division", "Euro_Format", "EuroFromDecimal", "Exact", "Method", "ParseEuro"},
	"funding": {"Agreement_AppendDocument", "Agreement_MarshalJSON", "BudgetYears", "Calculate", "Instalments", "ReadAgreement", "Result_Explain",
		"Result_Verify"},
	"funding/analysis": {"Changed", "Compare", "CompareKeys", "Fill", "Index", "Places", "Range", "Recalibrate", "SavingsOf", "Solve", "SpreadOf", "SweepParameter"},
	"funding/year":     {"Forecast", "PaymentsFromTable", "ReadPayments", "Settle"},
	"schema":           {"Check", "Check_lines", "Detect", "Digest", "File", "Lines", "Meaning", "Merged", "Parts", "Rounded", "Validate"},
}

// examples are the Examples in the tests of a package.
func examples(t *testing.T, folder string) []*doc.Example {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(root, folder, "*_test.go"))
	require.NoError(t, err)
	var parsed []*ast.File
	files := token.NewFileSet()
	for _, name := range names {
		file, err := parser.ParseFile(files, name, nil, parser.ParseComments)
		require.NoError(t, err)
		parsed = append(parsed, file)
	}
	return doc.Examples(parsed...)
}

// rulesOf are the types of a package with a method Rule.
func rulesOf(t *testing.T, folder string) []string {
	t.Helper()
	var list []string
	for _, file := range programs(t, token.NewFileSet(), folder) {
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.Name == "Rule" {
				if star, ok := f.Recv.List[0].Type.(*ast.StarExpr); ok {
					list = append(list, star.X.(*ast.Ident).Name)
				}
			}
		}
	}
	return list
}

// Each rule, and each function of weight, has an Example, which the documentation shows as a program of its own that can be copied and
// run, and which the tests run.
func TestExamples(t *testing.T) {
	rules := rulesOf(t, "funding")
	require.GreaterOrEqual(t, len(rules), 34, "the rules of cost, key and flow")
	for folder, names := range ofWeight {
		var found []string
		for _, e := range examples(t, folder) {
			found = append(found, e.Name)
			require.NotEmpty(t, e.Output, "%s: Example%s is not run", folder, e.Name)
			require.NotNil(t, e.Play, "%s: Example%s needs what stands in another file", folder, e.Name)
		}
		if folder == "funding" {
			names = append(names, rules...)
		}
		for _, name := range names {
			require.True(t, slices.ContainsFunc(found, func(s string) bool { return s == name || strings.HasPrefix(s, name+"_") }), "%s: no Example%s", folder, name)
		}
	}
}
