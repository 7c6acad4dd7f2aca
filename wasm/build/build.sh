#!/usr/bin/env bash
# Builds the calculator for the browser from the one source in wasm/ into wasm/dist/ (never committed).
#
#   wasm/build/build.sh [std] [tiny] [fallback] [pack] [all]
#
#   std       zio.std.wasm     the Go toolchain only (wasip1); for development, servers and the daily cross-check
#   tiny      zio.wasm         TinyGo, no imports: the figures, of sources without words (see lean/); what a page loads first
#             zio.full.wasm    all calls but import: reasons of a refusal, explanations, names; when they are asked for
#             zio.import.wasm  the call import, when somebody drops a file on the page
#   fallback  zio.fallback.js, zio.full.fallback.js, zio.import.fallback.js   the three as JavaScript, for sites whose
#             policy refuses WebAssembly
#   pack                       brotli, gzip and integrity.json of what is there
#   all                        the four of them (the default)
#
# ZIO_DIST is another output folder, ZIO_CACHE another cache folder. Equal source gives equal bytes.
set -euo pipefail

if [[ ${1:-} == -h || ${1:-} == --help ]]; then
	sed -n '2,/^set /s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
	exit
fi

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
dist=${ZIO_DIST:-$root/wasm/dist}
cache=${ZIO_CACHE:-${XDG_CACHE_HOME:-${HOME:?set HOME or ZIO_CACHE}/.cache}/zio}
# Without sign extension: wasm2js can not translate it for 64 bits.
features=(--enable-nontrapping-float-to-int --enable-mutable-globals --enable-bulk-memory)
# The build must not depend on what the developer has set.
export GOWORK=off GOFLAGS=-mod=readonly GOTOOLCHAIN=local GOWASM=

say() { printf 'build: %s\n' "$*" >&2; }
refuse() { say "$*"; exit 1; }

build_std() {
	say "zio.std.wasm"
	local flags
	mapfile -t flags <"$here/std.flags"
	(cd "$root" && GOOS=wasip1 GOARCH=wasm GOEXPERIMENT=nogreenteagc go build "${flags[@]}" -o "$work/zio.std.wasm" ./wasm)
	mv "$work/zio.std.wasm" "$dist/"
}

# tiny NAME FOLDER [TAGS] builds one module with TinyGo from the sources in a folder.
tiny() {
	say "$1"
	local tinygo
	tinygo=$("$here/tinygo.sh" "$cache")
	(cd "$2" && TINYGOROOT=$tinygo GOCACHE=$cache/tinygo-cache "$tinygo/bin/tinygo" build \
		-target "$here/target.json" -tags "${3:-}" -no-debug -opt=z -panic=trap -o "$work/linked.wasm" ./wasm)
	# TinyGo exports functions of its own; only the contract stays.
	wasm-metadce "${features[@]}" --graph-file "$here/exports.json" "$work/linked.wasm" -o "$work/reached.wasm" >/dev/null
	# The first pages of the memory are the end of the stack, so that no pointer is near zero.
	wasm-opt -O3 --always-inline-max-function-size=12 --low-memory-unused --strip-debug --strip-producers "${features[@]}" "$work/reached.wasm" -o "$work/$1"
	mv "$work/$1" "$dist/"
}

build_tiny() {
	(cd "$root" && go run ./wasm/build/lean . "$work/lean" tinygo)
	tiny zio.wasm "$work/lean" figures
	tiny zio.full.wasm "$root"
	tiny zio.import.wasm "$root" intake
}

# fallback MODULE NAME SYMBOL translates one module to JavaScript.
fallback() {
	say "$2"
	[[ -f $dist/$1 ]] || refuse "$1 is not built yet: run with tiny first"
	wasm2js -O2 "${features[@]}" "$dist/$1" -o "$work/translated.js"
	(cd "$here/minify" && go run . "$3" <"$work/translated.js" >"$work/$2")
	mv "$work/$2" "$dist/"
}

build_fallback() {
	fallback zio.wasm zio.fallback.js zio-calculator.fallback
	fallback zio.full.wasm zio.full.fallback.js zio-calculator.full.fallback
	fallback zio.import.wasm zio.import.fallback.js zio-calculator.import.fallback
}

build_pack() {
	command -v node >/dev/null || refuse "node is missing; it compresses the files"
	node "$here/pack.mjs" "$dist"
}

build_all() {
	build_std
	build_tiny
	build_fallback
	build_pack
}

for part; do
	declare -F "build_$part" >/dev/null || { say "unknown part $part: choose from std, tiny, fallback, pack, all"; exit 2; }
done
mkdir -p "$dist"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(($#)) || set -- all
for part; do "build_$part"; done
