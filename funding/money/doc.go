// Package money holds the numbers that care is paid with: amounts (bedragen), exact fractions, rounding and the division of an
// amount over parties (verdelen).
//
// # Numbers
//
// Everything is exact until it is rounded once, by a named mode, where a rule says so. There
// is no floating point and no other global setting in this module.
//
//   - [Euro] is an amount in whole eurocents (int64, symmetric range). Operations that can
//     overflow return an error. Its text always has two decimals: "1234.50".
//   - [Factor] is a plain decimal with at most six places, for percentages, weights and index
//     figures; [Fte] is a number of full-time equivalents in thousandths.
//   - [Exact] is a reduced fraction with at most 128 bits above and below the line. Money as
//     Exact is in eurocents. It leaves only through [Exact.Round] and [Exact.Euro], which
//     need a [Rounding]; there is no default mode.
//   - [Allocate] divides a total over parties. [Division] names four choices that stand apart:
//     the [Method] for what rounding leaves over, the [Unit], the divisor and the rounding.
//     The amounts of the shares and the rest always sum to the total.
//
// Texts are read by one strict grammar, equal to the pattern of the exchange schemas: digits
// with a point, no exponent, no plus sign, no grouping, no leading zeros, no minus zero. A
// text that breaks it gives a problem that shows what was probably meant.
//
// Decimals of github.com/shopspring/decimal are accepted and given at the edge only
// (EuroFromDecimal, Euro.Decimal and likewise for Factor and Fte), in files that builds for
// the browser leave out.
package money

// Where what stands: the files in reading order, from the whole to its parts.
//
//	division_document.go       a division in documents
//	values_sql.go              amounts and numbers in databases
//	allocate_cents.go          eurocents over whole weights, without names
//	allocate.go                a total over parties
//	allocate_parts.go          whole parts and what rounding leaves over
//	allocate_largest.go        whole parts and largest remainders of whole weights
//	division.go                the four choices of a division
//	factor_decimal.go euro_decimal.go exact_decimal.go    decimals of shopspring; not in the browser
//	fte.go factor.go           decimals with three and six places
//	euro.go                    an amount
//	exact_text.go              a fraction as text
//	exact.go                   a fraction
//	rounding.go                the modes by which a fraction becomes whole
//	uint128.go                 128 and 256 bits
//	decimaltext.go             the grammar of numbers as text
//	int64.go                   whole numbers that may not overflow
