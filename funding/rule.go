package funding

import "github.com/zio-collectief/zio/internal/strictjson"

// Cost is a rule that says what the care costs (kosten). The set is closed; see [CostRules].
type Cost interface {
	// Rule is the name and version of the rule, such as "fixed-hours/1".
	Rule() string
	bind(*strictjson.Fields)
	check(*checker)
	cost(*record) costOutcome
	worded
}

// Key is a rule that says who bears which part (verdeelsleutel). The set is closed; see [KeyRules].
type Key interface {
	Rule() string
	bind(*strictjson.Fields)
	check(*checker)
	weigh(*record, costOutcome) []weight
	worded
}

// Flow is a rule that says who pays whom (geldstroom). The set is closed; see [FlowRules].
type Flow interface {
	Rule() string
	bind(*strictjson.Fields)
	check(*checker)
	flow(*record, borne) settled
	worded
}

// worded is what every rule is: it has words for each of its steps.
type worded interface{ words() []stepWords }
