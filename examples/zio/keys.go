package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
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
			if format == "csv" {
				g.columns = append(g.columns, column{name + " over use", "", "", true})
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
			if format == "csv" {
				row = append(row, amountOrNone(k.Shares[i].OverUse))
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
		if format == "csv" {
			gap = append(gap, "")
		}
	}
	g.add(gap...)
	if err := a.show(g, format); err != nil || format == "csv" {
		return err
	}
	a.showKeyChanges(t)
	for _, k := range t.Keys {
		if k.Code != "" {
			a.paragraph("- ", a.keyInWords(&k)+": "+zio.InLang(a.lang, k.Text, k.TextEN))
		}
	}
	return nil
}

// showKeyChanges says of every other key who rises and falls most, who pays less and who pays more or less than by its own use, and
// which mix of two of them has the smallest largest rise.
func (a *app) showKeyChanges(t *analysis.KeyTable) {
	for i := range t.Keys {
		k := &t.Keys[i]
		if k.Code != "" {
			continue
		}
		var said []string
		if k.Rise != nil {
			said = append(said, a.say("grootste stijging ", "largest rise ")+k.Rise.Name+" "+a.euros(k.Rise.Amount))
		}
		if k.Fall != nil {
			said = append(said, a.say("grootste daling ", "largest fall ")+k.Fall.Name+" "+a.euros(k.Fall.Amount))
		}
		if len(k.Gain) > 0 {
			pay := "minder betalen "
			if len(k.Gain) == 1 {
				pay = "minder betaalt "
			}
			said = append(said, a.say(pay, "less is paid by ")+strings.Join(k.Gain, ", "))
		}
		if over := furthest(k.Shares); over != nil {
			said = append(said, a.say("het verst van het eigen gebruik is ", "furthest from its own use is ")+over.Name+", "+a.overUse(*over.OverUse))
		}
		if len(said) > 0 {
			a.paragraph("- ", a.keyInWords(k)+": "+strings.Join(said, "; ")+".")
		}
	}
	if m := t.Mix; m != nil {
		first, second := a.keyInWords(&t.Keys[m.First]), a.keyInWords(&t.Keys[m.Second])
		parts := itoa(m.Percent) + " % \"" + first + "\"" + a.say(" en ", " and ") + itoa(100-m.Percent) + " % \"" + second + "\""
		switch m.Percent {
		case 0:
			parts = a.say("alleen", "only") + " \"" + second + "\""
		case 100:
			parts = a.say("alleen", "only") + " \"" + first + "\""
		}
		text := a.fill("Met {parts} betaalt niemand meer.", "With {parts} nobody pays more.", "parts", parts)
		if m.Rise != nil {
			text = a.fill("Met {parts} is de grootste stijging het kleinst: {amount} voor {party}.", "With {parts} the largest rise is smallest: {amount} for {party}.",
				"parts", parts, "amount", a.euros(m.Rise.Amount), "party", m.Rise.Name)
		}
		a.paragraph("- ", text+a.say(" Geprobeerd zijn alle mengingen van twee andere sleutels.", " All mixes of two other keys were tried."))
	}
}

// euros is an amount in a sentence.
func (a *app) euros(e money.Euro) string {
	return zio.InLang(a.lang, "€ ", "€") + zio.FormatNumber(e.String(), a.lang)
}

func (a *app) overUse(e money.Euro) string {
	if e.Sign() < 0 {
		return a.euros(money.EuroFromCents(-e.Cents())) + a.say(" eronder", " below it")
	}
	return a.euros(e) + a.say(" erboven", " above it")
}

// furthest is the share that is furthest from own use; nil when none is known or all are equal to it.
func furthest(shares []analysis.KeyShare) *analysis.KeyShare {
	var out *analysis.KeyShare
	size := func(s *analysis.KeyShare) int64 { return max(s.OverUse.Cents(), -s.OverUse.Cents()) }
	for i := range shares {
		if s := &shares[i]; s.OverUse != nil && !s.OverUse.IsZero() && (out == nil || size(s) > size(out)) {
			out = s
		}
	}
	return out
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
