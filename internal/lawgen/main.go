// Command lawgen makes Go of the routing table (routetabel), funding/law/law.json: the routes and reasons with their words and
// legal bases, as the calculation uses them. Run it by go generate in the folder funding.
package main

import (
	"errors"
	"fmt"
	"go/format"
	"os"
	"slices"
	"strings"

	"github.com/zio-collectief/zio/funding/law"
	"github.com/zio-collectief/zio/zio"
)

// routeNames are the names in Go of routes that are not those of their codes.
var routeNames = map[string]string{"jeugdwet-collective": "Collective", "jeugdwet-individual": "Individual", "vsv": "VSV"}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "lawgen:", err)
		os.Exit(1)
	}
}

func run() error {
	if len(os.Args) != 3 {
		return errors.New("the table and the file of Go to write are needed")
	}
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		return err
	}
	t, err := law.Read(text)
	if err != nil {
		return err
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
		bases, err := basesOf(t, r.Bases)
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
		bases, err := basesOf(t, r.Bases)
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
	return os.WriteFile(os.Args[2], code, 0o644)
}

func camel(code string) string {
	name := ""
	for part := range strings.SplitSeq(code, "-") {
		name += strings.ToUpper(part[:1]) + part[1:]
	}
	return name
}

// basesOf are bases as Go: the text, the first and the last day as numbers, and the kinds of school as bits.
func basesOf(t *law.Table, list []law.Basis) (string, error) {
	if len(list) == 0 {
		return "nil", nil
	}
	text := "[]basis{"
	for _, x := range list {
		until := "0"
		if !x.Until.IsZero() {
			until = number(x.Until)
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
		text += fmt.Sprintf("{%q, %s, %s, %s}, ", t.Cite(x), number(x.From), until, strings.Join(schools, "|"))
	}
	return text + "}", nil
}

// number is a day as a number: 20180101.
func number(d zio.Date) string {
	y, m, n := d.YMD()
	return fmt.Sprint(y*10_000 + m*100 + n)
}
