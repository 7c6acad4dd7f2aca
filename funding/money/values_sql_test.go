//go:build !tinygo && !wasm

package money_test

import (
	"database/sql"
	"database/sql/driver"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

type stored interface {
	sql.Scanner
	driver.Valuer
}

// Amounts come out of a column as they went in, whatever the driver makes of it.
func TestColumns(t *testing.T) {
	for _, test := range []struct {
		v    stored
		from any
		want string
	}{
		{new(money.Euro), "1234.50", "1234.50"},
		{new(money.Euro), []byte("-0.05"), "-0.05"},
		{new(money.Euro), int64(12), "12.00"},
		{new(money.Euro), 1234.5, "1234.50"},
		{new(money.Euro), 0.1, "0.10"},
		{new(money.Euro), 9999999999999.99, "9999999999999.99"},
		{new(money.Factor), 0.035, "0.035"},
		{new(money.Fte), "1.5", "1.5"},
		{new(money.Exact), "1/3", "1/3"},
		{new(money.Rounding), "half-up", "half-up"},
		{new(money.Method), "largest-remainder", "largest-remainder"},
		{new(money.Unit), "cent", "cent"},
	} {
		require.NoError(t, test.v.Scan(test.from), "%T of %v", test.v, test.from)
		written, err := test.v.Value()
		require.NoError(t, err)
		require.Equal(t, driver.Value(test.want), written, "%T of %v", test.v, test.from)
	}

	var e money.Euro
	var p zio.Problem
	for _, wrong := range []any{nil, "", 0.125, 1e300, "1.234,50", true} {
		require.ErrorAs(t, e.Scan(wrong), &p, "%v", wrong)
	}
	var none sql.Null[money.Euro]
	require.NoError(t, none.Scan(nil))
	require.False(t, none.Valid)
	require.NoError(t, none.Scan("2.00"))
	require.Equal(t, "2.00", none.V.String())

	r := money.HalfUp
	require.NoError(t, r.Scan(nil))
	written, err := r.Value()
	require.NoError(t, err)
	require.Nil(t, written)
}
