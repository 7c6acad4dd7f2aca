package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
)

// SinglePayer lets one party bear everything (één betaler).
type SinglePayer struct {
	Payer string `json:"payer"` // id of the party
}

var singlePayerRule = strictjson.Variant[Key]{
	Rule: "single-payer/1", New: func() Key { return new(SinglePayer) },
	NL: "Eén betaler", EN: "Single payer",
	HintNL: "Eén partij draagt alle kosten.", HintEN: "One party bears all costs.",
}

// Rule is "single-payer/1".
func (k *SinglePayer) Rule() string { return singlePayerRule.Rule }

func (k *SinglePayer) bind(f *strictjson.Fields) {
	f.Text(&k.Payer, strictjson.Spec{Name: "payer", Max: 60, Format: "party", NL: "Betaler", EN: "Payer"})
}

func (k *SinglePayer) check(c *checker) {
	if p := c.party("/payer", k.Payer); p != nil && p.Kind == PartyMunicipality && !p.Participates {
		c.add(problemNotTakingPart, "/payer", "id", k.Payer)
	}
}

func (k *SinglePayer) weigh(r *record, of costOutcome) []weight {
	return []weight{{k.Payer, r.sum(step{name: "weight", party: k.Payer, unit: UnitNumber}, r.constant("all", money.ExactFromInt(1), UnitNumber))}}
}

func (k *SinglePayer) words() []stepWords {
	return []stepWords{
		{"weight-nested", "{party} draagt dit deel alleen.", "{party} bears this part alone."},
		{"weight", "Naar de sleutel draagt {party} alle kosten.", "By the key {party} bears all costs."},
	}
}
