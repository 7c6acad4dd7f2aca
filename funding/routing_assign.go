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
		s.route, s.reason = RouteWlz, ReasonWlz
	case zio.ClaimZvw:
		s.route, s.reason = RouteZvw, ReasonZvw
	case zio.ClaimWmo:
		s.route, s.reason = RouteWmo, ReasonAdult
	case zio.ClaimEducation:
		s.route, s.reason = RouteEducation, ReasonEducation
	case zio.ClaimPrevention:
		s.route, s.reason = RoutePrevention, ReasonPrevention
	case zio.ClaimJeugdwet:
		need := need{known: g.Band != nil}
		if need.known {
			need.min, need.max = t.afterEducation(g.Band.Min), t.afterEducation(g.Band.Max)
		}
		s.route, s.reason = t.youth(in, g.Home, need, g.Status, g.Adult)
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
	if t.SubtractEducation != "yes" {
		return minutes
	}
	return max(0, minutes-t.EducationMinutesPerWeek)
}

// youth applies R1 and R6 to R9 to care that falls under the Jeugdwet. An adult is never in the pool, so R9
// goes first; of the others the first that applies gives the reason.
func (t *Routing) youth(in *set[zio.MunicipalityCode], home zio.MunicipalityCode, n need, status zio.Status, adult bool) (Route, Reason) {
	if adult {
		if t.AdultRoute == "wmo" {
			return RouteWmo, ReasonAdult
		}
		return RouteGrey, ReasonAdult
	}
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
		return RouteIndividual, ReasonNotParticipating
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
		return RouteGrey, ReasonBandStraddles
	}
	return RouteIndividual, ReasonAboveThreshold
}

func (t *Threshold) Allows(minutes int64) bool {
	if t.Boundary == "at-most" {
		return minutes <= t.MinutesPerWeek
	}
	return minutes < t.MinutesPerWeek
}

// pupil routes the minutes of one pupil by kind of care. The pupil counts once, on the route of the youth
// care when there is any, otherwise on the first route. What changes within the period splits that place by days.
func (t *Routing) pupil(list []assignment, in *set[zio.MunicipalityCode], period zio.Period, q *zio.Pupil, i int) []assignment {
	parts := t.stretches(period, q)
	if len(parts) == 0 {
		return append(list, assignment{index: i, site: q.Site, home: q.Home, pupils: 1, route: RouteGrey, reason: ReasonOutsidePeriod})
	}
	first := len(list)
	place := func(minutes int64, route Route, reason Reason) {
		for k := first; k < len(list); k++ {
			if list[k].route == route && list[k].reason == reason {
				list[k].minutes += minutes
				return
			}
		}
		list = append(list, assignment{index: i, site: q.Site, home: parts[0].home, minutes: minutes, route: route, reason: reason})
	}
	youth := int64(0)
	for _, n := range q.Needs {
		if route, reason := claim(q, n); route == RouteCollective {
			youth += n.MinutesPerWeek
		} else {
			place(n.MinutesPerWeek, route, reason)
		}
	}
	left := t.afterEducation(youth)
	if school := youth - left; school > 0 {
		place(school, RouteEducation, ReasonEducation)
	}
	other := assignment{index: i, site: q.Site, route: RouteGrey, reason: ReasonRouteUnknown}
	if youth == 0 && len(list) > first { // the first route counts the pupil
		other = list[first]
		list = append(list[:first], list[first+1:]...)
	}
	counted := len(list)
	for _, part := range parts {
		s := other
		s.home, s.days = part.home, part.days
		if youth > 0 {
			s.minutes = left
			s.route, s.reason = t.youth(in, part.home, need{left, left, true}, part.status, part.adult)
		}
		list = join(list, counted, s, period.Days())
	}
	list[counted].pupils = 1
	return list
}

// join adds a stretch of a pupil, or its days to an earlier one with the same outcome.
func join(list []assignment, counted int, s assignment, period int64) []assignment {
	for k := counted; k < len(list); k++ {
		if p := &list[k]; p.home == s.home && p.route == s.route && p.reason == s.reason {
			if p.days += s.days; p.days == period {
				p.days = 0
			}
			return list
		}
	}
	return append(list, s)
}

// countedEarlier reports whether the minutes of this stretch were counted on the same route, in an earlier stretch of the
// same pupil.
func countedEarlier(list []assignment, i int) bool {
	s := &list[i]
	for k := i - 1; s.days > 0 && k >= 0 && !list[k].group && list[k].index == s.index; k-- {
		if list[k].days > 0 && list[k].route == s.route {
			return true
		}
	}
	return false
}

// claim applies R2 to R5 to one need of a pupil; RouteCollective stands for care under the Jeugdwet.
func claim(q *zio.Pupil, n zio.Need) (Route, Reason) {
	switch n.Kind {
	case zio.CareEducation:
		return RouteEducation, ReasonEducation
	case zio.CareUndetermined:
		return RouteGrey, ReasonUndetermined
	}
	if q.Wlz == zio.WlzGranted && !(q.MixedCauses && n.Kind != zio.CareNursing) {
		return RouteWlz, ReasonWlz
	}
	if q.Wlz == zio.WlzRefused && !q.MixedCauses {
		return RouteGrey, ReasonWlzNotApplied
	}
	if n.Kind == zio.CareNursing {
		return RouteZvw, ReasonNursing
	}
	if n.Kind == zio.CarePersonal && !n.WithGuidance {
		return RouteZvw, ReasonPersonalCare
	}
	return RouteCollective, ReasonPooled
}
