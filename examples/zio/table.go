package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/zio"
)

// column is a column of a table. Its key names it in CSV and JSON, in every language.
type column struct {
	key, nl, en string
	number      bool // right-aligned, in the notation of the language
}

// grid is a table in canonical values ("1234.50"): for people they are written in their language, for machines as they are.
type grid struct {
	columns []column
	rows    [][]string
	total   []string // last row of the table for people; nil: none
	width   int      // at a terminal text in a column is broken at this width; 0: never
}

func (g *grid) add(cells ...string) { g.rows = append(g.rows, cells) }

// without is the table without some columns.
func (g *grid) without(keys ...string) *grid {
	out := &grid{width: g.width}
	keep := func(cells []string) (list []string) {
		for i, cell := range cells {
			if !slices.Contains(keys, g.columns[i].key) {
				list = append(list, cell)
			}
		}
		return list
	}
	for _, c := range g.columns {
		if !slices.Contains(keys, c.key) {
			out.columns = append(out.columns, c)
		}
	}
	for _, row := range g.rows {
		out.add(keep(row)...)
	}
	out.total = keep(g.total)
	return out
}

// formats of tables.
var formats = []string{"table", "json", "csv", "md"}

// formatFlag adds the flag --format to a command.
func formatFlag(cmd *cobra.Command, value *string, allowed ...string) {
	cmd.Flags().StringVar(value, "format", allowed[0], "form of the output: "+strings.Join(allowed, ", "))
	cmd.PreRunE = func(*cobra.Command, []string) error {
		if !slices.Contains(allowed, *value) {
			return fmt.Errorf("--format is one of %s, not %q", strings.Join(allowed, ", "), *value)
		}
		return nil
	}
}

// show prints the table in a format.
func (a *app) show(g *grid, format string) error {
	switch format {
	case "csv":
		return a.showCSV(g)
	case "json":
		return a.showJSON(g)
	}
	w := table.NewWriter()
	w.SetStyle(plainStyle())
	header := make(table.Row, len(g.columns))
	configs := make([]table.ColumnConfig, len(g.columns))
	for i, c := range g.columns {
		header[i] = a.shown(zio.InLang(a.lang, c.nl, c.en), format == "md")
		configs[i].Number = i + 1
		if g.width > 0 && format == "table" {
			configs[i].WidthMax, configs[i].WidthMaxEnforcer = g.width, text.WrapSoft
		}
		if c.number {
			configs[i].Align, configs[i].AlignHeader, configs[i].AlignFooter = text.AlignRight, text.AlignRight, text.AlignRight
		}
		if a.colour {
			configs[i].ColorsHeader, configs[i].ColorsFooter = text.Colors{text.Bold}, text.Colors{text.Bold}
		}
	}
	w.AppendHeader(header)
	w.SetColumnConfigs(configs)
	for _, r := range g.rows {
		w.AppendRow(a.cells(g, r, format))
	}
	if g.total != nil {
		w.AppendFooter(a.cells(g, g.total, format))
	}
	if format == "md" {
		a.println(w.RenderMarkdown())
		return nil
	}
	for _, line := range strings.Split(w.Render(), "\n") {
		if strings.Trim(line, "-") == "" {
			line = strings.TrimSuffix(line, "--") // no rule under the padding of the last column
		}
		a.println(strings.TrimRight(line, " "))
	}
	return nil
}

// plainStyle has no lines but those under the header and above the total.
func plainStyle() table.Style {
	s := table.StyleDefault
	s.Box.MiddleHorizontal, s.Box.MiddleSeparator, s.Box.MiddleVertical = "-", "-", " "
	s.Box.PaddingLeft, s.Box.PaddingRight = "", "  "
	s.Format.Header, s.Format.Footer = text.FormatDefault, text.FormatDefault
	s.Options = table.Options{SeparateHeader: true, SeparateFooter: true, SeparateColumns: false}
	return s
}

func (a *app) cells(g *grid, row []string, format string) table.Row {
	out := make(table.Row, len(row))
	for i, cell := range row {
		if g.columns[i].number {
			out[i] = zio.FormatNumber(cell, a.lang)
		} else {
			out[i] = a.shown(cell, format == "md")
		}
	}
	return out
}

func (a *app) showCSV(g *grid) error {
	w := csvWriter{to: a.out}
	head := make([]string, len(g.columns))
	for i, c := range g.columns {
		head[i] = spreadsheet(visible(c.key))
	}
	w.write(head...)
	for _, row := range g.rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = spreadsheet(visible(cell))
		}
		w.write(cells...)
	}
	return w.err
}

func (a *app) showJSON(g *grid) error {
	var b bytes.Buffer
	b.WriteString("[")
	for i, row := range g.rows {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n  {")
		for j, cell := range row {
			if j > 0 {
				b.WriteString(", ")
			}
			b.WriteString(quote(g.columns[j].key) + ": " + quote(cell))
		}
		b.WriteString("}")
	}
	if len(g.rows) > 0 {
		b.WriteString("\n")
	}
	b.WriteString("]\n")
	_, err := a.out.Write(b.Bytes())
	return err
}

// encode writes a value as JSON in which everything can be seen.
func (a *app) encode(x any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	if err := e.Encode(x); err != nil {
		return err
	}
	_, err := a.out.Write(visibleJSON(b.Bytes()))
	return err
}

// quote writes a JSON string without escaping what HTML would need escaped.
func quote(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		return `""`
	}
	return string(visibleJSON(bytes.TrimSuffix(b.Bytes(), []byte("\n"))))
}
