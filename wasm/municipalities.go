package main

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// mostFound is how many municipalities a search gives unless told: what fits under a text box.
const mostFound = 12

type searchRequest struct {
	header
	query string
	on    zio.Date
	limit int64
}

func (r *searchRequest) bind(f *strictjson.Fields) {
	r.header.bind(f)
	f.Text(&r.query, strictjson.Spec{Name: "query", Max: 100, NL: "Naam of code", EN: "Name or code"})
	f.Code(&r.on, strictjson.Spec{Name: "on", Optional: true, Format: "date", NL: "Op welke dag", EN: "On which day"})
	f.Int(&r.limit, strictjson.Spec{Name: "limit", Optional: true, Min: 1, Max: 1000, NL: "Hoeveel hoogstens", EN: "How many at most"})
}

// municipalities finds municipalities for somebody who types a name or a code: those in force on the
// day, or without a day all that are known.
func municipalities(document *strictjson.Value, w *strictjson.Writer) zio.Problems {
	var request searchRequest
	if problems := read(document, &request, (*searchRequest).bind); len(problems) > 0 {
		return problems
	}
	if request.limit == 0 {
		request.limit = mostFound
	}
	w.BeginArray()
	for _, m := range zio.Netherlands().Search(request.query, request.on, int(request.limit)) {
		w.BeginObject()
		w.Name("code")
		w.String(m.Code.String())
		w.Name("name")
		w.String(m.Name)
		if !m.Province.IsZero() {
			w.Name("province")
			w.String(m.Province.Name())
		}
		if !m.From.IsZero() {
			w.Name("from")
			w.String(m.From.String())
		}
		if !m.Until.IsZero() {
			w.Name("until")
			w.String(m.Until.String())
		}
		w.EndObject()
	}
	w.EndArray()
	return nil
}
