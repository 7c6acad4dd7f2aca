package analysis

import (
	"slices"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// Ranges is between which amounts a result lies when counts of pupils are ranges (bandbreedte van de uitkomst).
type Ranges struct {
	Parties []PartyRange // in the order of the shares of the result; empty when a stream of money is not bounded
	// NotMonotone are the streams of money whose amounts do not simply rise or fall with each count, in the order of the
	// agreement. With these every way to fill the ranges is calculated, when there are at most [MaxCounts] of them; otherwise
	// nothing is said.
	NotMonotone []string
	Counts      int64 // ways to fill the ranges that were calculated one by one; 0: none
}

// PartyRange is what one party bears: by the estimate, and at least and at most.
type PartyRange struct {
	Party, Name         string
	Estimate, Low, High money.Euro
}

// MaxCounts is the most ways to fill the ranges that are calculated one by one.
const MaxCounts = 2000

var problemUnbounded = &zio.ProblemKind{Code: "range.no-amounts", NL: "Bij geen enkele invulling van de marges komt er een uitkomst.", EN: "No way to fill the ranges gives a result."}

// Range gives per party the lowest and the highest amount it bears over all counts within the ranges of the population, where
// the groups of each site come to its total. The estimate is that of [funding.Calculate].
//
// A stream of money is monotone when the exact share of a party rises (or falls) with its own pupils and falls (or rises) with
// those of others. Then the ends are reached where its own pupils are as many or as few as possible, and those of the others
// too: these corners are calculated, and the ends are rounded outward to the unit of the division, so that an amount may stay
// up to one unit away from its end; the party that gets the rest of a division up to one unit for each party.
//
// Monotone are streams without limits, cover and fixed divisor, that are settled directly, by a cashier, passed through or as a
// grant, of these costs and keys:
//
//   - a cost that does not depend on counts (budget, staffing, drawing-right, in-kind-pair, estimated-hours,
//     individual-decisions) with a key that does not (single-payer, fixed-shares, minutes, a series), or by pupils in the pool, or
//     by enrolled pupils;
//   - fixed-hours with a key that does not depend on counts, or by pupils in the pool;
//   - population and education-minutes with a key that does not depend on counts, or by enrolled pupils when every home of the
//     stream bears or leaves a gap;
//   - mixed and hybrid keys of keys that are all allowed by the same line, with one choice for who does not take part.
//
// Not monotone are: supplement, whose amount per pupil is rounded down and goes up and down with the count; class-product and
// absence, which are not looked at; fixed-hours by enrolled pupils, and population or education-minutes by pupils in the pool,
// where one more pupil moves cost and key against each other; keys that mix pupils in the pool with enrolled pupils; limits and
// cover, which move a part from one party to another; parties that join or leave within the period; no-settlement and host, which do so behind the key; and every rule
// that is not named here.
func Range(a *funding.Agreement, p *zio.Population) (*Ranges, zio.Problems) {
	x, problems := funding.Draft(a, p)
	if len(problems) > 0 {
		return nil, problems
	}
	out := &Ranges{}
	for i := range x.Shares {
		s := &x.Shares[i]
		out.Parties = append(out.Parties, PartyRange{Party: s.Party, Name: s.Name, Estimate: s.Amount, Low: s.Amount, High: s.Amount})
	}
	if !p.IsRanged() {
		return out, nil
	}
	f := newFilling(a, p)
	for i := range a.Components {
		if !f.monotone(&a.Components[i]) {
			out.NotMonotone = append(out.NotMonotone, a.Components[i].ID)
		}
	}
	if len(out.NotMonotone) > 0 {
		return out, out.enumerate(f)
	}
	for i := range out.Parties {
		if problems := f.bounds(&out.Parties[i]); len(problems) > 0 {
			return nil, problems
		}
	}
	for i := range a.Parties { // who bears only with other counts than the estimate
		if out.has(a.Parties[i].ID) {
			continue
		}
		r := PartyRange{Party: a.Parties[i].ID, Name: a.Parties[i].Name}
		if problems := f.bounds(&r); len(problems) > 0 {
			return nil, problems
		}
		if !r.Low.IsZero() || !r.High.IsZero() {
			out.Parties = append(out.Parties, r)
		}
	}
	return out, nil
}

func (r *Ranges) has(party string) bool {
	return slices.ContainsFunc(r.Parties, func(x PartyRange) bool { return x.Party == party })
}

// enumerate calculates every way to fill the ranges, when these are not too many.
func (r *Ranges) enumerate(f *filling) zio.Problems {
	if f.ways(MaxCounts) > MaxCounts {
		r.Parties = nil
		return nil
	}
	f.each(func(q *zio.Population) {
		x, problems := funding.DraftChecked(f.a, q)
		if len(problems) > 0 {
			return // no agreement for these counts, such as one that divides by nobody
		}
		r.Counts++
		for i := range r.Parties { // who has no share here bears nothing
			p := &r.Parties[i]
			amount, _ := x.Share(p.Party)
			p.Low, p.High = lower(p.Low, amount), higher(p.High, amount)
		}
		for i := range x.Shares {
			s := &x.Shares[i]
			if !r.has(s.Party) { // had none by the estimate, so that its lowest is zero unless it gets money
				zero := money.Euro{}
				r.Parties = append(r.Parties, PartyRange{Party: s.Party, Name: s.Name, Low: lower(zero, s.Amount), High: higher(zero, s.Amount)})
			}
		}
	})
	if r.Counts == 0 {
		return zio.Problems{problemUnbounded.At("")}
	}
	return nil
}

func lower(a, b money.Euro) money.Euro {
	if b.Compare(a) < 0 {
		return b
	}
	return a
}

func higher(a, b money.Euro) money.Euro {
	if b.Compare(a) > 0 {
		return b
	}
	return a
}

// monotone reports whether the exact share of every party in a stream rises or falls with its own pupils and with those of the
// others, in one direction each.
func (f *filling) monotone(c *funding.Component) bool {
	if c.Limits != nil || len(c.Cover) > 0 || !c.Division.Divisor.IsZero() || f.a.PartyTime != "" {
		return false
	}
	switch c.Flow.(type) {
	case *funding.Direct, *funding.CashierFlow, *funding.PassThrough, *funding.Grant:
	default:
		return false
	}
	cost := costDependence(c.Cost)
	key, redistributes := keyDependence(c.Key)
	switch {
	case cost == otherwise || key == otherwise:
		return false
	case cost == constant || key == constant:
		return true
	case cost != key:
		return false
	case cost == enrolled && redistributes:
		return f.allBear(c)
	}
	return true
}
