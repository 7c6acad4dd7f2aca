package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// tally is what one home municipality counts for a key or a cost: the numbers and the places they come from.
type tally struct {
	home   zio.MunicipalityCode // zero: unknown or abroad
	inputs []value
}

// tallyList holds a tally per home municipality, in order of code.
type tallyList struct {
	list []tally
	last int // which was asked for last; the next one is mostly behind it
}

// of is the tally of a home municipality; it is there until the next one is asked for.
func (l *tallyList) of(home zio.MunicipalityCode) *tally {
	s := seekTally(l.list, l.last+1, home)
	if !s.found {
		l.list = insert(l.list, s.at, tally{home: home})
	}
	l.last = s.at
	return &l.list[s.at]
}

// seekTally seeks the tally of a home municipality in a list in order of code.
func seekTally(list []tally, guess int, home zio.MunicipalityCode) seek {
	s := seekIn(len(list), guess)
	for s.on() {
		s.compared(list[s.at].home.Compare(home))
	}
	return s
}

// tallied is what was counted before; cost and key often count the same.
type tallied struct {
	basis string
	list  []tally
}

// Bases that are counted from the pupils of the population; every other basis is a series in its counts.
const (
	BasisEnrolled        = "enrolled-pupils"  // every pupil of the sites
	BasisEligible        = "eligible-pupils"  // pupils in the pool
	BasisEligibleMinutes = "eligible-minutes" // minutes per week in the pool
	BasisOwnCost         = "own-cost"         // of own use: what the cost rule says of each home municipality
)

var problemMinutes = &zio.ProblemKind{Code: "population.minutes-missing", NL: "Van {pupils#} leerlingen in de pot zijn de minuten niet bekend. Vul ze in bij de populatie.", EN: "Of {pupils#} pupils in the pool the minutes are not known. Fill them in in the population."}

// tallies counts the pupils or minutes of the component's sites per home municipality, in order of code. A pupil who is
// there for some of the days counts for that part. Minutes that are not known are a problem: who has them would
// bear nothing unseen.
func (r *run) tallies(basis string) []tally {
	for _, t := range r.tallied {
		if t.basis == basis {
			return t.list
		}
	}
	homes := tallyList{last: -1}
	for i := range r.assigned {
		s := &r.assigned[i]
		if basis != BasisEnrolled && s.route != RouteCollective || s.reason == ReasonOutsidePeriod || !r.inSites(s.site) {
			continue
		}
		n, member, unit := s.pupils, "/pupils", UnitPupils
		switch {
		case basis == BasisEligibleMinutes:
			n, member, unit = s.minutes, "/minutesPerWeek", UnitMinutes
			if s.group && n == 0 && s.pupils > 0 {
				r.problems = append(r.problems, problemMinutes.At(s.pointer(member), "pupils", itoa(s.pupils)))
				return nil
			}
		case !s.group && s.days > 0:
			n = 1
		}
		if n == 0 && (!s.group || basis == BasisEligibleMinutes) {
			continue
		}
		x := money.ExactFromInt(n)
		if s.days > 0 {
			x = r.ok(x.Mul(ratio(s.days, r.a.Period.Days())))
		}
		t := homes.of(s.home)
		if s.group && basis != BasisEligibleMinutes {
			t.inputs = append(t.inputs, r.countedPupils(unit, s.index, x))
		} else {
			t.inputs = append(t.inputs, r.counted(unit, r.located(s, member), x, unit))
		}
	}
	r.tallied = append(r.tallied, tallied{basis, homes.list})
	return homes.list
}

func (r *run) inSites(site zio.SiteCode) bool {
	if len(r.component.Sites) == 0 {
		return true
	}
	if r.sites == nil {
		r.sites = new(set[zio.SiteCode])
		for _, s := range r.component.Sites {
			r.sites.add(s)
		}
	}
	return r.sites.has(site)
}

// pooledPupils is the number of pupils in the pool, with a step per home municipality and one for all.
func (r *run) pooledPupils() value {
	list := r.tallies(BasisEligible)
	inputs := make([]value, len(list))
	for i := range list {
		code := list[i].home.String()
		inputs[i] = r.sum(step{name: "pooled-pupils", party: code, unit: UnitPupils}, list[i].inputs...).as(code)
	}
	return r.sum(step{name: "pooled-pupils-total", unit: UnitPupils}, inputs...)
}
