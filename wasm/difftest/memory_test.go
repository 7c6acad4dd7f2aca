package difftest

import (
	"context"
	"strings"
	"testing"
)

// The small module has no garbage collector: it sets its allocator back before every call. Were that
// link to the allocator of the runtime lost, memory would grow with every call.
func TestMemoryIsUsedAgain(t *testing.T) {
	engine := start(t)(Module(context.Background(), built(t, "zio.wasm")))
	large := []byte(`{"call":"version","a":[` + strings.Repeat(`"x",`, 20_000) + `1]}`)
	small := []byte(`{"call":"version"}`)
	first, err := engine.Call(small)
	if err != nil {
		t.Fatal(err)
	}
	want := string(first)
	var once uint32
	for i := range 50 {
		if _, err := engine.Call(large); err != nil {
			t.Fatal(err)
		}
		reply, err := engine.Call(small)
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
