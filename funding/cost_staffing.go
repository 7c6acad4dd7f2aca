package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Staffing is care paid as posts (formatie), formula F04: fte times a rate per fte-year, for the months in which
// the posts exist. Each step of each post is rounded once to the cent and the steps are added.
type Staffing struct {
	RatePerFte money.Euro     `json:"ratePerFte"` // for one fte during twelve months
	Rounding   money.Rounding `json:"rounding"`
	Posts      []Post         `json:"posts"`
}

// Post is the staff of one site, or staff that several sites share (formatieplaats).
type Post struct {
	Label string       `json:"label"`
	Site  zio.SiteCode `json:"site,omitzero"` // zero: pooled over the sites
	Steps []PostStep   `json:"steps"`
}

// PostStep is the number of fte from the first day of a month on, until the next step or the end of the agreement.
type PostStep struct {
	From zio.Date  `json:"from"`
	Fte  money.Fte `json:"fte"`
}

var staffingRule = strictjson.Variant[Cost]{
	Rule: "staffing/1", New: func() Cost { return new(Staffing) }, Formulas: "F04",
	NL: "Formatie (fte)", EN: "Staffing (fte)",
	HintNL: "De partijen betalen vaste medewerkers in de school.", HintEN: "The parties pay fixed staff in the school.",
}

// Rule is "staffing/1".
func (s *Staffing) Rule() string { return staffingRule.Rule }

func (s *Staffing) bind(f *strictjson.Fields) {
	f.Code(&s.RatePerFte, strictjson.Spec{Name: "ratePerFte", Format: "euro", NL: "Bedrag per fte per jaar", EN: "Amount per fte per year"})
	f.Code(&s.Rounding, strictjson.Spec{Name: "rounding", Choices: money.RoundingChoices, NL: "Afronding per post", EN: "Rounding per post"})
	strictjson.List(f, &s.Posts, strictjson.Spec{Name: "posts", Min: 1, Max: 500, NL: "Formatieplaatsen", EN: "Posts"}, (*Post).bind)
}

func (p *Post) bind(f *strictjson.Fields) {
	f.Text(&p.Label, strictjson.Spec{Name: "label", Max: 100, NL: "Omschrijving", EN: "Label"})
	f.Code(&p.Site, strictjson.Spec{Name: "site", Optional: true, Format: "site", NL: "Vestiging", EN: "Site"})
	strictjson.List(f, &p.Steps, strictjson.Spec{Name: "steps", Min: 1, Max: 120, NL: "Omvang in de tijd", EN: "Size over time"}, (*PostStep).bind)
}

func (p *PostStep) bind(f *strictjson.Fields) {
	f.Code(&p.From, strictjson.Spec{Name: "from", Format: "date", NL: "Vanaf (eerste dag van een maand)", EN: "From (first day of a month)"})
	f.Code(&p.Fte, strictjson.Spec{Name: "fte", Format: "fte", NL: "Aantal fte", EN: "Number of fte"})
}

var (
	problemStepDay    = &zio.ProblemKind{Code: "staffing.step-not-first-of-month", NL: "Formatie verandert op de eerste dag van een maand; {date} is dat niet.", EN: "Staffing changes on the first day of a month; {date} is not one."}
	problemStepOrder  = &zio.ProblemKind{Code: "staffing.step-order", NL: "Zet de stappen op volgorde van datum, elke datum één keer.", EN: "Put the steps in order of date, each date once."}
	problemStepPeriod = &zio.ProblemKind{Code: "staffing.step-outside-period", NL: "{date} valt buiten de looptijd van {from} tot en met {until}.", EN: "{date} is outside the period from {from} to {until}."}
	problemMonths     = &zio.ProblemKind{Code: "staffing.period-not-months", NL: "Bij formatie begint de looptijd op de eerste dag van een maand en eindigt op een laatste dag. {from} tot en met {until} is dat niet.", EN: "With staffing the period starts on the first day of a month and ends on a last one. {from} to {until} does not."}
)

func (s *Staffing) check(c *checker) {
	c.notNegative("/ratePerFte", s.RatePerFte)
	period := c.a.Period
	if period.From.Day() != 1 || period.Until != period.Until.LastOfMonth() {
		c.add(problemMonths, "", "from", period.From.String(), "until", period.Until.String())
	}
	for i := range s.Posts {
		steps := s.Posts[i].Steps
		for j := range steps {
			pointer := at(at("/posts", i)+"/steps", j)
			switch from := steps[j].From; {
			case from.Day() != 1:
				c.add(problemStepDay, pointer+"/from", "date", from.String())
			case !period.Contains(from):
				c.add(problemStepPeriod, pointer+"/from", "date", from.String(), "from", period.From.String(), "until", period.Until.String())
			case j > 0 && !steps[j-1].From.Before(from):
				c.add(problemStepOrder, pointer+"/from")
			}
			c.plausible(pointer+"/fte", steps[j].Fte)
		}
	}
}

// monthsBetween counts the months from the first day of a month until the month of a later day.
func monthsBetween(from, to zio.Date) int64 {
	return int64(to.Year()-from.Year())*12 + int64(to.Month()-from.Month())
}

func (s *Staffing) cost(r *record) costOutcome {
	rate := r.agreed("ratePerFte", "/ratePerFte", s.RatePerFte.Exact(), UnitPerFte)
	year := r.constant("years-per-month", ratio(1, 12), UnitNumber)
	var amounts []value
	for i := range s.Posts {
		p := &s.Posts[i]
		for j := range p.Steps {
			count := monthsBetween(p.Steps[j].From, r.a.Period.Until) + 1 // the period ends with a month
			if j+1 < len(p.Steps) {
				count = monthsBetween(p.Steps[j].From, p.Steps[j+1].From)
			}
			key := itoa(int64(i+1)) + "." + itoa(int64(j+1))
			months := r.constant("months", money.ExactFromInt(count), UnitMonths)
			fte := r.agreed("fte", r.place(r.place("/posts", i, "/steps"), j, "/fte"), p.Steps[j].Fte.Exact(), UnitFte)
			amount := r.productRounded(step{name: "post-" + key, label: p.Label, unit: UnitEuro}, s.Rounding, fte, rate, months, year)
			amounts = append(amounts, amount)
		}
	}
	return costOutcome{total: r.sum(step{name: "cost", unit: UnitEuro}, amounts...)}
}

func (s *Staffing) words() []stepWords {
	return []stepWords{
		{"post-", "{label}: {fte#} fte, {months} {months|maand|maanden}, € {ratePerFte#} per fte per jaar: € {value#}.", "{label}: {fte#} fte, {months} {months|month|months}, €{ratePerFte#} per fte per year: €{value#}."},
		{"cost", "Samen kost de formatie € {value#}.", "Together the staffing costs €{value#}."},
	}
}
