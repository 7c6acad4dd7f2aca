package analysis

import (
	"slices"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
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
	Party      string     `json:"party"`
	Name       string     `json:"name"`
	A          money.Euro `json:"a"` // 0.00 when the party bears nothing there
	B          money.Euro `json:"b"`
	Difference money.Euro `json:"difference"`
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
func Compare(a, b *funding.Result) (*Comparison, error) {
	if a == nil || b == nil {
		return nil, problemNothing.At("")
	}
	left, err := sortedShares(a)
	if err != nil {
		return nil, err
	}
	right, err := sortedShares(b)
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
		of   func(*funding.Result) (money.Euro, error)
	}{
		{"cost", (*funding.Result).Cost},
		{"gap", (*funding.Result).Gap},
		{"rest", (*funding.Result).Rest},
	} {
		left, err := t.of(a)
		if err != nil {
			return nil, err
		}
		right, err := t.of(b)
		if err != nil {
			return nil, err
		}
		difference, err := right.Sub(left)
		if err != nil {
			return nil, err
		}
		c.Totals = append(c.Totals, TotalDifference{t.name, left.String(), right.String(), difference.String()})
	}
	c.Totals = append(c.Totals, TotalDifference{"pooled", strconv.FormatInt(a.Routing.Pooled, 10), strconv.FormatInt(b.Routing.Pooled, 10), strconv.FormatInt(b.Routing.Pooled-a.Routing.Pooled, 10)})
	return c, nil
}

// sortedShares are the shares in order of party.
func sortedShares(x *funding.Result) ([]funding.PartyAmount, error) {
	order := make([]int, 0, len(x.Shares))
	for i := range x.Shares {
		k, found := slices.BinarySearchFunc(order, x.Shares[i].Party, func(j int, party string) int { return strings.Compare(x.Shares[j].Party, party) })
		if found {
			return nil, problemShareAgain.At("/shares/"+strconv.Itoa(i)+"/party", "id", x.Shares[i].Party)
		}
		order = slices.Insert(order, k, i)
	}
	list := make([]funding.PartyAmount, len(order))
	for k, i := range order {
		list[k] = x.Shares[i]
	}
	return list, nil
}

// AppendDocument appends the comparison as indented JSON.
func (c *Comparison) AppendDocument(b []byte) []byte {
	return strictjson.Append(b, c, (*Comparison).Bind)
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
