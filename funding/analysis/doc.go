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
