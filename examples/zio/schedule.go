package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// frequencies are how often is paid, by the name of the flag.
var frequencies = map[string]funding.Frequency{"month": funding.Monthly, "quarter": funding.Quarterly, "half-year": funding.HalfYearly, "year": funding.Yearly}

func newSchedule(a *app) *cobra.Command {
	var format, amount, from, until, every, years string
	cmd := &cobra.Command{
		Use:   "schedule [AGREEMENT POPULATION | FOLDER | SYSTEM]",
		Short: "Divide amounts over instalments or over budget years",
		Long: `Divide what each party pays over instalments (termijnen), or over the budget years that
the agreement touches (begrotingsjaren), by days or by months. The parts sum to the
amount exactly. Without an agreement it is the amount and the period of the flags.`,
		Example: `  zio schedule st-maartenschool --every quarter
  zio schedule --amount 100000.00 --from 2026-08-01 --until 2027-07-31 --budget-years months`,
		Args: cobra.MaximumNArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			divide, err := a.scheduleDivider(every, years)
			if err != nil {
				return err
			}
			var payers []payer
			var period zio.Period
			if len(args) > 0 {
				s, err := a.settleArgs(args)
				if err != nil {
					return err
				}
				period = s.result.Agreement.Period
				for _, x := range s.result.Shares {
					if !x.Amount.IsZero() {
						payers = append(payers, payer{x.Name, x.Amount})
					}
				}
			} else {
				e, err := money.ParseEuro(amount)
				if err != nil {
					return a.wrong("--amount", err)
				}
				if e.Sign() < 0 {
					return a.wrong("--amount", problemNegativeAmount.At("", "amount", e.String()))
				}
				if period.From, err = zio.ParseDate(from); err != nil {
					return a.wrong("--from", err)
				}
				if period.Until, err = zio.ParseDate(until); err != nil {
					return a.wrong("--until", err)
				}
				payers = []payer{{a.say("het bedrag", "the amount"), e}}
			}
			return a.showSchedule(payers, period, divide, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	cmd.Flags().StringVar(&amount, "amount", "", "amount to divide, such as 100000.00")
	cmd.Flags().StringVar(&from, "from", "", "first day of the period")
	cmd.Flags().StringVar(&until, "until", "", "last day of the period")
	cmd.Flags().StringVar(&every, "every", "", "how often is paid: month, quarter, half-year or year")
	cmd.Flags().StringVar(&years, "budget-years", "", "divide over calendar years by: days or months")
	return cmd
}

var problemNegativeAmount = &zio.ProblemKind{Code: "command.amount-negative", NL: "Het bedrag € {amount#} is lager dan € 0,00. Geef een bedrag van € 0,00 of meer.", EN: "The amount €{amount#} is below €0.00. Give an amount of €0.00 or more."}

// payer is who pays an amount.
type payer struct {
	name   string
	amount money.Euro
}

// divider divides an amount of a period over parts of it.
type divider func(money.Euro, zio.Period) ([]funding.Instalment, error)

// scheduleDivider is the division that the flags ask for: instalments or budget years, not both.
func (a *app) scheduleDivider(every, years string) (divider, error) {
	frequency, known := frequencies[every]
	switch {
	case (every == "") == (years == ""):
		return nil, errors.New(a.say("kies --every of --budget-years", "choose a flag: --every or --budget-years"))
	case every != "" && !known:
		return nil, errors.New(a.say("--every is month, quarter, half-year of year", "--every is month, quarter, half-year or year"))
	case years != "" && years != "days" && years != "months":
		return nil, errors.New(a.say("--budget-years is days of months", "--budget-years is days or months"))
	case years != "":
		return func(e money.Euro, p zio.Period) ([]funding.Instalment, error) {
			return funding.BudgetYears(e, p, funding.BudgetYearCalendar, funding.DividedBy(years))
		}, nil
	}
	return func(e money.Euro, p zio.Period) ([]funding.Instalment, error) {
		return funding.Instalments(e, p, frequency)
	}, nil
}

// showSchedule prints a row per payer and part, and of several payers the sum of each part.
func (a *app) showSchedule(payers []payer, period zio.Period, divide divider, format string) error {
	g := &grid{columns: []column{{"party", "Partij", "Party", false}, {"from", "Van", "From", false}, {"until", "Tot en met", "Up to", false}, {"amount", "Bedrag (€)", "Amount (€)", true}}}
	total := money.Euro{}
	for _, p := range payers {
		parts, err := divide(p.amount, period)
		if err != nil {
			return a.refused(err)
		}
		for _, part := range parts {
			g.add(p.name, part.Period.From.String(), part.Period.Until.String(), part.Amount.String())
			total = plus(total, part.Amount)
		}
	}
	g.total = []string{a.say("samen", "together"), "", "", total.String()}
	return a.show(g, format)
}
