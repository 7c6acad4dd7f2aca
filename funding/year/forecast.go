package year

import (
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// Assumptions are what a forecast takes for granted (aannames). They are the user's: no source gives them.
type Assumptions struct {
	Years    int            // how many years, with the year of the agreement as the first: 1 to 10; a municipal budget shows four
	Prices   []PriceIndex   // numbers of the agreement that rise each year
	Growth   []Growth       // of pupils, per home municipality; of who is not named it stays as it is
	Rounding money.Rounding // of each indexed price, to its smallest unit, each year anew
}

// PriceIndex is by how much a number of the agreement rises each year (indexatie): the wage part by one percentage and the rest by another.
type PriceIndex struct {
	Pointer  string       // JSON Pointer in the agreement, such as "/components/0/cost/rate"
	WagePart money.Factor // per cent of the price that is wages, 0 to 100
	Wage     money.Factor // per cent a year
	Material money.Factor // per cent a year, of the rest
}

// Growth is how the pupils of a home municipality grow each year, in per cent; below zero they become fewer (groei). Each year is
// counted from the first, and rounded half up to whole pupils.
type Growth struct {
	Home    zio.MunicipalityCode
	Percent money.Factor
}

// Forecasted is one year of a forecast: what it was calculated from and what it comes to.
type Forecasted struct {
	Agreement  *funding.Agreement
	Population *zio.Population
	Result     *funding.Result
}

var (
	problemForecastYears  = &zio.ProblemKind{Code: "forecast.years", NL: "Kies 1 tot en met 10 jaren.", EN: "Choose 1 to 10 years."}
	problemForecastPeriod = &zio.ProblemKind{Code: "forecast.period", NL: "Een raming heeft een overeenkomst van één jaar nodig, geen {from} tot en met {until}.", EN: "A forecast needs an agreement of one year, not {from} to {until}."}
	problemForecastWage   = &zio.ProblemKind{Code: "forecast.wage-part", NL: "Het loondeel is een percentage van 0 tot en met 100, niet {value#}.", EN: "The wage part is a percentage from 0 to 100, not {value#}."}
	problemForecastPupils = &zio.ProblemKind{Code: "forecast.pupil-lines", NL: "Groei is alleen te ramen voor aantallen, niet voor leerlingen op een eigen regel.", EN: "Growth can be forecast of counts only, not of pupils with a line of their own."}
)

// Forecast is the agreement over the next years (meerjarenraming): prices rise by their index, pupils by the growth of their home municipality, and
// a party whose time has ended takes part no more. Each year is a calculation of its own with its own trace. The division,
// the key and all else stay as they are.
func Forecast(a *funding.Agreement, p *zio.Population, in Assumptions) ([]Forecasted, zio.Problems) {
	if a == nil || p == nil {
		return nil, zio.Problems{problemNothing.At("")}
	}
	if in.Years < 1 || in.Years > 10 {
		return nil, zio.Problems{problemForecastYears.At("")}
	}
	if a.Period.MonthsTouched() != 12 || !a.Period.IsWholeMonths() {
		return nil, zio.Problems{problemForecastPeriod.At("/period", "from", a.Period.From.String(), "until", a.Period.Until.String())}
	}
	if len(in.Growth) > 0 && len(p.Pupils) > 0 {
		return nil, zio.Problems{problemForecastPupils.At("/pupils")}
	}
	var out []Forecasted
	priced := a
	for k := range in.Years {
		if k > 0 {
			var problems zio.Problems
			if priced, problems = indexed(priced, in); len(problems) > 0 {
				return nil, problems
			}
		}
		next := shifted(priced, int64(12*k))
		people, err := grown(p, in.Growth, k)
		if err != nil {
			return nil, problemsOf(err)
		}
		x, problems := funding.Calculate(next, people)
		if len(problems) > 0 {
			return nil, problems
		}
		out = append(out, Forecasted{next, people, x})
	}
	return out, nil
}

// indexed raises the prices of an agreement by one year.
func indexed(a *funding.Agreement, in Assumptions) (*funding.Agreement, zio.Problems) {
	hundred := money.ExactFromInt(100)
	for _, price := range in.Prices {
		if price.WagePart.Sign() < 0 || price.WagePart.Exact().Compare(hundred) > 0 {
			return nil, zio.Problems{problemForecastWage.At("", "value", price.WagePart.String())}
		}
		parameter, err := analysis.ParameterOf(a, nil, price.Pointer)
		if err != nil {
			return nil, problemsOf(err)
		}
		value, err := raised(parameter.Value, price, in.Rounding)
		if err != nil {
			return nil, problemsOf(err)
		}
		var problems zio.Problems
		if a, _, problems = parameter.In(a, nil, value); len(problems) > 0 {
			return nil, problems
		}
	}
	return a, nil
}

// raised is a value times one plus its index: (wage part x wage + rest x material) / 10,000.
func raised(value int64, price PriceIndex, mode money.Rounding) (int64, error) {
	rest, err := money.ExactFromInt(100).Sub(price.WagePart.Exact())
	if err != nil {
		return 0, err
	}
	wage, err := price.WagePart.Exact().Mul(price.Wage.Exact())
	if err != nil {
		return 0, err
	}
	material, err := rest.Mul(price.Material.Exact())
	if err != nil {
		return 0, err
	}
	index, err := wage.Add(material)
	if err != nil {
		return 0, err
	}
	factor, err := index.Add(money.ExactFromInt(10_000))
	if err != nil {
		return 0, err
	}
	x, err := factor.MulInt(value)
	if err != nil {
		return 0, err
	}
	if x, err = x.QuoInt(10_000); err != nil {
		return 0, err
	}
	return x.Round(mode)
}

// shifted is the agreement some months later; a party whose time does not touch that period takes no part.
func shifted(a *funding.Agreement, months int64) *funding.Agreement {
	b := *a
	b.Period = zio.Period{From: a.Period.From.AddMonths(months), Until: a.Period.Until.AddDays(1).AddMonths(months).AddDays(-1)}
	b.Parties = append([]funding.Party(nil), a.Parties...)
	for i := range b.Parties {
		p := &b.Parties[i]
		switch {
		case p.From.After(b.Period.Until), !p.Until.IsZero() && p.Until.Before(b.Period.From):
			p.Participates, p.From, p.Until = false, zio.Date{}, zio.Date{}
			continue
		}
		if !p.From.After(b.Period.From) {
			p.From = zio.Date{}
		}
		if !p.Until.Before(b.Period.Until) {
			p.Until = zio.Date{}
		}
	}
	return &b
}

// grown is the population after some years of growth.
func grown(p *zio.Population, growth []Growth, years int) (*zio.Population, error) {
	if len(growth) == 0 || years == 0 {
		return p, nil
	}
	q := *p
	q.Groups = append([]zio.Group(nil), p.Groups...)
	for i := range q.Groups {
		g := &q.Groups[i]
		for _, rate := range growth {
			if rate.Home != g.Home {
				continue
			}
			for _, n := range [...]*int64{&g.Pupils, &g.Fewest, &g.Most, &g.MinutesPerWeek} {
				x := money.ExactFromInt(*n)
				factor, err := rate.Percent.Exact().Add(money.ExactFromInt(100))
				if err != nil {
					return nil, err
				}
				for range years {
					if x, err = x.Mul(factor); err == nil {
						x, err = x.QuoInt(100)
					}
					if err != nil {
						return nil, err
					}
				}
				if *n, err = x.Round(money.HalfUp); err != nil {
					return nil, err
				}
			}
		}
	}
	return &q, nil
}
