package funding

import "github.com/zio-collectief/zio/internal/strictjson"

//go:generate go run ../internal/rulegen

// The closed sets of rules. A rule has a file of its own. Those that most agreements have are named here; the others stand in
// rules_rare.go, which is generated.
var (
	costs = strictjson.Union[Cost]{
		Name: "cost",
		Rule: func(c Cost) string {
			if c == nil {
				return ""
			}
			return c.Rule()
		},
		Bind: func(c Cost, f *strictjson.Fields) { c.bind(f) },
		Variants: []strictjson.Variant[Cost]{
			budgetRule, fixedHoursRule, staffingRule, drawingRightRule, estimatedHoursRule, classProductRule, inKindPairRule,
			populationRule, individualDecisionsRule, educationMinutesRule, supplementRule, absenceRule, routeMinutesRule,
		},
		Rare: rareCosts,
	}
	keys = strictjson.Union[Key]{
		Name: "key",
		Rule: func(k Key) string {
			if k == nil {
				return ""
			}
			return k.Rule()
		},
		Bind: func(k Key, f *strictjson.Fields) { k.bind(f) },
		Variants: []strictjson.Variant[Key]{
			singlePayerRule, proRataRule, fixedSharesRule, ownUseRule, hybridRule, mixedRule, givenRule,
		},
		Rare: rareKeys,
	}
	flows = strictjson.Union[Flow]{
		Name: "flow",
		Rule: func(w Flow) string {
			if w == nil {
				return ""
			}
			return w.Rule()
		},
		Bind: func(w Flow, f *strictjson.Fields) { w.bind(f) },
		Variants: []strictjson.Variant[Flow]{
			directRule, cashierRule, passThroughRule, hostRule, noSettlementRule, grantRule,
		},
		Rare: rareFlows,
	}
)

// RuleDescription is a rule in words, with its members (beschrijving van een regel): for forms, schemas and documentation.
//
//figures:without NL EN HintNL HintEN Formulas
type RuleDescription struct {
	Rule           string                        // name and version: "fixed-hours/1"
	NL, EN         string                        // what the rule is called
	HintNL, HintEN string                        // one sentence of help
	Formulas       string                        // of the field's catalogue, by their numbers: "F02 F17"; see the package documentation
	Fields         []strictjson.FieldDescription // of each member its Name, Kind, NL, EN, HintNL, HintEN, Optional, Format, Min, Max and Choices
	Zero           any                           // a new value of the rule, such as a *FixedHours, for programs that reflect on it
}

// CostRules describes the rules that say what the care costs.
func CostRules() []RuleDescription { return described(costs.Describe()) }

// KeyRules describes the rules that say who bears which part.
func KeyRules() []RuleDescription { return described(keys.Describe()) }

// FlowRules describes the rules that say who pays whom.
func FlowRules() []RuleDescription { return described(flows.Describe()) }

func described(list []strictjson.VariantDescription) []RuleDescription {
	out := make([]RuleDescription, len(list))
	for i, v := range list {
		out[i] = RuleDescription(v)
	}
	return out
}

// RareRules are the names of the rules that the figures do not hold (zeldzame regels); see package figures.
func RareRules() []string {
	return append(append(namesOf(rareCosts), namesOf(rareKeys)...), namesOf(rareFlows)...)
}

func namesOf[T any](variants []strictjson.Variant[T]) []string {
	list := make([]string, len(variants))
	for i := range variants {
		list[i] = variants[i].Rule
	}
	return list
}
