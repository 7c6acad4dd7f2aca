// Package law is the routing table (routetabel): which law pays for care during school hours, with the article, the days between
// which it holds, the day it was last checked and where it was read. The table is one file, law.json, that a lawyer can read and
// correct; the calculation is made of it by go generate in the folder funding, and this package reads it for a page or a list.
//
// The table has not been reviewed by a lawyer; [Table.Review] says so in its own words.
package law

import (
	"bytes"
	_ "embed" // the table is part of the program
	"encoding/json"
	"fmt"
	"sync"

	"github.com/zio-collectief/zio/zio"
)

//go:embed law.json
var document []byte

// Text is a text in both languages.
type Text struct {
	NL string `json:"nl"`
	EN string `json:"en"`
}

// In is the text in a language.
func (t Text) In(lang zio.Lang) string { return zio.InLang(lang, t.NL, t.EN) }

// Table is the whole routing table.
type Table struct {
	Title   Text     `json:"title"`
	Checked zio.Date `json:"checked"` // the last day on which the whole table was looked through
	TextOf  zio.Date `json:"textOf"`  // the day of the consolidated text that was read
	Review  Text     `json:"review"`  // who looked, and who did not
	Laws    []Law    `json:"laws"`
	Routes  []Route  `json:"routes"`
	Reasons []Reason `json:"reasons"`
	Facts   []Fact   `json:"facts"`
}

// Law is a law that a basis names.
type Law struct {
	Code string `json:"code"`
	Name string `json:"name"`
	URL  string `json:"url"`
}

// Route is a funding route (geldroute): a law or budget that pays.
type Route struct {
	Code string `json:"code"`
	Text
	Pool  bool    `json:"pool"` // whether its money can be put together for a group
	Why   Text    `json:"why"`  // why it can or can not
	Bases []Basis `json:"bases"`
}

// Reason is why minutes go where they go (reden), with the rule of the routing that gives it.
type Reason struct {
	Code string `json:"code"`
	Rule string `json:"rule"` // R1 to R9; "" for what needs no rule
	Text
	Bases []Basis `json:"bases"`
}

// Fact is one fact about a pupil and what follows from it (feit en gevolg).
type Fact struct {
	Member string `json:"member"` // member of a pupil or a need that states the fact
	Value  string `json:"value"`
	Text
	Follows Text    `json:"follows"`
	Route   string  `json:"route"` // "": no route follows from this fact alone
	Bases   []Basis `json:"bases"`
}

// Basis is a legal basis (grondslag).
type Basis struct {
	Law     string   `json:"law"`     // code of one of the laws
	Article string   `json:"article"` // "" when the whole law is meant
	From    zio.Date `json:"from"`
	Until   zio.Date `json:"until"`   // zero: no end is known
	Schools []string `json:"schools"` // kinds of school for which it holds; empty: all
	Checked zio.Date `json:"checked"` // the last day on which this line was looked at
	Source  string   `json:"source"`  // where it was read, when that is not the text of the law itself
	Note    Text     `json:"note"`
}

// RoutingTable is the table that this version calculates with. Nobody changes what it returns.
func RoutingTable() *Table { return routingTable() }

var routingTable = sync.OnceValue(func() *Table {
	t, err := Read(document)
	if err != nil {
		panic(err) // a test reads it
	}
	return t
})

// Read reads a routing table. It refuses members that are not known, laws and routes that are not in the table, codes that come
// twice, bases without a first day or a day of checking, and bases that end before they begin.
func Read(data []byte) (*Table, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	t := &Table{}
	if err := d.Decode(t); err != nil {
		return nil, fmt.Errorf("law: %w", err)
	}
	if d.More() {
		return nil, fmt.Errorf("law: something follows after the table")
	}
	return t, t.check()
}

func (t *Table) check() error {
	codes := map[string]bool{}
	once := func(kind, code string) error {
		if code == "" || codes[kind+code] {
			return fmt.Errorf("law: %s %q is empty or comes twice", kind, code)
		}
		codes[kind+code] = true
		return nil
	}
	for _, l := range t.Laws {
		if err := once("law ", l.Code); err != nil {
			return err
		}
	}
	for _, r := range t.Routes {
		if err := once("route ", r.Code); err != nil {
			return err
		}
		if err := t.checkBases("route "+r.Code, r.Bases); err != nil {
			return err
		}
	}
	for _, r := range t.Reasons {
		if err := once("reason ", r.Code); err != nil {
			return err
		}
		if err := t.checkBases("reason "+r.Code, r.Bases); err != nil {
			return err
		}
	}
	for _, f := range t.Facts {
		if err := once("fact ", f.Member+" "+f.Value); err != nil {
			return err
		}
		if f.Route != "" && !codes["route "+f.Route] {
			return fmt.Errorf("law: fact %s %s leads to the unknown route %q", f.Member, f.Value, f.Route)
		}
		if err := t.checkBases("fact "+f.Member+" "+f.Value, f.Bases); err != nil {
			return err
		}
	}
	return nil
}

func (t *Table) checkBases(of string, list []Basis) error {
	for _, b := range list {
		switch {
		case t.lawOf(b.Law) == nil:
			return fmt.Errorf("law: %s names the unknown law %q", of, b.Law)
		case b.From.IsZero() || b.Checked.IsZero():
			return fmt.Errorf("law: %s has a basis without a first day or a day of checking", of)
		case !b.Until.IsZero() && b.Until.Before(b.From):
			return fmt.Errorf("law: %s has a basis that ends before it begins", of)
		}
		for _, s := range b.Schools {
			if _, err := zio.ParseSchoolType(s); err != nil {
				return fmt.Errorf("law: %s: %w", of, err)
			}
		}
	}
	return nil
}

func (t *Table) lawOf(code string) *Law {
	for i := range t.Laws {
		if t.Laws[i].Code == code {
			return &t.Laws[i]
		}
	}
	return nil
}

// Cite is a basis as it is cited: "Jeugdwet art. 2.9(a)".
func (t *Table) Cite(b Basis) string {
	l := t.lawOf(b.Law)
	switch {
	case l == nil:
		return ""
	case b.Article == "":
		return l.Name
	}
	return l.Name + " " + b.Article
}

// URL is the address of the text of the law of a basis.
func (t *Table) URL(b Basis) string {
	if l := t.lawOf(b.Law); l != nil {
		return l.URL
	}
	return ""
}

// InForce are the bases that hold on a day, in the order of the table.
func InForce(list []Basis, on zio.Date) []Basis {
	var out []Basis
	for _, b := range list {
		if !on.Before(b.From) && (b.Until.IsZero() || !b.Until.Before(on)) {
			out = append(out, b)
		}
	}
	return out
}
