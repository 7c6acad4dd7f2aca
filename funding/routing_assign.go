package funding

import (
	"github.com/zio-collectief/zio/zio"
)

// assignment places the pupils or minutes of one group or pupil line on a route.
type assignment struct {
	index   int  // in the groups or the pupils of the population
	group   bool // whether index is one of a group
	site    zio.SiteCode
	home    zio.MunicipalityCode
	pupils  int64 // 0 for the minutes that a pupil has on a second route, and for a later stretch
	minutes int64 // per school week; 0 when not known
	days    int64 // days of the period for which it holds; 0: the whole period
	beside  bool  // minutes of a pupil that another assignment of the same days counts
	again   bool  // whether the minutes of the pupil on this route were seen in an earlier stretch
	route   Route
	reason  Reason
}

// pointer is the place in the population of a member of the group, or of the pupil.
func (a *assignment) pointer(member string) string {
	if a.group {
		return at("/groups", a.index) + member
	}
	return at("/pupils", a.index)
}

// assign routes every group and pupil of the population by rules R1 to R9. Each pupil is in exactly one
// assignment that has pupils.
func assign(a *Agreement, p *zio.Population, in *set[zio.MunicipalityCode]) []assignment {
	list := make([]assignment, 0, len(p.Groups)+len(p.Pupils))
	for i := range p.Groups {
		list = append(list, a.Routing.group(in, &p.Groups[i], i))
	}
	for i := range p.Pupils {
		list = a.Routing.pupil(list, in, a.Period, &p.Pupils[i], i)
	}
	return list
}

// participants are the municipalities that take part.
func participants(a *Agreement) *set[zio.MunicipalityCode] {
	in := &set[zio.MunicipalityCode]{codes: make([]zio.MunicipalityCode, 0, len(a.Parties))}
	for i := range a.Parties {
		if a.Parties[i].Participates {
			if code, err := zio.ParseMunicipalityCode(a.Parties[i].ID); err == nil {
				in.add(code)
			}
		}
	}
	return in
}

// group routes group i of the population.
func (t *Routing) group(in *set[zio.MunicipalityCode], g *zio.Group, i int) assignment {
	s := assignment{index: i, group: true, site: g.Site, home: g.Home, pupils: g.Pupils, minutes: g.MinutesPerWeek}
	switch g.Route {
	case zio.ClaimWlz:
		s.route, s.reason = RouteWlz, ReasonWlzRight
	case zio.ClaimZvw:
		s.route, s.reason = RouteZvw, ReasonZvwRight
	case zio.ClaimWmo:
		s.route, s.reason = RouteWmo, ReasonAdult
	case zio.ClaimEducation:
		s.route, s.reason = RouteEducation, ReasonEducationShare
	case zio.ClaimPrevention:
		s.route, s.reason = RoutePrevention, ReasonPrevention
	case zio.ClaimJeugdwet:
		need := need{known: g.Band != nil}
		if need.known {
			need.min, need.max = t.afterEducation(g.Band.Min), t.afterEducation(g.Band.Max)
		}
		if g.Adult && !g.ExtendedYouthCare { // an adult is in the pool only with help that began before 18
			s.route, s.reason = t.adults()
		} else {
			s.route, s.reason = t.youth(in, g.Home, need, g.Status)
		}
	default:
		s.route, s.reason = RouteGrey, ReasonRouteUnknown
	}
	return s
}

// need is the range of minutes per week in which a need lies.
type need struct {
	min, max int64
	known    bool
}

// afterEducation is what is left of a need when the minutes of the school come off first.
func (t *Routing) afterEducation(minutes int64) int64 {
	if t.SubtractEducation != Yes {
		return minutes
	}
	return max(0, minutes-t.EducationMinutesPerWeek)
}

// adults applies R9: who pays for care that was youth care until the pupil was 18.
func (t *Routing) adults() (Route, Reason) {
	if t.AdultRoute == AdultsWmo {
		return RouteWmo, ReasonAdult
	}
	return RouteGrey, ReasonAdult
}

// youth applies R1 and R6 to R8 to care that falls under the Jeugdwet: the first that applies gives the reason.
func (t *Routing) youth(in *set[zio.MunicipalityCode], home zio.MunicipalityCode, n need, status zio.Status) (Route, Reason) {
	if home.IsZero() {
		return RouteGrey, ReasonHomeUnknown
	}
	if n.known && n.max == 0 {
		return RouteGrey, ReasonNoNeed
	}
	route, reason := t.threshold(n)
	switch {
	case route == RouteIndividual: // R6
	case !in.has(home):
		return RouteIndividual, ReasonHomeNotParticipating
	case status == zio.StatusRunningDecision:
		return RouteIndividual, ReasonRunningDecision
	case status == zio.StatusParentsDecline:
		return RouteIndividual, ReasonParentsDecline
	}
	return route, reason
}

// threshold applies R6.
func (t *Routing) threshold(n need) (Route, Reason) {
	if t.Threshold == nil {
		return RouteCollective, ReasonPooled
	}
	if !n.known {
		return RouteGrey, ReasonNeedUnknown
	}
	low, high := t.Threshold.Allows(n.min), t.Threshold.Allows(n.max)
	switch {
	case low && high:
		return RouteCollective, ReasonPooled
	case low:
		return RouteGrey, ReasonBandStraddlesThreshold
	}
	return RouteIndividual, ReasonAboveThreshold
}

func (t *Threshold) Allows(minutes int64) bool {
	if t.Boundary == AtMost {
		return minutes <= t.MinutesPerWeek
	}
	return minutes < t.MinutesPerWeek
}
