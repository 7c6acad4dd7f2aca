//go:build tinygo && !intake

package main

// calls are those that a page needs from the start (zio.wasm).
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
