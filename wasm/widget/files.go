// Package widget holds the calculator element (rekenhulp) as the ES modules that a browser reads as they are, for
// servers that are written in Go. The npm package that build.mjs makes of the same files is smaller and carries
// the hashes of what it loads; sites in production use that.
package widget

import (
	"embed"
	"io/fs"
)

//go:embed src
var files embed.FS

// Entry is the module that a page loads. Beside it the calculator asks for zio.wasm, for what a small one does not
// answer zio.full.wasm and zio.import.wasm, their .fallback.js where WebAssembly is refused, systems/index.json and a document
// in systems/ for each of that list, schools.txt and map.txt.
const Entry = "zio-calculator.js"

// Files are the modules.
func Files() fs.FS {
	sub, err := fs.Sub(files, "src")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}

//go:embed map.txt
var borders []byte

// Map is map.txt, the borders of the municipalities, which the calculator asks for beside itself.
func Map() []byte { return borders }
