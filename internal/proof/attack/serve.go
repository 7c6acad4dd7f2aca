package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
	"time"
)

const serving = "serve: clients that say nothing, and many requests"

// serve starts the local site, keeps connections open that say nothing or only half of a request, and asks for pages all the same.
func serve(out io.Writer, program, root string, part int) error {
	ctx, cancel := context.WithTimeout(context.Background(), most)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, "serve", "--address", "127.0.0.1:0", "--root", root)
	cmd.Env = append(os.Environ(), "LANG=C")
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 10 * time.Second
	read, write, err := os.Pipe()
	if err != nil {
		return err
	}
	defer read.Close()
	cmd.Stdout, cmd.Stderr = write, write
	if err := cmd.Start(); err != nil {
		return err
	}
	write.Close()
	defer cmd.Wait()
	defer cancel()
	address := ""
	lines := bufio.NewScanner(read)
	for address == "" && lines.Scan() {
		address = regexp.MustCompile(`127\.0\.0\.1:\d+`).FindString(lines.Text())
	}
	if address == "" {
		return fmt.Errorf("it did not say where it listens: %v", lines.Err())
	}
	go io.Copy(io.Discard, read)
	start := time.Now()
	for i := range 400 / part {
		c, err := net.Dial("tcp", address)
		if err != nil {
			return err
		}
		defer c.Close()
		if i%2 == 0 {
			io.WriteString(c, "GET / HTTP/1.1\r\nHost: ")
		}
	}
	var first int64
	requests := 10_000 / part
	for i := range requests {
		answer, err := http.Get("http://" + address + "/")
		if err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, answer.Body); err != nil {
			return err
		}
		answer.Body.Close()
		if answer.StatusCode != http.StatusOK {
			return fmt.Errorf("status %d", answer.StatusCode)
		}
		if i == requests/10 {
			first = inUse(cmd.Process.Pid)
		}
	}
	last := inUse(cmd.Process.Pid)
	memory := "unknown"
	if last > 0 {
		memory = fmt.Sprintf("%d, and %d after a tenth", last>>20, first>>20)
	}
	fmt.Fprintf(out, "| %s | 10 s for a request, a minute between two; it reads nothing else | %d answers beside %d silent clients | %.1f | %s |\n", serving, requests, 400/part, time.Since(start).Seconds(), memory)
	if last > first+64<<20 {
		return fmt.Errorf("memory grew from %d to %d MiB", first>>20, last>>20)
	}
	return nil
}

// inUse is the memory of a running process in bytes; 0 where the system does not tell.
func inUse(pid int) int64 {
	if runtime.GOOS != "linux" {
		return 0
	}
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(text), "VmRSS:")
	var kib int64
	fmt.Sscan(rest, &kib)
	return kib << 10
}
