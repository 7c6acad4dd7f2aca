package funding

import (
	"github.com/zio-collectief/zio/zio"
)

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
			s.route, s.reason = t.adults(), ReasonAdult
		} else {
			s.route, s.reason = t.youth(in, g.Home, need, g.Status)
		}
	default:
		s.route, s.reason = RouteGrey, ReasonRouteUnknown
	}
	return s
}
