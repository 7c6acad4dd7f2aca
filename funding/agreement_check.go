package funding

import (
	"slices"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

var (
	problemName         = &zio.ProblemKind{Code: "agreement.name-invalid", NL: "Gebruik in {value} alleen kleine letters, cijfers en streepjes.", EN: "Use only lower-case letters, digits and hyphens in {value}."}
	problemPartyTwice   = &zio.ProblemKind{Code: "agreement.party-twice", NL: "Partij {id} staat er twee keer.", EN: "Party {id} stands twice."}
	problemPartyCode    = &zio.ProblemKind{Code: "agreement.party-code", NL: "Het kenmerk van een gemeente is haar CBS-code van vier cijfers, bijvoorbeeld 0268. {id} is dat niet.", EN: "The id of a municipality is its CBS code of four digits, such as 0268. {id} is not."}
	problemParticipates = &zio.ProblemKind{Code: "agreement.participates-not-municipality", NL: "Alleen een gemeente kan deelnemer zijn van de pot. {id} is dat niet.", EN: "Only a municipality can take part in the pool. {id} is not one."}
	problemNoParties    = &zio.ProblemKind{Code: "agreement.parties-missing", NL: "Deze overeenkomst heeft geen partijen. Voeg ze toe, of gebruik haar als sjabloon voor een school.", EN: "This agreement has no parties. Add them, or use it as a template for a school."}
	problemComponent    = &zio.ProblemKind{Code: "agreement.component-twice", NL: "Geldstroom {id} staat er twee keer.", EN: "Component {id} stands twice."}
	problemPeriod       = &zio.ProblemKind{Code: "agreement.period-order", NL: "De overeenkomst eindigt op {until}, vóór het begin op {from}.", EN: "The agreement ends on {until}, before it starts on {from}."}
	problemMinutesTwice = &zio.ProblemKind{Code: "component.minutes-twice", NL: "De minuten van de route {route} worden al gerekend in {component}. Kies een andere route, andere vestigingen of andere kosten.", EN: "The minutes of route {route} are charged already in {component}. Choose another route, other sites or another cost."}
	problemPool         = &zio.ProblemKind{Code: "component.route-not-poolable", NL: "Geld van de route {route} mag niet in een gezamenlijke pot ({basis}). Laat dit deel buiten de pot.", EN: "Money of route {route} may not be pooled ({basis}). Keep this part out of the pool."}
)

// Check finds everything that is wrong with the agreement by itself, in the order of the document. Of an agreement that a
// program made it first finds what no document could hold: a choice that was not made, a number out of its range.
func (a *Agreement) Check() zio.Problems {
	if faults := strictjson.Check(a, (*Agreement).Bind); len(faults) > 0 {
		return zio.ProblemsOf(faults)
	}
	return a.CheckRead()
}

// CheckRead is Check of an agreement that was read from a document without problems: what no single member shows. It is for
// the packages of this module.
func (a *Agreement) CheckRead() zio.Problems {
	c := &checker{a: a, parties: a.partyOrder()}
	if !IsName(a.ID) {
		c.add(problemName, "/id", "value", a.ID)
	}
	if a.Period.Until.Before(a.Period.From) {
		c.add(problemPeriod, "/period/until", "from", a.Period.From.String(), "until", a.Period.Until.String())
	}
	if len(a.Parties) == 0 {
		c.add(problemNoParties, "/parties")
	}
	for i := range a.Parties {
		a.Parties[i].check(c, i)
	}
	a.Routing.check(c)
	for i := range a.Components {
		a.Components[i].check(c, i)
	}
	c.at = ""
	if a.Schedule != nil {
		a.Schedule.check(c)
	}
	if a.Settlement != nil {
		a.Settlement.check(c)
	}
	return c.problems
}

func (p *Party) check(c *checker, i int) {
	if slices.Contains(c.parties.again, p) {
		c.add(problemPartyTwice, at("/parties", i)+"/id", "id", p.ID)
	}
	if p.Kind == PartyMunicipality {
		if _, err := zio.ParseMunicipalityCode(p.ID); err != nil || len(p.ID) != 4 {
			c.add(problemPartyCode, at("/parties", i)+"/id", "id", p.ID)
		}
	} else {
		if !IsName(p.ID) {
			c.add(problemName, at("/parties", i)+"/id", "value", p.ID)
		}
		if p.Participates {
			c.add(problemParticipates, at("/parties", i)+"/participates", "id", p.ID)
		}
	}
	p.checkTime(c, i)
}

func (m *Component) check(c *checker, i int) {
	base := at("/components", i)
	c.at, c.c = base, m
	if !IsName(m.ID) {
		c.add(problemName, "/id", "value", m.ID)
	}
	for j := range c.a.Components[:i] {
		if c.a.Components[j].ID == m.ID {
			c.add(problemComponent, "/id", "id", m.ID)
			break
		}
	}
	if first := m.chargesAgain(c.a.Components[:i]); first != nil {
		c.add(problemMinutesTwice, "/cost", "route", m.Route.String(), "component", first.ID)
	}
	if pools(m.Cost) && !m.Route.Poolable() {
		c.add(problemPool, "/route", "route", m.Route.String(), "basis", m.Route.Basis(c.a.Period.From, 0))
	}
	c.at = base + "/cost"
	m.Cost.check(c)
	c.at = base + "/key"
	m.Key.check(c)
	c.at = base + "/flow"
	m.Flow.check(c)
	if m.Limits != nil {
		c.at = base + "/limits"
		m.Limits.check(c)
	}
	c.at = base + "/division"
	for _, p := range m.Division.Check() {
		p.Pointer = c.at + p.Pointer
		c.problems = append(c.problems, p)
	}
	if _, percentages := m.Key.(*FixedShares); !m.Division.Divisor.IsZero() && (!percentages || m.Division.Divisor.Compare(money.ExactFromInt(100)) != 0) {
		c.add(problemDivisor, "/divisor", "value", exactText(m.Division.Divisor, UnitNumber))
	}
	if m.Division.Method == money.RestToNamed && m.Division.Named != "" {
		c.party("/named", m.Division.Named)
	}
	if !m.Division.Divisor.IsZero() && c.a.timed() {
		c.add(problemPartyDivisor, "/divisor")
	}
	c.at = base
	c.covers(m.Cover)
	c.c = nil
}

// chargesAgain is the earlier component that charges the same minutes: those of the same route and site; nil when there is none.
func (m *Component) chargesAgain(earlier []Component) *Component {
	if _, minutes := m.Cost.(minuteCost); !minutes {
		return nil
	}
	for i := range earlier {
		e := &earlier[i]
		_, minutes := e.Cost.(minuteCost)
		if minutes && e.Route == m.Route && (len(e.Sites) == 0 || len(m.Sites) == 0 || slices.ContainsFunc(e.Sites, m.Counts)) {
			return e
		}
	}
	return nil
}

// A divisor beside counts would divide by something else than what is counted, and what is left over would look like rounding.
var problemDivisor = &zio.ProblemKind{Code: "division.divisor-not-percentages", NL: "Een vaste deler hoort alleen bij vaste percentages, en is dan 100. Hier staat {value#}. Haal de deler weg.", EN: "A fixed divisor goes with fixed percentages only, and then is 100. Here it is {value#}. Remove the divisor."}

// ReadAgreement reads an agreement document and checks it. With problems the value holds what could be read.
func ReadAgreement(data []byte) (*Agreement, zio.Problems) {
	a := &Agreement{}
	problems := zio.ProblemsOf(strictjson.Read(data, a, (*Agreement).Bind, strictjson.Limits{}))
	if len(problems) == 0 {
		problems = a.CheckRead()
	}
	return a, problems
}
