package analysis

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/order"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Spread is how scattered the pupils are over municipalities (spreiding). Fractions are exact.
type Spread struct {
	Pupils         int64                `json:"pupils"`         // with a known home municipality
	Unknown        int64                `json:"unknown"`        // without one
	Municipalities int64                `json:"municipalities"` // with at least one pupil
	Largest        zio.MunicipalityCode `json:"largest"`        // with the most pupils; of equals the lowest code
	LargestShare   money.Exact          `json:"largestShare"`   // of the pupils with a known home
	// Effective is how many equally large municipalities would be as scattered: one over the sum of the squared shares.
	Effective money.Exact    `json:"effective"`
	Day       zio.Date       `json:"day,omitzero"`       // that the regions were asked for
	ListDay   zio.Date       `json:"listDay,omitzero"`   // of the list of youth regions that was used: the same day, or the nearest that has one
	List      zio.RegionList `json:"list,omitzero"`      // what that list is; nothing when the atlas does not say
	Regions   []SpreadRegion `json:"regions,omitempty"`  // youth regions, the most pupils first, when an atlas is given
	NoRegion  int64          `json:"noRegion,omitempty"` // pupils whose home lies in no youth region of that day, or in several
	Advice    Advice         `json:"advice"`
}

// SpreadRegion counts the pupils of one youth region.
type SpreadRegion struct {
	Code           string `json:"code"`
	Name           string `json:"name"`
	Municipalities int64  `json:"municipalities"`
	Pupils         int64  `json:"pupils"`
}

// Advice is what the source says of cooperation (Sturing, Met Andere Ogen): work together across regions only when the pupils come
// from many municipalities; when they come from one region, keep it in that region; keep it small. It names no number of
// municipalities, so that it is left to the reader when many is many.
type Advice string

// The advices.
const (
	AdviceOneMunicipality Advice = "one-municipality" // no other municipality is needed
	AdviceOneRegion       Advice = "keep-in-region"   // all pupils come from one youth region
	AdviceAcrossRegions   Advice = "across-regions"   // several youth regions: consider it when these are many municipalities
	AdviceRegionsUnknown  Advice = "regions-unknown"  // no atlas was given, or it has no youth regions at all
	AdviceNoPupils        Advice = "no-pupils"
)

// AdviceSource is where the rule of thumb comes from.
var AdviceSource = zio.Source{Title: "Sneller de juiste hulp dankzij bovenregionale samenwerking (Met Andere Ogen)",
	URL: "https://netwerkmetandereogen.nl/blog/608/sneller-de-juiste-hulp-dankzij-bovenregionale-samenwerking"}

// SpreadOf measures all pupils of a population, or those of some sites. The atlas says which youth regions there are on a day:
// those of the day, or of the nearest day that has a list, which the outcome names. nil leaves the regions out.
func SpreadOf(p *zio.Population, sites []zio.SiteCode, atlas *zio.Atlas, on zio.Date) (*Spread, error) {
	if p == nil {
		return nil, problemNothing.At("")
	}
	p = p.Estimated()
	out := &Spread{Advice: AdviceNoPupils}
	codes, counts := countByHome(p, sites)
	for i, n := range counts {
		if codes[i].IsZero() {
			out.Unknown = n
			codes, counts = codes[1:], counts[1:] // the zero code is the first
			break
		}
	}
	for _, n := range counts {
		out.Pupils += n
	}
	if out.Pupils == 0 {
		return out, nil
	}
	most := int64(0)
	var s sticky
	squares := money.Exact{}
	for i, n := range counts {
		if n > most {
			most, out.Largest = n, codes[i]
		}
		squares = s.ok(squares.Add(s.ok(money.ExactFromInt(n).MulInt(n))))
	}
	out.Municipalities = int64(len(codes))
	all := money.ExactFromInt(out.Pupils)
	out.LargestShare = s.ok(money.ExactFromInt(most).Quo(all))
	out.Effective = s.ok(s.ok(all.Mul(all)).Quo(squares))
	if s.err != nil {
		return nil, s.err
	}
	out.regions(atlas, on, codes, counts)
	return out, nil
}

// countByHome counts the pupils of some sites, or of all when none is named, per home municipality in order of code: only
// municipalities with at least one pupil. The zero code stands for an unknown home and for abroad.
func countByHome(p *zio.Population, sites []zio.SiteCode) (codes []zio.MunicipalityCode, counts []int64) {
	type count struct {
		home   zio.MunicipalityCode
		pupils int64
	}
	var all []count
	for i := range p.Groups {
		if g := &p.Groups[i]; len(sites) == 0 || slices.Contains(sites, g.Site) {
			all = append(all, count{g.Home, g.Pupils})
		}
	}
	for i := range p.Pupils {
		if l := &p.Pupils[i]; len(sites) == 0 || slices.Contains(sites, l.Site) {
			all = append(all, count{l.Home, 1})
		}
	}
	order.By(all, func(a, b count) int { return a.home.Compare(b.home) })
	for _, c := range all {
		switch last := len(codes) - 1; {
		case c.pupils == 0:
		case last >= 0 && codes[last] == c.home:
			counts[last] += c.pupils
		default:
			codes, counts = append(codes, c.home), append(counts, c.pupils)
		}
	}
	return codes, counts
}

// regions counts per youth region and gives the advice.
func (s *Spread) regions(atlas *zio.Atlas, on zio.Date, codes []zio.MunicipalityCode, counts []int64) {
	s.Advice = AdviceRegionsUnknown
	if atlas != nil {
		s.place(atlas, on, codes, counts)
	}
	if s.Municipalities == 1 {
		s.Advice = AdviceOneMunicipality
	}
}

// place counts the pupils per youth region of the nearest list.
func (s *Spread) place(atlas *zio.Atlas, on zio.Date, codes []zio.MunicipalityCode, counts []int64) {
	day, found := atlas.NearestRegionDay(zio.YouthRegion, on)
	if !found {
		return
	}
	s.Day, s.ListDay = on, day
	s.List, _ = atlas.RegionList(zio.YouthRegion, day)
	for i, code := range codes {
		region, whole := atlas.HeirRegion(zio.YouthRegion, code, day)
		if !whole {
			s.NoRegion += counts[i]
			continue
		}
		at := slices.IndexFunc(s.Regions, func(r SpreadRegion) bool { return r.Code == region.Code })
		if at < 0 {
			at = len(s.Regions)
			s.Regions = append(s.Regions, SpreadRegion{Code: region.Code, Name: region.Name})
		}
		s.Regions[at].Municipalities++
		s.Regions[at].Pupils += counts[i]
	}
	slices.SortFunc(s.Regions, func(x, y SpreadRegion) int {
		return cmp.Or(cmp.Compare(y.Pupils, x.Pupils), cmp.Compare(x.Code, y.Code))
	})
	switch {
	case len(s.Regions) > 1:
		s.Advice = AdviceAcrossRegions
	case len(s.Regions) == 1 && s.NoRegion == 0:
		s.Advice = AdviceOneRegion
	}
}

// AdviceText is the advice in words.
func (s *Spread) AdviceText(l zio.Lang) string {
	nl, en := "", ""
	switch s.Advice {
	case AdviceNoPupils:
		nl, en = "Er zijn geen leerlingen met een bekende woongemeente.", "There are no pupils with a known home municipality."
	case AdviceOneMunicipality:
		nl, en = "Alle leerlingen wonen in één gemeente. Samenwerken met andere gemeenten is niet nodig.", "All pupils live in one municipality. No cooperation with others is needed."
	case AdviceOneRegion:
		nl, en = "Alle leerlingen komen uit één jeugdregio. Houd het in die regio en houd het klein.", "All pupils come from one youth region. Keep it in that region and keep it small."
	case AdviceAcrossRegions:
		nl = "De leerlingen komen uit {municipalities} {municipalities|gemeente|gemeenten} in {regions} {regions|jeugdregio|jeugdregio's}. Bovenregionaal samenwerken past als dat veel gemeenten zijn. Houd het klein."
		en = "The pupils come from {municipalities} {municipalities|municipality|municipalities} in {regions} youth {regions|region|regions}. Cooperation across regions fits when these are many municipalities. Keep it small."
	default:
		nl, en = "De jeugdregio's zijn niet bekend. Komen de leerlingen uit één regio, houd het dan in die regio.", "The youth regions are not known. If the pupils come from one region, keep it in that region."
	}
	return zio.Fill(zio.InLang(l, nl, en), l, []zio.Param{{Name: "municipalities", Value: strconv.FormatInt(s.Municipalities, 10)}, {Name: "regions", Value: strconv.Itoa(len(s.Regions))}})
}

// AppendDocument appends the spread as indented JSON.
func (s *Spread) AppendDocument(b []byte) []byte { return strictjson.Append(b, s, (*Spread).bind) }

func (s *Spread) bind(f *strictjson.Fields) {
	f.Int(&s.Pupils, strictjson.Spec{Name: "pupils"})
	f.Int(&s.Unknown, strictjson.Spec{Name: "unknown"})
	f.Int(&s.Municipalities, strictjson.Spec{Name: "municipalities"})
	f.Code(&s.Largest, strictjson.Spec{Name: "largest", Optional: true})
	f.Code(&s.LargestShare, strictjson.Spec{Name: "largestShare"})
	f.Code(&s.Effective, strictjson.Spec{Name: "effective"})
	f.Code(&s.Day, strictjson.Spec{Name: "day", Optional: true})
	f.Code(&s.ListDay, strictjson.Spec{Name: "listDay", Optional: true})
	if s.List.Name != "" {
		strictjson.Struct(f, &s.List, strictjson.Spec{Name: "list"}, (*zio.RegionList).Bind)
	}
	strictjson.List(f, &s.Regions, strictjson.Spec{Name: "regions", Optional: true}, (*SpreadRegion).bind)
	f.Int(&s.NoRegion, strictjson.Spec{Name: "noRegion", Optional: true})
	f.Text((*string)(&s.Advice), strictjson.Spec{Name: "advice"})
}

func (r *SpreadRegion) bind(f *strictjson.Fields) {
	f.Text(&r.Code, strictjson.Spec{Name: "code"})
	f.Text(&r.Name, strictjson.Spec{Name: "name"})
	f.Int(&r.Municipalities, strictjson.Spec{Name: "municipalities"})
	f.Int(&r.Pupils, strictjson.Spec{Name: "pupils"})
}
