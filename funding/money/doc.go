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
