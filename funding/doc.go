// Package funding calculates who pays which share of pooled care (financiering).
//
// # Numbers
//
// Everything is exact until it is rounded once, by a named mode, where a rule says so. There
// is no floating point and no other global setting in this package.
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
//
// # The model
//
// An [Agreement] is data: parties, a [Routing] that says which pupils are pooled, and components. A
// [Component] is one stream of money made of three rules that combine freely: a [Cost], a [Key] and a
// [Flow]. [Limits] may bound what a party bears, and [Cover] names who covers a gap. The sets of rules are
// closed, and every rule is named with its version, such as "fixed-hours/1"; a rule that changes its outcome
// gets a new version.
//
// An agreement comes from a document ([ReadAgreement]) or is made in Go. Either way [Agreement.Check] refuses what is
// missing: a zero value is never taken for a choice. [Agreement.AppendDocument] writes what a program made.
//
// [Calculate] applies an agreement to a population in five steps: route, cost, key, division, flow. Every
// step of arithmetic is taken by the same call that records it in the [Trace], so a trace can not say
// something else than what was calculated. The result is tested against itself before it is returned, and
// [Result.Explain] reads the trace out in words.
//
// Decisions that this package takes, where the sources leave them open and the agreement has no choice for it:
// of the routing rules that apply to one pupil the first in the order R1 to R9 gives the reason, but an adult
// is never in a pool of the Jeugdwet, and a home that does not take part is sent to its own decision also
// when the need of the pupil is not known; payments to several payees are divided in whole cents by the
// largest remainders, so that nothing is left on the way; a gap that limits leave when every party is at its
// cap stays visible.
//
// # Formulas
//
// Where each formula of the field's catalogue stands:
//
//   - F01 pro rata by pupils: [ProRata]
//   - F02 fixed hours per eligible pupil: [FixedHours]
//   - F03 support minutes of education: [EducationMinutes]
//   - F04 fte times rate: [Staffing]
//   - F05 drawing right with shifts: [DrawingRight]
//   - F06 lump sum from estimated hours: [EstimatedHours]
//   - F07 cashier with invoicing: [CashierFlow], [PassThrough]
//   - F08 out-of-region decision paid to the host: [HostFlow]
//   - F09 no settlement, with shadow amounts: [NoSettlement]
//   - F10 in-kind pair: [InKindPair]
//   - F11 cover of a deficit: [Cover]
//   - F12 product per class: [ClassProduct]
//   - F13 population funding: [PopulationFunding]
//   - F14 split over routes: [Routing]
//   - F15 effect on waiting: [WaitingEffect]
//   - F16 collective against individual: [SavingsOf]
//   - F17 yearly recalibration: [Recalibrate]
//   - F18 commitment with indexation: [Index]
//   - F19 absence component: [Absence]
//   - F20 supplement with a ceiling: [Supplement]
//   - F21 bundled Wlz minutes: [BundleMinutes]
//   - F22 risk keys: [OwnUse], [Hybrid], [Mixed], [ProRata]
//   - F23 amount of a decision: [DeclaredAmount], [IndividualDecisions]
//   - F24 hours from minutes: [DeclaredHours]
//   - F25 from week to month: [EffortWeeks], [OutputWeeks], [EffortWeeksInMonth], [OutputWeeksInMonth]
//   - F26 tariff that 60 divides: [MinuteTariff]
//   - F27 cost price: [CostPrice]
//   - F28 funding by admission statement: [AdmissionFunding]
//   - F29 change of residence: [Within]
//   - F30 turning 18: [Within]
package funding
