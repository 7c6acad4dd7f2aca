package year_test

import (
	"fmt"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/funding/year"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/intake"
)

// pooled is an agreement of five municipalities on an amount for 2026, which they pay each quarter, by pupils, to one provider.
func pooled(amount string) *funding.Agreement {
	municipality := func(code, name string) funding.Party {
		return funding.Party{ID: code, Kind: funding.PartyMunicipality, Name: name, Participates: true}
	}
	return &funding.Agreement{
		ID: "five", Title: "Five municipalities",
		Period: zio.Period{From: zio.MustParseDate("2026-01-01"), Until: zio.MustParseDate("2026-12-31")},
		Parties: []funding.Party{municipality("0307", "Amersfoort"), municipality("0310", "De Bilt"), municipality("0344", "Utrecht"),
			municipality("0355", "Zeist"), municipality("0356", "Nieuwegein"), {ID: "care", Kind: funding.PartyProvider, Name: "Care"}},
		Components: []funding.Component{{
			ID: "pool", Title: "Pool", Route: funding.RouteCollective,
			Cost:     &funding.Budget{Amount: money.MustParseEuro(amount)},
			Key:      &funding.ProRata{Basis: funding.BasisEnrolled, NonParticipants: funding.LeaveAsGap},
			Flow:     &funding.Direct{Payees: []funding.Payee{{Party: "care", Weight: money.MustParseFactor("1"), Instrument: funding.Purchase}}},
			Division: money.Division{Method: money.LargestRemainder, Unit: money.Cent},
		}},
		Schedule: &funding.Schedule{Frequency: funding.Quarterly, DueDay: 15, BudgetYear: funding.BudgetYearCalendar, By: funding.ByMonths},
	}
}

// pupils are counts of Amersfoort, De Bilt, Utrecht, Zeist and Nieuwegein. They are made up.
func pupils(counts ...int64) *zio.Population {
	population := &zio.Population{Title: "Made up", CountDate: zio.MustParseDate("2025-10-01")}
	for i, code := range []string{"0307", "0310", "0344", "0355", "0356"} {
		population.Groups = append(population.Groups, zio.Group{Home: zio.MustParseMunicipalityCode(code), Route: zio.ClaimJeugdwet, Pupils: counts[i]})
	}
	return population
}

// A year: 100,000.00 is budgeted by 10, 20, 40, 20 and 10 pupils and paid in four advances. The care costs 112,500.00, and 12, 18, 42, 18
// and 10 pupils were counted: 13,500.00, 20,250.00, 47,250.00, 20,250.00 and 11,250.00. What was paid is taken off.
func ExampleSettle() {
	budget, problems := funding.Calculate(pooled("100000.00"), pupils(10, 20, 40, 20, 10))
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	payments := &year.Payments{Title: "What was paid", Agreement: "five"}
	for _, due := range budget.Schedule { // all advances were paid on the day
		payments.Payments = append(payments.Payments, year.Payment{Component: due.Component, From: due.From, To: due.To, Day: due.Day, Amount: due.Amount})
	}
	fmt.Println(len(budget.Schedule), "advances, the first", budget.Schedule[0].Day, budget.Schedule[0].Amount)

	settlement, problems := year.Settle(year.Input{
		Title: "Settlement of 2026", Day: zio.MustParseDate("2027-03-01"),
		Budget: budget, Payments: payments,
		Agreement: pooled("112500.00"), Population: pupils(12, 18, 42, 18, 10), // what was realised
	})
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	for _, party := range settlement.Parties {
		fmt.Println(party.Name, party.Definitive, party.Paid, party.Settle)
	}
	// Output:
	// 20 advances, the first 2026-01-15 2500.00
	// Amersfoort 13500.00 10000.00 3500.00
	// De Bilt 20250.00 20000.00 250.00
	// Utrecht 47250.00 40000.00 7250.00
	// Zeist 20250.00 20000.00 250.00
	// Nieuwegein 11250.00 10000.00 1250.00
	// Care -112500.00 -100000.00 -12500.00
}

// The amount rises by 80 per cent wages of 4 per cent and 20 per cent of 2: 3.6 per cent a year. 103,600.00 times 1.036 is 107,329.60.
// The figures are assumptions.
func ExampleForecast() {
	percent := money.MustParseFactor
	years, problems := year.Forecast(pooled("100000.00"), pupils(10, 20, 40, 20, 10), year.Assumptions{
		Years: 3, Rounding: money.HalfUp,
		Prices: []year.PriceIndex{{Pointer: "/components/0/cost/amount", WagePart: percent("80"), Wage: percent("4"), Material: percent("2")}},
	})
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	for _, one := range years {
		utrecht, _ := one.Result.Share("0344") // 40 of 100 pupils
		fmt.Println(one.Agreement.Period.From.Year(), one.Result.Components[0].Cost, utrecht)
	}
	// Output:
	// 2026 100000.00 40000.00
	// 2027 103600.00 41440.00
	// 2028 107329.60 42931.84
}

// Payments as a document, such as a program that keeps the books writes it.
func ExampleReadPayments() {
	payments, problems := year.ReadPayments([]byte(`{
  "$schema": "https://zio-collectief.github.io/zio/schema/1.0/payments.schema.json",
  "title": "What was paid", "agreement": "five",
  "payments": [{"component": "pool", "from": "0344", "to": "care", "day": "2026-01-15", "amount": "10000.00"}]
}`))
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range payments.Payments {
		fmt.Println(p.Day, p.From, p.To, p.Amount)
	}
	// Output:
	// 2026-01-15 0344 care 10000.00
}

// Payments as a financial system gives them: parties by name, days and amounts as they are written in Dutch. The agreement has one component.
func ExamplePaymentsFromTable() {
	table := strings.NewReader("Van;Aan;Datum;Bedrag\nUtrecht;Care;15-01-2026;10.000,00\nZeist;Care;16-01-2026;5.000,00\n")
	payments, problems := year.PaymentsFromTable(table, pooled("100000.00"), intake.TableOptions{})
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range payments.Payments {
		fmt.Println(p.Component, p.Day, p.From, p.To, p.Amount)
	}
	// Output:
	// pool 2026-01-15 0344 care 10000.00
	// pool 2026-01-16 0355 care 5000.00
}
