package main

import (
	"fmt"
	"os"
	"strings"
)

// target is what is promised of a ratio.
type target struct {
	what    string
	ratio   func(m map[string][]run) []float64 // one for each round
	least   float64
	measure string
}

// times is how many times as much processor time the second way takes for a record, in each round.
func times(fast, slow string) func(m map[string][]run) []float64 {
	return func(m map[string][]run) []float64 {
		var list []float64
		for i := range m[fast] {
			list = append(list, m[slow][i].perRecord()/m[fast][i].perRecord())
		}
		return list
	}
}

func wall(fast, slow string) func(m map[string][]run) []float64 {
	return func(m map[string][]run) []float64 {
		var list []float64
		for i := range m[fast] {
			list = append(list, m[slow][i].wall.Seconds()/m[fast][i].wall.Seconds())
		}
		return list
	}
}

var targets = []target{
	{"Ajv, large file", times("zio large.ndjson", "ajv large.ndjson"), 8, "processor time"},
	{"Ajv, small file", times("zio small.ndjson", "ajv small.ndjson"), 8, "processor time"},
	{"encoding/json.Valid, which looks at the syntax only", times("zio large.ndjson", "valid large.ndjson"), 2, "processor time"},
	{"santhosh alone", times("zio large.ndjson", "santhosh few.ndjson"), 60, "processor time"},
	{"Ajv, members in any order", times("zio shuffled.ndjson", "ajv shuffled.ndjson"), 5, "processor time"},
	{"Ajv, spaces behind commas and colons", times("zio spaced.ndjson", "ajv spaced.ndjson"), 5, "processor time"},
	{"Ajv, characters outside ASCII escaped", times("zio escaped.ndjson", "ajv escaped.ndjson"), 5, "processor time"},
	{"Ajv, 1 % bad lines of 20 kinds", times("zio bad.ndjson", "ajv bad.ndjson"), 3, "processor time"},
	{"one worker, with two", wall("zio-2 large.ndjson", "zio large.ndjson"), 1.5, "time on the clock"},
}

// The most memory a process may take.
const mostMemory = 32 << 20

var rows = []struct{ key, name, file string }{
	{"zio large.ndjson", "this package", "lines"},
	{"zio-sum large.ndjson", "this package, with the sum of minutes per kind of care", "lines"},
	{"zio-2 large.ndjson", "this package, two workers", "lines"},
	{"zio large.json", "this package", "one document"},
	{"valid large.ndjson", "encoding/json.Valid (syntax only)", "lines"},
	{"ajv large.ndjson", "Ajv 8, compiled, strict", "lines"},
	{"santhosh few.ndjson", "santhosh-tekuri/jsonschema v5 alone", "lines (fewer)"},
	{"zio small.ndjson", "this package", "small"},
	{"valid small.ndjson", "encoding/json.Valid (syntax only)", "small"},
	{"ajv small.ndjson", "Ajv 8, compiled, strict", "small"},
	{"zio shuffled.ndjson", "this package", "small, members in any order"},
	{"ajv shuffled.ndjson", "Ajv 8, compiled, strict", "small, members in any order"},
	{"zio spaced.ndjson", "this package", "small, spaces"},
	{"ajv spaced.ndjson", "Ajv 8, compiled, strict", "small, spaces"},
	{"zio escaped.ndjson", "this package", "small, escapes"},
	{"ajv escaped.ndjson", "Ajv 8, compiled, strict", "small, escapes"},
	{"zio bad.ndjson", "this package", "small, 1 % bad"},
	{"ajv bad.ndjson", "Ajv 8, compiled, strict", "small, 1 % bad"},
}

func report(f *files, m map[string][]run) (text string, missed []string) {
	var b strings.Builder
	fmt.Fprintf(&b, "%s. %d rounds; medians.\n", machine(), *rounds)
	fmt.Fprintf(&b, "Lines: %d of %d bytes on average; small: %d.\n\n", *large, f.bytes["large.ndjson"]/int64(*large), *small)
	b.WriteString("| way | file | records per processor second | ns per record | allocations per record | peak memory, MiB |\n|---|---|--:|--:|--:|--:|\n")
	for _, row := range rows {
		var per, rss, allocs []float64
		for _, r := range m[row.key] {
			per = append(per, r.perRecord())
			rss = append(rss, float64(r.rss)/(1<<20))
			allocs = append(allocs, float64(r.Mallocs)/float64(r.Records))
		}
		ns := median(per)
		alloc := fmt.Sprintf("%.3f", median(allocs))
		if strings.HasPrefix(row.key, "ajv") {
			alloc = ""
		}
		fmt.Fprintf(&b, "| %s | %s | %.0f | %.0f | %s | %.0f |\n", row.name, row.file, 1e9/ns, ns, alloc, median(rss))
		if strings.HasPrefix(row.key, "zio") && median(rss)*(1<<20) > mostMemory {
			missed = append(missed, fmt.Sprintf("%s on %s takes %.0f MiB", row.name, row.file, median(rss)))
		}
	}
	b.WriteString("\n| how many times as fast as | measured | worst and best round | promised |\n|---|--:|--:|--:|\n")
	for _, t := range targets {
		list := t.ratio(m)
		low, high := list[0], list[0]
		for _, x := range list {
			low, high = min(low, x), max(high, x)
		}
		fmt.Fprintf(&b, "| %s (%s) | %.1f | %.1f - %.1f | %g |\n", t.what, t.measure, median(list), low, high, t.least)
		if median(list) < t.least {
			missed = append(missed, fmt.Sprintf("%s: %.1f instead of %g", t.what, median(list), t.least))
		}
	}
	return b.String(), missed
}

const begin, end = "<!-- measured: written by the program -->\n", "<!-- end of what was measured -->\n"

// writeReadme puts the tables between the marks of the file.
func writeReadme(path, text string) error {
	old, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	before, rest, ok := strings.Cut(string(old), begin)
	_, after, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		return fmt.Errorf("%s has no marks", path)
	}
	return os.WriteFile(path, []byte(before+begin+"\n"+text+"\n"+end+after), 0o644)
}
