// Package agreements holds the systems that are in use or were written about, as documents: per folder an agreement
// (convenant), a population (leerlingen), the result that follows from them, and where all of it comes from.
package agreements

import (
	"cmp"
	"embed"
	"io/fs"
	"slices"
	"strings"
)

// FS holds the folders. Each has a README.md and either agreement.json, population.json and result.json,
// or, where the sources give no formula, workplan.json. A candidate next to the agreement is agreement.NAME.json,
// what was measured is indicators.json, and what a source gives is given.json. README.nl.md is the README in Dutch.
//
//go:embed */*.json */README.md */README.nl.md
var FS embed.FS

// Default is the system that the command line shows when nothing is asked.
const Default = "st-maartenschool"

// System is one folder.
type System struct {
	ID    string
	Files []string // names of the documents, in order
}

// List gives all systems in order of id.
func List() []System {
	folders, err := FS.ReadDir(".")
	if err != nil {
		panic(err) // the embedded root is always there
	}
	list := make([]System, 0, len(folders))
	for _, folder := range folders {
		files, err := FS.ReadDir(folder.Name())
		if err != nil {
			panic(err)
		}
		s := System{ID: folder.Name()}
		for _, f := range files {
			s.Files = append(s.Files, f.Name())
		}
		list = append(list, s)
	}
	return list
}

// Has reports whether the folder has a document of this name.
func (s System) Has(name string) bool { return slices.Contains(s.Files, name) }

// Agreements are the agreements of the system: "agreement.json" and candidates such as "agreement.hybrid.json", which
// share its population; none when it has a work plan.
func (s System) Agreements() []string {
	var names []string
	for _, name := range s.Files {
		if strings.HasPrefix(name, "agreement.") {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	return names
}

// Read gives a document of the system, such as "agreement.json".
func (s System) Read(name string) ([]byte, error) { return fs.ReadFile(FS, s.ID+"/"+name) }

// Find gives the system with this id.
func Find(id string) (System, bool) {
	for _, s := range List() {
		if s.ID == id {
			return s, true
		}
	}
	return System{}, false
}
