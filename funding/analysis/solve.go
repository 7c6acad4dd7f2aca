package analysis

import (
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Goal is what a solution must reach: an amount of one quantity.
type Goal struct {
	Of     string // OfCost, OfGap or the id of a party, for what it bears
	Target money.Euro
}

// Answer says how many values reach a goal (uitkomst).
type Answer string

// The answers.
const (
	OneValue   Answer = "one"
	ValueRange Answer = "range"
	NoValue    Answer = "none"
)

// What a goal can be of, beside the id of a party.
const (
	OfCost = "cost"
	OfGap  = "gap"
)

// Solution says which values of a parameter reach a goal (terugrekenen).
type Solution struct {
	Pointer string `json:"pointer"`
	Answer  Answer `json:"answer"`
	// From and Until are the first and the last value that reach the target exactly; of "one" they are equal.
	From  string `json:"from,omitempty"`
	Until string `json:"until,omitempty"`
	// Below and Above are, when no value reaches it, the values on both sides, with their amounts; absent where
	// the range ends first.
	Below       string      `json:"below,omitempty"`
	BelowAmount *money.Euro `json:"belowAmount,omitempty"`
	Above       string      `json:"above,omitempty"`
	AboveAmount *money.Euro `json:"aboveAmount,omitempty"`
}

var (
	problemSolveParty = &zio.ProblemKind{Code: "solve.quantity-unknown", NL: "{of} is geen partij die iets draagt. Kies \"cost\", \"gap\" of een partij.", EN: "{of} is not a party that bears something. Choose cost, gap or a party."}
	problemSolveShape = &zio.ProblemKind{Code: "solve.not-one-direction", NL: "Tussen {from} en {to} gaat het bedrag niet in één richting. Maak het bereik kleiner.", EN: "Between {from} and {to} the amount does not go in one direction. Make the range smaller."}
)

// samples is at how many points between the ends it is looked whether the amount goes in one direction.
const samples = 32

// Solve finds the values of a parameter from one value to another that reach the goal, by halving the range in the smallest
// unit of the parameter. The quantity must go in one direction over the range, which is looked at in 33 steps; within a
// step between two of these it is taken to do so.
func Solve(a *funding.Agreement, p *zio.Population, pointer, from, to string, goal Goal) (*Solution, zio.Problems) {
	param, err := ParameterOf(a, p, pointer)
	if err != nil {
		return nil, problemsOf(err)
	}
	low, err := param.Parse(from)
	if err != nil {
		return nil, problemsOf(err)
	}
	high, err := param.Parse(to)
	if err != nil {
		return nil, problemsOf(err)
	}
	if high < low {
		return nil, zio.Problems{problemSweepStep.At("")}
	}
	var problems zio.Problems
	amount := func(n int64) money.Euro {
		if len(problems) > 0 {
			return money.Euro{}
		}
		x, found := with(a, param, n, p)
		if len(found) > 0 {
			problems = found
			return money.Euro{}
		}
		e, err := goal.amount(x)
		if err != nil {
			problems = problemsOf(err)
		}
		return e
	}
	down := amount(high).Compare(amount(low)) < 0
	last := amount(low)
	for i := int64(1); i <= samples && high-low >= samples; i++ {
		next := amount(low + (high-low)/samples*i)
		if c := next.Compare(last); c < 0 && !down || c > 0 && down {
			return nil, zio.Problems{problemSolveShape.At("", "from", from, "to", to)}
		}
		last = next
	}
	if len(problems) > 0 {
		return nil, problems
	}
	reached := func(n int64, past bool) bool { // whether the amount is at the target, or past it
		c := amount(n).Compare(goal.Target)
		if down {
			c = -c
		}
		return c > 0 || c == 0 && !past
	}
	first := search(low, high, func(n int64) bool { return reached(n, false) })
	after := search(low, high, func(n int64) bool { return reached(n, true) })
	if len(problems) > 0 {
		return nil, problems
	}
	s := &Solution{Pointer: pointer, Answer: NoValue}
	if first < after {
		s.Answer, s.From, s.Until = ValueRange, param.Format(first), param.Format(after-1)
		if after-first == 1 {
			s.Answer = OneValue
		}
		return s, nil
	}
	if first > low {
		e := amount(first - 1)
		s.Below, s.BelowAmount = param.Format(first-1), &e
	}
	if first <= high {
		e := amount(first)
		s.Above, s.AboveAmount = param.Format(first), &e
	}
	return s, problems
}

// search is the first n from low to high for which ok holds, or high+1; from there on it holds for all.
func search(low, high int64, ok func(int64) bool) int64 {
	high++
	for low < high {
		middle := low + (high-low)/2
		if ok(middle) {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low
}

// amount is the quantity that the goal is about.
func (g Goal) amount(x *funding.Result) (money.Euro, error) {
	switch g.Of {
	case OfCost:
		return x.Cost()
	case OfGap:
		return x.Gap()
	}
	if e, found := x.Share(g.Of); found {
		return e, nil
	}
	return money.Euro{}, problemSolveParty.At("", "of", g.Of)
}

// AppendDocument appends the solution as indented JSON.
func (s *Solution) AppendDocument(b []byte) []byte { return strictjson.Append(b, s, (*Solution).bind) }

func (s *Solution) bind(f *strictjson.Fields) {
	f.Text(&s.Pointer, strictjson.Spec{Name: "pointer"})
	f.Text((*string)(&s.Answer), strictjson.Spec{Name: "answer"})
	f.Text(&s.From, strictjson.Spec{Name: "from", Optional: true})
	f.Text(&s.Until, strictjson.Spec{Name: "until", Optional: true})
	f.Text(&s.Below, strictjson.Spec{Name: "below", Optional: true})
	strictjson.OptionalCode(f, &s.BelowAmount, strictjson.Spec{Name: "belowAmount"})
	f.Text(&s.Above, strictjson.Spec{Name: "above", Optional: true})
	strictjson.OptionalCode(f, &s.AboveAmount, strictjson.Spec{Name: "aboveAmount"})
}
