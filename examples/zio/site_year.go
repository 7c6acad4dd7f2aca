package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/funding/year"
	"github.com/zio-collectief/zio/zio"
)

// workedYear is the worked year of examples/year, from its documents.
type workedYear struct {
	budget, next *funding.Result
	settlement   *year.Settlement
	realised     *funding.Agreement
}

// yearPage is the worked year as its page shows it: amounts as people read them.
type yearPage struct {
	Budget   []yearLine
	Quarters []string // the days on which is paid
	Advances []yearLine
	Settled  []yearLine
	Next     []yearLine
	Letter   []string
	LetterOf string
}

type yearLine struct {
	Name    string
	Amounts []string
}

// yearOf reads the documents of the worked year.
func yearOf(folder string) (*workedYear, error) {
	read := func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(folder, name)) }
	w := &workedYear{}
	for name, take := range map[string]func([]byte) zio.Problems{
		"1-budget.result.json":      func(b []byte) (p zio.Problems) { w.budget, p = funding.ReadResult(b); return },
		"5-next.result.json":        func(b []byte) (p zio.Problems) { w.next, p = funding.ReadResult(b); return },
		"4-settlement.json":         func(b []byte) (p zio.Problems) { w.settlement, p = year.ReadSettlement(b); return },
		"3-realised.agreement.json": func(b []byte) (p zio.Problems) { w.realised, p = funding.ReadAgreement(b); return },
	} {
		data, err := read(name)
		if err != nil {
			return nil, err
		}
		if problems := take(data); len(problems) > 0 {
			return nil, errors.New(name + ": " + problems[0].Text(zio.English))
		}
	}
	return w, nil
}

// euros is an amount as people write it.
func euros(e money.Euro, lang zio.Lang) string {
	return "€\u00a0" + zio.FormatNumber(e.String(), lang)
}

func (w *workedYear) in(code string) func(*pageData) {
	lang, _ := zio.ParseLang(code)
	var p yearPage
	p.Budget, p.Next = sharesIn(w.budget, lang), sharesIn(w.next, lang)
	var payers []string
	schedule := slices.SortedStableFunc(slices.Values(w.budget.Schedule), func(a, b funding.Due) int { return a.Day.Compare(b.Day) })
	for _, due := range schedule {
		day := due.Day.Words(lang)
		if !slices.Contains(p.Quarters, day) {
			p.Quarters = append(p.Quarters, day)
		}
		if !slices.Contains(payers, due.From) && w.realised.Party(due.From).Kind == funding.PartyMunicipality {
			payers = append(payers, due.From)
		}
	}
	slices.Sort(payers)
	for _, payer := range payers {
		line := yearLine{Name: w.budget.Name(payer, lang), Amounts: make([]string, len(p.Quarters))}
		for _, due := range w.budget.Schedule {
			if due.From == payer {
				line.Amounts[slices.Index(p.Quarters, due.Day.Words(lang))] = euros(due.Amount, lang)
			}
		}
		p.Advances = append(p.Advances, line)
	}
	for _, party := range w.settlement.Parties {
		if w.realised.Party(party.Party).Kind != funding.PartyMunicipality {
			continue
		}
		p.Settled = append(p.Settled, yearLine{party.Name, []string{euros(party.Definitive, lang), euros(party.Paid, lang), euros(party.Settle, lang), euros(party.Open, lang)}})
		if party.Open.Sign() != 0 && party.Open != party.Settle { // who still owes an advance has the most to be told
			p.LetterOf, p.Letter = party.Name, nil
			for _, line := range w.settlement.Letter(party.Party, w.realised, lang) {
				p.Letter = append(p.Letter, strings.ReplaceAll(line, "€ ", "€\u00a0"))
			}
		}
	}
	return func(d *pageData) { d.Year = p }
}

// sharesIn are the parts of the municipalities of a result.
func sharesIn(x *funding.Result, lang zio.Lang) []yearLine {
	var list []yearLine
	for _, s := range x.Shares {
		list = append(list, yearLine{x.Name(s.Party, lang), []string{euros(s.Amount, lang)}})
	}
	return list
}

// stepLine is one of the six steps towards collective funding.
type stepLine struct{ ID, Name, Needs string }

// stepsIn are the six steps, and the states that each can have.
func stepsIn(code string) func(*pageData) {
	lang, _ := zio.ParseLang(code)
	var list []stepLine
	for _, id := range zio.WorkSteps() {
		name, needs := zio.StepWords(id, lang)
		list = append(list, stepLine{ID: id, Name: name, Needs: strings.TrimSpace(needs)})
	}
	return func(d *pageData) { d.Steps = list }
}
