package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// FixedShares is a percentage per party that was agreed beforehand (vaste percentages). They sum to exactly 100.
type FixedShares struct {
	Shares []FixedShare `json:"shares"`
}

// FixedShare is the percentage of one party (vast aandeel), above 0 and at most 100.
type FixedShare struct {
	Party   string       `json:"party"`
	Percent money.Factor `json:"percent"`
}

var fixedSharesRule = strictjson.Variant[Key]{
	Rule: "fixed-shares/1", New: func() Key { return new(FixedShares) },
	NL: "Vaste percentages", EN: "Fixed shares",
	HintNL: "Elke partij draagt een afgesproken percentage.", HintEN: "Every party bears an agreed percentage.",
}

// Rule is "fixed-shares/1".
func (k *FixedShares) Rule() string { return fixedSharesRule.Rule }

func (k *FixedShares) bind(f *strictjson.Fields) {
	strictjson.List(f, &k.Shares, strictjson.Spec{Name: "shares", Min: 1, Max: MaxParties, NL: "Percentages", EN: "Percentages"}, (*FixedShare).bind)
}

func (s *FixedShare) bind(f *strictjson.Fields) {
	f.Text(&s.Party, strictjson.Spec{Name: "party", Max: 60, Format: "party", NL: "Partij", EN: "Party"})
	f.Code(&s.Percent, strictjson.Spec{Name: "percent", Format: "factor", NL: "Percentage", EN: "Percentage"})
}

var (
	problemShareSum     = &zio.ProblemKind{Code: "fixed-shares.sum-not-100", NL: "De percentages zijn samen {sum#} procent. Dat moet precies 100 zijn.", EN: "The percentages add up to {sum#} per cent. They must add up to exactly 100."}
	problemShareOverlap = &zio.ProblemKind{Code: "fixed-shares.overlap", NL: "De percentages zijn samen {sum#} procent, meer dan 100. Tellen delen dubbel?", EN: "The percentages add up to {sum#} per cent, more than 100. Do parts overlap?"}
	problemShareTwice   = &zio.ProblemKind{Code: "fixed-shares.party-twice", NL: "Partij {id} heeft twee percentages.", EN: "Party {id} has two percentages."}
)

func (k *FixedShares) check(c *checker) {
	sum := money.Exact{}
	for i := range k.Shares {
		s := &k.Shares[i]
		if p := c.party(at("/shares", i)+"/party", s.Party); p != nil && p.Kind == PartyMunicipality && !p.Participates {
			c.add(problemNotTakingPart, at("/shares", i)+"/party", "id", s.Party)
		}
		for j := range k.Shares[:i] {
			if k.Shares[j].Party == s.Party {
				c.add(problemShareTwice, at("/shares", i)+"/party", "id", s.Party)
				break
			}
		}
		c.percentage(at("/shares", i)+"/percent", s.Percent)
		sum, _ = sum.Add(s.Percent.Exact())
	}
	switch sum.Compare(money.ExactFromInt(100)) {
	case 1:
		c.add(problemShareOverlap, "/shares", "sum", exactText(sum, UnitNumber))
	case -1:
		c.add(problemShareSum, "/shares", "sum", exactText(sum, UnitNumber))
	}
}

func (k *FixedShares) weigh(r *record, of costOutcome) []weight {
	out := make([]weight, len(k.Shares))
	for i := range k.Shares {
		out[i] = weight{k.Shares[i].Party, r.sum(step{name: "weight", party: k.Shares[i].Party, unit: UnitPercent},
			r.agreed("percent", r.place("/shares", i, "/percent"), k.Shares[i].Percent.Exact(), UnitPercent))}
	}
	sortWeights(out)
	return out
}

func (k *FixedShares) words() []stepWords {
	return []stepWords{
		{"weight-nested", "{party} draagt {value#} procent van dit deel.", "{party} bears {value#} per cent of this part."},
		{"weight", "{party} draagt {value#} procent.", "{party} bears {value#} per cent."},
	}
}
