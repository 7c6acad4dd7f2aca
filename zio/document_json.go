//go:build !tinygo && !wasm

package zio

import "github.com/zio-collectief/zio/internal/strictjson"

// Documents inside other JSON (documenten in andere JSON): a document is a [encoding/json.Marshaler] and Unmarshaler, so that it can
// stand in a struct of another program, in a reply over HTTP or in a column of type jsonb. It is written as AppendDocument writes
// it and read by the strict reader, with its problems as the error.

// MarshalJSON is the document.
func (r Register) MarshalJSON() ([]byte, error) { return r.AppendDocument(nil), nil }

// UnmarshalJSON reads as [ReadRegister] does.
func (r *Register) UnmarshalJSON(data []byte) error {
	return strictjson.Unmarshal(r, data, ReadRegister)
}

// MarshalJSON is the document.
func (p Population) MarshalJSON() ([]byte, error) { return p.AppendDocument(nil), nil }

// UnmarshalJSON reads as [ReadPopulation] does.
func (p *Population) UnmarshalJSON(data []byte) error {
	return strictjson.Unmarshal(p, data, ReadPopulation)
}

// MarshalJSON is the document.
func (w Workplan) MarshalJSON() ([]byte, error) { return w.AppendDocument(nil), nil }

// UnmarshalJSON reads as [ReadWorkplan] does.
func (w *Workplan) UnmarshalJSON(data []byte) error {
	return strictjson.Unmarshal(w, data, ReadWorkplan)
}

// MarshalJSON is the document.
func (x Indicators) MarshalJSON() ([]byte, error) { return x.AppendDocument(nil), nil }

// UnmarshalJSON reads as [ReadIndicators] does.
func (x *Indicators) UnmarshalJSON(data []byte) error {
	return strictjson.Unmarshal(x, data, ReadIndicators)
}

// UnmarshalJSON reads a pupil as a line of pupils is read: what could be a BSN is refused in every text.
func (p *Pupil) UnmarshalJSON(data []byte) error {
	return unmarshalPart(p, data, (*Pupil).Bind)
}

// UnmarshalJSON reads a group as that of a population is read: what could be a BSN is refused in every text.
func (g *Group) UnmarshalJSON(data []byte) error {
	return unmarshalPart(g, data, (*Group).bind)
}

// unmarshalPart reads a part of a document by its members, as the document is read.
func unmarshalPart[T any](v *T, data []byte, bind func(*T, *strictjson.Fields)) error {
	return strictjson.Unmarshal(v, data, func(data []byte) (*T, Problems) {
		x := new(T)
		return x, ProblemsOf(strictjson.Read(data, x, bind, strictjson.Limits{}))
	})
}
