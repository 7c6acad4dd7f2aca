package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"github.com/zio-collectief/zio/zio"
)

// apiVersion is the version of the interface, in every answer and in its description.
const apiVersion = "1.0.0"

// service answers requests; it holds nothing of them.
type service struct {
	limits    limits
	mux       *http.ServeMux
	waiting   chan struct{} // one for each request that waits to be read
	requests  chan struct{} // one for each request that is being answered
	work      chan struct{} // one for each calculation
	stopping  atomic.Bool
	log       *slog.Logger
	settle    func(*settlement) // called before a calculation, by tests
	described []byte
}

// answer makes the reply to a request, or says what is wrong.
type answer func(s *service, w http.ResponseWriter, r *http.Request) error

// routes are the paths of the service, each with what it answers by method.
var routes = map[string]map[string]answer{
	"/v1/openapi.json":              {"GET": (*service).describe},
	"/v1/settlements":               {"POST": (*service).settlements},
	"/v1/explanations":              {"POST": (*service).explanations},
	"/v1/validations":               {"POST": (*service).validations},
	"/v1/schools":                   {"GET": (*service).schools},
	"/v1/schools/{code}":            {"GET": (*service).school},
	"/v1/schools/{code}/population": {"GET": (*service).population},
	"/openapi.json":                 {"GET": (*service).describe},
	"/health/live":                  {"GET": (*service).live},
	"/health/ready":                 {"GET": (*service).ready},
	"/":                             {},
}

func newService(l limits, d description, logger *slog.Logger) (*service, error) {
	s := &service{limits: l, mux: http.NewServeMux(), waiting: make(chan struct{}, 16*l.requests), requests: make(chan struct{}, l.requests), work: make(chan struct{}, l.work), log: logger}
	text, err := d.document()
	if err != nil {
		return nil, err
	}
	s.described = text
	for path, methods := range routes {
		allowed := make([]string, 0, len(methods))
		for method, answer := range methods {
			allowed = append(allowed, method)
			s.mux.HandleFunc(method+" "+path, func(w http.ResponseWriter, r *http.Request) { s.reply(w, r, answer) })
		}
		s.mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			s.reply(w, r, func(_ *service, w http.ResponseWriter, _ *http.Request) error {
				if len(allowed) == 0 {
					return refuse(problemPath)
				}
				w.Header().Set("Allow", strings.Join(allowed, ", "))
				return refuseAt(problemMethod, "", "method", allowed[0])
			})
		})
	}
	return s, nil
}

// ServeHTTP bounds how many are answered at once, sets what every answer has, and logs what may be logged.
func (s *service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	start := time.Now()
	m := &measured{ResponseWriter: w}
	h := w.Header()
	h.Set("API-Version", apiVersion)
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
	h.Set("Strict-Transport-Security", "max-age=31536000")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Vary", "Accept-Language")
	// the pattern that answers, never the address: what people look for is theirs
	_, route := s.mux.Handler(r)
	defer func() {
		if fault := recover(); fault != nil {
			s.fail(m, r, refuse(problemInternal))
		}
		s.log.Info("request", "route", route, "status", m.status, "ms", time.Since(start).Milliseconds(), "in", max(r.ContentLength, 0), "out", m.bytes)
	}()
	if strings.HasPrefix(r.URL.Path, "/health/") {
		s.mux.ServeHTTP(m, r)
		return
	}
	leave, err := s.enter(r.Context())
	if err != nil {
		h.Set("Retry-After", "1")
		h.Set("Connection", "close")
		s.fail(m, r, err)
		return
	}
	defer leave()
	s.mux.ServeHTTP(m, r)
}

// reply writes an answer, or the problem that came instead.
func (s *service) reply(w http.ResponseWriter, r *http.Request, a answer) {
	if err := a(s, w, r); err != nil {
		s.fail(w, r, err)
	}
}

// enter waits for a place among the requests that are answered. Nothing of the request is read before it has one, and no more wait
// than the service can answer soon.
func (s *service) enter(ctx context.Context) (leave func(), err error) {
	select {
	case s.waiting <- struct{}{}:
		defer func() { <-s.waiting }()
	default:
		return nil, refuse(problemBusy)
	}
	return s.place(ctx, s.requests)
}

// place waits for a place in a queue; it is given back by the function that comes with it.
func (s *service) place(ctx context.Context, queue chan struct{}) (leave func(), err error) {
	wait := time.NewTimer(s.limits.patience)
	defer wait.Stop()
	select {
	case queue <- struct{}{}:
		return func() { <-queue }, nil
	case <-ctx.Done():
		return nil, errGone
	case <-wait.C:
		return nil, refuse(problemBusy)
	}
}

// errGone says that nobody waits for the answer any more.
var errGone = errors.New("the client has gone")

// measured counts what is written.
type measured struct {
	http.ResponseWriter
	status int
	bytes  int64
}

func (m *measured) WriteHeader(status int) {
	if m.status == 0 {
		m.status = status
	}
	m.ResponseWriter.WriteHeader(status)
}

func (m *measured) Write(b []byte) (int, error) {
	if m.status == 0 {
		m.status = http.StatusOK
	}
	n, err := m.ResponseWriter.Write(b)
	m.bytes += int64(n)
	return n, err
}

// Unwrap is for [http.ResponseController].
func (m *measured) Unwrap() http.ResponseWriter { return m.ResponseWriter }

func (s *service) live(w http.ResponseWriter, _ *http.Request) error { return health(w, http.StatusOK) }

// ready reports whether requests may come: not when the service is being stopped.
func (s *service) ready(w http.ResponseWriter, _ *http.Request) error {
	if s.stopping.Load() {
		return refuse(problemStopping)
	}
	return health(w, http.StatusOK)
}

func health(w http.ResponseWriter, status int) error {
	return write(w, status, []byte(`{"status":"pass"}`+"\n"))
}

func write(w http.ResponseWriter, status int, document []byte) error {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(document) // who does not take the answer has gone
	return nil
}

// language is Dutch unless the request asks for English first.
func language(r *http.Request) zio.Lang {
	first, _, _ := strings.Cut(r.Header.Get("Accept-Language"), ",")
	if strings.HasPrefix(strings.ToLower(strings.TrimSpace(first)), "en") {
		return zio.English
	}
	return zio.Dutch
}
