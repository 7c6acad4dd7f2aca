//go:build tinygo && !figures

package main

import "github.com/zio-collectief/zio/zio"

// warm builds the register of municipalities before the mark of the heap is set, so that release does not clear it with the first
// reply. The module of the figures does not use the register.
func warm() { zio.Netherlands() }
