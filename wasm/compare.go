package main

import (
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

type compareRequest struct {
	header
	a, b scenario
}

func (r *compareRequest) bind(f *strictjson.Fields) {
	r.header.bind(f)
	strictjson.Struct(f, &r.a, strictjson.Spec{Name: "a", NL: "Eerste scenario", EN: "First scenario"}, (*scenario).bind)
	strictjson.Struct(f, &r.b, strictjson.Spec{Name: "b", NL: "Tweede scenario", EN: "Second scenario"}, (*scenario).bind)
}

// compare sets the results of two scenarios side by side; differences are B less A.
func compare(document *strictjson.Value, w *strictjson.Writer) zio.Problems {
	var request compareRequest
	if problems := read(document, &request, (*compareRequest).bind); len(problems) > 0 {
		return problems
	}
	a, problems := request.a.calculate("/a", funding.DraftRead)
	b, more := request.b.calculate("/b", funding.DraftRead)
	if problems = append(problems, more...); len(problems) > 0 {
		return problems
	}
	comparison, err := analysis.Compare(a, b)
	if err != nil {
		return problemsOf(err)
	}
	strictjson.Write(w, comparison, (*analysis.Comparison).Bind)
	return nil
}

var callFailed = &zio.ProblemKind{Code: "call.failed", NL: "De berekening is niet gelukt: {reason}", EN: "The calculation failed: {reason}"}

// problemsOf is what an error of the library says.
func problemsOf(err error) zio.Problems {
	if problems := zio.ProblemsOfError(err); problems != nil {
		return problems
	}
	return zio.Problems{callFailed.At("", "reason", err.Error())}
}
