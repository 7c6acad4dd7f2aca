package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/zio"
)

func newCompare(a *app) *cobra.Command {
	var format, key, component string
	var d disclosure
	var sets, leave, join []string
	cmd := &cobra.Command{
		Use:   "compare A B | AGREEMENT_A POPULATION_A AGREEMENT_B POPULATION_B | A --set PLACE=VALUE",
		Short: "Set two settlements side by side",
		Long: `Calculate two settlements in full and set them side by side (vergelijken): what every
party bears in A and in B, and the difference.

With two arguments each is a folder with agreement.json and population.json, or a
system that is built in. With one, B is the same with something else (wat als): another
value in the agreement or, behind "population:", in the population (--set), a
municipality that leaves or joins, or another key with everything else the same.

` + disclosureHelp + `
--format csv has amounts only, and is not refused.`,
		Example: `  zio compare st-maartenschool ./ours
  zio compare old.json pupils.json new.json pupils.json
  zio compare st-maartenschool --set population:/groups/16/pupils=39
  zio compare vijf-gemeenten --leave Zeist
  zio compare vijf-gemeenten --key '{"rule":"pro-rata/1","basis":"youth-under-18","nonParticipants":"redistribute"}'`,
		Args: func(_ *cobra.Command, args []string) error {
			if changed := len(sets)+len(leave)+len(join) > 0 || key != ""; changed && len(args) != 1 || !changed && len(args) != 2 && len(args) != 4 {
				return errors.New("compare takes two settlements: 2 or 4 arg(s), or one with what changes")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				return a.compareChanged(args[0], whatIf{sets, leave, join, key, component}, d, format)
			}
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
			return a.tellComparison(c, x.public && y.public, d, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	d.flag(cmd)
	cmd.Flags().StringArrayVar(&sets, "set", nil, "another value, such as /components/0/cost/rate=62.00 or population:/groups/0/pupils=12; may be repeated")
	cmd.Flags().StringArrayVar(&leave, "leave", nil, "a municipality that takes no part any more: its code or its name")
	cmd.Flags().StringArrayVar(&join, "join", nil, "a municipality of the parties that takes part too: its code or its name")
	cmd.Flags().StringVar(&key, "key", "", "another key, as JSON")
	cmd.Flags().StringVar(&component, "component", "", "with --key: id of the component (default: the first)")
	return cmd
}

// refused reports an error of the library as problems in the data.
func (a *app) refused(err error) error {
	if problems := zio.ProblemsOfError(err); len(problems) > 0 {
		return a.report("-", problems)
	}
	return err
}

// tellComparison is showComparison when its pools may be told; csv has none.
func (a *app) tellComparison(c *analysis.Comparison, public bool, d disclosure, format string) error {
	find := func() zio.Problems { return fewInComparison(c) }
	if err := a.mayTellPlaces(public || format == "csv", d, format == "table", find); err != nil {
		return err
	}
	return a.showComparison(c, format)
}

func (a *app) showComparison(c *analysis.Comparison, format string) error {
	if format == "json" {
		_, err := a.out.Write(c.AppendDocument(nil))
		return err
	}
	if format != "csv" {
		a.println("A: " + a.text(c.TitleA))
		a.println("B: " + a.text(c.TitleB))
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
