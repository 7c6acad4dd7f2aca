// Command wasm is the calculator (rekenhulp) as one function: a JSON request goes in, a JSON reply comes out.
//
// The same source makes four programs that answer with the same bytes. Built natively it serves
// stdin, one request per line:
//
//	echo '{"call":"version"}' | go run ./wasm
//
// Built by wasm/build/build.sh it becomes two WebAssembly modules, one by TinyGo for the page (zio.wasm,
// without imports) and one by the Go toolchain (zio.std.wasm), and a translation of the first to JavaScript for pages
// whose policy refuses WebAssembly (zio.fallback.js).
//
// # Requests
//
// A request is an object with the member "call", the language of the texts in "lang" ("nl", the default, or "en"), and the
// members of the call. A reply is
//
//	{"ok":true,"value":...}
//	{"ok":false,"problems":[{"code":"call.unknown","pointer":"/call","params":{"call":"x"},"text":"..."}]}
//
// Pointers are of the request, so "/agreement/components/0" is the first component of the agreement in it.
package main
