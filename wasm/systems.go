package main

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// systemText is one practice as it is written into a reply.
type systemText struct{ id, json string }

type systemsRequest struct {
	header
	id string
}

func (r *systemsRequest) bind(f *strictjson.Fields) {
	r.header.bind(f)
	f.Text(&r.id, strictjson.Spec{Name: "id", Optional: true, Max: 60, NL: "Kort kenmerk", EN: "Short name"})
}

var systemUnknown = &zio.ProblemKind{Code: "systems.unknown", NL: "Er is geen praktijk {id}.", EN: "There is no practice {id}."}

// systems gives the practices to begin with: those that are in use or were written about, with their documents. The
// list may be of one of them.
func systems(document *strictjson.Value, w *strictjson.Writer) zio.Problems {
	var request systemsRequest
	if problems := read(document, &request, (*systemsRequest).bind); len(problems) > 0 {
		return problems
	}
	found := request.id == ""
	w.BeginArray()
	for _, s := range systemData {
		if request.id == "" || request.id == s.id {
			w.Raw([]byte(s.json))
			found = true
		}
	}
	w.EndArray()
	if !found {
		return zio.Problems{systemUnknown.At("/id", "id", request.id)}
	}
	return nil
}
