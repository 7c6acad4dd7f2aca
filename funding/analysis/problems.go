package analysis

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// problemNothing is the problem of a nil agreement, population or result.
var problemNothing = (*zio.ProblemKind)(strictjson.FaultNothing)

var problemFailed = &zio.ProblemKind{Code: "analysis.failed", NL: "De vergelijking lukt niet: {text}", EN: "The comparison fails: {text}"}

func problemsOf(err error) zio.Problems {
	if problems := zio.ProblemsOfError(err); problems != nil {
		return problems
	}
	return zio.Problems{problemFailed.At("", "text", err.Error())}
}
