package main

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

// together are the documents of one run that may belong together.
type together struct {
	agreements  []documentOf[*funding.Agreement]
	populations []documentOf[*zio.Population]
	results     []documentOf[*funding.Result]
	bad         map[string]bool // files with which something is wrong beside the others
	alone       map[string]bool // results without both documents that they were calculated with
	again       map[string]bool // results that were calculated again
	apart       map[string]bool // agreements and populations of which there are too many to say which belong together
	wrong       int64           // documents with which something is wrong beside the others
	onLines     int             // bytes of the documents on lines that are kept
	crowded     []string        // files with more documents on lines than are kept, one after the other
}

// mostOnLines is how many bytes of documents on lines are kept to be looked at together.
const mostOnLines = 32 << 20

// documentOf is a document with its file, its line in it (0 when it is the file) and the digest of its canonical text, by
// which a receipt names it.
type documentOf[T any] struct {
	file   string
	line   int64
	digest string
	doc    T
}

func digestOf(canonical []byte) string {
	sum := sha256.Sum256(canonical)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// keep keeps a document in which nothing was found.
func (t *together) keep(file string, line int64, kind schema.Kind, doc []byte) {
	if line > 0 {
		if t.onLines += len(doc); t.onLines > mostOnLines {
			if !slices.Contains(t.crowded, file) {
				t.crowded = append(t.crowded, file)
			}
			return
		}
	}
	switch kind {
	case schema.Agreement:
		if a, problems := funding.ReadAgreement(doc); len(problems) == 0 {
			t.agreements = append(t.agreements, documentOf[*funding.Agreement]{file, line, digestOf(a.AppendDocument(nil)), a})
		}
	case schema.Population:
		if p, problems := zio.ReadPopulation(doc); len(problems) == 0 {
			t.populations = append(t.populations, documentOf[*zio.Population]{file, line, digestOf(p.AppendDocument(nil)), p})
		}
	case schema.Result:
		if x, problems := funding.ReadResult(doc); len(problems) == 0 {
			t.results = append(t.results, documentOf[*funding.Result]{file, line, x.Receipt.Result, x})
		}
	}
}

// check calculates results again with the documents that their receipts name; where these are not there with the only ones
// that are. An agreement and a population without a result are calculated when there is one of each.
func (t *together) check(add func(file string, p zio.Problem)) {
	t.bad, t.alone, t.again, t.apart = map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
	looked := map[string]bool{} // documents of a result
	report := func(line int64, problems zio.Problems, files ...string) {
		for _, p := range problems {
			p.Line = line
			add(strings.Join(files, " + "), p)
		}
		if len(problems) > 0 {
			t.wrong += int64(len(files))
			for _, file := range files {
				t.bad[file] = true
			}
		}
	}
	for _, r := range t.results {
		a := chosen(t.agreements, r.doc.Receipt.Agreement)
		p := chosen(t.populations, r.doc.Receipt.Population)
		switch {
		case len(t.agreements) == 0 || len(t.populations) == 0:
			t.alone[r.file] = true
		case a == nil || p == nil:
			report(r.line, missing(a == nil, p == nil, &r.doc.Receipt), r.file)
		default:
			t.again[r.file], looked[a.file], looked[p.file] = true, true, true
			report(r.line, r.doc.Verify(a.doc, p.doc), r.file)
		}
	}
	if len(t.agreements) == 0 || len(t.populations) == 0 {
		return
	}
	for _, file := range t.crowded {
		report(0, zio.Problems{problemCrowded.At("", "limit", strconv.Itoa(mostOnLines))}, file)
	}
	if a, p := t.agreements[0], t.populations[0]; len(t.agreements)+len(t.populations) == 2 {
		if !looked[a.file] || !looked[p.file] {
			_, problems := funding.Draft(a.doc, p.doc)
			report(0, problems, a.file, p.file)
		}
		return
	}
	for _, a := range t.agreements {
		t.apart[a.file] = !looked[a.file]
	}
	for _, p := range t.populations {
		t.apart[p.file] = !looked[p.file]
	}
}

// chosen is the document with a digest; where there is none the only document.
func chosen[T any](list []documentOf[T], digest string) *documentOf[T] {
	for i := range list {
		if list[i].digest == digest {
			return &list[i]
		}
	}
	if len(list) == 1 {
		return &list[0]
	}
	return nil
}

var problemApart = &zio.ProblemKind{Code: "documents.not-together",
	NL: "Er zijn meer overeenkomsten of populaties: er is niet gekeken of zij bij elkaar passen.",
	EN: "There are more agreements or populations: it was not looked at whether they go together."}

var problemCrowded = &zio.ProblemKind{Code: "documents.too-many-lines",
	NL: "De documenten op regels zijn samen groter dan {limit#} bytes. De rest is niet nagerekend. Deel het bestand op.",
	EN: "The documents on lines are larger than {limit#} bytes together. The rest was not calculated again. Divide the file."}

var problemNotGiven = &zio.ProblemKind{Code: "result.document-not-given",
	NL: "Bij deze bestanden is geen document met controlegetal {digest} ({kind}). De uitkomst is niet nagerekend.",
	EN: "Among these files is not a document with digest {digest} ({kind}). The result was not calculated again."}

func missing(agreement, population bool, r *funding.Receipt) (problems zio.Problems) {
	if agreement {
		problems = append(problems, problemNotGiven.At("/receipt/agreement", "digest", r.Agreement, "kind", "agreement"))
	}
	if population {
		problems = append(problems, problemNotGiven.At("/receipt/population", "digest", r.Population, "kind", "population"))
	}
	return problems
}
