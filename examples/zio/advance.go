package main

import (
	"errors"

	"github.com/spf13/cobra"
)

func newAdvance(a *app) *cobra.Command {
	var format, party, part string
	cmd := &cobra.Command{
		Use:   "advance AGREEMENT POPULATION | FOLDER | SYSTEM",
		Short: "Show when which advance is due, and which budget year it belongs to",
		Long: `Settle an agreement and show its payments in instalments (voorschotten), with the day on
which each is due, and the part of each budget year (begrotingsjaar). The agreement says
how often is paid, on which day, and how budget years are counted: its member schedule.`,
		Example: `  zio advance agreement.json population.json
  zio advance agreement.json population.json --party 0307 --format csv --part schedule`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := a.settleArgs(args)
			if err != nil {
				return err
			}
			if s.agreement.Schedule == nil {
				return errors.New(a.say("in deze overeenkomst staat geen betaalschema (schedule)", "this agreement has no schedule"))
			}
			id, err := a.partyOf(s, party)
			if err != nil {
				return err
			}
			switch {
			case part == "budget-years":
				return a.show(a.budgetYearsGrid(s, id), format)
			case part == "schedule" || format != "table" && format != "md":
				return a.show(a.scheduleGrid(s, id), format)
			case part != "":
				return errors.New(a.say("--part is schedule of budget-years", "--part is schedule or budget-years"))
			}
			a.heading(a.say("Voorschotten", "Advances"))
			if err := a.show(a.scheduleGrid(s, id), format); err != nil {
				return err
			}
			a.println()
			a.heading(a.say("Per begrotingsjaar", "Per budget year"))
			return a.show(a.budgetYearsGrid(s, id), format)
		},
	}
	formatFlag(cmd, &format, formats...)
	cmd.Flags().StringVar(&party, "party", "", "only this party: its code or its name")
	cmd.Flags().StringVar(&part, "part", "", "only one part: schedule or budget-years")
	return cmd
}
