package main

import (
	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding/law"
	"github.com/zio-collectief/zio/zio"
)

func newLaw(a *app) *cobra.Command {
	var format, on string
	cmd := &cobra.Command{
		Use:   "law",
		Short: "Show which law pays for what, with articles and dates",
		Long: `Show the routing table (routetabel): the laws and budgets that pay and whether their
money can be put together, what follows from each fact about a pupil, and why minutes
are in the pool or not. Each line has its article, the days between which it holds, the last
day it was checked and where it was read. With --on only what holds on that day.
The table was not reviewed by a lawyer; corrections are welcome.`,
		Example: "  zio law\n  zio law --on 2021-10-01\n  zio law --format csv",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			day := zio.Date{}
			if on != "" {
				var err error
				if day, err = zio.ParseDate(on); err != nil {
					return err
				}
			}
			return a.showLaw(law.RoutingTable(), day, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	cmd.Flags().StringVar(&on, "on", "", "only what holds on this day (YYYY-MM-DD)")
	return cmd
}

// lawLine is a line of the routing table, for the tables of the program and the page of the site.
type lawLine struct {
	Code, What, Follows, Basis, URL, From, Until, Checked, Source, Note string
	Pool                                                                bool
	day                                                                 [3]zio.Date // from, until, checked
}

// lawSections are the three parts of the routing table, with a line for each basis, or one without when it has none.
func lawSections(t *law.Table, on zio.Date, lang zio.Lang) (routes, facts, reasons []lawLine) {
	lines := func(x lawLine, bases []law.Basis) []lawLine {
		if !on.IsZero() {
			bases = law.InForce(bases, on)
		}
		if len(bases) == 0 {
			return []lawLine{x}
		}
		var out []lawLine
		for _, b := range bases {
			y := x
			y.Basis, y.URL, y.Source, y.Note = t.Cite(b), t.URL(b), b.Source, b.Note.In(lang)
			y.day = [3]zio.Date{b.From, b.Until, b.Checked}
			y.From, y.Until, y.Checked = dayText(b.From, lang), dayText(b.Until, lang), dayText(b.Checked, lang)
			for i, s := range b.Schools {
				sep := ", "
				if i == 0 {
					sep = " · "
				}
				y.Basis += sep + s
			}
			out = append(out, y)
		}
		return out
	}
	for _, r := range t.Routes {
		routes = append(routes, lines(lawLine{Code: r.Code, What: r.In(lang), Follows: r.Why.In(lang), Pool: r.Pool}, r.Bases)...)
	}
	for _, f := range t.Facts {
		facts = append(facts, lines(lawLine{Code: f.Member + "=" + f.Value, What: f.In(lang), Follows: f.Follows.In(lang)}, f.Bases)...)
	}
	for _, r := range t.Reasons {
		reasons = append(reasons, lines(lawLine{Code: r.Code, What: r.In(lang)}, r.Bases)...)
	}
	return routes, facts, reasons
}

func dayText(d zio.Date, lang zio.Lang) string {
	if d.IsZero() {
		return ""
	}
	return d.Words(lang)
}

func (a *app) showLaw(t *law.Table, on zio.Date, format string) error {
	routes, facts, reasons := lawSections(t, on, a.lang)
	parts := []struct {
		part, nl, en string
		lines        []lawLine
	}{
		{"route", "Wie betaalt", "Who pays", routes},
		{"fact", "Wat volgt uit een gegeven", "What follows from a fact", facts},
		{"reason", "Waarom minuten in of buiten de pot vallen", "Why minutes are in or out of the pool", reasons},
	}
	if format == "csv" || format == "json" {
		g := &grid{columns: []column{{"part", "", "", false}, {"code", "", "", false}, {"text", "", "", false}, {"follows", "", "", false}, {"pool", "", "", false}, {"basis", "", "", false},
			{"from", "", "", false}, {"until", "", "", false}, {"checked", "", "", false}, {"url", "", "", false}, {"source", "", "", false}, {"note", "", "", false}}}
		for _, p := range parts {
			for _, l := range p.lines {
				pool := ""
				if p.part == "route" {
					pool = "no"
					if l.Pool {
						pool = "yes"
					}
				}
				var days [3]string
				for i, d := range l.day {
					if !d.IsZero() {
						days[i] = d.String()
					}
				}
				g.add(p.part, l.Code, l.What, l.Follows, pool, l.Basis, days[0], days[1], days[2], l.URL, l.Source, l.Note)
			}
		}
		return a.show(g, format)
	}
	a.println(a.bold(t.Title.In(a.lang)))
	a.paragraph("", t.Review.In(a.lang))
	for _, p := range parts {
		a.println()
		a.println(a.bold(a.say(p.nl, p.en)))
		a.println()
		g := &grid{width: 44, columns: []column{{"text", "Wat", "What", false}}}
		if p.part == "route" {
			g.columns = append(g.columns, column{"pool", "In een pot", "Can be pooled", false})
		}
		if p.part == "fact" {
			g.columns = append(g.columns, column{"follows", "Gevolg", "What follows", false})
		}
		g.columns = append(g.columns, column{"basis", "Grondslag", "Legal basis", false}, column{"from", "Vanaf", "From", false}, column{"until", "Tot en met", "Until", false},
			column{"checked", "Nagekeken", "Checked", false})
		last := ""
		for _, l := range p.lines {
			cells := []string{l.What}
			switch p.part {
			case "route":
				cells = append(cells, a.yes(l.Pool))
			case "fact":
				cells = append(cells, l.Follows)
			}
			if l.Code == last { // further bases of the same line
				for i := range cells {
					cells[i] = ""
				}
			}
			last = l.Code
			basis := l.Basis
			if basis == "" {
				basis = a.say("geen", "none")
			}
			g.add(append(cells, basis, l.From, l.Until, l.Checked)...)
		}
		if err := a.show(g, format); err != nil {
			return err
		}
	}
	a.println()
	a.paragraph("", a.say("Adressen, bronnen en opmerkingen staan in --format csv.", "Addresses, sources and notes are in --format csv."))
	return nil
}
