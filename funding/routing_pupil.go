package funding

import "github.com/zio-collectief/zio/zio"

// minutesOn are minutes per week of one pupil on a route.
type minutesOn struct {
	route   Route
	reason  Reason
	minutes int64
}

// pupil routes the minutes of one pupil by kind of care. The pupil counts once, on the route of the youth care when there is
// any, otherwise on the first route. What changes within the period splits every place by days.
func (t *Routing) pupil(list []assignment, in *set[zio.MunicipalityCode], period zio.Period, q *zio.Pupil, i int) []assignment {
	parts := t.stretches(period, q)
	if len(parts) == 0 {
		return append(list, assignment{index: i, site: q.Site, home: q.Home, pupils: 1, route: RouteGrey, reason: ReasonOutsidePeriod})
	}
	first := len(list)
	var room [8]minutesOn
	for k := range parts {
		part, before := &parts[k], len(list)
		for n, m := range t.places(room[:0], in, q, part) {
			s := assignment{index: i, site: q.Site, home: part.home, minutes: m.minutes, days: part.days, route: m.route, reason: m.reason, beside: n > 0}
			for _, earlier := range list[first:before] {
				s.again = s.again || earlier.route == m.route
			}
			list = join(list, first, s, period.Days())
		}
	}
	list[first].pupils = 1
	return list
}

// places are the minutes of a pupil by route in one stretch; the first is the one that counts the pupil.
func (t *Routing) places(list []minutesOn, in *set[zio.MunicipalityCode], q *zio.Pupil, part *stretch) []minutesOn {
	put := func(route Route, reason Reason, minutes int64) {
		for k := range list {
			if list[k].route == route && list[k].reason == reason {
				list[k].minutes += minutes
				return
			}
		}
		list = append(list, minutesOn{route, reason, minutes})
	}
	youth, grown := int64(0), int64(0)
	for i := range q.Needs {
		n := &q.Needs[i]
		route, _ := claim(q, n, part.wlz)
		switch {
		case route != RouteCollective:
		case part.adult && !(n.ExtendedYouthCare && !part.over23):
			grown += n.MinutesPerWeek
		default:
			youth += n.MinutesPerWeek
		}
	}
	school := youth + grown - t.afterEducation(youth+grown)
	fromYouth := min(school, youth)
	if youth > 0 {
		left := youth - fromYouth
		route, reason := t.youth(in, part.home, need{left, left, true}, part.status)
		put(route, reason, left)
	}
	if grown > 0 {
		left := grown - (school - fromYouth)
		route, reason := t.adults(), ReasonAdult
		if left == 0 {
			route, reason = RouteGrey, ReasonNoNeed
		}
		put(route, reason, left)
	}
	for i := range q.Needs {
		n := &q.Needs[i]
		if route, reason := claim(q, n, part.wlz); route != RouteCollective {
			put(route, reason, n.MinutesPerWeek)
		}
	}
	if school > 0 {
		put(RouteEducation, ReasonEducationShare, school)
	}
	if len(list) == 0 {
		put(RouteGrey, ReasonRouteUnknown, 0)
	}
	return list
}

// join adds a place of a stretch of a pupil, or its days to an earlier one with the same outcome.
func join(list []assignment, first int, s assignment, period int64) []assignment {
	for k := first; k < len(list); k++ {
		if p := &list[k]; p.home == s.home && p.route == s.route && p.reason == s.reason && p.minutes == s.minutes && p.beside == s.beside && p.days > 0 {
			if p.days += s.days; p.days == period {
				p.days = 0
			}
			return list
		}
	}
	return append(list, s)
}
