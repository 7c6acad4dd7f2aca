package schema

import (
	"bytes"
	"slices"
	"strings"

	"github.com/zio-collectief/zio/internal/accept"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Detect says of which kind a document is, by its member $schema. A record of a file of lines does not
// name its schema; it is known by the members that its schema requires. The begin of a document, or of a
// file of lines, is enough when that is in it. Detect does not validate.
func Detect(doc []byte) (Kind, zio.Problems) {
	top := membersOf(bytes.TrimPrefix(doc, bom))
	if top.schema < 0 {
		for _, kind := range lineKinds {
			if e, _ := engineOf(kind); e != nil && top.hasAll(e.required()) {
				return kind, nil
			}
		}
		return "", zio.Problems{problemNoSchema.At("/$schema", "example", zio.SchemaID(string(Kinds()[0])))}
	}
	for _, kind := range Kinds() {
		if top.id == zio.SchemaID(string(kind)) {
			return kind, nil
		}
	}
	var known []string
	for _, kind := range Kinds() {
		known = append(known, zio.SchemaID(string(kind)))
	}
	p := problemUnknown.At("/$schema", "value", "\""+shorten(top.id)+"\"", "choices", strings.Join(known, ", "))
	p.Offset = int64(top.schema)
	return "", zio.Problems{p}
}

// lineKinds are the kinds whose documents are lines, which do not name their schema.
var lineKinds = []Kind{Pupil}

func (e *engine) required() []string {
	var names []string
	list, _ := e.raw["required"].([]any)
	for _, name := range list {
		if name, ok := name.(string); ok {
			names = append(names, name)
		}
	}
	return names
}

// topMembers are the members of a document as far as they could be read.
type topMembers struct {
	names  []string
	id     string // text of $schema
	schema int    // place of $schema; -1 when there is none
}

func (t *topMembers) hasAll(names []string) bool {
	for _, name := range names {
		if !slices.Contains(t.names, name) {
			return false
		}
	}
	return len(names) > 0
}

func membersOf(doc []byte) topMembers {
	top := topMembers{schema: -1}
	i := skipSpace(doc, 0)
	if i >= len(doc) || doc[i] != '{' {
		return top
	}
	i = skipSpace(doc, i+1)
	for i < len(doc) && doc[i] == '"' && len(top.names) < defaultMembers {
		end := accept.Skip(doc, i)
		if end < 0 {
			break
		}
		name := string(doc[i+1 : end-1])
		top.names = append(top.names, name)
		i = skipSpace(doc, end)
		if i >= len(doc) || doc[i] != ':' {
			break
		}
		i = skipSpace(doc, i+1)
		if end = accept.Skip(doc, i); end < 0 {
			break
		}
		if name == "$schema" {
			v, _ := strictjson.Parse(doc[i:end], strictjson.Limits{})
			top.schema = i
			if top.id = v.Text; v.Kind != strictjson.String {
				top.id = string(doc[i:end])
			}
			break
		}
		i = skipSpace(doc, end)
		if i >= len(doc) || doc[i] != ',' {
			break
		}
		i = skipSpace(doc, i+1)
	}
	return top
}

func skipSpace(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\t' || b[i] == '\n' || b[i] == '\r') {
		i++
	}
	return i
}
