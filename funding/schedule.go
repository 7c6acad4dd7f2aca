package funding

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Schedule says when the payments of an agreement fall due, and over which budget years they are divided (betaalschema). Every
// member is a choice of the parties: the sources give none.
type Schedule struct {
	Frequency  Frequency  `json:"frequency"`
	DueDay     int64      `json:"dueDay"`     // day of the first month of each part on which it is due, 1 to 28
	BudgetYear BudgetYear `json:"budgetYear"` // "calendar" or "school-year"
	By         DividedBy  `json:"by"`         // "days" or "months": how an amount is divided over the budget years
}

// Frequency is how often is paid (betaalfrequentie).
type Frequency string

// The frequencies.
const (
	Monthly    Frequency = "monthly"
	Quarterly  Frequency = "quarterly"
	HalfYearly Frequency = "half-yearly"
	Yearly     Frequency = "yearly"
)

// BudgetYear is the year over which is budgeted (begrotingsjaar): of a municipality the calendar year, of a school the year that begins
// on 1 August.
type BudgetYear string

// The budget years.
const (
	BudgetYearCalendar BudgetYear = "calendar"
	BudgetYearSchool   BudgetYear = "school-year"
)

// DividedBy is how an amount of a period is divided over the years that it touches (verdeeld naar).
type DividedBy string

// By days, or by calendar months of which a day is in the period.
const (
	ByDays   DividedBy = "days"
	ByMonths DividedBy = "months"
)

var frequencies = []struct {
	choice strictjson.Choice
	months int
}{

	{strictjson.Choice{Value: string(Monthly), NL: "per maand", EN: "monthly"}, 1},
	{strictjson.Choice{Value: string(Quarterly), NL: "per kwartaal", EN: "quarterly"}, 3},
	{strictjson.Choice{Value: string(HalfYearly), NL: "per halfjaar", EN: "half-yearly"}, 6},
	{strictjson.Choice{Value: string(Yearly), NL: "per jaar", EN: "yearly"}, 12},
}

func (s *Schedule) bind(f *strictjson.Fields) {
	choices := make([]strictjson.Choice, len(frequencies))
	for i := range frequencies {
		choices[i] = frequencies[i].choice
	}
	f.Choice((*string)(&s.Frequency), strictjson.Spec{Name: "frequency", Choices: choices, NL: "Hoe vaak wordt er betaald?", EN: "How often is paid?"})
	f.Int(&s.DueDay, strictjson.Spec{Name: "dueDay", Min: 1, Max: 28, NL: "Op welke dag van de eerste maand?", EN: "On which day of the first month?"})
	f.Choice((*string)(&s.BudgetYear), strictjson.Spec{Name: "budgetYear", Choices: []strictjson.Choice{
		{Value: string(BudgetYearCalendar), NL: "kalenderjaar", EN: "calendar year"},
		{Value: string(BudgetYearSchool), NL: "schooljaar (vanaf 1 augustus)", EN: "school year (from 1 August)"},
	}, NL: "Begrotingsjaar", EN: "Budget year"})
	f.Choice((*string)(&s.By), strictjson.Spec{Name: "by", Choices: []strictjson.Choice{
		{Value: string(ByDays), NL: "naar dagen", EN: "by days"},
		{Value: string(ByMonths), NL: "naar maanden", EN: "by months"},
	}, NL: "Verdelen over begrotingsjaren", EN: "Divide over budget years"})
}

func (s *Schedule) check(c *checker) {
	if !c.a.Period.IsWholeMonths() {
		c.add(problemSchedulePeriod, "/period", "from", c.a.Period.From.String(), "until", c.a.Period.Until.String())
	}
}

var problemSchedulePeriod = &zio.ProblemKind{Code: "schedule.period", NL: "Een betaalschema heeft een periode van hele maanden nodig, geen {from} tot en met {until}.", EN: "A schedule needs a period of whole months, not {from} to {until}."}
