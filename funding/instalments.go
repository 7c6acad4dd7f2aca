package funding

import (
	"strconv"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// schedule dates the payments of a result and divides them over budget years, as the agreement says.
func (x *Result) schedule(a *Agreement) error {
	s := a.Schedule
	if s == nil {
		return nil
	}
	for i := range x.Transfers {
		t := &x.Transfers[i]
		period := a.PaymentPeriod(t.From, t.To)
		parts, err := Instalments(t.Amount, period, s.Frequency)
		if err != nil {
			return err
		}
		for _, p := range parts {
			x.Schedule = append(x.Schedule, Due{t.Component, t.From, t.To, p.Period.From.AddDays(s.DueDay - 1), p.Period, p.Amount})
		}
		years, err := BudgetYears(t.Amount, period, s.BudgetYear, s.By)
		if err != nil {
			return err
		}
		for _, y := range years {
			x.BudgetYears = append(x.BudgetYears, YearPart{t.Component, t.From, t.To, y.Year, y.Amount})
		}
	}
	return nil
}

// Instalment is one part of an amount, for one part of its period (termijn).
type Instalment struct {
	Period zio.Period
	Year   string // the budget year, of BudgetYears only
	Amount money.Euro
}

// Instalments divides an amount over the months, quarters, half years or years of a period of whole months, counted from its
// first month, in proportion to the months of each (termijnen). The parts sum to the amount exactly; by the largest remainders
// the earlier of equal parts are a cent higher. The amount may be negative. A period that is not of whole months, or another
// frequency than the four, is schedule.period.
func Instalments(amount money.Euro, period zio.Period, frequency Frequency) ([]Instalment, error) {
	every := 0
	for i := range frequencies {
		if frequencies[i].choice.Value == string(frequency) {
			every = frequencies[i].months
		}
	}
	months := period.Months()
	if every == 0 || !period.IsClosed() || !period.IsWholeMonths() {
		return nil, problemSchedulePeriod.At("", "from", period.From.String(), "until", period.Until.String())
	}
	var out []Instalment
	for i := 0; i < len(months); i += every {
		last := min(i+every, len(months)) - 1
		out = append(out, Instalment{Period: zio.Period{From: months[i].From, Until: months[last].Until}})
	}
	return divideOverTime(amount, out, ByMonths)
}

// BudgetYears divides an amount of a period over the budget years that it touches (begrotingsjaren), by days or by calendar months
// of which a day is in the period. The parts sum to the amount exactly. A period without an end, and another kind of year or
// way of dividing than the constants, is schedule.period.
func BudgetYears(amount money.Euro, period zio.Period, kind BudgetYear, by DividedBy) ([]Instalment, error) {
	if period.Days() == 0 || !period.IsClosed() || kind != BudgetYearCalendar && kind != BudgetYearSchool || by != ByDays && by != ByMonths {
		return nil, problemSchedulePeriod.At("", "from", period.From.String(), "until", period.Until.String())
	}
	var out []Instalment
	for _, month := range period.Months() {
		year := budgetYear(month.From, kind)
		if n := len(out); n > 0 && out[n-1].Year == year {
			out[n-1].Period.Until = month.Until
		} else {
			out = append(out, Instalment{Period: month, Year: year})
		}
	}
	return divideOverTime(amount, out, by)
}

// budgetYear is what the budget year of a day is called.
func budgetYear(d zio.Date, kind BudgetYear) string {
	year := d.Year()
	if kind == BudgetYearCalendar {
		return strconv.Itoa(year)
	}
	if d.Month() < 8 {
		year--
	}
	return strconv.Itoa(year) + "-" + strconv.Itoa(year+1)
}

// divideOverTime divides an amount over periods in order, by their days or months; of equal remainders the earliest is first.
func divideOverTime(amount money.Euro, out []Instalment, by DividedBy) ([]Instalment, error) {
	weights := make([]money.Weight, len(out))
	for i := range out {
		n := out[i].Period.Days()
		if by == ByMonths {
			n = out[i].Period.MonthsTouched()
		}
		weights[i] = money.Weight{Party: out[i].Period.From.String(), Value: money.ExactFromInt(n)}
	}
	divided, err := money.AllocateAmounts(amount, weights, money.Division{Method: money.LargestRemainder, Unit: money.Cent})
	if err != nil {
		return nil, err
	}
	for i := range out {
		out[i].Amount = divided.Shares[i].Amount
	}
	return out, nil
}
