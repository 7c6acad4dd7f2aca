package funding

import "github.com/zio-collectief/zio/zio"

// Placed is a group, or what one pupil of the lines has on one route (waar minuten terechtkomen).
type Placed struct {
	Route   Route
	Site    zio.SiteCode         // zero: not known
	Home    zio.MunicipalityCode // zero: unknown or abroad
	Pupil   int                  // of a line its number in the list of pupils, from 0; -1 of a group
	Pupils  int64                // 1 of a line
	Minutes int64                // per school week; 0 when not known
}

// Places says where the routing of an agreement puts the pupils and minutes of a population, both of which were checked: the
// groups and then the lines, in their order. A pupil with minutes on two routes is on both. An estimate stands for a range.
func (a *Agreement) Places(p *zio.Population) []Placed {
	var list []Placed
	assigned := assign(a, p.Estimated(), participants(a))
	for i := range assigned {
		s := &assigned[i]
		if s.group {
			list = append(list, Placed{s.route, s.site, s.home, -1, s.pupils, s.minutes})
			continue
		}
		k := len(list) - 1
		for k >= 0 && list[k].Pupil == s.index && list[k].Route != s.route {
			k--
		}
		if k < 0 || list[k].Pupil != s.index {
			list = append(list, Placed{s.route, s.site, s.home, s.index, 1, s.minutes})
		} else if !s.again { // a later stretch of the same minutes adds nothing
			list[k].Minutes += s.minutes
		}
	}
	return list
}
