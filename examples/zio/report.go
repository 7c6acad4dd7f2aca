package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/zio"
)

func newReport(a *app) *cobra.Command {
	var output string
	var d disclosure
	cmd := &cobra.Command{
		Use:   "report AGREEMENT POPULATION | FOLDER | SYSTEM",
		Short: "Write an annex for a council proposal",
		Long: `Write a complete annex for a council proposal in Markdown (bijlage bij een
raadsvoorstel): the parties, the choices that were made, who bears what and why, who
pays whom, which pupils are left out, gaps, checks, sources, what is made up, and the
receipt with which the calculation can be made again.

` + disclosureHelp + `
` + mergeHelp,
		Example: "  zio report agreement.json population.json --lang nl > bijlage.md\n  zio report st-maartenschool --lang nl --output bijlage.md",
		Args:    cobra.RangeArgs(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := a.settleArgs(args)
			if err != nil {
				return err
			}
			if err := a.mayTell(s, d, false); err != nil {
				return err
			}
			if output == "" || output == "-" {
				return a.annex(s, d)
			}
			text, err := a.captured(func() error { return a.annex(s, d) })
			if err != nil {
				return err
			}
			return a.write(output, text)
		},
	}
	cmd.Flags().StringVar(&output, "output", "", "write to this file (default: standard output)")
	d.flag(cmd)
	d.mergeFlag(cmd)
	return cmd
}

// annex prints the settlement as Markdown, and behind it what a council needs to follow it.
func (a *app) annex(s *settlement, d disclosure) error {
	if err := a.settlementText(s, "", settleOptions{format: "md"}); err != nil {
		return err
	}
	section := func(nl, en string) { a.println("\n## ", a.say(nl, en), "\n") }
	section("Partijen", "Parties")
	g := &grid{columns: []column{{"id", "Kenmerk", "Id", false}, {"name", "Naam", "Name", false}, {"participates", "Doet mee in de pot", "Takes part in the pool", false}}}
	for _, p := range s.agreement.Parties {
		part := ""
		if p.Participates {
			part = a.yes(true)
		}
		g.add(p.ID, p.Name, part)
	}
	if err := a.show(g, "md"); err != nil {
		return err
	}
	section("Hoe de afspraak is opgebouwd", "How the agreement is made up")
	for _, c := range s.agreement.Components {
		a.println("- **", c.Title, "** (", c.Route.Words(a.lang), "): ", a.ruleWords(c.Cost.Rule()), "; ", a.ruleWords(c.Key.Rule()), "; ", a.ruleWords(c.Flow.Rule()), ".")
	}
	if s.merged == nil {
		section("Uitleg per partij", "Explanation per party")
		a.explanations(s)
	}
	section("Controles", "Checks")
	if err := a.show(a.inWords(s, a.checksGrid(s, "")), "md"); err != nil {
		return err
	}
	section("Bronnen", "Sources")
	sources := append(append([]zio.Source(nil), s.agreement.Sources...), s.population.Sources...)
	for _, c := range s.agreement.Components {
		sources = append(sources, c.Sources...)
	}
	if len(sources) == 0 {
		a.println(a.say("De documenten noemen geen bronnen.", "The documents name no sources."))
	}
	var named []string
	for _, x := range sources {
		line := "- " + x.Title
		if x.Article != "" {
			line += ", " + x.Article
		}
		if x.URL != "" {
			line += ", " + webAddress(x.URL)
		}
		if x.Checked.IsValid() {
			line += " (" + a.say("gecontroleerd op ", "checked on ") + a.date(x.Checked) + ")"
		}
		if !slices.Contains(named, line) { // agreement, population and streams may have one source
			named = append(named, line)
			a.println(line)
		}
	}
	a.tellsWhy(s, d)
	section("Bewijs van de berekening", "Receipt of the calculation")
	r := s.result.Receipt
	for _, line := range [][2]string{{a.say("Bibliotheek", "Library"), r.Library}, {a.say("Versie van de documenten", "Version of the documents"), r.Schema}, {a.say("Regels", "Rules"), strings.Join(r.Rules, ", ")},
		{a.say("Overeenkomst", "Agreement"), r.Agreement}, {a.say("Populatie", "Population"), r.Population}, {a.say("Uitkomst", "Result"), r.Result}} {
		a.println("- ", line[0], ": `", line[1], "`")
	}
	a.println()
	a.paragraph("", a.say("Deze bijlage rekent uit wat partijen hebben afgesproken. Zij beslist niet over het recht op zorg van een leerling.",
		"This annex calculates what parties agreed. It does not decide on any pupil's right to care."))
	return nil
}

// explanations are the sums of each party in words.
func (a *app) explanations(s *settlement) {
	for _, x := range s.result.Shares {
		a.println("### ", x.Name, "\n")
		for _, part := range s.parts(s.result.Explain(x.Party, a.lang), a.lang) {
			if part.heading != "" {
				a.println(part.heading, ":\n")
			}
			for _, one := range part.sentences {
				text := one.Text
				if one.Basis != "" {
					text += " (" + one.Basis + ")"
				}
				a.println("- ", text)
			}
			a.println()
		}
	}
}

// ruleWords is the name of a rule and what it does.
func (a *app) ruleWords(rule string) string {
	if name := a.ruleName(rule); name != rule {
		return name + " (`" + rule + "`)"
	}
	return rule
}
