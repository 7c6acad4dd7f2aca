// Command lawgen makes Go of the routing table (routetabel), funding/law.json: the routes and reasons with their words and
// legal bases, as the calculation uses them. Run it by go generate in the folder funding.
package main

import (
	"encoding/json"
	"fmt"
	"go/format"
	"os"
	"slices"
	"strings"

	"github.com/zio-collectief/zio/zio"
)

type table struct {
	Laws            []struct{ Code, Name string }
	Routes, Reasons []struct {
		Code, Rule, NL, EN string
		Pool               bool
		Bases              []basis
	}
}

type basis struct {
	Law, Article, From, Until string
	Schools                   []string
}

// routeNames are the names in Go of routes that are not those of their codes.
var routeNames = map[string]string{"jeugdwet-collective": "Collective", "jeugdwet-individual": "Individual", "vsv": "VSV"}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "lawgen:", err)
		os.Exit(1)
	}
}

func run() error {
	text, err := os.ReadFile("law.json")
	if err != nil {
		return err
	}
	var t table
	if err := json.Unmarshal(text, &t); err != nil {
		return err
	}
	laws := map[string]string{}
	for _, l := range t.Laws {
		laws[l.Code] = l.Name
	}
	var b strings.Builder
	b.WriteString("// Code generated from law.json by internal/lawgen. DO NOT EDIT.\n\npackage funding\n\n")
	b.WriteString("// Routes, in the order of the routing table.\nconst (\n\tRouteUnset Route = iota\n")
	for _, r := range t.Routes {
		name := routeNames[r.Code]
		if name == "" {
			name = camel(r.Code)
		}
		fmt.Fprintf(&b, "\tRoute%s // %s: %s\n", name, r.Code, r.EN)
	}
	b.WriteString(")\n\nvar routes = [...]routeInfo{\n\t{},\n")
	for _, r := range t.Routes {
		bases, err := basesOf(laws, r.Bases)
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "\t{%q, %q, %q, %t, %s},\n", r.Code, r.NL, r.EN, r.Pool, bases)
	}
	b.WriteString("}\n\n// Reasons, in the order of the routing table.\nconst (\n\tReasonNone Reason = iota\n")
	for _, r := range t.Reasons {
		rule := ""
		if r.Rule != "" {
			rule = r.Rule + ": "
		}
		fmt.Fprintf(&b, "\tReason%s // %s%s\n", camel(r.Code), rule, r.EN)
	}
	b.WriteString(")\n\nvar reasons = [...]reasonInfo{\n\t{},\n")
	for _, r := range t.Reasons {
		bases, err := basesOf(laws, r.Bases)
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "\t{%q, %q, %q, %q, %s},\n", r.Code, r.Rule, r.NL, r.EN, bases)
	}
	b.WriteString("}\n")
	code, err := format.Source([]byte(b.String()))
	if err != nil {
		return err
	}
	return os.WriteFile("law_table.go", code, 0o644)
}

func camel(code string) string {
	name := ""
	for part := range strings.SplitSeq(code, "-") {
		name += strings.ToUpper(part[:1]) + part[1:]
	}
	return name
}

// basesOf are bases as Go: the text, the first and the last day as numbers, and the kinds of school as bits.
func basesOf(laws map[string]string, list []basis) (string, error) {
	if len(list) == 0 {
		return "nil", nil
	}
	text := "[]basis{"
	for _, x := range list {
		name, known := laws[x.Law]
		if !known {
			return "", fmt.Errorf("law %q is not in the list of laws", x.Law)
		}
		if x.Article != "" {
			name += " " + x.Article
		}
		from, err := number(x.From)
		if err != nil {
			return "", err
		}
		until := "0"
		if x.Until != "" {
			if until, err = number(x.Until); err != nil {
				return "", err
			}
		}
		schools := []string{}
		for _, s := range x.Schools {
			kind, err := zio.ParseSchoolType(s)
			if err != nil {
				return "", err
			}
			schools = append(schools, fmt.Sprintf("1<<%d", kind))
		}
		if len(schools) == 0 {
			schools = append(schools, "0")
		}
		slices.Sort(schools)
		text += fmt.Sprintf("{%q, %s, %s, %s}, ", name, from, until, strings.Join(schools, "|"))
	}
	return text + "}", nil
}

// number is a day as a number: 20180101.
func number(day string) (string, error) {
	d, err := zio.ParseDate(day)
	if err != nil {
		return "", err
	}
	y, m, n := d.YMD()
	return fmt.Sprint(y*10_000 + m*100 + n), nil
}
