// Command minify turns the JavaScript that wasm2js writes into the fallback of the
// calculator: a classic script that leaves one function in globalThis, under the symbol
// that Symbol.for gives for the name in its argument. The function makes a new instance, already initialized, with
// the same members as the WebAssembly module. It reads stdin and writes stdout.
//
// A script and not a module, because only a script element makes a browser check a hash.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/evanw/esbuild/pkg/api"
)

// The translation ends with one instance and a row of exports; a page that met a trap
// needs a new instance, so that tail is replaced.
const (
	tail        = "\nvar retasmFunc = asmFunc("
	instantiate = `
globalThis[Symbol.for(%q)] = () => {
  const { _initialize, ...instance } = asmFunc({ abort() { throw new Error("unreachable"); } });
  _initialize();
  return instance;
};
`
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "minify: name the symbol")
		os.Exit(2)
	}
	if err := run(os.Stdin, os.Stdout, os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "minify:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer, symbol string) error {
	source, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	head, _, found := bytes.Cut(source, []byte(tail))
	if !found {
		return errors.New("the input does not end as wasm2js ends a module")
	}
	if bytes.Contains(head, []byte("\nimport ")) || bytes.HasPrefix(head, []byte("import ")) {
		return errors.New("the module imports something; the fallback may not")
	}
	result := api.Transform(string(head)+fmt.Sprintf(instantiate, symbol), api.TransformOptions{
		Format:            api.FormatIIFE,
		Target:            api.ES2020,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		LegalComments:     api.LegalCommentsNone,
	})
	if len(result.Errors) > 0 {
		return errors.New(result.Errors[0].Text)
	}
	_, err = out.Write(result.Code)
	return err
}
