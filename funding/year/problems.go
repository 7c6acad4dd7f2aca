package year

import (
	"strconv"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// problemNothing is the problem of a nil document.
var problemNothing = (*zio.ProblemKind)(strictjson.FaultNothing)

func problemsOf(err error) zio.Problems {
	if p, ok := err.(zio.Problem); ok {
		return zio.Problems{p}
	}
	return zio.Problems{problemFailed.At("", "text", err.Error())}
}

var problemFailed = &zio.ProblemKind{Code: "settlement.failed", NL: "De afrekening lukt niet: {text}", EN: "The settlement fails: {text}"}

func at(list string, i int) string { return list + "/" + strconv.Itoa(i) }

func componentOf(a *funding.Agreement, id string) *funding.Component {
	for i := range a.Components {
		if a.Components[i].ID == id {
			return &a.Components[i]
		}
	}
	return nil
}
