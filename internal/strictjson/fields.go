package strictjson

import (
	"strconv"
	"unicode/utf8"
)

// Choice is one value of a closed set, with its words.
type Choice struct {
	Value  string
	NL, EN string
}

// Spec says what holds for one member: its name, its bounds and its words.
type Spec struct {
	Name     string
	Optional bool     // may be absent; a required member is never absent
	Format   string   // kind of text or number: "euro", "municipality", "date", "minutes-per-week", ...
	Min, Max int64    // of a number its value; of a text its characters; of a list its items. Max 0 means the default
	Choices  []Choice // the closed set of a code; nil when the set is open
	NL, EN   string   // label of a form field; title and description of the schema
	HintNL   string   // one sentence of help, shown before the field
	HintEN   string
}

// Default upper ends, where a Spec names none.
const (
	MaxInteger = 1<<53 - 1 // the largest whole number that every JSON reader keeps exact
	MaxLabel   = 200       // characters of a text
	MaxList    = 2000      // items of a list
)

// TextValue is a value that has one canonical text: a code, a date, an amount, a choice.
type TextValue interface {
	AppendText([]byte) ([]byte, error)
	UnmarshalText([]byte) error
	IsZero() bool
}

type mode uint8

const (
	reading mode = iota
	writing
	describing
)

// shared is what all Fields of one document have in common.
type shared struct {
	faults []Fault
}

// Fields binds the members of one object. In which of the three modes it works only Fields knows.
type Fields struct {
	mode   mode
	all    *shared
	at     *path
	object *Value
	next   int // where the next member is looked for first
	w      *Writer
	desc   *Description
}

// Reading reports whether the fields are being read; a binder may use it to check what hangs together.
func (f *Fields) Reading() bool { return f.mode == reading }

// find looks a member up and marks it as known. A missing required member is a fault; so is null.
func (f *Fields) find(s *Spec) (*Value, path, bool) {
	here := path{parent: f.at, name: s.Name}
	members := f.object.Members
	for n := range members {
		i := f.next + n
		if i >= len(members) {
			i -= len(members)
		}
		if members[i].Name == s.Name {
			members[i].used = true
			f.next = i + 1
			if f.next == len(members) {
				f.next = 0
			}
			if members[i].Value.Kind == Null {
				f.wrong(FaultNull, &members[i].Value, &here)
				return nil, here, false
			}
			return &members[i].Value, here, true
		}
	}
	if !s.Optional {
		f.fault(Fault{Kind: FaultMissing, Pointer: here.pointer(), Offset: f.object.Offset, Params: []string{"name", s.Name}})
	}
	return nil, here, false
}

func (f *Fields) fault(x Fault) { f.all.faults = append(f.all.faults, x) }

func (f *Fields) wrong(kind *FaultKind, v *Value, at *path) {
	f.fault(Fault{Kind: kind, Pointer: at.pointer(), Offset: v.Offset})
}

func (s *Spec) max(d int64) int64 {
	if s.Max == 0 {
		return d
	}
	return s.Max
}

// Text binds free text: Min to Max characters (default 0 to 200; of a required text 1 to 200), no control characters
// but the line feed. Text of the format "digest" is one.
func (f *Fields) Text(v *string, s Spec) {
	switch f.mode {
	case reading:
		x, at, ok := f.find(&s)
		if !ok {
			return
		}
		if x.Kind != String {
			f.wrong(FaultNotText, x, &at)
			return
		}
		low := s.Min
		if low == 0 && !s.Optional {
			low = 1
		}
		if !f.readText(x, &at, low, s.max(MaxLabel)) {
			return
		}
		if s.Format == "digest" && !isDigest(x.Text) && (x.Text != "" || low > 0) {
			f.wrong(FaultDigest, x, &at)
			return
		}
		*v = x.Text
	case writing:
		if *v == "" && s.Optional {
			return
		}
		f.w.Name(s.Name)
		f.w.String(*v)
	case describing:
		f.describe(s, KindText)
	}
}

// readText judges free text.
func (f *Fields) readText(x *Value, at *path, low, high int64) bool {
	if n := int64(utf8.RuneCountInString(x.Text)); n < low || n > high {
		f.fault(Fault{Kind: FaultLength, Pointer: at.pointer(), Offset: x.Offset, Params: []string{
			"length", strconv.FormatInt(n, 10), "min", strconv.FormatInt(low, 10), "max", strconv.FormatInt(high, 10)}})
		return false
	}
	for i := 0; i < len(x.Text); i++ {
		if c := x.Text[i]; c < 0x20 && c != '\n' || c == 0x7F {
			f.wrong(FaultControl, x, at)
			return false
		}
	}
	return true
}

// isDigest reports whether s is "sha256:" and 64 hexadecimal digits in lower case.
func isDigest(s string) bool {
	const prefix = "sha256:"
	if len(s) != len(prefix)+64 || s[:len(prefix)] != prefix {
		return false
	}
	for i := len(prefix); i < len(s); i++ {
		if c := s[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

// Int binds a whole number from Min to Max (default 0 to 2^53-1). An optional number that is 0 is absent.
func (f *Fields) Int(v *int64, s Spec) {
	switch f.mode {
	case reading:
		if x, at, ok := f.find(&s); ok {
			f.readInt(v, x, &at, &s)
		}
	case writing:
		if *v == 0 && s.Optional {
			return
		}
		f.w.Name(s.Name)
		f.w.Int(*v)
	case describing:
		f.describe(s, KindInteger)
	}
}

// OptionalInt binds a whole number for which absent and 0 are different.
func (f *Fields) OptionalInt(v **int64, s Spec) {
	s.Optional = true
	switch f.mode {
	case reading:
		if x, at, ok := f.find(&s); ok {
			n := new(int64)
			if f.readInt(n, x, &at, &s) {
				*v = n
			}
		}
	case writing:
		if *v != nil {
			f.w.Name(s.Name)
			f.w.Int(**v)
		}
	case describing:
		f.describe(s, KindInteger)
	}
}

func (f *Fields) readInt(v *int64, x *Value, at *path, s *Spec) bool {
	if x.Kind != Number {
		f.wrong(FaultNotNumber, x, at)
		return false
	}
	n, ok := ParseInt(x.Text)
	if !ok {
		for i := 0; i < len(x.Text); i++ {
			if x.Text[i] == '.' {
				f.fault(Fault{Kind: FaultInteger, Pointer: at.pointer(), Offset: x.Offset, Params: []string{"value", x.Text}})
				return false
			}
		}
	}
	if !ok || n < s.Min || n > s.max(MaxInteger) {
		f.fault(Fault{Kind: FaultRange, Pointer: at.pointer(), Offset: x.Offset, Params: []string{
			"value", x.Text, "min", strconv.FormatInt(s.Min, 10), "max", strconv.FormatInt(s.max(MaxInteger), 10)}})
		return false
	}
	*v = n
	return true
}

// ParseInt reads a number of digits, perhaps behind a minus, that fits 64 bits. The parser of strconv would do, but
// compares error values, which brings reflection into a small wasm build.
func ParseInt(text string) (int64, bool) {
	digits := text
	if len(digits) > 0 && digits[0] == '-' {
		digits = digits[1:]
	}
	n := uint64(0)
	for i := 0; i < len(digits); i++ {
		c := digits[i] - '0'
		if c > 9 || i >= maxDigits {
			return 0, false
		}
		n = n*10 + uint64(c)
	}
	if len(digits) < len(text) {
		return -int64(n), len(digits) > 0 && n <= 1<<63
	}
	return int64(n), len(digits) > 0 && n < 1<<63
}

// Bool binds true or false. An optional false is absent.
func (f *Fields) Bool(v *bool, s Spec) {
	switch f.mode {
	case reading:
		x, at, ok := f.find(&s)
		if !ok {
			return
		}
		if x.Kind != Bool {
			f.wrong(FaultNotBool, x, &at)
			return
		}
		*v = x.Text == "true"
	case writing:
		if !*v && s.Optional {
			return
		}
		f.w.Name(s.Name)
		f.w.Bool(*v)
	case describing:
		f.describe(s, KindBool)
	}
}

// Code binds a value with a canonical text: a code, a date, an amount or a choice of a closed set.
// An optional one whose IsZero holds is absent.
func (f *Fields) Code(v TextValue, s Spec) {
	switch f.mode {
	case reading:
		if x, at, ok := f.find(&s); ok {
			f.readCode(v, x, &at, &s)
		}
	case writing:
		if s.Optional && v.IsZero() {
			return
		}
		f.w.Name(s.Name)
		f.writeCode(v)
	case describing:
		f.describe(s, KindCode)
	}
}

func (f *Fields) writeCode(v TextValue) {
	var scratch [48]byte
	text, _ := v.AppendText(scratch[:0])
	f.w.String(string(text))
}

func (f *Fields) readCode(v TextValue, x *Value, at *path, s *Spec) {
	if x.Kind != String {
		f.wrong(FaultNotText, x, at)
		return
	}
	if s.Choices != nil {
		known := false
		for i := range s.Choices {
			known = known || s.Choices[i].Value == x.Text
		}
		if !known {
			f.fault(Fault{Kind: FaultChoice, Pointer: at.pointer(), Offset: x.Offset, Params: []string{"value", x.Text, "choices", choiceList(s.Choices)}})
			return
		}
	}
	if err := v.UnmarshalText([]byte(x.Text)); err != nil {
		f.fault(Fault{Pointer: at.pointer(), Offset: x.Offset, Cause: err})
	}
}

func choiceList(choices []Choice) string {
	list := ""
	for i := range choices {
		if i > 0 {
			list += ", "
		}
		list += choices[i].Value
	}
	return list
}

// Choice binds one text of the closed set in s.Choices.
func (f *Fields) Choice(v *string, s Spec) {
	f.Code((*choiceText)(v), s)
}

type choiceText string

func (c *choiceText) AppendText(b []byte) ([]byte, error) { return append(b, *c...), nil }
func (c *choiceText) UnmarshalText(b []byte) error        { *c = choiceText(b); return nil }
func (c *choiceText) IsZero() bool                        { return *c == "" }

// TextPointer is the pointer of a TextValue type.
type TextPointer[T any] interface {
	*T
	TextValue
}

// OptionalCode binds a code for which absent and its zero value are different, such as an amount.
func OptionalCode[T any, P TextPointer[T]](f *Fields, v **T, s Spec) {
	t := *v
	if t == nil {
		if f.mode == writing {
			return
		}
		t = new(T)
	}
	if f.optionalCode(P(t), s) {
		*v = t
	}
}

// optionalCode reports whether a code was read.
func (f *Fields) optionalCode(v TextValue, s Spec) bool {
	s.Optional = true
	switch f.mode {
	case reading:
		if x, at, ok := f.find(&s); ok {
			before := len(f.all.faults)
			f.readCode(v, x, &at, &s)
			return len(f.all.faults) == before
		}
	case writing:
		f.w.Name(s.Name)
		f.writeCode(v)
	case describing:
		f.describe(s, KindCode)
	}
	return false
}

// Codes binds a list of codes.
func Codes[T any, P TextPointer[T]](f *Fields, v *[]T, s Spec) {
	f.codes(s, len(*v), func(n int) { *v = make([]T, n) }, func(i int) TextValue { return P(&(*v)[i]) })
}

// codes is what Codes does for every type: n is the number of codes, resize makes room for them.
func (f *Fields) codes(s Spec, n int, resize func(int), item func(int) TextValue) {
	switch f.mode {
	case reading:
		x, at, ok := f.list(&s)
		if !ok {
			return
		}
		resize(len(x.Items))
		for i := range x.Items {
			here := path{parent: &at, index: i, item: true}
			f.readCode(item(i), &x.Items[i], &here, &s)
		}
	case writing:
		if s.Optional && n == 0 {
			return
		}
		f.w.Name(s.Name)
		f.w.BeginArray()
		for i := range n {
			f.writeCode(item(i))
		}
		f.w.EndArray()
	case describing:
		f.describe(s, KindCodes)
	}
}

// Texts binds a list of free texts; Min and Max count the items, each has at most 200 characters.
func (f *Fields) Texts(v *[]string, s Spec) {
	switch f.mode {
	case reading:
		x, at, ok := f.list(&s)
		if !ok {
			return
		}
		list := make([]string, len(x.Items))
		for i := range x.Items {
			here := path{parent: &at, index: i, item: true}
			if x.Items[i].Kind != String {
				f.wrong(FaultNotText, &x.Items[i], &here)
			} else if f.readText(&x.Items[i], &here, 1, MaxLabel) {
				list[i] = x.Items[i].Text
			}
		}
		*v = list
	case writing:
		if s.Optional && len(*v) == 0 {
			return
		}
		f.w.Name(s.Name)
		f.w.BeginArray()
		for _, text := range *v {
			f.w.String(text)
		}
		f.w.EndArray()
	case describing:
		f.describe(s, KindTexts)
	}
}

// list finds an array member and checks its length.
func (f *Fields) list(s *Spec) (*Value, path, bool) {
	x, at, ok := f.find(s)
	if !ok {
		return nil, at, false
	}
	if x.Kind != Array {
		f.wrong(FaultNotList, x, &at)
		return nil, at, false
	}
	if n := int64(len(x.Items)); n < s.Min || n > s.max(MaxList) {
		f.fault(Fault{Kind: FaultCount, Pointer: at.pointer(), Offset: x.Offset, Params: []string{
			"length", strconv.FormatInt(n, 10), "min", strconv.FormatInt(s.Min, 10), "max", strconv.FormatInt(s.max(MaxList), 10)}})
		return nil, at, false
	}
	return x, at, true
}

// The generic functions below only say how a member of their type is reached; what is done with
// it stands in methods without type parameters, which a program holds once and not once per type.

// readObject binds one object value and reports the members that nobody asked for.
func (f *Fields) readObject(x *Value, at *path, bind func(*Fields)) {
	if x.Kind != Object {
		f.wrong(FaultNotObject, x, at)
		return
	}
	inner := Fields{mode: reading, all: f.all, at: at, object: x}
	bind(&inner)
	inner.unknown()
}

func (f *Fields) unknown() {
	for i := range f.object.Members {
		if m := &f.object.Members[i]; !m.used {
			here := path{parent: f.at, name: m.Name}
			f.fault(Fault{Kind: FaultUnknown, Pointer: here.pointer(), Offset: m.Offset, Params: []string{"name", m.Name}})
		}
	}
}

func (f *Fields) writeObject(bind func(*Fields)) {
	f.w.BeginObject()
	bind(&Fields{mode: writing, w: f.w})
	f.w.EndObject()
}

func describeObject(bind func(*Fields)) *Description {
	d := Description{}
	bind(&Fields{mode: describing, desc: &d})
	return &d
}

// Struct binds a required member that is an object, by the binder of its type.
func Struct[T any](f *Fields, v *T, s Spec, bind func(*T, *Fields)) {
	f.structure(s, func(g *Fields) { bind(v, g) })
}

func (f *Fields) structure(s Spec, bind func(*Fields)) {
	switch f.mode {
	case reading:
		if x, at, ok := f.find(&s); ok {
			f.readObject(x, &at, bind)
		}
	case writing:
		f.w.Name(s.Name)
		f.writeObject(bind)
	case describing:
		f.describe(s, KindObject).Item = describeObject(bind)
	}
}

// OptionalStruct binds an object that may be absent.
func OptionalStruct[T any](f *Fields, v **T, s Spec, bind func(*T, *Fields)) {
	if *v == nil && f.mode == writing {
		return
	}
	s.Optional = true
	f.structure(s, func(g *Fields) {
		if *v == nil {
			*v = new(T)
		}
		bind(*v, g)
	})
}

// List binds a list of objects.
func List[T any](f *Fields, v *[]T, s Spec, bind func(*T, *Fields)) {
	f.objects(s, len(*v), func(n int) { *v = make([]T, n) }, func(i int, g *Fields) { bind(&(*v)[i], g) })
}

// objects is what List does for every type: n is the number of objects, resize makes room for them.
func (f *Fields) objects(s Spec, n int, resize func(int), bind func(int, *Fields)) {
	switch f.mode {
	case reading:
		x, at, ok := f.list(&s)
		if !ok {
			return
		}
		resize(len(x.Items))
		for i := range x.Items {
			here := path{parent: &at, index: i, item: true}
			f.readObject(&x.Items[i], &here, func(g *Fields) { bind(i, g) })
		}
	case writing:
		if s.Optional && n == 0 {
			return
		}
		f.w.Name(s.Name)
		f.w.BeginArray()
		for i := range n {
			f.writeObject(func(g *Fields) { bind(i, g) })
		}
		f.w.EndArray()
	case describing:
		resize(1)
		f.describe(s, KindList).Item = describeObject(func(g *Fields) { bind(0, g) })
	}
}

// Variant is one rule of a closed set: the value of the member "rule", and how to make and bind it.
type Variant[T any] struct {
	Rule     string
	New      func() T
	NL, EN   string // what the rule is called
	HintNL   string // one sentence: what it does
	HintEN   string
	Formulas string // "F02", "F01 F07": of the catalogue
}

// Union is a closed set of rules that share an interface, told apart by the member "rule".
type Union[T any] struct {
	Name     string // "cost", "key", "flow": the name of the set
	Variants []Variant[T]
	Rule     func(T) string   // the rule of a value; "" when there is none
	Bind     func(T, *Fields) // binds the other members
}

// Rule binds a member that is one of the rules of a union.
func Rule[T any](f *Fields, v *T, s Spec, u *Union[T]) {
	switch f.mode {
	case reading:
		x, at, ok := f.find(&s)
		if !ok {
			return
		}
		if x.Kind != Object {
			f.wrong(FaultNotObject, x, &at)
			return
		}
		inner := Fields{mode: reading, all: f.all, at: &at, object: x}
		rule := ""
		before := len(f.all.faults)
		inner.Choice(&rule, Spec{Name: "rule", Choices: u.choices()})
		if len(f.all.faults) > before {
			return
		}
		for i := range u.Variants {
			if u.Variants[i].Rule == rule {
				*v = u.Variants[i].New()
				u.Bind(*v, &inner)
				inner.unknown()
				return
			}
		}
	case writing:
		rule := u.Rule(*v)
		if rule == "" && s.Optional {
			return
		}
		f.w.Name(s.Name)
		f.w.BeginObject()
		f.w.Name("rule")
		f.w.String(rule)
		if rule != "" {
			inner := Fields{mode: writing, w: f.w}
			u.Bind(*v, &inner)
		}
		f.w.EndObject()
	case describing:
		f.describe(s, KindUnion).Union = u.Name
	}
}

func (u *Union[T]) choices() []Choice {
	list := make([]Choice, len(u.Variants))
	for i := range u.Variants {
		list[i] = Choice{Value: u.Variants[i].Rule, NL: u.Variants[i].NL, EN: u.Variants[i].EN}
	}
	return list
}

// Describe lists the rules of a union with their fields.
func (u *Union[T]) Describe() []VariantDescription {
	list := make([]VariantDescription, len(u.Variants))
	for i := range u.Variants {
		v := &u.Variants[i]
		d := Description{}
		zero := v.New()
		u.Bind(zero, &Fields{mode: describing, desc: &d})
		list[i] = VariantDescription{Rule: v.Rule, NL: v.NL, EN: v.EN, HintNL: v.HintNL, HintEN: v.HintEN, Formulas: v.Formulas, Fields: d.Fields, Zero: zero}
	}
	return list
}

// Const binds a member that always has one text, such as "$schema"; another text is another kind of document.
func (f *Fields) Const(text string, s Spec) {
	switch f.mode {
	case reading:
		x, at, ok := f.find(&s)
		if !ok {
			return
		}
		if x.Kind != String || x.Text != text {
			f.fault(Fault{Kind: FaultSchemaKind, Pointer: at.pointer(), Offset: x.Offset, Params: []string{"found", x.Text, "expected", text}})
		}
	case writing:
		f.w.Name(s.Name)
		f.w.String(text)
	case describing:
		s.Choices = []Choice{{Value: text}}
		f.describe(s, KindConst)
	}
}

// Read parses a document and binds it. The value holds what could be read, also with faults,
// which stand in the order of the document.
func Read[T any](data []byte, v *T, bind func(*T, *Fields), lim Limits) []Fault {
	x, faults := Parse(data, lim)
	if len(faults) > 0 {
		return faults
	}
	return ReadValue(&x, v, bind)
}

// ReadValue binds a value that was parsed before, as the whole document.
func ReadValue[T any](x *Value, v *T, bind func(*T, *Fields)) []Fault {
	f := Fields{mode: reading, all: &shared{}}
	f.readObject(x, &path{}, func(g *Fields) { bind(v, g) })
	faults := f.all.faults
	for i := 1; i < len(faults); i++ { // insertion sort: there are few, and equal offsets keep their order
		for j := i; j > 0 && faults[j].Offset < faults[j-1].Offset; j-- {
			faults[j], faults[j-1] = faults[j-1], faults[j]
		}
	}
	return faults
}

// Write writes a value as a document.
func Write[T any](w *Writer, v *T, bind func(*T, *Fields)) {
	f := Fields{mode: writing, w: w}
	f.writeObject(func(g *Fields) { bind(v, g) })
}
