// Package figures says whether this build is the one of the figures (cijfers): zio.wasm, which a page loads first. It has
// every rule but the rare ones (funding.RareRules) and its checks, but no words, no places and no steps, as it answers only
// calculations that succeed.
//
// What that build leaves out stands in Go, behind Only, where the compiler sees that it is never reached:
//
//	if figures.Only {
//		return "" // no words
//	}
//
// What only such code reads need not be made either. A directive in the comment of a function or a type names the parameters
// or fields concerned:
//
//	//figures:without pointer params
//	func (k *ProblemKind) At(pointer string, params ...string) Problem {
//
// The compiler keeps the making of an argument that nobody reads. So wasm/build/lean leaves those arguments and members out of
// the sources first, and refuses to do so when anything that the figures reach reads them, or when making them does anything
// else: no directive can change a number.
package figures
