package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

// disclosure is the one rule for numbers of 1 to 4 pupils, which can point at a child (onthulling): what is made to be handed on
// tells none, unless its maker says why they may be public. CSV of a settlement has "<5" in their place. A table on the own
// screen is not handed on; it only warns.
type disclosure struct{ reason string }

// disclosureHelp says what the rule asks, in the help of each command that it holds for.
const disclosureHelp = `Numbers of 1 to 4 pupils can point at a child. What would tell them is refused
(CSV of settle has <5 in their place); merge groups or municipalities in the population,
or say with --publish-small why they may be public. Amounts can give a number back, also
where it is left out: the amount of a municipality divided by the amount per pupil is its
number of pupils. The numbers of the systems that are built in are public or made up, and
those of schools are published by DUO.`

func (d *disclosure) flag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&d.reason, "publish-small", "", "why numbers of 1 to 4 pupils may be public")
}

// mayTell refuses to hand on what tells numbers of 1 to 4 pupils, anywhere in the result, without a reason. What is for the own
// screen only warns; what can hide such numbers does so, and says it.
func (a *app) mayTell(s *settlement, d disclosure, screen, hides bool) error {
	find := func() zio.Problems {
		return schema.Meaning{Publish: true}.Check(schema.Result, s.result.AppendDocument(nil))
	}
	public := s.public || s.school != nil
	if hides && !public && strings.TrimSpace(d.reason) == "" {
		if n := len(find()); n > 0 {
			s.hides = true
			a.note("aantallen van 1 tot en met 4 leerlingen staan er als <5 in ({n#} {n|plaats|plaatsen} van de uitkomst); met --publish-small staan zij er voluit. Bedragen kunnen een aantal teruggeven",
				"numbers of 1 to 4 pupils are written as <5 ({n#} {n|place|places} of the result); --publish-small writes them in full. Amounts can give a number back", int64(n))
		}
		return nil
	}
	return a.mayTellPlaces(public, d, screen, find)
}

// mayTellPlaces is mayTell for the places that find finds; public says that the numbers are published already.
func (a *app) mayTellPlaces(public bool, d disclosure, screen bool, find func() zio.Problems) error {
	if zio.LooksLikeBSN(d.reason) {
		return a.report("--publish-small", zio.Problems{problemReason.At("")})
	}
	if public || strings.TrimSpace(d.reason) != "" {
		return nil
	}
	small := find()
	switch {
	case len(small) == 0:
		return nil
	case screen:
		a.note("deze uitkomst heeft op {n#} {n|plaats|plaatsen} een aantal van 1 tot en met 4 leerlingen; maak die zo niet openbaar",
			"this result has a number of 1 to 4 pupils in {n#} {n|place|places}; do not publish it as it is", int64(len(small)))
		return nil
	}
	return a.report("--publish-small", zio.Problems{problemSmall.At("", "places", strconv.Itoa(len(small)), "first", small[0].Pointer)})
}

var (
	problemSmall = &zio.ProblemKind{Code: "publish.choice-needed",
		NL: "De uitkomst heeft op {places} {places|plaats|plaatsen} een aantal van 1 tot en met 4 leerlingen, het eerst bij {first}. Dat kan naar een kind leiden. Voeg groepen of gemeenten samen in de populatie, of zeg met --publish-small waarom deze aantallen openbaar mogen zijn. Ook bedragen kunnen een aantal teruggeven.",
		EN: "The result has a number of 1 to 4 pupils in {places} {places|place|places}, first at {first}. That can point at a child. Merge groups or municipalities in the population, or say with --publish-small why these numbers may be public. Amounts can give a number back as well."}
	problemReason = &zio.ProblemKind{Code: "publish.reason-bsn", NL: "In de reden staat een getal dat een burgerservicenummer (BSN) kan zijn. Haal het weg.", EN: "The reason has a number that could be a citizen service number (BSN). Remove it."}
)

// tellsWhy says in a text for a council why small numbers may be public; nothing when nobody gave a reason.
func (a *app) tellsWhy(d disclosure) {
	if strings.TrimSpace(d.reason) == "" {
		return
	}
	a.println("\n## ", a.say("Kleine aantallen", "Small numbers"), "\n")
	a.println(a.say("Deze tekst kan aantallen van 1 tot en met 4 leerlingen noemen. Reden waarom dat mag: ",
		"This text can tell numbers of 1 to 4 pupils. Reason why it may: "), markdown(d.reason))
	a.println()
	a.paragraph("", a.say("Ook bedragen kunnen een aantal teruggeven: het bedrag van een gemeente gedeeld door het bedrag per leerling.",
		"Amounts can give a number back as well: the amount of a municipality divided by the amount per pupil."))
}
