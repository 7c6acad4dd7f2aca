package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/zio"
)

func newKeys(a *app) *cobra.Command {
	var format, component string
	cmd := &cobra.Command{
		Use:   "keys AGREEMENT POPULATION | FOLDER | SYSTEM",
		Short: "Divide the same cost by every key that applies",
		Long: `Divide the cost of one component by its own key and by every key that needs no more
than the population has (verdeelsleutels vergelijken): who gains and who loses
against the key of the agreement. A key that can not be used here is named with the reason.`,
		Example: "  zio keys st-maartenschool\n  zio keys agreement.json population.json --component pool --format csv",
		Args:    cobra.RangeArgs(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := a.settleArgs(args)
			if err != nil {
				return err
			}
			if component == "" {
				component = s.agreement.Components[0].ID
			}
			t, problems := analysis.CompareKeys(s.agreement, s.population, component)
			if err := a.report(args[0], problems); err != nil {
				return err
			}
			return a.showKeys(t, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	cmd.Flags().StringVar(&component, "component", "", "id of the component (default: the first)")
	return cmd
}

func (a *app) showKeys(t *analysis.KeyTable, format string) error {
	if format == "json" {
		_, err := a.out.Write(t.AppendDocument(nil))
		return err
	}
	g := &grid{width: 28, columns: []column{{"party", "Code", "Code", false}, {"name", "Partij", "Party", false}}}
	var used []analysis.KeyColumn
	for _, k := range t.Keys {
		if k.Code == "" {
			used = append(used, k)
			name := k.Rule
			if k.Basis != "" {
				name += " " + k.Basis
			}
			words := a.keyInWords(&k) + " (€)"
			g.columns = append(g.columns, column{name, words, words, true})
			if len(used) > 1 {
				g.columns = append(g.columns, column{name + " difference", "verschil (€)", "difference (€)", true})
			}
		}
	}
	for i, s := range used[0].Shares {
		row := []string{s.Party, s.Name}
		for j, k := range used {
			row = append(row, k.Shares[i].Amount.String())
			if j > 0 {
				row = append(row, k.Shares[i].Difference.String())
			}
		}
		g.add(row...)
	}
	gap := []string{"", a.say("Tekort", "Gap")}
	for j, k := range used {
		gap = append(gap, k.Gap.String())
		if j > 0 {
			more, err := k.Gap.Sub(used[0].Gap)
			if err != nil {
				return err
			}
			gap = append(gap, more.String())
		}
	}
	g.add(gap...)
	if err := a.show(g, format); err != nil || format == "csv" {
		return err
	}
	for _, k := range t.Keys {
		if k.Code != "" {
			a.paragraph("- ", a.keyInWords(&k)+": "+zio.InLang(a.lang, k.Text, k.TextEN))
		}
	}
	return nil
}

// basisWords are what a key counts, in words; a series that has none keeps its name.
var basisWords = map[string][2]string{
	funding.BasisEligible: {"leerlingen in de pot", "pupils in the pool"},
	funding.BasisEnrolled: {"leerlingen op school", "pupils at school"},
	"eligible-minutes":    {"minuten in de pot", "minutes in the pool"},
	"own-cost":            {"eigen kosten", "own cost"},
	"inhabitants":         {"inwoners", "inhabitants"},
	"clients":             {"cliënten", "clients"},
	"resident-students":   {"studenten", "students"},
	"gemeentefonds":       {"deel van het gemeentefonds", "part of the municipal fund"},
	"sites":               {"vestigingen", "sites"},
	"youth-under-18":      {"jongeren tot 18 jaar", "young people under 18"},
}

// keyInWords names a key and what it counts: "Naar rato: leerlingen in de pot".
func (a *app) keyInWords(k *analysis.KeyColumn) string {
	name := a.ruleName(k.Rule)
	if k.Basis == "" {
		return name
	}
	basis, day, dated := strings.Cut(k.Basis, " ")
	if w, known := basisWords[basis]; known {
		basis = a.say(w[0], w[1])
	}
	if d, err := zio.ParseDate(day); dated && err == nil {
		basis += ", " + a.date(d)
	}
	return name + ": " + basis
}
