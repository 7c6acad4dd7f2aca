package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

var update = flag.Bool("update", false, "write openapi.json")

// made is the description, of interface.yaml and of what it refers to in the components of the schemas.
func made(t *testing.T) []byte {
	t.Helper()
	hand, err := os.ReadFile("interface.yaml")
	require.NoError(t, err)
	schemas, err := os.ReadFile("../../schema/flavours/openapi-3.0/components.json")
	require.NoError(t, err)
	var tree struct {
		Components struct{ Schemas map[string]json.RawMessage }
	}
	require.NoError(t, json.Unmarshal(schemas, &tree))

	loader := openapi3.NewLoader()
	loader.IsExternalRefsAllowed = false
	// what refers to a schema that is not there yet is loaded with all of them, and then those that nothing leads to go
	var all map[string]any
	whole, err := json.Marshal(yamlTree(t, hand))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(whole, &all))
	own := all["components"].(map[string]any)["schemas"].(map[string]any)
	text, reached := string(whole), map[string]bool{}
	for grew := true; grew; {
		grew = false
		for _, m := range reference.FindAllStringSubmatch(text, -1) {
			name := m[1]
			if reached[name] || own[name] != nil {
				continue
			}
			require.Contains(t, tree.Components.Schemas, name)
			reached[name], grew = true, true
			text += string(tree.Components.Schemas[name])
		}
	}
	for name := range reached {
		require.NotContains(t, own, name)
		var value any
		require.NoError(t, json.Unmarshal(tree.Components.Schemas[name], &value))
		own[name] = value
	}
	whole, err = json.Marshal(all)
	require.NoError(t, err)
	// a pattern of OpenAPI 3.0 knows no characters beyond the first 65,536; the service refuses those of them that cannot be seen
	whole = beyond.ReplaceAll(whole, nil)
	document, err := loader.LoadFromData(whole)
	require.NoError(t, err)
	require.NoError(t, document.Validate(context.Background()))
	var b bytes.Buffer
	require.NoError(t, json.Indent(&b, whole, "", " "))
	b.WriteByte('\n')
	return b.Bytes()
}

// yamlTree is a YAML document as JSON has it.
func yamlTree(t *testing.T, text []byte) any {
	t.Helper()
	var tree map[string]any
	require.NoError(t, yaml.Unmarshal(text, &tree))
	return tree
}

var beyond = regexp.MustCompile(`[\x{10000}-\x{10FFFF}]-[\x{10000}-\x{10FFFF}]`)

var reference = regexp.MustCompile(`"\$ref":\s*"#/components/schemas/([A-Za-z]+)"`)

// The description is that of interface.yaml and the schemas as they are now.
func TestDescription(t *testing.T) {
	want := made(t)
	if *update {
		require.NoError(t, os.WriteFile("openapi.json", want, 0o644))
	}
	require.True(t, bytes.Equal(want, openapi) || *update, "openapi.json is not up to date: go test ./examples/api -update")
}

// The rules of the NL API Design Rules (Logius, 2.1) that a description can show, by their names.
func TestDesignRules(t *testing.T) {
	document, err := openapi3.NewLoader().LoadFromData(openapi)
	require.NoError(t, err)
	require.Empty(t, designFaults(document))
}

func TestDesignFaultsAreFound(t *testing.T) {
	for rule, change := range map[string][2]string{
		"doc-openapi":         {`"openapi": "3.0.3"`, `"openapi": "2.0"`},
		"doc-openapi-contact": {`"email": "beheer@example.org"`, `"x-email": ""`},
		"uri-version":         {`example.org/v1"`, `example.org"`},
		"semver":              {`"version": "1.0.0"`, `"version": "1.0"`},
		"no-trailing-slash":   {`"/schools": {`, `"/schools/": {`},
		"path-segments":       {`"/schools": {`, `"/Schools": {`},
		"query-keys":          {`"name": "limit"`, `"name": "max_limit"`},
		"problem-details":     {`"application/problem+json"`, `"application/json"`},
		"invalid-input":       {`"400": {`, `"422": {`},
		"version-header":      {`"API-Version": {`, `"Version": {`},
		"date-omit-time":      {`"format": "date"`, `"format": "date-time"`},
	} {
		text := strings.ReplaceAll(string(openapi), change[0], change[1])
		require.NotEqual(t, text, string(openapi), rule)
		document, err := openapi3.NewLoader().LoadFromData([]byte(text))
		require.NoError(t, err, rule)
		found := false
		for _, fault := range designFaults(document) {
			found = found || strings.HasPrefix(fault, rule)
		}
		require.True(t, found, "%s is not found", rule)
	}
}

var (
	kebab  = regexp.MustCompile(`^(/([a-z0-9]+(-[a-z0-9]+)*|\{[a-z][a-zA-Z0-9]*\}))+$`)
	camel  = regexp.MustCompile(`^[a-z][a-z0-9]*([A-Z][a-z0-9]*)*$`)
	pascal = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*$`)
	semver = regexp.MustCompile(`^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$`)
)

func designFaults(d *openapi3.T) (found []string) {
	ask := func(fine bool, rule, where string) {
		if !fine {
			found = append(found, rule+": "+where)
		}
	}
	ask(strings.HasPrefix(d.OpenAPI, "3.0."), "doc-openapi", d.OpenAPI)
	c := d.Info.Contact
	ask(c != nil && c.Name != "" && c.URL != "" && c.Email != "", "doc-openapi-contact", "info/contact")
	ask(semver.MatchString(d.Info.Version), "semver", d.Info.Version)
	for _, s := range d.Servers {
		ask(regexp.MustCompile(`^https://.*/v[0-9]+$`).MatchString(s.URL), "uri-version", s.URL)
	}
	ask(len(d.Servers) > 0, "uri-version", "servers")
	for path, item := range d.Paths.Map() {
		ask(!strings.HasSuffix(path, "/"), "no-trailing-slash", path)
		ask(kebab.MatchString(path), "path-segments-kebab-case", path)
		for method, o := range item.Operations() {
			where := method + " " + path
			ask(slices.Contains([]string{"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"}, method), "http-methods", where)
			ask(o.OperationID != "" && o.Summary != "", "doc-openapi", where)
			for _, p := range o.Parameters {
				ask(p.Value.In != "query" || camel.MatchString(p.Value.Name), "query-keys-camel-case", where+" "+p.Value.Name)
			}
			ask(o.Responses.Value("400") != nil, "invalid-input", where)
			for status, r := range o.Responses.Map() {
				ask(r.Value.Headers["API-Version"] != nil, "version-header", where+" "+status)
				if status[0] != '4' && status[0] != '5' {
					continue
				}
				content := r.Value.Content["application/problem+json"]
				ask(content != nil, "problem-details", where+" "+status)
				if content == nil {
					continue
				}
				for _, member := range []string{"status", "title", "detail"} {
					ask(slices.Contains(content.Schema.Value.Required, member), "problem-details", where+" "+status+" "+member)
				}
			}
		}
	}
	for name, s := range d.Components.Schemas {
		ask(pascal.MatchString(name), "schema-camel-case", name)
		for member, p := range s.Value.Properties {
			ask(member == "$schema" || camel.MatchString(member), "property-casing", name+"/"+member)
			if strings.HasSuffix(member, "Date") && p.Value.Format != "" {
				ask(p.Value.Format == "date", "date-omit-time-portion", name+"/"+member)
			}
		}
	}
	return found
}

// Every path of the description is answered by the service and the other way round; the ones that are about the service aside.
func TestDescriptionAndRoutes(t *testing.T) {
	document, err := openapi3.NewLoader().LoadFromData(openapi)
	require.NoError(t, err)
	var told, answered []string
	for path, item := range document.Paths.Map() {
		for method := range item.Operations() {
			told = append(told, method+" /v1"+path)
		}
	}
	for path, methods := range routes {
		if strings.HasPrefix(path, "/v1/") && path != "/v1/openapi.json" {
			for method := range maps.Keys(methods) {
				answered = append(answered, method+" "+path)
			}
		}
	}
	require.ElementsMatch(t, told, answered)
	require.Equal(t, apiVersion, document.Info.Version)
}
