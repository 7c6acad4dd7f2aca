package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/zio-collectief/zio/examples/agreements"
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

// documentOf reads one document: the file itself, or the file of this name in a folder or in a system that is built in. A
// candidate of a system, agreement.NAME.json, follows a colon.
func (a *app) documentOf(arg, file string) (name string, data []byte, err error) {
	if id, candidate, named := strings.Cut(arg, ":"); named && file == "agreement.json" {
		if _, found := agreements.Find(id); found {
			arg, file = id, "agreement."+candidate+".json"
		}
	}
	if info, missing := os.Stat(arg); arg != "-" && missing == nil && info.IsDir() {
		arg = filepath.Join(arg, file)
	} else if s, found := agreements.Find(arg); found && missing != nil {
		if !s.Has(file) {
			return "", nil, errors.New(a.fill("stelsel {id} heeft geen {file}. Het heeft: {files}", "system {id} has no {file}. It has: {files}",
				"id", arg, "file", file, "files", strings.Join(s.Files, ", ")))
		}
		data, err = s.Read(file)
		return arg + "/" + file, data, err
	}
	data, err = a.read(arg)
	return arg, data, err
}
