package schema

import (
	"bytes"
	"strings"

	"github.com/zio-collectief/zio/internal/accept"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Detect says of which kind a document is, by its member $schema. The begin of a document, or of a file
// of lines, is enough when $schema is in it. It does not validate.
func Detect(doc []byte) (Kind, zio.Problems) {
	id, at, found := schemaOf(bytes.TrimPrefix(doc, bom))
	if !found {
		return "", zio.Problems{problemNoSchema.At("/$schema", "example", zio.SchemaID(string(Kinds()[0])))}
	}
	for _, kind := range Kinds() {
		if id == zio.SchemaID(string(kind)) {
			return kind, nil
		}
	}
	var known []string
	for _, kind := range Kinds() {
		known = append(known, zio.SchemaID(string(kind)))
	}
	p := problemUnknown.At("/$schema", "value", "\""+shorten(id)+"\"", "choices", strings.Join(known, ", "))
	p.Offset = int64(at)
	return "", zio.Problems{p}
}

// schemaOf is the text of the member $schema and its place.
func schemaOf(doc []byte) (id string, at int, found bool) {
	i := skipSpace(doc, 0)
	if i >= len(doc) || doc[i] != '{' {
		return "", 0, false
	}
	i = skipSpace(doc, i+1)
	for i < len(doc) && doc[i] == '"' {
		end := accept.Skip(doc, i)
		if end < 0 {
			return "", 0, false
		}
		name := string(doc[i:end])
		i = skipSpace(doc, end)
		if i >= len(doc) || doc[i] != ':' {
			return "", 0, false
		}
		i = skipSpace(doc, i+1)
		if end = accept.Skip(doc, i); end < 0 {
			return "", 0, false
		}
		if name == `"$schema"` {
			v, faults := strictjson.Parse(doc[i:end], strictjson.Limits{})
			return v.Text, i, len(faults) == 0 && v.Kind == strictjson.String
		}
		i = skipSpace(doc, end)
		if i >= len(doc) || doc[i] != ',' {
			return "", 0, false
		}
		i = skipSpace(doc, i+1)
	}
	return "", 0, false
}

func skipSpace(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\t' || b[i] == '\n' || b[i] == '\r') {
		i++
	}
	return i
}
