//go:build tinygo && intake

package main

// calls are those that a page needs when somebody drops a file on it (zio.import.wasm).
func calls() []call {
	return []call{
		{"import", importFile},
		{"version", version},
	}
}
