package main

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/examples/internal/verdict"
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/funding/year"
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/intake"
)

func newReconcile(a *app) *cobra.Command {
	var format, budget, previous, payments, day, title, letter string
	cmd := &cobra.Command{
		Use:   "reconcile AGREEMENT POPULATION --budget RESULT --payments FILE --day DATE",
		Short: "Settle a year: what was realised beside what was charged and paid",
		Long: `Set the realised year beside what was charged and paid before (afrekening). AGREEMENT is the
agreement with what the care did cost, POPULATION what was counted. --budget is the
result of the budget, as "zio settle --format json" writes it. A correction of an
earlier settlement has --previous in its place.

--payments is a payments document, or a CSV of a financial system with the columns
component, from, to, day and amount (geldstroom, van, aan, datum, bedrag).

The difference between definitive and charged is settled: an invoice or a credit
note. What was charged and not paid stays open. --letter writes the statement of one
party as a letter of one page.`,
		Example: `  zio reconcile realised.agreement.json realised.population.json --budget budget.result.json --payments bank.csv --day 2027-03-01
  zio reconcile realised.agreement.json realised.population.json --budget budget.result.json --payments bank.csv --day 2027-03-01 --letter Amersfoort`,
		Args: cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			if (budget == "") == (previous == "") || payments == "" || day == "" {
				return errors.New(a.say("vul --payments, --day en één van --budget en --previous in", "the flags --payments, --day and one of --budget and --previous are needed"))
			}
			in := year.Input{Title: title}
			err := a.noBSN("--title", title)
			if err != nil {
				return err
			}
			if in.Day, err = zio.ParseDate(day); err != nil {
				return a.wrong("--day", err)
			}
			if in.Agreement, in.Population, err = a.agreementAndPopulation(args[0], args[1]); err != nil {
				return err
			}
			if in.Title == "" {
				in.Title = a.fill("Afrekening {title}", "Settlement of {title}", "title", in.Agreement.Title)
			}
			if budget != "" {
				data, err := a.read(budget)
				if err != nil {
					return err
				}
				var problems zio.Problems
				if in.Budget, problems = funding.ReadResult(data); len(problems) == 0 {
					problems = in.Budget.Check()
				}
				if err := a.report(budget, problems); err != nil {
					return err
				}
				if err := a.budgetAgain(budget, &in); err != nil {
					return err
				}
			} else {
				data, err := a.read(previous)
				if err != nil {
					return err
				}
				var problems zio.Problems
				in.Previous, problems = year.ReadSettlement(data)
				if err := a.report(previous, problems); err != nil {
					return err
				}
				a.notAgain(previous, schema.Settlement)
			}
			if in.Payments, err = a.payments(payments, in.Agreement); err != nil {
				return err
			}
			s, problems := year.Settle(in)
			if err := a.report(args[0], problems); err != nil {
				return err
			}
			if letter != "" {
				return a.statement(s, in.Agreement, letter)
			}
			return a.showReconciled(s, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	cmd.Flags().StringVar(&budget, "budget", "", "result document of the budget")
	cmd.Flags().StringVar(&previous, "previous", "", "settlement document that is corrected")
	cmd.Flags().StringVar(&payments, "payments", "", "payments document, or CSV of a financial system")
	cmd.Flags().StringVar(&day, "day", "", "day of the settlement: payments until this day count")
	cmd.Flags().StringVar(&title, "title", "", "title of the settlement")
	cmd.Flags().StringVar(&letter, "letter", "", "statement of this party as a letter: its code or its name")
	return cmd
}

// budgetAgain calculates a budget again when the agreement and the population are those that it was calculated with; of any other
// it says that its amounts are taken as they stand.
func (a *app) budgetAgain(name string, in *year.Input) error {
	r := in.Budget.Receipt
	if r.Agreement == digestOf(in.Agreement.AppendDocument(nil)) && r.Population == digestOf(in.Population.AppendDocument(nil)) {
		problems := in.Budget.Verify(in.Agreement, in.Population)
		if len(problems) == 1 && problems[0].Code() == funding.NotVerified { // the amounts are right, and a settlement takes nothing else
			fmt.Fprintln(a.errs, "zio: "+oneLine(masked(name))+": "+problems[0].Text(a.lang))
			return nil
		}
		return a.report(name, problems)
	}
	a.notAgain(name, schema.Result)
	return nil
}

// notAgain says beside the output that a document was not calculated again.
func (a *app) notAgain(name string, kind schema.Kind) {
	for _, p := range verdict.NotChecked(kind) {
		fmt.Fprintln(a.errs, "zio: "+oneLine(masked(name))+": "+p.Text(a.lang))
	}
}

// payments reads a payments document or a table of a financial system.
func (a *app) payments(file string, agreement *funding.Agreement) (*year.Payments, error) {
	data, err := a.read(file)
	if err != nil {
		return nil, err
	}
	if strings.HasSuffix(file, ".json") || bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
		p, problems := year.ReadPayments(data)
		return p, a.report(file, problems)
	}
	p, problems := year.PaymentsFromTable(bytes.NewReader(data), agreement, intake.TableOptions{})
	p.Title = masked(file)
	if len(problems) == 0 && len(p.Payments) == 0 { // nothing paid, or an export that broke off
		fmt.Fprintln(a.errs, "zio: "+oneLine(masked(file))+": "+a.say("Er staat geen enkele betaling in: alles telt als niet betaald.", "There is no payment in it: everything counts as not paid."))
	}
	return p, a.report(file, problems)
}

// showReconciled shows a settlement: per party, and each line.
func (a *app) showReconciled(s *year.Settlement, format string) error {
	if format == "json" {
		_, err := a.out.Write(s.AppendDocument(nil))
		return err
	}
	lines := &grid{columns: []column{{"component", "Geldstroom", "Stream", false}, {"from", "Van", "From", false}, {"to", "Aan", "To", false},
		{"definitive", "Definitief (€)", "Definitive (€)", true}, {"charged", "In rekening (€)", "Charged (€)", true}, {"settle", "Af te rekenen (€)", "To settle (€)", true},
		{"paid", "Betaald (€)", "Paid (€)", true}, {"open", "Nog open (€)", "Open (€)", true}, {"document", "Stuk", "Document", false}}}
	for _, l := range s.Lines {
		lines.add(l.Component, s.Name(l.From), s.Name(l.To), l.Definitive.String(), l.Charged.String(), l.Settle.String(), l.Paid.String(), l.Open.String(), a.document(l.Document))
	}
	if format == "csv" {
		return a.show(lines, format)
	}
	a.heading(s.Title)
	a.paragraph("", a.fill("Stand op {day}. Een bedrag boven nul is te betalen, een bedrag onder nul krijgt de partij terug.",
		"As of {day}. An amount above zero is to be paid, an amount below zero is given back.", "day", a.date(s.Day)))
	a.println()
	parties := &grid{columns: []column{{"party", "Partij", "Party", false}, {"definitive", "Definitief (€)", "Definitive (€)", true},
		{"paid", "Betaald (€)", "Paid (€)", true}, {"settle", "Af te rekenen (€)", "To settle (€)", true}, {"open", "Nog open (€)", "Open (€)", true}}}
	for _, p := range s.Parties {
		parties.add(p.Name, p.Definitive.String(), p.Paid.String(), p.Settle.String(), p.Open.String())
	}
	if err := a.show(parties, format); err != nil {
		return err
	}
	a.println()
	a.heading(a.say("Per geldstroom", "Per stream"))
	if err := a.show(lines, format); err != nil {
		return err
	}
	if len(s.BudgetYears) > 0 {
		a.println()
		a.heading(a.say("Af te rekenen per begrotingsjaar", "To settle per budget year"))
		years := &grid{columns: []column{{"year", "Begrotingsjaar", "Budget year", false}, {"component", "Geldstroom", "Stream", false}, {"from", "Van", "From", false}, {"to", "Aan", "To", false}, {"amount", "Bedrag (€)", "Amount (€)", true}}}
		for _, y := range s.BudgetYears {
			if y.Amount != (money.Euro{}) {
				years.add(y.Year, y.Component, s.Name(y.From), s.Name(y.To), y.Amount.String())
			}
		}
		return a.show(years, format)
	}
	return nil
}

func (a *app) document(d year.Document) string {
	switch d {
	case year.Invoice:
		return a.say("factuur", "invoice")
	case year.CreditNote:
		return a.say("creditnota", "credit note")
	}
	return a.say("geen", "none")
}

// statement writes what the settlement comes to for one party as a letter.
func (a *app) statement(s *year.Settlement, agreement *funding.Agreement, party string) error {
	id := ""
	for _, p := range s.Parties {
		if p.Party == party || strings.EqualFold(p.Name, party) {
			id = p.Party
		}
	}
	if id == "" {
		return errors.New(a.fill("partij {party} staat niet in deze afrekening", "party {party} is not in this settlement", "party", party))
	}
	for i, line := range s.Letter(id, agreement, a.lang) {
		if i > 0 {
			a.println()
		}
		a.paragraph("", line)
	}
	return nil
}
