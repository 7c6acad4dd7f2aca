package money

import (
	"math"
	"math/big"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

func code(err error) string {
	if err == nil {
		return ""
	}
	return err.(zio.Problem).Code()
}

func TestParseEuro(t *testing.T) {
	for _, c := range []struct {
		in    string
		cents int64
		text  string
	}{
		{"0", 0, "0.00"},
		{"0.0", 0, "0.00"},
		{"0.00", 0, "0.00"},
		{"1", 100, "1.00"},
		{"12.5", 1250, "12.50"},
		{"12.50", 1250, "12.50"},
		{"0.05", 5, "0.05"},
		{"-0.05", -5, "-0.05"},
		{"-1234.50", -123450, "-1234.50"},
		{"999999999999999.99", 99999999999999999, "999999999999999.99"},
		{"-999999999999999.99", -99999999999999999, "-999999999999999.99"},
	} {
		got, err := ParseEuro(c.in)
		require.NoError(t, err, c.in)
		require.Equal(t, c.cents, got.Cents(), c.in)
		require.Equal(t, c.text, got.String(), c.in)
		again, err := ParseEuro(got.String())
		require.NoError(t, err)
		require.Equal(t, got, again)
	}
}

// Every habit of writing amounts that the grammar refuses, with what the problem proposes.
func TestParseEuroProblems(t *testing.T) {
	for _, c := range []struct{ in, code, like string }{
		{"", "euro.empty", ""},
		{"1234,50", "euro.comma", "1234.50"},
		{"-0,5", "euro.comma", "-0.50"},
		{"1.234,50", "euro.thousands", "1234.50"},
		{"1,234.50", "euro.thousands", "1234.50"},
		{"1.000", "euro.thousands", "1000.00"},
		{"1,000", "euro.thousands", "1000.00"},
		{"1.234.567", "euro.thousands", "1234567.00"},
		{"12.345.678,9", "euro.thousands", "12345678.90"},
		{"1e3", "euro.exponent", "1234.50"},
		{"1E1000001", "euro.exponent", "1234.50"},
		{"-1.5e-3", "euro.exponent", "1234.50"},
		{"€ 78,-", "euro.currency", "78.00"},
		{"78,-", "euro.currency", "78.00"},
		{"€\u00a01.234,50", "euro.currency", "1234.50"},
		{"EUR 12", "euro.currency", "12.00"},
		{"€", "euro.currency", "1234.50"},
		{"+1", "euro.plus", "1.00"},
		{"+", "euro.plus", "1234.50"},
		{"-0", "euro.negative-zero", "0.00"},
		{"-0.00", "euro.negative-zero", "0.00"},
		{"007", "euro.leading-zero", "7.00"},
		{"00.5", "euro.leading-zero", "0.50"},
		{"1000000000000000", "euro.digits", "1234.50"},
		{"99999999999999999999", "euro.digits", "1234.50"},
		{"0.005", "euro.places", "1234.50"},
		{"12.3456", "euro.places", "1234.50"},
		{"1,50", "euro.comma", "1.50"},
		{"1,", "euro.comma", "1.00"},
		{"100,5", "euro.comma", "100.50"},
		{"123.456", "euro.thousands", "123456.00"},
		{"-1.234,5", "euro.thousands", "-1234.50"},
		{"1.2345", "euro.places", "1234.50"},
		{"1.23456", "euro.places", "1234.50"},
		{"1234.567", "euro.places", "1234.50"},
		{"1.234.5", "euro.invalid", "1234.50"},
		{"1.234,5,6", "euro.invalid", "1234.50"},
		{"1.2,3", "euro.invalid", "1234.50"},
		{"0.123,4", "euro.invalid", "1234.50"},
		{"0.123.4", "euro.invalid", "1234.50"},
		{"e5", "euro.invalid", "1234.50"},
		{"1e2e3", "euro.invalid", "1234.50"},
		{"1234567890123456x", "euro.invalid", "1234.50"},
		{"12345678901234567-8", "euro.invalid", "1234.50"},
		{"12345678901234567+8", "euro.invalid", "1234.50"},
		{"1-2", "euro.invalid", "1234.50"},
		{"€ 5-6", "euro.currency", "1234.50"},
		{"12.", "euro.invalid", "12.00"},
		{".5", "euro.invalid", "1234.50"},
		{"-", "euro.invalid", "1234.50"},
		{"1 234.50", "euro.invalid", "1234.50"},
		{" 1", "euro.invalid", "1.00"},
		{"1_000", "euro.invalid", "1234.50"},
		{"NaN", "euro.invalid", "1234.50"},
		{"null", "euro.invalid", "1234.50"},
		{"1.2.3", "euro.invalid", "1234.50"},
		{"−5", "euro.invalid", "1234.50"}, // U+2212
		{"１", "euro.invalid", "1234.50"},  // fullwidth digit
		{"0x10", "euro.invalid", "1234.50"},
		{"12\x00", "euro.invalid", "1234.50"},
	} {
		e, err := ParseEuro(c.in)
		require.Equal(t, c.code, code(err), "%q", c.in)
		require.Equal(t, Euro{}, e)
		p := err.(zio.Problem)
		require.Equal(t, c.like, p.Param("like"), "%q", c.in)
		for _, l := range []zio.Lang{zio.Dutch, zio.English} {
			require.NotContains(t, p.Text(l), "{", "%q: every placeholder is filled", c.in)
		}
	}
}

func TestParseEuroText(t *testing.T) {
	_, err := ParseEuro("€ 78,-")
	p := err.(zio.Problem)
	require.Equal(t, "In '€ 78,-' staat een euroteken of een streepje voor de centen. Schrijf alleen het getal: 78.00.", p.Text(zio.Dutch))
	require.Equal(t, "There is a currency sign or a dash for the cents in '€ 78,-'. Write the number only: 78.00.", p.Text(zio.English))
}

// A text of any length costs little and is cut in the problem.
func TestParseEuroLong(t *testing.T) {
	long := strings.Repeat("9", 1<<20)
	require.Less(t, testing.AllocsPerRun(10, func() { _, _ = ParseEuro(long) }), 20.0)
	_, err := ParseEuro(long)
	require.Equal(t, "euro.digits", code(err))
	require.Len(t, err.(zio.Problem).Param("value"), 40+len("…"))
	_, err = ParseEuro(strings.Repeat("é", 30) + "\xff")
	require.Equal(t, strings.Repeat("é", 20)+"…", err.(zio.Problem).Param("value"))
}

// The pattern of amounts in the exchange schemas.
var euroPattern = regexp.MustCompile(`^(-?([1-9][0-9]{0,14}(\.[0-9]{1,2})?|0\.(0[1-9]|[1-9][0-9]?))|0(\.0{1,2})?)$`)

func FuzzParseEuro(f *testing.F) {
	for _, s := range []string{"0", "-0", "0.0", "-0.01", "1.", "1.234", "00", "1234567890123456", "1e3", "1,5", "€ 78,-", "-0.10", "0.1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		e, err := ParseEuro(s)
		require.Equal(t, euroPattern.MatchString(s), err == nil, "%q", s)
		if err != nil {
			like := err.(zio.Problem).Param("like")
			if like != "" {
				_, err := ParseEuro(like)
				require.NoError(t, err, "%q proposes %q", s, like)
			}
			return
		}
		want, _ := new(big.Rat).SetString(s)
		require.Zero(t, want.Cmp(big.NewRat(e.Cents(), 100)))
		require.Equal(t, want.FloatString(2), e.String())
	})
}

func TestEuroTexts(t *testing.T) {
	for _, c := range []struct {
		cents   int64
		text    string
		dutch   string
		english string
	}{
		{0, "0.00", "€\u00a00,00", "€0.00"},
		{5, "0.05", "€\u00a00,05", "€0.05"},
		{-5, "-0.05", "€\u00a0-0,05", "-€0.05"},
		{123450, "1234.50", "€\u00a01.234,50", "€1,234.50"},
		{-123456789, "-1234567.89", "€\u00a0-1.234.567,89", "-€1,234,567.89"},
		{math.MaxInt64, "92233720368547758.07", "€\u00a092.233.720.368.547.758,07", "€92,233,720,368,547,758.07"},
	} {
		e := EuroFromCents(c.cents)
		require.Equal(t, c.text, e.String())
		require.Equal(t, c.dutch, e.Format(zio.Dutch))
		require.Equal(t, c.english, e.Format(zio.English))
	}
}

func TestEuroMarshalText(t *testing.T) {
	e := MustParseEuro("12.5")
	text, err := e.MarshalText()
	require.NoError(t, err)
	require.Equal(t, "12.50", string(text))
	text, err = e.AppendText([]byte("x="))
	require.NoError(t, err)
	require.Equal(t, "x=12.50", string(text))

	_, err = EuroFromCents(euroMost + 1).MarshalText()
	require.Equal(t, "euro.digits", code(err), "what is written can be read")
	_, err = EuroFromCents(-euroMost).MarshalText()
	require.NoError(t, err)

	require.Error(t, e.UnmarshalText([]byte("1,5")))
	require.Equal(t, MustParseEuro("12.50"), e, "a problem leaves the value")
	require.NoError(t, e.UnmarshalText([]byte("-3")))
	require.Equal(t, int64(-300), e.Cents())
}

func TestEuroArithmetic(t *testing.T) {
	most, least := EuroFromCents(math.MaxInt64), EuroFromCents(-math.MaxInt64)
	require.Equal(t, least, EuroFromCents(math.MinInt64), "the range is symmetric")
	for cents, fits := range map[int64]bool{0: true, 99_999_999_999_999_999: true, 100_000_000_000_000_000: false, -99_999_999_999_999_999: true, -100_000_000_000_000_000: false} {
		e := EuroFromCents(cents)
		_, err := e.MarshalText()
		require.Equal(t, fits, err == nil, "fifteen digits before the point")
		require.Equal(t, fits, e.Written() == nil)
	}
	require.Equal(t, "euro.overflow", code(EuroFromCents(math.MaxInt64).Written()))
	require.Equal(t, least, most.Neg())

	add := func(a, b int64) (Euro, error) { return EuroFromCents(a).Add(EuroFromCents(b)) }
	for _, c := range []struct {
		a, b, sum int64
		ok        bool
	}{
		{1, 2, 3, true},
		{math.MaxInt64, -math.MaxInt64, 0, true},
		{math.MaxInt64 - 1, 1, math.MaxInt64, true},
		{math.MaxInt64, 1, 0, false},
		{-math.MaxInt64, -1, 0, false}, // the smallest int64, which is no amount
		{-math.MaxInt64, -2, 0, false},
		{-math.MaxInt64, -math.MaxInt64, 0, false},
		{math.MaxInt64, math.MaxInt64, 0, false},
	} {
		got, err := add(c.a, c.b)
		require.Equal(t, c.ok, err == nil, "%d + %d", c.a, c.b)
		require.Equal(t, c.sum, got.Cents())
		diff, err := EuroFromCents(c.a).Sub(EuroFromCents(-c.b))
		require.Equal(t, c.ok, err == nil, "%d - %d", c.a, -c.b)
		require.Equal(t, c.sum, diff.Cents())
	}
	_, err := add(math.MaxInt64, 1)
	require.Equal(t, "euro.overflow", code(err))

	for _, c := range []struct {
		a, n, product int64
		ok            bool
	}{
		{125, 8, 1000, true},
		{-125, 8, -1000, true},
		{0, math.MinInt64, 0, true},
		{1, math.MinInt64, 0, false},
		{math.MaxInt64, -1, -math.MaxInt64, true},
		{1 << 32, 1 << 31, 0, false},
		{-1 << 32, 1 << 31, 0, false},
		{math.MaxInt64, math.MaxInt64, 0, false},
	} {
		got, err := EuroFromCents(c.a).MulInt(c.n)
		require.Equal(t, c.ok, err == nil, "%d * %d", c.a, c.n)
		require.Equal(t, c.product, got.Cents())
	}
}

func FuzzEuroArithmetic(f *testing.F) {
	f.Add(int64(1), int64(-1))
	f.Add(int64(math.MaxInt64), int64(math.MinInt64))
	f.Fuzz(func(t *testing.T, a, b int64) {
		x, y := EuroFromCents(a), EuroFromCents(b)
		check := func(want *big.Int, got Euro, err error) {
			fits := want.CmpAbs(big.NewInt(math.MaxInt64)) <= 0
			require.Equal(t, fits, err == nil)
			if fits {
				require.Equal(t, want.Int64(), got.Cents())
			}
		}
		bx, by := big.NewInt(x.Cents()), big.NewInt(y.Cents())
		sum, err := x.Add(y)
		check(new(big.Int).Add(bx, by), sum, err)
		diff, err := x.Sub(y)
		check(new(big.Int).Sub(bx, by), diff, err)
		product, err := x.MulInt(b)
		check(new(big.Int).Mul(bx, big.NewInt(b)), product, err)
		require.Equal(t, bx.Cmp(by), x.Compare(y))
		require.Equal(t, bx.Sign(), x.Sign())
	})
}

func TestEuroComparable(t *testing.T) {
	require.True(t, MustParseEuro("1") == MustParseEuro("1.00"))
	require.Equal(t, "b", map[Euro]string{MustParseEuro("1.0"): "b"}[EuroFromCents(100)])
	require.True(t, Euro{}.IsZero())
	require.False(t, MustParseEuro("0.01").IsZero())
	require.Equal(t, -1, MustParseEuro("-1").Compare(Euro{}))
	require.Equal(t, -1, MustParseEuro("-1").Sign())
	require.Panics(t, func() { MustParseEuro("1,5") })
}
