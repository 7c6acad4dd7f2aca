// Code generated from the rules by internal/rulegen. DO NOT EDIT.

//go:build !figures

package funding

import "github.com/zio-collectief/zio/internal/strictjson"

// Rules that rules.go does not name. The build of the figures, which a page loads first, does not hold them: it has no reply to
// an agreement with one, and the module with all calls answers it.
var (
	rareCosts = []strictjson.Variant[Cost]{admissionRule, degressiveRule, priceListRule}
	rareKeys  = []strictjson.Variant[Key]{excessRule, exitRule, fixedAmountsRule, smallNumbersRule, weightedPupilsRule}
	rareFlows = []strictjson.Variant[Flow]{}
)
