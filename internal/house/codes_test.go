package house

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the table of codes again")

// codeEntry is one code in the table of all codes.
type codeEntry struct {
	Code   string     `json:"code"`
	From   string     `json:"from"`
	Reader string     `json:"sameAs,omitempty"` // of a keyword of the schemas: what the reader of documents says of the same fault
	Texts  []codeText `json:"texts"`
}

type codeText struct {
	NL     string   `json:"nl"`
	EN     string   `json:"en"`
	Params []string `json:"params"`
}

// from is who gives the codes of a folder: the reader of JSON and documents, the schemas, the meaning of documents, or a program.
func from(folder string) string {
	switch folder, _ = filepath.Rel(root, folder); {
	case strings.HasPrefix(folder, "internal"):
		return "reader"
	case folder == "schema":
		return "schema"
	case strings.HasPrefix(folder, "examples"), folder == "wasm":
		return "program"
	case folder == filepath.Join("zio", "intake"):
		return "intake"
	}
	return "meaning"
}

// One fault has one code by every door but this one: who validates by the schema hears the keyword, who reads the document into
// Go hears its own code.
var sameFault = map[string]string{
	"schema.required": "document.member-missing", "schema.additionalProperties": "document.member-unknown", "schema.type": "document.type-wrong",
	"schema.enum": "document.choice-unknown", "schema.oneOf": "document.choice-unknown", "schema.const": "document.kind-wrong",
	"schema.minimum": "document.number-out-of-range", "schema.maximum": "document.number-out-of-range", "schema.minLength": "document.text-length",
	"schema.maxLength": "document.text-length", "schema.minItems": "document.list-length", "schema.maxItems": "document.list-length", "schema.not": "document.text-control",
}

func tableOfCodes(t *testing.T) []codeEntry {
	files, byCode := token.NewFileSet(), map[string]*codeEntry{}
	for folder, parsed := range sources(t, files) {
		for _, file := range parsed {
			ast.Inspect(file, func(n ast.Node) bool {
				k := kindOf(files, n)
				if k == nil {
					return true
				}
				e := byCode[k.code]
				if e == nil {
					e = &codeEntry{Code: k.code, From: from(folder), Reader: sameFault[k.code]}
					byCode[k.code] = e
				}
				e.Texts = append(e.Texts, codeText{NL: k.nl, EN: k.en, Params: append([]string{}, names(k.en)...)})
				return true
			})
		}
	}
	var list []codeEntry
	for _, e := range byCode {
		slices.SortFunc(e.Texts, func(a, b codeText) int { return strings.Compare(a.EN, b.EN) })
		list = append(list, *e)
	}
	slices.SortFunc(list, func(a, b codeEntry) int { return strings.Compare(a.Code, b.Code) })
	return list
}

// All codes stand in schema/problems.json and on the page docs/codes.md, and no code that was released is gone.
func TestTableOfCodes(t *testing.T) {
	list := tableOfCodes(t)
	known := map[string]bool{}
	var text bytes.Buffer
	text.WriteString("{\n  \"about\": \"All codes of problems, with their texts. Placeholders: {name} as it is, {name#} a number, {name~} minutes, {name|one|many} the word that goes with a number.\",\n  \"codes\": [\n")
	var page strings.Builder
	page.WriteString("# Codes of problems\n\nEvery problem has a stable code, a place and a text in two languages. This table is generated; programs read `schema/problems.json`.\n" +
		"Who gives a code: **reader** any text that is no document; **schema** what the JSON Schemas say; **meaning** what no schema says;\n" +
		"**intake** official files and tables; **program** the command line and the calculator.\n\n" +
		"Who validates by a schema hears the keyword that is broken, who reads a document into Go hears the code in brackets for the same fault.\n\n| code | from | Nederlands | English |\n|---|---|---|---|\n")
	for i, e := range list {
		known[e.Code] = true
		var line bytes.Buffer
		enc := json.NewEncoder(&line)
		enc.SetEscapeHTML(false)
		require.NoError(t, enc.Encode(e))
		text.WriteString("    " + strings.TrimSuffix(line.String(), "\n"))
		if i < len(list)-1 {
			text.WriteByte(',')
		}
		text.WriteByte('\n')
		same := ""
		if e.Reader != "" {
			same = " (`" + e.Reader + "`)"
		}
		cell := strings.NewReplacer("|", "\\|", "\n", " ", "<", "&lt;", "*", "\\*")
		for _, words := range e.Texts {
			fmt.Fprintf(&page, "| `%s`%s | %s | %s | %s |\n", e.Code, same, e.From, cell.Replace(words.NL), cell.Replace(words.EN))
		}
	}
	text.WriteString("  ]\n}\n")
	for path, want := range map[string]string{"schema/problems.json": text.String(), "docs/codes.md": page.String()} {
		path = filepath.Join(root, path)
		if *update {
			require.NoError(t, os.WriteFile(path, []byte(want), 0o644))
		}
		have, err := os.ReadFile(path)
		require.NoError(t, err)
		require.True(t, string(have) == want, "%s is not what the source says: go test ./internal/house -run TestTableOfCodes -update", path)
	}
	for keyword, reader := range sameFault {
		require.True(t, known[keyword], keyword)
		require.True(t, known[reader], reader)
	}
	released, err := os.ReadFile(filepath.Join(root, "schema", "released-codes.txt"))
	require.NoError(t, err)
	for _, code := range strings.Fields(string(released)) {
		require.True(t, known[code], "the code %s was released: it may not go, nor mean something else", code)
	}
}
