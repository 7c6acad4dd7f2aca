package funding

import (
	"strconv"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Schedule says when the payments of an agreement fall due, and over which budget years they are divided (betaalschema). Every
// member is a choice of the parties: the sources give none.
type Schedule struct {
	Frequency  string `json:"frequency"`  // one of the Frequency constants
	DueDay     int64  `json:"dueDay"`     // day of the first month of each part on which it is due, 1 to 28
	BudgetYear string `json:"budgetYear"` // "calendar" or "school-year"
	By         string `json:"by"`         // "days" or "months": how an amount is divided over the budget years
}

// How often is paid (betaalfrequentie).
const (
	Monthly    = "monthly"
	Quarterly  = "quarterly"
	HalfYearly = "half-yearly"
	Yearly     = "yearly"
)

// Budget years (begrotingsjaar): of a municipality the calendar year, of a school the year that begins on 1 August.
const (
	BudgetYearCalendar = "calendar"
	BudgetYearSchool   = "school-year"
)

// How an amount of a period is divided over the years that it touches.
const (
	ByDays   = "days"
	ByMonths = "months"
)

var frequencies = []struct {
	choice strictjson.Choice
	months int
}{
	{strictjson.Choice{Value: Monthly, NL: "per maand", EN: "monthly"}, 1},
	{strictjson.Choice{Value: Quarterly, NL: "per kwartaal", EN: "quarterly"}, 3},
	{strictjson.Choice{Value: HalfYearly, NL: "per halfjaar", EN: "half-yearly"}, 6},
	{strictjson.Choice{Value: Yearly, NL: "per jaar", EN: "yearly"}, 12},
}

func (s *Schedule) bind(f *strictjson.Fields) {
	choices := make([]strictjson.Choice, len(frequencies))
	for i := range frequencies {
		choices[i] = frequencies[i].choice
	}
	f.Choice(&s.Frequency, strictjson.Spec{Name: "frequency", Choices: choices, NL: "Hoe vaak wordt er betaald?", EN: "How often is paid?"})
	f.Int(&s.DueDay, strictjson.Spec{Name: "dueDay", Min: 1, Max: 28, NL: "Op welke dag van de eerste maand?", EN: "On which day of the first month?"})
	f.Choice(&s.BudgetYear, strictjson.Spec{Name: "budgetYear", Choices: []strictjson.Choice{
		{Value: BudgetYearCalendar, NL: "kalenderjaar", EN: "calendar year"},
		{Value: BudgetYearSchool, NL: "schooljaar (vanaf 1 augustus)", EN: "school year (from 1 August)"},
	}, NL: "Begrotingsjaar", EN: "Budget year"})
	f.Choice(&s.By, strictjson.Spec{Name: "by", Choices: []strictjson.Choice{
		{Value: ByDays, NL: "naar dagen", EN: "by days"},
		{Value: ByMonths, NL: "naar maanden", EN: "by months"},
	}, NL: "Verdelen over begrotingsjaren", EN: "Divide over budget years"})
}

func (s *Schedule) check(c *checker) {
	if !c.a.Period.IsWholeMonths() {
		c.add(problemSchedulePeriod, "/period", "from", c.a.Period.From.String(), "until", c.a.Period.Until.String())
	}
}

// Due is one part of a payment with the day on which it is due (termijn).
type Due struct {
	Component string     `json:"component"`
	From      string     `json:"from"`
	To        string     `json:"to"`
	Day       zio.Date   `json:"day"`
	Period    zio.Period `json:"period"` // of the care that it pays for
	Amount    money.Euro `json:"amount"` // not negative
}

func (d *Due) bind(f *strictjson.Fields) {
	f.Text(&d.Component, strictjson.Spec{Name: "component", NL: "Geldstroom", EN: "Component"})
	f.Text(&d.From, strictjson.Spec{Name: "from", NL: "Van", EN: "From"})
	f.Text(&d.To, strictjson.Spec{Name: "to", NL: "Aan", EN: "To"})
	f.Code(&d.Day, strictjson.Spec{Name: "day", Format: "date", NL: "Te betalen op", EN: "Due on"})
	strictjson.Struct(f, &d.Period, strictjson.Spec{Name: "period", NL: "Over de periode", EN: "Of the period"}, (*zio.Period).Bind)
	f.Code(&d.Amount, strictjson.Spec{Name: "amount", Format: "euro", NL: "Bedrag", EN: "Amount"})
}

// YearPart is the part of a payment that belongs to one budget year (deel per begrotingsjaar): the year of the care that it
// pays for, not of the day on which it is paid.
type YearPart struct {
	Component string     `json:"component"`
	From      string     `json:"from"`
	To        string     `json:"to"`
	Year      string     `json:"year"` // "2026", or "2026-2027" of a school year
	Amount    money.Euro `json:"amount"`
}

// Bind binds the members of the part; it is for the packages of this module.
func (p *YearPart) Bind(f *strictjson.Fields) {
	f.Text(&p.Component, strictjson.Spec{Name: "component", NL: "Geldstroom", EN: "Component"})
	f.Text(&p.From, strictjson.Spec{Name: "from", NL: "Van", EN: "From"})
	f.Text(&p.To, strictjson.Spec{Name: "to", NL: "Aan", EN: "To"})
	f.Text(&p.Year, strictjson.Spec{Name: "year", NL: "Begrotingsjaar", EN: "Budget year"})
	f.Code(&p.Amount, strictjson.Spec{Name: "amount", Format: "euro", NL: "Bedrag", EN: "Amount"})
}

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

var problemSchedulePeriod = &zio.ProblemKind{Code: "schedule.period", NL: "Een betaalschema heeft een periode van hele maanden nodig, geen {from} tot en met {until}.", EN: "A schedule needs a period of whole months, not {from} to {until}."}

// Instalments divides an amount over the months, quarters, half years or years of a period of whole months, counted from its
// first month, in proportion to the months of each (termijnen). The parts sum to the amount exactly; by the largest remainders
// the earlier of equal parts are a cent higher. The amount may be negative. A period that is not of whole months, or another
// frequency than the four, is schedule.period.
func Instalments(amount money.Euro, period zio.Period, frequency string) ([]Instalment, error) {
	every := 0
	for i := range frequencies {
		if frequencies[i].choice.Value == frequency {
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
func BudgetYears(amount money.Euro, period zio.Period, kind, by string) ([]Instalment, error) {
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
func budgetYear(d zio.Date, kind string) string {
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
func divideOverTime(amount money.Euro, out []Instalment, by string) ([]Instalment, error) {
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
