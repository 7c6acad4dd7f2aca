package intake

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/zio-collectief/zio/zio"
)

// Mapping says which column of a table of the user holds what (kolommen aanwijzen), by the names of the
// columns; capitals, spaces, hyphens and underscores do not count. Only Home or Postcode is needed; a table
// without Pupils has one pupil per row.
type Mapping struct {
	Site     string // school site, "12AB00"; with Number: the code of the school alone
	Number   string // number of the site, when that is a column of its own
	Type     string // type of school: Bo, Sbo, So, Vso, Pro or Vo
	Home     string // home municipality, code or name
	Postcode string // home postcode
	Date     string // count date
	Pupils   string // number of pupils
	Ref      string // reference of one pupil, a pseudonym; the rows are then single pupils
	Kind     string // kind of care: guidance, personal-care, nursing, education-support, undetermined
	Minutes  string // minutes of need per school week, of the pupils of the row together
	BandMin  string // lowest need of a pupil of the row in minutes per school week
	BandMax  string // highest need
	Route    string // law: jeugdwet, wlz, zvw, wmo, education, prevention, unknown
	Status   string // running-decision or parents-decline
	Label    string // any text to tell groups apart
	Category string // what a price or a weight goes by: licht, midden, zwaar
}

var (
	mappingUnknown = &zio.ProblemKind{
		Code: "intake.mapping-unknown",
		NL:   "{name} is geen onderdeel van een tabel. Kies uit: {choices}, en schrijf bijvoorbeeld home=Woongemeente.",
		EN:   "{name} is not part of a table. Choose from: {choices}, and write for example home=Woongemeente.",
	}
	mappingNoHome = &zio.ProblemKind{
		Code: "intake.mapping-without-home",
		NL:   "Zeg in welke kolom de woongemeente of de postcode staat, bijvoorbeeld home=Woongemeente.",
		EN:   "Say which column holds the home municipality or the postcode, for example home=Woongemeente.",
	}
)

// parts are the names of the members of a mapping with the members themselves.
func (m *Mapping) parts() []struct {
	name string
	to   *string
} {
	return []struct {
		name string
		to   *string
	}{
		{"site", &m.Site}, {"number", &m.Number}, {"type", &m.Type}, {"home", &m.Home}, {"postcode", &m.Postcode},
		{"date", &m.Date}, {"pupils", &m.Pupils}, {"ref", &m.Ref}, {"kind", &m.Kind}, {"minutes", &m.Minutes},
		{"band-min", &m.BandMin}, {"band-max", &m.BandMax}, {"route", &m.Route}, {"status", &m.Status}, {"label", &m.Label}, {"category", &m.Category},
	}
}

// Set says which column holds a part: Set("home", "Woongemeente").
func (m *Mapping) Set(part, columnName string) error {
	var choices []string
	for _, p := range m.parts() {
		if p.name == part {
			*p.to = columnName
			return nil
		}
		choices = append(choices, p.name)
	}
	return mappingUnknown.At("", "name", short(part), "choices", strings.Join(choices, ", "))
}

// Columns are the names of the columns that hold something.
func (m *Mapping) Columns() []string {
	var names []string
	for _, p := range m.parts() {
		if *p.to != "" {
			names = append(names, *p.to)
		}
	}
	return names
}

// String is the mapping as text, "home=Woongemeente,pupils=Aantal".
func (m *Mapping) String() string {
	var set []string
	for _, p := range m.parts() {
		if *p.to != "" {
			set = append(set, p.name+"="+*p.to)
		}
	}
	return strings.Join(set, ",")
}

// The columns of a plain table, in the order of the parts of a mapping.
const (
	plainSite = iota
	plainNumber
	plainType
	plainHome
	plainPostcode
	plainDate
	plainPupils
	plainRef
	plainKind
	plainMinutes
	plainBandMin
	plainBandMax
	plainRoute
	plainStatus
	plainLabel
	plainCategory
)

// PlainRow is one row of a table of the user. What is not mapped is not set. It is valid during the call that
// hands it over.
type PlainRow struct {
	Line    int64
	Date    zio.Date
	Site    zio.SiteCode
	Type    zio.SchoolType
	Home    Place
	Pupils  Count
	Ref     zio.PupilRef
	Kind    zio.CareKind
	Minutes int64
	Band    *zio.Band
	Route   zio.Claim
	Status  zio.Status
	Label   string

	Category string
}

// plain is the import of one file.
type plain struct {
	*run
	row    PlainRow
	band   zio.Band
	places places
	mapped [plainCategory + 1]bool
	date   zio.Date
}

// ReadPlain reads a table of which the user names the columns, and hands each row to place. A date is needed
// to find municipalities by name: on is that of rows without one of their own. Fields that look like a
// citizen service number are left out of listed rows. Error and report are those of [ReadDuoPO].
func ReadPlain(t *Table, m Mapping, on zio.Date, o Options, place func(*PlainRow) error) (*Report, error) {
	if t == nil {
		return &Report{Layout: LayoutPlain}, nothing.At("")
	}
	d := &plain{places: places{by: o.places()}, date: on}
	var wanted []column
	for i, p := range m.parts() {
		d.mapped[i] = *p.to != ""
		wanted = append(wanted, column{names: []string{FoldHeader(*p.to)}, optional: !d.mapped[i]}) // no column matches ""
	}
	if m.Home == "" && m.Postcode == "" {
		return &Report{Layout: LayoutPlain, Header: t.Header(), Encoding: t.encoding, Delimiter: t.delim}, mappingNoHome.At("")
	}
	var err error
	if d.run, err = beginWith(t, LayoutPlain, wanted, o); err != nil {
		return &d.report, err
	}
	d.private, d.needed = true, 0
	for i := range wanted {
		if d.mapped[i] && i < plainKind { // what comes behind may be empty
			d.need(d.columns[i])
		}
	}
	err = d.rows(func() error {
		if err := d.read(); err != nil {
			return err
		}
		return place(&d.row)
	})
	return &d.report, err
}

// read makes the typed row of the fields.
func (d *plain) read() (err error) {
	d.row = PlainRow{Line: d.t.Line(), Date: d.date, Pupils: Exact(1)}
	row := &d.row
	if d.mapped[plainDate] {
		if row.Date, err = d.run.date(plainDate); err != nil {
			return err
		}
	}
	if d.mapped[plainType] {
		if row.Type, err = d.chosenType(plainType); err != nil {
			return err
		}
	}
	if d.mapped[plainSite] {
		number := plainNumber
		if !d.mapped[plainNumber] {
			number = plainSite
		}
		if row.Site, err = d.site(plainSite, number); err != nil {
			return err
		}
		if err = d.chosenSite(row.Site); err != nil {
			return err
		}
	}
	if d.mapped[plainPupils] {
		if row.Pupils, err = d.count(plainPupils); err != nil {
			return err
		}
	}
	if err = d.readHome(); err != nil {
		return err
	}
	return d.readNeed()
}

// readHome finds where the pupils live, by code, by name or by postcode.
func (d *plain) readHome() (err error) {
	row := &d.row
	if d.mapped[plainHome] {
		text, err := d.text(plainHome)
		if err != nil {
			return err
		}
		isCode := strings.IndexAny(strings.TrimLeft(text, "GMgm"), "0123456789") == 0
		if _, _, beside := codeBeside(text); isCode && !beside { // with the name it is found by that
			if row.Home, err = d.byCode(d.places.by, plainHome); err != nil {
				return err
			}
		} else {
			home, err := d.byName(&d.places, plainHome, row.Date)
			if err != nil {
				return err
			}
			row.Home = *home
		}
	}
	if d.mapped[plainPostcode] {
		if row.Home.Postcode, err = d.postcode(plainPostcode); err != nil {
			return err
		}
		d.byPostcode(&row.Home, d.places.by, plainPostcode)
		if !row.Home.known() && row.Home.Problem.Kind == nil {
			row.Home.Problem = d.at(placePostcodeUnknown, plainPostcode)
		}
	}
	return nil
}

// readNeed reads what the pupils need and under which law.
func (d *plain) readNeed() (err error) {
	row := &d.row
	if d.mapped[plainRef] {
		text, err := d.text(plainRef)
		if err != nil {
			return err
		}
		if row.Ref, err = zio.ParsePupilRef(text); err != nil {
			return d.of(err, plainRef)
		}
	}
	if d.mapped[plainMinutes] && len(d.cell(plainMinutes)) > 0 {
		limit := int64(zio.MaxCount)
		if d.mapped[plainRef] { // of one pupil
			limit = zio.MaxWeek
		}
		if row.Minutes, err = d.minutes(plainMinutes, limit); err != nil {
			return err
		}
	}
	if d.mapped[plainBandMin] && d.mapped[plainBandMax] && len(d.cell(plainBandMin))+len(d.cell(plainBandMax)) > 0 {
		if d.band.Min, err = d.minutes(plainBandMin, zio.MaxWeek); err != nil {
			return err
		}
		if d.band.Max, err = d.minutes(plainBandMax, zio.MaxWeek); err != nil {
			return err
		}
		if d.band.Min > d.band.Max {
			return d.at(bandReversed, plainBandMax, "min", strconv.FormatInt(d.band.Min, 10))
		}
		row.Band = &d.band
	}
	if b := d.cell(plainKind); len(b) > 0 {
		if row.Kind, err = zio.ParseCareKind(string(b)); err != nil {
			return d.of(err, plainKind)
		}
	}
	if b := d.cell(plainRoute); len(b) > 0 {
		if row.Route, err = zio.ParseClaim(string(b)); err != nil {
			return d.of(err, plainRoute)
		}
	}
	if b := d.cell(plainStatus); len(b) > 0 {
		if err = row.Status.UnmarshalText(b); err != nil {
			return d.of(err, plainStatus)
		}
	}
	if row.Label, err = d.text(plainLabel); err == nil && (utf8.RuneCountInString(row.Label) > 60 || zio.LooksLikeBSN(row.Label)) {
		err = d.at(labelWrong, plainLabel)
	}
	if err != nil {
		return err
	}
	return d.readCategory()
}

// readCategory reads what a price or a weight goes by.
func (d *plain) readCategory() (err error) {
	row := &d.row
	if row.Category, err = d.text(plainCategory); err != nil {
		return err
	}
	if utf8.RuneCountInString(row.Category) > 60 || zio.LooksLikeBSN(row.Category) {
		return d.at(labelWrong, plainCategory)
	}
	if list := d.o.Categories; list != nil && d.mapped[plainCategory] && !slices.Contains(list, row.Category) {
		return d.at(categoryUnknown, plainCategory, "choices", strings.Join(list, ", "))
	}
	return nil
}

var (
	bandReversed = &zio.ProblemKind{
		Code: "intake.band-reversed",
		NL:   "De hoogste zorgbehoefte {value} is lager dan de laagste, {min}. Kijk of de kolommen verwisseld zijn.",
		EN:   "The highest need {value} is lower than the lowest, {min}. Check whether the columns are exchanged.",
	}
	labelWrong = &zio.ProblemKind{
		Code: "intake.label-wrong",
		NL:   "De tekst in {column} is langer dan 60 tekens of lijkt op een burgerservicenummer. Kies een korte aanduiding.",
		EN:   "The text in {column} is longer than 60 characters or looks like a citizen service number. Choose a short label.",
	}
	categoryUnknown = &zio.ProblemKind{
		Code: "intake.category-unknown",
		NL:   "De categorie {value} in de kolom {column} is niet bekend. Kies uit: {choices}.",
		EN:   "The category {value} in the column {column} is not known. Choose one of: {choices}.",
	}
	minutesMalformed = &zio.ProblemKind{
		Code: "intake.minutes-malformed",
		NL:   "In de kolom {column} staat {value}. Schrijf hele minuten per schoolweek, hoogstens {limit#}; 2,5 uur is 150.",
		EN:   "The column {column} says {value}. Write whole minutes per school week, at most {limit#}; 2.5 hours is 150.",
	}
)

// minutes is a cell as whole minutes.
func (x *run) minutes(column int, limit int64) (int64, error) {
	n, ok := digits(x.cell(column))
	if !ok || n > limit {
		return n, x.at(minutesMalformed, column, "limit", strconv.FormatInt(limit, 10))
	}
	return n, nil
}
