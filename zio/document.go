package zio

import "github.com/zio-collectief/zio/internal/strictjson"

// SchemaBase is the folder of the JSON Schemas of this version; a document names its schema in "$schema".
const SchemaBase = "https://zio-collectief.github.io/zio/schema/1.0/"

// SchemaID is the identifier of the schema of a kind of document, such as "population".
func SchemaID(kind string) string { return SchemaBase + kind + ".schema.json" }

// ProblemsOf turns the faults of the strict reader into problems. What a code or an amount said of its
// text keeps its own kind; the place comes from the document.
func ProblemsOf(faults []strictjson.Fault) Problems {
	if len(faults) == 0 {
		return nil
	}
	problems := make(Problems, len(faults))
	for i := range faults {
		f := &faults[i]
		p := Problem{Kind: (*ProblemKind)(f.Kind), Pointer: f.Pointer, Offset: int64(f.Offset)}
		for j := 0; j+1 < len(f.Params); j += 2 {
			p.Params = append(p.Params, shownParam(f.Params[j], f.Params[j+1]))
		}
		if cause, ok := f.Cause.(Problem); ok {
			p.Kind, p.Params = cause.Kind, cause.Params
			p.Pointer += cause.Pointer
		}
		problems[i] = p
	}
	return problems
}

// Bind binds the members of the object; it is for the packages of this module.
func (p *Period) Bind(f *strictjson.Fields) {
	f.Code(&p.From, strictjson.Spec{Name: "from", Format: "date", NL: "Eerste dag", EN: "First day"})
	f.Code(&p.Until, strictjson.Spec{Name: "until", Format: "date", NL: "Laatste dag", EN: "Last day",
		HintNL: "Deze dag telt nog mee.", HintEN: "This day still counts."})
}

// problemNothing is the problem of a document that is not there.
var problemNothing = (*ProblemKind)(strictjson.FaultNothing)
