package zio

import (
	"strconv"

	"github.com/zio-collectief/zio/internal/strictjson"
)

// Indicators are measured values over time (monitoring): what the parties agreed to watch. They feed the yearly review and
// the comparison with individual decisions.
type Indicators struct {
	Title     string            `json:"title"`
	TitleEN   string            `json:"titleEn,omitempty"` // in English
	Agreement string            `json:"agreement"`         // id of the agreement
	Values    []Indicator       `json:"values"`
	Targets   []IndicatorTarget `json:"targets,omitempty"`
	Sources   []Source          `json:"sources,omitempty"`
	Synthetic []Synthetic       `json:"synthetic,omitempty"`
}

// Indicator is one measured value (meting).
type Indicator struct {
	Code   string           `json:"code"`
	Period Period           `json:"period"`
	Value  int64            `json:"value"`            // in the unit of the code
	Pupils int64            `json:"pupils,omitempty"` // how many pupils it is about, where that matters
	Ref    PupilRef         `json:"ref,omitzero"`     // the pupil, when it is about one
	Home   MunicipalityCode `json:"home,omitzero"`
	Site   SiteCode         `json:"site,omitzero"`
	Board  string           `json:"board,omitempty"`  // name of the school board that it is about
	Region string           `json:"region,omitempty"` // name of the region that it is about
	Note   string           `json:"note,omitempty"`
	NoteEN string           `json:"noteEn,omitempty"`
}

// IndicatorTarget is a value that the parties want to reach (doel), of everything or of one board or region.
type IndicatorTarget struct {
	Code   string `json:"code"`
	Board  string `json:"board,omitempty"`
	Region string `json:"region,omitempty"`
	Value  int64  `json:"value"`
	By     Date   `json:"by,omitzero"` // zero: no day was agreed
}

// Codes of indicators that the library itself reads.
const (
	IndicatorRealisedMinutes  = "realised-minutes" // minutes of care in a school week, of all pupils of the line together
	IndicatorDecisions        = "decisions-requested"
	IndicatorDecisionsAvoided = "decisions-avoided"
	IndicatorWaiting          = "waiting-weeks"
)

// IndicatorCode is one thing that can be measured, with its unit and its words. Down says that less is better; of a code
// that is neither better nor worse, such as minutes of care, nothing is said.
type IndicatorCode struct {
	Code, Unit, NL, EN string
	Down, Up           bool
}

// IndicatorCodes are the indicators that the described practices name (domain: monitoring), and the ones that feed the
// analyses. The unit is "count", "minutes-per-week", "weeks", "minutes" or "per-mille".
func IndicatorCodes() []IndicatorCode {
	return []IndicatorCode{
		{IndicatorRealisedMinutes, "minutes-per-week", "Gerealiseerde zorgminuten per week", "Realised minutes of care per week", false, false},
		{IndicatorDecisions, "count", "Aangevraagde beschikkingen", "Decisions requested", true, false},
		{IndicatorDecisionsAvoided, "count", "Beschikkingen die niet meer nodig zijn", "Decisions no longer needed", false, true},
		{"children-three-conversations", "count", "Kinderen met drie of meer gesprekken", "Children with three or more conversations", false, false},
		{IndicatorWaiting, "weeks", "Wachttijd van aanvraag tot start", "Waiting time from request to start", true, false},
		{"lesson-time-missed", "minutes", "Gemiste lestijd", "Lesson time missed", true, false},
		{"pass-rate", "per-mille", "Geslaagden", "Pass rate", false, true},
		{"outflow", "count", "Uitstroom", "Outflow", false, false},
		{"absence", "per-mille", "Verzuim", "Absence", true, false},
		{"satisfaction-parents", "per-mille", "Tevredenheid van ouders", "Satisfaction of parents", false, true},
		{"satisfaction-pupils", "per-mille", "Tevredenheid van leerlingen", "Satisfaction of pupils", false, true},
		{"satisfaction-staff", "per-mille", "Tevredenheid van medewerkers", "Satisfaction of staff", false, true},
		{"children-trained", "count", "Getrainde kinderen", "Children trained", false, true},
		{"teachers-trained", "count", "Getrainde leerkrachten", "Teachers trained", false, true},
		{"caregivers-in-school", "count", "Verschillende zorgverleners in de school", "Different caregivers in the school", true, false},
		{"goals-reached", "per-mille", "Behaalde doelen", "Goals reached", false, true},
		{"youth-care-use", "count", "Leerlingen met jeugdhulp", "Pupils with youth care", false, false},
		{"school-dropout", "count", "Schooluitval", "School drop-out", true, false},
		{"referrals-special-education", "count", "Verwijzingen naar speciaal onderwijs", "Referrals to special education", true, false},
	}
}

// IndicatorUnit is the unit of a code; false for a code that is not known.
func IndicatorUnit(code string) (unit string, known bool) {
	for _, c := range IndicatorCodes() {
		if c.Code == code {
			return c.Unit, true
		}
	}
	return "", false
}

// IndicatorWords is what a code measures, in words; the code itself when it is not known.
func IndicatorWords(code string, l Lang) string {
	for _, c := range IndicatorCodes() {
		if c.Code == code {
			return InLang(l, c.NL, c.EN)
		}
	}
	return code
}

func indicatorChoices() []strictjson.Choice {
	codes := IndicatorCodes()
	list := make([]strictjson.Choice, len(codes))
	for i, c := range codes {
		list[i] = strictjson.Choice{Value: c.Code, NL: c.NL, EN: c.EN}
	}
	return list
}

// Bind binds the members of the document; it is for the packages of this module.
func (x *Indicators) Bind(f *strictjson.Fields) {
	f.Const(SchemaID("indicators"), strictjson.Spec{Name: "$schema", NL: "Soort document", EN: "Kind of document"})
	f.Text(&x.Title, strictjson.Spec{Name: "title", NL: "Titel", EN: "Title"})
	f.Text(&x.TitleEN, strictjson.Spec{Name: "titleEn", Optional: true, NL: "Titel in het Engels", EN: "Title in English"})
	f.Text(&x.Agreement, strictjson.Spec{Name: "agreement", Max: 60, Format: "name", NL: "Overeenkomst", EN: "Agreement"})
	strictjson.List(f, &x.Values, strictjson.Spec{Name: "values", Min: 1, Max: MaxGroups, NL: "Metingen", EN: "Values"}, (*Indicator).bind)
	strictjson.List(f, &x.Targets, strictjson.Spec{Name: "targets", Optional: true, Max: 1000, NL: "Doelen", EN: "Targets"}, (*IndicatorTarget).bind)
	strictjson.List(f, &x.Sources, strictjson.Spec{Name: "sources", Optional: true, Max: 100, NL: "Bronnen", EN: "Sources"}, (*Source).Bind)
	strictjson.List(f, &x.Synthetic, strictjson.Spec{Name: "synthetic", Optional: true, Max: 200, NL: "Verzonnen gegevens", EN: "Made-up data"}, (*Synthetic).Bind)
}

func (i *Indicator) bind(f *strictjson.Fields) {
	f.Choice(&i.Code, strictjson.Spec{Name: "code", Choices: indicatorChoices(), NL: "Wat is gemeten", EN: "What was measured"})
	strictjson.Struct(f, &i.Period, strictjson.Spec{Name: "period", NL: "Periode", EN: "Period"}, (*Period).Bind)
	f.Int(&i.Value, strictjson.Spec{Name: "value", Max: MaxCount, NL: "Waarde", EN: "Value"})
	f.Int(&i.Pupils, strictjson.Spec{Name: "pupils", Optional: true, Max: MaxCount, NL: "Aantal leerlingen", EN: "Number of pupils"})
	f.Code(&i.Ref, strictjson.Spec{Name: "ref", Optional: true, Format: "pupil-ref", NL: "Eigen kenmerk van de leerling", EN: "Own reference of the pupil"})
	f.Code(&i.Home, strictjson.Spec{Name: "home", Optional: true, Format: "municipality", NL: "Woongemeente", EN: "Home municipality"})
	f.Code(&i.Site, strictjson.Spec{Name: "site", Optional: true, Format: "site", NL: "Vestiging", EN: "Site"})
	f.Text(&i.Board, strictjson.Spec{Name: "board", Optional: true, NL: "Schoolbestuur", EN: "School board"})
	f.Text(&i.Region, strictjson.Spec{Name: "region", Optional: true, NL: "Regio", EN: "Region"})
	f.Text(&i.Note, strictjson.Spec{Name: "note", Optional: true, Max: 500, NL: "Opmerking", EN: "Note"})
	f.Text(&i.NoteEN, strictjson.Spec{Name: "noteEn", Optional: true, Max: 500, NL: "Opmerking in het Engels", EN: "Note in English"})
}

func (g *IndicatorTarget) bind(f *strictjson.Fields) {
	f.Choice(&g.Code, strictjson.Spec{Name: "code", Choices: indicatorChoices(), NL: "Wat is gemeten", EN: "What was measured"})
	f.Text(&g.Board, strictjson.Spec{Name: "board", Optional: true, NL: "Schoolbestuur", EN: "School board"})
	f.Text(&g.Region, strictjson.Spec{Name: "region", Optional: true, NL: "Regio", EN: "Region"})
	f.Int(&g.Value, strictjson.Spec{Name: "value", Max: MaxCount, NL: "Doel", EN: "Target"})
	f.Code(&g.By, strictjson.Spec{Name: "by", Optional: true, Format: "date", NL: "Uiterlijk op", EN: "By"})
}

var (
	problemIndicatorName   = &ProblemKind{"indicators.name-invalid", "Gebruik in {value} alleen kleine letters, cijfers en streepjes.", "Use only lower-case letters, digits and hyphens in {value}."}
	problemIndicatorPeriod = &ProblemKind{"indicators.period-order", "De periode eindigt op {until}, vóór het begin op {from}.", "The period ends on {until}, before it starts on {from}."}
	problemTargetTwice     = &ProblemKind{"indicators.target-twice", "Voor dezelfde meting van hetzelfde bestuur en dezelfde regio staat het doel twee keer.", "The target of the same measurement, board and region stands here twice."}
	problemIndicatorTwice  = &ProblemKind{"indicators.value-twice", "Deze meting staat voor deze periode twee keer in het bestand. Haal er een weg.", "This measurement stands twice for this period. Remove one."}
	problemIndicatorPupils = &ProblemKind{"indicators.pupils-missing", "Bij gerealiseerde minuten hoort het aantal leerlingen.", "Realised minutes need the number of pupils."}
)

// Check finds what no single member shows, in the order of the document.
func (x *Indicators) Check() Problems {
	if x == nil {
		return Problems{problemNothing.At("")}
	}
	var problems Problems
	if !strictjson.IsName(x.Agreement) {
		problems = append(problems, problemIndicatorName.At("/agreement", "value", strictjson.ShownCode(x.Agreement)))
	}
	measured := map[Indicator]bool{}
	for i := range x.Values {
		v := &x.Values[i]
		at := "/values/" + strconv.Itoa(i)
		if v.Period.Until.Before(v.Period.From) {
			problems = append(problems, problemIndicatorPeriod.At(at+"/period/until", "from", v.Period.From.String(), "until", v.Period.Until.String()))
		}
		if v.Code == IndicatorRealisedMinutes && v.Pupils == 0 && v.Ref.IsZero() {
			problems = append(problems, problemIndicatorPupils.At(at+"/pupils"))
		}
		seen := Indicator{Code: v.Code, Period: v.Period, Ref: v.Ref, Home: v.Home, Site: v.Site, Board: v.Board, Region: v.Region}
		if measured[seen] {
			problems = append(problems, problemIndicatorTwice.At(at+"/period"))
		}
		measured[seen] = true
	}
	for i, g := range x.Targets {
		for _, h := range x.Targets[:i] {
			if g.Code == h.Code && g.Board == h.Board && g.Region == h.Region {
				problems = append(problems, problemTargetTwice.At("/targets/"+strconv.Itoa(i)+"/code"))
				break
			}
		}
	}
	return problems
}

// ReadIndicators reads an indicators document and checks it.
func ReadIndicators(data []byte) (*Indicators, Problems) {
	x := &Indicators{}
	problems := ProblemsOf(strictjson.Read(data, x, (*Indicators).Bind, strictjson.Limits{}))
	if len(problems) == 0 {
		problems = x.Check()
	}
	return x, problems
}

// AppendDocument appends the canonical, indented document.
func (x *Indicators) AppendDocument(b []byte) []byte {
	return strictjson.Append(b, x, (*Indicators).Bind)
}
