// Package publish is the one rule for numbers of 1 to 4 pupils, which can point at a child (onthulling): what is handed on tells none,
// unless who makes it chooses. Small municipalities can be taken together, or there is a reason why the numbers may be public.
package publish

import (
	"strconv"
	"unicode"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

// Choice is what somebody chose for small numbers; without one they are refused.
type Choice struct {
	Reason string // why they may be public
	Merge  bool   // take small municipalities together
	// Words name the two choices in what is refused: flags or members.
	ReasonWord, MergeWord string
}

var (
	problemSmall = &zio.ProblemKind{Code: "publish.choice-needed",
		NL: "De uitkomst heeft op {places} {places|plaats|plaatsen} een aantal van 1 tot en met 4 leerlingen, het eerst bij {first}. Dat kan naar een kind leiden. Kies: neem kleine gemeenten samen met {merge} waar dat kan, of zeg met {reason} waarom deze aantallen openbaar mogen zijn. Ook bedragen kunnen een aantal teruggeven.",
		EN: "The result has a number of 1 to 4 pupils in {places} {places|place|places}, first at {first}. That can point at a child. Choose: take small municipalities together with {merge} where that can be done, or say with {reason} why these numbers may be public. Amounts can give a number back as well."}
	problemReason = &zio.ProblemKind{Code: "publish.reason-bsn", NL: "In de reden staat een getal dat een burgerservicenummer (BSN) kan zijn. Haal het weg.", EN: "The reason has a number that could be a citizen service number (BSN). Remove it."}
	problemBoth   = &zio.ProblemKind{Code: "publish.two-choices", NL: "Kies {merge} of {reason}, niet beide.", EN: "Choose {merge} or {reason}, not both."}
)

// leastLetters is how many letters and digits that can be seen make a reason.
const leastLetters = 3

// Given reports whether there is a reason; a blank, or what nobody can read, is none.
func (c Choice) Given() bool {
	seen := 0
	for _, r := range c.Reason {
		if (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) {
			seen++
		}
	}
	return seen >= leastLetters
}

// Check finds what is wrong with the choice itself.
func (c Choice) Check() zio.Problems {
	switch {
	case zio.LooksLikeBSN(c.Reason):
		return zio.Problems{problemReason.At("")}
	case c.Merge && c.Given():
		return zio.Problems{problemBoth.At("", "merge", c.MergeWord, "reason", c.ReasonWord)}
	}
	return nil
}

// Refuse is what refuses these small numbers; nothing when there are none, or a reason.
func (c Choice) Refuse(small zio.Problems) zio.Problems {
	if len(small) == 0 || c.Given() {
		return nil
	}
	return zio.Problems{problemSmall.At("", "places", strconv.Itoa(len(small)), "first", small[0].Pointer, "merge", c.MergeWord, "reason", c.ReasonWord)}
}

// Small are the places that tell a number of 1 to 4 pupils: those of a result, or, when the numbers are the ranges that DUO publishes
// of a school, those of its population. Estimates within a range tell of nobody; a number is told only where the total of the school
// leaves no other.
func Small(x *funding.Result, p *zio.Population, school bool) zio.Problems {
	m := schema.Meaning{Publish: true}
	if school {
		return m.Check(schema.Population, p.AppendDocument(nil))
	}
	return m.Check(schema.Result, x.AppendDocument(nil))
}
