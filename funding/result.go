package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
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
	Component string     `json:"component"`
	Kind      string     `json:"kind"` // "invoice", "payment", "subsidy", "grant", "decision" or "site"
	From      string     `json:"from"`
	To        string     `json:"to"`
	Amount    money.Euro `json:"amount"` // above 0.00
	Ref       string     `json:"ref"`    // the step of the trace that gives the amount
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

// Bind binds the members of the document; it is for the packages of this module.
func (x *Result) Bind(f *strictjson.Fields) {
	f.Const(zio.SchemaID("result"), strictjson.Spec{Name: "$schema", NL: "Soort document", EN: "Kind of document"})
	x.BindDraft(f)
	strictjson.Struct(f, &x.Trace, strictjson.Spec{Name: "trace", NL: "Herleiding", EN: "Trace"}, (*Trace).Bind)
	strictjson.Struct(f, &x.Receipt, strictjson.Spec{Name: "receipt", NL: "Bewijs", EN: "Receipt"}, (*Receipt).bind)
}

// BindDraft binds the members of the document that a draft shows, which are all but the kind of document, the trace
// and the receipt; it is for the packages of this module.
func (x *Result) BindDraft(f *strictjson.Fields) {
	strictjson.Struct(f, &x.Agreement, strictjson.Spec{Name: "agreement", NL: "Overeenkomst", EN: "Agreement"}, (*AgreementRef).Bind)
	strictjson.Struct(f, &x.Population, strictjson.Spec{Name: "population", NL: "Populatie", EN: "Population"}, (*PopulationRef).bind)
	strictjson.List(f, &x.Parties, strictjson.Spec{Name: "parties", Max: MaxParties, NL: "Partijen", EN: "Parties"}, (*PartyName).bind)
	strictjson.List(f, &x.Shares, strictjson.Spec{Name: "shares", NL: "Wie draagt wat", EN: "Who bears what"}, (*PartyAmount).Bind)
	strictjson.List(f, &x.Payees, strictjson.Spec{Name: "payees", NL: "Ontvangers", EN: "Payees"}, (*PartyAmount).Bind)
	strictjson.List(f, &x.Balances, strictjson.Spec{Name: "balances", NL: "Saldi", EN: "Balances"}, (*Balance).bind)
	strictjson.List(f, &x.Components, strictjson.Spec{Name: "components", Max: MaxComponents, NL: "Geldstromen", EN: "Components"}, (*ComponentResult).bind)
	strictjson.List(f, &x.Transfers, strictjson.Spec{Name: "transfers", Max: 100_000, NL: "Betalingen", EN: "Transfers"}, (*Transfer).bind)
	strictjson.List(f, &x.Schedule, strictjson.Spec{Name: "schedule", Optional: true, Max: 1_200_000, NL: "Termijnen", EN: "Instalments"}, (*Due).bind)
	strictjson.List(f, &x.BudgetYears, strictjson.Spec{Name: "budgetYears", Optional: true, Max: 1_200_000, NL: "Per begrotingsjaar", EN: "Per budget year"}, (*YearPart).Bind)
	strictjson.Struct(f, &x.Routing, strictjson.Spec{Name: "routing", NL: "Afbakening", EN: "Routing"}, (*RoutingResult).bind)
	strictjson.List(f, &x.Checks, strictjson.Spec{Name: "checks", NL: "Controles", EN: "Checks"}, (*CheckResult).bind)
}

// Bind binds the members of the reference; it is for the packages of this module.
func (a *AgreementRef) Bind(f *strictjson.Fields) {
	f.Text(&a.ID, strictjson.Spec{Name: "id", Max: 60, NL: "Kort kenmerk", EN: "Short name"})
	f.Text(&a.Title, strictjson.Spec{Name: "title", NL: "Titel", EN: "Title"})
	strictjson.Struct(f, &a.Period, strictjson.Spec{Name: "period", NL: "Looptijd", EN: "Period"}, (*zio.Period).Bind)
}

func (p *PopulationRef) bind(f *strictjson.Fields) {
	f.Text(&p.Title, strictjson.Spec{Name: "title", NL: "Titel", EN: "Title"})
	f.Code(&p.CountDate, strictjson.Spec{Name: "countDate", Format: "date", NL: "Teldatum", EN: "Count date"})
	f.Int(&p.Estimates, strictjson.Spec{Name: "estimates", Optional: true, Max: zio.MaxGroups, NL: "Groepen met een geschat aantal leerlingen", EN: "Groups with an estimated number of pupils"})
}

func (p *PartyName) bind(f *strictjson.Fields) {
	f.Text(&p.ID, strictjson.Spec{Name: "id", Max: 60, NL: "Kenmerk", EN: "Id"})
	f.Text(&p.Name, strictjson.Spec{Name: "name", NL: "Naam", EN: "Name"})
}

// Bind binds the members of the amount; it is for the packages of this module.
func (p *PartyAmount) Bind(f *strictjson.Fields) {
	f.Text(&p.Party, strictjson.Spec{Name: "party", Max: 60, NL: "Partij", EN: "Party"})
	f.Text(&p.Name, strictjson.Spec{Name: "name", NL: "Naam", EN: "Name"})
	f.Code(&p.Amount, strictjson.Spec{Name: "amount", Format: "euro", NL: "Bedrag", EN: "Amount"})
}

func (b *Balance) bind(f *strictjson.Fields) {
	f.Text(&b.Party, strictjson.Spec{Name: "party", Max: 60, NL: "Partij", EN: "Party"})
	f.Code(&b.Pays, strictjson.Spec{Name: "pays", Format: "euro", NL: "Betaalt", EN: "Pays"})
	f.Code(&b.Receives, strictjson.Spec{Name: "receives", Format: "euro", NL: "Ontvangt", EN: "Receives"})
	f.Code(&b.Net, strictjson.Spec{Name: "net", Format: "euro", NL: "Saldo", EN: "Net"})
}

func (c *ComponentResult) bind(f *strictjson.Fields) {
	f.Text(&c.ID, strictjson.Spec{Name: "id", Max: 60, NL: "Kort kenmerk", EN: "Short name"})
	f.Text(&c.Title, strictjson.Spec{Name: "title", NL: "Titel", EN: "Title"})
	f.Code(&c.Route, strictjson.Spec{Name: "route", Format: "route", Choices: routeChoices, NL: "Financieringsroute", EN: "Funding route"})
	f.Texts(&c.Rules, strictjson.Spec{Name: "rules", Max: 10, NL: "Regels", EN: "Rules"})
	f.Code(&c.Cost, strictjson.Spec{Name: "cost", Format: "euro", NL: "Kosten", EN: "Cost"})
	strictjson.OptionalCode(f, &c.Low, strictjson.Spec{Name: "low", Format: "euro", NL: "Kosten onderkant", EN: "Cost at the low end"})
	strictjson.OptionalCode(f, &c.High, strictjson.Spec{Name: "high", Format: "euro", NL: "Kosten bovenkant", EN: "Cost at the high end"})
	strictjson.List(f, &c.Shares, strictjson.Spec{Name: "shares", NL: "Aandelen", EN: "Shares"}, (*ShareResult).bind)
	f.Code(&c.Gap, strictjson.Spec{Name: "gap", Format: "euro", NL: "Tekort", EN: "Gap"})
	f.Code(&c.Rest, strictjson.Spec{Name: "rest", Format: "euro", NL: "Rest van de afronding", EN: "Rest of the rounding"})
	strictjson.List(f, &c.Shadow, strictjson.Spec{Name: "shadow", Optional: true, NL: "Schaduwbedragen", EN: "Shadow amounts"}, (*Shadow).bind)
}

func (s *Shadow) bind(f *strictjson.Fields) {
	f.Text(&s.Party, strictjson.Spec{Name: "party", Max: 60, NL: "Partij", EN: "Party"})
	f.Code(&s.Amount, strictjson.Spec{Name: "amount", Format: "euro", NL: "Bedrag", EN: "Amount"})
	f.Bool(&s.Over, strictjson.Spec{Name: "over", NL: "Boven de tolerantie", EN: "Above the tolerance"})
}

func (s *ShareResult) bind(f *strictjson.Fields) {
	f.Text(&s.Party, strictjson.Spec{Name: "party", Max: 60, NL: "Partij", EN: "Party"})
	f.Text(&s.Weight, strictjson.Spec{Name: "weight", Optional: true, NL: "Gewicht", EN: "Weight"})
	f.Text(&s.Unit, strictjson.Spec{Name: "unit", Optional: true, Max: 40, NL: "Eenheid", EN: "Unit"})
	f.Code(&s.Amount, strictjson.Spec{Name: "amount", Format: "euro", NL: "Bedrag", EN: "Amount"})
	f.Text(&s.Ref, strictjson.Spec{Name: "ref", Max: 300, NL: "Stap", EN: "Step"})
}

func (t *Transfer) bind(f *strictjson.Fields) {
	f.Text(&t.Component, strictjson.Spec{Name: "component", Max: 60, NL: "Geldstroom", EN: "Component"})
	f.Text(&t.Kind, strictjson.Spec{Name: "kind", Max: 40, NL: "Soort betaling", EN: "Kind of payment"})
	f.Text(&t.From, strictjson.Spec{Name: "from", Max: 60, NL: "Van", EN: "From"})
	f.Text(&t.To, strictjson.Spec{Name: "to", Max: 60, NL: "Aan", EN: "To"})
	f.Code(&t.Amount, strictjson.Spec{Name: "amount", Format: "euro", NL: "Bedrag", EN: "Amount"})
	f.Text(&t.Ref, strictjson.Spec{Name: "ref", Max: 300, NL: "Stap", EN: "Step"})
}

func (x *RoutingResult) bind(f *strictjson.Fields) {
	f.Int(&x.Pupils, strictjson.Spec{Name: "pupils", NL: "Leerlingen", EN: "Pupils"})
	f.Int(&x.Pooled, strictjson.Spec{Name: "pooled", NL: "In de pot", EN: "In the pool"})
	f.Int(&x.EducationMinutesPerWeek, strictjson.Spec{Name: "educationMinutesPerWeek", Format: "minutes-per-week", NL: "Ondersteuning door de school", EN: "Support by the school"})
	strictjson.List(f, &x.Homes, strictjson.Spec{Name: "homes", NL: "Per woongemeente", EN: "Per home municipality"}, (*HomeResult).bind)
	strictjson.List(f, &x.Exclusions, strictjson.Spec{Name: "exclusions", Max: 100_000, NL: "Niet in de pot", EN: "Not in the pool"}, (*RoutedGroup).bind)
	strictjson.List(f, &x.Routes, strictjson.Spec{Name: "routes", NL: "Per route", EN: "Per route"}, (*RoutedRoute).bind)
}

func (h *HomeResult) bind(f *strictjson.Fields) {
	f.Code(&h.Home, strictjson.Spec{Name: "home", Optional: true, Format: "municipality", NL: "Woongemeente", EN: "Home municipality"})
	f.Int(&h.Pupils, strictjson.Spec{Name: "pupils", NL: "Leerlingen", EN: "Pupils"})
	f.Int(&h.Pooled, strictjson.Spec{Name: "pooled", NL: "In de pot", EN: "In the pool"})
}

func (g *RoutedGroup) bind(f *strictjson.Fields) {
	f.Code(&g.Reason, strictjson.Spec{Name: "reason", Format: "reason", Choices: reasonChoices, NL: "Reden", EN: "Reason"})
	f.Text(&g.Rule, strictjson.Spec{Name: "rule", Optional: true, Max: 2, NL: "Regel", EN: "Rule"})
	f.Code(&g.Route, strictjson.Spec{Name: "route", Format: "route", Choices: routeChoices, NL: "Route", EN: "Route"})
	f.Code(&g.Home, strictjson.Spec{Name: "home", Optional: true, Format: "municipality", NL: "Woongemeente", EN: "Home municipality"})
	f.Int(&g.Pupils, strictjson.Spec{Name: "pupils", NL: "Leerlingen", EN: "Pupils"})
	f.Int(&g.MinutesPerWeek, strictjson.Spec{Name: "minutesPerWeek", Format: "minutes-per-week", NL: "Minuten per week", EN: "Minutes per week"})
	f.Text(&g.Basis, strictjson.Spec{Name: "basis", Optional: true, NL: "Grondslag", EN: "Legal basis"})
}

func (x *RoutedRoute) bind(f *strictjson.Fields) {
	f.Code(&x.Route, strictjson.Spec{Name: "route", Format: "route", Choices: routeChoices, NL: "Route", EN: "Route"})
	f.Int(&x.Pupils, strictjson.Spec{Name: "pupils", NL: "Leerlingen", EN: "Pupils"})
	f.Int(&x.MinutesPerWeek, strictjson.Spec{Name: "minutesPerWeek", Format: "minutes-per-week", NL: "Minuten per week", EN: "Minutes per week"})
	f.Int(&x.UnchargedPerWeek, strictjson.Spec{Name: "unchargedPerWeek", Optional: true, Format: "minutes-per-week", NL: "Waarvan in geen enkel bedrag", EN: "Of which in no amount"})
}

func (c *CheckResult) bind(f *strictjson.Fields) {
	f.Text(&c.Code, strictjson.Spec{Name: "code", Max: 60, NL: "Controle", EN: "Check"})
	f.Text(&c.Component, strictjson.Spec{Name: "component", Optional: true, Max: 60, NL: "Geldstroom", EN: "Component"})
	f.Text(&c.Left, strictjson.Spec{Name: "left", NL: "Links", EN: "Left"})
	f.Text(&c.Right, strictjson.Spec{Name: "right", NL: "Rechts", EN: "Right"})
	f.Bool(&c.OK, strictjson.Spec{Name: "ok", NL: "Klopt", EN: "Holds"})
}

func (x *Receipt) bind(f *strictjson.Fields) {
	f.Text(&x.Library, strictjson.Spec{Name: "library", Max: 40, NL: "Bibliotheek", EN: "Library"})
	f.Text(&x.Schema, strictjson.Spec{Name: "schema", Max: 10, NL: "Versie van de schema's", EN: "Version of the schemas"})
	f.Texts(&x.Rules, strictjson.Spec{Name: "rules", Max: 100, NL: "Regels", EN: "Rules"})
	f.Text(&x.Agreement, strictjson.Spec{Name: "agreement", Format: "digest", Min: 71, Max: 71, NL: "Controlegetal overeenkomst", EN: "Digest of the agreement"})
	f.Text(&x.Population, strictjson.Spec{Name: "population", Format: "digest", Min: 71, Max: 71, NL: "Controlegetal populatie", EN: "Digest of the population"})
	f.Text(&x.Result, strictjson.Spec{Name: "result", Optional: true, Format: "digest", Max: 71, NL: "Controlegetal uitkomst", EN: "Digest of the result"})
}

// ReadResult reads a result document.
func ReadResult(data []byte) (*Result, zio.Problems) {
	x := &Result{}
	return x, zio.ProblemsOf(strictjson.Read(data, x, (*Result).Bind, strictjson.Limits{}))
}

// AppendDocument appends the canonical, indented document.
func (x *Result) AppendDocument(b []byte) []byte {
	return strictjson.Append(b, x, (*Result).Bind)
}

// Shadow is what a party would have paid (schaduwbedrag). It is positive for who would have been invoiced, and negative
// for the payer, who would have received it.
type Shadow struct {
	Party  string     `json:"party"`
	Amount money.Euro `json:"amount"`
	Over   bool       `json:"over"` // above the tolerance
}
