// Command bench measures the settlement of every special school of the country, and the counts and shares in it against DuckDB.
//
//	npm ci --prefix examples/bench    (once)
//	go run ./examples/bench           (from the top of the tree)
//
// Every measurement is a process of its own, and the ways take turns, so that what else the machine does weighs on all of them. What
// counts is the processor time, the start of the process included; reported is the median of the rounds. Ours run on one core.
package main

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/schools"
)

var (
	rounds    = flag.Int("rounds", 5, "rounds")
	scenarios = flag.Int("scenarios", 20, "scenarios of the measurement of scenarios")
	here      = flag.String("bench", "examples/bench", "folder of this program")
	template  = flag.String("agreement", "examples/zio/templates/fixed-hours.json", "template")
	how       = flag.String("run", "", "what a measured process does; for the program itself")
)

func main() {
	flag.Parse()
	var err error
	if *how != "" {
		err = child(*how, os.Stdout)
	} else {
		err = bench()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// ways are what is measured, with what each is called.
var ways = []struct{ name, words string }{
	{"draft", "settled, without traces"},
	{"traced", "settled, with traces"},
	{"ranges", "settled, with the lowest and highest amount of each municipality"},
	{"scenarios", "scenarios: another rate, filled in and settled for each site"},
	{"counts", "counts and shares only, from CSV"},
	{"duckdb", "counts and shares only, from CSV, by DuckDB"},
}

type run struct {
	cpu, wall time.Duration
	rss       int64 // bytes
	out       []byte
}

func bench() error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	homes := filepath.Join(dir, "homes.csv")
	if err := writeHomes(homes); err != nil {
		return err
	}
	all := map[string][]run{}
	for range *rounds {
		for _, way := range ways {
			command := exec.Command(self, "-run", way.name, "-agreement", *template, "-scenarios", strconv.Itoa(*scenarios), homes)
			if way.name == "duckdb" {
				command = exec.Command("node", filepath.Join(*here, "duckdb.mjs"), homes)
			}
			r, err := measure(command)
			if err != nil {
				return fmt.Errorf("%s: %w", way.name, err)
			}
			all[way.name] = append(all[way.name], r)
		}
		if counts, duckdb := all["counts"], all["duckdb"]; !bytes.Equal(counts[len(counts)-1].out, duckdb[len(duckdb)-1].out) {
			return fmt.Errorf("DuckDB has other counts and shares")
		}
	}
	fmt.Printf("%d sites, %d rounds, medians.\n\n| way | processor time | on the clock | most memory |\n|---|--:|--:|--:|\n", len(special()), *rounds)
	for _, way := range ways {
		words := way.words
		if way.name == "scenarios" {
			words = strconv.Itoa(*scenarios) + " " + words
		}
		fmt.Printf("| %s | %s | %s | %d MiB |\n", words, median(all[way.name], func(r run) time.Duration { return r.cpu }).Round(time.Millisecond),
			median(all[way.name], func(r run) time.Duration { return r.wall }).Round(time.Millisecond), int64(median(all[way.name], func(r run) time.Duration { return time.Duration(r.rss) }))>>20)
	}
	var ratios []run
	for i := range all["duckdb"] {
		ratios = append(ratios, run{cpu: all["duckdb"][i].cpu * 100 / all["counts"][i].cpu})
	}
	fmt.Printf("\nDuckDB takes %.1f times the processor time of the same counts and shares (median of the ratios within a round).\n", float64(median(ratios, func(r run) time.Duration { return r.cpu }))/100)
	return nil
}

func measure(command *exec.Cmd) (run, error) {
	command.Stderr = os.Stderr
	command.Env = append(os.Environ(), "GOMAXPROCS=1")
	start := time.Now()
	out, err := command.Output()
	if err != nil {
		return run{}, err
	}
	r := run{wall: time.Since(start), cpu: command.ProcessState.UserTime() + command.ProcessState.SystemTime(), out: out}
	if usage, ok := command.ProcessState.SysUsage().(*syscall.Rusage); ok {
		r.rss = int64(usage.Maxrss) << 10
	}
	return r, nil
}

func median(list []run, of func(run) time.Duration) time.Duration {
	values := make([]time.Duration, len(list))
	for i := range list {
		values[i] = of(list[i])
	}
	slices.Sort(values)
	return values[len(values)/2]
}

// special are the sites of so and vso.
func special() []schools.School {
	return slices.DeleteFunc(schools.All(), func(s schools.School) bool { return s.Type == zio.SpecialBasic })
}

// writeHomes writes what DUO publishes of the sites, a line for each home.
func writeHomes(name string) error {
	var b strings.Builder
	b.WriteString("position,site,total,home,fewest,most\n")
	n := 0
	list := special()
	for i := range list {
		s := &list[i]
		for k := range s.Homes {
			h := &s.Homes[k]
			home := h.Municipality.String()
			if h.Elsewhere != 0 {
				home = string(rune(h.Elsewhere))
			}
			n++
			fmt.Fprintf(&b, "%d,%s,%d,%s,%d,%d\n", n, s.Code, s.Total, home, h.Fewest, h.Most)
		}
	}
	return os.WriteFile(name, []byte(b.String()), 0o600)
}

// child does what is measured.
func child(way string, out io.Writer) error {
	if way == "counts" {
		return counts(flag.Arg(0), out)
	}
	data, err := os.ReadFile(*template)
	if err != nil {
		return err
	}
	a, problems := analysis.ReadTemplate(data)
	if len(problems) > 0 {
		return problems.Err()
	}
	agreements := []*funding.Agreement{a}
	if way == "scenarios" {
		if agreements, err = rates(a, *scenarios); err != nil {
			return err
		}
	}
	sum := int64(0)
	list := special()
	for i := range list {
		p := list[i].Population(zio.ClaimJeugdwet)
		for _, x := range agreements {
			filled, problems := analysis.Fill(x, p, zio.Netherlands())
			if len(problems) > 0 {
				return problems.Err()
			}
			settle := funding.Draft
			if way == "traced" {
				settle = funding.Traced
			}
			result, problems := settle(filled, p)
			if len(problems) > 0 {
				return problems.Err()
			}
			if way == "ranges" {
				if _, problems := analysis.Range(filled, p); len(problems) > 0 {
					return problems.Err()
				}
			}
			for _, share := range result.Shares {
				sum += share.Amount.Cents()
			}
		}
	}
	_, err = fmt.Fprintln(out, sum)
	return err
}

// rates are a template with other rates: 50.00, 50.01, ...
func rates(a *funding.Agreement, n int) ([]*funding.Agreement, error) {
	p, err := analysis.ParameterOf(a, nil, "/components/0/cost/rate")
	if err != nil {
		return nil, err
	}
	var list []*funding.Agreement
	for i := range n {
		x, _, problems := p.In(a, nil, 5000+int64(i))
		if len(problems) > 0 {
			return nil, problems.Err()
		}
		list = append(list, x)
	}
	return list, nil
}

// counts is what DuckDB does too.
func counts(name string, out io.Writer) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	type row struct {
		sites  int64
		pupils zio.Range
	}
	rows := map[string]*row{}
	var homes []string
	var ranges []zio.Range
	site, total := "", int64(0)
	end := func() {
		zio.Narrow(ranges, total)
		for i, home := range homes {
			if len(home) != 4 {
				continue
			}
			r := rows[home]
			if r == nil {
				r = &row{}
				rows[home] = r
			}
			r.sites++
			r.pupils.Fewest += ranges[i].Fewest
			r.pupils.Most += ranges[i].Most
			r.pupils.Estimate += ranges[i].Estimate
		}
		homes, ranges = homes[:0], ranges[:0]
	}
	lines := csv.NewReader(bufio.NewReader(f))
	for n := 0; ; n++ {
		c, err := lines.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		if n == 0 {
			continue
		}
		if c[1] != site {
			end()
			site = c[1]
		}
		var numbers [3]int64
		for i, column := range [3]int{2, 4, 5} {
			if numbers[i], err = strconv.ParseInt(c[column], 10, 64); err != nil {
				return err
			}
		}
		total = numbers[0]
		homes, ranges = append(homes, c[3]), append(ranges, zio.Range{Fewest: numbers[1], Most: numbers[2]})
	}
	end()
	codes := make([]string, 0, len(rows))
	for code := range rows {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	w := bufio.NewWriter(out)
	for _, code := range codes {
		r := rows[code]
		fmt.Fprintf(w, "%s;%d;%d;%d;%d;%d\n", code, r.sites, r.pupils.Fewest, r.pupils.Most, r.pupils.Estimate, 240_000*r.pupils.Estimate)
	}
	return w.Flush()
}
