package main

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// The version of the library, of the exchange documents and of the border between the module and its host.
const (
	libraryVersion = "1.0.0"
	schemaVersion  = "1.0"
	abi            = 1
)

// version says what this build is: it holds nothing that differs between the builds of one source.
func version(document *strictjson.Value, w *strictjson.Writer) zio.Problems {
	var request header
	if problems := read(document, &request, (*header).bind); len(problems) > 0 {
		return problems
	}
	w.BeginObject()
	w.Name("library")
	w.String(libraryVersion)
	w.Name("schema")
	w.String(schemaVersion)
	w.Name("abi")
	w.Int(abi)
	w.Name("calls")
	w.BeginArray()
	for _, c := range calls() {
		w.String(c.name)
	}
	w.EndArray()
	w.EndObject()
	return nil
}
