//go:build !tinygo && !wasm

package analysis

// Outcomes inside other JSON; see the same file of package zio. They are written and not read.

// MarshalJSON is the document.
func (s Spread) MarshalJSON() ([]byte, error) { return s.AppendDocument(nil), nil }

// MarshalJSON is the document.
func (s Solution) MarshalJSON() ([]byte, error) { return s.AppendDocument(nil), nil }

// MarshalJSON is the document.
func (s Sweep) MarshalJSON() ([]byte, error) { return s.AppendDocument(nil), nil }

// MarshalJSON is the document.
func (t KeyTable) MarshalJSON() ([]byte, error) { return t.AppendDocument(nil), nil }

// MarshalJSON is the document.
func (c Comparison) MarshalJSON() ([]byte, error) { return c.AppendDocument(nil), nil }

// MarshalJSON is the document.
func (s Savings) MarshalJSON() ([]byte, error) { return s.AppendDocument(nil), nil }

// MarshalJSON is the document.
func (x Recalibration) MarshalJSON() ([]byte, error) { return x.AppendDocument(nil), nil }

// MarshalJSON is the document.
func (t PlaceTable) MarshalJSON() ([]byte, error) { return t.AppendDocument(nil), nil }
