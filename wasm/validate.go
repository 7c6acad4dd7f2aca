package main

import (
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// validateRequest holds the document as bytes and not as a value, so that what a parser would mend
// on the way (members that stand twice, numbers out of range) is still seen.
type validateRequest struct {
	header
	data file
}

func (r *validateRequest) bind(f *strictjson.Fields) {
	r.header.bind(f)
	f.Code(&r.data, strictjson.Spec{Name: "data", NL: "Inhoud in base64", EN: "Content in base64"})
}

var validateKind = &zio.ProblemKind{Code: "validate.kind", NL: "Dit bestand noemt in \"$schema\" niet dat het een afspraak, een populatie of een uitkomst is. Andere soorten controleert de opdracht zio validate.",
	EN: "This file does not say in \"$schema\" that it is an agreement, a population or a result. Other kinds are checked by the command zio validate."}

// validate reads an agreement, a population or a result and says what is wrong with it by itself. Pointers are of the document.
// The reply names what was not looked at: whether there were such municipalities ("municipalities"), and whether the amounts of a
// result add up and follow from its agreement and population ("amounts"), which would make the module 5 kB larger; the command
// zio validate does both.
func validate(document *strictjson.Value, w *strictjson.Writer) zio.Problems {
	var request validateRequest
	if problems := read(document, &request, (*validateRequest).bind); len(problems) > 0 {
		return problems
	}
	x, faults := strictjson.Parse(request.data, strictjson.Limits{Bytes: maxRequest})
	if len(faults) > 0 {
		return zio.ProblemsOf(faults)
	}
	var problems zio.Problems
	kind, notChecked := kindOf(&x), "municipalities"
	switch kind {
	case "agreement":
		_, problems = funding.ReadAgreement(request.data)
	case "population":
		_, problems = zio.ReadPopulation(request.data)
	case "result":
		notChecked = "amounts"
		_, problems = funding.ReadResult(request.data)
	default:
		return zio.Problems{validateKind.At("/$schema")}
	}
	if len(problems) > 0 {
		return problems
	}
	w.BeginObject()
	w.Name("kind")
	w.String(kind)
	w.Name("notChecked")
	w.BeginArray()
	w.String(notChecked)
	w.EndArray()
	w.EndObject()
	return nil
}

// kindOf is the kind of document that "$schema" names; "" when it names none that is read here.
func kindOf(x *strictjson.Value) string {
	for i := range x.Members {
		m := &x.Members[i]
		if m.Name != "$schema" || m.Value.Kind != strictjson.String {
			continue
		}
		for _, kind := range [...]string{"agreement", "population", "result"} {
			if m.Value.Text == zio.SchemaID(kind) {
				return kind
			}
		}
	}
	return ""
}
