package zio

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/zio-collectief/zio/internal/strictjson"
)

// RegionList is a list of the regions of one kind over a period (lijst van regio's): what it is called, what it is, and where
// it comes from. Of one kind there is at most one list a day.
type RegionList struct {
	Kind     RegionKind `json:"kind"`
	Name     string     `json:"name"`
	NameEN   string     `json:"nameEn,omitempty"` // in English
	Standing Standing   `json:"standing"`
	From     Date       `json:"from"`
	Until    Date       `json:"until,omitzero"` // last day; no date where no end is known
	Note     string     `json:"note,omitempty"` // what a reader has to know before using it
	NoteEN   string     `json:"noteEn,omitempty"`
	Sources  []Source   `json:"sources"` // at least one
}

// Period is the days that the list is about.
func (l *RegionList) Period() Period { return Period{From: l.From, Until: l.Until} }

// Title is the name of the list in a language; the Dutch name where it has no other.
func (l *RegionList) Title(lang Lang) string { return InLang(lang, l.Name, l.NameEN) }

// Remark is the note in a language; the Dutch one where it has no other.
func (l *RegionList) Remark(lang Lang) string { return InLang(lang, l.Note, l.NoteEN) }

// Standing is what a list of regions is (status van de lijst).
type Standing string

// The standings.
const (
	StatutoryList   Standing = "statutory"   // as law or regulation lays the regions down
	StatisticalList Standing = "statistical" // as a register publishes them for statistics
	CompiledList    Standing = "compiled"    // put together of several sources
	AgreedList      Standing = "agreed"      // as the parties drew the regions themselves
)

var standings = [...]struct{ text, nl, en string }{
	{string(StatutoryList), "wettelijke indeling", "statutory division"},
	{string(StatisticalList), "indeling voor de statistiek", "division for statistics"},
	{string(CompiledList), "samengesteld uit verschillende bronnen", "put together of several sources"},
	{string(AgreedList), "eigen indeling van partijen", "division of the parties themselves"},
}

var listStandings = func() []strictjson.Choice {
	list := make([]strictjson.Choice, 0, len(standings))
	for _, s := range standings {
		list = append(list, strictjson.Choice{Value: s.text, NL: s.nl, EN: s.en})
	}
	return list
}()

// StandingWords is what the list is, in words and without a capital.
func (l *RegionList) StandingWords(lang Lang) string {
	for _, s := range standings {
		if s.text == string(l.Standing) {
			return InLang(lang, s.nl, s.en)
		}
	}
	return ""
}

// Bind binds the members of the object; it is for the packages of this module.
func (l *RegionList) Bind(f *strictjson.Fields) {
	f.Code(&l.Kind, strictjson.Spec{Name: "kind", Format: "region-kind", NL: "Soort regio", EN: "Kind of region"})
	f.Text(&l.Name, strictjson.Spec{Name: "name", NL: "Naam van de lijst", EN: "Name of the list"})
	f.Text(&l.NameEN, strictjson.Spec{Name: "nameEn", Optional: true, NL: "Naam in het Engels", EN: "Name in English"})
	f.Choice((*string)(&l.Standing), strictjson.Spec{Name: "standing", Choices: listStandings, NL: "Wat voor lijst het is", EN: "What the list is"})
	f.Code(&l.From, strictjson.Spec{Name: "from", Format: "date", NL: "Eerste dag", EN: "First day"})
	f.Code(&l.Until, strictjson.Spec{Name: "until", Optional: true, Format: "date", NL: "Laatste dag", EN: "Last day"})
	f.Text(&l.Note, strictjson.Spec{Name: "note", Optional: true, Max: 1000, NL: "Opmerking", EN: "Note"})
	f.Text(&l.NoteEN, strictjson.Spec{Name: "noteEn", Optional: true, Max: 1000, NL: "Opmerking in het Engels", EN: "Note in English"})
	strictjson.List(f, &l.Sources, strictjson.Spec{Name: "sources", Min: 1, Max: 100, NL: "Bronnen", EN: "Sources"}, (*Source).Bind)
}

var (
	regionListTwice = ProblemKind{
		Code: "region-list.twice",
		NL:   "Voor een deel van de tijd zijn er twee lijsten van deze soort regio. Laat de ene eindigen voor de andere begint.",
		EN:   "For part of the time there are two lists of this kind of region. Let the one end before the other begins.",
	}
	regionListEmpty = ProblemKind{
		Code: "region-list.empty",
		NL:   "Op de eerste dag van deze lijst, {date}, staat er geen regio van deze soort in het register.",
		EN:   "On the first day of this list, {date}, the register has no region of this kind.",
	}
)

// checkLists gives every problem of the lists of regions, in the order of the document.
func (r *Register) checkLists() (ps Problems) {
	for i := range r.RegionLists {
		l, at := &r.RegionLists[i], "/regionLists/"+strconv.Itoa(i)
		if l.Kind == ProvinceRegion {
			ps = append(ps, regionProvince.At(at+"/kind"))
		}
		if wrong := l.Period().CheckOpen(at); len(wrong) > 0 {
			ps = append(ps, wrong...)
			continue
		}
		for j := range r.RegionLists[:i] {
			if _, both := l.Period().Overlap(r.RegionLists[j].Period()); both && l.Kind == r.RegionLists[j].Kind {
				ps = append(ps, regionListTwice.At(at+"/from"))
				break
			}
		}
		filled := false
		for j := range r.Regions {
			filled = filled || r.Regions[j].Kind == l.Kind && r.Regions[j].Period().Contains(l.From)
		}
		if !filled {
			ps = append(ps, regionListEmpty.At(at+"/from", "date", l.From.String()))
		}
	}
	return ps
}

// replaceLists takes out of r what the lists of a later register are about: a list comes in the place of the regions and
// lists of its kind in its period.
func (r *Register) replaceLists(later []RegionList) {
	for i := range later {
		kind, in := later[i].Kind, later[i].Period()
		var regions []Region
		for _, g := range r.Regions {
			if g.Kind != kind {
				regions = append(regions, g)
				continue
			}
			for _, p := range g.Period().without(in) {
				g.From, g.Until = p.From, p.Until
				regions = append(regions, g.clone())
			}
		}
		var lists []RegionList
		for _, l := range r.RegionLists {
			if l.Kind != kind {
				lists = append(lists, l)
				continue
			}
			for _, p := range l.Period().without(in) {
				l.From, l.Until = p.From, p.Until
				lists = append(lists, l)
			}
		}
		r.Regions, r.RegionLists = regions, lists
	}
}

// without is what is left of the period when the days of another are taken out: none, one or two periods.
func (p Period) without(q Period) (left []Period) {
	if _, both := p.Overlap(q); !both {
		return []Period{p}
	}
	if p.From.Before(q.From) {
		left = append(left, Period{p.From, q.From.AddDays(-1)})
	}
	if !q.Until.IsZero() && (p.Until.IsZero() || q.Until.Before(p.Until)) {
		left = append(left, Period{q.Until.AddDays(1), p.Until})
	}
	return left
}

// RegionLists are the lists of regions of the atlas, by kind and first day.
func (a *Atlas) RegionLists() []RegionList { return cloneLists(a.lists) }

func cloneLists(lists []RegionList) []RegionList {
	clones := slices.Clone(lists)
	for i := range clones {
		clones[i].Sources = slices.Clone(clones[i].Sources)
	}
	return clones
}

// RegionList is the list that the regions of a kind on the day come from; false where the day has none.
func (a *Atlas) RegionList(kind RegionKind, on Date) (RegionList, bool) {
	for i := range a.lists {
		if l := &a.lists[i]; l.Kind == kind && l.Period().Contains(on) {
			return cloneLists(a.lists[i : i+1])[0], true
		}
	}
	return RegionList{}, false
}

// NearestRegionDay is the day nearest to the given one on which there are regions of the kind; the day itself when it has
// them, of two as near the earlier one, and false where there are none at all.
func (a *Atlas) NearestRegionDay(kind RegionKind, on Date) (Date, bool) {
	if kind == ProvinceRegion {
		return on, len(a.provinceRegions(on)) > 0
	}
	best, far, found := Date{}, int64(0), false
	for i := range a.regions {
		r := &a.regions[i]
		if r.Kind != kind {
			continue
		}
		day := on
		if on.Before(r.From) {
			day = r.From
		} else if !r.Until.IsZero() && on.After(r.Until) {
			day = r.Until
		}
		away := day.DayNumber() - on.DayNumber()
		away = max(away, -away)
		if !found || away < far || away == far && day.Before(best) {
			best, far, found = day, away, true
		}
	}
	return best, found
}

// Compare orders by kind and first day.
func (l *RegionList) Compare(m *RegionList) int {
	return cmp.Or(l.Kind.Compare(m.Kind), l.From.Compare(m.From))
}
