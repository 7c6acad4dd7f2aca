package oracle

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// traceInput is one value that a step used.
type traceInput struct{ Name, Ref, Value, Unit string }

// traceStep is one step of a trace as it stands in a result document.
type traceStep struct {
	ID, Rule, Name, Party, Op, Value, Unit, Rounding, Before, Rest string
	Inputs                                                         []traceInput
	Division                                                       *Division
	Shares                                                         []struct{ Party, Value string }
}

type partyAmount struct{ Party, Name, Amount string }

// resultDocument is a result document, as far as it is judged.
type resultDocument struct {
	Shares, Payees []partyAmount
	Balances       []struct{ Party, Pays, Receives, Net string }
	Components     []struct {
		ID, Route, Cost, Low, High, Gap, Rest string
		Rules                                 []string
		Shares                                []struct{ Party, Weight, Unit, Amount, Ref string }
		Shadow                                []struct {
			Party, Amount string
			Over          bool
		}
	}
	Transfers []struct{ Component, Kind, Instrument, From, To, Amount, Ref string }
	Routing   routingDocument
	Checks    []struct {
		Code, Component, Left, Right string
		OK                           bool
	}
	Trace   struct{ Steps []traceStep }
	Receipt struct {
		Rules                         []string
		Agreement, Population, Result string
	}
}

type routingDocument struct {
	Pupils, Pooled, EducationMinutesPerWeek int64
	Homes                                   []homeCount
	Exclusions                              []excluded
	Routes                                  []routeCount
}

type homeCount struct {
	Home           string
	Pupils, Pooled int64
}

type excluded struct {
	Reason, Route, Home    string
	Pupils, MinutesPerWeek int64
}

type routeCount struct {
	Route                                    string
	Pupils, MinutesPerWeek, UnchargedPerWeek int64
}

// tracer judges one result.
type tracer struct {
	result                resultDocument
	agreement, population any
	documents             map[string]bool
	model                 *Model
	steps                 map[string]*traceStep
	wrong                 []string
}

func (t *tracer) say(format string, args ...any) {
	t.wrong = append(t.wrong, fmt.Sprintf(format, args...))
}

// CheckTrace works every step of the trace of a result out again from its inputs, follows every reference, and
// compares every amount of the result with the step that gives it. It returns what is wrong.
func CheckTrace(result, agreement, population []byte) []string {
	t := &tracer{steps: map[string]*traceStep{}}
	for _, d := range []struct {
		data []byte
		to   any
	}{{result, &t.result}, {agreement, &t.agreement}, {population, &t.population}} {
		if err := unmarshal(d.data, d.to); err != nil {
			return []string{err.Error()}
		}
	}
	model, err := NewModel(agreement, population)
	if err != nil {
		return []string{err.Error()}
	}
	t.model = model
	for i := range t.result.Trace.Steps {
		s := &t.result.Trace.Steps[i]
		if t.steps[s.ID] != nil {
			t.say("%s: two steps have this address", s.ID)
		}
		for k := range s.Inputs {
			t.input(s, &s.Inputs[k])
		}
		if s.Op == "allocate" {
			t.division(s)
		} else {
			t.step(s)
		}
		t.steps[s.ID] = s
	}
	t.amounts()
	t.receipt(result, agreement, population)
	return t.wrong
}

func unmarshal(data []byte, v any) error {
	d := json.NewDecoder(strings.NewReader(string(data)))
	d.UseNumber()
	return d.Decode(v)
}

// rational reads a decimal or a fraction.
func (t *tracer) rational(where, text string) *big.Rat {
	x, ok := new(big.Rat).SetString(text)
	if !ok || text == "" {
		t.say("%s: %q is no number", where, text)
		return new(big.Rat)
	}
	return x
}

// input follows the reference of an input to the number that it stands for.
func (t *tracer) input(s *traceStep, in *traceInput) {
	where := s.ID + " input " + in.Name
	value := t.rational(where, in.Value)
	kind, rest, _ := strings.Cut(in.Ref, ":")
	var found *big.Rat
	switch kind {
	case "agreement", "population":
		document := t.agreement
		if kind == "population" {
			document = t.population
		}
		at, ok := pointed(document, rest)
		if !ok {
			t.say("%s: %s leads nowhere", where, in.Ref)
			return
		}
		if kind == "population" && strings.Count(rest, "/") == 2 && strings.HasPrefix(rest, "/pupils/") {
			t.pupil(where, rest, in, value)
			return
		}
		switch x := at.(type) {
		case string:
			if _, ok := new(big.Rat).SetString(x); !ok {
				t.say("%s: %s leads to the text %q, and an input of a step must lead to a number", where, in.Ref, x)
				return
			}
			found = t.rational(where, x)
		case json.Number:
			found = t.rational(where, x.String())
		default:
			t.say("%s: %s leads to a list or an object, and an input of a step must lead to a number", where, in.Ref)
			return
		}
	case "estimate":
		at, ok := pointed(t.population, rest)
		group, isGroup := at.(map[string]any)
		index, err := strconv.Atoi(strings.TrimPrefix(rest, "/groups/"))
		if !ok || !isGroup || err != nil || group["most"] == nil || group["pupils"] != nil {
			t.say("%s: %s is no range", where, in.Ref)
			return
		}
		found = rat(t.model.p.Groups[index].Pupils)
	case "trace":
		found = t.earlier(where, rest)
	case "constant":
		t.constant(s, where, rest, value)
		return
	default:
		t.say("%s: unknown reference %s", where, in.Ref)
	}
	if found != nil && found.Cmp(value) != 0 {
		t.say("%s: %s is %s at %s", where, in.Value, found.RatString(), in.Ref)
	}
}

// earlier is the value of an earlier step, or of one party in it.
func (t *tracer) earlier(where, ref string) *big.Rat {
	id, party, divided := strings.Cut(ref, "#")
	s := t.steps[id]
	if s == nil {
		t.say("%s: no earlier step %s", where, id)
		return nil
	}
	if !divided {
		if s.Op == "allocate" {
			t.say("%s: %s is a division over parties", where, id)
			return nil
		}
		return t.rational(id, s.Value)
	}
	if party == "~rest" {
		return t.rational(id, s.Rest)
	}
	for _, x := range s.Shares {
		if x.Party == party {
			return t.rational(id, x.Value)
		}
	}
	t.say("%s: no party %s in %s", where, party, id)
	return nil
}

// pupil judges a count or minutes of one pupil line: the whole, or the part of the days of one stretch.
func (t *tracer) pupil(where, pointer string, in *traceInput, value *big.Rat) {
	index, _ := strconv.Atoi(strings.TrimPrefix(pointer, "/pupils/"))
	for _, p := range t.model.pupilPlaces[index] {
		x := new(big.Rat).Set(p.part)
		if in.Unit == "minutes" {
			x.Mul(x, rat(p.minutes))
		}
		if x.Cmp(value) == 0 {
			return
		}
	}
	if in.Unit == "pupils" && value.Cmp(rat(1)) == 0 {
		return // counted whole on the count date
	}
	t.say("%s: %s is no part of pupil %d", where, in.Value, index)
}

func (t *tracer) constant(s *traceStep, where, name string, value *big.Rat) {
	if text, known := constants[name]; known {
		if x, _ := new(big.Rat).SetString(text); x.Cmp(value) != 0 {
			t.say("%s: constant %s is %s", where, name, value.RatString())
		}
		return
	}
	var want int64
	switch name {
	case "pupils":
		want = 1
		if s.Rule == "routing/1" {
			want = t.model.pupils()
		}
	case "months", "days":
		if s.Rule == "party-time/1" {
			want = t.model.takesPart(s.Party)
			break
		}
		fallthrough
	default:
		component, _, _ := strings.Cut(s.ID, "/")
		var known bool
		if want, known = t.model.stated(component, s.Name, name); !known {
			t.say("%s: unknown constant %s of %s: add it to constants in internal/proof/oracle/model_cost.go, or to stated when it follows from the documents", where, name, s.Rule)
			return
		}
	}
	if rat(want).Cmp(value) != 0 {
		t.say("%s: constant %s is %s and not %d", where, name, value.RatString(), want)
	}
}

// step works a step out again.
func (t *tracer) step(s *traceStep) {
	inputs := make([]*big.Rat, len(s.Inputs))
	for i := range s.Inputs {
		inputs[i] = t.rational(s.ID, s.Inputs[i].Value)
	}
	if len(inputs) == 0 && s.Op != "sum" {
		t.say("%s: %s of nothing", s.ID, s.Op)
		return
	}
	x := new(big.Rat)
	switch s.Op {
	case "sum":
		for _, v := range inputs {
			x.Add(x, v)
		}
	case "product":
		x.SetInt64(1)
		for _, v := range inputs {
			x.Mul(x, v)
		}
	case "quotient":
		if len(inputs) != 2 || inputs[1].Sign() == 0 {
			t.say("%s: no quotient", s.ID)
			return
		}
		x.Quo(inputs[0], inputs[1])
	case "difference":
		x.Set(inputs[0])
		for _, v := range inputs[1:] {
			x.Sub(x, v)
		}
	case "least":
		x.Set(slices.MinFunc(inputs, (*big.Rat).Cmp))
	case "most":
		x.Set(slices.MaxFunc(inputs, (*big.Rat).Cmp))
	default:
		t.say("%s: unknown operation %s", s.ID, s.Op)
		return
	}
	if s.Rounding != "" {
		if before := t.rational(s.ID, s.Before); before.Cmp(x) != 0 {
			t.say("%s: before rounding is %s and not %s", s.ID, s.Before, x.RatString())
		}
		cents := Round(x.Mul(x, rat(100)), s.Rounding)
		x = new(big.Rat).SetFrac(cents, big.NewInt(100))
	} else if s.Before != "" {
		t.say("%s: a value before rounding without a rounding", s.ID)
	}
	if value := t.rational(s.ID, s.Value); value.Cmp(x) != 0 {
		t.say("%s: %s of the inputs is %s and not %s", s.ID, s.Op, x.RatString(), s.Value)
	}
}

// division divides again.
func (t *tracer) division(s *traceStep) {
	if s.Division == nil || len(s.Inputs) != len(s.Shares)+1 {
		t.say("%s: not a whole division", s.ID)
		return
	}
	parties := make([]Party, len(s.Shares))
	for i, in := range s.Inputs[1:] {
		parties[i] = Party{in.Name, in.Value}
		if in.Name != s.Shares[i].Party {
			t.say("%s: weight of %s, share of %s", s.ID, in.Name, s.Shares[i].Party)
		}
	}
	out, err := Allocate(t.cents(s.ID, s.Inputs[0].Value), parties, *s.Division)
	if err != nil {
		t.say("%s: %v", s.ID, err)
		return
	}
	for i := range s.Shares {
		if t.cents(s.ID, s.Shares[i].Value).Cmp(out.Amounts[i]) != 0 {
			t.say("%s: %s gets %s and not %s cents", s.ID, s.Shares[i].Party, s.Shares[i].Value, out.Amounts[i])
		}
	}
	if t.cents(s.ID, s.Rest).Cmp(out.Rest) != 0 {
		t.say("%s: rest is %s and not %s cents", s.ID, s.Rest, out.Rest)
	}
}

// cents is an amount in euros as whole cents.
func (t *tracer) cents(where, text string) *big.Int {
	x := t.rational(where, text)
	x.Mul(x, rat(100))
	if !x.IsInt() {
		t.say("%s: %s is not in whole cents", where, text)
		return new(big.Int)
	}
	return x.Num()
}
