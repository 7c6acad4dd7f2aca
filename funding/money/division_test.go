package money

import (
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

func TestDivisionCheck(t *testing.T) {
	hundred := ExactFromInt(100)
	for _, c := range []struct {
		name string
		d    Division
		want []string // code and pointer in turn
	}{
		{"zero value", Division{}, []string{"allocate.method-missing", "/method", "allocate.unit-missing", "/unit"}},
		{"beyond the sets", Division{Method: 7, Unit: 4}, []string{"allocate.method-missing", "/method", "allocate.unit-missing", "/unit"}},
		{"no unit", Division{Method: Keep}, []string{"allocate.unit-missing", "/unit"}},
		{"largest remainder", Division{Method: LargestRemainder, Unit: Cent}, nil},
		{"largest weight", Division{Method: LargestWeight, Unit: Thousand}, nil},
		{"keep", Division{Method: Keep, Unit: WholeEuro, Divisor: hundred}, nil},
		{"rounding that has no say", Division{Method: Keep, Unit: WholeEuro, Rounding: Up}, nil},
		{"fixed divisor without rounding", Division{Method: LargestRemainder, Unit: Cent, Divisor: hundred},
			[]string{"allocate.rounding-missing", "/rounding"}},
		{"fixed divisor", Division{Method: LargestWeight, Unit: Cent, Divisor: hundred, Rounding: HalfUp}, nil},
		{"independent without rounding", Division{Method: Independent, Unit: Cent}, []string{"allocate.rounding-missing", "/rounding"}},
		{"rest to largest without rounding", Division{Method: RestToLargest, Unit: Cent, Rounding: 6}, []string{"allocate.rounding-missing", "/rounding"}},
		{"divisor below zero", Division{Method: Keep, Unit: Cent, Divisor: hundred.Neg()}, []string{"allocate.divisor-invalid", "/divisor"}},
		{"no named party", Division{Method: RestToNamed, Unit: Cent, Rounding: HalfUp}, []string{"allocate.named-missing", "/named"}},
		{"named party with another method", Division{Method: Keep, Unit: Cent, Named: "A"}, []string{"allocate.named-unused", "/named"}},
		{"much at once", Division{Method: RestToNamed, Divisor: ExactFromInt(-1)}, []string{
			"allocate.unit-missing", "/unit", "allocate.divisor-invalid", "/divisor",
			"allocate.rounding-missing", "/rounding", "allocate.named-missing", "/named"}},
	} {
		var got []string
		for _, p := range c.d.Check() {
			got = append(got, p.Code(), p.Pointer)
			for _, l := range []zio.Lang{zio.Dutch, zio.English} {
				require.NotContains(t, p.Text(l), "{", c.name)
			}
		}
		require.Equal(t, c.want, got, c.name)
	}
}

func TestMethodAndUnitTexts(t *testing.T) {
	require.Len(t, Methods(), len(methodNames))
	for i, m := range Methods() {
		require.Equal(t, methodNames[i], m.String())
		text, err := m.MarshalText()
		require.NoError(t, err)
		var read Method
		require.NoError(t, read.UnmarshalText(text))
		require.Equal(t, m, read)
	}
	require.Len(t, Units(), len(unitNames))
	for i, u := range Units() {
		require.Equal(t, unitNames[i], u.String())
		text, err := u.MarshalText()
		require.NoError(t, err)
		var read Unit
		require.NoError(t, read.UnmarshalText(text))
		require.Equal(t, u, read)
	}
	require.Equal(t, []int64{1, 100, 100_000, 0}, []int64{Cent.Cents(), WholeEuro.Cents(), Thousand.Cents(), UnitUnset.Cents()})

	unset, err := ParseMethod("hamilton")
	require.Equal(t, MethodUnset, unset)
	require.EqualError(t, err, "allocate.method-unknown: 'hamilton' is not a method for the remainder. "+
		"Choose from: largest-remainder, largest-weight, rest-to-largest, rest-to-named, independent, keep.")
	none, err := ParseUnit("")
	require.Equal(t, UnitUnset, none)
	require.Equal(t, "allocate.unit-unknown", code(err))
	_, err = MethodUnset.MarshalText()
	require.Equal(t, "allocate.method-missing", code(err))
	_, err = Unit(9).MarshalText()
	require.Equal(t, "allocate.unit-missing", code(err))
	m, u := Keep, WholeEuro
	require.Error(t, m.UnmarshalText([]byte("KEEP")))
	require.Error(t, u.UnmarshalText([]byte("euros")))
	require.Equal(t, Keep, m)
	require.Equal(t, WholeEuro, u)
	require.Equal(t, "", Method(50).String())
	require.Equal(t, "", Unit(50).String())
}
