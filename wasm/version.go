//go:build !figures

package main

import (
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// version says what this build is: it holds nothing that differs between the builds of one source.
func version(document *strictjson.Value, w *strictjson.Writer) zio.Problems {
	var request header
	if problems := read(document, &request, (*header).bind); len(problems) > 0 {
		return problems
	}
	w.BeginObject()
	w.Name("library")
	w.String(funding.Version)
	w.Name("schema")
	w.String(funding.SchemaVersion)
	w.Name("abi")
	w.Int(abi)
	w.Name("calls")
	w.BeginArray()
	for _, name := range callNames {
		w.String(name)
	}
	w.EndArray()
	w.EndObject()
	return nil
}
