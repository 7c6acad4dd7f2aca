package funding

import (
	"slices"

	"github.com/zio-collectief/zio/internal/order"
	"github.com/zio-collectief/zio/zio"
)

var (
	problemJoinLeave   = &zio.ProblemKind{Code: "routing.join-leave-missing", NL: "Leerling {item#} van de lijst komt of gaat binnen de looptijd. Kies wat dan telt: by-days of whole-period.", EN: "Pupil {item#} of the list joins or leaves within the period. Choose what counts then: by-days or whole-period."}
	problemMove        = &zio.ProblemKind{Code: "routing.move-missing", NL: "Leerling {item#} van de lijst verhuist binnen de looptijd. Kies wie betaalt: by-days, old-home of new-home.", EN: "Pupil {item#} of the list moves within the period. Choose who pays: by-days, old-home or new-home."}
	problemAdult       = &zio.ProblemKind{Code: "routing.adult-missing", NL: "Leerling {item#} van de lijst wordt 18 binnen de looptijd. Kies wat dan telt: by-days of not-at-all.", EN: "Pupil {item#} of the list turns 18 within the period. Choose what counts then: by-days or not-at-all."}
	problemWlzBegins   = &zio.ProblemKind{Code: "routing.wlz-missing", NL: "Het recht op Wlz-zorg van leerling {item#} van de lijst begint binnen de looptijd. Kies wat dan telt: by-days of not-at-all.", EN: "The right to Wlz care of pupil {item#} of the list begins within the period. Choose what counts then: by-days or not-at-all."}
	problemDecisionEnd = &zio.ProblemKind{Code: "routing.decision-end-missing", NL: "De beschikking van leerling {item#} van de lijst eindigt binnen de looptijd. Kies wat dan telt: by-days of not-at-all.", EN: "The decision of pupil {item#} of the list ends within the period. Choose what counts then: by-days or not-at-all."}
)

// within is the choices that were made; none when there are no choices.
func (t *Routing) within() Within {
	if t.Within == nil {
		return Within{}
	}
	return *t.Within
}

// needed finds the choices that the population asks for and the agreement does not make; each once, with the number of the
// first pupil in the list that asks for it, whose reference is not repeated.
func (t *Routing) needed(a *Agreement, p *zio.Population) zio.Problems {
	var problems zio.Problems
	asked := [5]bool{}
	ask := func(i int, missing bool, kind *zio.ProblemKind, pointer string, item int) {
		if missing && !asked[i] {
			asked[i] = true
			problems = append(problems, kind.At(pointer, "item", itoa(int64(item+1))))
		}
	}
	inside := func(d zio.Date) bool { return !d.IsZero() && d.After(a.Period.From) && !d.After(a.Period.Until) }
	for i := range p.Pupils {
		q := &p.Pupils[i]
		joins := q.From.After(a.Period.From)
		leaves := !q.Until.IsZero() && q.Until.Before(a.Period.Until)
		ask(0, t.within().JoinLeave == "" && (joins || leaves), problemJoinLeave, "/routing/within/joinLeave", i)
		for _, m := range q.Moves {
			ask(1, t.within().Move == "" && inside(m.On), problemMove, "/routing/within/move", i)
		}
		ask(2, t.within().Adult == "" && (inside(q.Turns18) || extended(q) && inside(turns23(q))), problemAdult, "/routing/within/adult", i)
		ends := !q.DecisionUntil.IsZero() && !q.DecisionUntil.Before(a.Period.From) && q.DecisionUntil.Before(a.Period.Until)
		ask(3, t.within().DecisionEnd == "" && ends, problemDecisionEnd, "/routing/within/decisionEnd", i)
		ask(4, t.within().Wlz == "" && inside(q.WlzFrom), problemWlzBegins, "/routing/within/wlz", i)
	}
	return problems
}

// stretch is a part of the period in which nothing changes for a pupil.
type stretch struct {
	home   zio.MunicipalityCode
	status zio.Status
	adult  bool
	over23 bool  // 23 or older: no youth care goes on
	wlz    bool  // whether there is a right to Wlz care
	days   int64 // 0: the whole period
}

// stretches cuts the period where something changes that counts by days. The days of all stretches are the days that
// the pupil counts for.
func (t *Routing) stretches(period zio.Period, q *zio.Pupil) []stretch {
	present := period
	if t.within().JoinLeave == CountByDays {
		if q.From.After(present.From) {
			present.From = q.From
		}
		if !q.Until.IsZero() && q.Until.Before(present.Until) {
			present.Until = q.Until
		}
		if present.Until.Before(present.From) {
			return nil
		}
	}
	cuts := []zio.Date{present.From}
	cut := func(d zio.Date) {
		if d.After(present.From) && !d.After(present.Until) && !slices.Contains(cuts, d) {
			cuts = append(cuts, d)
		}
	}
	if t.within().Move == CountByDays {
		for _, m := range q.Moves {
			cut(m.On)
		}
	}
	if t.within().Adult == CountByDays && !q.Turns18.IsZero() {
		cut(q.Turns18)
		if extended(q) {
			cut(turns23(q))
		}
	}
	if t.within().Wlz == CountByDays && !q.WlzFrom.IsZero() {
		cut(q.WlzFrom)
	}
	if t.within().DecisionEnd == CountByDays && !q.DecisionUntil.IsZero() {
		cut(q.DecisionUntil.AddDays(1))
	}
	order.By(cuts, zio.Date.Compare)
	out := make([]stretch, len(cuts))
	for i, from := range cuts {
		until := present.Until
		if i+1 < len(cuts) {
			until = cuts[i+1].AddDays(-1)
		}
		out[i] = stretch{home: t.home(period, q, from), status: t.status(period, q, from), adult: t.grown(period, q.Turns18, from),
			over23: t.grown(period, turns23(q), from), wlz: t.right(period, q, from)}
		if part := (zio.Period{From: from, Until: until}); part != period {
			out[i].days = part.Days()
		}
	}
	return out
}

// home is the municipality that counts for a pupil on a day.
func (t *Routing) home(period zio.Period, q *zio.Pupil, day zio.Date) zio.MunicipalityCode {
	switch t.within().Move {
	case CountOldHome:
		day = period.From
	case CountNewHome:
		day = period.Until
	}
	home := q.Home
	for _, m := range q.Moves {
		if !m.On.After(day) {
			home = m.To
		}
	}
	return home
}

// grown reports whether a pupil counts as grown up on a day, by the birthday from which that holds.
func (t *Routing) grown(period zio.Period, birthday, day zio.Date) bool {
	if birthday.IsZero() || birthday.After(period.Until) {
		return false
	}
	if !birthday.After(period.From) || t.within().Adult == CountNotAtAll {
		return true
	}
	return t.within().Adult == CountByDays && !birthday.After(day)
}

// extended reports whether some help of the pupil goes on after 18.
func extended(q *zio.Pupil) bool {
	for i := range q.Needs {
		if q.Needs[i].ExtendedYouthCare {
			return true
		}
	}
	return false
}

// turns23 is the day on which extended youth care ends; no date when the eighteenth birthday is not known.
func turns23(q *zio.Pupil) zio.Date {
	if q.Turns18.IsZero() {
		return zio.Date{}
	}
	year, month, day := q.Turns18.YMD()
	d, err := zio.DateFromYMD(year+5, month, day)
	if err != nil { // no 29 February in that year; none after the last year of the calendar
		d, _ = zio.DateFromYMD(year+5, 3, 1)
	}
	return d
}

// right reports whether a pupil has a right to Wlz care on a day.
func (t *Routing) right(period zio.Period, q *zio.Pupil, day zio.Date) bool {
	switch from := q.WlzFrom; {
	case q.Wlz != zio.WlzGranted || from.After(period.Until):
		return false
	case !from.After(period.From) || t.within().Wlz == CountNotAtAll:
		return true
	default:
		return t.within().Wlz == CountByDays && !from.After(day)
	}
}

// status is what keeps a pupil out of the pool on a day.
func (t *Routing) status(period zio.Period, q *zio.Pupil, day zio.Date) zio.Status {
	if until := q.DecisionUntil; !until.IsZero() && !until.Before(period.From) && (t.within().DecisionEnd != CountByDays || !until.Before(day)) {
		return zio.StatusRunningDecision
	}
	return q.Status()
}
