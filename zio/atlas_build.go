package zio

import (
	"slices"
	"strconv"

	"github.com/zio-collectief/zio/internal/order"
)

var (
	registerNoMunicipalities = ProblemKind{
		Code: "register.no-municipalities",
		NL:   "Dit register bevat geen gemeenten. Voeg het toe aan een register met gemeenten.",
		EN:   "This register holds no municipalities. Add it to a register with municipalities.",
	}
	registerNotAdjacent = ProblemKind{
		Code: "register.not-adjacent",
		NL:   "Dit register begint op {from}. Het moet aansluiten op het vorige en dus beginnen op {date}.",
		EN:   "This register begins on {from}. It must follow the previous one and therefore begin on {date}.",
	}
	registerMunicipalityLost = ProblemKind{
		Code: "register.municipality-lost",
		NL:   "{name} ({code}) ontbreekt in dit register, en er staat geen opvolging in op {date}. Voeg de gemeente of de opvolging toe.",
		EN:   "{name} ({code}) is missing in this register, and it names no succession on {date}. Add the municipality or the succession.",
	}
	registerMunicipalityReused = ProblemKind{
		Code: "register.municipality-reused",
		NL:   "{name} ({code}) is al geëindigd op {until}. Een code wordt niet opnieuw gebruikt; haal de gemeente weg.",
		EN:   "{name} ({code}) already ended on {until}. A code is not used again; remove the municipality.",
	}
	regionMemberUnknown = ProblemKind{
		Code: "region.member-unknown",
		NL:   "Gemeente {member} van regio {region} bestaat op geen enkele dag van die regio.",
		EN:   "Municipality {member} of region {region} exists on no day of that region.",
	}
)

// Atlas makes the table of a register that has municipalities.
func (r *Register) Atlas() (*Atlas, Problems) {
	ps := r.Check()
	if len(ps) == 0 && len(r.Municipalities) == 0 {
		ps = Problems{registerNoMunicipalities.At("/municipalities")}
	}
	if len(ps) > 0 {
		return nil, ps
	}
	a := sortedAtlas(&Register{Period: r.Period, Municipalities: slices.Clone(r.Municipalities), Successions: slices.Clone(r.Successions),
		Variants: slices.Clone(r.Variants), Regions: cloneRegions(r.Regions), RegionLists: cloneLists(r.RegionLists), Sources: slices.Clone(r.Sources)})
	for i := range r.Regions {
		ps = append(ps, a.checkMembers(&r.Regions[i], "/regions/"+strconv.Itoa(i))...)
	}
	if len(ps) > 0 {
		return nil, ps
	}
	return a, nil
}

// With is the atlas with what a register adds. Regions and spellings are added; a list of regions in the register comes in
// the place of the regions of its kind that the atlas has in its period. A register
// with municipalities continues the atlas: its period begins the day after that of the
// atlas ends, it lists every municipality in its period, and it says by a succession what
// became of a municipality that it no longer lists.
func (a *Atlas) With(r *Register) (*Atlas, Problems) {
	if a == nil || r == nil {
		return nil, Problems{problemNothing.At("")}
	}
	ps := r.Check()
	if len(ps) > 0 {
		return nil, ps
	}
	all := a.Register("")
	if len(r.Municipalities) > 0 {
		if ps = all.continueWith(r); len(ps) > 0 {
			return nil, ps
		}
	}
	if len(r.Municipalities) == 0 {
		all.Variants = append(all.Variants, r.Variants...)
	}
	all.replaceLists(r.RegionLists)
	own := len(all.Regions)
	all.RegionLists = append(all.RegionLists, cloneLists(r.RegionLists)...)
	all.Regions = append(all.Regions, cloneRegions(r.Regions)...)
	all.Sources = append(all.Sources, r.Sources...)
	whole := sortedAtlas(&Register{Period: all.Period, Municipalities: all.Municipalities, Successions: all.Successions,
		Variants: all.Variants, Regions: slices.Clone(all.Regions), RegionLists: all.RegionLists, Sources: all.Sources})
	for _, p := range all.checkRegions() { // a region of the register that clashes with one of the atlas
		if i, rest, ok := regionIndex(p.Pointer); ok && i >= own {
			p.Pointer = "/regions/" + strconv.Itoa(i-own) + rest
			ps = append(ps, p)
		}
	}
	for i := range r.Regions {
		ps = append(ps, whole.checkMembers(&r.Regions[i], "/regions/"+strconv.Itoa(i))...)
	}
	if len(r.Municipalities) == 0 {
		for i, v := range r.Variants {
			if _, ok := whole.Lookup(v.Municipality); !ok {
				ps = append(ps, registerMunicipalityUnknown.At("/variants/"+strconv.Itoa(i)+"/municipality", "code", v.Municipality.String()))
			}
		}
	}
	if len(ps) > 0 {
		return nil, ps
	}
	return whole, nil
}

// continueWith takes the municipalities of a later register into r.
func (r *Register) continueWith(later *Register) (ps Problems) {
	begin := r.Period.Until.AddDays(1)
	if later.Period.From != begin {
		return Problems{registerNotAdjacent.At("/period/from", "from", later.Period.From.String(), "date", begin.String())}
	}
	listed := make([]int32, 10_000) // index in later.Municipalities and one
	for i, m := range later.Municipalities {
		listed[m.Code.n] = int32(i + 1)
	}
	succeeded := make([]bool, 10_000)
	for _, s := range later.Successions {
		succeeded[s.From.n] = true
	}
	for i := range r.Municipalities {
		m := &r.Municipalities[i]
		if k := listed[m.Code.n]; k > 0 {
			now := later.Municipalities[k-1]
			if !m.Until.IsZero() {
				ps = append(ps, registerMunicipalityReused.At("/municipalities/"+strconv.Itoa(int(k-1))+"/code", "name", m.Name, "code", m.Code.String(), "until", m.Until.String()))
				continue
			}
			m.Until = now.Until
			if now.Name != m.Name {
				r.Variants = append(r.Variants, NameVariant{m.Code, m.Name})
				m.Name = now.Name
			}
			listed[m.Code.n] = 0
			continue
		}
		if !m.Until.IsZero() {
			continue
		}
		m.Until = r.Period.Until
		if !succeeded[m.Code.n] {
			ps = append(ps, registerMunicipalityLost.At("/municipalities", "name", m.Name, "code", m.Code.String(), "date", begin.String()))
		}
	}
	for _, m := range later.Municipalities {
		if listed[m.Code.n] == 0 {
			continue
		}
		if m.From.IsZero() {
			m.From = begin
		}
		r.Municipalities = append(r.Municipalities, m)
	}
	r.Successions = append(r.Successions, later.Successions...)
	r.Variants = append(r.Variants, later.Variants...)
	r.Period.Until = later.Period.Until
	return ps
}

// sortedAtlas makes an atlas of a register that has been checked and is not used elsewhere.
func sortedAtlas(r *Register) *Atlas {
	sortMunicipalities(r.Municipalities)
	sortSuccessions(r.Successions)
	order.By(r.Variants, NameVariant.Compare)
	order.By(r.Regions, func(a, b Region) int { return a.Compare(&b) })
	order.By(r.RegionLists, func(a, b RegionList) int { return a.Compare(&b) })
	return &Atlas{r.Period, r.Municipalities, r.Successions, r.Variants, r.Regions, r.RegionLists, r.Sources}
}

// checkMembers gives the municipalities of a region that are in force on no day of it.
func (a *Atlas) checkMembers(r *Region, at string) (ps Problems) {
	for j, code := range r.Municipalities {
		m, ok := a.Lookup(code)
		if ok {
			from := m.From
			if from.IsZero() {
				from = DateFromDayNumber(1)
			}
			_, ok = r.Period().Overlap(Period{from, m.Until})
		}
		if !ok {
			ps = append(ps, regionMemberUnknown.At(at+"/municipalities/"+strconv.Itoa(j), "member", code.String(), "region", r.Code))
		}
	}
	return ps
}

// regionIndex takes "/regions/12/code" apart into 12 and "/code".
func regionIndex(pointer string) (index int, rest string, ok bool) {
	const prefix = "/regions/"
	if len(pointer) <= len(prefix) || pointer[:len(prefix)] != prefix {
		return 0, "", false
	}
	digits := pointer[len(prefix):]
	end := 0
	for end < len(digits) && digits[end] != '/' {
		end++
	}
	index, err := strconv.Atoi(digits[:end])
	return index, digits[end:], err == nil
}
