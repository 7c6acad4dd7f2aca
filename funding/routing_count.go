package funding

import (
	"cmp"
	"slices"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/order"
	"github.com/zio-collectief/zio/zio"
)

// routing counts where the pupils and minutes went.
func (r *run) routing() RoutingResult {
	x := RoutingResult{Homes: make([]HomeResult, 0, len(r.in.codes)), Exclusions: []RoutedGroup{}, Routes: []RoutedRoute{}}
	perRoute := [len(routes)]RoutedRoute{}
	var excluded []*assignment
	for i := range r.assigned {
		s := &r.assigned[i]
		x.Pupils += s.pupils
		perRoute[s.route].Pupils += s.pupils
		if !countedEarlier(r.assigned, i) {
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
		excluded = append(excluded, s)
	}
	order.By(excluded, (*assignment).compare)
	for i, s := range excluded {
		if i == 0 || excluded[i-1].compare(s) != 0 {
			x.Exclusions = append(x.Exclusions, RoutedGroup{Reason: s.reason, Rule: s.reason.RoutingRule(), Route: s.route, Home: s.home, Basis: s.reason.Basis()})
		}
		g := &x.Exclusions[len(x.Exclusions)-1]
		g.Pupils += s.pupils
		g.MinutesPerWeek += s.minutes
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

// compare orders what is not pooled by reason, route and home.
func (s *assignment) compare(t *assignment) int {
	return cmp.Or(cmp.Compare(s.reason, t.reason), cmp.Compare(s.route, t.route), s.home.Compare(t.home))
}
