package oracle

import "math/big"

// Round rounds a fraction to a whole number by the mode of that name: it takes the two whole
// numbers around the fraction and chooses by their distances. It panics on another name.
func Round(x *big.Rat, mode string) *big.Int {
	below := new(big.Int).Div(x.Num(), x.Denom()) // Euclidean, so toward minus infinity
	if x.IsInt() {
		return below
	}
	above := new(big.Int).Add(below, big.NewInt(1))
	near, far := below, above // seen from zero
	if x.Sign() < 0 {
		near, far = above, below
	}
	distance := func(n *big.Int) *big.Rat {
		gap := new(big.Rat).Sub(x, new(big.Rat).SetInt(n))
		return gap.Abs(gap)
	}
	tie := distance(near).Cmp(distance(far))
	switch mode {
	case "up":
		return far
	case "down":
		return near
	case "half-up", "half-down", "half-even":
		switch {
		case tie < 0:
			return near
		case tie > 0:
			return far
		case mode == "half-up":
			return far
		case mode == "half-down":
			return near
		case near.Bit(0) == 0:
			return near
		}
		return far
	}
	panic("oracle: no rounding " + mode)
}

// Fits128 reports whether numerator and denominator of a reduced fraction have at most 128 bits.
func Fits128(x *big.Rat) bool { return x.Num().BitLen() <= 128 && x.Denom().BitLen() <= 128 }
