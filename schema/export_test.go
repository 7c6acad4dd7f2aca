package schema

import (
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

// MayHoldBSN is for tests outside the package.
var MayHoldBSN = mayHoldBSN

// FewInResult is what a result tells of 1 to 4 pupils.
func FewInResult(x *funding.Result) zio.Problems { return Meaning{Publish: true}.result(x) }
