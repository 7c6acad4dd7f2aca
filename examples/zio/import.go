package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/internal/duogen"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/intake"
	"github.com/zio-collectief/zio/zio/schools"
)

// importFlags are what the user chose about an import, as text.
type importFlags struct {
	suppressed, date, sites, types, route, title string
	to, splits                                   string
	encoding, delimiter, postcodes               string
	addresses, listed, out                       string
	skip                                         int64
	keepUnplaced, padCodes, splitAdults, hidden  bool
	strict, noTotals                             bool
	mapping, sheets                              []string
	categories                                   string
}

func newImport(a *app) *cobra.Command {
	c := &cobra.Command{
		Use:   "import",
		Short: "Make documents of official files",
		Long: `Make documents of official files: populations of the pupil counts of DUO and of
tables of your own, registers of the tables of RvIG, CBS and the alliances.

Encoding, delimiter and layout are found and reported. A row that can not be placed
is printed with its line and the reason; rows in the file are always rows placed plus
rows listed plus rows outside the selection.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	c.AddCommand(newImportDuo(a), newImportCSV(a), newImportRegister(a), newImportRows(a), newImportSample(a))
	return c
}

func newImportDuo(a *app) *cobra.Command {
	var f importFlags
	c := &cobra.Command{
		Use:   "duo FILE...",
		Short: "Pupil counts of DUO to a population",
		Long: `Read pupil counts of DUO and write a population document:

  03. leerlingen po totaaloverzicht (bo, sbo, so and vso per site and home municipality)
  leerlingen po per postcode (needs --postcodes)
  02. leerlingen vo per vestiging naar postcode en leerjaar (needs --date)

Files are merged; the pupils of a site are taken from one file only. A file is CSV,
a zip file with one CSV, XLSX or ODS; - is standard input.

--suppressed says what becomes of counts such as <5: zero (counts as 0), midpoint (the
middle, rounded half up: 3), exclude (the row is left out and listed), range (the lowest
and the highest number that it can be), or ask (list the rows and write nothing). Without
it such rows are left out and listed; a row without a total, as in files since 2024,
becomes a range. A range of a site whose total DUO published for the same date is narrowed
by it, where all its rows were placed.`,
		Example: `  zio import duo leerlingen-po-2023-2024.csv --suppressed midpoint > population.json
  zio import duo leerlingen.csv --types so,vso --sites 99AB01,99AB02 | zio settle agreement.json -
  zio import duo leerlingen-2019.csv --suppressed zero --to 2026-01-01`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, files []string) error { return a.importPopulation(&f, files) },
	}
	f.add(c, false)
	return c
}

func newImportCSV(a *app) *cobra.Command {
	var f importFlags
	c := &cobra.Command{
		Use:   "csv FILE...",
		Short: "A table of your own (CSV, XLSX or ODS) to a population",
		Long: `Read a table of which you name the columns and write a population document.
--map part=column, several times or with commas, where the parts are: site, number,
type, home, postcode, date, pupils, ref, kind, minutes, band-min, band-max, route,
status, label, category. Only home or postcode is needed. A table with ref has one pupil per row,
under a pseudonym; a BSN is refused. With --categories a row of another category is not
placed.`,
		Example: `  zio import csv leerlingen.xlsx --sheet Blad2 --map home=Woongemeente,pupils=Aantal --date 2023-10-01 --suppressed zero`,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, files []string) error {
			if len(f.mapping) == 0 {
				return fmt.Errorf("--map is needed, for example --map home=Woongemeente")
			}
			return a.importPopulation(&f, files)
		},
	}
	f.add(c, true)
	return c
}

// add adds the flags of an import of pupils to a command.
func (f *importFlags) add(c *cobra.Command, plain bool) {
	flags := c.Flags()
	flags.StringVar(&f.suppressed, "suppressed", "", "suppressed counts (<5, -1): ask, zero, midpoint, exclude or range")
	flags.BoolVar(&f.keepUnplaced, "keep-unplaced", false, "count pupils without a municipality in groups without home")
	flags.StringVar(&f.date, "date", "", "count date: only rows of that date")
	flags.StringVar(&f.sites, "sites", "", "only these sites (99AB01) or schools (99AB), with commas")
	flags.StringVar(&f.types, "types", "", "only these types of school, with commas: bo, sbo, so, vso, pro, vo")
	flags.StringVar(&f.route, "route", "", "law under which all pupils are taken to fall: jeugdwet, wlz, ... (default: unknown)")
	flags.StringVar(&f.title, "title", "", "title of the document")
	flags.StringVar(&f.to, "to", "", "convert to the municipalities of this date")
	flags.StringVar(&f.splits, "splits", "ask", "municipalities that were split, with --to: ask or by-weight")
	flags.BoolVar(&f.padCodes, "pad-codes", false, "accept codes of which a spreadsheet ate the zeros (14 for 0014)")
	flags.StringVar(&f.postcodes, "postcodes", "", "table with the columns pc4 and gemeentecode, to place postcodes")
	if !plain {
		flags.BoolVar(&f.noTotals, "no-totals", false, "do not narrow ranges by the published totals of sites")
	}
	flags.StringVar(&f.addresses, "addresses", "", "DUO file of addresses, for names and boards of sites")
	flags.StringVar(&f.listed, "listed", "", "write the rows that were not placed to this CSV file, not to standard error")
	flags.BoolVar(&f.strict, "strict", false, "exit code 1 when a row was not placed")
	flags.StringVarP(&f.out, "out", "o", "", "write the document to this file")
	if plain {
		flags.StringVar(&f.categories, "categories", "", "the categories that the table may have, with commas: licht,midden,zwaar (default: any)")
		flags.StringSliceVar(&f.mapping, "map", nil, "part=column, such as home=Woongemeente")
	} else {
		flags.BoolVar(&f.splitAdults, "split-adults", false, "set pupils of 18 and older apart, by the ages in the file")
	}
	f.addTable(c)
}

// addTable adds the flags about the form of a table.
func (f *importFlags) addTable(c *cobra.Command) {
	flags := c.Flags()
	flags.StringVar(&f.encoding, "encoding", "", "utf-8, windows-1252, utf-16le, utf-16be (default: found)")
	flags.StringVar(&f.delimiter, "delimiter", "", "semicolon, comma, tab, bar (default: found)")
	flags.Int64Var(&f.skip, "skip", 0, "lines above the header")
	flags.StringArrayVar(&f.sheets, "sheet", nil, "sheet of a workbook, several times for more (default: the first that is not hidden)")
	flags.BoolVar(&f.hidden, "hidden", false, "also rows of a workbook that are hidden or filtered out")
}

// table are the choices about the form of a table.
func (f *importFlags) table() (o intake.TableOptions, err error) {
	o.Skip = f.skip
	for _, m := range f.mapping {
		_, name, _ := strings.Cut(m, "=")
		o.Columns = append(o.Columns, strings.TrimSpace(name))
	}
	if f.encoding != "" {
		var ok bool
		if o.Encoding, ok = intake.ParseEncoding(f.encoding); !ok {
			return o, fmt.Errorf("--encoding is one of utf-8, windows-1252, utf-16le, utf-16be, not %q", f.encoding)
		}
	}
	switch f.delimiter {
	case "":
	case "semicolon", ";":
		o.Delimiter = ';'
	case "comma", ",":
		o.Delimiter = ','
	case "tab", "\t":
		o.Delimiter = '\t'
	case "bar", "|":
		o.Delimiter = '|'
	default:
		return o, fmt.Errorf("--delimiter is one of semicolon, comma, tab, bar, not %q", f.delimiter)
	}
	return o, nil
}

// sheet is the one sheet of a command that reads one; "" is the first.
func (f *importFlags) sheet() string {
	if len(f.sheets) == 0 {
		return ""
	}
	return f.sheets[0]
}

// options are the choices about an import of pupils. Without a choice about suppressed counts their rows are
// left out and listed.
func (f *importFlags) options() (o intake.PopulationOptions, err error) {
	o.Suppressed = intake.SuppressedExclude
	if f.suppressed != "" {
		if o.Suppressed, err = intake.ParseSuppressed(f.suppressed); err != nil {
			return o, fmt.Errorf("--suppressed is one of ask, zero, midpoint, exclude, range, not %q", f.suppressed)
		}
	}
	o.SumsAsRange = f.suppressed == ""
	if f.date != "" {
		if o.Date, err = zio.ParseDate(f.date); err != nil {
			return o, fmt.Errorf("--date: %w", err)
		}
	}
	for _, s := range list(f.sites) {
		if _, err := zio.SiteCodeFromParts(s, "00"); err == nil {
			o.Schools = append(o.Schools, s)
			continue
		}
		code, err := zio.ParseSiteCode(s)
		if err != nil {
			return o, fmt.Errorf("--sites: %w", err)
		}
		o.Sites = append(o.Sites, code)
	}
	for _, s := range list(f.types) {
		t, err := zio.ParseSchoolType(strings.ToLower(s))
		if err != nil {
			return o, fmt.Errorf("--types: %w", err)
		}
		o.Types = append(o.Types, t)
	}
	if f.route != "" {
		if o.Route, err = zio.ParseClaim(f.route); err != nil {
			return o, fmt.Errorf("--route: %w", err)
		}
	}
	for _, m := range f.mapping {
		part, name, ok := strings.Cut(m, "=")
		if !ok {
			return o, fmt.Errorf("--map is part=column, such as home=Woongemeente, not %q", m)
		}
		if err := o.Mapping.Set(strings.TrimSpace(part), strings.TrimSpace(name)); err != nil {
			return o, fmt.Errorf("--map: %w", err)
		}
	}
	o.Categories = list(f.categories)
	if !f.noTotals && len(f.mapping) == 0 {
		o.Totals, o.TotalsDate = publishedTotals(o.Types), schools.CountDate()
	}
	o.KeepUnplaced, o.PadCodes, o.SplitAdults, o.Title = f.keepUnplaced, f.padCodes, f.splitAdults, f.title
	return o, nil
}

// publishedTotals are the totals of the sites of special education all of whose types are chosen.
func publishedTotals(types []zio.SchoolType) map[zio.SiteCode]int64 {
	all := schools.All()
	totals := make(map[zio.SiteCode]int64, len(all))
	for i := range all {
		s := &all[i]
		chosen := len(types) == 0 || slices.Contains(types, s.Type)
		if s.Type == zio.SpecialBoth {
			chosen = len(types) == 0 || slices.Contains(types, zio.SpecialPrimary) && slices.Contains(types, zio.SpecialSecondary)
		}
		if chosen && s.Total > 0 {
			totals[s.Code] = s.Total
		}
	}
	return totals
}

// list splits a text at commas and leaves out what is empty.
func list(s string) []string {
	var parts []string
	for _, part := range strings.Split(s, ",") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// newImportSample writes a file to try the import with, and to measure it.
func newImportSample(a *app) *cobra.Command {
	var c duogen.Config
	cmd := &cobra.Command{
		Use:   "sample",
		Short: "Print a made-up file in the layout of DUO, to try things out",
		Long: `Print a file in the layout of "03. leerlingen po totaaloverzicht" with made-up schools,
postcodes and counts. The municipalities are those of Rijk van Nijmegen and Land van Cuijk
in 2019, of which five merged in 2022. The same seed gives the same file.`,
		Example: "  zio import sample --rows 10000 --suppress | zio import duo - --suppressed midpoint",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if c.Rows < 1 {
				return fmt.Errorf("--rows is 1 or more, not %d", c.Rows)
			}
			_, err := duogen.WriteDuoPO(a.out, c)
			return err
		},
	}
	cmd.Flags().Int64Var(&c.Rows, "rows", 1000, "number of rows")
	cmd.Flags().Uint64Var(&c.Seed, "seed", 1, "another number gives another file")
	cmd.Flags().BoolVar(&c.Suppress, "suppress", false, "print counts of 1 to 4 as <5")
	cmd.Flags().BoolVar(&c.Today, "today", false, "the layout since 2024, without totals")
	cmd.Flags().Int64Var(&c.Abroad, "abroad", 50, "one row in so many is of pupils abroad or of unknown home; 0 is none")
	return cmd
}
