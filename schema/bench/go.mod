module github.com/zio-collectief/zio/schema/bench

go 1.25.0

require (
	github.com/santhosh-tekuri/jsonschema/v5 v5.3.1
	github.com/zio-collectief/zio v0.0.0
)

replace github.com/zio-collectief/zio => ../..
