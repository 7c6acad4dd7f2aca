package zio

import (
	"strconv"

	"github.com/zio-collectief/zio/internal/strictjson"
)

// Indicators are measured values over time (monitoring): what the parties agreed to watch. They feed the yearly review and
// the comparison with individual decisions.
type Indicators struct {
	Title     string      `json:"title"`
	Agreement string      `json:"agreement"` // id of the agreement
	Values    []Indicator `json:"values"`
	Sources   []Source    `json:"sources,omitempty"`
	Synthetic []Synthetic `json:"synthetic,omitempty"`
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
	Note   string           `json:"note,omitempty"`
}

// Codes of indicators that the library itself reads.
const (
	IndicatorRealisedMinutes  = "realised-minutes" // minutes of care in a school week, of all pupils of the line together
	IndicatorDecisions        = "decisions-requested"
	IndicatorDecisionsAvoided = "decisions-avoided"
)

// IndicatorCode is one thing that can be measured, with its unit and its words.
type IndicatorCode struct {
	Code, Unit, NL, EN string
}

// IndicatorCodes are the indicators that the described practices name (domain: monitoring), and the ones that feed the
// analyses. The unit is "count", "minutes-per-week", "weeks", "minutes" or "per-mille".
func IndicatorCodes() []IndicatorCode {
	return []IndicatorCode{
		{IndicatorRealisedMinutes, "minutes-per-week", "Gerealiseerde zorgminuten per week", "Realised minutes of care per week"},
		{IndicatorDecisions, "count", "Aangevraagde beschikkingen", "Decisions requested"},
		{IndicatorDecisionsAvoided, "count", "Beschikkingen die niet meer nodig zijn", "Decisions no longer needed"},
		{"children-three-conversations", "count", "Kinderen met drie of meer gesprekken", "Children with three or more conversations"},
		{"waiting-weeks", "weeks", "Wachttijd van aanvraag tot start", "Waiting time from request to start"},
		{"lesson-time-missed", "minutes", "Gemiste lestijd", "Lesson time missed"},
		{"pass-rate", "per-mille", "Geslaagden", "Pass rate"},
		{"outflow", "count", "Uitstroom", "Outflow"},
		{"absence", "per-mille", "Verzuim", "Absence"},
		{"satisfaction-parents", "per-mille", "Tevredenheid van ouders", "Satisfaction of parents"},
		{"satisfaction-pupils", "per-mille", "Tevredenheid van leerlingen", "Satisfaction of pupils"},
		{"satisfaction-staff", "per-mille", "Tevredenheid van medewerkers", "Satisfaction of staff"},
		{"children-trained", "count", "Getrainde kinderen", "Children trained"},
		{"teachers-trained", "count", "Getrainde leerkrachten", "Teachers trained"},
		{"caregivers-in-school", "count", "Verschillende zorgverleners in de school", "Different caregivers in the school"},
		{"goals-reached", "per-mille", "Behaalde doelen", "Goals reached"},
		{"youth-care-use", "count", "Leerlingen met jeugdhulp", "Pupils with youth care"},
		{"school-dropout", "count", "Schooluitval", "School drop-out"},
		{"referrals-special-education", "count", "Verwijzingen naar speciaal onderwijs", "Referrals to special education"},
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
	f.Text(&x.Agreement, strictjson.Spec{Name: "agreement", Max: 60, Format: "name", NL: "Overeenkomst", EN: "Agreement"})
	strictjson.List(f, &x.Values, strictjson.Spec{Name: "values", Min: 1, Max: MaxGroups, NL: "Metingen", EN: "Values"}, (*Indicator).bind)
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
	f.Text(&i.Note, strictjson.Spec{Name: "note", Optional: true, Max: 500, NL: "Opmerking", EN: "Note"})
}

var (
	problemIndicatorPeriod = &ProblemKind{"indicators.period-order", "De periode eindigt op {until}, vóór het begin op {from}.", "The period ends on {until}, before it starts on {from}."}
	problemIndicatorPupils = &ProblemKind{"indicators.pupils-missing", "Bij gerealiseerde minuten hoort het aantal leerlingen.", "Realised minutes need the number of pupils."}
)

// Check finds what no single member shows, in the order of the document.
func (x *Indicators) Check() Problems {
	var problems Problems
	for i := range x.Values {
		v := &x.Values[i]
		at := "/values/" + strconv.Itoa(i)
		if v.Period.Until.Before(v.Period.From) {
			problems = append(problems, problemIndicatorPeriod.At(at+"/period/until", "from", v.Period.From.String(), "until", v.Period.Until.String()))
		}
		if v.Code == IndicatorRealisedMinutes && v.Pupils == 0 && v.Ref.IsZero() {
			problems = append(problems, problemIndicatorPupils.At(at+"/pupils"))
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
