// Package year closes the year of an agreement (jaarcyclus): what was budgeted, what was paid before, what was realised, and what
// is still to be paid or to be given back.
//
//   - [Payments] are the payments that were made: a document of its own, from a bank or a ledger.
//   - [Settle] sets a realised year against what was charged and paid, and gives a [Settlement] (afrekening). A correction of a
//     settlement is another settlement, which starts where the one before it ended.
//   - [Forecast] is the agreement over the next budget years, with other prices and counts (meerjarenraming).
//
// It stands beside package analysis and adds no arithmetic of its own but differences: every amount comes from a calculation of
// package funding. The one rounding is that of the corridor, a percentage of what was charged, to whole cents, half up.
package year

// Where what stands: the files in reading order, from the whole to its parts.
//
//	document_json.go           documents inside other JSON
//	forecast.go                an agreement over the next budget years
//	table.go                   payments from a table
//	settle.go                  the settlement of a year
//	book.go                    what was charged, paid and is definitive, per component and pair of parties
//	letter.go                  a settlement in words
//	settlement.go              the document of a settlement
//	payments.go                the document of the payments
//	problems.go                problems and look-ups that all share
