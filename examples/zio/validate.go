package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/examples/internal/verdict"
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

func newValidate(a *app) *cobra.Command {
	v := &validation{app: a}
	cmd := &cobra.Command{
		Use:   "validate FILE|FOLDER...",
		Short: "Say whether documents are right, and if not what is wrong and where",
		Long: `Validate exchange documents (uitwisselbestanden): against the JSON Schema of their
kind, and beyond it: codes that exist on the day, sums, dates in the school year, a
pupil who stands twice, a result that follows from its agreement and population when
these are given too, also on lines; which belong together the receipt of the result says.

Files may be documents or lines (NDJSON), plain or compressed with gzip, and pipes; each
is read once. A folder is searched for .json, .ndjson and .jsonl files; - is standard
input. The kind of a document follows from its $schema, or from --kind. What could not
be checked, such as the meaning of a document above 64 MiB, is a problem and not valid.

--publish=refuse finds numbers that could point at a single pupil (1 to 4) and pupil
lines; --publish=round writes a population whose numbers are rounded to fives.`,
		Example: `  zio validate agreement.json population.json result.json
  zio validate folder --format sarif > findings.sarif
  zio validate pupils.ndjson.gz --kind pupil
  zio import duo leerlingen.csv | zio validate -`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, names []string) error { return v.run(names) },
	}
	formatFlag(cmd, &v.format, "text", "json", "sarif")
	cmd.Flags().StringVar(&v.kind, "kind", "", "kind of the files: "+strings.Join(kindNames(), ", ")+" (default: what their $schema says)")
	cmd.Flags().IntVar(&v.most, "max-problems", 100, "most problems that are shown of one file; all are counted")
	cmd.Flags().StringVar(&v.publish, "publish", "", "refuse or round numbers that could point at a single pupil")
	return cmd
}

// validation is one run of the command.
type validation struct {
	*app
	format, kind, publish string
	most                  int
	findings              []finding
	files, bad            int64
	records, valid        int64
	codes                 map[string]int64
	reports               []fileReport
	together              together
}

// finding is one problem with the file that it is in.
type finding struct {
	file string
	p    zio.Problem
}

func (v *validation) run(names []string) error {
	if v.kind != "" && !slices.Contains(kindNames(), v.kind) {
		return fmt.Errorf("--kind is one of %s, not %q", strings.Join(kindNames(), ", "), v.kind)
	}
	if v.publish != "" && v.publish != "refuse" && v.publish != "round" {
		return fmt.Errorf("--publish is refuse or round, not %q", v.publish)
	}
	if v.most < 1 {
		return errors.New("--max-problems is a number above 0")
	}
	v.codes = map[string]int64{}
	files, err := v.expand(names)
	if err != nil {
		return err
	}
	if v.publish == "round" {
		if err := v.round(files); err != nil || v.bad == 0 {
			return err
		}
		return errData
	}
	for _, name := range files {
		if err := v.file(name); err != nil {
			return err
		}
	}
	v.compare()
	return v.finish()
}

// expand replaces folders by the documents in them, in order of name. A pipe or a device in a folder is not read: it could keep
// the program waiting for ever, and nobody named it. A link to a folder in it is not followed, and said.
func (v *validation) expand(names []string) ([]string, error) {
	var files []string
	for _, name := range names {
		info, err := os.Stat(name)
		if name == "-" || err == nil && !info.IsDir() {
			files = append(files, name)
			continue
		}
		if err != nil {
			return nil, v.fileProblem(name, err)
		}
		found := false
		err = filepath.WalkDir(name+string(filepath.Separator), func(path string, d fs.DirEntry, err error) error {
			if err == nil && d.Type()&fs.ModeSymlink != 0 {
				if info, err := os.Stat(path); err == nil && info.IsDir() { // its documents are not looked for: it could lead back here
					found = true
					v.notRead(path)
					return nil
				}
			}
			if err != nil || d.IsDir() || !isDocument(path) {
				return err
			}
			found = true
			if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
				v.notRead(path)
			} else {
				files = append(files, path)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		if !found {
			return nil, errors.New(v.fill("in map {name} staan geen documenten (.json, .ndjson, .jsonl)", "folder {name} has no documents (.json, .ndjson, .jsonl)", "name", name))
		}
	}
	return files, nil
}

var problemNotRegular = &zio.ProblemKind{Code: "file.not-regular", NL: "Dit is geen gewoon bestand. Het is niet gecontroleerd.", EN: "This is not a regular file. It was not checked."}

// notRead says of something in a folder that it was not checked.
func (v *validation) notRead(path string) {
	v.files++
	v.bad++
	v.codes[problemNotRegular.Code]++
	v.add(path, problemNotRegular.At(""))
}

func isDocument(path string) bool {
	name := strings.TrimSuffix(strings.ToLower(path), ".gz")
	return strings.HasSuffix(name, ".json") || strings.HasSuffix(name, ".ndjson") || strings.HasSuffix(name, ".jsonl")
}

// file validates one file by one reading: by the schema, and what it accepts by its meaning.
func (v *validation) file(name string) error {
	options := []schema.Option{schema.WithWorkers(runtime.GOMAXPROCS(0)), schema.WithMeaning(schema.Meaning{Atlas: zio.Netherlands(), Publish: v.publish == "refuse"})}
	if v.kind != "" {
		options = append(options, schema.WithKind(schema.Kind(v.kind)))
	}
	shown := 0
	options = append(options, schema.WithEach(func(p zio.Problem) bool {
		if shown++; shown <= v.most {
			v.add(name, p)
		}
		return true
	}), schema.WithContent(func(kind schema.Kind, line int64, doc []byte) { v.together.keep(name, line, kind, doc) }))
	bar := v.progress(name)
	options = append(options, schema.WithProgress(bar.show))
	var report schema.Report
	if name != "-" {
		report, _ = schema.File(name, options...)
	} else if err := v.takeStdin(); err != nil {
		return err
	} else {
		report, _ = schema.Check(v.in, options...)
	}
	bar.end()
	if report.Problems == 0 && report.Records == 0 { // an upload that broke off at once is not a right one
		p := verdict.NoLines.At("")
		v.add(name, p)
		report.Problems, report.Codes = 1, append(report.Codes, schema.CodeCount{Code: p.Code(), Count: 1})
	}
	v.files++
	v.records += report.Records
	v.valid += report.Valid
	for _, c := range report.Codes {
		v.codes[c.Code] += c.Count
	}
	if hidden := report.Problems - int64(v.most); hidden > 0 && v.format == "text" {
		v.out.Flush()
		fmt.Fprintln(v.errs, oneLine(masked(name))+": "+v.fill("en nog {n#} problemen; zie --max-problems", "and {n#} more problems; see --max-problems", "n", itoa(hidden)))
	}
	v.reports = append(v.reports, fileReport{name, report})
	if report.Problems > 0 {
		v.bad++
	}
	return nil
}

// fileReport is what became of a file.
type fileReport struct {
	name string
	schema.Report
}

// verdicts says of each file that is right what it is, and what was not looked at.
func (v *validation) verdicts() {
	for _, f := range v.reports {
		if f.Problems > 0 || v.together.bad[f.name] {
			continue
		}
		what := string(f.Kind)
		if f.Lines {
			what += ", " + v.fill("{n#} {n|regel|regels}", "{n#} {n|line|lines}", "n", itoa(f.Records))
		}
		if v.together.alone[f.name] {
			what += "; " + v.say("niet nagerekend: geef ook de overeenkomst en de populatie", "not calculated again: give the agreement and the population as well")
		} else if v.together.apart[f.name] {
			what += "; " + v.say("niet samen bekeken: geef één overeenkomst en één populatie", "not looked at together: give one agreement and one population")
		} else if len(v.notChecked(f)) > 0 {
			what += "; " + v.say("niet nagerekend", "not calculated again")
		}
		v.println(oneLine(masked(f.name)), ": ", v.say("goed", "valid"), " (", what, ")")
	}
}

// notChecked is what was not looked at in a file that is right as it stands.
func (v *validation) notChecked(f fileReport) zio.Problems {
	if f.Problems > 0 || v.together.bad[f.name] || v.together.again[f.name] {
		return nil
	}
	if v.together.apart[f.name] {
		return zio.Problems{problemApart.At("")}
	}
	return verdict.NotChecked(f.Kind)
}

// compare checks the documents against each other.
func (v *validation) compare() {
	v.together.check(func(file string, p zio.Problem) {
		v.codes[p.Code()]++
		v.add(file, p)
	})
	for _, f := range v.reports {
		if f.Problems == 0 && v.together.bad[f.name] {
			v.bad++
		}
	}
	v.valid -= v.together.wrong
}

func (v *validation) add(file string, p zio.Problem) {
	if v.format == "text" {
		v.app.report(file, zio.Problems{p})
		return
	}
	v.findings = append(v.findings, finding{masked(file), p})
}

// finish prints the summary, and gives errData when something is wrong.
func (v *validation) finish() error {
	var err error
	switch v.format {
	case "json":
		err = v.writeJSON()
	case "sarif":
		err = v.writeSARIF()
	default:
		v.verdicts()
		v.summary()
	}
	if err == nil && v.bad > 0 {
		err = errData
	}
	return err
}

// summary counts the problems per code, the most frequent first.
func (v *validation) summary() {
	v.out.Flush()
	if len(v.codes) == 0 {
		return
	}
	type count struct {
		code string
		n    int64
	}
	var list []count
	for code, n := range v.codes {
		list = append(list, count{code, n})
	}
	slices.SortFunc(list, func(x, y count) int {
		if x.n != y.n {
			return int(min(1, max(-1, y.n-x.n)))
		}
		return strings.Compare(x.code, y.code)
	})
	fmt.Fprintln(v.errs)
	fmt.Fprintln(v.errs, v.fill("{files#} {files|bestand|bestanden}, {records#} {records|document|documenten} of regels, {valid#} goed. Problemen per code:",
		"{files#} {files|file|files}, {records#} {records|document|documents} or lines, {valid#} valid. Problems per code:", "files", itoa(v.files), "records", itoa(v.records), "valid", itoa(v.valid)))
	for _, c := range list {
		fmt.Fprintf(v.errs, "%9s  %s\n", zio.FormatNumber(itoa(c.n), v.lang), c.code)
	}
}

// round writes populations that can be published.
func (v *validation) round(files []string) error {
	for _, name := range files {
		data, err := v.read(name)
		if err != nil {
			return err
		}
		p, problems := zio.ReadPopulation(data)
		if err := v.app.report(name, problems); err != nil {
			return err
		}
		rounded, problems := schema.Rounded(p)
		if err := v.app.report(name, problems); err != nil {
			return err
		}
		if _, err := v.out.Write(rounded.AppendDocument(nil)); err != nil {
			return err
		}
	}
	return nil
}
