module github.com/zio-collectief/zio/wasm/difftest

go 1.26

require (
	github.com/tetratelabs/wazero v1.12.0
	github.com/zio-collectief/zio v0.0.0-00010101000000-000000000000
)

require (
	github.com/shopspring/decimal v1.6.0 // indirect
	golang.org/x/sys v0.44.0 // indirect
)

replace github.com/zio-collectief/zio => ../..
