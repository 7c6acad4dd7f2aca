// Package difftest proves that the builds of the calculator are one program: it asks the native build,
// both WebAssembly modules and the JavaScript fallback the same random questions and
// compares the answers byte for byte.
//
//	wasm/build/build.sh && cd wasm/difftest && go test
//
// The modules run in wazero (inside the test) and in Node, the fallback in Node. A build that is missing
// fails the test; with ZIO_DIST_MISSING=skip it is passed over, which the output says. ZIO_DIFFTEST_COUNT is the number of
// questions (12,000 unless told, which hold more than 10,000 agreements; 500 with -short) and ZIO_DIFFTEST_SEED the seed of the generator.
package difftest
