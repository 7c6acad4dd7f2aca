package zio

import (
	"io"

	"github.com/zio-collectief/zio/internal/strictjson"
)

// Population is the pupils of one or more schools on a count date (populatie): counts per school site,
// home municipality, route and need band, and optionally single pupils under a pseudonym. It holds people
// and volumes, no money. A pupil is counted either in a group or as a line, never in both.
type Population struct {
	Title      string       `json:"title"`
	TitleEN    string       `json:"titleEn,omitempty"` // in English
	CountDate  Date         `json:"countDate"`         // teldatum; 1 October for most counts of DUO
	SchoolYear SchoolYear   `json:"schoolYear,omitzero"`
	Sites      []Site       `json:"sites,omitempty"`
	Groups     []Group      `json:"groups,omitempty"`
	Pupils     []Pupil      `json:"pupils,omitempty"`
	Counts     []Count      `json:"counts,omitempty"`    // what keys count that is no pupil: inhabitants, clients, ...
	Decisions  []Decision   `json:"decisions,omitempty"` // individual decisions, as volumes
	Provenance []Provenance `json:"provenance,omitempty"`
	Sources    []Source     `json:"sources,omitempty"`
	Synthetic  []Synthetic  `json:"synthetic,omitempty"`
}

// Site is one school site (schoolvestiging).
type Site struct {
	Code         SiteCode         `json:"code"`
	Name         string           `json:"name,omitempty"`
	Type         SchoolType       `json:"type,omitzero"`
	Board        BoardNumber      `json:"board,omitzero"`    // bevoegd gezag
	Alliance     AllianceCode     `json:"alliance,omitzero"` // samenwerkingsverband
	Municipality MunicipalityCode `json:"municipality,omitzero"`
	Classes      int64            `json:"classes,omitempty"` // 0: not given
	// Pupils is the published number of pupils of the site (totaal); 0: not given. The groups and pupils of the site come to
	// it together, so it narrows the ranges of groups.
	Pupils int64 `json:"pupils,omitempty"`
}

// Group is a number of pupils that are alike for the agreement (groep leerlingen): a count, or a range where the count is
// not published. [Population.Estimated] gives an estimate for a range.
type Group struct {
	Site  SiteCode         `json:"site,omitzero"`
	Home  MunicipalityCode `json:"home,omitzero"`  // woonplaats (Jeugdwet art. 1.1); zero: unknown or abroad
	Route Claim            `json:"route,omitzero"` // zero: unknown
	Band  *Band            `json:"band,omitempty"` // nil: need not known
	Label string           `json:"label,omitempty"`
	// Category is what a price or a weight goes by (categorie): light, middle or heavy, an arrangement, that of an admission statement.
	Category string `json:"category,omitempty"`
	Status   Status `json:"status,omitzero"`
	Adult    bool   `json:"adult,omitempty"` // 18 or older on the count date
	// ExtendedYouthCare says of adults that help which began before they were 18 goes on (verlengde jeugdhulp, to 23).
	ExtendedYouthCare bool  `json:"extendedYouthCare,omitempty"`
	Pupils            int64 `json:"pupils,omitempty"` // a document gives this, or both ends of a range; below 0: it gave neither
	Fewest            int64 `json:"fewest,omitempty"` // lowest number of a range
	Most              int64 `json:"most,omitempty"`   // highest number of a range; 0: no range
	// MinutesPerWeek is what the pupils of the group need together per school week; 0: not known.
	MinutesPerWeek int64 `json:"minutesPerWeek,omitempty"`
}

// Band is a range of need in whole minutes per school week (zorgzwaarteband); both ends count.
type Band struct {
	Min int64 `json:"min"`
	Max int64 `json:"max"`
}

// Pupil is one pupil under a pseudonym (leerling). It holds no name, no BSN and no date of birth.
type Pupil struct {
	Ref            PupilRef         `json:"ref"`
	Site           SiteCode         `json:"site,omitzero"`
	Home           MunicipalityCode `json:"home,omitzero"`
	Needs          []Need           `json:"needs,omitempty"`
	Wlz            WlzState         `json:"wlz,omitzero"`
	WlzFrom        Date             `json:"wlzFrom,omitzero"`         // first day of the right to Wlz care; absent: all along
	MixedCauses    bool             `json:"mixedCauses,omitempty"`    // several causes, Jeugdwet art. 1.2(2)
	DecisionUntil  Date             `json:"decisionUntil,omitzero"`   // last day of a running individual decision
	ParentsDecline bool             `json:"parentsDecline,omitempty"` // the parents do not want the collective offer
	Turns18        Date             `json:"turns18,omitzero"`         // the eighteenth birthday, only needed when it lies before the end of the agreement
	From           Date             `json:"from,omitzero"`            // first day at school, when inside the period
	Until          Date             `json:"until,omitzero"`           // last day at school, when inside the period
	Moves          []Move           `json:"moves,omitempty"`
	Label          string           `json:"label,omitempty"`
	Category       string           `json:"category,omitempty"` // see [Group]
}

// Need is what a pupil needs of one kind of care (zorgbehoefte), in whole minutes per school week.
type Need struct {
	Kind           CareKind `json:"kind"`
	Ground         Ground   `json:"ground,omitempty"` // of personal care, and required there
	MinutesPerWeek int64    `json:"minutesPerWeek"`   // 1 to 3,000
	// ExtendedYouthCare says that guidance or treatment which began, or was needed, before the pupil was 18 goes on after
	// (verlengde jeugdhulp), until 23 at most (Jeugdwet art. 1.1, jeugdige).
	ExtendedYouthCare bool `json:"extendedYouthCare,omitempty"`
}

// Move is a change of home municipality (verhuizing) on a day: from that day the new one is home.
type Move struct {
	On Date             `json:"on"`
	To MunicipalityCode `json:"to"`
}

// Count is one series of numbers per municipality (telling) that a key may use.
type Count struct {
	Basis string `json:"basis"` // "inhabitants", "resident-students", "clients", ...
	Date  Date   `json:"date"`  // the day or the last day of the year that was counted
	// Decimals is how many of the last digits of each count stand behind the decimal point, 0 to 6; 0 of what counts people.
	Decimals int64        `json:"decimals,omitempty"`
	Values   []CountValue `json:"values"`
}

// CountValue is the count of one municipality (aantal).
type CountValue struct {
	Municipality MunicipalityCode `json:"municipality"`
	Count        int64            `json:"count"` // 0 to MaxSeries
}

// Decision is an individual decision (beschikking) as a volume: product, unit and frequency are those of iJw 3.2.
type Decision struct {
	Ref       PupilRef          `json:"ref,omitzero"`
	Home      MunicipalityCode  `json:"home"`
	Site      SiteCode          `json:"site,omitzero"`
	Product   string            `json:"product"` // product code, 1 to 5 characters
	Volume    int64             `json:"volume"`  // whole units, 0 to 99,999,999
	Unit      DecisionUnit      `json:"unit"`
	Frequency DecisionFrequency `json:"frequency"`
	From      Date              `json:"from"`
	Until     Date              `json:"until"`
	Pupils    int64             `json:"pupils,omitempty"` // how many pupils have this very decision; 0 is 1
}

// Provenance says which file the counts come from (herkomst).
type Provenance struct {
	File    string   `json:"file"`
	Layout  string   `json:"layout"`
	Digest  string   `json:"digest"`            // "sha256:" and 64 hexadecimal digits of the file
	Rows    int64    `json:"rows"`              // rows in the file
	Placed  int64    `json:"placed"`            // rows that are counted here
	Listed  int64    `json:"listed"`            // rows that were reported instead
	Outside int64    `json:"outside,omitempty"` // rows outside the sites, types of school and date that were chosen
	Options []string `json:"options,omitempty"`
}

// Sizes of a population. Sums over all groups and pupils stay under 2^46, so that they can not overflow.
const (
	MaxGroups = 500_000
	MaxPupils = 2_000_000
	MaxCount  = 99_999_999        // pupils, minutes, ... in one number
	MaxSeries = 1_000_000_000_000 // of a series that a key counts: inhabitants, clients, euros of a fund, ...
	MaxWeek   = 3_000             // minutes of need in a school week: 50 hours
)

// Bind binds the members of the document; it is for the packages of this module.
func (p *Population) Bind(f *strictjson.Fields) {
	f.Const(SchemaID("population"), strictjson.Spec{Name: "$schema", NL: "Soort document", EN: "Kind of document"})
	f.Text(&p.Title, strictjson.Spec{Name: "title", NL: "Titel", EN: "Title"})
	f.Text(&p.TitleEN, strictjson.Spec{Name: "titleEn", Optional: true, NL: "Titel in het Engels", EN: "Title in English"})
	f.Code(&p.CountDate, strictjson.Spec{Name: "countDate", Format: "date", NL: "Teldatum", EN: "Count date",
		HintNL: "De dag waarop de leerlingen zijn geteld, meestal 1 oktober.", HintEN: "The day on which the pupils were counted, mostly 1 October."})
	f.Code(&p.SchoolYear, strictjson.Spec{Name: "schoolYear", Optional: true, Format: "school-year", NL: "Schooljaar", EN: "School year"})
	strictjson.List(f, &p.Sites, strictjson.Spec{Name: "sites", Optional: true, Max: 20_000, NL: "Schoolvestigingen", EN: "School sites"}, (*Site).bind)
	strictjson.List(f, &p.Groups, strictjson.Spec{Name: "groups", Optional: true, Max: MaxGroups, NL: "Groepen leerlingen", EN: "Groups of pupils"}, (*Group).bind)
	strictjson.List(f, &p.Pupils, strictjson.Spec{Name: "pupils", Optional: true, Max: MaxPupils, NL: "Leerlingen", EN: "Pupils"}, (*Pupil).Bind)
	strictjson.List(f, &p.Counts, strictjson.Spec{Name: "counts", Optional: true, Max: 100, NL: "Andere tellingen", EN: "Other counts"}, (*Count).bind)
	strictjson.List(f, &p.Decisions, strictjson.Spec{Name: "decisions", Optional: true, Max: MaxGroups, NL: "Individuele beschikkingen", EN: "Individual decisions"}, (*Decision).bind)
	strictjson.List(f, &p.Provenance, strictjson.Spec{Name: "provenance", Optional: true, Max: 100, NL: "Herkomst", EN: "Provenance"}, (*Provenance).bind)
	strictjson.List(f, &p.Sources, strictjson.Spec{Name: "sources", Optional: true, Max: 100, NL: "Bronnen", EN: "Sources"}, (*Source).Bind)
	strictjson.List(f, &p.Synthetic, strictjson.Spec{Name: "synthetic", Optional: true, Max: 200, NL: "Verzonnen gegevens", EN: "Made-up data"}, (*Synthetic).Bind)
}

func (s *Site) bind(f *strictjson.Fields) {
	f.Code(&s.Code, strictjson.Spec{Name: "code", Format: "site", NL: "Vestigingscode (BRIN en volgnummer)", EN: "Site code (BRIN and number)"})
	f.Text(&s.Name, strictjson.Spec{Name: "name", Optional: true, NL: "Naam", EN: "Name"})
	f.Code(&s.Type, strictjson.Spec{Name: "type", Optional: true, Format: "school-type", NL: "Schoolsoort", EN: "Type of school"})
	f.Code(&s.Board, strictjson.Spec{Name: "board", Optional: true, Format: "board", NL: "Bevoegd gezag", EN: "School board"})
	f.Code(&s.Alliance, strictjson.Spec{Name: "alliance", Optional: true, Format: "alliance", NL: "Samenwerkingsverband", EN: "School alliance"})
	f.Code(&s.Municipality, strictjson.Spec{Name: "municipality", Optional: true, Format: "municipality", NL: "Gemeente van de vestiging", EN: "Municipality of the site"})
	f.Int(&s.Classes, strictjson.Spec{Name: "classes", Optional: true, Max: 1000, NL: "Aantal klassen", EN: "Number of classes"})
	f.Int(&s.Pupils, strictjson.Spec{Name: "pupils", Optional: true, Max: MaxCount, NL: "Aantal leerlingen van de vestiging", EN: "Number of pupils of the site",
		HintNL: "Het gepubliceerde totaal. Het maakt de marges van de groepen kleiner.", HintEN: "The published total. It narrows the ranges of the groups."})
}

func (g *Group) bind(f *strictjson.Fields) {
	f.Code(&g.Site, strictjson.Spec{Name: "site", Optional: true, Format: "site", NL: "Vestiging", EN: "Site"})
	f.Code(&g.Home, strictjson.Spec{Name: "home", Optional: true, Format: "municipality", NL: "Woongemeente", EN: "Home municipality",
		HintNL: "De gemeente waar de leerling volgens het woonplaatsbeginsel woont. Leeg: onbekend of buitenland.", HintEN: "The municipality of residence under the place-of-residence rule. Absent: unknown or abroad."})
	f.Code(&g.Route, strictjson.Spec{Name: "route", Optional: true, Format: "claim", NL: "Route (wet)", EN: "Route (law)"})
	strictjson.OptionalStruct(f, &g.Band, strictjson.Spec{Name: "band", NL: "Zorgzwaarte", EN: "Band of need"}, (*Band).bind)
	f.Text(&g.Label, strictjson.Spec{Name: "label", Optional: true, Max: 60, NL: "Eigen aanduiding", EN: "Own label"})
	f.Text(&g.Category, categorySpec)
	f.Code(&g.Status, strictjson.Spec{Name: "status", Optional: true, Format: "status", NL: "Bijzonderheid", EN: "Particular"})
	f.Bool(&g.Adult, strictjson.Spec{Name: "adult", Optional: true, NL: "18 jaar of ouder", EN: "18 or older"})
	f.Bool(&g.ExtendedYouthCare, strictjson.Spec{Name: "extendedYouthCare", Optional: true, NL: "Verlengde jeugdhulp (van 18 tot 23 jaar)", EN: "Extended youth care (from 18 to 23)"})
	g.bindPupils(f)
	f.Int(&g.MinutesPerWeek, strictjson.Spec{Name: "minutesPerWeek", Optional: true, Max: MaxCount, Format: "minutes-per-week", NL: "Zorgminuten per week, samen", EN: "Minutes of care per week, together"})
}

func (b *Band) bind(f *strictjson.Fields) {
	f.Int(&b.Min, strictjson.Spec{Name: "min", Max: MaxWeek, Format: "minutes-per-week", NL: "Vanaf (minuten per week)", EN: "From (minutes per week)"})
	f.Int(&b.Max, strictjson.Spec{Name: "max", Max: MaxWeek, Format: "minutes-per-week", NL: "Tot en met (minuten per week)", EN: "Up to and including (minutes per week)"})
}

// Bind binds the members of a pupil; it is for the packages of this module.
func (p *Pupil) Bind(f *strictjson.Fields) {
	f.Code(&p.Ref, strictjson.Spec{Name: "ref", Format: "pupil-ref", NL: "Eigen kenmerk van de leerling", EN: "Own reference of the pupil",
		HintNL: "Een pseudoniem. Gebruik nooit een BSN.", HintEN: "A pseudonym. Never use a BSN."})
	f.Code(&p.Site, strictjson.Spec{Name: "site", Optional: true, Format: "site", NL: "Vestiging", EN: "Site"})
	f.Code(&p.Home, strictjson.Spec{Name: "home", Optional: true, Format: "municipality", NL: "Woongemeente", EN: "Home municipality"})
	strictjson.List(f, &p.Needs, strictjson.Spec{Name: "needs", Optional: true, Max: 20, NL: "Zorgbehoefte", EN: "Needs"}, (*Need).bind)
	f.Code(&p.Wlz, strictjson.Spec{Name: "wlz", Optional: true, Format: "wlz", NL: "Wlz-indicatie", EN: "Wlz indication"})
	f.Code(&p.WlzFrom, strictjson.Spec{Name: "wlzFrom", Optional: true, Format: "date", NL: "Eerste dag van het recht op Wlz-zorg", EN: "First day of the right to Wlz care"})
	f.Bool(&p.MixedCauses, strictjson.Spec{Name: "mixedCauses", Optional: true, NL: "Meer oorzaken tegelijk", EN: "Several causes at once"})
	f.Code(&p.DecisionUntil, strictjson.Spec{Name: "decisionUntil", Optional: true, Format: "date", NL: "Lopende beschikking tot en met", EN: "Running decision until"})
	f.Bool(&p.ParentsDecline, strictjson.Spec{Name: "parentsDecline", Optional: true, NL: "Ouders willen niet meedoen", EN: "Parents decline"})
	f.Code(&p.Turns18, strictjson.Spec{Name: "turns18", Optional: true, Format: "date", NL: "Achttiende verjaardag", EN: "Eighteenth birthday"})
	f.Code(&p.From, strictjson.Spec{Name: "from", Optional: true, Format: "date", NL: "Eerste dag op school", EN: "First day at school"})
	f.Code(&p.Until, strictjson.Spec{Name: "until", Optional: true, Format: "date", NL: "Laatste dag op school", EN: "Last day at school"})
	strictjson.List(f, &p.Moves, strictjson.Spec{Name: "moves", Optional: true, Max: 10, NL: "Verhuizingen", EN: "Moves"}, (*Move).bind)
	f.Text(&p.Label, strictjson.Spec{Name: "label", Optional: true, Max: 60, NL: "Eigen aanduiding", EN: "Own label"})
	f.Text(&p.Category, categorySpec)
}

var categorySpec = strictjson.Spec{Name: "category", Optional: true, Max: 60, NL: "Categorie", EN: "Category",
	HintNL: "Waar een prijs of gewicht naar gaat: licht, midden, zwaar, of die van de toelaatbaarheidsverklaring.", HintEN: "What a price or a weight goes by: light, middle, heavy, or that of the admission statement."}

func (n *Need) bind(f *strictjson.Fields) {
	f.Code(&n.Kind, strictjson.Spec{Name: "kind", Format: "care-kind", NL: "Soort zorg", EN: "Kind of care"})
	f.Int(&n.MinutesPerWeek, strictjson.Spec{Name: "minutesPerWeek", Min: 1, Max: MaxWeek, Format: "minutes-per-week", NL: "Minuten per week", EN: "Minutes per week"})
	f.Choice((*string)(&n.Ground), strictjson.Spec{Name: "ground", Optional: true, Choices: groundChoices, NL: "Waarom is de verzorging nodig?", EN: "Why is the care needed?",
		HintNL: "Verplicht bij persoonlijke verzorging, en alleen daar.", HintEN: "Required of personal care, and only there."})
	f.Bool(&n.ExtendedYouthCare, strictjson.Spec{Name: "extendedYouthCare", Optional: true, NL: "Verlengde jeugdhulp (van 18 tot 23 jaar)", EN: "Extended youth care (from 18 to 23)"})
}

func (m *Move) bind(f *strictjson.Fields) {
	f.Code(&m.On, strictjson.Spec{Name: "on", Format: "date", NL: "Datum", EN: "Date"})
	f.Code(&m.To, strictjson.Spec{Name: "to", Format: "municipality", NL: "Nieuwe woongemeente", EN: "New home municipality"})
}

func (c *Count) bind(f *strictjson.Fields) {
	f.Text(&c.Basis, strictjson.Spec{Name: "basis", Max: 60, NL: "Wat is geteld", EN: "What was counted"})
	f.Code(&c.Date, strictjson.Spec{Name: "date", Format: "date", NL: "Teldatum", EN: "Count date"})
	f.Int(&c.Decimals, strictjson.Spec{Name: "decimals", Optional: true, Max: 6, NL: "Cijfers achter de komma", EN: "Digits behind the decimal point",
		HintNL: "Met 2 betekent een aantal van 12345 dus 123,45. Alleen als het geen mensen zijn.", HintEN: "With 2 a count of 12345 means 123.45. Only of what is not people."})
	strictjson.List(f, &c.Values, strictjson.Spec{Name: "values", Min: 1, NL: "Aantallen", EN: "Counts"}, (*CountValue).bind)
}

func (c *CountValue) bind(f *strictjson.Fields) {
	f.Code(&c.Municipality, strictjson.Spec{Name: "municipality", Format: "municipality", NL: "Gemeente", EN: "Municipality"})
	f.Int(&c.Count, strictjson.Spec{Name: "count", Max: MaxSeries, NL: "Aantal", EN: "Count"})
}

func (d *Decision) bind(f *strictjson.Fields) {
	f.Code(&d.Ref, strictjson.Spec{Name: "ref", Optional: true, Format: "pupil-ref", NL: "Eigen kenmerk van de leerling", EN: "Own reference of the pupil"})
	f.Code(&d.Home, strictjson.Spec{Name: "home", Format: "municipality", NL: "Woongemeente", EN: "Home municipality"})
	f.Code(&d.Site, strictjson.Spec{Name: "site", Optional: true, Format: "site", NL: "Vestiging", EN: "Site"})
	f.Text(&d.Product, strictjson.Spec{Name: "product", Max: 5, NL: "Productcode", EN: "Product code"})
	f.Int(&d.Volume, strictjson.Spec{Name: "volume", Max: MaxCount, NL: "Volume", EN: "Volume"})
	f.Choice((*string)(&d.Unit), strictjson.Spec{Name: "unit", Choices: decisionUnits, NL: "Eenheid", EN: "Unit"})
	f.Choice((*string)(&d.Frequency), strictjson.Spec{Name: "frequency", Choices: decisionFrequencies, NL: "Frequentie", EN: "Frequency"})
	f.Code(&d.From, strictjson.Spec{Name: "from", Format: "date", NL: "Eerste dag", EN: "First day"})
	f.Code(&d.Until, strictjson.Spec{Name: "until", Format: "date", NL: "Laatste dag", EN: "Last day"})
	f.Int(&d.Pupils, strictjson.Spec{Name: "pupils", Optional: true, Max: MaxCount, NL: "Aantal leerlingen met deze beschikking", EN: "Number of pupils with this decision"})
}

// Ground is why personal care is needed (grondslag). Until 18 the line between the municipality and the Zvw is medical (since 2018).
type Ground string

// The grounds of personal care.
const (
	GroundSelfReliance Ground = "self-reliance" // a lack of self-reliance: washing, dressing, eating, toilet
	GroundMedical      Ground = "medical"       // a need of medical care, or a high risk of it
)

var groundChoices = []strictjson.Choice{
	{Value: string(GroundSelfReliance), NL: "tekort aan zelfredzaamheid (wassen, aankleden, eten, toilet)", EN: "a lack of self-reliance (washing, dressing, eating, toilet)"},
	{Value: string(GroundMedical), NL: "behoefte aan geneeskundige zorg, of een hoog risico daarop", EN: "a need of medical care, or a high risk of it"},
}

// DecisionUnit is in what the volume of a decision is counted (eenheid), as code list WJ756 of iJw 3.2 has it.
type DecisionUnit string

// The units of decisions.
const (
	UnitMinute  DecisionUnit = "minute"
	UnitHour    DecisionUnit = "hour"
	UnitDay     DecisionUnit = "day"     // etmaal
	UnitDaypart DecisionUnit = "daypart" // four hours
	UnitPiece   DecisionUnit = "piece"
	UnitEuro    DecisionUnit = "euro"
)

// DecisionFrequency is how often the volume of a decision is given (frequentie), as iJw 3.2 has it.
type DecisionFrequency string

// The frequencies of decisions.
const (
	EachWeek  DecisionFrequency = "week"
	EachMonth DecisionFrequency = "month"
	InTotal   DecisionFrequency = "total" // over the whole period of the decision
)

var (
	decisionUnits = []strictjson.Choice{
		{Value: string(UnitMinute), NL: "minuut (01)", EN: "minute (01)"}, {Value: string(UnitHour), NL: "uur (04)", EN: "hour (04)"},
		{Value: string(UnitDay), NL: "etmaal (14)", EN: "day (14)"}, {Value: string(UnitDaypart), NL: "dagdeel van 4 uur (16)", EN: "daypart of 4 hours (16)"},
		{Value: string(UnitPiece), NL: "stuks (82, 84)", EN: "piece (82, 84)"}, {Value: string(UnitEuro), NL: "euro (83)", EN: "euro (83)"}}
	decisionFrequencies = []strictjson.Choice{
		{Value: string(EachWeek), NL: "per week (2)", EN: "per week (2)"}, {Value: string(EachMonth), NL: "per maand (4)", EN: "per month (4)"},
		{Value: string(InTotal), NL: "totaal in de geldigheidsduur (6)", EN: "total over the whole period (6)"}}
)

func (p *Provenance) bind(f *strictjson.Fields) {
	f.Text(&p.File, strictjson.Spec{Name: "file", NL: "Bestand", EN: "File"})
	f.Text(&p.Layout, strictjson.Spec{Name: "layout", Max: 60, NL: "Indeling", EN: "Layout"})
	f.Text(&p.Digest, strictjson.Spec{Name: "digest", Format: "digest", Min: 71, Max: 71, NL: "Controlegetal", EN: "Digest"})
	f.Int(&p.Rows, strictjson.Spec{Name: "rows", NL: "Regels in het bestand", EN: "Rows in the file"})
	f.Int(&p.Placed, strictjson.Spec{Name: "placed", NL: "Geplaatste regels", EN: "Rows placed"})
	f.Int(&p.Listed, strictjson.Spec{Name: "listed", NL: "Gemelde regels", EN: "Rows listed"})
	f.Int(&p.Outside, strictjson.Spec{Name: "outside", Optional: true, NL: "Regels buiten de selectie", EN: "Rows outside the selection"})
	f.Texts(&p.Options, strictjson.Spec{Name: "options", Optional: true, Max: 50, NL: "Keuzes bij het inlezen", EN: "Options of the import"})
}

// ReadPopulation reads a population document. With problems the value holds what could be read.
func ReadPopulation(data []byte) (*Population, Problems) {
	p := &Population{}
	problems := ProblemsOf(strictjson.Read(data, p, (*Population).Bind, strictjson.Limits{}))
	if len(problems) == 0 {
		problems = p.CheckRead()
	}
	return p, problems
}

// AppendDocument appends the canonical, indented document.
func (p *Population) AppendDocument(b []byte) []byte {
	return strictjson.Append(b, p, (*Population).Bind)
}

// WriteDocument writes the canonical, indented document in pieces, for populations that are too large to hold
// as text. The error is that of the destination.
func (p *Population) WriteDocument(to io.Writer) error {
	return strictjson.WriteTo(to, p, (*Population).Bind)
}
