package accept

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/internal/proof/sample"
)

const sampleDoc = `{"$schema":"https://example.org/sample.schema.json","pupil":"p-0123456789abcdef","school":"01AB","site":"00","municipality":"0344","payer":null,"countDate":"2025-10-01","schoolYear":"2025-2026","route":"wlz","needBand":"high","minutesPerWeek":600,"weeksPerYear":40,"emb":true,"decision":"JW-123456","price":"12.50","care":[{"code":"45A04","route":"wlz","minutes":120,"from":"2025-08-01","until":null},{"code":"45A05","route":"wmo","minutes":0,"from":"2025-08-01"}],"note":"Zie \"bijlage\" één"}`

func TestVerdicts(t *testing.T) {
	m := sampleProgram(t).NewMachine()
	for _, c := range []struct {
		name, old, new string
		accept         bool
	}{
		{"as it is", "", "", true},
		{"white space before a colon", `"site":`, "\"site\"\t\r\n : ", true},
		{"white space around everything", `{"code"`, " \n{ \"code\" ", true},
		{"a slash that is escaped", `https://example`, `https:\/\/example`, true},
		{"a digit that is escaped", `"0344"`, `"\u0030344"`, true},
		{"text outside ASCII that is escaped", `één`, `\u00e9\u00E9n \ud834\udd1e`, true},
		{"a set that is escaped", `"high"`, `"hi\u0067h"`, true},
		{"negative zero", `"minutes":0`, `"minutes":-0`, false},
		{"a fraction of a whole number", `:600,`, `:600.0,`, false},
		{"an exponent", `:600,`, `:6e2,`, false},
		{"leading zero", `:600,`, `:0600,`, false},
		{"over the maximum", `:600,`, `:3001,`, false},
		{"at the maximum", `:600,`, `:3000,`, true},
		{"nineteen digits", `:600,`, `:1000000000000000000,`, false},
		{"number as text", `:600,`, `:"600",`, false},
		{"member twice", `"emb":true`, `"emb":true,"emb":true`, false},
		{"member twice by an escape", `"emb":true`, `"emb":true,"e\u006db":true`, false},
		{"unknown member", `"emb":true`, `"emb":true,"embs":true`, false},
		{"name in another case", `"emb":true`, `"Emb":true`, false},
		{"name with the Kelvin sign", `"weeksPerYear"`, "\"wee\u212asPerYear\"", false},
		{"missing member", `"site":"00",`, ``, false},
		{"missing member of a line", `"code":"45A05",`, ``, false},
		{"null for a required member", `"site":"00"`, `"site":null`, false},
		{"wrong enum", `"high"`, `"higher"`, false},
		{"enum cut off", `"high"`, `"hig"`, false},
		{"pattern too short", `"0344"`, `"034"`, false},
		{"pattern too long", `"0344"`, `"03444"`, false},
		{"pattern with a letter", `"0344"`, `"034a"`, false},
		{"no day of the calendar", `2025-10-01`, `2025-02-29`, false},
		{"leap day", `2025-10-01`, `2024-02-29`, true},
		{"trailing comma in object", `"until":null}`, `"until":null,}`, false},
		{"trailing comma in array", `"2025-08-01"}]`, `"2025-08-01"},]`, false},
		{"no comma", `,"site"`, ` "site"`, false},
		{"raw tab in text", `één`, "\t", false},
		{"NUL in text", `één`, `\u0000`, false},
		{"lone surrogate", `één`, `\ud834`, false},
		{"low surrogate first", `één`, `\udd1e\ud834`, false},
		{"surrogate in UTF-8", `één`, "\xed\xa0\x80", false},
		{"overlong UTF-8", `één`, "\xc0\xaf", false},
		{"UTF-8 cut off", `één`, "\xc3", false},
		{"unknown escape", `één`, `\x41`, false},
		{"text of the greatest length", `Zie \"bijlage\" één`, strings.Repeat("é", 400), true},
		{"text too long", `Zie \"bijlage\" één`, strings.Repeat("é", 401), false},
		{"escapes count as one", `Zie \"bijlage\" één`, strings.Repeat(`\u00e9`, 400), true},
		{"true cut off", `:true`, `:tru`, false},
		{"true in capitals", `:true`, `:True`, false},
		{"text behind", `één"}`, `één"} x`, false},
		{"white space behind", `één"}`, "één\"} \r\n\t", true},
		{"NUL behind", `één"}`, "één\"}\x00", false},
		{"second document", `één"}`, `één"}{}`, false},
		{"byte-order mark", `{"$schema"`, "\ufeff{\"$schema\"", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Contains(t, sampleDoc, c.old)
			doc := strings.Replace(sampleDoc, c.old, c.new, 1)
			require.Equal(t, c.accept, m.Accept([]byte(doc)), doc)
			roomy := append([]byte(doc), make([]byte, 64)...)
			require.Equal(t, c.accept, m.Accept(roomy[:len(doc)]))
		})
	}
}

func TestEveryPrefixIsRefused(t *testing.T) {
	m := sampleProgram(t).NewMachine()
	for n := range len(sampleDoc) {
		require.False(t, m.Accept([]byte(sampleDoc[:n])), sampleDoc[:n])
		require.Negative(t, m.Value([]byte(sampleDoc[:n]), 0))
	}
}

func TestOtherEncodersAreAccepted(t *testing.T) {
	m := sampleProgram(t).NewMachine()
	r := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		var v map[string]any
		line := sample.Line(r)
		require.NoError(t, json.Unmarshal([]byte(line), &v))
		sorted, err := json.Marshal(v) // members by name
		require.NoError(t, err)
		require.True(t, m.Accept(sorted), string(sorted))
		pretty, err := json.MarshalIndent(v, "", "  ")
		require.NoError(t, err)
		require.True(t, m.Accept(pretty), string(pretty))
		spaced := strings.NewReplacer(`":`, `": `, `,"`, `, "`).Replace(line)
		require.True(t, m.Accept([]byte(spaced)), spaced)
	}
}

func TestLine(t *testing.T) {
	m := sampleProgram(t).NewMachine()
	n := len(sampleDoc)
	for tail, end := range map[string]int{"": n, "\n": n + 1, "\r\n": n + 2, " \t\r\n{": n + 4, "\n\n": n + 1, " x\n": -1, "{": -1} {
		require.Equal(t, end, m.Line([]byte(sampleDoc+tail), 0), "%q", tail)
	}
	broken := strings.Replace(sampleDoc, `,"site"`, ",\n\"site\"", 1)
	require.Negative(t, m.Line([]byte(broken), 0), "a record does not go on behind a line feed")
	require.True(t, m.Accept([]byte(broken)))
}

func TestCaptures(t *testing.T) {
	p := sampleProgram(t, Capture("/$defs/CareLine/properties/minutes", "/$defs/CareLine/properties/route", "/properties/pupil"))
	m := p.NewMachine()
	require.True(t, m.Accept([]byte(sampleDoc)))
	type row struct {
		slot  int
		text  string
		value int64
	}
	var got []row
	for _, c := range m.Captures() {
		v := c.Value
		if c.Slot == 2 {
			v = 0
		}
		got = append(got, row{c.Slot, sampleDoc[c.Start:c.End], v})
	}
	require.Equal(t, []row{{2, `"p-0123456789abcdef"`, 0}, {1, `"wlz"`, 2}, {0, "120", 120}, {1, `"wmo"`, 4}, {0, "0", 0}}, got)
	_, err := Compile(sample.Schema, Capture("/properties/none"))
	require.ErrorContains(t, err, "/properties/none")
}

func TestSuspects(t *testing.T) {
	var seen []string
	suspect := func(text []byte) bool {
		seen = append(seen, string(text))
		return string(text) == "45A05"
	}
	p := sampleProgram(t, SuspectText(func(pointer, pattern, not string) func([]byte) bool {
		if pointer == "/$defs/CareLine/properties/code" || pointer == "/$defs/Pseudonym" {
			return suspect
		}
		return nil
	}))
	m := p.NewMachine()
	require.False(t, m.Accept([]byte(sampleDoc)))
	require.True(t, m.Accept([]byte(strings.Replace(sampleDoc, "45A05", "45A06", 1))))
	require.False(t, m.Accept([]byte(strings.Replace(sampleDoc, "45A05", `\u0034\u0035A05`, 1))))
	require.Equal(t, []string{"p-0123456789abcdef", "45A04", "45A05", "p-0123456789abcdef", "45A04", "45A06", "p-0123456789abcdef", "45A04", "45A05"}, seen)
}

func TestNoAllocation(t *testing.T) {
	m := sampleProgram(t, Capture("/$defs/CareLine/properties/minutes")).NewMachine()
	doc := []byte(sampleDoc)
	escaped := []byte(strings.Replace(sampleDoc, `https://`, `https:\/\/`, 1))
	require.Zero(t, testing.AllocsPerRun(100, func() {
		if !m.Accept(doc) || !m.Accept(escaped) || m.Accept(doc[:400]) {
			t.Fatal("verdict")
		}
	}))
}

func TestUnions(t *testing.T) {
	schema := `{
	  "$ref": "#/$defs/Key",
	  "$defs": {
	    "Key": { "oneOf": [ { "$ref": "#/$defs/Fixed" }, { "$ref": "#/$defs/Mixed" } ] },
	    "Fixed": { "type": "object", "properties": { "rule": { "const": "fixed/1" }, "share": { "type": ["integer", "string"], "minimum": 1, "maxLength": 2 } }, "required": [ "rule" ], "additionalProperties": false },
	    "Mixed": { "type": "object", "properties": { "rule": { "const": "mixed/1" }, "parts": { "type": "array", "items": { "$ref": "#/$defs/Key" }, "minItems": 1, "maxItems": 3 },
	        "tag": { "anyOf": [ { "const": "x" }, { "type": "string", "pattern": "^y+$" }, { "type": "boolean" }, { "type": "null" } ] },
	        "codes": { "type": "array", "items": { "type": "string" }, "uniqueItems": true } }, "required": [ "rule", "parts" ], "additionalProperties": false }
	  }
	}`
	p, err := Compile([]byte(schema))
	require.NoError(t, err)
	for doc, want := range map[string]bool{
		`{"rule":"fixed/1"}`:                                                                    true,
		`{"rule":"fixed/1","share":1}`:                                                          true,
		`{"rule":"fixed/1","share":0}`:                                                          false,
		`{"rule":"fixed/1","share":"ab"}`:                                                       true,
		`{"rule":"fixed/1","share":"abc"}`:                                                      false,
		`{"rule":"fixed/1","share":null}`:                                                       false,
		`{"share":1,"rule":"fixed/1"}`:                                                          true,
		`{"share":1,"rule":"fixed\/1"}`:                                                         true,
		`{"share":1}`:                                                                           false,
		`{"rule":"fixed/2"}`:                                                                    false,
		`{"rule":"mixed/1"}`:                                                                    false,
		`{"rule":"mixed/1","parts":[]}`:                                                         false,
		`{"rule":"mixed/1","parts":[{"rule":"fixed/1"}]}`:                                       true,
		`{"parts":[{"rule":"fixed/1"}],"rule":"mixed/1"}`:                                       true,
		`{"parts":[{"rule":"fixed/1"}],"rule":"fixed/1"}`:                                       false,
		`{"parts":["}\\",{"rule":"fixed/1"}],"rule":"mixed/1"}`:                                 false,
		`{"rule":"mixed/1","parts":[{"rule":"fixed/1"}],"tag":"x"}`:                             true,
		`{"rule":"mixed/1","parts":[{"rule":"fixed/1"}],"tag":"yy"}`:                            true,
		`{"rule":"mixed/1","parts":[{"rule":"fixed/1"}],"tag":"z"}`:                             false,
		`{"rule":"mixed/1","parts":[{"rule":"fixed/1"}],"tag":null}`:                            true,
		`{"rule":"mixed/1","parts":[{"rule":"fixed/1"}],"tag":true}`:                            true,
		`{"rule":"mixed/1","parts":[{"rule":"fixed/1"}],"tag":1}`:                               false,
		`{"rule":"mixed/1","parts":[{"rule":"fixed/1"}],"codes":["a","b","A"]}`:                 true,
		`{"rule":"mixed/1","parts":[{"rule":"fixed/1"}],"codes":["a","b","a"]}`:                 false,
		`{"rule":"mixed/1","parts":[{"rule":"fixed/1"}],"codes":["a","\u0061"]}`:                false,
		`{"rule":"mixed/1","parts":[{"rule":"mixed/1","parts":[{"rule":"fixed/1"}]}]}`:          true,
		`{"rule":"mixed/1","parts":[{"rule":"fixed/1"},{"rule":"fixed/1"},{"rule":"fixed/1"}]}`: true,
		`{"rule":"mixed/1","parts":[{"rule":"fixed/1"},{"rule":"fixed/1"},{"rule":"fixed/1"},{"rule":"fixed/1"}]}`: false,
		strings.Repeat(`{"rule":"mixed/1","parts":[`, 31) + `{"rule":"fixed/1"}` + strings.Repeat(`]}`, 31):        true,
		strings.Repeat(`{"rule":"mixed/1","parts":[`, 32) + `{"rule":"fixed/1"}` + strings.Repeat(`]}`, 32):        false, // 65 levels
		strings.Repeat(`{"rule":"mixed/1","parts":[`, 40000) + `{"rule":"fixed/1"}` + strings.Repeat(`]}`, 40000):  false,
		strings.Repeat(`{"parts":[`, 40000) + `{"rule":"fixed/1"}` + strings.Repeat(`],"rule":"mixed/1"}`, 40000):  false,
	} {
		if len(doc) > 200 {
			require.Equal(t, want, p.Accept([]byte(doc)), doc[:200])
			continue
		}
		require.Equal(t, want, p.Accept([]byte(doc)), doc)
	}
}

func TestNumbers(t *testing.T) {
	p, err := Compile([]byte(`{"type":"array","items":{"type":"number","minimum":-2,"maximum":10}}`))
	require.NoError(t, err)
	for text, want := range map[string]bool{"0": true, "10": true, "10.0": true, "10.01": false, "9.99": true, "-2": true, "-2.0": true, "-2.1": false, "-1.9": true,
		"1.": false, ".5": false, "1e1": false, "1.5e0": false, "-": false, "01.5": false, "1.5": true, "-0.5": false, "0.5": true, "+1": false, "NaN": false} {
		require.Equal(t, want, p.Accept([]byte("["+text+"]")), text)
	}
	p, err = Compile([]byte(`{"type":"array","items":{"type":"integer","exclusiveMinimum":0,"exclusiveMaximum":100,"multipleOf":5}}`))
	require.NoError(t, err)
	for text, want := range map[string]bool{"5": true, "95": true, "0": false, "100": false, "7": false, "-5": false} {
		require.Equal(t, want, p.Accept([]byte("["+text+"]")), text)
	}
	p, err = Compile([]byte(`{"type":"array","items":{"enum":[1,-2,true,null,"a"]}}`))
	require.NoError(t, err)
	for text, want := range map[string]bool{"1": true, "-2": true, "2": false, "true": true, "false": false, "null": true, `"a"`: true, `"b"`: false} {
		require.Equal(t, want, p.Accept([]byte("["+text+"]")), text)
	}
}

func TestWhatATextDoesNotHold(t *testing.T) {
	p, err := Compile([]byte(`{"type":"array","items":{"type":"string","maxLength":5,"not":{"type":"string","pattern":"[\\x00-\\x1F\u200b-\u200f]"}}}`))
	require.NoError(t, err)
	for text, want := range map[string]bool{``: true, `abcde`: true, `abcdef`: false, `één €`: true, `a\n`: false, `\u0001`: false, "a\u200b": false, `\u200F`: false, "\u2010": true, "😀": true} {
		require.Equal(t, want, p.Accept([]byte(`["`+text+`"]`)), "%q", text)
	}
	p, err = Compile([]byte(`{"type":"array","items":{"type":"string","pattern":"^[0-9]{4}$","not":{"type":"string","pattern":"\\x0A"}}}`))
	require.NoError(t, err)
	for text, want := range map[string]bool{`0268`: true, `0268\n`: false, `026`: false} {
		require.Equal(t, want, p.Accept([]byte(`["`+text+`"]`)), "%q", text)
	}
}

func TestUnsupportedKeywordsAreNamed(t *testing.T) {
	for schema, name := range map[string]string{
		`{"type":"string","contentEncoding":"base64"}`:                          "contentEncoding",
		`{"type":"string","format":"email"}`:                                    "email",
		`{"type":"object","additionalProperties":false,"patternProperties":{}}`: "patternProperties",
		`{"type":"object"}`: "additionalProperties",
		`{"type":"object","additionalProperties":{"type":"string"}}`: "additionalProperties",
		`{"not":{}}`:                                                               "type",
		`{"type":"string","not":{}}`:                                               "not",
		`{"type":"string","not":{"pattern":"a"}}`:                                  "not",
		`{"type":"string","not":{"type":"string","pattern":"ab"}}`:                 "not",
		`{"type":"string","not":{"type":"string","pattern":"(?i)a"}}`:              "not",
		`{"type":"string","pattern":"^a+$","not":{"type":"string","pattern":"a"}}`: "not",
		`{"$ref":"#/$defs/A","maxLength":3,"$defs":{"A":{"type":"string"}}}`:       "maxLength",
		`{"$ref":"other.json"}`:                                                    "other.json",
		`{"$ref":"#/$defs/A"}`:                                                     "#/$defs/A",
		`{"$ref":"#"}`:                                                             "itself",
		`{"type":"array","items":{"type":"array","items":{"type":"null"}},"uniqueItems":true}`: "uniqueItems",
		`{"type":"array","prefixItems":[]}`:                                                    "prefixItems",
		`{"type":"array"}`:                                                                     "items",
		`{"enum":["a","a"]}`:                                                                   "twice",
		`{"enum":["\""]}`:                                                                      "escapes",
		`{"enum":[[1]]}`:                                                                       "enum",
		`{"type":"integer","minimum":1.5}`:                                                     "minimum",
		`{"type":"any"}`:                                                                       "any",
		`true`:                                                                                 "nothing",
		`{"oneOf":[{"type":"string"},{"const":"a"}]}`:                                          "told apart",
		`{"type":"object","additionalProperties":false,"required":["a"]}`:                                           "required",
		`{"type":"string","type":"string"}`:                                                                         "duplicate-member",
		`{"oneOf":[{"type":"object","additionalProperties":false},{"type":"object","additionalProperties":false}]}`: "tells them apart",
	} {
		_, err := Compile([]byte(schema))
		require.ErrorContains(t, err, name, schema)
	}
}

func TestSetFindsEachAndNothingElse(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for _, n := range []int{1, 2, 8, 60, 342, 2000} {
		known := map[string]bool{}
		var keys []string
		for len(keys) < n {
			text := strings.Repeat("x", r.IntN(12)) + string(rune('a'+r.IntN(26))) + strings.Repeat("yz", r.IntN(12)) + string(rune('a'+r.IntN(26))) + string(rune('0'+r.IntN(10)))
			if !known[text] {
				known[text] = true
				keys = append(keys, text)
			}
		}
		s, err := newSet(keys)
		require.NoError(t, err)
		for k, text := range keys {
			for _, room := range []int{0, 3, 100} {
				b := []byte(`"` + text + `"` + strings.Repeat(" ", room))
				found, end := s.find(b, 1)
				require.Equal(t, k, found, text)
				require.Equal(t, len(text)+1, end)
			}
			for at := range text {
				other := []byte(text)
				other[at]++
				found, _ := s.find([]byte(`"`+string(other)+`"`+strings.Repeat(" ", 100)), 1)
				require.Equal(t, known[string(other)], found >= 0)
			}
		}
	}
}

func TestParts(t *testing.T) {
	p := sampleProgram(t)
	care, ok := p.Member("care")
	require.True(t, ok)
	line, ok := care.Items()
	require.True(t, ok)
	require.True(t, line.Accept([]byte(`{"code":"45A05","route":"wmo","minutes":0,"from":"2025-08-01"}`)))
	require.False(t, line.Accept([]byte(`{"code":"45A05","route":"wmo","minutes":0}`)))
	_, ok = p.Items()
	require.False(t, ok)
	_, ok = p.Member("none")
	require.False(t, ok)
	_, ok = line.Member("code")
	require.True(t, ok)
	_, ok = care.Member("code")
	require.False(t, ok)
}
