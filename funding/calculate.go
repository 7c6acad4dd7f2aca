package funding

import "github.com/zio-collectief/zio/zio"

// Calculate applies an agreement to a population (berekenen). Where the population gives a range of pupils it calculates
// with the estimate, see [zio.Population.Estimated], and the trace and the explanation say so. Both documents are checked
// first, the agreement before the population; with problems there is no result. What is found while calculating points into the agreement, and into the
// population when its code begins with "population.". Equal documents give an equal result, byte for byte, wherever it
// is calculated.
func Calculate(a *Agreement, p *zio.Population) (*Result, zio.Problems) {
	x, problems := Traced(a, p)
	if len(problems) > 0 {
		return nil, problems
	}
	x.Receipt = receipt(a, p, x)
	return x, nil
}

// Traced is Calculate without the receipt: the digests of the documents take longer than the calculation. It is for
// programs that explain a result and do not keep it.
func Traced(a *Agreement, p *zio.Population) (*Result, zio.Problems) { return outcome(a, p, true) }

// Draft is Calculate without trace and receipt (voorlopige uitkomst): the same amounts and checks, and references that are
// empty, because there are no steps to refer to. It is for programs that calculate often, such as a page on which
// somebody types, and keep no result.
func Draft(a *Agreement, p *zio.Population) (*Result, zio.Problems) { return outcome(a, p, false) }

// DraftRead is Draft of documents that were read without problems, in which nothing stands that no document could hold.
// It is for the packages of this module.
func DraftRead(a *Agreement, p *zio.Population) (*Result, zio.Problems) {
	if problems := a.CheckRead(); len(problems) > 0 {
		return nil, problems
	}
	if problems := p.CheckRead(); len(problems) > 0 {
		return nil, problems
	}
	return settle(a, p, false)
}

// DraftChecked is Draft of documents that were checked, or of a population whose ranges were filled in with counts after it was
// checked. It is for the packages of this module.
func DraftChecked(a *Agreement, p *zio.Population) (*Result, zio.Problems) {
	return settle(a, p, false)
}

// Pooled says of each group of a population whether an agreement has it in the pool. It is for the packages of this module.
func Pooled(a *Agreement, p *zio.Population) []bool {
	in := participants(a)
	list := make([]bool, len(p.Groups))
	for i := range p.Groups {
		s := a.Routing.group(in, &p.Groups[i], i)
		list[i] = s.route == RouteCollective
	}
	return list
}

func outcome(a *Agreement, p *zio.Population, traced bool) (*Result, zio.Problems) {
	if problems := a.Check(); len(problems) > 0 {
		return nil, problems
	}
	if problems := p.Check(); len(problems) > 0 {
		return nil, problems
	}
	return settle(a, p, traced)
}

// settle calculates with documents that were checked: route, then of each component cost, key, division, cover and flow, then
// the totals, the schedule, the checks and the trace.
func settle(a *Agreement, p *zio.Population, traced bool) (*Result, zio.Problems) {
	if problems := a.Needs(p); len(problems) > 0 {
		return nil, problems
	}
	given := p
	p = p.Estimated()
	r := newRun(a, p, traced)
	r.given = given
	x := &Result{
		Agreement:  AgreementRef{ID: a.ID, Title: a.Title, Period: a.Period},
		Population: PopulationRef{Title: p.Title, CountDate: p.CountDate, Estimates: estimates(given)},
		Parties:    make([]PartyName, len(a.Parties)),
		Transfers:  []Transfer{},
	}
	for i := range a.Parties {
		x.Parties[i] = PartyName{ID: a.Parties[i].ID, Name: a.Parties[i].Name}
	}
	x.Routing = r.routing()
	for i := range a.Components {
		component, transfers := r.of(i).calculate()
		if r.failed() {
			return nil, r.problems
		}
		x.Components = append(x.Components, component)
		x.Transfers = append(x.Transfers, transfers...)
	}
	x.Shares, x.Payees, x.Balances = r.totals(x.Components, x.Transfers)
	if err := x.schedule(a); err != nil {
		(&record{run: r, pointer: "/schedule"}).fail(err)
	}
	x.Checks = r.checks(x)
	if r.failed() {
		return nil, r.problems
	}
	x.Trace = r.trace
	return x, nil
}

// estimates is the number of groups of which the number of pupils is an estimate.
func estimates(p *zio.Population) int64 {
	n := int64(0)
	for i := range p.Groups {
		if p.Groups[i].Ranged() {
			n++
		}
	}
	return n
}

// calculate works out one component. A problem ends it; what it gives then is not used.
func (r *record) calculate() (ComponentResult, []Transfer) {
	c := r.component
	cost := c.Cost.cost(r.under(c.Cost.Rule(), "/cost", "cost/"))
	if r.failed() {
		return ComponentResult{}, nil
	}
	weights := c.Key.weigh(r.under(c.Key.Rule(), "/key", "key/"), cost)
	if r.failed() {
		return ComponentResult{}, nil
	}
	weights = r.under("party-time/1", "/key", "time/").present(weights)
	bears := r.divide(cost, weights)
	if r.failed() {
		return ComponentResult{}, nil
	}
	bears = r.under("cover/1", "/cover", "cover/").cover(c.Cover, bears)
	s := c.Flow.flow(r.under(c.Flow.Rule(), "/flow", "flow/"), bears)
	if r.failed() {
		return ComponentResult{}, nil
	}
	return r.result(cost, weights, s), s.transfers
}

// result is the outcome of the component as it stands in the document.
func (r *record) result(cost costOutcome, weights []weight, s settled) ComponentResult {
	c := r.component
	out := ComponentResult{ID: c.ID, Title: c.Title, Route: c.Route, Rules: []string{c.Cost.Rule(), c.Key.Rule(), c.Flow.Rule()},
		Cost: r.euro(cost.total), Gap: r.euro(s.gap), Rest: r.euro(s.rest), Shadow: s.shadow, Shares: make([]ShareResult, len(s.shares))}
	if cost.low.is() {
		low, high := r.euro(cost.low), r.euro(cost.high)
		out.Low, out.High = &low, &high
	}
	k := 0
	for i, one := range s.shares {
		out.Shares[i] = ShareResult{Party: one.party, Amount: one.amount, Ref: one.ref}
		for k < len(weights) && weights[k].party < one.party { // both are in order of party
			k++
		}
		if k < len(weights) && weights[k].party == one.party {
			out.Shares[i].Weight, out.Shares[i].Unit = weights[k].v.text(), weights[k].v.unit
		}
	}
	return out
}
