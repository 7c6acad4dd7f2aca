// Package arbitrary makes documents for tests, from two sides that know nothing of each other: Go values within the
// bounds that their binders describe, and documents that a JSON Schema allows or, in one chosen place, does not allow.
// What one side makes the other must read; that is the closed loop that holds types and schemas together.
//
// Everything follows from the random source that the caller gives: the same source makes the same documents. Ends of
// ranges come up more often than chance would have it.
package arbitrary
