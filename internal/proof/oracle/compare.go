package oracle

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
)

// calculate is what the model makes of two documents: its settlements, or the codes of why it refuses. An error says what the model
// does not know.
func (m *Model) calculate() (list []*settlement, refused []string, err error) {
	if asked := m.needed(); len(asked) > 0 {
		return nil, slices.Sorted(maps.Keys(asked)), nil
	}
	defer func() {
		if r := recover(); r != nil {
			switch r := r.(type) {
			case refusal:
				list, refused = nil, []string{string(r)}
			case missing:
				list, err = nil, r
			default:
				panic(r)
			}
		}
	}()
	for i := range m.a.Components {
		list = append(list, m.settle(&m.a.Components[i]))
	}
	return list, nil, nil
}

// Refusals are the codes of the problems that a calculation should find in sound documents; none when it should have
// a result.
func Refusals(agreement, population []byte) ([]string, error) {
	m, err := NewModel(agreement, population)
	if err != nil {
		return nil, err
	}
	_, refused, err := m.calculate()
	return refused, err
}

// Compare works an agreement and a population out by the model, and compares all of it with a result document. It
// returns the differences.
func Compare(result, agreement, population []byte) []string {
	m, err := NewModel(agreement, population)
	if err != nil {
		return []string{err.Error()}
	}
	t := &tracer{}
	if err := unmarshal(result, &t.result); err != nil {
		return []string{err.Error()}
	}
	list, refused, err := m.calculate()
	if err != nil {
		return []string{err.Error()}
	}
	if len(refused) > 0 {
		return []string{"there should be no result: " + strings.Join(refused, ", ")}
	}
	t.compareRouting(m.overview())
	bears := amountsOf{}
	var want, have []string
	for i, s := range list {
		t.compareComponent(i, s)
		for party, amount := range s.shares {
			bears.add(party, amount)
		}
		for _, p := range s.payments {
			want = append(want, fmt.Sprint(p.component, " ", p.kind, " ", p.instrument, " ", p.from, " to ", p.to, " ", p.amount.FloatString(2)))
		}
	}
	for _, p := range t.result.Transfers {
		have = append(have, fmt.Sprint(p.Component, " ", p.Kind, " ", p.Instrument, " ", p.From, " to ", p.To, " ", p.Amount))
	}
	t.same("transfers", have, want)
	have = nil
	for _, s := range t.result.Shares {
		have = append(have, s.Party+" "+s.Amount)
	}
	t.same("shares", have, texts(bears))
	return t.wrong
}

func texts(m amountsOf) []string {
	var list []string
	for party, amount := range m {
		list = append(list, party+" "+amount.FloatString(2))
	}
	return list
}

// same compares two lists without their order.
func (t *tracer) same(what string, have, want []string) {
	slices.Sort(have)
	slices.Sort(want)
	if !slices.Equal(have, want) {
		t.say("%s:\n have %s\n want %s", what, strings.Join(have, "; "), strings.Join(want, "; "))
	}
}

func (t *tracer) compareComponent(i int, s *settlement) {
	if i >= len(t.result.Components) {
		t.say("component %s is missing", s.component.ID)
		return
	}
	c := &t.result.Components[i]
	amount := func(x *big.Rat) string {
		if x == nil {
			return ""
		}
		return x.FloatString(2)
	}
	have := []string{c.ID, c.Route, c.Cost, c.Low, c.High, c.Gap, c.Rest}
	want := []string{s.component.ID, s.component.Route, amount(s.costs.total), amount(s.costs.low), amount(s.costs.high), amount(s.gap), amount(s.rest)}
	if !slices.Equal(have, want) {
		t.say("component: id, route, cost, low, high, gap, rest\n have %v\n want %v", have, want)
	}
	have = nil
	for _, x := range c.Shares {
		have = append(have, x.Party+" "+x.Amount)
	}
	t.same("shares of "+c.ID, have, texts(s.shares))
	have, want = nil, nil
	for _, x := range c.Shadow {
		have = append(have, fmt.Sprint(x.Party, " ", x.Amount, " ", x.Over))
	}
	for party, x := range s.shadow {
		want = append(want, fmt.Sprint(party, " ", x.FloatString(2), " ", s.over[party]))
	}
	t.same("shadow of "+c.ID, have, want)
}

func (t *tracer) compareRouting(want routingDocument) {
	x := &t.result.Routing
	if x.Pupils != want.Pupils || x.Pooled != want.Pooled || x.EducationMinutesPerWeek != want.EducationMinutesPerWeek {
		t.say("routing: %d pupils, %d pooled, %d minutes and not %d, %d, %d", x.Pupils, x.Pooled, x.EducationMinutesPerWeek,
			want.Pupils, want.Pooled, want.EducationMinutesPerWeek)
	}
	t.same("homes", lines(x.Homes), lines(want.Homes))
	t.same("exclusions", lines(together(x.Exclusions)), lines(want.Exclusions))
	t.same("routes", lines(x.Routes), lines(want.Routes))
}

// together adds up the lines of one reason, route and home that have another basis, of which the model knows nothing.
func together(list []excluded) []excluded {
	var out []excluded
	for _, x := range list {
		if n := len(out); n > 0 && out[n-1].Reason == x.Reason && out[n-1].Route == x.Route && out[n-1].Home == x.Home {
			out[n-1].Pupils += x.Pupils
			out[n-1].MinutesPerWeek += x.MinutesPerWeek
			continue
		}
		out = append(out, x)
	}
	return out
}

func lines[T any](list []T) []string {
	var out []string
	for _, x := range list {
		out = append(out, fmt.Sprintf("%+v", x))
	}
	return out
}
