package main

import (
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// scenario is an agreement with a population: what most calls are about.
type scenario struct {
	agreement  funding.Agreement
	population zio.Population
}

func (s *scenario) bind(f *strictjson.Fields) {
	strictjson.Struct(f, &s.agreement, strictjson.Spec{Name: "agreement", NL: "Overeenkomst", EN: "Agreement"}, (*funding.Agreement).Bind)
	strictjson.Struct(f, &s.population, strictjson.Spec{Name: "population", NL: "Populatie", EN: "Population"}, (*zio.Population).Bind)
}

// calculate applies the agreement to the population. Problems point into the request at the pointer of the scenario: those
// of a population that was read all have codes that begin with "population.".
func (s *scenario) calculate(at string, how func(*funding.Agreement, *zio.Population) (*funding.Result, zio.Problems)) (*funding.Result, zio.Problems) {
	result, problems := how(&s.agreement, &s.population)
	if len(problems) > 0 && strings.HasPrefix(problems[0].Code(), "population.") {
		return nil, moved(at+"/population", problems)
	}
	return result, moved(at+"/agreement", problems)
}

// moved puts a pointer before the pointers of problems.
func moved(at string, problems zio.Problems) zio.Problems {
	for i := range problems {
		problems[i].Pointer = at + problems[i].Pointer
	}
	return problems
}

type calculateRequest struct {
	header
	scenario
	draft bool
}

func (r *calculateRequest) bind(f *strictjson.Fields) {
	r.header.bind(f)
	r.scenario.bind(f)
	f.Bool(&r.draft, strictjson.Spec{Name: "draft", Optional: true, NL: "Alleen de uitkomst", EN: "Only the outcome"})
}

// Room for a result in bytes per party: of the whole document, and of a draft.
const wholeSize, draftSize = 4096, 512

// calculate gives the result document. A draft leaves out the trace and the receipt, which are nine tenths of
// the document and of the time: it is for a page on which somebody types.
func calculate(document *strictjson.Value, w *strictjson.Writer) zio.Problems {
	var request calculateRequest
	if problems := read(document, &request, (*calculateRequest).bind); len(problems) > 0 {
		return problems
	}
	how, bind, size := funding.Calculate, (*funding.Result).Bind, wholeSize
	if request.draft {
		how, bind, size = funding.DraftRead, (*funding.Result).BindDraft, draftSize
	}
	result, problems := request.calculate("", how)
	if len(problems) > 0 {
		return problems
	}
	w.Expect(size * len(result.Parties))
	strictjson.Write(w, result, bind)
	return nil
}
