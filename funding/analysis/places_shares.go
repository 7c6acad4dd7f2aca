package analysis

import (
	"cmp"
	"slices"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// SiteShare is the pupils of one municipality at one site, and the part of what it bears that is for them (gemeente per vestiging): of
// every component what the municipality bears, by its own pupils at the sites that the component counts, in whole cents by largest
// remainders. What a municipality bears without pupils there has no site. All parts of a municipality are what it bears.
type SiteShare struct {
	Municipality string     `json:"municipality"`
	Name         string     `json:"name"`
	Site         string     `json:"site"` // as the id of a [PlaceCost]; "" without a site
	SiteName     string     `json:"siteName"`
	Pupils       int64      `json:"pupils"`
	Amount       money.Euro `json:"amount"`
}

// shares divides what each municipality bears over the sites of its pupils.
func (t *PlaceTable) shares(a *funding.Agreement, p *zio.Population, x *funding.Result) error {
	for _, s := range x.Shares {
		code, err := zio.ParseMunicipalityCode(s.Party)
		if err != nil {
			continue
		}
		of := func(site string) *SiteShare {
			k, found := slices.BinarySearchFunc(t.SiteShares, SiteShare{Municipality: s.Party, Site: site}, SiteShare.compare)
			if !found {
				t.SiteShares = slices.Insert(t.SiteShares, k, SiteShare{Municipality: s.Party, Name: s.Name, Site: site})
			}
			return &t.SiteShares[k]
		}
		t.pupils(p, nil, func(c *PlaceCost, home zio.MunicipalityCode, n int64) {
			if home == code && n > 0 {
				share := of(c.ID)
				share.SiteName = c.Name
				share.Pupils += n
			}
		})
		for i := range min(len(a.Components), len(x.Components)) {
			for _, borne := range x.Components[i].Shares {
				if borne.Party != s.Party || borne.Amount.IsZero() {
					continue
				}
				counts := map[string]int64{}
				t.pupils(p, a.Components[i].Sites, func(c *PlaceCost, home zio.MunicipalityCode, n int64) {
					if home == code && n > 0 {
						counts[c.ID] += n
					}
				})
				parts, err := t.divided(borne.Amount, counts)
				if err != nil {
					return err
				}
				add := func(site string, amount money.Euro) {
					if share := of(site); err == nil {
						share.Amount, err = share.Amount.Add(amount)
					}
				}
				if len(counts) == 0 {
					add("", borne.Amount)
				}
				for k := range t.Sites {
					if counts[t.Sites[k].ID] > 0 {
						add(t.Sites[k].ID, parts[t.Sites[k].ID])
					}
				}
				if err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (s SiteShare) compare(o SiteShare) int {
	return cmp.Or(cmp.Compare(s.Municipality, o.Municipality), cmp.Compare(s.Site, o.Site))
}

func (s *SiteShare) bind(f *strictjson.Fields) {
	f.Text(&s.Municipality, strictjson.Spec{Name: "municipality"})
	f.Text(&s.Name, strictjson.Spec{Name: "name"})
	f.Text(&s.Site, strictjson.Spec{Name: "site"})
	f.Text(&s.SiteName, strictjson.Spec{Name: "siteName"})
	f.Int(&s.Pupils, strictjson.Spec{Name: "pupils"})
	f.Code(&s.Amount, strictjson.Spec{Name: "amount"})
}
