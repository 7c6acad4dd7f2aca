// Package schema holds the exchange documents (uitwisselbestanden) as JSON Schemas and validates documents and streams
// of documents.
//
// # Kinds
//
// [Kinds] lists the kinds of documents and [Document] gives the schema of each, as it is published at the address in its
// $id. A document names its schema in its first member, $schema; a line of a file of lines (NDJSON) does not. The
// dialect is 2020-12, every object is closed, titles are Dutch, descriptions English, and there are only keywords of
// the dialect, so that strict validators in any language compile the schemas. Amounts and fractions are texts.
//
// # Where the schemas come from
//
// Command gen makes them from two sources that must agree: the Go types, and what the binders of those types say of
// their members (bounds, choices, words). It fails when a type is written as text and has no entry in its table of
// texts, when a field is not bound or a member has no field, when one of the two calls a member optional and the other
// does not, at generics, maps and open interfaces, and when two types have one name. A type stands in $defs as
// package.Type; the rules of a closed set (cost, key and flow) are told apart by the const of their
// member rule, and a key may hold keys. Who adds a rule, a member or a kind runs
//
//	go generate ./...
//	npm --prefix schema/types run generate
//
// the second for the TypeScript types, which are made of the schemas. A new kind is one line in the table of kinds, one
// constant here, and one small example in examples.
//
// # What a schema says, and what it leaves to Go
//
// The pattern of a text is the grammar of its parser, in what RE2 and ECMA-262 share; tests compare the two. So a
// document may write GM0363 for 0363, 12AB-00 for 12AB00 and PO-26-01 for PO2601; documents are written in the short
// form. A date is checked to the day, also by validators that do not assert formats. Text has no control characters but
// the line feed. An optional text may be empty, which is as if it were absent.
//
// No keyword can say that the years of a school year follow each other, that a pupil reference is no citizen service
// number, that a name refers to something, or that sums are right: those problems have codes of their own and come from
// the readers of packages zio and funding. In a result and in indicators, names
// of the agreement are not judged again.
//
// What Go writes a schema accepts, and what a schema accepts Go reads: tests make arbitrary values and arbitrary
// documents to find out, and show of every single constraint that a document is refused because of it alone, at the same
// place by Go.
//
// # Validation
//
// [Validate] judges a document in memory, [Lines] the records of a stream one by one, [Parts] a large document in pieces,
// and [File] and [Check] whatever they are given, also compressed, with as many workers as wanted and in memory that does
// not grow with the input. There are two stages. A reader that is compiled from the schema itself goes over the bytes once
// and proves nearly every valid document valid, strictness included, without allocating. What it does not prove goes to
// the strict reader and then to the full validator (santhosh-tekuri/jsonschema), and what that finds is said in the words
// of the schema: problems with a code "schema.KEYWORD", the pointer to the very member, in the order of the document. So
// a fault of the first stage can do one kind of harm only, and tests hunt for that with millions of documents.
//
// Whatever the schema, a document is refused for a member that stands twice, exponents, more than 19 digits, 120.0 for
// 120, half characters, NUL, text behind it, nesting over 64 levels, and a reference of a pupil or a text that could hold a BSN. A
// byte-order mark is refused in a document in memory, and skipped and reported at the start of a file; a file may also be
// packed with gzip or be UTF-16. All limits stand in one file with their reasons; [WithLimits] lowers them.
//
// conformance holds documents with their verdicts for programs in other languages; bench measures the speed.
//
// # Versions
//
// A released version never changes: released.txt lists the digests of its files, and a test fails when one differs. The
// folder of a version that is not in that list still may.
package schema

// Where what stands: the files in reading order, from the whole to its parts.
//
//	canonical.go merged.go     the one form of a document; a result without small numbers
//	validate_file.go           a file, whatever it holds
//	detect.go                  of which kind a document is
//	validate_blocks.go         lines in blocks, by several workers
//	validate_second.go         what records mean together
//	lines.go                   records one by one
//	validate.go                a document in memory, and the options of all
//	validate_parts.go          a large document in pieces
//	validate_place.go          where a piece stands
//	validate_report.go         what became of a file
//	validate_totals.go         sums over records
//	validate_kinds.go          the engine of each kind
//	validate_engine.go         the two stages of one schema
//	validate_lexical.go        what no schema says of how a value is written
//	validate_explain.go        findings as problems
//	validate_words.go          the words of a schema
//	validate_problems.go       the kinds of problems
//	validate_bsn.go            references and texts that could hold a BSN
//	validate_source.go validate_window.go    bytes of a file or a stream
//	validate_limits.go         all limits
//	translate.go               the full validator, known here alone
//	meaning.go                 what documents mean, which no schema can express
//	meaning_indicators.go      which measurements tell a number of 1 to 4 pupils
//	meaning_few.go             which numbers tell of 1 to 4 pupils
//	embed.go                   the schemas
