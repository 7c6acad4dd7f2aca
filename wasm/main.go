//go:build !wasip1 && !tinygo

package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

const usage = `usage: wasm

Answers as the calculator of the browser does: every line of standard input is a request in JSON, every line of
standard output its reply.

  echo '{"call":"version"}' | go run ./wasm
`

// run is the whole program; it gives the exit code.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	if len(args) > 0 {
		if args[0] == "-h" || args[0] == "--help" {
			io.WriteString(out, usage)
			return 0
		}
		fmt.Fprintf(errs, "wasm: it takes no arguments; %s is one too many\n\n%s", args[0], usage)
		return 2
	}
	if err := serve(in, out); err != nil {
		fmt.Fprintln(errs, "wasm:", err)
		return 1
	}
	return 0
}

// serve answers requests: every line of the input is one request, every line of the output one reply.
// Empty lines are passed over.
func serve(in io.Reader, out io.Writer) error {
	lines := bufio.NewReader(in)
	replies := bufio.NewWriter(out)
	for {
		line, err := lines.ReadBytes('\n')
		for len(line) > 0 && (line[len(line)-1] == '\n' || line[len(line)-1] == '\r') {
			line = line[:len(line)-1]
		}
		if len(line) > 0 {
			if _, err := replies.Write(append(Call(line), '\n')); err != nil {
				return err
			}
			if err := replies.Flush(); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
