// Command bench measures the validation of pupil lines against the full validator alone, against a check
// of the syntax only, and against Ajv, the fastest validator of JavaScript.
//
//	npm ci --prefix schema/bench      (once)
//	go run ./schema/bench             (from the top of the tree; -readme writes the table to README.md)
//
// Every measurement is a process of its own, and the ways take turns, so that what else the machine does
// weighs on all of them. What counts is the processor time of the process, its start included; compared
// are the ways within one round, and reported is the median over the rounds.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/zio-collectief/zio/internal/proof/pupillines"
	"github.com/zio-collectief/zio/schema"
)

var (
	rounds = flag.Int("rounds", 7, "rounds")
	small  = flag.Int("small", 200_000, "lines of the small file")
	large  = flag.Int("large", 1_000_000, "lines of the large file")
	few    = flag.Int("few", 20_000, "lines of the file for the full validator")
	dir    = flag.String("dir", "", "folder for the files (default: a new one that is removed)")
	here   = flag.String("bench", "schema/bench", "folder of this program")
	readme = flag.Bool("readme", false, "write the table to README.md of this program")
	strict = flag.Bool("strict", false, "fail when a target is missed")
	how    = flag.String("run", "", "what a measured process does; for the program itself")
)

func main() {
	flag.Parse()
	var err error
	if *how != "" {
		err = child(*how, flag.Arg(0))
	} else {
		err = bench()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// way is one way of validating one file.
type way struct {
	name    string // "zio"
	file    string
	records int64
	valid   int64
}

// run is one measurement.
type run struct {
	cpu, wall time.Duration
	rss       int64 // bytes
	outcome
}

func (r run) perRecord() float64 { return float64(r.cpu.Nanoseconds()) / float64(r.Records) }

func (w *way) measure(f *files, self string) (run, error) {
	command := exec.Command(self, "-run", w.name, f.path(w.file))
	if w.name == "ajv" {
		command = exec.Command("node", filepath.Join(*here, "ajv.mjs"), f.path("pupil.schema.json"), f.path(w.file))
	}
	command.Stderr = os.Stderr
	start := time.Now()
	out, err := command.Output()
	if err != nil {
		return run{}, fmt.Errorf("%s on %s: %w", w.name, w.file, err)
	}
	r := run{wall: time.Since(start), cpu: command.ProcessState.UserTime() + command.ProcessState.SystemTime()}
	if usage, ok := command.ProcessState.SysUsage().(*syscall.Rusage); ok {
		r.rss = int64(usage.Maxrss) << 10
	}
	if err := json.Unmarshal(out, &r.outcome); err != nil {
		return run{}, fmt.Errorf("%s on %s wrote %q", w.name, w.file, out)
	}
	if r.Records != w.records || r.Valid != w.valid {
		return run{}, fmt.Errorf("%s on %s found %d of %d records valid, not %d of %d", w.name, w.file, r.Valid, r.Records, w.valid, w.records)
	}
	if w.file == "large.json" { // one document of many records
		r.Records = int64(*large)
	}
	return r, nil
}

func bench() error {
	f := &files{dir: *dir, bytes: map[string]int64{}}
	if f.dir == "" {
		made, err := os.MkdirTemp("", "zio-bench-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(made)
		f.dir = made
	}
	if _, err := os.Stat(filepath.Join(*here, "node_modules")); err != nil {
		return fmt.Errorf("Ajv is missing: run npm ci --prefix %s", *here)
	}
	if err := os.WriteFile(f.path("pupil.schema.json"), schema.Document(schema.Pupil), 0o644); err != nil {
		return err
	}
	for _, err := range []error{
		f.lines("few.ndjson", *few, pupillines.Style{}, 0),
		f.lines("small.ndjson", *small, pupillines.Style{}, 0),
		f.lines("large.ndjson", *large, pupillines.Style{}, 0),
		f.lines("shuffled.ndjson", *small, pupillines.Style{Shuffled: true}, 0),
		f.lines("spaced.ndjson", *small, pupillines.Style{Spaced: true}, 0),
		f.lines("escaped.ndjson", *small, pupillines.Style{Escaped: true}, 0),
		f.lines("bad.ndjson", *small, pupillines.Style{}, 100),
		f.document("large.json", *large),
	} {
		if err != nil {
			return err
		}
	}
	var ways []way
	add := func(file string, records, valid int64, names ...string) {
		for _, name := range names {
			ways = append(ways, way{name, file, records, valid})
		}
	}
	smalls, larges, fews := int64(*small), int64(*large), int64(*few)
	add("few.ndjson", fews, fews, "santhosh")
	add("large.ndjson", larges, larges, "zio", "valid", "ajv", "zio-sum", "zio-2")
	add("large.json", 1, 1, "zio")
	add("small.ndjson", smalls, smalls, "zio", "valid", "ajv")
	for _, style := range []string{"shuffled", "spaced", "escaped"} {
		add(style+".ndjson", smalls, smalls, "zio", "ajv")
	}
	// Of the twenty kinds of bad lines two are bad by the policy of this project only: a member that stands
	// twice and an exponent. Ajv, which reads with JSON.parse, accepts those.
	wrong, kinds := smalls/100, int64(len(pupillines.Wrongs()))
	add("bad.ndjson", smalls, smalls-wrong, "zio")
	add("bad.ndjson", smalls, smalls-wrong+2*wrong/kinds, "ajv")
	self, err := os.Executable()
	if err != nil {
		return err
	}
	measured := map[string][]run{}
	for round := range *rounds {
		for i := range ways {
			r, err := ways[i].measure(f, self)
			if err != nil {
				return err
			}
			key := ways[i].name + " " + ways[i].file
			measured[key] = append(measured[key], r)
		}
		fmt.Fprintf(os.Stderr, "round %d of %d\n", round+1, *rounds)
	}
	text, missed := report(f, measured)
	fmt.Print(text)
	if *readme {
		if err := writeReadme(filepath.Join(*here, "README.md"), text); err != nil {
			return err
		}
	}
	if *strict && len(missed) > 0 {
		return fmt.Errorf("missed: %s", strings.Join(missed, "; "))
	}
	return nil
}

func median(list []float64) float64 {
	list = slices.Sorted(slices.Values(list))
	if n := len(list); n%2 == 1 {
		return list[n/2]
	} else {
		return (list[n/2-1] + list[n/2]) / 2
	}
}

func machine() string {
	name := runtime.GOARCH
	if text, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for line := range strings.Lines(string(text)) {
			if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == "model name" {
				name = strings.TrimSpace(value)
				break
			}
		}
	}
	node, _ := exec.Command("node", "--version").Output()
	return fmt.Sprintf("%d processors %s, %s, Node %s", runtime.NumCPU(), name, runtime.Version(), strings.TrimSpace(string(node)))
}
