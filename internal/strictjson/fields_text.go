package strictjson

import (
	"strconv"
	"unicode/utf8"
)

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
		if f.readLabel(x, &at, &s) {
			*v = x.Text
		}
	case checking:
		if *v != "" || !s.Optional {
			at := f.child(&s)
			f.readLabel(&Value{Text: *v}, &at, &s)
		}
	case writing:
		if *v == "" && s.Optional {
			return
		}
		f.w.member(s.Name)
		f.w.String(*v)
	case describing:
		f.describe(s, KindText)
	}
}

// readLabel judges free text, or a digest.
func (f *Fields) readLabel(x *Value, at *path, s *Spec) bool {
	low := s.Min
	if low == 0 && !s.Optional {
		low = 1
	}
	if !f.readText(x, at, low, s.max(MaxLabel)) {
		return false
	}
	if s.Format == "digest" && !isDigest(x.Text) && (x.Text != "" || low > 0) {
		f.wrong(FaultDigest, x, at)
		return false
	}
	return true
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
	case checking:
		at := f.child(&s)
		if f.absent(&s, len(*v)) || !f.readCount(&Value{}, &at, &s, len(*v)) {
			return
		}
		for i, text := range *v {
			here := path{parent: &at, index: i, item: true}
			f.readText(&Value{Text: text}, &here, 1, MaxLabel)
		}
	case writing:
		if s.Optional && len(*v) == 0 {
			return
		}
		f.w.member(s.Name)
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
		f.w.member(s.Name)
		f.w.String(text)
	case describing:
		s.Choices = []Choice{{Value: text}}
		f.describe(s, KindConst)
	}
}
