package money

import (
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

func TestParseFactor(t *testing.T) {
	for _, c := range []struct {
		in     string
		micros int64
		text   string
	}{
		{"0", 0, "0"},
		{"0.000000", 0, "0"},
		{"100", 100_000_000, "100"},
		{"12.50", 12_500_000, "12.5"},
		{"1.033625", 1_033_625, "1.033625"},
		{"-0.000001", -1, "-0.000001"},
		{"1.000", 1_000_000, "1"}, // three decimals are lawful here
		{"999999999999.999999", 999_999_999_999_999_999, "999999999999.999999"},
	} {
		got, err := ParseFactor(c.in)
		require.NoError(t, err, c.in)
		require.Equal(t, c.micros, got.Micros(), c.in)
		require.Equal(t, c.text, got.String(), c.in)
		require.Equal(t, c.micros == 0, got.IsZero())
		require.Equal(t, got, got.Neg().Neg())
	}
}

func TestParseNumberProblems(t *testing.T) {
	for _, c := range []struct{ in, code, like string }{
		{"", "number.empty", "12.5"},
		{"12,5", "number.comma", "12.5"},
		{"12,345", "number.comma", "12.345"},
		{"1.234,5", "number.thousands", "1234.5"},
		{"1,234.567", "number.thousands", "1234.567"},
		{"1.234.567", "number.thousands", "1234567"},
		{"1e3", "number.exponent", "12.5"},
		{"+2", "number.plus", "2"},
		{"-0.0", "number.negative-zero", "0.0"},
		{"05", "number.leading-zero", "5"},
		{"1234567890123", "number.digits", "12.5"},
		{"0.1234567", "number.places", "12.5"},
		{"50%", "number.invalid", "12.5"},
		{"€ 5", "number.invalid", "5"},
		{"x", "number.invalid", "12.5"},
	} {
		_, err := ParseFactor(c.in)
		require.Equal(t, c.code, code(err), "%q", c.in)
		p := err.(zio.Problem)
		require.Equal(t, c.like, p.Param("like"), "%q", c.in)
		for _, l := range []zio.Lang{zio.Dutch, zio.English} {
			require.NotContains(t, p.Text(l), "{", "%q", c.in)
		}
	}
	_, err := ParseFactor("0.1234567")
	require.Equal(t, "'0.1234567' heeft te veel cijfers achter de punt: hier passen er hoogstens 6.", err.(zio.Problem).Text(zio.Dutch))
	_, err = ParseFte("1.2345")
	require.Equal(t, "'1.2345' has too many digits behind the point: at most 3 fit here.", err.(zio.Problem).Text(zio.English))
	_, err = ParseFte("90,000") // three decimals are lawful: the comma stands for the point
	require.Equal(t, "number.comma", code(err))
	_, err = ParseFte("1234567890123")
	require.Equal(t, "12", err.(zio.Problem).Param("most"))
	_, err = ParseFte("")
	require.Equal(t, "0.9", err.(zio.Problem).Param("like"))
}

func TestParseFte(t *testing.T) {
	for _, c := range []struct {
		in    string
		milli int64
		text  string
	}{
		{"0", 0, "0"},
		{"0.9", 900, "0.9"},
		{"1.500", 1500, "1.5"},
		{"-2.125", -2125, "-2.125"},
		{"999999999999.999", 999_999_999_999_999, "999999999999.999"},
	} {
		got, err := ParseFte(c.in)
		require.NoError(t, err, c.in)
		require.Equal(t, c.milli, got.Milli(), c.in)
		require.Equal(t, c.text, got.String(), c.in)
		require.Equal(t, c.milli == 0, got.IsZero())
		require.Equal(t, got, got.Neg().Neg())
	}
}

func TestFactorAndFteTexts(t *testing.T) {
	f := MustParseFactor("2.5")
	text, err := f.MarshalText()
	require.NoError(t, err)
	require.Equal(t, "2.5", string(text))
	require.Error(t, f.UnmarshalText([]byte("2,6")))
	require.Equal(t, "2.5", f.String())
	require.NoError(t, f.UnmarshalText([]byte("2.6")))
	require.Equal(t, "2,6", f.Format(zio.Dutch))
	require.Equal(t, "2.6", f.Format(zio.English))
	_, err = FactorFromMicros(factorMost + 1).MarshalText()
	require.Equal(t, "number.digits", code(err))
	_, err = FactorFromMicros(-factorMost).MarshalText()
	require.NoError(t, err)
	require.Equal(t, int64(-math.MaxInt64), FactorFromMicros(math.MinInt64).Micros())

	n := MustParseFte("0.9")
	text, err = n.MarshalText()
	require.NoError(t, err)
	require.Equal(t, "0.9", string(text))
	require.Error(t, n.UnmarshalText([]byte("0,9")))
	require.NoError(t, n.UnmarshalText([]byte("1.5")))
	require.Equal(t, "1,5", n.Format(zio.Dutch))
	_, err = FteFromMilli(fteMost + 1).MarshalText()
	require.Equal(t, "number.digits", code(err))
	_, err = FteFromMilli(-fteMost).MarshalText()
	require.NoError(t, err)
	require.Equal(t, int64(-math.MaxInt64), FteFromMilli(math.MinInt64).Milli())

	require.Panics(t, func() { MustParseFactor("x") })
	require.Panics(t, func() { MustParseFte("x") })
}

func TestFactorAndFteAsFractions(t *testing.T) {
	require.Equal(t, MustParseExact("8269/8000"), MustParseFactor("1.033625").Exact())
	require.Equal(t, MustParseExact("-1/1000000"), FactorFromMicros(-1).Exact())
	require.Equal(t, MustParseExact("9/10"), MustParseFte("0.9").Exact())
	require.Equal(t, Exact{}, Fte{}.Exact())
	require.Equal(t, -1, MustParseFactor("-1").Sign())
	require.Equal(t, 1, MustParseFte("1").Sign())
	require.Equal(t, 1, MustParseFactor("1.000001").Compare(MustParseFactor("1")))
	require.Equal(t, -1, MustParseFte("0.9").Compare(MustParseFte("1")))
}

func FuzzParseFactor(f *testing.F) {
	for _, s := range []string{"0", "-0", "0.000001", "1,5", "1e9", "12.", "123456789012.123456"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if x, err := ParseFactor(s); err == nil {
			want, _ := new(big.Rat).SetString(s)
			require.Zero(t, want.Cmp(big.NewRat(x.Micros(), 1_000_000)))
			again, err := ParseFactor(x.String())
			require.NoError(t, err)
			require.Equal(t, x, again)
			require.LessOrEqual(t, len(x.String()), len(s))
		} else if like := err.(zio.Problem).Param("like"); like != "" {
			_, err := ParseFactor(like)
			require.NoError(t, err, "%q proposes %q", s, like)
		}
	})
}
