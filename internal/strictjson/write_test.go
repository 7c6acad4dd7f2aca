package strictjson_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/internal/strictjson"
)

// leaf holds a code that needs escapes, and lists inside lists.
type leaf struct {
	code string
	list []leaf
}

func (l *leaf) bind(f *strictjson.Fields) {
	f.Choice(&l.code, strictjson.Spec{Name: "code", Optional: true})
	strictjson.List(f, &l.list, strictjson.Spec{Name: "list", Optional: true}, (*leaf).bind)
}

func TestCodesAreEscaped(t *testing.T) {
	for code, written := range map[string]string{
		"0363": `"0363"`, "a\"b": `"a\"b"`, "a\\b": `"a\\b"`, "a\nb": `"a\nb"`, "\x01": `"\u0001"`, "é": `"é"`, "a\xffb": "\"a\uFFFDb\"",
		"a\x80b": "\"a\uFFFDb\"", "\x7f": "\"\x7f\"", "a b\"": `"a b\""`, "\x1f": `"\u001f"`,
	} {
		document := string(strictjson.Append(nil, &leaf{code: code}, (*leaf).bind))
		require.Equal(t, "{\n  \"code\": "+written+"\n}\n", document)
	}
}

// pieces keeps every piece that is written.
type pieces []string

func (p *pieces) Write(piece []byte) (int, error) {
	*p = append(*p, string(piece))
	return len(piece), nil
}

// The pieces of a document are the document, also deeper than the usual indent.
func TestPiecesAreTheDocument(t *testing.T) {
	deep := leaf{code: "x"}
	for range 30 {
		deep = leaf{code: "x", list: []leaf{deep, {code: strings.Repeat("y", 1500)}}}
	}
	for _, v := range []leaf{{}, {code: "x"}, deep} {
		document := strictjson.Append([]byte("before"), &v, (*leaf).bind)
		var parts pieces
		require.NoError(t, strictjson.WriteTo(&parts, &v, (*leaf).bind))
		require.Equal(t, string(document), "before"+strings.Join(parts, ""))
		require.Equal(t, len(v.list) > 0, len(parts) > 1)
	}
	last := strings.Repeat("  ", 61) + `"code": "x"`
	require.Contains(t, string(strictjson.Append(nil, &deep, (*leaf).bind)), "\n"+last+"\n")
}

// Nothing was written, so nothing is given: no line feed either.
func TestNothingWritten(t *testing.T) {
	require.Empty(t, strictjson.NewWriter(true).Bytes())
	require.Empty(t, strictjson.NewWriter(false).Bytes())
}

// Without indents a value stands on one line, without spaces.
func TestCompact(t *testing.T) {
	v := leaf{code: "x", list: []leaf{{code: "y"}, {}, {code: "a\"b", list: []leaf{{}}}}}
	w := strictjson.NewWriter(false)
	strictjson.Write(w, &v, (*leaf).bind)
	require.Equal(t, `{"code":"x","list":[{"code":"y"},{},{"code":"a\"b","list":[{}]}]}`, string(w.Bytes()))

	w = strictjson.NewWriter(false)
	w.BeginArray()
	w.BeginObject()
	w.Name("a")
	w.Int(1)
	w.Name("b\n")
	w.String("c")
	w.EndObject()
	w.Int(-2)
	w.EndArray()
	require.Equal(t, `[{"a":1,"b\n":"c"},-2]`, string(w.Bytes()))
}
