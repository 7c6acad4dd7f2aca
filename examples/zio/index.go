package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
)

func newIndex(a *app) *cobra.Command {
	var format, price, wagePart, rounding string
	var wage, material [3]string
	cmd := &cobra.Command{
		Use:   "index --price 60.00 --wage-part 85 --wage 3.1,4.25,3.8 --material 2.0,2.5,2.2",
		Short: "Raise a price by the index figures",
		Long: `Raise a price to the next year (indexatie), wage part and material part apart: the
forecast of the next year, and the correction of what was forecast for this year.
--wage and --material are three percentages: forecast of the next year, definitive
figure of this year, earlier forecast of this year. Figures are yours: none is built in.`,
		Example: "  zio index --price 60.00 --wage-part 85 --wage 3.1,4.25,3.8 --material 2.0,2.5,2.2",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			for _, name := range []string{"price", "wage-part", "wage", "material"} {
				if !cmd.Flags().Changed(name) {
					return errors.New(a.say("vul --price, --wage-part, --wage en --material in", "the flag(s) --price, --wage-part, --wage and --material are needed"))
				}
			}
			e, err := money.ParseEuro(price)
			if err != nil {
				return a.wrong("--price", err)
			}
			if e.Sign() < 0 {
				return a.belowZero("--price")
			}
			part, err := money.ParseFactor(wagePart)
			if err != nil {
				return a.wrong("--wage-part", err)
			}
			mode, err := money.ParseRounding(rounding)
			if err != nil {
				return a.wrong("--rounding", err)
			}
			w, err := a.figures("--wage", wage)
			if err != nil {
				return err
			}
			m, err := a.figures("--material", material)
			if err != nil {
				return err
			}
			x, err := analysis.Index(e, part, w, m, mode)
			if err != nil {
				return a.refused(err)
			}
			g := &grid{columns: []column{{"measure", "Uitkomst", "Outcome", false}, {"value", "Waarde", "Value", true}}}
			g.add(a.say("Index loon (procent)", "Wage index (per cent)"), decimalText(x.Wage))
			g.add(a.say("Index materieel (procent)", "Material index (per cent)"), decimalText(x.Material))
			g.add(a.say("Factor", "Factor"), decimalText(x.Factor))
			g.add(a.say("Nieuwe prijs (€)", "New price (€)"), x.Price.String())
			return a.show(g, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	cmd.Flags().StringVar(&price, "price", "", "price now, such as 60.00")
	cmd.Flags().StringVar(&wagePart, "wage-part", "", "wage part of the price, per cent")
	cmd.Flags().Var((*threeFigures)(&wage), "wage", "forecast next year, definitive this year, forecast this year, per cent")
	cmd.Flags().Var((*threeFigures)(&material), "material", "the same of the material part")
	cmd.Flags().StringVar(&rounding, "rounding", "half-up", "rounding of the new price")
	return cmd
}

// decimalText writes an exact fraction that is a decimal of at most twelve places as a decimal, others as a fraction.
func decimalText(x money.Exact) string {
	for scale, places := int64(1), 0; places <= 12; scale, places = scale*10, places+1 {
		y, err := x.MulInt(scale)
		if err != nil || !y.IsInt() {
			continue
		}
		text := y.String()
		if places == 0 {
			return text
		}
		sign := ""
		if text[0] == '-' {
			sign, text = "-", text[1:]
		}
		for len(text) <= places {
			text = "0" + text
		}
		return sign + text[:len(text)-places] + "." + text[len(text)-places:]
	}
	return x.String()
}

func (a *app) figures(flag string, texts [3]string) (analysis.IndexFigures, error) {
	var list [3]money.Factor
	for i, s := range texts {
		f, err := money.ParseFactor(s)
		if err != nil {
			return analysis.IndexFigures{}, a.wrong(flag, err)
		}
		list[i] = f
	}
	return analysis.IndexFigures{ForecastNext: list[0], Definitive: list[1], ForecastThis: list[2]}, nil
}
