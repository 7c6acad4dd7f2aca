package funding

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

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
	f.Text(&a.ID, strictjson.Spec{Name: "id", Max: 60, Format: "code", NL: "Kort kenmerk", EN: "Short name"})
	f.Text(&a.Title, strictjson.Spec{Name: "title", NL: "Titel", EN: "Title"})
	strictjson.Struct(f, &a.Period, strictjson.Spec{Name: "period", NL: "Looptijd", EN: "Period"}, (*zio.Period).Bind)
}

func (p *PopulationRef) bind(f *strictjson.Fields) {
	f.Text(&p.Title, strictjson.Spec{Name: "title", NL: "Titel", EN: "Title"})
	f.Code(&p.CountDate, strictjson.Spec{Name: "countDate", Format: "date", NL: "Teldatum", EN: "Count date"})
	f.Int(&p.Estimates, strictjson.Spec{Name: "estimates", Optional: true, Max: zio.MaxGroups, NL: "Groepen met een geschat aantal leerlingen", EN: "Groups with an estimated number of pupils"})
}

func (p *PartyName) bind(f *strictjson.Fields) {
	f.Text(&p.ID, strictjson.Spec{Name: "id", Max: 60, Format: "code", NL: "Kenmerk", EN: "Id"})
	f.Text(&p.Name, strictjson.Spec{Name: "name", NL: "Naam", EN: "Name"})
}

// Bind binds the members of the amount; it is for the packages of this module.
func (p *PartyAmount) Bind(f *strictjson.Fields) {
	f.Text(&p.Party, strictjson.Spec{Name: "party", Max: 60, Format: "code", NL: "Partij", EN: "Party"})
	f.Text(&p.Name, strictjson.Spec{Name: "name", NL: "Naam", EN: "Name"})
	f.Code(&p.Amount, strictjson.Spec{Name: "amount", Format: "euro", NL: "Bedrag", EN: "Amount"})
}

func (b *Balance) bind(f *strictjson.Fields) {
	f.Text(&b.Party, strictjson.Spec{Name: "party", Max: 60, Format: "code", NL: "Partij", EN: "Party"})
	f.Code(&b.Pays, strictjson.Spec{Name: "pays", Format: "euro", NL: "Betaalt", EN: "Pays"})
	f.Code(&b.Receives, strictjson.Spec{Name: "receives", Format: "euro", NL: "Ontvangt", EN: "Receives"})
	f.Code(&b.Net, strictjson.Spec{Name: "net", Format: "euro", NL: "Saldo", EN: "Net"})
}

func (c *ComponentResult) bind(f *strictjson.Fields) {
	f.Text(&c.ID, strictjson.Spec{Name: "id", Max: 60, Format: "code", NL: "Kort kenmerk", EN: "Short name"})
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
	f.Text(&s.Party, strictjson.Spec{Name: "party", Max: 60, Format: "code", NL: "Partij", EN: "Party"})
	f.Code(&s.Amount, strictjson.Spec{Name: "amount", Format: "euro", NL: "Bedrag", EN: "Amount"})
	f.Bool(&s.Over, strictjson.Spec{Name: "over", NL: "Boven de tolerantie", EN: "Above the tolerance"})
}

func (s *ShareResult) bind(f *strictjson.Fields) {
	f.Text(&s.Party, strictjson.Spec{Name: "party", Max: 60, Format: "code", NL: "Partij", EN: "Party"})
	f.Text(&s.Weight, strictjson.Spec{Name: "weight", Optional: true, Format: "number", NL: "Gewicht", EN: "Weight"})
	f.Text(&s.Unit, strictjson.Spec{Name: "unit", Optional: true, Max: 40, NL: "Eenheid", EN: "Unit"})
	f.Code(&s.Amount, strictjson.Spec{Name: "amount", Format: "euro", NL: "Bedrag", EN: "Amount"})
	f.Text(&s.Ref, strictjson.Spec{Name: "ref", Max: 300, Format: "code", NL: "Stap", EN: "Step"})
}

func (t *Transfer) bind(f *strictjson.Fields) {
	f.Text(&t.Component, strictjson.Spec{Name: "component", Max: 60, Format: "code", NL: "Geldstroom", EN: "Component"})
	f.Text((*string)(&t.Kind), strictjson.Spec{Name: "kind", Max: 40, Format: "code", NL: "Waarvoor", EN: "What for"})
	t.Instrument.bind(f, paidAs)
	f.Text(&t.From, strictjson.Spec{Name: "from", Max: 60, Format: "code", NL: "Van", EN: "From"})
	f.Text(&t.To, strictjson.Spec{Name: "to", Max: 60, Format: "code", NL: "Aan", EN: "To"})
	f.Code(&t.Amount, strictjson.Spec{Name: "amount", Format: "euro", NL: "Bedrag", EN: "Amount"})
	f.Text(&t.Ref, strictjson.Spec{Name: "ref", Max: 300, Format: "code", NL: "Stap", EN: "Step"})
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
	f.Text(&c.Code, strictjson.Spec{Name: "code", Max: 60, Format: "code", NL: "Controle", EN: "Check"})
	f.Text(&c.Component, strictjson.Spec{Name: "component", Optional: true, Max: 60, Format: "code", NL: "Geldstroom", EN: "Component"})
	f.Text(&c.Left, strictjson.Spec{Name: "left", Format: "number", NL: "Links", EN: "Left"})
	f.Text(&c.Right, strictjson.Spec{Name: "right", Format: "number", NL: "Rechts", EN: "Right"})
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

func (d *Due) bind(f *strictjson.Fields) {
	f.Text(&d.Component, strictjson.Spec{Name: "component", Format: "code", NL: "Geldstroom", EN: "Component"})
	f.Text(&d.From, strictjson.Spec{Name: "from", Format: "code", NL: "Van", EN: "From"})
	f.Text(&d.To, strictjson.Spec{Name: "to", Format: "code", NL: "Aan", EN: "To"})
	f.Code(&d.Day, strictjson.Spec{Name: "day", Format: "date", NL: "Te betalen op", EN: "Due on"})
	strictjson.Struct(f, &d.Period, strictjson.Spec{Name: "period", NL: "Over de periode", EN: "Of the period"}, (*zio.Period).Bind)
	f.Code(&d.Amount, strictjson.Spec{Name: "amount", Format: "euro", NL: "Bedrag", EN: "Amount"})
}

// Bind binds the members of the part; it is for the packages of this module.
func (p *YearPart) Bind(f *strictjson.Fields) {
	f.Text(&p.Component, strictjson.Spec{Name: "component", Format: "code", NL: "Geldstroom", EN: "Component"})
	f.Text(&p.From, strictjson.Spec{Name: "from", Format: "code", NL: "Van", EN: "From"})
	f.Text(&p.To, strictjson.Spec{Name: "to", Format: "code", NL: "Aan", EN: "To"})
	f.Text(&p.Year, strictjson.Spec{Name: "year", NL: "Begrotingsjaar", EN: "Budget year"})
	f.Code(&p.Amount, strictjson.Spec{Name: "amount", Format: "euro", NL: "Bedrag", EN: "Amount"})
}
