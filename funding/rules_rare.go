//go:build !figures

package funding

import "github.com/zio-collectief/zio/internal/strictjson"

// Rules that few agreements have. The build of the figures, which a page loads first, does not hold them: it has no reply to an
// agreement with one, and the module with all calls answers it.
var (
	rareCosts = []strictjson.Variant[Cost]{degressiveRule, priceListRule, admissionRule}
	rareKeys  = []strictjson.Variant[Key]{weightedPupilsRule, excessRule, fixedAmountsRule, smallNumbersRule, exitRule}
)

// RareRules are the names of the rules that the figures do not hold (zeldzame regels); see package figures.
func RareRules() []string {
	var list []string
	for i := range rareCosts {
		list = append(list, rareCosts[i].Rule)
	}
	for i := range rareKeys {
		list = append(list, rareKeys[i].Rule)
	}
	return list
}
