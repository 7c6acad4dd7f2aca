#!/usr/bin/env bash
# Builds everything in two folders of different names and compares the bytes.
#
#   wasm/build/reproduce.sh [part ...]     the parts of build.sh; all unless told
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(($#)) || set -- all

for folder in one "a second folder"; do
	mkdir -p "$work/$folder"
	(cd "$root" && git ls-files -z --cached --others --exclude-standard |
		tar --null --files-from=- --ignore-failed-read -cf - 2>/dev/null) | tar -C "$work/$folder" -xf -
	ZIO_DIST="$work/$folder/wasm/dist" "$work/$folder/wasm/build/build.sh" "$@"
done
cd "$work"
(cd one/wasm/dist && find . -type f -print0 | sort -z | xargs -0 sha256sum) >one.sums
(cd "a second folder/wasm/dist" && find . -type f -print0 | sort -z | xargs -0 sha256sum) >two.sums
cat one.sums
if ! cmp one.sums two.sums; then
	echo "reproduce: the two builds differ" >&2
	diff one.sums two.sums >&2 || true
	exit 1
fi
echo "reproduce: both builds have the same bytes"
