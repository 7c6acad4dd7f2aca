package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// body reads a request of one of some types, whole: as it is or packed by gzip, within the limits of size and time. Such a request
// has no parameters in its address.
func (s *service) body(w http.ResponseWriter, r *http.Request, types ...string) ([]byte, error) {
	if err := parameters(r); err != nil {
		return nil, s.early(w, r, err)
	}
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || !slices.Contains(types, kind) {
		return nil, s.early(w, r, refuseAt(problemMedia, "", "types", strings.Join(types, ", ")))
	}
	encoding := strings.ToLower(r.Header.Get("Content-Encoding"))
	if encoding != "" && encoding != "identity" && encoding != "gzip" {
		return nil, s.early(w, r, refuse(problemPacked))
	}
	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Now().Add(s.limits.bodyTime)) // a connection without deadlines has none to keep
	tooLarge := refuseAt(problemLarge, "", "most", strconv.FormatInt(s.limits.body, 10))
	if r.ContentLength > s.limits.body {
		return nil, s.early(w, r, tooLarge)
	}
	var reader io.Reader = http.MaxBytesReader(w, r.Body, s.limits.body)
	if encoding == "gzip" {
		if reader, err = gzip.NewReader(reader); err != nil {
			return nil, s.unread(err, problemOf(err))
		}
		reader = io.LimitReader(reader, s.limits.body+1)
	}
	data, err := io.ReadAll(reader)
	var over *http.MaxBytesError
	switch {
	case errors.As(err, &over), int64(len(data)) > s.limits.body:
		return nil, s.early(w, r, tooLarge)
	case err != nil:
		return nil, s.unread(err, problemOf(err))
	}
	// from here on the connection is read only to see whether the client is still there
	_ = control.SetReadDeadline(time.Time{})
	return data, nil
}

// early is a refusal before the request was read. What else is sent is taken and thrown away for a moment: a client that is still
// sending when its connection closes would not hear why.
func (s *service) early(w http.ResponseWriter, r *http.Request, refusal error) error {
	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Now().Add(min(s.limits.bodyTime, 5*time.Second)))
	_, _ = io.CopyN(io.Discard, r.Body, 4*s.limits.body)
	w.Header().Set("Connection", "close")
	return refusal
}

// problemOf is what is said of a body that could not be unpacked or read.
func problemOf(err error) error {
	if errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) || strings.HasPrefix(err.Error(), "flate:") {
		return refuse(problemUnpack)
	}
	return refuse(problemCut)
}

// unread says that time was up, or else what is given.
func (s *service) unread(err, otherwise error) error {
	var network net.Error
	if errors.As(err, &network) && network.Timeout() {
		return refuseAt(problemSlow, "", "seconds", strconv.Itoa(int(s.limits.bodyTime.Seconds())))
	}
	return otherwise
}

// members takes the members of an object apart. Each stands once and is one of those named; what is in them is for who reads them.
func members(data []byte, names ...string) (map[string]json.RawMessage, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	if start, err := d.Token(); err != nil || start != json.Delim('{') {
		return nil, refuse(problemForm)
	}
	found := map[string]json.RawMessage{}
	for d.More() {
		token, err := d.Token()
		name, isText := token.(string)
		if err != nil || !isText {
			return nil, refuse(problemForm)
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return nil, refuse(problemForm)
		}
		switch _, twice := found[name]; {
		case !slices.Contains(names, name):
			return nil, refuseAt(problemMember, "", "members", strings.Join(names, ", "))
		case twice:
			return nil, refuseAt(problemTwice, "/"+name)
		}
		found[name] = value
	}
	if _, err := d.Token(); err != nil {
		return nil, refuse(problemForm)
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, refuse(problemForm)
	}
	return found, nil
}

// text is a member that is a text; "" when it is not there.
func text(found map[string]json.RawMessage, name string) (string, error) {
	value, has := found[name]
	if !has {
		return "", nil
	}
	var s string
	if err := json.Unmarshal(value, &s); err != nil {
		return "", refuseAt(problemForm, "/"+name)
	}
	return s, nil
}
