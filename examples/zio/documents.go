package main

import (
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

// agreementAndPopulation reads the two documents of a settlement and reports what is wrong with either.
func (a *app) agreementAndPopulation(agreement, population string) (*funding.Agreement, *zio.Population, error) {
	first, err := a.read(agreement)
	if err != nil {
		return nil, nil, err
	}
	second, err := a.read(population)
	if err != nil {
		return nil, nil, err
	}
	x, problems := funding.ReadAgreement(first)
	failed := a.report(agreement, problems)
	p, problems := zio.ReadPopulation(second)
	if err := a.report(population, problems); err != nil {
		failed = err
	}
	return x, p, failed
}
