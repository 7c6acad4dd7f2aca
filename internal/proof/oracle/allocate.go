package oracle

import (
	"errors"
	"math/big"
)

// Division are the choices of a division by their names in documents; Divisor is "" for the sum
// of the weights, else a fraction.
type Division struct {
	Method, Unit, Divisor, Rounding, Named string
}

// Party is one party and its weight, a fraction.
type Party struct{ Name, Weight string }

// Allocation is the outcome in eurocents, in the order of the parties.
type Allocation struct {
	Exact   []*big.Rat
	Amounts []*big.Int
	Rest    *big.Int
}

// Allocate divides a total in eurocents over the parties, which are in order: distinct, none
// below zero and not all zero.
func Allocate(total *big.Int, parties []Party, d Division) (Allocation, error) {
	if total.Sign() < 0 {
		a, err := Allocate(new(big.Int).Neg(total), parties, d)
		for i := range a.Amounts {
			a.Amounts[i].Neg(a.Amounts[i])
			a.Exact[i].Neg(a.Exact[i])
		}
		if err == nil {
			a.Rest.Neg(a.Rest)
		}
		return a, err
	}

	unit, ok := map[string]*big.Int{"cent": big.NewInt(1), "euro": big.NewInt(100), "thousand": big.NewInt(100_000)}[d.Unit]
	if !ok {
		return Allocation{}, errors.New("no unit " + d.Unit)
	}
	weights, sum := make([]*big.Rat, len(parties)), new(big.Rat)
	for i, p := range parties {
		if weights[i], ok = new(big.Rat).SetString(p.Weight); !ok {
			return Allocation{}, errors.New("no weight " + p.Weight)
		}
		sum.Add(sum, weights[i])
	}
	divisor := sum
	if d.Divisor != "" {
		if divisor, ok = new(big.Rat).SetString(d.Divisor); !ok {
			return Allocation{}, errors.New("no divisor " + d.Divisor)
		}
	}

	// Exact shares in cents and in units.
	var a Allocation
	inUnits := make([]*big.Rat, len(parties))
	for i := range parties {
		share := new(big.Rat).SetInt(total)
		share.Mul(share, weights[i])
		share.Quo(share, divisor)
		a.Exact = append(a.Exact, share)
		inUnits[i] = new(big.Rat).Quo(share, new(big.Rat).SetInt(unit))
	}

	// What the parties bear together, in units.
	whole := new(big.Int).Quo(total, unit)
	together := whole
	if d.Divisor != "" {
		exact := new(big.Rat)
		for _, share := range inUnits {
			exact.Add(exact, share)
		}
		mode := d.Rounding
		if d.Method == "keep" {
			mode = "down"
		}
		together = Round(exact, mode)
		if sum.Cmp(divisor) <= 0 && together.Cmp(whole) > 0 {
			together = whole
		}
	}

	// Units before the difference is dealt with.
	each := "down"
	if d.Method == "independent" || d.Method == "rest-to-largest" || d.Method == "rest-to-named" {
		each = d.Rounding
	}
	units := make([]*big.Int, len(parties))
	left := new(big.Int).Set(together)
	for i := range parties {
		units[i] = Round(inUnits[i], each)
		left.Sub(left, units[i])
	}

	// before reports whether i comes before j by weight and name.
	before := func(i, j int) bool {
		if c := weights[i].Cmp(weights[j]); c != 0 {
			return c > 0
		}
		return parties[i].Name < parties[j].Name
	}
	best := func(better func(i, j int) bool, skip map[int]bool) int {
		found := -1
		for i := range parties {
			if !skip[i] && (found < 0 || better(i, found)) {
				found = i
			}
		}
		return found
	}
	one := big.NewInt(1)
	switch d.Method {
	case "largest-remainder":
		remainder := func(i int) *big.Rat {
			return new(big.Rat).Sub(inUnits[i], new(big.Rat).SetInt(Round(inUnits[i], "down")))
		}
		had := map[int]bool{}
		for ; left.Sign() > 0; left.Sub(left, one) {
			i := best(func(i, j int) bool {
				if c := remainder(i).Cmp(remainder(j)); c != 0 {
					return c > 0
				}
				return before(i, j)
			}, had)
			had[i] = true
			units[i].Add(units[i], one)
		}
	case "largest-weight":
		had := map[int]bool{}
		for ; left.Sign() > 0; left.Sub(left, one) {
			i := best(before, had)
			had[i] = true
			units[i].Add(units[i], one)
		}
	case "rest-to-largest":
		i := best(before, nil)
		units[i].Add(units[i], left)
	case "rest-to-named":
		for i, p := range parties {
			if p.Name == d.Named {
				units[i].Add(units[i], left)
			}
		}
	case "independent", "keep":
	default:
		return Allocation{}, errors.New("no method " + d.Method)
	}

	a.Rest = new(big.Int).Set(total)
	for _, u := range units {
		amount := new(big.Int).Mul(u, unit)
		a.Amounts = append(a.Amounts, amount)
		a.Rest.Sub(a.Rest, amount)
	}
	return a, nil
}
