//go:build !tinygo && !wasm

// Package column carries values between their text form and a column of a database (kolom van een database), for the methods Scan
// and Value of codes, dates and amounts. It is apart because each package with such values needs the same reading of what a
// driver gives; the builds for the browser leave it out.
package column

import (
	"database/sql/driver"
	"encoding"
	"fmt"
	"strconv"
	"time"
)

// Scan reads what a column holds as the text form of the value, with the problems of that reader; of NULL, the empty text.
func Scan(into encoding.TextUnmarshaler, from any) error {
	return into.UnmarshalText([]byte(text(from)))
}

// ScanOrNone is Scan for values whose zero value means that there is none: NULL gives that.
func ScanOrNone[T any, P interface {
	*T
	encoding.TextUnmarshaler
}](into P, from any) error {
	if from == nil {
		var none T
		*into = none
		return nil
	}
	return Scan(into, from)
}

// Value is the text form for a column.
func Value(v fmt.Stringer) (driver.Value, error) { return v.String(), nil }

// ValueOrNone is Value for values whose zero value means that there is none: NULL.
func ValueOrNone[T interface {
	fmt.Stringer
	IsZero() bool
}](v T) (driver.Value, error) {
	if v.IsZero() {
		return nil, nil
	}
	return v.String(), nil
}

// text is what a driver gives, as text. Drivers give text, bytes, whole numbers, times at midnight for dates, and of columns with
// decimals text or, as SQLite does, a binary fraction: of that the shortest decimal that is the same fraction, so that an amount
// that went in comes out. Anything else becomes a text that no reader takes.
func text(from any) string {
	switch v := from.(type) {
	case nil:
		return ""
	case string:
		return v
	case []byte:
		return string(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case time.Time:
		if day := v.Format(time.DateOnly); v.Equal(time.Date(v.Year(), v.Month(), v.Day(), 0, 0, 0, 0, v.Location())) {
			return day
		}
		return v.Format(time.RFC3339Nano)
	}
	return fmt.Sprint(from)
}
