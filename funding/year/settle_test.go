package year_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/funding/year"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/intake"
)

var five = []struct{ code, name string }{{"0307", "Amersfoort"}, {"0310", "De Bilt"}, {"0344", "Utrecht"}, {"0355", "Zeist"}, {"0356", "Nieuwegein"}}

func euro(s string) money.Euro { return money.MustParseEuro(s) }

func period(from, until string) zio.Period {
	return zio.Period{From: zio.MustParseDate(from), Until: zio.MustParseDate(until)}
}

// budget is an agreement of an amount that five municipalities pay by pupils to one provider, each quarter of 2026.
func budget(amount string) *funding.Agreement {
	a := &funding.Agreement{ID: "five", Title: "Five", Period: period("2026-01-01", "2026-12-31"),
		Components: []funding.Component{{ID: "pool", Title: "Pool", Route: funding.RouteCollective,
			Cost:     &funding.Budget{Amount: euro(amount)},
			Key:      &funding.ProRata{Basis: funding.BasisEnrolled, NonParticipants: funding.LeaveAsGap},
			Flow:     &funding.Direct{Payees: []funding.Payee{{Party: "care", Weight: money.MustParseFactor("1"), Instrument: funding.Purchase}}},
			Division: money.Division{Method: money.LargestRemainder, Unit: money.Cent}}},
		Schedule: &funding.Schedule{Frequency: funding.Quarterly, DueDay: 15, BudgetYear: funding.BudgetYearCalendar, By: funding.ByMonths}}
	for _, m := range five {
		a.Parties = append(a.Parties, funding.Party{ID: m.code, Kind: funding.PartyMunicipality, Name: m.name, Participates: true})
	}
	a.Parties = append(a.Parties, funding.Party{ID: "care", Kind: funding.PartyProvider, Name: "Care"})
	return a
}

func counted(pupils ...int64) *zio.Population {
	p := &zio.Population{Title: "Counted", CountDate: zio.MustParseDate("2025-10-01")}
	for i, n := range pupils {
		p.Groups = append(p.Groups, zio.Group{Home: zio.MustParseMunicipalityCode(five[i].code), Route: zio.ClaimJeugdwet, Pupils: n})
	}
	return p
}

func calculated(t *testing.T, a *funding.Agreement, p *zio.Population) *funding.Result {
	t.Helper()
	x, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	return x
}

// paid are the first n instalments of a result, on the day on which they are due.
func paid(x *funding.Result, n int) *year.Payments {
	p := &year.Payments{Title: "Paid", Agreement: x.Agreement.ID}
	for _, d := range x.Schedule {
		if d.Period.From.Month() <= 3*n {
			p.Payments = append(p.Payments, year.Payment{Component: d.Component, From: d.From, To: d.To, Day: d.Day, Amount: d.Amount})
		}
	}
	return p
}

func settled(t *testing.T, in year.Input) *year.Settlement {
	t.Helper()
	if in.Title == "" {
		in.Title, in.Day = "Settlement", zio.MustParseDate("2027-03-01")
	}
	s, problems := year.Settle(in)
	require.Empty(t, problems)
	require.Empty(t, s.Check())
	again, problems := year.ReadSettlement(s.AppendDocument(nil))
	require.Empty(t, problems)
	require.Equal(t, s, again)
	return s
}

// column gives one amount of the first five parties.
func column(s *year.Settlement, of func(*year.PartySettled) money.Euro) string {
	var list []string
	for i := range s.Parties[:5] {
		list = append(list, of(&s.Parties[i]).String())
	}
	return strings.Join(list, " ")
}

func toSettle(p *year.PartySettled) money.Euro { return p.Settle }
func open(p *year.PartySettled) money.Euro     { return p.Open }

func TestSettlement(t *testing.T) {
	a := budget("100000.00")
	x := calculated(t, a, counted(10, 20, 40, 20, 10))
	// 112,500 by 12/18/42/18/10: 13,500 20,250 47,250 20,250 11,250, of which 10,000 20,000 40,000 20,000 10,000 was paid
	in := year.Input{Budget: x, Payments: paid(x, 4), Agreement: budget("112500.00"), Population: counted(12, 18, 42, 18, 10)}
	s := settled(t, in)
	require.Equal(t, "3500.00 250.00 7250.00 250.00 1250.00", column(s, toSettle))
	require.Equal(t, "0.00 0.00 0.00 0.00 0.00", column(s, open))
	require.Equal(t, "-12500.00", s.Parties[5].Settle.String()) // what the provider still gets
	require.Equal(t, year.Invoice, s.Lines[0].Document)

	// three quarters paid: the fourth stays open, and the invoice is the same
	in.Payments = paid(x, 3)
	late := settled(t, in)
	require.Equal(t, column(s, toSettle), column(late, toSettle))
	require.Equal(t, "2500.00 5000.00 10000.00 5000.00 2500.00", column(late, open))

	// 88,000 on the counts of the budget: 8,800 17,600 35,200 17,600 8,800
	s = settled(t, year.Input{Budget: x, Payments: paid(x, 4), Agreement: budget("88000.00"), Population: counted(10, 20, 40, 20, 10)})
	require.Equal(t, "-1200.00 -2400.00 -4800.00 -2400.00 -1200.00", column(s, toSettle))
	require.Equal(t, year.CreditNote, s.Lines[0].Document)
}

// A settlement is corrected by another one, from where it ended; of the same realised year nothing is left to settle.
func TestCorrection(t *testing.T) {
	x := calculated(t, budget("100000.00"), counted(10, 20, 40, 20, 10))
	in := year.Input{Budget: x, Payments: paid(x, 4), Agreement: budget("112500.00"), Population: counted(12, 18, 42, 18, 10)}
	first := settled(t, in)
	in.Budget, in.Previous = nil, first
	again := settled(t, in)
	require.Equal(t, "0.00 0.00 0.00 0.00 0.00", column(again, toSettle))
	require.Equal(t, "3500.00 250.00 7250.00 250.00 1250.00", column(again, open)) // invoiced, not paid yet
	require.Equal(t, first.Receipt.Settlement, again.Receipt.Previous)
	in.Agreement = budget("110000.00") // 2,500 less, by 12/18/42/18/10
	require.Equal(t, "-300.00 -450.00 -1050.00 -450.00 -250.00", column(settled(t, in), toSettle))
}

// A surplus has a key of its own: 12,000 by clients 100/50/200/100/50 of 500.
func TestSurplusByItsOwnKey(t *testing.T) {
	a := budget("100000.00")
	x := calculated(t, a, counted(10, 20, 40, 20, 10))
	realised := budget("88000.00")
	realised.Settlement = &funding.Settlement{Surplus: &funding.ProRata{Basis: "clients-2026", NonParticipants: funding.LeaveAsGap}}
	people := counted(12, 18, 42, 18, 10) // which do not change what was charged
	clients := zio.Count{Basis: "clients-2026", Date: zio.MustParseDate("2026-12-31")}
	for i, n := range []int64{100, 50, 200, 100, 50} {
		clients.Values = append(clients.Values, zio.CountValue{Municipality: zio.MustParseMunicipalityCode(five[i].code), Count: n})
	}
	people.Counts = []zio.Count{clients}
	s := settled(t, year.Input{Budget: x, Payments: paid(x, 4), Agreement: realised, Population: people})
	require.Equal(t, "-2400.00 -1200.00 -4800.00 -2400.00 -1200.00", column(s, toSettle))
}

// Five per cent of 20,000 is 1,000: 22,000 settles 1,000, and 20,800 nothing.
func TestCorridor(t *testing.T) {
	x := calculated(t, budget("100000.00"), counted(10, 20, 40, 20, 10))
	five := money.MustParseFactor("5")
	for _, c := range []struct{ cost, want string }{{"110000.00", "1000.00"}, {"104000.00", "0.00"}, {"90000.00", "-1000.00"}, {"105000.00", "0.00"}, {"105000.05", "0.01"}} {
		a := budget(c.cost) // of which De Bilt bears a fifth
		a.Settlement = &funding.Settlement{Corridor: &five}
		s := settled(t, year.Input{Budget: x, Payments: paid(x, 4), Agreement: a, Population: counted(10, 20, 40, 20, 10)})
		require.Equal(t, c.want, s.Parties[1].Settle.String(), c.cost)
	}
}

// Payments that were made back count against what was paid.
func TestMoneyPaidBack(t *testing.T) {
	x := calculated(t, budget("100000.00"), counted(10, 20, 40, 20, 10))
	p := paid(x, 4)
	p.Payments = append(p.Payments, year.Payment{Component: "pool", From: "care", To: "0307", Day: zio.MustParseDate("2027-01-10"), Amount: euro("400.00")})
	s := settled(t, year.Input{Budget: x, Payments: p, Agreement: budget("100000.00"), Population: counted(10, 20, 40, 20, 10)})
	require.Equal(t, "400.00 0.00 0.00 0.00 0.00", column(s, open))
	require.Len(t, s.Lines, 5)
}

func TestSettlementProblems(t *testing.T) {
	x := calculated(t, budget("100000.00"), counted(10, 20, 40, 20, 10))
	for want, spoil := range map[string]func(*year.Input){
		"settlement.budget-missing ": func(in *year.Input) { in.Budget = nil },
		"document.nothing ":          func(in *year.Input) { in.Payments = nil },
		"result.changed /receipt/result": func(in *year.Input) {
			spoiled := *in.Budget
			spoiled.Agreement.Title, in.Budget = "Another", &spoiled
		},
		"settlement.digest /receipt/settlement": func(in *year.Input) {
			previous := *settled(t, *in)
			previous.Title, in.Previous, in.Budget = "Another", &previous, nil
		},
		"settlement.other-agreement /agreement":     func(in *year.Input) { in.Payments.Agreement = "six" },
		"settlement.other-period /agreement/period": func(in *year.Input) { in.Agreement.Period.Until = zio.MustParseDate("2026-11-30") },
		"payments.unknown /payments/0/component":    func(in *year.Input) { in.Payments.Payments[0].Component = "pol" },
		"payments.unknown /payments/1/from":         func(in *year.Input) { in.Payments.Payments[1].From = "0999" },
		"payments.after-settlement /payments/0/day": func(in *year.Input) { in.Payments.Payments[0].Day = zio.MustParseDate("2027-03-02") },
		"payments.amount /payments/0/amount":        func(in *year.Input) { in.Payments.Payments[0].Amount = euro("0.00") },
		"payments.to-oneself /payments/0/to":        func(in *year.Input) { in.Payments.Payments[0].To = in.Payments.Payments[0].From },
		"settlement.corridor /settlement/corridor": func(in *year.Input) {
			f := money.MustParseFactor("101")
			in.Agreement.Settlement = &funding.Settlement{Corridor: &f}
		},
		"document.number-out-of-range /schedule/dueDay": func(in *year.Input) { in.Agreement.Schedule.DueDay = 29 },
		"document.choice-unknown /schedule/frequency":   func(in *year.Input) { in.Agreement.Schedule.Frequency = "weekly" },
		"schedule.period /period":                       func(in *year.Input) { in.Agreement.Period.Until = zio.MustParseDate("2026-12-30") },
	} {
		in := year.Input{Title: "S", Day: zio.MustParseDate("2027-03-01"), Budget: x, Payments: paid(x, 4), Agreement: budget("100000.00"), Population: counted(10, 20, 40, 20, 10)}
		spoil(&in)
		_, problems := year.Settle(in)
		require.NotEmpty(t, problems, want)
		require.Equal(t, want, problems[0].Code()+" "+problems[0].Pointer)
	}
}

// On random budgets, counts and payments: what was charged and what is settled is what is definitive, per party and per budget
// year, and a settlement of a settlement is zero.
func TestSettlementProperties(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	for range 200 {
		pupils := func() *zio.Population {
			list := make([]int64, 5)
			for i := range list {
				list[i] = random.Int64N(40)
			}
			list[random.IntN(5)]++
			return counted(list...)
		}
		cost := func() string { return fmt.Sprintf("%d.%02d", random.IntN(200_000), random.IntN(100)) }
		school := func(amount string) *funding.Agreement {
			a := budget(amount)
			a.Period = period("2026-08-01", "2027-07-31")
			return a
		}
		b := calculated(t, school(cost()), pupils())
		in := year.Input{Title: "S", Day: zio.MustParseDate("2027-10-01"), Budget: b, Payments: paid(b, random.IntN(5)), Agreement: school(cost()), Population: pupils()}
		s := settled(t, in)
		r := calculated(t, in.Agreement, in.Population)

		years := map[string]int64{}
		for _, list := range [][]funding.YearPart{b.BudgetYears, s.BudgetYears} {
			for _, y := range list {
				years[y.From+" "+y.Year] += y.Amount.Cents()
			}
		}
		for _, y := range r.BudgetYears {
			years[y.From+" "+y.Year] -= y.Amount.Cents()
		}
		for at, cents := range years {
			require.Zero(t, cents, at)
		}
		for _, p := range s.Parties {
			require.Equal(t, p.Definitive.Cents(), p.Charged.Cents()+p.Settle.Cents())
			require.Equal(t, p.Open.Cents(), p.Charged.Cents()-p.Paid.Cents())
		}
		in.Previous = s
		for _, p := range settled(t, in).Parties {
			require.True(t, p.Settle.IsZero())
		}
	}
}

// A table without a header does not have its first row repeated where that could hold a BSN, and two columns that say the same are
// refused: which one counts is not for the program to say.
func TestPaymentsOfADoubtfulHeader(t *testing.T) {
	for _, c := range []struct{ table, code, text string }{
		{"pot;111222333;gr;2026-02-01;25000.00\n", "payments.column-missing", "***"},
		{"van;aan;datum;bedrag;bedrag\n0307;care;2026-02-01;1,00;2,00\n", "payments.column-twice", "bedrag"},
		{"from;van;aan;datum;bedrag\n0307;0310;care;2026-02-01;1,00\n", "payments.column-twice", "from"},
	} {
		p, problems := year.PaymentsFromTable(strings.NewReader(c.table), budget("1.00"), intake.TableOptions{})
		require.Len(t, problems, 1)
		require.Equal(t, c.code, problems[0].Code())
		require.Contains(t, problems[0].Text(zio.Dutch), c.text)
		require.NotContains(t, problems[0].Text(zio.Dutch), "111222333")
		require.Empty(t, p.Payments)
	}
}
