package funding

import (
	"slices"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/figures"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// checker collects what is wrong with an agreement, in the order of the document.
type checker struct {
	a        *Agreement
	c        *Component // the component that is being checked
	parties  *partyOrder
	at       string // pointer to the object that is being checked
	depth    int    // of a key inside a key
	problems zio.Problems
}

// add notes what is wrong at the object that is being checked.
//
//figures:without pointer params
func (c *checker) add(kind *zio.ProblemKind, pointer string, params ...string) {
	if figures.Only {
		c.problems = append(c.problems, zio.Problem{Kind: kind})
		return
	}
	c.problems = append(c.problems, kind.At(c.at+pointer, params...))
}

func itoa(n int64) string { return string(strictjson.AppendInt(nil, n)) }

// at points to an item of a list.
//
//figures:without list i
func at(list string, i int) string {
	if figures.Only {
		return ""
	}
	return list + "/" + itoa(int64(i))
}

var (
	problemPartyUnknown  = &zio.ProblemKind{Code: "agreement.party-unknown", NL: "Partij {id} staat niet in de lijst van partijen. Voeg de partij toe of verbeter het kenmerk.", EN: "Party {id} is not in the list of parties. Add it or mend the id."}
	problemPartyKind     = &zio.ProblemKind{Code: "agreement.party-kind", NL: "{id} is geen gemeente. Kies hier een gemeente.", EN: "{id} is not a municipality. Choose a municipality here."}
	problemNotTakingPart = &zio.ProblemKind{Code: "agreement.party-not-participating", NL: "Gemeente {id} doet niet mee aan de overeenkomst. Laat haar meedoen of kies een andere gemeente.", EN: "Municipality {id} does not take part in the agreement. Let it take part or choose another."}
)

// party finds the party that a member names; an unknown one is a problem.
func (c *checker) party(pointer, id string) *Party {
	i, found := c.parties.find(id)
	if !found {
		c.add(problemPartyUnknown, pointer, "id", id)
		return nil
	}
	return c.parties.parties[i]
}

// participant finds a municipality that takes part.
func (c *checker) participant(pointer, id string) *Party {
	p := c.party(pointer, id)
	if p == nil {
		return nil
	}
	if p.Kind != PartyMunicipality {
		c.add(problemPartyKind, pointer, "id", id)
	} else if !p.Participates {
		c.add(problemNotTakingPart, pointer, "id", id)
	}
	return p
}

// collector finds a party that may collect money and pay it on, whether it bears anything or not: a municipality, also one
// that takes no part, a joint body, a school board, a school alliance or another organisation.
func (c *checker) collector(pointer, id string) {
	if p := c.party(pointer, id); p != nil && !slices.Contains(collectors, string(p.Kind)) {
		c.add(problemCollector, pointer, "id", id)
	}
}

var collectors = []string{string(PartyMunicipality), string(PartyJointBody), string(PartySchoolBoard), string(PartySchoolAlliance), string(PartyOrganisation)}

var problemCollector = &zio.ProblemKind{Code: "agreement.party-not-collecting", NL: "Partij {id} kan geen geld innen en doorbetalen. Dat kan een gemeente, een samenwerking van gemeenten, een schoolbestuur, een samenwerkingsverband of een andere organisatie.", EN: "Party {id} cannot collect money and pay it on. A municipality, a joint body, a school board, a school alliance or another organisation can."}

func (c *checker) notNegative(pointer string, e money.Euro) {
	if e.Sign() < 0 {
		c.add(problemNegative, pointer, "value", e.String())
	}
}

var problemNegative = &zio.ProblemKind{Code: "agreement.amount-negative", NL: "Het bedrag {value#} is negatief. Vul 0 of meer in.", EN: "The amount {value#} is negative. Fill in 0 or more."}

var problemPercent = &zio.ProblemKind{Code: "agreement.percentage-out-of-range", NL: "{value#} is geen percentage van 0 tot en met 100.", EN: "{value#} is not a percentage from 0 to 100."}

// percentage checks that a factor is from 0 to 100.
func (c *checker) percentage(pointer string, f money.Factor) {
	if f.Sign() < 0 || f.Micros() > 100_000_000 {
		c.add(problemPercent, pointer, "value", f.String())
	}
}

var problemFte = &zio.ProblemKind{Code: "staffing.fte-implausible", NL: "{fte#} fte op één plek is niet aannemelijk. Kies een getal van 0 tot en met 80; 0,9 fte schrijft u als \"0.9\".", EN: "{fte#} fte in one place is not plausible. Choose a number from 0 to 80; write 0.9 fte as \"0.9\"."}

// plausible checks that a number of fte is from 0 to 80; 90 is often a 0.9 that was typed without its comma.
func (c *checker) plausible(pointer string, fte money.Fte) {
	if fte.Sign() < 0 || fte.Milli() > 80_000 {
		c.add(problemFte, pointer, "fte", fte.String())
	}
}

var problemNested = &zio.ProblemKind{Code: "key.nested-too-deep", NL: "Een sleutel in een sleutel in een sleutel is te ingewikkeld. Gebruik hoogstens twee lagen.", EN: "A key in a key in a key is too complicated. Use two levels at most."}

// nested checks a key inside a key.
func (c *checker) nested(pointer string, k Key) {
	if c.depth >= 2 {
		c.add(problemNested, pointer)
		return
	}
	outer := c.at
	c.at += pointer
	c.depth++
	k.check(c)
	c.depth--
	c.at = outer
}

// IsName reports whether s is lower-case letters and digits, in parts joined by single hyphens.
func IsName(s string) bool { return strictjson.IsName(s) }
