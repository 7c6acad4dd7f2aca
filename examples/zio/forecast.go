package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/funding/year"
	"github.com/zio-collectief/zio/zio"
)

func newForecast(a *app) *cobra.Command {
	var format, rounding string
	var prices, growth []string
	var years int
	cmd := &cobra.Command{
		Use:   "forecast AGREEMENT POPULATION | FOLDER | SYSTEM",
		Short: "Show what each party bears over the next budget years",
		Long: `Calculate an agreement of one year over the next budget years (meerjarenraming): prices rise by
an index, pupils by a growth per home municipality, and a party whose time ends takes
part no more. The percentages are yours: no source gives them.

--index is a place in the agreement and a percentage a year; with three numbers the
wage part, the index of wages and that of the rest: /components/0/cost/rate=80,4,2.
--growth is a municipality and a percentage a year.`,
		Example: `  zio forecast agreement.json population.json --index /components/0/cost/rate=3.5
  zio forecast agreement.json population.json --years 4 --index /components/0/cost/rate=80,4,2 --growth 0344=1.5`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := a.settleArgs(args)
			if err != nil {
				return err
			}
			in := year.Assumptions{Years: years}
			if in.Rounding, err = money.ParseRounding(rounding); err != nil {
				return a.wrong("--rounding", err)
			}
			for _, text := range prices {
				price, err := a.priceIndex(text)
				if err != nil {
					return err
				}
				in.Prices = append(in.Prices, price)
			}
			for _, text := range growth {
				code, percent, _ := strings.Cut(text, "=")
				g := year.Growth{}
				if g.Home, err = zio.ParseMunicipalityCode(code); err == nil {
					g.Percent, err = money.ParseFactor(percent)
				}
				if err != nil {
					return a.wrong("--growth", err)
				}
				in.Growth = append(in.Growth, g)
			}
			out, problems := year.Forecast(s.agreement, s.population, in)
			if err := a.report(args[0], problems); err != nil {
				return err
			}
			return a.showForecast(s.agreement, out, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	cmd.Flags().IntVar(&years, "years", 4, "number of years, the first included")
	cmd.Flags().StringArrayVar(&prices, "index", nil, "a place in the agreement and what it rises a year")
	cmd.Flags().StringArrayVar(&growth, "growth", nil, "a municipality and how its pupils grow a year, in per cent")
	cmd.Flags().StringVar(&rounding, "rounding", "half-up", "rounding of an indexed price")
	return cmd
}

// priceIndex reads "/components/0/cost/rate=3.5" and "/components/0/cost/rate=80,4,2".
func (a *app) priceIndex(text string) (year.PriceIndex, error) {
	pointer, numbers, _ := strings.Cut(text, "=")
	price := year.PriceIndex{Pointer: pointer}
	list := strings.Split(numbers, ",")
	to := []*money.Factor{&price.Wage}
	switch len(list) {
	case 1: // one index for the whole price
		price.WagePart = money.MustParseFactor("100")
	case 3:
		to = []*money.Factor{&price.WagePart, &price.Wage, &price.Material}
	default:
		return price, errors.New(a.say("--index is een plaats en één of drie percentages, zoals /components/0/cost/rate=80,4,2", "--index is a place and one or three percentages, such as /components/0/cost/rate=80,4,2"))
	}
	for i, text := range list {
		f, err := money.ParseFactor(text)
		if err != nil {
			return price, a.wrong("--index", err)
		}
		*to[i] = f
	}
	return price, nil
}

// showForecast prints a row per party and a column per year.
func (a *app) showForecast(agreement *funding.Agreement, years []year.Forecasted, format string) error {
	g := &grid{columns: []column{{"party", "Partij", "Party", false}, {"name", "", "", false}}}
	sums := make([]money.Euro, len(years))
	for i := range years {
		from := years[i].Agreement.Period.From
		label := itoa(int64(from.Year()))
		if from.Month() != 1 {
			label += "-" + itoa(int64(from.Year()+1))
		}
		g.columns = append(g.columns, column{label, label + " (€)", label + " (€)", true})
	}
	for i := range agreement.Parties {
		p := &agreement.Parties[i]
		row, any := []string{p.ID, p.Name}, false
		for k := range years {
			share, bears := years[k].Result.Share(p.ID)
			any = any || bears
			sums[k] = plus(sums[k], share)
			row = append(row, share.String())
		}
		if any {
			g.add(row...)
		}
	}
	g.total = []string{a.say("samen", "together"), ""}
	for _, sum := range sums {
		g.total = append(g.total, sum.String())
	}
	return a.show(g, format)
}
