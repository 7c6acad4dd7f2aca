// Command gen writes the JSON Schemas of the exchange documents (uitwisselbestanden) from the Go types and what their
// binders say of their members. It finds the root of the module by itself:
//
//	go generate ./...
//
// With -release 1.0 it writes the digests of the schemas of that version to schema/released.txt; from then on a test
// fails when one of them changes.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/zio-collectief/zio/zio"
)

const modulePath = "github.com/zio-collectief/zio"

func main() {
	release := flag.String("release", "", "the version whose schemas never change again, such as 1.0")
	flag.Parse()
	if err := run(*release); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(release string) error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	if release != "" {
		return recordRelease(root, release)
	}
	files, err := generate(root)
	if err != nil {
		return err
	}
	folder := filepath.Join(root, "schema", version())
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	changed := false
	for _, f := range files {
		path := filepath.Join(folder, f.name)
		if before, err := os.ReadFile(path); err == nil && bytes.Equal(before, f.text) {
			continue
		}
		changed = true
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, f.text, 0o644); err != nil {
			return err
		}
	}
	if changed {
		fmt.Println("The schemas have changed, so make the TypeScript types again: npm --prefix schema/types run generate")
	}
	return nil
}

// version is the version of the schemas that the Go types make: the last folder of the address of the schemas.
func version() string {
	return filepath.Base(strings.TrimSuffix(zio.SchemaBase, "/"))
}

// moduleRoot is the folder of go.mod, looked for from the working folder up.
func moduleRoot() (string, error) {
	folder, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		text, err := os.ReadFile(filepath.Join(folder, "go.mod"))
		if err == nil && strings.HasPrefix(string(text), "module "+modulePath+"\n") {
			return folder, nil
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			return "", errors.New("gen: no go.mod of " + modulePath + " here or above")
		}
		folder = parent
	}
}

// file is one schema as it is written.
type file struct {
	name string // "population.schema.json", "../flavours/draft-07/population.schema.json"
	text []byte
}

// generate makes the schemas of all kinds, in the order of the table of kinds.
func generate(root string) ([]file, error) {
	docs, err := readComments(root, "zio", "funding/money", "funding", "funding/year")
	if err != nil {
		return nil, err
	}
	var files []file
	var all []error
	used := map[*text]bool{}
	for i := range kinds {
		k := &kinds[i]
		g := newGenerator(docs)
		s := g.kind(k)
		for t := range g.used {
			used[t] = true
		}
		if len(g.faults) > 0 {
			for _, f := range g.faults {
				all = append(all, fmt.Errorf("gen: %s: %s", k.name, f))
			}
			continue
		}
		if err := k.example(root); err != nil {
			return nil, err
		}
		written, err := write(s)
		if err != nil {
			return nil, fmt.Errorf("gen: %s: %w", k.name, err)
		}
		files = append(files, file{name: k.name + ".schema.json", text: written})
	}
	for i := range texts {
		if !used[&texts[i]] {
			all = append(all, fmt.Errorf("gen: no kind of document uses %s: take it out of the table of texts", texts[i].of))
		}
	}
	if err := errors.Join(all...); err != nil {
		return nil, err
	}
	more, err := flavours(files)
	return append(files, more...), err
}

// example checks the example of a kind of document: the Go reader reads it without problems. It stands beside the schemas
// and not in them: validators take a member $schema within a schema for that of the schema.
func (k *kind) example(root string) error {
	text, err := os.ReadFile(filepath.Join(root, "schema", "examples", k.name+".json"))
	if err != nil {
		return err
	}
	if problems := k.read(text); len(problems) > 0 {
		return fmt.Errorf("gen: the example of %s: %s", k.name, problems[0].Error())
	}
	return nil
}
