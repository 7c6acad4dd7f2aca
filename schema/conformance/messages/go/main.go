// Command go tells what santhosh-tekuri/jsonschema says of each fault.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

func main() {
	if err := run("schema/conformance/messages"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(here string) error {
	var list struct {
		Document, Schema string
		Faults           []struct {
			At  string
			Put any
		}
	}
	if err := read(filepath.Join(here, "faults.json"), &list); err != nil {
		return err
	}
	schema, err := jsonschema.Compile(filepath.Join(here, list.Schema))
	if err != nil {
		return err
	}
	for _, fault := range list.Faults {
		var document any
		if err := read(filepath.Join(here, list.Document), &document); err != nil {
			return err
		}
		path := strings.Split(fault.At, "/")[1:]
		at := document
		for _, token := range path[:len(path)-1] {
			if items, isList := at.([]any); isList {
				i, err := strconv.Atoi(token)
				if err != nil {
					return err
				}
				at = items[i]
			} else {
				at = at.(map[string]any)[token]
			}
		}
		parent, last := at.(map[string]any), path[len(path)-1]
		if parent[last] = fault.Put; fault.Put == nil {
			delete(parent, last)
		}
		places := [][2]string{}
		var wrong *jsonschema.ValidationError
		if errors.As(schema.Validate(document), &wrong) {
			for _, e := range wrong.BasicOutput().Errors {
				places = append(places, [2]string{e.InstanceLocation, e.Error})
			}
		}
		line, err := json.Marshal(places)
		if err != nil {
			return err
		}
		fmt.Println(string(line))
	}
	return nil
}

func read(name string, into any) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	return d.Decode(into)
}
