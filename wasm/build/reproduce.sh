#!/usr/bin/env bash
# Builds everything here and again in a folder of another name, and compares the bytes.
#
#   wasm/build/reproduce.sh [part ...]     the parts of build.sh; all unless told
#
# The files of the first build are in wasm/dist, or in ZIO_DIST.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
dist=${ZIO_DIST:-$root/wasm/dist}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(($#)) || set -- all

other="$work/a second folder"
mkdir "$other"
(cd "$root" && git ls-files -z --cached --others --exclude-standard |
	tar --null --files-from=- --ignore-failed-read -cf - 2>/dev/null) | tar -C "$other" -xf -
ZIO_DIST=$dist "$root/wasm/build/build.sh" "$@"
ZIO_DIST="$work/dist" "$other/wasm/build/build.sh" "$@"

(cd "$work/dist" && find . -type f -print0 | sort -z | xargs -0 sha256sum) | tee "$work/sums"
if ! (cd "$dist" && sha256sum --check --quiet "$work/sums"); then
	echo "reproduce: the two builds differ" >&2
	exit 1
fi
echo "reproduce: both builds have the same bytes"
