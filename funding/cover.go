package funding

import (
	"slices"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Cover is a named source that covers a gap (dekking van het tekort), formula F11. Sources cover in the order in which
// they stand; what is left stays visible as a gap.
type Cover struct {
	Party string      `json:"party"`          // who covers: a fund, a scheme, a municipality
	UpTo  *money.Euro `json:"upTo,omitempty"` // at most; nil: everything that is left
}

func (v *Cover) bind(f *strictjson.Fields) {
	f.Text(&v.Party, strictjson.Spec{Name: "party", Max: 60, Format: "party", NL: "Bron", EN: "Source"})
	strictjson.OptionalCode(f, &v.UpTo, strictjson.Spec{Name: "upTo", Format: "euro", NL: "Tot en met", EN: "Up to"})
}

var (
	problemCoverTwice = &zio.ProblemKind{Code: "cover.source-twice", NL: "Bron {id} dekt het tekort twee keer.", EN: "Source {id} covers the gap twice."}
	problemCoverIdle  = &zio.ProblemKind{Code: "cover.after-unlimited", NL: "Na een bron zonder maximum komt {id} nooit aan de beurt.", EN: "After a source without a limit {id} never has its turn."}
)

func (c *checker) covers(list []Cover) {
	for i := range list {
		c.party(at("/cover", i)+"/party", list[i].Party)
		if list[i].UpTo != nil {
			c.notNegative(at("/cover", i)+"/upTo", *list[i].UpTo)
		}
		for j := range list[:i] {
			if list[j].Party == list[i].Party {
				c.add(problemCoverTwice, at("/cover", i)+"/party", "id", list[i].Party)
				break
			}
			if list[j].UpTo == nil {
				c.add(problemCoverIdle, at("/cover", i)+"/party", "id", list[i].Party)
				break
			}
		}
	}
}

// cover lets the named sources bear the gap, in their order.
func (r *record) cover(list []Cover, b borne) borne {
	for i := range list {
		if b.gap.x.Sign() <= 0 {
			break
		}
		part := b.gap.as("gap")
		if list[i].UpTo != nil {
			part = r.least(step{name: "covered", party: list[i].Party, unit: UnitEuro}, part, r.agreed("upTo", r.place("", i, "/upTo"), list[i].UpTo.Exact(), UnitEuro))
		} else {
			part = r.sum(step{name: "covered", party: list[i].Party, unit: UnitEuro}, part)
		}
		b.gap = r.difference(step{name: "gap-left", party: list[i].Party, unit: UnitEuro}, b.gap.as("gap"), part.as("covered"))
		b.shares = r.bear(b.shares, list[i].Party, part)
	}
	return b
}

// bear adds an amount to what a party bears. The shares are in order of party, each party once.
func (r *record) bear(shares []share, party string, amount value) []share {
	i, found := slices.BinarySearchFunc(shares, party, share.compare)
	if !found {
		return slices.Insert(shares, i, share{party: party, amount: r.euro(amount), ref: amount.ref})
	}
	sum := r.sum(step{name: "bears", party: party, unit: UnitEuro}, shares[i].value("share"), amount)
	shares[i].amount, shares[i].ref = r.euro(sum), sum.ref
	return shares
}

var coverWords = []stepWords{
	{"covered", "{party} dekt € {value#} van het tekort.", "{party} covers €{value#} of the gap."},
	{"gap-left", "Daarna is het tekort nog € {value#}.", "After that the gap is €{value#}."},
	{"bears", "Samen draagt {party} € {value#}.", "Together {party} bears €{value#}."},
}
