#!/usr/bin/env bash
# Builds the hosts and compares each with the native program, byte for byte, over all calculations of the conformance vectors.
#
#   examples/hosts/check.sh [MODULE]     wasm/dist/zio.full.wasm unless told
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
module=${1:-$root/wasm/dist/zio.full.wasm}
[[ -f $module ]] || { echo "$module is not built: wasm/build/build.sh tiny" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The module as C, and from that a program and a library.
wasm2c -n zio "$module" -o "$work/zio_module.c"
flags=(-O0 -fPIC -I"$work" -I"$here" -I/usr/share/wabt/wasm2c -I/usr/include -w)
cc "${flags[@]}" -c "$work/zio_module.c" -o "$work/module.o"
cc "${flags[@]}" -c "$here/zio_host.c" -o "$work/host.o"
cc "${flags[@]}" -c /usr/share/wabt/wasm2c/wasm-rt-impl.c -o "$work/rt.o"
cc "${flags[@]}" "$here/main.c" "$work"/{module,host,rt}.o -lm -o "$work/zio-c"
cc -shared "$work"/{module,host,rt}.o -lm -o "$work/libzio.so"
(cd "$root" && go build -o "$work/zio-native" ./wasm)

node "$here/requests.mjs" >"$work/requests"
"$work/zio-native" <"$work/requests" >"$work/native"
[[ $(wc -l <"$work/native") -gt 50 ]] || { echo "the native program answers too little" >&2; exit 1; }

failed=0
host() {
	local name=$1
	shift
	if "$@" <"$work/requests" >"$work/out" && cmp "$work/native" "$work/out"; then
		echo "$name: $(wc -l <"$work/out") replies, $(wc -c <"$work/out") bytes, the same as the native program"
	else
		echo "$name: other replies than the native program" >&2
		failed=1
	fi
}
host "Node, the module" node "$here/node.mjs" "$module"
host "C, the module by wasm2c" "$work/zio-c"
host "Python, the C library by ctypes" python3 "$here/library.py" "$work/libzio.so"
host "Python, the native program by lines" python3 "$here/lines.py" "$work/zio-native"
exit $failed
