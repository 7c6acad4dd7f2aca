// Package accept compiles a JSON Schema document into a reader that proves, in one pass over the bytes
// and without allocating, that a document is valid.
//
// The proof has one side. [Machine.Accept] reports true only for bytes that are well-formed JSON under
// the strict policy of the exchange documents (no member twice, no exponents, bounded digits and depth,
// valid UTF-8, no lone surrogates, no NUL) and that the schema allows. False only means that this reader
// can not say so: the caller asks the strict reader and the full validator, whose verdict holds and who
// have the words for what is wrong. A fault of this package can therefore do one kind of harm only, an
// acceptance that is not deserved; that is what its fuzz tests hunt for.
//
// [Compile] takes the published schema, not a copy of its rules in Go. It understands the keywords that
// the generator of the exchange schemas writes, and refuses a schema with any other keyword by name; such
// a schema is judged by the full validator alone.
//
// What it buys: 100,000 pupil lines in 0.05 s instead of 0.4 s with the binders of strictjson, which would replace it, and 3 to 5 s
// with the full validator; see docs/decisions.md.
//
// How it is fast: members are compared with their names in the order of the schema, eight bytes at a
// time, and looked up in a perfect hash when the order is another; patterns are deterministic automata,
// and when all their matches have one length they are compared with ranges of bytes, eight at a time;
// free text is searched for what ends it eight bytes at a time; numbers are read while they are checked,
// and the members that a caller names are captured on the way, so that a sum needs no second reading.
package accept

// Where what stands: the files in reading order, from the whole to its parts.
//
//	compile.go                 a schema to nodes
//	compile_types.go union.go  by type, and several schemas in one
//	source.go                  the schema as it is read
//	machine.go                 the reader
//	object.go list.go skip.go  how it reads values
//	node.go                    how a node reads its value
//	text.go number.go          what holds for a text, a number
//	set.go run.go chain.go     texts compared as they are
//	calendar.go automaton.go   patterns as automata
//	key.go words.go limits.go  eight bytes at a time, and what is left to the slow path
