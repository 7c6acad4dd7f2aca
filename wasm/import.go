package main

import (
	"bytes"

	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/intake"
)

type importRequest struct {
	header
	name    string
	data    file
	options importOptions
}

// importOptions are the choices that files of pupils leave open, and the columns of a plain table.
type importOptions struct {
	on           zio.Date
	suppressed   string
	title        string
	route        zio.Claim
	sites        []zio.SiteCode
	types        []zio.SchoolType
	keepUnplaced bool
	padCodes     bool
	splitAdults  bool
	columns      []importColumn
}

// importColumn says which column of a plain table holds a part of a row, such as "home" or "pupils".
type importColumn struct{ part, column string }

var suppressedChoices = []strictjson.Choice{
	{Value: "ask", NL: "eerst vragen", EN: "ask first"},
	{Value: "zero", NL: "tellen als 0", EN: "count as 0"},
	{Value: "midpoint", NL: "tellen als het midden", EN: "count as the middle"},
	{Value: "exclude", NL: "weglaten en melden", EN: "leave out and report"},
}

func (r *importRequest) bind(f *strictjson.Fields) {
	r.header.bind(f)
	f.Text(&r.name, strictjson.Spec{Name: "name", NL: "Naam van het bestand", EN: "Name of the file"})
	f.Code(&r.data, strictjson.Spec{Name: "data", NL: "Inhoud in base64", EN: "Content in base64"})
	strictjson.Struct(f, &r.options, strictjson.Spec{Name: "options", Optional: true, NL: "Keuzes", EN: "Choices"}, (*importOptions).bind)
}

func (o *importOptions) bind(f *strictjson.Fields) {
	f.Code(&o.on, strictjson.Spec{Name: "on", Optional: true, Format: "date", NL: "Teldatum", EN: "Count date"})
	f.Choice(&o.suppressed, strictjson.Spec{Name: "suppressed", Optional: true, Choices: suppressedChoices, NL: "Afgeschermde aantallen", EN: "Suppressed counts"})
	f.Text(&o.title, strictjson.Spec{Name: "title", Optional: true, NL: "Titel", EN: "Title"})
	f.Code(&o.route, strictjson.Spec{Name: "route", Optional: true, Format: "claim", NL: "Route (wet)", EN: "Route (law)"})
	strictjson.Codes(f, &o.sites, strictjson.Spec{Name: "sites", Optional: true, Format: "site", NL: "Alleen deze vestigingen", EN: "Only these sites"})
	strictjson.Codes(f, &o.types, strictjson.Spec{Name: "types", Optional: true, Format: "school-type", NL: "Alleen deze schoolsoorten", EN: "Only these types of school"})
	f.Bool(&o.keepUnplaced, strictjson.Spec{Name: "keepUnplaced", Optional: true, NL: "Leerlingen zonder gemeente meetellen", EN: "Count pupils without a municipality"})
	f.Bool(&o.padCodes, strictjson.Spec{Name: "padCodes", Optional: true, NL: "Nullen voor codes terugzetten", EN: "Put back zeros before codes"})
	f.Bool(&o.splitAdults, strictjson.Spec{Name: "splitAdults", Optional: true, NL: "Leerlingen vanaf 18 jaar apart", EN: "Pupils of 18 and older apart"})
	strictjson.List(f, &o.columns, strictjson.Spec{Name: "columns", Optional: true, Max: 20, NL: "Kolommen", EN: "Columns"}, (*importColumn).bind)
}

func (c *importColumn) bind(f *strictjson.Fields) {
	f.Text(&c.part, strictjson.Spec{Name: "part", Max: 40, NL: "Gegeven", EN: "Part"})
	f.Text(&c.column, strictjson.Spec{Name: "column", NL: "Naam van de kolom", EN: "Name of the column"})
}

// populationOptions are the choices in the words of the importer.
func (o *importOptions) populationOptions() (intake.PopulationOptions, zio.Problems) {
	if o.suppressed == "" {
		o.suppressed = intake.SuppressedAsk.String()
	}
	suppressed, err := intake.ParseSuppressed(o.suppressed)
	if err != nil {
		return intake.PopulationOptions{}, moved("/options/suppressed", problemsOf(err))
	}
	p := intake.PopulationOptions{Options: intake.Options{PadCodes: o.padCodes}, Suppressed: suppressed, KeepUnplaced: o.keepUnplaced,
		Date: o.on, Sites: o.sites, Types: o.types, SplitAdults: o.splitAdults, Route: o.route, Title: o.title}
	for _, c := range o.columns {
		if err := p.Mapping.Set(c.part, c.column); err != nil {
			return p, moved("/options/columns", problemsOf(err))
		}
	}
	return p, nil
}

// importFile reads a file of pupils of DUO, or a plain table, into a population document, and reports what became
// of every row.
func importFile(document *strictjson.Value, w *strictjson.Writer) zio.Problems {
	var request importRequest
	if problems := read(document, &request, (*importRequest).bind); len(problems) > 0 {
		return problems
	}
	options, problems := request.options.populationOptions()
	if len(problems) > 0 {
		return problems
	}
	builder, err := intake.NewBuilder(options)
	if err != nil {
		return moved("/options", problemsOf(err))
	}
	table, err := intake.OpenTable(bytes.NewReader(request.data), intake.TableOptions{Hash: true})
	if err != nil {
		return moved("/data", problemsOf(err))
	}
	report, err := builder.Add(table, intake.Source{File: request.name})
	if err != nil {
		return moved("/data", problemsOf(err))
	}
	population, problems := builder.Population()
	if len(problems) > 0 {
		return moved("/data", problems)
	}
	w.BeginObject()
	w.Name("population")
	strictjson.Write(w, population, (*zio.Population).Bind)
	w.Name("report")
	writeReport(w, report, request.language())
	w.EndObject()
	return nil
}

func writeReport(w *strictjson.Writer, r *intake.Report, lang zio.Lang) {
	w.BeginObject()
	text := func(name, s string) {
		w.Name(name)
		w.String(s)
	}
	number := func(name string, n int64) {
		w.Name(name)
		w.Int(n)
	}
	text("layout", r.Layout.String())
	text("layoutName", r.Layout.Name(lang))
	text("encoding", r.Encoding.String())
	text("delimiter", string(rune(r.Delimiter)))
	number("rows", r.Rows)
	number("placed", r.Placed)
	number("notPlaced", r.Listed)
	number("outside", r.Outside)
	number("blank", r.Blank)
	number("decided", r.Decided)
	number("padded", r.Padded)
	text("text", r.Summary(lang))
	w.Name("reasons")
	w.BeginArray()
	for i := range r.Reasons {
		w.BeginObject()
		text("code", r.Reasons[i].Kind.Code)
		number("rows", r.Reasons[i].Rows)
		number("first", r.Reasons[i].First)
		w.EndObject()
	}
	w.EndArray()
	w.Name("listed")
	w.BeginArray()
	for i := range r.First {
		p := &r.First[i].Problem
		w.BeginObject()
		number("line", p.Line)
		text("code", p.Code())
		text("text", p.Text(lang))
		w.Name("fields")
		w.BeginArray()
		for _, field := range r.First[i].Fields {
			w.String(field)
		}
		w.EndArray()
		w.EndObject()
	}
	w.EndArray()
	w.EndObject()
}

// file is the content of a file, as base64 in a document.
type file []byte

var importBase64 = &zio.ProblemKind{Code: "import.base64", NL: "De inhoud van het bestand is geen base64 (RFC 4648, paragraaf 4).", EN: "The content of the file is not base64 (RFC 4648, section 4)."}

// AppendText appends nothing: a file only comes in.
func (f *file) AppendText(b []byte) ([]byte, error) { return b, nil }

// IsZero reports whether the file is empty.
func (f *file) IsZero() bool { return len(*f) == 0 }

// UnmarshalText reads base64 with padding and without line ends.
func (f *file) UnmarshalText(text []byte) error {
	if len(text)%4 != 0 {
		return importBase64.At("")
	}
	out := make([]byte, 0, len(text)/4*3)
	for at := 0; at < len(text); at += 4 {
		quad, digits := uint32(0), 0
		for i, c := range text[at : at+4] {
			n, ok := base64Digit(c)
			switch {
			case ok && digits == i:
				quad |= n << (18 - 6*i)
				digits++
			case c == '=' && i >= 2 && at+4 == len(text):
			default:
				return importBase64.At("")
			}
		}
		out = append(out, byte(quad>>16), byte(quad>>8), byte(quad))[:len(out)+digits-1]
	}
	*f = out
	return nil
}

func base64Digit(c byte) (uint32, bool) {
	switch {
	case c >= 'A' && c <= 'Z':
		return uint32(c - 'A'), true
	case c >= 'a' && c <= 'z':
		return uint32(c-'a') + 26, true
	case c >= '0' && c <= '9':
		return uint32(c-'0') + 52, true
	case c == '+':
		return 62, true
	case c == '/':
		return 63, true
	}
	return 0, false
}
