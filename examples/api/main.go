// API is an HTTP service around the library: settle, validate, explain, and the special schools. It keeps nothing and logs no
// data. README.md tells how to run it; openapi.json describes it.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"
)

const about = `api serves settlements, explanations, validation and the special schools over HTTP.

Use: api [flags]

  GET /v1/openapi.json describes it. It keeps nothing and logs route, status, time and sizes only. TLS is for the server
  before it. SIGTERM ends it when the requests that are running have been answered.

Flags:
`

// limits are what a request may ask of the service.
type limits struct {
	body     int64         // bytes of a request, also when it is unpacked
	bodyTime time.Duration // for sending it
	requests int           // at once
	work     int           // calculations at once
	patience time.Duration // for a request to be read, and for a calculation to begin
}

var defaults = limits{body: 10_000_000, bodyTime: 20 * time.Second, requests: 64, work: runtime.GOMAXPROCS(0), patience: 5 * time.Second}

// maxHeader is the size of a request line and its headers; net/http allows some more.
const maxHeader = 16 << 10

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stderr))
}

// run serves until the context is done: 0 when it stopped in time, 1 when it could not serve, 2 for wrong use.
func run(ctx context.Context, args []string, errs io.Writer) int {
	l, d := defaults, description{}
	flags := flag.NewFlagSet("api", flag.ContinueOnError)
	flags.SetOutput(errs)
	flags.Usage = func() { fmt.Fprint(errs, about); flags.PrintDefaults() }
	address := flags.String("listen", "127.0.0.1:8080", "address and port; :8080 for every address")
	flags.Int64Var(&l.body, "body", l.body, "most bytes of a request, also when it is unpacked")
	flags.DurationVar(&l.bodyTime, "body-time", l.bodyTime, "most time in which a request is sent")
	flags.IntVar(&l.requests, "requests", l.requests, "most requests that are read and answered at once; others wait for a moment and are answered by 503 then")
	flags.IntVar(&l.work, "work", l.work, "most calculations at once; others wait for a moment")
	grace := flags.Duration("grace", 20*time.Second, "most time for the requests that run when it is stopped")
	flags.StringVar(&d.server, "server", "https://api.example.org/v1", "address in the description of the service; ends with /v1")
	flags.StringVar(&d.name, "contact-name", "zio-collectief", "who keeps the service, in its description")
	flags.StringVar(&d.url, "contact-url", "https://github.com/zio-collectief/zio/issues", "where they are found")
	flags.StringVar(&d.email, "contact-email", "beheer@example.org", "their address; the default is nobody's")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() > 0 || l.body < 1 || l.requests < 1 || l.work < 1 {
		flags.Usage()
		return 2
	}
	s, err := newService(l, d, slog.New(slog.NewJSONHandler(errs, nil)))
	if err != nil {
		fmt.Fprintln(errs, err)
		return 1
	}
	listener, err := net.Listen("tcp", *address)
	if err != nil {
		fmt.Fprintln(errs, err)
		return 1
	}
	fmt.Fprintf(errs, "listening on %s\n", listener.Addr())
	if err := s.serve(ctx, listener, *grace); err != nil {
		fmt.Fprintln(errs, err)
		return 1
	}
	return 0
}

// serve answers until the context is done; then it says that it is not ready, takes no more requests and ends those that run.
func (s *service) serve(ctx context.Context, listener net.Listener, grace time.Duration) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		WriteTimeout:      s.limits.bodyTime + 60*time.Second,
		IdleTimeout:       60 * time.Second,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          log.New(io.Discard, "", 0), // it names addresses
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	s.stopping.Store(true)
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	return server.Shutdown(ctx)
}
