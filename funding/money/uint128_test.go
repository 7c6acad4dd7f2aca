package money

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
)

func (a u128) big() *big.Int {
	v := new(big.Int).SetUint64(a.hi)
	return v.Lsh(v, 64).Or(v, new(big.Int).SetUint64(a.lo))
}

func (a u256) big() *big.Int {
	v := new(big.Int)
	for i := 3; i >= 0; i-- {
		v.Lsh(v, 64).Or(v, new(big.Int).SetUint64(a[i]))
	}
	return v
}

func FuzzWide(f *testing.F) {
	edges := []uint64{0, 1, 2, 10, 1<<32 - 1, 1 << 32, 1<<63 - 1, 1 << 63, 1<<64 - 1}
	for i, a := range edges {
		for j, b := range edges {
			f.Add(a, b, edges[(i+j)%len(edges)], edges[(i*j)%len(edges)], b, a)
		}
	}
	two128 := new(big.Int).Lsh(big.NewInt(1), 128)
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g uint64) {
		x, y := u128{a, b}, u128{c, d}
		sum, ok := x.add(y)
		want := new(big.Int).Add(x.big(), y.big())
		require.Equal(t, want.Cmp(two128) < 0, ok)
		require.Zero(t, want.Mod(want, two128).Cmp(sum.big()))
		require.Equal(t, x.big().Cmp(y.big()), x.compare(y))
		require.Zero(t, new(big.Int).Mul(x.big(), y.big()).Cmp(x.mulFull(y).big()))
		product, ok := x.mul(y)
		want = new(big.Int).Mul(x.big(), y.big())
		require.Equal(t, want.Cmp(two128) < 0, ok)
		if ok {
			require.Zero(t, want.Cmp(product.big()))
		}
		if x.compare(y) >= 0 {
			require.Zero(t, new(big.Int).Sub(x.big(), y.big()).Cmp(x.sub(y).big()))
		}
		twice, over := x.double()
		want = new(big.Int).Lsh(x.big(), 1)
		require.Equal(t, want.Cmp(two128) >= 0, over)
		require.Zero(t, want.Mod(want, two128).Cmp(twice.big()))
		require.Zero(t, new(big.Int).GCD(nil, nil, x.big(), y.big()).Cmp(gcd(x, y).big()))
		require.Equal(t, x.big().String(), string(appendWide(nil, x)))

		if y.isZero() {
			return
		}
		q, r := x.div(y)
		wantQ, wantR := new(big.Int).QuoRem(x.big(), y.big(), new(big.Int))
		require.Zero(t, wantQ.Cmp(q.big()))
		require.Zero(t, wantR.Cmp(r.big()))
		w := u256{a, b, e, g}
		long, r := w.div(y)
		wantQ, wantR = new(big.Int).QuoRem(w.big(), y.big(), new(big.Int))
		require.Zero(t, wantQ.Cmp(long.big()))
		require.Zero(t, wantR.Cmp(r.big()))
		v := u256{d, c, g, e}
		require.Equal(t, w.big().Cmp(v.big()), w.compare(v))
		total, ok := w.add(v)
		want = new(big.Int).Add(w.big(), v.big())
		require.Equal(t, want.BitLen() <= 256, ok)
		if ok {
			require.Zero(t, want.Cmp(total.big()))
		}
		if w.compare(v) >= 0 {
			require.Zero(t, new(big.Int).Sub(w.big(), v.big()).Cmp(w.sub(v).big()))
		}
	})
}

// Quotient digits that are estimated too high by one and by two, which random numbers hardly find.
func TestDivStepAddsBack(t *testing.T) {
	for _, c := range []struct{ u, v string }{
		{"0x7fffffffffffffff8000000000000000" + "00000000000000000000000000000000", "0x80000000000000000000000000000001"},
		{"0x7fffffffffffffffffffffffffffffff" + "00000000000000000000000000000000", "0x8000000000000000ffffffffffffffff"},
		{"0x8000000000000000fffffffffffffffe" + "00000000000000000000000000000000", "0x8000000000000000ffffffffffffffff"},
		{"0xfffffffffffffffffffffffffffffffe" + "ffffffffffffffffffffffffffffffff", "0xffffffffffffffffffffffffffffffff"},
		{"0x00000000000000010000000000000000" + "00000000000000000000000000000000", "0x00000000000000010000000000000001"},
	} {
		u, _ := new(big.Int).SetString(c.u, 0)
		v, _ := new(big.Int).SetString(c.v, 0)
		q, r := fromBig256(u).div(fromBig128(v))
		wantQ, wantR := new(big.Int).QuoRem(u, v, new(big.Int))
		require.Zero(t, wantQ.Cmp(q.big()), "%s / %s", c.u, c.v)
		require.Zero(t, wantR.Cmp(r.big()), "%s / %s", c.u, c.v)
	}
}

func fromBig128(v *big.Int) u128 {
	w := fromBig256(v)
	return u128{w[1], w[0]}
}

func fromBig256(v *big.Int) u256 {
	var out u256
	v = new(big.Int).Set(v)
	for i := range out {
		out[i] = new(big.Int).And(v, new(big.Int).SetUint64(1<<64-1)).Uint64()
		v.Rsh(v, 64)
	}
	return out
}

// The product of numbers with words at their ends, in which every carry occurs.
func TestMulFullAtItsEnds(t *testing.T) {
	edges := []uint64{0, 1, 1<<32 - 1, 1 << 32, 1<<63 - 1, 1 << 63, 1<<64 - 2, 1<<64 - 1}
	for _, a := range edges {
		for _, b := range edges {
			for _, c := range edges {
				for _, d := range edges {
					x, y := u128{a, b}, u128{c, d}
					require.Zero(t, new(big.Int).Mul(x.big(), y.big()).Cmp(x.mulFull(y).big()), "%v %v", x, y)
				}
			}
		}
	}
}
