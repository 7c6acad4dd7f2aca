package main

import (
	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

func newSpread(a *app) *cobra.Command {
	var format, on, register string
	var d disclosure
	cmd := &cobra.Command{
		Use:   "spread POPULATION | FOLDER | SYSTEM",
		Short: "Show how scattered the pupils are over municipalities",
		Long: `Count the municipalities and youth regions that the pupils come from (spreiding), the
share of the largest, and how many equally large municipalities would be as
scattered. The advice is the rule of thumb of the source: work together across
regions only when the pupils come from many municipalities.

A list of the youth regions of 2026 is built in; it says itself what it is. For a day
without a list the nearest one is used, and named. --register takes another list: a
register document with regions, such as "zio import register" makes.

` + disclosureHelp + `
A table is for your own screen: it warns, and is not refused.`,
		Example: "  zio spread utrecht-bovenregionaal\n  zio import duo leerlingen.csv | zio spread - --on 2026-01-01\n  zio spread population.json --register regios.json",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			name, data, err := a.documentOf(args[0], "population.json")
			if err != nil {
				return err
			}
			p, problems := zio.ReadPopulation(data)
			if err := a.report(name, problems); err != nil {
				return err
			}
			day := p.CountDate
			if on != "" {
				if day, err = zio.ParseDate(on); err != nil {
					return a.wrong("--on", err)
				}
			}
			atlas, err := a.atlasWith(register)
			if err != nil {
				return err
			}
			s, err := analysis.SpreadOf(p, nil, atlas, day)
			if err != nil {
				return a.refused(err)
			}
			if err := a.mayTellPlaces(isSystem(args[0]), d, format == "table", func() zio.Problems { return fewInSpread(s, p) }); err != nil {
				return err
			}
			return a.showSpread(s, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	d.flag(cmd)
	cmd.Flags().StringVar(&on, "on", "", "day of the youth regions, such as 2026-01-01 (default: the count date)")
	cmd.Flags().StringVar(&register, "register", "", "register document with another list of regions")
	return cmd
}

// atlasWith is the built-in atlas with the regions of a register document in the place of its own; "" is none. The
// municipalities of such a register are left out where the atlas knows its days.
func (a *app) atlasWith(register string) (*zio.Atlas, error) {
	atlas := zio.Netherlands()
	if register == "" {
		return atlas, nil
	}
	data, err := a.read(register)
	if err != nil {
		return nil, err
	}
	r, problems := zio.ReadRegister(data)
	if err := a.report(register, problems); err != nil {
		return nil, err
	}
	if !r.Period.From.After(atlas.Period().Until) {
		r.Municipalities, r.Successions, r.Variants = nil, nil, nil
	}
	whole, problems := atlas.With(r)
	return whole, a.report(register, problems)
}

func (a *app) showSpread(s *analysis.Spread, format string) error {
	if format == "json" {
		_, err := a.out.Write(s.AppendDocument(nil))
		return err
	}
	g := &grid{columns: []column{{"measure", "Maat", "Measure", false}, {"value", "Waarde", "Value", true}}}
	g.add(a.say("Leerlingen met bekende woongemeente", "Pupils with a known home municipality"), itoa(s.Pupils))
	g.add(a.say("Leerlingen zonder", "Pupils without"), itoa(s.Unknown))
	g.add(a.say("Gemeenten", "Municipalities"), itoa(s.Municipalities))
	if s.Municipalities > 0 {
		g.add(a.say("Grootste gemeente", "Largest municipality"), s.Largest.String()+" "+zio.Netherlands().Name(s.Largest))
		g.add(a.say("Deel van de grootste", "Share of the largest"), a.rounded(s.LargestShare, a.say("procent", "per cent"), 100))
		g.add(a.say("Even grote gemeenten", "Equally large municipalities"), a.rounded(s.Effective, "", 1))
	}
	for _, r := range s.Regions {
		g.add(a.say("Jeugdregio ", "Youth region ")+r.Name, itoa(r.Pupils))
	}
	if s.NoRegion > 0 {
		g.add(a.say("In geen of meer dan één jeugdregio van deze lijst", "In no youth region of this list, or in several"), itoa(s.NoRegion))
	}
	if err := a.show(g, format); err != nil || format == "csv" {
		return err
	}
	a.println()
	a.regionList(s)
	a.paragraph("", s.AdviceText(a.lang)+" ("+analysis.AdviceSource.Title+")")
	return nil
}

// regionList says which list of youth regions was used, of which day, and what it is.
func (a *app) regionList(s *analysis.Spread) {
	if s.ListDay.IsZero() {
		return
	}
	name := a.say("zonder naam en bron", "without a name and a source")
	if s.List.Name != "" {
		name = s.List.Title(a.lang) + " (" + s.List.StandingWords(a.lang) + ")"
	}
	text := a.fill("Jeugdregio's op {day}: {list}.", "Youth regions on {day}: {list}.", "day", a.date(s.ListDay), "list", name)
	if s.Day != s.ListDay {
		text = a.fill("Voor {asked} is er geen lijst van jeugdregio's. Gebruikt is de dichtstbijzijnde, van {day}: {list}.",
			"There is no list of youth regions for {asked}. The nearest is used, of {day}: {list}.", "asked", a.date(s.Day), "day", a.date(s.ListDay), "list", name)
	}
	if remark := s.List.Remark(a.lang); remark != "" {
		text += " " + remark
	}
	a.paragraph("", text)
	for _, source := range s.List.Sources {
		line := source.Title
		if source.Article != "" {
			line += ", " + source.Article
		}
		a.paragraph("- ", line)
	}
	a.println()
}

// rounded is a fraction for people: times a factor, with two decimals, rounded half-up, and the exact fraction behind it
// when that says more.
func (a *app) rounded(x money.Exact, unit string, times int64) string {
	y, err := x.MulInt(100 * times)
	if err != nil {
		return x.String()
	}
	n, err := y.Round(money.HalfUp)
	if err != nil {
		return x.String()
	}
	text := zio.FormatNumber(money.EuroFromCents(n).String(), a.lang)
	if unit != "" {
		text += " " + unit
	}
	return text + " (" + x.String() + ")"
}
