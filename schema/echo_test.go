package schema_test

import (
	"encoding"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/intake"
)

// No value that is read from a text repeats what could be a BSN, neither as it was written nor as it was meant; the codes of a closed
// set repeat no name either. 111222333 passes the eleven test, see TestProblemsRepeatNoPersons.
func TestValuesRepeatNoPersons(t *testing.T) {
	closed := []encoding.TextUnmarshaler{new(zio.Claim), new(zio.CareKind), new(zio.Status), new(zio.WlzState), new(funding.Route), new(funding.Reason),
		new(money.Rounding), new(money.Method), new(money.Unit)}
	other := []encoding.TextUnmarshaler{new(zio.Date), new(zio.SchoolYear), new(zio.SchoolType), new(zio.Province), new(zio.RegionKind), new(zio.MunicipalityCode),
		new(zio.SiteCode), new(zio.BoardNumber), new(zio.AllianceCode), new(zio.Postcode4), new(zio.PupilRef), new(money.Euro), new(money.Exact), new(money.Factor), new(money.Fte)}
	numbers := []string{"111222333", "111.222.333", "111 222 333", "111,222,333", "111222333,-", "€ 111.222.333", "+111222333", "0111222333", "-111.222.333,00", "GM111222333", "111222333.0000000", "BSN 111222333"}
	type scanner interface{ Scan(any) error }
	try := func(v encoding.TextUnmarshaler, text string, of string) {
		errs := []error{v.UnmarshalText([]byte(text)), v.(scanner).Scan(text), v.(scanner).Scan([]byte(text))}
		for _, err := range errs {
			if err == nil {
				return // an amount of that size
			}
			for _, said := range append([]string{err.Error()}, problemTexts(err)...) {
				bare := strings.NewReplacer(".", "", ",", "", " ", "").Replace(said)
				require.NotContains(t, bare, of, "%T of %q: %s", v, text, said)
			}
		}
	}
	for _, v := range append(closed, other...) {
		for _, text := range numbers {
			try(v, text, "111222333")
		}
	}
	for _, v := range closed {
		try(v, "Jan de Vries", "Vries")
		err := v.UnmarshalText([]byte("no-such-code"))
		require.ErrorContains(t, err, "no-such-code", "%T", v)
	}
	for name, err := range map[string]error{
		"claim": second(zio.ParseClaim("111 222 333")), "care": second(zio.ParseCareKind("111 222 333")), "route": second(funding.ParseRoute("111222333")),
		"suppressed": second(intake.ParseSuppressed("Jan de Vries 111222333")), "amount": second(funding.ParseAmount("111.222.333")), "rounding": second(money.ParseRounding("111222333")),
	} {
		require.Error(t, err, name)
		require.Contains(t, err.Error(), "***", name)
		require.NotContains(t, err.Error(), "111", name)
	}
}

func second[T any](_ T, err error) error { return err }

func problemTexts(err error) (list []string) {
	for _, p := range zio.ProblemsOfError(err) {
		list = append(list, p.Text(zio.Dutch), p.Text(zio.English))
		for _, q := range p.Params {
			list = append(list, q.Value)
		}
	}
	return list
}

// The likely meaning of an amount is told, unless it could be a BSN: 111222333 could be, 111222334 not.
func TestLikelyAmounts(t *testing.T) {
	_, err := money.ParseEuro("111.222.334")
	require.ErrorContains(t, err, "111222334.00")
	_, err = money.ParseEuro("111.222.333")
	require.ErrorContains(t, err, "1234.50")
	_, err = money.ParseFactor("1.112.223,33")
	require.ErrorContains(t, err, "1112223.33")
}
