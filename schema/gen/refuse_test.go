package main

import (
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Types of documents that the generator refuses. Comments are missing on purpose only where a test is about that.
type (
	written struct{ n int64 }
	// listed has a field that writes itself.
	listed struct {
		Value written `json:"value"`
	}
	// box is generic.
	box[T any] struct {
		In T `json:"in"`
	}
	// boxed holds a generic type.
	boxed struct {
		Box box[int64] `json:"box"`
	}
	// Move has the name of a type of another package.
	Move struct {
		To int64 `json:"to"`
	}
	// moves holds both.
	moves struct {
		Mine   Move     `json:"mine"`
		Theirs zio.Move `json:"theirs"`
	}
	// plain has one whole number.
	plain struct {
		Count int64 `json:"count"`
	}
	// optional has one whole number that may be absent.
	optional struct {
		Count int64 `json:"count,omitempty"`
	}
	// unnamed has a field without a json name.
	unnamed struct{ Count int64 }
	// short has a number that is 32 bits in small builds.
	short struct {
		Count int `json:"count"`
	}
	// loose has a map.
	loose struct {
		Counts map[string]int64 `json:"counts"`
	}
	// anything has an open interface.
	anything struct {
		Value any `json:"value"`
	}
	// worded has a text.
	worded struct {
		Word string `json:"word"`
	}
	// dated has a date.
	dated struct {
		Day zio.Date `json:"day"`
	}
	// typed has a closed set.
	typed struct {
		Type zio.SchoolType `json:"type"`
	}
	// twice holds one type twice.
	twice struct {
		A plain `json:"a"`
		B plain `json:"b"`
	}
	mute struct {
		Count int64 `json:"count"`
	}
)

func (w written) MarshalText() ([]byte, error) { return nil, nil }

func count(f *strictjson.Fields) {
	var n int64
	f.Int(&n, strictjson.Spec{Name: "count"})
}

func bindTo[T any](v *T, fields func(*T, *strictjson.Fields)) (reflect.Type, *strictjson.Description) {
	return reflect.TypeFor[T](), strictjson.Describe(fields)
}

func TestTheGeneratorRefuses(t *testing.T) {
	type subject struct {
		of   reflect.Type
		desc *strictjson.Description
	}
	make := func(of reflect.Type, desc *strictjson.Description) subject { return subject{of, desc} }
	none := func(*strictjson.Fields) {}
	with := func(of reflect.Type, bind func(*strictjson.Fields)) subject {
		return make(of, strictjson.Describe(func(_ *struct{}, f *strictjson.Fields) { bind(f) }))
	}
	var n int64
	var s string
	var day zio.Date
	cases := []struct {
		name, fault string
		subject
	}{
		{"a type that writes itself and is not in the table", "main.written writes itself", with(reflect.TypeFor[listed](), none)},
		{"a generic type", "is generic", with(reflect.TypeFor[boxed](), none)},
		{"two types of one name", "have one name", with(reflect.TypeFor[moves](), none)},
		{"a field that is not bound", "main.plain/count is a field of the Go type that is not bound", with(reflect.TypeFor[plain](), none)},
		{"a member that is no field", "main.plain/extra is bound, but the Go type has no such field", with(reflect.TypeFor[plain](), func(f *strictjson.Fields) {
			count(f)
			f.Int(&n, strictjson.Spec{Name: "extra"})
		})},
		{"a member that is bound twice", "main.plain/count is bound twice", with(reflect.TypeFor[plain](), func(f *strictjson.Fields) { count(f); count(f) })},
		{"optional in Go, required in the binder", "main.optional/count is optional in one", with(reflect.TypeFor[optional](), count)},
		{"required in Go, optional in the binder", "main.plain/count is optional in one", with(reflect.TypeFor[plain](), func(f *strictjson.Fields) {
			f.Int(&n, strictjson.Spec{Name: "count", Optional: true})
		})},
		{"a field without a json name", "main.unnamed.Count has no json name", with(reflect.TypeFor[unnamed](), count)},
		{"a plain int", "int has a kind that exchange documents do not use", with(reflect.TypeFor[short](), count)},
		{"a map", "map[string]int64 has a kind", with(reflect.TypeFor[loose](), none)},
		{"an open interface", "interface {} is an interface that is not a closed set", with(reflect.TypeFor[anything](), none)},
		{"a number bound as text", "main.plain/count is bound as what its Go type int64 is not", with(reflect.TypeFor[plain](), func(f *strictjson.Fields) {
			f.Text(&s, strictjson.Spec{Name: "count"})
		})},
		{"a text of an unknown format", `main.worded/word has format "rhyme"`, with(reflect.TypeFor[worded](), func(f *strictjson.Fields) {
			f.Text(&s, strictjson.Spec{Name: "word", Format: "rhyme"})
		})},
		{"a number of an unknown format", `main.plain/count has format "leagues"`, with(reflect.TypeFor[plain](), func(f *strictjson.Fields) {
			f.Int(&n, strictjson.Spec{Name: "count", Format: "leagues"})
		})},
		{"a code without choices", "main.worded/word is a code of text without choices", with(reflect.TypeFor[worded](), func(f *strictjson.Fields) {
			f.Choice(&s, strictjson.Spec{Name: "word"})
		})},
		{"a code by the format of another", `main.dated/day has format "euro"`, with(reflect.TypeFor[dated](), func(f *strictjson.Fields) {
			f.Code(&day, strictjson.Spec{Name: "day", Format: "euro"})
		})},
		{"choices that are not those of the type", "main.typed/type has other choices than zio.SchoolType", with(reflect.TypeFor[typed](), func(f *strictjson.Fields) {
			f.Choice(&s, strictjson.Spec{Name: "type", Choices: []strictjson.Choice{{Value: "so"}}})
		})},
		{"one type bound in two ways", "main.twice/b is bound in two ways", make(bindTo(new(twice), func(v *twice, f *strictjson.Fields) {
			strictjson.Struct(f, &v.A, strictjson.Spec{Name: "a"}, func(_ *plain, f *strictjson.Fields) { count(f) })
			strictjson.Struct(f, &v.B, strictjson.Spec{Name: "b"}, func(v *plain, f *strictjson.Fields) {
				f.Int(&v.Count, strictjson.Spec{Name: "count", Max: 3})
			})
		}))},
		{"a type without a comment", "main.mute has no comment", with(reflect.TypeFor[mute](), count)},
		{"a document that does not name its schema", "begins with $schema", with(reflect.TypeFor[plain](), count)},
	}
	docs := comments{}
	for _, name := range []string{"listed", "boxed", "Move", "moves", "plain", "optional", "unnamed", "short", "loose", "anything", "worded", "dated", "typed", "twice"} {
		docs["main."+name] = name + " is for a test."
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			g := newGenerator(docs)
			g.kind(&kind{name: "test", of: c.of, describe: func() *strictjson.Description { return c.desc }})
			require.Contains(t, strings.Join(g.faults, "\n"), c.fault)
		})
	}
	g := newGenerator(docs)
	g.kind(&kind{name: "test", of: reflect.TypeFor[plain](), lines: true, describe: func() *strictjson.Description {
		return strictjson.Describe(func(_ *plain, f *strictjson.Fields) { count(f) })
	}})
	require.Empty(t, g.faults, "what is sound is not refused")
}
