package difftest

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"
)

// The stack of the small module stands at the start of its memory, so that WebAssembly traps when it
// overflows; JavaScript would go on with wrong numbers. So it must never be more than half used.
func TestStackIsHalfFree(t *testing.T) {
	for _, name := range small {
		t.Run(name, func(t *testing.T) { stackIsHalfFree(t, name) })
	}
}

func stackIsHalfFree(t *testing.T, name string) {
	size := stackSize(t)
	engine := start(t)(Module(context.Background(), built(t, name)))
	memory := engine.(*module).memory
	pattern := bytes.Repeat([]byte{0xA5}, size-64)
	if !memory.Write(0, pattern) {
		t.Fatal("the memory is smaller than the stack")
	}
	requests := append(Requests(2, 2000),
		[]byte(strings.Repeat("[", 5000)),
		[]byte(`{"call":"version","a":`+strings.Repeat("[", 60)+strings.Repeat("]", 60)+`}`),
		[]byte(`{"call":"version","a":`+strings.Repeat(`{"a":`, 60)+"1"+strings.Repeat("}", 60)+`}`),
	)
	for _, request := range requests {
		if _, err := engine.Call(request); err != nil {
			t.Fatalf("%v on %q", err, request)
		}
	}
	after, _ := memory.Read(0, uint32(len(pattern)))
	free := 0
	for free < len(after) && after[free] == 0xA5 {
		free++
	}
	t.Logf("%d of %d bytes of the stack were used", size-free, size)
	if free < size/2 {
		t.Errorf("%d of %d bytes of the stack were used: make it larger in wasm/build/target.json", size-free, size)
	}
}

// stackSize is the size that the linker is told.
func stackSize(t *testing.T) int {
	text, err := os.ReadFile("../build/target.json")
	if err != nil {
		t.Fatal(err)
	}
	var target struct{ Ldflags []string }
	if err := json.Unmarshal(text, &target); err != nil {
		t.Fatal(err)
	}
	for _, flag := range target.Ldflags {
		if digits, found := strings.CutPrefix(flag, "stack-size="); found {
			size, err := strconv.Atoi(digits)
			if err != nil {
				t.Fatal(err)
			}
			return size
		}
	}
	t.Fatal("wasm/build/target.json sets no stack-size")
	return 0
}
