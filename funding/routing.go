package funding

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Routing says which pupils and minutes come into the pool (afbakening): the choices that rules R1 to R9 need.
type Routing struct {
	Threshold *Threshold `json:"threshold,omitempty"` // R6; nil: no threshold was agreed
	// EducationMinutesPerWeek is what the school itself supports per pupil and school week (F03); 0: not agreed.
	EducationMinutesPerWeek int64 `json:"educationMinutesPerWeek,omitempty"`
	// SubtractEducation reports whether those minutes are taken off a pupil's need before the threshold
	// (R5): "yes" or "no"; a required choice when there are such minutes.
	SubtractEducation YesNo `json:"subtractEducation,omitempty"`
	// AdultRoute pays for pupils of 18 and older (R9, F30): "wmo" or "grey".
	AdultRoute AdultRoute `json:"adultRoute,omitempty"`
	// Within says what counts when something changes for a pupil within the period. Each choice is required as
	// soon as the population has such a change.
	Within *Within `json:"within,omitempty"`
}

// Threshold is the need up to which a pupil is in the pool (drempel).
type Threshold struct {
	MinutesPerWeek int64    `json:"minutesPerWeek"`
	Boundary       Boundary `json:"boundary"`
}

// Boundary says whether who needs exactly the minutes of the threshold is in the pool (op de drempel).
type Boundary string

// The boundaries of a threshold.
const (
	Below  Boundary = "below"   // less than the minutes
	AtMost Boundary = "at-most" // the minutes included
)

// YesNo is a choice that nobody makes by leaving it out (ja of nee).
type YesNo string

// The two answers.
const (
	Yes YesNo = "yes"
	No  YesNo = "no"
)

// AdultRoute is who pays for pupils of 18 and older (vanaf 18 jaar).
type AdultRoute string

// The routes of adults.
const (
	AdultsWmo  AdultRoute = "wmo"
	AdultsGrey AdultRoute = "grey" // not agreed yet
)

var (
	boundaryChoices = []strictjson.Choice{
		{Value: string(Below), NL: "minder dan de drempel telt mee", EN: "less than the threshold counts"},
		{Value: string(AtMost), NL: "precies de drempel telt ook mee", EN: "exactly the threshold counts too"},
	}
	yesNo = []strictjson.Choice{{Value: string(Yes), NL: "ja", EN: "yes"}, {Value: string(No), NL: "nee", EN: "no"}}
	adult = []strictjson.Choice{{Value: string(AdultsWmo), NL: "Wmo", EN: "Wmo"}, {Value: string(AdultsGrey), NL: "nog niet afgesproken (grijs gebied)", EN: "not agreed yet (grey area)"}}
)

func (t *Routing) bind(f *strictjson.Fields) {
	strictjson.OptionalStruct(f, &t.Threshold, strictjson.Spec{Name: "threshold", NL: "Drempel", EN: "Threshold",
		HintNL: "Boven deze zorgbehoefte houdt een leerling een individuele beschikking.", HintEN: "Above this need a pupil keeps an individual decision."}, (*Threshold).bind)
	f.Int(&t.EducationMinutesPerWeek, strictjson.Spec{Name: "educationMinutesPerWeek", Optional: true, Max: zio.MaxWeek, Format: "minutes-per-week",
		NL: "Ondersteuning door de school (minuten per leerling per week)", EN: "Support by the school (minutes per pupil per week)"})
	f.Choice((*string)(&t.SubtractEducation), strictjson.Spec{Name: "subtractEducation", Optional: true, Choices: yesNo,
		NL: "Die minuten eerst van de zorgbehoefte aftrekken?", EN: "Take those minutes off the need first?"})
	f.Choice((*string)(&t.AdultRoute), strictjson.Spec{Name: "adultRoute", Optional: true, Choices: adult, NL: "Wie betaalt vanaf 18 jaar?", EN: "Who pays from 18 on?"})
	strictjson.OptionalStruct(f, &t.Within, strictjson.Spec{Name: "within", NL: "Wijzigingen binnen de looptijd", EN: "Changes within the period"}, (*Within).bind)
}

func (t *Threshold) bind(f *strictjson.Fields) {
	f.Int(&t.MinutesPerWeek, strictjson.Spec{Name: "minutesPerWeek", Min: 1, Max: zio.MaxWeek, Format: "minutes-per-week", NL: "Drempel (minuten per week)", EN: "Threshold (minutes per week)"})
	f.Choice((*string)(&t.Boundary), strictjson.Spec{Name: "boundary", Choices: boundaryChoices, NL: "En precies op de drempel?", EN: "And exactly on the threshold?"})
}

var (
	problemSubtract     = &zio.ProblemKind{Code: "routing.subtract-missing", NL: "Kies of de minuten van de school eerst van de zorgbehoefte af gaan: \"yes\" of \"no\".", EN: "Choose whether the minutes of the school are taken off the need first: yes or no."}
	problemSubtractIdle = &zio.ProblemKind{Code: "routing.subtract-without-minutes", NL: "Er zijn geen minuten van de school ingevuld om af te trekken.", EN: "There are no minutes of the school to take off."}
	problemThresholdDay = &zio.ProblemKind{Code: "routing.threshold-not-minutes", NL: "Een drempel van {value} {value|minuut|minuten} per week is minder dan een half uur. Vul minuten per week in; 12 uur is 720.", EN: "A threshold of {value} {value|minute|minutes} per week is less than half an hour. Fill in minutes per week; 12 hours is 720."}
)

func (t *Routing) check(c *checker) {
	c.at = "/routing"
	if t.Threshold != nil && t.Threshold.MinutesPerWeek < 30 {
		c.add(problemThresholdDay, "/threshold/minutesPerWeek", "value", itoa(t.Threshold.MinutesPerWeek))
	}
	if t.EducationMinutesPerWeek > 0 && t.SubtractEducation == "" {
		c.add(problemSubtract, "/subtractEducation")
	}
	if t.EducationMinutesPerWeek == 0 && t.SubtractEducation != "" {
		c.add(problemSubtractIdle, "/subtractEducation")
	}
}

// educationSource is where a number of minutes per pupil and week comes from: LECSO underpinned 185 (domain F03), and no other.
func educationSource(minutes int64) string {
	if minutes == 185 {
		return "LECSO, in het so-tarief (OCW)"
	}
	return ""
}
