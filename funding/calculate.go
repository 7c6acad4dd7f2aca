package funding

import (
	"cmp"
	"strconv"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/sha256"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Version is the version of the library, SchemaVersion that of the exchange documents.
const (
	Version       = "0.1.0"
	SchemaVersion = "1.0"
)

// run is one calculation. It is used once, from top to bottom, and holds no state between calculations.
type run struct {
	a         *Agreement
	p         *zio.Population
	in        *set[zio.MunicipalityCode] // that take part
	assigned  []assignment
	sites     *set[zio.SiteCode] // of the component
	tallied   []tallied          // of the component
	component *Component
	pointer   string // in the agreement, of the component or rule that is being worked on
	rule      string
	prefix    string   // of the addresses of steps
	own       []weight // what the cost rule of the component says of each home municipality
	amount    value    // what the key divides
	traced    bool     // whether steps are recorded
	trace     Trace
	problems  zio.Problems
}

// costOutcome is what a cost rule says: the total, and the total at both ends of a range if there is one.
type costOutcome struct {
	total     value
	low, high value    // no ref when there is no range
	own       []weight // what each home municipality costs, in order of code; nil when the rule does not say
}

// Calculate applies an agreement to a population (berekenen). Where the population gives a range of pupils it calculates
// with the estimate, see [zio.Population.Estimated], and the trace and the explanation say so. Both documents are checked first, the agreement before the
// population; with problems there is no result. What is found while calculating points into the agreement, and into the
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

func outcome(a *Agreement, p *zio.Population, traced bool) (*Result, zio.Problems) {
	if problems := a.Check(); len(problems) > 0 {
		return nil, problems
	}
	if problems := p.Check(); len(problems) > 0 {
		return nil, problems
	}
	return settle(a, p, traced)
}

// settle calculates with documents that were checked.
func settle(a *Agreement, p *zio.Population, traced bool) (*Result, zio.Problems) {
	if problems := a.Needs(p); len(problems) > 0 {
		return nil, problems
	}
	p = p.Estimated()
	r := &run{a: a, p: p, in: participants(a), traced: traced, trace: Trace{Version: 1}}
	if traced {
		r.trace.Steps = make([]Step, 0, min(4*len(a.Parties)*len(a.Components), 4096))
	}
	r.assigned = assign(a, p, r.in)
	x := &Result{
		Agreement:  AgreementRef{ID: a.ID, Title: a.Title, Period: a.Period},
		Population: PopulationRef{Title: p.Title, CountDate: p.CountDate, Estimates: estimates(p)},
	}
	x.Parties = make([]PartyName, len(a.Parties))
	for i := range a.Parties {
		x.Parties[i] = PartyName{ID: a.Parties[i].ID, Name: a.Parties[i].Name}
	}
	x.Routing = r.routing()
	for i := range a.Components {
		r.calculate(x, i)
		if r.failed() {
			return nil, r.problems
		}
	}
	r.totals(x)
	r.check(x)
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

// enter says what is being worked on: a member of component i, or the component itself.
func (r *run) enter(i int, member, rule string) {
	c := &r.a.Components[i]
	r.component = c
	r.pointer = at("/components", i)
	r.rule = rule
	if member != "" {
		r.pointer += "/" + member
	}
	if r.traced {
		r.prefix = c.ID + "/"
		if member != "" {
			r.prefix += member + "/"
		}
	}
}

// calculate works out component i: cost, key, division, flow.
func (r *run) calculate(x *Result, i int) {
	c := &r.a.Components[i]
	r.tallied, r.sites = nil, nil
	r.enter(i, "cost", c.Cost.Rule())
	cost := c.Cost.cost(r)
	if r.failed() {
		return
	}
	r.own, r.amount = cost.own, cost.total
	r.enter(i, "key", c.Key.Rule())
	weights := c.Key.weigh(r)
	if r.failed() {
		return
	}
	s := r.divide(i, cost.total, weights)
	if r.failed() {
		return
	}
	r.enter(i, "cover", "cover/1")
	r.cover(c.Cover, s)
	r.enter(i, "flow", c.Flow.Rule())
	c.Flow.flow(r, s)
	if r.failed() {
		return
	}
	out := ComponentResult{ID: c.ID, Title: c.Title, Route: c.Route, Rules: []string{c.Cost.Rule(), c.Key.Rule(), c.Flow.Rule()},
		Cost: r.euro(cost.total), Gap: r.euro(s.gap), Rest: r.euro(s.rest), Shadow: s.shadow}
	if cost.low.is() {
		low, high := r.euro(cost.low), r.euro(cost.high)
		out.Low, out.High = &low, &high
	}
	out.Shares = make([]ShareResult, len(s.shares))
	next := 0 // shares and weights are mostly in the same order
	for i, one := range s.shares {
		out.Shares[i] = ShareResult{Party: one.party, Amount: one.amount, Ref: one.ref}
		for range weights {
			w := weights[next]
			if next++; next == len(weights) {
				next = 0
			}
			if w.party == one.party {
				out.Shares[i].Weight, out.Shares[i].Unit = w.v.text(), w.v.unit
				break
			}
		}
	}
	x.Components = append(x.Components, out)
	x.Transfers = append(x.Transfers, s.transfers...)
}

// divide divides the cost over the weights of the key. What falls to the gap is kept apart.
func (r *run) divide(i int, total value, weights []weight) *settled {
	zero := r.constant("zero", money.Exact{}, UnitEuro).as("")
	s := &settled{total: total, gap: zero, rest: zero}
	if l := r.component.Limits; l != nil && !weightless(weights) {
		r.enter(i, "limits", "limits/1")
		if weights = r.limit(l, total, weights); r.failed() {
			return s
		}
	}
	if weightless(weights) {
		if !total.x.IsZero() {
			r.refuse(problemZeroWeights, "", "total", total.text())
			return s
		}
		for _, w := range weights {
			if w.party != gapParty {
				s.shares = append(s.shares, share{party: w.party, ref: total.ref})
			}
		}
		return s
	}
	r.enter(i, "division", "division/1")
	if r.traced {
		r.prefix = r.component.ID + "/"
	}
	shares, rest := r.allocate(step{name: "shares", unit: UnitEuro}, total, weights, r.component.Division)
	s.rest = rest
	for _, one := range shares {
		if one.party == gapParty {
			s.gap = one.value("gap")
		} else {
			s.shares = append(s.shares, one)
		}
	}
	return s
}

// weightless reports whether no party weighs anything.
func weightless(weights []weight) bool {
	for _, w := range weights {
		if !w.v.x.IsZero() {
			return false
		}
	}
	return true
}

// euro is an amount that is whole cents already.
func (r *run) euro(v value) money.Euro {
	e, err := v.x.Euro(money.HalfUp)
	r.fail(err)
	return e
}

// totals adds over the components: what each party bears, pays and receives.
func (r *run) totals(x *Result) {
	r.pointer, r.prefix, r.rule = "", "total/", "total/1"
	parties := make([]string, 0, len(r.a.Parties))
	from, to := -1, 0
	for i := range x.Components {
		for j := range x.Components[i].Shares {
			parties, from = insertSorted(parties, from+1, x.Components[i].Shares[j].Party)
		}
	}
	for i := range x.Transfers {
		t := &x.Transfers[i]
		parties, from = insertSorted(parties, from+1, t.From)
		parties, to = insertSorted(parties, to, t.To)
	}
	x.Balances = make([]Balance, len(parties))
	for i, id := range parties {
		x.Balances[i].Party = id
	}
	from, to = -1, 0
	add := func(e *money.Euro, f money.Euro) {
		sum, err := e.Add(f)
		r.fail(err)
		*e = sum
	}
	type burden struct {
		any    bool // whether the party bears something, if only 0.00
		amount money.Euro
		parts  []value // with a trace
	}
	bears := make([]burden, len(parties))
	for i := range x.Components {
		for j := range x.Components[i].Shares {
			s := &x.Components[i].Shares[j]
			from = seekText(parties, from+1, s.Party).at
			b := &bears[from]
			b.any = true
			add(&b.amount, s.Amount)
			if r.traced {
				b.parts = append(b.parts, share{amount: s.Amount, ref: s.Ref}.value(x.Components[i].ID))
			}
		}
	}
	for i := range x.Transfers {
		t := &x.Transfers[i]
		from, to = seekText(parties, from+1, t.From).at, seekText(parties, to, t.To).at
		add(&x.Balances[from].Pays, t.Amount)
		add(&x.Balances[to].Receives, t.Amount)
	}
	next := 0 // parties are mostly in this order
	named := func(id string, amount money.Euro) PartyAmount {
		for range r.a.Parties {
			p := &r.a.Parties[next]
			if next++; next == len(r.a.Parties) {
				next = 0
			}
			if p.ID == id {
				return PartyAmount{Party: id, Name: p.Name, Amount: amount}
			}
		}
		return PartyAmount{Party: id, Name: id, Amount: amount}
	}
	x.Shares, x.Payees = make([]PartyAmount, 0, len(parties)), []PartyAmount{}
	for i, id := range parties {
		b := &x.Balances[i]
		net, err := b.Receives.Sub(b.Pays)
		r.fail(err)
		b.Net = net
		if bears[i].any {
			if r.traced {
				r.sum(step{name: "bears", party: id, unit: UnitEuro}, bears[i].parts...)
			}
			x.Shares = append(x.Shares, named(id, bears[i].amount))
		} else if b.Pays.IsZero() {
			x.Payees = append(x.Payees, named(id, b.Receives))
		}
	}
	if x.Transfers == nil {
		x.Transfers = []Transfer{}
	}
}

var problemCheck = &zio.ProblemKind{Code: "calculate.check-failed", NL: "De uitkomst klopt niet met zichzelf ({check}: {left} en {right}). Meld dit; gebruik de uitkomst niet.", EN: "The result does not agree with itself ({check}: {left} and {right}). Report this; do not use the result."}

// check tests the result against itself: sums, ledger, no payment to oneself, every pupil once.
func (r *run) check(x *Result) {
	equal := func(code, component, left, right string) {
		x.Checks = append(x.Checks, CheckResult{Code: code, Component: component, Left: left, Right: right, OK: left == right})
		if left != right {
			r.refuse(problemCheck, "", "check", code, "left", left, "right", right)
		}
	}
	add := func(e, f money.Euro) money.Euro {
		sum, err := e.Add(f)
		r.fail(err)
		return sum
	}
	for i := range x.Components {
		c := &x.Components[i]
		sum := add(c.Gap, c.Rest)
		for j := range c.Shares {
			sum = add(sum, c.Shares[j].Amount)
		}
		equal("shares-gap-rest-equal-cost", c.ID, sum.String(), c.Cost.String())
	}
	net := money.Euro{}
	for i := range x.Balances {
		net = add(net, x.Balances[i].Net)
	}
	equal("ledger-sums-to-zero", "", net.String(), money.Euro{}.String())
	self := int64(0)
	for i := range x.Transfers {
		if x.Transfers[i].From == x.Transfers[i].To {
			self++
		}
	}
	equal("no-payment-to-oneself", "", itoa(self), "0")
	routed, counted := int64(0), int64(0)
	for i := range r.assigned {
		routed += r.assigned[i].pupils
	}
	for i := range r.p.Groups {
		counted += r.p.Groups[i].Pupils
	}
	equal("every-pupil-once", "", itoa(routed), itoa(counted+int64(len(r.p.Pupils))))
}

// routing counts where the pupils and minutes went.
func (r *run) routing() RoutingResult {
	x := RoutingResult{Homes: make([]HomeResult, 0, len(r.in.codes)), Exclusions: []RoutedGroup{}, Routes: []RoutedRoute{}}
	home, excluded := -1, -1
	perRoute := [len(routes)]RoutedRoute{}
	for i := range r.assigned {
		s := &r.assigned[i]
		x.Pupils += s.pupils
		perRoute[s.route].Pupils += s.pupils
		if !again(r.assigned, i) {
			perRoute[s.route].MinutesPerWeek += s.minutes
		}
		q := seekIn(len(x.Homes), home+1)
		for q.on() {
			q.compared(x.Homes[q.at].Home.Compare(s.home))
		}
		if home = q.at; !q.found {
			x.Homes = insert(x.Homes, home, HomeResult{Home: s.home})
		}
		x.Homes[home].Pupils += s.pupils
		if s.route == RouteCollective {
			x.Pooled += s.pupils
			x.Homes[home].Pooled += s.pupils
			continue
		}
		if s.group && s.pupils == 0 {
			continue
		}
		q = seekIn(len(x.Exclusions), excluded+1)
		for q.on() {
			g := &x.Exclusions[q.at]
			q.compared(cmp.Or(cmp.Compare(g.Reason, s.reason), cmp.Compare(g.Route, s.route), g.Home.Compare(s.home)))
		}
		if excluded = q.at; !q.found {
			x.Exclusions = insert(x.Exclusions, excluded, RoutedGroup{Reason: s.reason, Rule: s.reason.RoutingRule(), Route: s.route, Home: s.home, Basis: s.reason.Basis()})
		}
		x.Exclusions[excluded].Pupils += s.pupils
		x.Exclusions[excluded].MinutesPerWeek += s.minutes
	}
	for i := range perRoute {
		if perRoute[i].Pupils != 0 || perRoute[i].MinutesPerWeek != 0 {
			perRoute[i].Route = Route(i)
			x.Routes = append(x.Routes, perRoute[i])
		}
	}
	if n := r.a.Routing.EducationMinutesPerWeek; n > 0 {
		r.prefix, r.rule, r.pointer = "routing/", "routing/1", "/routing"
		minutes := r.product(step{name: "education-minutes", unit: UnitMinutes, basis: "LECSO, in het so-tarief (OCW)"},
			r.constant("pupils", money.ExactFromInt(x.Pupils), UnitPupils),
			r.agreed("minutesPerPupil", "/educationMinutesPerWeek", money.ExactFromInt(n), UnitMinutes))
		total, err := minutes.x.Round(money.HalfUp)
		r.fail(err)
		x.EducationMinutesPerWeek = total
	}
	return x
}

// receipt says with what the result was made.
func receipt(a *Agreement, p *zio.Population, x *Result) Receipt {
	var rules []string
	for i := range x.Trace.Steps {
		rules, _ = insertSorted(rules, len(rules), x.Trace.Steps[i].Rule)
	}
	x.Receipt = Receipt{Library: Version, Schema: SchemaVersion, Rules: rules,
		Agreement: digest(a, (*Agreement).Bind), Population: digest(p, (*zio.Population).Bind)}
	x.Receipt.Result = digest(x, (*Result).Bind)
	return x.Receipt
}

// digest is "sha256:" and the digest of the canonical document of a value in hexadecimal digits.
func digest[T any](v *T, bind func(*T, *strictjson.Fields)) string {
	d := sha256.Start()
	strictjson.Stream(v, bind, d.Write)
	sum := d.Sum()
	b := make([]byte, 0, 7+2*len(sum))
	b = append(b, "sha256:"...)
	for _, c := range sum {
		if c < 16 {
			b = append(b, '0')
		}
		b = strconv.AppendUint(b, uint64(c), 16)
	}
	return string(b)
}
