package main

import (
	"encoding"
	"fmt"
	"reflect"
	"strconv"

	"github.com/invopop/jsonschema"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// text is what the schemas say of a Go type that is written as text. The pattern is the grammar of the parser of the
// type, in what RE2 and ECMA-262 have in common; what no pattern can say stands in the description, and the Go reader
// checks it. A closed set has no pattern: its values are asked of the type.
type text struct {
	of          reflect.Type
	binders     string // the format by which binders call it; "" when they list the choices
	title       string // in Dutch
	description string // in English
	pattern     string
	format      string // a format of the dialect, beside the pattern
	closed      bool
	examples    []any
	as          reflect.Type // written in the same way as this other type
}

// The types that are written as text. The generator refuses any other type that has a text form of its own.
var texts = []text{
	{of: reflect.TypeFor[zio.Date](), binders: "date", title: "Datum", format: "date", examples: []any{"2026-08-01"},
		description: "A day on the calendar from 1900-01-01 to 2199-12-31.",
		pattern:     `^((19|20|21)[0-9]{2}-((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|((19|20|21)(0[48]|[2468][048]|[13579][26])|2000)-02-29)$`},
	{of: reflect.TypeFor[zio.SchoolYear](), binders: "school-year", title: "Schooljaar", examples: []any{"2026-2027"},
		description: "A school year, from 1 August until 31 July. The second year is the year after the first, which no pattern can say.",
		pattern:     `^(19|20|21)[0-9]{2}[-/](19|20|21)[0-9]{2}$`},
	{of: reflect.TypeFor[zio.MunicipalityCode](), binders: "municipality", title: "Gemeentecode", examples: []any{"0363"},
		description: "The CBS code of a municipality: four digits, with the zeros before it. Write 0363; GM0363 and gm0363 are read too. Not 0000.",
		pattern:     `^(GM|gm)?([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])$`},
	{of: reflect.TypeFor[zio.SiteCode](), binders: "site", title: "Vestigingscode", examples: []any{"12AB00"},
		description: "The code of a school site: the BRIN code of the school and the number of the site. Write 12AB00; 12AB-00 is read too.",
		pattern:     `^[0-9]{2}[A-Z]{2}-?[0-9]{2}$`},
	{of: reflect.TypeFor[zio.BoardNumber](), binders: "board", title: "Nummer bevoegd gezag", examples: []any{"10249"},
		description: "The number of a school board: five digits, with the zeros before it. Not 00000.",
		pattern:     `^([1-9][0-9]{4}|0[1-9][0-9]{3}|00[1-9][0-9]{2}|000[1-9][0-9]|0000[1-9])$`},
	{of: reflect.TypeFor[zio.AllianceCode](), binders: "alliance", title: "Code samenwerkingsverband", examples: []any{"PO2601"},
		description: "The code of a school alliance: PO or VO and four digits. Write PO2601; PO-2601 and PO-26-01 are read too.",
		pattern:     `^[PV]O([0-9]{4}|-[0-9]{4}|-[0-9]{2}-[0-9]{2})$`},
	{of: reflect.TypeFor[zio.PupilRef](), binders: "pupil-ref", title: "Kenmerk van een leerling", examples: []any{"leerling-17"},
		description: "A pseudonym that only the own administration can lead back to a child. A text that could hold a citizen service number (BSN) is refused, which no pattern can say.",
		pattern:     `^[A-Za-z0-9._-]{1,36}$`},
	{of: reflect.TypeFor[zio.Postcode4](), binders: "postcode4", title: "Postcode (vier cijfers)", examples: []any{"7822"},
		description: "The four digits of a postcode, 1000 to 9999.",
		pattern:     `^[1-9][0-9]{3}$`},
	{of: reflect.TypeFor[zio.Province](), binders: "province", title: "Provincie", closed: true,
		description: "A province of the Netherlands."},
	{of: reflect.TypeFor[zio.RegionKind](), binders: "region-kind", title: "Soort regio", closed: true,
		description: "What a region is for."},
	{of: reflect.TypeFor[zio.SchoolType](), binders: "school-type", title: "Schoolsoort", closed: true,
		description: "The type of education of a school site, by the names of Dutch law."},
	{of: reflect.TypeFor[zio.Claim](), binders: "claim", title: "Route (wet)", closed: true,
		description: "The law under which the care of a pupil can be claimed."},
	{of: reflect.TypeFor[zio.CareKind](), binders: "care-kind", title: "Soort zorg", closed: true,
		description: "The kind of help that a pupil needs during school hours."},
	{of: reflect.TypeFor[zio.Status](), binders: "status", title: "Bijzonderheid", closed: true,
		description: "What keeps pupils out of a collective offer for the time being."},
	{of: reflect.TypeFor[zio.WlzState](), binders: "wlz", title: "Wlz-indicatie", closed: true,
		description: "How a pupil stands to long-term care (Wlz): granted, applied for, to be expected but not applied for, or a family that refuses to cooperate."},
	{of: reflect.TypeFor[money.Euro](), binders: "euro", title: "Bedrag", examples: []any{"1234.50"},
		description: "An amount in euros: a point, at most two decimals, no separators between thousands. It is written with two decimals.",
		pattern:     decimalPattern(15, 2)},
	{of: reflect.TypeFor[money.Factor](), binders: "factor", title: "Getal", examples: []any{"12.5"},
		description: "A number with at most six decimals behind a point.",
		pattern:     decimalPattern(12, 6)},
	{of: reflect.TypeFor[money.Fte](), binders: "fte", title: "Fte", examples: []any{"0.9"},
		description: "Full-time equivalents, with at most three decimals behind a point.",
		pattern:     decimalPattern(12, 3)},
	{of: reflect.TypeFor[money.Exact](), binders: "factor", as: reflect.TypeFor[money.Factor]()},
	{of: reflect.TypeFor[funding.Route](), binders: "route", title: "Financieringsroute", closed: true,
		description: "The funding route that pays for minutes of care."},
	{of: reflect.TypeFor[funding.Reason](), binders: "reason", title: "Reden", closed: true,
		description: "Why pupils or minutes go to a route."},
	{of: reflect.TypeFor[money.Method](), title: "Wijze van verdelen", closed: true,
		description: "How whole units are made of the exact shares of a division, and so who bears the difference."},
	{of: reflect.TypeFor[money.Unit](), title: "Eenheid", closed: true,
		description: "The size of the steps in which shares are paid."},
	{of: reflect.TypeFor[money.Rounding](), title: "Afronding", closed: true,
		description: "The way to round to a whole number."},
}

// decimalPattern is the grammar of plain decimals: at most this many digits before the point and behind it.
func decimalPattern(whole, places int) string {
	n := func(i int) string { return "{0," + strconv.Itoa(i) + "}" }
	small := ""
	for zeros := range places { // 0.x, 0.0x, ...: the first digit that is not 0 stands after this many zeros
		if zeros > 0 {
			small += "|0"
			if zeros > 1 {
				small += "{" + strconv.Itoa(zeros) + "}"
			}
		}
		small += "[1-9]"
		switch rest := places - zeros - 1; {
		case rest == 1:
			small += "[0-9]?"
		case rest > 1:
			small += "[0-9]" + n(rest)
		}
	}
	decimals := "[0-9]{1," + strconv.Itoa(places) + "}"
	return `^(-?([1-9][0-9]` + n(whole-1) + `(\.` + decimals + `)?|0\.(` + small + `))|0(\.0{1,` + strconv.Itoa(places) + `})?)$`
}

// The formats of free text that have a grammar, with what they say; "" takes any text.
var plainTexts = map[string]struct{ pattern, description string }{
	"":            {},
	"basis":       {},
	"code":        {},
	"number":      {},
	"url":         {},
	"name":        {`[a-z0-9]+(-[a-z0-9]+)*`, "Lower-case letters and digits, in parts joined by hyphens."},
	"party":       {`[a-z0-9]+(-[a-z0-9]+)*`, "Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens."},
	"digest":      {`sha256:[0-9a-f]{64}`, "\"sha256:\" and 64 hexadecimal digits."},
	"region-code": {`[A-Za-z0-9._-]+`, "Letters, digits, points, hyphens and underscores."},
}

// What a text does not hold: controls, and what Unicode says to show as nothing (Default_Ignorable_Code_Point), such as
// characters without width and those that turn the direction of a text. A text of lines has line feeds. It stands as what is not allowed, and so does the line feed beside a grammar,
// because in some languages $ matches before a line feed that ends a text. Characters beyond ASCII stand as themselves: in
// some languages \x80 is a byte.
const (
	notInLine  = `[\x00-\x1F` + hiddenText
	notInLines = `[\x00-\x09\x0B-\x1F` + hiddenText
	hiddenText = "\\x7F-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb" +
		"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
	lineFeed = `\x0A`
)

// without is the schema of texts that have the pattern in them. A value that is no text is none of them.
func without(pattern string) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Pattern: pattern}
}

// The formats of whole numbers; they say what is counted and bring no rule of their own.
var numberFormats = map[string]bool{"": true, "minutes-per-week": true, "minutes": true}

var (
	textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()
	jsonMarshaler = reflect.TypeFor[interface{ MarshalJSON() ([]byte, error) }]()
)

// hasOwnText reports whether values of the type or pointers to them write themselves as something else than their members. A
// struct with members that writes itself as JSON writes those, for encoding/json; see document_json.go of its package.
func hasOwnText(t reflect.Type) bool {
	members := t.Kind() == reflect.Struct && t.NumField() > 0 && t.Field(0).IsExported()
	for _, t := range []reflect.Type{t, reflect.PointerTo(t)} {
		if t.Implements(textMarshaler) || t.Implements(jsonMarshaler) && !members {
			return true
		}
	}
	return false
}

// textOf is the entry of a type in the table; nil when it has none.
func textOf(t reflect.Type) *text {
	for i := range texts {
		if texts[i].of == t {
			return &texts[i]
		}
	}
	return nil
}

// values are the texts of a closed set, in the order of its numbers: every number whose text reads back as itself.
func (x *text) values() ([]any, error) {
	var list []any
	for n := range uint64(256) {
		v := reflect.New(x.of)
		v.Elem().SetUint(n)
		written, err := v.Interface().(encoding.TextMarshaler).MarshalText()
		if err != nil || len(written) == 0 {
			continue
		}
		back := reflect.New(x.of)
		if err := back.Interface().(encoding.TextUnmarshaler).UnmarshalText(written); err != nil || back.Elem().Uint() != n {
			continue
		}
		list = append(list, string(written))
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%s has no values", x.of)
	}
	return list, nil
}
