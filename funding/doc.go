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
// Rules that few agreements have are not named in rules.go: the build of the figures, which a page loads first, does not hold
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

// Where what stands: the files in reading order, from the whole to its parts. A test of internal/house keeps the list whole and
// counts the files that need one above them.
//
//	rules_json.go              each rule inside other JSON, generated
//	document_json.go           documents inside other JSON
//	values_sql.go              routes and reasons in databases
//
// The calculation, step by step; docs/walk.md follows an agreement through it.
//
//	result_verify.go           whether a result is what the documents come to, also of another version
//	result_check.go            whether a result that somebody gives holds together
//	result_sums.go             whether its sums follow from each other
//	calculate.go               the sentence: route, cost, key, divide, cover, flow, totals, schedule, checks, receipt
//	placed.go                  on which route each group and pupil was placed
//	portions.go                what each party bears before it is divided in whole cents
//	agreement_check.go         what is wrong with an agreement by itself
//	needs.go                   what an agreement needs of a population
//	divide.go                  the cost over the weights of a key; here shares are rounded
//	routing_count.go           pupils and minutes per home, reason and route
//	receipt.go                 with what a result was made
//	result_document.go         reading and writing
//	totals.go                  what each party bears, pays and receives in all
//	instalments.go             payments in parts, per due day and budget year
//	checks.go                  the checks of a result by itself
//
// The explanation, made of the trace alone.
//
//	words.go                   which steps are told to whom
//	words_shares.go            a division over parties in sentences
//	words_step.go              the sentence of one step
//	words_*.go                 payments, limits and units in words
//
// The rules: a file each, with parameters, check, arithmetic and words.
//
//	rules.go                   the lists of rules
//	rules_rare.go              the other rules, generated
//	rules_rare_figures.go      none of these in the build of the figures
//	cost_*.go                  what the care costs; productRounded rounds
//	flow_*.go                  who pays whom
//	key_*.go                   who bears which part
//
// What rules share.
//
//	key_second.go              a key for what another key leaves
//	key_mixed.go               keys inside a key
//	key_own_use.go key_pro_rata.go    by counts
//	limits_apply.go            weights within floor, cap and change
//	limits_told.go             the steps that tell what the limits did
//	limits.go                  floor, cap and change
//	cost.go                    counts of pupils and sites for a cost
//	key.go                     weights of homes and participants, and the gap
//	flow.go                    payments and payees
//	cover.go                   named sources that cover a gap
//	party_time.go              parties that join or leave within the period
//	declaration.go             weeks, hours and amounts as iJw declarations have them
//	count_by_category.go       pupils per category
//	count_by_home.go           pupils or minutes per home municipality
//	steps.go                   each operation: calculates and records by one call
//	run.go                     one calculation, and the record of one rule in it
//
// The routing: who and what is in the pool.
//
//	routing_assign.go          every group and pupil on a route
//	routing_pupil.go           the minutes of one pupil
//	routing_within.go          what changes for a pupil within the period
//	routing_rules.go           the rules R1 to R9
//
// The agreement, and what is asked of its parts.
//
//	settlement.go              how the year is settled
//	agreement.go               the document: parties, components, choices
//	routing.go within.go       what the agreement says of routing
//	schedule.go                when payments are due
//	rule.go                    what a rule is: cost, key, flow
//	checker.go                 notes what is wrong, with its place
//
// The result and its parts.
//
//	outcomes.go                what cost, division and flow hand on
//	result.go                  the document
//	weight.go                  weights in order of party, and the gap
//	value.go                   a number with its unit and where it comes from
//	trace.go                   steps, operations, units
//	instrument.go              what a payment is
//
// Law, and small things.
//
//	law_table.go               routes and reasons, generated from law/law.json
//	route.go reason.go law.go  a route, a reason, and their legal basis on a day
//	set.go order.go            codes and texts in order
