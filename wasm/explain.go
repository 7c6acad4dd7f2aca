package main

import (
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

type explainRequest struct {
	header
	scenario
	party string
}

func (r *explainRequest) bind(f *strictjson.Fields) {
	r.header.bind(f)
	r.scenario.bind(f)
	f.Text(&r.party, strictjson.Spec{Name: "party", Optional: true, Max: 60, Format: "code", NL: "Partij", EN: "Party"})
}

var explainParty = &zio.ProblemKind{Code: "explain.party-unknown", NL: "Partij {party} komt in de uitkomst niet voor.", EN: "Party {party} is not in the result."}

// explain tells in words how the share of a party was reached, or with no party that of all. The text is all
// steps together, one per line, for a proposal.
func explain(document *strictjson.Value, w *strictjson.Writer) zio.Problems {
	var request explainRequest
	if problems := read(document, &request, (*explainRequest).bind); len(problems) > 0 {
		return problems
	}
	result, problems := request.calculate("", funding.Traced)
	if len(problems) > 0 {
		return problems
	}
	lang := request.language()
	w.BeginObject()
	if request.party != "" {
		known := false
		for i := range result.Balances {
			known = known || result.Balances[i].Party == request.party
		}
		amount, bears := result.Share(request.party)
		if !known && !bears {
			return zio.Problems{explainParty.At("/party", "party", request.party)}
		}
		w.Name("party")
		w.String(request.party)
		w.Name("name")
		w.String(result.Name(request.party, lang))
		w.Name("amount")
		w.String(amount.String())
	}
	w.Name("steps")
	w.BeginArray()
	text := []byte(nil)
	for _, s := range result.Explain(request.party, lang) {
		w.BeginObject()
		if s.Component != "" {
			w.Name("component")
			w.String(s.Component)
		}
		w.Name("step")
		w.String(s.Step)
		w.Name("text")
		w.String(s.Text)
		if s.Basis != "" {
			w.Name("source")
			w.String(s.Basis)
		}
		w.EndObject()
		if len(text) > 0 {
			text = append(text, '\n')
		}
		text = append(text, s.Text...)
	}
	w.EndArray()
	w.Name("text")
	w.String(string(text))
	w.EndObject()
	return nil
}
