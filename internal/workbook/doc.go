// Package workbook reads the tables of workbooks by value (werkbladen): of XLSX files, as Excel writes them, and of ODS
// files, as LibreOffice does. It gives a sheet as lines of text with semicolons, row n on line n, for the one reader of
// tables that the project has.
//
// What a cell holds counts, not how it looks: 1234 is 1234 where the sheet shows 1 (thousands) or 1,234; 12.5 stays 12.5;
// a date is written 2023-10-01 whatever its format. Only zeros that a format puts before a whole number stay, because
// codes are kept so: 14 shown as 0014 is 0014. Numbers have the 15 digits that Excel itself keeps. A formula without a
// value, which only a spreadsheet can work out, is written #FORMULA, and a wrong one as its error.
//
// Rows that are hidden, by hand or by a filter, are left out and counted, unless they are asked for.
//
// A workbook is read as a stream: what is held is one row, and of XLSX the shared texts and formats. The limits, each with
// its reason, stand in this file. A file that goes over one is refused; that takes no longer than reading up to there.
package workbook

import "github.com/zio-collectief/zio/zio"

const (
	maxRows    = 1_048_576 // rows of a sheet, the limit of Excel and LibreOffice
	maxColumns = 4096      // columns with a value, as many as the reader of tables takes; Excel has 16,384
	maxText    = 128 << 10 // bytes of one text or tag: a cell of Excel has 32,767 characters, of at most 4 bytes
	maxShared  = 8 << 20   // bytes of shared texts, which are held: twice that is in use while they are read
	maxStrings = 1 << 20   // shared texts: as many as a sheet has rows
	maxStyles  = 1 << 16   // formats of cells, the limit of Excel
	maxSheets  = 1000
	maxRepeats = 8 << 20 // cells with a value that an ODS file gets by repeating one
	maxNested  = 64      // elements inside each other; sheets have some ten
)

var (
	problemBroken = &zio.ProblemKind{Code: "workbook.broken",
		NL: "Dit werkboek is beschadigd: {cause}. Open het in een spreadsheet en sla het opnieuw op.",
		EN: "This workbook is damaged: {cause}. Open it in a spreadsheet and save it again."}
	problemTooMuch = &zio.ProblemKind{Code: "workbook.too-large",
		NL: "In dit werkboek staat meer dan een spreadsheet kan hebben of hier wordt gelezen: {what} ({limit#}). Sla het blad op als CSV.",
		EN: "This workbook holds more than a spreadsheet can have or is read here: {what} ({limit#}). Save the sheet as CSV."}
)

func broken(cause string) error { return problemBroken.At("", "cause", cause) }

func tooMuch(what, limit string) error { return problemTooMuch.At("", "what", what, "limit", limit) }
