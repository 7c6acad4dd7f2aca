package schema

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// MergedResult is a result whose small municipalities are taken together (overige gemeenten), so that it tells no number of 1 to 4
// pupils: amounts, payments and the pupils in the pool of the others and of those together. It tells nothing of pupils outside the
// pool, no steps and no explanation, all of which tell smaller numbers. Amounts can still give a number back, as can a municipality
// that knows its own. Its JSON is no exchange document: nobody reads it back.
type MergedResult struct {
	Agreement  funding.AgreementRef  `json:"agreement"`
	Population funding.PopulationRef `json:"population"`
	Pooled     int64                 `json:"pooled"`    // pupils in the pool
	Party      string                `json:"party"`     // id of those that are taken together; "" when none had to be
	Together   []funding.PartyName   `json:"together"`  // the municipalities that are taken together, by code
	Shares     []MergedShare         `json:"shares"`    // borne by each party, those together last
	Transfers  []funding.Transfer    `json:"transfers"` // without those among the ones that are taken together
	Receipt    funding.Receipt       `json:"receipt"`   // of the whole result, without the digests of its population and of itself

	result *funding.Result
}

// MergedShare is what a party bears, and its pupils in the pool; absent for who is no municipality.
type MergedShare struct {
	Party  string     `json:"party"`
	Name   string     `json:"name"`
	Pooled *int64     `json:"pooled,omitempty"`
	Amount money.Euro `json:"amount"`
}

// Result is what texts and tables are made of: the result with the parties of the merged one, without steps, routes and exclusions.
// It is no document, and does not pass [funding.Result.Check].
func (m *MergedResult) Result() *funding.Result { return m.result }

// Of is the pupils in the pool of a party; false when it is no municipality.
func (m *MergedResult) Of(party string) (int64, bool) {
	for i := range m.Shares {
		if s := &m.Shares[i]; s.Party == party && s.Pooled != nil {
			return *s.Pooled, true
		}
	}
	return 0, false
}

const fewest = 5 // the smallest number of pupils that may be told

var problemMerge = &zio.ProblemKind{Code: "publish.merge-impossible",
	NL: "Gemeenten samennemen helpt hier niet: er zijn {count} {count|leerling|leerlingen} in de pot, uit {homes} {homes|gemeente|gemeenten}. Ook samen moet het om ten minste 5 leerlingen uit ten minste twee gemeenten gaan, van wie de aantallen niet uit het totaal volgen.",
	EN: "Taking municipalities together does not help here: there {count|is|are} {count} {count|pupil|pupils} in the pool, of {homes} {homes|municipality|municipalities}. Also together there must be at least 5 pupils of at least two municipalities, whose numbers do not follow from the total."}

// Merged takes the municipalities with 1 to 4 pupils in the pool together as one party. When that is only one municipality, when
// they have fewer than 5 pupils together, or when only one set of numbers comes to their total, the next smallest goes with them: nobody
// finds a number of 1 to 4 by taking the others from the total. The name of those together is in the language.
func Merged(x *funding.Result, l zio.Lang) (*MergedResult, zio.Problems) {
	homes := slices.Clone(x.Routing.Homes)
	homes = slices.DeleteFunc(homes, func(h funding.HomeResult) bool { return h.Pooled == 0 })
	slices.SortStableFunc(homes, func(a, b funding.HomeResult) int { return cmp.Compare(a.Pooled, b.Pooled) })
	small, count := 0, int64(0)
	told := func() bool {
		next := count // nobody is left: no number is above that of all together
		if small < len(homes) {
			next = homes[small].Pooled
		}
		return small > 0 && !hidden(small, count, next)
	}
	for small < len(homes) && (homes[small].Pooled < fewest || told()) {
		count += homes[small].Pooled
		small++
	}
	if x.Routing.Pooled > 0 && x.Routing.Pooled < fewest || told() {
		return nil, zio.Problems{problemMerge.At("/routing/homes", "count", strconv.FormatInt(x.Routing.Pooled, 10), "homes", strconv.Itoa(len(homes)))}
	}
	m := &MergedResult{Agreement: x.Agreement, Population: x.Population, Pooled: x.Routing.Pooled, Together: []funding.PartyName{}, Receipt: x.Receipt}
	gone := map[string]bool{}
	for _, h := range homes[:small] {
		name := funding.PartyName{ID: h.Home.String(), Name: x.Name(h.Home.String(), l)}
		if h.Home.IsZero() {
			name.Name = zio.InLang(l, "woonplaats onbekend of buitenland", "home unknown or abroad")
		}
		gone[name.ID] = true
		m.Together = append(m.Together, name)
	}
	slices.SortFunc(m.Together, func(a, b funding.PartyName) int { return cmp.Compare(a.ID, b.ID) })
	if small > 0 {
		m.Party = "overige"
		for x.Name(m.Party, l) != m.Party { // a party that is called so
			m.Party += "-gemeenten"
		}
	}
	// Who holds the other rows could try numbers until one of these digests fits.
	m.Receipt.Population, m.Receipt.Result = "", ""
	if err := m.fill(x, gone, l); err != nil {
		return nil, zio.ProblemsOfError(err)
	}
	for i := range m.result.Shares {
		s := &m.result.Shares[i]
		share := MergedShare{Party: s.Party, Name: s.Name, Amount: s.Amount}
		if s.Party == m.Party {
			share.Pooled = &count
		}
		for _, h := range homes[small:] {
			if h.Home.String() == s.Party {
				share.Pooled = &h.Pooled
			}
		}
		m.Shares = append(m.Shares, share)
	}
	m.Transfers = m.result.Transfers
	return m, nil
}

// hidden reports whether so many municipalities with so many pupils together can be told when the smallest of the others has next:
// they are two or more, with 5 pupils or more, and whoever knows how they were chosen can not work their numbers out. Three with
// 12 pupils beside one of 7 have 4 each: with 1 + 4 + 7 the first two would have been enough.
func hidden(small int, count, next int64) bool {
	return small >= 2 && count >= fewest && ways(make([]int64, 0, small), small, count, next, 2) >= 2
}

// ways counts, up to most, how so many pupils can be of so many municipalities, from the smallest, when the first ones have the
// numbers before and nobody has more than next: the smallest is small, and nobody is there who need not be.
func ways(before []int64, small int, count, next int64, most int) (n int) {
	left := int64(small - len(before))
	if left == 0 {
		return 1 // all that is left went to the last one
	}
	least, sum := int64(1), int64(0)
	for _, v := range before {
		least, sum = v, sum+v
	}
	highest := min(next, (count-sum)/left)
	if left == 1 {
		least = max(least, count-sum)
		highest = min(next, count-sum)
	}
	if len(before) == 0 {
		highest = min(highest, fewest-1)
	}
	for v := least; v <= highest && n < most; v++ {
		if v >= fewest && hidden(len(before), sum, v) {
			break // those before are enough, also beside a larger one
		}
		n += ways(append(before, v), small, count, next, most-n)
	}
	return n
}

// fill makes the result of which texts are made.
func (m *MergedResult) fill(x *funding.Result, gone map[string]bool, l zio.Lang) error {
	in := func(id string) string {
		if gone[id] {
			return m.Party
		}
		return id
	}
	y := &funding.Result{Agreement: x.Agreement, Population: x.Population, Receipt: m.Receipt}
	y.Routing.Pupils, y.Routing.Pooled = x.Routing.Pooled, x.Routing.Pooled
	m.result = y
	for _, p := range x.Parties {
		if !gone[p.ID] {
			y.Parties = append(y.Parties, p)
		}
	}
	if m.Party != "" {
		y.Parties = append(y.Parties, funding.PartyName{ID: m.Party, Name: zio.InLang(l, "Overige gemeenten", "Other municipalities")})
	}
	var failed error
	sum := func(a, b money.Euro) money.Euro {
		c, err := a.Add(b)
		if err != nil {
			failed = err
		}
		return c
	}
	y.Shares = together(x.Shares, func(s *funding.PartyAmount) { s.Party, s.Name = in(s.Party), y.Name(in(s.Party), l) },
		func(s funding.PartyAmount) string { return s.Party }, func(a *funding.PartyAmount, b funding.PartyAmount) { a.Amount = sum(a.Amount, b.Amount) })
	if i := slices.IndexFunc(y.Shares, func(s funding.PartyAmount) bool { return s.Party == m.Party }); i >= 0 {
		last := y.Shares[i]
		y.Shares = append(slices.Delete(y.Shares, i, i+1), last)
	}
	for _, c := range x.Components {
		d := funding.ComponentResult{ID: c.ID, Title: c.Title, Route: c.Route, Rules: c.Rules, Cost: c.Cost, Low: c.Low, High: c.High, Gap: c.Gap, Rest: c.Rest}
		d.Shares = together(c.Shares, func(s *funding.ShareResult) { *s = funding.ShareResult{Party: in(s.Party), Amount: s.Amount} },
			func(s funding.ShareResult) string { return s.Party }, func(a *funding.ShareResult, b funding.ShareResult) { a.Amount = sum(a.Amount, b.Amount) })
		d.Shadow = together(c.Shadow, func(s *funding.Shadow) { s.Party = in(s.Party) },
			func(s funding.Shadow) string { return s.Party }, func(a *funding.Shadow, b funding.Shadow) {
				a.Amount, a.Over = sum(a.Amount, b.Amount), a.Over || b.Over
			})
		y.Components = append(y.Components, d)
	}
	y.Transfers = together(x.Transfers, func(t *funding.Transfer) { t.From, t.To, t.Ref = in(t.From), in(t.To), "" },
		func(t funding.Transfer) string {
			return t.Component + "\x00" + string(t.Kind) + "\x00" + string(t.Instrument) + "\x00" + t.From + "\x00" + t.To
		}, func(a *funding.Transfer, b funding.Transfer) { a.Amount = sum(a.Amount, b.Amount) })
	y.Transfers = slices.DeleteFunc(y.Transfers, func(t funding.Transfer) bool { return t.From == t.To })
	y.Schedule = together(x.Schedule, func(d *funding.Due) { d.From, d.To = in(d.From), in(d.To) },
		func(d funding.Due) string {
			return d.Component + "\x00" + d.From + "\x00" + d.To + "\x00" + d.Day.String() + "\x00" + d.Period.String()
		}, func(a *funding.Due, b funding.Due) { a.Amount = sum(a.Amount, b.Amount) })
	y.Schedule = slices.DeleteFunc(y.Schedule, func(d funding.Due) bool { return d.From == d.To })
	y.BudgetYears = together(x.BudgetYears, func(p *funding.YearPart) { p.From, p.To = in(p.From), in(p.To) },
		func(p funding.YearPart) string {
			return p.Component + "\x00" + p.From + "\x00" + p.To + "\x00" + p.Year
		},
		func(a *funding.YearPart, b funding.YearPart) { a.Amount = sum(a.Amount, b.Amount) })
	y.BudgetYears = slices.DeleteFunc(y.BudgetYears, func(p funding.YearPart) bool { return p.From == p.To })
	for _, c := range x.Checks {
		if c.Code != "every-pupil-once" { // counts all pupils, also those outside the pool
			y.Checks = append(y.Checks, c)
		}
	}
	return failed
}

// together is a list of which the items with one key are added up, at the place of the first.
func together[T any](list []T, rename func(*T), key func(T) string, add func(*T, T)) []T {
	var out []T
	at := map[string]int{}
	for _, item := range list {
		rename(&item)
		if i, has := at[key(item)]; has {
			add(&out[i], item)
			continue
		}
		at[key(item)] = len(out)
		out = append(out, item)
	}
	return out
}
