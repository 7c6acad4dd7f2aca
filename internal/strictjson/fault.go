package strictjson

import (
	"strconv"

	"github.com/zio-collectief/zio/internal/bsn"
	"github.com/zio-collectief/zio/internal/figures"
)

// FaultKind is one kind of fault: a stable code and its text in Dutch and English, with {name}
// for parameters. It has the fields of a problem kind of the public package.
//
//figures:without Code NL EN
type FaultKind struct {
	Code string
	NL   string
	EN   string
}

// Fault is one thing that is wrong with a document, with its place.
//
//figures:without Pointer Offset Params
type Fault struct {
	Kind    *FaultKind
	Pointer string   // JSON Pointer to the member, also to a missing one
	Offset  int      // byte offset in the document
	Params  []string // names and values in turn
	Cause   error    // what a text value said of its text; then Kind is nil
}

// Faults of the syntax. Reading stops at the first of these, except at duplicate members.
var (
	FaultEmpty     = &FaultKind{"json.empty", "Het bestand is leeg.", "The file is empty."}
	FaultTooLarge  = &FaultKind{"json.too-large", "Het bestand is te groot: hoogstens {limit#} bytes. Gebruik voor grote bestanden regels (NDJSON).", "The file is too large: at most {limit#} bytes. Use lines (NDJSON) for large files."}
	FaultSyntax    = &FaultKind{"json.syntax", "Hier klopt de JSON niet. Verwacht: {expected}", "The JSON is wrong here. Expected: {expected}"}
	FaultZeros     = &FaultKind{"json.leading-zero", "Schrijf dit getal zonder nullen ervoor. Een code met nullen hoort tussen aanhalingstekens, bijvoorbeeld \"0363\".", "Write this number without leading zeros. A code with zeros stands in quotes, for example \"0363\"."}
	FaultRaw       = &FaultKind{"json.control", "In deze tekst staat een regeleinde, tab of stuurteken. Schrijf dat als \\n, \\t of \\u00..", "This text has a raw line break, tab or control character. Write it as \\n, \\t or \\u00.."}
	FaultTrailing  = &FaultKind{"json.trailing", "Achter het document staat nog tekst. Haal die weg.", "There is text after the document. Remove it."}
	FaultDepth     = &FaultKind{"json.too-deep", "Het document is te diep genest: hoogstens {limit} lagen.", "The document is nested too deep: at most {limit} levels."}
	FaultNumber    = &FaultKind{"json.number-too-long", "Dit getal heeft te veel cijfers: hoogstens {limit}.", "This number has too many digits: at most {limit}."}
	FaultExponent  = &FaultKind{"json.exponent", "Schrijf dit getal zonder E-notatie, bijvoorbeeld 1000 in plaats van 1e3.", "Write this number without an exponent, for example 1000 instead of 1e3."}
	FaultUTF8      = &FaultKind{"json.utf8", "De tekst is geen geldige UTF-8. Sla het bestand op als UTF-8.", "The text is not valid UTF-8. Save the file as UTF-8."}
	FaultSurrogate = &FaultKind{"json.surrogate", "Deze \\u-code is maar een half teken.", "This \\u escape is only half a character."}
	FaultBOM       = &FaultKind{"json.bom", "Het bestand begint met een byte-order mark. Sla het op als UTF-8 zonder BOM.", "The file starts with a byte-order mark. Save it as UTF-8 without BOM."}
	FaultNUL       = &FaultKind{"json.nul", "In het bestand staat een NUL-teken. Dat is geen tekst.", "The file has a NUL character. That is not text."}
	FaultDuplicate = &FaultKind{"json.duplicate-member", "Het veld {name} staat twee keer in hetzelfde object.", "The member {name} stands twice in the same object."}
	FaultText      = &FaultKind{"json.text-too-long", "Deze tekst is te lang: hoogstens {limit#} bytes.", "This text is too long: at most {limit#} bytes."}
	FaultMembers   = &FaultKind{"json.too-many-members", "Dit object heeft te veel velden: hoogstens {limit}.", "This object has too many members: at most {limit}."}
	FaultItems     = &FaultKind{"json.too-many-items", "Deze lijst heeft te veel regels: hoogstens {limit#}.", "This list has too many items: at most {limit#}."}
)

// Faults of binding: the JSON is sound, the document is not what it should be.
var (
	FaultMissing    = &FaultKind{"document.member-missing", "Het veld {name} ontbreekt. Vul het in.", "The member {name} is missing. Fill it in."}
	FaultUnknown    = &FaultKind{"document.member-unknown", "Het veld {name} bestaat niet in dit document. Controleer de spelling.", "The member {name} does not exist in this document. Check the spelling."}
	FaultNotText    = &FaultKind{"document.type-wrong", "Hier hoort tekst tussen aanhalingstekens te staan.", "Here a text in quotes is expected."}
	FaultNotNumber  = &FaultKind{"document.type-wrong", "Hier hoort een heel getal te staan, zonder aanhalingstekens.", "Here a whole number is expected, without quotes."}
	FaultNotBool    = &FaultKind{"document.type-wrong", "Hier hoort true of false te staan.", "Here true or false is expected."}
	FaultNotList    = &FaultKind{"document.type-wrong", "Hier hoort een lijst [ ... ] te staan.", "Here a list [ ... ] is expected."}
	FaultNotObject  = &FaultKind{"document.type-wrong", "Hier hoort een object { ... } te staan.", "Here an object { ... } is expected."}
	FaultNull       = &FaultKind{"document.null", "Hier staat null. Vul een waarde in of laat het veld weg.", "This is null. Fill in a value or leave the member out."}
	FaultRange      = &FaultKind{"document.number-out-of-range", "Het getal {value#} mag niet: kies een getal van {min#} tot en met {max#}.", "The number {value#} is not allowed: choose a number from {min#} to {max#}."}
	FaultInteger    = &FaultKind{"document.number-not-whole", "Het getal {value} moet een heel getal zijn.", "The number {value} must be a whole number."}
	FaultLength     = &FaultKind{"document.text-length", "Deze tekst heeft {length} {length|teken|tekens}: kies van {min} tot en met {max} tekens.", "This text has {length} {length|character|characters}: use from {min} to {max}."}
	FaultControl    = &FaultKind{"document.text-control", "In deze tekst staat een onzichtbaar teken of een regeleinde dat hier niet hoort. Haal het weg.", "This text has an invisible character, or a line break that does not belong here. Remove it."}
	FaultBSN        = &FaultKind{"text.bsn", "In deze tekst staat een getal dat een burgerservicenummer (BSN) kan zijn. Een BSN mag hier nooit staan. Haal het weg.", "This text has a number that could be a citizen service number (BSN). A BSN must never stand here. Remove it."}
	FaultDigest     = &FaultKind{"document.digest-malformed", "Dit is geen controlegetal. Dat is \"sha256:\" met 64 tekens 0 tot en met 9 en a tot en met f.", "This is not a digest. That is \"sha256:\" and 64 characters 0 to 9 and a to f."}
	FaultCount      = &FaultKind{"document.list-length", "Deze lijst heeft {length#} {length|regel|regels}: kies van {min#} tot en met {max#}.", "This list has {length#} {length|item|items}: use from {min#} to {max#}."}
	FaultChoice     = &FaultKind{"document.choice-unknown", "{value} is geen keuze. Kies uit: {choices}.", "{value} is not a valid choice. Choose one of: {choices}."}
	FaultNothing    = &FaultKind{"document.nothing", "Hier is niets gegeven.", "Nothing is given here."}
	FaultSchemaKind = &FaultKind{"document.kind-wrong", "Dit is een ander soort document: {found} in plaats van {expected}.", "This is another kind of document: {found} instead of {expected}."}
)

// path is the place of a value; the text of a pointer is made only when something is wrong.
type path struct {
	parent *path
	name   string
	index  int // used when name is ""
	item   bool
}

func (p *path) depth() (n int) {
	for ; p != nil && p.parent != nil; p = p.parent {
		n++
	}
	return n
}

// pointer is the JSON Pointer; the figures say of nothing where it stands.
func (p *path) pointer() string {
	if figures.Only {
		return ""
	}
	return string(p.append(nil))
}

func (p *path) append(b []byte) []byte {
	if p == nil || p.parent == nil {
		return b
	}
	b = p.parent.append(b)
	b = append(b, '/')
	if p.item {
		return strconv.AppendInt(b, int64(p.index), 10)
	}
	return AppendEscaped(b, Shown(p.name))
}

// hiddenName stands for what may be the name or the number of a person.
const hiddenName = "***"

// Shown is the name of a member as a problem repeats it: one that is written as members are, a letter, and letters and digits, 40
// at most, without a BSN. Any other may be that of a person.
func Shown(name string) string {
	for i := 0; i < len(name); i++ {
		c := name[i]
		if letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '$' || c == '_'; !letter && (i == 0 || c < '0' || c > '9') {
			return hiddenName
		}
	}
	if name == "" || len(name) > 40 || bsn.Looks(name) {
		return hiddenName
	}
	return name
}

// ShownCode is a text that is no code of a closed set as a problem repeats it: one that is written as codes are, letters, digits, and
// signs between them, 40 at most, without a BSN. Any other may be the name or the number of a person.
func ShownCode(text string) string {
	for i := 0; i < len(text); i++ {
		c := text[i]
		if letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'; !letter && c != '-' && c != '_' && c != '.' && c != '/' {
			return hiddenName
		}
	}
	if len(text) > 40 || bsn.Looks(text) {
		return hiddenName
	}
	return text
}

// IsName reports whether s is lower-case letters and digits, in parts joined by single hyphens.
func IsName(s string) bool {
	last := byte('-')
	for i := 0; i < len(s); i++ {
		c := s[i]
		letter := c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
		if !letter && (c != '-' || last == '-') {
			return false
		}
		last = c
	}
	return last != '-'
}

// AppendEscaped appends one reference token of a JSON Pointer, escaped as RFC 6901 says.
func AppendEscaped(b []byte, name string) []byte {
	for i := 0; i < len(name); i++ {
		switch name[i] {
		case '~':
			b = append(b, '~', '0')
		case '/':
			b = append(b, '~', '1')
		default:
			b = append(b, name[i])
		}
	}
	return b
}
