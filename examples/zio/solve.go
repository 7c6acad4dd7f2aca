package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

func newSolve(a *app) *cobra.Command {
	var format, parameter, from, to, of, target string
	var d disclosure
	cmd := &cobra.Command{
		Use:   "solve AGREEMENT POPULATION | FOLDER | SYSTEM",
		Short: "Find the value of a parameter that reaches an amount",
		Long: `Find which value of a parameter makes the cost, the gap or the share of a party an
amount (terugrekenen). The search is exact, in the smallest unit of the parameter: a
minute, a cent, a millionth. It says so when no value reaches the amount, with the
values on both sides, and when more than one does.

` + disclosureHelp,
		Example: `  zio solve st-maartenschool --parameter /components/0/cost/rate --from 0.00 --to 200.00 --of cost --target 1000000.00
  zio solve st-maartenschool --parameter /components/0/cost/normMinutes --from 1 --to 720 --of Wijchen --target 120000.00`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			if parameter == "" || from == "" || to == "" || target == "" {
				return errors.New(a.say("vul --parameter, --from, --to en --target in", "the flag(s) --parameter, --from, --to and --target are needed"))
			}
			amount, err := money.ParseEuro(target)
			if err != nil {
				return a.wrong("--target", err)
			}
			s, err := a.settleArgs(args)
			if err != nil {
				return err
			}
			if of != "cost" && of != "gap" {
				if of, err = a.partyOf(s, of); err != nil {
					return err
				}
			}
			x, problems := analysis.Solve(s.agreement, s.population, parameter, from, to, analysis.Goal{Of: of, Target: amount})
			if err := a.report(args[0], problems); err != nil {
				return err
			}
			if err := a.mayTellPlaces(s.public, d, format == "table", func() zio.Problems { return fewInSolution(x) }); err != nil {
				return err
			}
			return a.showSolution(x, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	d.flag(cmd)
	cmd.Flags().StringVar(&parameter, "parameter", "", "place of the parameter, such as /components/0/cost/rate or population:/groups/0/pupils")
	cmd.Flags().StringVar(&from, "from", "", "lowest value that may be chosen")
	cmd.Flags().StringVar(&to, "to", "", "highest value")
	cmd.Flags().StringVar(&of, "of", "cost", "what must reach the amount: cost, gap, or a party")
	cmd.Flags().StringVar(&target, "target", "", "the amount, such as 1000000.00")
	return cmd
}

// wrong says that the value of a flag can not be used.
func (a *app) wrong(flag string, err error) error {
	if p, ok := err.(zio.Problem); ok {
		return errors.New(flag + ": " + p.Text(a.lang))
	}
	return errors.New(flag + ": " + err.Error())
}

// belowZero refuses a figure below zero.
func (a *app) belowZero(flag string) error {
	return errors.New(flag + ": " + a.say("een getal onder nul kan hier niet", "a number below zero is not possible here"))
}

// noBSN refuses an argument that goes into the output and could hold a BSN; it does not repeat it.
func (a *app) noBSN(name, text string) error {
	if zio.LooksLikeBSN(text) {
		return errors.New(name + ": " + problemBSN.At("").Text(a.lang))
	}
	return nil
}

// problemBSN is the problem of a text that could hold a BSN.
var problemBSN = (*zio.ProblemKind)(strictjson.FaultBSN)

func (a *app) showSolution(x *analysis.Solution, format string) error {
	if format == "json" {
		_, err := a.out.Write(x.AppendDocument(nil))
		return err
	}
	g := &grid{columns: []column{{"answer", "Antwoord", "Answer", false}, {"from", "Van", "From", true}, {"until", "Tot en met", "Up to", true},
		{"below", "Net eronder", "Just below", true}, {"belowAmount", "Bedrag (€)", "Amount (€)", true}, {"above", "Net erboven", "Just above", true}, {"aboveAmount", "Bedrag (€)", "Amount (€)", true}}}
	answer := string(x.Answer)
	if format != "csv" {
		answer = map[analysis.Answer]string{"one": a.say("één waarde", "one value"), "range": a.say("elke waarde in dit bereik", "every value in this range"), "none": a.say("geen waarde komt precies uit", "no value comes out exactly")}[x.Answer]
	}
	g.add(answer, x.From, x.Until, x.Below, amountOrNone(x.BelowAmount), x.Above, amountOrNone(x.AboveAmount))
	return a.show(g, format)
}

func amountOrNone(e *money.Euro) string {
	if e == nil {
		return ""
	}
	return e.String()
}
