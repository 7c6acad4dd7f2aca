package analysis

import (
	"slices"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// PlaceTable is what the care costs per site, per school board and per municipality (per vestiging, bestuur en gemeente).
type PlaceTable struct {
	Sites          []PlaceCost        `json:"sites"`
	Boards         []PlaceCost        `json:"boards"` // of the sites that name one
	Municipalities []MunicipalityCost `json:"municipalities"`
	SiteShares     []SiteShare        `json:"siteShares"`      // in order of municipality and site
	Basis          string             `json:"basis,omitempty"` // the count that residents are of; "" when there is none
}

// PlaceCost is what the care of one site, or of the sites of one board, costs: of every component the part of its pupils at school
// among those of all sites that the component counts, in whole cents by largest remainders.
type PlaceCost struct {
	ID       string      `json:"id"`   // site code or board number; of pupils without a site their label
	Name     string      `json:"name"` // "" when the population has none
	Pupils   int64       `json:"pupils"`
	Amount   money.Euro  `json:"amount"`
	PerPupil *money.Euro `json:"perPupil,omitempty"` // nil without pupils
}

// MunicipalityCost is what one municipality bears, per pupil and per young resident.
type MunicipalityCost struct {
	ID          string      `json:"id"`
	Name        string      `json:"name"`
	Pupils      int64       `json:"pupils"`
	Amount      money.Euro  `json:"amount"`
	PerPupil    *money.Euro `json:"perPupil,omitempty"`  // nil without pupils
	Residents   int64       `json:"residents,omitempty"` // under 18; 0 when not counted
	PerResident *money.Euro `json:"perResident,omitempty"`
}

// youthBases are the series that count residents under 18, in the order in which one is looked for.
var youthBases = []string{"youth-under-18", "inhabitants-0-17"}

// Places divides a result of an agreement and a population over sites, boards and municipalities. An estimate stands for a range of
// pupils. It adds no choice of its own to what parties bear: the amounts of municipalities are those of the result.
func Places(a *funding.Agreement, p *zio.Population, x *funding.Result) (*PlaceTable, zio.Problems) {
	if a == nil || p == nil || x == nil {
		return nil, zio.Problems{problemNothing.At("")}
	}
	p = p.Estimated()
	t := &PlaceTable{Sites: []PlaceCost{}, Boards: []PlaceCost{}, Municipalities: []MunicipalityCost{}, SiteShares: []SiteShare{}}
	homes := map[zio.MunicipalityCode]int64{}
	t.pupils(p, nil, func(_ *PlaceCost, home zio.MunicipalityCode, n int64) { homes[home] += n })
	for i := range x.Components {
		if i == len(a.Components) {
			break
		}
		if err := t.component(a.Components[i].Sites, p, x.Components[i].Cost); err != nil {
			return nil, problemsOf(err)
		}
	}
	if err := t.boards(p); err != nil {
		return nil, problemsOf(err)
	}
	if err := t.shares(a, p, x); err != nil {
		return nil, problemsOf(err)
	}
	count := t.youth(p)
	for _, s := range x.Shares {
		code, err := zio.ParseMunicipalityCode(s.Party)
		if err != nil {
			continue
		}
		m := MunicipalityCost{ID: s.Party, Name: s.Name, Pupils: homes[code], Amount: s.Amount}
		if count != nil {
			for _, v := range count.Values {
				if v.Municipality == code {
					m.Residents = v.Count
				}
			}
		}
		if m.PerPupil, err = per(m.Amount, m.Pupils); err == nil {
			m.PerResident, err = per(m.Amount, m.Residents)
		}
		if err != nil {
			return nil, problemsOf(err)
		}
		t.Municipalities = append(t.Municipalities, m)
	}
	for _, list := range [][]PlaceCost{t.Sites, t.Boards} {
		for i := range list {
			var err error
			if list[i].PerPupil, err = per(list[i].Amount, list[i].Pupils); err != nil {
				return nil, problemsOf(err)
			}
		}
	}
	return t, nil
}

// pupils calls f for the pupils of every group and line at the sites that count; nil: all sites.
func (t *PlaceTable) pupils(p *zio.Population, sites []zio.SiteCode, f func(*PlaceCost, zio.MunicipalityCode, int64)) {
	one := func(site zio.SiteCode, label string, home zio.MunicipalityCode, n int64) {
		if len(sites) > 0 && !slices.Contains(sites, site) {
			return
		}
		id := site.String()
		if site.IsZero() {
			id = label
		}
		k, found := slices.BinarySearchFunc(t.Sites, id, func(c PlaceCost, id string) int { return strings.Compare(c.ID, id) })
		if !found {
			c := PlaceCost{ID: id}
			for i := range p.Sites {
				if p.Sites[i].Code == site && !site.IsZero() {
					c.Name = p.Sites[i].Name
				}
			}
			t.Sites = slices.Insert(t.Sites, k, c)
		}
		f(&t.Sites[k], home, n)
	}
	for i := range p.Groups {
		one(p.Groups[i].Site, p.Groups[i].Label, p.Groups[i].Home, p.Groups[i].Pupils)
	}
	for i := range p.Pupils {
		one(p.Pupils[i].Site, p.Pupils[i].Label, p.Pupils[i].Home, 1)
	}
}

// component divides what a component costs over the sites that it counts.
func (t *PlaceTable) component(sites []zio.SiteCode, p *zio.Population, cost money.Euro) error {
	counts := map[string]int64{}
	t.pupils(p, sites, func(c *PlaceCost, _ zio.MunicipalityCode, n int64) { counts[c.ID] += n })
	for i := range t.Sites {
		t.Sites[i].Pupils = max(t.Sites[i].Pupils, counts[t.Sites[i].ID])
	}
	parts, err := t.divided(cost, counts)
	for i := range t.Sites {
		if err == nil {
			t.Sites[i].Amount, err = t.Sites[i].Amount.Add(parts[t.Sites[i].ID])
		}
	}
	return err
}

// divided divides an amount over sites by their pupils; nothing when there are none.
func (t *PlaceTable) divided(amount money.Euro, pupils map[string]int64) (map[string]money.Euro, error) {
	var weights []money.Weight
	for i := range t.Sites {
		if n := pupils[t.Sites[i].ID]; n > 0 {
			weights = append(weights, money.Weight{Party: t.Sites[i].weight(), Value: money.ExactFromInt(n)})
		}
	}
	if len(weights) == 0 || amount.IsZero() {
		return nil, nil
	}
	out, err := money.AllocateAmounts(amount, weights, money.Division{Method: money.LargestRemainder, Unit: money.Cent})
	if err != nil {
		return nil, err
	}
	parts := map[string]money.Euro{}
	for _, s := range out.Shares {
		for i := range t.Sites {
			if t.Sites[i].weight() == s.Party {
				parts[t.Sites[i].ID] = s.Amount
			}
		}
	}
	return parts, nil
}

// weight is the id of a site in a division, where none is empty.
func (c *PlaceCost) weight() string {
	if c.ID == "" {
		return "~"
	}
	return c.ID
}

// boards adds the sites of each board.
func (t *PlaceTable) boards(p *zio.Population) error {
	for i := range p.Sites {
		s := &p.Sites[i]
		at, found := slices.BinarySearchFunc(t.Sites, s.Code.String(), func(c PlaceCost, id string) int { return strings.Compare(c.ID, id) })
		if !found || s.Board.IsZero() {
			continue
		}
		k, found := slices.BinarySearchFunc(t.Boards, s.Board.String(), func(c PlaceCost, id string) int { return strings.Compare(c.ID, id) })
		if !found {
			t.Boards = slices.Insert(t.Boards, k, PlaceCost{ID: s.Board.String()})
		}
		b, err := &t.Boards[k], error(nil)
		b.Pupils += t.Sites[at].Pupils
		if b.Amount, err = b.Amount.Add(t.Sites[at].Amount); err != nil {
			return err
		}
	}
	return nil
}

// youth is the last count of residents under 18; nil when there is none.
func (t *PlaceTable) youth(p *zio.Population) *zio.Count {
	for _, basis := range youthBases {
		var last *zio.Count
		for i := range p.Counts {
			if c := &p.Counts[i]; c.Basis == basis && (last == nil || c.Date.After(last.Date)) {
				last = c
			}
		}
		if last != nil {
			t.Basis = basis
			return last
		}
	}
	return nil
}

// per is an amount divided by a number, to the cent; nil for none.
func per(e money.Euro, n int64) (*money.Euro, error) {
	if n == 0 {
		return nil, nil
	}
	x, err := e.Exact().QuoInt(n)
	if err != nil {
		return nil, err
	}
	out, err := x.Euro(money.HalfUp)
	return &out, err
}

// AppendDocument appends the table as indented JSON.
func (t *PlaceTable) AppendDocument(b []byte) []byte {
	return strictjson.Append(b, t, (*PlaceTable).bind)
}

func (t *PlaceTable) bind(f *strictjson.Fields) {
	strictjson.List(f, &t.Sites, strictjson.Spec{Name: "sites"}, (*PlaceCost).bind)
	strictjson.List(f, &t.Boards, strictjson.Spec{Name: "boards"}, (*PlaceCost).bind)
	strictjson.List(f, &t.Municipalities, strictjson.Spec{Name: "municipalities"}, (*MunicipalityCost).bind)
	strictjson.List(f, &t.SiteShares, strictjson.Spec{Name: "siteShares"}, (*SiteShare).bind)
	f.Text(&t.Basis, strictjson.Spec{Name: "basis", Optional: true})
}

func (c *PlaceCost) bind(f *strictjson.Fields) {
	f.Text(&c.ID, strictjson.Spec{Name: "id"})
	f.Text(&c.Name, strictjson.Spec{Name: "name"})
	f.Int(&c.Pupils, strictjson.Spec{Name: "pupils"})
	f.Code(&c.Amount, strictjson.Spec{Name: "amount"})
	strictjson.OptionalCode(f, &c.PerPupil, strictjson.Spec{Name: "perPupil"})
}

func (m *MunicipalityCost) bind(f *strictjson.Fields) {
	f.Text(&m.ID, strictjson.Spec{Name: "id"})
	f.Text(&m.Name, strictjson.Spec{Name: "name"})
	f.Int(&m.Pupils, strictjson.Spec{Name: "pupils"})
	f.Code(&m.Amount, strictjson.Spec{Name: "amount"})
	strictjson.OptionalCode(f, &m.PerPupil, strictjson.Spec{Name: "perPupil"})
	f.Int(&m.Residents, strictjson.Spec{Name: "residents", Optional: true})
	strictjson.OptionalCode(f, &m.PerResident, strictjson.Spec{Name: "perResident"})
}
