package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
)

// Budget is a fixed amount for the period (budget): what the parties agreed to spend together, whatever is used.
type Budget struct {
	Amount money.Euro `json:"amount"` // for the whole period of the agreement, 0.00 or more
}

var budgetRule = strictjson.Variant[Cost]{
	Rule: "budget/1", New: func() Cost { return new(Budget) }, Formulas: "F01",
	NL: "Vast budget", EN: "Fixed budget",
	HintNL: "De partijen spreken samen één bedrag af.", HintEN: "The parties agree on one amount together.",
}

// Rule is "budget/1".
func (b *Budget) Rule() string { return budgetRule.Rule }

func (b *Budget) bind(f *strictjson.Fields) {
	f.Code(&b.Amount, strictjson.Spec{Name: "amount", Format: "euro", NL: "Bedrag", EN: "Amount", HintNL: "Voor de hele looptijd.", HintEN: "For the whole period."})
}

func (b *Budget) check(c *checker) { c.notNegative("/amount", b.Amount) }

func (b *Budget) cost(r *record) costOutcome {
	return costOutcome{total: r.sum(step{name: "budget", unit: UnitEuro}, r.agreed("amount", "/amount", b.Amount.Exact(), UnitEuro))}
}

func (b *Budget) words() []stepWords {
	return []stepWords{{"budget", "Het afgesproken budget is € {amount#}.", "The agreed budget is €{amount#}."}}
}
