// Zio is the command line of the library for pooled care during school hours (zorg in onderwijstijd).
// Without arguments it settles the agreement of the St. Maartenschool, which is built into it.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	signal.Ignore(syscall.SIGPIPE) // a pipe that nobody reads any more is an output that could not be written
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
}
