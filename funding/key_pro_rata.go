package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/figures"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// ProRata divides in proportion to a count (naar rato), formulas F01 and F22. What is counted is named: pupils or
// minutes of the population, or a series of its counts such as inhabitants or clients.
type ProRata struct {
	Basis           string    `json:"basis"`           // "enrolled-pupils", "eligible-pupils", "eligible-minutes", or the basis of a series
	Date            zio.Date  `json:"date,omitzero"`   // of a series: which one; zero: the only one of its basis
	Years           int64     `json:"years,omitempty"` // of a series: how many yearly counts up to Date are added; 3 is a three-year mean, 0 is one
	NonParticipants Uncovered `json:"nonParticipants"` // "redistribute" or "leave-as-gap"
}

var proRataRule = strictjson.Variant[Key]{
	Rule: "pro-rata/1", New: func() Key { return new(ProRata) }, Formulas: "F01 F22",
	NL: "Naar rato", EN: "Pro rata",
	HintNL: "Elke gemeente betaalt naar haar deel van een telling.", HintEN: "Every municipality pays by its part of a count.",
}

// Rule is "pro-rata/1".
func (k *ProRata) Rule() string { return proRataRule.Rule }

func (k *ProRata) bind(f *strictjson.Fields) {
	f.Text(&k.Basis, strictjson.Spec{Name: "basis", Max: 60, Format: "basis", NL: "Wat telt", EN: "What counts",
		HintNL: "enrolled-pupils (alle leerlingen), eligible-pupils (leerlingen in de pot), eligible-minutes, of een eigen telling zoals inhabitants.",
		HintEN: "enrolled-pupils, eligible-pupils (pupils in the pool), eligible-minutes, or a count of your own such as inhabitants."})
	f.Code(&k.Date, strictjson.Spec{Name: "date", Optional: true, Format: "date", NL: "Datum van de telling", EN: "Date of the count"})
	f.Int(&k.Years, strictjson.Spec{Name: "years", Optional: true, Min: 1, Max: 10, NL: "Aantal jaren samen", EN: "Number of years together",
		HintNL: "3 is het gemiddelde over drie jaar.", HintEN: "3 is the mean of three years."})
	f.Choice((*string)(&k.NonParticipants), strictjson.Spec{Name: "nonParticipants", Choices: nonParticipantChoices, NL: "Leerlingen uit gemeenten die niet meedoen", EN: "Pupils of municipalities that do not take part"})
}

func (k *ProRata) populationBasis() bool {
	return k.Basis == BasisEnrolled || k.Basis == BasisEligible || k.Basis == BasisEligibleMinutes
}

var (
	problemBasisDate   = &zio.ProblemKind{Code: "pro-rata.date-without-series", NL: "Bij {basis} hoort geen datum of aantal jaren: de teldatum staat in de populatie.", EN: "{basis} takes no date or years: the count date stands in the population."}
	problemYearsDate   = &zio.ProblemKind{Code: "pro-rata.years-without-date", NL: "Geef bij een telling over {years} jaren de datum van de laatste.", EN: "With a count over {years} years give the date of the last one."}
	problemSeries      = &zio.ProblemKind{Code: "pro-rata.series-missing", NL: "In de populatie staat geen telling {basis} op {date}.", EN: "The population has no count {basis} of {date}."}
	problemSeriesNone  = &zio.ProblemKind{Code: "pro-rata.basis-missing", NL: "In de populatie staat geen telling {basis}. Voeg die toe of kies wat anders telt.", EN: "The population has no count {basis}. Add it or choose what else counts."}
	problemSeriesMany  = &zio.ProblemKind{Code: "pro-rata.series-ambiguous", NL: "In de populatie staan meer tellingen {basis}. Geef de datum.", EN: "The population has more than one count {basis}. Give the date."}
	problemSeriesParty = &zio.ProblemKind{Code: "pro-rata.party-not-counted", NL: "Gemeente {party} doet mee, maar staat niet in de telling {basis} op {date}. Vul 0 in als dat zo is.", EN: "Municipality {party} takes part but is not in the count {basis} of {date}. Fill in 0 if that is so."}
)

func (k *ProRata) check(c *checker) {
	if k.populationBasis() && (!k.Date.IsZero() || k.Years != 0) {
		c.add(problemBasisDate, "/date", "basis", k.Basis)
	}
	if k.Years > 1 && k.Date.IsZero() {
		c.add(problemYearsDate, "/date", "years", itoa(k.Years))
	}
}

func (k *ProRata) weigh(r *record, of costOutcome) []weight {
	if k.populationBasis() {
		return r.weights(r.count(k.Basis), basisUnit(k.Basis), k.NonParticipants)
	}
	weights := r.weights(k.series(r), UnitNumber, k.NonParticipants)
	if k.Years > 1 && r.tracing() {
		for _, w := range weights {
			r.quotient(step{name: "mean", party: w.party, unit: UnitNumber}, w.v.as("weight"), r.agreed("years", "/years", money.ExactFromInt(k.Years), UnitNumber))
		}
	}
	return weights
}

// series adds the yearly counts of the basis per municipality.
func (k *ProRata) series(r *record) tallies {
	var homes tallies
	add := func(i int) {
		c := &r.p.Counts[i]
		for j := range c.Values {
			v := &c.Values[j]
			n := r.counted(k.Basis, r.place(r.place("/counts", i, "/values"), j, "/count"), money.ExactFromInt(v.Count), UnitNumber)
			if !figures.Only && c.Decimals > 0 {
				whole := int64(1)
				for range c.Decimals {
					whole *= 10
				}
				n = r.product(step{name: "read-" + c.Date.String(), party: v.Municipality.String(), unit: UnitNumber}, n, r.constant("decimals-"+itoa(c.Decimals), ratio(1, whole), UnitNumber)).as(k.Basis)
			}
			homes.add(v.Municipality, n)
		}
		for j := range r.a.Parties { // a participant without a count would pay nothing unseen
			if party := &r.a.Parties[j]; party.Participates && !hasCount(c, party.ID) {
				r.refuse(problemSeriesParty, "/basis", "party", party.ID, "basis", c.Basis, "date", c.Date.String())
			}
		}
	}
	date := k.Date
	if date.IsZero() {
		found := -1
		for i := range r.p.Counts {
			if r.p.Counts[i].Basis == k.Basis {
				if found >= 0 {
					r.refuse(problemSeriesMany, "/date", "basis", k.Basis)
					return nil
				}
				found = i
			}
		}
		if found < 0 {
			r.refuse(problemSeriesNone, "/basis", "basis", k.Basis)
			return nil
		}
		add(found)
	} else {
		for year := max(k.Years, 1) - 1; year >= 0; year-- {
			want := date.AddMonths(-12 * year)
			found := false
			for i := range r.p.Counts {
				if r.p.Counts[i].Basis == k.Basis && r.p.Counts[i].Date == want {
					add(i)
					found = true
				}
			}
			if !found {
				r.refuse(problemSeries, "/basis", "basis", k.Basis, "date", want.String())
				return nil
			}
		}
	}
	return homes
}

func hasCount(c *zio.Count, party string) bool {
	code, err := zio.ParseMunicipalityCode(party)
	for i := 0; err == nil && i < len(c.Values); i++ {
		if c.Values[i].Municipality == code {
			return true
		}
	}
	return false
}

func (k *ProRata) words() []stepWords {
	return append([]stepWords{
		{"mean-gap", "Gemeenten die niet meedoen: in {years#} jaar samen {weight#}, gemiddeld {value#} per jaar.", "Municipalities that do not take part: {weight#} in {years#} years, {value#} a year on average."},
		{"mean", "{party}: in {years#} jaar samen {weight#}, gemiddeld {value#} per jaar.", "{party}: {weight#} in {years#} years, {value#} a year on average."},
	}, weightWords...)
}
