package zio

import (
	"cmp"
	"strconv"

	"github.com/zio-collectief/zio/internal/order"
)

var (
	regionCodeMalformed = ProblemKind{
		Code: "region.code-malformed",
		NL:   "De code van deze regio kan niet. Gebruik 1 tot en met 40 tekens: letters, cijfers, punt, streepje of laag streepje.",
		EN:   "The code of this region cannot be used. Use 1 to 40 characters: letters, digits, point, hyphen or underscore.",
	}
	regionTwice = ProblemKind{
		Code: "region.twice",
		NL:   "Regio {region} staat voor een deel van de tijd twee keer in het register. Laat de ene eindigen voor de andere begint.",
		EN:   "Region {region} stands twice in the register for part of the time. Let the one end before the other begins.",
	}
	regionEmpty = ProblemKind{
		Code: "region.empty",
		NL:   "Regio {region} heeft geen gemeenten en geen postcodes.",
		EN:   "Region {region} has no municipalities and no postcodes.",
	}
	regionMemberTwice = ProblemKind{
		Code: "region.member-twice",
		NL:   "{member} staat twee keer in regio {region}.",
		EN:   "{member} stands twice in region {region}.",
	}
	regionMemberShared = ProblemKind{
		Code: "region.member-shared",
		NL:   "Gemeente {member} ligt tegelijk in regio {region} en regio {other}. Een gemeente ligt in één regio van deze soort.",
		EN:   "Municipality {member} lies in region {region} and region {other} at the same time. A municipality lies in one region of this kind.",
	}
	regionProvince = ProblemKind{
		Code: "region.province-given",
		NL:   "Een provincie staat niet bij de regio's: zij volgt uit de gemeenten.",
		EN:   "A province does not stand among the regions: it follows from the municipalities.",
	}
)

// The members of a region in the order of the document.
const (
	partKind      = iota
	partCode      // and the name
	partPeriod    // from and until
	partMembers   // and the index of the municipality
	partPostcodes = 1 << 30
)

// checkRegions gives every problem of the regions, in the order of the document.
func (r *Register) checkRegions() Problems {
	var found findings
	var members []membership
	seen := make([]int32, 10_000) // by number of a postcode or a municipality: the last region in which it stood, and one
	for i := range r.Regions {
		g, at := &r.Regions[i], "/regions/"+strconv.Itoa(i)
		if g.Kind == ProvinceRegion {
			found.add(i, partKind, regionProvince.At(at+"/kind"))
		}
		if !isRegionCode(g.Code) {
			found.add(i, partCode, regionCodeMalformed.At(at+"/code"))
		}
		for _, p := range g.Period().CheckOpen(at) {
			found.add(i, partPeriod, p)
		}
		if len(g.Municipalities) == 0 && len(g.Postcodes) == 0 {
			found.add(i, partMembers, regionEmpty.At(at+"/municipalities", "region", g.Code))
		}
		for j, m := range g.Municipalities {
			if seen[m.n] == int32(i+1) {
				found.add(i, partMembers+j, regionMemberTwice.At(at+"/municipalities/"+strconv.Itoa(j), "member", m.String(), "region", g.Code))
				continue
			}
			seen[m.n] = int32(i + 1)
			if g.Kind.IsExclusive() {
				members = append(members, membership{m, i, j})
			}
		}
		for _, m := range g.Municipalities {
			seen[m.n] = 0
		}
		for j, p := range g.Postcodes {
			if seen[p.n] == int32(i+1) {
				found.add(i, partPostcodes, regionMemberTwice.At(at+"/postcodes/"+strconv.Itoa(j), "member", p.String(), "region", g.Code))
			}
			seen[p.n] = int32(i + 1)
		}
	}
	byCode := indexOrder(len(r.Regions), func(i, j int) bool {
		return cmp.Or(r.Regions[i].Compare(&r.Regions[j]), cmp.Compare(i, j)) < 0
	})
	for k := 1; k < len(byCode); k++ {
		g, h := &r.Regions[byCode[k]], &r.Regions[byCode[k-1]]
		if _, both := g.Period().Overlap(h.Period()); both && g.Kind == h.Kind && g.Code == h.Code {
			later := max(byCode[k], byCode[k-1])
			found.add(later, partCode, regionTwice.At("/regions/"+strconv.Itoa(later)+"/code", "region", g.Code))
		}
	}
	r.checkShared(&found, members)
	return found.inOrder()
}

// membership is a municipality in a region, by index.
type membership struct {
	code           MunicipalityCode
	region, member int
}

// checkShared finds the municipalities that lie in two regions of one kind on one day. Of
// a municipality the periods are looked at in order, so that a pair of neighbours overlaps
// where any two do.
func (r *Register) checkShared(found *findings, members []membership) {
	order.By(members, func(a, b membership) int {
		g, h := &r.Regions[a.region], &r.Regions[b.region]
		return cmp.Or(a.code.Compare(b.code), g.Kind.Compare(h.Kind), g.Period().Compare(h.Period()), cmp.Compare(a.region, b.region))
	})
	for k := 1; k < len(members); k++ {
		a, b := members[k-1], members[k]
		if a.region > b.region {
			a, b = b, a
		}
		g, h := &r.Regions[b.region], &r.Regions[a.region]
		if a.code != b.code || g.Kind != h.Kind || g.Code == h.Code {
			continue
		}
		if _, both := g.Period().Overlap(h.Period()); both {
			found.add(b.region, partMembers+b.member, regionMemberShared.At("/regions/"+strconv.Itoa(b.region)+"/municipalities/"+strconv.Itoa(b.member),
				"member", b.code.String(), "region", g.Code, "other", h.Code))
		}
	}
}

func isRegionCode(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '.' || c == '-' || c == '_') {
			return false
		}
	}
	return len(s) >= 1 && len(s) <= 40
}
