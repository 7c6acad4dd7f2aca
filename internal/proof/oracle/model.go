package oracle

import (
	"math/big"
	"slices"
	"time"
)

// The model calculates who pays what from the JSON documents alone, rule by rule, with fractions of any size.
// It looks at every day of the period for every pupil, and keeps plain maps.

type agreementDocument struct {
	Period    periodDocument
	PartyTime string
	Parties   []struct {
		ID, Kind, Name, From, Until string
		Participates                bool
	}
	Routing    routingChoices
	Components []componentDocument
}

type periodDocument struct{ From, Until string }

type routingChoices struct {
	Threshold *struct {
		MinutesPerWeek int64
		Boundary       string
	}
	EducationMinutesPerWeek       int64
	SubtractEducation, AdultRoute string
	Within                        struct{ JoinLeave, Move, Adult, DecisionEnd, Wlz string }
}

type componentDocument struct {
	ID, Route string
	Sites     []string
	Cost      costDocument
	Key       keyDocument
	Flow      flowDocument
	Limits    *limitsDocument
	Division  Division
	Cover     []struct{ Party, UpTo string }
}

type payeeDocument struct{ Party, Weight, Instrument string }

type limitsDocument struct {
	Floor, Cap, Change, CutOff string
	LastYear                   []struct{ Party, Amount string }
}

type populationDocument struct {
	Sites []struct {
		Code   string
		Pupils int64
	}
	Groups []struct {
		Site, Home, Route, Label, Category, Status string
		Band                                       *struct{ Min, Max int64 }
		Adult, ExtendedYouthCare                   bool
		Pupils, MinutesPerWeek                     int64
		Fewest, Most                               int64
	}
	Pupils []pupilDocument
	Counts []struct {
		Basis, Date string
		Decimals    int64
		Values      []struct {
			Municipality string
			Count        int64
		}
	}
	Decisions []struct {
		Home, Site, Product, Unit, Frequency, From, Until string
		Volume, Pupils                                    int64
	}
}

type pupilDocument struct {
	Ref, Site, Home, Wlz, WlzFrom, DecisionUntil, Turns18, From, Until, Label, Category string
	MixedCauses, ParentsDecline                                                         bool
	Needs                                                                               []needDocument
	Moves                                                                               []struct{ On, To string }
}

type needDocument struct {
	Kind, Ground      string
	MinutesPerWeek    int64
	ExtendedYouthCare bool
}

// Model is one agreement with one population.
type Model struct {
	a            agreementDocument
	p            populationDocument
	from, until  int // day numbers of the period
	participants map[string]bool
	groups       []place   // of each group
	pupilPlaces  [][]place // of each pupil line: the first is where the pupil counts
}

// NewModel reads the documents, which are taken to be sound, and places every pupil.
func NewModel(agreement, population []byte) (*Model, error) {
	m := &Model{participants: map[string]bool{}}
	if err := unmarshal(agreement, &m.a); err != nil {
		return nil, err
	}
	if err := unmarshal(population, &m.p); err != nil {
		return nil, err
	}
	m.from, m.until = day(m.a.Period.From), day(m.a.Period.Until)
	for _, p := range m.a.Parties {
		if p.Participates {
			m.participants[p.ID] = true
		}
	}
	m.estimate()
	for i := range m.p.Groups {
		m.groups = append(m.groups, m.placeGroup(i))
	}
	for i := range m.p.Pupils {
		m.pupilPlaces = append(m.pupilPlaces, m.placePupil(&m.p.Pupils[i]))
	}
	return m, nil
}

// day is the number of a day since 1970; 0 for no date.
func day(text string) int {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return 0
	}
	return int(t.Unix() / 86400)
}

func date(number int) time.Time { return time.Unix(int64(number)*86400, 0).UTC() }

// days is the number of days of the period.
func (m *Model) days() int64 { return int64(m.until - m.from + 1) }

// timed reports whether a party joins or leaves within the period.
func (m *Model) timed() bool {
	for _, p := range m.a.Parties {
		if p.From != "" && day(p.From) != m.from || p.Until != "" && day(p.Until) != m.until {
			return true
		}
	}
	return false
}

// takesPart is the number of days or calendar months of which a day lies in the time of a party; of who is no party, all.
func (m *Model) takesPart(party string) int64 {
	from, until := m.from, m.until
	for _, p := range m.a.Parties {
		if p.ID == party && p.From != "" {
			from = day(p.From)
		}
		if p.ID == party && p.Until != "" {
			until = day(p.Until)
		}
	}
	seen := map[string]bool{}
	for d := from; d <= until; d++ {
		if m.a.PartyTime == "by-months" {
			seen[date(d).Format("2006-01")] = true
		} else {
			seen[date(d).Format(time.DateOnly)] = true
		}
	}
	return int64(len(seen))
}

// pupils is the number of all pupils of the population.
func (m *Model) pupils() int64 {
	n := int64(len(m.p.Pupils))
	for _, g := range m.p.Groups {
		n += g.Pupils
	}
	return n
}

func (m *Model) component(id string) *componentDocument {
	for i := range m.a.Components {
		if m.a.Components[i].ID == id {
			return &m.a.Components[i]
		}
	}
	return nil
}

// refusal is the code of a problem.
type refusal string

func refuse(code string) { panic(refusal(code)) }

// missing is what a developer still has to tell the model.
type missing string

func (m missing) Error() string { return string(m) }

// noRule ends the calculation of the model for a rule that it does not have.
func noRule(part, rule string) {
	panic(missing("the model has no " + part + " rule " + rule + ": add it to the switch in internal/proof/oracle/model_" + part + ".go"))
}

// num reads a number of a document; "" is 0.
func num(text string) *big.Rat {
	x := new(big.Rat)
	if text != "" {
		if _, ok := x.SetString(text); !ok {
			panic("oracle: no number " + text)
		}
	}
	return x
}

func mul(list ...*big.Rat) *big.Rat {
	x := rat(1)
	for _, v := range list {
		x.Mul(x, v)
	}
	return x
}

func plus(list ...*big.Rat) *big.Rat {
	x := new(big.Rat)
	for _, v := range list {
		x.Add(x, v)
	}
	return x
}

func less(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }

func over(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }

// cents rounds an amount in euros to whole cents.
func cents(x *big.Rat, mode string) *big.Rat {
	return new(big.Rat).SetFrac(Round(mul(x, rat(100)), mode), big.NewInt(100))
}

func least(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}

func most(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) > 0 {
		return a
	}
	return b
}

// amountsOf are amounts or weights by party.
type amountsOf map[string]*big.Rat

func (m amountsOf) add(party string, x *big.Rat) {
	if m[party] == nil {
		m[party] = new(big.Rat)
	}
	m[party] = plus(m[party], x)
}

func (m amountsOf) names() []string {
	list := make([]string, 0, len(m))
	for name := range m {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
}

func (m amountsOf) total() *big.Rat {
	x := new(big.Rat)
	for _, v := range m {
		x.Add(x, v)
	}
	return x
}
