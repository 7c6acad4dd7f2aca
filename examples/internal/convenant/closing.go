package convenant

import (
	"strings"

	"github.com/zio-collectief/zio/funding"
)

// schedule says when is paid (voorschotten).
func (w *writer) schedule() Article {
	a := Article{Title: w.say("Voorschotten", "Advances")}
	s := w.a.Schedule
	if s == nil {
		a.Clauses = []Clause{w.clause("Wanneer de betalingen vervallen: {gap}.", "When the payments fall due: {gap}.", "gap", w.gap("termijnen, vervaldagen en begrotingsjaar", "instalments, due days and budget year"))}
		return a
	}
	a.Pointers = []string{"/schedule"}
	months := map[funding.Frequency][2]string{
		funding.Monthly: {"per maand", "every month"}, funding.Quarterly: {"per kwartaal", "every quarter"},
		funding.HalfYearly: {"per halfjaar", "every half year"}, funding.Yearly: {"per jaar", "every year"},
	}
	years := map[funding.BudgetYear][2]string{funding.BudgetYearCalendar: {"het kalenderjaar", "the calendar year"}, funding.BudgetYearSchool: {"het schooljaar, dat begint op 1 augustus", "the school year, which begins on 1 August"}}
	by := map[funding.DividedBy][2]string{funding.ByDays: {"dagen", "days"}, funding.ByMonths: {"maanden", "months"}}
	a.Clauses = []Clause{
		w.clause("Wat een partij betaalt, betaalt zij als voorschot {often}, telkens uiterlijk op dag {day} van de eerste maand van die termijn.", "What a party pays, it pays in advance {often}, each time on day {day} of the first month of that instalment at the latest.",
			"often", word(w, months, s.Frequency), "day", number(s.DueDay)),
		w.clause("Begrotingsjaar is {year}. Een bedrag hoort bij het begrotingsjaar van de zorg waarvoor het is, verdeeld naar {by}.", "The budget year is {year}. An amount belongs to the budget year of the care that it is for, divided by {by}.",
			"year", word(w, years, s.BudgetYear), "by", word(w, by, s.By)),
	}
	return a
}

// settlement says how the year is settled (afrekening).
func (w *writer) settlement() Article {
	a := Article{Title: w.say("Afrekening", "Settlement")}
	s := w.a.Settlement
	if s == nil {
		a.Clauses = []Clause{w.clause("Hoe na afloop wordt afgerekend: {gap}.", "How the year is settled afterwards: {gap}.", "gap", w.gap("grondslag, bandbreedte, overschot en tekort", "basis, band, surplus and deficit"))}
		return a
	}
	a.Pointers = []string{"/settlement"}
	if s.Corridor != nil {
		a.Clauses = append(a.Clauses, w.clause("Blijft het verschil tussen wat een partij draagt en wat haar in rekening is gebracht binnen {band#} procent van dat laatste bedrag, dan wordt niets afgerekend. Van een groter verschil wordt alleen het deel buiten die bandbreedte afgerekend.",
			"When the difference between what a party bears and what it was charged is within {band#} per cent of the latter, nothing is settled. Of a larger difference only the part outside that band is settled.", "band", s.Corridor.String()))
	} else {
		a.Clauses = append(a.Clauses, w.clause("Het verschil tussen wat een partij draagt en wat haar in rekening is gebracht, wordt geheel afgerekend.", "The difference between what a party bears and what it was charged is settled whole."))
	}
	for _, one := range []struct {
		key    funding.Key
		nl, en string
	}{{s.Surplus, "een overschot op een geldstroom", "a surplus on a stream of money"}, {s.Deficit, "een tekort op een geldstroom", "a deficit on a stream of money"}} {
		if one.key == nil {
			a.Clauses = append(a.Clauses, w.clause("Voor "+one.nl+" geldt de verdeelsleutel van die geldstroom zelf.", "For "+one.en+" the key of that stream holds."))
		} else {
			a.Clauses = append(a.Clauses, w.key(w.say(one.nl, one.en), one.key)...)
		}
	}
	return a
}

// entryAndExit says who joins or leaves and how that counts (toetreding en uittreding).
func (w *writer) entryAndExit() Article {
	a := Article{Title: w.say("Toetreding en uittreding", "Entry and exit")}
	for i := range w.a.Parties {
		p := &w.a.Parties[i]
		if !p.From.IsZero() {
			a.Clauses = append(a.Clauses, w.clause("{party} doet mee vanaf {day}.", "{party} takes part from {day}.", "party", w.party(p.ID), "day", p.From.Words(w.lang)))
		}
		if !p.Until.IsZero() {
			a.Clauses = append(a.Clauses, w.clause("{party} doet mee tot en met {day}.", "{party} takes part up to and including {day}.", "party", w.party(p.ID), "day", p.Until.Words(w.lang)))
		}
	}
	if len(a.Clauses) > 0 {
		a.Pointers = []string{"/parties"}
	}
	if w.a.PartyTime != "" {
		time := map[funding.PartyTime][2]string{funding.PartyTimeByDays: {"de dagen", "the days"}, funding.PartyTimeByMonths: {"de kalendermaanden", "the calendar months"}}
		a.Clauses = append(a.Clauses, w.clause("Een partij die tijdens de looptijd toetreedt of uittreedt, telt in de verdeelsleutel naar {time} waarin zij meedoet.", "A party that joins or leaves during the term counts in the key by {time} in which it takes part.", "time", word(w, time, w.a.PartyTime)))
		a.Pointers = append(a.Pointers, "/partyTime")
	}
	for i := range w.a.Components {
		if w.a.Components[i].Key.Rule() == (*funding.Exit)(nil).Rule() {
			a.Clauses = append(a.Clauses, w.clause("Wie is uitgetreden, draagt nog bij volgens de verdeelsleutel van geldstroom {title}.", "Who has left still contributes by the key of stream of money {title}.", "title", w.a.Components[i].Title))
			a.Pointers = append(a.Pointers, at(i)+"/key")
		}
	}
	a.Clauses = append(a.Clauses, w.clause("Hoe een partij toetreedt of uittreedt: {gap}.", "How a party joins or leaves: {gap}.", "gap", w.gap("verzoek, opzegtermijn en gevolgen", "request, notice and consequences")))
	return a
}

// change and disputes are in no document: the parties write them.
func (w *writer) change() Article {
	return Article{Title: w.say("Wijziging", "Change"), Clauses: []Clause{
		w.clause("Hoe dit convenant wordt gewijzigd: {gap}.", "How this agreement is changed: {gap}.", "gap", w.gap("wie wijzigt, met welke meerderheid en vanaf wanneer", "who changes it, by which majority and from when")),
	}}
}

func (w *writer) disputes() Article {
	return Article{Title: w.say("Geschillen", "Disputes"), Clauses: []Clause{
		w.clause("Hoe een geschil wordt opgelost: {gap}.", "How a dispute is settled: {gap}.", "gap", w.gap("overleg, bemiddeling en bevoegde rechter", "consultation, mediation and competent court")),
	}}
}

// component is a chapter: what a stream of money is about, what it costs, who bears it and who pays whom.
func (w *writer) component(i int) []Article {
	c := &w.a.Components[i]
	about := Article{
		Chapter: w.fill("Geldstroom {n}: {title}", "Stream of money {n}: {title}", "n", number(int64(i+1)), "title", c.Title),
		Title:   w.say("Waar deze geldstroom over gaat", "What this stream is about"), Pointers: []string{at(i) + "/id", at(i) + "/title", at(i) + "/route"},
	}
	about.Clauses = append(about.Clauses, w.clause("Deze geldstroom, met kenmerk {id}, valt onder de financieringsroute {route}.", "This stream, with the short name {id}, is on the funding route {route}.", "id", c.ID, "route", c.Route.Words(w.lang)))
	if len(c.Sites) > 0 {
		sites := w.clause("Alleen leerlingen van de volgende vestigingen tellen mee:", "Only the pupils of these sites count:")
		for _, s := range c.Sites {
			sites.Items = append(sites.Items, s.String())
		}
		about.Clauses, about.Pointers = append(about.Clauses, sites), append(about.Pointers, at(i)+"/sites")
	}
	cost := Article{Title: w.say("Kosten", "Cost"), Clauses: w.cost(c.Cost), Pointers: []string{at(i) + "/cost"}}
	key := Article{Title: w.say("Verdeling", "Division"), Clauses: w.key(w.say("het bedrag van deze geldstroom", "the amount of this stream"), c.Key), Pointers: []string{at(i) + "/key"}}
	if c.Limits != nil {
		key.Clauses, key.Pointers = append(key.Clauses, w.limits(c.Limits)...), append(key.Pointers, at(i)+"/limits")
	}
	key.Clauses, key.Pointers = append(key.Clauses, w.division(c.Division)...), append(key.Pointers, at(i)+"/division")
	if len(c.Cover) > 0 {
		cover := w.clause("Een tekort wordt gedekt, in deze volgorde, door:", "A gap is covered, in this order, by:")
		for _, one := range c.Cover {
			text := w.fill("{party}, voor alles wat over is", "{party}, for all that is left", "party", w.party(one.Party))
			if one.UpTo != nil {
				text = w.fill("{party}, tot en met € {amount#}", "{party}, up to €{amount#}", "party", w.party(one.Party), "amount", one.UpTo.String())
			}
			cover.Items = append(cover.Items, text)
		}
		key.Clauses, key.Pointers = append(key.Clauses, cover), append(key.Pointers, at(i)+"/cover")
	}
	flow := Article{Title: w.say("Betaling", "Payment"), Clauses: w.flow(c.Flow), Pointers: []string{at(i) + "/flow"}}
	return []Article{about, cost, key, flow}
}

// list writes words as people do: "a, b en c".
func (w *writer) list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + w.say(" en ", " and ") + words[len(words)-1]
}
