package convenant

import (
	"slices"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

var partyKinds = map[funding.PartyKind][2]string{
	funding.PartyMunicipality:   {"gemeente", "municipality"},
	funding.PartyProvider:       {"zorgaanbieder", "provider"},
	funding.PartySchool:         {"school", "school"},
	funding.PartySchoolBoard:    {"schoolbestuur", "school board"},
	funding.PartySchoolAlliance: {"samenwerkingsverband", "school alliance"},
	funding.PartyCareOffice:     {"zorgkantoor", "care office"},
	funding.PartyInsurer:        {"zorgverzekeraar", "health insurer"},
	funding.PartyState:          {"Rijk", "state"},
	funding.PartyFund:           {"fonds of regeling", "fund"},
	funding.PartyJointBody:      {"gemeenschappelijke regeling", "joint body of municipalities"},
	funding.PartyOrganisation:   {"andere organisatie", "other organisation"},
}

// parties are who the agreement names: the municipalities that take part and everybody else.
func (w *writer) parties() Table {
	t := Table{Columns: []string{w.say("Naam", "Name"), w.say("Soort", "Kind"), w.say("Kenmerk", "Id"), w.say("Deelnemende gemeente", "Participating municipality"), w.say("Vertegenwoordigd door", "Represented by")}}
	represented := w.gap("naam en functie", "name and office")
	for i := range w.a.Parties {
		p := &w.a.Parties[i]
		t.Rows = append(t.Rows, []string{p.Name, word(w, partyKinds, p.Kind), p.ID, w.yes(p.Participates), represented})
	}
	if !slices.ContainsFunc(w.a.Parties, func(p funding.Party) bool { return p.Kind == funding.PartyMunicipality }) { // a template
		t.Rows = append(t.Rows, []string{w.gap("de gemeenten", "the municipalities"), "", "", "", ""})
	}
	return t
}

func (w *writer) yes(b bool) string {
	if b {
		return w.say("ja", "yes")
	}
	return w.say("nee", "no")
}

// definitions say what the words of the articles mean: those that every agreement uses, and the routes that it names.
func (w *writer) definitions() Article {
	c := w.clause("In dit convenant wordt verstaan onder:", "In this agreement:")
	add := func(nl, en string, pairs ...string) { c.Items = append(c.Items, w.fill(nl, en, pairs...)) }
	add("deelnemende gemeente: een gemeente die volgens de lijst van partijen meedoet;", "participating municipality: a municipality that takes part according to the list of parties;")
	add("financieringsroute: de wet of afspraak waaruit minuten zorg worden betaald;", "funding route: the law or arrangement that minutes of care are paid from;")
	add("geldstroom: de kosten van een deel van de zorg onder schooltijd, met de verdeling en de betaling ervan;", "stream of money: the cost of a part of the care during school hours, with its division and payment;")
	add("leerling die meetelt: een leerling van wie minuten onder de financieringsroute van de geldstroom vallen;", "pupil who counts: a pupil of whom minutes are on the funding route of the stream of money;")
	add("looptijd: de periode, genoemd in artikel 2;", "term: the period named in article 2;")
	add("tekort: het deel van de kosten dat niemand draagt;", "gap: the part of the cost that nobody bears;")
	add("verdeelsleutel: de regel die zegt wie welk deel van de kosten draagt.", "key: the rule that says who bears which part of the cost.")
	return Article{Chapter: w.say("Algemeen", "General"), Title: w.say("Begripsbepalingen", "Definitions"), Clauses: []Clause{c}}
}

// scope is what the agreement is about and how long.
func (w *writer) scope() Article {
	a := Article{Title: w.say("Reikwijdte en looptijd", "Scope and term"), Pointers: []string{"/id", "/title", "/about", "/parties", "/period"}}
	c := w.clause("Dit convenant gaat over de volgende geldstromen:", "This agreement is about the following streams of money:")
	for i := range w.a.Components {
		c.Items = append(c.Items, w.a.Components[i].Title)
	}
	a.Clauses = append(a.Clauses, c,
		w.clause("De looptijd is van {from} tot en met {until}.", "The term is from {from} up to and including {until}.", "from", w.a.Period.From.Words(w.lang), "until", w.a.Period.Until.Words(w.lang)))
	return a
}

// routing says which pupils and minutes are in the pool.
func (w *writer) routing() Article {
	r := &w.a.Routing
	a := Article{Title: w.say("Welke leerlingen en minuten meetellen", "Which pupils and minutes count"), Pointers: []string{"/routing"}}
	add := func(nl, en string, pairs ...string) { a.Clauses = append(a.Clauses, w.clause(nl, en, pairs...)) }
	add("De minuten zorg van een leerling komen onder de financieringsroute die uit de wet en uit dit artikel volgt. Geen minuut telt in meer dan één geldstroom.",
		"The minutes of care of a pupil come on the funding route that follows from the law and from this article. No minute counts in more than one stream of money.")
	if t := r.Threshold; t == nil {
		add("Er is geen drempel afgesproken waarboven een leerling een individuele beschikking houdt.", "No threshold was agreed above which a pupil keeps an individual decision.")
	} else {
		below, belowEN := "minder dan {minutes#} {minutes|minuut|minuten} zorg per week", "less than {minutes#} {minutes|minute|minutes} of care a week"
		if t.Boundary == funding.AtMost {
			below, belowEN = "ten hoogste {minutes#} {minutes|minuut|minuten} zorg per week", "at most {minutes#} {minutes|minute|minutes} of care a week"
		}
		add("Een leerling telt mee bij een behoefte aan "+below+". Met een grotere behoefte houdt de leerling een individuele beschikking.",
			"A pupil counts who needs "+belowEN+". With a larger need the pupil keeps an individual decision.", "minutes", number(t.MinutesPerWeek))
	}
	if r.EducationMinutesPerWeek > 0 {
		add("De school ondersteunt zelf {minutes#} {minutes|minuut|minuten} per leerling per week.", "The school itself supports {minutes#} {minutes|minute|minutes} per pupil a week.", "minutes", number(r.EducationMinutesPerWeek))
	}
	switch r.SubtractEducation {
	case funding.Yes:
		add("Deze minuten gaan eerst van de behoefte aan zorg af.", "These minutes are taken off the need of care first.")
	case funding.No:
		add("Deze minuten gaan niet van de behoefte aan zorg af.", "These minutes are not taken off the need of care.")
	}
	switch r.AdultRoute {
	case funding.AdultsWmo:
		add("Vanaf 18 jaar wordt de zorg betaald uit de Wmo, voor zover die niet onder een andere wet valt.", "From the age of 18 the care is paid from the Wmo, as far as it does not fall under another law.")
	case funding.AdultsGrey:
		add("Voor leerlingen vanaf 18 jaar is nog niet afgesproken wie de zorg betaalt: die minuten blijven zichtbaar als grijs gebied.", "For pupils of 18 and older it was not agreed yet who pays the care: those minutes stay visible as a grey area.")
	default:
		add("Wie de zorg vanaf 18 jaar betaalt: {gap}.", "Who pays the care from the age of 18: {gap}.", "gap", w.gap("Wmo of nog niet afgesproken", "Wmo or not agreed yet"))
	}
	within := r.Within
	if within == nil {
		within = new(funding.Within)
	}
	c := w.clause("Bij een wijziging binnen de looptijd geldt het volgende:", "When something changes within the term, this holds:")
	for _, one := range []struct {
		value  funding.Counting
		nl, en string
	}{
		{within.JoinLeave, "een leerling die tussentijds komt of gaat", "a pupil who joins or leaves"},
		{within.Move, "een leerling die verhuist", "a pupil who moves"},
		{within.Adult, "een leerling die 18 wordt", "a pupil who turns 18"},
		{within.DecisionEnd, "een leerling van wie een beschikking afloopt", "a pupil whose decision ends"},
		{within.Wlz, "een leerling die recht op Wlz-zorg krijgt", "a pupil who gets a right to Wlz care"},
	} {
		counts := w.gap("hoe deze leerling telt", "how this pupil counts")
		if one.value != "" {
			counts = word(w, withinWords, one.value)
		}
		c.Items = append(c.Items, w.say(one.nl, one.en)+": "+counts+";")
	}
	c.Items[len(c.Items)-1] = c.Items[len(c.Items)-1][:len(c.Items[len(c.Items)-1])-1] + "."
	a.Clauses = append(a.Clauses, c)
	return a
}

var withinWords = map[funding.Counting][2]string{
	"by-days":      {"telt naar dagen", "counts by days"},
	"whole-period": {"telt voor de hele looptijd", "counts for the whole term"},
	"not-at-all":   {"telt niet mee", "does not count"},
	"old-home":     {"de gemeente van vóór de verhuizing betaalt", "the municipality from before the move pays"},
	"new-home":     {"de gemeente van ná de verhuizing betaalt", "the municipality from after the move pays"},
}

// signing has a row for each party.
func (w *writer) signing() Table {
	t := Table{Columns: []string{w.say("Namens", "On behalf of"), w.say("Naam en functie", "Name and office"), w.say("Plaats en datum", "Place and date"), w.say("Handtekening", "Signature")}}
	for i := range w.a.Parties {
		t.Rows = append(t.Rows, []string{sentence(w.party(w.a.Parties[i].ID)), "", "", ""})
	}
	return t
}

// choices are what the parties chose where a source leaves it open.
func (w *writer) choices() Article {
	a := Article{Title: w.say("Gemaakte keuzes", "Choices made"), Pointers: []string{"/choices"}}
	for i := range w.a.Choices {
		c := &w.a.Choices[i]
		a.Clauses = append(a.Clauses, Clause{Text: c.In(w.lang) + " (" + c.Pointer + ")"})
	}
	return a
}

// sources are where the agreement and its streams of money come from.
func (w *writer) sources() Article {
	a := Article{Title: w.say("Bronnen", "Sources")}
	add := func(of, pointer string, list []zio.Source) {
		c := Clause{Text: of}
		for _, s := range list {
			text := s.Title
			for _, part := range []string{s.Article, s.URL} {
				if part != "" {
					text += ", " + part
				}
			}
			if !s.Checked.IsZero() {
				text += w.say(", nagezien op ", ", checked on ") + s.Checked.Words(w.lang)
			}
			c.Items = append(c.Items, text)
		}
		if len(list) > 0 {
			a.Clauses, a.Pointers = append(a.Clauses, c), append(a.Pointers, pointer)
		}
	}
	add(w.say("Van het convenant:", "Of the agreement:"), "/sources", w.a.Sources)
	for i := range w.a.Components {
		add(w.fill("Van geldstroom {title}:", "Of stream of money {title}:", "title", w.a.Components[i].Title), at(i)+"/sources", w.a.Components[i].Sources)
	}
	return a
}

// synthetic is what was made up in the document.
func (w *writer) synthetic() Article {
	a := Article{Title: w.say("Verzonnen gegevens", "Made-up data"), Pointers: []string{"/synthetic"}}
	for i := range w.a.Synthetic {
		s := &w.a.Synthetic[i]
		a.Clauses = append(a.Clauses, Clause{Text: s.In(w.lang) + " (" + s.Pointer + ")"})
	}
	return a
}

// at is the pointer to a stream of money.
func at(component int) string { return "/components/" + number(int64(component)) }
