package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
)

func newCostPrice(a *app) *cobra.Command {
	var format, wage, allowances, social, overhead, risk, rounding string
	var hours int64
	cmd := &cobra.Command{
		Use:   "cost-price --wage 50000.00 --allowances 10 --social 30 --hours 1300 --overhead 20 --risk 2",
		Short: "Make a tariff per hour of its elements",
		Long: `Make a tariff per hour (kostprijs) of its elements: the wage of a year with allowances
and social charges, divided by the productive hours, with overhead and risk on top.
Percentages are in per cent. All figures are yours: none is built in.`,
		Example: "  zio cost-price --wage 50000.00 --allowances 10 --social 30 --hours 1300 --overhead 20 --risk 2",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			for _, name := range []string{"wage", "allowances", "social", "hours", "overhead", "risk"} {
				if !cmd.Flags().Changed(name) {
					return errors.New(a.say("vul --wage, --allowances, --social, --hours, --overhead en --risk in", "the flag(s) --wage, --allowances, --social, --hours, --overhead and --risk are needed"))
				}
			}
			e, err := money.ParseEuro(wage)
			if err != nil {
				return a.wrong("--wage", err)
			}
			if e.Sign() < 0 {
				return a.belowZero("--wage")
			}
			var parts [4]money.Factor
			for i, flag := range []struct{ name, text string }{{"--allowances", allowances}, {"--social", social}, {"--overhead", overhead}, {"--risk", risk}} {
				if parts[i], err = money.ParseFactor(flag.text); err != nil {
					return a.wrong(flag.name, err)
				}
				if parts[i].Sign() < 0 {
					return a.belowZero(flag.name)
				}
			}
			mode, err := money.ParseRounding(rounding)
			if err != nil {
				return a.wrong("--rounding", err)
			}
			price, err := analysis.CostPrice(e, parts[0], parts[1], hours, parts[2], parts[3], mode)
			if err != nil {
				return a.refused(err)
			}
			g := &grid{columns: []column{{"measure", "Uitkomst", "Outcome", false}, {"value", "Waarde", "Value", true}}}
			g.add(a.say("Tarief per uur (€)", "Tariff per hour (€)"), price.String())
			whole, err := funding.MinuteTariff(price)
			if err != nil {
				return a.refused(err)
			}
			g.add(a.say("Dichtstbijzijnde tarief met hele centen per minuut (€)", "Nearest tariff with whole cents per minute (€)"), whole.String())
			return a.show(g, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	cmd.Flags().StringVar(&wage, "wage", "", "wage of a year for one fte, such as 50000.00")
	cmd.Flags().StringVar(&allowances, "allowances", "", "allowances, per cent of the wage")
	cmd.Flags().StringVar(&social, "social", "", "social charges, per cent")
	cmd.Flags().Int64Var(&hours, "hours", 0, "productive hours of a year for one fte")
	cmd.Flags().StringVar(&overhead, "overhead", "", "overhead, per cent")
	cmd.Flags().StringVar(&risk, "risk", "", "risk, per cent")
	cmd.Flags().StringVar(&rounding, "rounding", "half-up", "rounding of the tariff")
	return cmd
}
