//go:build figures

package figures

// Only reports whether this build gives figures only.
const Only = true
