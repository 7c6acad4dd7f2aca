package intake

import (
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

	// Totals are published numbers of pupils of sites on the count date (totaal), from elsewhere. A total goes into the population
	// where all pupils of the site are in it as ranges: it narrows them, see [zio.Population.Estimated]. One that lies outside the
	// sums of the ranges is not used. Where types are chosen, the caller leaves out the sites that have others too.
	Totals     map[zio.SiteCode]int64
	TotalsDate zio.Date // the count date of the totals; those of another date are not used. Zero: that of the files
}

var (
	decisionNeeded = &zio.ProblemKind{
		Code: "intake.decision-needed",
		NL:   "{suppressed#} {suppressed|regel|regels} met een afgeschermd aantal en {places#} {places|regel|regels} zonder gemeente wachten op een keuze. Kies zero, midpoint of exclude.",
		EN:   "{suppressed#} {suppressed|row|rows} with a suppressed count and {places#} {places|row|rows} without a municipality wait for a choice. Choose zero, midpoint or exclude.",
	}
	nothingPlaced = &zio.ProblemKind{
		Code: "intake.nothing-placed",
		NL:   "Geen enkele regel kon worden geplaatst: {rows#} {rows|regel|regels} gelezen, {listed#} gemeld, {outside#} buiten de selectie.",
		EN:   "Not a single row could be placed: {rows#} {rows|row|rows} read, {listed#} listed, {outside#} outside the selection.",
	}
	dateMissing = &zio.ProblemKind{
		Code: "intake.date-missing",
		NL:   "Dit bestand noemt geen teldatum. Geef de teldatum op, meestal 1 oktober.",
		EN:   "This file names no count date. Give the count date, mostly 1 October.",
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
	o       PopulationOptions
	date    zio.Date
	most    int             // groups that a population may have
	tallies []tally         // in the order in which groups were first seen
	places  map[group]int32 // of groups in tallies
	extras  []extra         // the first is none
	extraAt map[extra]int32 // places in extras
	last    Source          // of the table before
	file    int             // place in provenance of the first part of the file
	owners  []owned
	ownerOf map[siteType]int32 // places in owners
	sites   map[zio.SiteCode]*DuoSite
	pupils  []zio.Pupil
	refs    map[zio.PupilRef]bool

	onlySites   map[zio.SiteCode]bool // those that were chosen
	onlySchools map[string]bool       // by BRIN code

	provenance []zio.Provenance
	suppressed int64
	unplaced   int64
	adults     int64
	decided    int64                 // rows of this file of which a suppressed count was decided
	deciding   bool                  // such a count stands in the row at hand
	rows       Report                // the sums of all reports
	partial    map[zio.SiteCode]bool // sites of which a row was listed
	refused    int64                 // rows that were listed with a site
	sitesLost  bool                  // rows were listed of which the site is not known
	totals     [2]int                // that were used, and that did not fit
}

// NewBuilder begins a population. It is a problem when the choice about suppressed counts was not made.
func NewBuilder(o PopulationOptions) (*Builder, error) {
	if o.Suppressed == SuppressedUnset || int(o.Suppressed) >= len(suppressedNames) {
		return nil, suppressedUnset.At("")
	}
	o.Places = o.places()
	b := &Builder{date: o.Date, most: zio.MaxGroups, places: map[group]int32{}, extras: make([]extra, 1), extraAt: map[extra]int32{{}: 0}, sites: map[zio.SiteCode]*DuoSite{},
		ownerOf: map[siteType]int32{}, refs: map[zio.PupilRef]bool{}, onlySites: map[zio.SiteCode]bool{}, onlySchools: map[string]bool{}, partial: map[zio.SiteCode]bool{}}
	for _, site := range o.Sites {
		b.onlySites[site] = true
	}
	for _, school := range o.Schools {
		b.onlySchools[school] = true
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
	known := b.refused
	var report *Report
	var err error
	switch layout {
	case LayoutDuoPO:
		report, err = ReadDuoPO(t, b.o.Options, func(r *DuoPORow) error { return b.took(r.Site.Code, b.placeDuoPO(r)) })
	case LayoutDuoPostcode:
		report, err = ReadDuoPostcode(t, b.o.Options, func(r *DuoPostcodeRow) error { return b.took(r.Site, b.placeDuoPostcode(r)) })
	case LayoutDuoVO:
		report, err = ReadDuoVO(t, b.o.Options, func(r *DuoVORow) error { return b.took(r.Site, b.placeDuoVO(r)) })
	case LayoutPlain:
		report, err = ReadPlain(t, b.o.Mapping, b.date, b.o.Options, func(r *PlainRow) error { return b.took(r.Site, b.placePlain(r)) })
	default:
		report, err = &Report{Layout: layout, Encoding: t.encoding, Delimiter: t.delim, Header: t.Header()}, layoutWithoutPupils.At("", "layout", layout.String())
	}
	report.Decided = b.decided
	b.sitesLost = b.sitesLost || report.Listed > b.refused-known
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

// took counts the rows of which a choice decided a count, and keeps the sites of which a row is listed.
func (b *Builder) took(site zio.SiteCode, err error) error {
	if err != nil && err != Outside {
		b.refused++
		b.partial[site] = true
	}
	if b.deciding && err == nil {
		b.decided++
	}
	b.deciding = false
	return err
}

// Adults is the number of pupils of 18 and older among the rows that were placed, as far as the files show
// it: a suppressed number counts as its lowest.
func (b *Builder) Adults() int64 { return b.adults }
