package zio

import (
	"cmp"
	"slices"
	"strings"

	"github.com/zio-collectief/zio/internal/order"
)

// Regions are the regions of a kind on the day, by code (regio's); for provinces they are
// made of the municipalities in force.
func (a *Atlas) Regions(kind RegionKind, on Date) []Region {
	if kind == ProvinceRegion {
		return a.provinceRegions(on)
	}
	var list []Region
	for i := range a.regions {
		if r := &a.regions[i]; r.Kind == kind && r.Period().Contains(on) {
			list = append(list, r.clone())
		}
	}
	return list
}

func (a *Atlas) provinceRegions(on Date) []Region {
	var list []Region
	there := a.Municipalities(on)
	for _, p := range Provinces() {
		r := Region{Kind: ProvinceRegion, Code: p.Code(), Name: p.Name(), From: a.period.From, Until: a.period.Until}
		for _, m := range there {
			if m.Province == p {
				r.Municipalities = append(r.Municipalities, m.Code)
			}
		}
		if len(r.Municipalities) > 0 {
			list = append(list, r)
		}
	}
	return list
}

// Region is the region with the code on the day.
func (a *Atlas) Region(kind RegionKind, code string, on Date) (Region, bool) {
	for _, r := range a.Regions(kind, on) {
		if r.Code == code {
			return r, true
		}
	}
	return Region{}, false
}

// RegionsOf are the regions of a kind that a municipality lies in on the day, by code: at
// most one for a kind that is exclusive.
func (a *Atlas) RegionsOf(kind RegionKind, municipality MunicipalityCode, on Date) []Region {
	return slices.DeleteFunc(a.Regions(kind, on), func(r Region) bool { return !slices.Contains(r.Municipalities, municipality) })
}

// HeirRegion is the region of a kind on the day in which all of a municipality lies, in force then or not: where it merged or
// began on another day, the region of those that hold what it holds. False where they lie in none or in several.
func (a *Atlas) HeirRegion(kind RegionKind, municipality MunicipalityCode, on Date) (found Region, whole bool) {
	holders, err := a.Successors(municipality, on)
	if err != nil {
		if holders, err = a.Predecessors(municipality, on); err != nil {
			return Region{}, false
		}
	}
	for i, holder := range holders {
		regions := a.RegionsOf(kind, holder, on)
		if len(regions) != 1 || i > 0 && regions[0].Code != found.Code {
			return Region{}, false
		}
		found = regions[0]
	}
	return found, len(holders) > 0
}

// RegionsOfPostcode are the regions of a kind that a four-digit postcode lies in on the day, by code.
func (a *Atlas) RegionsOfPostcode(kind RegionKind, postcode Postcode4, on Date) []Region {
	return slices.DeleteFunc(a.Regions(kind, on), func(r Region) bool { return !slices.Contains(r.Postcodes, postcode) })
}

// RegionPart is the municipalities of a set that lie in one region, by code.
type RegionPart struct {
	Region         Region
	Municipalities []MunicipalityCode
}

// IsWhole reports whether every municipality of the region is in the part.
func (p RegionPart) IsWhole() bool { return len(p.Municipalities) == len(p.Region.Municipalities) }

// Spread is a set of municipalities over the regions of a kind (spreiding over regio's).
type Spread struct {
	Kind  RegionKind
	On    Date
	Parts []RegionPart       // the regions that are touched: the largest part first, then by code of the region
	None  []MunicipalityCode // what lies in no region of the kind, by code
}

// Spread says which regions of a kind a set of municipalities touches on the day. A
// municipality that stands in the set more than once counts once.
func (a *Atlas) Spread(kind RegionKind, set []MunicipalityCode, on Date) Spread {
	set = slices.Clone(set)
	sortCodes(set)
	set = slices.Compact(set)
	s := Spread{Kind: kind, On: on}
	placed := make([]bool, len(set))
	for _, r := range a.Regions(kind, on) {
		part := RegionPart{Region: r}
		for i, code := range set {
			if slices.Contains(r.Municipalities, code) {
				part.Municipalities = append(part.Municipalities, code)
				placed[i] = true
			}
		}
		if len(part.Municipalities) > 0 {
			s.Parts = append(s.Parts, part)
		}
	}
	for i, code := range set {
		if !placed[i] {
			s.None = append(s.None, code)
		}
	}
	parts := s.Parts
	order.By(parts, func(a, b RegionPart) int {
		return cmp.Or(len(b.Municipalities)-len(a.Municipalities), cmp.Compare(a.Region.Code, b.Region.Code))
	})
	return s
}

// Outside is the part of the set that does not lie in the region with the code
// (grensverkeer): the parts in other regions, and what lies in no region. Where a
// municipality lies in that region and in another one too it is not outside.
func (s Spread) Outside(code string) (parts []RegionPart, none []MunicipalityCode) {
	var inside []MunicipalityCode
	for _, p := range s.Parts {
		if p.Region.Code == code {
			inside = p.Municipalities
		}
	}
	for _, p := range s.Parts {
		out := slices.DeleteFunc(slices.Clone(p.Municipalities), func(c MunicipalityCode) bool { return slices.Contains(inside, c) })
		if len(out) > 0 {
			parts = append(parts, RegionPart{p.Region, out})
		}
	}
	return parts, s.None
}

// Overlap is what two regions of different kinds share: one row of an overlap table.
type Overlap struct {
	A, B           Region
	Municipalities []MunicipalityCode // that lie in both, by code
	Postcodes      []Postcode4        // that lie in both, where both list postcodes, by number
}

// Overlaps are the pairs of regions of two kinds that share municipalities or postcodes on
// the day (overlaptabel), by the codes of the regions. A set restricts it to these
// municipalities; none is all of them.
func (a *Atlas) Overlaps(one, other RegionKind, set []MunicipalityCode, on Date) []Overlap {
	var rows []Overlap
	others := a.Regions(other, on)
	for _, r := range a.Regions(one, on) {
		for _, q := range others {
			row := Overlap{A: r, B: q}
			for _, code := range r.Municipalities {
				if slices.Contains(q.Municipalities, code) && (len(set) == 0 || slices.Contains(set, code)) {
					row.Municipalities = append(row.Municipalities, code)
				}
			}
			if len(set) == 0 {
				row.Postcodes = sharedPostcodes(r.Postcodes, q.Postcodes)
			}
			if len(row.Municipalities) > 0 || len(row.Postcodes) > 0 {
				sortCodes(row.Municipalities)
				rows = append(rows, row)
			}
		}
	}
	return rows
}

func sharedPostcodes(p, q []Postcode4) (both []Postcode4) {
	if len(p) == 0 || len(q) == 0 {
		return nil
	}
	in := make([]bool, 10_000)
	for _, c := range p {
		in[c.n] = true
	}
	for _, c := range q {
		if in[c.n] {
			both = append(both, c)
		}
	}
	order.By(both, Postcode4.Compare)
	return both
}

// RegionByName finds the one region of a kind that has the name on the day; capitals,
// accents, hyphens and spaces do not count.
func (a *Atlas) RegionByName(kind RegionKind, name string, on Date) (Region, bool) {
	if len(name) > longestName || strings.TrimSpace(name) == "" {
		return Region{}, false
	}
	var found []Region
	for _, r := range a.Regions(kind, on) {
		if sameFolded(r.Name, name) {
			found = append(found, r)
		}
	}
	if len(found) != 1 {
		return Region{}, false
	}
	return found[0], true
}
