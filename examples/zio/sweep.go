package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/zio"
)

func newSweep(a *app) *cobra.Command {
	var format, parameter, from, to, step, party string
	var d disclosure
	cmd := &cobra.Command{
		Use:   "sweep AGREEMENT POPULATION | FOLDER | SYSTEM",
		Short: "Calculate one parameter over a range",
		Long: `Calculate the settlement again at each value of one parameter (gevoeligheid). The
parameter is named by its place in the agreement or, behind "population:", in the
population, as a JSON Pointer, and its values
are written as they stand there: 330 for minutes, 60.00 for amounts, 12.5 for
percentages. A sweep makes at most 1,000 calculations.

` + disclosureHelp,
		Example: `  zio sweep st-maartenschool --parameter /components/0/cost/normMinutes --from 300 --to 360 --step 15
  zio sweep st-maartenschool --parameter /components/0/cost/rate --from 55.00 --to 65.00 --step 1.00 --party Wijchen`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			if parameter == "" || from == "" || to == "" || step == "" {
				return errors.New(a.say("vul --parameter, --from, --to en --step in", "the flag(s) --parameter, --from, --to and --step are needed"))
			}
			s, err := a.settleArgs(args)
			if err != nil {
				return err
			}
			id, err := a.partyOf(s, party)
			if err != nil {
				return err
			}
			x, problems := analysis.SweepParameter(s.agreement, s.population, parameter, from, to, step)
			if err := a.report(args[0], problems); err != nil {
				return err
			}
			if err := a.mayTellPlaces(s.public, d, format == "table", func() zio.Problems { return fewInSweep(x) }); err != nil {
				return err
			}
			return a.showSweep(s, x, id, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	d.flag(cmd)
	cmd.Flags().StringVar(&parameter, "parameter", "", "place of the parameter, such as /components/0/cost/rate or population:/groups/0/pupils")
	cmd.Flags().StringVar(&from, "from", "", "first value")
	cmd.Flags().StringVar(&to, "to", "", "last value")
	cmd.Flags().StringVar(&step, "step", "", "distance between values")
	cmd.Flags().StringVar(&party, "party", "", "only what this party bears: its code or its name")
	return cmd
}

func (a *app) showSweep(s *settlement, x *analysis.Sweep, party, format string) error {
	if format == "json" {
		_, err := a.out.Write(x.AppendDocument(nil))
		return err
	}
	g := &grid{columns: []column{{"x", "Waarde", "Value", true}, {"pooled", "In de pot", "In the pool", true}, {"cost", "Kosten (€)", "Cost (€)", true}, {"gap", "Tekort (€)", "Gap (€)", true}}}
	var ids []string
	for _, one := range x.Points[0].Shares {
		if party == "" || one.Party == party {
			ids = append(ids, one.Party)
			g.columns = append(g.columns, column{one.Party, one.Name + " (€)", one.Name + " (€)", true})
		}
	}
	for _, p := range x.Points {
		row := []string{p.X, itoa(p.Pooled), p.Cost.String(), p.Gap.String()}
		for _, id := range ids {
			cell := ""
			for _, one := range p.Shares {
				if one.Party == id {
					cell = one.Amount.String()
				}
			}
			row = append(row, cell)
		}
		g.add(row...)
	}
	return a.show(g, format)
}
