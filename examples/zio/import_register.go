package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/examples/internal/importer"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/intake"
)

func newImportRegister(a *app) *cobra.Command {
	var f importFlags
	var from, until string
	c := &cobra.Command{
		Use:   "register FILE",
		Short: "Municipalities and regions to a register",
		Long: `Read a table of municipalities or regions and write a register document:

  RvIG table 33 (municipalities and successions in the period)
  CBS "Gebieden in Nederland", the zip file or the CSV of StatLine (municipalities and
  regions of a year), and "gemeenten alfabetisch" (municipalities)
  the table of school alliances per postcode`,
		Example: `  zio import register tabel33.csv --from 2012-01-01 --until 2026-12-31
  zio import register 86247NED.zip --from 2026-01-01 --until 2026-12-31`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, files []string) error {
			var period zio.Period
			var err error
			if period.From, err = zio.ParseDate(from); err != nil {
				return fmt.Errorf("--from: %w", err)
			}
			if period.Until, err = zio.ParseDate(until); err != nil {
				return fmt.Errorf("--until: %w", err)
			}
			if ps := period.Check(""); len(ps) > 0 {
				return fmt.Errorf("--until: %w", ps[0])
			}
			return a.importRegister(&f, files[0], period)
		},
	}
	c.Flags().StringVar(&from, "from", "", "first day that the register is about (needed)")
	c.Flags().StringVar(&until, "until", "", "last day (needed)")
	c.Flags().BoolVar(&f.padCodes, "pad-codes", false, "accept codes of which a spreadsheet ate the zeros (14 for 0014)")
	c.Flags().StringVarP(&f.out, "out", "o", "", "write the document to this file")
	f.addTable(c)
	_ = c.MarkFlagRequired("from")
	_ = c.MarkFlagRequired("until")
	return c
}

// importRegister reads a table of municipalities or regions and writes a register.
func (a *app) importRegister(f *importFlags, name string, period zio.Period) error {
	tables, err := f.table()
	if err != nil {
		return err
	}
	if err := a.keepInputs([]string{name}, f.out); err != nil {
		return err
	}
	file, err := a.open(name, f.hidden)
	if err != nil {
		return err
	}
	defer file.Close()
	l, _ := a.lister("")
	l.file = name
	o := intake.Options{PadCodes: f.padCodes, OnListed: l.list}
	var register *zio.Register
	var table *opened
	var reports []*intake.Report
	if file.IsZip() && file.HasPart("Observations.csv") {
		register, reports, err = a.cbsRegister(file, period, o)
	} else {
		if table, err = a.openTable(file, name, f.sheet(), tables); err != nil {
			return err
		}
		var report *intake.Report
		register, report, err = a.tableRegister(table.Table, period, o)
		reports = append(reports, report)
	}
	l.flush()
	if err != nil {
		return a.failed(name, err)
	}
	sheet := ""
	if table != nil {
		sheet = table.sheet
		a.leftOut(file, table, f.sheets)
	}
	for _, report := range reports {
		a.importSummary(name, sheet, report)
	}
	if err := a.report(name, register.Check()); err != nil {
		return err
	}
	return a.write(f.out, register.AppendDocument(nil))
}

// tableRegister makes a register of a single table.
func (a *app) tableRegister(table *intake.Table, period zio.Period, o intake.Options) (*zio.Register, *intake.Report, error) {
	layout, err := table.Layout()
	switch {
	case err != nil:
		return nil, nil, err
	case layout == intake.LayoutRvIG33:
		return intake.RvIGRegister(table, period, o)
	case layout == intake.LayoutAlliances:
		return intake.AllianceRegister(table, period, o)
	case layout == intake.LayoutCBSWide || layout == intake.LayoutCBSAlphabet:
		return intake.CBSWideRegister(table, period, o)
	}
	return nil, nil, problemNoRegister.At("", "layout", layout.Name(a.lang))
}

var problemNoRegister = &zio.ProblemKind{Code: "import.layout-without-register",
	NL: "Van dit bestand ({layout}) is geen register te maken. Gebruik zio import rows om de regels te zien.",
	EN: "No register can be made of this file ({layout}). Use zio import rows to see its rows."}

// cbsRegister makes a register of the zip file of a CBS table.
func (a *app) cbsRegister(file *importer.File, period zio.Period, o intake.Options) (*zio.Register, []*intake.Report, error) {
	var tables intake.CBSTables
	for _, part := range []struct {
		name   string
		to     **intake.Table
		needed bool
	}{
		{"RegioSCodes.csv", &tables.Areas, true}, {"Observations.csv", &tables.Values, true},
		{"MeasureCodes.csv", &tables.Measures, false}, {"MeasureGroups.csv", &tables.Groups, false},
	} {
		if !part.needed && !file.HasPart(part.name) {
			continue
		}
		r, err := file.Part(part.name)
		if err != nil {
			return nil, nil, err
		}
		if *part.to, err = intake.OpenTable(r, intake.TableOptions{}); err != nil {
			return nil, nil, err
		}
	}
	return intake.CBSRegister(tables, period, o)
}

func newImportRows(a *app) *cobra.Command {
	var f importFlags
	c := &cobra.Command{
		Use:   "rows FILE",
		Short: "Read any official file and print its rows as checked CSV",
		Long: `Read a file in one of the known layouts and print its rows with clean codes and dates
as CSV in UTF-8, with English names of columns. Rows with a problem are listed on standard error.`,

		Example: `  zio import rows 02.-alle-schoolvestigingen-basisonderwijs.csv
  zio import rows gemeentelijke-herindelingen.csv`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, files []string) error { return a.importRows(&f, files[0]) },
	}
	c.Flags().BoolVar(&f.padCodes, "pad-codes", false, "accept codes of which a spreadsheet ate the zeros (14 for 0014)")
	f.addTable(c)
	return c
}

// importRows prints the rows of a file in a known layout.
func (a *app) importRows(f *importFlags, name string) error {
	tables, err := f.table()
	if err != nil {
		return err
	}
	file, err := a.open(name, f.hidden)
	if err != nil {
		return err
	}
	defer file.Close()
	table, err := a.openTable(file, name, f.sheet(), tables)
	if err != nil {
		return err
	}
	layout, err := table.Layout()
	if err != nil {
		return a.failed(name, err)
	}
	l, _ := a.lister("")
	l.file = name
	report, err := printRows(a.out, layout, table.Table, intake.Options{PadCodes: f.padCodes, OnListed: l.list})
	l.flush()
	if err != nil {
		return a.failed(name, err)
	}
	a.importSummary(name, table.sheet, report)
	a.leftOut(file, table, f.sheets)
	return a.placedSome(name, report)
}

// placedSome is a problem of a file of which not a single row could be used.
func (a *app) placedSome(name string, r *intake.Report) error {
	if r.Placed > 0 {
		return nil
	}
	return a.report(name, zio.Problems{r.NothingPlaced()})
}

// printRows writes the rows of a table as CSV.
func printRows(out io.Writer, layout intake.Layout, t *intake.Table, o intake.Options) (*intake.Report, error) {
	w := csvWriter{to: out}
	row := func(cells ...string) error {
		for i, c := range cells {
			cells[i] = spreadsheet(masked(c))
		}
		w.write(cells...)
		return w.err
	}
	head := func(names string) { _ = row(strings.Split(names, " ")...) }
	switch layout {
	case intake.LayoutDuoPO:
		head("date site type postcode home pupils")
		return intake.ReadDuoPO(t, o, func(r *intake.DuoPORow) error {
			return row(r.Date.String(), r.Site.Code.String(), r.Type.String(), r.Home.Postcode.String(), r.Home.Municipality.String(), r.Total.String())
		})
	case intake.LayoutDuoPostcode:
		head("date site type postcode home pupils")
		return intake.ReadDuoPostcode(t, o, func(r *intake.DuoPostcodeRow) error {
			return row(r.Date.String(), r.Site.String(), r.Type.String(), r.Home.Postcode.String(), r.Home.Municipality.String(), r.Pupils.String())
		})
	case intake.LayoutDuoVO:
		head("site postcode home year1 year2 year3 year4 year5 year6")
		return intake.ReadDuoVO(t, o, func(r *intake.DuoVORow) error {
			cells := []string{r.Site.String(), r.Home.Postcode.String(), r.Home.Municipality.String()}
			for _, c := range r.Years {
				cells = append(cells, c.String())
			}
			return row(cells...)
		})
	case intake.LayoutDuoAddresses:
		head("site name type board municipality postcode town province")
		return intake.ReadDuoAddresses(t, o, func(r *intake.DuoAddressRow) error {
			return row(r.Site.String(), r.Name, r.Type.String(), r.Board.String(), r.Municipality.String(), r.Postcode.String(), r.Town, r.Province)
		})
	case intake.LayoutCBSAreas:
		head("code title municipality")
		return intake.ReadCBSAreas(t, o, func(r *intake.CBSAreaRow) error { return row(r.Code, r.Title, r.Municipality.String()) })
	case intake.LayoutCBSValues:
		head("area measure value")
		return intake.ReadCBSValues(t, o, func(r *intake.CBSValueRow) error { return row(r.Area, r.Measure, r.Value) })
	case intake.LayoutCBSChanges:
		head("on old new now name")
		return intake.ReadCBSChanges(t, o, func(r *intake.CBSChangeRow) error {
			return row(r.On.String(), r.Old.String(), r.New.String(), r.Now.String(), r.NowName)
		})
	case intake.LayoutRvIG33:
		head("code name next from end")
		return intake.ReadRvIG33(t, o, func(r *intake.RvIGRow) error {
			end := r.End.String()
			if r.Past {
				end = "before 1900"
			}
			return row(r.Code.String(), r.Name, r.Next.String(), r.From.String(), end)
		})
	case intake.LayoutAlliances:
		head("postcode po vo municipality")
		return intake.ReadAlliances(t, o, func(r *intake.AllianceRow) error {
			return row(r.Postcode.String(), r.Primary.String(), r.Secondary.String(), r.Municipality.String())
		})
	case intake.LayoutCBSWide, intake.LayoutCBSAlphabet:
		head("municipality name kind code region")
		return intake.ReadCBSWide(t, o, func(r *intake.CBSWideRow) error {
			if len(r.Regions) == 0 {
				return row(r.Municipality.String(), r.Name, "", "", "")
			}
			for _, x := range r.Regions {
				if err := row(r.Municipality.String(), r.Name, x.Kind.String(), x.Code, x.Name); err != nil {
					return err
				}
			}
			return nil
		})
	}
	head("postcode municipality")
	return intake.ReadPostcodeRows(t, o, func(r *intake.PostcodeRow) error { return row(r.Postcode.String(), r.Municipality.String()) })
}
