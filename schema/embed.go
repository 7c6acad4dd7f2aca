package schema

import (
	"embed"
	"path"
	"slices"
	"strings"

	"github.com/zio-collectief/zio/zio"
)

//go:generate go run ./gen

//go:embed 1.0/*.schema.json
var files embed.FS

// Kind is a kind of exchange document (soort uitwisselbestand), such as "population".
type Kind string

// The kinds of exchange documents.
const (
	Agreement  Kind = "agreement"  // what parties agree on paying together (overeenkomst)
	Indicators Kind = "indicators" // measured values over time (monitoring)
	Payments   Kind = "payments"   // what was paid (betalingen)
	Population Kind = "population" // the pupils on a count date (populatie)
	Pupil      Kind = "pupil"      // one pupil: a line of a file of lines (leerling)
	Register   Kind = "register"   // municipalities and regions over time (register)
	Result     Kind = "result"     // what an agreement and a population come to (uitkomst)
	Settlement Kind = "settlement" // what was realised beside what was paid (afrekening)
	Workplan   Kind = "workplan"   // the six steps to collective financing (stappenplan)
)

// Kinds are all kinds of documents, in the order of their names.
func Kinds() []Kind {
	return []Kind{Agreement, Indicators, Payments, Population, Pupil, Register, Result, Settlement, Workplan}
}

// Document is the JSON Schema of a kind of document, as it is published at the address in its $id; nil for
// a text that is no kind.
func Document(kind Kind) []byte {
	if !slices.Contains(Kinds(), kind) {
		return nil
	}
	text, err := files.ReadFile(path.Join(strings.TrimSuffix(path.Base(zio.SchemaBase), "/"), string(kind)+".schema.json"))
	if err != nil {
		return nil
	}
	return text
}
