//go:build !wasip1 && !tinygo

package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
)

func main() {
	if err := serve(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "wasm:", err)
		os.Exit(1)
	}
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
