package funding

import (
	"slices"
	"strings"

	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Comparison sets two full results side by side (vergelijking). Differences are B less A: positive is more in B.
type Comparison struct {
	TitleA  string            `json:"titleA"`
	TitleB  string            `json:"titleB"`
	Parties []PartyDifference `json:"parties"` // every party that bears something in A or B, in order of party
	Totals  []TotalDifference `json:"totals"`  // cost, gap, rest
}

// PartyDifference is what one party bears in A and in B.
type PartyDifference struct {
	Party      string `json:"party"`
	Name       string `json:"name"`
	A          Euro   `json:"a"` // 0.00 when the party bears nothing there
	B          Euro   `json:"b"`
	Difference Euro   `json:"difference"`
}

// TotalDifference is a total of A and of B.
type TotalDifference struct {
	Name       string `json:"name"` // "cost", "gap", "rest" or "pooled" (pupils in the pool, as a number)
	A          string `json:"a"`
	B          string `json:"b"`
	Difference string `json:"difference"`
}

var problemShareAgain = &zio.ProblemKind{Code: "result.share-twice", NL: "Partij {id} heeft twee aandelen in deze uitkomst.", EN: "Party {id} has two shares in this result."}

// Compare sets two results side by side. They may be of different agreements and populations, and their shares may stand in
// any order; a party that has two shares in a result is a problem.
func Compare(a, b *Result) (*Comparison, error) {
	if a == nil || b == nil {
		return nil, problemNothing.At("")
	}
	left, err := a.sortedShares()
	if err != nil {
		return nil, err
	}
	right, err := b.sortedShares()
	if err != nil {
		return nil, err
	}
	c := &Comparison{TitleA: a.Agreement.Title, TitleB: b.Agreement.Title, Parties: []PartyDifference{}}
	i, j := 0, 0
	for i < len(left) || j < len(right) {
		var d PartyDifference
		switch {
		case j == len(right) || i < len(left) && left[i].Party < right[j].Party:
			d = PartyDifference{Party: left[i].Party, Name: left[i].Name, A: left[i].Amount}
			i++
		case i == len(left) || right[j].Party < left[i].Party:
			d = PartyDifference{Party: right[j].Party, Name: right[j].Name, B: right[j].Amount}
			j++
		default:
			d = PartyDifference{Party: right[j].Party, Name: right[j].Name, A: left[i].Amount, B: right[j].Amount}
			i++
			j++
		}
		var err error
		if d.Difference, err = d.B.Sub(d.A); err != nil {
			return nil, err
		}
		c.Parties = append(c.Parties, d)
	}
	for _, t := range [...]struct {
		name string
		of   func(*ComponentResult) Euro
	}{
		{"cost", func(x *ComponentResult) Euro { return x.Cost }},
		{"gap", func(x *ComponentResult) Euro { return x.Gap }},
		{"rest", func(x *ComponentResult) Euro { return x.Rest }},
	} {
		left, err := a.total(t.of)
		if err != nil {
			return nil, err
		}
		right, err := b.total(t.of)
		if err != nil {
			return nil, err
		}
		difference, err := right.Sub(left)
		if err != nil {
			return nil, err
		}
		c.Totals = append(c.Totals, TotalDifference{t.name, left.String(), right.String(), difference.String()})
	}
	c.Totals = append(c.Totals, TotalDifference{"pooled", itoa(a.Routing.Pooled), itoa(b.Routing.Pooled), itoa(b.Routing.Pooled - a.Routing.Pooled)})
	return c, nil
}

// sortedShares are the shares in order of party.
func (x *Result) sortedShares() ([]PartyAmount, error) {
	order := make([]int, 0, len(x.Shares))
	for i := range x.Shares {
		k, found := slices.BinarySearchFunc(order, x.Shares[i].Party, func(j int, party string) int { return strings.Compare(x.Shares[j].Party, party) })
		if found {
			return nil, problemShareAgain.At(at("/shares", i)+"/party", "id", x.Shares[i].Party)
		}
		order = slices.Insert(order, k, i)
	}
	list := make([]PartyAmount, len(order))
	for k, i := range order {
		list[k] = x.Shares[i]
	}
	return list, nil
}

// total adds an amount over the components.
func (x *Result) total(of func(*ComponentResult) Euro) (Euro, error) {
	sum := Euro{}
	for i := range x.Components {
		var err error
		if sum, err = sum.Add(of(&x.Components[i])); err != nil {
			return Euro{}, err
		}
	}
	return sum, nil
}

// Cost is what all components cost together.
func (x *Result) Cost() (Euro, error) {
	return x.total(func(c *ComponentResult) Euro { return c.Cost })
}

// Gap is what nobody bears in all components together.
func (x *Result) Gap() (Euro, error) {
	return x.total(func(c *ComponentResult) Euro { return c.Gap })
}

// Share is what one party bears; false when the result does not have it among its shares.
func (x *Result) Share(party string) (Euro, bool) {
	for i := range x.Shares {
		if x.Shares[i].Party == party {
			return x.Shares[i].Amount, true
		}
	}
	return Euro{}, false
}

// AppendDocument appends the comparison as indented JSON.
func (c *Comparison) AppendDocument(b []byte) []byte { return appendDocument(b, c, (*Comparison).Bind) }

func appendDocument[T any](b []byte, v *T, bind func(*T, *strictjson.Fields)) []byte {
	return strictjson.Append(b, v, bind)
}

// Bind binds the members of the comparison; it is for the packages of this module.
func (c *Comparison) Bind(f *strictjson.Fields) {
	f.Text(&c.TitleA, strictjson.Spec{Name: "titleA"})
	f.Text(&c.TitleB, strictjson.Spec{Name: "titleB"})
	strictjson.List(f, &c.Parties, strictjson.Spec{Name: "parties"}, (*PartyDifference).bind)
	strictjson.List(f, &c.Totals, strictjson.Spec{Name: "totals"}, (*TotalDifference).bind)
}

func (d *PartyDifference) bind(f *strictjson.Fields) {
	f.Text(&d.Party, strictjson.Spec{Name: "party"})
	f.Text(&d.Name, strictjson.Spec{Name: "name"})
	f.Code(&d.A, strictjson.Spec{Name: "a"})
	f.Code(&d.B, strictjson.Spec{Name: "b"})
	f.Code(&d.Difference, strictjson.Spec{Name: "difference"})
}

func (d *TotalDifference) bind(f *strictjson.Fields) {
	f.Text(&d.Name, strictjson.Spec{Name: "name"})
	f.Text(&d.A, strictjson.Spec{Name: "a"})
	f.Text(&d.B, strictjson.Spec{Name: "b"})
	f.Text(&d.Difference, strictjson.Spec{Name: "difference"})
}
