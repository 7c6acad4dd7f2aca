// Command wasm is the calculator (rekenhulp) as one function: a JSON request goes in, a JSON reply comes out.
//
// The same source makes programs that answer with the same bytes. Built natively it serves
// stdin, one request per line:
//
//	echo '{"call":"version"}' | go run ./wasm
//
// Built by wasm/build/build.sh it becomes WebAssembly: one module by the Go toolchain with all calls (zio.std.wasm), and
// three by TinyGo, without imports, of which a page loads what it needs:
//
//   - zio.wasm answers with figures: the drafts of calculations that succeed. It holds every rule but the rare ones
//     (funding.RareRules) and its checks, but no words, names or steps, which are half of the bytes; see figures.go and
//     build/lean. A reply is never half an answer: what it does not answer it leaves to
//   - zio.full.wasm, which answers every call but import: reasons of a refusal, explanations, names, comparisons; and
//   - zio.import.wasm, which reads files of pupils.
//
// Each of the three is translated to JavaScript too (zio.fallback.js and so on), for pages whose policy refuses
// WebAssembly. What a page shows before it asks anything, the names of rules and fields, it reads from files that the build
// of the widget makes with the call describe.
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
