package main

import (
	"bytes"

	"github.com/zio-collectief/zio/zio"
)

// partyJSON writes what concerns one party: its amounts, its payments, and the explanation when asked for.
func (a *app) partyJSON(s *settlement, party, explain string) error {
	var b bytes.Buffer
	b.WriteString("{\n  \"party\": " + quote(party) + ",\n  \"name\": " + quote(s.partyName(party)))
	bears := "0.00"
	for _, x := range s.result.Shares {
		if x.Party == party {
			bears = x.Amount.String()
		}
	}
	b.WriteString(",\n  \"bears\": " + quote(bears))
	if r, known := s.ranges()[party]; known {
		b.WriteString(",\n  \"lowest\": " + quote(r.Low.String()) + ",\n  \"highest\": " + quote(r.High.String()))
	}
	for _, x := range s.result.Balances {
		if x.Party == party {
			b.WriteString(",\n  \"pays\": " + quote(x.Pays.String()) + ",\n  \"receives\": " + quote(x.Receives.String()) + ",\n  \"net\": " + quote(x.Net.String()))
		}
	}
	open := func(name string) { b.WriteString(",\n  " + quote(name) + ": [") }
	n := 0
	item := func(pairs ...string) {
		if n++; n > 1 {
			b.WriteByte(',')
		}
		b.WriteString("\n    {")
		for i := 0; i+1 < len(pairs); i += 2 {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(quote(pairs[i]) + ": " + quote(pairs[i+1]))
		}
		b.WriteByte('}')
	}
	end := func() {
		if n > 0 {
			b.WriteString("\n  ")
		}
		b.WriteByte(']')
		n = 0
	}
	open("components")
	for _, c := range s.result.Components {
		for _, x := range c.Shares {
			if x.Party == party {
				item("component", c.ID, "weight", x.Weight, "unit", x.Unit, "amount", x.Amount.String(), "step", x.Ref)
			}
		}
	}
	end()
	open("transfers")
	for _, t := range s.result.Transfers {
		if t.From == party || t.To == party {
			item("component", t.Component, "kind", string(t.Kind), "instrument", string(t.Instrument), "from", t.From, "to", t.To, "amount", t.Amount.String(), "step", t.Ref)
		}
	}
	end()
	if explain != "" {
		lang, _ := zio.ParseLang(explain)
		open("explanation")
		for _, x := range s.result.Explain(party, lang) {
			item("component", x.Component, "step", x.Step, "text", x.Text, "basis", x.Basis)
		}
		end()
	}
	b.WriteString("\n}\n")
	_, err := a.out.Write(b.Bytes())
	return err
}
