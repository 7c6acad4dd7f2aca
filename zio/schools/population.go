package schools

import (
	"strconv"

	"github.com/zio-collectief/zio/zio"
)

// Source is where the pupils come from.
var Source = zio.Source{Title: "DUO, leerlingen po, totaaloverzicht 2024-2025 (leerlingen per vestiging, woonplaats en leeftijd)", URL: "https://duo.nl/open_onderwijsdata/"}

// Population is the pupils of the school as a document (populatie): a group for each home, with a range where the number is
// not published exactly, and the total of the site where it fits. All pupils get the same claim, because DUO does not say
// who needs care or under which law: with [zio.ClaimUnknown] none of them is in a pool, with [zio.ClaimJeugdwet] all are who
// live in a municipality that takes part. The provenance names the file and says which total was used.
func (s *School) Population(claim zio.Claim) *zio.Population {
	t := table()
	p := &zio.Population{
		Title:     "Leerlingen van " + s.Name + " (" + s.Code.String() + ") op " + t.date.String(),
		CountDate: t.date, SchoolYear: zio.SchoolYearOf(t.date),
		Sites: []zio.Site{{Code: s.Code, Name: s.Name, Type: s.Type, Board: s.Board, Alliance: s.alliance(), Municipality: s.Municipality}},
		Provenance: []zio.Provenance{{File: t.file, Layout: "duo-po", Digest: t.digest, Rows: t.rows, Placed: s.Rows, Outside: t.rows - s.Rows,
			Options: []string{"sites=" + s.Code.String()}}},
		Sources: []zio.Source{Source},
	}
	options := &p.Provenance[0].Options
	if s.TotalFits() {
		p.Sites[0].Pupils = s.Total
		*options = append(*options, "total="+strconv.FormatInt(s.Total, 10))
	} else if s.Total > 0 {
		*options = append(*options, "total-not-used="+strconv.FormatInt(s.Total, 10))
	}
	if claim != zio.ClaimUnknown {
		*options = append(*options, "route="+claim.String())
	}
	p.Groups = make([]zio.Group, len(s.Homes))
	for i := range s.Homes {
		h := &s.Homes[i]
		g := zio.Group{Site: s.Code, Home: h.Municipality, Route: claim, Label: h.Elsewhere.Name(zio.Dutch), Fewest: h.Fewest, Most: h.Most}
		if h.Fewest == h.Most {
			g.Pupils, g.Fewest, g.Most = h.Fewest, 0, 0
		}
		p.Groups[i] = g
	}
	return p
}

// alliance is the alliance of the site where it has one only: a site of so and vso may lie in two.
func (s *School) alliance() zio.AllianceCode {
	switch s.Type {
	case zio.SpecialBasic, zio.SpecialPrimary:
		return s.Primary
	case zio.SpecialSecondary:
		return s.Secondary
	}
	return zio.AllianceCode{}
}
