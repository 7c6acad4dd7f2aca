package oracle

import (
	"math/big"
	"slices"
)

// place is where pupils or minutes go, and for which part of the days of the period.
type place struct {
	site, home    string
	route, reason string
	pupils        int64 // 1 for the one place of a pupil where it counts in the overview
	minutes       int64 // per week
	part          *big.Rat
	whole         bool // whether it is a place of the counting of pupils (youth care, or the first need)
}

func (m *Model) placeGroup(i int) place {
	g := &m.p.Groups[i]
	s := place{site: g.Site, home: g.Home, pupils: g.Pupils, minutes: g.MinutesPerWeek, part: rat(1), whole: true}
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
		s.route, s.reason = m.youth(g.Home, low, high, g.Status, g.Adult)
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

// youth places care under the Jeugdwet; a need from -1 is not known.
func (m *Model) youth(home string, low, high int64, status string, adult bool) (route, reason string) {
	if adult {
		if m.a.Routing.AdultRoute == "wmo" {
			return "wmo", "adult"
		}
		return "grey", "adult"
	}
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
	turns, decision := day(q.Turns18), day(q.DecisionUntil)
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
		home, status string
		adult        bool
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
		switch {
		case turns == 0:
		case w.Adult == "not-at-all":
			s.adult = turns <= m.until
		default:
			s.adult = turns <= d
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
		return []place{{site: q.Site, home: q.Home, route: "grey", reason: "outside-period", pupils: 1, part: new(big.Rat), whole: true}}
	}

	// Minutes by kind of care.
	type kind struct{ route, reason string }
	var kinds []kind
	minutes := map[kind]int64{}
	put := func(route, reason string, n int64) {
		k := kind{route, reason}
		if !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
		minutes[k] += n
	}
	youth := int64(0)
	for _, n := range q.Needs {
		nursing := n.Kind == "nursing"
		switch {
		case n.Kind == "education-support":
			put("education", "education-share", n.MinutesPerWeek)
		case n.Kind == "undetermined":
			put("grey", "undetermined", n.MinutesPerWeek)
		case q.Wlz == "granted" && (nursing || !q.MixedCauses):
			put("wlz", "wlz-right", n.MinutesPerWeek)
		case q.Wlz == "not-applied" && !q.MixedCauses:
			put("grey", "wlz-not-applied", n.MinutesPerWeek)
		case nursing:
			put("zvw", "nursing", n.MinutesPerWeek)
		case n.Kind == "personal-care" && !n.WithGuidance:
			put("zvw", "personal-care-insured", n.MinutesPerWeek)
		default:
			youth += n.MinutesPerWeek
		}
	}
	left := m.left(youth)
	if youth > left {
		put("education", "education-share", youth-left)
	}
	if youth == 0 && len(kinds) == 0 {
		put("grey", "route-unknown", 0)
	}

	// The places that count the pupil by days, those of one outcome together.
	var counted, list []place
	for _, s := range states {
		one := place{site: q.Site, home: s.home, part: big.NewRat(count[s], m.days()), whole: true}
		if youth > 0 {
			one.route, one.reason = m.youth(s.home, left, left, s.status, s.adult)
			one.minutes = left
		} else {
			one.route, one.reason, one.minutes = kinds[0].route, kinds[0].reason, minutes[kinds[0]]
		}
		same := slices.IndexFunc(counted, func(o place) bool {
			return o.home == one.home && o.route == one.route && o.reason == one.reason
		})
		if same >= 0 {
			counted[same].part = plus(counted[same].part, one.part)
		} else {
			counted = append(counted, one)
		}
	}
	counted[0].pupils = 1
	list = append(list, counted...)
	for i, k := range kinds {
		if i > 0 || youth > 0 {
			list = append(list, place{site: q.Site, home: states[0].home, route: k.route, reason: k.reason, minutes: minutes[k], part: rat(1)})
		}
	}
	return list
}

// placesOf are the places of one pupil line that count it.
func (m *Model) placesOf(pupil int) []place {
	var list []place
	for _, p := range m.pupilPlaces[pupil] {
		if p.whole {
			list = append(list, p)
		}
	}
	return list
}

// overview counts pupils and minutes as the routing shows them: a pupil once, its minutes once per route, and per
// reason and home municipality.
func (m *Model) overview() routingDocument {
	x := routingDocument{Pupils: m.pupils(), EducationMinutesPerWeek: m.pupils() * m.a.Routing.EducationMinutesPerWeek}
	homes, exclusions, routes := map[string]*homeCount{}, map[excluded]*excluded{}, map[string]*routeCount{}
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
			routes[p.route].MinutesPerWeek += p.minutes
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
		routes[p.route].MinutesPerWeek += p.minutes
	}
	for _, list := range m.pupilPlaces {
		counted := map[string]bool{}
		for _, p := range list {
			see(p, p.whole && counted[p.route])
			if p.whole {
				counted[p.route] = true
			}
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
		if d := day(q.DecisionUntil); w.DecisionEnd == "" && d >= m.from && d < m.until {
			asked["routing.decision-end-missing"] = true
		}
	}
	return asked
}
