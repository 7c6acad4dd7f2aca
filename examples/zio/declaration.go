package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

func newDeclaration(a *app) *cobra.Command {
	var format, tariff, minutes, from, until, variant string
	var perWeek int64
	cmd := &cobra.Command{
		Use:   "declaration --tariff 75.55 --minutes 95,95,95,95",
		Short: "Check what a provider declares for an individual decision",
		Long: `Check what a provider of youth care declares for an individual decision (declaratie), as iJw
counts it: the minutes of one month as hours and at a tariff per hour, or the hours per
week of a decision in the weeks of each month, effort-based or output-based.`,
		Example: `  zio declaration --tariff 75.55 --minutes 95,95,95,95
  zio declaration --tariff 60.00 --per-week 3 --from 2025-10-07 --until 2025-12-30 --variant effort`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if tariff == "" || (minutes == "") == !cmd.Flags().Changed("per-week") {
				return errors.New(a.say("vul --tariff in, en --minutes of --per-week", "the flag --tariff is needed, with --minutes or --per-week"))
			}
			each, err := money.ParseEuro(tariff)
			if err != nil {
				return a.wrong("--tariff", err)
			}
			if each.Sign() < 0 {
				return a.belowZero("--tariff")
			}
			if minutes != "" {
				return a.declaredMinutes(each, minutes, format)
			}
			p := zio.Period{}
			if p.From, err = zio.ParseDate(from); err != nil {
				return a.wrong("--from", err)
			}
			if p.Until, err = zio.ParseDate(until); err != nil {
				return a.wrong("--until", err)
			}
			switch {
			case variant != "effort" && variant != "output":
				return errors.New(a.say("--variant is effort of output", "--variant is effort or output"))
			case p.Until.Before(p.From):
				return errors.New(a.say("--until ligt voor --from", "--until is before --from"))
			case perWeek < 0 || perWeek > 168:
				return errors.New(a.say("--per-week is 0 tot en met 168 uur", "--per-week is 0 to 168 hours"))
			}
			return a.declaredWeeks(each, perWeek, p, variant == "output", format)
		},
	}
	formatFlag(cmd, &format, formats...)
	cmd.Flags().StringVar(&tariff, "tariff", "", "tariff per hour, such as 75.55")
	cmd.Flags().StringVar(&minutes, "minutes", "", "minutes of one month, with commas between")
	cmd.Flags().Int64Var(&perWeek, "per-week", 0, "hours per week of the decision")
	cmd.Flags().StringVar(&from, "from", "", "first day of the decision")
	cmd.Flags().StringVar(&until, "until", "", "last day of the decision")
	cmd.Flags().StringVar(&variant, "variant", "", "how weeks are counted: effort or output")
	return cmd
}

// declaredMinutes shows the minutes of one month as hours, and what they cost at a tariff per hour.
func (a *app) declaredMinutes(tariff money.Euro, text, format string) error {
	var list []int64
	sum := int64(0)
	for one := range strings.SplitSeq(text, ",") {
		x, err := money.ParseFactor(strings.TrimSpace(one))
		if err != nil {
			return a.wrong("--minutes", err)
		}
		n := x.Micros() / 1_000_000
		if n < 0 || n > zio.MaxCount || x.Micros()%1_000_000 != 0 {
			return errors.New(a.say("--minutes zijn hele minuten", "--minutes are whole minutes"))
		}
		list, sum = append(list, n), sum+n
	}
	amount, err := funding.DeclaredAmount(tariff, sum)
	if err != nil {
		return a.refused(err)
	}
	g := &grid{columns: []column{{"measure", "Uitkomst", "Outcome", false}, {"value", "Waarde", "Value", true}}}
	g.add(a.say("Minuten samen", "Minutes together"), itoa(sum))
	g.add(a.say("In uren gedeclareerd", "Declared in hours"), itoa(funding.DeclaredHours(list)))
	g.add(a.say("Bedrag van de minuten (€)", "Amount of the minutes (€)"), amount.String())
	return a.show(g, format)
}

// declaredWeeks shows the weeks and hours of each month of a decision, and those of the whole of it, which bound what is paid.
func (a *app) declaredWeeks(tariff money.Euro, perWeek int64, p zio.Period, output bool, format string) error {
	inMonth, inAll := funding.EffortWeeksInMonth, funding.EffortWeeks
	if output {
		inMonth, inAll = funding.OutputWeeksInMonth, funding.OutputWeeks
	}
	g := &grid{columns: []column{{"from", "Vanaf", "From", false}, {"until", "Tot en met", "To", false}, {"weeks", "Weken", "Weeks", true}, {"hours", "Uren", "Hours", true}, {"amount", "Bedrag (€)", "Amount (€)", true}}}
	row := func(from, until string, weeks int64) ([]string, error) {
		amount, err := funding.DeclaredAmount(tariff, weeks*perWeek*60)
		return []string{from, until, itoa(weeks), itoa(weeks * perWeek), amount.String()}, err
	}
	for _, part := range p.Months() {
		month := zio.Period{From: part.From, Until: part.From.LastOfMonth()}
		cells, err := row(part.From.String(), part.Until.String(), inMonth(p, month))
		if err != nil {
			return a.refused(err)
		}
		g.add(cells...)
	}
	total, err := row(a.say("hoogstens samen", "at most together"), "", inAll(p))
	if err != nil {
		return a.refused(err)
	}
	g.total = total
	return a.show(g, format)
}
