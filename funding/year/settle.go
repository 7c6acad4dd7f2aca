package year

import (
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

// Input is what a settlement is made of.
type Input struct {
	Title      string
	Day        zio.Date        // payments until this day count; with a schedule, so do the advances that are due
	Budget     *funding.Result // the budgeted result, of a first settlement
	Previous   *Settlement     // the settlement that is corrected; then Budget is only needed for a surplus or deficit key
	Payments   *Payments       // all payments until now
	Agreement  *funding.Agreement
	Population *zio.Population // with which the realised agreement is calculated
}

var (
	problemBudgetMissing  = &zio.ProblemKind{Code: "settlement.budget-missing", NL: "Geef de uitkomst van de begroting of de afrekening die wordt gecorrigeerd.", EN: "Give the budgeted result or the settlement that is corrected."}
	problemOtherAgreement = &zio.ProblemKind{Code: "settlement.other-agreement", NL: "Dit document hoort bij overeenkomst {found}, de afrekening bij {id}.", EN: "This document is of agreement {found}, the settlement of {id}."}
	problemOtherPeriod    = &zio.ProblemKind{Code: "settlement.other-period", NL: "De begroting loopt van {from} tot en met {until}. De realisatie is van een andere periode.", EN: "The budget is of {from} to {until}. The realised year is of another period."}
	problemPaymentUnknown = &zio.ProblemKind{Code: "payments.unknown", NL: "{value} staat niet in de overeenkomst. Verbeter het kenmerk.", EN: "{value} is not in the agreement. Mend the id."}
	problemPaymentLater   = &zio.ProblemKind{Code: "payments.after-settlement", NL: "Deze betaling is van {day}, na de dag van de afrekening ({until}). Kies een latere dag of laat de betaling weg.", EN: "This payment is of {day}, after the day of the settlement ({until}). Choose a later day or leave the payment out."}
)

// Settle sets the realised year against what was charged and paid (afrekenen). The realised agreement is the agreement with
// what the care did cost, and the population what was counted; both are calculated here.
//
// Per component and pair of parties: the difference between what is definitive and what was charged is settled, except for
// the part within the corridor of the agreement; what was charged and not paid stays open. With a key for a surplus or a
// deficit, the charged amounts stand and that key divides what the component cost less or more. Over budget years a line is divided as the
// difference of what is charged after and before it, so that advances and settlements of a year add up to its definitive part.
//
// Problems: those of the documents, of the calculation, and the kinds above.
func Settle(in Input) (*Settlement, zio.Problems) {
	if problems := in.check(); len(problems) > 0 {
		return nil, problems
	}
	realised, problems := funding.Calculate(in.Agreement, in.Population)
	if len(problems) > 0 {
		return nil, problems
	}
	b := &book{agreement: in.Agreement, found: map[[3]string]*Line{}}
	b.charge(in)
	for i := range in.Payments.Payments {
		p := &in.Payments.Payments[i]
		b.add(&b.line(p.Component, p.From, p.To).Paid, p.Amount)
	}
	if problems := b.define(in, realised); len(problems) > 0 {
		return nil, problems
	}
	s := &Settlement{Title: in.Title, Day: in.Day, Agreement: realised.Agreement, Receipt: Receipt{Library: funding.Version,
		Payments: funding.Digest(in.Payments, (*Payments).Bind), Realised: realised.Receipt.Result}}
	if in.Previous != nil {
		s.Receipt.Previous = in.Previous.Receipt.Settlement
	} else {
		s.Receipt.Budget = in.Budget.Receipt.Result
	}
	s.Lines = b.close()
	b.years(s)
	b.parties(s)
	if b.err != nil {
		return nil, problemsOf(b.err)
	}
	s.Receipt.Settlement = s.digest()
	return s, nil
}

// check finds what is missing and what does not belong together.
func (in *Input) check() zio.Problems {
	if in.Payments == nil || in.Agreement == nil || in.Population == nil {
		return zio.Problems{problemNothing.At("")}
	}
	if in.Budget == nil && in.Previous == nil {
		return zio.Problems{problemBudgetMissing.At("")}
	}
	if problems := in.Payments.Check(); len(problems) > 0 {
		return problems
	}
	a := in.Agreement
	if problems := a.Check(); len(problems) > 0 {
		return problems
	}
	of := func(id string) zio.Problems {
		return zio.Problems{problemOtherAgreement.At("/agreement", "found", id, "id", a.ID)}
	}
	if in.Payments.Agreement != a.ID {
		return of(in.Payments.Agreement)
	}
	if b := in.Budget; b != nil {
		if problems := b.Check(); len(problems) > 0 {
			return problems
		}
		if b.Agreement.ID != a.ID {
			return of(b.Agreement.ID)
		}
		if b.Agreement.Period != a.Period {
			return zio.Problems{problemOtherPeriod.At("/agreement/period", "from", b.Agreement.Period.From.String(), "until", b.Agreement.Period.Until.String())}
		}
	}
	if s := in.Previous; s != nil {
		if problems := s.Check(); len(problems) > 0 {
			return problems
		}
		if s.Agreement.ID != a.ID {
			return of(s.Agreement.ID)
		}
	}
	var problems zio.Problems
	for i := range in.Payments.Payments {
		p, at := &in.Payments.Payments[i], at("/payments", i)
		if componentOf(a, p.Component) == nil {
			problems = append(problems, problemPaymentUnknown.At(at+"/component", "value", p.Component))
		}
		for _, party := range [...]struct{ member, id string }{{"/from", p.From}, {"/to", p.To}} {
			if a.Party(party.id) == nil {
				problems = append(problems, problemPaymentUnknown.At(at+party.member, "value", party.id))
			}
		}
		if p.Day.After(in.Day) {
			problems = append(problems, problemPaymentLater.At(at+"/day", "day", p.Day.String(), "until", in.Day.String()))
		}
	}
	return problems
}
