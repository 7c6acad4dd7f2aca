package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// settlementText prints a settlement for people: as tables at a terminal, or as Markdown.
func (a *app) settlementText(s *settlement, party string, o settleOptions) error {
	md := o.format == "md"
	if md && !a.harmless {
		a.harmless, party = true, markdown(party)
		s.forMarkdown()
	}
	title := func(nl, en string) {
		if md {
			a.println("\n## ", a.say(nl, en), "\n")
		} else {
			a.heading(a.say(nl, en))
		}
	}
	if md {
		a.println("# ", zio.InLang(a.lang, s.agreement.Title, s.agreement.TitleEN), "\n")
	} else {
		a.println(a.bold(a.text(zio.InLang(a.lang, s.agreement.Title, s.agreement.TitleEN))))
	}
	if s.school != nil {
		a.println(s.school.Name, " (", s.school.Code.String(), "), ", s.school.Place)
	}
	a.println(a.summary(s))
	title("Wie draagt wat", "Who bears what")
	shares := a.sharesGrid(s, party)
	if s.result.Routing.Pupils == 0 {
		shares = shares.without("pupils", "pooled")
	}
	if err := a.show(shares, o.format); err != nil {
		return err
	}
	a.rangesText(s, party)
	a.uncovered(s, md)
	title("Wie betaalt wie", "Who pays whom")
	if err := a.show(a.paymentsGrid(s, party), o.format); err != nil {
		return err
	}
	if s.merged == nil && s.manyLaws() {
		title("De school op één blad", "The school on one page")
		if err := a.show(a.schoolPage(s, party), o.format); err != nil {
			return err
		}
	}
	if g := a.inWords(s, a.shadowGrid(s, party)); len(g.rows) > 0 {
		title("Wat er niet wordt verrekend", "What is not settled")
		if err := a.show(g, o.format); err != nil {
			return err
		}
	}
	if g := a.reasonsGrid(s, party); len(g.rows) > 0 {
		title("Leerlingen buiten de pot, en waarom", "Pupils outside the pool, and why")
		if err := a.show(g, o.format); err != nil {
			return err
		}
		a.outsiders(s, party, md)
	}
	if party == "" {
		a.uncharged(s, md)
	}
	if n := s.result.Routing.EducationMinutesPerWeek; n > 0 && party == "" {
		title("Ondersteuning door de school zelf", "Support by the school itself")
		a.paragraph("", a.fill("{each~} per leerling per week, voor {pupils#} {pupils|leerling|leerlingen} samen {total~} per week (OCW, in het tarief van de school).",
			"{each~} per pupil a week, for {pupils#} {pupils|pupil|pupils} together {total~} a week (state budget, in the tariff of the school).",
			"each", itoa(s.agreement.Routing.EducationMinutesPerWeek), "pupils", itoa(s.result.Routing.Pupils), "total", itoa(n)))
	}
	if o.explain != "" {
		lang, _ := zio.ParseLang(o.explain)
		if md {
			a.println("\n## ", zio.InLang(lang, "Uitleg", "Explanation"), "\n")
		} else {
			a.heading(zio.InLang(lang, "Uitleg", "Explanation"))
		}
		a.explanation(s, party, lang)
	}
	if s.school != nil {
		title("Waar de aantallen op rusten", "What the counts rest on")
		a.schoolNote(s)
	}
	if party == "" {
		a.remarks(s, title)
	}
	return nil
}

// rangesText says between which amounts a party bears, or why that can not be said.
func (a *app) rangesText(s *settlement, party string) {
	ranges := s.ranges()
	if s.result.Population.Estimates == 0 || s.merged != nil {
		return
	}
	a.println()
	if ranges == nil {
		a.paragraph("", a.fill("De aantallen zijn marges, maar bij {streams} gaat een bedrag niet eenvoudig omhoog of omlaag met een aantal. Daarom staan er geen laagste en hoogste bedragen bij.",
			"The counts are ranges, but in {streams} an amount does not simply go up or down with a count. So no lowest and highest amounts are given.", "streams", strings.Join(s.bounded.NotMonotone, ", ")))
		return
	}
	if r, known := ranges[party]; known {
		a.paragraph("", a.fill("{name} draagt € {bears#} (tussen € {low#} en € {high#}).", "{name} bears €{bears#} (between €{low#} and €{high#}).",
			"name", r.Name, "bears", r.Estimate.String(), "low", r.Low.String(), "high", r.High.String()))
		return
	}
	a.paragraph("", a.say("De bedragen volgen uit de schatting. Het laagste en het hoogste bedrag gelden voor alle aantallen binnen de marges.",
		"The amounts follow from the estimate. The lowest and the highest amount hold for all counts within the ranges."))
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

// fill puts names and values into a text of the chosen language.
func (a *app) fill(nl, en string, params ...string) string {
	list := make([]zio.Param, 0, len(params)/2)
	for i := 0; i+1 < len(params); i += 2 {
		list = append(list, zio.Param{Name: params[i], Value: params[i+1]})
	}
	return zio.Fill(a.say(nl, en), a.lang, list)
}

func (a *app) summary(s *settlement) string {
	r := s.result
	if r.Routing.Pupils == 0 {
		return a.fill("{from} tot en met {until}. Er zijn geen leerlingen geteld. Samen € {cost#}.", "{from} to {until}. No pupils were counted. Together €{cost#}.",
			"from", a.date(r.Agreement.Period.From), "until", a.date(r.Agreement.Period.Until), "cost", s.cost().String())
	}
	if s.merged != nil {
		return a.fill("{from} tot en met {until}. Teldatum {date}: {pooled#} {pooled|leerling|leerlingen} in de pot. Samen € {cost#}.",
			"{from} to {until}. Count date {date}: {pooled#} {pooled|pupil|pupils} in the pool. Together €{cost#}.",
			"from", a.date(r.Agreement.Period.From), "until", a.date(r.Agreement.Period.Until), "date", a.date(r.Population.CountDate), "pooled", itoa(r.Routing.Pooled), "cost", s.cost().String())
	}
	return a.fill("{from} tot en met {until}. Teldatum {date}: {pupils#} {pupils|leerling|leerlingen}, {pooled#} in de pot. Samen € {cost#}.",
		"{from} to {until}. Count date {date}: {pupils#} {pupils|pupil|pupils}, {pooled#} in the pool. Together €{cost#}.",
		"from", a.date(r.Agreement.Period.From), "until", a.date(r.Agreement.Period.Until), "date", a.date(r.Population.CountDate),
		"pupils", itoa(r.Routing.Pupils), "pooled", itoa(r.Routing.Pooled), "cost", s.cost().String())
}

func (s *settlement) cost() money.Euro {
	sum := money.Euro{}
	for _, c := range s.result.Components {
		sum = plus(sum, c.Cost)
	}
	return sum
}

// uncovered says what nobody bears, what rounding left over, and the range of the cost.
func (a *app) uncovered(s *settlement, md bool) {
	var lines []string
	for _, c := range s.result.Components {
		for _, step := range s.result.Trace.Steps {
			if step.Rule == "cover/1" && step.Name == "covered" && strings.HasPrefix(step.ID, c.ID+"/") {
				lines = append(lines, a.fill("{title}: {party} dekt € {value#} van het tekort.", "{title}: {party} covers €{value#} of the gap.",
					"title", c.Title, "party", s.partyName(step.Party), "value", step.Value))
			}
		}
		if !c.Gap.IsZero() {
			lines = append(lines, a.fill("{title}: € {gap#} draagt niemand (tekort).", "{title}: nobody bears €{gap#} (gap).", "title", c.Title, "gap", c.Gap.String()))
		}
		if !c.Rest.IsZero() {
			lines = append(lines, a.fill("{title}: € {rest#} blijft over door afronding.", "{title}: €{rest#} is left over by rounding.", "title", c.Title, "rest", c.Rest.String()))
		}
		if c.Low != nil && c.High != nil {
			lines = append(lines, a.fill("{title}: binnen de bandbreedte van de norm kost dit € {low#} tot € {high#}.", "{title}: within the range of the norm this costs €{low#} to €{high#}.",
				"title", c.Title, "low", c.Low.String(), "high", c.High.String()))
		}
	}
	if md && len(lines) > 0 {
		a.println()
	}
	for _, line := range lines {
		a.paragraph("", line)
	}
}

// paymentsGrid is the payments that are no share paid to the only cashier: those stand in the table of shares.
func (a *app) paymentsGrid(s *settlement, party string) *grid {
	_, invoices := s.cashier()
	many := len(s.result.Components) > 1
	g := &grid{columns: []column{{"from", "Van", "From", false}, {"to", "Aan", "To", false}, {"instrument", "Als", "As", false}}}
	if many {
		g.columns = append(g.columns, column{"component", "Geldstroom", "Stream", false})
	}
	g.columns = append(g.columns, column{"amount", "Bedrag (€)", "Amount (€)", true})
	for _, t := range s.result.Transfers {
		if invoices && t.Kind == "share" && party == "" || party != "" && t.From != party && t.To != party {
			continue
		}
		row := []string{s.partyName(t.From), s.partyName(t.To), string(t.Instrument)}
		if many {
			row = append(row, t.Component)
		}
		g.add(append(row, t.Amount.String())...)
	}
	return a.inWords(s, g)
}

// reasonsGrid counts the pupils and the minutes outside the pool per reason and route; of one party only its own. A line may
// have minutes and no pupils: those of pupils of whom another part is in the pool.
func (a *app) reasonsGrid(s *settlement, party string) *grid {
	type line struct {
		reason funding.Reason
		route  funding.Route
		basis  string

		pupils, minutes int64
		unknown         bool // whether the minutes of some of the pupils are not known
	}
	var lines []line
	known := false // whether the minutes of some line are known
	for _, x := range s.result.Routing.Exclusions {
		if party != "" && x.Home.String() != party || x.Pupils == 0 && x.MinutesPerWeek == 0 {
			continue
		}
		i := slices.IndexFunc(lines, func(l line) bool { return l.reason == x.Reason && l.route == x.Route && l.basis == x.Basis })
		if i < 0 {
			i = len(lines)
			lines = append(lines, line{reason: x.Reason, route: x.Route, basis: x.Basis})
		}
		lines[i].pupils += x.Pupils
		lines[i].minutes += x.MinutesPerWeek
		lines[i].unknown = lines[i].unknown || x.MinutesPerWeek == 0
	}
	for i := range lines {
		if lines[i].unknown {
			lines[i].minutes = 0
		}
		known = known || lines[i].minutes > 0
	}
	g := &grid{columns: []column{{"pupils", "Leerlingen", "Pupils", true}}}
	if known {
		g.columns = append(g.columns, column{"minutes", "Minuten per week", "Minutes a week", true})
	}
	g.columns = append(g.columns, []column{{"reason", "Reden", "Reason", false}, {"rule", "Regel", "Rule", false}, {"route", "Betaald uit", "Paid from", false}, {"basis", "Grondslag", "Legal basis", false}}...)
	row := func(pupils string, minutes int64, texts ...string) []string {
		cells := []string{pupils}
		if known {
			cells = append(cells, "")
			if minutes > 0 {
				cells[1] = itoa(minutes)
			}
		}
		return append(cells, texts...)
	}
	total := int64(0)
	for _, l := range lines {
		g.add(row(s.count(l.pupils), l.minutes, l.reason.Words(a.lang), l.reason.RoutingRule(), l.route.Words(a.lang), l.basis)...)
		total += l.pupils
	}
	if len(lines) > 1 { // the minutes of several reasons may be those of one pupil, at different times
		g.total = row(itoa(total), 0, a.say("samen", "together"), "", "", "")
	}
	return g
}

// outsiders says how many pupils keep an individual decision or an insured right, and names the municipalities that
// do not take part, with their pupils who would otherwise be in the pool.
func (a *app) outsiders(s *settlement, party string, md bool) {
	var names []string
	individual, insured := int64(0), int64(0)
	for _, x := range s.result.Routing.Exclusions {
		if party != "" && x.Home.String() != party {
			continue
		}
		switch x.Route {
		case funding.RouteIndividual:
			individual += x.Pupils
		case funding.RouteWlz, funding.RouteZvw:
			insured += x.Pupils
		}
		if x.Reason == funding.ReasonHomeNotParticipating {
			names = append(names, s.homeName(x.Home, a.lang)+" "+s.count(x.Pupils))
		}
	}
	if md {
		a.println()
	}
	if individual > 0 {
		a.paragraph("", a.fill("{n#} van hen {n|houdt|houden} een individuele beschikking van de eigen gemeente.", "{n#} of them {n|keeps|keep} an individual decision of their municipality.", "n", itoa(individual)))
	}
	if insured > 0 {
		a.paragraph("", a.fill("{n#} van hen {n|houdt|houden} een eigen recht uit de Wlz of de Zvw.", "{n#} of them {n|keeps|keep} a right of their own under the Wlz or the Zvw.", "n", itoa(insured)))
	}
	if len(names) > 0 {
		a.paragraph("", a.say("Doen niet mee: ", "Do not take part: ")+strings.Join(names, ", ")+".")
	}
}

// uncharged says how many minutes are in no amount: those of routes without a stream of money, and those that no rule places.
func (a *app) uncharged(s *settlement, md bool) {
	for _, r := range s.result.Routing.Routes {
		if r.UnchargedPerWeek == 0 {
			continue
		}
		if md {
			a.println()
		}
		if r.Route == funding.RouteGrey {
			a.paragraph("", a.fill("Grijs gebied: van {minutes~} per week is nog niet bepaald wie betaalt. Dit zit in geen enkel bedrag.",
				"Grey area: of {minutes~} a week it is not decided yet who pays. This is in none of the amounts.", "minutes", itoa(r.UnchargedPerWeek)))
			continue
		}
		a.paragraph("", a.fill("{route}: {minutes~} per week. Dit zit in geen enkel bedrag.", "{route}: {minutes~} a week. This is in none of the amounts.",
			"route", capital(r.Route.Words(a.lang)), "minutes", itoa(r.UnchargedPerWeek)))
	}
}

// told is a part of an explanation under its heading; "" where there is one stream.
type told struct {
	heading   string
	sentences []funding.Sentence
}

// parts are what holds for all, then each stream under its title where there are several, then the totals and the pupils who are
// left out.
func (s *settlement) parts(sentences []funding.Sentence, l zio.Lang) []told {
	several := len(s.result.Components) > 1
	first := slices.IndexFunc(sentences, func(x funding.Sentence) bool { return x.Component != "" })
	list := make([]told, len(s.result.Components)+2)
	if last := &list[len(list)-1]; several {
		last.heading = zio.InLang(l, "Alles samen", "All together")
	}
	for i, one := range sentences {
		at := 0
		if first >= 0 && i > first {
			at = len(list) - 1
		}
		if one.Component != "" {
			at = 1 + slices.IndexFunc(s.result.Components, func(c funding.ComponentResult) bool { return c.ID == one.Component })
			if several {
				list[at].heading = s.result.Components[at-1].Title
			}
		}
		list[at].sentences = append(list[at].sentences, one)
	}
	return slices.DeleteFunc(list, func(x told) bool { return len(x.sentences) == 0 })
}

// explanation prints the sums in words, by their parts.
func (a *app) explanation(s *settlement, party string, l zio.Lang) {
	for _, part := range s.parts(s.result.Explain(party, l), l) {
		if part.heading != "" {
			a.println("\n", part.heading, ":\n")
		}
		for _, sentence := range part.sentences {
			text := sentence.Text
			if sentence.Basis != "" {
				text += " (" + sentence.Basis + ")"
			}
			a.paragraph("- ", text)
		}
	}
}

// remarks prints the choices of the agreement and what is made up in the documents, each text once: without its place in the
// document the same text of two streams says nothing new.
func (a *app) remarks(s *settlement, title func(nl, en string)) {
	var said []string
	once := func(text string) {
		if !slices.Contains(said, text) {
			said = append(said, text)
			a.paragraph("- ", text)
		}
	}
	if list := s.agreement.Choices; len(list) > 0 {
		title("Gemaakte keuzes", "Choices made")
		for _, c := range list {
			once(c.In(a.lang))
		}
	}
	made := append(slices.Clone(s.agreement.Synthetic), s.population.Synthetic...)
	if len(made) > 0 {
		title("Verzonnen, want geen bron geeft het", "Made up, because no source gives it")
		for _, m := range made {
			once(m.In(a.lang))
		}
	}
}
