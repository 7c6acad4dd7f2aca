package main

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// maxRequest is the size of a request in bytes. A national file of pupils per school
// and municipality is under 10 MB; the memory of the browser build grows to about five times a request.
const maxRequest = 16 << 20

// abi is the version of the border between the module and its host; see export.go.
const abi = 2

// header is what every request begins with.
type header struct {
	call string
	lang string
}

func (h *header) bind(f *strictjson.Fields) {
	bindName(&h.call, f)
	f.Choice(&h.lang, strictjson.Spec{Name: "lang", Optional: true, NL: "Taal", EN: "Language", Choices: []strictjson.Choice{
		{Value: "nl", NL: "Nederlands", EN: "Dutch"},
		{Value: "en", NL: "Engels", EN: "English"},
	}})
}

func (h *header) language() zio.Lang {
	if h.lang == "en" {
		return zio.English
	}
	return zio.Dutch
}

// read binds a request to its type.
func read[T any](document *strictjson.Value, request *T, bind func(*T, *strictjson.Fields)) zio.Problems {
	return zio.ProblemsOf(strictjson.ReadValue(document, request, bind))
}

// beginReply begins the reply to a request that succeeds; its value and the end of the object follow.
func beginReply() *strictjson.Writer {
	w := strictjson.NewWriter(false)
	w.BeginObject()
	w.Name("ok")
	w.Bool(true)
	w.Name("value")
	return w
}

func bindName(name *string, f *strictjson.Fields) {
	f.Text(name, strictjson.Spec{Name: "call", NL: "Aanroep", EN: "Call", Max: 40})
}
