package main

import (
	"errors"
	"io"
	"strings"
)

// threeFigures is a flag of three decimals with commas between them.
type threeFigures [3]string

func (t *threeFigures) String() string { return strings.Trim(strings.Join(t[:], ","), ",") }

// Type is what the help calls the value.
func (t *threeFigures) Type() string { return "a,b,c" }

func (t *threeFigures) Set(s string) error {
	parts := strings.Split(s, ",")
	if len(parts) != 3 {
		return errors.New("three figures are needed, with a point for decimals and commas between them: 3.1,4.25,3.8")
	}
	copy(t[:], parts)
	return nil
}

// write puts a document in a file; "-" and "" are standard output.
func (a *app) write(name string, data []byte) error {
	if name == "-" || name == "" {
		_, err := a.out.Write(data)
		return err
	}
	return a.replace(name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}
