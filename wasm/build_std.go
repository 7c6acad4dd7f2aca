//go:build !tinygo && !figures

package main

// calls are all calls: the native program and the module of the Go toolchain have them together.
func calls() []call {
	return []call{
		{"calculate", calculate},
		{"compare", compare},
		{"sweep", sweep},
		{"explain", explain},
		{"describe", describe},
		{"systems", systems},
		{"municipalities", municipalities},
		{"import", importFile},
		{"validate", validate},
		{"version", version},
	}
}
