package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// Result is what an agreement and a population come to (uitkomst): who bears what, who pays whom, who is
// left out and why, what nobody covers, how it was checked and how it was reached.
type Result struct {
	Agreement   AgreementRef      `json:"agreement"`
	Population  PopulationRef     `json:"population"`
	Parties     []PartyName       `json:"parties"`  // all parties of the agreement, in its order
	Shares      []PartyAmount     `json:"shares"`   // borne by each party, over all components, in order of party
	Payees      []PartyAmount     `json:"payees"`   // received by parties that pay nothing, in order of party
	Balances    []Balance         `json:"balances"` // paid and received by each party; the nets sum to 0.00
	Components  []ComponentResult `json:"components"`
	Transfers   []Transfer        `json:"transfers"`
	Schedule    []Due             `json:"schedule,omitempty"`    // the transfers in parts, with the days on which they are due, when the agreement has a schedule
	BudgetYears []YearPart        `json:"budgetYears,omitempty"` // the transfers per budget year, likewise
	Routing     RoutingResult     `json:"routing"`
	Checks      []CheckResult     `json:"checks"`
	Trace       Trace             `json:"trace"`
	Receipt     Receipt           `json:"receipt"`
}

// AgreementRef says which agreement was calculated.
type AgreementRef struct {
	ID     string     `json:"id"`
	Title  string     `json:"title"`
	Period zio.Period `json:"period"`
}

// PopulationRef says which population it was calculated with.
type PopulationRef struct {
	Title     string   `json:"title"`
	CountDate zio.Date `json:"countDate"`
	Estimates int64    `json:"estimates,omitempty"` // groups whose number of pupils is an estimate within a range
}

// PartyName is what a party is called (naam van een partij).
type PartyName struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// PartyAmount is an amount of one party (bedrag van een partij).
type PartyAmount struct {
	Party  string     `json:"party"`
	Name   string     `json:"name"`
	Amount money.Euro `json:"amount"`
}

// Balance is what one party pays and receives (saldo). Net is received less paid.
type Balance struct {
	Party    string     `json:"party"`
	Pays     money.Euro `json:"pays"`
	Receives money.Euro `json:"receives"`
	Net      money.Euro `json:"net"`
}

// ComponentResult is the outcome of one stream of money (uitkomst van een geldstroom). The sum of its shares, its gap and its rest is its cost.
type ComponentResult struct {
	ID     string        `json:"id"`
	Title  string        `json:"title"`
	Route  Route         `json:"route"`
	Rules  []string      `json:"rules"` // cost, key and flow
	Cost   money.Euro    `json:"cost"`
	Low    *money.Euro   `json:"low,omitempty"`  // cost at the low end of a range
	High   *money.Euro   `json:"high,omitempty"` // cost at the high end
	Shares []ShareResult `json:"shares"`
	Gap    money.Euro    `json:"gap"`              // borne by nobody
	Rest   money.Euro    `json:"rest"`             // left over by the rounding of the division
	Shadow []Shadow      `json:"shadow,omitempty"` // of no-settlement: what would have been settled
}

// ShareResult is what one party bears of a component (aandeel), and what it weighed in the key.
type ShareResult struct {
	Party  string     `json:"party"`
	Weight string     `json:"weight,omitempty"` // decimal or fraction; absent for who bears something without weighing in the key
	Unit   string     `json:"unit,omitempty"`   // of the weight
	Amount money.Euro `json:"amount"`
	Ref    string     `json:"ref"` // the step of the trace that gives the amount
}

// Transfer is a payment (betaling).
type Transfer struct {
	Component  string       `json:"component"`
	Kind       TransferKind `json:"kind"`
	Instrument Instrument   `json:"instrument,omitempty"` // what the payment is
	From       string       `json:"from"`
	To         string       `json:"to"`
	Amount     money.Euro   `json:"amount"` // above 0.00
	Ref        string       `json:"ref"`    // the step of the trace that gives the amount
}

// TransferKind is why a party pays (soort betaling).
type TransferKind string

// Kinds of payments.
const (
	PaymentOfShare    TransferKind = "share"    // of what a party bears, to who collects
	PaymentToPayee    TransferKind = "payment"  // to who does the work, or pays on
	PaymentOfDecision TransferKind = "decision" // of a home municipality to a host
	PaymentToSite     TransferKind = "site"     // of a cashier to a municipality with a site
)

// Due is one part of a payment with the day on which it is due (termijn).
type Due struct {
	Component string     `json:"component"`
	From      string     `json:"from"`
	To        string     `json:"to"`
	Day       zio.Date   `json:"day"`
	Period    zio.Period `json:"period"` // of the care that it pays for
	Amount    money.Euro `json:"amount"` // not negative
}

// YearPart is the part of a payment that belongs to one budget year (deel per begrotingsjaar): the year of the care that it
// pays for, not of the day on which it is paid.
type YearPart struct {
	Component string     `json:"component"`
	From      string     `json:"from"`
	To        string     `json:"to"`
	Year      string     `json:"year"` // "2026", or "2026-2027" of a school year
	Amount    money.Euro `json:"amount"`
}

// RoutingResult is where pupils and minutes went (afbakening).
type RoutingResult struct {
	Pupils int64 `json:"pupils"` // all pupils of the population
	Pooled int64 `json:"pooled"` // pupils in the pool
	// EducationMinutesPerWeek is the support by the schools of all pupils together, per school week.
	EducationMinutesPerWeek int64         `json:"educationMinutesPerWeek"`
	Homes                   []HomeResult  `json:"homes"`      // pupils per home municipality
	Exclusions              []RoutedGroup `json:"exclusions"` // everything that is not pooled, with its reason
	Routes                  []RoutedRoute `json:"routes"`     // pupils and minutes per route
}

// HomeResult counts the pupils of one home municipality; an absent home is unknown or abroad.
type HomeResult struct {
	Home   zio.MunicipalityCode `json:"home,omitzero"`
	Pupils int64                `json:"pupils"`
	Pooled int64                `json:"pooled"`
}

// RoutedGroup is pupils or minutes of one home municipality that are not pooled, for one reason.
type RoutedGroup struct {
	Reason         Reason               `json:"reason"`
	Rule           string               `json:"rule,omitempty"` // R1 to R9
	Route          Route                `json:"route"`
	Home           zio.MunicipalityCode `json:"home,omitzero"`
	Pupils         int64                `json:"pupils"`
	MinutesPerWeek int64                `json:"minutesPerWeek"` // 0: not known
	Basis          string               `json:"basis,omitempty"`
}

// RoutedRoute counts the pupils and minutes of one route.
type RoutedRoute struct {
	Route          Route `json:"route"`
	Pupils         int64 `json:"pupils"`
	MinutesPerWeek int64 `json:"minutesPerWeek"`
	// UnchargedPerWeek are the minutes of which no component of the route counts the site: they are in no amount.
	UnchargedPerWeek int64 `json:"unchargedPerWeek,omitempty"`
}

// CheckResult is a test of the result against itself (controle). A result whose checks do not hold is never returned.
type CheckResult struct {
	Code      string `json:"code"`
	Component string `json:"component,omitempty"`
	Left      string `json:"left"`
	Right     string `json:"right"`
	OK        bool   `json:"ok"`
}

// Receipt says with what the result was made (bewijs), so that it can be made again.
type Receipt struct {
	Library    string   `json:"library"` // version of this library
	Schema     string   `json:"schema"`  // version of the exchange documents
	Rules      []string `json:"rules"`   // every rule that took a step, in order of name
	Agreement  string   `json:"agreement"`
	Population string   `json:"population"`
	Result     string   `json:"result,omitempty"` // digest of this document with an empty result digest
}

// total adds an amount over the components.
func (x *Result) total(of func(*ComponentResult) money.Euro) (money.Euro, error) {
	sum := money.Euro{}
	for i := range x.Components {
		var err error
		if sum, err = sum.Add(of(&x.Components[i])); err != nil {
			return money.Euro{}, err
		}
	}
	return sum, nil
}

// Cost is what all components cost together.
func (x *Result) Cost() (money.Euro, error) {
	return x.total(func(c *ComponentResult) money.Euro { return c.Cost })
}

// Gap is what nobody bears in all components together.
func (x *Result) Gap() (money.Euro, error) {
	return x.total(func(c *ComponentResult) money.Euro { return c.Gap })
}

// Rest is what the division of all components leaves over together.
func (x *Result) Rest() (money.Euro, error) {
	return x.total(func(c *ComponentResult) money.Euro { return c.Rest })
}

// Share is what one party bears; false when the result does not have it among its shares.
func (x *Result) Share(party string) (money.Euro, bool) {
	for i := range x.Shares {
		if x.Shares[i].Party == party {
			return x.Shares[i].Amount, true
		}
	}
	return money.Euro{}, false
}

// Shadow is what a party would have paid (schaduwbedrag). It is positive for who would have been invoiced, and negative
// for the payer, who would have received it.
type Shadow struct {
	Party  string     `json:"party"`
	Amount money.Euro `json:"amount"`
	Over   bool       `json:"over"` // above the tolerance
}

// Name is the name of a party of the result, or its id when the result does not name it.
func (x *Result) Name(id string, l zio.Lang) string {
	if id == gapParty {
		return zio.InLang(l, "het tekort", "the gap")
	}
	for i := range x.Parties {
		if x.Parties[i].ID == id {
			return x.Parties[i].Name
		}
	}
	return id
}
