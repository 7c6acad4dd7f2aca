package analysis

import (
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// compare says of every key who rises and falls most, who gains, and how far each share is from own use, and finds the mix.
func (t *KeyTable) compare(a *funding.Agreement, p *zio.Population, component int, keys []funding.Key) zio.Problems {
	use := -1
	for i := range t.Keys {
		if k := &t.Keys[i]; k.Rule == "own-use/1" && k.Basis == funding.BasisEligibleMinutes && k.Code == "" {
			use = i
		}
	}
	for i := range t.Keys {
		k := &t.Keys[i]
		k.Rise, k.Fall, k.Gain = extremes(k.Shares)
		for j := range k.Shares {
			if use < 0 {
				continue
			}
			over, err := k.Shares[j].Amount.Sub(t.Keys[use].Shares[j].Amount)
			if err != nil {
				return problemsOf(err)
			}
			k.Shares[j].OverUse = &over
		}
	}
	return t.mix(a, p, component, keys)
}

// extremes are who rises and falls most, the first of equals, and the names of who gains.
func extremes(shares []KeyShare) (rise, fall *KeyChange, gain []string) {
	for _, s := range shares {
		switch d := s.Difference; {
		case d.Sign() > 0 && (rise == nil || d.Compare(rise.Amount) > 0):
			rise = &KeyChange{s.Party, s.Name, d}
		case d.Sign() < 0:
			gain = append(gain, s.Name)
			if less := money.EuroFromCents(-d.Cents()); fall == nil || less.Compare(fall.Amount) > 0 {
				fall = &KeyChange{s.Party, s.Name, less}
			}
		}
	}
	return rise, fall, gain
}

// mixes reports whether a key can be in a mix that says something: it can be used, differs from that of the agreement, and leaves
// no more to nobody.
func (t *KeyTable) mixes(k *KeyColumn) bool {
	return k.Code == "" && (k.Rise != nil || k.Fall != nil) && k.Gap.Compare(t.Keys[0].Gap) <= 0
}

// mix tries every pair of other keys in whole per cents. A share of a mix lies on the line between those of its keys, so that
// the best one is found in what is there already, and only that one is calculated.
func (t *KeyTable) mix(a *funding.Agreement, p *zio.Population, component int, keys []funding.Key) zio.Problems {
	best, least := KeyMix{}, int64(-1)
	if t.Cost.Cents() > 1<<53 { // a hundred times a difference must fit
		return nil
	}
	for i := 1; i < len(t.Keys); i++ {
		for j := i + 1; j < len(t.Keys); j++ {
			if !t.mixes(&t.Keys[i]) || !t.mixes(&t.Keys[j]) {
				continue
			}
			for percent := int64(0); percent <= 100; percent++ {
				most := int64(0) // in hundredths of cents
				for k := range t.Keys[i].Shares {
					most = max(most, percent*t.Keys[i].Shares[k].Difference.Cents()+(100-percent)*t.Keys[j].Shares[k].Difference.Cents())
				}
				if least < 0 || most < least {
					best, least = KeyMix{First: int64(i), Second: int64(j), Percent: percent}, most
				}
			}
		}
	}
	if least < 0 {
		return nil
	}
	key := &funding.Mixed{}
	for _, part := range [...][2]int64{{best.First, best.Percent}, {best.Second, 100 - best.Percent}} {
		if part[1] > 0 {
			key.Parts = append(key.Parts, funding.MixedPart{Weight: money.FactorFromMicros(part[1] * 1_000_000), Key: keys[part[0]]})
		}
	}
	b := *a
	b.Components = append([]funding.Component(nil), a.Components[component])
	b.Components[0].Key = key
	x, problems := funding.Draft(&b, p)
	if len(problems) > 0 { // a key that cannot stand inside another
		return nil
	}
	for _, s := range t.Keys[0].Shares {
		amount, _ := x.Share(s.Party)
		difference, err := amount.Sub(s.Amount)
		if err != nil {
			return problemsOf(err)
		}
		best.Shares = append(best.Shares, KeyShare{Party: s.Party, Name: s.Name, Amount: amount, Difference: difference})
	}
	best.Rise, _, _ = extremes(best.Shares)
	t.Mix = &best
	return nil
}
