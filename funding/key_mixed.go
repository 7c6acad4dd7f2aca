package funding

import (
	"slices"
	"strings"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/figures"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Mixed adds keys by weight (gemengde sleutel): each key divides its own part of the amount.
type Mixed struct {
	Parts []MixedPart `json:"parts"`
}

// MixedPart is one key and the part of the amount that it divides (deel van de sleutel), in proportion to its weight.
type MixedPart struct {
	Weight money.Factor `json:"weight"` // above 0
	Key    Key          `json:"key"`
}

// Hybrid is solidarity for one part and own use for the other (tussenvorm), formula F22: a percentage of the amount is
// divided by a common key, the rest by what each party uses itself.
type Hybrid struct {
	Solidarity money.Factor `json:"solidarity"` // per cent that the common key divides, 0 to 100
	Common     Key          `json:"common"`
	Own        Key          `json:"own"`
}

var (
	mixedRule = strictjson.Variant[Key]{
		Rule: "mixed/1", New: func() Key { return new(Mixed) },
		NL: "Gemengde sleutel", EN: "Mixed key",
		HintNL: "Meer verdeelsleutels samen, elk voor een deel.", HintEN: "Several keys together, each for a part.",
	}
	hybridRule = strictjson.Variant[Key]{
		Rule: "hybrid/1", New: func() Key { return new(Hybrid) }, Formulas: "F22",
		NL: "Tussenvorm: deels solidair, deels eigen gebruik", EN: "Hybrid: part solidarity, part own use",
		HintNL: "Een deel verdeelt u samen, de rest betaalt ieder voor zichzelf.", HintEN: "One part is shared, the rest everyone pays for itself.",
	}
)

// Rule is "mixed/1".
func (k *Mixed) Rule() string { return mixedRule.Rule }

// Rule is "hybrid/1".
func (k *Hybrid) Rule() string { return hybridRule.Rule }

func (k *Mixed) bind(f *strictjson.Fields) {
	strictjson.List(f, &k.Parts, strictjson.Spec{Name: "parts", Min: 1, Max: 10, NL: "Delen", EN: "Parts"}, (*MixedPart).bind)
}

func (p *MixedPart) bind(f *strictjson.Fields) {
	f.Code(&p.Weight, strictjson.Spec{Name: "weight", Format: "factor", NL: "Gewicht", EN: "Weight"})
	bindKey(f, &p.Key, strictjson.Spec{Name: "key", NL: "Verdeelsleutel", EN: "Key"})
}

func (k *Hybrid) bind(f *strictjson.Fields) {
	f.Code(&k.Solidarity, strictjson.Spec{Name: "solidarity", Format: "factor", NL: "Solidair deel (procent)", EN: "Solidarity (per cent)"})
	bindKey(f, &k.Common, strictjson.Spec{Name: "common", NL: "Sleutel van het solidaire deel", EN: "Key of the common part"})
	bindKey(f, &k.Own, strictjson.Spec{Name: "own", NL: "Sleutel van het eigen deel", EN: "Key of the own part"})
}

var (
	problemPartWeight = &zio.ProblemKind{Code: "mixed.weight", NL: "Het gewicht van een deel moet hoger zijn dan 0.", EN: "The weight of a part must be above 0."}
)

func (k *Mixed) check(c *checker) {
	for i := range k.Parts {
		if k.Parts[i].Weight.Sign() <= 0 {
			c.add(problemPartWeight, at("/parts", i)+"/weight")
		}
		c.nested(at("/parts", i)+"/key", k.Parts[i].Key)
	}
}

func (k *Hybrid) check(c *checker) {
	c.percentage("/solidarity", k.Solidarity)
	c.nested("/common", k.Common)
	c.nested("/own", k.Own)
}

func (k *Mixed) weigh(r *record, of costOutcome) []weight {
	parts := make([]part, len(k.Parts))
	for i := range k.Parts {
		parts[i] = part{key: k.Parts[i].Key, pointer: at("/parts", i) + "/key", prefix: "part-" + itoa(int64(i+1)) + "/",
			size: r.agreed("weight", r.place("/parts", i, "/weight"), k.Parts[i].Weight.Exact(), UnitNumber)}
	}
	return r.mix(parts, of)
}

func (k *Hybrid) weigh(r *record, of costOutcome) []weight {
	solidarity := r.agreed("solidarity", "/solidarity", k.Solidarity.Exact(), UnitPercent)
	own := r.difference(step{name: "own-part", unit: UnitPercent}, r.constant("hundred", money.ExactFromInt(100), UnitPercent), solidarity)
	return r.mix([]part{
		{key: k.Common, pointer: "/common", prefix: "common/", size: solidarity},
		{key: k.Own, pointer: "/own", prefix: "own/", size: own},
	}, of)
}

// part is one key of several, and how large the part is that it divides.
type part struct {
	key             Key
	pointer, prefix string
	size            value
}

// mixed is what one party weighs in each of the keys.
type mixed struct {
	party string
	sizes []value
}

func (m mixed) compare(party string) int { return strings.Compare(m.party, party) }

// mix weighs every party by its fraction in each key, times the size of that part.
func (r *record) mix(parts []part, of costOutcome) []weight {
	var list []mixed // in order of party
	sizes := make([]value, len(parts))
	for i := range parts {
		sizes[i] = parts[i].size
	}
	whole := r.sum(step{name: "sizes", unit: parts[0].size.unit}, sizes...)
	for _, p := range parts {
		if p.size.x.IsZero() {
			continue
		}
		if r.tracing() {
			r.under(r.rule, p.pointer, p.prefix).quotient(step{name: "portion", unit: UnitFraction}, p.size.as("size"), whole.as("sizes"))
		}
		weights := p.key.weigh(r.under(p.key.Rule(), p.pointer, p.prefix), of)
		if r.failed() {
			return nil
		}
		inside := r.under(r.rule, p.pointer, p.prefix)
		all := make([]value, len(weights))
		for i := range weights {
			all[i] = weights[i].v.as(weights[i].party)
		}
		total := inside.addWeights("weights", all)
		nothing := total.x.IsZero()
		if nothing && !of.total.x.IsZero() {
			inside.refuse(problemZeroWeights, "", "total", of.total.text())
			return nil
		}
		for _, w := range weights {
			i, found := slices.BinarySearchFunc(list, w.party, mixed.compare)
			if !found {
				list = slices.Insert(list, i, mixed{party: w.party})
			}
			if nothing { // there is nothing to divide either
				continue
			}
			fraction := inside.quotient(step{name: "fraction", party: w.party, unit: UnitFraction}, w.v.as("weight"), total.as("weights"))
			size := inside.product(step{name: "part", party: w.party, unit: UnitNumber}, fraction.as("fraction"), p.size.as("size"))
			list[i].sizes = append(list[i].sizes, size)
		}
	}
	out := make([]weight, len(list))
	for i, m := range list {
		out[i] = weight{m.party, r.sum(step{name: "weight", party: m.party, unit: UnitNumber}, m.sizes...)}
	}
	return out
}

var mixWords = []stepWords{
	{"portion", "Verdeling van {portion} van het bedrag:", "Division of {portion} of the amount:"},
	{"fraction-whole", "{party} draagt {portion}.", "{party} bears {portion}."},
	{"fraction", "{party} heeft {weight#} van de {weights#}{unit}.", "{party} has {weight#} of the {weights#}{unit}."},
}

func (k *Mixed) words() []stepWords { return mixWords }

func (k *Hybrid) words() []stepWords {
	return append([]stepWords{
		{"own-part", "{solidarity#} procent wordt samen gedragen, {value#} procent naar eigen gebruik.", "{solidarity#} per cent is borne together, {value#} per cent by own use."},
	}, mixWords...)
}

// leavesGap reports whether a key may leave a part to nobody.
func leavesGap(k Key) bool {
	switch k := k.(type) {
	case *ProRata:
		return k.NonParticipants == LeaveAsGap
	case *OwnUse:
		return k.NonParticipants == LeaveAsGap
	case *Hybrid:
		return leavesGap(k.Common) || leavesGap(k.Own)
	case *Mixed:
		for i := range k.Parts {
			if leavesGap(k.Parts[i].Key) {
				return true
			}
		}
	}
	if k, rare := k.(interface{ leavesGap() bool }); !figures.Only && rare {
		return k.leavesGap()
	}
	return false
}
