package strictjson

import (
	"strconv"
	"unicode/utf8"

	"github.com/zio-collectief/zio/internal/bsn"
)

// Text binds free text: Min to Max characters (default 0 to 200; of a required text 1 to 200), none of them hidden, no BSN. Only
// a text that may be longer than 200 has lines, and no address has. Text of the format "digest" is one.
func (f *Fields) Text(v *string, s Spec) {
	switch f.now() {
	case reading:
		x := f.find(s.Name, s.Optional)
		if x == nil {
			return
		}
		if x.Kind != String {
			f.wrong(FaultNotText, x, f.child(s.Name))
			return
		}
		if f.readLabel(x, f.child(s.Name), s.Format, least(s.Min, s.Optional), s.Max) {
			*v = x.Text
		}
	case checking:
		if *v != "" || !s.Optional {
			f.readLabel(&Value{Text: *v}, f.child(s.Name), s.Format, least(s.Min, s.Optional), s.Max)
		}
	case writing:
		if *v == "" && s.Optional {
			return
		}
		f.w.memberText(s.Name, *v)
	case describing:
		f.describe(s, KindText)
	}
}

// least is the lower end of a text: a required one has a character.
func least(low int64, optional bool) int64 {
	if low == 0 && !optional {
		return 1
	}
	return low
}

// readLabel judges free text, or a digest.
func (f *Fields) readLabel(x *Value, at *path, format string, low, most int64) bool {
	if !f.readText(x, at, low, upper(most, MaxLabel), format, HasLines(format, most)) {
		return false
	}
	if format == "digest" && !isDigest(x.Text) && (x.Text != "" || low > 0) {
		f.wrong(FaultDigest, x, at)
		return false
	}
	return true
}

// HasLines reports whether free text of this format and of at most so many characters may hold line feeds: notes and
// explanations may, names and titles not.
func HasLines(format string, most int64) bool { return most > MaxLabel && format != "url" }

// Personal reports whether a text of a format could hold a BSN. Addresses and short names are full of numbers of something else, in parts: of
// them it is nine or ten digits in a row. A number that was calculated is no text of people, and a digest is none either.
func Personal(text, format string) bool {
	switch format {
	case "", "basis":
		return bsn.Looks(text)
	case "url": // what is no address is text
		if !isAddress(text) {
			return bsn.Looks(text)
		}
	case "digest":
		return false
	case "number":
		return !isNumber(text) && bsn.Looks(text)
	}
	return bsn.InARow(text) && !isDigest(text)
}

// isAddress reports whether a text begins as an address, with a word and a colon, and has no space.
func isAddress(s string) bool {
	word := false
	for i := 0; i < len(s); i++ {
		if s[i] == ' ' {
			return false
		}
		word = word || s[i] == ':' && i > 1 && s[i-1] > '9'
	}
	return word
}

// isNumber reports whether a text is a number or a fraction, as calculations write them.
func isNumber(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < '0' || c > '9') && c != '.' && c != '/' && (c != '-' || i > 0) {
			return false
		}
	}
	return true
}

// unseen are the first and last of each range of characters outside ASCII that can not be seen, in order: controls, separators
// of lines, and what Unicode says to show as nothing, such as soft hyphens, characters without width, those that turn the direction
// of a text, variation selectors and tags.
var unseen = [...]rune{0x80, 0x9F, 0xAD, 0xAD, 0x34F, 0x34F, 0x61C, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F, 0x2028, 0x202E,
	0x2060, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFFB, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF}

// hidden reports whether a character outside ASCII can not be seen.
func hidden(r rune) bool {
	for i := 0; i < len(unseen); i += 2 {
		if r <= unseen[i+1] {
			return r >= unseen[i]
		}
	}
	return false
}

// readText judges free text.
func (f *Fields) readText(x *Value, at *path, low, high int64, format string, lines bool) bool {
	wide, control, digits := false, false, 0
	for _, c := range []byte(x.Text) {
		if c-'0' <= 9 {
			digits++
		}
		wide = wide || c >= utf8.RuneSelf
		control = control || c < 0x20 && (c != '\n' || !lines) || c == 0x7F
	}
	n := int64(len(x.Text))
	if wide {
		n = 0
		for _, r := range x.Text {
			n++
			control = control || r >= utf8.RuneSelf && hidden(r)
		}
	}
	if n < low || n > high {
		f.fault(Fault{Kind: FaultLength, Pointer: at.pointer(), Offset: x.Offset, Params: []string{
			"length", strconv.FormatInt(n, 10), "min", strconv.FormatInt(low, 10), "max", strconv.FormatInt(high, 10)}})
		return false
	}
	if control {
		f.wrong(FaultControl, x, at)
		return false
	}
	if (digits >= 8 || wide) && Personal(x.Text, format) {
		f.wrong(FaultBSN, x, at)
		return false
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

// Texts binds a list of free texts; Min and Max count the items, each has at most 200 characters.
func (f *Fields) Texts(v *[]string, s Spec) {
	switch f.now() {
	case reading:
		x := f.list(s.Name, s.Optional, s.Min, s.Max)
		if x == nil {
			return
		}
		list := make([]string, len(x.Members))
		for i := range list {
			item, here := x.Item(i), path{parent: f.child(s.Name), index: i, item: true}
			if item.Kind != String {
				f.wrong(FaultNotText, item, &here)
			} else if f.readText(item, &here, 1, MaxLabel, "", false) {
				list[i] = item.Text
			}
		}
		*v = list
	case checking:
		if s.Optional && len(*v) == 0 || !f.readCount(&Value{}, f.child(s.Name), s.Min, s.Max, len(*v)) {
			return
		}
		for i, text := range *v {
			here := path{parent: f.child(s.Name), index: i, item: true}
			f.readText(&Value{Text: text}, &here, 1, MaxLabel, "", false)
		}
	case writing:
		if s.Optional && len(*v) == 0 {
			return
		}
		f.w.member(s.Name, 1)
		f.w.BeginArray()
		for _, text := range *v {
			f.w.String(text)
		}
		f.w.EndArray()
	case describing:
		f.describe(s, KindTexts)
	}
}

// Const binds a member that always has one text, such as "$schema"; another text is another kind of document.
func (f *Fields) Const(text string, s Spec) {
	switch f.now() {
	case reading:
		x := f.find(s.Name, s.Optional)
		if x == nil {
			return
		}
		if x.Kind != String || x.Text != text {
			f.fault(Fault{Kind: FaultSchemaKind, Pointer: f.child(s.Name).pointer(), Offset: x.Offset, Params: []string{"found", x.Text, "expected", text}})
		}
	case writing:
		f.w.memberText(s.Name, text)
	case describing:
		s.Choices = []Choice{{Value: text}}
		f.describe(s, KindConst)
	}
}
