package funding

import "github.com/zio-collectief/zio/internal/strictjson"

// OwnUse lets every municipality bear what its own pupils use (profijtbeginsel), formula F22: the minutes of
// its pupils in the pool, at the same price per minute for all.
type OwnUse struct {
	Measure         string `json:"measure"`         // "eligible-minutes" or "eligible-pupils"
	NonParticipants string `json:"nonParticipants"` // "redistribute" or "leave-as-gap"
}

var ownUseRule = strictjson.Variant[Key]{
	Rule: "own-use/1", New: func() Key { return new(OwnUse) }, Formulas: "F22",
	NL: "Eigen gebruik (profijtbeginsel)", EN: "Own use (benefit principle)",
	HintNL: "Elke gemeente betaalt voor wat haar eigen leerlingen gebruiken.", HintEN: "Every municipality pays for what its own pupils use.",
}

var measureChoices = []strictjson.Choice{
	{Value: BasisEligibleMinutes, NL: "zorgminuten in de pot", EN: "minutes of care in the pool"},
	{Value: BasisEligible, NL: "leerlingen in de pot", EN: "pupils in the pool"},
}

// Rule is "own-use/1".
func (k *OwnUse) Rule() string { return ownUseRule.Rule }

func (k *OwnUse) bind(f *strictjson.Fields) {
	f.Choice(&k.Measure, strictjson.Spec{Name: "measure", Choices: measureChoices, NL: "Gebruik gemeten in", EN: "Use measured in"})
	f.Choice(&k.NonParticipants, strictjson.Spec{Name: "nonParticipants", Choices: nonParticipantChoices, NL: "Leerlingen uit gemeenten die niet meedoen", EN: "Pupils of municipalities that do not take part"})
}

func (k *OwnUse) check(*checker) {}

func (k *OwnUse) weigh(r *run) []weight {
	return r.weights(r.tallies(k.Measure), basisUnit(k.Measure), k.NonParticipants)
}

func (k *OwnUse) words() []stepWords { return weightWords }
