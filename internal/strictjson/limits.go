package strictjson

// Limits bound what a document may ask of the reader. A caller may lower them, and raise that of texts up to the
// size of the document; zero means the default.
type Limits struct {
	Bytes   int // size of the whole document
	Depth   int // objects and arrays inside each other
	Digits  int // digits of one number
	Text    int // bytes of one string, as written
	Members int // members of one object
	Items   int // items of one array
}

// The defaults, each with its reason.
const (
	maxBytes   = 64 << 20 // a population of 342 municipalities and every school is under 10 MiB; larger sets go as NDJSON
	maxDepth   = 64       // the deepest document of the schemas is under 16; the stack of the browser build stays small
	maxDigits  = 19       // an int64 has 19 digits; anything longer is an attack or an error
	maxText    = 64 << 10 // the longest text of a document is an explanation of a few kB
	maxMembers = 256      // the widest object has under 40 members; looking one up twice stays cheap
	maxItems   = 2 << 20  // pupil lines of the whole country, one per pupil in special education, fit twenty times
)

func (l Limits) withDefaults() Limits {
	set := func(v *int, d int) {
		if *v <= 0 || *v > d {
			*v = d
		}
	}
	set(&l.Bytes, maxBytes)
	set(&l.Depth, maxDepth)
	set(&l.Digits, maxDigits)
	if l.Text <= 0 {
		l.Text = maxText
	}
	l.Text = min(l.Text, l.Bytes)
	set(&l.Members, maxMembers)
	set(&l.Items, maxItems)
	return l
}
