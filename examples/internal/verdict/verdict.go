// Package verdict says what the validation of a file or a request says beside the problems of the documents in it.
package verdict

import (
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

// NoLines is a file or a request of lines without a line: an upload that broke off at once is not a right one.
var NoLines = &zio.ProblemKind{Code: "file.no-lines", NL: "In dit bestand staat geen enkele regel. Er is niets gecontroleerd.", EN: "There is not a single line in this file. Nothing was checked."}

var (
	resultAlone = &zio.ProblemKind{Code: "result.not-calculated-again",
		NL: "De bedragen zijn niet nagerekend: daar zijn de overeenkomst en de populatie voor nodig.", EN: "The amounts were not calculated again: that takes the agreement and the population."}
	settlementAlone = &zio.ProblemKind{Code: "settlement.not-calculated-again",
		NL: "De bedragen zijn niet nagerekend.", EN: "The amounts were not calculated again."}
)

// NotChecked is what was not looked at in a document that is right as it stands. Whoever changes a document can make its digest
// anew: only who calculates it again knows that its amounts follow from its agreement.
func NotChecked(kind schema.Kind) zio.Problems {
	switch kind {
	case schema.Result:
		return zio.Problems{resultAlone.At("")}
	case schema.Settlement:
		return zio.Problems{settlementAlone.At("")}
	}
	return nil
}
