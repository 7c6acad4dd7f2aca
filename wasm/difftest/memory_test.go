package difftest

import (
	"context"
	"strings"
	"testing"
)

// small are the modules of TinyGo.
var small = []string{"zio.wasm", "zio.full.wasm", "zio.import.wasm"}

// A small module has no garbage collector: it sets its allocator back before every call. Were that
// link to the allocator of the runtime lost, memory would grow with every call.
func TestMemoryIsUsedAgain(t *testing.T) {
	for _, name := range small {
		t.Run(name, func(t *testing.T) { memoryIsUsedAgain(t, name) })
	}
}

func memoryIsUsedAgain(t *testing.T, name string) {
	engine := start(t)(Module(context.Background(), built(t, name)))
	large := []byte(`{"call":"version","a":[` + strings.Repeat(`"x",`, 20_000) + `1]}`)
	little := []byte(`{"call":"version"}`)
	first, err := engine.Call(little)
	if err != nil {
		t.Fatal(err)
	}
	want := string(first)
	var once uint32
	for i := range 50 {
		if _, err := engine.Call(large); err != nil {
			t.Fatal(err)
		}
		reply, err := engine.Call(little)
		if err != nil {
			t.Fatal(err)
		}
		if string(reply) != want {
			t.Fatalf("after %d large calls the reply is %q, before it was %q", i+1, reply, want)
		}
		if size := engine.(*module).memory.Size(); i == 0 {
			once = size
		} else if size != once {
			t.Fatalf("the memory grew from %d to %d bytes in %d equal calls", once, size, i+1)
		}
	}
	t.Logf("%d bytes of memory", once)
}
