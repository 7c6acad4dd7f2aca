//go:build wasip1 && !tinygo

package main

// release leaves everything to the garbage collector of the Go runtime.
func release() {}
