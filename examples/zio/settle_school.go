package main

import (
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
)

// schoolGrid is all care at the schools per law, payer and payee, for machines: lines, a row per law, and the total.
func (a *app) schoolGrid(s *settlement, party string) *grid {
	g := &grid{columns: []column{{"row", "Soort regel", "Kind of row", false}, {"law", "Wet of budget", "Law or budget", false}, {"component", "Geldstroom", "Stream", false}, {"payer", "Betaler", "Payer", false}, {"payerName", "", "", false},
		{"payees", "Ontvanger", "Payee", false}, {"payeeNames", "", "", false}, {"pupils", "Leerlingen", "Pupils", true}, {"minutesPerWeek", "Minuten/week", "Minutes/week", true}, {"amount", "Bedrag (€)", "Amount (€)", true}}}
	t, problems := analysis.School(s.agreement, s.population, s.result)
	if len(problems) > 0 { // of amounts that the calculation could add
		return g
	}
	for _, law := range t.Laws {
		for _, l := range law.Lines {
			if party == "" || l.Payer == party {
				g.add("line", law.Law, l.Component, l.Payer, s.payerName(a, &l), strings.Join(l.Payees, "; "), s.namesOf(l.Payees), s.some(l.Pupils), minutesOrNone(l.Minutes), l.Amount.String())
			}
		}
		if party == "" {
			g.add("law", law.Law, "", "", "", "", "", s.some(law.Pupils), minutesOrNone(law.Minutes), law.Amount.String())
		}
	}
	if party == "" {
		g.add("total", "", "", "", "", "", "", s.some(t.Pupils), minutesOrNone(t.Minutes), t.Amount.String())
	}
	return g
}

// schoolPage is schoolGrid for people: a law stands before its lines once, and below them what they come to.
func (a *app) schoolPage(s *settlement, party string) *grid {
	all := a.schoolGrid(s, party)
	g := &grid{width: 32, columns: []column{{"law", "Wet of budget", "Law or budget", false}, {"component", "Geldstroom", "Stream", false}, all.columns[3], all.columns[5], all.columns[7], all.columns[8], all.columns[9]}}
	for _, row := range all.rows {
		kind, law := row[0], a.lawWords(row[1])
		cells := []string{law, a.cellInWords(s, "component", row[2]), row[4], row[6], row[7], row[8], row[9]}
		switch kind {
		case "law":
			cells[0], cells[1] = "", a.say("samen uit ", "together from ")+law
		case "total":
			g.total = append([]string{a.say("Alles samen", "All together")}, cells[1:]...)
			continue
		}
		g.add(cells...)
	}
	return g
}

// manyLaws reports whether more than one law pays, which is when a page per law says more than the table of shares.
func (s *settlement) manyLaws() bool {
	for _, c := range s.result.Components {
		if analysis.Law(c.Route) != analysis.Law(s.result.Components[0].Route) {
			return true
		}
	}
	return false
}

// lawWords is what a law or budget of the table per law is called.
func (a *app) lawWords(law string) string {
	if r, err := funding.ParseRoute(law); err == nil {
		return r.Words(a.lang)
	}
	if law == "jeugdwet" {
		return "Jeugdwet"
	}
	return law
}

// payerName is who pays a line, or why nobody does.
func (s *settlement) payerName(a *app, l *analysis.LawLine) string {
	switch {
	case l.Payer != "":
		return s.partyName(l.Payer)
	case l.Component == "":
		return a.say("in geen bedrag", "in no amount")
	}
	return a.say("niemand (tekort of afronding)", "nobody (gap or rounding)")
}

func (s *settlement) namesOf(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = s.partyName(id)
	}
	return strings.Join(names, ", ")
}

// some is a number of pupils, and nothing for none.
func (s *settlement) some(n int64) string {
	if n == 0 {
		return ""
	}
	return s.count(n)
}

func minutesOrNone(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}
