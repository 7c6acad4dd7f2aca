package main

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
)

// writeTo lets a document be written to a file in pieces; "-" and "" are standard output.
func (a *app) writeTo(name string, document func(io.Writer) error) error {
	if name == "-" || name == "" {
		return document(a.out)
	}
	return a.replace(name, document)
}

// aside is an output that is written while others are, beside its place, and put there when it is whole, as
// [app.replace] does with one that is written at once. What is half written goes when the program is told to stop.
type aside struct {
	*os.File
	place   string // "" where it is written straight
	signals chan os.Signal
}

// createAside begins an output.
func createAside(name string) (*aside, error) {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	mode := os.FileMode(0o666)
	if info, err := os.Stat(name); err == nil {
		if !info.Mode().IsRegular() {
			f, err := os.OpenFile(name, os.O_WRONLY, 0)
			if err != nil {
				return nil, errors.Join(errOutput, err)
			}
			return &aside{File: f}, nil
		}
		mode = info.Mode().Perm()
	}
	for i := range 100 {
		f, err := os.OpenFile(filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+"."+strconv.Itoa(os.Getpid()+i)+".part"), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if errors.Is(err, os.ErrExist) {
			continue
		}
		if err != nil {
			return nil, errors.Join(errOutput, err)
		}
		x := &aside{f, name, make(chan os.Signal, 1)}
		signal.Notify(x.signals, os.Interrupt, syscall.SIGTERM)
		go x.clean()
		return x, nil
	}
	return nil, errors.Join(errOutput, os.ErrExist)
}

// clean takes away what is half written when the program is told to stop.
func (x *aside) clean() {
	if s, told := <-x.signals; told {
		_ = os.Remove(x.Name())
		os.Exit(128 + int(s.(syscall.Signal)))
	}
}

// finish puts the output in its place, unless writing it failed.
func (x *aside) finish(err error) error {
	if err == nil && x.place != "" {
		err = x.Sync()
	}
	if closed := x.Close(); err == nil {
		err = closed
	}
	if x.place != "" {
		if err == nil {
			err = os.Rename(x.Name(), x.place)
		}
		if err != nil {
			_ = os.Remove(x.Name())
		}
		signal.Stop(x.signals)
		close(x.signals)
	}
	if err != nil {
		return errors.Join(errOutput, err)
	}
	return nil
}

// keepInputs refuses outputs that are one of the inputs or each other.
func (a *app) keepInputs(inputs []string, outputs ...string) error {
	for i, out := range outputs {
		if out == "" || out == "-" {
			continue
		}
		for _, in := range append(inputs, outputs[:i]...) {
			one, err := os.Stat(out)
			other, failed := os.Stat(in)
			if in == out || in != "" && err == nil && failed == nil && one.Mode().IsRegular() && os.SameFile(one, other) {
				return errors.New(a.fill("{name} is een van de bestanden die gelezen worden of al geschreven: kies een andere naam", "{name} is one of the files that are read or written already: choose another name", "name", out))
			}
		}
	}
	return nil
}
