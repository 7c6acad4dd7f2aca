//go:build figures

package bsn

// Looks is true of every text that could hold a BSN, and of more: the figures then give no reply, and the module with all calls
// looks well.
func Looks(s string) bool { return mayHold(s, true) }

// InARow is true of every address that could hold a BSN, and of more.
func InARow(s string) bool { return mayHold(s, false) }
