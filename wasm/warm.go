//go:build tinygo && !figures

package main

import "github.com/zio-collectief/zio/zio"

// warm makes what later calls use again: the register.
func warm() { zio.Netherlands() }
