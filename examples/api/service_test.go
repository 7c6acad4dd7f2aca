package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/examples/agreements"
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
)

// harness is a service on a port of this machine, with what it logs.
type harness struct {
	*service
	url string
	log *locked
}

type locked struct {
	sync.Mutex
	bytes.Buffer
}

func (l *locked) Write(b []byte) (int, error) {
	l.Lock()
	defer l.Unlock()
	return l.Buffer.Write(b)
}

func (l *locked) text() string {
	l.Lock()
	defer l.Unlock()
	return l.String()
}

func started(t *testing.T, change func(*service)) *harness {
	t.Helper()
	log := &locked{}
	s, err := newService(limits{body: 10_000_000, bodyTime: 20 * time.Second, requests: 16, work: 2, patience: 5 * time.Second}, description{}, slog.New(slog.NewJSONHandler(log, nil)))
	require.NoError(t, err)
	if change != nil {
		change(s)
	}
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	return &harness{service: s, url: server.URL, log: log}
}

// reply is an answer of the service, checked against its description.
type reply struct {
	status int
	header http.Header
	body   []byte
}

func (h *harness) send(t *testing.T, method, path, kind string, body []byte, headers ...string) reply {
	t.Helper()
	request, err := http.NewRequest(method, h.url+path, bytes.NewReader(body))
	require.NoError(t, err)
	if kind != "" {
		request.Header.Set("Content-Type", kind)
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	r := reply{response.StatusCode, response.Header, text}
	require.Equal(t, apiVersion, r.header.Get("API-Version"))
	require.Equal(t, "no-store", r.header.Get("Cache-Control"))
	require.Equal(t, "nosniff", r.header.Get("X-Content-Type-Options"))
	r.described(t, method, path)
	return r
}

var describedOnce = sync.OnceValues(func() (*openapi3.T, error) { return openapi3.NewLoader().LoadFromData(openapi) })

// described asks that the answer is what openapi.json says of the path; paths that are not in it are problems.
func (r reply) described(t *testing.T, method, path string) {
	t.Helper()
	document, err := describedOnce()
	require.NoError(t, err)
	path, _, _ = strings.Cut(strings.TrimPrefix(path, "/v1"), "?")
	item := document.Paths.Find(path)
	if item == nil && strings.HasPrefix(path, "/schools/") {
		if item = document.Paths.Find("/schools/{code}"); strings.HasSuffix(path, "/population") {
			item = document.Paths.Find("/schools/{code}/population")
		}
	}
	if item == nil || item.GetOperation(method) == nil {
		return
	}
	input := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: httptest.NewRequest(method, path, nil), Route: &routers.Route{Spec: document, Operation: item.GetOperation(method)}},
		Status:                 r.status, Header: r.header,
		Options: &openapi3filter.Options{IncludeResponseStatus: true},
	}
	input.SetBodyBytes(r.body)
	require.NoError(t, openapi3filter.ValidateResponse(context.Background(), input))
}

// problem asks that the answer is a problem with a status and a code.
func (r reply) problem(t *testing.T, status int, code string) details {
	t.Helper()
	var d struct {
		details
		Errors []struct{ Code, Pointer string } `json:"errors"`
	}
	require.Equal(t, "application/problem+json", r.header.Get("Content-Type"), "%s", r.body)
	require.NoError(t, json.Unmarshal(r.body, &d))
	require.Equal(t, status, r.status, "%s", r.body)
	require.Equal(t, status, d.Status)
	require.Equal(t, code, d.Code, "%s", r.body)
	require.NotEmpty(t, d.Title)
	require.NotEmpty(t, d.Detail)
	require.NotEmpty(t, d.Errors)
	return d.details
}

const asJSON = "application/json"

func request(t *testing.T, parts ...any) []byte {
	t.Helper()
	members := map[string]any{"publishSmall": "made up"}
	if slices.Contains(parts, "mergeSmall") || slices.Contains(parts, "publishSmall") {
		delete(members, "publishSmall")
	}
	for i := 0; i < len(parts); i += 2 {
		members[parts[i].(string)] = parts[i+1]
	}
	text, err := json.Marshal(members)
	require.NoError(t, err)
	return text
}

func system(t *testing.T, name string) (agreement, population json.RawMessage) {
	t.Helper()
	one, found := agreements.Find(name)
	require.True(t, found)
	a, err := one.Read("agreement.json")
	require.NoError(t, err)
	p, err := one.Read("population.json")
	require.NoError(t, err)
	return a, p
}

// The settlement of the St. Maartenschool as it is committed, byte for byte.
func TestSettlementOfDocuments(t *testing.T) {
	a, p := system(t, "st-maartenschool")
	want, err := os.ReadFile("../agreements/st-maartenschool/result.json")
	require.NoError(t, err)
	got := started(t, nil).send(t, "POST", "/v1/settlements", asJSON, request(t, "agreement", a, "population", p))
	require.Equal(t, 200, got.status, "%.300s", got.body)
	require.Equal(t, string(want), string(got.body))
}

// What "zio settle fixed-hours --school 00OS00 --format json" writes: 188 pupils, €451,200.00 together, Nijmegen 58 of them: 58 x 40 x 60.00.
func TestSettlementOfSchool(t *testing.T) {
	template, err := os.ReadFile("../zio/templates/fixed-hours.json")
	require.NoError(t, err)
	got := started(t, nil).send(t, "POST", "/v1/settlements", asJSON, request(t, "agreement", json.RawMessage(template), "school", "00OS00"))
	require.Equal(t, 200, got.status, "%.300s", got.body)
	result, problems := funding.ReadResult(got.body)
	require.Empty(t, problems)
	amounts, together := map[string]string{}, money.Euro{}
	for _, s := range result.Shares {
		together, err = together.Add(s.Amount)
		require.NoError(t, err)
		amounts[s.Party] = s.Amount.String()
	}
	require.Equal(t, "139200.00", amounts["0268"])
	require.Equal(t, "33600.00", amounts["0296"])
	require.Equal(t, "62400.00", amounts["1982"])
	require.Equal(t, "451200.00", together.String())

	// The total of 00VV00 leaves one number of each range.
	for _, path := range []string{"/v1/settlements", "/v1/explanations"} {
		asked := func(more ...any) reply {
			return started(t, nil).send(t, "POST", path, asJSON, request(t, append([]any{"agreement", json.RawMessage(template), "school", "00VV00"}, more...)...))
		}
		asked("publishSmall", "").problem(t, 400, "publish.choice-needed")
		require.Equal(t, 200, asked("publishSmall", "Staat zo bij DUO").status)
	}
}

func TestExplanation(t *testing.T) {
	h := started(t, nil)
	a, p := system(t, "st-maartenschool")
	body := request(t, "agreement", a, "population", p, "party", "0268")
	dutch := h.send(t, "POST", "/v1/explanations", asJSON, body)
	require.Equal(t, 200, dutch.status)
	require.Equal(t, "nl", dutch.header.Get("Content-Language"))
	english := h.send(t, "POST", "/v1/explanations", asJSON, body, "Accept-Language", "en-GB,nl;q=0.5")
	require.Equal(t, "en", english.header.Get("Content-Language"))
	require.Contains(t, string(dutch.body), "Nijmegen")
	require.NotEqual(t, string(dutch.body), string(english.body))
	h.send(t, "POST", "/v1/explanations", asJSON, request(t, "agreement", a, "population", p, "party", "9999")).problem(t, 400, "request.party-unknown")
}

// Numbers of 1 to 4 pupils are given by a choice only, as "zio settle --format json" does.
func TestSmallNumbers(t *testing.T) {
	h := started(t, nil)
	a, p := system(t, "st-maartenschool")
	send := func(path string, more ...any) reply {
		return h.send(t, "POST", path, asJSON, request(t, append([]any{"agreement", a, "population", p}, more...)...))
	}
	for _, path := range []string{"/v1/settlements", "/v1/explanations"} {
		for _, reason := range []string{"", " ", "\u200b\u200b\u200b", "\u3164\u3164\u3164", "R.", "?!..."} {
			send(path, "publishSmall", reason).problem(t, 400, "publish.choice-needed")
		}
		send(path, "publishSmall", "ouders van 111222333").problem(t, 400, "publish.reason-bsn")
		require.Equal(t, 200, send(path, "publishSmall", "Staat al in het raadsvoorstel.").status)
	}
	send("/v1/settlements", "mergeSmall", true, "publishSmall", "Reden").problem(t, 400, "publish.two-choices")
	send("/v1/settlements", "mergeSmall", "ja").problem(t, 400, "request.form")
	send("/v1/settlements", "mergeSmall", false).problem(t, 400, "publish.choice-needed")
	send("/v1/explanations", "mergeSmall", true).problem(t, 400, "request.member-unknown")
	merged := send("/v1/settlements", "mergeSmall", true)
	require.Equal(t, 200, merged.status)
	require.Contains(t, string(merged.body), `"Overige gemeenten"`)
	require.NotRegexp(t, `"(pooled|pupils)": ?[1-4]\b|"trace"`, string(merged.body))
	// with the numbers that are small made larger there is nothing to choose
	one, rest := "{\"home\": \"0268\", \"route\": \"jeugdwet\", \"pupils\": 20}", json.RawMessage(nil)
	rest = json.RawMessage(`{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"Verzonnen","countDate":"2018-10-01","groups":[` + one + `]}`)
	got := h.send(t, "POST", "/v1/settlements", asJSON, request(t, "agreement", a, "population", rest, "publishSmall", ""))
	require.Equal(t, 200, got.status, "%.300s", got.body)
}

func TestValidation(t *testing.T) {
	h := started(t, nil)
	a, _ := system(t, "st-maartenschool")
	var v struct {
		Valid  bool
		Kind   string
		Errors []struct{ Code, Pointer string }
	}
	got := h.send(t, "POST", "/v1/validations", asJSON, a)
	require.NoError(t, json.Unmarshal(got.body, &v))
	require.True(t, v.Valid, "%s", got.body)
	require.Equal(t, "agreement", v.Kind)
	got = h.send(t, "POST", "/v1/validations", asJSON, bytes.Replace(a, []byte(`"period"`), []byte(`"periode"`), 1))
	require.NoError(t, json.Unmarshal(got.body, &v))
	require.Equal(t, 200, got.status)
	require.False(t, v.Valid)
	require.NotEmpty(t, v.Errors)
}

// Lines without a line are not valid, packed or not.
func TestNoLines(t *testing.T) {
	h := started(t, nil)
	for _, body := range []string{"", "\n\n", " \n"} {
		for _, encoding := range []string{"identity", "gzip"} {
			sent := []byte(body)
			if encoding == "gzip" {
				sent = packed(t, sent)
			}
			got := h.send(t, "POST", "/v1/validations", "application/x-ndjson", sent, "Content-Encoding", encoding)
			require.Equal(t, 200, got.status)
			require.Contains(t, string(got.body), `"valid":false`, "%q %s", body, encoding)
			require.Regexp(t, `"code":"(file\.no-lines|json\.empty)"`, string(got.body))
		}
	}
}

// A result whose amounts and digest were both changed is right as it stands: the answer says that nobody calculated it again.
func TestNotChecked(t *testing.T) {
	h := started(t, nil)
	a, p := system(t, "st-maartenschool")
	result := h.send(t, "POST", "/v1/settlements", asJSON, request(t, "agreement", a, "population", p, "publishSmall", "openbaar voorbeeld"))
	require.Equal(t, 200, result.status)
	got := h.send(t, "POST", "/v1/validations", asJSON, result.body)
	require.Contains(t, string(got.body), `"valid":true`)
	require.Contains(t, string(got.body), `"notChecked":[{"code":"result.not-calculated-again"`)
	got = h.send(t, "POST", "/v1/validations", asJSON, a)
	require.NotContains(t, string(got.body), "notChecked")
}

// A parameter that would not be heeded is refused, also where none is known.
func TestParametersOfPost(t *testing.T) {
	h := started(t, nil)
	a, _ := system(t, "st-maartenschool")
	for _, path := range []string{"/v1/validations?publish=refuse", "/v1/settlements?party=0268", "/v1/explanations?party=0268"} {
		got := h.send(t, "POST", path, asJSON, a, "Accept-Language", "en")
		got.problem(t, 400, "request.parameters-none")
		require.Contains(t, string(got.body), "has no parameters")
	}
}

func TestSchools(t *testing.T) {
	h := started(t, nil)
	var list struct{ Schools []school }
	require.NoError(t, json.Unmarshal(h.send(t, "GET", "/v1/schools?query=maartenschool&limit=5", "", nil).body, &list))
	require.NotEmpty(t, list.Schools)
	require.LessOrEqual(t, len(list.Schools), 5)
	require.Equal(t, "00OS00", list.Schools[0].Code)
	var one school
	require.NoError(t, json.Unmarshal(h.send(t, "GET", "/v1/schools/00OS00", "", nil).body, &one))
	require.Equal(t, list.Schools[0], one)
	got := h.send(t, "GET", "/v1/schools/00OS00/population?claim=wlz", "", nil)
	require.Equal(t, 200, got.status)
	require.Contains(t, string(got.body), `"wlz"`)
	h.send(t, "GET", "/v1/schools/99ZZ99", "", nil).problem(t, 404, "request.school-unknown")
	h.send(t, "GET", "/v1/schools?limit=0", "", nil).problem(t, 400, "request.limit")
	h.send(t, "GET", "/v1/schools?naam=x", "", nil).problem(t, 400, "request.parameter-unknown")
}

func TestGarbage(t *testing.T) {
	h := started(t, nil)
	a, p := system(t, "st-maartenschool")
	for body, code := range map[string]string{
		"": "request.form", "garbage": "request.form", "[]": "request.form", `{"agreement":`: "request.form", "\x00\xff": "request.form",
		`{"agreement":{}} {}`: "request.form", `{"agreement":{},"x":1}`: "request.member-unknown",
		`{"agreement":{},"agreement":{}}`: "request.member-twice", `{}`: "request.member-missing", `{"agreement":{}}`: "request.member-missing",
		`{"agreement":{},"population":{},"school":"00OS00"}`: "request.population-or-school", `{"agreement":{},"school":1}`: "request.form",
		`{"agreement":{},"school":"99ZZ99"}`: "request.school-unknown", `{"agreement":{},"population":{},"claim":"wlz"}`: "request.member-missing",
		strings.Repeat(`{"agreement":`, 20_000): "request.form", `{"agreement":1e1000001,"population":{}}`: "document.kind-missing",
	} {
		status := 400
		if code == "request.school-unknown" {
			status = 404
		}
		got := h.send(t, "POST", "/v1/settlements", asJSON, []byte(body))
		if code == "document.kind-missing" { // said by the reader of documents, in whatever words
			require.Equal(t, 400, got.status, "%.50s", body)
			continue
		}
		got.problem(t, status, code)
	}
	// all that is wrong, with places in the request
	wrong := bytes.ReplaceAll(a, []byte(`"weeks"`), []byte(`"weken"`))
	got := h.send(t, "POST", "/v1/settlements", asJSON, request(t, "agreement", json.RawMessage(wrong), "population", json.RawMessage(bytes.Replace(p, []byte(`"countDate"`), []byte(`"teldatum"`), 1))))
	require.Equal(t, 400, got.status)
	require.Contains(t, string(got.body), `"pointer":"/agreement/components/0/cost/`)
	require.Contains(t, string(got.body), `"pointer":"/population/countDate"`)
	h.send(t, "POST", "/v1/settlements", "text/plain", a).problem(t, 415, "request.content-type")
	h.send(t, "POST", "/v1/settlements", asJSON, a, "Content-Encoding", "br").problem(t, 415, "request.content-encoding")
	h.send(t, "POST", "/v1/settlements", asJSON, a, "Content-Encoding", "gzip").problem(t, 400, "request.gzip")
	got = h.send(t, "GET", "/v1/settlements", "", nil)
	got.problem(t, 405, "request.method-unknown")
	require.Equal(t, "POST", got.header.Get("Allow"))
	for _, path := range []string{"/", "/v1", "/v1/settlements/", "/v2/settlements", "/v1/schools/"} {
		h.send(t, "GET", path, "", nil).problem(t, 404, "request.path-unknown")
	}
	require.Contains(t, string(h.send(t, "GET", "/nergens", "", nil, "Accept-Language", "en").body), "There is no such address")
}

func packed(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write(data)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}

func TestSizes(t *testing.T) {
	h := started(t, nil)
	a, p := system(t, "st-maartenschool")
	body := request(t, "agreement", a, "population", p)
	require.Equal(t, 200, h.send(t, "POST", "/v1/settlements", asJSON, packed(t, body), "Content-Encoding", "gzip").status)

	// exactly the limit is read, and one byte more is not
	spaces := append(body, bytes.Repeat([]byte(" "), 10_000_000-len(body))...)
	require.Equal(t, 200, h.send(t, "POST", "/v1/settlements", asJSON, spaces).status)
	h.send(t, "POST", "/v1/settlements", asJSON, append(spaces, ' ')).problem(t, 413, "request.too-large")
	for _, garbage := range []byte{'[', '{', '"', 0, 'x'} {
		got := h.send(t, "POST", "/v1/settlements", asJSON, bytes.Repeat([]byte{garbage}, 10_000_000))
		got.problem(t, 400, "request.form")
		require.Less(t, len(got.body), 5000)
	}
	// without a length beforehand
	response, err := http.Post(h.url+"/v1/settlements", asJSON, io.LimitReader(zeros{}, 12_000_000))
	require.NoError(t, err)
	defer response.Body.Close()
	require.Equal(t, 413, response.StatusCode)

	// a client that sends all of it before it listens hears why
	connection, err := net.Dial("tcp", strings.TrimPrefix(h.url, "http://"))
	require.NoError(t, err)
	defer connection.Close()
	_, err = io.Copy(connection, io.MultiReader(strings.NewReader("POST /v1/settlements HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 12000000\r\n\r\n"), io.LimitReader(zeros{}, 12_000_000)))
	require.NoError(t, err)
	text, err := io.ReadAll(connection)
	require.NoError(t, err)
	require.Contains(t, string(text), "HTTP/1.1 413 ")

	// 200 MB in less than one
	bomb := packed(t, bytes.Repeat(make([]byte, 1<<20), 200))
	require.Less(t, len(bomb), 1<<20)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	h.send(t, "POST", "/v1/settlements", asJSON, bomb, "Content-Encoding", "gzip").problem(t, 413, "request.too-large")
	runtime.ReadMemStats(&after)
	require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(100_000_000), "only what may be unpacked is")
	// a list of problems without end
	got := h.send(t, "POST", "/v1/validations", asJSON, []byte(`{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/agreement.schema.json",`+strings.Repeat(`"x":1,`, 100_000)+`"y":1}`))
	require.Equal(t, 200, got.status)
	require.Less(t, len(got.body), 200_000)
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) { return len(b), nil }

func TestHeaderTooLarge(t *testing.T) {
	server := httptest.NewUnstartedServer(started(t, nil).service)
	server.Config.MaxHeaderBytes = maxHeader
	server.Start()
	defer server.Close()
	request, err := http.NewRequest("GET", server.URL+"/v1/schools", nil)
	require.NoError(t, err)
	request.Header.Set("X-Large", strings.Repeat("x", 1<<20))
	response, err := http.DefaultClient.Do(request)
	if err == nil { // or the connection was closed while it was sent
		defer response.Body.Close()
		require.Equal(t, http.StatusRequestHeaderFieldsTooLarge, response.StatusCode)
	}
}

// A citizen service number is refused, and stands in no answer and no log.
func TestBSN(t *testing.T) {
	h := started(t, nil)
	const bsn = "123456782" // passes the eleven test: 1x9+2x8+3x7+4x6+5x5+6x4+7x3+8x2-2 = 154 = 14x11
	line := `{"ref":"` + bsn + `","site":"12AB00","home":"0268","needs":[{"kind":"guidance","minutesPerWeek":240}]}` + "\n"
	got := h.send(t, "POST", "/v1/validations", "application/x-ndjson", []byte(line))
	require.Equal(t, 200, got.status)
	require.Contains(t, string(got.body), `"valid":false`)
	require.Contains(t, string(got.body), `bsn"`)
	require.NotContains(t, string(got.body), bsn)
	_, p := system(t, "st-maartenschool")
	population := bytes.Replace(p, []byte("{"), []byte(`{"pupils":[{"ref":"`+bsn+`"}],`), 1)
	a, _ := system(t, "st-maartenschool")
	got = h.send(t, "POST", "/v1/settlements", asJSON, request(t, "agreement", a, "population", json.RawMessage(population)))
	require.Equal(t, 400, got.status)
	require.NotContains(t, string(got.body), bsn)
	for _, path := range []string{"/v1/schools?query=" + bsn, "/v1/schools/00OS00/population?claim=" + bsn} {
		require.NotContains(t, string(h.send(t, "GET", path, "", nil).body), bsn)
	}
	got = h.send(t, "POST", "/v1/settlements", asJSON, request(t, "agreement", a, "school", "00OS00", "claim", bsn))
	require.Equal(t, 400, got.status)
	require.NotContains(t, string(got.body), bsn)
	require.NotContains(t, h.log.text(), bsn)
}

// The log has the route, status, time and sizes, and nothing else.
func TestLog(t *testing.T) {
	h := started(t, nil)
	h.send(t, "GET", "/v1/schools/00OS00?x=geheim", "", nil, "User-Agent", "geheim", "Accept-Language", "geheim")
	h.send(t, "POST", "/v1/settlements", asJSON, []byte(`{"geheim":1}`))
	lines := strings.Split(strings.TrimSpace(h.log.text()), "\n")
	require.Len(t, lines, 2)
	for _, line := range lines {
		var entry map[string]any
		require.NoError(t, json.Unmarshal([]byte(line), &entry))
		for member := range entry {
			require.Contains(t, []string{"time", "level", "msg", "route", "status", "ms", "in", "out"}, member)
		}
		require.NotContains(t, line, "geheim")
		require.NotContains(t, line, "00OS00")
	}
	require.Contains(t, lines[0], `"route":"GET /v1/schools/{code}","status":400`)
}

func TestSlowClient(t *testing.T) {
	h := started(t, func(s *service) { s.limits.bodyTime = 300 * time.Millisecond })
	connection, err := net.Dial("tcp", strings.TrimPrefix(h.url, "http://"))
	require.NoError(t, err)
	defer connection.Close()
	_, err = io.WriteString(connection, "POST /v1/settlements HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"agree")
	require.NoError(t, err)
	require.NoError(t, connection.SetReadDeadline(time.Now().Add(10*time.Second)))
	text, err := io.ReadAll(connection) // to its end: the connection is closed
	require.NoError(t, err)
	require.Contains(t, string(text), "HTTP/1.1 408 Request Timeout")
	require.Contains(t, string(text), `"code":"request.too-slow"`)
	// who has broken off leaves nothing behind
	require.Equal(t, 200, h.send(t, "GET", "/health/ready", "", nil).status)
	require.Eventually(t, func() bool { return len(h.requests) == 0 }, 5*time.Second, 10*time.Millisecond)
}

// A client that goes away while its request waits or is read is not calculated for.
func TestCancelledClient(t *testing.T) {
	calculating, gone := make(chan struct{}), make(chan struct{})
	h := started(t, func(s *service) {
		s.settle = func(*settlement) { close(calculating); <-gone }
	})
	a, p := system(t, "st-maartenschool")
	ctx, cancel := context.WithCancel(context.Background())
	r, err := http.NewRequestWithContext(ctx, "POST", h.url+"/v1/settlements", bytes.NewReader(request(t, "agreement", a, "population", p)))
	require.NoError(t, err)
	r.Header.Set("Content-Type", asJSON)
	go func() {
		<-calculating
		cancel()
		time.Sleep(200 * time.Millisecond) // until the server sees that the connection has ended
		close(gone)
	}()
	_, err = http.DefaultClient.Do(r)
	require.ErrorIs(t, err, context.Canceled)
	require.Eventually(t, func() bool { return strings.Contains(h.log.text(), `"status":499`) }, 5*time.Second, 10*time.Millisecond)
	require.Empty(t, h.work)
}

// One request more than the service answers at once hears that it is busy, and so does one that waits too long to be calculated.
func TestBusy(t *testing.T) {
	hold, held := make(chan struct{}), make(chan struct{}, 4)
	release := sync.OnceFunc(func() { close(hold) })
	h := started(t, func(s *service) {
		s.requests, s.work = make(chan struct{}, 2), make(chan struct{}, 1)
		s.limits.patience = 100 * time.Millisecond
		s.settle = func(*settlement) { held <- struct{}{}; <-hold }
	})
	t.Cleanup(release)
	a, p := system(t, "st-maartenschool")
	body := request(t, "agreement", a, "population", p)
	first := make(chan int, 1)
	go func() {
		response, err := http.Post(h.url+"/v1/settlements", asJSON, bytes.NewReader(body))
		if err != nil {
			first <- 0
			return
		}
		defer response.Body.Close()
		first <- response.StatusCode
	}()
	<-held
	h.send(t, "POST", "/v1/settlements", asJSON, body).problem(t, 503, "service.busy") // waits for the one place
	h.requests <- struct{}{}
	got := h.send(t, "GET", "/v1/schools", "", nil)
	got.problem(t, 503, "service.busy")
	require.Equal(t, "1", got.header.Get("Retry-After"))
	require.Equal(t, 200, h.send(t, "GET", "/health/live", "", nil).status, "health is asked of a busy service too")
	for range cap(h.waiting) {
		h.waiting <- struct{}{}
	}
	h.send(t, "GET", "/v1/schools", "", nil).problem(t, 503, "service.busy") // no room to wait
	for range cap(h.waiting) {
		<-h.waiting
	}
	<-h.requests
	release()
	require.Equal(t, 200, <-first)
}

func TestPanicIsAProblem(t *testing.T) {
	h := started(t, func(s *service) { s.settle = func(*settlement) { panic("data of the request") } })
	a, p := system(t, "st-maartenschool")
	got := h.send(t, "POST", "/v1/settlements", asJSON, request(t, "agreement", a, "population", p))
	got.problem(t, 500, "service.failed")
	require.NotContains(t, string(got.body)+h.log.text(), "data of the request")
	require.Empty(t, h.work)
	require.Empty(t, h.requests)
}

// When it is stopped the service says that it is not ready, answers what runs, and ends.
func TestStop(t *testing.T) {
	hold, held := make(chan struct{}), make(chan struct{}, 1)
	release := sync.OnceFunc(func() { close(hold) })
	h := started(t, func(s *service) { s.settle = func(*settlement) { held <- struct{}{}; <-hold } })
	t.Cleanup(release)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- h.serve(ctx, listener, 10*time.Second) }()
	a, p := system(t, "st-maartenschool")
	body := request(t, "agreement", a, "population", p)
	answered := make(chan int, 1)
	go func() {
		response, err := http.Post("http://"+listener.Addr().String()+"/v1/settlements", asJSON, bytes.NewReader(body))
		if err != nil {
			answered <- 0
			return
		}
		defer response.Body.Close()
		answered <- response.StatusCode
	}()
	<-held
	stop()
	require.Eventually(t, h.stopping.Load, 5*time.Second, time.Millisecond)
	h.send(t, "GET", "/health/ready", "", nil).problem(t, 503, "service.stopping")
	release()
	require.Equal(t, 200, <-answered)
	require.NoError(t, <-ended)
}

func TestCommandLine(t *testing.T) {
	var out locked
	require.Equal(t, 0, run(context.Background(), []string{"--help"}, &out))
	require.Contains(t, out.text(), "-body-time")
	require.Equal(t, 2, run(context.Background(), []string{"--nothing"}, &out))
	require.Equal(t, 2, run(context.Background(), []string{"extra"}, &out))
	require.Equal(t, 1, run(context.Background(), []string{"--server", "https://example.org"}, &out))
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan int)
	var said locked
	go func() {
		ended <- run(ctx, []string{"--listen", "127.0.0.1:0", "--contact-email", "iemand@example.org"}, &said)
	}()
	require.Eventually(t, func() bool { return strings.Contains(said.text(), "listening on ") }, 5*time.Second, time.Millisecond)
	address := strings.TrimSpace(strings.TrimPrefix(said.text(), "listening on "))
	response, err := http.Get("http://" + address + "/v1/openapi.json")
	require.NoError(t, err)
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	require.Contains(t, string(text), "iemand@example.org")
	require.Equal(t, "*", response.Header.Get("Access-Control-Allow-Origin"))
	stop()
	require.Equal(t, 0, <-ended)
}
