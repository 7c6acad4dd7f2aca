package funding_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// A result that somebody changed is found by what no longer adds up, where it stands, besides its digest.
func TestResultsThatDoNotAddUp(t *testing.T) {
	cent := money.EuroFromCents(1)
	more := func(e *money.Euro) {
		sum, err := e.Add(cent)
		require.NoError(t, err)
		*e = sum
	}
	for name, c := range map[string]struct {
		change func(*funding.Result)
		want   []string
	}{
		"nothing":       {func(*funding.Result) {}, nil},
		"a title":       {func(x *funding.Result) { x.Agreement.Title += "!" }, []string{"result.changed /receipt/result"}},
		"a balance":     {func(x *funding.Result) { more(&x.Balances[1].Net) }, []string{"result.ledger /balances", "result.not-added-up /balances/1/net", "result.changed /receipt/result"}},
		"a share":       {func(x *funding.Result) { more(&x.Components[0].Shares[0].Amount) }, []string{"result.sum /components/0/cost", "result.not-added-up /shares/0/amount", "result.changed /receipt/result"}},
		"a gap":         {func(x *funding.Result) { more(&x.Components[0].Gap) }, []string{"result.sum /components/0/cost", "result.changed /receipt/result"}},
		"a rest":        {func(x *funding.Result) { more(&x.Components[0].Rest) }, []string{"result.sum /components/0/cost", "result.changed /receipt/result"}},
		"a cost":        {func(x *funding.Result) { more(&x.Components[0].Cost) }, []string{"result.sum /components/0/cost", "result.changed /receipt/result"}},
		"a gap as rest": {func(x *funding.Result) { more(&x.Components[0].Gap); more(&x.Components[0].Cost) }, []string{"result.changed /receipt/result"}},
		"a reference": {func(x *funding.Result) { x.Components[0].Shares[1].Ref = "trace:nowhere#0268" },
			[]string{"result.step-missing /components/0/shares/1/ref", "result.changed /receipt/result"}},
		"a payment": {func(x *funding.Result) { x.Transfers[0].Ref = "trace:nowhere" }, []string{"result.step-missing /transfers/0/ref", "result.changed /receipt/result"}},
	} {
		x := calculated(t, nil, nil)
		c.change(x)
		problems := x.Check()
		require.Equal(t, c.want, codes(problems), name)
		for _, p := range problems {
			require.NotContains(t, p.Text(zio.Dutch)+p.Text(zio.English), "{", name)
		}
		switch name {
		case "a balance":
			require.Contains(t, problems[0].Text(zio.Dutch), "maar 0,01.")
		case "a share":
			require.Contains(t, problems[0].Text(zio.Dutch), "samen € 1.000,01, maar de kosten zijn € 1.000,00.")
		}
	}
}
