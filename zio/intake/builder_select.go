package intake

import (
	"slices"

	"github.com/zio-collectief/zio/zio"
)

var (
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
)

// chosen reports whether a site is one of those that were chosen, by itself or by its school.
func (b *Builder) chosen(site zio.SiteCode) bool {
	return b.onlySites[site] || b.onlySchools[site.BRIN()]
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
