package main

import (
	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

func newSpread(a *app) *cobra.Command {
	var format, on string
	cmd := &cobra.Command{
		Use:   "spread POPULATION",
		Short: "Show how scattered the pupils are over municipalities",
		Long: `Count the municipalities and youth regions that the pupils come from (spreiding), the
share of the largest, and how many equally large municipalities would be as
scattered. The advice is the rule of thumb of the source: work together across
regions only when the pupils come from many municipalities.

The youth regions of 2026 are built in; --on chooses the day.`,
		Example: "  zio spread population.json\n  zio import duo leerlingen.csv | zio spread - --on 2026-01-01",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			data, err := a.read(args[0])
			if err != nil {
				return err
			}
			p, problems := zio.ReadPopulation(data)
			if err := a.report(args[0], problems); err != nil {
				return err
			}
			day := p.CountDate
			if on != "" {
				if day, err = zio.ParseDate(on); err != nil {
					return a.wrong("--on", err)
				}
			}
			s, err := funding.SpreadOf(p, nil, zio.Netherlands(), day)
			if err != nil {
				return a.refused(err)
			}
			return a.showSpread(s, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	cmd.Flags().StringVar(&on, "on", "", "day of the youth regions, such as 2026-01-01 (default: the count date)")
	return cmd
}

func (a *app) showSpread(s *funding.Spread, format string) error {
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
		g.add(a.say("Geen jeugdregio op die dag (eerder opgegaan?)", "No youth region on that day (merged before?)"), itoa(s.NoRegion))
	}
	if err := a.show(g, format); err != nil || format == "csv" {
		return err
	}
	a.println()
	a.paragraph("", s.AdviceText(a.lang)+" ("+funding.AdviceSource.Title+")")
	return nil
}

// rounded is a fraction for people: times a factor, with two decimals, rounded half-up, and the exact fraction behind it
// when that says more.
func (a *app) rounded(x funding.Exact, unit string, times int64) string {
	y, err := x.MulInt(100 * times)
	if err != nil {
		return x.String()
	}
	n, err := y.Round(funding.HalfUp)
	if err != nil {
		return x.String()
	}
	text := zio.FormatNumber(funding.EuroFromCents(n).String(), a.lang)
	if unit != "" {
		text += " " + unit
	}
	return text + " (" + x.String() + ")"
}
