package money

import (
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/internal/figures"
	"github.com/zio-collectief/zio/zio"
)

// Weight is what one party weighs in a division (gewicht): a count of pupils, a percentage.
// The value is not negative.
type Weight struct {
	Party string
	Value Exact
}

// Share is what one party gets in a division (aandeel).
type Share struct {
	Party  string
	Weight Exact
	Exact  Exact // before rounding: total times weight over the divisor, in eurocents
	Amount Euro
}

// Allocation is the result of a division (verdeling). The amounts of the shares and Rest sum
// to Total, always; shares are in the order of the weights.
type Allocation struct {
	Total  Euro
	Shares []Share
	Rest   Euro // what no party bears: see Division
}

var (
	kindAllocateEmpty = &zio.ProblemKind{Code: "allocate.empty",
		NL: "Er zijn geen partijen om over te verdelen. Geef ten minste één partij met een gewicht.",
		EN: "There are no parties to divide over. Give at least one party with a weight."}
	kindPartyEmpty = &zio.ProblemKind{Code: "allocate.party-empty",
		NL: "Bij dit gewicht staat geen partij. Vul de code van de partij in.",
		EN: "This weight has no party. Fill in the code of the party."}
	kindPartyDuplicate = &zio.ProblemKind{Code: "allocate.party-duplicate",
		NL: "Partij {party} staat er twee keer in. Tel de gewichten op of verwijder er één.",
		EN: "Party {party} is listed twice. Add the weights up or remove one of them."}
	kindWeightNegative = &zio.ProblemKind{Code: "allocate.weight-negative",
		NL: "Het gewicht van partij {party} is {value}. Een gewicht kan niet onder nul zijn.",
		EN: "The weight of party {party} is {value}. A weight cannot be below zero."}
	kindWeightsZero = &zio.ProblemKind{Code: "allocate.weights-zero",
		NL: "Alle gewichten zijn nul, dus er is niets om naar te verdelen. Geef ten minste één partij een gewicht boven nul.",
		EN: "All weights are zero, so there is nothing to divide by. Give at least one party a weight above zero."}
	kindNamedUnknown = &zio.ProblemKind{Code: "allocate.named-unknown",
		NL: "Partij {party} krijgt het verschil, maar doet zelf niet mee: zij staat er niet in of heeft gewicht nul.",
		EN: "Party {party} is to bear the difference, but takes no part: it is not listed or has weight zero."}
	kindAllocateOverflow = &zio.ProblemKind{Code: "allocate.overflow",
		NL: "Bij het verdelen past een tussenuitkomst niet meer. Kijk of de gewichten, de deler en het totaal kloppen; gebruik minder decimalen.",
		EN: "While dividing, an intermediate result does not fit. See whether the weights, the divisor and the total are right; use fewer decimals."}
)

// Allocate divides a total over parties by weight (verdelen). Exact shares are the total
// times the weight over the divisor; the Division says how they become whole units. Sums
// always come out: the amounts and Rest together are the total. The order of the weights
// has no effect on the amounts: ties go to the larger remainder, then to the larger weight,
// then to the party code that is first in byte order. Zero weight gets nothing. A negative
// total gives the opposite of what the positive one gives.
//
// Rest holds, apart from what Independent and Keep leave in it,
//   - with a unit above a cent, the part of the total below a whole unit: € 1,234,567.89 in
//     thousands leaves € 567.89;
//   - with a fixed divisor, what the parties do not bear together. That joint part is total
//     times sum of weights over divisor, rounded to a unit by Rounding, and no more than the
//     whole units of the total unless the weights sum to more than the divisor. Example:
//     € 10.00 by largest remainder over 33.3, 33.3 and 33.3 of 100, half-up: exact shares
//     are € 3.33 and the joint part is € 9.99, so that Rest is € 0.01. Over 33.33, 33.33 and
//     33.33 of 100: exact shares € 3.333, joint part € 9.999, which is € 10.00; toward zero
//     the shares sum to € 9.99, and the one cent left goes to the first party: € 3.34,
//     € 3.33, € 3.33 and no rest. Rounding down gives a joint part of € 9.99, so that no cent
//     is left over and Rest is € 0.01.
//
// Problems: those of Division.Check under /division, allocate.empty, allocate.party-empty,
// allocate.party-duplicate, allocate.weight-negative, allocate.weights-zero,
// allocate.named-unknown and, when a number does not fit, allocate.overflow. The first one
// in this order is returned, as a zio.Problem.
func Allocate(total Euro, weights []Weight, d Division) (Allocation, error) {
	return allocate(total, weights, d, true)
}

// AllocateAmounts is Allocate for who needs the amounts and not the exact shares: these are left zero where 64 bits hold the
// division, which takes a quarter of the time. It has the same problems.
func AllocateAmounts(total Euro, weights []Weight, d Division) (Allocation, error) {
	return allocate(total, weights, d, false)
}

// allocate is Allocate, without the exact shares when these are not asked for and 64 bits hold the division: then every exact
// share fits too, as it is the total times a whole number of 64 bits over another.
func allocate(total Euro, weights []Weight, d Division, exact bool) (Allocation, error) {
	indexes, sum, err := checkWeights(weights, d)
	if err != nil {
		return Allocation{}, err
	}
	divisor := d.Divisor
	if divisor.IsZero() {
		divisor = sum
	}
	rate, err := total.Exact().Abs().Quo(divisor)
	if err != nil {
		return Allocation{}, kindAllocateOverflow.At("")
	}
	n := len(weights)
	shares := make([]Share, n)
	for i := range weights {
		shares[i].Party, shares[i].Weight = weights[i].Party, weights[i].Value
	}
	p := parts{units: make([]int64, n), weights: make([]int64, n), remainders: make([]uint64, n)}
	whole := p.fillWhole(magnitude(total.cents), weights, indexes, d, sum)
	if exact || !whole {
		for i := range shares {
			share, err := rate.Mul(shares[i].Weight)
			if err != nil {
				return Allocation{}, kindAllocateOverflow.At("/weights/" + strconv.Itoa(i) + "/value")
			}
			if total.Sign() < 0 {
				share = share.Neg()
			}
			shares[i].Exact = share
		}
	}
	if !whole && !p.fillExact(shares, indexes, d, rate, sum) {
		return Allocation{}, kindAllocateOverflow.At("")
	}
	if units := int64(magnitude(total.cents)) / d.Unit.Cents(); d.Divisor.IsZero() || sum.Compare(d.Divisor) <= 0 && p.joint > units {
		p.joint = units
	}
	ok := p.settle(d, func(i int) bool { return weights[indexes[i]].Party == d.Named })
	rest := total
	for i, k := range indexes {
		cents, fits := mulInt64(p.units[i], d.Unit.Cents())
		if total.Sign() < 0 {
			cents = -cents
		}
		shares[k].Amount = Euro{cents}
		var left error
		rest, left = rest.Sub(shares[k].Amount)
		ok = ok && fits && left == nil
	}
	if !ok {
		return Allocation{}, kindAllocateOverflow.At("")
	}
	return Allocation{Total: total, Shares: shares, Rest: rest}, nil
}

// checkWeights gives the indexes of the weights in order of party code, and their sum.
func checkWeights(weights []Weight, d Division) (_ []int32, sum Exact, err error) {
	if ps := d.Check(); len(ps) > 0 {
		p := ps[0]
		p.Pointer = "/division" + p.Pointer
		return nil, Exact{}, p
	}
	if len(weights) == 0 {
		return nil, Exact{}, kindAllocateEmpty.At("/weights")
	}
	indexes := make([]int32, len(weights))
	sorted := true
	for i, w := range weights {
		indexes[i] = int32(i)
		switch {
		case w.Party == "":
			return nil, Exact{}, kindPartyEmpty.At(weightAt(i, "/party"))
		case w.Value.Sign() < 0:
			return nil, Exact{}, kindWeightNegative.At(weightAt(i, "/value"), "party", shown(w.Party), "value", w.Value.String())
		}
		sorted = sorted && (i == 0 || weights[i-1].Party < w.Party)
		if sum, err = sum.Add(w.Value); err != nil {
			return nil, Exact{}, kindAllocateOverflow.At(weightAt(i, "/value"))
		}
	}
	if !sorted {
		sortIndexes(indexes, func(a, b int32) int { return strings.Compare(weights[a].Party, weights[b].Party) })
	}
	named := d.Method != RestToNamed
	for i, k := range indexes {
		w := weights[k]
		if i > 0 && weights[indexes[i-1]].Party == w.Party {
			return nil, Exact{}, kindPartyDuplicate.At(weightAt(int(k), "/party"), "party", shown(w.Party))
		}
		named = named || w.Party == d.Named && !w.Value.IsZero()
	}
	switch {
	case sum.IsZero():
		return nil, Exact{}, kindWeightsZero.At("/weights")
	case !named:
		return nil, Exact{}, kindNamedUnknown.At("/division/named", "party", shown(d.Named))
	}
	return indexes, sum, nil
}

// weightAt points to a member of a weight.
//
//figures:without i member
func weightAt(i int, member string) string {
	if figures.Only {
		return ""
	}
	return "/weights/" + strconv.Itoa(i) + member
}
