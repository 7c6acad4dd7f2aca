package main

import (
	"strconv"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// cashier is the only party that the others pay their shares, and whether there is one.
func (s *settlement) cashier() (string, bool) {
	found := ""
	for _, t := range s.result.Transfers {
		if t.Kind != "share" {
			continue
		}
		if found != "" && found != t.To {
			return "", false
		}
		found = t.To
	}
	return found, found != ""
}

// count is a number of pupils; the small ones stay hidden of counts that were published as ranges.
func (s *settlement) count(n int64) string {
	if s.amountsOnly {
		return ""
	}
	if s.result.Population.Estimates > 0 {
		return few(n)
	}
	return itoa(n)
}

// sharesGrid is one row per party that bears something: its pupils, what it bears, what it pays.
func (a *app) sharesGrid(s *settlement, party string) *grid {
	cashier, invoices := s.cashier()
	g := &grid{width: 32, columns: []column{{"party", "Code", "Code", false}, {"name", "Partij", "Party", false},
		{"pupils", "Leerlingen", "Pupils", true}, {"pooled", "In de pot", "In the pool", true}}}
	if s.result.Population.Estimates > 0 {
		g.columns[2].nl, g.columns[2].en = "Leerlingen (schatting)", "Pupils (estimate)"
	}
	components := s.result.Components
	if len(components) > 1 {
		for _, c := range components {
			g.columns = append(g.columns, column{c.ID, c.Title, c.Title, true})
		}
	}
	g.columns = append(g.columns, column{"bears", "Draagt (€)", "Bears (€)", true})
	ranges := s.ranges()
	if ranges != nil {
		g.columns = append(g.columns, column{"lowest", "Minstens (€)", "At least (€)", true}, column{"highest", "Hoogstens (€)", "At most (€)", true})
	}
	if invoices {
		name := s.partyName(cashier)
		g.columns = append(g.columns, column{"invoice", "Betaalt aan " + name + " (€)", "Pays to " + name + " (€)", true})
	} else {
		g.columns = append(g.columns, column{"pays", "Betaalt (€)", "Pays (€)", true})
	}
	pupils, pooled, invoiced := int64(0), int64(0), money.Euro{}
	total := money.Euro{}
	for _, share := range s.result.Shares {
		row := []string{share.Party, share.Name, "", ""}
		if n, has := s.inPool(share.Party); has {
			row[2], row[3] = "", s.count(n)
			pooled += n
		} else if code, err := zio.ParseMunicipalityCode(share.Party); err == nil && s.merged == nil {
			home := s.home(code)
			row[2], row[3] = s.count(home.Pupils), s.count(home.Pooled)
			pupils, pooled = pupils+home.Pupils, pooled+home.Pooled
		}
		if len(components) > 1 {
			for i := range components {
				row = append(row, shareOf(&components[i], share.Party))
			}
		}
		row = append(row, share.Amount.String())
		if ranges != nil {
			r := ranges[share.Party]
			row = append(row, r.Low.String(), r.High.String())
		}
		total = plus(total, share.Amount)
		paid := s.paid(share.Party, invoices)
		invoiced = plus(invoiced, paid)
		if invoices && share.Party == cashier {
			row = append(row, "")
		} else {
			row = append(row, paid.String())
		}
		if party == "" || party == share.Party {
			g.add(row...)
		}
	}
	if party == "" && len(g.rows) > 1 {
		g.total = []string{"", a.say("Samen", "Together"), itoa(pupils), itoa(pooled)}
		if len(components) > 1 {
			for i := range components {
				sum := money.Euro{}
				for _, one := range components[i].Shares {
					sum = plus(sum, one.Amount)
				}
				g.total = append(g.total, sum.String())
			}
		}
		g.total = append(g.total, total.String())
		if ranges != nil {
			g.total = append(g.total, "", "")
		}
		g.total = append(g.total, invoiced.String())
	}
	if s.merged != nil {
		return g.without("pupils")
	}
	return g
}

// inPool is the pupils of a party in the pool, when small municipalities are taken together.
func (s *settlement) inPool(party string) (int64, bool) {
	if s.merged == nil {
		return 0, false
	}
	return s.merged.Of(party)
}

func (s *settlement) home(code zio.MunicipalityCode) funding.HomeResult {
	for _, h := range s.result.Routing.Homes {
		if h.Home == code {
			return h
		}
	}
	return funding.HomeResult{Home: code}
}

// paid is what a party pays: all of it, or only its share to who collects.
func (s *settlement) paid(party string, invoices bool) money.Euro {
	sum := money.Euro{}
	for _, t := range s.result.Transfers {
		if t.From == party && (!invoices || t.Kind == "share") {
			sum = plus(sum, t.Amount)
		}
	}
	return sum
}

func shareOf(c *funding.ComponentResult, party string) string {
	for _, one := range c.Shares {
		if one.Party == party {
			return one.Amount.String()
		}
	}
	return ""
}

// plus adds amounts of a result. A sum that a result holds never overflows, as the calculation added it before.
func plus(a, b money.Euro) money.Euro {
	sum, err := a.Add(b)
	if err != nil {
		panic(err)
	}
	return sum
}

func (a *app) transfersGrid(s *settlement, party string) *grid {
	g := &grid{columns: []column{{"component", "Geldstroom", "Stream", false}, {"kind", "Soort", "Kind", false}, {"instrument", "Als", "As", false}, {"from", "Van", "From", false},
		{"fromName", "", "", false}, {"to", "Aan", "To", false}, {"toName", "", "", false}, {"amount", "Bedrag (€)", "Amount (€)", true}}}
	for _, t := range s.result.Transfers {
		if party == "" || t.From == party || t.To == party {
			g.add(t.Component, string(t.Kind), string(t.Instrument), t.From, s.partyName(t.From), t.To, s.partyName(t.To), t.Amount.String())
		}
	}
	return g
}

func (a *app) componentsGrid(s *settlement, party string) *grid {
	g := &grid{columns: []column{{"component", "Geldstroom", "Stream", false}, {"route", "Route", "Route", false}, {"cost", "Kosten", "Cost", false}, {"key", "Sleutel", "Key", false},
		{"flow", "Stroom", "Flow", false}, {"amount", "Bedrag (€)", "Amount (€)", true}, {"gap", "Tekort (€)", "Gap (€)", true}, {"rest", "Rest (€)", "Rest (€)", true}}}
	for _, c := range s.result.Components {
		if party == "" || shareOf(&c, party) != "" {
			g.add(c.ID, c.Route.String(), c.Rules[0], c.Rules[1], c.Rules[2], c.Cost.String(), c.Gap.String(), c.Rest.String())
		}
	}
	return g
}

func (a *app) exclusionsGrid(s *settlement, party string) *grid {
	g := &grid{columns: []column{{"reason", "Reden", "Reason", false}, {"rule", "Regel", "Rule", false}, {"route", "Route", "Route", false}, {"home", "Woongemeente", "Home", false},
		{"name", "", "", false}, {"pupils", "Leerlingen", "Pupils", true}, {"minutesPerWeek", "Minuten/week", "Minutes/week", true}}}
	for _, x := range s.result.Routing.Exclusions {
		if party == "" || x.Home.String() == party {
			g.add(x.Reason.String(), x.Rule, x.Route.String(), x.Home.String(), s.homeName(x.Home, a.lang), s.count(x.Pupils), strconv.FormatInt(x.MinutesPerWeek, 10))
		}
	}
	return g
}

func (s *settlement) homeName(code zio.MunicipalityCode, l zio.Lang) string {
	if code.IsZero() {
		return zio.InLang(l, "onbekend of buitenland", "unknown or abroad")
	}
	return s.partyName(code.String())
}

// shadowGrid is what would have been settled where the parties agreed not to settle.
func (a *app) shadowGrid(s *settlement, party string) *grid {
	g := &grid{columns: []column{{"component", "Geldstroom", "Stream", false}, {"party", "Code", "Code", false}, {"name", "Partij", "Party", false},
		{"amount", "Schaduwbedrag (€)", "Shadow amount (€)", true}, {"over", "Boven de grens", "Above the tolerance", false}}}
	for _, c := range s.result.Components {
		for _, x := range c.Shadow {
			if party == "" || x.Party == party {
				g.add(c.ID, x.Party, s.partyName(x.Party), x.Amount.String(), strconv.FormatBool(x.Over))
			}
		}
	}
	return g
}

// routesGrid is the pupils and minutes per funding route.
func (a *app) routesGrid(s *settlement, _ string) *grid {
	g := &grid{columns: []column{{"route", "Route", "Route", false}, {"pupils", "Leerlingen", "Pupils", true}, {"minutesPerWeek", "Minuten/week", "Minutes/week", true},
		{"unchargedPerWeek", "In geen bedrag", "In no amount", true}}}
	for _, r := range s.result.Routing.Routes {
		g.add(r.Route.String(), s.count(r.Pupils), strconv.FormatInt(r.MinutesPerWeek, 10), strconv.FormatInt(r.UnchargedPerWeek, 10))
	}
	return g
}

func (a *app) checksGrid(s *settlement, _ string) *grid {
	g := &grid{columns: []column{{"check", "Controle", "Check", false}, {"component", "Geldstroom", "Stream", false}, {"left", "Links", "Left", true}, {"right", "Rechts", "Right", true}, {"holds", "Klopt", "Holds", false}}}
	for _, c := range s.result.Checks {
		g.add(c.Code, c.Component, c.Left, c.Right, strconv.FormatBool(c.OK))
	}
	return g
}
