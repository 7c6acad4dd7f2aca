//go:build !tinygo

package zio

import "github.com/zio-collectief/zio/internal/strictjson"

// MarshalJSON writes the problem for another program: code, pointer, place, parameters and the text in both languages. The members
// are those that the details of a problem over HTTP (RFC 9457) list under errors, with the pointer in the form of that RFC.
func (p Problem) MarshalJSON() ([]byte, error) {
	w := strictjson.NewWriter(false)
	w.BeginObject()
	w.Name("code")
	w.String(p.Code())
	w.Name("pointer")
	w.String(p.Pointer)
	if p.Line > 0 {
		w.Name("line")
		w.Int(p.Line)
	}
	if p.Offset > 0 {
		w.Name("offset")
		w.Int(p.Offset)
	}
	w.Name("params")
	w.BeginObject()
	for i, q := range p.Params {
		if p.Param(q.Name) == q.Value && !named(p.Params[:i], q.Name) { // a member stands once
			w.Name(q.Name)
			w.String(q.Value)
		}
	}
	w.EndObject()
	w.Name("text")
	w.BeginObject()
	for _, l := range []Lang{Dutch, English} {
		w.Name(l.String())
		w.String(p.Text(l))
	}
	w.EndObject()
	w.EndObject()
	return w.Bytes(), nil
}

func named(params []Param, name string) bool {
	for i := range params {
		if params[i].Name == name {
			return true
		}
	}
	return false
}
