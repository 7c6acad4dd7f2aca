package funding

import (
	"github.com/zio-collectief/zio/internal/strictjson"
)

// Within holds the choices for what changes within the period (wijziging binnen het jaar), formulas F29 and F30.
// "by-days" splits by days: a pupil counts for the days for which something holds, as part of the days of the period.
type Within struct {
	// JoinLeave: a pupil who joins or leaves counts "by-days", or for the "whole-period".
	JoinLeave Counting `json:"joinLeave,omitempty"`
	// Move: a pupil who moves counts "by-days" for both homes, or wholly for the "old-home" or the "new-home". Who moves
	// may keep the same help at the new home municipality for at most one year (Jeugdwet art. 2.7a).
	Move Counting `json:"move,omitempty"`
	// Adult: a pupil who turns 18 is in the pool "by-days" until the birthday, or "not-at-all". Extended youth care goes on
	// until the pupil turns 23, and the same choice holds for that day.
	Adult Counting `json:"adult,omitempty"`
	// DecisionEnd: a pupil whose running decision ends is in the pool "by-days" from the next day, or "not-at-all".
	DecisionEnd Counting `json:"decisionEnd,omitempty"`
	// Wlz: a pupil whose right to Wlz care begins is in the pool "by-days" until that day, or "not-at-all".
	Wlz Counting `json:"wlz,omitempty"`
}

// Counting is how a pupil counts for whom something changes within the period (telwijze). Each member of Within has its own of them.
type Counting string

// The ways of counting.
const (
	CountByDays      Counting = "by-days"
	CountWholePeriod Counting = "whole-period"
	CountNotAtAll    Counting = "not-at-all"
	CountOldHome     Counting = "old-home"
	CountNewHome     Counting = "new-home"
)

var (
	choiceByDays       = strictjson.Choice{Value: string(CountByDays), NL: "naar dagen", EN: "by days"}
	choiceWholePeriod  = strictjson.Choice{Value: string(CountWholePeriod), NL: "voor de hele looptijd", EN: "for the whole period"}
	choiceNotAtAll     = strictjson.Choice{Value: string(CountNotAtAll), NL: "telt niet mee", EN: "does not count"}
	joinLeaveChoices   = []strictjson.Choice{choiceByDays, choiceWholePeriod}
	moveChoices        = []strictjson.Choice{choiceByDays, {Value: string(CountOldHome), NL: "de oude gemeente betaalt", EN: "the old municipality pays"}, {Value: string(CountNewHome), NL: "de nieuwe gemeente betaalt", EN: "the new municipality pays"}}
	adultChoices       = []strictjson.Choice{choiceByDays, choiceNotAtAll}
	decisionEndChoices = []strictjson.Choice{choiceByDays, choiceNotAtAll}
	wlzChoices         = []strictjson.Choice{choiceByDays, choiceNotAtAll}
)

func (w *Within) bind(f *strictjson.Fields) {
	f.Choice((*string)(&w.JoinLeave), strictjson.Spec{Name: "joinLeave", Optional: true, Choices: joinLeaveChoices, NL: "Leerlingen die tussentijds komen of gaan", EN: "Pupils who join or leave in between"})
	f.Choice((*string)(&w.Move), strictjson.Spec{Name: "move", Optional: true, Choices: moveChoices, NL: "Leerlingen die verhuizen", EN: "Pupils who move"})
	f.Choice((*string)(&w.Adult), strictjson.Spec{Name: "adult", Optional: true, Choices: adultChoices, NL: "Leerlingen die 18 worden", EN: "Pupils who turn 18"})
	f.Choice((*string)(&w.DecisionEnd), strictjson.Spec{Name: "decisionEnd", Optional: true, Choices: decisionEndChoices, NL: "Leerlingen van wie een beschikking afloopt", EN: "Pupils whose decision ends"})
	f.Choice((*string)(&w.Wlz), strictjson.Spec{Name: "wlz", Optional: true, Choices: wlzChoices, NL: "Leerlingen die recht op Wlz-zorg krijgen", EN: "Pupils who get a right to Wlz care"})
}
