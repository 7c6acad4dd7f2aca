package intake

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/zio"
)

// The columns of the layout that are read, in the order of duoPOColumns. The columns of ages are found by
// their names, which differ per year.
const (
	poDate = iota
	poPostcode
	poHome
	poBRIN
	poNumber
	poType
	poTotal
	poSiteMunicipality
	poSiteName
	poBoard
)

var duoPOColumns = []column{
	{names: []string{"PEILDATUM"}},
	{names: []string{"POSTCODE LEERLING"}},
	{names: []string{"GEMEENTENAAM LEERLING"}},
	{names: []string{"BRIN NUMMER", "INSTELLINGSCODE"}},
	{names: []string{"VESTIGINGSNUMMER", "VESTIGINGSCODE"}},
	{names: []string{"SOORT PO"}},
	{names: []string{"TOTAAL"}, optional: true}, // not since 2024; then there are ages
	{names: []string{"GEMEENTENUMMER"}, optional: true},
	{names: []string{"INSTELLINGSNAAM VESTIGING"}, optional: true},
	{names: []string{"BEVOEGD GEZAG NUMMER"}, optional: true},
}

// DuoPORow is one row of the DUO file "03. leerlingen po totaaloverzicht": the pupils of one type of school
// at one site who live in one four-digit postcode. It is valid during the call that hands it over.
type DuoPORow struct {
	Line   int64
	Date   zio.Date // PEILDATUM, the count date
	Site   *DuoSite
	Type   zio.SchoolType
	Home   Place
	Total  Count      // the sum of the ages where the file has no total
	Summed bool       // the file has no total
	Ages   []AgeCount // in the order of the file; empty where the file has no ages
}

// DuoSite is what the file says of the site of a row.
type DuoSite struct {
	Code         zio.SiteCode
	Name         string
	Municipality zio.MunicipalityCode // of the site; zero where the file does not say
	Board        zio.BoardNumber      // zero where the file does not say
}

// AgeCount is the pupils of one age in whole years on the count date. The first and the last age of the
// file are open: "3-" is 3 or younger and "25+" is 25 or older.
type AgeCount struct {
	Age   int64
	Count Count
}

// Adults is the pupils of 18 and older.
func (r *DuoPORow) Adults() Count {
	var sum Count
	for i := range r.Ages {
		if r.Ages[i].Age >= 18 {
			sum = sum.plus(r.Ages[i].Count)
		}
	}
	return sum
}

// mostSites is how many sites a file may have before what is known of them is forgotten; the country has
// some 8,000.
const mostSites = 50_000

// duoPO is the import of one file.
type duoPO struct {
	*run
	ages    []int // places of the columns of ages
	row     DuoPORow
	places  places
	sites   map[string]*DuoSite
	key     []byte // cells of the site
	rawDate []byte
	date    zio.Date
}

// ReadDuoPO reads the DUO file "03. leerlingen po totaaloverzicht" and hands each row to place. A row of
// which the home is no municipality is handed over too; place lists it by returning the problem of its
// home, or counts it. The error says that the file is no such file or could not be read to its end; the
// report counts the rows up to there.
func ReadDuoPO(t *Table, o Options, place func(*DuoPORow) error) (*Report, error) {
	x, err := begin(t, LayoutDuoPO, o)
	d := &duoPO{run: x, places: places{by: o.places()}, sites: map[string]*DuoSite{}}
	if err != nil {
		return &x.report, err
	}
	d.ages, d.row.Ages = t.ages()
	for _, i := range d.ages { // of a row that breaks off nobody knows where a field is missing
		d.need(i)
	}
	if x.columns[poTotal] < 0 {
		d.row.Summed = true
		if len(d.ages) == 0 {
			return &x.report, t.lacks(LayoutDuoPO, []string{"TOTAAL"})
		}
	}
	err = x.rows(func() error {
		if err := d.read(); err != nil {
			return err
		}
		return place(&d.row)
	})
	return &x.report, err
}

// read makes the typed row of the fields.
func (d *duoPO) read() error {
	row := &d.row
	row.Line = d.t.Line()
	if b := d.cell(poDate); !bytes.Equal(b, d.rawDate) || d.date.IsZero() {
		date, err := d.run.date(poDate)
		if err != nil {
			return err
		}
		d.date, d.rawDate = date, append(d.rawDate[:0], b...)
	}
	row.Date = d.date
	var err error
	if row.Type, err = d.chosenType(poType); err != nil {
		return err
	}
	if row.Site, err = d.siteOf(); err != nil {
		return err
	}
	if err := d.chosenSite(row.Site.Code); err != nil {
		return err
	}
	postcode, err := d.postcode(poPostcode)
	if err != nil {
		return err
	}
	if !row.Summed {
		if row.Total, err = d.count(poTotal); err != nil {
			return err
		}
	}
	if err := d.readAges(); err != nil {
		return err
	}
	home, err := d.byName(&d.places, poHome, row.Date)
	if err != nil {
		return err
	}
	row.Home = *home
	row.Home.Postcode = postcode
	d.byPostcode(&row.Home, d.places.by, poPostcode)
	return nil
}

// siteOf is the site of the row. The same cells are the same site.
func (d *duoPO) siteOf() (*DuoSite, error) {
	d.key = d.key[:0]
	for _, c := range [...]int{poBRIN, poNumber, poSiteMunicipality, poBoard} {
		d.key = append(append(d.key, d.cell(c)...), '|')
	}
	site := d.sites[string(d.key)]
	if site == nil {
		s := DuoSite{}
		var err error
		if s.Code, err = d.run.site(poBRIN, poNumber); err != nil {
			return nil, err
		}
		if len(d.cell(poSiteMunicipality)) > 0 {
			if s.Municipality, err = d.municipality(poSiteMunicipality); err != nil {
				return nil, err
			}
		}
		if s.Board, err = d.board(poBoard); err != nil {
			return nil, err
		}
		if s.Name, err = d.text(poSiteName); err != nil {
			return nil, err
		}
		site = &s
		if d.padded { // remembered only when every row with these cells would count as padded too
			return site, nil
		}
		if len(d.sites) >= mostSites {
			d.sites = map[string]*DuoSite{}
		}
		d.sites[string(d.key)] = site
	}
	return site, nil
}

// readAges reads the columns of ages and holds their sum against the total. An empty cell is 0.
func (d *duoPO) readAges() error {
	if len(d.ages) == 0 {
		return nil
	}
	var sum Count
	for i, column := range d.ages {
		if n, ok := d.t.digit(column); ok {
			d.row.Ages[i].Count = Count{n, n}
			sum.Low += n
			sum.High += n
			continue
		}
		b := d.t.Bytes(column)
		c, kind := parseCount(b)
		if kind != nil {
			if len(b) > 0 {
				value, _ := d.t.string(b)
				name := d.t.header[column]
				return kind.At(pointerTo(name), "column", name, "value", short(value), "limit", strconv.Itoa(zio.MaxCount))
			}
		}
		d.row.Ages[i].Count = c
		sum = sum.plus(c)
	}
	if d.row.Summed {
		d.row.Total = sum
		return nil
	}
	if !sum.overlaps(d.row.Total) {
		return d.at(countTotalDiffers, poTotal, "total", d.row.Total.String(),
			"low", strconv.FormatInt(sum.Low, 10), "high", strconv.FormatInt(sum.High, 10))
	}
	return nil
}

// ages are the places and the ages of the columns of ages. "LEEFTIJD_JONGER" and "LEEFTIJD_OUDER" are the years below
// the lowest and above the highest age that is named.
func (t *Table) ages() (places []int, ages []AgeCount) {
	low, high := int64(oldest), int64(0)
	for _, name := range t.header {
		if age, ok := ageOf(name); ok {
			low, high = min(low, age), max(high, age)
		}
	}
	for i, name := range t.header {
		age, ok := ageOf(name)
		switch FoldHeader(name) {
		case "LEEFTIJD JONGER":
			age, ok = low-1, high > 0
		case "LEEFTIJD OUDER":
			age, ok = high+1, high > 0
		}
		if ok {
			places, ages = append(places, i), append(ages, AgeCount{Age: age})
		}
	}
	return places, ages
}

// hasCounts reports whether a table of pupils has a total or ages.
func (t *Table) hasCounts() bool {
	places, _ := t.ages()
	return len(places) > 0 || t.fits([]column{{names: []string{"TOTAAL"}}})
}

// oldest is the highest age that a column is about.
const oldest = 30

// ageOf reads the name of a column of ages: "3-", "25+", "LEEFTIJD_4_JAAR", "3 JAAR EN JONGER", "OUDER DAN 24".
func ageOf(name string) (age int64, ok bool) {
	numbers := strings.FieldsFunc(name, func(r rune) bool { return r < '0' || r > '9' })
	if len(numbers) != 1 {
		return age, false
	}
	step, than := int64(0), int64(0)
	for _, word := range strings.FieldsFunc(FoldHeader(name), func(r rune) bool { return r < 'A' }) {
		switch word {
		case "DAN":
			than = 1
		case "JONGER", "MINDER":
			step = -1
		case "OUDER", "MEER":
			step = 1
		case "LEEFTIJD", "JAAR", "JR", "EN", "OF", "L", "MIN", "PLUS":
		default:
			return age, false
		}
	}
	age, ok = digits([]byte(numbers[0]))
	age += step * than
	return age, ok && age >= 1 && age <= oldest
}
