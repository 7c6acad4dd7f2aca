package intake

import (
	"cmp"
	"strconv"

	"github.com/zio-collectief/zio/zio"
)

func (b *Builder) placeDuoPO(r *DuoPORow) error {
	if err := b.selected(r.Site.Code, r.Type, r.Date); err != nil {
		return err
	}
	home, err := b.homeOf(&r.Home)
	if err != nil {
		return err
	}
	total, err := b.totalOf(r)
	if err != nil {
		return err
	}
	adults, young := Count{}, total
	if b.o.SplitAdults {
		if len(r.Ages) == 0 {
			return agesMissing.At("")
		}
		for i := range r.Ages {
			if r.Ages[i].Age < 18 {
				continue
			}
			n, err := b.number(r.Ages[i].Count, strconv.FormatInt(r.Ages[i].Age, 10), ageSuppressed, b.choice(r))
			if err != nil {
				return err
			}
			adults = adults.plus(n)
		}
		adults = Count{min(adults.Low, total.High), min(adults.High, total.High)}
		young = Count{max(0, total.Low-adults.High), total.High - adults.Low}
		if r.Summed { // then both are sums of their own ages
			young = Count{total.Low - adults.Low, total.High - adults.High}
		}
	}
	if b.sites[r.Site.Code] == nil {
		b.sites[r.Site.Code] = r.Site
	}
	g := group{site: r.Site.Code, home: home, kind: r.Type, route: b.o.Route}
	if err := b.add(&g, young, 0); err != nil {
		return err
	}
	if adults.High > 0 {
		grown := g
		grown.adult = 1
		if err := b.add(&grown, adults, 0); err != nil {
			_ = b.add(&g, Count{-young.Low, -young.High}, 0) // takes back, which never fails
			return err
		}
	}
	b.adults += r.Adults().Low
	return nil
}

// totalOf is the number of pupils of a row: its total, or where the file has none the sum of what its ages stand for.
func (b *Builder) totalOf(r *DuoPORow) (Count, error) {
	if !r.Summed {
		return b.number(r.Total, "TOTAAL", countSuppressed, b.o.Suppressed)
	}
	total := Count{}
	for i := range r.Ages {
		n, err := b.number(r.Ages[i].Count, strconv.FormatInt(r.Ages[i].Age, 10), ageHidden, b.choice(r))
		if err != nil {
			return Count{}, err
		}
		total = total.plus(n)
	}
	return total, nil
}

// choice is what becomes of the suppressed ages of a row.
func (b *Builder) choice(r *DuoPORow) Suppressed {
	if r.Summed && b.o.SumsAsRange && b.o.Suppressed == SuppressedExclude {
		return SuppressedRange
	}
	return b.o.Suppressed
}

func (b *Builder) placeDuoPostcode(r *DuoPostcodeRow) error {
	if err := b.selected(r.Site, r.Type, r.Date); err != nil {
		return err
	}
	home, err := b.homeOf(&r.Home)
	if err != nil {
		return err
	}
	if b.o.SplitAdults {
		return agesMissing.At("")
	}
	n, err := b.number(r.Pupils, "AANTAL_LEERLINGEN", countSuppressed, b.o.Suppressed)
	if err != nil {
		return err
	}
	return b.add(&group{site: r.Site, home: home, kind: r.Type, route: b.o.Route}, n, 0)
}

func (b *Builder) placeDuoVO(r *DuoVORow) error {
	if err := b.selected(r.Site, zio.Secondary, b.date); err != nil {
		return err
	}
	home, err := b.homeOf(&r.Home)
	if err != nil {
		return err
	}
	if b.o.SplitAdults {
		return agesMissing.At("")
	}
	total := Count{}
	for i, c := range r.Years {
		n, err := b.number(c, "LEER- OF VERBLIJFSJAAR "+strconv.Itoa(i+1), countSuppressed, b.o.Suppressed)
		if err != nil {
			return err
		}
		total = total.plus(n)
	}
	return b.add(&group{site: r.Site, home: home, kind: zio.Secondary, route: b.o.Route}, total, 0)
}

func (b *Builder) placePlain(r *PlainRow) error {
	if r.Date.IsZero() {
		return dateMissing.At("")
	}
	if err := b.selected(r.Site, r.Type, r.Date); err != nil {
		return err
	}
	home, err := b.homeOf(&r.Home)
	if err != nil {
		return err
	}
	route := cmp.Or(r.Route, b.o.Route)
	if !r.Ref.IsZero() {
		if b.refs[r.Ref] {
			return pupilTwice.At("")
		}
		b.refs[r.Ref] = true
		p := zio.Pupil{Ref: r.Ref, Site: r.Site, Home: home, Label: r.Label, Category: r.Category}
		if r.Minutes > 0 {
			p.Needs = []zio.Need{{Kind: cmp.Or(r.Kind, zio.CareUndetermined), MinutesPerWeek: r.Minutes}}
		}
		b.pupils = append(b.pupils, p)
		return nil
	}
	n, err := b.number(r.Pupils, b.o.Mapping.Pupils, countSuppressed, b.o.Suppressed)
	if err != nil {
		return err
	}
	e := extra{label: r.Label, category: r.Category}
	if r.Band != nil {
		e.banded, e.band = true, *r.Band
	}
	at, err := b.extra(e)
	if err != nil {
		return err
	}
	return b.add(&group{site: r.Site, home: home, kind: r.Type, route: route, status: r.Status, extra: at}, n, r.Minutes)
}
