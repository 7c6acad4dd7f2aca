package analysis

import (
	"strconv"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// Instalment is one part of an amount, due for one part of the period (termijn).
type Instalment struct {
	Period zio.Period
	Amount money.Euro
}

// Frequency is how often is paid (betaalfrequentie).
type Frequency uint8

const (
	Monthly    Frequency = 1
	Quarterly  Frequency = 3
	HalfYearly Frequency = 6
	Yearly     Frequency = 12
)

var problemSchedulePeriod = &zio.ProblemKind{Code: "schedule.period", NL: "Een betaalschema heeft een periode van hele maanden nodig, geen {from} tot en met {until}.", EN: "A schedule needs a period of whole months, not {from} to {until}."}

// Instalments divides an amount over the months, quarters, half years or years of a period of whole months, in proportion to
// the months of each. The parts sum to the amount exactly; by the largest remainders the earlier of equal parts are a cent higher.
func Instalments(amount money.Euro, period zio.Period, every Frequency) ([]Instalment, error) {
	if period.Days() == 0 || period.From.Day() != 1 || period.Until != period.Until.LastOfMonth() || every == 0 {
		return nil, problemSchedulePeriod.At("", "from", period.From.String(), "until", period.Until.String())
	}
	var out []Instalment
	var weights []money.Weight
	for from := period.From; !from.After(period.Until); from = from.AddMonths(int64(every)) {
		until := from.AddMonths(int64(every)).AddDays(-1)
		if until.After(period.Until) {
			until = period.Until
		}
		out = append(out, Instalment{Period: zio.Period{From: from, Until: until}})
		weights = append(weights, money.Weight{Party: from.String(), Value: money.ExactFromInt(zio.Period{From: from, Until: until}.MonthsTouched())})
	}
	return divideInstalments(amount, out, weights)
}

// BudgetYears divides an amount of a period, such as a school year, over the calendar years that it touches (begrotingsjaren), by
// days or by calendar months. The parts sum to the amount exactly.
func BudgetYears(amount money.Euro, period zio.Period, byMonths bool) ([]Instalment, error) {
	if period.Days() == 0 {
		return nil, problemSchedulePeriod.At("", "from", period.From.String(), "until", period.Until.String())
	}
	var out []Instalment
	var weights []money.Weight
	for year := period.From.Year(); year <= period.Until.Year(); year++ {
		first, err := zio.DateFromYMD(year, 1, 1)
		if err != nil {
			return nil, err
		}
		part, _ := period.Overlap(zio.Period{From: first, Until: first.AddMonths(12).AddDays(-1)})
		n := part.Days()
		if byMonths {
			n = part.MonthsTouched()
		}
		out = append(out, Instalment{Period: part})
		weights = append(weights, money.Weight{Party: strconv.Itoa(year), Value: money.ExactFromInt(n)})
	}
	return divideInstalments(amount, out, weights)
}

func divideInstalments(amount money.Euro, out []Instalment, weights []money.Weight) ([]Instalment, error) {
	divided, err := money.Allocate(amount, weights, money.Division{Method: money.LargestRemainder, Unit: money.Cent})
	if err != nil {
		return nil, err
	}
	for i := range out {
		out[i].Amount = divided.Shares[i].Amount
	}
	return out, nil
}
