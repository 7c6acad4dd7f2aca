package difftest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/zio-collectief/zio/funding"
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
	count := number(t, "ZIO_DIFFTEST_COUNT", map[bool]uint64{true: 500, false: 12_000}[testing.Short()])
	requests := Requests(number(t, "ZIO_DIFFTEST_SEED", 1), int(count))
	reference := native(t)
	replies := make([][sha256.Size]byte, len(requests)) // the replies themselves are too large to keep
	good, drafts, agreements := 0, 0, 0
	for i, request := range requests {
		agreements += bytes.Count(request, []byte(`"agreement":`))
		reply, err := reference.Call(request)
		if err != nil {
			t.Fatalf("the native program failed on %q: %v", request, err)
		}
		replies[i] = sha256.Sum256(reply)
		if bytes.HasPrefix(reply, []byte(`{"ok":true`)) {
			good++
			if isDraft(request) && !rare(request) {
				drafts++
			}
		}
	}
	t.Logf("%d requests with %d random agreements; %d are answered with a value", len(requests), agreements, good)
	if good < len(requests)/4 || good > len(requests)*9/10 {
		t.Errorf("the generator makes too few requests that are sound, or too few that are not")
	}
	wazero := func(t *testing.T, file string) Engine { return start(t)(Module(context.Background(), built(t, file))) }
	node := func(t *testing.T, file string) Engine { return start(t)(Process("node", "run.mjs", built(t, file))) }
	for _, c := range []struct {
		name     string
		files    []string // one module for all, or the figures, all calls but import, and import
		start    func(*testing.T, string) Engine
		requests [][]byte
	}{
		{"tiny in wazero", []string{"zio.wasm", "zio.full.wasm", "zio.import.wasm"}, wazero, requests},
		{"std in wazero", []string{"zio.std.wasm"}, wazero, requests[:len(requests)/12]}, // all of them in Node, in a third of the time
		{"tiny in Node", []string{"zio.wasm", "zio.full.wasm", "zio.import.wasm"}, node, requests},
		{"std in Node", []string{"zio.std.wasm"}, node, requests},
		{"fallback in Node", []string{"zio.fallback.js", "zio.full.fallback.js", "zio.import.fallback.js"}, node, requests},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			engine := c.start(t, c.files[0])
			var parted *Parted
			if len(c.files) > 1 {
				parted = NewParted(engine, c.start(t, c.files[1]), c.start(t, c.files[2]))
				engine = parted
			}
			differences := 0
			for i, request := range c.requests {
				reply, err := engine.Call(request)
				if err != nil {
					t.Fatalf("request %d failed: %v\n%q", i, err, request)
				}
				if sha256.Sum256(reply) != replies[i] {
					if differences++; differences <= 3 {
						t.Errorf("request %d\n%q\nthis    %q\nnative  %q", i, request, reply, again(t, request))
					}
				}
			}
			if parted != nil && parted.Answered != drafts {
				t.Errorf("the figures answered %d requests instead of all %d drafts that succeed and have none of the rules they leave out", parted.Answered, drafts)
			}
			if differences > 0 {
				t.Errorf("%d of %d replies differ", differences, len(c.requests))
			}
			t.Logf("%s: %d requests, %d differences", c.name, len(c.requests), differences)
		})
	}
}

// isDraft reports whether a request that is answered with a value is one for figures.
func isDraft(request []byte) bool {
	var r struct {
		Call  string
		Draft bool
	}
	return json.Unmarshal(request, &r) == nil && r.Call == "calculate" && r.Draft
}

// manyDigits finds a text that could hold a BSN at first sight; the figures do not look further.
var manyDigits = regexp.MustCompile(`"[a-z][^"]*[0-9]{9,}`)

// rare reports whether a request has an agreement with a rule that the figures do not hold, counts with decimals, or a text of many
// digits: to that they have no reply, and the module with all calls answers.
func rare(request []byte) bool {
	if bytes.Contains(request, []byte(`"decimals":`)) || manyDigits.Match(request) {
		return true
	}
	for _, rule := range funding.RareRules() {
		if bytes.Contains(request, []byte(`"`+rule+`"`)) {
			return true
		}
	}
	return false
}

// again is the reply of the native program.
func again(t *testing.T, request []byte) []byte {
	reply, err := native(t).Call(request)
	if err != nil {
		t.Error(err)
	}
	return reply
}
