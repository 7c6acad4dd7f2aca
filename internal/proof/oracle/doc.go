// Package oracle holds slow and readable second implementations for tests (orakel). It is
// written with math/big from the definitions, takes and gives plain strings and big numbers,
// and shares no arithmetic with the packages it judges.
package oracle
