package funding

import (
	"github.com/zio-collectief/zio/internal/strictjson"
)

// Within holds the choices for what changes within the period (wijziging binnen het jaar), formulas F29 and F30.
// "by-days" splits by days: a pupil counts for the days for which something holds, as part of the days of the period.
type Within struct {
	// JoinLeave: a pupil who joins or leaves counts "by-days", or for the "whole-period".
	JoinLeave string `json:"joinLeave,omitempty"`
	// Move: a pupil who moves counts "by-days" for both homes, or wholly for the "old-home" or the "new-home". Who moves
	// may keep the same help at the new home municipality for at most one year (Jeugdwet art. 2.7a).
	Move string `json:"move,omitempty"`
	// Adult: a pupil who turns 18 is in the pool "by-days" until the birthday, or "not-at-all". Extended youth care goes on
	// until the pupil turns 23, and the same choice holds for that day.
	Adult string `json:"adult,omitempty"`
	// DecisionEnd: a pupil whose running decision ends is in the pool "by-days" from the next day, or "not-at-all".
	DecisionEnd string `json:"decisionEnd,omitempty"`
	// Wlz: a pupil whose right to Wlz care begins is in the pool "by-days" until that day, or "not-at-all".
	Wlz string `json:"wlz,omitempty"`
}

const (
	byDays      = "by-days"
	wholePeriod = "whole-period"
	notAtAll    = "not-at-all"
	oldHome     = "old-home"
	newHome     = "new-home"
)

var (
	choiceByDays       = strictjson.Choice{Value: byDays, NL: "naar dagen", EN: "by days"}
	choiceWholePeriod  = strictjson.Choice{Value: wholePeriod, NL: "voor de hele looptijd", EN: "for the whole period"}
	choiceNotAtAll     = strictjson.Choice{Value: notAtAll, NL: "telt niet mee", EN: "does not count"}
	joinLeaveChoices   = []strictjson.Choice{choiceByDays, choiceWholePeriod}
	moveChoices        = []strictjson.Choice{choiceByDays, {Value: oldHome, NL: "de oude gemeente betaalt", EN: "the old municipality pays"}, {Value: newHome, NL: "de nieuwe gemeente betaalt", EN: "the new municipality pays"}}
	adultChoices       = []strictjson.Choice{choiceByDays, choiceNotAtAll}
	decisionEndChoices = []strictjson.Choice{choiceByDays, choiceNotAtAll}
	wlzChoices         = []strictjson.Choice{choiceByDays, choiceNotAtAll}
)

func (w *Within) bind(f *strictjson.Fields) {
	f.Choice(&w.JoinLeave, strictjson.Spec{Name: "joinLeave", Optional: true, Choices: joinLeaveChoices, NL: "Leerlingen die tussentijds komen of gaan", EN: "Pupils who join or leave in between"})
	f.Choice(&w.Move, strictjson.Spec{Name: "move", Optional: true, Choices: moveChoices, NL: "Leerlingen die verhuizen", EN: "Pupils who move"})
	f.Choice(&w.Adult, strictjson.Spec{Name: "adult", Optional: true, Choices: adultChoices, NL: "Leerlingen die 18 worden", EN: "Pupils who turn 18"})
	f.Choice(&w.DecisionEnd, strictjson.Spec{Name: "decisionEnd", Optional: true, Choices: decisionEndChoices, NL: "Leerlingen van wie een beschikking afloopt", EN: "Pupils whose decision ends"})
	f.Choice(&w.Wlz, strictjson.Spec{Name: "wlz", Optional: true, Choices: wlzChoices, NL: "Leerlingen die recht op Wlz-zorg krijgen", EN: "Pupils who get a right to Wlz care"})
}
