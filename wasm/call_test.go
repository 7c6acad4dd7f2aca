package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
)

// envelope is a reply as a host reads it.
type envelope struct {
	OK       bool            `json:"ok"`
	Value    json.RawMessage `json:"value"`
	Problems []struct {
		Code    string            `json:"code"`
		Pointer string            `json:"pointer"`
		Line    int64             `json:"line"`
		Params  map[string]string `json:"params"`
		Text    string            `json:"text"`
	} `json:"problems"`
}

func ask(t *testing.T, request string) envelope {
	t.Helper()
	var r envelope
	decoder := json.NewDecoder(bytes.NewReader(Call([]byte(request))))
	decoder.DisallowUnknownFields()
	require.NoError(t, decoder.Decode(&r), request)
	require.Equal(t, r.OK, len(r.Problems) == 0, request)
	require.Equal(t, r.OK, r.Value != nil, request)
	return r
}

func TestCallRefusesWithCodePointerAndText(t *testing.T) {
	for _, c := range []struct{ request, code, pointer, text string }{
		{``, "json.empty", "", "Het bestand is leeg."},
		{`{"call":"version"`, "json.syntax", "", "Hier klopt de JSON niet. Verwacht: , }"},
		{`[]`, "document.type-wrong", "", "Hier hoort een object { ... } te staan."},
		{`{}`, "document.member-missing", "/call", "Het veld call ontbreekt. Vul het in."},
		{`{"call":7,"lang":"en"}`, "document.type-wrong", "/call", "Here a text in quotes is expected."},
		{`{"call":"versie"}`, "call.unknown", "/call", "De aanroep versie bestaat niet. Kies uit: " + callList() + "."},
		{`{"lang":"en","call":"versie"}`, "call.unknown", "/call", "The call versie does not exist. Choose one of: " + callList() + "."},
		{`{"call":"version","extra":1}`, "document.member-unknown", "/extra", "Het veld extra bestaat niet in dit document. Controleer de spelling."},
		{`{"call":"version","lang":"fy"}`, "document.choice-unknown", "/lang", "fy is geen keuze. Kies uit: nl, en."},
		{`{"call":"version","call":"version"}`, "json.duplicate-member", "/call", "Het veld call staat twee keer in hetzelfde object."},
	} {
		r := ask(t, c.request)
		require.Len(t, r.Problems, 1, c.request)
		require.Equal(t, c.code, r.Problems[0].Code, c.request)
		require.Equal(t, c.pointer, r.Problems[0].Pointer, c.request)
		require.Equal(t, c.text, r.Problems[0].Text, c.request)
	}
}

func TestCallRefusesWhatIsTooLarge(t *testing.T) {
	r := ask(t, strings.Repeat(" ", maxRequest+1))
	require.Equal(t, "call.too-large", r.Problems[0].Code)
	require.Equal(t, "Deze aanvraag is te groot: hoogstens 16.777.216 bytes.", r.Problems[0].Text)
	require.Equal(t, "json.empty", ask(t, strings.Repeat(" ", maxRequest)).Problems[0].Code)
}

func TestVersion(t *testing.T) {
	require.JSONEq(t, `{"library":"`+funding.Version+`","schema":"`+funding.SchemaVersion+`","abi":2,"calls":["`+strings.ReplaceAll(callList(), ", ", `","`)+`"]}`,
		string(ask(t, `{"call":"version","lang":"en"}`).Value))
}

// Whatever goes in, one JSON document without line feeds comes out, and twice the same.
func FuzzCall(f *testing.F) {
	for _, request := range []string{``, `{"call":"version"}`, `{"call":"x","lang":"en"}`, `[1,{"a":"\ud83d\ude00"}]`, "\xef\xbb\xbf{}", `{"call":"version","call":1}`} {
		f.Add([]byte(request))
	}
	f.Fuzz(func(t *testing.T, request []byte) {
		first := bytes.Clone(Call(request))
		require.True(t, json.Valid(first), "%q gave %q", request, first)
		require.False(t, bytes.ContainsRune(first, '\n'))
		require.Equal(t, first, Call(request))
	})
}

func TestEveryCallHasItsName(t *testing.T) {
	list := calls()
	require.Len(t, list, len(callNames))
	for i, c := range list {
		require.Equal(t, callNames[i], c.name)
	}
}
