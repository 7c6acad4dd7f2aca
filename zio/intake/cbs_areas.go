package intake

import (
	"strings"

	"github.com/zio-collectief/zio/zio"
)

const (
	areaCode = iota
	areaTitle
)

var cbsAreaColumns = []column{
	{names: []string{"IDENTIFIER"}},
	{names: []string{"TITLE"}},
}

// CBSAreaRow is one row of RegioSCodes.csv or MeasureCodes.csv of the CBS table "Gebieden in Nederland"
// (gebied): a code and its title.
type CBSAreaRow struct {
	Line         int64
	Code         string               // "GM0014", without the spaces that pad it
	Title        string               // "Groningen (gemeente)"
	Municipality zio.MunicipalityCode // zero where the code is not of a municipality
}

// ReadCBSAreas reads a file of codes of the CBS table "Gebieden in Nederland" and hands each row to place.
// Error and report are those of [ReadDuoPO].
func ReadCBSAreas(t *Table, o Options, place func(*CBSAreaRow) error) (*Report, error) {
	x, err := begin(t, LayoutCBSAreas, o)
	if err != nil {
		return &x.report, err
	}
	var row CBSAreaRow
	err = x.rows(func() (err error) {
		row = CBSAreaRow{Line: t.Line()}
		if row.Code, err = x.filled(areaCode); err != nil {
			return err
		}
		if row.Title, err = x.text(areaTitle); err != nil {
			return err
		}
		if isMunicipal(row.Code) {
			if row.Municipality, err = x.municipality(areaCode); err != nil {
				return err
			}
			row.Code = "GM" + row.Municipality.String()
		}
		return place(&row)
	})
	return &x.report, err
}

const (
	valueMeasure = iota
	valueValue
	valueText
	valueArea
)

var cbsValueColumns = []column{
	{names: []string{"MEASURE"}},
	{names: []string{"VALUE"}},
	{names: []string{"STRINGVALUE"}},
	{names: []string{"REGIOS"}},
}

// CBSValueRow is one row of Observations.csv of the CBS table "Gebieden in Nederland" (waarneming): what one
// measure says of one area. Which measure is which differs per year; MeasureCodes.csv tells.
type CBSValueRow struct {
	Line         int64
	Measure      string
	Value        string // the number or the text, whichever is there, without the spaces that pad it
	Area         string // "GM0014"
	Municipality zio.MunicipalityCode
}

// ReadCBSValues reads Observations.csv of the CBS table "Gebieden in Nederland" and hands each row to
// place. Error and report are those of [ReadDuoPO].
func ReadCBSValues(t *Table, o Options, place func(*CBSValueRow) error) (*Report, error) {
	x, err := begin(t, LayoutCBSValues, o)
	if err != nil {
		return &x.report, err
	}
	var row CBSValueRow
	err = x.rows(func() (err error) {
		row = CBSValueRow{Line: t.Line()}
		if row.Measure, err = x.filled(valueMeasure); err != nil {
			return err
		}
		if row.Area, err = x.filled(valueArea); err != nil {
			return err
		}
		if row.Value, err = x.text(valueText); err == nil && row.Value == "" {
			row.Value, err = x.text(valueValue)
		}
		if err != nil {
			return err
		}
		if isMunicipal(row.Area) {
			if row.Municipality, err = x.municipality(valueArea); err != nil {
				return err
			}
			row.Area = "GM" + row.Municipality.String()
		}
		return place(&row)
	})
	return &x.report, err
}

// isMunicipal reports whether a code of CBS is meant for a municipality: GM and digits, or up to four digits
// where somebody took GM away.
func isMunicipal(code string) bool {
	return strings.HasPrefix(code, "GM") || len(code) <= 4 && onlyDigits([]byte(code))
}
