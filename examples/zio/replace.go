package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// errOutput says that the result could not be written.
var errOutput = errors.New("output")

// replace writes a file beside the place where it comes and then moves it there: who stops halfway, or whose disk is full, keeps
// the old file whole. What is no regular file, such as a pipe, is written as it is. A file that was read is not written over.
func (a *app) replace(name string, write func(io.Writer) error) error {
	info, err := os.Stat(name)
	for _, input := range a.inputs {
		if err == nil && os.SameFile(info, input) {
			return errors.New(a.fill("{name} is ook de invoer; kies een andere naam voor de uitvoer", "{name} is the input as well; choose another name for the output", "name", name))
		}
	}
	if err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return errors.Join(errOutput, err)
		}
		return a.written(f, write)
	}
	mode := os.FileMode(0o644)
	if err == nil {
		mode = info.Mode().Perm()
	}
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".zio-*")
	if err != nil {
		return errors.Join(errOutput, err)
	}
	err = a.written(f, write)
	if err == nil {
		err = errors.Join(os.Chmod(f.Name(), mode), os.Rename(f.Name(), name))
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return errors.Join(errOutput, err)
	}
	return nil
}

func (a *app) written(f *os.File, write func(io.Writer) error) error {
	w := bufio.NewWriter(f)
	err := errors.Join(write(w), w.Flush())
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(errOutput, err)
	}
	return nil
}

// remembering is a stream that remembers that something did not arrive.
type remembering struct {
	io.Writer
	err error
}

func (r *remembering) Write(p []byte) (int, error) {
	n, err := r.Writer.Write(p)
	if r.err == nil {
		r.err = err
	}
	return n, err
}
