//go:build !tinygo && !wasm

package zio_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

// stored is what every value that a column can hold has.
type stored interface {
	sql.Scanner
	encoding.TextMarshaler
}

// Each value goes into a column and comes out as it was, from text, from bytes and from NULL. The texts are those of the
// exchange documents.
func TestColumns(t *testing.T) {
	for text, v := range map[string]stored{
		"0268":            new(zio.MunicipalityCode),
		"00OS00":          new(zio.SiteCode),
		"41234":           new(zio.BoardNumber),
		"PO2505":          new(zio.AllianceCode),
		"6500":            new(zio.Postcode4),
		"p-17":            new(zio.PupilRef),
		"gelderland":      new(zio.Province),
		"youth-region":    new(zio.RegionKind),
		"so":              new(zio.SchoolType),
		"2025-2026":       new(zio.SchoolYear),
		"2026-11-27":      new(zio.Date),
		"jeugdwet":        new(zio.Claim),
		"nursing":         new(zio.CareKind),
		"parents-decline": new(zio.Status),
		"granted":         new(zio.WlzState),
	} {
		if err := v.Scan(text); err != nil { // not the text form of this value: say which it is
			t.Errorf("%T: %v", v, err)
			continue
		}
		written, err := v.(driver.Valuer).Value()
		require.NoError(t, err)
		require.Equal(t, driver.Value(text), written, "%T", v)

		require.NoError(t, v.Scan([]byte(text)), "%T", v)
		written, _ = v.(driver.Valuer).Value()
		require.Equal(t, driver.Value(text), written, "%T", v)

		require.NoError(t, v.Scan(nil), "%T", v)
		written, err = v.(driver.Valuer).Value()
		require.NoError(t, err)
		require.Nil(t, written, "%T: NULL comes out as NULL", v)

		wrongs := []any{"", "?", int64(-1), 1.5, true, time.Unix(1, 0)}
		if _, free := v.(*zio.PupilRef); free {
			wrongs = wrongs[:1]
		}
		for _, wrong := range wrongs {
			var p zio.Problem
			require.ErrorAs(t, v.Scan(wrong), &p, "%T of %v", v, wrong)
		}
	}
	var code zio.MunicipalityCode
	require.ErrorContains(t, code.Scan(int64(268)), "municipality.code-short", "a number lost its zero")
	require.NoError(t, code.Scan(int64(1982)))
	require.Equal(t, "1982", code.String())
}

// A date comes from a driver as text or as a moment at midnight; a moment with a clock is no date, for it may be another day
// elsewhere.
func TestDateAndTime(t *testing.T) {
	amsterdam := time.FixedZone("", 3600)
	var d zio.Date
	require.NoError(t, d.Scan(time.Date(2026, 3, 1, 0, 0, 0, 0, amsterdam)))
	require.Equal(t, "2026-03-01", d.String())
	var p zio.Problem
	require.ErrorAs(t, d.Scan(time.Date(2026, 3, 1, 0, 0, 0, 1, amsterdam)), &p)
	require.Equal(t, "date.malformed", p.Code())

	d, err := zio.DateFromTime(time.Date(2026, 2, 28, 23, 59, 59, 0, amsterdam))
	require.NoError(t, err)
	require.Equal(t, "2026-02-28", d.String())
	require.Equal(t, time.Date(2026, 2, 28, 0, 0, 0, 0, time.UTC), d.Time())
	require.True(t, zio.Date{}.Time().IsZero())
	for _, year := range []int{1899, 2200} {
		_, err = zio.DateFromTime(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC))
		require.ErrorAs(t, err, &p)
		require.Equal(t, "date.out-of-range", p.Code())
	}
	for _, day := range []string{"1900-01-01", "2199-12-31", "2024-02-29"} {
		at, err := time.Parse(time.DateOnly, day)
		require.NoError(t, err)
		d, err := zio.DateFromTime(at)
		require.NoError(t, err)
		require.Equal(t, day, d.String())
		require.Equal(t, at, d.Time())
	}
}

// A pupil and a group by themselves are read as in a document: no number of a person stands in them, and no unknown member.
// 111222333 passes the eleven test: 9+8+7+12+10+8+9+6-3 = 66.
func TestPupilsAndGroupsByThemselves(t *testing.T) {
	for text, want := range map[string]string{
		`{"ref":"a","home":"0268","label":"groep 3"}`: "", `{"ref":"a","label":"111222333"}`: "text.bsn", `{"ref":"a","category":"111 222 333"}`: "text.bsn", `{"ref":"111222333"}`: "pupil.bsn",
		`{"ref":"a","x":1}`: "document.member-unknown", `null`: "",
	} {
		var p zio.Pupil
		require.Equal(t, want, codeOf(json.Unmarshal([]byte(text), &p)), text)
	}
	for text, want := range map[string]string{
		`{"home":"0268","pupils":5,"label":"groep 3"}`: "", `{"pupils":5,"label":"111222333"}`: "text.bsn", `{"pupils":5,"category":"111-222-333"}`: "text.bsn", `{"pupils":"5"}`: "document.type-wrong",
	} {
		var g zio.Group
		require.Equal(t, want, codeOf(json.Unmarshal([]byte(text), &g)), text)
	}
	p := zio.Pupil{Ref: zio.MustParsePupilRef("a"), Home: zio.MustParseMunicipalityCode("0268"), Label: "groep 3"}
	text, err := json.Marshal(p)
	require.NoError(t, err)
	var again zio.Pupil
	require.NoError(t, json.Unmarshal(text, &again))
	require.Equal(t, p, again)
}

func codeOf(err error) string {
	if problems := zio.ProblemsOfError(err); len(problems) > 0 {
		return problems[0].Code()
	}
	return ""
}
