package arbitrary

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/bsn"
	"github.com/zio-collectief/zio/internal/strictjson"
)

// rules are the closed sets of rules, by the interface of a set.
var rules = map[reflect.Type]func() []funding.RuleDescription{
	reflect.TypeFor[funding.Cost](): funding.CostRules,
	reflect.TypeFor[funding.Key]():  funding.KeyRules,
	reflect.TypeFor[funding.Flow](): funding.FlowRules,
}

// Value is a Go value of which every member is within the bounds that its binder describes. Members that may be absent
// sometimes are. It panics when the type has a member that the binder does not describe.
func Value[T any](r *rand.Rand, bind func(*T, *strictjson.Fields)) *T {
	v := new(T)
	f := filler{r}
	f.object(reflect.ValueOf(v).Elem(), strictjson.Describe(bind).Fields, 0)
	return v
}

type filler struct{ r *rand.Rand }

func (f filler) object(v reflect.Value, fields []strictjson.FieldDescription, depth int) {
	for i := range fields {
		d := &fields[i]
		if d.Kind == strictjson.KindConst || d.Optional && f.r.IntN(3) == 0 {
			continue
		}
		f.member(field(v, d.Name), d, depth)
	}
}

// field is the field of a struct with a json name.
func field(v reflect.Value, name string) reflect.Value {
	for i := range v.NumField() {
		if tag, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ","); tag == name {
			return v.Field(i)
		}
	}
	panic(fmt.Sprintf("arbitrary: %s has no field for %q", v.Type(), name))
}

func (f filler) member(v reflect.Value, d *strictjson.FieldDescription, depth int) {
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	switch d.Kind {
	case strictjson.KindText:
		v.SetString(f.text(d))
	case strictjson.KindInteger:
		v.SetInt(Number(f.r, d.Min, d.Max))
	case strictjson.KindBool:
		v.SetBool(f.r.IntN(2) == 0)
	case strictjson.KindCode:
		f.code(v, d)
	case strictjson.KindObject:
		f.object(v, d.Item.Fields, depth+1)
	case strictjson.KindUnion:
		f.rule(v, depth)
	default:
		n := min(d.Min+int64(f.r.IntN(3)), d.Max)
		list := reflect.MakeSlice(v.Type(), int(n), int(n))
		for i := range int(n) {
			switch d.Kind {
			case strictjson.KindList:
				f.object(list.Index(i), d.Item.Fields, depth+1)
			case strictjson.KindCodes:
				f.code(list.Index(i), d)
			default:
				list.Index(i).SetString(free(f.r, Number(f.r, 1, strictjson.MaxLabel), false))
			}
		}
		v.Set(list)
	}
}

func (f filler) text(d *strictjson.FieldDescription) string {
	for {
		if text := f.format(d); d.Format == "digest" || !bsn.InARow(text) {
			return text
		}
	}
}

func (f filler) format(d *strictjson.FieldDescription) string {
	switch d.Format {
	case "name", "party":
		text := letters(f.r, "abcxyz0189", Number(f.r, 1, d.Max))
		if n := len(text); n > 2 && f.r.IntN(2) == 0 {
			text = text[:n/2] + "-" + text[n/2+1:]
		}
		return text
	case "digest":
		return "sha256:" + letters(f.r, "0123456789abcdef", 64)
	case "region-code":
		return letters(f.r, "abcXYZ019._-", Number(f.r, 1, d.Max))
	}
	return free(f.r, Number(f.r, max(d.Min, 1), d.Max), strictjson.HasLines(d.Format, d.Max))
}

func (f filler) code(v reflect.Value, d *strictjson.FieldDescription) {
	if x, known := code(f.r, v.Type()); known {
		v.Set(x)
		return
	}
	v.SetString(d.Choices[f.r.IntN(len(d.Choices))].Value)
}

// rule sets one of the rules of a closed set; deep inside one that holds no other rule.
func (f filler) rule(v reflect.Value, depth int) {
	list := rules[v.Type()]()
	for {
		d := &list[f.r.IntN(len(list))]
		if depth > 3 && holdsRule(d.Fields) {
			continue
		}
		x := reflect.New(reflect.TypeOf(d.Zero).Elem())
		f.object(x.Elem(), d.Fields, depth+1)
		v.Set(x)
		return
	}
}

func holdsRule(fields []strictjson.FieldDescription) bool {
	for i := range fields {
		if fields[i].Kind == strictjson.KindUnion || fields[i].Item != nil && holdsRule(fields[i].Item.Fields) {
			return true
		}
	}
	return false
}
