// Package funding calculates who pays which share of pooled care (financiering).
//
// The numbers stand in [github.com/zio-collectief/zio/funding/money]: amounts in whole eurocents, exact fractions that are
// rounded once, where a rule says so, and the division over parties. What is asked of agreements and results (compare, sweep,
// solve, keys, savings) stands in [github.com/zio-collectief/zio/funding/analysis].
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
// Rules that few agreements have stand in rules_rare.go: the build of the figures, which a page loads first, does not hold
// them, nor counts with decimals. It has no reply to an agreement with one, and the page asks the module with all calls.
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
//   - F15 effect on waiting: WeeksSaved of [zio.IndicatorSeries]
//   - F16 collective against individual: [analysis.SavingsOf]
//   - F17 yearly recalibration: [analysis.Recalibrate]
//   - F18 commitment with indexation: [analysis.Index]
//   - F19 absence component: [Absence]
//   - F20 supplement with a ceiling: [Supplement]
//   - F21 bundled Wlz minutes: nothing to calculate, the minutes stay those of each child ([Routing])
//   - F22 risk keys: [OwnUse], [Hybrid], [Mixed], [ProRata]
//   - F23 amount of a decision: [DeclaredAmount], [IndividualDecisions]
//   - F24 hours from minutes: [DeclaredHours]
//   - F25 from week to month: [EffortWeeks], [OutputWeeks], [EffortWeeksInMonth], [OutputWeeksInMonth]
//   - F26 tariff that 60 divides: [MinuteTariff]
//   - F27 cost price: [analysis.CostPrice]
//   - F28 funding by admission statement: [analysis.AdmissionFunding]
//   - F29 change of residence: [Within]
//   - F30 turning 18: [Within]
package funding
