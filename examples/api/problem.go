package main

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/zio-collectief/zio/zio"
)

var (
	problemPath      = &zio.ProblemKind{Code: "request.path-unknown", NL: "Dit adres is er niet. Kijk in /v1/openapi.json welke er zijn.", EN: "There is no such address. See /v1/openapi.json for those there are."}
	problemMethod    = &zio.ProblemKind{Code: "request.method-unknown", NL: "Gebruik hier {method}.", EN: "Use {method} here."}
	problemMedia     = &zio.ProblemKind{Code: "request.content-type", NL: "Stuur het verzoek als {types}.", EN: "Send the request as {types}."}
	problemPacked    = &zio.ProblemKind{Code: "request.content-encoding", NL: "Pak het verzoek niet in, of met gzip.", EN: "Do not compress the request, or do so with gzip."}
	problemUnpack    = &zio.ProblemKind{Code: "request.gzip", NL: "Het verzoek kan niet worden uitgepakt. Stuur het opnieuw, of zonder gzip.", EN: "The request cannot be unpacked. Send it again, or without gzip."}
	problemLarge     = &zio.ProblemKind{Code: "request.too-large", NL: "Het verzoek is groter dan {most#} bytes. Stuur minder tegelijk.", EN: "The request is larger than {most#} bytes. Send less at a time."}
	problemSlow      = &zio.ProblemKind{Code: "request.too-slow", NL: "Het verzoek kwam niet binnen {seconds#} seconden aan. Stuur het opnieuw.", EN: "The request did not arrive within {seconds#} seconds. Send it again."}
	problemCut       = &zio.ProblemKind{Code: "request.cut-off", NL: "Het verzoek is niet helemaal aangekomen. Stuur het opnieuw.", EN: "The request did not arrive whole. Send it again."}
	problemBusy      = &zio.ProblemKind{Code: "service.busy", NL: "De dienst is bezet. Probeer het over een seconde opnieuw.", EN: "The service is busy. Try again in a second."}
	problemStopping  = &zio.ProblemKind{Code: "service.stopping", NL: "De dienst stopt.", EN: "The service is stopping."}
	problemInternal  = &zio.ProblemKind{Code: "service.failed", NL: "Er ging iets mis in de dienst. Meld het aan wie haar beheert.", EN: "Something went wrong in the service. Tell who keeps it."}
	problemForm      = &zio.ProblemKind{Code: "request.form", NL: "Het verzoek is geen JSON-object met de gevraagde onderdelen.", EN: "The request is not a JSON object with the members that are asked for."}
	problemMember    = &zio.ProblemKind{Code: "request.member-unknown", NL: "Dit onderdeel hoort niet in het verzoek. Kies uit: {members}.", EN: "This member does not belong in the request. Choose from: {members}."}
	problemTwice     = &zio.ProblemKind{Code: "request.member-twice", NL: "Dit onderdeel staat er twee keer.", EN: "This member stands twice."}
	problemMissing   = &zio.ProblemKind{Code: "request.member-missing", NL: "Vul dit onderdeel in.", EN: "Fill in this member."}
	problemBoth      = &zio.ProblemKind{Code: "request.population-or-school", NL: "Geef een populatie of een school, niet beide.", EN: "Give a population or a school, not both."}
	problemParty     = &zio.ProblemKind{Code: "request.party-unknown", NL: "Deze partij staat niet in de overeenkomst.", EN: "This party is not in the agreement."}
	problemParameter = &zio.ProblemKind{Code: "request.parameter-unknown", NL: "Een vraag naar dit adres heeft alleen: {parameters}.", EN: "A request to this address has only: {parameters}."}
	problemNoQuery   = &zio.ProblemKind{Code: "request.parameters-none", NL: "Een vraag naar dit adres heeft geen parameters.", EN: "A request to this address has no parameters."}
	problemLimit     = &zio.ProblemKind{Code: "request.limit", NL: "limit is een getal van 1 tot en met {most#}.", EN: "limit is a number from 1 to {most#}."}
	problemSchool    = &zio.ProblemKind{Code: "request.school-unknown", NL: "Er is geen school voor gespecialiseerd onderwijs met deze vestigingscode.", EN: "There is no special school with this site code."}
)

// statuses are the HTTP statuses of what is no invalid input.
var statuses = map[*zio.ProblemKind]int{
	problemPath: http.StatusNotFound, problemMethod: http.StatusMethodNotAllowed, problemMedia: http.StatusUnsupportedMediaType,
	problemPacked: http.StatusUnsupportedMediaType, problemLarge: http.StatusRequestEntityTooLarge, problemSlow: http.StatusRequestTimeout,
	problemBusy: http.StatusServiceUnavailable, problemStopping: http.StatusServiceUnavailable, problemInternal: http.StatusInternalServerError,
}

// mostErrors are listed; a document of garbage has no end of them.
const mostErrors = 100

// refusal is an answer that is a problem.
type refusal struct {
	status   int
	problems zio.Problems
}

func (r *refusal) Error() string { return r.problems[0].Error() }

// refuse says one thing that is wrong with a request as a whole.
func refuse(kind *zio.ProblemKind) error { return refuseAt(kind, "") }

// refuseAt says what is wrong with one member or parameter of a request.
func refuseAt(kind *zio.ProblemKind, pointer string, params ...string) error {
	return invalid("", zio.Problems{kind.At(pointer, params...)})
}

// invalid says what is wrong with a document that stands in a request at a pointer.
func invalid(at string, problems zio.Problems) error {
	r := &refusal{status: http.StatusBadRequest, problems: moved(at, problems)}
	if status := statuses[problems[0].Kind]; status != 0 {
		r.status = status
	}
	return r
}

// moved are problems of a document that stands in the request at a pointer.
func moved(at string, problems zio.Problems) zio.Problems {
	list := make(zio.Problems, len(problems))
	for i, p := range problems {
		p.Pointer = at + p.Pointer
		list[i] = p
	}
	return list
}

// details is a problem by RFC 9457. Its type is left out, about:blank, so that the title is that of the status.
type details struct {
	Type    string       `json:"type"`
	Title   string       `json:"title"`
	Status  int          `json:"status"`
	Detail  string       `json:"detail"`
	Code    string       `json:"code"`
	Errors  zio.Problems `json:"errors"`
	LeftOut int          `json:"errorsLeftOut,omitempty"`
}

// fail writes a problem.
func (s *service) fail(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, errGone) {
		w.WriteHeader(499) // nobody reads it; for the log
		return
	}
	var x *refusal
	if !errors.As(err, &x) {
		x = refuse(problemInternal).(*refusal)
	}
	lang, first := language(r), x.problems[0]
	d := details{Type: "about:blank", Title: http.StatusText(x.status), Status: x.status, Detail: first.Text(lang), Code: first.Code(), Errors: x.problems}
	if len(d.Errors) > mostErrors {
		d.LeftOut = len(d.Errors) - mostErrors
		d.Errors = d.Errors[:mostErrors]
	}
	text, err := json.Marshal(d)
	if err != nil {
		text = []byte(`{"title":"Internal Server Error","status":500,"detail":"` + problemInternal.EN + `"}`)
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.Header().Set("Content-Language", lang.String())
	w.WriteHeader(x.status)
	_, _ = w.Write(append(text, '\n'))
}
