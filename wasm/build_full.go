//go:build tinygo && !figures && !intake

package main

// calls are those that a page asks when the figures alone are not enough (zio.full.wasm). Files of pupils are read by
// a module of their own, and the practices stand in files beside the page.
func calls() []call {
	return []call{
		{"calculate", calculate},
		{"compare", compare},
		{"sweep", sweep},
		{"explain", explain},
		{"describe", describe},
		{"municipalities", municipalities},
		{"validate", validate},
		{"version", version},
	}
}
