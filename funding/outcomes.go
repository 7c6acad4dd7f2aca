package funding

import (
	"strings"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/figures"
	"github.com/zio-collectief/zio/zio"
)

// share is one party's part of a division, as an input of later steps.
type share struct {
	party  string
	amount money.Euro
	ref    string
}

// costOutcome is what a cost rule says: the total, and the total at both ends of a range if there is one. It is also what
// a key divides.
type costOutcome struct {
	total     value
	low, high value     // no value when there is no range
	own       []weight  // what each home municipality costs, in order of code; nil when the rule does not say
	cases     []oneCase // what each decision costs; nil when the rule does not say, and in the figures
}

// oneCase is what one decision costs for all pupils who have it (casus).
type oneCase struct {
	key            string // of its steps: its number in the list, from 1
	home           zio.MunicipalityCode
	amount, pupils value
}

// borne is who bears the cost of a component: parties, the gap and the rest together bear it whole.
type borne struct {
	cost   costOutcome
	shares []share // in order of party
	gap    value   // borne by nobody
	rest   value   // left over by the rounding
}

// settled is who bears what of a component and who pays whom: a flow adds the transfers, and may move what parties bear.
type settled struct {
	borne
	shadow    []Shadow
	transfers []Transfer
}

func (s share) compare(party string) int { return strings.Compare(s.party, party) }

// value is the share as an input of later steps.
//
//figures:without name
func (s share) value(name string) value {
	v := newValue(s.amount.Exact(), UnitEuro)
	if figures.Only {
		return v
	}
	v.name, v.ref = name, s.ref
	return v
}
