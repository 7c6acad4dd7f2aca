//go:build figures

package funding

import "github.com/zio-collectief/zio/internal/strictjson"

var (
	rareCosts []strictjson.Variant[Cost]
	rareKeys  []strictjson.Variant[Key]
	rareFlows []strictjson.Variant[Flow]
)
