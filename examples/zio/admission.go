package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
)

func newAdmission(a *app) *cobra.Command {
	var format, basis string
	cmd := &cobra.Command{
		Use:   "admission --basis 12000.00 CATEGORY:PUPILS:AMOUNT...",
		Short: "Calculate what a special school receives by admission statements",
		Long: `Calculate what a school for special education receives by its admission statements
(toelaatbaarheidsverklaringen, TLV): per pupil the basis that the state pays, and the
amount of the category that the school alliance pays. The amounts are yours: none is
built in.`,
		Example: "  zio admission --basis 12000.00 laag:30:5000.00 midden:12:9000.00 hoog:4:14000.00",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if basis == "" {
				return errors.New(a.say("vul --basis in: het bedrag per leerling dat het Rijk betaalt", "the flag --basis is needed: the amount per pupil that the state pays"))
			}
			each, err := money.ParseEuro(basis)
			if err != nil {
				return a.wrong("--basis", err)
			}
			if each.Sign() < 0 {
				return a.belowZero("--basis")
			}
			g := &grid{columns: []column{{"category", "Categorie", "Category", false}, {"pupils", "Leerlingen", "Pupils", true}, {"each", "Per leerling (€)", "Per pupil (€)", true},
				{"state", "Rijk (€)", "State (€)", true}, {"alliance", "Samenwerkingsverband (€)", "School alliance (€)", true}}}
			var categories []analysis.AdmissionCategory
			pupils := int64(0)
			for _, arg := range args {
				name, c, err := a.admissionCategory(arg)
				if err != nil {
					return err
				}
				state, alliance, err := analysis.AdmissionFunding(each, []analysis.AdmissionCategory{c})
				if err != nil {
					return a.refused(err)
				}
				categories = append(categories, c)
				pupils += c.Pupils
				g.add(name, itoa(c.Pupils), c.Amount.String(), state.String(), alliance.String())
			}
			state, alliance, err := analysis.AdmissionFunding(each, categories)
			if err != nil {
				return a.refused(err)
			}
			g.total = []string{a.say("samen", "together"), itoa(pupils), "", state.String(), alliance.String()}
			return a.show(g, format)
		},
	}
	formatFlag(cmd, &format, "table", "csv", "json", "md")
	cmd.Flags().StringVar(&basis, "basis", "", "what the state pays per pupil and year, such as 12000.00")
	return cmd
}

// admissionCategory reads "laag:30:5000.00": a name, a number of pupils and an amount per pupil.
func (a *app) admissionCategory(arg string) (string, analysis.AdmissionCategory, error) {
	parts := strings.Split(arg, ":")
	if len(parts) != 3 || parts[0] == "" {
		return "", analysis.AdmissionCategory{}, errors.New(a.fill("{arg} is geen categorie. Schrijf naam, aantal en bedrag per leerling, zo: laag:30:5000.00",
			"{arg} is not a category. Write a name, a number and an amount per pupil, like this: laag:30:5000.00", "arg", arg))
	}
	if err := a.noBSN("CATEGORY", parts[0]); err != nil {
		return "", analysis.AdmissionCategory{}, err
	}
	n, err := money.ParseFactor(parts[1])
	if err != nil {
		return "", analysis.AdmissionCategory{}, a.wrong(arg, err)
	}
	pupils, err := n.Exact().Round(money.Down)
	if err != nil || pupils < 0 || n.Exact() != money.ExactFromInt(pupils) {
		return "", analysis.AdmissionCategory{}, errors.New(a.fill("{arg}: het aantal leerlingen is een geheel getal", "{arg}: the number of pupils is a whole number", "arg", arg))
	}
	amount, err := money.ParseEuro(parts[2])
	if err != nil {
		return "", analysis.AdmissionCategory{}, a.wrong(arg, err)
	}
	if amount.Sign() < 0 {
		return "", analysis.AdmissionCategory{}, a.belowZero(arg)
	}
	return parts[0], analysis.AdmissionCategory{Pupils: pupils, Amount: amount}, nil
}
