package funding_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// renewed is a result with a digest that fits, as who changes one would make it.
func renewed(x *funding.Result) *funding.Result {
	x.Receipt.Result = ""
	x.Receipt.Result = funding.Digest(x, (*funding.Result).Bind)
	return x
}

// A result of an earlier version is verified in all that does not depend on the version; what does is said not to be verified.
func TestVerifyAResultOfAnotherVersion(t *testing.T) {
	a, p := made()
	fresh := func(library string) *funding.Result {
		x, problems := funding.Calculate(a, p)
		require.Empty(t, problems)
		x.Receipt.Library = library
		return x
	}
	require.Empty(t, renewed(fresh(funding.Version)).Verify(a, p))
	old := renewed(fresh("0.0.1"))
	whole := string(old.AppendDocument(nil))
	require.Empty(t, old.Verify(a, p), "the same in every byte but the version")
	old.Trace.Steps[0].Name = "Anders"
	require.NotEmpty(t, renewed(old).Verify(a, p))
	old.Trace.Steps[0].Name = fresh("0.0.1").Trace.Steps[0].Name
	require.Equal(t, whole, string(renewed(old).AppendDocument(nil)), "who verifies changes nothing")

	euro := money.MustParseEuro("1.00")
	for name, c := range map[string]struct {
		change func(*funding.Result)
		want   string
	}{
		"share":     {func(x *funding.Result) { x.Shares[0].Amount = euro }, "result.other-amounts"},
		"cost":      {func(x *funding.Result) { x.Components[0].Cost = euro }, "result.other-amounts"},
		"transfer":  {func(x *funding.Result) { x.Transfers[0].To = "0268" }, "result.other-amounts"},
		"balance":   {func(x *funding.Result) { x.Balances = x.Balances[1:] }, "result.other-amounts"},
		"title":     {func(x *funding.Result) { x.Agreement.Title += "!" }, "result.other-content /agreement"},
		"period":    {func(x *funding.Result) { x.Agreement.Period.Until = zio.MustParseDate("2099-12-31") }, "result.other-content /agreement"},
		"count":     {func(x *funding.Result) { x.Population.CountDate = zio.MustParseDate("1999-10-01") }, "result.other-content /population"},
		"party":     {func(x *funding.Result) { x.Parties[0].Name = "Elders" }, "result.other-content /parties"},
		"name":      {func(x *funding.Result) { x.Shares[0].Name = "Elders" }, "result.other-content /shares"},
		"pays":      {func(x *funding.Result) { x.Balances[0].Pays = euro }, "result.other-content /balances"},
		"component": {func(x *funding.Result) { x.Components[0].Title = "Elders" }, "result.other-content /components"},
		"weight":    {func(x *funding.Result) { x.Components[0].Shares[0].Weight = "7" }, "result.other-content /components"},
		"kind":      {func(x *funding.Result) { x.Transfers[0].Kind = funding.PaymentOfDecision }, "result.other-content /transfers"},
		"schedule": {func(x *funding.Result) {
			x.Schedule = append(x.Schedule, funding.Due{Component: "pool", From: "0268", To: "care", Amount: euro})
		}, "result.other-content /schedule"},
		"year": {func(x *funding.Result) {
			x.BudgetYears = append(x.BudgetYears, funding.YearPart{Component: "pool", Year: "2026", Amount: euro})
		}, "result.other-content /budgetYears"},
		"pupils": {func(x *funding.Result) { x.Routing.Homes[0].Pupils++ }, "result.other-content /routing"},
		"rules":  {func(x *funding.Result) { x.Receipt.Rules = nil }, "result.other-content /receipt/rules"},
		"payee":  {func(x *funding.Result) { x.Payees = append(x.Payees, funding.PartyAmount{Party: "x", Name: "X"}) }, "result.other-amounts"},
		"step":   {func(x *funding.Result) { x.Trace.Steps[0].Name = "Anders" }, funding.NotVerified + " /trace"},
		"value":  {func(x *funding.Result) { x.Trace.Steps[0].Value = "7" }, funding.NotVerified + " /trace"},
		"check":  {func(x *funding.Result) { x.Checks = nil }, funding.NotVerified + " /trace"},
		"ref":    {func(x *funding.Result) { x.Transfers[0].Ref = "trace:x" }, funding.NotVerified + " /trace"},
	} {
		x := fresh("0.0.1")
		c.change(x)
		problems := renewed(x).Verify(a, p)
		require.NotEmpty(t, problems, name)
		require.Contains(t, problems[0].Code()+" "+problems[0].Pointer, c.want, name)
		for _, l := range []zio.Lang{zio.Dutch, zio.English} {
			require.NotContains(t, problems[0].Text(l), "{", name)
		}
		now := fresh(funding.Version)
		c.change(now)
		require.Equal(t, "result.not-reproduced", renewed(now).Verify(a, p)[0].Code(), name)
		forged := fresh("0.0.1")
		c.change(forged)
		require.Equal(t, "result.changed", forged.Verify(a, p)[0].Code(), name)
	}
}

// What a result says of a party is the sum of what it follows from, also when its digest was renewed.
func TestResultsAddUp(t *testing.T) {
	cent := money.EuroFromCents(1)
	more := func(e *money.Euro) { *e, _ = e.Add(cent) }
	for name, c := range map[string]struct {
		change func(*funding.Result)
		want   string
	}{
		"share":   {func(x *funding.Result) { more(&x.Shares[0].Amount) }, "result.not-added-up /shares/0/amount"},
		"pays":    {func(x *funding.Result) { more(&x.Balances[0].Pays) }, "result.not-added-up /balances/0/pays"},
		"receive": {func(x *funding.Result) { more(&x.Balances[0].Receives) }, "result.not-added-up /balances/0/receives"},
		"payment": {func(x *funding.Result) { more(&x.Transfers[0].Amount) }, "result.not-added-up /balances/"},
		"due": {func(x *funding.Result) {
			x.Schedule = []funding.Due{{Component: x.Transfers[0].Component, From: x.Transfers[0].From, To: x.Transfers[0].To}}
		}, "result.not-added-up /schedule/0"},
		"year": {func(x *funding.Result) {
			x.BudgetYears = []funding.YearPart{{Component: "pool", From: x.Transfers[0].From, To: "nobody", Amount: cent}}
		}, "result.not-added-up /budgetYears/0"},
		"dues": {func(x *funding.Result) {
			due := funding.Due{Component: x.Transfers[0].Component, From: x.Transfers[0].From, To: x.Transfers[0].To}
			x.Schedule = []funding.Due{due, due}
		}, "result.not-added-up /schedule/1"}, // said once, at the last of those that are added
		"check": {func(x *funding.Result) { x.Checks[0].OK = false }, "result.check-failed /checks/0"},
	} {
		x := calculated(t, nil, nil)
		require.Empty(t, x.Check(), name)
		c.change(x)
		problems := renewed(x).Check()
		require.NotEmpty(t, problems, name)
		require.Contains(t, problems[0].Code()+" "+problems[0].Pointer, c.want, name)
		require.NotContains(t, problems[0].Text(zio.Dutch)+problems[0].Text(zio.English), "{", name)
	}
}
