package schools

import (
	"slices"

	"github.com/zio-collectief/zio/zio"
)

// School is one site of special education (vestiging).
type School struct {
	Code         zio.SiteCode
	Name         string // full name
	Short        string // name in the file of DUO; "" when it is the same
	Place        string // plaats
	Municipality zio.MunicipalityCode
	Type         zio.SchoolType
	Board        zio.BoardNumber // bevoegd gezag
	// Primary and Secondary are the alliances (samenwerkingsverband po, vo) in which the site lay in 2015; zero: not known.
	Primary, Secondary zio.AllianceCode
	Total              int64  // published number of pupils; 0: none
	Adults             Count  // pupils of 18 and older among them
	Homes              []Home // with at least one pupil: municipalities by code, then those elsewhere
	Rows               int64  // rows of the file of DUO
}

// Count is a published number of pupils: the fewest and the most it can be.
type Count struct{ Fewest, Most int64 }

// Home is where pupils live (woongemeente), with their published number.
type Home struct {
	Municipality zio.MunicipalityCode // zero: elsewhere
	Elsewhere    Elsewhere
	Count
}

// Elsewhere is a home that is no municipality. The zero value is a municipality.
type Elsewhere byte

// The homes that the file of DUO tells apart.
const (
	Belgium      Elsewhere = 'B'
	Germany      Elsewhere = 'D'
	OtherCountry Elsewhere = 'A'
	Unknown      Elsewhere = 'O'
)

// Name is the name of the home, "" for a municipality.
func (e Elsewhere) Name(l zio.Lang) string {
	nl, en := "", ""
	switch e {
	case Belgium:
		nl, en = "België", "Belgium"
	case Germany:
		nl, en = "Duitsland", "Germany"
	case OtherCountry:
		nl, en = "ander land", "another country"
	case Unknown:
		nl, en = "onbekend", "unknown"
	}
	return zio.InLang(l, nl, en)
}

// Name is the name of the home: that of the municipality in the register, or where else it is.
func (h *Home) Name(l zio.Lang) string {
	if h.Elsewhere != 0 {
		return h.Elsewhere.Name(l)
	}
	return zio.Netherlands().Name(h.Municipality)
}

// Municipalities is the number of home municipalities.
func (s *School) Municipalities() int {
	n := 0
	for i := range s.Homes {
		if s.Homes[i].Elsewhere == 0 {
			n++
		}
	}
	return n
}

// Count is the sum of the homes: the fewest and the most pupils the site can have by them.
func (s *School) Count() Count {
	var c Count
	for i := range s.Homes {
		c.Fewest += s.Homes[i].Fewest
		c.Most += s.Homes[i].Most
	}
	return c
}

// TotalFits reports whether the published total lies within the sum of the homes. A total outside it, which is of another day
// or counts other pupils, is not used.
func (s *School) TotalFits() bool {
	c := s.Count()
	return s.Total > 0 && c.Fewest <= s.Total && s.Total <= c.Most
}

// Ranges are the pupils of each home, made narrower by the total where it fits, with an estimate (schatting) of each; see
// [zio.Narrow]. Without a total that fits the estimate is the fewest.
func (s *School) Ranges() []zio.Range {
	list := make([]zio.Range, len(s.Homes))
	for i := range s.Homes {
		list[i] = zio.Range{Fewest: s.Homes[i].Fewest, Most: s.Homes[i].Most}
	}
	zio.Narrow(list, s.Total)
	return list
}

// All are the sites of the country, by code. The list is a copy; what hangs on it is shared and not to be changed.
func All() []School { return slices.Clone(table().schools) }

// CountDate is the day on which the pupils were counted (teldatum).
func CountDate() zio.Date { return table().date }

// Find finds a site by its code.
func Find(code zio.SiteCode) (*School, bool) {
	list := table().schools
	i, found := slices.BinarySearchFunc(list, code, func(s School, c zio.SiteCode) int { return s.Code.Compare(c) })
	if !found {
		return nil, false
	}
	s := list[i]
	return &s, true
}
