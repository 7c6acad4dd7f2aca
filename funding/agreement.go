package funding

import (
	"cmp"
	"slices"
	"strings"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/order"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Agreement is what parties agree on paying together (convenant): who takes part, which pupils and
// minutes are pooled, and per stream of money what it costs, who bears it and who pays whom. It is data.
type Agreement struct {
	ID         string          `json:"id"` // short name in kebab-case, 1 to 60 characters
	Title      string          `json:"title"`
	TitleEN    string          `json:"titleEn,omitempty"` // in English
	About      string          `json:"about,omitempty"`   // a few sentences for people
	AboutEN    string          `json:"aboutEn,omitempty"`
	Period     zio.Period      `json:"period"`
	Parties    []Party         `json:"parties,omitempty"`   // none: a template, which takes the municipalities of a population
	PartyTime  PartyTime       `json:"partyTime,omitempty"` // required when a party has From or Until
	Routing    Routing         `json:"routing"`
	Components []Component     `json:"components"`
	Schedule   *Schedule       `json:"schedule,omitempty"`   // when payments are due; nil: not agreed
	Settlement *Settlement     `json:"settlement,omitempty"` // how the year is settled; nil: what was realised, to the cent
	Choices    []Choice        `json:"choices,omitempty"`
	Sources    []zio.Source    `json:"sources,omitempty"`
	Synthetic  []zio.Synthetic `json:"synthetic,omitempty"`
}

// Party is one party of the agreement (partij). Rules name it by its id, which for a municipality is its code.
type Party struct {
	ID   string    `json:"id"`
	Kind PartyKind `json:"kind"`
	Name string    `json:"name"`
	// Participates says that a municipality is in the pool (deelnemende gemeente).
	Participates bool `json:"participates,omitempty"`
	// From and Until are the first and the last day on which it takes part; zero: those of the agreement.
	From  zio.Date `json:"from,omitzero"`
	Until zio.Date `json:"until,omitzero"`
}

// PartyKind is what a party is (soort partij).
type PartyKind string

// Kinds of parties.
const (
	PartyMunicipality   PartyKind = "municipality"
	PartyProvider       PartyKind = "provider"
	PartySchool         PartyKind = "school"
	PartySchoolBoard    PartyKind = "school-board"
	PartySchoolAlliance PartyKind = "school-alliance"
	PartyCareOffice     PartyKind = "care-office"
	PartyInsurer        PartyKind = "insurer"
	PartyState          PartyKind = "state"
	PartyFund           PartyKind = "fund"
	PartyJointBody      PartyKind = "joint-body" // gemeenschappelijke regeling or bedrijfsvoeringsorganisatie: it collects and pays on and bears nothing
	PartyOrganisation   PartyKind = "organisation"
)

// Component is one stream of money (geldstroom), made of a cost, a key and a flow.
type Component struct {
	ID       string         `json:"id"` // unique in the agreement, kebab-case
	Title    string         `json:"title"`
	Route    Route          `json:"route"`           // whose money it pools
	Sites    []zio.SiteCode `json:"sites,omitempty"` // only the pupils of these sites; empty: all
	Cost     Cost           `json:"cost"`
	Key      Key            `json:"key"`
	Flow     Flow           `json:"flow"`
	Limits   *Limits        `json:"limits,omitempty"` // nil: no limits
	Division money.Division `json:"division"`
	Cover    []Cover        `json:"cover,omitempty"` // who covers a gap, in order
	Sources  []zio.Source   `json:"sources,omitempty"`
}

// Choice records in words what the parties chose where the sources leave it open (keuze).
type Choice struct {
	Pointer string `json:"pointer"` // JSON Pointer to the member that holds the choice
	Text    string `json:"text"`
	TextEN  string `json:"textEn,omitempty"` // in English
}

// In is the choice in a language; the Dutch text where it has no other.
func (c *Choice) In(l zio.Lang) string { return zio.InLang(l, c.Text, c.TextEN) }

// MaxComponents and MaxParties bound an agreement: every municipality of the country fits, with room.
const (
	MaxComponents = 40
	MaxParties    = 1000
)

// Bind binds the members of the document; it is for the packages of this module.
func (a *Agreement) Bind(f *strictjson.Fields) {
	f.Const(zio.SchemaID("agreement"), strictjson.Spec{Name: "$schema", NL: "Soort document", EN: "Kind of document"})
	f.Text(&a.ID, strictjson.Spec{Name: "id", Max: 60, Format: "name", NL: "Kort kenmerk", EN: "Short name",
		HintNL: "Kleine letters, cijfers en streepjes.", HintEN: "Lower-case letters, digits and hyphens."})
	f.Text(&a.Title, strictjson.Spec{Name: "title", NL: "Titel", EN: "Title"})
	f.Text(&a.TitleEN, strictjson.Spec{Name: "titleEn", Optional: true, NL: "Titel in het Engels", EN: "Title in English"})
	f.Text(&a.About, strictjson.Spec{Name: "about", Optional: true, Max: 2000, NL: "Toelichting", EN: "About"})
	f.Text(&a.AboutEN, strictjson.Spec{Name: "aboutEn", Optional: true, Max: 2000, NL: "Toelichting in het Engels", EN: "About, in English"})
	strictjson.Struct(f, &a.Period, strictjson.Spec{Name: "period", NL: "Looptijd", EN: "Period"}, (*zio.Period).Bind)
	strictjson.List(f, &a.Parties, strictjson.Spec{Name: "parties", Optional: true, Min: 1, Max: MaxParties, NL: "Partijen", EN: "Parties",
		HintNL: "Zonder gemeenten is het een sjabloon: de gemeenten komen dan uit de populatie.", HintEN: "Without municipalities it is a template: these come from the population."}, (*Party).bind)
	f.Choice((*string)(&a.PartyTime), strictjson.Spec{Name: "partyTime", Optional: true, Choices: partyTimeChoices, NL: "Hoe telt een partij die later komt of eerder gaat?", EN: "How does a party count that joins later or leaves earlier?"})
	strictjson.Struct(f, &a.Routing, strictjson.Spec{Name: "routing", NL: "Welke leerlingen tellen mee", EN: "Which pupils count"}, (*Routing).bind)
	strictjson.List(f, &a.Components, strictjson.Spec{Name: "components", Min: 1, Max: MaxComponents, NL: "Geldstromen", EN: "Streams of money"}, (*Component).bind)
	strictjson.OptionalStruct(f, &a.Schedule, strictjson.Spec{Name: "schedule", NL: "Wanneer wordt er betaald?", EN: "When is paid?"}, (*Schedule).bind)
	strictjson.OptionalStruct(f, &a.Settlement, strictjson.Spec{Name: "settlement", NL: "Hoe wordt er afgerekend?", EN: "How is the year settled?"}, (*Settlement).bind)
	strictjson.List(f, &a.Choices, strictjson.Spec{Name: "choices", Optional: true, Max: 100, NL: "Gemaakte keuzes", EN: "Choices made"}, (*Choice).bind)
	strictjson.List(f, &a.Sources, strictjson.Spec{Name: "sources", Optional: true, Max: 100, NL: "Bronnen", EN: "Sources"}, (*zio.Source).Bind)
	strictjson.List(f, &a.Synthetic, strictjson.Spec{Name: "synthetic", Optional: true, Max: 200, NL: "Verzonnen gegevens", EN: "Made-up data"}, (*zio.Synthetic).Bind)
}

var partyKinds = []strictjson.Choice{
	{Value: string(PartyMunicipality), NL: "gemeente", EN: "municipality"},
	{Value: string(PartyProvider), NL: "zorgaanbieder", EN: "provider"},
	{Value: string(PartySchool), NL: "school", EN: "school"},
	{Value: string(PartySchoolBoard), NL: "schoolbestuur", EN: "school board"},
	{Value: string(PartySchoolAlliance), NL: "samenwerkingsverband", EN: "school alliance"},
	{Value: string(PartyCareOffice), NL: "zorgkantoor", EN: "care office"},
	{Value: string(PartyInsurer), NL: "zorgverzekeraar", EN: "health insurer"},
	{Value: string(PartyState), NL: "Rijk", EN: "state"},
	{Value: string(PartyFund), NL: "fonds of regeling", EN: "fund"},
	{Value: string(PartyJointBody), NL: "samenwerking van gemeenten (gemeenschappelijke regeling)", EN: "joint body of municipalities"},
	{Value: string(PartyOrganisation), NL: "andere organisatie", EN: "other organisation"},
}

func (p *Party) bind(f *strictjson.Fields) {
	f.Text(&p.ID, strictjson.Spec{Name: "id", Max: 60, Format: "party", NL: "Kenmerk (bij een gemeente de CBS-code)", EN: "Id (of a municipality the CBS code)"})
	f.Choice((*string)(&p.Kind), strictjson.Spec{Name: "kind", Choices: partyKinds, NL: "Soort partij", EN: "Kind of party"})
	f.Text(&p.Name, strictjson.Spec{Name: "name", NL: "Naam", EN: "Name"})
	f.Bool(&p.Participates, strictjson.Spec{Name: "participates", Optional: true, NL: "Doet mee", EN: "Takes part"})
	f.Code(&p.From, strictjson.Spec{Name: "from", Optional: true, Format: "date", NL: "Doet mee vanaf", EN: "Takes part from"})
	f.Code(&p.Until, strictjson.Spec{Name: "until", Optional: true, Format: "date", NL: "Doet mee tot en met", EN: "Takes part until"})
}

// bindKey binds a key of a component, or a key inside a rule.
func bindKey(f *strictjson.Fields, k *Key, s strictjson.Spec) { strictjson.Rule(f, k, s, &keys) }

func (c *Component) bind(f *strictjson.Fields) {
	f.Text(&c.ID, strictjson.Spec{Name: "id", Max: 60, Format: "name", NL: "Kort kenmerk", EN: "Short name"})
	f.Text(&c.Title, strictjson.Spec{Name: "title", NL: "Titel", EN: "Title"})
	f.Code(&c.Route, strictjson.Spec{Name: "route", Format: "route", Choices: routeChoices, NL: "Financieringsroute", EN: "Funding route"})
	strictjson.Codes(f, &c.Sites, strictjson.Spec{Name: "sites", Optional: true, Max: 2000, Format: "site", NL: "Alleen deze vestigingen", EN: "Only these sites"})
	strictjson.Rule(f, &c.Cost, strictjson.Spec{Name: "cost", NL: "Wat kost de zorg?", EN: "What does the care cost?"}, &costs)
	bindKey(f, &c.Key, strictjson.Spec{Name: "key", NL: "Wie draagt welk deel?", EN: "Who bears which part?"})
	strictjson.Rule(f, &c.Flow, strictjson.Spec{Name: "flow", NL: "Wie betaalt wie?", EN: "Who pays whom?"}, &flows)
	strictjson.OptionalStruct(f, &c.Limits, strictjson.Spec{Name: "limits", NL: "Grenzen aan het deel van een partij", EN: "Limits on a party's part"}, (*Limits).bind)
	strictjson.Struct(f, &c.Division, strictjson.Spec{Name: "division", NL: "Afronding van de verdeling", EN: "Rounding of the division"}, (*money.Division).Bind)
	strictjson.List(f, &c.Cover, strictjson.Spec{Name: "cover", Optional: true, Max: 20, NL: "Dekking van een tekort", EN: "Cover of a gap"}, (*Cover).bind)
	strictjson.List(f, &c.Sources, strictjson.Spec{Name: "sources", Optional: true, Max: 100, NL: "Bronnen", EN: "Sources"}, (*zio.Source).Bind)
}

func (c *Choice) bind(f *strictjson.Fields) {
	f.Text(&c.Pointer, strictjson.Spec{Name: "pointer", NL: "Plaats in de overeenkomst", EN: "Place in the agreement"})
	f.Text(&c.Text, strictjson.Spec{Name: "text", Max: 500, NL: "Keuze", EN: "Choice"})
	f.Text(&c.TextEN, strictjson.Spec{Name: "textEn", Optional: true, Max: 500, NL: "Keuze in het Engels", EN: "Choice in English"})
}

// Counts reports whether the component counts the pupils of a site.
func (m *Component) Counts(site zio.SiteCode) bool {
	return len(m.Sites) == 0 || slices.Contains(m.Sites, site)
}

// AppendDocument appends the canonical, indented document.
func (a *Agreement) AppendDocument(b []byte) []byte {
	return strictjson.Append(b, a, (*Agreement).Bind)
}

// Party finds a party by its id; nil when there is none.
func (a *Agreement) Party(id string) *Party {
	for i := range a.Parties {
		if a.Parties[i].ID == id {
			return &a.Parties[i]
		}
	}
	return nil
}

// partyOrder holds the parties of an agreement in order of id, those with the same id in their own order.
type partyOrder struct {
	parties []*Party
	starts  []uint32 // of their ids, see startOf
	again   []*Party // whose id an earlier one has
}

// startOf is the start of an id as a number: four bytes, which are the whole code of a municipality. Numbers are compared before texts, and
// decide nearly always: in the browser comparing texts alone took a tenth of a draft for 342 municipalities.
func startOf(id string) uint32 {
	start := uint32(0)
	for i := range 4 {
		start <<= 8
		if i < len(id) {
			start |= uint32(id[i])
		}
	}
	return start
}

func (a *Agreement) partyOrder() *partyOrder {
	places := make([]int, len(a.Parties))
	for i := range places {
		places[i] = i
	}
	order.By(places, func(i, j int) int { return cmp.Or(strings.Compare(a.Parties[i].ID, a.Parties[j].ID), i-j) })
	l := &partyOrder{}
	for n, i := range places {
		p := &a.Parties[i]
		if n > 0 && l.parties[n-1].ID == p.ID {
			l.again = append(l.again, p)
		}
		l.parties, l.starts = append(l.parties, p), append(l.starts, startOf(p.ID))
	}
	return l
}

// find is where the first party with an id stands, or would stand.
func (l *partyOrder) find(id string) (int, bool) {
	start := startOf(id)
	i, _ := slices.BinarySearch(l.starts, start)
	for i < len(l.starts) && l.starts[i] == start && l.parties[i].ID < id {
		i++
	}
	return i, i < len(l.parties) && l.parties[i].ID == id
}

// PartyTime is how a party that joins or leaves within the period counts in a key (toetreding en uittreding). It is a required choice
// when a party has a day of joining or leaving: the sources do not give it.
type PartyTime string

// By days or by months.
const (
	PartyTimeByDays   PartyTime = "by-days"
	PartyTimeByMonths PartyTime = "by-months" // calendar months of which a day lies in its time
)

var partyTimeChoices = []strictjson.Choice{
	{Value: string(PartyTimeByDays), NL: "naar dagen", EN: "by days"},
	{Value: string(PartyTimeByMonths), NL: "naar maanden", EN: "by months"},
}
