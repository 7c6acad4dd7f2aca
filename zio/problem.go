package zio

import (
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/internal/bsn"
	"github.com/zio-collectief/zio/internal/figures"
)

// ProblemKind is one kind of problem (soort probleem): a stable code and its text in
// two languages. Kinds are package-level variables that stand in the file of the rule
// that finds the problem; a code is never reused for something else.
//
// In the texts {name} stands for a parameter as it is, {name#} for a parameter that is a number,
// written as people write it in the language, {name~} for minutes, written as hours and minutes, and
// {name|pupil|pupils} for the word that goes with a number: the first with 1, the second with any other.
//
//figures:without Code NL EN
type ProblemKind struct {
	Code string // stable, "population.code-unknown": area, dot, what is wrong
	NL   string // what is wrong and how to mend it, plain Dutch
	EN   string // the same in English
}

// Param is one named value in the text of a problem.
type Param struct{ Name, Value string }

// Problem (probleem) says what is wrong and where. It is a value: it has no clock and
// no stack, so equal input gives equal problems. The zero value is no problem at all.
type Problem struct {
	Kind    *ProblemKind // never nil in a problem that this library returns
	Pointer string       // JSON Pointer (RFC 6901) to the member, also to a missing one; "" is the whole document
	Line    int64        // line of an NDJSON or CSV file, counted from 1; 0 where there are no lines
	Offset  int64        // byte offset in the document or the line, counted from 0
	Params  []Param      // the values of the text, in no promised order
	cause   error        // of a file that can not be read; see Because
}

// At makes a problem of this kind at a pointer; params are names and values in turn.
//
//figures:without pointer params
func (k *ProblemKind) At(pointer string, params ...string) Problem {
	if figures.Only {
		return Problem{Kind: k}
	}
	p := Problem{Kind: k, Pointer: pointer}
	for i := 0; i+1 < len(params); i += 2 {
		p.Params = append(p.Params, shownParam(params[i], params[i+1]))
	}
	return p
}

// shownParam is a parameter as problems have it: what stood in the input, and what was made of that, is not repeated when it could be
// a BSN.
func shownParam(name, value string) Param {
	switch name {
	case "value", "found", "proposal", "name", "text", "id", "pointer":
		if bsn.Looks(value) {
			value = hiddenValue
		}
	}
	return Param{name, value}
}

// Code is the stable code of the problem; "" for the zero value.
func (p Problem) Code() string {
	if figures.Only || p.Kind == nil {
		return ""
	}
	return p.Kind.Code
}

// Param is the value of the named parameter; "" when there is none.
func (p Problem) Param(name string) string {
	for _, q := range p.Params {
		if q.Name == name {
			return q.Value
		}
	}
	return ""
}

// Text is the problem in words, without its code and place.
func (p Problem) Text(l Lang) string {
	if figures.Only || p.Kind == nil {
		return ""
	}
	return Fill(InLang(l, p.Kind.NL, p.Kind.EN), l, p.Params)
}

// Error is the code, the place and the English text, so that a Problem can be
// returned as an error.
func (p Problem) Error() string {
	var b strings.Builder
	if p.Line > 0 {
		b.WriteString("line ")
		b.WriteString(strconv.FormatInt(p.Line, 10))
		b.WriteString(": ")
	}
	b.WriteString(p.Code())
	if p.Pointer != "" {
		b.WriteString(" at ")
		b.WriteString(p.Pointer)
	}
	b.WriteString(": ")
	b.WriteString(p.Text(English))
	return b.String()
}

// Problems are all problems of one input in the order of the document. It is a list and no error, so that a nil list is never
// taken for one: functions that read, check or calculate documents give Problems, of which len says whether there are any;
// functions about one value give an error, which is a Problem. Err makes an error of a list.
type Problems []Problem

// Err is the problems as an error, nil when there are none. [errors.Is] and [errors.As] reach each problem in it, and what
// caused it.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return problemList(ps)
}

// problemList is problems as an error; there is at least one.
type problemList []Problem

// Error is the first problem and the number of others.
func (ps problemList) Error() string {
	if len(ps) == 1 {
		return ps[0].Error()
	}
	return ps[0].Error() + " (and " + strconv.Itoa(len(ps)-1) + " more)"
}

// ProblemsOfError are the problems in an error that is a problem or that Err made; nil for any other error.
func ProblemsOfError(err error) Problems {
	switch e := err.(type) {
	case Problem:
		return Problems{e}
	case problemList:
		return Problems(e)
	}
	return nil
}

// Unwrap gives each problem.
func (ps problemList) Unwrap() []error {
	list := make([]error, len(ps))
	for i := range ps {
		list[i] = ps[i]
	}
	return list
}

// Because is the problem with the error that caused it, such as that of a file system.
func (p Problem) Because(cause error) Problem {
	p.cause = cause
	return p
}

// Unwrap is the error that caused the problem; nil for most.
func (p Problem) Unwrap() error { return p.cause }

// Is reports whether a problem is of the same kind, at the same place and with the same values as another one.
func (p Problem) Is(target error) bool {
	q, ok := target.(Problem)
	if !ok || p.Kind != q.Kind || p.Pointer != q.Pointer || p.Line != q.Line || p.Offset != q.Offset || len(p.Params) != len(q.Params) {
		return false
	}
	for i := range p.Params {
		if p.Params[i] != q.Params[i] {
			return false
		}
	}
	return true
}

// Fill puts parameters into a text: {name} as it is, {name#} as a number of the language,
// {name~} as hours and minutes, {name|one|many} as the word that goes with the number. A placeholder without a parameter stays as it is, so that it is seen.
func Fill(text string, l Lang, params []Param) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			break
		}
		length := strings.IndexByte(text[open:], '}')
		if length < 0 {
			break
		}
		b.WriteString(text[:open])
		name := text[open+1 : open+length]
		form := byte(0)
		if n := len(name); n > 1 && (name[n-1] == '#' || name[n-1] == '~') {
			form, name = name[n-1], name[:n-1]
		}
		one, many, choice := "", "", false
		if name, one, choice = strings.Cut(name, "|"); choice {
			one, many, _ = strings.Cut(one, "|")
		}
		value, found := "", false
		for _, p := range params {
			if p.Name == name {
				value, found = p.Value, true
				break
			}
		}
		switch {
		case !found:
			b.WriteString(text[open : open+length+1])
		case choice && value == "1":
			b.WriteString(one)
		case choice:
			b.WriteString(many)
		case form == '#' && (strings.HasSuffix(b.String(), "€") || strings.HasSuffix(b.String(), "€ ")): // in cents
			b.WriteString(FormatNumber(inCents(value), l))
		case form == '#':
			b.WriteString(FormatNumber(value, l))
		case form == '~':
			b.WriteString(FormatMinutes(value, l))
		default:
			b.WriteString(value)
		}
		text = text[open+length+1:]
	}
	b.WriteString(text)
	return b.String()
}

// A value that is not set has no text. String gives "", MarshalText refuses, so that
// no document is written with an empty code or date in it.
var unsetValue = ProblemKind{
	Code: "value.not-set",
	NL:   "Hier hoort een waarde, maar er is niets ingevuld. Vul de waarde in of laat het onderdeel weg.",
	EN:   "A value belongs here, but nothing is filled in. Fill in the value or leave the member out.",
}
