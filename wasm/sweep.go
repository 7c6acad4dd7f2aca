package main

import (
	"strings"

	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

type sweepRequest struct {
	header
	scenario
	pointer, from, to, step string
}

func (r *sweepRequest) bind(f *strictjson.Fields) {
	r.header.bind(f)
	r.scenario.bind(f)
	f.Text(&r.pointer, strictjson.Spec{Name: "pointer", Max: 500, NL: "Plaats in de overeenkomst, of achter population: in de populatie", EN: "Place in the agreement, or behind population: in the population"})
	f.Text(&r.from, strictjson.Spec{Name: "from", Max: 40, Format: "number", NL: "Van", EN: "From"})
	f.Text(&r.to, strictjson.Spec{Name: "to", Max: 40, Format: "number", NL: "Tot en met", EN: "Up to and including"})
	f.Text(&r.step, strictjson.Spec{Name: "step", Max: 40, Format: "number", NL: "Stap", EN: "Step"})
}

// sweep calculates one parameter of the agreement or the population over a range. Each point is calculated and written by
// itself, so that the memory of one point is all that a thousand points need.
func sweep(document *strictjson.Value, w *strictjson.Writer) zio.Problems {
	var request sweepRequest
	if problems := read(document, &request, (*sweepRequest).bind); len(problems) > 0 {
		return problems
	}
	values, problems := analysis.SweepValues(&request.agreement, &request.population, request.pointer, request.from, request.to, request.step)
	if len(problems) > 0 {
		return problems
	}
	w.BeginObject()
	w.Name("pointer")
	w.String(request.pointer)
	w.Name("points")
	w.BeginArray()
	points := make([][]byte, len(values))
	for i, x := range values {
		var failed bool
		points[i] = alone(func() []byte {
			point, problems := analysis.SweepParameter(&request.agreement, &request.population, request.pointer, x, x, request.step)
			if failed = len(problems) > 0; failed {
				return nil
			}
			one := strictjson.NewWriter(false)
			strictjson.Write(one, &point.Points[0], (*analysis.SweepPoint).Bind)
			return one.Bytes()
		})
		if failed { // again, because what was said of it is gone
			_, problems := analysis.SweepParameter(&request.agreement, &request.population, request.pointer, x, x, request.step)
			if strings.HasPrefix(request.pointer, "population:") {
				return moved("/population", problems)
			}
			return moved("/agreement", problems)
		}
	}
	for _, point := range points {
		w.Raw(point)
	}
	w.EndArray()
	w.EndObject()
	return nil
}
