package strictjson

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// more is a document with what may be absent and kept: a number, an object and a code for which absent and zero are different.
type more struct {
	n     *int64
	in    *inner
	code  *choiceText
	need  choiceText
	rule  rule
	yes   bool
	texts []string
}

func (m *more) bind(f *Fields) {
	f.OptionalInt(&m.n, Spec{Name: "n", Min: -5, Max: 5})
	OptionalStruct(f, &m.in, Spec{Name: "in"}, (*inner).bind)
	OptionalCode(f, &m.code, Spec{Name: "code", Choices: fruit})
	f.Code(&m.need, Spec{Name: "need", Choices: fruit})
	Rule(f, &m.rule, Spec{Name: "rule", Optional: true}, &moreRules)
	f.Bool(&m.yes, Spec{Name: "yes"})
	f.Texts(&m.texts, Spec{Name: "texts", Min: 1})
}

// moreRules names a rule by what it is; nil is none.
var moreRules = Union[rule]{Name: "rule", Rule: func(r rule) string {
	if r == nil {
		return ""
	}
	return "one/1"
}, Bind: func(r rule, f *Fields) { r.bind(f) },
	Variants: []Variant[rule]{{Rule: "one/1", New: func() rule { return new(inner) }}, {Rule: "two/1", New: func() rule { return new(inner) }}}}

const whole = `{
  "$schema": "kind-1",
  "name": "abc",
  "note": "é",
  "about": "a\nb",
  "url": "x",
  "choice": "pear",
  "count": -2,
  "some": 0,
  "yes": true,
  "tags": [
    "a",
    "b"
  ],
  "codes": [
    "pear",
    "apple"
  ],
  "inner": {
    "n": 9
  },
  "rows": [
    {
      "n": 1
    },
    {
      "n": 2
    }
  ],
  "rule": {
    "rule": "one/1",
    "n": 3
  }
}
`

// A canonical document is written as it was read, and so are the least ones.
func TestWrittenAsRead(t *testing.T) {
	var s shape
	require.Empty(t, Read([]byte(whole), &s, (*shape).bind, Limits{}))
	require.Equal(t, whole, string(Append(nil, &s, (*shape).bind)))
	require.Empty(t, Check(&s, (*shape).bind))
	for _, least := range []string{"{\"need\":\"pear\",\"yes\":false,\"texts\":[\"a\"]}", `{"n":0,"in":{"n":1},"code":"apple","need":"pear","rule":{"rule":"one/1","n":3},"yes":true,"texts":["a"]}`} {
		var m more
		require.Empty(t, Read([]byte(least), &m, (*more).bind, Limits{}))
		require.JSONEq(t, least, string(Append(nil, &m, (*more).bind)))
		require.Empty(t, Check(&m, (*more).bind))
		require.Equal(t, strings.Contains(least, `"n":0`), m.n != nil)
		require.Equal(t, strings.Contains(least, `"in"`), m.in != nil)
		require.Equal(t, strings.Contains(least, `"code"`), m.code != nil)
	}
	var v Value
	v, faults := Parse([]byte(whole), Limits{})
	require.Empty(t, faults)
	w := NewWriter(true)
	w.Value(&v)
	require.Equal(t, whole, string(w.Bytes()))
}

// What a program made is judged as what was read: the same faults in the same places.
func TestCheckedAsRead(t *testing.T) {
	long := strings.Repeat("x", 201)
	five, six := int64(5), int64(6)
	plum, none := choiceText("plum"), choiceText("")
	for _, c := range []struct {
		change func(*shape)
		want   string
	}{
		{func(s *shape) { s.name = "" }, "document.text-length /name length 0 min 1 max 5"},
		{func(s *shape) { s.name = "ééééé" }, ""},
		{func(s *shape) { s.name = "éééééé" }, "document.text-length /name length 6 min 1 max 5"},
		{func(s *shape) { s.note = long }, "document.text-length /note length 201 min 0 max 200"},
		{func(s *shape) { s.note = long[1:] }, ""},
		{func(s *shape) { s.about = "a\nb" }, ""},
		{func(s *shape) { s.about = "a\x1fb" }, "document.text-control /about"},
		{func(s *shape) { s.about = "a b\x7f" }, "document.text-control /about"},
		{func(s *shape) { s.url = "a\nb" }, "document.text-control /url"},
		{func(s *shape) { s.note = "12345672" }, "text.bsn /note"},
		{func(s *shape) { s.note = "1234567" }, ""},
		{func(s *shape) { s.url = "https://example.org/12345672" }, ""},
		{func(s *shape) { s.url = "12345672" }, "text.bsn /url"}, // no address
		{func(s *shape) { s.url = "111222333" }, "text.bsn /url"},
		{func(s *shape) { s.tags = []string{"a", "111 222 333"} }, "text.bsn /tags/1"},
		{func(s *shape) { s.digest = "sha256:" }, "document.digest-malformed /digest"},
		{func(s *shape) { s.choice = "plum" }, "document.choice-unknown /choice value plum choices apple, pear"},
		{func(s *shape) { s.count = -3 }, "document.number-out-of-range /count value -3 min -2 max 7"},
		{func(s *shape) { s.count = 8 }, "document.number-out-of-range /count value 8 min -2 max 7"},
		{func(s *shape) { s.count = 7 }, ""},
		{func(s *shape) { s.some = &six }, ""},
		{func(s *shape) { s.some = new(int64); *s.some = -1 }, "document.number-out-of-range /some value -1 min 0 max 9007199254740991"},
		{func(s *shape) { s.some = new(int64); *s.some = MaxInteger + 1 }, "document.number-out-of-range /some value 9007199254740992 min 0 max 9007199254740991"},
		{func(s *shape) { s.some = new(int64); *s.some = MaxInteger }, ""},
		{func(s *shape) { s.tags = []string{"a", "b", "c"} }, "document.list-length /tags length 3 min 1 max 2"},
		{func(s *shape) { s.tags = nil }, ""},
		{func(s *shape) { s.codes = []choiceText{"apple", "plum"} }, "document.choice-unknown /codes/1 value plum choices apple, pear"},
		{func(s *shape) { s.codes = []choiceText{""} }, "document.member-missing /codes/0 name codes"},
		{func(s *shape) { s.inner.n = 0 }, "document.number-out-of-range /inner/n value 0 min 1 max 9"},
		{func(s *shape) { s.rows = []inner{{1}, {10}} }, "document.number-out-of-range /rows/1/n value 10 min 1 max 9"},
		{func(s *shape) { s.rows = make([]inner, 3) }, "document.list-length /rows length 3 min 0 max 2"},
		{func(s *shape) { s.rule = &inner{0} }, "document.number-out-of-range /rule/n value 0 min 1 max 9"},
		{func(s *shape) { s.rule = (*inner)(nil) }, "document.nothing /rule"},
	} {
		var s shape
		require.Empty(t, Read([]byte(whole), &s, (*shape).bind, Limits{}))
		c.change(&s)
		require.Equal(t, c.want, told(Check(&s, (*shape).bind)))
	}
	for _, c := range []struct {
		value more
		want  string
	}{
		{more{need: "pear", texts: []string{"a"}, n: &five, in: &inner{1}}, ""},
		{more{need: "pear", texts: []string{"a"}, n: &six}, "document.number-out-of-range /n value 6 min -5 max 5"},
		{more{need: "pear", texts: []string{"a"}, in: &inner{0}}, "document.number-out-of-range /in/n value 0 min 1 max 9"},
		{more{need: "pear", texts: []string{"a"}, code: &plum}, "document.choice-unknown /code value plum choices apple, pear"},
		{more{need: "pear", texts: []string{"a"}, code: &none}, "document.member-missing /code name code"},
		{more{texts: []string{"a"}}, "document.member-missing /need name need"},
		{more{need: "plum", texts: []string{"a"}}, "document.choice-unknown /need value plum choices apple, pear"},
		{more{need: "pear"}, "document.list-length /texts length 0 min 1 max 2000"},
	} {
		require.Equal(t, c.want, told(Check(&c.value, (*more).bind)))
	}
	require.Equal(t, "document.nothing ", told(Check(nil, (*more).bind)))
}

// told is the first fault with its parameters; more than one is said too.
func told(faults []Fault) string {
	if len(faults) == 0 {
		return ""
	}
	text := faults[0].Kind.Code + " " + faults[0].Pointer
	for _, p := range faults[0].Params {
		text += " " + p
	}
	if len(faults) > 1 {
		text += " and " + strconv.Itoa(len(faults)-1) + " more"
	}
	return text
}

// What is read beside what is wrong: the first of two numbers that are no number, and their places.
func TestFaultsOfOptionalMembers(t *testing.T) {
	for doc, want := range map[string]string{
		`{"need":"pear","yes":true,"texts":["a"],"n":"1"}`:                             "document.type-wrong /n",
		`{"need":"pear","yes":true,"texts":["a"],"n":1.5}`:                             "document.number-not-whole /n value 1.5",
		`{"need":"pear","yes":true,"texts":["a"],"n":6}`:                               "document.number-out-of-range /n value 6 min -5 max 5",
		`{"need":"pear","yes":true,"texts":["a"],"n":-5}`:                              "",
		`{"need":"pear","yes":true,"texts":["a"],"n":9223372036854775808}`:             "document.number-out-of-range /n value 9223372036854775808 min -5 max 5",
		`{"need":"pear","yes":true,"texts":["a"],"in":7}`:                              "document.type-wrong /in",
		`{"need":"pear","yes":true,"texts":["a"],"in":{"n":1,"x":2}}`:                  "document.member-unknown /in/x name x",
		`{"need":"pear","yes":true,"texts":["a"],"code":7}`:                            "document.type-wrong /code",
		`{"need":"pear","yes":true,"texts":["a"],"code":"plum"}`:                       "document.choice-unknown /code value plum choices apple, pear",
		`{"need":"pear","yes":true,"texts":["a"],"code":null}`:                         "document.null /code",
		`{"need":"pear","texts":["a"]}`:                                                "document.member-missing /yes name yes",
		`{"need":"pear","yes":1,"texts":["a"]}`:                                        "document.type-wrong /yes",
		`{"yes":true,"texts":["a"]}`:                                                   "document.member-missing /need name need",
		`{"need":"pear","yes":true}`:                                                   "document.member-missing /texts name texts",
		`{"need":"pear","yes":true,"texts":["a"],"rule":{"n":3}}`:                      "document.member-missing /rule/rule name rule",
		`{"need":"pear","yes":true,"texts":["a"],"rule":{"rule":7,"n":3}}`:             "document.type-wrong /rule/rule",
		`{"need":"pear","yes":true,"texts":["a"],"rule":{"rule":"x"}}`:                 "document.choice-unknown /rule/rule value x choices one/1, two/1",
		`{"need":"pear","yes":true,"texts":["a"],"rule":{"rule":"two/1"}}`:             "document.member-missing /rule/n name n",
		`{"need":"pear","yes":true,"texts":["a"],"m1":1}`:                              "document.member-unknown /m1 name m1",
		`{"need":"pear","yes":true,"texts":["a"],"Zz_$9":1}`:                           "document.member-unknown /Zz_$9 name Zz_$9",
		`{"need":"pear","yes":true,"texts":["a"],"a0":1}`:                              "document.member-unknown /a0 name a0",
		`{"need":"pear","yes":true,"texts":["a"],"0a":1}`:                              "document.member-unknown  name ***",
		`{"need":"pear","yes":true,"texts":["a"],"a/b":1}`:                             "document.member-unknown  name ***",
		`{"need":"pear","yes":true,"texts":["a"],"a:":1}`:                              "document.member-unknown  name ***",
		`{"need":"pear","yes":true,"texts":["a"],"a[":1}`:                              "document.member-unknown  name ***",
		`{"need":"pear","yes":true,"texts":["a"],"a{":1}`:                              "document.member-unknown  name ***",
		`{"need":"pear","yes":true,"texts":["a"],"a` + "`" + `":1}`:                    "document.member-unknown  name ***",
		`{"need":"pear","yes":true,"texts":["a"],"a@":1}`:                              "document.member-unknown  name ***",
		`{"need":"pear","yes":true,"texts":["a"],"":1}`:                                "document.member-unknown  name ***",
		`{"need":"pear","yes":true,"texts":["a"],"p111222333":1}`:                      "document.member-unknown  name ***",
		`{"need":"pear","yes":true,"texts":["a"],"` + strings.Repeat("a", 40) + `":1}`: "document.member-unknown /" + strings.Repeat("a", 40) + " name " + strings.Repeat("a", 40),
		`{"need":"pear","yes":true,"texts":["a"],"` + strings.Repeat("a", 41) + `":1}`: "document.member-unknown  name ***",
	} {
		var m more
		require.Equal(t, want, told(Read([]byte(doc), &m, (*more).bind, Limits{})), doc)
	}
}

// Where descriptions say that absent and zero are different.
func TestDescriptionsOfOptionalMembers(t *testing.T) {
	kept := map[string]bool{}
	optional := map[string]bool{}
	for _, f := range Describe((*more).bind).Fields {
		kept[f.Name], optional[f.Name] = f.Kept, f.Optional
	}
	require.Equal(t, map[string]bool{"n": true, "in": false, "code": true, "need": false, "rule": false, "yes": false, "texts": false}, kept)
	require.Equal(t, map[string]bool{"n": true, "in": true, "code": true, "need": false, "rule": true, "yes": false, "texts": false}, optional)
	require.Len(t, moreRules.Describe(), 2)
}

// odd is a document with members that are seldom bound so.
type odd struct {
	n     int64
	codes []choiceText
	bad   unset
	yes   bool
}

// unset is a code without a text.
type unset struct{ none bool }

type unsetError struct{}

func (unsetError) Error() string { return "not set" }

func (u *unset) AppendText(b []byte) ([]byte, error) {
	if u.none {
		return nil, unsetError{}
	}
	return append(b, 'x'), nil
}
func (u *unset) UnmarshalText([]byte) error { return nil }
func (u *unset) IsZero() bool               { return false }

func (o *odd) bind(f *Fields) {
	f.Int(&o.n, Spec{Name: "n", Optional: true, Min: 2, Max: 1000})
	Codes(f, &o.codes, Spec{Name: "codes", Min: 1, Max: 11, Choices: fruit})
	f.Code(&o.bad, Spec{Name: "bad"})
	f.Bool(&o.yes, Spec{Name: "yes", Optional: true})
	f.Kept()
}

func TestSeldomBound(t *testing.T) {
	pears := func(n int) (list []choiceText) {
		for range n {
			list = append(list, "pear")
		}
		return list
	}
	for _, c := range []struct {
		value odd
		want  string
	}{
		{odd{codes: pears(11)}, ""},
		{odd{codes: pears(12)}, "document.list-length /codes length 12 min 1 max 11"},
		{odd{}, "document.list-length /codes length 0 min 1 max 11"},
		{odd{codes: pears(1), n: 1}, "document.number-out-of-range /n value 1 min 2 max 1000"},
		{odd{codes: pears(1), n: 1001}, "document.number-out-of-range /n value 1001 min 2 max 1000"},
	} {
		require.Equal(t, c.want, told(Check(&c.value, (*odd).bind)))
	}
	faults := Check(&odd{codes: pears(1), bad: unset{true}}, (*odd).bind)
	require.Equal(t, []Fault{{Pointer: "/bad", Cause: unsetError{}}}, faults)
	for _, f := range Describe((*odd).bind).Fields {
		require.Equal(t, f.Name == "yes", f.Kept, f.Name)
	}
	var o odd
	require.Empty(t, Read([]byte(`{"codes":["pear"],"bad":"x"}`), &o, (*odd).bind, Limits{}))
}

// What is wrong is not kept, and faults of one place stand in the order in which they were found.
func TestWhatIsWrongIsNotKept(t *testing.T) {
	for _, text := range []string{`a\u0007`, "999999990", strings.Repeat("x", 202)} { // 9 x (9+8+7+6+5+4+3+2) = 396 = 36 x 11
		var s shape
		require.Len(t, Read([]byte(sound+`,"about":"`+text+`"}`), &s, (*shape).bind, Limits{}), 1, text)
		require.Empty(t, s.about)
	}
	var s shape
	var pointers []string
	for _, f := range Read([]byte(`{}`), &s, (*shape).bind, Limits{}) {
		pointers = append(pointers, f.Pointer)
	}
	require.Equal(t, []string{"/$schema", "/name", "/count", "/inner", "/rule"}, pointers)
	for _, n := range []string{`"1"`, "1.5", "6", "-6", "9223372036854775808"} {
		var m more
		require.Len(t, Read([]byte(`{"need":"pear","yes":true,"texts":["a"],"n":`+n+`}`), &m, (*more).bind, Limits{}), 1, n)
		require.Nil(t, m.n, n)
	}
	require.Equal(t, "document.member-missing /rule name rule", told(Check(&struct{ r rule }{}, func(v *struct{ r rule }, f *Fields) { Rule(f, &v.r, Spec{Name: "rule"}, &moreRules) })))
}

// A number that may be absent is absent where it is 0, and 0 is not checked then.
func TestZeroThatIsAbsent(t *testing.T) {
	bind := func(n *int64, f *Fields) { f.Int(n, Spec{Name: "n", Optional: true, Min: 2, Max: 5}) }
	for n, want := range map[int64]string{0: "{}\n", 3: "{\n  \"n\": 3\n}\n"} {
		require.Equal(t, want, string(Append(nil, &n, bind)))
		require.Empty(t, Check(&n, bind))
	}
	text := func(s *string, f *Fields) { f.Text(s, Spec{Name: "s", Optional: true, Min: 2}) }
	for s, want := range map[string]string{"": "", "ab": "", "a": "document.text-length /s length 1 min 2 max 200"} {
		require.Equal(t, want, told(Check(&s, text)))
	}
	list := func(v *[]inner, f *Fields) {
		List(f, v, Spec{Name: "list", Optional: true, Min: 1, Max: 2}, (*inner).bind)
	}
	for n, want := range []string{"", "document.number-out-of-range /list/0/n value 0 min 1 max 9"} {
		rows := make([]inner, n)
		require.Equal(t, want, told(Check(&rows, list)))
	}
	n := int64(1)
	require.Equal(t, "document.number-out-of-range /n value 1 min 2 max 5", told(Check(&n, bind)))
}

// nest is a rule that holds a rule.
type nest struct{ in rule }

var nests Union[rule]

func (n *nest) bind(f *Fields) { Rule(f, &n.in, Spec{Name: "in", Optional: true}, &nests) }

// Rules may stand in each other as deep as a document may be.
func TestRulesInEachOther(t *testing.T) {
	nests = Union[rule]{Name: "nest", Rule: func(r rule) string {
		if r == nil {
			return ""
		}
		return "nest/1"
	}, Bind: func(r rule, f *Fields) { r.bind(f) }, Variants: []Variant[rule]{{Rule: "nest/1", New: func() rule { return new(nest) }}}}
	top := &nest{}
	for at, depth := top, 1; depth <= 65; depth++ { // so many objects in each other, of which the document is the first
		faults := Check(top, (*nest).bind)
		_, read := Parse([]byte(strings.Repeat(`{"in":`, depth)+"1"+strings.Repeat("}", depth)), Limits{})
		require.Equal(t, depth > 64, len(read) > 0, depth)
		if depth <= 64 {
			require.Empty(t, faults, depth)
		} else {
			require.Equal(t, "json.too-deep "+strings.Repeat("/in", 65)+" limit 64", told(faults))
		}
		written := string(Append(nil, top, (*nest).bind))
		require.Equal(t, min(depth-1, 64), strings.Count(written, `"nest/1"`), "the last one within the depth says what it is")
		var back nest
		require.Equal(t, depth > 64, len(Read([]byte(written), &back, (*nest).bind, Limits{})) > 0, depth)
		next := &nest{}
		at.in, at = next, next
	}
	round := &nest{}
	round.in = round
	require.Equal(t, 64, strings.Count(string(Append(nil, round, (*nest).bind)), `"nest/1"`), "one that holds itself ends")
	require.Equal(t, "json.too-deep "+strings.Repeat("/in", 65)+" limit 64", told(Check(round, (*nest).bind)))
}

// A document is the same whatever room there was for it at the start.
func TestWrittenIntoAnyRoom(t *testing.T) {
	var s shape
	require.Empty(t, Read([]byte(whole), &s, (*shape).bind, Limits{}))
	s.name, s.note = "a b", "é\xff\x01\"" // a space is written as it is, what is no UTF-8 as U+FFFD
	want := strings.Replace(strings.Replace(whole, `"abc"`, `"a b"`, 1), `"é"`, `"é`+"\uFFFD"+`\u0001\""`, 1)
	plain, faults := Parse([]byte(want), Limits{})
	require.Empty(t, faults)
	for room := range len(want) + 20 {
		require.Equal(t, want, string(Append(make([]byte, 0, room), &s, (*shape).bind)), room)
		w := Writer{buf: make([]byte, 0, room)}
		w.Value(&plain)
		again, faults := Parse(w.Bytes(), Limits{})
		require.Empty(t, faults)
		require.Equal(t, text(t, &plain), text(t, &again))
	}
}

// A binder is told whether it reads or writes, and neither when it checks or describes.
func TestBinderKnowsWhatItDoes(t *testing.T) {
	var said []string
	bind := func(_ *inner, f *Fields) {
		said = append(said, strconv.FormatBool(f.Reading())+" "+strconv.FormatBool(f.Writing()))
	}
	var v inner
	Read([]byte("{}"), &v, bind, Limits{})
	Append(nil, &v, bind)
	Check(&v, bind)
	Describe(bind)
	require.Equal(t, []string{"true false", "false true", "false false", "false false"}, said)
}
