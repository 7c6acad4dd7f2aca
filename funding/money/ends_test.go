package money

import (
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/internal/strictjson"
)

// Numbers of each kind compare as their values do, equal ones too, and have an opposite.
func TestOrderOfNumbers(t *testing.T) {
	values := []int64{-3, -1, 0, 1, 3}
	for i, a := range values {
		for j, b := range values {
			want := big.NewInt(int64(i)).Cmp(big.NewInt(int64(j)))
			require.Equal(t, want, EuroFromCents(a).Compare(EuroFromCents(b)))
			require.Equal(t, want, ExactFromInt(a).Compare(ExactFromInt(b)))
			require.Equal(t, want, MustParseFactor(strconv.FormatInt(a, 10)).Compare(MustParseFactor(strconv.FormatInt(b, 10))))
		}
		require.Equal(t, MustParseFactor(strconv.FormatInt(-a, 10)), MustParseFactor(strconv.FormatInt(a, 10)).Neg())
		require.Equal(t, EuroFromCents(-a), EuroFromCents(a).Neg())
		require.Equal(t, MustParseFte(strconv.FormatInt(-a, 10)), MustParseFte(strconv.FormatInt(a, 10)).Neg())
	}
	for text, want := range map[string]string{"12.50": "12.5", "12.0": "12", "0": "0", "-0.000001": "-0.000001", "-12.500": "-12.5"} {
		written, err := MustParseFactor(text).MarshalText()
		require.NoError(t, err)
		require.Equal(t, want, string(written))
		if text != "-0.000001" { // of work there are thousandths
			written, err = MustParseFte(text).MarshalText()
			require.NoError(t, err)
			require.Equal(t, want, string(written))
		}
	}
}

// Amounts alone are the amounts of the whole division, also where 64 bits do not hold it: weights of a seventh, and amounts of
// 90 thousand million.
func TestAmountsAlone(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	third := func(n, d int64) Exact {
		x, err := ExactFromInt(n).Quo(ExactFromInt(d))
		require.NoError(t, err)
		return x
	}
	for range 500 {
		var weights []Weight
		for i := range 1 + r.IntN(5) {
			dens := []int64{1, 7, 1_000_003, 998_244_353, 1<<61 - 1}
			weights = append(weights, Weight{strconv.Itoa(i), third(1+r.Int64N(1000), dens[r.IntN(len(dens))])})
		}
		total := EuroFromCents(r.Int64N(9_000_000_000_000) - 4_500_000_000_000)
		d := Division{Method: LargestRemainder, Unit: Cent}
		whole, err := Allocate(total, weights, d)
		alone, err2 := AllocateAmounts(total, weights, d)
		require.Equal(t, err == nil, err2 == nil)
		require.Equal(t, whole.Rest, alone.Rest)
		for i := range whole.Shares {
			require.Equal(t, whole.Shares[i].Amount, alone.Shares[i].Amount, "%v over %v", total, weights)
		}
	}
}

// A division is written as it is read, its divisor as a decimal.
func TestDivisionsAsDocuments(t *testing.T) {
	for text, want := range map[string]Division{
		`{"method":"largest-remainder","unit":"cent"}`:                                                {Method: LargestRemainder, Unit: Cent},
		`{"method":"keep","unit":"euro","divisor":"100","rounding":"half-up"}`:                        {Method: Keep, Unit: WholeEuro, Divisor: ExactFromInt(100), Rounding: HalfUp},
		`{"method":"rest-to-named","unit":"thousand","divisor":"12.5","rounding":"down","named":"a"}`: {Method: RestToNamed, Unit: Thousand, Divisor: MustParseExact("25/2"), Rounding: Down, Named: "a"},
	} {
		var d Division
		require.Empty(t, strictjson.Read([]byte(text), &d, (*Division).Bind, strictjson.Limits{}), text)
		require.Equal(t, want, d)
		written := strictjson.Append(nil, &d, (*Division).Bind)
		var again Division
		require.Empty(t, strictjson.Read(written, &again, (*Division).Bind, strictjson.Limits{}), text)
		require.Equal(t, want, again)
		require.JSONEq(t, text, string(written))
	}
}

// Divisions of wide numbers whose digits are all ones, or a one before zeros: the estimate of a digit is too high there and has to
// come down again.
func TestWideDivisionAddsBack(t *testing.T) {
	digits := []uint64{0, 1, 2, 1<<63 - 1, 1 << 63, 1<<63 + 1, 1<<64 - 2, 1<<64 - 1}
	for _, u3 := range digits {
		for _, u2 := range digits {
			for _, u1 := range digits {
				for _, u0 := range digits {
					for _, v1 := range digits[1:] {
						for _, v0 := range digits {
							u, v := u256{u0, u1, u2, u3}, u128{v1, v0}
							q, r := u.div(v)
							wantQ, wantR := new(big.Int).QuoRem(u.big(), v.big(), new(big.Int))
							if wantQ.Cmp(q.big()) != 0 || wantR.Cmp(r.big()) != 0 {
								t.Fatalf("%v / %v: %v rest %v, want %v rest %v", u.big(), v.big(), q.big(), r.big(), wantQ, wantR)
							}
						}
					}
				}
			}
		}
	}
}
