package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"time"
)

// soak is a program that answers requests, asked many times beside clients that mean it ill (duurproef).
type soak struct {
	name, limit string
	build       string // its package in the folder examples
	args        []string
	slowly      string                        // the begin of a request that is sent a byte at a time, and never ends
	request     func() (*http.Request, error) // without its host
}

// soaks are the programs that listen: the local site and the service.
func soaks(root string) []soak {
	return []soak{
		{"serve: 10,000 requests beside idle and slow clients", "10 s for a request, a minute between two; it reads nothing else", "zio",
			[]string{"serve", "--address", "127.0.0.1:0", "--root", root}, "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ",
			func() (*http.Request, error) { return http.NewRequest(http.MethodGet, "http://host/", nil) }},
		{"API: 10,000 settlements beside idle and slow clients", "5 s for the headers, 20 s for a request, a minute between two; 64 at once", "api",
			[]string{"--listen", "127.0.0.1:0"}, "POST /v1/settlements HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{\"agreement\":",
			settlementOf(filepath.Join(root, "examples", "agreements", "st-maartenschool"))},
	}
}

// settlementOf asks for the settlement of a folder with an agreement and a population.
func settlementOf(folder string) func() (*http.Request, error) {
	var body []byte
	return func() (*http.Request, error) {
		if body == nil {
			members := map[string]json.RawMessage{"publishSmall": json.RawMessage(`"made up"`)}
			for _, name := range []string{"agreement", "population"} {
				text, err := os.ReadFile(filepath.Join(folder, name+".json"))
				if err != nil {
					return nil, err
				}
				members[name] = text
			}
			var err error
			if body, err = json.Marshal(members); err != nil {
				return nil, err
			}
		}
		r, err := http.NewRequest(http.MethodPost, "http://host/v1/settlements", bytes.NewReader(body))
		if err == nil {
			r.Header.Set("Content-Type", "application/json")
		}
		return r, err
	}
}

// endure starts the program, keeps connections open that say nothing, half of a request, or a byte now and then, and that read no
// answer; and asks all the same. What is not answered, or memory that grows, is an error.
func (s *soak) endure(out io.Writer, program string, part int) error {
	ctx, cancel := context.WithTimeout(context.Background(), 2*most)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, s.args...)
	cmd.Env = append(os.Environ(), "LANG=C")
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 30 * time.Second
	address, err := listening(cmd)
	if err != nil {
		return err
	}
	defer cmd.Wait()
	defer cancel()
	start := time.Now()
	clients := 0
	hold := func(times int, text string, more bool) {
		for range max(times/part, 1) {
			clients++
			go client(ctx, address, text, more)
		}
	}
	hold(200, "", false)
	hold(200, "GET / HTTP/1.1\r\nHost: ", false)
	hold(40, s.slowly, true)
	hold(100, "GET / HTTP/1.1\r\nHost: x\r\n\r\n", false) // does not read what it asked for
	requests := max(10_000/part, 100)
	var tenth, highest int64
	for i := range requests {
		if err := s.ask(address); err != nil {
			return fmt.Errorf("request %d: %w", i, err)
		}
		if i%(requests/100) == 0 {
			now := inUse(cmd.Process.Pid)
			if i == requests/10 {
				tenth = now
			}
			if i > requests/10 {
				highest = max(highest, now)
			}
		}
	}
	last := inUse(cmd.Process.Pid)
	memory := "unknown"
	if last > 0 {
		memory = fmt.Sprintf("%d after a tenth, %d at most after it, %d at the end", tenth>>20, highest>>20, last>>20)
	}
	fmt.Fprintf(out, "| %s | %s | %d answers beside %d such clients | %.1f | %s |\n", s.name, s.limit, requests, clients, time.Since(start).Seconds(), memory)
	if last > tenth+tenth/4+16<<20 {
		return fmt.Errorf("memory grew from %d to %d MiB", tenth>>20, last>>20)
	}
	return nil
}

// listening starts a program and waits until it says where it listens.
func listening(cmd *exec.Cmd) (address string, err error) {
	read, write, err := os.Pipe()
	if err != nil {
		return "", err
	}
	cmd.Stdout, cmd.Stderr = write, write
	err = cmd.Start()
	write.Close()
	if err != nil {
		read.Close()
		return "", err
	}
	lines := bufio.NewScanner(read)
	for address == "" && lines.Scan() {
		address = regexp.MustCompile(`127\.0\.0\.1:\d+`).FindString(lines.Text())
	}
	if address == "" {
		return "", fmt.Errorf("it did not say where it listens: %v", lines.Err())
	}
	go func() {
		io.Copy(io.Discard, read)
		read.Close()
	}()
	return address, nil
}

// client connects, says a text, then a letter every 100 ms or nothing, reads nothing, and begins anew when it is cut off.
func client(ctx context.Context, address, text string, more bool) {
	for ctx.Err() == nil {
		c, err := net.Dial("tcp", address)
		if err != nil {
			time.Sleep(100 * time.Millisecond)
			continue
		}
		_, err = io.WriteString(c, text)
		for err == nil && ctx.Err() == nil {
			time.Sleep(100 * time.Millisecond)
			if more {
				_, err = io.WriteString(c, " ")
			}
		}
		c.Close()
	}
}

func (s *soak) ask(address string) error {
	r, err := s.request()
	if err != nil {
		return err
	}
	r.URL.Host, r.Host = address, address
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		return err
	}
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("status %d", answer.StatusCode)
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
