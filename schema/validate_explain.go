package schema

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// explainer turns findings into problems in the order of the document.
type explainer struct {
	*engine
	root     *strictjson.Value
	problems zio.Problems
}

func (e *engine) explain(found []finding, root *strictjson.Value, most int) zio.Problems {
	x := explainer{engine: e, root: root}
	for i := range found {
		x.finding(&found[i])
	}
	if len(x.problems) == 0 {
		x.add(problemNotAllowed, nil, root, "keyword", found[0].keyword)
	}
	slices.SortStableFunc(x.problems, func(a, b zio.Problem) int {
		return cmp.Or(cmp.Compare(a.Offset, b.Offset), cmp.Compare(a.Pointer, b.Pointer), cmp.Compare(a.Code(), b.Code()), cmp.Compare(a.Error(), b.Error()))
	})
	x.problems = slices.CompactFunc(x.problems, func(a, b zio.Problem) bool {
		return a.Pointer == b.Pointer && a.Code() == b.Code() && a.Error() == b.Error()
	})
	return capped(withoutEchoes(x.problems), most)
}

// withoutEchoes drops a pattern that is not matched where another problem already says why: a date that
// does not exist, a text that is empty or too long, a line break.
func withoutEchoes(problems zio.Problems) zio.Problems {
	said := map[string]bool{}
	for i := range problems {
		switch problems[i].Code() {
		case "schema.format", "schema.minLength", "schema.maxLength", "schema.not":
			said[problems[i].Pointer] = true
		}
	}
	return slices.DeleteFunc(problems, func(p zio.Problem) bool { return p.Code() == "schema.pattern" && said[p.Pointer] })
}

// capped is at most so many problems, and one that says that there are more.
func capped(problems zio.Problems, most int) zio.Problems {
	if len(problems) <= most {
		return problems
	}
	last := problems[most-1]
	more := problemTooMany.At("", "limit", strconv.Itoa(most))
	more.Line, more.Offset = last.Line, last.Offset
	return append(problems[:most:most], more)
}

func (x *explainer) add(kind *zio.ProblemKind, path []string, v *strictjson.Value, params ...string) {
	p := kind.At(placeOf(path), params...)
	p.Offset = int64(v.Offset)
	x.problems = append(x.problems, p)
}

// lookup is the value at a path, and the innermost value on the way when there is none.
func (x *explainer) lookup(path []string) (*strictjson.Value, bool) {
	v := x.root
	for _, token := range path {
		next := child(v, token)
		if next == nil {
			return v, false
		}
		v = next
	}
	return v, true
}

func child(v *strictjson.Value, token string) *strictjson.Value {
	if v.Kind == strictjson.Array {
		if i, err := strconv.Atoi(token); err == nil && i >= 0 && i < len(v.Members) {
			return v.Item(i)
		}
		return nil
	}
	for i := range v.Members {
		if v.Members[i].Name == token {
			return &v.Members[i].Value
		}
	}
	return nil
}

func (x *explainer) finding(f *finding) {
	v, _ := x.lookup(f.instance)
	if v.Kind == strictjson.String && f.keyword != "minLength" && (isReference(x.at(x.schemaOf(f))) || isReference(x.at(f.schema)) || strings.Contains(pointerOf(f.schema), pupilReference)) {
		hidden := *v // it may be a name or a BSN
		hidden.Text = "***"
		v = &hidden
	}
	node := x.at(f.schema)
	title, what := x.words(x.schemaOf(f), f.instance, f.schema)
	about := []string{"title", title, "what", what}
	with := func(params ...string) []string { return append(slices.Clone(about), params...) }
	limit := func() []string {
		return with("limit", fmt.Sprint(node[f.keyword]), "value", excerpt(v), "found", strconv.Itoa(size(v)))
	}
	if f.keyword == "maxLength" && node["pattern"] != nil && node["examples"] != nil {
		return // the pattern beside it says what is wrong
	}
	switch f.keyword {
	case "", "$ref", "allOf":
		for i := range f.causes {
			x.finding(&f.causes[i])
		}
	case "oneOf", "anyOf":
		x.union(f, v, about)
	case "required":
		list, _ := node["required"].([]any)
		for _, name := range list {
			if name, _ := name.(string); child(v, name) == nil {
				title, what := x.words(append(slices.Clone(f.schema), "properties", name), []string{name})
				x.add(problemRequired, append(slices.Clone(f.instance), name), v, "name", name, "title", title, "what", what)
			}
		}
	case "additionalProperties":
		x.extra(f, v, node)
	case "type":
		x.wrongType(f.instance, v, typeNames(node), about)
	case "enum":
		list, _ := node["enum"].([]any)
		x.add(problemEnum, f.instance, v, with("value", codeExcerpt(v), "choices", choices(list))...)
	case "const":
		x.add(problemConst, f.instance, v, with("value", excerpt(v), "expected", plainText(node["const"]))...)
	case "pattern":
		kind, params := problemPattern, with("value", excerpt(v))
		if list, _ := node["examples"].([]any); len(list) > 0 {
			kind, params = problemPatternEG, append(params, "example", plainText(list[0]))
		}
		x.add(kind, f.instance, v, params...)
	case "not":
		x.add(problemHiddenText, f.instance, v, about...)
	case "format":
		kind := problemFormat
		if node["format"] == "date" {
			kind = problemDate
		}
		x.add(kind, f.instance, v, with("value", excerpt(v))...)
	case "minLength":
		kind := problemMinLength
		if v.Text == "" {
			kind = problemBlank
		}
		x.add(kind, f.instance, v, limit()...)
	case "uniqueItems":
		x.add(problemUnique, f.instance, v, about...)
	default:
		kind, known := kindOfLimit[f.keyword]
		if !known {
			x.add(problemNotAllowed, f.instance, v, "keyword", f.keyword)
			return
		}
		x.add(kind, f.instance, v, limit()...)
	}
}

// Keywords that compare something with a number.
var kindOfLimit = map[string]*zio.ProblemKind{
	"maxLength": problemMaxLength, "minimum": problemMinimum, "maximum": problemMaximum, "exclusiveMinimum": problemAbove,
	"exclusiveMaximum": problemBelow, "multipleOf": problemMultiple, "minItems": problemMinItems, "maxItems": problemMaxItems,
	"minProperties": problemMinMembers, "maxProperties": problemMaxMembers,
}

// extra names the members that do not belong, with the member that was probably meant.
func (x *explainer) extra(f *finding, v *strictjson.Value, node map[string]any) {
	properties, _ := node["properties"].(map[string]any)
	for i := range v.Members {
		m := &v.Members[i]
		if _, known := properties[m.Name]; known {
			continue
		}
		kind, params := problemExtra, []string{"name", strictjson.Shown(m.Name)}
		if meant := nearest(m.Name, sortedKeys(properties), v); meant != "" {
			kind, params = problemMisspelled, append(params, "suggestion", meant)
		}
		if kind == problemExtra && strictjson.Shown(m.Name) != m.Name {
			p := problemHidden.At(placeOf(f.instance))
			p.Offset = int64(m.Offset)
			x.problems = append(x.problems, p)
			continue
		}
		p := kind.At(placeOf(append(slices.Clone(f.instance), m.Name)), params...)
		p.Offset = int64(m.Offset)
		x.problems = append(x.problems, p)
	}
}

// union says what is wrong with a value that fits none of several schemas. It looks for the one branch
// that was meant: the one of the right type, and among objects the one whose constant texts are there.
func (x *explainer) union(f *finding, v *strictjson.Value, about []string) {
	if len(f.causes) == 0 {
		x.add(problemUnion, f.instance, v, about...)
		return
	}
	branches := slices.SortedFunc(slices.Values(f.causes), func(a, b finding) int { return cmp.Compare(a.branch, b.branch) })
	var meant []*finding
	var types []string
	for i := range branches {
		if other := x.otherType(&branches[i], len(f.instance)); other != nil {
			types = append(types, other...)
			continue
		}
		meant = append(meant, &branches[i])
	}
	if len(meant) == 0 {
		slices.Sort(types)
		x.wrongType(f.instance, v, slices.Compact(types), about)
		return
	}
	if v.Kind == strictjson.Object && len(meant) > 1 {
		if x.discriminated(f, meant, v) {
			return
		}
	}
	if len(meant) == 1 {
		x.finding(meant[0])
		return
	}
	x.add(problemUnion, f.instance, v, about...)
}

// otherType is the types that a branch wants when the value is of another one, nil when it is not.
func (x *explainer) otherType(f *finding, depth int) []string {
	switch {
	case f.keyword == "type" && len(f.instance) == depth:
		return typeNames(x.at(f.schema))
	case (f.keyword == "" || f.keyword == "$ref") && len(f.causes) == 1:
		return x.otherType(&f.causes[0], depth)
	}
	return nil
}

// discriminated chooses among branches by a member that has a constant text in each of them.
func (x *explainer) discriminated(f *finding, meant []*finding, v *strictjson.Value) bool {
	name, texts := "", []any{}
	var chosen *finding
	for _, b := range meant {
		_, node := x.follow(append(slices.Clone(f.schema), f.keyword, strconv.Itoa(b.branch)))
		properties, _ := node["properties"].(map[string]any)
		found := false
		for _, member := range sortedKeys(properties) {
			if name != "" && member != name || member == "$schema" {
				continue
			}
			rule, _ := properties[member].(map[string]any)
			text, ok := rule["const"].(string)
			if !ok {
				continue
			}
			name, found = member, true
			texts = append(texts, text)
			if c := child(v, member); c != nil && c.Kind == strictjson.String && c.Text == text {
				chosen = b
			}
			break
		}
		if !found {
			return false
		}
	}
	if chosen != nil {
		x.finding(chosen)
		return true
	}
	path := append(slices.Clone(f.instance), name)
	c := child(v, name)
	if c == nil {
		title, what := x.words(append(slices.Clone(f.schema), f.keyword, "0", "properties", name), path)
		x.add(problemRequired, path, v, "name", name, "title", title, "what", what)
		return true
	}
	x.add(problemRule, path, c, "name", name, "value", excerpt(c), "choices", choices(texts))
	return true
}

func (x *explainer) wrongType(path []string, v *strictjson.Value, types []string, about []string) {
	has := func(t string) bool { return slices.Contains(types, t) }
	params := append(slices.Clone(about), "value", excerpt(v))
	switch {
	case v.Kind == strictjson.Null:
		x.add(problemNull, path, v, params...)
	case v.Kind == strictjson.Number && has("integer"):
		x.add(problemWhole, path, v, params...)
	case v.Kind == strictjson.Number && len(types) == 1 && has("string"):
		x.add(problemNumberText, path, v, params...)
	case v.Kind == strictjson.String && len(types) == 1 && has("integer") && isNumber(v.Text):
		x.add(problemTextNumber, path, v, append(slices.Clone(about), "value", shorten(v.Text))...)
	default:
		nl, en := typeWords(types)
		found := typeOf[v.Kind]
		x.add(problemType, path, v, append(params, "expectedNL", nl, "expectedEN", en, "foundNL", found.nl, "foundEN", found.en)...)
	}
}

func isNumber(text string) bool {
	return text != "" && len(text) < 16 && strings.Trim(text, "0123456789") == ""
}
