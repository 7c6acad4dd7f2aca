package analysis

import (
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/order"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// KeyTable is the same cost under several keys side by side (sleutels vergeleken): who gains and who loses.
type KeyTable struct {
	Component string      `json:"component"`
	Cost      money.Euro  `json:"cost"`
	Keys      []KeyColumn `json:"keys"`          // the key of the agreement first
	Mix       *KeyMix     `json:"mix,omitempty"` // of two other keys; nil when fewer than two can be used
}

// KeyMix is the mixed key of two others under which the largest rise against the key of the agreement is smallest (menging), in whole
// per cent.
type KeyMix struct {
	First   int64      `json:"first"`   // number of the key in the list, from 0
	Second  int64      `json:"second"`  // of the other
	Percent int64      `json:"percent"` // what the first divides, 0 to 100
	Rise    *KeyChange `json:"rise,omitempty"`
	Shares  []KeyShare `json:"shares"`
}

// KeyChange is the largest change of what a party bears against the key of the agreement (grootste stijging of daling).
type KeyChange struct {
	Party  string     `json:"party"`
	Name   string     `json:"name"`
	Amount money.Euro `json:"amount"` // above 0.00
}

// KeyColumn is the outcome of one key.
type KeyColumn struct {
	Rule   string     `json:"rule"`
	Basis  string     `json:"basis,omitempty"`  // of pro-rata and own-use: what counts
	Shares []KeyShare `json:"shares,omitempty"` // of every party that bears something under any of the keys
	Gap    money.Euro `json:"gap"`
	Rise   *KeyChange `json:"rise,omitempty"` // who rises most; nil when nobody does
	Fall   *KeyChange `json:"fall,omitempty"` // who falls most
	Gain   []string   `json:"gain,omitempty"` // names of who bears less than under the key of the agreement
	Code   string     `json:"code,omitempty"` // the problem that keeps this key from being used; then there are no shares
	Text   string     `json:"text,omitempty"` // its text in Dutch
	TextEN string     `json:"textEn,omitempty"`
}

// KeyShare is what a party bears under a key, how much more that is than under the key of the agreement, and how much more than
// by its own use: its minutes in the pool.
type KeyShare struct {
	Party      string      `json:"party"`
	Name       string      `json:"name"`
	Amount     money.Euro  `json:"amount"`
	Difference money.Euro  `json:"difference"`
	OverUse    *money.Euro `json:"overUse,omitempty"` // nil when the minutes are not known
}

var problemComponentUnknown = &zio.ProblemKind{Code: "keys.component-unknown", NL: "Er is geen geldstroom {id} in de overeenkomst.", EN: "There is no component {id} in the agreement."}

// CompareKeys divides the cost of one component by its own key, by every candidate, and by every other key that needs no
// more than the population has: enrolled pupils, pupils and minutes in the pool, and each series of counts. What the
// agreement does with homes that do not take part holds for all of them.
func CompareKeys(a *funding.Agreement, p *zio.Population, component string, candidates ...funding.Key) (*KeyTable, zio.Problems) {
	if a == nil || p == nil {
		return nil, zio.Problems{problemNothing.At("")}
	}
	k := -1
	for i := range a.Components {
		if a.Components[i].ID == component {
			k = i
		}
	}
	if k < 0 {
		return nil, zio.Problems{problemComponentUnknown.At("/components", "id", component)}
	}
	out := &KeyTable{Component: component}
	keys := []funding.Key{a.Components[k].Key}
	for _, key := range candidates {
		if key != nil {
			keys = append(keys, key)
		}
	}
	for _, key := range applicable(p, nonParticipantsOf(a.Components[k].Key)) {
		known := false
		for _, other := range keys {
			known = known || other.Rule() == key.Rule() && basisOf(other) == basisOf(key)
		}
		if !known {
			keys = append(keys, key)
		}
	}
	var first *funding.Result
	results := make([]*funding.Result, len(keys))
	for i, key := range keys {
		b := *a
		b.Components = append([]funding.Component(nil), a.Components[k])
		b.Components[0].Key = key
		x, problems := funding.Draft(&b, p)
		column := KeyColumn{Rule: key.Rule(), Basis: basisOf(key)}
		if len(problems) > 0 {
			if i == 0 {
				return nil, problems
			}
			column.Code, column.Text, column.TextEN = problems[0].Code(), problems[0].Text(zio.Dutch), problems[0].Text(zio.English)
		} else {
			if first == nil {
				first = x
				out.Cost = x.Components[0].Cost
			}
			column.Gap = x.Components[0].Gap
			results[i] = x
		}
		out.Keys = append(out.Keys, column)
	}
	if problems := out.fill(results); len(problems) > 0 {
		return out, problems
	}
	return out, out.compare(a, p, k, keys)
}

// fill lists for each key every party that bears something under any key.
func (t *KeyTable) fill(results []*funding.Result) zio.Problems {
	names := map[string]string{}
	var parties []string
	for _, x := range results {
		if x == nil {
			continue
		}
		for _, s := range x.Shares {
			if _, seen := names[s.Party]; !seen {
				names[s.Party] = s.Name
				parties = append(parties, s.Party)
			}
		}
	}
	order.By(parties, strings.Compare)
	for i, x := range results {
		if x == nil {
			continue
		}
		for _, id := range parties {
			amount, _ := x.Share(id)
			now, _ := results[0].Share(id)
			difference, err := amount.Sub(now)
			if err != nil {
				return problemsOf(err)
			}
			t.Keys[i].Shares = append(t.Keys[i].Shares, KeyShare{Party: id, Name: names[id], Amount: amount, Difference: difference})
		}
	}
	return nil
}

// applicable are the keys that need nothing but what the population has.
func applicable(p *zio.Population, nonParticipants funding.Uncovered) []funding.Key {
	list := []funding.Key{
		&funding.ProRata{Basis: funding.BasisEnrolled, NonParticipants: nonParticipants},
		&funding.ProRata{Basis: funding.BasisEligible, NonParticipants: nonParticipants},
		&funding.OwnUse{Measure: funding.BasisEligibleMinutes, NonParticipants: nonParticipants},
	}
	for i := range p.Counts {
		list = append(list, &funding.ProRata{Basis: p.Counts[i].Basis, Date: p.Counts[i].Date, NonParticipants: nonParticipants})
	}
	return list
}

func basisOf(k funding.Key) string {
	switch k := k.(type) {
	case *funding.ProRata:
		if k.Date.IsZero() {
			return k.Basis
		}
		return k.Basis + " " + k.Date.String()
	case *funding.OwnUse:
		return k.Measure
	}
	return ""
}

// nonParticipantsOf is what a key does with homes that do not take part; a key that has no such choice leaves a gap.
func nonParticipantsOf(k funding.Key) funding.Uncovered {
	switch k := k.(type) {
	case *funding.ProRata:
		return k.NonParticipants
	case *funding.OwnUse:
		return k.NonParticipants
	}
	return funding.LeaveAsGap
}

// AppendDocument appends the table as indented JSON.
func (t *KeyTable) AppendDocument(b []byte) []byte { return strictjson.Append(b, t, (*KeyTable).bind) }

func (t *KeyTable) bind(f *strictjson.Fields) {
	f.Text(&t.Component, strictjson.Spec{Name: "component"})
	f.Code(&t.Cost, strictjson.Spec{Name: "cost"})
	strictjson.List(f, &t.Keys, strictjson.Spec{Name: "keys"}, (*KeyColumn).bind)
	strictjson.OptionalStruct(f, &t.Mix, strictjson.Spec{Name: "mix"}, (*KeyMix).bind)
}

func (c *KeyColumn) bind(f *strictjson.Fields) {
	f.Text(&c.Rule, strictjson.Spec{Name: "rule"})
	f.Text(&c.Basis, strictjson.Spec{Name: "basis", Optional: true})
	strictjson.List(f, &c.Shares, strictjson.Spec{Name: "shares", Optional: true}, (*KeyShare).bind)
	f.Code(&c.Gap, strictjson.Spec{Name: "gap"})
	strictjson.OptionalStruct(f, &c.Rise, strictjson.Spec{Name: "rise"}, (*KeyChange).bind)
	strictjson.OptionalStruct(f, &c.Fall, strictjson.Spec{Name: "fall"}, (*KeyChange).bind)
	f.Texts(&c.Gain, strictjson.Spec{Name: "gain", Optional: true})
	f.Text(&c.Code, strictjson.Spec{Name: "code", Optional: true})
	f.Text(&c.Text, strictjson.Spec{Name: "text", Optional: true})
	f.Text(&c.TextEN, strictjson.Spec{Name: "textEn", Optional: true})
}

func (s *KeyShare) bind(f *strictjson.Fields) {
	f.Text(&s.Party, strictjson.Spec{Name: "party"})
	f.Text(&s.Name, strictjson.Spec{Name: "name"})
	f.Code(&s.Amount, strictjson.Spec{Name: "amount"})
	f.Code(&s.Difference, strictjson.Spec{Name: "difference"})
	strictjson.OptionalCode(f, &s.OverUse, strictjson.Spec{Name: "overUse"})
}

func (c *KeyChange) bind(f *strictjson.Fields) {
	f.Text(&c.Party, strictjson.Spec{Name: "party"})
	f.Text(&c.Name, strictjson.Spec{Name: "name"})
	f.Code(&c.Amount, strictjson.Spec{Name: "amount"})
}

func (m *KeyMix) bind(f *strictjson.Fields) {
	f.Int(&m.First, strictjson.Spec{Name: "first"})
	f.Int(&m.Second, strictjson.Spec{Name: "second"})
	f.Int(&m.Percent, strictjson.Spec{Name: "percent"})
	strictjson.OptionalStruct(f, &m.Rise, strictjson.Spec{Name: "rise"}, (*KeyChange).bind)
	strictjson.List(f, &m.Shares, strictjson.Spec{Name: "shares"}, (*KeyShare).bind)
}
