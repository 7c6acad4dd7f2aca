package analysis

import (
	"strconv"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// MaxPoints is the most calculations that one sweep makes.
const MaxPoints = 1000

// Sweep is one parameter over a range (gevoeligheid): a full calculation at each value.
type Sweep struct {
	Pointer string       `json:"pointer"`
	Points  []SweepPoint `json:"points"`
}

// SweepPoint is the outcome at one value of the parameter.
type SweepPoint struct {
	X      string                `json:"x"`    // the value, in the notation of the parameter
	Cost   money.Euro            `json:"cost"` // of all components
	Gap    money.Euro            `json:"gap"`
	Pooled int64                 `json:"pooled"` // pupils in the pool
	Shares []funding.PartyAmount `json:"shares"`
}

var (
	problemSweepStep = &zio.ProblemKind{Code: "sweep.step", NL: "De stap moet groter zijn dan 0, en het eind niet lager dan het begin.", EN: "The step must be above 0 and the end not below the start."}
	problemSweepMany = &zio.ProblemKind{Code: "sweep.too-many-points", NL: "Dat zijn {points#} berekeningen; hoogstens {max#}. Kies een grotere stap.", EN: "That is {points#} calculations; at most {max#}. Choose a larger step."}
)

// steps are the values of a parameter from, from+step, ... up to and including to, in its smallest unit.
func (param Parameter) steps(from, to, step string) ([]int64, zio.Problems) {
	var ends [3]int64
	for i, s := range [3]string{from, to, step} {
		var err error
		if ends[i], err = param.Parse(s); err != nil {
			return nil, problemsOf(err)
		}
	}
	first, last, by := ends[0], ends[1], ends[2]
	if by <= 0 || last < first {
		return nil, zio.Problems{problemSweepStep.At("")}
	}
	n := uint64(last-first) / uint64(by)
	if n >= MaxPoints {
		return nil, zio.Problems{problemSweepMany.At("", "points", strconv.FormatInt(int64(n)+1, 10), "max", strconv.FormatInt(MaxPoints, 10))}
	}
	list := make([]int64, n+1)
	for i := range list {
		list[i] = first + int64(i)*by
	}
	return list, nil
}

// SweepValues are the values at which SweepParameter calculates, for programs that take the points one by one.
func SweepValues(a *funding.Agreement, p *zio.Population, pointer, from, to, step string) ([]string, zio.Problems) {
	param, err := ParameterOf(a, p, pointer)
	if err != nil {
		return nil, problemsOf(err)
	}
	steps, problems := param.steps(from, to, step)
	list := make([]string, len(steps))
	for i, n := range steps {
		list[i] = param.Format(n)
	}
	return list, problems
}

// SweepParameter calculates at from, from+step, ... up to and including to, each in the notation of the parameter.
func SweepParameter(a *funding.Agreement, p *zio.Population, pointer, from, to, step string) (*Sweep, zio.Problems) {
	param, err := ParameterOf(a, p, pointer)
	if err != nil {
		return nil, problemsOf(err)
	}
	steps, problems := param.steps(from, to, step)
	if len(problems) > 0 {
		return nil, problems
	}
	out := &Sweep{Pointer: pointer}
	for _, n := range steps {
		x, problems := with(a, param, n, p)
		if len(problems) > 0 {
			return nil, problems
		}
		cost, err := x.Cost()
		if err != nil {
			return nil, problemsOf(err)
		}
		gap, err := x.Gap()
		if err != nil {
			return nil, problemsOf(err)
		}
		out.Points = append(out.Points, SweepPoint{X: param.Format(n), Cost: cost, Gap: gap, Pooled: x.Routing.Pooled, Shares: x.Shares})
	}
	return out, nil
}

// with calculates with another value of a parameter.
func with(a *funding.Agreement, param Parameter, n int64, p *zio.Population) (*funding.Result, zio.Problems) {
	b, q, problems := param.In(a, p, n)
	if len(problems) > 0 {
		return nil, problems
	}
	return funding.Draft(b, q)
}

// AppendDocument appends the sweep as indented JSON.
func (s *Sweep) AppendDocument(b []byte) []byte { return strictjson.Append(b, s, (*Sweep).bind) }

func (s *Sweep) bind(f *strictjson.Fields) {
	f.Text(&s.Pointer, strictjson.Spec{Name: "pointer"})
	strictjson.List(f, &s.Points, strictjson.Spec{Name: "points"}, (*SweepPoint).Bind)
}

// Bind binds the members of a point; it is for the packages of this module.
func (x *SweepPoint) Bind(f *strictjson.Fields) {
	f.Text(&x.X, strictjson.Spec{Name: "x"})
	f.Code(&x.Cost, strictjson.Spec{Name: "cost"})
	f.Code(&x.Gap, strictjson.Spec{Name: "gap"})
	f.Int(&x.Pooled, strictjson.Spec{Name: "pooled"})
	strictjson.List(f, &x.Shares, strictjson.Spec{Name: "shares"}, (*funding.PartyAmount).Bind)
}
