package intake

import (
	"strconv"

	"github.com/zio-collectief/zio/zio"
)

var (
	ageSuppressed = &zio.ProblemKind{
		Code: "intake.age-suppressed",
		NL:   "Hoeveel leerlingen 18 jaar of ouder zijn is afgeschermd ({value}). Kies zero, midpoint of exclude.",
		EN:   "How many pupils are 18 or older is suppressed ({value}). Choose zero, midpoint or exclude.",
	}
	ageHidden = &zio.ProblemKind{
		Code: "intake.ages-suppressed",
		NL:   "Dit bestand heeft geen totaal, en het aantal leerlingen van {column} jaar is afgeschermd ({value}): het zijn er {low} tot en met {high}. Kies zero (telt als 0), midpoint (telt als {middle}) of exclude (de hele regel telt niet mee).",
		EN:   "This file has no total, and the count of pupils aged {column} is suppressed ({value}): it is {low} to {high}. Choose zero (counts as 0), midpoint (counts as {middle}) or exclude (the whole row does not count).",
	}
)

// homeOf is the municipality of a place. Where there is none the row is listed, unless such pupils are kept.
func (b *Builder) homeOf(p *Place) (zio.MunicipalityCode, error) {
	if p.known() {
		return p.Municipality, nil
	}
	if b.o.KeepUnplaced && b.o.Suppressed != SuppressedAsk {
		return zio.MunicipalityCode{}, nil
	}
	b.unplaced++
	return zio.MunicipalityCode{}, p.Problem
}

// number is what a count in a column stands for: one number, or a range where that is the choice. Where the choice gives
// nothing the row is listed.
func (b *Builder) number(c Count, column string, kind *zio.ProblemKind, choice Suppressed) (Count, error) {
	n, ok := c.Value(choice)
	if choice == SuppressedRange && c.IsSuppressed() && !c.isHidden() {
		return c, nil
	}
	if !ok {
		b.suppressed++
		if c.isHidden() {
			return Count{}, countHidden.At(pointerTo(column), "column", column, "value", c.String())
		}
		return Count{}, kind.At(pointerTo(column), "column", column, "value", c.String(), "low", strconv.FormatInt(c.Low, 10),
			"high", strconv.FormatInt(c.High, 10), "middle", strconv.FormatInt(c.Middle(), 10))
	}
	b.deciding = b.deciding || c.IsSuppressed()
	return Exact(n), nil
}
