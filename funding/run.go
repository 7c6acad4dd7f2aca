package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/figures"
	"github.com/zio-collectief/zio/zio"
)

// run is one calculation: the two documents, where the routing placed their pupils, and what the rules recorded.
type run struct {
	a        *Agreement
	p        *zio.Population            // with estimates in the place of ranges
	given    *zio.Population            // as it was given: a total can narrow a range to one number
	in       *set[zio.MunicipalityCode] // that take part
	assigned []assignment
	traced   bool // whether steps are recorded
	trace    Trace
	problems zio.Problems
}

func newRun(a *Agreement, p *zio.Population, traced bool) *run {
	in := participants(a)
	r := &run{a: a, p: p, in: in, assigned: assign(a, p, in), traced: traced, trace: Trace{Version: 1}}
	if traced {
		r.trace.Steps = make([]Step, 0, min(4*len(a.Parties)*len(a.Components), 4096))
	}
	return r
}

// tracing reports whether steps are recorded; those of the figures are not.
func (r *run) tracing() bool { return !figures.Only && r.traced }

func (r *run) failed() bool { return len(r.problems) > 0 }

// record is what one rule works with (verslag): the run, the component it works for, and where its steps and problems
// belong. It does not change; a rule inside a rule has a record of its own.
//
//figures:without rule pointer prefix
type record struct {
	*run
	component *Component         // nil outside the components
	sites     *set[zio.SiteCode] // of the component; nil: all
	category  *string            // that is counted; nil: all
	rule      string             // that takes the steps: "fixed-hours/1"
	pointer   string             // to the rule in the agreement: "/components/0/cost"
	prefix    string             // of the addresses of its steps: "pool/cost/"
}

// of is the record of component i, for the rules in it.
func (r *run) of(i int) *record {
	c := &r.a.Components[i]
	out := &record{run: r, component: c, pointer: at("/components", i), prefix: c.ID + "/"}
	if len(c.Sites) > 0 {
		out.sites = new(set[zio.SiteCode])
		for _, site := range c.Sites {
			out.sites.add(site)
		}
	}
	return out
}

// under is the record of a rule inside, with the rest of the pointer to it and of the addresses of its steps.
//
//figures:without rule pointer prefix
func (r *record) under(rule, pointer, prefix string) *record {
	if figures.Only {
		return r // it does not change
	}
	inner := *r
	inner.rule, inner.pointer, inner.prefix = rule, r.pointer+pointer, r.prefix+prefix
	return &inner
}

// inSites reports whether the component counts a site.
func (r *record) inSites(site zio.SiteCode) bool { return r.sites == nil || r.sites.has(site) }

var problemArithmetic = &zio.ProblemKind{Code: "calculate.arithmetic", NL: "De berekening past niet: {text}", EN: "The calculation does not fit: {text}"}

// fail notes a problem of the arithmetic at the rule; only the first counts.
func (r *record) fail(err error) {
	if err == nil || r.failed() {
		return
	}
	p, ok := err.(zio.Problem)
	if !ok {
		p = problemArithmetic.At("", "text", err.Error())
	}
	if !figures.Only {
		p.Pointer = r.pointer + p.Pointer
	}
	r.problems = append(r.problems, p)
}

// ok passes a value on, and notes the first error.
func (r *record) ok(x money.Exact, err error) money.Exact {
	r.fail(err)
	return x
}

// refuse notes a problem of the documents at a member of the rule.
//
//figures:without pointer params
func (r *record) refuse(kind *zio.ProblemKind, pointer string, params ...string) {
	if figures.Only {
		r.problems = append(r.problems, zio.Problem{Kind: kind})
		return
	}
	r.problems = append(r.problems, kind.At(r.pointer+pointer, params...))
}

// euro is an amount that is whole cents already.
func (r *record) euro(v value) money.Euro { return r.amount(v.x.Euro(money.HalfUp)) }

// amount passes an amount on, and notes the first error; an amount that no document can hold is one.
func (r *record) amount(e money.Euro, err error) money.Euro {
	if err == nil {
		err = e.Written()
	}
	r.fail(err)
	return e
}
