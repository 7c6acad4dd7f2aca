// Package house keeps the rules of the house by tests (huisregels): which package may import
// which, what the calculating core may use, and what stands where. It has no code of its own.
package house
