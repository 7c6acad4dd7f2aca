package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"runtime"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

// outcome is what one process found, written as a line of JSON.
type outcome struct {
	Records  int64   `json:"records"`
	Valid    int64   `json:"valid"`
	Problems int64   `json:"problems,omitempty"`
	Mallocs  uint64  `json:"mallocs,omitempty"`
	Minutes  []int64 `json:"minutes,omitempty"` // per kind of care
}

// child runs one way of validation in this process.
func child(how, file string) error {
	var found outcome
	var err error
	before := mallocs()
	switch how {
	case "zio":
		found, err = fast(file)
	case "zio-sum":
		found, err = fast(file, schema.WithTotal("/needs/*/minutesPerWeek", "/needs/*/kind"))
	case "zio-2":
		found, err = fast(file, schema.WithWorkers(2))
	case "valid":
		found, err = lines(file, json.Valid)
	case "santhosh":
		found, err = santhosh(file)
	default:
		err = fmt.Errorf("no such way: %s", how)
	}
	if err != nil {
		return err
	}
	found.Mallocs = mallocs() - before
	return json.NewEncoder(os.Stdout).Encode(found)
}

func mallocs() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.Mallocs
}

// fast is the validation of this project, as a caller gets it.
func fast(file string, opts ...schema.Option) (outcome, error) {
	count := int64(0)
	opts = append(opts, schema.WithEach(func(zio.Problem) bool { count++; return true }))
	report, problems := schema.File(file, opts...)
	if len(problems) > 0 {
		return outcome{}, problems.Err()
	}
	if count != report.Problems {
		return outcome{}, fmt.Errorf("%d problems listed of %d", count, report.Problems)
	}
	found := outcome{Records: report.Records, Valid: report.Valid, Problems: report.Problems}
	for _, total := range report.Totals {
		for _, row := range total.Rows {
			found.Minutes = append(found.Minutes, row.Sum)
		}
	}
	return found, nil
}

// lines hands every line to a validator.
func lines(file string, valid func([]byte) bool) (outcome, error) {
	f, err := os.Open(file)
	if err != nil {
		return outcome{}, err
	}
	defer f.Close()
	var found outcome
	in := bufio.NewScanner(f)
	in.Buffer(make([]byte, 1<<20), 1<<20)
	for in.Scan() {
		found.Records++
		if valid(in.Bytes()) {
			found.Valid++
		}
	}
	return found, in.Err()
}

// santhosh is the full validator alone, with the standard decoder before it.
func santhosh(file string) (outcome, error) {
	c := jsonschema.NewCompiler()
	c.AssertFormat = true
	id := zio.SchemaID("pupil")
	if err := c.AddResource(id, bytes.NewReader(schema.Document(schema.Pupil))); err != nil {
		return outcome{}, err
	}
	compiled, err := c.Compile(id)
	if err != nil {
		return outcome{}, err
	}
	return lines(file, func(line []byte) bool {
		dec := json.NewDecoder(bytes.NewReader(line))
		dec.UseNumber()
		var v any
		return dec.Decode(&v) == nil && compiled.Validate(v) == nil
	})
}
