package main

// scheduleGrid is the payments in instalments, with the days on which they are due.
func (a *app) scheduleGrid(s *settlement, party string) *grid {
	g := &grid{columns: []column{{"day", "Te betalen op", "Due on", false}, {"component", "Geldstroom", "Stream", false}, {"from", "Van", "From", false},
		{"fromName", "", "", false}, {"to", "Aan", "To", false}, {"toName", "", "", false}, {"start", "Over de periode vanaf", "Of the period from", false},
		{"end", "tot en met", "to", false}, {"amount", "Bedrag (€)", "Amount (€)", true}}}
	for _, d := range s.result.Schedule {
		if party == "" || d.From == party || d.To == party {
			g.add(d.Day.String(), d.Component, d.From, s.partyName(d.From), d.To, s.partyName(d.To), d.Period.From.String(), d.Period.Until.String(), d.Amount.String())
		}
	}
	return g
}

// budgetYearsGrid is the payments per budget year.
func (a *app) budgetYearsGrid(s *settlement, party string) *grid {
	g := &grid{columns: []column{{"year", "Begrotingsjaar", "Budget year", false}, {"component", "Geldstroom", "Stream", false}, {"from", "Van", "From", false},
		{"fromName", "", "", false}, {"to", "Aan", "To", false}, {"toName", "", "", false}, {"amount", "Bedrag (€)", "Amount (€)", true}}}
	for _, y := range s.result.BudgetYears {
		if party == "" || y.From == party || y.To == party {
			g.add(y.Year, y.Component, y.From, s.partyName(y.From), y.To, s.partyName(y.To), y.Amount.String())
		}
	}
	return g
}
