package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/zio-collectief/zio/zio"
)

const template = "../zio/templates/fixed-hours.json"

func TestMain(m *testing.M) { ptest.MainWithDefault(m, "prism") }

// zioBinary builds the command line.
func zioBinary(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "zio")
	build := exec.Command("go", "build", "-o", binary, ".")
	build.Dir = "../zio"
	build.Env = slices.DeleteFunc(os.Environ(), func(s string) bool { return strings.HasPrefix(s, "GOWORK=") })
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return binary
}

func records(t *testing.T, text string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// nation is what the command nation of zio says of a template: per municipality what it bears, at least and at most, in eurocents.
func nation(t *testing.T, binary, agreement string) map[string][3]int64 {
	t.Helper()
	out, err := exec.Command(binary, "nation", "--agreement", agreement, "--type", "so", "--format", "csv").Output()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][3]int64{}
	for _, row := range records(t, string(out)) {
		all[row[0]] = [3]int64{cents(t, row[6]), cents(t, row[7]), cents(t, row[8])}
	}
	return all
}

func cents(t *testing.T, text string) int64 {
	t.Helper()
	n, err := strconv.ParseInt(strings.Replace(text, ".", "", 1), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// scenarios runs the pipeline on Prism and gives per municipality what it bears in each scenario.
func scenarios(t *testing.T, grid []Axis, draws, chunk int, seed uint64) map[string][]int64 {
	t.Helper()
	file := filepath.Join(t.TempDir(), "scenarios.csv")
	if err := run(template, "so", file, grid, draws, chunk, seed, true); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]int64{}
	for _, row := range records(t, string(data)) {
		if row[2] != strconv.Itoa(len(all[row[0]])) {
			t.Fatalf("scenario %s of %s stands where %d should", row[2], row[0], len(all[row[0]]))
		}
		all[row[0]] = append(all[row[0]], cents(t, row[len(row)-1]))
	}
	return all
}

// Fifty scenarios, ten rates by five norms. Of three the command nation gives the same amounts for every municipality; of all of them
// an amount is that of the template, 60 minutes at 60.00, times norm x rate / (60 x 60): there are 40 weeks, so that 2,400.00 for
// each pupil becomes norm / 60 x rate x 40, which is whole euros for these norms.
func TestAgreesWithNation(t *testing.T) {
	grid := []Axis{{Pointer: "/components/0/cost/normMinutes", Values: []string{"30", "60", "90", "120", "330"}}, {Pointer: "/components/0/cost/rate"}}
	for rate := 50; rate < 60; rate++ {
		grid[1].Values = append(grid[1].Values, fmt.Sprintf("%d.00", rate))
	}
	all := scenarios(t, grid, 0, 7, 1)
	binary := zioBinary(t)
	base := nation(t, binary, template)
	if len(all) != len(base) || len(base) < 300 {
		t.Fatalf("%d municipalities, and the command nation has %d", len(all), len(base))
	}
	study := &Study{Grid: grid}
	for code, amounts := range all {
		if len(amounts) != 50 {
			t.Fatalf("%s has %d scenarios", code, len(amounts))
		}
		pupils := base[code][0] / 240_000
		for at, have := range amounts {
			values := study.values(at)
			norm, _ := strconv.ParseInt(values[0], 10, 64)
			if want := pupils * norm * cents(t, values[1]) * 40 / 60; have != want {
				t.Fatalf("%s bears %d in scenario %d, not %d", code, have, at, want)
			}
		}
	}
	document, err := os.ReadFile(template)
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []int{0, 23, 49} {
		values := study.values(at)
		changed := strings.Replace(strings.Replace(string(document), `"normMinutes": 60`, `"normMinutes": `+values[0], 1), `"rate": "60.00"`, `"rate": "`+values[1]+`"`, 1)
		file := filepath.Join(t.TempDir(), "template.json")
		if err := os.WriteFile(file, []byte(changed), 0o600); err != nil {
			t.Fatal(err)
		}
		for code, want := range nation(t, binary, file) {
			if all[code][at] != want[0] {
				t.Fatalf("scenario %d: %s bears %d, and the command nation says %d", at, code, all[code][at], want[0])
			}
		}
	}
}

// Fifty draws: no amount lies outside what the command nation gives as the lowest and the highest, the seed alone decides, and so
// the size of the pieces does not.
func TestDrawsLieWithinRanges(t *testing.T) {
	all, again, other := scenarios(t, nil, 50, 50, 1), scenarios(t, nil, 50, 9, 1), scenarios(t, nil, 50, 50, 2)
	ends := nation(t, zioBinary(t), template)
	differ := 0
	for code, amounts := range all {
		if !slices.Equal(amounts, again[code]) {
			t.Fatalf("%s: the same seed gives other amounts in smaller pieces", code)
		}
		if !slices.Equal(amounts, other[code]) {
			differ++
		}
		for _, n := range amounts {
			if n < ends[code][1] || n > ends[code][2] {
				t.Fatalf("%s bears %d, outside %d to %d", code, n, ends[code][1], ends[code][2])
			}
		}
	}
	if differ < 200 {
		t.Fatalf("another seed changes %d municipalities only", differ)
	}
}

// A site with a total comes to it in every draw.
func TestDrawsComeToTheTotal(t *testing.T) {
	list, err := ofTypes("so,vso")
	if err != nil {
		t.Fatal(err)
	}
	study := &Study{Draws: 3, Seed: 7}
	totals := 0
	for i := range list {
		p := list[i].Population(zio.ClaimJeugdwet)
		for draw := range 3 {
			sum := int64(0)
			for k, g := range study.drawn(p, draw).Groups {
				if low, high := ends(&p.Groups[k]); g.Pupils < low || g.Pupils > high {
					t.Fatalf("%s: %d is outside %d to %d", list[i].Code, g.Pupils, low, high)
				}
				sum += g.Pupils
			}
			if total := p.Sites[0].Pupils; total > 0 {
				totals++
				if sum != total {
					t.Fatalf("%s: %d pupils, not %d", list[i].Code, sum, total)
				}
			}
		}
	}
	if totals < 1000 {
		t.Fatalf("%d draws of a site with a total", totals)
	}
}

// Of ten amounts, 1 to 10: the mean 5.5 is rounded half up; one of ten is at most 1, five are at most 5, nine at most 9.
func TestDistribution(t *testing.T) {
	var out strings.Builder
	if err := writeDistributions(&out, []Row{{"0268", []int64{10, 9, 8, 7, 6, 5, 4, 3, 2, 1}}}); err != nil {
		t.Fatal(err)
	}
	want := "code,municipality,scenarios,mean,lowest,p10,median,p90,highest\n0268,Nijmegen,10,0.06,0.01,0.01,0.05,0.09,0.10\n"
	if out.String() != want {
		t.Fatalf("have %q, want %q", out.String(), want)
	}
}

func TestRefusals(t *testing.T) {
	for _, text := range []string{"", "rate=1", "/components/0/cost/rate", "/components/0/cost/rate="} {
		if _, err := ParseAxis(text); err == nil {
			t.Fatalf("%q is accepted", text)
		}
	}
	for _, axis := range []Axis{{"/components/9/cost/rate", []string{"1.00"}}, {"/components/0/cost/rate", []string{"much"}}, {"/components/0/cost/rate", []string{"-1.00"}}, {"/title", []string{"1"}}} {
		if err := run(template, "so", "x", []Axis{axis}, 0, 1, 1, false); err == nil {
			t.Fatalf("%v is accepted", axis)
		}
	}
	if err := run("../agreements/st-maartenschool/agreement.json", "so", "x", nil, 0, 1, 1, false); err == nil {
		t.Fatal("an agreement with municipalities is accepted")
	}
	if err := run(template, "havo", "x", nil, 0, 1, 1, false); err == nil {
		t.Fatal("an unknown type is accepted")
	}
}
