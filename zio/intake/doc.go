// Package intake reads the official files from which populations and registers come (importeren): the
// pupil counts and addresses of DUO, the areas and municipal changes of CBS, table 33 of RvIG, the table
// of school alliances, and plain tables of which the user names the columns.
//
// Every importer reads a stream and keeps no rows: it hands each row to a callback as typed values and
// counts what became of it. The promise of every importer, on any input:
//
//	rows in the file = rows placed + rows listed + rows outside the selection
//
// A row that can not be placed is listed with its line, a reason and its fields; none is dropped in
// silence. What a file does not say is not guessed: a suppressed count ("<5", "-1") needs a decision of
// the user, a code of which a spreadsheet ate the zeros is refused with the code that was probably meant.
//
// # Tables
//
// Encoding and delimiter are found by looking at the file, and reported. A file with a byte-order mark
// is UTF-8 or UTF-16. Without one the first bytes beyond ASCII decide: what is valid UTF-8 is read as
// UTF-8, anything else as Windows-1252, of which ISO-8859-1 is a part. The delimiter is the one of
// semicolon, comma, tab and bar that the header uses most; a first line "sep=;" is obeyed. Fields may be
// quoted as RFC 4180 says, also with line ends inside. A quote that is never closed spoils one line, not
// the rest of the file. Lines without any value are no rows; they are counted as blank.
//
// # Choices that the sources leave open
//
//   - Suppressed counts: zero counts them as 0, midpoint as the middle of what they can be, rounded half
//     up ("<5" is 1 to 4, of which the middle is 2.5: counted as 3), exclude leaves the row out and lists
//     it, ask lists the rows and makes no population at all. Each row is decided on its own; the ages of
//     a row are not used to narrow its total down.
//   - Places without a municipality (abroad, "ANDERS", postcode 0000, an empty or unknown name): the row
//     is listed. With [Options.KeepUnplaced] its pupils are counted in a group without home instead.
//   - The total of a row must agree with its ages: equal to their sum where all are exact, and within the
//     range of the sum where some are suppressed. Otherwise the row is listed.
//   - A municipality that has merged since is placed under the code it had on the count date; converting to
//     the list of another date is a step of its own.
//   - Rows that are outside the chosen sites, types of school or count date are counted as outside.
//
// The package keeps to the rules of the calculating core: no reflection, no clock, no floating point, no
// maps in an order, so that it also runs in the browser.
package intake

// Where what stands: the files in reading order, from the whole to its parts.
//
//	register_*.go              a register of a table of CBS, RvIG or school alliances
//	population.go              the population of what was added
//	builder_totals.go          totals of sites
//	builder_rows.go            the rows of a layout, counted
//	builder_*.go               groups, numbers, selection, provenance
//	builder.go                 files that become a population, and its choices
//
// The official files: rows, columns and reader of each.
//
//	layout_find.go             which of them a table is
//	duo_*.go                   DUO: pupils and addresses
//	cbs_wide.go cbs_changes.go cbs_areas.go    CBS: areas and municipal changes
//	rvig.go alliances.go       RvIG table 33, school alliances
//	records.go                 rows of a query
//	plain.go                   a table of which the user names the columns
//
// Where somebody lives, and what a cell says.
//
//	postcodes.go place.go      the municipality of a place
//	code.go date.go count.go   a cell as a code, a day, a count
//	options.go                 choices, and how a file is read to its end
//	report.go                  what became of the rows
//
// Tables.
//
//	titles.go header.go quoted.go table_row.go    what stands above a header, the header, one row
//	table.go                   rows of a file
//	layout.go                  the official files, by name
//	encoding.go                how the text is written in bytes
