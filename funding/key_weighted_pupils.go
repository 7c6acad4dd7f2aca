package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// WeightedPupils divides by pupils who each weigh by their category (gewogen leerlingen): light, middle and heavy, an arrangement, the
// category of an admission statement.
type WeightedPupils struct {
	Basis           string           `json:"basis"`           // "enrolled-pupils" or "eligible-pupils"
	Weights         []CategoryWeight `json:"weights"`         // of every category that occurs
	NonParticipants Uncovered        `json:"nonParticipants"` // "redistribute" or "leave-as-gap"
}

// CategoryWeight is the weight of a pupil of one category (gewicht van een categorie).
type CategoryWeight struct {
	Category string       `json:"category"`
	Weight   money.Factor `json:"weight"` // 0 or more
}

var weightedPupilsRule = strictjson.Variant[Key]{
	Rule: "weighted-pupils/1", New: func() Key { return new(WeightedPupils) },
	NL: "Gewogen leerlingen", EN: "Weighted pupils",
	HintNL: "Naar rato van leerlingen, die meer of minder tellen naar hun categorie.", HintEN: "In proportion to pupils, who count for more or less by their category.",
}

// Rule is "weighted-pupils/1".
func (k *WeightedPupils) Rule() string { return weightedPupilsRule.Rule }

func (k *WeightedPupils) bind(f *strictjson.Fields) {
	f.Choice(&k.Basis, strictjson.Spec{Name: "basis", Choices: pupilBases, NL: "Welke leerlingen tellen?", EN: "Which pupils count?"})
	strictjson.List(f, &k.Weights, strictjson.Spec{Name: "weights", Min: 1, Max: 100, NL: "Gewicht per categorie", EN: "Weight per category"}, (*CategoryWeight).bind)
	f.Choice((*string)(&k.NonParticipants), strictjson.Spec{Name: "nonParticipants", Choices: nonParticipantChoices, NL: "Leerlingen uit gemeenten die niet meedoen", EN: "Pupils of municipalities that do not take part"})
}

func (w *CategoryWeight) bind(f *strictjson.Fields) {
	f.Text(&w.Category, categorySpec)
	f.Code(&w.Weight, strictjson.Spec{Name: "weight", Format: "factor", NL: "Gewicht", EN: "Weight"})
}

var problemCategoryWeight = &zio.ProblemKind{Code: "weighted-pupils.weight-negative", NL: "Het gewicht {value#} is negatief. Vul 0 of meer in.", EN: "The weight {value#} is negative. Fill in 0 or more."}

func (k *WeightedPupils) check(c *checker) {
	names := k.names()
	for i := range k.Weights {
		c.category(at("/weights", i), names[i], names[:i])
		if k.Weights[i].Weight.Sign() < 0 {
			c.add(problemCategoryWeight, at("/weights", i)+"/weight", "value", k.Weights[i].Weight.String())
		}
	}
}

func (k *WeightedPupils) names() []string {
	list := make([]string, len(k.Weights))
	for i := range k.Weights {
		list[i] = k.Weights[i].Category
	}
	return list
}

func (k *WeightedPupils) weigh(r *record, _ costOutcome) []weight {
	counted := r.categories(k.Basis, k.names())
	weighed := func(party string, of func(tallies) []value) value {
		var inputs []value
		for i := range k.Weights {
			if pupils := of(counted[i]); len(pupils) > 0 {
				suffix := "-" + itoa(int64(i+1))
				n := r.sum(step{name: "pupils" + suffix, party: party, unit: UnitPupils}, pupils...)
				inputs = append(inputs, r.product(step{name: "weighed" + suffix, party: party, unit: UnitNumber}, n.as("pupils"),
					r.agreed("weight", r.place("/weights", i, "/weight"), k.Weights[i].Weight.Exact(), UnitNumber)))
			}
		}
		return r.sum(step{name: "weight", party: party, unit: UnitNumber}, inputs...)
	}
	var out []weight
	for i := range r.a.Parties {
		p := &r.a.Parties[i]
		if code, err := zio.ParseMunicipalityCode(p.ID); err == nil && p.Participates {
			out = append(out, weight{p.ID, weighed(p.ID, func(l tallies) []value { return l.of(code) })})
		}
	}
	sortWeights(out)
	if k.NonParticipants == LeaveAsGap {
		others := func(l tallies) (list []value) {
			for i := range l {
				if !r.in.has(l[i].home) {
					list = append(list, l[i].inputs...)
				}
			}
			return list
		}
		for i := range counted {
			if len(others(counted[i])) > 0 {
				return append(out, weight{gapParty, weighed(gapParty, others)})
			}
		}
	}
	return out
}

func (k *WeightedPupils) leavesGap() bool { return k.NonParticipants == LeaveAsGap }

func (k *WeightedPupils) words() []stepWords {
	return append([]stepWords{
		{"weighed-", "Van {party} {pupils|telt|tellen} {pupils#} {pupils|leerling|leerlingen} met gewicht {weight#}: {value#}.", "Of {party} {pupils#} {pupils|pupil counts|pupils count} with weight {weight#}: {value#}."},
	}, weightWords...)
}
