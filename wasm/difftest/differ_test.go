package difftest

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
)

const dist = "../dist"

func number(t *testing.T, name string, otherwise uint64) uint64 {
	text := os.Getenv(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}

// built is the path of a built file. A missing file fails the test, unless the environment says otherwise.
func built(t *testing.T, name string) string {
	file := filepath.Join(dist, name)
	if _, err := os.Stat(file); err != nil {
		if os.Getenv("ZIO_DIST_MISSING") == "skip" {
			t.Skipf("%s is not built", file)
		}
		t.Fatalf("%s is not built: run wasm/build/build.sh, or set ZIO_DIST_MISSING=skip", file)
	}
	return file
}

// native builds and starts the native program.
func native(t *testing.T) Engine {
	program := filepath.Join(t.TempDir(), "native")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Dir = ".."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("the native program can not be built: %v\n%s", err, out)
	}
	return start(t)(Process(program))
}

func start(t *testing.T) func(Engine, error) Engine {
	return func(e Engine, err error) Engine {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := e.Close(); err != nil {
				t.Error(err)
			}
		})
		return e
	}
}

func TestBuildsAnswerTheSame(t *testing.T) {
	count := number(t, "ZIO_DIFFTEST_COUNT", map[bool]uint64{true: 500, false: 10_000}[testing.Short()])
	requests := Requests(number(t, "ZIO_DIFFTEST_SEED", 1), int(count))
	reference := native(t)
	replies := make([][]byte, len(requests))
	for i, request := range requests {
		reply, err := reference.Call(request)
		if err != nil {
			t.Fatalf("the native program failed on %q: %v", request, err)
		}
		replies[i] = bytes.Clone(reply)
	}
	wazero := func(t *testing.T, file string) Engine { return start(t)(Module(context.Background(), file)) }
	node := func(t *testing.T, file string) Engine { return start(t)(Process("node", "run.mjs", file)) }
	for _, c := range []struct {
		name, file string
		start      func(*testing.T, string) Engine
	}{
		{"tiny in wazero", "zio.wasm", wazero},
		{"std in wazero", "zio.std.wasm", wazero},
		{"tiny in Node", "zio.wasm", node},
		{"std in Node", "zio.std.wasm", node},
		{"fallback in Node", "zio.fallback.js", node},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			engine := c.start(t, built(t, c.file))
			differences := 0
			for i, request := range requests {
				reply, err := engine.Call(request)
				if err != nil {
					t.Fatalf("request %d failed: %v\n%q", i, err, request)
				}
				if !bytes.Equal(reply, replies[i]) {
					differences++
					if differences <= 3 {
						t.Errorf("request %d\n%q\nnative  %q\nthis    %q", i, request, replies[i], reply)
					}
				}
			}
			if differences > 0 {
				t.Errorf("%d of %d replies differ", differences, len(requests))
			}
			t.Logf("%d requests, %d differences", len(requests), differences)
		})
	}
}
