package main

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/examples/internal/publish"
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

// disclosure is the rule for numbers of 1 to 4 pupils; see package publish. A table on the own screen is not handed on; it only warns.
type disclosure struct{ publish.Choice }

// disclosureHelp says what the rule asks, in the help of each command that it holds for.
const disclosureHelp = `Numbers of 1 to 4 pupils can point at a child. What would tell them is refused until
you choose: say with --publish-small why they may be public, or merge small
municipalities. Amounts can give a number back, also where it is left out: the amount of
a municipality divided by the amount per pupil is its number of pupils. The numbers of
the systems that are built in are public or made up, and those of schools are ranges
that DUO publishes: they are refused only where the total leaves one number.`

// mergeHelp says what merging does, where it can be done.
const mergeHelp = `--merge-small takes small municipalities together as one, with the next smallest when
that would be a single one or fewer than 5 pupils. Steps, explanations and pupils outside
the pool are left out then.`

func (d *disclosure) flag(cmd *cobra.Command) {
	d.ReasonWord, d.MergeWord = "--publish-small", "--merge-small"
	cmd.Flags().StringVar(&d.Reason, "publish-small", "", "why numbers of 1 to 4 pupils may be public")
}

// mergeFlag is for what can be told of small municipalities together.
func (d *disclosure) mergeFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&d.Merge, "merge-small", false, "take municipalities with 1 to 4 pupils together")
}

// mayTell refuses to hand on what tells numbers of 1 to 4 pupils, anywhere in the result, without a choice; when the choice is to
// merge, the settlement is the merged one afterwards. What is for the own screen only warns.
func (a *app) mayTell(s *settlement, d disclosure, screen bool) error {
	if !d.Merge || d.Given() {
		return a.mayTellPlaces(s.public, d, screen, s.small)
	}
	m, problems := schema.Merged(s.result, a.lang)
	if err := a.report("--merge-small", problems); err != nil {
		return err
	}
	s.merged, s.result = m, m.Result()
	return nil
}

// isSystem reports whether an argument that was read names a system that is built in, whose numbers are public: it is not a file.
func isSystem(arg string) bool {
	_, err := os.Stat(arg)
	return err != nil && arg != "-"
}

// mayTellPlaces is mayTell for the places that find finds; public says that the numbers are published already.
func (a *app) mayTellPlaces(public bool, d disclosure, screen bool, find func() zio.Problems) error {
	if err := a.report("--publish-small", d.Check()); err != nil || public || d.Given() {
		return err
	}
	small := find()
	if screen && len(small) > 0 {
		a.note("deze uitkomst heeft op {n#} {n|plaats|plaatsen} een aantal van 1 tot en met 4 leerlingen; maak die zo niet openbaar",
			"this result has a number of 1 to 4 pupils in {n#} {n|place|places}; do not publish it as it is", int64(len(small)))
		return nil
	}
	return a.report("--publish-small", d.Refuse(small))
}

// tellsWhy says in a text for a council which choice was made for small numbers; nothing where none was.
func (a *app) tellsWhy(s *settlement, d disclosure) {
	if !d.Given() && s.merged == nil {
		return
	}
	a.println("\n## ", a.say("Kleine aantallen", "Small numbers"), "\n")
	if s.merged != nil {
		a.mergedWords(s.merged)
		return
	}
	a.println(a.say("Deze tekst kan aantallen van 1 tot en met 4 leerlingen noemen. Reden waarom dat mag: ",
		"This text can tell numbers of 1 to 4 pupils. Reason why it may: "), markdown(d.Reason))
	a.println()
	a.paragraph("", a.say("Ook bedragen kunnen een aantal teruggeven: het bedrag van een gemeente gedeeld door het bedrag per leerling.",
		"Amounts can give a number back as well: the amount of a municipality divided by the amount per pupil."))
}

// mergedWords says who was taken together, and what is left out.
func (a *app) mergedWords(m *schema.MergedResult) {
	if len(m.Together) == 0 {
		a.paragraph("", a.say("Geen gemeente heeft 1 tot en met 4 leerlingen in de pot.", "No municipality has 1 to 4 pupils in the pool."))
	} else {
		names := make([]string, len(m.Together))
		for i, p := range m.Together {
			names[i] = p.Name
			if a.harmless {
				names[i] = markdown(p.Name)
			}
		}
		a.paragraph("", a.fill("Samengenomen als overige gemeenten: {names}.", "Taken together as other municipalities: {names}.", "names", strings.Join(names, ", ")))
	}
	a.println()
	a.paragraph("", a.say("De leerlingen buiten de pot, de stappen en de uitleg zijn weggelaten: die noemen kleinere aantallen. Ook bedragen kunnen een aantal teruggeven: het bedrag van een gemeente gedeeld door het bedrag per leerling.",
		"The pupils outside the pool, the steps and the explanation are left out: these tell smaller numbers. Amounts can give a number back as well: the amount of a municipality divided by the amount per pupil."))
}
