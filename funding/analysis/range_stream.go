package analysis

import (
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// bounds gives a party its ends: the sums over the streams of what is the least and the most in the corners of each.
func (f *filling) bounds(x *PartyRange) zio.Problems {
	x.Low, x.High = money.Euro{}, money.Euro{}
	home, _ := zio.ParseMunicipalityCode(x.Party) // zero: a party without pupils
	for i := range f.a.Components {
		low, high, problems := f.stream(i, x.Party, home)
		if len(problems) > 0 {
			return problems
		}
		var err, other error
		x.Low, err = x.Low.Add(low)
		x.High, other = x.High.Add(high)
		if err != nil || other != nil {
			return problemsOf(first(err, other))
		}
	}
	x.Low, x.High = lower(x.Low, x.Estimate), higher(x.High, x.Estimate)
	return nil
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// stream is the least and the most that a party bears of one stream.
func (f *filling) stream(i int, party string, home zio.MunicipalityCode) (low, high money.Euro, problems zio.Problems) {
	c := &f.a.Components[i]
	on, redistributes := keyDependence(c.Key)
	corners := []corner{{home, true, false}, {home, false, true}, {home, true, true}, {home, false, false}}
	switch {
	case on == constant: // the cost alone rises, with all pupils alike
		on, redistributes = costDependence(c.Cost), false
		corners = corners[2:]
	case costDependence(c.Cost) == constant: // the others take from it what the own pupils add
		corners = corners[:2]
	}
	found := false
	seen := map[string]bool{}
	for _, at := range corners {
		if found && on == constant {
			break
		}
		q := f.at(c, on, redistributes, at)
		key := filled(q)
		if seen[key] {
			continue
		}
		seen[key] = true
		share, refused := exactShare(f.a, q, i, party)
		if len(refused) > 0 {
			problems = refused
			continue // no agreement for these counts, such as one that divides by nobody
		}
		down, up, err := outward(share, c.Division, party)
		if err != nil {
			return low, high, problemsOf(err)
		}
		if !found {
			low, high, found = down, up, true
		}
		low, high = lower(low, down), higher(high, up)
	}
	if found {
		problems = nil
	}
	return low, high, problems
}

// filled is a text that two populations share when their counts are the same.
func filled(q *zio.Population) string {
	b := make([]byte, 0, 4*len(q.Groups))
	for i := range q.Groups {
		n := q.Groups[i].Pupils
		b = append(b, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
	}
	return string(b)
}

// portion is the exact share of a party in eurocents, and how many parties there are.
type portion struct {
	exact   money.Exact
	parties int64
}

// exactShare is what a party bears of one stream, before it is rounded.
func exactShare(a *funding.Agreement, q *zio.Population, stream int, party string) (portion, zio.Problems) {
	x, problems := funding.PortionsChecked(a, q, stream)
	if len(problems) > 0 {
		return portion{}, problems
	}
	own, sum := money.Exact{}, money.Exact{}
	var err error
	for _, w := range x.Weights {
		if sum, err = sum.Add(w.Value); err != nil {
			return portion{}, problemsOf(err)
		}
		if w.Party == party {
			own = w.Value
		}
	}
	if sum.IsZero() {
		return portion{}, nil // nothing is divided
	}
	share, err := x.Cost.Mul(own)
	if err == nil {
		share, err = share.Quo(sum)
	}
	if err != nil {
		return portion{}, problemsOf(err)
	}
	return portion{share, int64(len(x.Weights))}, nil
}

// outward rounds an exact share down and up to the unit of the division, and further for who gets the rest of it.
func outward(p portion, d money.Division, party string) (down, up money.Euro, err error) {
	unit := d.Unit.Cents()
	units, err := p.exact.QuoInt(unit)
	if err != nil {
		return down, up, err
	}
	low, err := units.Round(money.Down)
	if err != nil {
		return down, up, err
	}
	high := low
	switch whole := money.ExactFromInt(low); {
	case units.Compare(whole) > 0:
		high++
	case units.Compare(whole) < 0:
		low--
	}
	switch d.Method {
	case money.LargestWeight:
		low, high = low-1, high+1
	case money.RestToLargest:
		low, high = low-p.parties, high+p.parties
	case money.RestToNamed:
		if party == d.Named {
			low, high = low-p.parties, high+p.parties
		}
	}
	return money.EuroFromCents(low * unit), money.EuroFromCents(high * unit), nil
}
