// Package strictjson is the only way in which exchange documents come into the core and go out of it.
//
// [Parse] reads JSON more strictly than RFC 8259 asks, as I-JSON (RFC 7493) advises: UTF-8 without a
// byte-order mark, no member twice, no exponents, at most 19 digits, bounded depth and size. What two
// programs could read in two ways is refused, so that nobody reads another amount than was written.
//
// [Fields] binds the members of an object to the fields of a Go value. The same list of calls reads,
// writes and describes the object, so the three can not drift apart:
//
//	func (p *Period) bind(f *strictjson.Fields) {
//		f.Code(&p.From, strictjson.Spec{Name: "from", NL: "Eerste dag", EN: "First day"})
//		f.Code(&p.Until, strictjson.Spec{Name: "until", NL: "Laatste dag", EN: "Last day"})
//	}
//
// It uses no reflection, no maps and no recover, so that it also runs in a small wasm build.
package strictjson

// Where what stands: the files in reading order, from the whole to its parts.
//
//	unmarshal.go               for the methods UnmarshalJSON
//	fields_union.go            rules of a closed set
//	fields_text.go fields_number.go fields_code.go    members by kind
//	fields.go                  one list of members: reads, writes, checks, describes
//	fields_object.go           objects and lists
//	describe.go                what a binder says of its object
//	write.go                   the one form in which JSON is written
//	parse.go parse_scalar.go   the reader
//	plain.go                   eight bytes at a time
//	fault.go limits.go         what can be wrong, and what may be asked
