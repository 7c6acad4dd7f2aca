package funding

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// OwnUse lets every municipality bear what its own pupils use (profijtbeginsel), formula F22: by the minutes or the
// number of its pupils in the pool, or by what its own decisions cost.
type OwnUse struct {
	Measure         string    `json:"measure"`         // "eligible-minutes", "eligible-pupils" or "own-cost"
	NonParticipants Uncovered `json:"nonParticipants"` // "redistribute" or "leave-as-gap"
}

var ownUseRule = strictjson.Variant[Key]{
	Rule: "own-use/1", New: func() Key { return new(OwnUse) }, Formulas: "F22",
	NL: "Eigen gebruik (profijtbeginsel)", EN: "Own use (benefit principle)",
	HintNL: "Elke gemeente betaalt voor wat haar eigen leerlingen gebruiken.", HintEN: "Every municipality pays for what its own pupils use.",
}

var measureChoices = []strictjson.Choice{
	{Value: BasisEligibleMinutes, NL: "zorgminuten in de pot", EN: "minutes of care in the pool"},
	{Value: BasisEligible, NL: "leerlingen in de pot", EN: "pupils in the pool"},
	{Value: BasisOwnCost, NL: "eigen kosten", EN: "own cost"},
}

// Rule is "own-use/1".
func (k *OwnUse) Rule() string { return ownUseRule.Rule }

func (k *OwnUse) bind(f *strictjson.Fields) {
	f.Choice(&k.Measure, strictjson.Spec{Name: "measure", Choices: measureChoices, NL: "Gebruik gemeten in", EN: "Use measured in"})
	f.Choice((*string)(&k.NonParticipants), strictjson.Spec{Name: "nonParticipants", Choices: nonParticipantChoices, NL: "Leerlingen uit gemeenten die niet meedoen", EN: "Pupils of municipalities that do not take part"})
}

var problemOwnCost = &zio.ProblemKind{Code: "own-use.cost-not-by-home", NL: "De regel {rule} rekent niet uit wat elke gemeente zelf kost. Kies minuten of leerlingen.", EN: "The rule {rule} does not say what each municipality itself costs. Choose minutes or pupils."}

func (k *OwnUse) check(c *checker) {
	if _, single := c.c.Cost.(unpooled); k.Measure == BasisOwnCost && c.c.Cost != nil && !single {
		c.add(problemOwnCost, "/measure", "rule", c.c.Cost.Rule())
	}
}

func (k *OwnUse) weigh(r *record, of costOutcome) []weight {
	if k.Measure == BasisOwnCost {
		if of.own == nil {
			r.refuse(problemOwnCost, "/measure", "rule", r.component.Cost.Rule())
		}
		return of.own
	}
	return r.weights(r.count(k.Measure), basisUnit(k.Measure), k.NonParticipants)
}

func (k *OwnUse) words() []stepWords { return weightWords }
