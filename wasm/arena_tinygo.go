//go:build tinygo

package main

import (
	"unsafe"

	"github.com/zio-collectief/zio/internal/figures"
	"github.com/zio-collectief/zio/zio"
)

// The TinyGo build has no garbage collector: what a call allocates is garbage when its reply has been
// read, all at once, because nothing in the core outlives a call. So the allocator only counts up, and this
// file sets it back. That makes the module 40 % smaller than a collector, which must
// keep track of every pointer on the stack, and a call two to three times as fast.

// heapptr is where the allocator of the runtime (gc "leaking") takes its next piece.
//
//go:extern runtime.heapptr
var heapptr uintptr

// heapmark is the heap after initialization: what lies below stays.
var heapmark uintptr

// release gives back everything that was allocated since initialization. The runtime promises zeroed
// memory, so what was used is cleared; no figures of a visitor stay behind either.
func release() {
	if heapmark == 0 {
		if !figures.Only { // which do not use the register of municipalities; a reply must not clear it
			zio.Netherlands()
		}
		heapmark = heapptr
	}
	clear(unsafe.Slice((*byte)(unsafe.Pointer(heapmark)), heapptr-heapmark))
	heapptr = heapmark
}

// alone gives what a calculation gives and gives back everything else that it allocated. The calculation may
// change nothing outside itself that holds a pointer.
func alone(calculation func() []byte) []byte {
	start := heapptr
	out := calculation()
	kept := unsafe.Slice((*byte)(unsafe.Pointer(start)), len(out))
	copy(kept, out) // down, over what is given back
	end := start + (uintptr(len(out))+15)&^15
	if end > heapptr {
		return out
	}
	clear(unsafe.Slice((*byte)(unsafe.Pointer(end)), heapptr-end))
	heapptr = end
	return kept
}
