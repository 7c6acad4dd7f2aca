package main

import (
	"errors"

	"github.com/zio-collectief/zio/examples/agreements"
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

// demo settles the agreement that is built in: what the program does without a command.
func (a *app) demo() error {
	s, err := a.builtIn(agreements.Default, "agreement.json")
	if err != nil {
		return err
	}
	if err := a.settlementText(s, "", settleOptions{format: "table"}); err != nil {
		return err
	}
	a.heading(a.say("Verder", "Next"))
	for _, next := range []struct{ command, nl, en string }{
		{"settle st-maartenschool --party Wijchen --explain nl", "de som van één gemeente, in woorden", "the sum of one municipality, in words"},
		{"settle st-maartenschool --format csv --part transfers", "alle betalingen, voor een rekenblad", "all payments, for a spreadsheet"},
		{"settle AGREEMENT.json POPULATION.json", "uw eigen overeenkomst en leerlingen", "your own agreement and pupils"},
		{"systems", "andere afspraken die in gebruik zijn", "other agreements that are in use"},
		{"help", "alle opdrachten", "all commands"},
	} {
		a.println("  go run ./examples/zio ", next.command)
		a.println("      ", a.say(next.nl, next.en))
	}
	return nil
}

// builtIn settles one of the systems that are built in, by one of its agreements.
func (a *app) builtIn(id, file string) (*settlement, error) {
	system, found := agreements.Find(id)
	if found && len(system.Agreements()) == 0 && system.Has("workplan.json") {
		return nil, errors.New(a.fill("{id} heeft geen formule en dus geen overeenkomst, wel een stappenplan. Zie: zio workplan {id}",
			"{id} has no formula and so no agreement; it has a work plan. See: zio workplan {id}", "id", id))
	}
	if !found || !system.Has(file) {
		return nil, errors.New(a.fill("{id} is geen map en geen ingebouwd stelsel met een overeenkomst. Zie: zio systems", "{id} is not a folder and not a built-in system with an agreement. See: zio systems", "id", id))
	}
	first, err := system.Read(file)
	if err != nil {
		return nil, err
	}
	second, err := system.Read("population.json")
	if err != nil {
		return nil, err
	}
	x, problems := funding.ReadAgreement(first)
	if err := a.report(id+"/"+file, problems); err != nil {
		return nil, err
	}
	p, problems := zio.ReadPopulation(second)
	if err := a.report(id+"/population.json", problems); err != nil {
		return nil, err
	}
	result, problems := funding.Calculate(x, p)
	if err := a.report(id+"/"+file, problems); err != nil {
		return nil, err
	}
	return &settlement{agreement: x, population: p, result: result, public: true}, nil
}
