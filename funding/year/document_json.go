//go:build !tinygo && !wasm

package year

import "github.com/zio-collectief/zio/zio"

// Documents inside other JSON; see the same file of package zio.

// MarshalJSON is the document.
func (s Settlement) MarshalJSON() ([]byte, error) { return s.AppendDocument(nil), nil }

// UnmarshalJSON reads as [ReadSettlement] does.
func (s *Settlement) UnmarshalJSON(data []byte) error { return unmarshal(s, data, ReadSettlement) }

// MarshalJSON is the document.
func (p Payments) MarshalJSON() ([]byte, error) { return p.AppendDocument(nil), nil }

// UnmarshalJSON reads as [ReadPayments] does.
func (p *Payments) UnmarshalJSON(data []byte) error { return unmarshal(p, data, ReadPayments) }

// unmarshal puts the document that was read into v. By the convention of encoding/json, null changes nothing.
func unmarshal[T any](v *T, data []byte, read func([]byte) (*T, zio.Problems)) error {
	if string(data) == "null" {
		return nil
	}
	x, problems := read(data)
	if err := problems.Err(); err != nil {
		return err
	}
	*v = *x
	return nil
}
