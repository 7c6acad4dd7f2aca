package intake

import (
	"strconv"

	"github.com/zio-collectief/zio/zio"
)

// setTotals gives the sites of a population the totals of the options that hold for it: of a site all of whose pupils are in
// it, within the sums of its ranges.
func (b *Builder) setTotals(p *zio.Population) {
	if len(b.o.Totals) == 0 || b.sitesLost || !b.o.TotalsDate.IsZero() && b.o.TotalsDate != b.date {
		return
	}
	sums, ranged := map[zio.SiteCode]Count{}, map[zio.SiteCode]bool{}
	for i := range p.Groups {
		g := &p.Groups[i]
		sums[g.Site] = sums[g.Site].plus(pupilsOf(g))
		ranged[g.Site] = ranged[g.Site] || g.Ranged()
	}
	for i := range p.Sites {
		s := &p.Sites[i]
		total, sum := b.o.Totals[s.Code], sums[s.Code]
		switch {
		case total <= 0 || !ranged[s.Code] || b.partial[s.Code]:
		case sum.overlaps(Exact(total)):
			s.Pupils = total
			b.totals[0]++
		default:
			b.totals[1]++
		}
	}
	if used, unfit := b.Totals(); used+unfit > 0 {
		last := &p.Provenance[len(p.Provenance)-1]
		last.Options = append(last.Options, "totals="+strconv.Itoa(used), "totals-not-used="+strconv.Itoa(unfit))
	}
}

// Totals says of how many sites a total was used and of how many it did not fit, once the population is made.
func (b *Builder) Totals() (used, unfit int) { return b.totals[0], b.totals[1] }
