package main

import (
	"encoding/json"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

var problemKind = &zio.ProblemKind{Code: "document.kind-unknown",
	NL: "Dit is geen document dat hier bekend is. Begin het met \"$schema\": \"{example}\", met aan het eind het soort: {kinds}.",
	EN: "This is no document that is known here. Start it with \"$schema\": \"{example}\", ending in its kind: {kinds}."}

// readers read each kind of document strictly.
var readers = []struct {
	kind string
	read func([]byte) zio.Problems
}{
	{"agreement", func(b []byte) zio.Problems { _, ps := funding.ReadAgreement(b); return ps }},
	{"population", func(b []byte) zio.Problems { _, ps := zio.ReadPopulation(b); return ps }},
	{"result", func(b []byte) zio.Problems { _, ps := funding.ReadResult(b); return ps }},
}

// validateDocument finds the kind of a document and what is wrong with it.
func validateDocument(data []byte) (string, zio.Problems) {
	kind := kindOf(data)
	kinds := make([]string, len(readers))
	for i, r := range readers {
		if r.kind == kind {
			return kind, r.read(data)
		}
		kinds[i] = r.kind
	}
	return "", zio.Problems{problemKind.At("/$schema", "example", zio.SchemaID("agreement"), "kinds", strings.Join(kinds, ", "))}
}

// kindOf is the kind that a document says it is; "" when it does not.
func kindOf(data []byte) string {
	var head struct {
		Schema string `json:"$schema"`
	}
	if json.Unmarshal(data, &head) != nil {
		// a broken document is read as what it starts as, so that the reader says what is wrong
		text := string(data[:min(len(data), 400)])
		_, after, found := strings.Cut(text, zio.SchemaBase)
		if !found {
			return ""
		}
		head.Schema = zio.SchemaBase + after[:max(0, strings.IndexByte(after, '"'))]
	}
	kind, found := strings.CutPrefix(head.Schema, zio.SchemaBase)
	if !found {
		return ""
	}
	return strings.TrimSuffix(kind, ".schema.json")
}

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
