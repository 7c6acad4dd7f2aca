// Package wasmbuild builds the calculator as a WebAssembly module with nothing but the Go toolchain,
// and keeps it, so that a demo server starts at once the second time.
package wasmbuild

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Name is the file name of the module that [Std] builds.
const Name = "zio.std.wasm"

// sources are the folders of the module whose files end up in the build; files that the
// build does not read cost nothing but a needless rebuild.
var sources = []string{"go.mod", "go.sum", "internal", "zio", "funding", "wasm"}

// environment is what the build sets on top of the flags; wasm/build/build.sh sets the same.
var environment = []string{"GOOS=wasip1", "GOARCH=wasm", "GOEXPERIMENT=nogreenteagc", "GOWORK=off", "GOFLAGS=-mod=readonly", "GOWASM="}

// Std returns the path of the module built from the sources in the folder root (that of the go.mod of
// the library), and builds it when the cache folder has none of equal sources. Progress is told in
// whole sentences; a nil function tells nobody. The cache folder is made when it is missing.
func Std(ctx context.Context, root, cache string, progress func(nl, en string)) (string, error) {
	if progress == nil {
		progress = func(_, _ string) {}
	}
	flags, err := stdFlags(root)
	if err != nil {
		return "", err
	}
	key, err := digest(ctx, root, flags)
	if err != nil {
		return "", err
	}
	folder := filepath.Join(cache, "wasm-"+key)
	file := filepath.Join(folder, Name)
	if _, err := os.Stat(file); err == nil {
		progress("De WebAssembly-module is al eerder gebouwd.", "The WebAssembly module was built before.")
		return file, nil
	}
	progress("De WebAssembly-module wordt gebouwd; de eerste keer duurt dat hoogstens een minuut.", "Building the WebAssembly module; the first time this takes up to a minute.")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	// Another process may build the same; each writes a file of its own and the last rename wins.
	out, err := os.CreateTemp(folder, "building-*.wasm")
	if err != nil {
		return "", err
	}
	defer os.Remove(out.Name())
	if err := out.Close(); err != nil {
		return "", err
	}
	build := exec.CommandContext(ctx, "go", append(append([]string{"build"}, flags...), "-o", out.Name(), "./wasm")...)
	build.Dir = root
	build.Env = append(os.Environ(), environment...)
	if text, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("the WebAssembly module could not be built: %w\n%s", err, bytes.TrimSpace(text))
	}
	if err := os.Chmod(out.Name(), 0o644); err != nil {
		return "", err
	}
	if err := os.Rename(out.Name(), file); err != nil {
		return "", err
	}
	progress("De WebAssembly-module is klaar.", "The WebAssembly module is ready.")
	return file, nil
}

// stdFlags reads the flags that the release build uses too, one per line.
func stdFlags(root string) ([]string, error) {
	text, err := os.ReadFile(filepath.Join(root, "wasm", "build", "std.flags"))
	if err != nil {
		return nil, fmt.Errorf("this is not the folder of the library: %w", err)
	}
	return strings.Split(strings.TrimSpace(string(text)), "\n"), nil
}

// digest names a build by all that decides on its bytes: toolchain, flags and sources.
func digest(ctx context.Context, root string, flags []string) (string, error) {
	version := exec.CommandContext(ctx, "go", "env", "GOVERSION")
	version.Dir = root
	text, err := version.Output()
	if err != nil {
		return "", fmt.Errorf("the Go toolchain is needed to build the WebAssembly module: %w", err)
	}
	sum := sha256.New()
	fmt.Fprintf(sum, "%s%q%q", text, flags, environment)
	for _, source := range sources {
		err := filepath.WalkDir(filepath.Join(root, source), func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			name := entry.Name()
			if entry.IsDir() {
				if name == "dist" || name == "node_modules" || name == "testdata" || strings.HasPrefix(name, ".") {
					return filepath.SkipDir
				}
				return nil
			}
			if !entry.Type().IsRegular() || strings.HasSuffix(name, "_test.go") {
				return nil
			}
			content, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			relative, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			fmt.Fprintf(sum, "%q %d\n", filepath.ToSlash(relative), len(content))
			sum.Write(content)
			return nil
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return hex.EncodeToString(sum.Sum(nil))[:16], nil
}
