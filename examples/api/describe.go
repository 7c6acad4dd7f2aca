package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
)

// openapi describes the service; openapi_test.go makes it of the schemas and keeps it.
//
//go:embed openapi.json
var openapi []byte

// description is what differs between two who run the service.
type description struct {
	server, name, url, email string
}

// document is the description with the address and the contact of who runs the service.
func (d description) document() ([]byte, error) {
	if d == (description{}) {
		return openapi, nil
	}
	if !strings.HasSuffix(d.server, "/v1") {
		return nil, errors.New("--server ends with /v1")
	}
	var document map[string]any
	if err := json.Unmarshal(openapi, &document); err != nil {
		return nil, err
	}
	document["servers"] = []any{map[string]any{"url": d.server}}
	document["info"].(map[string]any)["contact"] = map[string]any{"name": d.name, "url": d.url, "email": d.email}
	return json.MarshalIndent(document, "", "  ")
}

// describe gives the description, to pages of other sites too.
func (s *service) describe(w http.ResponseWriter, _ *http.Request) error {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	return write(w, http.StatusOK, s.described)
}
