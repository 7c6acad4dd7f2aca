//go:build !figures

package main

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

var (
	callUnknown   = &zio.ProblemKind{Code: "call.unknown", NL: "De aanroep {call} bestaat niet. Kies uit: {choices}.", EN: "The call {call} does not exist. Choose one of: {choices}."}
	callElsewhere = &zio.ProblemKind{Code: "call.elsewhere", NL: "De aanroep {call} zit in een ander bestand van de rekenhulp.", EN: "The call {call} is in another file of the calculator."}
	callTooLarge  = &zio.ProblemKind{Code: "call.too-large", NL: "Deze aanvraag is te groot: hoogstens {limit#} bytes.", EN: "This request is too large: at most {limit#} bytes."}
)

// call is one thing the calculator can do: it reads its request and writes the value of its reply.
// What it wrote is thrown away when it returns problems.
type call struct {
	name string
	run  func(*strictjson.Value, *strictjson.Writer) zio.Problems
}

// callNames are the names of all calls; who adds a call adds a file, a name here and a line in the list of a build.
var callNames = [...]string{"calculate", "compare", "sweep", "explain", "describe", "systems", "municipalities", "import", "validate", "version"}

// Call answers one request (aanroep): JSON in, JSON out. It never fails and never panics; what is wrong
// with the request stands in the reply. Equal requests give equal bytes, in every build.
//
// A request is an object with the member "call", the language of the texts in "lang" ("nl", the default, or "en") and
// the members of the call. A reply is {"ok":true,"value":...} or {"ok":false,"problems":[...]}.
func Call(request []byte) []byte {
	if len(request) > maxRequest {
		return refusal(zio.Problems{callTooLarge.At("", "limit", "16777216")}, zio.Dutch)
	}
	document, faults := strictjson.Parse(request, strictjson.Limits{Bytes: maxRequest, Text: maxRequest}) // a file is one text
	lang := languageOf(&document)
	if len(faults) > 0 {
		return refusal(zio.ProblemsOf(faults), lang)
	}
	var name string
	if faults := strictjson.ReadValue(&document, &name, bindName); name == "" {
		return refusal(zio.ProblemsOf(onlyOf(faults, "/call", "")), lang)
	}
	for _, c := range calls() {
		if c.name == name {
			w := beginReply()
			if problems := c.run(&document, w); len(problems) > 0 {
				return refusal(problems, lang)
			}
			w.EndObject()
			return w.Bytes()
		}
	}
	for _, known := range callNames {
		if known == name {
			return refusal(zio.Problems{callElsewhere.At("/call", "call", name)}, lang)
		}
	}
	return refusal(zio.Problems{callUnknown.At("/call", "call", name, "choices", callList())}, lang)
}

// onlyOf keeps the faults at the given places: the other members belong to a call that is not known yet.
func onlyOf(faults []strictjson.Fault, pointers ...string) []strictjson.Fault {
	var kept []strictjson.Fault
	for _, f := range faults {
		for _, p := range pointers {
			if f.Pointer == p {
				kept = append(kept, f)
			}
		}
	}
	return kept
}

func callList() string {
	list := ""
	for i, name := range callNames {
		if i > 0 {
			list += ", "
		}
		list += name
	}
	return list
}

// languageOf is the language of the texts, also of a request that is wrong elsewhere.
func languageOf(document *strictjson.Value) zio.Lang {
	for i := range document.Members {
		if m := &document.Members[i]; m.Name == "lang" && m.Value.Kind == strictjson.String && m.Value.Text == "en" {
			return zio.English
		}
	}
	return zio.Dutch
}

func refusal(problems zio.Problems, lang zio.Lang) []byte {
	w := strictjson.NewWriter(false)
	w.BeginObject()
	w.Name("ok")
	w.Bool(false)
	w.Name("problems")
	writeProblems(w, problems, lang)
	w.EndObject()
	return w.Bytes()
}

func writeProblems(w *strictjson.Writer, problems zio.Problems, lang zio.Lang) {
	w.BeginArray()
	for i := range problems {
		p := &problems[i]
		w.BeginObject()
		w.Name("code")
		w.String(p.Code())
		w.Name("pointer")
		w.String(p.Pointer)
		if p.Line > 0 {
			w.Name("line")
			w.Int(p.Line)
		}
		w.Name("params")
		w.BeginObject()
		for j, q := range p.Params {
			if first := firstParam(p.Params, q.Name); first == j {
				w.Name(q.Name)
				w.String(q.Value)
			}
		}
		w.EndObject()
		w.Name("text")
		w.String(p.Text(lang))
		w.EndObject()
	}
	w.EndArray()
}

// firstParam is the place of the first parameter of a name, so that no member is written twice.
func firstParam(params []zio.Param, name string) int {
	for i := range params {
		if params[i].Name == name {
			return i
		}
	}
	return -1
}
