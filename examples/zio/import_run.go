package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/term"

	"github.com/zio-collectief/zio/examples/internal/importer"
	"github.com/zio-collectief/zio/internal/workbook"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/intake"
)

// open opens a file to import.
func (a *app) open(name string, hidden bool) (*importer.File, error) {
	if name == "-" {
		if err := a.takeStdin(); err != nil {
			return nil, err
		}
	}
	f, err := importer.Open(name, a.in, importer.Options{Hidden: hidden, Progress: a.progress(name)})
	if problems := zio.ProblemsOfError(err); problems != nil {
		return nil, a.report(name, problems)
	}
	if err != nil {
		return nil, a.fileProblem(name, err)
	}
	return f, nil
}

// progress shows on a terminal how far reading is; nil where standard error is no terminal.
func (a *app) progress(name string) func(read, total int64) {
	f, ok := a.errs.Writer.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) || a.getenv("TERM") == "dumb" {
		return nil
	}
	var last time.Time
	return func(read, total int64) {
		if now := time.Now(); now.Sub(last) > 200*time.Millisecond {
			last = now
			if total > 0 {
				fmt.Fprintf(f, "\r\x1b[K%s %d%%", oneLine(masked(name)), 100*read/total)
			} else {
				fmt.Fprintf(f, "\r\x1b[K%s %d MB", oneLine(masked(name)), read>>20)
			}
		}
		if read >= total && total > 0 {
			fmt.Fprint(f, "\r\x1b[K")
		}
	}
}

// opened is a table of a file with what was left out of it.
type opened struct {
	*intake.Table
	sheet string         // "" where the file is no workbook
	text  *workbook.Text // of a sheet
}

// openTable opens the only table of a file, or a sheet of a workbook.
func (a *app) openTable(f *importer.File, name, sheet string, o intake.TableOptions) (*opened, error) {
	t := &opened{}
	var r io.Reader
	var err error
	if f.Sheets() == nil {
		r, err = f.Table()
	} else if t.text, err = f.Sheet(sheet); err == nil {
		r, t.sheet = t.text, cmp.Or(sheet, shownSheet(f))
		o.Encoding, o.Delimiter, o.Sheet = intake.UTF8, ';', true
	}
	if err == nil {
		t.Table, err = intake.OpenTable(r, o)
	}
	if err != nil {
		return nil, a.failed(name, err)
	}
	return t, nil
}

// shownSheet is the first sheet that is not hidden.
func shownSheet(f *importer.File) string {
	for _, s := range f.Sheets() {
		if !s.Hidden {
			return s.Name
		}
	}
	return ""
}

// leftOut says which rows and sheets of a workbook were not read.
func (a *app) leftOut(f *importer.File, t *opened, chosen []string) {
	if t.text == nil {
		return
	}
	if n := t.text.HiddenRows; n > 0 {
		a.note("{n#} verborgen rijen zijn niet gelezen; --hidden leest ze wel", "{n#} hidden rows were not read; --hidden reads them", int64(n))
	}
	var others []string
	for _, s := range f.Sheets() {
		if s.Name != t.sheet && len(others) < 20 {
			others = append(others, oneLine(masked(s.Name)))
		}
	}
	if len(chosen) == 0 && len(others) > 0 {
		fmt.Fprintln(a.errs, "zio: "+a.say("deze bladen zijn niet gelezen; kies met --sheet: ", "these sheets were not read; choose with --sheet: ")+strings.Join(others, ", "))
	}
}

// failed reports a problem of a file; any other error is given back as it is.
func (a *app) failed(name string, err error) error {
	if problems := zio.ProblemsOfError(err); problems != nil {
		return a.report(name, problems)
	}
	return err
}

// importMemory is what an import takes at most, as far as the garbage collector can help it, in bytes.
const importMemory = 96 << 20

// importPopulation reads files and writes a population.
func (a *app) importPopulation(f *importFlags, files []string) error {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(importMemory))
	o, err := f.options()
	if err != nil {
		return err
	}
	tables, err := f.table()
	if err != nil {
		return err
	}
	var to zio.Date
	var convert zio.ConvertOptions
	if f.to != "" {
		if to, err = zio.ParseDate(f.to); err != nil {
			return fmt.Errorf("--to: %w", err)
		}
	}
	switch f.splits {
	case "ask":
	case "by-weight":
		convert.Splits = zio.SplitByWeight
	default:
		return fmt.Errorf("--splits is ask or by-weight, not %q", f.splits)
	}
	if err := a.keepInputs(append(slices.Clone(files), f.postcodes, f.addresses), f.out, f.listed); err != nil {
		return err
	}
	lister, err := a.lister(f.listed)
	if err != nil {
		return err
	}
	if f.postcodes != "" {
		postcodes, err := a.importPostcodes(f.postcodes, lister)
		if err != nil {
			return err
		}
		o.Places = intake.PlacesOf(zio.Netherlands(), postcodes)
	}
	builder, err := a.addFiles(f, o, tables, files, lister)
	if closed := lister.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	p, problems := builder.Population()
	if len(problems) > 0 {
		return a.report(files[0], problems)
	}
	if used, unfit := builder.Totals(); used+unfit > 0 {
		a.note("van {n#} {n|vestiging|vestigingen} maakt het gepubliceerde totaal de marges nauwer", "of {n#} {n|site|sites} the published total narrows the ranges", int64(used))
		if unfit > 0 {
			a.note("van {n#} {n|vestiging|vestigingen} past het gepubliceerde totaal niet bij de telling; het is niet gebruikt", "of {n#} {n|site|sites} the published total does not fit the count; it was not used", int64(unfit))
		}
	}
	if f.addresses != "" {
		if err := a.addAddresses(p, f.addresses); err != nil {
			return err
		}
	}
	if n := builder.Adults(); n > 0 && !o.SplitAdults && len(f.mapping) == 0 {
		a.note("{n#} {n|leerling|leerlingen} of meer zijn 18 jaar of ouder; met --split-adults komen zij in eigen groepen", "{n#} {n|pupil|pupils} or more are 18 or older; --split-adults sets them apart", n)
	}
	if !to.IsZero() {
		var steps []zio.ConversionStep
		if p, steps, problems = p.Convert(zio.Netherlands(), to, convert); len(problems) > 0 {
			return a.report(files[0], problems)
		}
		for _, s := range steps {
			a.note("{n#} {n|leerling|leerlingen} van "+zio.Netherlands().Name(s.From)+" ("+s.From.String()+") {n|hoort|horen} vanaf "+s.On.String()+" bij "+zio.Netherlands().Name(s.To)+" ("+s.To.String()+")",
				"{n#} {n|pupil|pupils} of "+zio.Netherlands().Name(s.From)+" ("+s.From.String()+") {n|belongs|belong} to "+zio.Netherlands().Name(s.To)+" ("+s.To.String()+") from "+s.On.String()+" on", s.Count)
		}
	}
	if problems := p.Check(); len(problems) > 0 {
		return a.report(files[0], problems)
	}
	if err := a.writeTo(f.out, p.WriteDocument); err != nil {
		return err
	}
	if f.strict && lister.n > 0 {
		return a.report(files[0], zio.Problems{problemStrict.At("", "rows", strconv.FormatInt(lister.n, 10))})
	}
	return nil
}

var problemStrict = &zio.ProblemKind{Code: "import.rows-listed",

	NL: "{rows#} {rows|regel|regels} {rows|is|zijn} niet geplaatst. Met --strict is dat een fout.",
	EN: "{rows#} {rows|row|rows} {rows|was|were} not placed. With --strict that is a fault."}

// note prints a remark with a number on standard error.
func (a *app) note(nl, en string, n int64) {
	fmt.Fprintln(a.errs, "zio: "+zio.Fill(a.say(nl, en), a.lang, []zio.Param{{Name: "n", Value: strconv.FormatInt(n, 10)}}))
}

// addFiles reads all files into one population and tells of each what became of its rows.
func (a *app) addFiles(f *importFlags, o intake.PopulationOptions, tables intake.TableOptions, files []string, lister *lister) (*intake.Builder, error) {
	o.OnListed = lister.list
	builder, err := intake.NewBuilder(o)
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		if err := a.addFile(builder, f, tables, name, lister); err != nil {
			return nil, err
		}
	}
	return builder, nil
}

func (a *app) addFile(builder *intake.Builder, f *importFlags, tables intake.TableOptions, name string, lister *lister) error {
	file, err := a.open(name, f.hidden)
	if err != nil {
		return err
	}
	defer file.Close()
	sheets := f.sheets
	if len(sheets) == 0 || file.Sheets() == nil {
		sheets = []string{""}
	}
	for _, sheet := range sheets {
		table, err := a.openTable(file, name, sheet, tables)
		if err != nil {
			return err
		}
		if err := a.addTable(builder, f, file, table, name, lister); err != nil {
			return err
		}
		a.leftOut(file, table, f.sheets)
	}
	return nil
}

// addTable adds one table to a population.
func (a *app) addTable(builder *intake.Builder, f *importFlags, file *importer.File, table *opened, name string, lister *lister) error {
	lister.file = name
	report, err := builder.Add(table.Table, intake.Source{File: file.Name, Part: table.sheet, Digest: file.Digest})
	lister.flush()
	if err != nil {
		return a.failed(name, err)
	}
	a.importSummary(name, table.sheet, report)
	if f.suppressed == "" {
		if n := report.Count("intake.count-suppressed"); n > 0 {
			a.note("{n#} {n|regel|regels} met een afgeschermd aantal {n|telt|tellen} niet mee; kies met --suppressed zero, midpoint, exclude of ask", "{n#} {n|row|rows} with a suppressed count {n|does|do} not count; choose with --suppressed zero, midpoint, exclude or ask", n)
		}
	}
	return nil
}

// importSummary prints what became of the rows of a file.
func (a *app) importSummary(name, sheet string, r *intake.Report) {
	if sheet != "" {
		name += " [" + masked(sheet) + "]"
	}
	fmt.Fprintf(a.errs, "%s: %s\n", oneLine(masked(name)), r.Summary(a.lang))
	for _, reason := range r.Reasons {
		fmt.Fprintf(a.errs, "  %s %s\n", zio.FormatNumber(strconv.FormatInt(reason.Rows, 10), a.lang), reason.Kind.Code)
	}
	for _, count := range []struct {
		n      int64
		nl, en string
	}{
		{r.Decided, "afgeschermde aantallen ingevuld volgens --suppressed", "suppressed counts filled in as --suppressed says"},
		{r.Padded, "regels met aangevulde codes", "rows with padded codes"},
		{r.Blank, "lege regels", "blank lines"},
		{r.Above, "regels boven de kop overgeslagen", "lines above the header passed over"},
	} {
		if count.n > 0 {
			fmt.Fprintf(a.errs, "  %s %s\n", zio.FormatNumber(strconv.FormatInt(count.n, 10), a.lang), a.say(count.nl, count.en))
		}
	}
}

// importPostcodes reads a table of postcodes and municipalities.
func (a *app) importPostcodes(name string, lister *lister) (*intake.Postcodes, error) {
	file, err := a.open(name, false)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	table, err := a.openTable(file, name, "", intake.TableOptions{})
	if err != nil {
		return nil, err
	}
	lister.file = name
	postcodes, report, err := intake.ReadPostcodes(table.Table, intake.Options{OnListed: lister.list})
	lister.flush()
	if err != nil {
		return nil, a.failed(name, err)
	}
	a.importSummary(name, table.sheet, report)
	return postcodes, a.placedSome(name, report)
}

// addAddresses gives the sites of a population the names, boards and municipalities of a file of addresses.
func (a *app) addAddresses(p *zio.Population, name string) error {
	file, err := a.open(name, false)
	if err != nil {
		return err
	}
	defer file.Close()
	table, err := a.openTable(file, name, "", intake.TableOptions{})
	if err != nil {
		return err
	}
	places := map[zio.SiteCode]*zio.Site{}
	for i := range p.Sites {
		places[p.Sites[i].Code] = &p.Sites[i]
	}
	l, _ := a.lister("")
	l.file = name
	report, err := intake.ReadDuoAddresses(table.Table, intake.Options{OnListed: l.list}, func(r *intake.DuoAddressRow) error {
		s := places[r.Site]
		if s == nil {
			return intake.Outside
		}
		s.Name, s.Board, s.Municipality = r.Name, r.Board, r.Municipality
		return nil
	})
	l.flush()
	if err != nil {
		return a.failed(name, err)
	}
	a.importSummary(name, table.sheet, report)
	return nil
}
