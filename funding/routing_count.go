package funding

import (
	"cmp"
	"slices"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// routing counts where the pupils and minutes went.
func (r *run) routing() RoutingResult {
	x := RoutingResult{Homes: make([]HomeResult, 0, len(r.in.codes)), Exclusions: []RoutedGroup{}, Routes: []RoutedRoute{}}
	perRoute := [len(routes)]RoutedRoute{}
	for i := range r.assigned {
		s := &r.assigned[i]
		x.Pupils += s.pupils
		perRoute[s.route].Pupils += s.pupils
		if !s.again {
			perRoute[s.route].MinutesPerWeek += s.minutes
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
		g := RoutedGroup{Reason: s.reason, Rule: s.reason.RoutingRule(), Route: s.route, Home: s.home, Basis: s.reason.Basis(r.a.Period.From, r.school(s))}
		excluded, found := slices.BinarySearchFunc(x.Exclusions, g, RoutedGroup.compare)
		if !found {
			x.Exclusions = slices.Insert(x.Exclusions, excluded, g)
		}
		x.Exclusions[excluded].Pupils += s.pupils
		x.Exclusions[excluded].MinutesPerWeek += s.minutes
	}
	for i := range perRoute {
		if perRoute[i].Pupils != 0 || perRoute[i].MinutesPerWeek != 0 {
			perRoute[i].Route = Route(i)
			x.Routes = append(x.Routes, perRoute[i])
		}
	}
	if n := r.a.Routing.EducationMinutesPerWeek; n > 0 {
		here := &record{run: r, rule: "routing/1", pointer: "/routing", prefix: "routing/"}
		minutes := here.product(step{name: "education-minutes", unit: UnitMinutes, basis: "LECSO, in het so-tarief (OCW)"},
			here.constant("pupils", money.ExactFromInt(x.Pupils), UnitPupils),
			here.agreed("minutesPerPupil", "/educationMinutesPerWeek", money.ExactFromInt(n), UnitMinutes))
		total, err := minutes.x.Round(money.HalfUp)
		here.fail(err)
		x.EducationMinutesPerWeek = total
	}
	return x
}

func (h HomeResult) compare(home zio.MunicipalityCode) int { return h.Home.Compare(home) }

// compare orders what is not pooled by reason, route, home and basis.
func (g RoutedGroup) compare(h RoutedGroup) int {
	return cmp.Or(cmp.Compare(g.Reason, h.Reason), cmp.Compare(g.Route, h.Route), g.Home.Compare(h.Home), cmp.Compare(g.Basis, h.Basis))
}
