//go:build !figures

package main

import (
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// kinds are the shapes of members, by strictjson.FieldKind.
var kinds = [...]string{
	strictjson.KindText: "text", strictjson.KindInteger: "integer", strictjson.KindBool: "bool", strictjson.KindCode: "code",
	strictjson.KindObject: "object", strictjson.KindList: "list", strictjson.KindCodes: "codes", strictjson.KindTexts: "texts",
	strictjson.KindUnion: "union", strictjson.KindConst: "const",
}

// describe tells what a form needs to know: the rules of the three parts, the members of an agreement and
// of a population, and the reasons why pupils are not pooled, with their words in the language of the request.
func describe(document *strictjson.Value, w *strictjson.Writer) zio.Problems {
	var request header
	if problems := read(document, &request, (*header).bind); len(problems) > 0 {
		return problems
	}
	d := describer{w, request.language()}
	w.BeginObject()
	w.Name("parts")
	w.BeginArray()
	d.part("cost", funding.CostRules())
	d.part("key", funding.KeyRules())
	d.part("flow", funding.FlowRules())
	w.EndArray()
	w.Name("agreement")
	w.BeginObject()
	d.fields(strictjson.Describe((*funding.Agreement).Bind).Fields)
	w.EndObject()
	w.Name("population")
	w.BeginObject()
	d.fields(strictjson.Describe((*zio.Population).Bind).Fields)
	w.EndObject()
	d.choices("reasons", find(strictjson.Describe((*funding.Result).Bind), "routing", "exclusions", "reason").Choices)
	w.EndObject()
	return nil
}

type describer struct {
	w    *strictjson.Writer
	lang zio.Lang
}

// text writes a member in the language, when there are words.
func (d describer) text(name, nl, en string) {
	if d.lang == zio.English {
		nl = en
	}
	if nl != "" {
		d.w.Name(name)
		d.w.String(nl)
	}
}

func (d describer) number(name string, n int64) {
	d.w.Name(name)
	d.w.Int(n)
}

func (d describer) part(name string, rules []funding.RuleDescription) {
	d.w.BeginObject()
	d.text("part", name, name)
	d.w.Name("rules")
	d.w.BeginArray()
	for i := range rules {
		r := &rules[i]
		d.w.BeginObject()
		d.text("rule", r.Rule, r.Rule)
		d.text("label", r.NL, r.EN)
		d.text("hint", r.HintNL, r.HintEN)
		d.text("formulas", r.Formulas, r.Formulas)
		d.fields(r.Fields)
		d.w.EndObject()
	}
	d.w.EndArray()
	d.w.EndObject()
}

func (d describer) fields(fields []strictjson.FieldDescription) {
	d.w.Name("fields")
	d.w.BeginArray()
	for i := range fields {
		d.field(&fields[i])
	}
	d.w.EndArray()
}

func (d describer) field(f *strictjson.FieldDescription) {
	d.w.BeginObject()
	d.text("name", f.Name, f.Name)
	kind := kinds[f.Kind]
	d.text("kind", kind, kind)
	d.w.Name("required")
	d.w.Bool(!f.Optional)
	d.text("label", f.NL, f.EN)
	d.text("hint", f.HintNL, f.HintEN)
	d.text("format", f.Format, f.Format)
	if f.Min != 0 || f.Max != 0 {
		d.number("min", f.Min)
	}
	if f.Max != 0 {
		d.number("max", f.Max)
	}
	if f.Choices != nil {
		d.choices("choices", f.Choices)
	}
	d.text("union", f.Union, f.Union)
	if f.Item != nil {
		d.fields(f.Item.Fields)
	}
	d.w.EndObject()
}

func (d describer) choices(name string, choices []strictjson.Choice) {
	d.w.Name(name)
	d.w.BeginArray()
	for i := range choices {
		c := &choices[i]
		d.w.BeginObject()
		d.text("value", c.Value, c.Value)
		d.text("label", c.NL, c.EN)
		d.w.EndObject()
	}
	d.w.EndArray()
}

// find is the member at the end of a path of names; the zero value when there is none.
func find(d *strictjson.Description, names ...string) strictjson.FieldDescription {
	for i := range d.Fields {
		f := d.Fields[i]
		if f.Name != names[0] {
			continue
		}
		if len(names) == 1 || f.Item == nil {
			return f
		}
		return find(f.Item, names[1:]...)
	}
	return strictjson.FieldDescription{}
}
