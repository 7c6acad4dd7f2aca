//go:build !tinygo && !wasm

package year

import "github.com/zio-collectief/zio/internal/strictjson"

// Documents inside other JSON; see the same file of package zio.

// MarshalJSON is the document.
func (s Settlement) MarshalJSON() ([]byte, error) { return s.AppendDocument(nil), nil }

// UnmarshalJSON reads as [ReadSettlement] does.
func (s *Settlement) UnmarshalJSON(data []byte) error {
	return strictjson.Unmarshal(s, data, ReadSettlement)
}

// MarshalJSON is the document.
func (p Payments) MarshalJSON() ([]byte, error) { return p.AppendDocument(nil), nil }

// UnmarshalJSON reads as [ReadPayments] does.
func (p *Payments) UnmarshalJSON(data []byte) error {
	return strictjson.Unmarshal(p, data, ReadPayments)
}
