package schema

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/proof/arbitrary"
	"github.com/zio-collectief/zio/internal/proof/pupillines"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

var updateVectors = flag.String("update-vectors", "", "write the conformance vectors again: all, or the list of the calculations only")

// vector is one document with what must be said of it, one line of conformance/KIND.ndjson.
type vector struct {
	Name    string `json:"name"`
	Verdict string `json:"verdict"` // "valid" or "invalid"
	// Policy says why another validator, behind an ordinary reader of JSON, may accept an invalid document.
	Policy   string   `json:"policy,omitempty"`
	Problems []finds  `json:"problems,omitempty"`
	Text     string   `json:"text"`
	kind     Kind     // not written: the file says it
	expect   *expects // not written: what the maker of the vector knows
}

type finds struct {
	Code    string `json:"code"`
	Pointer string `json:"pointer"`
}

// expects is what is wrong with a document that was made to have one thing wrong.
type expects struct{ code, pointer string }

type manifest struct {
	About        string        `json:"about"`
	Schemas      string        `json:"schemas"`
	Documents    []docsFile    `json:"documents"`
	Suite        string        `json:"suite"`
	Digests      string        `json:"digests"`
	Meaning      string        `json:"meaning"`
	Compared     []string      `json:"compared"`
	Calculations []calculation `json:"calculations"`
	Policies     []policy      `json:"policies"`
}

type docsFile struct {
	Kind    Kind   `json:"kind"`
	File    string `json:"file"`
	Valid   int    `json:"valid"`
	Invalid int    `json:"invalid"`
}

// calculation is an agreement and a population, and the result that follows from them: files of the examples.
type calculation struct {
	Name       string `json:"name"`
	Agreement  string `json:"agreement"`
	Population string `json:"population"`
	Result     string `json:"result"`
}

// policy is a reason for which a document is refused that no schema gives.
type policy struct {
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

var policies = []policy{
	{"grammar", "An ordinary reader of JSON refuses this text before a validator sees it, or reads it all the same."},
	{"duplicate-member", "A member stands twice. Readers of JSON keep the first, the last or both, so two programs could read two amounts."},
	{"exponent", "A number has an exponent. Some readers turn it into another number or run out of memory."},
	{"fraction", "A whole number is written as 120.0. JSON Schema takes that for a whole number; many programs do not read it as one."},
	{"digits", "A number has more than 19 digits, which no 64-bit integer holds."},
	{"half-character", "An escape stands for half a character, which is no text."},
	{"nul", "A text holds NUL, which is no text."},
	{"bsn", "The reference of a pupil could be a citizen service number (BSN). No keyword can say so."},
}

func TestConformance(t *testing.T) {
	switch *updateVectors {
	case "":
	case "all":
		writeManifest(t, writeVectors(t))
	case "calculations":
		writeManifest(t, readManifest(t).Documents)
	default:
		t.Fatal("-update-vectors is all or calculations")
	}
	m := readManifest(t)
	require.Len(t, m.Documents, len(Kinds()))
	for _, file := range m.Documents {
		t.Run(string(file.Kind), func(t *testing.T) {
			valid, invalid := 0, 0
			for _, v := range readVectors(t, file) {
				problems := Validate(v.kind, []byte(v.Text))
				require.Equal(t, v.Problems, findsOf(problems), "%s: %s", v.Name, v.Text)
				require.Equal(t, v.Verdict == "valid", len(problems) == 0, v.Name)
				require.True(t, v.Policy == "" || slices.ContainsFunc(policies, func(p policy) bool { return p.Name == v.Policy }), v.Policy)
				if v.Verdict == "valid" {
					valid++
				} else {
					invalid++
				}
				for _, p := range problems {
					for _, lang := range []zio.Lang{zio.Dutch, zio.English} {
						require.NotRegexp(t, `\{[a-zA-Z#]+\}`, p.Text(lang), "a placeholder without a value")
					}
				}
			}
			require.Equal(t, file.Valid, valid)
			require.Equal(t, file.Invalid, invalid)
			require.Greater(t, valid, 5)
			require.Greater(t, invalid, 20)
		})
	}
	require.NotEmpty(t, m.Calculations)
	for _, c := range m.Calculations {
		t.Run(c.Name, func(t *testing.T) {
			require.Equal(t, amounts(t, vectorFile(t, c.Result)), amounts(t, calculated(t, c)))
		})
	}
}

func findsOf(problems zio.Problems) []finds {
	var list []finds
	for _, p := range problems {
		list = append(list, finds{p.Code(), p.Pointer})
	}
	return list
}

func vectorFile(t *testing.T, path string) []byte {
	doc, err := os.ReadFile(filepath.Join("conformance", path))
	require.NoError(t, err)
	return doc
}

// Of a result these members are compared: amounts, who bears and pays them, and the checks. Names, the trace and the receipt say
// how a library came to them and by which version.
var compared = []string{"/shares/*/party", "/shares/*/amount", "/payees/*/party", "/payees/*/amount", "/balances", "/components/*/id", "/components/*/route",
	"/components/*/cost", "/components/*/gap", "/components/*/rest", "/components/*/shares/*/party", "/components/*/shares/*/amount",
	"/transfers/*/component", "/transfers/*/from", "/transfers/*/to", "/transfers/*/amount", "/checks"}

// amounts are the members of a result that are compared, each list in the order of the result.
func amounts(t *testing.T, doc []byte) map[string][]any {
	var root any
	require.NoError(t, json.Unmarshal(doc, &root))
	found := map[string][]any{}
	for _, pattern := range compared {
		values := []any{root}
		for _, token := range strings.Split(pattern, "/")[1:] {
			var next []any
			for _, v := range values {
				if list, ok := v.([]any); ok && token == "*" {
					next = append(next, list...)
				} else if object, ok := v.(map[string]any); ok && object[token] != nil {
					next = append(next, object[token])
				}
			}
			values = next
		}
		found[pattern] = values
	}
	require.NotEmpty(t, found["/checks"])
	return found
}

// calculated is the result that follows from the documents.
func calculated(t *testing.T, c calculation) []byte {
	a, problems := funding.ReadAgreement(vectorFile(t, c.Agreement))
	require.Empty(t, problems)
	p, problems := zio.ReadPopulation(vectorFile(t, c.Population))
	require.Empty(t, problems)
	x, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	return x.AppendDocument(nil)
}

func readVectors(t *testing.T, file docsFile) []vector {
	f, err := os.Open(filepath.Join("conformance", file.File))
	require.NoError(t, err)
	defer f.Close()
	var list []vector
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		v := vector{kind: file.Kind}
		require.NoError(t, json.Unmarshal(lines.Bytes(), &v))
		list = append(list, v)
	}
	require.NoError(t, lines.Err())
	return list
}

// writeVectors makes the vectors from seeds: for every constraint of every schema a small document that is
// wrong because of it alone, for every rule and choice one that is right, and what no schema says.
func writeVectors(t *testing.T) (files []docsFile) {
	for i, kind := range Kinds() {
		file := docsFile{Kind: kind, File: string(kind) + ".ndjson"}
		var out bytes.Buffer
		enc := json.NewEncoder(&out)
		enc.SetEscapeHTML(false)
		names := map[string]bool{}
		for _, v := range slices.Concat(schemaVectors(t, kind, uint64(i)), policyVectors(t, kind), lineVectors(kind)) {
			problems := Validate(kind, []byte(v.Text))
			v.Problems, v.Verdict = findsOf(problems), "valid"
			if file.Valid++; len(problems) > 0 {
				v.Verdict = "invalid"
				file.Valid--
				file.Invalid++
			}
			if v.expect == nil {
				require.Empty(t, problems, "%s: %s", v.Name, v.Text)
			} else {
				require.True(t, slices.ContainsFunc(v.Problems, func(f finds) bool {
					return f.Pointer == v.expect.pointer && (v.expect.code == "" || f.Code == v.expect.code)
				}), "%s: %s at %s is not among %v: %s", v.Name, v.expect.code, v.expect.pointer, v.Problems, v.Text)
			}
			require.False(t, names[v.Name], v.Name)
			names[v.Name] = true
			require.NoError(t, enc.Encode(v))
		}
		require.NoError(t, os.WriteFile(filepath.Join("conformance", file.File), out.Bytes(), 0o644))
		files = append(files, file)
	}
	return files
}

func readManifest(t *testing.T) manifest {
	var m manifest
	text, err := os.ReadFile("conformance/manifest.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &m))
	return m
}

func writeManifest(t *testing.T, files []docsFile) {
	m := manifest{
		About:     "Documents with what must be said of them, and calculations with their result, for every language. See README.md.",
		Schemas:   "../1.0",
		Documents: files,
		Suite:     "json-suite.json",
		Digests:   "digests.ndjson",
		Meaning:   "meaning.ndjson",
		Compared:  compared,
		Policies:  policies,
	}
	folders, err := os.ReadDir("../examples/agreements")
	require.NoError(t, err)
	for _, folder := range folders {
		at := "../../examples/agreements/" + folder.Name()
		c := calculation{Name: folder.Name(), Agreement: at + "/agreement.json", Population: at + "/population.json", Result: at + "/result.json"}
		if _, err := os.Stat(filepath.Join("conformance", c.Agreement)); err != nil {
			continue
		}
		m.Calculations = append(m.Calculations, c)
	}
	text, err := json.MarshalIndent(m, "", "  ")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile("conformance/manifest.json", append(text, '\n'), 0o644))
}

// What a keyword is called when it is broken, where that is not the keyword.
var codeOf = map[string]string{"$ref": "", "items": "", "oneOf": "schema.oneOf", "pattern": "", "minLength": "", "const": "", "enum": "schema.enum"}

// The largest document of a vector, in bytes.
const longestVector = 4 << 10

// holds reports whether a document has a value at a pointer.
func holds(doc []byte, pointer string) bool {
	root, _ := strictjson.Parse(doc, strictjson.Limits{})
	x := explainer{root: &root}
	_, found := x.lookup(tokens(pointer))
	return found
}

func schemaVectors(t *testing.T, kind Kind, seed uint64) []vector {
	s, err := arbitrary.NewSchema(Document(kind))
	require.NoError(t, err)
	example, err := os.ReadFile("examples/" + string(kind) + ".json")
	require.NoError(t, err)
	list := []vector{{Name: "example", Text: string(example)}}
	r := rand.New(rand.NewPCG(2026, seed))
	for i := range 5 {
		best := s.Document(r)
		for range 20 {
			if doc := s.Document(r); len(doc) < len(best) {
				best = doc
			}
		}
		list = append(list, vector{Name: fmt.Sprintf("arbitrary %d", i+1), Text: string(compact(t, best))})
	}
	seen := map[string]bool{}
	for n, site := range s.Sites() {
		if site.Keyword == "maxItems" && s.Number(site) > 100 || site.Narrows && site.Keyword != "oneOf" {
			continue
		}
		// one constraint with each keyword in each definition
		if key := strings.Join(site.Path[:min(2, len(site.Path))], "/") + " " + site.Keyword; seen[key] && site.Keyword != "oneOf" {
			continue
		} else {
			seen[key] = true
		}
		r := rand.New(rand.NewPCG(2026+seed, uint64(n)))
		best := s.Probe(r, site)
		for range 30 {
			if p := s.Probe(r, site); len(p.Document) < len(best.Document) {
				best = p
			}
		}
		want := findsOf(Validate(kind, best.Document))
		best.Document = shrink(best.Document, func(doc []byte) bool {
			return (len(want) > 0 || holds(doc, best.At)) && slices.Equal(findsOf(Validate(kind, doc)), want)
		})
		if len(best.Document) > longestVector {
			t.Logf("%s %s: %d bytes", kind, &site, len(best.Document))
			continue
		}
		v := vector{Name: strings.TrimPrefix(site.String(), "/"), Text: string(best.Document)}
		if !site.Narrows {
			code, other := codeOf[site.Keyword]
			if !other {
				code = "schema." + site.Keyword
			}
			v.expect = &expects{code, best.At}
		}
		list = append(list, v)
	}
	return list
}

func compact(t *testing.T, doc []byte) []byte {
	var out bytes.Buffer
	require.NoError(t, json.Compact(&out, doc))
	return out.Bytes()
}

// policyVectors are documents that no schema refuses, or that are no JSON.
func policyVectors(t *testing.T, kind Kind) []vector {
	text, err := os.ReadFile("examples/" + string(kind) + ".json")
	require.NoError(t, err)
	doc := string(compact(t, text))
	var members []struct{ name, value string }
	dec := json.NewDecoder(strings.NewReader(doc))
	_, err = dec.Token()
	require.NoError(t, err)
	for dec.More() {
		name, err := dec.Token()
		require.NoError(t, err)
		var value json.RawMessage
		require.NoError(t, dec.Decode(&value))
		members = append(members, struct{ name, value string }{name.(string), string(value)})
	}
	first := members[0]
	var list []vector
	add := func(name, policy, code, pointer, text string) {
		list = append(list, vector{Name: name, Policy: policy, Text: text, expect: &expects{code, pointer}})
	}
	add("member twice", "duplicate-member", "json.duplicate-member", "/"+first.name, strings.Replace(doc, "{", fmt.Sprintf(`{"%s":%s,`, first.name, first.value), 1))
	add("member twice by an escape", "duplicate-member", "json.duplicate-member", "/"+first.name,
		strings.Replace(doc, "{", fmt.Sprintf(`{"\u%04x%s":%s,`, first.name[0], first.name[1:], first.value), 1))
	add("text behind the document", "grammar", "json.trailing", "", doc+"{}")
	add("byte-order mark", "grammar", "json.bom", "", "\ufeff"+doc)
	add("cut off", "grammar", "json.syntax", "", doc[:len(doc)-1])
	add("comma too many", "grammar", "json.syntax", "", doc[:len(doc)-1]+",}")
	add("nothing", "grammar", "json.empty", "", "")
	add("too deep", "", "json.too-deep", strings.Repeat("/0", 64), strings.Repeat("[", 65)+strings.Repeat("]", 65))
	for i, c := range doc { // the first number of a member
		if c == ':' && doc[i-1] == '"' && doc[i+1] >= '1' && doc[i+1] <= '9' {
			end := i + 1
			for doc[end] >= '0' && doc[end] <= '9' {
				end++
			}
			pointer := pointerAt(doc, i+1)
			add("exponent", "exponent", "json.exponent", pointer, doc[:end]+"e0"+doc[end:])
			add("an exponent that kills", "exponent", "json.exponent", pointer, doc[:end]+"e1000001"+doc[end:])
			add("whole number with a fraction", "fraction", "schema.type", pointer, doc[:end]+".0"+doc[end:])
			add("twenty digits", "digits", "json.number-too-long", pointer, doc[:i+1]+"12345678901234567890"+doc[end:])
			add("leading zero", "grammar", "json.leading-zero", pointer, doc[:i+1]+"0"+doc[i+1:])
			break
		}
	}
	for _, name := range []string{"title", "label"} {
		mark := `"` + name + `":"`
		if i := strings.Index(doc, mark); i >= 0 {
			at := i + len(mark)
			pointer := pointerAt(doc, at-1)
			add("half a character", "half-character", "json.surrogate", pointer, doc[:at]+`\ud800`+doc[at:])
			add("NUL", "nul", "json.nul", pointer, doc[:at]+`\u0000`+doc[at:])
			add("raw tab", "grammar", "json.control", pointer, doc[:at]+"\t"+doc[at:])
			break
		}
	}
	if i := strings.Index(doc, `"ref":"`); i >= 0 && kind != Result {
		end := i + 7 + strings.IndexByte(doc[i+7:], '"')
		for _, ref := range []string{"123456782", "12345678-2", "leerling-123456782", "11122233-3"} {
			add("reference that could be a BSN: "+ref, "bsn", "pupil.bsn", pointerAt(doc, i+6), doc[:i+7]+ref+doc[end:])
		}
		list = append(list, vector{Name: "reference of nine digits that is no BSN", Text: doc[:i+7] + "123456789" + doc[end:]})
	}
	spaced := strings.NewReplacer(`":`, `" : `, `,"`, " ,\r\n\t\"").Replace(doc)
	list = append(list, vector{Name: "white space", Text: " " + spaced + "\n"})
	var sorted any
	require.NoError(t, json.Unmarshal([]byte(doc), &sorted))
	byName, err := json.Marshal(sorted)
	require.NoError(t, err)
	list = append(list, vector{Name: "members in order of name", Text: string(byName)})
	list = append(list, vector{Name: "name with an escape", Text: strings.Replace(doc, `"`+first.name[:1], fmt.Sprintf(`"\u%04x`, first.name[0]), 1)})
	return list
}

// pointerAt is the pointer to the value that begins at a place of a document.
func pointerAt(doc string, place int) string {
	root, _ := strictjson.Parse([]byte(doc), strictjson.Limits{})
	v := &root
	var path []string
	for {
		inner := -1
		if len(v.Members) > 0 {
			for i := range v.Members {
				if v.Members[i].Value.Offset <= place {
					inner = i
				}
			}
			name := v.Members[inner].Name
			if v.Kind == strictjson.Array {
				name = fmt.Sprint(inner)
			}
			path = append(path, name)
			v = &v.Members[inner].Value
		}
		if v.Offset == place || inner < 0 {
			break
		}
	}
	return pointerOf(path)
}

// lineVectors are lines as they come from spreadsheets and other programs.
func lineVectors(kind Kind) []vector {
	if kind != Pupil {
		return nil
	}
	policyOf := map[string]string{"json.duplicate-member": "duplicate-member", "json.exponent": "exponent", "json.leading-zero": "grammar", "json.control": "grammar", "json.syntax": "grammar"}
	var list []vector
	for _, w := range pupillines.Wrongs() {
		list = append(list, vector{Name: "line: " + w.Name, Policy: policyOf[w.Code], Text: w.Text, expect: &expects{w.Code, w.Pointer}})
	}
	source := pupillines.New(9, pupillines.Style{Shuffled: true, Spaced: true, Escaped: true})
	for i := range 10 {
		list = append(list, vector{Name: fmt.Sprintf("line %d", i+1), Text: string(source.Append(nil))})
	}
	return list
}
