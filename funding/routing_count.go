package funding

import (
	"slices"
	"strings"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// routing counts where the pupils and minutes went.
func (r *run) routing() RoutingResult {
	x := RoutingResult{Homes: make([]HomeResult, 0, len(r.in.codes)), Exclusions: []RoutedGroup{}, Routes: []RoutedRoute{}}
	perRoute := [len(routes)]RoutedRoute{}
	excluded := exclusions{}
	for i := range r.assigned {
		s := &r.assigned[i]
		x.Pupils += s.pupils
		perRoute[s.route].Pupils += s.pupils
		if !s.again {
			perRoute[s.route].MinutesPerWeek += s.minutes
			if !r.charged(s) {
				perRoute[s.route].UnchargedPerWeek += s.minutes
			}
		}
		home, found := slices.BinarySearchFunc(x.Homes, s.home, HomeResult.compare)
		if !found {
			x.Homes = slices.Insert(x.Homes, home, HomeResult{Home: s.home})
		}
		x.Homes[home].Pupils += s.pupils
		if s.route == RouteCollective {
			x.Pooled += s.pupils
			x.Homes[home].Pooled += s.pupils
			continue
		}
		if s.group && s.pupils == 0 {
			continue
		}
		line := excluded.line(s.reason, s.route, s.home, s.reason.Basis(r.a.Period.From, r.school(s)))
		line.Pupils += s.pupils
		line.MinutesPerWeek += s.minutes
	}
	for i := range excluded {
		for j := range excluded[i] {
			x.Exclusions = append(x.Exclusions, excluded[i][j]...)
		}
	}
	for i := range perRoute {
		if perRoute[i].Pupils != 0 || perRoute[i].MinutesPerWeek != 0 {
			perRoute[i].Route = Route(i)
			x.Routes = append(x.Routes, perRoute[i])
		}
	}
	if n := r.a.Routing.EducationMinutesPerWeek; n > 0 {
		here := &record{run: r, rule: "routing/1", pointer: "/routing", prefix: "routing/"}
		minutes := here.product(step{name: "education-minutes", unit: UnitMinutes, basis: educationSource(n)},
			here.constant("pupils", money.ExactFromInt(x.Pupils), UnitPupils),
			here.agreed("minutesPerPupil", "/educationMinutesPerWeek", money.ExactFromInt(n), UnitMinutes))
		total, err := minutes.x.Round(money.HalfUp)
		here.fail(err)
		x.EducationMinutesPerWeek = total
	}
	return x
}

// charged reports whether a component has the route and the site of an assignment.
func (r *run) charged(s *assignment) bool {
	for i := range r.a.Components {
		if c := &r.a.Components[i]; c.Route == s.route && c.Counts(s.site) {
			return true
		}
	}
	return false
}

func (h HomeResult) compare(home zio.MunicipalityCode) int { return h.Home.Compare(home) }

// exclusions holds what is not pooled by reason and route, of each in order of home and basis.
type exclusions [len(reasons)][len(routes)][]RoutedGroup

// line is the line of what is not pooled for one reason, with its pupils and minutes so far.
func (x *exclusions) line(reason Reason, route Route, home zio.MunicipalityCode, basis string) *RoutedGroup {
	list := &x[reason][route]
	one := RoutedGroup{Reason: reason, Rule: reason.RoutingRule(), Route: route, Home: home, Basis: basis}
	i, found := slices.BinarySearchFunc(*list, one, RoutedGroup.compare)
	if !found {
		*list = slices.Insert(*list, i, one)
	}
	return &(*list)[i]
}

// compare orders lines of one reason and route by home and basis.
func (g RoutedGroup) compare(h RoutedGroup) int {
	if c := g.Home.Compare(h.Home); c != 0 {
		return c
	}
	return strings.Compare(g.Basis, h.Basis)
}

// school is the kind of school of an assignment, where the basis of its reason depends on it.
func (r *run) school(s *assignment) zio.SchoolType {
	for _, b := range s.reason.info().bases {
		if b.schools == 0 {
			continue
		}
		for i := range r.p.Sites {
			if r.p.Sites[i].Code == s.site {
				return r.p.Sites[i].Type
			}
		}
		return 0
	}
	return 0
}
