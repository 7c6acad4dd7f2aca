// Package analysis asks questions of agreements and their results (analyse): functions from agreements, populations and results to
// other documents. It adds no rule of its own: every amount in it comes from a calculation of package funding.
//
//   - [Compare] sets two results side by side, and [CompareKeys] one cost under several keys.
//   - [SweepParameter] and [Solve] change one number of an agreement or a population, a [Parameter]; [Changed] makes any [Change].
//   - [Places] divides a result over sites, boards and municipalities.
//   - [SavingsOf], [Recalibrate] and [Index] are the yearly questions: does pooling save money, do the norms still hold, what is
//     the price next year.
//   - [SpreadOf] measures how scattered the pupils are over municipalities and regions.
package analysis

// Where what stands: the files in reading order, from the whole to its parts.
//
//	document_json.go           outcomes inside other JSON
//	keys.go keys_compare.go    one cost under several keys, and the mix that parties feel least
//	places_shares.go places.go  a result over sites, boards and municipalities
//	range.go                   between which amounts a result lies when counts are ranges
//	range_stream.go            the ends of one stream
//	range_fill.go              counts within their ranges
//	range_depends.go           which costs and keys rise with which counts
//	spread.go                  how scattered the pupils are
//	recalibrate.go             whether the norms still hold
//	savings.go                 collective against individual
//	compare.go                 two results side by side
//	solve.go                   the value of a parameter that reaches a target
//	sweep.go                   one parameter over a range
//	change.go                  any change of an agreement or a population
//	parameter.go               one number of an agreement or a population
//	template.go                an agreement without municipalities, and those of a population
//	tree.go                    a document as a tree
//	school.go                  the population of one school
//	index.go                   the price of next year, a cost price
//	problems.go                problems that all share
