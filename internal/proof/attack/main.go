// Command attack tries the command line with files and streams that are made to stop it, and prints what that took (aanval).
//
//	go run ./internal/proof/attack
//
// It builds the command line, makes each attack, and runs it in a process of its own, of which it measures the time and the most
// memory that was in use. An attack that does not end as the table says makes it fail; the time and the memory are told, and not
// judged, as machines are shared. The table of docs/security.md is made with it.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

func main() {
	only := flag.String("only", "", "only attacks whose name has this text")
	part := flag.Int("part", 1, "make attacks so many times smaller")
	flag.Parse()
	failed, err := run(os.Stdout, *only, *part)
	if err != nil {
		fmt.Fprintln(os.Stderr, "attack:", err)
		os.Exit(2)
	}
	if failed > 0 {
		os.Exit(1)
	}
}

// attack is what the command line is asked to do, and how it must end.
type attack struct {
	name  string
	limit string // what bounds it
	args  []string
	input func(w io.Writer, part int) // what it reads: a file when FILE and its extension are an argument, else standard input
	slow  bool                        // the input comes in small pieces, with pauses
	code  int
	says  string // what stands in the output or in the problems; "" for anything
}

// most is after how long an attack counts as never ending.
const most = 5 * time.Minute

// run tries the attacks and prints the table; it returns how many did not end as they should.
func run(out io.Writer, only string, part int) (failed int, err error) {
	folder, err := os.MkdirTemp("", "attack")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(folder)
	program := filepath.Join(folder, "zio")
	root, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/zio-collectief/zio").Output()
	if err != nil {
		return 0, err
	}
	compile := func(what, to string) error {
		build := exec.Command("go", "build", "-o", to, what)
		build.Dir = filepath.Join(strings.TrimSpace(string(root)), "examples")
		if text, err := build.CombinedOutput(); err != nil {
			return fmt.Errorf("%s does not build: %w\n%s", what, err, text)
		}
		return nil
	}
	if err := compile("./zio", program); err != nil {
		return 0, err
	}
	fmt.Fprintf(out, "%s/%s, %d processors, %s\n\n| Attack | Limit | Ends with | Time (s) | Memory (MiB) |\n|---|---|---|---|---|\n", runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version())
	for _, a := range attacks {
		if !strings.Contains(a.name, only) {
			continue
		}
		did, err := a.try(program, folder, part)
		if err != nil {
			return failed, fmt.Errorf("%s: %w", a.name, err)
		}
		memory := "unknown"
		if did.memory > 0 {
			memory = fmt.Sprint(did.memory >> 20)
		}
		fmt.Fprintf(out, "| %s | %s | %s | %.1f | %s |\n", a.name, a.limit, a.ends(), did.took.Seconds(), memory)
		if did.wrong != "" {
			failed++
			fmt.Fprintf(out, "WRONG: %s: %s\n", a.name, did.wrong)
		}
	}
	for _, x := range soaks(strings.TrimSpace(string(root))) {
		if !strings.Contains(x.name, only) {
			continue
		}
		if err := compile("./"+x.build, filepath.Join(folder, x.build)); err != nil {
			return failed, err
		}
		if err := x.endure(out, filepath.Join(folder, x.build), part); err != nil {
			failed++
			fmt.Fprintf(out, "WRONG: %s: %v\n", x.name, err)
		}
	}
	return failed, nil
}

// ends says how the attack must end.
func (a *attack) ends() string {
	if a.says != "" {
		return "`" + a.says + "`"
	}
	return fmt.Sprintf("exit code %d", a.code)
}

// outcome is what an attack did.
type outcome struct {
	took   time.Duration
	memory int64 // the most bytes in use; 0 where the system does not tell
	wrong  string
}

func (a *attack) try(program, folder string, part int) (did outcome, err error) {
	name := filepath.Join(folder, "input")
	for _, one := range a.args {
		if extension, found := strings.CutPrefix(one, "FILE"); found {
			name += extension
		}
	}
	file, err := os.Create(name)
	if err != nil {
		return did, err
	}
	a.input(file, part)
	if err := file.Close(); err != nil {
		return did, err
	}
	args := make([]string, len(a.args))
	asFile := false
	for i, one := range a.args {
		if strings.HasPrefix(one, "FILE") {
			args[i] = name
		} else {
			args[i] = one
		}
		asFile = asFile || args[i] != one
	}
	ctx, cancel := context.WithTimeout(context.Background(), most)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Env = append(os.Environ(), "LANG=C", "TMPDIR="+folder)
	said := &end{}
	cmd.Stdout, cmd.Stderr = said, said
	if !asFile {
		if file, err = os.Open(name); err != nil {
			return did, err
		}
		defer file.Close()
		cmd.Stdin = file
		if a.slow {
			cmd.Stdin = &slowly{file}
		}
	}
	start := time.Now()
	err = cmd.Run()
	did.took = time.Since(start)
	if cmd.ProcessState == nil {
		return did, err
	}
	did.memory = mostMemory(cmd.ProcessState)
	left, err := os.ReadDir(folder)
	switch {
	case err != nil:
		return did, err
	case ctx.Err() != nil:
		did.wrong = "did not end in " + most.String()
	case cmd.ProcessState.ExitCode() != a.code || !strings.Contains(said.text(), a.says):
		did.wrong = fmt.Sprintf("exit code %d: %s", cmd.ProcessState.ExitCode(), said.text())
	case len(left) != 2: // the program and the input
		did.wrong = fmt.Sprintf("left files behind: %v", left)
	}
	return did, os.Remove(name)
}

// slowly gives a byte at a time at first, and pauses.
type slowly struct{ r io.Reader }

func (s *slowly) Read(p []byte) (int, error) {
	time.Sleep(2 * time.Millisecond)
	return s.r.Read(p[:1])
}

// end keeps the begin and the end of what is written.
type end struct{ first, last []byte }

const kept = 4 << 10

func (e *end) Write(p []byte) (int, error) {
	if room := kept - len(e.first); room > 0 {
		e.first = append(e.first, p[:min(room, len(p))]...)
	}
	e.last = append(e.last, p[max(0, len(p)-kept):]...)
	e.last = bytes.Clone(e.last[max(0, len(e.last)-kept):])
	return len(p), nil
}

func (e *end) text() string { return string(e.first) + "\n" + string(e.last) }
