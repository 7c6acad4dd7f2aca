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
	SubtractEducation string `json:"subtractEducation,omitempty"`
	// AdultRoute pays for pupils of 18 and older (R9, F30): "wmo" or "grey".
	AdultRoute string `json:"adultRoute,omitempty"`
	// Within says what counts when something changes for a pupil within the period. Each choice is required as
	// soon as the population has such a change.
	Within *Within `json:"within,omitempty"`
}

// Threshold is the need up to which a pupil is in the pool (drempel).
type Threshold struct {
	MinutesPerWeek int64  `json:"minutesPerWeek"`
	Boundary       string `json:"boundary"` // "below": less than the minutes; "at-most": the minutes included
}

var (
	boundaryChoices = []strictjson.Choice{
		{Value: "below", NL: "minder dan de drempel telt mee", EN: "less than the threshold counts"},
		{Value: "at-most", NL: "precies de drempel telt ook mee", EN: "exactly the threshold counts too"},
	}
	yesNo = []strictjson.Choice{{Value: "yes", NL: "ja", EN: "yes"}, {Value: "no", NL: "nee", EN: "no"}}
	adult = []strictjson.Choice{{Value: "wmo", NL: "Wmo", EN: "Wmo"}, {Value: "grey", NL: "nog niet afgesproken (grijs gebied)", EN: "not agreed yet (grey area)"}}
)

func (t *Routing) bind(f *strictjson.Fields) {
	strictjson.OptionalStruct(f, &t.Threshold, strictjson.Spec{Name: "threshold", NL: "Drempel", EN: "Threshold",
		HintNL: "Boven deze zorgbehoefte houdt een leerling een individuele beschikking.", HintEN: "Above this need a pupil keeps an individual decision."}, (*Threshold).bind)
	f.Int(&t.EducationMinutesPerWeek, strictjson.Spec{Name: "educationMinutesPerWeek", Optional: true, Max: zio.MaxWeek, Format: "minutes-per-week",
		NL: "Ondersteuning door de school (minuten per leerling per week)", EN: "Support by the school (minutes per pupil per week)"})
	f.Choice(&t.SubtractEducation, strictjson.Spec{Name: "subtractEducation", Optional: true, Choices: yesNo,
		NL: "Die minuten eerst van de zorgbehoefte aftrekken?", EN: "Take those minutes off the need first?"})
	f.Choice(&t.AdultRoute, strictjson.Spec{Name: "adultRoute", Optional: true, Choices: adult, NL: "Wie betaalt vanaf 18 jaar?", EN: "Who pays from 18 on?"})
	strictjson.OptionalStruct(f, &t.Within, strictjson.Spec{Name: "within", NL: "Wijzigingen binnen de looptijd", EN: "Changes within the period"}, (*Within).bind)
}

func (t *Threshold) bind(f *strictjson.Fields) {
	f.Int(&t.MinutesPerWeek, strictjson.Spec{Name: "minutesPerWeek", Min: 1, Max: zio.MaxWeek, Format: "minutes-per-week", NL: "Drempel (minuten per week)", EN: "Threshold (minutes per week)"})
	f.Choice(&t.Boundary, strictjson.Spec{Name: "boundary", Choices: boundaryChoices, NL: "En precies op de drempel?", EN: "And exactly on the threshold?"})
}

var (
	problemSubtract     = &zio.ProblemKind{Code: "routing.subtract-missing", NL: "Kies of de minuten van de school eerst van de zorgbehoefte af gaan: yes of no.", EN: "Choose whether the minutes of the school are taken off the need first: yes or no."}
	problemSubtractIdle = &zio.ProblemKind{Code: "routing.subtract-without-minutes", NL: "Er zijn geen minuten van de school ingevuld om af te trekken.", EN: "There are no minutes of the school to take off."}
	problemThresholdDay = &zio.ProblemKind{Code: "routing.threshold-not-minutes", NL: "Een drempel van {value} minuten per week is minder dan een half uur. Vul minuten per week in; 12 uur is 720.", EN: "A threshold of {value} minutes per week is less than half an hour. Fill in minutes per week; 12 hours is 720."}
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

// Reason is why minutes or pupils go to a route (reden), as a stable code.
type Reason uint8

const (
	ReasonNone             Reason = iota
	ReasonPooled                  // in the pool
	ReasonHomeUnknown             // R1: the home municipality is not known, or abroad
	ReasonWlz                     // R2: there is a right to Wlz care
	ReasonWlzNotApplied           // R2: Wlz care is to be expected, and the family does not cooperate
	ReasonMixedCauses             // R3: several causes, the municipality must provide
	ReasonNursing                 // R4: nursing is insured care
	ReasonPersonalCare            // R4: personal care without guidance is insured care
	ReasonZvw                     // R2, R4: there is a right under the Zvw
	ReasonEducation               // R5: belongs to the education budget
	ReasonUndetermined            // R5: care or education, nobody has decided
	ReasonAboveThreshold          // R6: more need than the threshold
	ReasonNeedUnknown             // R6: a threshold was agreed, but the need is not known
	ReasonBandStraddles           // R6: the band of need lies on both sides of the threshold
	ReasonNotParticipating        // R7: the home municipality does not take part
	ReasonRunningDecision         // R8: an individual decision is still running
	ReasonParentsDecline          // R8: the parents do not want the collective offer
	ReasonAdult                   // R9: 18 or older
	ReasonRouteUnknown            // nobody has looked under which law the care falls
	ReasonPrevention              // open to all pupils
	ReasonNoNeed                  // no care is needed
	ReasonOutsidePeriod           // not at school on any day of the period
)

//figures:without nl en
type reasonInfo struct {
	text, rule, nl, en, basis string
}

var reasons = [...]reasonInfo{
	{},
	{"pooled", "", "telt mee in de pot", "in the pool", "Jeugdwet art. 2.9(a)"},
	{"home-unknown", "R1", "woongemeente onbekend of buitenland", "home municipality unknown or abroad", "Jeugdwet art. 1.1"},
	{"wlz-right", "R2", "heeft recht op zorg uit de Wlz", "has a right to Wlz care", "Jeugdwet art. 1.2(1)(a)"},
	{"wlz-not-applied", "R2", "Wlz ligt voor de hand, maar is niet aangevraagd", "Wlz is to be expected but was not applied for", "Jeugdwet art. 1.2(1)(c)"},
	{"mixed-causes", "R3", "meer oorzaken tegelijk: de gemeente is aan zet", "several causes: the municipality provides", "Jeugdwet art. 1.2(2)"},
	{"nursing", "R4", "verpleging hoort bij de Zvw", "nursing belongs to the Zvw", "Jeugdwet art. 1.2(1)(a)"},
	{"personal-care-insured", "R4", "persoonlijke verzorging zonder begeleiding hoort bij de Zvw", "personal care without guidance belongs to the Zvw", "Jeugdwet art. 1.2(1)(a)"},
	{"zvw-right", "R4", "heeft recht op zorg uit de Zvw", "has a right to Zvw care", "Jeugdwet art. 1.2(1)(a)"},
	{"education-share", "R5", "hoort bij het onderwijsbudget", "belongs to the education budget", "WEC, Wet passend onderwijs"},
	{"undetermined", "R5", "zorg of onderwijs: nog niet bepaald", "care or education: not decided yet", ""},
	{"above-threshold", "R6", "heeft meer zorg nodig dan de drempel", "needs more care than the threshold", ""},
	{"need-unknown", "R6", "zorgbehoefte niet bekend, terwijl er een drempel is", "need not known although there is a threshold", ""},
	{"band-straddles-threshold", "R6", "de zorgband loopt over de drempel heen", "the band of need lies on both sides of the threshold", ""},
	{"home-not-participating", "R7", "woongemeente doet niet mee", "home municipality does not take part", "Jeugdwet art. 2.3(1)"},
	{"running-decision", "R8", "heeft nog een lopende beschikking", "still has a running decision", ""},
	{"parents-decline", "R8", "ouders willen niet meedoen", "parents decline", "Jeugdwet art. 2.3(5)"},
	{"adult", "R9", "is 18 jaar of ouder", "is 18 or older", "Jeugdwet art. 1.1"},
	{"route-unknown", "", "niet bekend onder welke wet de zorg valt", "not known under which law the care falls", ""},
	{"prevention", "", "voorziening voor alle leerlingen", "provision for all pupils", ""},
	{"no-need", "", "heeft geen zorg nodig", "needs no care", ""},
	{"outside-period", "", "zit binnen de looptijd niet op school", "is not at school within the period", ""},
}

func (r Reason) info() reasonInfo {
	if int(r) < len(reasons) {
		return reasons[r]
	}
	return reasonInfo{}
}

// String is the code of the reason; "" for none.
func (r Reason) String() string { return r.info().text }

// RoutingRule is the routing rule that the reason follows, "R1" to "R9"; "" for reasons that are none of these.
func (r Reason) RoutingRule() string { return r.info().rule }

// Basis is the legal basis of the reason; "" when the sources give none.
func (r Reason) Basis() string { return r.info().basis }

// Words is the reason as people say it.
func (r Reason) Words(l zio.Lang) string {
	if l == zio.Dutch {
		return r.info().nl
	}
	return r.info().en
}

// IsZero reports whether there is no reason.
func (r Reason) IsZero() bool { return r == ReasonNone }

// AppendText appends the code.
func (r Reason) AppendText(b []byte) ([]byte, error) { return append(b, r.String()...), nil }

// MarshalText is the code.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

var problemReason = &zio.ProblemKind{Code: "result.reason-unknown", NL: "{value} is geen bekende reden.", EN: "{value} is not a known reason."}

// UnmarshalText reads the code.
func (r *Reason) UnmarshalText(b []byte) error {
	for i := 1; i < len(reasons); i++ {
		if reasons[i].text == string(b) {
			*r = Reason(i)
			return nil
		}
	}
	return problemReason.At("", "value", string(b))
}

var reasonChoices = func() []strictjson.Choice {
	list := make([]strictjson.Choice, 0, len(reasons)-1)
	for _, r := range reasons[1:] {
		list = append(list, strictjson.Choice{Value: r.text, NL: r.nl, EN: r.en})
	}
	return list
}()
