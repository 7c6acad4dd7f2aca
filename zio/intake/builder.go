package intake

import (
	"slices"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/zio"
)

// PopulationOptions are the choices by which files become a population (populatie).
type PopulationOptions struct {
	Options
	Suppressed   Suppressed       // required
	SumsAsRange  bool             // rows without a total of which ages are suppressed become ranges, where the choice is to exclude
	KeepUnplaced bool             // count pupils without a municipality in groups without home
	Date         zio.Date         // the count date: only rows of that date; needed for files without dates. Zero: that of the first row
	Sites        []zio.SiteCode   // only these sites, and those of Schools; empty, both: all
	Schools      []string         // only the sites of these schools, by BRIN code ("99AB")
	Types        []zio.SchoolType // only these types of school; empty: all
	SplitAdults  bool             // set pupils of 18 and older apart in groups of their own, by the ages of the file
	Route        zio.Claim        // the law under which all pupils of a file of DUO are taken to fall; zero: unknown
	Title        string           // of the document; "" makes one
	Mapping      Mapping          // the columns of plain tables
}

var (
	decisionNeeded = &zio.ProblemKind{
		Code: "intake.decision-needed",
		NL:   "{suppressed#} regels met een afgeschermd aantal en {places#} regels zonder gemeente wachten op een keuze. Kies zero, midpoint of exclude.",
		EN:   "{suppressed#} rows with a suppressed count and {places#} rows without a municipality wait for a choice. Choose zero, midpoint or exclude.",
	}
	nothingPlaced = &zio.ProblemKind{
		Code: "intake.nothing-placed",
		NL:   "Geen enkele regel kon worden geplaatst: {rows#} regels gelezen, {listed#} gemeld, {outside#} buiten de selectie.",
		EN:   "Not a single row could be placed: {rows#} rows read, {listed#} listed, {outside#} outside the selection.",
	}
	dateMissing = &zio.ProblemKind{
		Code: "intake.date-missing",
		NL:   "Dit bestand noemt geen teldatum. Geef de teldatum op, meestal 1 oktober.",
		EN:   "This file names no count date. Give the count date, mostly 1 October.",
	}
	dateOther = &zio.ProblemKind{
		Code: "intake.date-other",
		NL:   "Deze regel is geteld op {value}, de regels ervoor op {date}. Kies een teldatum.",
		EN:   "This row was counted on {value}, the rows before it on {date}. Choose a count date.",
	}
	siteElsewhere = &zio.ProblemKind{
		Code: "intake.site-in-two-files",
		NL:   "De leerlingen van {site} ({type}) staan ook in {file}. Elke leerling telt een keer; deze regel telt niet mee.",
		EN:   "The pupils of {site} ({type}) are in {file} too. Every pupil counts once; this row does not count.",
	}
	ageSuppressed = &zio.ProblemKind{
		Code: "intake.age-suppressed",
		NL:   "Hoeveel leerlingen 18 jaar of ouder zijn is afgeschermd ({value}). Kies zero, midpoint of exclude.",
		EN:   "How many pupils are 18 or older is suppressed ({value}). Choose zero, midpoint or exclude.",
	}
	ageHidden = &zio.ProblemKind{
		Code: "intake.ages-suppressed",
		NL:   "Dit bestand heeft geen totaal, en het aantal leerlingen van {column} jaar is afgeschermd ({value}): het zijn er {low} tot en met {high}. Kies zero (telt als 0), midpoint (telt als {middle}) of exclude (de hele regel telt niet mee).",
		EN:   "This file has no total, and the count of pupils aged {column} is suppressed ({value}): it is {low} to {high}. Choose zero (counts as 0), midpoint (counts as {middle}) or exclude (the whole row does not count).",
	}
	tooManyGroups = &zio.ProblemKind{
		Code: "intake.too-many-groups",
		NL:   "De populatie heeft al {limit#} groepen, meer past er niet in. Kies minder vestigingen.",
		EN:   "The population has {limit#} groups already, more do not fit. Choose fewer sites.",
	}
	countOverflow = &zio.ProblemKind{
		Code: "intake.count-overflow",
		NL:   "Met deze regel wordt een aantal hoger dan {limit#}. Kijk of er een kolom verschoven is.",
		EN:   "With this row a number gets above {limit#}. Check whether a column has shifted.",
	}
	layoutWithoutPupils = &zio.ProblemKind{
		Code: "intake.layout-without-pupils",
		NL:   "In een bestand met de indeling {layout} staan geen leerlingen.",
		EN:   "A file of the layout {layout} holds no pupils.",
	}
	agesMissing = &zio.ProblemKind{
		Code: "intake.ages-missing",
		NL:   "Dit bestand heeft geen leeftijden. Leerlingen van 18 jaar en ouder zijn er niet apart te zetten.",
		EN:   "This file has no ages. Pupils of 18 and older can not be set apart in it.",
	}
	populationMade = &zio.ProblemKind{
		Code: "intake.population-made",
		NL:   "Van deze bestanden is de populatie al gemaakt. Begin opnieuw om er een bestand bij te voegen.",
		EN:   "The population of these files has been made already. Begin again to add a file.",
	}
	pupilTwice = &zio.ProblemKind{
		Code: "intake.pupil-twice",
		NL:   "Deze leerling staat al op een eerdere regel. Elke leerling telt een keer.",
		EN:   "This pupil stands on an earlier line already. Every pupil counts once.",
	}
)

// Source says which file a table comes from.
type Source struct {
	File string // its name, without folders; at most 200 characters are kept
	Part string // the sheet of a workbook; sheets of one file that are added in turn are one file

	// Digest gives the digest of the file as "sha256:" and 64 hexadecimal digits; it is asked for once the
	// table has been read. Nil takes the one that the table made itself, see [TableOptions].
	Digest func() string
}

// group is what makes pupils alike. It has no gaps and no pointers, so that a map of many groups is small and
// quick; what few groups have stands apart, in extras.
type group struct {
	site   zio.SiteCode
	home   zio.MunicipalityCode
	kind   zio.SchoolType
	route  zio.Claim
	status zio.Status
	adult  uint8 // 1: 18 or older
	extra  int32 // place in the extras of the builder; 0: none
}

// extra is what only tables of users say of a group.
type extra struct {
	banded bool
	band   zio.Band
	label  string
}

// tally is what is known of a group.
type tally struct {
	group
	pupils  Count
	minutes int64
	unknown bool // the minutes of some of the pupils are not known, so those of all are not
}

// siteType is one type of school at one site.
type siteType struct {
	site zio.SiteCode
	kind zio.SchoolType
}

// owned is a type of school at a site with the place of the file that has its pupils.
type owned struct {
	siteType
	file int
}

// Builder makes a population of one or more files (samenvoegen). Files are added one by one; a site and
// type of school that one file has is not taken from another, so that no pupil counts twice.
type Builder struct {
	o          PopulationOptions
	date       zio.Date
	tallies    []tally         // in the order in which groups were first seen
	places     map[group]int32 // of groups in tallies
	extras     []extra         // the first is none
	extraAt    map[extra]int32 // places in extras
	last       Source          // of the table before
	file       int             // place in provenance of the first part of the file
	owners     []owned
	ownerOf    map[siteType]int32 // places in owners
	sites      map[zio.SiteCode]*DuoSite
	pupils     []zio.Pupil
	refs       map[zio.PupilRef]bool
	onlySites  map[zio.SiteCode]bool // whether a site is chosen, for those that were asked for
	provenance []zio.Provenance
	suppressed int64
	unplaced   int64
	adults     int64
	decided    int64  // rows of this file of which a suppressed count was decided
	deciding   bool   // such a count stands in the row at hand
	rows       Report // the sums of all reports
}

// NewBuilder begins a population. It is a problem when the choice about suppressed counts was not made.
func NewBuilder(o PopulationOptions) (*Builder, error) {
	if o.Suppressed == SuppressedUnset || int(o.Suppressed) >= len(suppressedNames) {
		return nil, suppressedUnset.At("")
	}
	if o.Places == nil {
		o.Places = o.places()
	}
	b := &Builder{date: o.Date, places: map[group]int32{}, extras: make([]extra, 1), extraAt: map[extra]int32{{}: 0}, sites: map[zio.SiteCode]*DuoSite{},
		ownerOf: map[siteType]int32{}, refs: map[zio.PupilRef]bool{}, onlySites: map[zio.SiteCode]bool{}}
	for _, site := range o.Sites {
		b.onlySites[site] = true
	}
	o.types = o.Types
	if o.Sites != nil || o.Schools != nil {
		o.site = b.chosen
	}
	b.o = o
	return b, nil
}

// Add reads a table of pupils, whose layout is found by its columns unless a plain table is mapped. What is
// in the population from earlier files stays when this one fails.
func (b *Builder) Add(t *Table, s Source) (*Report, error) {
	if b.places == nil {
		return &Report{Encoding: t.encoding, Delimiter: t.delim, Header: t.Header()}, populationMade.At("")
	}
	layout := LayoutPlain
	if b.o.Mapping == (Mapping{}) {
		var err error
		if layout, err = t.Layout(); err != nil {
			return &Report{Encoding: t.encoding, Delimiter: t.delim, Header: t.Header()}, err
		}
	}
	if b.date.IsZero() && layout == LayoutDuoVO {
		return &Report{Layout: layout, Encoding: t.encoding, Delimiter: t.delim, Header: t.Header()}, dateMissing.At("")
	}
	b.provenance = append(b.provenance, zio.Provenance{File: clean(s.File, "-"), Layout: layout.String()})
	if s.Part == "" || s.File != b.last.File || s.Part == b.last.Part {
		b.file = len(b.provenance) - 1
	}
	b.last = s
	b.decided = 0
	var report *Report
	var err error
	switch layout {
	case LayoutDuoPO:
		report, err = ReadDuoPO(t, b.o.Options, func(r *DuoPORow) error { return b.took(b.placeDuoPO(r)) })
	case LayoutDuoPostcode:
		report, err = ReadDuoPostcode(t, b.o.Options, func(r *DuoPostcodeRow) error { return b.took(b.placeDuoPostcode(r)) })
	case LayoutDuoVO:
		report, err = ReadDuoVO(t, b.o.Options, func(r *DuoVORow) error { return b.took(b.placeDuoVO(r)) })
	case LayoutPlain:
		report, err = ReadPlain(t, b.o.Mapping, b.date, b.o.Options, func(r *PlainRow) error { return b.took(b.placePlain(r)) })
	default:
		report, err = &Report{Layout: layout, Encoding: t.encoding, Delimiter: t.delim, Header: t.Header()}, layoutWithoutPupils.At("", "layout", layout.String())
	}
	report.Decided = b.decided
	v := &b.provenance[len(b.provenance)-1]
	v.Rows, v.Placed, v.Listed, v.Outside = report.Rows, report.Placed, report.Listed, report.Outside
	v.Options = b.options(report, s.Part)
	if s.Digest != nil {
		v.Digest = s.Digest()
	} else {
		v.Digest = t.Digest()
	}
	b.rows.Rows += report.Rows
	b.rows.Placed += report.Placed
	b.rows.Listed += report.Listed
	b.rows.Outside += report.Outside
	return report, err
}

// took counts the rows of which a choice decided a count.
func (b *Builder) took(err error) error {
	if b.deciding && err == nil {
		b.decided++
	}
	b.deciding = false
	return err
}

// Adults is the number of pupils of 18 and older among the rows that were placed, as far as the files show
// it: a suppressed number counts as its lowest.
func (b *Builder) Adults() int64 { return b.adults }

// chosen reports whether a site is one of those that were chosen.
func (b *Builder) chosen(site zio.SiteCode) bool {
	if b.o.Sites == nil && b.o.Schools == nil {
		return true
	}
	chosen, known := b.onlySites[site]
	if !known {
		chosen = slices.Contains(b.o.Schools, site.BRIN())
		if len(b.onlySites) < mostSites {
			b.onlySites[site] = chosen
		}
	}
	return chosen
}

// selected reports whether the sites, types and dates that were chosen hold a row. The first row sets the date
// when none was chosen; a row of another date is then listed.
func (b *Builder) selected(site zio.SiteCode, kind zio.SchoolType, date zio.Date) error {
	if b.o.Types != nil && !slices.Contains(b.o.Types, kind) { // also where no column has a type
		return Outside
	}
	if b.o.site != nil && !b.chosen(site) {
		return Outside
	}
	switch {
	case date == b.date:
	case !b.o.Date.IsZero():
		return Outside
	case b.date.IsZero():
		b.date = date
	default:
		return dateOther.At("", "value", date.String(), "date", b.date.String())
	}
	file := b.file
	at, known := b.ownerOf[siteType{site, kind}]
	if !known {
		b.ownerOf[siteType{site, kind}] = int32(len(b.owners))
		b.owners = append(b.owners, owned{siteType{site, kind}, file})
		return nil
	}
	if owner := b.owners[at].file; owner != file {
		return siteElsewhere.At("", "site", site.String(), "type", kind.String(), "file", b.provenance[owner].File)
	}
	return nil
}

// homeOf is the municipality of a place. Where there is none the row is listed, unless such pupils are kept.
func (b *Builder) homeOf(p *Place) (zio.MunicipalityCode, error) {
	if p.known() {
		return p.Municipality, nil
	}
	if b.o.KeepUnplaced && b.o.Suppressed != SuppressedAsk {
		return zio.MunicipalityCode{}, nil
	}
	b.unplaced++
	return zio.MunicipalityCode{}, p.Problem
}

// number is what a count in a column stands for: one number, or a range where that is the choice. Where the choice gives
// nothing the row is listed.
func (b *Builder) number(c Count, column string, kind *zio.ProblemKind, choice Suppressed) (Count, error) {
	n, ok := c.Value(choice)
	if choice == SuppressedRange && c.IsSuppressed() && !c.isHidden() {
		return c, nil
	}
	if !ok {
		b.suppressed++
		if c.isHidden() {
			return Count{}, countHidden.At(pointerTo(column), "column", column, "value", c.String())
		}
		return Count{}, kind.At(pointerTo(column), "column", column, "value", c.String(), "low", strconv.FormatInt(c.Low, 10),
			"high", strconv.FormatInt(c.High, 10), "middle", strconv.FormatInt(c.Middle(), 10))
	}
	b.deciding = b.deciding || c.IsSuppressed()
	return Exact(n), nil
}

// extra is the place of what only tables of users say of a group.
func (b *Builder) extra(e extra) int32 {
	at, known := b.extraAt[e]
	if !known {
		at = int32(len(b.extras))
		e.label = strings.Clone(e.label)
		b.extras = append(b.extras, e)
		b.extraAt[e] = at
	}
	return at
}

// add puts pupils into a group.
func (b *Builder) add(g *group, pupils Count, minutes int64) error {
	at, known := b.places[*g]
	if !known {
		if len(b.tallies) >= zio.MaxGroups {
			return tooManyGroups.At("", "limit", strconv.Itoa(zio.MaxGroups))
		}
		at = int32(len(b.tallies))
		b.tallies = append(b.tallies, tally{group: *g})
		b.places[*g] = at
	}
	s := &b.tallies[at]
	if s.pupils.High+pupils.High > zio.MaxCount || s.minutes+minutes > zio.MaxCount {
		return countOverflow.At("", "limit", strconv.Itoa(zio.MaxCount))
	}
	if pupils == (Count{}) { // whose minutes are nobody's
		return nil
	}
	s.unknown = s.unknown || minutes == 0
	s.pupils = s.pupils.plus(pupils)
	s.minutes += minutes
	return nil
}

// options are the choices of an import for the provenance, one text each.
func (b *Builder) options(r *Report, part string) []string {
	o := &b.o
	list := []string{"suppressed=" + o.Suppressed.String(), "encoding=" + r.Encoding.String(), "delimiter=" + DelimiterName(r.Delimiter)}
	if part != "" {
		list = append(list, clean("sheet="+part, ""))
	}
	if !o.Date.IsZero() {
		list = append(list, "date="+o.Date.String())
	}
	if len(o.Types) > 0 {
		names := make([]string, len(o.Types))
		for i, t := range o.Types {
			names[i] = t.String()
		}
		list = append(list, "types="+strings.Join(names, ","))
	}
	sites := slices.Clone(o.Schools)
	for _, s := range o.Sites {
		sites = append(sites, s.String())
	}
	for i := 0; i < len(sites) && len(list) < 40; i += 25 { // a text holds 200 characters
		list = append(list, "sites="+strings.Join(sites[i:min(i+25, len(sites))], ","))
	}
	if o.KeepUnplaced {
		list = append(list, "keep-unplaced")
	}
	if o.SplitAdults {
		list = append(list, "split-adults")
	}
	if o.Route != 0 {
		list = append(list, "route="+o.Route.String())
	}
	if o.PadCodes {
		list = append(list, "pad-codes="+strconv.FormatInt(r.Padded, 10))
	}
	if m := o.Mapping.String(); m != "" {
		list = append(list, clean("map="+m, ""))
	}
	if r.Decided > 0 {
		list = append(list, "decided="+strconv.FormatInt(r.Decided, 10))
	}
	return list
}
