package analysis

import (
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Change is what would be different (wat als): another value at a place in the agreement or the population.
type Change struct {
	Pointer string // as that of a [Parameter]; a member that is absent is added
	Value   string // a number, an amount or a text as it stands there, true or false, or JSON of a list or a rule
}

var (
	problemChangeValue = &zio.ProblemKind{Code: "change.value-invalid", NL: "{value} past niet op {pointer}.", EN: "{value} does not fit at {pointer}."}
	problemChangeParty = &zio.ProblemKind{Code: "change.party-unknown", NL: "{id} is geen gemeente in de lijst van partijen.", EN: "{id} is not a municipality in the list of parties."}
)

// Changed gives the documents with every change, one after the other. Both are read again as documents, so that what they may not
// hold is a problem here too.
func Changed(a *funding.Agreement, p *zio.Population, changes ...Change) (*funding.Agreement, *zio.Population, zio.Problems) {
	for _, c := range changes {
		in, v, place, problems := document(a, p, c.Pointer)
		if len(problems) > 0 {
			return nil, nil, problems
		}
		if problem := set(&v, place, c); problem != nil {
			return nil, nil, zio.Problems{*problem}
		}
		if a, p, problems = in.read(a, p, &v); len(problems) > 0 {
			return nil, nil, problems
		}
	}
	return a, p, nil
}

// set puts a value at a place in a tree.
func set(v *strictjson.Value, place string, c Change) *zio.Problem {
	wrong := func(kind *zio.ProblemKind, params ...string) *zio.Problem {
		problem := kind.At("", append(params, "pointer", c.Pointer, "value", c.Value)...)
		return &problem
	}
	at := find(v, place)
	if at == nil { // an absent member of an object that is there
		cut := strings.LastIndexByte(place, '/')
		if cut < 0 {
			return wrong(problemPointer)
		}
		parent := find(v, place[:cut])
		if parent == nil || parent.Kind != strictjson.Object {
			return wrong(problemPointer)
		}
		parent.Members = append(parent.Members, strictjson.Member{Name: place[cut+1:], Value: strictjson.Value{Kind: strictjson.Null}})
		at = &parent.Members[len(parent.Members)-1].Value
	}
	value, faults := strictjson.Parse([]byte(c.Value), strictjson.Limits{})
	text := len(faults) > 0 || value.Kind == strictjson.Number && strings.Contains(c.Value, ".") // amounts are texts
	switch {
	case at.Kind == strictjson.String, at.Kind == strictjson.Null && text:
		*at = strictjson.Value{Kind: strictjson.String, Text: c.Value}
	case !text && (at.Kind == value.Kind || at.Kind == strictjson.Null):
		*at = value
	default:
		return wrong(problemChangeValue)
	}
	return nil
}

// Leaves and Joins are the changes by which a municipality of the parties takes no part any more, or takes part (uittreden, toetreden).
func Leaves(a *funding.Agreement, municipality string) (Change, error) {
	return takesPart(a, municipality, "false")
}

// Joins: see [Leaves].
func Joins(a *funding.Agreement, municipality string) (Change, error) {
	return takesPart(a, municipality, "true")
}

func takesPart(a *funding.Agreement, municipality, value string) (Change, error) {
	if a == nil {
		return Change{}, problemNothing.At("")
	}
	for i := range a.Parties {
		if p := &a.Parties[i]; p.ID == municipality && p.Kind == funding.PartyMunicipality {
			return Change{"/parties/" + strconv.Itoa(i) + "/participates", value}, nil
		}
	}
	return Change{}, problemChangeParty.At("", "id", municipality)
}
