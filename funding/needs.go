package funding

import (
	"github.com/zio-collectief/zio/zio"
)

// Needs finds what an agreement needs of a population that the population does not have, without calculating: sites that
// are named but not there, and choices for what changes within the period.
func (a *Agreement) Needs(p *zio.Population) zio.Problems {
	var problems zio.Problems
	var there *set[zio.SiteCode]
	for i := range a.Components {
		for j, site := range a.Components[i].Sites {
			if there == nil {
				there = sitesOf(p)
			}
			if !there.has(site) {
				problems = append(problems, problemSite.At(at(at("/components", i)+"/sites", j), "site", site.String()))
			}
		}
	}
	return append(problems, a.Routing.needed(a, p)...)
}

var problemSite = &zio.ProblemKind{Code: "component.site-not-in-population", NL: "Vestiging {site} komt niet voor in de populatie.", EN: "Site {site} does not occur in the population."}
