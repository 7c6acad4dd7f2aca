package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/schools"
)

// Task is a school in some of the scenarios: from one to another (not that one).
type Task struct {
	Site     string
	From, To int
}

// Part is what one municipality bears in scenarios from one on, in eurocents.
type Part struct {
	From    int
	Amounts []int64
}

// Sums are the parts of one municipality, added up over schools: one for each place where a part begins.
type Sums struct{ Parts []Part }

func init() {
	register.DoFn3x1[context.Context, Task, func(string, Part), error](&settleFn{})
	register.Emitter2[string, Part]()
	register.Combiner3[Sums, Part, Sums](&sumFn{})
	register.DoFn2x1[string, Sums, Row](&rowFn{})
	register.DoFn3x1[context.Context, int, func(*Row) bool, error](&writeFn{})
	register.Iter1[Row]()
}

// Pipeline adds the steps to a scope: every school in every scenario, added up per municipality, and written to a file.
func Pipeline(scope beam.Scope, study *Study, list []schools.School, chunk int, output string, each bool) {
	var tasks []Task
	for i := range list {
		for from := 0; from < study.Scenarios(); from += chunk {
			tasks = append(tasks, Task{list[i].Code.String(), from, min(from+chunk, study.Scenarios())})
		}
	}
	spread := beam.Reshuffle(scope, beam.CreateList(scope, tasks))
	borne := beam.ParDo(scope, &settleFn{Study: *study}, spread)
	sums := beam.CombinePerKey(scope, &sumFn{}, borne)
	rows := beam.ParDo(scope, &rowFn{Scenarios: study.Scenarios()}, sums)
	together := beam.GroupByKey(scope, beam.AddFixedKey(scope, rows))
	beam.ParDo0(scope, &writeFn{Study: *study, Output: output, Each: each}, together)
}

// settleFn settles tasks.
type settleFn struct {
	Study     Study
	templates map[int]*funding.Agreement // by choice, read once for each worker
}

func (f *settleFn) ProcessElement(_ context.Context, task Task, emit func(string, Part)) error {
	code, err := zio.ParseSiteCode(task.Site)
	if err != nil {
		return err
	}
	school, found := schools.Find(code)
	if !found {
		return fmt.Errorf("%s is not a site", task.Site)
	}
	out, err := f.Study.settle(school, task.From, task.To, func(choice int) (*funding.Agreement, error) {
		if x := f.templates[choice]; x != nil {
			return x, nil
		}
		x, err := f.Study.template(choice)
		if err == nil {
			if f.templates == nil {
				f.templates = map[int]*funding.Agreement{}
			}
			f.templates[choice] = x
		}
		return x, err
	})
	for municipality, amounts := range out {
		emit(municipality, Part{task.From, amounts})
	}
	return err
}

// sumFn adds parts up that begin at the same scenario.
type sumFn struct{}

func (*sumFn) CreateAccumulator() Sums { return Sums{} }

func (*sumFn) AddInput(sums Sums, part Part) Sums {
	for i := range sums.Parts {
		if p := &sums.Parts[i]; p.From == part.From {
			for k, n := range part.Amounts {
				p.Amounts[k] += n
			}
			return sums
		}
	}
	sums.Parts = append(sums.Parts, Part{part.From, slices.Clone(part.Amounts)})
	return sums
}

func (f *sumFn) MergeAccumulators(a, b Sums) Sums {
	for _, part := range b.Parts {
		a = f.AddInput(a, part)
	}
	return a
}

func (*sumFn) ExtractOutput(sums Sums) Sums { return sums }

// Row is one municipality with what it bears in each scenario.
type Row struct {
	Municipality string
	Amounts      []int64
}

type rowFn struct{ Scenarios int }

func (f *rowFn) ProcessElement(municipality string, sums Sums) Row {
	amounts := make([]int64, f.Scenarios) // zero where no school of the scenario has pupils of it
	for _, part := range sums.Parts {
		copy(amounts[part.From:], part.Amounts)
	}
	return Row{municipality, amounts}
}

// writeFn writes the rows to a file, in order of code.
type writeFn struct {
	Study  Study
	Output string
	Each   bool
}

func (f *writeFn) ProcessElement(ctx context.Context, _ int, next func(*Row) bool) error {
	var rows []Row
	for row := (Row{}); next(&row); row = (Row{}) {
		rows = append(rows, row)
	}
	slices.SortFunc(rows, func(a, b Row) int { return strings.Compare(a.Municipality, b.Municipality) })
	fs, err := filesystem.New(ctx, f.Output)
	if err != nil {
		return err
	}
	defer fs.Close()
	w, err := fs.OpenWrite(ctx, f.Output)
	if err != nil {
		return err
	}
	if f.Each {
		err = writeScenarios(w, &f.Study, rows)
	} else {
		err = writeDistributions(w, rows)
	}
	if closed := w.Close(); err == nil {
		err = closed
	}
	return err
}

// writeDistributions writes a line for each municipality: in how many scenarios, the mean, and the amounts that none, a tenth, half,
// nine tenths and all of the scenarios do not exceed.
func writeDistributions(to io.Writer, rows []Row) error {
	w := csv.NewWriter(to)
	_ = w.Write([]string{"code", "municipality", "scenarios", "mean", "lowest", "p10", "median", "p90", "highest"})
	for _, row := range rows {
		list := slices.Sorted(slices.Values(row.Amounts))
		sum := int64(0)
		for _, n := range list {
			sum += n
		}
		_ = w.Write([]string{row.Municipality, name(row.Municipality), strconv.Itoa(len(list)), euro(mean(sum, int64(len(list)))),
			euro(list[0]), euro(quantile(list, 1, 10)), euro(quantile(list, 1, 2)), euro(quantile(list, 9, 10)), euro(list[len(list)-1])})
	}
	w.Flush()
	return w.Error()
}

// quantile is the smallest amount that at least n in d of the scenarios do not exceed.
func quantile(sorted []int64, n, d int) int64 {
	return sorted[max(0, (len(sorted)*n+d-1)/d-1)]
}

// mean rounds half up.
func mean(sum, n int64) int64 {
	q, r := sum/n, sum%n
	if r < 0 {
		q, r = q-1, r+n
	}
	if 2*r >= n {
		q++
	}
	return q
}

// writeScenarios writes a line for each municipality and scenario, with the values of the parameters.
func writeScenarios(to io.Writer, study *Study, rows []Row) error {
	w := csv.NewWriter(to)
	head := []string{"code", "municipality", "scenario"}
	for _, axis := range study.Grid {
		head = append(head, axis.Pointer)
	}
	_ = w.Write(append(head, "bears"))
	for _, row := range rows {
		for at, cents := range row.Amounts {
			line := append([]string{row.Municipality, name(row.Municipality), strconv.Itoa(at)}, study.values(at/study.draws())...)
			_ = w.Write(append(line, euro(cents)))
		}
	}
	w.Flush()
	return w.Error()
}

func name(municipality string) string {
	code, err := zio.ParseMunicipalityCode(municipality)
	if err != nil {
		return municipality
	}
	return zio.Netherlands().Name(code)
}

func euro(cents int64) string { return money.EuroFromCents(cents).String() }
