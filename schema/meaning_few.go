package schema

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

// What could point at a single pupil (onthulling): the numbers of which schema.Meaning says so when a document is to be published.
var (
	problemDisclosive = &zio.ProblemKind{Code: "publish.count-disclosive", NL: "{count} {count|leerling|leerlingen} is te weinig om te publiceren: aantallen van 1 tot en met 4 kunnen herleidbaar zijn. Rond af of voeg groepen samen.", EN: "{count} {count|pupil|pupils} is too few to publish: counts from 1 to 4 can point at a person. Round or merge groups."}
	problemMinutes    = &zio.ProblemKind{Code: "publish.minutes-disclosive", NL: "{minutes#} {minutes|minuut|minuten} zonder een aantal van 5 of meer leerlingen kunnen van één leerling zijn. Laat ze weg of voeg groepen samen.", EN: "{minutes#} {minutes|minute|minutes} without a number of 5 or more pupils can be those of one pupil. Leave them out or merge groups."}
	problemPupilLine  = &zio.ProblemKind{Code: "publish.pupil-line", NL: "Regels per leerling kunt u niet publiceren. Gebruik groepen.", EN: "Lines per pupil can not be published. Use groups."}
)

// publishing finds what could point at a single pupil when it is true, and nothing when it is not.
type publishing bool

// few finds a number of 1 to 4 pupils.
func (tell publishing) few(pointer string, count int64) zio.Problems {
	if bool(tell) && count > 0 && count < 5 {
		return zio.Problems{problemDisclosive.At(pointer, "count", strconv.FormatInt(count, 10))}
	}
	return nil
}

// fewMinutes finds minutes without a pupil, such as care of another route than the one that its pupils count under: they can be of one.
func (tell publishing) fewMinutes(at string, pupils, minutes int64) zio.Problems {
	if bool(tell) && pupils == 0 && minutes > 0 {
		return zio.Problems{problemMinutes.At(at+"/minutesPerWeek", "minutes", strconv.FormatInt(minutes, 10))}
	}
	return nil
}

// fewInTrace is few for a number of pupils in a trace, which can be a fraction.
func (tell publishing) fewInTrace(pointer, value, unit string) zio.Problems {
	if !tell || unit != funding.UnitPupils {
		return nil
	}
	n, ok := new(big.Rat).SetString(value)
	if !ok || n.Sign() <= 0 || n.Cmp(big.NewRat(5, 1)) >= 0 {
		return nil
	}
	return zio.Problems{problemDisclosive.At(pointer, "count", value)}
}

// countsFew reports whether a series can count persons in care or at a school, of whom a municipality can have a handful. A series
// with a name of its own can; inhabitants, the municipal fund and sites can not.
func countsFew(basis string) bool {
	return !slices.ContainsFunc([]string{"inhabitants", "inwoners", "youth-under-", "gemeentefonds", "sites"}, func(s string) bool { return strings.HasPrefix(basis, s) })
}

// oneOf is how a series writes the number 1.
func oneOf(c *zio.Count) int64 { return int64(math.Pow10(int(c.Decimals))) }

// countsPupils reports whether the value of an indicator is a number of pupils, or of decisions that are each about one.
func countsPupils(code string) bool {
	unit, _ := zio.IndicatorUnit(code)
	return unit == "count" && code != "teachers-trained" && code != "caregivers-in-school"
}
