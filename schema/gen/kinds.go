package main

import (
	"reflect"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/year"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// kind is a kind of exchange document: the Go type it is read into and how that type binds its members. The file
// ../examples/<name>.json is its example.
type kind struct {
	name     string
	title    string // in Dutch
	about    string // in English
	of       reflect.Type
	describe func() *strictjson.Description
	read     func([]byte) zio.Problems
	lines    bool // a line of a file of lines, which does not name its schema
}

var kinds = []kind{
	{name: "agreement", title: "Overeenkomst", of: reflect.TypeFor[funding.Agreement](),
		about:    "What parties agree on paying together: who takes part, which pupils and minutes are pooled, and per stream of money what it costs, who bears it and who pays whom.",
		describe: func() *strictjson.Description { return strictjson.Describe((*funding.Agreement).Bind) },
		read:     func(b []byte) zio.Problems { _, p := funding.ReadAgreement(b); return p }},
	{name: "indicators", title: "Indicatoren", of: reflect.TypeFor[zio.Indicators](),
		about:    "Measured values over time, of what the parties agreed to watch; they feed the yearly review.",
		describe: func() *strictjson.Description { return strictjson.Describe((*zio.Indicators).Bind) },
		read:     func(b []byte) zio.Problems { _, p := zio.ReadIndicators(b); return p }},
	{name: "payments", title: "Betalingen", of: reflect.TypeFor[year.Payments](),
		about:    "The payments that were made under an agreement, from a bank or a ledger: who paid whom, when, how much and for which component.",
		describe: func() *strictjson.Description { return strictjson.Describe((*year.Payments).Bind) },
		read:     func(b []byte) zio.Problems { _, p := year.ReadPayments(b); return p }},
	{name: "population", title: "Populatie", of: reflect.TypeFor[zio.Population](),
		about:    "The pupils of one or more schools on a count date: counts per school site, home municipality, route and need, and optionally single pupils under a pseudonym.",
		describe: func() *strictjson.Description { return strictjson.Describe((*zio.Population).Bind) },
		read:     func(b []byte) zio.Problems { _, p := zio.ReadPopulation(b); return p }},
	{name: "pupil", title: "Leerling", of: reflect.TypeFor[zio.Pupil](), lines: true,
		about:    "One pupil under a pseudonym: a line of a file of lines (NDJSON), or an item of pupils in a population. It holds no name, no citizen service number and no date of birth.",
		describe: func() *strictjson.Description { return strictjson.Describe((*zio.Pupil).Bind) },
		read: func(b []byte) zio.Problems {
			return zio.ProblemsOf(strictjson.Read(b, new(zio.Pupil), (*zio.Pupil).Bind, strictjson.Limits{}))
		}},
	{name: "register", title: "Register", of: reflect.TypeFor[zio.Register](),
		about:    "Municipalities and regions over time: which there are on a day, what became of those that ended, and what lies in which region.",
		describe: func() *strictjson.Description { return strictjson.Describe((*zio.Register).Bind) },
		read:     func(b []byte) zio.Problems { _, p := zio.ReadRegister(b); return p }},
	{name: "result", title: "Uitkomst", of: reflect.TypeFor[funding.Result](),
		about:    "What an agreement and a population come to: who bears what, who pays whom, who is left out and why, what nobody covers, how it was checked and how it was reached.",
		describe: func() *strictjson.Description { return strictjson.Describe((*funding.Result).Bind) },
		read:     func(b []byte) zio.Problems { _, p := funding.ReadResult(b); return p }},
	{name: "settlement", title: "Afrekening", of: reflect.TypeFor[year.Settlement](),
		about:    "What a realised year comes to beside what was charged and paid before: per component and pair of parties what is still to be paid or given back.",
		describe: func() *strictjson.Description { return strictjson.Describe((*year.Settlement).Bind) },
		read:     func(b []byte) zio.Problems { _, p := year.ReadSettlement(b); return p }},
	{name: "workplan", title: "Stappenplan", of: reflect.TypeFor[zio.Workplan](),
		about:    "The way to collective financing in six steps: which step is done, by whom, and what shows it.",
		describe: func() *strictjson.Description { return strictjson.Describe((*zio.Workplan).Bind) },
		read:     func(b []byte) zio.Problems { _, p := zio.ReadWorkplan(b); return p }},
}

// union is an interface whose values are the rules of a closed set.
type union struct {
	of    reflect.Type
	name  string // by which binders call it
	rules func() []funding.RuleDescription
}

var unions = []union{
	{reflect.TypeFor[funding.Cost](), "cost", funding.CostRules},
	{reflect.TypeFor[funding.Key](), "key", funding.KeyRules},
	{reflect.TypeFor[funding.Flow](), "flow", funding.FlowRules},
}

func unionOf(t reflect.Type) *union {
	for i := range unions {
		if unions[i].of == t {
			return &unions[i]
		}
	}
	return nil
}
