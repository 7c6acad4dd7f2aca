package convenant

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// declared are the clauses of a rule that has none of its own: what it is called, what it does, and each member by its label, as the
// rule itself declares them. A key inside the rule has its clauses behind them.
func (w *writer) declared(what, name string, rules []funding.RuleDescription, rule any) []Clause {
	d := &rules[slices.IndexFunc(rules, func(d funding.RuleDescription) bool { return d.Rule == name })]
	c := w.clause("{what} volgens de regel ‘{label}’. {hint} Afgesproken is:", "{what} by the rule ‘{label}’. {hint} What is agreed:",
		"what", what, "label", w.say(d.NL, d.EN), "hint", w.say(d.HintNL, d.HintEN))
	var keys []Clause
	c.Items = w.members(reflect.ValueOf(rule).Elem(), d.Fields, &keys)
	return append([]Clause{c}, keys...)
}

// members are those that are there, each with its label; a list has an item for each of its lines. Keys go to the clauses behind.
func (w *writer) members(v reflect.Value, fields []strictjson.FieldDescription, keys *[]Clause) []string {
	var items []string
	for i := range fields {
		d := &fields[i]
		label := w.say(d.NL, d.EN)
		add := func(v reflect.Value) {
			items = append(items, strings.ReplaceAll(label+": ", "?: ", "? ")+w.value(v, d, keys))
		}
		x := v.FieldByNameFunc(func(field string) bool {
			f, _ := v.Type().FieldByName(field)
			tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			return tag == d.Name
		})
		switch {
		case d.Optional && x.IsZero():
		case d.Kind == strictjson.KindUnion:
			*keys = append(*keys, w.key(w.fill("het deel ‘{label}’", "the part ‘{label}’", "label", label), x.Interface().(funding.Key))...)
		case x.Kind() == reflect.Slice:
			for i := range x.Len() {
				add(x.Index(i))
			}
		default:
			add(reflect.Indirect(x))
		}
	}
	return items
}

// value is a value of a member in words.
func (w *writer) value(v reflect.Value, d *strictjson.FieldDescription, keys *[]Clause) string {
	if d.Item != nil {
		return strings.Join(w.members(v, d.Item.Fields, keys), ", ")
	}
	text := fmt.Sprint(v.Interface())
	if coded, ok := v.Interface().(encoding.TextMarshaler); ok {
		code, err := coded.MarshalText()
		if err != nil {
			return w.gap(d.NL, d.EN)
		}
		text = string(code)
	}
	for _, c := range d.Choices {
		if c.Value == text {
			return w.say(c.NL, c.EN)
		}
	}
	switch x := v.Interface().(type) {
	case bool:
		return w.yes(x)
	case zio.Date:
		return x.Words(w.lang)
	case int64:
		return w.fill("{n#}", "{n#}", "n", text)
	}
	switch d.Format {
	case "euro":
		return w.fill("€ {e#}", "€{e#}", "e", text)
	case "factor", "fte":
		return w.fill("{n#}", "{n#}", "n", text)
	case "party":
		return w.party(text)
	case "basis":
		return word(w, basisWords, text)
	}
	return text
}
