package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// score is what became of the mutants of a package.
type score struct {
	of                                      string
	candidates                              int
	killed, elsewhere, equivalent, survived int
	unrun                                   int // when the time was up
}

// add counts one mutant; by is the package whose tests killed it, "" when it lives.
func (s *score) add(m *mutant, by, own, reason string, out io.Writer) {
	where := fmt.Sprintf("%s:%d", m.path, m.line)
	switch {
	case by == own:
		s.killed++
		if reason != "" {
			fmt.Fprintf(out, "KILLED, though the list says it is equivalent: %s\n", m.name())
		}
	case by != "":
		s.elsewhere++
		fmt.Fprintf(out, "killed by %s only: %s  [%s]\n", by, m.name(), where)
	case reason != "":
		s.equivalent++
	default:
		s.survived++
		fmt.Fprintf(out, "SURVIVED: %s  [%s, %s]\n", m.name(), where, m.kind)
	}
}

// run is how many mutants ran.
func (s *score) run() int { return s.killed + s.elsewhere + s.equivalent + s.survived }

// percentage of the mutants that could be killed.
func percentage(killed, of int) float64 {
	if of == 0 {
		return 100
	}
	return 100 * float64(killed) / float64(of)
}

// table prints the scores; false when one is under the least.
func table(out io.Writer, scores []score, least float64) bool {
	ok := true
	fmt.Fprintf(out, "\n| package | candidates | run | killed by own tests | killed elsewhere | equivalent | survived | own score | own score, equivalents counted | score of all |\n|---|---|---|---|---|---|---|---|---|---|\n")
	for _, s := range scores {
		real := s.run() - s.equivalent
		own := percentage(s.killed, real)
		ok = ok && own >= least
		fmt.Fprintf(out, "| %s | %d | %d | %d | %d | %d | %d | %.1f %% | %.1f %% | %.1f %% |\n", s.of, s.candidates, s.run(), s.killed, s.elsewhere, s.equivalent, s.survived,
			own, percentage(s.killed, s.run()), percentage(s.killed+s.elsewhere, real))
		if s.unrun > 0 {
			fmt.Fprintf(out, "the time was up: %d mutants of %s were not run\n", s.unrun, s.of)
		}
	}
	if !ok {
		fmt.Fprintf(out, "a score is under %.1f %%\n", least)
	}
	return ok
}

// readEquivalents reads the list of mutants that nobody can kill: on each line the name of the mutant, two spaces, # and the
// reason. Lines that begin with # say something about the list.
func readEquivalents(file string) (map[string]string, error) {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	list := map[string]string{}
	for in := bufio.NewScanner(f); in.Scan(); {
		line := strings.TrimSpace(in.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, reason, ok := strings.Cut(line, "  # ")
		if !ok || strings.TrimSpace(reason) == "" {
			return nil, fmt.Errorf("%s: no reason: %s", file, line)
		}
		if _, twice := list[name]; twice {
			return nil, fmt.Errorf("%s: twice: %s", file, name)
		}
		list[name] = reason
	}
	return list, nil
}
