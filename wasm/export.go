//go:build wasip1 || tinygo

package main

import "unsafe"

// The machine that embeds the module calls, in this order: _initialize once; then per
// request zio_in(room), writes UTF-8 JSON at the pointer, zio_call(length) with the bytes that it wrote, and reads
// zio_len() bytes at zio_out(). A pointer is valid until the next zio_in, and the memory
// may have grown (so that views on it are detached) after zio_in and zio_call. After a trap the
// instance is thrown away: its memory is no longer to be trusted.
//
// Only 32-bit integers cross the border, which keeps the translation to JavaScript free of pairs.

// The version of this contract is abi.

var request, reply []byte

func main() {}

//go:wasmexport zio_abi
func zioABI() uint32 { return abi }

// zioIn makes room for a request of at most n bytes and says where; 0 when that is too much,
// in which case zio_call answers with a problem.
//
//go:wasmexport zio_in
func zioIn(n uint32) uint32 {
	request, reply = nil, nil
	release()
	if n > maxRequest {
		n = maxRequest + 1
	}
	request = make([]byte, n)
	if n == 0 || n > maxRequest {
		return 0
	}
	return uint32(uintptr(unsafe.Pointer(&request[0])))
}

// zioCall answers the request that was written, of n bytes.
//
//go:wasmexport zio_call
func zioCall(n uint32) {
	reply = Call(request[:min(n, uint32(len(request)))])
	request = nil
}

//go:wasmexport zio_out
func zioOut() uint32 {
	if len(reply) == 0 {
		return 0
	}
	return uint32(uintptr(unsafe.Pointer(&reply[0])))
}

//go:wasmexport zio_len
func zioLen() uint32 { return uint32(len(reply)) }
