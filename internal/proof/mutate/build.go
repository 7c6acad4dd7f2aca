package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// alive is the environment variable that says which mutant lives; it is also the name of the variable in the build.
const alive = "mutantAlive"

// build is one build of a package with its mutants inside.
type build struct {
	pkg      *pkg
	mutants  []*mutant
	folder   string
	overlay  string
	programs []program // the tests of the package, and those that also run
}

// program is the tests of one package, built.
type program struct {
	name, folder, path string
	tiers              []tier // from the quickest
}

// tier is a part of the tests that take about as long.
type tier struct {
	tests string        // a pattern of names
	most  time.Duration // after which they hang
}

// quick are the ends of the tiers: what a tier lets live the next one is asked.
var quick = []time.Duration{20 * time.Millisecond, 200 * time.Millisecond, 2 * time.Second, time.Hour}

func (b *build) clean() { os.RemoveAll(b.folder) }

// make builds the tests. Mutants that do not compile are left out.
func (b *build) make(also []*pkg) (err error) {
	if b.folder, err = os.MkdirTemp("", "mutate"); err != nil {
		return err
	}
	for {
		where, err := b.write()
		if err != nil {
			return err
		}
		text, err := exec.Command("go", "build", "-overlay", b.overlay, "-gcflags="+b.pkg.ImportPath+"=-e", "-o", os.DevNull, b.pkg.ImportPath).CombinedOutput()
		if err == nil {
			break
		}
		wrong := map[*mutant]bool{}
		for _, at := range regexp.MustCompile(`([^/\\\s]+\.go):(\d+):`).FindAllSubmatch(text, -1) {
			line, _ := strconv.Atoi(string(at[2]))
			if list := where[string(at[1])]; line <= len(list) && list[line-1] != nil {
				wrong[list[line-1]] = true
			}
		}
		if len(wrong) == 0 {
			return fmt.Errorf("does not build: %s", text)
		}
		b.mutants = slices.DeleteFunc(b.mutants, func(m *mutant) bool { return wrong[m] })
	}
	for _, p := range append([]*pkg{b.pkg}, also...) {
		one := program{name: p.ImportPath, folder: p.Dir, path: filepath.Join(b.folder, strconv.Itoa(len(b.programs))+".test")}
		if text, err := exec.Command("go", "test", "-c", "-vet=off", "-overlay", b.overlay, "-o", one.path, p.ImportPath).CombinedOutput(); err != nil {
			return fmt.Errorf("the tests of %s do not build: %s", p.ImportPath, text)
		}
		if _, err := os.Stat(one.path); errors.Is(err, os.ErrNotExist) {
			continue // it has no tests
		}
		killed, _, text := one.once(0, time.Hour, "-test.v")
		if killed {
			return fmt.Errorf("the tests of %s fail without a mutant: %s", p.ImportPath, text)
		}
		one.tiers = tiersOf(text)
		b.programs = append(b.programs, one)
	}
	return nil
}

var passed = regexp.MustCompile(`(?m)^(?:    )?--- PASS: (\w+)(/\S+)? \((\d+\.\d+)s\)`)

// tiersOf divides the tests that passed by the time that each took. A test whose parts run beside each other says of itself that it
// took no time: the times of its parts count then.
func tiersOf(text string) []tier {
	own, parts := map[string]time.Duration{}, map[string]time.Duration{}
	var order []string
	for _, at := range passed.FindAllStringSubmatch(text, -1) {
		seconds, _ := strconv.ParseFloat(at[3], 64)
		took := time.Duration(seconds * float64(time.Second))
		if at[2] != "" {
			parts[at[1]] += took
			continue
		}
		own[at[1]] = took
		order = append(order, at[1])
	}
	names := make([][]string, len(quick))
	times := make([]time.Duration, len(quick))
	for _, name := range order {
		took := max(own[name], parts[name])
		k := slices.IndexFunc(quick, func(end time.Duration) bool { return took < end })
		names[k] = append(names[k], name)
		times[k] += took
	}
	var tiers []tier
	for k, list := range names {
		if len(list) > 0 {
			tiers = append(tiers, tier{"^(" + strings.Join(list, "|") + ")$", 5*times[k] + 10*time.Second})
		}
	}
	return tiers
}

// write writes the files with the mutants, and tells of which mutant each line of them is.
func (b *build) write() (where map[string][]*mutant, err error) {
	replaced := map[string]string{}
	where = map[string][]*mutant{}
	for _, name := range b.pkg.GoFiles {
		var here []*mutant
		for _, m := range b.mutants {
			if m.file == name {
				here = append(here, m)
			}
		}
		if len(here) == 0 {
			continue
		}
		file := filepath.Join(b.pkg.Dir, name)
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		var out bytes.Buffer
		lines := func(piece string, of *mutant) {
			out.WriteString(piece)
			for range strings.Count(piece, "\n") {
				where[name] = append(where[name], of)
			}
		}
		slices.SortStableFunc(here, func(a, c *mutant) int { return a.body.open - c.body.open })
		from := 0
		for _, m := range here {
			lines(string(text[from:max(from, m.body.open+1)]), nil)
			from = max(from, m.body.open+1)
			lines("\n", nil)
			lines(m.copy(text), m)
		}
		lines(string(text[from:]), nil)
		replaced[file] = filepath.Join(b.folder, name)
		if err := os.WriteFile(replaced[file], out.Bytes(), 0o600); err != nil {
			return nil, err
		}
	}
	extra := filepath.Join(b.folder, "mutant_alive.go")
	code := "package " + b.pkg.Name + "\n\nimport (\n\t\"os\"\n\t\"strconv\"\n)\n\nvar " + alive + ", _ = strconv.Atoi(os.Getenv(\"" + alive + "\"))\n"
	if err := os.WriteFile(extra, []byte(code), 0o600); err != nil {
		return nil, err
	}
	replaced[filepath.Join(b.pkg.Dir, "mutant_alive.go")] = extra
	b.overlay = filepath.Join(b.folder, "overlay.json")
	overlay, err := json.Marshal(map[string]any{"Replace": replaced})
	if err != nil {
		return nil, err
	}
	return where, os.WriteFile(b.overlay, overlay, 0o600)
}

// copy is the body of the function with the change, for when the mutant lives; it ends with a line feed.
func (m *mutant) copy(text []byte) string {
	number := strconv.Itoa(m.number)
	var out strings.Builder
	out.WriteString("if " + alive + " == " + number + " {")
	from := m.body.open + 1
	labels := slices.Clone(m.body.labels)
	slices.Sort(labels)
	changed := false
	piece := func(until int) {
		out.Write(text[from:until])
		from = until
	}
	for _, end := range append(labels, m.body.close) {
		if !changed && m.from < end {
			piece(m.from)
			out.WriteString(m.after)
			from, changed = m.to, true
		}
		if end < from {
			continue // a label inside what was left out
		}
		piece(end)
		if end != m.body.close {
			out.WriteString("Of" + number)
		}
	}
	if !m.body.results {
		out.WriteString("\nreturn")
	}
	out.WriteString("\n}\n")
	return out.String()
}

// run runs the tests with one mutant alive, the quickest first, and reports whether they failed or did not end (then it hangs). Of
// a mutant that is said to be equivalent only the quickest are asked whether that is so.
func (p *program) run(number int, equivalent bool) (killed, hangs bool) {
	for _, tier := range p.tiers {
		if killed, hangs, _ = p.once(number, tier.most, "-test.run="+tier.tests); killed || equivalent {
			return killed, hangs
		}
	}
	return false, false
}

// once runs the tests with one mutant alive, 0 for none.
func (p *program) once(number int, most time.Duration, args ...string) (killed, hangs bool, text string) {
	ctx, cancel := context.WithTimeout(context.Background(), most)
	defer cancel()
	cmd := exec.CommandContext(ctx, p.path, append(args, "-test.short", "-test.failfast", "-test.timeout="+most.String())...)
	cmd.Dir = p.folder
	cmd.Env = append(os.Environ(), alive+"="+strconv.Itoa(number))
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	cmd.WaitDelay = time.Second
	err := cmd.Run()
	return err != nil, ctx.Err() != nil || strings.Contains(out.String(), "panic: test timed out after"), out.String()
}

// try runs the tests against every mutant.
func (b *build) try(o options, equivalents map[string]string, end time.Time, s *score, out io.Writer) error {
	if len(b.programs) == 0 {
		return errors.New("has no tests")
	}
	var mu sync.Mutex
	var group sync.WaitGroup
	next := make(chan *mutant)
	for range max(1, o.workers) {
		group.Add(1)
		go func() {
			defer group.Done()
			for m := range next {
				by, killed, hangs := "", false, false
				for _, p := range b.programs {
					if killed, hangs = p.run(m.number, equivalents[m.name()] != ""); killed {
						by = p.name
						break
					}
				}
				mu.Lock()
				if hangs { // on a busy machine it may have been slow only
					fmt.Fprintf(out, "DID NOT END, which counts as killed: %s\n", m.name())
				}
				s.add(m, by, b.pkg.ImportPath, equivalents[m.name()], out)
				mu.Unlock()
			}
		}()
	}
	for i, m := range b.mutants {
		if !end.IsZero() && time.Now().After(end) {
			s.unrun = len(b.mutants) - i
			break
		}
		next <- m
	}
	close(next)
	group.Wait()
	return nil
}
