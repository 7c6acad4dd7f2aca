// Command mutate changes the code of packages in small ways and looks which changes their tests see (mutatietest).
//
//	go run ./internal/proof/mutate [flags] PACKAGE...
//
// A mutant is a copy of one function with one change: another operator, comparison, end of a range or constant, a condition
// that always or never holds, a statement left out. All mutants of a package are put into one build by an overlay, so that no
// file changes; a run of the tests is told by the environment which of them is alive. A mutant is killed when the tests fail
// or do not end; the quickest tests run first. One that nobody can kill, because it does what the code does, stands in
// equivalent.txt with the reason.
//
// Without -since it takes a sample that the seed decides, as many of each kind. With -since it takes the lines that changed
// since a commit.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

func main() {
	var o options
	flag.IntVar(&o.count, "n", 150, "mutants of each package, 0 for all")
	flag.Uint64Var(&o.seed, "seed", 20260, "seed of the sample")
	flag.StringVar(&o.since, "since", "", "only lines that changed since this commit")
	flag.StringVar(&o.also, "also", "", "packages, divided by commas, whose tests run on what a package's own tests let live")
	flag.IntVar(&o.workers, "workers", 1, "mutants at a time")
	flag.DurationVar(&o.most, "most", 0, "stop after this time; what was not run is said")
	flag.StringVar(&o.only, "only", "", "only mutants whose name has this text, or one of these, divided by |")
	flag.Float64Var(&o.least, "least", 0, "fail when the score of a package's own tests is under this percentage")
	flag.StringVar(&o.equivalents, "equivalents", "internal/proof/mutate/equivalent.txt", "list of mutants that nobody can kill")
	flag.Parse()
	if flag.NArg() == 0 && o.since == "" {
		flag.Usage()
		os.Exit(2)
	}
	ok, err := run(o, flag.Args(), os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(2)
	}
	if !ok {
		os.Exit(1)
	}
}

type options struct {
	count, workers    int
	seed              uint64
	since, also, only string
	equivalents       string
	most              time.Duration
	least             float64
}

// run mutates the packages one after the other and reports; false when a score is under the least.
func run(o options, patterns []string, out *os.File) (bool, error) {
	equivalents, err := readEquivalents(o.equivalents)
	if err != nil {
		return false, err
	}
	lines, err := changedLines(o.since)
	if err != nil {
		return false, err
	}
	if len(patterns) == 0 {
		for file := range lines {
			if folder := "./" + filepath.ToSlash(filepath.Dir(file)); !slices.Contains(patterns, folder) {
				patterns = append(patterns, folder)
			}
		}
		slices.Sort(patterns)
		if len(patterns) == 0 {
			fmt.Fprintln(out, "no Go file changed since", o.since)
			return true, nil
		}
	}
	packages, err := list(patterns)
	if err != nil {
		return false, err
	}
	var also []*pkg
	if o.also != "" {
		if also, err = list(strings.Split(o.also, ",")); err != nil {
			return false, err
		}
	}
	end := time.Time{}
	if o.most > 0 {
		end = time.Now().Add(o.most)
	}
	var scores []score
	for _, p := range packages {
		found, err := p.mutants()
		if err != nil {
			return false, err
		}
		if o.since != "" {
			found = slices.DeleteFunc(found, func(m *mutant) bool { return !lines[m.path][m.line] })
		}
		found = slices.DeleteFunc(found, func(m *mutant) bool {
			return !slices.ContainsFunc(strings.Split(o.only, "|"), func(part string) bool { return strings.Contains(m.name(), part) })
		})
		if len(found) == 0 {
			continue
		}
		if !end.IsZero() && time.Now().After(end) {
			fmt.Fprintf(out, "no time left for %s: %d mutants\n", p.ImportPath, len(found))
			continue
		}
		s := score{of: p.ImportPath, candidates: len(found)}
		build := &build{pkg: p, mutants: found}
		if o.count > 0 {
			build.mutants = sample(found, o.count+o.count/2, o.seed) // half more, as some do not compile
		}
		if err := build.make(also); err != nil {
			return false, fmt.Errorf("%s: %w", p.ImportPath, err)
		}
		if o.count > 0 {
			build.mutants = sample(build.mutants, o.count, o.seed)
		}
		err = build.try(o, equivalents, end, &s, out)
		build.clean()
		if err != nil {
			return false, fmt.Errorf("%s: %w", p.ImportPath, err)
		}
		scores = append(scores, s)
	}
	if len(scores) == 0 {
		fmt.Fprintln(out, "no mutant stands there, or none could be looked at")
		return true, nil
	}
	return table(out, scores, o.least), nil
}

// sample takes n mutants, as many of each kind as there are, in the order of the source. The seed decides which.
func sample(all []*mutant, n int, seed uint64) []*mutant {
	if len(all) <= n {
		return all
	}
	kinds := map[string][]*mutant{}
	for _, m := range all {
		kinds[m.kind] = append(kinds[m.kind], m)
	}
	names := make([]string, 0, len(kinds))
	for name := range kinds {
		names = append(names, name)
	}
	slices.Sort(names)
	random := rand.New(rand.NewPCG(seed, 1))
	for _, name := range names {
		list := kinds[name]
		random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	}
	var taken []*mutant
	for i := 0; len(taken) < n; i++ {
		for _, name := range names {
			if i < len(kinds[name]) && len(taken) < n {
				taken = append(taken, kinds[name][i])
			}
		}
	}
	slices.SortFunc(taken, func(a, b *mutant) int { return a.number - b.number })
	return taken
}
