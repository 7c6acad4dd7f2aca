//go:build !tinygo && !wasm

package funding

import (
	"database/sql/driver"

	"github.com/zio-collectief/zio/internal/column"
)

// Routes and reasons in a database; see the same file of package zio. NULL is none.

// Scan reads a column.
func (r *Route) Scan(from any) error { return column.ScanOrNone(r, from) }

// Value is what a column holds.
func (r Route) Value() (driver.Value, error) { return column.ValueOrNone(r) }

// Scan reads a column.
func (r *Reason) Scan(from any) error { return column.ScanOrNone(r, from) }

// Value is what a column holds.
func (r Reason) Value() (driver.Value, error) { return column.ValueOrNone(r) }
