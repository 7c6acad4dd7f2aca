package oracle

import "math/big"

// flowDocument holds the members of every flow rule.
type flowDocument struct {
	Rule, Cashier, Fee, Reserve, Host, Payer, Tolerance, Elsewhere, Grantor, Recipient, CollectedAs, PassedOnAs, Instrument string
	Payees, Onward                                                                                                          []payeeDocument
	Decisions                                                                                                               []struct{ Home, Amount string }
	SiteKey                                                                                                                 *keyDocument
	Doers                                                                                                                   []struct{ Municipality, Party, Instrument string }
}

// payment is one transfer of money.
type payment struct {
	component, kind, instrument, from, to string
	amount                                *big.Rat
}

// settlement is a component after its key.
type settlement struct {
	component *componentDocument
	costs     costs
	shares    amountsOf
	gap, rest *big.Rat
	shadow    amountsOf
	over      map[string]bool
	payments  []payment
}

// divide divides an amount over weights, in euros.
func divide(total *big.Rat, weights amountsOf, d Division) (amountsOf, *big.Rat) {
	if weights.total().Sign() == 0 {
		refuse("allocate.weights-zero")

	}
	if d.Method == "rest-to-named" && (weights[d.Named] == nil || weights[d.Named].Sign() == 0) {
		refuse("allocate.named-unknown")
	}
	var parties []Party
	for _, name := range weights.names() {
		parties = append(parties, Party{name, weights[name].RatString()})
	}
	out, err := Allocate(mul(total, rat(100)).Num(), parties, d)
	if err != nil {
		panic(err)
	}
	euros := func(x *big.Int) *big.Rat { return new(big.Rat).SetFrac(x, big.NewInt(100)) }
	shares := amountsOf{}
	for i, p := range parties {
		shares[p.Name] = euros(out.Amounts[i])
	}
	return shares, euros(out.Rest)
}

// settle works out one component.
func (m *Model) settle(c *componentDocument) *settlement {
	s := &settlement{component: c, costs: m.cost(c), shares: amountsOf{}, gap: new(big.Rat), rest: new(big.Rat), shadow: amountsOf{}, over: map[string]bool{}}
	weights := m.weigh(c, &c.Key, s.costs, s.costs.total)
	if m.timed() {
		present := amountsOf{} // a map of its own: the weights can be the costs themselves
		for party, w := range weights {
			present.add(party, mul(w, rat(m.takesPart(party))))
		}
		weights = present
	}
	zero := weights.total().Sign() == 0
	if zero && s.costs.total.Sign() != 0 {
		refuse("key.weights-zero")
	}
	if c.Limits != nil && !zero {
		weights = m.limit(c.Limits, s.costs.total, weights)
		zero = weights.total().Sign() == 0
	}
	if zero {
		for party := range weights {
			if party != nobody {
				s.shares.add(party, new(big.Rat))
			}
		}
	} else {
		s.shares, s.rest = divide(s.costs.total, weights, c.Division)
		for party, amount := range s.shares {
			switch {
			case amount.Sign()*s.costs.total.Sign() >= 0:
			case party == nobody:
				refuse("division.gap-negative")
			default:
				refuse("division.share-negative")
			}
		}
		if gap := s.shares[nobody]; gap != nil {
			s.gap = gap
			delete(s.shares, nobody)
		}
	}
	for _, source := range c.Cover { // F11
		if s.gap.Sign() <= 0 {
			break
		}
		part := s.gap
		if source.UpTo != "" {
			part = least(part, num(source.UpTo))
		}
		s.gap = less(s.gap, part)
		s.shares.add(source.Party, part)
	}
	m.flow(s)
	return s
}

// pay adds a transfer; a negative amount goes the other way, and nobody pays itself.
func (s *settlement) pay(kind, instrument, from, to string, amount *big.Rat) {
	if amount.Sign() < 0 {
		from, to, amount = to, from, new(big.Rat).Neg(amount)
	}
	if from != to && amount.Sign() != 0 {
		s.payments = append(s.payments, payment{s.component.ID, kind, instrument, from, to, amount})
	}
}

// payAll divides an amount over payees.
func (s *settlement) payAll(from string, amount *big.Rat, payees []payeeDocument) {
	if amount.Sign() == 0 {
		return
	}
	weights, instruments := amountsOf{}, map[string]string{}
	for _, p := range payees {
		weights.add(p.Party, num(p.Weight))
		instruments[p.Party] = p.Instrument
	}
	parts, _ := divide(amount, weights, Division{Method: "largest-remainder", Unit: "cent"})
	for to, part := range parts {
		s.pay("payment", instruments[to], from, to, part)
	}
}

// collect has everyone pay its share.
func (s *settlement) collect(kind, instrument, to string) *big.Rat {
	for from, amount := range s.shares {
		s.pay(kind, instrument, from, to, amount)
	}
	return s.shares.total()
}

func (m *Model) flow(s *settlement) {
	w := &s.component.Flow
	switch w.Rule {
	case "direct/1":
		for from, amount := range s.shares {
			s.payAll(from, amount, w.Payees)
		}
	case "cashier/1": // F07
		collected := s.collect("share", w.CollectedAs, w.Cashier)
		on := less(collected, plus(num(w.Fee), num(w.Reserve)))
		if on.Sign() < 0 && collected.Sign() >= 0 {
			refuse("cashier.keeps-too-much")
		}
		s.payAll(w.Cashier, on, w.Payees)
	case "pass-through/1": // F07
		collected := s.collect("share", w.CollectedAs, w.Cashier)
		weights := m.weigh(s.component, w.SiteKey, s.costs, collected)
		if collected.Sign() == 0 {
			return
		}
		parts, _ := divide(collected, weights, Division{Method: "largest-remainder", Unit: "cent"})
		for to, part := range parts {
			s.pay("site", w.PassedOnAs, w.Cashier, to, part)
			for _, d := range w.Doers {
				if d.Municipality == to {
					s.pay("payment", d.Instrument, to, d.Party, part)
				}
			}
		}
	case "host/1": // F08
		s.payAll(w.Host, s.collect("share", w.CollectedAs, w.Host), w.Payees)
		s.shares.add(w.Host, new(big.Rat))
		own := new(big.Rat).Set(s.shares[w.Host])
		for _, d := range w.Decisions {
			s.pay("decision", w.CollectedAs, d.Home, w.Host, num(d.Amount))
			s.shares.add(d.Home, num(d.Amount))
			s.shares.add(w.Host, new(big.Rat).Neg(num(d.Amount)))
		}
		if own.Sign() >= 0 && s.shares[w.Host].Sign() < 0 {
			refuse("host.decisions-above-share")
		}
	case "no-settlement/1": // F09
		total := s.shares.total()
		own := num(w.Elsewhere)
		for party, amount := range s.shares {
			if party != w.Payer {
				s.shadow.add(party, amount)
				own = less(own, amount)
			}
		}
		s.shadow[w.Payer] = own
		for party, amount := range s.shadow {
			s.over[party] = new(big.Rat).Abs(amount).Cmp(num(w.Tolerance)) > 0
		}
		s.shares = amountsOf{w.Payer: total}
		s.payAll(w.Payer, total, w.Payees)
	case "grant/1": // F06
		granted := s.shares.total()
		if w.Grantor == "" {
			s.collect("payment", w.Instrument, w.Recipient)
		} else {
			s.collect("share", w.CollectedAs, w.Grantor)
			s.pay("payment", w.Instrument, w.Grantor, w.Recipient, granted)
		}
		if len(w.Onward) > 0 {
			s.payAll(w.Recipient, granted, w.Onward)
		}
	default:
		noRule("flow", w.Rule)
	}
}
