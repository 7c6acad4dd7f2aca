package wasmbuild

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestStdBuildsOnceAndKeeps(t *testing.T) {
	root := filepath.Join("..", "..", "..")
	cache := t.TempDir()
	var said []string
	say := func(_, s string) { said = append(said, s) }
	first, err := Std(context.Background(), root, cache, say)
	if err != nil {
		t.Fatal(err)
	}
	module, err := os.ReadFile(first)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(module, []byte("\x00asm\x01\x00\x00\x00")) || !bytes.Contains(module, []byte("zio_call")) {
		t.Errorf("%s is not the module of the calculator", first)
	}
	if len(said) != 2 {
		t.Errorf("progress of a build: %q", said)
	}
	said = nil
	second, err := Std(context.Background(), root, cache, say)
	if err != nil {
		t.Fatal(err)
	}
	if second != first || len(said) != 1 || !strings.Contains(said[0], "before") {
		t.Errorf("the second time %s was made with progress %q; want %s from the cache", second, said, first)
	}
	files, err := os.ReadDir(filepath.Dir(first))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 1 {
		t.Errorf("the build left %d files, want 1", len(files))
	}
}

func TestStdRefusesAnotherFolder(t *testing.T) {
	if _, err := Std(context.Background(), t.TempDir(), t.TempDir(), nil); err == nil {
		t.Error("a folder without the library was accepted")
	}
}

// The demo and the release must build the module in the same way.
func TestEnvironmentIsThatOfTheRelease(t *testing.T) {
	script, err := os.ReadFile(filepath.Join("..", "..", "..", "wasm", "build", "build.sh"))
	if err != nil {
		t.Fatal(err)
	}
	for _, setting := range environment {
		if !bytes.Contains(script, []byte(setting)) {
			t.Errorf("build.sh does not set %s", setting)
		}
	}
}
