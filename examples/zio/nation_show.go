package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/schools"
)

func (a *app) showNation(n *nation, by string, limit int, format string) error {
	g := a.nationGrid(n, by)
	if format == "csv" || format == "json" {
		return a.show(g, format)
	}
	for _, row := range g.rows { // in words for people
		for i := range row {
			if words, known := adviceWords[analysis.Advice(row[i])]; known && g.columns[i].key == "advice" {
				row[i] = a.say(words[0], words[1])
			}
		}
	}
	homes, pupils, several, totals, unbounded := int64(0), zio.Range{}, 0, 0, 0
	for i := range n.sites {
		s := &n.sites[i]
		homes += int64(s.school.Municipalities())
		if s.spread.Advice == analysis.AdviceAcrossRegions {
			several++
		}
		if s.school.TotalFits() {
			totals++
		}
		if s.bounds == nil {
			unbounded++
		}
		r := s.pupils()
		pupils.Fewest, pupils.Most, pupils.Estimate = pupils.Fewest+r.Fewest, pupils.Most+r.Most, pupils.Estimate+r.Estimate
	}
	all := int64(len(n.sites))
	tenths := (homes*20/max(all, 1) + 1) / 2
	a.paragraph("", a.fill("{sites#} {sites|vestiging|vestigingen}, gemiddeld uit {homes#} {homes|gemeente|gemeenten}; {several#} met leerlingen uit meer dan één jeugdregio. {pupils#} {pupils|leerling|leerlingen} (schatting; {fewest#} tot en met {most#}). Samen € {cost#}.",
		"{sites#} {sites|site|sites}, {homes#} {homes|municipality|municipalities} each on average; {several#} with pupils from more than one youth region. {pupils#} {pupils|pupil|pupils} (estimate; {fewest#} to {most#}). Together €{cost#}.",
		"sites", itoa(all), "homes", fmt.Sprintf("%d.%d", tenths/10, tenths%10), "several", itoa(int64(several)), "pupils", itoa(pupils.Estimate),
		"fewest", itoa(pupils.Fewest), "most", itoa(pupils.Most), "cost", n.cost.String()))
	a.println()
	rows := len(g.rows)
	if limit > 0 && rows > limit {
		g.rows = g.rows[:limit]
	}
	if err := a.show(g, format); err != nil {
		return err
	}
	a.println()
	if rows > len(g.rows) {
		a.paragraph("", a.fill("En nog {n#}. Kies met --limit hoeveel er worden getoond, of neem --format csv.", "And {n#} more. Choose with --limit how many are shown, or take --format csv.", "n", itoa(int64(rows-len(g.rows)))))
	}
	a.paragraph("", a.fill("Elke vestiging is voor zich afgerekend met {template}; alle leerlingen met een bekende woongemeente tellen mee. Bron: DUO, {date}.",
		"Each site was settled by itself with {template}; all pupils with a known home municipality count. Source: DUO, {date}.", "template", n.sites[0].result.Agreement.Title, "date", a.date(schools.CountDate())))
	a.paragraph("", a.fill("DUO toont aantallen onder de 5 niet. Van {totals#} {totals|vestiging|vestigingen} maakt een gepubliceerd totaal de marges nauwer; van de andere {others#} is de schatting het laagste aantal. Een schatting is geen telling.",
		"DUO does not show numbers under 5. Of {totals#} {totals|site|sites} a published total narrows the ranges; of the other {others#} the estimate is the lowest number. An estimate is not a count.", "totals", itoa(int64(totals)), "others", itoa(all-int64(totals))))
	switch {
	case by == "site":
	case unbounded > 0:
		a.paragraph("", a.fill("Van {n#} {n|vestiging|vestigingen} gaat een bedrag niet eenvoudig omhoog of omlaag met een aantal. Gemeenten met leerlingen op zo'n vestiging hebben geen laagste en hoogste bedrag.",
			"Of {n#} {n|site|sites} an amount does not simply go up or down with a count. Municipalities with pupils at such a site have no lowest and highest amount.", "n", itoa(int64(unbounded))))
	case by == "region":
		a.paragraph("", a.say("Geen enkel aantal binnen de marges geeft een bedrag buiten het laagste en het hoogste; die van een regio zijn opgeteld, en hoeven niet tegelijk voor te komen.",
			"No count within the ranges gives an amount outside the lowest and the highest; those of a region are added up, and need not occur at once."))
	default:
		a.paragraph("", a.say("Het laagste en het hoogste bedrag gelden voor alle aantallen binnen de marges.", "The lowest and the highest amount hold for all counts within the ranges."))
	}
	return nil
}

// adviceWords are the kinds of advice in a few words; see [analysis.Spread.AdviceText].
var adviceWords = map[analysis.Advice][2]string{
	analysis.AdviceOneMunicipality: {"één gemeente", "one municipality"},
	analysis.AdviceOneRegion:       {"houd het in de regio", "keep it in the region"},
	analysis.AdviceAcrossRegions:   {"bovenregionaal", "across regions"},
	analysis.AdviceRegionsUnknown:  {"regio's onbekend", "regions unknown"},
	analysis.AdviceNoPupils:        {"geen leerlingen", "no pupils"},
}

// nationGrid is a row per municipality or region, who bears most first, or per site, the most scattered first.
func (a *app) nationGrid(n *nation, by string) *grid {
	if by == "site" {
		return a.nationSites(n)
	}
	rows, name := slices.Clone(n.municipalities), column{"municipality", "Gemeente", "Municipality", false}
	if by == "region" {
		rows, name = n.regions(), column{"region", "Jeugdregio", "Youth region", false}
	}
	slices.SortStableFunc(rows, func(a, b nationRow) int { return b.bears.Compare(a.bears) })
	g := &grid{width: 32, columns: []column{{"code", "Code", "Code", false}, name, {"pupils", "Leerlingen (schatting)", "Pupils (estimate)", true},
		{"fewest", "Minstens", "At least", true}, {"most", "Hoogstens", "At most", true}, {"sites", "Vestigingen", "Sites", true},
		{"bears", "Draagt (€)", "Bears (€)", true},
		{"lowest", "Minstens (€)", "At least (€)", true}, {"highest", "Hoogstens (€)", "At most (€)", true}, {"pays", "Betaalt (€)", "Pays (€)", true}, {"receives", "Ontvangt (€)", "Receives (€)", true}}}
	for _, r := range rows {
		fewest, most := itoa(r.pupils.Fewest), few(r.pupils.Most)
		if r.pupils.Most < 5 {
			fewest = ""
		}
		lowest, highest := r.lowest.String(), r.highest.String()
		if r.unbounded {
			lowest, highest = "", ""
		}
		g.add(r.code, r.name, few(r.pupils.Estimate), fewest, most, itoa(r.sites), r.bears.String(), lowest, highest, r.pays.String(), r.receives.String())
	}
	return g
}

// nationSites is a row per site with the measures of its spread.
func (a *app) nationSites(n *nation) *grid {
	g := &grid{width: 40, columns: []column{{"code", "Code", "Code", false}, {"name", "Naam", "Name", false}, {"type", "Soort", "Type", false}, {"pupils", "Leerlingen (schatting)", "Pupils (estimate)", true},
		{"fewest", "Minstens", "At least", true}, {"most", "Hoogstens", "At most", true}, {"homes", "Gemeenten", "Municipalities", true}, {"regions", "Jeugdregio's", "Youth regions", true}, {"largest", "Grootste", "Largest", false}, {"largestShare", "Deel (%)", "Share (%)", true},
		{"effective", "Even grote gemeenten", "Equally large municipalities", true}, {"advice", "Advies", "Advice", false}, {"cost", "Kosten (€)", "Cost (€)", true}}}
	sites := slices.Clone(n.sites)
	slices.SortStableFunc(sites, func(a, b siteOutcome) int {
		return cmp.Or(b.spread.Effective.Compare(a.spread.Effective), a.school.Code.Compare(b.school.Code))
	})
	for i := range sites {
		s := &sites[i]
		cost := money.Euro{}
		for _, c := range s.result.Components {
			cost = plus(cost, c.Cost)
		}
		pupils := s.pupils()
		g.add(s.school.Code.String(), s.school.Name, s.school.Type.String(), few(s.result.Routing.Pupils), itoa(pupils.Fewest), itoa(pupils.Most), itoa(s.spread.Municipalities), itoa(int64(len(s.spread.Regions))),
			zio.Netherlands().Name(s.spread.Largest), decimals(s.spread.LargestShare, 100, 1), decimals(s.spread.Effective, 1, 1), string(s.spread.Advice), cost.String())
	}
	return g
}

// decimals is a fraction times a factor with decimals, rounded half-up; "" when it does not fit.
func decimals(x money.Exact, times, places int64) string {
	scale := int64(1)
	for range places {
		scale *= 10
	}
	y, err := x.MulInt(times * scale)
	if err != nil {
		return ""
	}
	n, err := y.Round(money.HalfUp)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%d.%0*d", n/scale, int(places), n%scale)
}
