package oracle

import (
	"math/big"
	"slices"
	"time"
)

// place is where pupils or minutes go, and for which part of the days of the period.
type place struct {
	site, home    string
	route, reason string
	pupils        int64 // 1 for the one place of a pupil where it counts in the overview
	minutes       int64 // per week
	part          *big.Rat
	group         bool // whose minutes may be unknown
	whole         bool // whether it is the place of its days that counts the pupil (youth care, or the first need)
	first         bool // whether no earlier kind of day has the route
	day           any  // the kind of day
}

func (m *Model) placeGroup(i int) place {
	g := &m.p.Groups[i]
	s := place{site: g.Site, home: g.Home, pupils: g.Pupils, minutes: g.MinutesPerWeek, part: rat(1), whole: true, group: true}
	switch g.Route {
	case "wlz":
		s.route, s.reason = "wlz", "wlz-right"
	case "zvw":
		s.route, s.reason = "zvw", "zvw-right"
	case "wmo":
		s.route, s.reason = "wmo", "adult"
	case "education":
		s.route, s.reason = "education", "education-share"
	case "prevention":
		s.route, s.reason = "prevention", "prevention"
	case "jeugdwet":
		low, high := int64(-1), int64(-1)
		if g.Band != nil {
			low, high = m.left(g.Band.Min), m.left(g.Band.Max)
		}
		s.route, s.reason = m.youth(g.Home, low, high, g.Status)
		if g.Adult && !g.ExtendedYouthCare {
			s.route, s.reason = m.adultRoute(), "adult"
		}
	default:
		s.route, s.reason = "grey", "route-unknown"
	}
	return s
}

// left is what is left of a need after the minutes of the school, when these come off first.
func (m *Model) left(minutes int64) int64 {
	if m.a.Routing.SubtractEducation == "yes" {
		minutes -= m.a.Routing.EducationMinutesPerWeek
	}
	return max(minutes, 0)
}

func (m *Model) adultRoute() string {
	if m.a.Routing.AdultRoute == "wmo" {
		return "wmo"
	}
	return "grey"
}

// youth places care under the Jeugdwet; a need from -1 is not known.
func (m *Model) youth(home string, low, high int64, status string) (route, reason string) {
	if home == "" {
		return "grey", "home-unknown"
	}
	if high == 0 {
		return "grey", "no-need"
	}
	in := func(minutes int64) bool {
		t := m.a.Routing.Threshold
		return minutes < t.MinutesPerWeek || minutes == t.MinutesPerWeek && t.Boundary == "at-most"
	}
	threshold := m.a.Routing.Threshold != nil
	if threshold && high >= 0 && !in(low) {
		return "jeugdwet-individual", "above-threshold"
	}
	if !m.participants[home] {
		return "jeugdwet-individual", "home-not-participating"
	}
	if status != "" {
		return "jeugdwet-individual", status
	}
	if threshold && high < 0 {
		return "grey", "need-unknown"
	}
	if threshold && !in(high) {
		return "grey", "band-straddles-threshold"
	}
	return "jeugdwet-collective", "pooled"
}

// placePupil looks at the pupil on every day of the period.
func (m *Model) placePupil(q *pupilDocument) []place {
	w := m.a.Routing.Within
	from, until := day(q.From), day(q.Until)
	turns, decision, right := day(q.Turns18), day(q.DecisionUntil), day(q.WlzFrom)
	turns23 := 0
	if q.Turns18 != "" { // five years on; Go makes 1 March of 29 February where there is none
		d, err := time.Parse(time.DateOnly, q.Turns18)
		if err != nil {
			panic(err)
		}
		turns23 = day(d.AddDate(5, 0, 0).Format(time.DateOnly))
	}
	moved := make([]int, len(q.Moves))
	for i := range q.Moves {
		moved[i] = day(q.Moves[i].On)
	}
	homeOn := func(d int) string {
		home := q.Home
		for i := range moved {
			if moved[i] <= d {
				home = q.Moves[i].To
			}
		}
		return home
	}
	type state struct {
		home, status       string
		adult, over23, wlz bool
	}
	var states []state
	count := map[state]int64{}
	for d := m.from; d <= m.until; d++ {
		if w.JoinLeave == "by-days" && (from != 0 && d < from || until != 0 && d > until) {
			continue
		}
		s := state{home: homeOn(d)}
		switch w.Move {
		case "old-home":
			s.home = homeOn(m.from)
		case "new-home":
			s.home = homeOn(m.until)
		}
		last := d // the day on which a birthday must have been
		if w.Adult == "not-at-all" {
			last = m.until
		}
		s.adult, s.over23 = turns != 0 && turns <= last, turns != 0 && turns23 <= last
		if q.Wlz == "granted" {
			last = d
			if w.Wlz == "not-at-all" {
				last = m.until
			}
			s.wlz = right <= last // a right without a first day was there all along
		}
		if q.ParentsDecline {
			s.status = "parents-decline"
		}
		running := decision >= d
		if w.DecisionEnd == "not-at-all" {
			running = decision >= m.from
		}
		if decision != 0 && running {
			s.status = "running-decision"
		}
		if count[s] == 0 {
			states = append(states, s)
		}
		count[s]++
	}
	if len(states) == 0 {
		return []place{{site: q.Site, home: q.Home, route: "grey", reason: "outside-period", pupils: 1, part: new(big.Rat), whole: true, first: true}}
	}

	// The places of each kind of day, those of one outcome together: first the one that counts the pupil.
	var list []place
	for _, s := range states {
		for i, one := range m.placesOfDay(q, s.home, s.status, s.adult, s.over23, s.wlz) {
			one.whole, one.part = i == 0, big.NewRat(count[s], m.days())
			same := slices.IndexFunc(list, func(o place) bool {
				return o.home == one.home && o.route == one.route && o.reason == one.reason && o.minutes == one.minutes && o.whole == one.whole
			})
			if same >= 0 {
				list[same].part = plus(list[same].part, one.part)
			} else {
				one.first = !slices.ContainsFunc(list, func(o place) bool { return o.route == one.route && o.day != s })
				one.day = s
				list = append(list, one)
			}
		}
	}
	list[0].pupils = 1
	return list
}

// placesOfDay are where the minutes of a pupil go on one day. What the municipality must provide comes first, then what it must
// for adults, then the rest in the order of the needs; the share of the school stands last.
func (m *Model) placesOfDay(q *pupilDocument, home, status string, adult, over23, wlz bool) []place {
	var list []place
	put := func(route, reason string, n int64) {
		for i := range list {
			if list[i].route == route && list[i].reason == reason {
				list[i].minutes += n
				return
			}
		}
		list = append(list, place{site: q.Site, home: home, route: route, reason: reason, minutes: n})
	}
	insured := func(n needDocument) (route, reason string) {
		switch {
		case n.Kind == "education-support":
			return "education", "education-share"
		case n.Kind == "undetermined":
			return "grey", "undetermined"
		case wlz && n.Kind == "nursing":
			return "wlz", "wlz-right"
		case wlz && !q.MixedCauses && n.Kind == "treatment":
			return "grey", "treatment-beside-wlz"
		case wlz && !q.MixedCauses:
			return "wlz", "wlz-right"
		case n.Kind == "nursing":
			return "zvw", "nursing"
		case n.Ground == "medical":
			return "zvw", "personal-care-medical"
		case q.Wlz == "refuses" && !q.MixedCauses:
			return "grey", "wlz-refused"
		}
		return "", ""
	}
	youth, grown := int64(0), int64(0)
	for _, n := range q.Needs {
		if route, _ := insured(n); route == "" {
			if adult && (over23 || !n.ExtendedYouthCare) {
				grown += n.MinutesPerWeek
			} else {
				youth += n.MinutesPerWeek
			}
		}
	}
	before := youth + grown
	school := before - m.left(before) // off the youth care first
	if youth > 0 {
		left := max(youth-school, 0)
		route, reason := m.youth(home, left, left, status)
		put(route, reason, left)
	}
	if grown > 0 {
		if left := min(grown, before-school); left > 0 {
			put(m.adultRoute(), "adult", left)
		} else {
			put("grey", "no-need", 0)
		}
	}
	for _, n := range q.Needs {
		if route, reason := insured(n); route != "" {
			put(route, reason, n.MinutesPerWeek)
		}
	}
	if school > 0 {
		put("education", "education-share", school)
	}
	if len(list) == 0 {
		put("grey", "route-unknown", 0)
	}
	return list
}

// overview counts pupils and minutes as the routing shows them: a pupil once, its minutes once per route, and per
// reason and home municipality.
func (m *Model) overview() routingDocument {
	x := routingDocument{Pupils: m.pupils(), EducationMinutesPerWeek: m.pupils() * m.a.Routing.EducationMinutesPerWeek}
	homes, exclusions, routes := map[string]*homeCount{}, map[excluded]*excluded{}, map[string]*routeCount{}
	charged := func(p place) bool { // by a component of the route and the site
		return slices.ContainsFunc(m.a.Components, func(c componentDocument) bool { return c.Route == p.route && c.has(p.site) })
	}
	minutes := func(p place) {
		routes[p.route].MinutesPerWeek += p.minutes
		if !charged(p) {
			routes[p.route].UnchargedPerWeek += p.minutes
		}
	}
	see := func(p place, again bool) {
		if homes[p.home] == nil {
			homes[p.home] = &homeCount{Home: p.home}
		}
		if routes[p.route] == nil {
			routes[p.route] = &routeCount{Route: p.route}
		}
		homes[p.home].Pupils += p.pupils
		routes[p.route].Pupils += p.pupils
		if !again {
			minutes(p)
		}
		if p.route == "jeugdwet-collective" {
			homes[p.home].Pooled += p.pupils
			x.Pooled += p.pupils
			return
		}
		k := excluded{Reason: p.reason, Route: p.route, Home: p.home}
		if exclusions[k] == nil {
			exclusions[k] = &excluded{Reason: p.reason, Route: p.route, Home: p.home}
		}
		exclusions[k].Pupils += p.pupils
		exclusions[k].MinutesPerWeek += p.minutes
	}
	for i, p := range m.groups {
		if m.p.Groups[i].Pupils > 0 || p.route == "jeugdwet-collective" {
			see(p, false)
			continue
		}
		if homes[p.home] == nil { // shown as a home, though it counts nobody
			homes[p.home] = &homeCount{Home: p.home}
		}
		if routes[p.route] == nil {
			routes[p.route] = &routeCount{Route: p.route}
		}
		minutes(p)
	}
	for _, list := range m.pupilPlaces {
		for _, p := range list {
			see(p, !p.first)
		}
	}
	for _, h := range homes {
		x.Homes = append(x.Homes, *h)
	}
	for _, e := range exclusions {
		x.Exclusions = append(x.Exclusions, *e)
	}
	for _, r := range routes {
		if r.Pupils != 0 || r.MinutesPerWeek != 0 {
			x.Routes = append(x.Routes, *r)
		}
	}
	return x
}

// needed are the codes of what the agreement and the population ask of each other: choices that the agreement does not
// make, and sites that the population does not have.
func (m *Model) needed() map[string]bool {
	w := m.a.Routing.Within
	asked := map[string]bool{}
	sites := map[string]bool{}
	for _, s := range m.p.Sites {
		sites[s.Code] = true
	}
	for _, g := range m.p.Groups {
		sites[g.Site] = true
	}
	for i := range m.p.Pupils {
		sites[m.p.Pupils[i].Site] = true
	}
	for i := range m.a.Components {
		for _, site := range m.a.Components[i].Sites {
			if !sites[site] {
				asked["component.site-not-in-population"] = true
			}
		}
	}
	inside := func(text string) bool { d := day(text); return d > m.from && d <= m.until }
	for i := range m.p.Pupils {
		q := &m.p.Pupils[i]
		if w.JoinLeave == "" && (day(q.From) > m.from || q.Until != "" && day(q.Until) < m.until) {
			asked["routing.join-leave-missing"] = true
		}
		for _, move := range q.Moves {
			if w.Move == "" && inside(move.On) {
				asked["routing.move-missing"] = true
			}
		}
		if w.Adult == "" && inside(q.Turns18) {
			asked["routing.adult-missing"] = true
		}
		for _, n := range q.Needs {
			if turns := day(q.Turns18); w.Adult == "" && n.ExtendedYouthCare && turns != 0 {
				d, _ := time.Parse(time.DateOnly, q.Turns18)
				if inside(d.AddDate(5, 0, 0).Format(time.DateOnly)) {
					asked["routing.adult-missing"] = true
				}
			}
		}
		if w.Wlz == "" && inside(q.WlzFrom) {
			asked["routing.wlz-missing"] = true
		}
		if d := day(q.DecisionUntil); w.DecisionEnd == "" && d >= m.from && d < m.until {
			asked["routing.decision-end-missing"] = true
		}
	}
	return asked
}
