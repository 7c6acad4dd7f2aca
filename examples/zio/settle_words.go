package main

import (
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

// inWords is a table of a settlement for people: codes, ids of streams and dates in the words of the language. Tables for
// machines keep them as they are, in every language.
func (a *app) inWords(s *settlement, g *grid) *grid {
	out := *g
	out.rows = nil
	for _, row := range g.rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = a.cellInWords(s, g.columns[i].key, cell)
		}
		out.add(cells...)
	}
	return &out
}

// cellInWords is a cell in words; a code that has none stays what it is.
func (a *app) cellInWords(s *settlement, column, cell string) string {
	words := map[string][2]string{}
	switch column {
	case "check":
		words = checkWords
	case "kind":
		words = paymentKinds
	case "instrument":
		return funding.Instrument(cell).Words(a.lang)
	case "holds", "over":
		return a.yes(cell == "true")
	case "route":
		if r, err := funding.ParseRoute(cell); err == nil {
			return r.Words(a.lang)
		}
	case "reason":
		var r funding.Reason
		if r.UnmarshalText([]byte(cell)) == nil {
			return r.Words(a.lang)
		}
	case "law":
		return a.lawWords(cell)
	case "row":
		words = schoolRows
	case "cost", "key", "flow":
		return a.ruleName(cell)
	case "component":
		for i := range s.result.Components {
			if s.result.Components[i].ID == cell {
				return s.result.Components[i].Title
			}
		}
	case "day", "start", "end":
		if d, err := zio.ParseDate(cell); err == nil {
			return a.date(d)
		}
	}
	if w, known := words[cell]; known {
		return a.say(w[0], w[1])
	}
	return cell
}

// paymentKinds are the kinds of payments in words.
var paymentKinds = map[string][2]string{
	"share":    {"aandeel", "share"},
	"payment":  {"betaling", "payment"},
	"decision": {"beschikking", "decision"},
	"site":     {"doorbetaling", "passed on"},
}

// schoolRows are the kinds of rows of the school on one page.
var schoolRows = map[string][2]string{"line": {"regel", "line"}, "law": {"samen", "together"}, "total": {"alles", "total"}}

// ruleName is what a rule is called; a rule that is not known keeps its own name.
func (a *app) ruleName(rule string) string {
	for _, list := range [...][]funding.RuleDescription{funding.CostRules(), funding.KeyRules(), funding.FlowRules()} {
		for _, v := range list {
			if v.Rule == rule {
				return a.say(v.NL, v.EN)
			}
		}
	}
	return rule
}

// yes is the answer to a question of yes or no.
func (a *app) yes(b bool) string {
	if b {
		return a.say("ja", "yes")
	}
	return a.say("nee", "no")
}

// checkWords say what each check of a result holds against what.
var checkWords = map[string][2]string{
	"shares-gap-rest-equal-cost":  {"delen, tekort en rest zijn samen de kosten", "shares, gap and rest together are the cost"},
	"instalments-equal-payments":  {"de termijnen zijn samen de betalingen", "the instalments together are the payments"},
	"budget-years-equal-payments": {"de begrotingsjaren zijn samen de betalingen", "the budget years together are the payments"},
	"ledger-sums-to-zero":         {"wat de een betaalt, ontvangt een ander", "what one pays another receives"},
	"no-payment-to-oneself":       {"niemand betaalt aan zichzelf", "nobody pays itself"},
	"every-pupil-once":            {"elke leerling telt één keer", "every pupil counts once"},
}
