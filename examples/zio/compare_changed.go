package main

import (
	"encoding/json"
	"errors"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
)

// whatIf is what differs between A and B.
type whatIf struct {
	sets, leave, join []string
	key, component    string
}

// changes are the changes of the flags.
func (a *app) changes(s *settlement, w whatIf) ([]analysis.Change, error) {
	var list []analysis.Change
	for _, one := range w.sets {
		place, value, found := strings.Cut(one, "=")
		if !found {
			return nil, errors.New(a.say("schrijf --set als PLAATS=WAARDE, niet ", "write --set as PLACE=VALUE, not ") + one)
		}
		list = append(list, analysis.Change{Pointer: place, Value: value})
	}
	for _, part := range []struct {
		names  []string
		change func(*funding.Agreement, string) (analysis.Change, error)
	}{{w.leave, analysis.Leaves}, {w.join, analysis.Joins}} {
		for _, name := range part.names {
			id, err := a.partyOf(s, name)
			if err != nil {
				return nil, err
			}
			change, err := part.change(s.agreement, id)
			if err != nil {
				return nil, a.refused(err)
			}
			list = append(list, change)
		}
	}
	if w.key != "" {
		for i := range s.agreement.Components {
			if w.component == "" || s.agreement.Components[i].ID == w.component {
				return append(list, analysis.Change{Pointer: "/components/" + itoa(int64(i)) + "/key", Value: w.key}), nil
			}
		}
		return nil, errors.New("--component: " + a.say("er is geen geldstroom ", "there is no component ") + w.component)
	}
	return list, nil
}

// compareChanged sets a settlement beside the same one with changes.
func (a *app) compareChanged(arg string, w whatIf, d disclosure, format string) error {
	s, err := a.settleArgs([]string{arg})
	if err != nil {
		return err
	}
	list, err := a.changes(s, w)
	if err != nil {
		return err
	}
	b, q, problems := analysis.Changed(s.agreement, s.population, list...)
	if err := a.report(arg, problems); err != nil {
		return err
	}
	y, problems := funding.Calculate(b, q)
	if err := a.report(arg, problems); err != nil {
		return err
	}
	c, err := analysis.Compare(s.result, y)
	if err != nil {
		return a.refused(err)
	}
	for _, change := range list {
		c.TitleB += ", " + a.changeInWords(s, change)
	}
	return a.tellComparison(c, s.public, d, format)
}

// changeInWords says what a change is: who leaves or joins, which key comes in the place of another, or which value a place gets.
func (a *app) changeInWords(s *settlement, change analysis.Change) string {
	for i := range s.agreement.Parties {
		if change.Pointer == "/parties/"+itoa(int64(i))+"/participates" {
			if change.Value == "true" {
				return a.fill("{party} doet mee", "{party} takes part", "party", s.agreement.Parties[i].Name)
			}
			return a.fill("{party} doet niet mee", "{party} does not take part", "party", s.agreement.Parties[i].Name)
		}
	}
	var key struct{ Rule string }
	if strings.HasSuffix(change.Pointer, "/key") && json.Unmarshal([]byte(change.Value), &key) == nil {
		return a.fill("sleutel: {key}", "key: {key}", "key", a.ruleName(key.Rule))
	}
	return a.fill("{place} is {value}", "{place} is {value}", "place", change.Pointer, "value", change.Value)
}
