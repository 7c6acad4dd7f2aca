package strictjson

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// shape is a document with a member of every kind.
type shape struct {
	name, note, about, url string
	digest, choice, echo   string
	count                  int64
	some                   *int64
	yes                    bool
	tags                   []string
	codes                  []choiceText
	inner                  inner
	rows                   []inner
	rule                   rule
}

type inner struct{ n int64 }

func (i *inner) bind(f *Fields) { f.Int(&i.n, Spec{Name: "n", Min: 1, Max: 9}) }

type rule interface{ bind(*Fields) }

var shapeRules = Union[rule]{Name: "rule", Rule: func(rule) string { return "one/1" }, Bind: func(r rule, f *Fields) { r.bind(f) },
	Variants: []Variant[rule]{{Rule: "one/1", New: func() rule { return new(inner) }}}}

var fruit = []Choice{{Value: "apple"}, {Value: "pear"}}

func (s *shape) bind(f *Fields) {
	f.Const("kind-1", Spec{Name: "$schema"})
	f.Text(&s.name, Spec{Name: "name", Max: 5})
	f.Text(&s.note, Spec{Name: "note", Optional: true})
	f.Text(&s.about, Spec{Name: "about", Optional: true, Max: 201})
	f.Text(&s.url, Spec{Name: "url", Optional: true, Max: 500, Format: "url"})
	f.Text(&s.digest, Spec{Name: "digest", Optional: true, Format: "digest", Max: 71})
	f.Choice(&s.choice, Spec{Name: "choice", Optional: true, Choices: fruit})
	f.Int(&s.count, Spec{Name: "count", Min: -2, Max: 7})
	f.OptionalInt(&s.some, Spec{Name: "some"})
	f.Bool(&s.yes, Spec{Name: "yes", Optional: true})
	f.Texts(&s.tags, Spec{Name: "tags", Optional: true, Min: 1, Max: 2})
	Codes(f, &s.codes, Spec{Name: "codes", Optional: true, Choices: fruit})
	Struct(f, &s.inner, Spec{Name: "inner"}, (*inner).bind)
	List(f, &s.rows, Spec{Name: "rows", Optional: true, Max: 2}, (*inner).bind)
	Rule(f, &s.rule, Spec{Name: "rule"}, &shapeRules)
}

const sound = `{"$schema":"kind-1","name":"abc","count":0,"inner":{"n":1},"rule":{"rule":"one/1","n":3}`

func TestFaultsOfMembers(t *testing.T) {
	long := strings.Repeat("é", 200)
	digest := "sha256:" + strings.Repeat("0123456789abcdef", 4)
	cases := []struct{ more, code, pointer string }{
		{`}`, "", ""},
		{`,"note":"","digest":"","yes":false,"some":0,"tags":["a"],"codes":["pear"],"rows":[],"choice":"apple"}`, "", ""},
		{`,"note":"` + long + `","digest":"` + digest + `"}`, "", ""},
		{`,"about":"line\nbreak"}`, "", ""},
		{`,"note":"line\nbreak"}`, "document.text-control", "/note"},
		{`,"url":"line\nbreak"}`, "document.text-control", "/url"},
		{`,"note":"end\n"}`, "document.text-control", "/note"},
		{`,"tags":["a\n"]}`, "document.text-control", "/tags/0"},
		{`,"about":"turned \u202e"}`, "document.text-control", "/about"},
		{`,"note":"` + long + `é"}`, "document.text-length", "/note"},
		{`,"note":"tab\t"}`, "document.text-control", "/note"},
		{`,"note":"delete\u007f"}`, "document.text-control", "/note"},
		{`,"note":7}`, "document.type-wrong", "/note"},
		{`,"note":null}`, "document.null", "/note"},
		{`,"digest":"` + digest[:70] + `"}`, "document.digest-malformed", "/digest"},
		{`,"digest":"` + digest[:70] + `F"}`, "document.digest-malformed", "/digest"},
		{`,"digest":"md5:` + strings.Repeat("0", 67) + `"}`, "document.digest-malformed", "/digest"},
		{`,"choice":"plum"}`, "document.choice-unknown", "/choice"},
		{`,"choice":true}`, "document.type-wrong", "/choice"},
		{`,"some":-1}`, "document.number-out-of-range", "/some"},
		{`,"some":9007199254740991}`, "", ""},
		{`,"some":9007199254740992}`, "document.number-out-of-range", "/some"},
		{`,"some":1.5}`, "document.number-not-whole", "/some"},
		{`,"some":"1"}`, "document.type-wrong", "/some"},
		{`,"yes":"true"}`, "document.type-wrong", "/yes"},
		{`,"tags":[]}`, "document.list-length", "/tags"},
		{`,"tags":["a","b","c"]}`, "document.list-length", "/tags"},
		{`,"tags":["a",""]}`, "document.text-length", "/tags/1"},
		{`,"tags":["a","\u0001"]}`, "document.text-control", "/tags/1"},
		{`,"tags":[1]}`, "document.type-wrong", "/tags/0"},
		{`,"tags":{}}`, "document.type-wrong", "/tags"},
		{`,"codes":["apple","plum"]}`, "document.choice-unknown", "/codes/1"},
		{`,"rows":[{"n":1},{"n":0}]}`, "document.number-out-of-range", "/rows/1/n"},
		{`,"rows":[{"n":1,"m":2}]}`, "document.member-unknown", "/rows/0/m"},
		{`,"rows":[[]]}`, "document.type-wrong", "/rows/0"},
		{`,"a/b~":1}`, "document.member-unknown", ""},
	}
	for _, c := range cases {
		var s shape
		check(t, Read([]byte(sound+c.more), &s, (*shape).bind, Limits{}), c.code, c.pointer, c.more)
	}
}

// Members are found in any order, and the one that nobody asks for is found too.
func TestMembersInAnyOrder(t *testing.T) {
	members := []string{`"$schema":"kind-1"`, `"name":"abc"`, `"count":4`, `"inner":{"n":2}`, `"rule":{"n":3,"rule":"one/1"}`, `"extra":null`}
	orders := 0
	var permute func(k int)
	permute = func(k int) {
		if k < len(members) {
			for i := k; i < len(members); i++ {
				members[k], members[i] = members[i], members[k]
				permute(k + 1)
				members[k], members[i] = members[i], members[k]
			}
			return
		}
		orders++
		document := "{" + strings.Join(members, ",") + "}"
		var got shape
		faults := Read([]byte(document), &got, (*shape).bind, Limits{})
		require.Len(t, faults, 1, document)
		require.Equal(t, "document.member-unknown", faults[0].Kind.Code, document)
		require.Equal(t, "/extra", faults[0].Pointer, document)
		require.Equal(t, shape{name: "abc", count: 4, inner: inner{2}, rule: &inner{3}}, got, document)
	}
	permute(0)
	require.Equal(t, 720, orders)
}

func TestFaultsOfRequiredMembers(t *testing.T) {
	cases := []struct{ from, to, code, pointer string }{
		{`"kind-1"`, `"kind-2"`, "document.kind-wrong", "/$schema"},
		{`"name":"abc",`, ``, "document.member-missing", "/name"},
		{`"abc"`, `""`, "document.text-length", "/name"},
		{`"abc"`, `"abcdef"`, "document.text-length", "/name"},
		{`"count":0`, `"count":-3`, "document.number-out-of-range", "/count"},
		{`"count":0`, `"count":8`, "document.number-out-of-range", "/count"},
		{`{"n":1}`, `7`, "document.type-wrong", "/inner"},
		{`{"n":1}`, `{}`, "document.member-missing", "/inner/n"},
		{`{"rule":"one/1","n":3}`, `{"n":3}`, "document.member-missing", "/rule/rule"},
		{`"one/1"`, `"two/1"`, "document.choice-unknown", "/rule/rule"},
		{`"n":3`, `"n":3,"m":1`, "document.member-unknown", "/rule/m"},
		{`{"rule":"one/1","n":3}`, `[]`, "document.type-wrong", "/rule"},
	}
	for _, c := range cases {
		require.Contains(t, sound, c.from)
		doc := strings.Replace(sound, c.from, c.to, 1) + "}"
		var s shape
		check(t, Read([]byte(doc), &s, (*shape).bind, Limits{}), c.code, c.pointer, doc)
	}
}

func check(t *testing.T, faults []Fault, code, pointer, doc string) {
	t.Helper()
	if code == "" {
		require.Empty(t, faults, doc)
		return
	}
	require.Len(t, faults, 1, doc)
	require.Equal(t, code, faults[0].Kind.Code, doc)
	require.Equal(t, pointer, faults[0].Pointer, doc)
}

func TestFaultsStandInTheOrderOfTheDocument(t *testing.T) {
	var s shape
	faults := Read([]byte(`{"zz":1,"count":99,"rule":{"rule":"x"},"name":"","$schema":"kind-1"}`), &s, (*shape).bind, Limits{})
	var pointers []string
	for _, f := range faults {
		pointers = append(pointers, f.Pointer)
	}
	require.Equal(t, []string{"/inner", "/zz", "/count", "/rule/rule", "/name"}, pointers, "a missing member stands where its object begins")
}

func TestDescriptionsSayWhatTheReaderDoes(t *testing.T) {
	d := Describe((*shape).bind)
	ends := map[string][2]int64{}
	for _, f := range d.Fields {
		ends[f.Name] = [2]int64{f.Min, f.Max}
	}
	require.Equal(t, [2]int64{1, 5}, ends["name"], "a required text is not empty")
	require.Equal(t, [2]int64{0, MaxLabel}, ends["note"])
	require.Equal(t, [2]int64{-2, 7}, ends["count"])
	require.Equal(t, [2]int64{0, MaxInteger}, ends["some"])
	require.Equal(t, [2]int64{1, 2}, ends["tags"])
	require.Equal(t, [2]int64{0, MaxList}, ends["codes"])
	for _, f := range d.Fields {
		if f.Name == "rows" || f.Name == "inner" {
			require.Len(t, f.Item.Fields, 1)
			require.Equal(t, "n", f.Item.Fields[0].Name)
		}
	}
	v := shapeRules.Describe()
	require.Len(t, v, 1)
	require.IsType(t, new(inner), v[0].Zero)
	require.Equal(t, "n", v[0].Fields[0].Name)
}
