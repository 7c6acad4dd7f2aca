package year_test

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/year"
	"github.com/zio-collectief/zio/internal/proof/golden"
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/intake"
)

var update = flag.Bool("update", false, "write the documents that follow from the others")

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	return data
}

func agreement(t *testing.T, name string) *funding.Agreement {
	t.Helper()
	a, problems := funding.ReadAgreement(read(t, name))
	require.Empty(t, problems, name)
	return a
}

func population(t *testing.T, name string) *zio.Population {
	t.Helper()
	p, problems := zio.ReadPopulation(read(t, name))
	require.Empty(t, problems, name)
	return p
}

// kept compares a document that follows from the others with the one that is committed.
func kept(t *testing.T, name string, document []byte) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(name, document, 0o644))
	}
	golden.Same(t, string(read(t, name)), string(document), "go test ./examples/year -update")
}

// The year 2027 of five municipalities, replayed: the budget of November, the advances of each quarter, a municipality that joins in May,
// what was realised, the settlement of March, and the budget of the next year.
func TestYear(t *testing.T) {
	budgeted := agreement(t, "1-budget.agreement.json")
	budget, problems := funding.Calculate(budgeted, population(t, "1-budget.population.json"))
	require.Empty(t, problems)
	kept(t, "1-budget.result.json", budget.AppendDocument(nil))
	// Amersfoort joins in May: 80 of 80 + 240 + 480 + 240 + 120 = 1160 pupil months of 100,000.00
	require.Equal(t, "6896.55 20689.66 41379.31 20689.65 10344.83", amounts(budget))
	// so its advances begin in May: 6,896.55 over 8 months by quarters of 3, 3 and 2 is 2,586.21, 2,586.20 (both 2,586.20625) and 1,724.1375
	var due []string
	for _, d := range budget.Schedule {
		if d.From == "0307" {
			due = append(due, d.Day.String()+" "+d.Amount.String())
		}
	}
	require.Equal(t, "2027-05-15 2586.21, 2027-08-15 2586.20, 2027-11-15 1724.14", strings.Join(due, ", "))

	paid, problems := year.PaymentsFromTable(bytes.NewReader(read(t, "2-payments.csv")), budgeted, intake.TableOptions{})
	require.Empty(t, problems)
	paid.Title = "Betaalde voorschotten 2027 (voorbeeld)"
	paid.Synthetic = []zio.Synthetic{{Pointer: "/payments", Reason: "Verzonnen betalingen, om te laten zien hoe een jaar loopt."}}
	kept(t, "2-payments.json", paid.AppendDocument(nil))

	in := year.Input{Title: "Afrekening 2027", Day: zio.MustParseDate("2028-03-01"), Budget: budget, Payments: paid,
		Agreement: agreement(t, "3-realised.agreement.json"), Population: population(t, "3-realised.population.json")}
	settled, problems := year.Settle(in)
	require.Empty(t, problems)
	kept(t, "4-settlement.json", settled.AppendDocument(nil))
	// 112,500.00 by 96, 216, 504, 216 and 120 of 1152 pupil months, 97.65625 each: 9,375.00, 21,093.75, 49,218.75, 21,093.75, 11,718.75
	want := []struct{ definitive, settle, open string }{
		{"9375.00", "2478.45", "0.00"},
		{"21093.75", "404.09", "0.00"},
		{"49218.75", "7839.44", "0.00"},
		{"21093.75", "404.10", "5172.41"}, // Zeist did not pay the last quarter
		{"11718.75", "1373.92", "0.00"},
	}
	sum := int64(0)
	for i, w := range want {
		p := settled.Parties[i]
		require.Equal(t, w.definitive+" "+w.settle+" "+w.open, p.Definitive.String()+" "+p.Settle.String()+" "+p.Open.String(), p.Name)
		sum += p.Settle.Cents()
	}
	require.Equal(t, int64(1_250_000), sum) // what the care did cost more
	var letter strings.Builder
	for _, paragraph := range settled.Letter("0355", in.Agreement, zio.Dutch) {
		letter.WriteString(paragraph + "\n\n")
	}
	kept(t, "4-letter-zeist.txt", []byte(letter.String()))

	in.Budget, in.Previous, in.Day = nil, settled, zio.MustParseDate("2028-06-01")
	again, problems := year.Settle(in)
	require.Empty(t, problems)
	for _, p := range again.Parties {
		require.True(t, p.Settle.IsZero(), "nothing is left to settle of the same year")
	}

	next, problems := funding.Calculate(agreement(t, "5-next.agreement.json"), population(t, "3-realised.population.json"))
	require.Empty(t, problems)
	kept(t, "5-next.result.json", next.AppendDocument(nil))
	// 115,000.00 by 12, 18, 42, 18 and 10 pupils, now that all take part the whole year
	require.Equal(t, "13800.00 20700.00 48300.00 20700.00 11500.00", amounts(next))
}

func amounts(x *funding.Result) string {
	var list []string
	for _, s := range x.Shares {
		list = append(list, s.Amount.String())
	}
	return strings.Join(list, " ")
}

// Every document of the year is valid by its schema.
func TestDocuments(t *testing.T) {
	for name, kind := range map[string]schema.Kind{"1-budget.agreement.json": schema.Agreement, "1-budget.population.json": schema.Population, "1-budget.result.json": schema.Result,
		"2-payments.json": schema.Payments, "3-realised.agreement.json": schema.Agreement, "3-realised.population.json": schema.Population, "4-settlement.json": schema.Settlement,
		"5-next.agreement.json": schema.Agreement, "5-next.result.json": schema.Result} {
		require.Empty(t, schema.Validate(kind, read(t, name)), name)
	}
}
