package main

import (
	"cmp"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/schools"
)

func newNation(a *app) *cobra.Command {
	var format, agreement, types, by, route string
	var workers, limit int
	cmd := &cobra.Command{
		Use:   "nation",
		Short: "Settle a template for every special school of the country",
		Long: `Settle a template (sjabloon) for every special school of the country, each by itself, with
the pupils that DUO publishes, and add up: per municipality and per youth region the
pupils, the sites it deals with and what it would bear, pay and receive; per site how
scattered its pupils are. Numbers of pupils are estimates within ranges.`,
		Example: "  zio nation\n  zio nation --agreement budget --type so,vso --by region\n  zio nation --by site --format csv > sites.csv",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if !contains([]string{"municipality", "region", "site"}, by) {
				return fmt.Errorf("--by is one of municipality, region, site, not %q", by)
			}
			kinds, err := a.schoolTypes(types)
			if err != nil {
				return err
			}
			claim, err := zio.ParseClaim(route)
			if err != nil && route != "unknown" {
				return a.wrong("--route", err)
			}
			x, err := a.template(agreement)
			if err != nil {
				return err
			}
			list := ofTypes(schools.All(), kinds)
			if len(list) == 0 {
				return errors.New(a.say("er zijn geen vestigingen van deze soort", "there are no sites of this type"))
			}
			n := settleNation(x, list, claim, workers, a.bar())
			if err := a.report(agreement, n.problems); err != nil {
				return err
			}
			return a.showNation(n, by, limit, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	cmd.Flags().StringVar(&agreement, "agreement", defaultTemplate, "template: a file, or one that is built in")
	cmd.Flags().StringVar(&types, "type", "so,vso", "types of school: sbo, so, vso (so and vso take sites with both)")
	cmd.Flags().StringVar(&by, "by", "municipality", "one row per municipality, region or site")
	cmd.Flags().StringVar(&route, "route", "jeugdwet", "law under which the care of all pupils is taken to fall")
	cmd.Flags().IntVar(&workers, "workers", runtime.GOMAXPROCS(0), "calculations at the same time")
	cmd.Flags().IntVar(&limit, "limit", 20, "most rows of a table; 0 is all")
	return cmd
}

// siteOutcome is one school, settled by itself.
type siteOutcome struct {
	school   *schools.School
	ranges   []zio.Range // of its homes
	spread   *analysis.Spread
	result   *funding.Result
	problems zio.Problems
}

// nation is what all schools come to.
type nation struct {
	sites          []siteOutcome // by code
	municipalities []nationRow   // by code
	problems       zio.Problems  // of the first school that can not be settled
	cost           money.Euro
}

// nationRow is what one municipality, or one region, has to do with.
type nationRow struct {
	code, name            string
	pupils                zio.Range
	sites                 int64
	bears, pays, receives money.Euro
}

// regionsDay is a day of which the youth regions are known.
var regionsDay = zio.MustParseDate("2026-01-01")

// settleNation settles a template for schools, several at the same time. What comes out does not depend on how many; step is
// told after each.
func settleNation(x *funding.Agreement, list []schools.School, claim zio.Claim, workers int, step func(done, all int)) *nation {
	n := &nation{sites: make([]siteOutcome, len(list))}
	var next, done atomic.Int64
	var group sync.WaitGroup
	var told sync.Mutex
	for range max(1, min(workers, len(list))) {
		group.Add(1)
		go func() {
			defer group.Done()
			for i := int(next.Add(1)) - 1; i < len(list); i = int(next.Add(1)) - 1 {
				n.sites[i] = settleSite(x, &list[i], claim)
				told.Lock()
				step(int(done.Add(1)), len(list))
				told.Unlock()
			}
		}()
	}
	group.Wait()
	n.add()
	return n
}

func settleSite(x *funding.Agreement, s *schools.School, claim zio.Claim) siteOutcome {
	out := siteOutcome{school: s, ranges: s.Ranges()}
	p := s.Population(claim)
	a, problems := analysis.Fill(x, p, zio.Netherlands())
	if len(problems) == 0 {
		out.result, problems = funding.Draft(a, p)
	}
	if out.problems = problems; len(problems) > 0 {
		return out
	}
	spread, err := analysis.SpreadOf(p, nil, zio.Netherlands(), regionsDay)
	out.spread, out.problems = spread, problemsOf(err)
	return out
}

// add adds the schools up per municipality, in the order of the schools.
func (n *nation) add() {
	rows := map[string]*nationRow{}
	row := func(code string) *nationRow {
		r := rows[code]
		if r == nil {
			m, err := zio.ParseMunicipalityCode(code)
			r = &nationRow{code: code, name: code}
			if err == nil {
				r.name = zio.Netherlands().Name(m)
			}
			rows[code] = r
		}
		return r
	}
	for i := range n.sites {
		s := &n.sites[i]
		if len(s.problems) > 0 {
			n.problems = s.problems
			return
		}
		for _, c := range s.result.Components {
			n.cost = plus(n.cost, c.Cost)
		}
		for k := range s.school.Homes {
			if h := &s.school.Homes[k]; h.Elsewhere == 0 {
				r := row(h.Municipality.String())
				r.sites++
				r.pupils.Fewest += s.ranges[k].Fewest
				r.pupils.Most += s.ranges[k].Most
				r.pupils.Estimate += s.ranges[k].Estimate
			}
		}
		for _, x := range s.result.Shares {
			if isMunicipality(x.Party) {
				r := row(x.Party)
				r.bears = plus(r.bears, x.Amount)
			}
		}
		for _, b := range s.result.Balances {
			if isMunicipality(b.Party) {
				r := row(b.Party)
				r.pays, r.receives = plus(r.pays, b.Pays), plus(r.receives, b.Receives)
			}
		}
	}
	for _, r := range rows {
		n.municipalities = append(n.municipalities, *r)
	}
	slices.SortFunc(n.municipalities, func(a, b nationRow) int { return strings.Compare(a.code, b.code) })
}

func isMunicipality(party string) bool {
	_, err := zio.ParseMunicipalityCode(party)
	return err == nil && len(party) == 4
}

// regions adds the municipalities up per youth region; of the sites of a region each counts once.
func (n *nation) regions() []nationRow {
	var codes []zio.MunicipalityCode
	at := map[string]int{}
	for i := range n.municipalities {
		if code, err := zio.ParseMunicipalityCode(n.municipalities[i].code); err == nil {
			codes = append(codes, code)
			at[n.municipalities[i].code] = i
		}
	}
	var list []nationRow
	for _, part := range zio.Netherlands().Spread(zio.YouthRegion, codes, regionsDay).Parts {
		r := nationRow{code: part.Region.Code, name: part.Region.Name}
		inside := map[zio.MunicipalityCode]bool{}
		for _, code := range part.Municipalities {
			inside[code] = true
			m := &n.municipalities[at[code.String()]]
			r.pupils.Fewest += m.pupils.Fewest
			r.pupils.Most += m.pupils.Most
			r.pupils.Estimate += m.pupils.Estimate
			r.bears, r.pays, r.receives = plus(r.bears, m.bears), plus(r.pays, m.pays), plus(r.receives, m.receives)
		}
		for i := range n.sites {
			if slices.ContainsFunc(n.sites[i].school.Homes, func(h schools.Home) bool { return inside[h.Municipality] }) {
				r.sites++
			}
		}
		list = append(list, r)
	}
	return list
}

// bar draws a bar at a terminal while many schools are settled.
func (a *app) bar() func(done, all int) {
	if !a.colour {
		return func(int, int) {}
	}
	const width = 40
	return func(done, all int) {
		if done%8 != 0 && done != all {
			return
		}
		bar := strings.Repeat("#", width*done/all)
		fmt.Fprintf(a.errs, "\r[%-*s] %d/%d", width, bar, done, all)
		if done == all {
			fmt.Fprint(a.errs, "\r", strings.Repeat(" ", width+16), "\r")
		}
	}
}

func (a *app) showNation(n *nation, by string, limit int, format string) error {
	g := a.nationGrid(n, by)
	if format == "csv" || format == "json" {
		return a.show(g, format)
	}
	homes, pupils, several := int64(0), zio.Range{}, 0
	for i := range n.sites {
		s := &n.sites[i]
		homes += int64(s.school.Municipalities())
		if s.spread.Advice == analysis.AdviceAcrossRegions {
			several++
		}
		for _, r := range s.ranges {
			pupils.Fewest, pupils.Most, pupils.Estimate = pupils.Fewest+r.Fewest, pupils.Most+r.Most, pupils.Estimate+r.Estimate
		}
	}
	all := int64(len(n.sites))
	tenths := (homes*20/max(all, 1) + 1) / 2
	a.paragraph("", a.fill("{sites#} vestigingen, gemiddeld uit {homes#} gemeenten; {several#} met leerlingen uit meer dan één jeugdregio. {pupils#} leerlingen (schatting; {fewest#} tot en met {most#}). Samen € {cost#}.",
		"{sites#} sites, {homes#} municipalities each on average; {several#} with pupils from more than one youth region. {pupils#} pupils (estimate; {fewest#} to {most#}). Together €{cost#}.",
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
	return nil
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
		{"bears", "Draagt (€)", "Bears (€)", true}, {"pays", "Betaalt (€)", "Pays (€)", true}, {"receives", "Ontvangt (€)", "Receives (€)", true}}}
	for _, r := range rows {
		fewest, most := itoa(r.pupils.Fewest), few(r.pupils.Most)
		if r.pupils.Most < 5 {
			fewest = ""
		}
		g.add(r.code, r.name, few(r.pupils.Estimate), fewest, most, itoa(r.sites), r.bears.String(), r.pays.String(), r.receives.String())
	}
	return g
}

// nationSites is a row per site with the measures of its spread.
func (a *app) nationSites(n *nation) *grid {
	g := &grid{width: 40, columns: []column{{"code", "Code", "Code", false}, {"name", "Naam", "Name", false}, {"type", "Soort", "Type", false}, {"pupils", "Leerlingen (schatting)", "Pupils (estimate)", true},
		{"homes", "Gemeenten", "Municipalities", true}, {"regions", "Jeugdregio's", "Youth regions", true}, {"largest", "Grootste", "Largest", false}, {"largestShare", "Deel (%)", "Share (%)", true},
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
		g.add(s.school.Code.String(), s.school.Name, s.school.Type.String(), few(s.result.Routing.Pupils), itoa(s.spread.Municipalities), itoa(int64(len(s.spread.Regions))),
			zio.Netherlands().Name(s.spread.Largest), decimals(s.spread.LargestShare, 100, 1), decimals(s.spread.Effective, 1, 1), s.spread.Advice, cost.String())
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
