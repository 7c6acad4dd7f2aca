package schema

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// What is found twice is told once; what differs in its place or its kind is told each; what no sentence fits is told as not allowed.
func TestProblemsAreToldOnce(t *testing.T) {
	e, problems := engineOf(Agreement)
	require.Empty(t, problems)
	root, faults := strictjson.Parse([]byte(`{"id":"","title":""}`), strictjson.Limits{})
	require.Empty(t, faults)
	tell := func(found ...finding) []string {
		var list []string
		for _, p := range e.explain(found, &root, 100) {
			list = append(list, p.Code()+" "+p.Pointer)
		}
		return list
	}
	odd := finding{keyword: "odd", instance: []string{"id"}, branch: -1}
	short := finding{keyword: "minLength", schema: []string{"properties", "id"}, instance: []string{"id"}, branch: -1}
	other := finding{keyword: "odd", instance: []string{"title"}, branch: -1}
	require.Equal(t, []string{problemNotAllowed.Code + " /id"}, tell(odd, odd))
	require.Equal(t, []string{problemBlank.Code + " /id", problemNotAllowed.Code + " /id", problemNotAllowed.Code + " /title"}, tell(other, odd, short, odd, short))
	require.Equal(t, []string{problemNotAllowed.Code + " "}, tell(finding{branch: -1}), "nothing that could be told")
}

// A pattern is not told where the same text is told to be no date, too long or empty; of another text it is.
func TestPatternsBesideWhatSaysWhy(t *testing.T) {
	p := func(code, pointer string) zio.Problem {
		return zio.Problem{Kind: &zio.ProblemKind{Code: code}, Pointer: pointer}
	}
	for _, why := range []string{"schema.format", "schema.minLength", "schema.maxLength", "schema.not"} {
		left := withoutEchoes(zio.Problems{p("schema.pattern", "/a"), p(why, "/a"), p("schema.pattern", "/b")})
		require.Equal(t, zio.Problems{p(why, "/a"), p("schema.pattern", "/b")}, left)
	}
	require.Len(t, withoutEchoes(zio.Problems{p("schema.pattern", "/a"), p("schema.type", "/a")}), 2)
}

// Too many problems end with one that says so, at the place of the last that is told.
func TestTooManyProblems(t *testing.T) {
	var all zio.Problems
	for i := range 5 {
		all = append(all, zio.Problem{Kind: &zio.ProblemKind{Code: "x"}, Line: int64(10 + i), Offset: int64(100 + i)})
	}
	require.Len(t, capped(all, 5), 5)
	some := capped(all, 3)
	require.Len(t, some, 4)
	require.Equal(t, []any{problemTooMany.Code, int64(12), int64(102), "3"}, []any{some[3].Code(), some[3].Line, some[3].Offset, some[3].Param("limit")})
}

// Records stand on lines when the first line is a whole one and something comes behind it.
func TestRecordsOnLines(t *testing.T) {
	for text, want := range map[string]bool{
		"{}\n{}": true, "{} \r\n{}": true, "\ufeff\n {\"a\":1}\nx": true, "{}\n": false, "{}\n \n\t": false, "{}": false, "{\n}\n{}": false, "{} x\n{}": false, "[]\n[]": false, "\n\n": false, "": false,
	} {
		require.Equal(t, want, isLines([]byte(text)), "%q", text)
	}
}

// A place in a schema may lead through a list, from its first item to its last.
func TestPlacesInSchemas(t *testing.T) {
	e := &engine{raw: map[string]any{"oneOf": []any{map[string]any{"title": "first"}, map[string]any{"title": "last"}}}}
	require.Equal(t, "first", e.at([]string{"oneOf", "0"})["title"])
	require.Equal(t, "last", e.at([]string{"oneOf", "1"})["title"])
	for _, wrong := range []string{"2", "-1", "x", ""} {
		require.Nil(t, e.at([]string{"oneOf", wrong}), wrong)
	}
}
