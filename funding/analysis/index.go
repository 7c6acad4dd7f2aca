package analysis

import (
	"strconv"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// IndexFigures are the yearly percentages of one part of a price (indexcijfers), such as OVA for wages.
type IndexFigures struct {
	ForecastNext money.Factor // forecast for the next year, per cent
	Definitive   money.Factor // definitive figure of this year
	ForecastThis money.Factor // what had been forecast for this year
}

// Indexed is a price after indexation, with what it was made of.
type Indexed struct {
	Wage     money.Exact // percentage of the wage part
	Material money.Exact // percentage of the material part
	Factor   money.Exact // by which the price is multiplied
	Exact    money.Exact // price before rounding, in eurocents
	Price    money.Euro
}

var problemWagePart = &zio.ProblemKind{Code: "index.wage-part", NL: "Het loondeel is een percentage van 0 tot en met 100, niet {value#}.", EN: "The wage part is a percentage from 0 to 100, not {value#}."}

// index is forecast of the next year and the correction of this year.
func (f IndexFigures) index() (money.Exact, error) {
	correction, err := f.Definitive.Exact().Sub(f.ForecastThis.Exact())
	if err != nil {
		return money.Exact{}, err
	}
	return f.ForecastNext.Exact().Add(correction)
}

// Index raises a price to the next year (indexatie), formula F18: each part by its forecast and the correction of the
// forecast before, weighed by the wage part in per cent. It is rounded once, by the mode.
func Index(price money.Euro, wagePart money.Factor, wage, material IndexFigures, mode money.Rounding) (Indexed, error) {
	if wagePart.Sign() < 0 || wagePart.Micros() > 100_000_000 {
		return Indexed{}, problemWagePart.At("", "value", wagePart.String())
	}
	var s sticky
	out := Indexed{Wage: s.ok(wage.index()), Material: s.ok(material.index())}
	rest := s.ok(money.ExactFromInt(100).Sub(wagePart.Exact()))
	sum := s.ok(s.ok(wagePart.Exact().Mul(out.Wage)).Add(s.ok(rest.Mul(out.Material))))
	out.Factor = s.ok(money.ExactFromInt(1).Add(s.ok(sum.QuoInt(10_000))))
	out.Exact = s.ok(price.Exact().Mul(out.Factor))
	if s.err != nil {
		return Indexed{}, s.err
	}
	var err error
	out.Price, err = out.Exact.Euro(mode)
	return out, err
}

// sticky keeps the first error of a row of calculations.
type sticky struct{ err error }

func (s *sticky) ok(x money.Exact, err error) money.Exact {
	if s.err == nil {
		s.err = err
	}
	return x
}

// CostPrice is a tariff per hour from its elements (kostprijs), formula F27: wage cost with allowances and social charges,
// over the productive hours, with overhead and risk. Percentages are in per cent. The values are the user's.
func CostPrice(wage money.Euro, allowances, social money.Factor, productiveHours int64, overhead, risk money.Factor, mode money.Rounding) (money.Euro, error) {
	if productiveHours <= 0 {
		return money.Euro{}, problemHours.At("/productiveHours", "value", strconv.FormatInt(productiveHours, 10))
	}
	var s sticky
	x := wage.Exact()
	for _, f := range [...]money.Factor{allowances, social, overhead, risk} {
		x = s.ok(x.Mul(s.ok(money.ExactFromInt(1).Add(s.ok(f.Exact().QuoInt(100))))))
	}
	x = s.ok(x.QuoInt(productiveHours))
	if s.err != nil {
		return money.Euro{}, s.err
	}
	return x.Euro(mode)
}

var problemHours = &zio.ProblemKind{Code: "cost-price.productive-hours", NL: "Het aantal productieve uren moet hoger zijn dan 0, niet {value#}.", EN: "The number of productive hours must be above 0, not {value#}."}

// AdmissionFunding is what so and vso receive (bekostiging naar toelaatbaarheidsverklaring), formula F28: per pupil the
// basis of the state and the amount of the category that the school alliance pays. The amounts are the user's: the sources
// give none for the running years.
func AdmissionFunding(basis money.Euro, categories []AdmissionCategory) (state, alliance money.Euro, err error) {
	for _, c := range categories {
		part, err := basis.MulInt(c.Pupils)
		if err == nil {
			state, err = state.Add(part)
		}
		if err == nil {
			part, err = c.Amount.MulInt(c.Pupils)
		}
		if err == nil {
			alliance, err = alliance.Add(part)
		}
		if err != nil {
			return money.Euro{}, money.Euro{}, err
		}
	}
	return state, alliance, nil
}

// AdmissionCategory is one category of admission statements (TLV): laag, midden or hoog.
type AdmissionCategory struct {
	Pupils int64
	Amount money.Euro // per pupil and year
}
