package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

func newSavings(a *app) *cobra.Command {
	var format, individual, collective, coordination, municipality, school, parent, file string
	var decisions int64
	cmd := &cobra.Command{
		Use:   "savings --individual AMOUNT --collective AMOUNT --decisions N",
		Short: "Compare collective care with individual decisions",
		Long: `Calculate what working together saves against individual decisions (besparing), and at
which cost of one decision nothing is saved or lost (omslagpunt).

No source gives what one decision costs. A cost that you leave out is not zero: the
saving can not be computed then, and the answer says what is missing. --individual
and --collective may also be a result document; then its cost is taken.`,
		Example: `  zio savings --individual 1200000.00 --collective 1029600.00 --decisions 78 --coordination 40000.00 --municipality 500.00 --school 300.00 --parent 0.00
  zio savings --individual decisions.result.json --collective pool.result.json --indicators monitor.json --coordination 0.00`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			in := analysis.SavingsInput{Decisions: decisions}
			if !cmd.Flags().Changed("decisions") && file == "" || individual == "" || collective == "" {
				return errors.New(a.say("vul --individual, --collective en --decisions (of --indicators) in", "the flag(s) --individual, --collective and --decisions (or --indicators) are needed"))
			}
			var err error
			if in.Individual, err = a.amountOrResult("--individual", individual); err != nil {
				return err
			}
			if in.Collective, err = a.amountOrResult("--collective", collective); err != nil {
				return err
			}
			if file != "" {
				if in.Decisions, err = a.decisionsAvoided(file); err != nil {
					return err
				}
			}
			for _, f := range []struct {
				flag, text string
				to         **money.Euro
			}{{"--coordination", coordination, &in.Coordination}, {"--municipality", municipality, &in.PerMunicipality}, {"--school", school, &in.PerSchool}, {"--parent", parent, &in.PerParent}} {
				if f.text == "" {
					continue
				}
				e, err := money.ParseEuro(f.text)
				if err != nil {
					return a.wrong(f.flag, err)
				}
				if e.Sign() < 0 {
					return a.belowZero(f.flag)
				}
				*f.to = &e
			}
			s, err := analysis.SavingsOf(in)
			if err != nil {
				return a.refused(err)
			}
			return a.showSavings(s, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	cmd.Flags().StringVar(&individual, "individual", "", "cost of the care by individual decisions: an amount or a result document")
	cmd.Flags().StringVar(&collective, "collective", "", "cost of the care together: an amount or a result document")
	cmd.Flags().Int64Var(&decisions, "decisions", 0, "number of decisions that fall away")
	cmd.Flags().StringVar(&file, "indicators", "", "indicators document with decisions-avoided, instead of --decisions")
	cmd.Flags().StringVar(&coordination, "coordination", "", "cost of working together")
	cmd.Flags().StringVar(&municipality, "municipality", "", "what one decision costs the municipality")
	cmd.Flags().StringVar(&school, "school", "", "what one decision costs the school")
	cmd.Flags().StringVar(&parent, "parent", "", "what one decision costs the parents")
	return cmd
}

// amountOrResult is an amount, or the cost in a result document.
func (a *app) amountOrResult(flag, text string) (money.Euro, error) {
	if !strings.HasSuffix(text, ".json") && text != "-" {
		e, err := money.ParseEuro(text)
		if err != nil {
			return money.Euro{}, a.wrong(flag, err)
		}
		if e.Sign() < 0 {
			return money.Euro{}, a.belowZero(flag)
		}
		return e, nil
	}
	data, err := a.read(text)
	if err != nil {
		return money.Euro{}, err
	}
	x, problems := funding.ReadResult(data)
	if len(problems) == 0 {
		problems = x.Check()
	}
	if err := a.report(text, problems); err != nil {
		return money.Euro{}, err
	}
	a.notAgain(text, schema.Result)
	return x.Cost()
}

func (a *app) indicators(file string) (*zio.Indicators, error) {
	data, err := a.read(file)
	if err != nil {
		return nil, err
	}
	x, problems := zio.ReadIndicators(data)
	return x, a.report(file, problems)
}

func (a *app) decisionsAvoided(file string) (int64, error) {
	x, err := a.indicators(file)
	if err != nil {
		return 0, err
	}
	n, found := int64(0), false
	for _, v := range x.Values {
		if v.Code == zio.IndicatorDecisionsAvoided {
			n, found = n+v.Value, true
		}
	}
	if !found {
		return 0, errors.New(a.say("in "+file+" staat geen decisions-avoided", "there is no decisions-avoided in "+file))
	}
	return n, nil
}

func (a *app) showSavings(s *analysis.Savings, format string) error {
	if format == "json" {
		_, err := a.out.Write(s.AppendDocument(nil))
		return err
	}
	unknown := a.say("niet te berekenen", "cannot be computed")
	cell := func(e *money.Euro) string {
		if e == nil {
			if format == "csv" {
				return ""
			}
			return unknown
		}
		return e.String()
	}
	g := &grid{columns: []column{{"measure", "Uitkomst", "Outcome", false}, {"amount", "Bedrag (€)", "Amount (€)", true}}}
	g.add(a.say("Besparing", "Saving"), cell(s.Saving))
	g.add(a.say("Kosten van één beschikking, alles samen", "Cost of one decision, all together"), cell(s.PerDecision))
	g.add(a.say("Omslagpunt per beschikking", "Break-even per decision"), cell(s.BreakEven))
	if err := a.show(g, format); err != nil || format == "csv" {
		return err
	}
	if s.BreakEven != nil && s.BreakEven.Sign() < 0 {
		a.println()
		a.paragraph("", a.say("Het omslagpunt is lager dan nul: samenwerken kost hier minder, ook als een beschikking niets kost.",
			"The break-even is below zero: working together costs less here, even if a decision costs nothing."))
	}
	if len(s.Missing) == 0 {
		return nil
	}
	names := map[string]string{"perMunicipality": "--municipality", "perSchool": "--school", "perParent": "--parent", "coordination": "--coordination"}
	var missing []string
	for _, m := range s.Missing {
		missing = append(missing, names[m])
	}
	a.println()
	a.paragraph("", a.say("Nog niet ingevuld: ", "Not filled in yet: ")+strings.Join(missing, ", ")+a.say(". Leeg is niet nul.", ". Blank is not zero."))
	return nil
}
