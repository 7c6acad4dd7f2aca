#!/usr/bin/env bash
# Builds the calculator for the browser from the one source in wasm/ into wasm/dist/ (never committed).
#
#   wasm/build/build.sh [std] [tiny] [fallback] [pack] [all]
#
#   std       zio.std.wasm     the Go toolchain only (wasip1); for development, servers and the daily cross-check
#   tiny      zio.wasm         TinyGo, no imports; what a page loads
#   fallback  zio.fallback.js  the same module as JavaScript, for sites whose policy refuses WebAssembly
#   pack                       brotli, gzip and integrity.json of what is there
#   all                        the four of them (the default)
#
# ZIO_DIST is another output folder, ZIO_CACHE another cache folder. Equal source gives equal bytes.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
dist=${ZIO_DIST:-$root/wasm/dist}
cache=${ZIO_CACHE:-${XDG_CACHE_HOME:-${HOME:?set HOME or ZIO_CACHE}/.cache}/zio}
# Without sign extension: wasm2js can not translate it for 64 bits.
features=(--enable-nontrapping-float-to-int --enable-mutable-globals)
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

build_tiny() {
	say "zio.wasm"
	local tinygo
	tinygo=$("$here/tinygo.sh" "$cache")
	(cd "$root" && TINYGOROOT=$tinygo GOCACHE=$cache/tinygo-cache "$tinygo/bin/tinygo" build \
		-target "$here/target.json" -no-debug -opt="${ZIO_OPT:-z}" -panic=trap -o "$work/linked.wasm" ./wasm)
	# TinyGo exports functions of its own; only the contract stays.
	wasm-metadce "${features[@]}" --graph-file "$here/exports.json" "$work/linked.wasm" -o "$work/reached.wasm" >/dev/null
	wasm-opt -O2 --strip-debug --strip-producers "${features[@]}" "$work/reached.wasm" -o "$work/zio.wasm"
	mv "$work/zio.wasm" "$dist/"
}

build_fallback() {
	say "zio.fallback.js"
	[[ -f $dist/zio.wasm ]] || refuse "zio.wasm is not built yet: run with tiny first"
	wasm2js -O2 "${features[@]}" "$dist/zio.wasm" -o "$work/translated.js"
	(cd "$here/minify" && go run . <"$work/translated.js" >"$work/zio.fallback.js")
	mv "$work/zio.fallback.js" "$dist/"
}

pack() {
	command -v node >/dev/null || refuse "node is missing; it compresses the files"
	node "$here/pack.mjs" "$dist"
}

mkdir -p "$dist"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(($#)) || set -- all
for part; do
	case $part in
	std) build_std ;;
	tiny) build_tiny ;;
	fallback) build_fallback ;;
	pack) pack ;;
	all)
		build_std
		build_tiny
		build_fallback
		pack
		;;
	*) refuse "unknown part $part: choose from std, tiny, fallback, pack, all" ;;
	esac
done
