package strictjson

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// text is a value as plain JSON, with the numbers as they were written.
func text(t *testing.T, v *Value) string {
	t.Helper()
	switch v.Kind {
	case Null:
		return "null"
	case String:
		b, err := json.Marshal(v.Text)
		require.NoError(t, err)
		return string(b)
	case Array, Object:
		var b strings.Builder
		for i := range v.Members {
			if i > 0 {
				b.WriteByte(',')
			}
			if v.Kind == Object {
				b.WriteString(text(t, &Value{Kind: String, Text: v.Members[i].Name}) + ":")
			}
			b.WriteString(text(t, v.Item(i)))
		}
		if v.Kind == Array {
			return "[" + b.String() + "]"
		}
		return "{" + b.String() + "}"
	}
	return v.Text
}

// What is read is what encoding/json reads, of documents without what this reader refuses; it reads nothing that encoding/json
// refuses. The documents are made of pieces that stand next to each other by chance.
func TestParseAsTheStandardLibrary(t *testing.T) {
	pieces := strings.Split(`{|}|[|]|:|,|"a"|"b"|"c":1|"é"|"\u00e9"|"\uABCD\uabcd\uafFA"|"\n x"|"\ud83d\ude00"|"\uD800\uDC00"|"\udbff\udfff"|"\n\t\r\b\f\/\\\""|"\u0041"|0|1|-1|12.5|0.0|-0|true|false|null| |"x`+"\n"+`"|01|1.|.5|-|tru|"\x"|"\u12"|"\ud83d"|"\ude00"|"\ud83dx"|"\ud83d\u0041"|"`, "|")
	r := rand.New(rand.NewPCG(1, 2))
	good := 0
	check := func(doc string) {
		v, faults := Parse([]byte(doc), Limits{})
		var want any
		d := json.NewDecoder(strings.NewReader(doc))
		d.UseNumber()
		err := d.Decode(&want)
		if len(faults) > 0 {
			for _, f := range faults {
				require.LessOrEqual(t, f.Offset, len(doc), doc)
			}
			if json.Valid([]byte(doc)) { // then it is what only this reader refuses
				require.Contains(t, []string{"json.duplicate-member", "json.surrogate"}, faults[0].Kind.Code, doc)
			}
			return
		}
		require.True(t, json.Valid([]byte(doc)), "%q", doc)
		require.NoError(t, err)
		good++
		var got any
		d = json.NewDecoder(strings.NewReader(text(t, &v)))
		d.UseNumber()
		require.NoError(t, d.Decode(&got), doc)
		require.Equal(t, want, got, doc)
	}
	for range 15_000 {
		var b strings.Builder
		for range 1 + r.IntN(4) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		check(b.String())
		check("[" + b.String() + "]")
		check(`{"k":` + b.String() + `,"l":[1,{}]}`)
	}
	require.Greater(t, good, 1000)
}

// Of each fault of syntax the code, the place and the byte, by hand.
func TestFaultsOfSyntax(t *testing.T) {
	deep := strings.Repeat("[", 64)
	for doc, want := range map[string]string{
		"":                             "json.empty  0",
		" \t\r\n":                      "json.empty  4",
		"\ufeff{}":                     "json.bom  0",
		"{} x":                         "json.trailing  3",
		"{}\x00":                       "json.nul  2",
		"\x00":                         "json.nul  0",
		`{"a":01}`:                     "json.leading-zero /a 5",
		`{"a":-01}`:                    "json.leading-zero /a 6",
		`{"a":1e3}`:                    "json.exponent /a 5",
		`{"a":-1.5E3}`:                 "json.exponent /a 5",
		`{"a":12345678901234567890}`:   "json.number-too-long /a 5",
		`{"a":1234567890.1234567890}`:  "json.number-too-long /a 5",
		`{"a":1234567890.123456789}`:   "",
		`{"a":-1234567890123456789}`:   "",
		`{"a":1.}`:                     "json.syntax /a 7",
		`{"a":-}`:                      "json.syntax /a 6",
		`{"a":"` + "\n" + `"}`:         "json.control /a 6",
		`{"a":"\n` + "\x1f" + `"}`:     "json.control /a 8",
		`{"a":"\u0000"}`:               "json.nul /a 12",
		`{"a":"` + "\xff" + `"}`:       "json.utf8 /a 6",
		`{"a":"\n` + "\xff" + `"}`:     "json.utf8 /a 8",
		`{"a":"\n` + "é" + `"}`:        "",
		`{"a":"\ud800"}`:               "json.surrogate /a 12",
		`{"a":"\ud800\n"}`:             "json.surrogate /a 12",
		`{"a":"\ud800\u0041"}`:         "json.surrogate /a 18",
		`{"a":"\udc00"}`:               "json.surrogate /a 12",
		`{"a":"\ud800\`:                "json.surrogate /a 12",
		`{"a":"\ud800`:                 "json.surrogate /a 12",
		`{"a":"\udbff\udfff"}`:         "",
		`{"a":"\udbff\ue000"}`:         "json.surrogate /a 18",
		`{"a":"\ud800\udbff"}`:         "json.surrogate /a 18",
		`{"a":"\ue000\ud7ff"}`:         "",
		`{"a":"\u00g0"}`:               "json.syntax /a 8",
		`{"a":"\u00`:                   "json.syntax /a 8",
		`{"a":"\`:                      "json.syntax /a 6",
		`{"a":"\q"}`:                   "json.syntax /a 7",
		`{"a":"x`:                      "json.syntax /a 7",
		`{"a":"\nx`:                    "json.syntax /a 9",
		`{"a"`:                         "json.syntax  4",
		`{"a" 1}`:                      "json.syntax  5",
		`{"a":1 "b":2}`:                "json.syntax  7",
		`{"a":1,}`:                     "json.syntax  7",
		`{a:1}`:                        "json.syntax  1",
		`[1 2]`:                        "json.syntax  3",
		`[1,]`:                         "json.syntax /1 3",
		`{"a":[1,{"b":tru}]}`:          "json.syntax /a/1/b 13",
		`nul`:                          "json.syntax  0",
		`{"a":1,"a":2}`:                "json.duplicate-member /a 7",
		`{"a":{"b":1,"c":2,"b":3}}`:    "json.duplicate-member /a/b 18",
		`{"a/b":{"~":1,"~":3}}`:        "json.duplicate-member /***/*** 14",
		deep + "[":                     "json.too-deep " + strings.Repeat("/0", 64) + " 64",
		deep + strings.Repeat("]", 64): "",
		"[" + strings.Repeat("[],", 200) + "[[]]]":                                                  "", // an empty array ends too
		"[" + strings.Repeat("{},", 200) + `{"a":{}}]`:                                              "",
		"[" + strings.Repeat("[1],", 200) + "[[1]]]":                                                "",
		"[" + strings.Repeat(`{"a":1},`, 200) + `{"a":{"a":1}}]`:                                    "",
		strings.Repeat("[", 63) + strings.Repeat("[],", 70) + "{}" + strings.Repeat("]", 63):        "",
		strings.Repeat("[", 63) + strings.Repeat("[1],", 70) + `{"a":1}` + strings.Repeat("]", 63):  "",
		strings.Repeat("[", 63) + strings.Repeat(`{"a":1},`, 70) + "[[]]" + strings.Repeat("]", 63): "json.too-deep " + strings.Repeat("/0", 62) + "/70/0 " + "624",
		`"` + strings.Repeat("x", 64<<10) + `"`:                                                     "",
		`"` + strings.Repeat("x", 64<<10+1) + `"`:                                                   "json.text-too-long  65538",
		`"` + strings.Repeat("é", 32<<10) + `"`:                                                     "",
		`"\n` + strings.Repeat("x", 64<<10-2) + `"`:                                                 "",
		`"\n` + strings.Repeat("x", 64<<10-1) + `"`:                                                 "json.text-too-long  65538",
		`"\u0041`:        "json.syntax  7",
		`"\udfff"`:       "json.surrogate  7",
		`"\u00ff\u00fF"`: "",
		`"x`:             "json.syntax  2",
	} {
		_, faults := Parse([]byte(doc), Limits{})
		got := ""
		for _, f := range faults {
			got = f.Kind.Code + " " + f.Pointer + " " + itoa(f.Offset)
		}
		require.LessOrEqual(t, len(faults), 1, "%.80q", doc)
		require.Equal(t, want, got, "%.80q", doc)
	}
}

func itoa(n int) string {
	b, _ := json.Marshal(n)
	return string(b)
}

// A caller lowers the limits, and each holds at its end.
func TestLimitsHoldAtTheirEnd(t *testing.T) {
	for _, c := range []struct {
		doc  string
		lim  Limits
		code string
	}{
		{`[1,2,3]`, Limits{Items: 3}, ""}, {`[1,2,3,4]`, Limits{Items: 3}, "json.too-many-items"},
		{`{"a":1,"b":2}`, Limits{Members: 2}, ""}, {`{"a":1,"b":2,"c":3}`, Limits{Members: 2}, "json.too-many-members"},
		{`[[1]]`, Limits{Depth: 2}, ""}, {`[[[]]]`, Limits{Depth: 2}, "json.too-deep"},
		{`123`, Limits{Digits: 3}, ""}, {`1234`, Limits{Digits: 3}, "json.number-too-long"}, {`12.34`, Limits{Digits: 3}, "json.number-too-long"},
		{`"abc"`, Limits{Text: 3}, ""}, {`"abcd"`, Limits{Text: 3}, "json.text-too-long"},
		{`[1]`, Limits{Bytes: 3}, ""}, {`[11]`, Limits{Bytes: 3}, "json.too-large"},
		{`"abcd"`, Limits{Bytes: 6, Text: 100}, ""}, {strings.Repeat("[", 65), Limits{Depth: 1000}, "json.too-deep"},
	} {
		_, faults := Parse([]byte(c.doc), c.lim)
		if c.code == "" {
			require.Empty(t, faults, c.doc)
			continue
		}
		require.Len(t, faults, 1, c.doc)
		require.Equal(t, c.code, faults[0].Kind.Code, c.doc)
	}
}
