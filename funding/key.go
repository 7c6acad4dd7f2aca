package funding

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// weights makes weights of tallies: one per participant, also when it counts nothing, and one for the gap
// when the part of the others is left as a gap.
func (r *record) weights(list tallies, unit string, nonParticipants Uncovered) []weight {
	out := make([]weight, 0, len(r.a.Parties)+1)
	for i := range r.a.Parties {
		p := &r.a.Parties[i]
		if !p.Participates {
			continue
		}
		var inputs []value
		if code, err := zio.ParseMunicipalityCode(p.ID); err == nil {
			inputs = list.of(code)
		}
		out = append(out, weight{p.ID, r.sum(step{name: "weight", party: p.ID, unit: unit}, inputs...)})
	}
	sortWeights(out)
	if nonParticipants == LeaveAsGap {
		var inputs []value
		for i := range list {
			if !r.in.has(list[i].home) {
				inputs = append(inputs, list[i].inputs...)
			}
		}
		if len(inputs) > 0 {
			out = append(out, weight{gapParty, r.sum(step{name: "weight", party: gapParty, unit: unit}, inputs...)})
		}
	}
	return out
}

// addWeights adds weights, which all have the same unit.
func (r *record) addWeights(name string, weights []value) value {
	unit := UnitNumber
	if len(weights) > 0 {
		unit = weights[0].unit
	}
	return r.sum(step{name: name, unit: unit}, weights...)
}

// perWeight is the unit of an amount divided by weights: of an amount by amounts that is a plain number.
func perWeight(weights value) string {
	if isAmount(weights.unit) {
		return UnitNumber
	}
	return UnitEuro
}

var weightWords = []stepWords{
	{"weight", "{party} telt mee voor {value#}{unit}.", "{party} counts for {value#}{unit}."},
	{"weight-gap", "Gemeenten die niet meedoen, tellen voor {value#}{unit}.", "Municipalities that do not take part count for {value#}{unit}."},
}

// Uncovered is what happens with a part that nobody bears at first (niet gedekt deel): of homes that do not take part, or what a limit
// cuts off. It is a required choice.
type Uncovered string

// The two choices.
const (
	Redistribute Uncovered = "redistribute" // the participants, or the others, bear it
	LeaveAsGap   Uncovered = "leave-as-gap" // it stays visible as a gap
)

var nonParticipantChoices = []strictjson.Choice{
	{Value: string(Redistribute), NL: "de deelnemers dragen dat deel", EN: "the participants bear that part"},
	{Value: string(LeaveAsGap), NL: "dat deel blijft zichtbaar als tekort", EN: "that part stays visible as a gap"},
}

var problemZeroWeights = &zio.ProblemKind{Code: "key.weights-zero", NL: "Alle aantallen voor de verdeling zijn 0, terwijl er € {total#} te verdelen is.", EN: "All counts for the division are 0, while €{total#} has to be divided."}
