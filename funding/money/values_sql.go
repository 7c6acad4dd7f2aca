//go:build !tinygo && !wasm

package money

import (
	"database/sql/driver"

	"github.com/zio-collectief/zio/internal/column"
)

// Amounts and numbers in a database (bedragen in een database): each value has the methods of [database/sql.Scanner] and
// [database/sql/driver.Valuer]. A column holds the text form, such as "1234.50", which a column of type numeric takes too. NULL is
// no amount and a problem: take a [database/sql.Null] of the value where a column may be NULL. A binary fraction, as SQLite makes of
// a numeric column, is read by its shortest decimal; up to fifteen digits that is the amount that was stored.

// Scan reads a column.
func (e *Euro) Scan(from any) error { return column.Scan(e, from) }

// Value is what a column holds.
func (e Euro) Value() (driver.Value, error) { return column.Value(e) }

// Scan reads a column.
func (e *Exact) Scan(from any) error { return column.Scan(e, from) }

// Value is what a column holds.
func (e Exact) Value() (driver.Value, error) { return column.Value(e) }

// Scan reads a column.
func (f *Factor) Scan(from any) error { return column.Scan(f, from) }

// Value is what a column holds.
func (f Factor) Value() (driver.Value, error) { return column.Value(f) }

// Scan reads a column.
func (f *Fte) Scan(from any) error { return column.Scan(f, from) }

// Value is what a column holds.
func (f Fte) Value() (driver.Value, error) { return column.Value(f) }

// The choices have NULL for none.

// Scan reads a column.
func (r *Rounding) Scan(from any) error { return column.ScanOrNone(r, from) }

// Value is what a column holds.
func (r Rounding) Value() (driver.Value, error) { return column.ValueOrNone(r) }

// Scan reads a column.
func (m *Method) Scan(from any) error { return column.ScanOrNone(m, from) }

// Value is what a column holds.
func (m Method) Value() (driver.Value, error) { return column.ValueOrNone(m) }

// Scan reads a column.
func (u *Unit) Scan(from any) error { return column.ScanOrNone(u, from) }

// Value is what a column holds.
func (u Unit) Value() (driver.Value, error) { return column.ValueOrNone(u) }
