// Command beam settles a template for every special school of the country in many scenarios, as an Apache Beam pipeline: the same
// function as the command nation of zio, with the choice where it runs. See README.md.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/schools"
)

// axes are the flags --grid.
type axes []Axis

func (a *axes) String() string { return "" }

func (a *axes) Set(text string) error {
	axis, err := ParseAxis(text)
	if err == nil {
		*a = append(*a, axis)
	}
	return err
}

func main() {
	var grid axes
	agreement := flag.String("agreement", "../zio/templates/fixed-hours.json", "template: an agreement without municipalities")
	types := flag.String("type", "so,vso", "types of school: sbo, so, vso (so and vso take sites with both)")
	draws := flag.Int("draws", 0, "draw the numbers of pupils so many times within their ranges; 0: the estimate")
	seed := flag.Uint64("seed", 1, "another number gives other draws")
	chunk := flag.Int("chunk", 250, "most scenarios of a school that are settled in one piece")
	output := flag.String("output", "distributions.csv", "file to write: a path, or gs://...")
	each := flag.Bool("each", false, "a line for each municipality and scenario, not the distributions")
	flag.Var(&grid, "grid", "a parameter with its values, such as /components/0/cost/rate=50.00,60.00; several times")
	flag.Parse()
	beam.Init() // a worker goes on from here no further
	if err := run(*agreement, *types, *output, grid, *draws, *chunk, *seed, *each); err != nil {
		fmt.Fprintln(os.Stderr, "beam:", err)
		os.Exit(1)
	}
}

func run(agreement, types, output string, grid []Axis, draws, chunk int, seed uint64, each bool) error {
	template, err := os.ReadFile(agreement)
	if err != nil {
		return err
	}
	if draws < 0 || chunk < 1 {
		return fmt.Errorf("--draws is 0 or more and --chunk is 1 or more")
	}
	study := &Study{Template: template, Grid: grid, Draws: draws, Seed: seed}
	if err := study.Check(); err != nil {
		return err
	}
	list, err := ofTypes(types)
	if err != nil {
		return err
	}
	start := time.Now()
	p := beam.NewPipeline()
	Pipeline(p.Root(), study, list, chunk, output, each)
	if err := beamx.Run(context.Background(), p); err != nil {
		return err
	}
	fmt.Printf("%d schools, %d scenarios in %s: %s\n", len(list), study.Scenarios(), time.Since(start).Round(10*time.Millisecond), output)
	return nil
}

// ofTypes are the schools of some types.
func ofTypes(text string) ([]schools.School, error) {
	var types []zio.SchoolType
	for _, name := range strings.Split(text, ",") {
		t, err := zio.ParseSchoolType(name)
		if err != nil {
			return nil, err
		}
		if types = append(types, t); t == zio.SpecialPrimary || t == zio.SpecialSecondary {
			types = append(types, zio.SpecialBoth)
		}
	}
	list := slices.DeleteFunc(schools.All(), func(s schools.School) bool { return !slices.Contains(types, s.Type) })
	if len(list) == 0 {
		return nil, fmt.Errorf("there are no sites of type %s", text)
	}
	return list, nil
}
