package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/zio"
)

func newPlaces(a *app) *cobra.Command {
	var format, part string
	var d disclosure
	cmd := &cobra.Command{
		Use:   "places AGREEMENT POPULATION | FOLDER | SYSTEM",
		Short: "Show what the care costs per site, board and municipality",
		Long: `Divide what was calculated over the sites by their pupils at school, add the sites of
each school board, and show what every municipality bears per pupil and, where the
population counts them, per resident under 18 (per vestiging, bestuur en gemeente). The
last table is municipality by site: the pupils, and what the municipality bears for them.

` + disclosureHelp,
		Example: "  zio places utrecht-bovenregionaal\n  zio places agreement.json population.json --part municipalities --format csv",
		Args:    cobra.RangeArgs(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := a.settleArgs(args)
			if err != nil {
				return err
			}
			t, problems := analysis.Places(s.agreement, s.population, s.result)
			if err := a.report(args[0], problems); err != nil {
				return err
			}
			if err := a.mayTellPlaces(s.public, d, format == "table", func() zio.Problems { return a.fewInSettlement(s) }); err != nil {
				return err
			}
			return a.showPlaces(s, t, part, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	cmd.Flags().StringVar(&part, "part", "", "only one part: sites, boards, municipalities or municipality-sites (csv: default sites)")
	d.flag(cmd)
	return cmd
}

func (a *app) showPlaces(s *settlement, t *analysis.PlaceTable, part, format string) error {
	if format == "json" {
		_, err := a.out.Write(t.AppendDocument(nil))
		return err
	}
	if part == "" && format == "csv" {
		part = "sites"
	}
	places := func(list []analysis.PlaceCost, nl, en string) *grid {
		g := &grid{columns: []column{{"id", nl, en, false}, {"name", "Naam", "Name", false}, {"pupils", "Leerlingen", "Pupils", true}, {"amount", "Kosten (€)", "Cost (€)", true}, {"perPupil", "Per leerling (€)", "Per pupil (€)", true}}}
		for _, c := range list {
			id := c.ID
			if id == "" && format != "csv" {
				id = a.say("zonder vestiging", "without a site")
			}
			g.add(id, c.Name, itoa(c.Pupils), c.Amount.String(), amountOrNone(c.PerPupil))
		}
		return g
	}
	residents := &grid{columns: []column{{"id", "Code", "Code", false}, {"name", "Gemeente", "Municipality", false}, {"pupils", "Leerlingen", "Pupils", true}, {"amount", "Draagt (€)", "Bears (€)", true}, {"perPupil", "Per leerling (€)", "Per pupil (€)", true},
		{"residents", "Inwoners tot 18 jaar", "Residents under 18", true}, {"perResident", "Per inwoner tot 18 jaar (€)", "Per resident under 18 (€)", true}}}
	for _, m := range t.Municipalities {
		count := ""
		if m.PerResident != nil {
			count = itoa(m.Residents)
		}
		residents.add(m.ID, m.Name, itoa(m.Pupils), m.Amount.String(), amountOrNone(m.PerPupil), count, amountOrNone(m.PerResident))
	}
	shown := false
	for _, one := range []struct {
		part string
		grid *grid
		rows int
	}{{"sites", places(t.Sites, "Vestiging", "Site"), len(t.Sites)}, {"boards", places(t.Boards, "Bestuur", "Board"), len(t.Boards)}, {"municipalities", residents, len(t.Municipalities)},
		{"municipality-sites", a.siteSharesGrid(s, t, "", format), len(t.Sites) - 1}} { // of one site it says nothing new
		if part != "" && part != one.part || part == "" && one.rows <= 0 {
			continue
		}
		if shown {
			a.println()
		}
		shown = true
		if err := a.show(one.grid, format); err != nil {
			return err
		}
	}
	if !shown {
		return errors.New("--part: " + a.say("kies uit ", "choose one of ") + "sites, boards, municipalities, municipality-sites")
	}
	return nil
}

// placesGrid is municipality by site of a settlement.
func (a *app) placesGrid(s *settlement, party string) *grid {
	t, problems := analysis.Places(s.agreement, s.population, s.result)
	if len(problems) > 0 { // of amounts that the calculation could add
		t = &analysis.PlaceTable{}
	}
	return a.siteSharesGrid(s, t, party, "")
}

func (a *app) siteSharesGrid(s *settlement, t *analysis.PlaceTable, party, format string) *grid {
	g := &grid{columns: []column{{"municipality", "Code", "Code", false}, {"name", "Gemeente", "Municipality", false}, {"site", "Vestiging", "Site", false}, {"siteName", "Naam", "Name", false},
		{"pupils", "Leerlingen", "Pupils", true}, {"amount", "Draagt (€)", "Bears (€)", true}}}
	for _, c := range t.SiteShares {
		site := c.Site
		if site == "" && format != "" && format != "csv" {
			site = a.say("zonder vestiging", "without a site")
		}
		if party == "" || party == c.Municipality {
			g.add(c.Municipality, c.Name, site, c.SiteName, s.count(c.Pupils), c.Amount.String())
		}
	}
	return g
}
