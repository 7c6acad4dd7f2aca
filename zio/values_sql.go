//go:build !tinygo && !wasm

package zio

import (
	"database/sql/driver"
	"time"

	"github.com/zio-collectief/zio/internal/column"
)

// Codes, dates and choices in a database (opslag in een database): each value has the methods of [database/sql.Scanner] and
// [database/sql/driver.Valuer]. A column holds the text form; NULL is the zero value, and the zero value is NULL. What is no text
// form gives the problem of the reader. Columns of type text, char, date and numeric were tried with PostgreSQL and SQLite.

// Scan reads a column.
func (c *MunicipalityCode) Scan(from any) error { return column.ScanOrNone(c, from) }

// Value is what a column holds.
func (c MunicipalityCode) Value() (driver.Value, error) { return column.ValueOrNone(c) }

// Scan reads a column.
func (c *SiteCode) Scan(from any) error { return column.ScanOrNone(c, from) }

// Value is what a column holds.
func (c SiteCode) Value() (driver.Value, error) { return column.ValueOrNone(c) }

// Scan reads a column.
func (b *BoardNumber) Scan(from any) error { return column.ScanOrNone(b, from) }

// Value is what a column holds.
func (b BoardNumber) Value() (driver.Value, error) { return column.ValueOrNone(b) }

// Scan reads a column.
func (a *AllianceCode) Scan(from any) error { return column.ScanOrNone(a, from) }

// Value is what a column holds.
func (a AllianceCode) Value() (driver.Value, error) { return column.ValueOrNone(a) }

// Scan reads a column.
func (p *Postcode4) Scan(from any) error { return column.ScanOrNone(p, from) }

// Value is what a column holds.
func (p Postcode4) Value() (driver.Value, error) { return column.ValueOrNone(p) }

// Scan reads a column.
func (p *PupilRef) Scan(from any) error { return column.ScanOrNone(p, from) }

// Value is what a column holds.
func (p PupilRef) Value() (driver.Value, error) { return column.ValueOrNone(p) }

// Scan reads a column.
func (p *Province) Scan(from any) error { return column.ScanOrNone(p, from) }

// Value is what a column holds.
func (p Province) Value() (driver.Value, error) { return column.ValueOrNone(p) }

// Scan reads a column.
func (r *RegionKind) Scan(from any) error { return column.ScanOrNone(r, from) }

// Value is what a column holds.
func (r RegionKind) Value() (driver.Value, error) { return column.ValueOrNone(r) }

// Scan reads a column.
func (s *SchoolType) Scan(from any) error { return column.ScanOrNone(s, from) }

// Value is what a column holds.
func (s SchoolType) Value() (driver.Value, error) { return column.ValueOrNone(s) }

// Scan reads a column.
func (s *SchoolYear) Scan(from any) error { return column.ScanOrNone(s, from) }

// Value is what a column holds.
func (s SchoolYear) Value() (driver.Value, error) { return column.ValueOrNone(s) }

// Scan reads a column.
func (c *Claim) Scan(from any) error { return column.ScanOrNone(c, from) }

// Value is what a column holds.
func (c Claim) Value() (driver.Value, error) { return column.ValueOrNone(c) }

// Scan reads a column.
func (c *CareKind) Scan(from any) error { return column.ScanOrNone(c, from) }

// Value is what a column holds.
func (c CareKind) Value() (driver.Value, error) { return column.ValueOrNone(c) }

// Scan reads a column.
func (s *Status) Scan(from any) error { return column.ScanOrNone(s, from) }

// Value is what a column holds.
func (s Status) Value() (driver.Value, error) { return column.ValueOrNone(s) }

// Scan reads a column.
func (w *WlzState) Scan(from any) error { return column.ScanOrNone(w, from) }

// Value is what a column holds.
func (w WlzState) Value() (driver.Value, error) { return column.ValueOrNone(w) }

// Scan reads a column.
func (d *Date) Scan(from any) error { return column.ScanOrNone(d, from) }

// Value is what a column holds.
func (d Date) Value() (driver.Value, error) { return column.ValueOrNone(d) }

// DateFromTime is the day on which a moment lies, by the clock of its own location; before 1900-01-01 or after 2199-12-31 it is a problem, as [DateFromYMD] gives it.
func DateFromTime(t time.Time) (Date, error) {
	year, month, day := t.Date()
	return DateFromYMD(year, int(month), day)
}

// Time is midnight, in UTC, at which the day begins; the zero time for no date.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	year, month, day := d.YMD()
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}
