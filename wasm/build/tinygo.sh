#!/usr/bin/env bash
# Obtains the TinyGo compiler that makes the small build of the calculator, and prints its folder (TINYGOROOT).
#
#   wasm/build/tinygo.sh [cache folder]
#
# TinyGo is built from its Go module with LLVM 19 of Debian. The module lacks its git submodules; the two that
# a target without an operating system needs (compiler-rt builtins, wasi-libc) are taken from Debian's source
# packages. Everything is pinned: the module by its go.sum hash, the sources by sha256. Missing packages are
# installed, which needs root. A finished folder is used again; progress goes to stderr.
set -euo pipefail

tinygo_version=v0.41.1
tinygo_sum='h1:Hp1Frc4zQALL88t49XraSZEwkIYEjMOmmurlmsTigzE='
llvm_version=19.1.7
llvm_source=llvm-toolchain-19
llvm_tarball="llvm-toolchain-19_$llvm_version.orig.tar.xz"
llvm_sha256=ae498f3bc58ae2d9f64ef5f0c035c4240152bf015a5b7738b15c22e93bdc97ce
libc_source=wasi-libc
libc_tarball=wasi-libc_0.0~git20220510.9886d3d.orig.tar.xz
libc_sha256=8f9b802736a856942839d32966937c389f46e9f156415a549a6675b7535e5f74
binaryen_version=108
packages=(llvm-19-dev libclang-19-dev clang-19 lld-19 liblld-19-dev binaryen g++ xz-utils)

cache=${1:-${XDG_CACHE_HOME:-${HOME:?give a cache folder or set HOME}/.cache}/zio}
root=$cache/tinygo-${tinygo_version#v}-llvm-$llvm_version

say() { printf 'tinygo: %s\n' "$*" >&2; }
refuse() { say "$*"; exit 1; }

ready() {
	[[ -x $root/bin/tinygo && -f $root/.complete ]] && command -v wasm-opt clang-19 wasm-ld-19 >/dev/null
}

install_packages() {
	local missing=() name
	for name in "${packages[@]}"; do
		dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
	done
	if ((${#missing[@]})); then
		((EUID == 0)) || refuse "these Debian packages are missing and only root can install them: ${missing[*]}"
		say "installing ${missing[*]}"
		apt-get update -qq >&2 || say "the package lists could not all be renewed, going on with what there is"
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2 ||
			refuse "apt-get could not install ${missing[*]}; Debian 12 or newer with its main section is needed"
	fi
	local have
	have=$(llvm-config-19 --version)
	[[ $have == "$llvm_version" ]] || refuse "LLVM $have is installed, the build is pinned to $llvm_version"
	have=$(wasm-opt --version | tr -dc '0-9. ' | awk '{print $1}')
	[[ $have == "$binaryen_version" ]] || say "binaryen $have instead of $binaryen_version: the build works, its bytes may differ"
}

# source_tarball PACKAGE FILE SHA256 fetches one upstream tarball of a Debian source package into the cache.
# The source lines are made from the binary lines that the machine has, in a folder of their own.
source_tarball() {
	local package=$1 file=$2 sum=$3 folder=$cache/debian-source
	mkdir -p "$folder/parts" "$folder/lists/partial"
	if ! sha256sum --status -c <<<"$sum  $folder/$file" 2>/dev/null; then
		say "fetching the source package $package"
		rm -f "$folder/parts/"* "$folder/$file"
		local list
		for list in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
			[[ -f $list ]] || continue
			case $list in
			*.sources) sed 's/^Types:.*/Types: deb-src/' "$list" >"$folder/parts/${list##*/}" ;;
			*.list) sed -n 's/^deb[[:space:]]/deb-src /p' "$list" >"$folder/parts/${list##*/}" ;;
			esac
		done
		local options=(-o Dir::Etc::SourceList=/dev/null -o "Dir::Etc::SourceParts=$folder/parts"
			-o "Dir::State::Lists=$folder/lists" -o APT::Sandbox::User=root)
		apt-get -qq "${options[@]}" update >&2 || say "the source lists could not all be fetched, going on with what there is"
		(cd "$folder" && apt-get -qq "${options[@]}" source --download-only --tar-only "$package" >&2) ||
			refuse "the source package $package could not be fetched"
	fi
	sha256sum --status -c <<<"$sum  $folder/$file" ||
		refuse "$folder/$file is missing or is not the pinned one (sha256 $sum)"
	printf '%s' "$folder/$file"
}

fetch_module() {
	command -v go >/dev/null || refuse "Go is missing"
	local json
	json=$(GOFLAGS=-mod=mod GOWORK=off go mod download -json "github.com/tinygo-org/tinygo@$tinygo_version") ||
		refuse "the module of TinyGo $tinygo_version could not be downloaded: $json"
	grep -qF "\"Sum\": \"$tinygo_sum\"" <<<"$json" || refuse "the module of TinyGo $tinygo_version is not the pinned one: $json"
	sed -n 's/^[[:space:]]*"Dir": "\(.*\)",$/\1/p' <<<"$json"
}

build() {
	local tree=$1
	say "building TinyGo ${tinygo_version#v}; this takes one to three minutes"
	(cd "$tree" && GOWORK=off GOFLAGS=-buildvcs=false CGO_ENABLED=1 \
		go build -trimpath -tags llvm19 -ldflags='-s -w' -o bin/tinygo .) >&2 || refuse "TinyGo could not be built"
}

main() {
	if ready; then
		printf '%s\n' "$root"
		return
	fi
	install_packages
	mkdir -p "$cache"
	exec 9>"$cache/tinygo.lock"
	if command -v flock >/dev/null; then flock 9; fi
	if ready; then
		printf '%s\n' "$root"
		return
	fi
	local module llvm libc tree
	module=$(fetch_module)
	llvm=$(source_tarball "$llvm_source" "$llvm_tarball" "$llvm_sha256")
	libc=$(source_tarball "$libc_source" "$libc_tarball" "$libc_sha256")
	tree=$root.new
	rm -rf "$tree" "$root"
	cp -r "$module" "$tree"
	chmod -R u+w "$tree"
	say "unpacking compiler-rt and wasi-libc"
	mkdir -p "$tree/lib/compiler-rt-builtins" "$tree/lib/wasi-libc" "$tree/src/net"
	tar -xJf "$llvm" -C "$tree/lib/compiler-rt-builtins" --wildcards --strip-components=4 '*/compiler-rt/lib/builtins'
	tar -xJf "$libc" -C "$tree/lib/wasi-libc" --strip-components=1
	build "$tree"
	touch "$tree/.complete"
	mv "$tree" "$root"
	TINYGOROOT=$root "$root/bin/tinygo" version >&2 || refuse "the built TinyGo does not start"
	printf '%s\n' "$root"
}

main
