package intake

import (
	"strconv"

	"github.com/zio-collectief/zio/zio"
)

var (
	tooManyGroups = &zio.ProblemKind{
		Code: "intake.too-many-groups",
		NL:   "De populatie heeft al {limit#} groepen, meer past er niet in. Kies minder vestigingen.",
		EN:   "The population has {limit#} groups already, more do not fit. Choose fewer sites.",
	}
	countOverflow = &zio.ProblemKind{
		Code: "intake.count-overflow",
		NL:   "Met deze regel wordt een aantal hoger dan {limit#}. Kijk of er een kolom verschoven is.",
		EN:   "With this row a number gets above {limit#}. Check whether a column has shifted.",
	}
)

// group is what makes pupils alike. It has no gaps and no pointers, so that a map of many groups is small and
// quick; what few groups have stands apart, in extras.
type group struct {
	site   zio.SiteCode
	home   zio.MunicipalityCode
	kind   zio.SchoolType
	route  zio.Claim
	status zio.Status
	adult  uint8 // 1: 18 or older
	extra  int32 // place in the extras of the builder; 0: none
}

// extra is what only tables of users say of a group.
type extra struct {
	banded bool
	band   zio.Band
	label  string

	category string
}

// tally is what is known of a group.
type tally struct {
	group
	pupils  Count
	minutes int64
	unknown bool // the minutes of some of the pupils are not known, so those of all are not
}

// extra is the place of what only tables of users say of a group.
func (b *Builder) extra(e extra) (int32, error) {
	at, known := b.extraAt[e]
	if !known {
		if len(b.extras) > b.most { // beside none
			return 0, tooManyGroups.At("", "limit", strconv.Itoa(b.most))
		}
		at = int32(len(b.extras))
		b.extras = append(b.extras, e)
		b.extraAt[e] = at
	}
	return at, nil
}

// add puts pupils into a group.
func (b *Builder) add(g *group, pupils Count, minutes int64) error {
	at, known := b.places[*g]
	if !known {
		if len(b.tallies) >= b.most {
			return tooManyGroups.At("", "limit", strconv.Itoa(b.most))
		}
		at = int32(len(b.tallies))
		b.tallies = append(b.tallies, tally{group: *g})
		b.places[*g] = at
	}
	s := &b.tallies[at]
	if s.pupils.High+pupils.High > zio.MaxCount || s.minutes+minutes > zio.MaxCount {
		return countOverflow.At("", "limit", strconv.Itoa(zio.MaxCount))
	}
	if pupils == (Count{}) { // whose minutes are nobody's
		return nil
	}
	s.unknown = s.unknown || minutes == 0
	s.pupils = s.pupils.plus(pupils)
	s.minutes += minutes
	return nil
}
