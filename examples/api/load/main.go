// Load asks a service on this machine for the settlement of the St. Maartenschool, so many times a second, and tells how long the
// answers took and what went wrong.
//
//	go run ./examples/api/load --url http://127.0.0.1:8080 --rate 200 --for 30s
//
// A request is sent at its time, whether or not those before it were answered, and its time counts from when it should have been sent.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"slices"
	"sync"
	"time"

	"github.com/zio-collectief/zio/examples/agreements"
)

func main() {
	address := flag.String("url", "http://127.0.0.1:8080", "service, on this machine")
	rate := flag.Int("rate", 200, "requests a second")
	length := flag.Duration("for", 30*time.Second, "how long, at most 10 minutes")
	flag.Parse()
	if flag.NArg() > 0 || *rate < 1 || *rate > 10_000 || *length <= 0 || *length > 10*time.Minute {
		flag.Usage()
		os.Exit(2)
	}
	r, err := measure(*address, *rate, *length)
	if err == nil {
		r.print(os.Stdout)
		if r.failed() > 0 {
			err = fmt.Errorf("%d requests failed", r.failed())
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// report is what became of the requests.
type report struct {
	took   []time.Duration // of those that were answered with what was asked, in order
	wrong  map[string]int  // the others, by what came instead
	length time.Duration
}

func (r *report) failed() (n int) {
	for _, one := range r.wrong {
		n += one
	}
	return n
}

// measure sends requests to a service of this machine; no other is asked.
func measure(address string, rate int, length time.Duration) (*report, error) {
	at, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	if ip := net.ParseIP(at.Hostname()); at.Hostname() != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, fmt.Errorf("%s is not on this machine", at.Host)
	}
	body, err := settlement()
	if err != nil {
		return nil, err
	}
	client := &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 256}}
	ask := func() (string, []byte) {
		response, err := client.Post(address+"/v1/settlements", "application/json", bytes.NewReader(body))
		if err != nil {
			return "no answer", nil
		}
		defer response.Body.Close()
		text, err := io.ReadAll(response.Body)
		if err != nil {
			return "cut off", nil
		}
		if response.StatusCode != http.StatusOK {
			return response.Status, nil
		}
		return "", text
	}
	wrong, want := ask() // every answer after this one has to have its bytes
	if wrong != "" {
		return nil, fmt.Errorf("the service does not settle: %s", wrong)
	}
	r := &report{wrong: map[string]int{}}
	var mu sync.Mutex
	var group sync.WaitGroup
	start := time.Now()
	for i := range int(length.Seconds() * float64(rate)) {
		due := start.Add(time.Duration(i) * time.Second / time.Duration(rate))
		time.Sleep(time.Until(due))
		group.Go(func() {
			wrong, text := ask()
			took := time.Since(due)
			if wrong == "" && !bytes.Equal(text, want) {
				wrong = "another settlement"
			}
			mu.Lock()
			defer mu.Unlock()
			if wrong != "" {
				r.wrong[wrong]++
				return
			}
			r.took = append(r.took, took)
		})
	}
	group.Wait()
	r.length = time.Since(start)
	slices.Sort(r.took)
	return r, nil
}

// settlement is the request: the agreement of the St. Maartenschool with its population.
func settlement() ([]byte, error) {
	one, found := agreements.Find("st-maartenschool")
	if !found {
		return nil, fmt.Errorf("st-maartenschool is not built in")
	}
	agreement, err := one.Read("agreement.json")
	if err != nil {
		return nil, err
	}
	population, err := one.Read("population.json")
	if err != nil {
		return nil, err
	}
	return json.Marshal(map[string]json.RawMessage{"agreement": agreement, "population": population, "publishSmall": json.RawMessage(`"made up"`)})
}

// percentile is the time within which so many per cent were answered.
func (r *report) percentile(p float64) time.Duration {
	if len(r.took) == 0 {
		return 0
	}
	return r.took[min(len(r.took)-1, int(p/100*float64(len(r.took))))]
}

func (r *report) print(w io.Writer) {
	fmt.Fprintf(w, "%d answers in %.1f s, %.1f a second; %d failed\n", len(r.took), r.length.Seconds(), float64(len(r.took))/r.length.Seconds(), r.failed())
	for _, p := range []float64{50, 90, 99, 99.9, 100} {
		fmt.Fprintf(w, "%6.1f %%  %8.2f ms\n", p, float64(r.percentile(p).Microseconds())/1000)
	}
	for what, n := range r.wrong {
		fmt.Fprintf(w, "%6d  %s\n", n, what)
	}
}
