package funding

import (
	"slices"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/figures"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// tally is what one home municipality counts for a key or a cost: the numbers and the places they come from.
type tally struct {
	home   zio.MunicipalityCode // zero: unknown or abroad
	inputs []value
}

func (t tally) compare(home zio.MunicipalityCode) int { return t.home.Compare(home) }

// tallies holds a tally per home municipality, in order of code.
type tallies []tally

// add adds a number to the tally of a home municipality.
func (l *tallies) add(home zio.MunicipalityCode, v value) {
	i, found := slices.BinarySearchFunc(*l, home, tally.compare)
	if !found {
		*l = slices.Insert(*l, i, tally{home: home})
	}
	(*l)[i].inputs = append((*l)[i].inputs, v)
}

// of is what a home municipality counts; nil when it counts nothing.
func (l tallies) of(home zio.MunicipalityCode) []value {
	if i, found := slices.BinarySearchFunc(l, home, tally.compare); found {
		return l[i].inputs
	}
	return nil
}

// Bases that are counted from the pupils of the population; every other basis is a series in its counts.
const (
	BasisEnrolled        = "enrolled-pupils"  // every pupil of the sites
	BasisEligible        = "eligible-pupils"  // pupils on the route of the component: those in its pool
	BasisEligibleMinutes = "eligible-minutes" // their minutes per week on that route
	BasisOwnCost         = "own-cost"         // of own use: what the cost rule says of each home municipality
)

// pupilBases are the bases that count pupils.
var pupilBases = []strictjson.Choice{
	{Value: BasisEnrolled, NL: "leerlingen op school", EN: "pupils at school"},
	{Value: BasisEligible, NL: "leerlingen in de pot", EN: "pupils in the pool"},
}

// basisUnit is the unit of what is counted from the pupils.
func basisUnit(basis string) string {
	if basis == BasisEligibleMinutes {
		return UnitMinutes
	}
	return UnitPupils
}

var problemMinutes = &zio.ProblemKind{Code: "population.minutes-missing", NL: "Van leerlingen die hier meetellen, zijn de minuten niet bekend. Vul ze in bij de populatie.", EN: "The minutes of pupils that count here are not known. Fill them in in the population."}

// count counts the pupils or minutes of the component's sites and route per home municipality, in order of code. A pupil who is
// there for some of the days counts for that part. Minutes that are not known are a problem: who has them would
// bear nothing unseen.
func (r *record) count(basis string) tallies {
	var homes tallies
	for i := range r.assigned {
		s := &r.assigned[i]
		if basis != BasisEnrolled && s.route != r.component.Route || s.reason == ReasonOutsidePeriod || !r.inSites(s.site) {
			continue
		}
		if !figures.Only && r.category != nil && r.categoryOf(s) != *r.category {
			continue
		}
		n, member, unit := s.pupils, "/pupils", UnitPupils
		switch {
		case basis == BasisEligibleMinutes:
			n, member, unit = s.minutes, "/minutesPerWeek", UnitMinutes
			if s.group && n == 0 && s.pupils > 0 {
				r.problems = append(r.problems, problemMinutes.At(s.pointer(member)))
				return nil
			}
		case !s.group && s.days > 0 && !s.beside:
			n = 1
		}
		if n == 0 && (!s.group || basis == BasisEligibleMinutes) {
			continue
		}
		x := money.ExactFromInt(n)
		if s.days > 0 {
			x = r.ok(x.Mul(ratio(s.days, r.a.Period.Days())))
		}
		if s.group && basis != BasisEligibleMinutes {
			homes.add(s.home, r.countedPupils(unit, s.index, x))
		} else {
			homes.add(s.home, r.counted(unit, r.located(s, member), x, unit))
		}
	}
	return homes
}

// categoryOf is the category of the pupils of an assignment; "" for none.
func (r *run) categoryOf(s *assignment) string {
	if s.group {
		return r.p.Groups[s.index].Category
	}
	return r.p.Pupils[s.index].Category
}
