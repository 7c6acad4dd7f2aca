package main

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/term"

	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

// jsonFinding is a problem for machines.
type jsonFinding struct {
	File    string            `json:"file"`
	Line    int64             `json:"line,omitempty"`
	Offset  int64             `json:"offset"`
	Pointer string            `json:"pointer"`
	Code    string            `json:"code"`
	Params  map[string]string `json:"params,omitempty"`
	Text    string            `json:"text"`
}

func (v *validation) writeJSON() error {
	return v.encode(map[string]any{"files": v.files, "records": v.records, "valid": v.valid, "codes": v.codes,
		"problems": v.forMachines(v.findings), "notChecked": v.forMachines(v.unchecked())})
}

// forMachines are findings as JSON tells them.
func (v *validation) forMachines(findings []finding) []jsonFinding {
	list := make([]jsonFinding, len(findings))
	for i, f := range findings {
		list[i] = jsonFinding{File: f.file, Line: f.p.Line, Offset: f.p.Offset, Pointer: f.p.Pointer, Code: f.p.Code(), Text: f.p.Text(v.lang)}
		for _, p := range f.p.Params {
			if list[i].Params == nil {
				list[i].Params = map[string]string{}
			}
			list[i].Params[p.Name] = p.Value
		}
	}
	return list
}

// unchecked is what was not looked at in files that are right as they stand.
func (v *validation) unchecked() []finding {
	var list []finding
	for _, f := range v.reports {
		for _, p := range v.notChecked(f) {
			list = append(list, finding{masked(f.name), p})
		}
	}
	return list
}

// writeSARIF writes the findings in the Static Analysis Results Interchange Format (SARIF) 2.1.0.
func (v *validation) writeSARIF() error {
	type object = map[string]any
	rules, seen := []object{}, map[string]int{}
	results := []object{}
	for _, f := range v.findings {
		code := f.p.Code()
		if _, known := seen[code]; !known {
			seen[code] = len(rules)
			text := f.p.Kind.EN
			if v.lang == zio.Dutch {
				text = f.p.Kind.NL
			}
			rules = append(rules, object{"id": code, "shortDescription": object{"text": text}})
		}
		region := object{"byteOffset": f.p.Offset}
		if f.p.Line > 0 {
			region = object{"startLine": f.p.Line}
		}
		results = append(results, object{"ruleId": code, "ruleIndex": seen[code], "level": "error", "message": object{"text": sarifText(f.p.Text(v.lang))},
			"locations": []object{{
				"physicalLocation": object{"artifactLocation": object{"uri": uriOf(f.file)}, "region": region},
				"logicalLocations": []object{{"fullyQualifiedName": f.p.Pointer}}}}})
	}
	notices := []object{}
	for _, f := range v.unchecked() {
		notices = append(notices, object{"descriptor": object{"id": f.p.Code()}, "level": "warning", "message": object{"text": sarifText(f.p.Text(v.lang))},
			"locations": []object{{"physicalLocation": object{"artifactLocation": object{"uri": uriOf(f.file)}}}}})
	}
	return v.encode(object{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": []object{{
		"tool":        object{"driver": object{"name": "zio", "informationUri": "https://github.com/zio-collectief/zio", "rules": rules}},
		"invocations": []object{{"executionSuccessful": true, "toolExecutionNotifications": notices}},
		"results":     results}}})
}

// uriOf is the name of a file as a URI: what no URI may hold is percent-encoded.
func uriOf(name string) string {
	path := filepath.ToSlash(name)
	if filepath.VolumeName(name) != "" {
		return (&url.URL{Scheme: "file", Path: "/" + path}).String()
	}
	return (&url.URL{Path: path}).String()
}

// sarifText is a message in which no brackets are links: SARIF takes [text](target) for one.
func sarifText(s string) string {
	return strings.NewReplacer("\\", "\\\\", "[", "\\[", "]", "\\]").Replace(oneLine(s))
}

// progressBar shows on a terminal how far the validation of a large file is; elsewhere it shows nothing.
type progressBar struct {
	v    *validation
	name string
	on   bool
	last time.Time
}

func (v *validation) progress(name string) *progressBar {
	b := &progressBar{v: v, name: name, last: time.Now()}
	if f, ok := v.errs.Writer.(*os.File); ok {
		b.on = term.IsTerminal(int(f.Fd()))
	}
	return b
}

func (b *progressBar) show(p schema.Progress) {
	if !b.on || time.Since(b.last) < 200*time.Millisecond {
		return
	}
	b.last = time.Now()
	done := ""
	if p.Size > 0 {
		const width = 30
		filled := int(p.Bytes * width / p.Size)
		done = "[" + strings.Repeat("#", filled) + strings.Repeat(".", width-filled) + "] " + fmt.Sprint(p.Bytes*100/p.Size) + " %"
	}
	fmt.Fprintf(b.v.errs, "\r\x1b[K%s %s %s", oneLine(masked(b.name)), done, zio.FormatNumber(itoa(p.Records), b.v.lang))
}

func (b *progressBar) end() {
	if b.on {
		fmt.Fprint(b.v.errs, "\r\x1b[K")
	}
}
