package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding/analysis"
)

func newCompare(a *app) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "compare A B | AGREEMENT_A POPULATION_A AGREEMENT_B POPULATION_B",
		Short: "Set two settlements side by side",
		Long: `Calculate two settlements in full and set them side by side (vergelijken): what every
party bears in A and in B, and the difference.

With two arguments each is a folder with agreement.json and population.json, or a
system that is built in.`,
		Example: `  zio compare st-maartenschool ./ours
  zio compare old.json pupils.json new.json pupils.json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 && len(args) != 4 {
				return errors.New("compare takes two settlements: 2 or 4 arg(s)")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			half := len(args) / 2
			x, err := a.settleArgs(args[:half])
			if err != nil {
				return err
			}
			y, err := a.settleArgs(args[half:])
			if err != nil {
				return err
			}
			c, err := analysis.Compare(x.result, y.result)
			if err != nil {
				return a.refused(err)
			}
			return a.showComparison(c, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	return cmd
}

// refused reports an error of the library as problems in the data.
func (a *app) refused(err error) error {
	if problems := problemsOf(err); len(problems) > 0 {
		return a.report("-", problems)
	}
	return err
}

func (a *app) showComparison(c *analysis.Comparison, format string) error {
	if format == "json" {
		_, err := a.out.Write(c.AppendDocument(nil))
		return err
	}
	if format != "csv" {
		a.println("A: " + c.TitleA)
		a.println("B: " + c.TitleB)
		a.println()
	}
	g := &grid{columns: []column{{"party", "Code", "Code", false}, {"name", "Partij", "Party", false}, {"a", "A (€)", "A (€)", true}, {"b", "B (€)", "B (€)", true},
		{"difference", "Verschil (€)", "Difference (€)", true}}}
	for _, p := range c.Parties {
		g.add(p.Party, p.Name, p.A.String(), p.B.String(), p.Difference.String())
	}
	if err := a.show(g, format); err != nil || format == "csv" {
		return err
	}
	a.println()
	names := map[string][2]string{"cost": {"Kosten (€)", "Cost (€)"}, "gap": {"Tekort (€)", "Gap (€)"}, "rest": {"Rest (€)", "Rest (€)"}, "pooled": {"Leerlingen in de pot", "Pupils in the pool"}}
	t := &grid{columns: []column{{"total", "Totaal", "Total", false}, {"a", "A", "A", true}, {"b", "B", "B", true}, {"difference", "Verschil", "Difference", true}}}
	for _, x := range c.Totals {
		t.add(a.say(names[x.Name][0], names[x.Name][1]), x.A, x.B, x.Difference)
	}
	return a.show(t, format)
}
