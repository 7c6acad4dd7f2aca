package main

import (
	"bytes"
	"mime"
	"net/http"

	"github.com/zio-collectief/zio/examples/internal/verdict"
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

// validation is what became of a document or of lines.
type validation struct {
	Valid      bool         `json:"valid"`
	Kind       schema.Kind  `json:"kind,omitempty"`
	Records    int64        `json:"records"`
	Errors     zio.Problems `json:"errors"`
	LeftOut    int64        `json:"errorsLeftOut,omitempty"`
	NotChecked zio.Problems `json:"notChecked,omitempty"` // of a document that is right: what was not looked at
}

// validations answers what is wrong with an exchange document, or with pupil lines when they are sent as application/x-ndjson.
func (s *service) validations(w http.ResponseWriter, r *http.Request) error {
	data, err := s.body(w, r, "application/json", "application/x-ndjson")
	if err != nil {
		return err
	}
	done, err := s.place(r.Context(), s.work)
	if err != nil {
		return err
	}
	defer done()
	options := []schema.Option{schema.WithContext(r.Context()), schema.WithWorkers(1), schema.WithMeaning(schema.Meaning{Atlas: zio.Netherlands()}), schema.WithLimits(schema.Limits{Problems: mostErrors})}
	if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind == "application/x-ndjson" {
		options = append(options, schema.WithKind(schema.Pupil), schema.WithLines())
	}
	report, problems := schema.Check(bytes.NewReader(data), options...)
	if r.Context().Err() != nil {
		return errGone
	}
	if len(problems) == 0 && report.Records == 0 {
		problems = zio.Problems{verdict.NoLines.At("")}
	}
	v := validation{Valid: len(problems) == 0, Kind: report.Kind, Records: report.Records, Errors: problems[:min(len(problems), mostErrors)], LeftOut: report.Unlisted}
	v.LeftOut += int64(len(problems) - len(v.Errors))
	if v.Valid {
		v.NotChecked = verdict.NotChecked(v.Kind)
	}
	if v.Errors == nil {
		v.Errors = zio.Problems{}
	}
	return writeJSON(w, v)
}
