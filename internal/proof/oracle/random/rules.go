package random

import (
	"slices"
	"strconv"
	"time"
)

// insideKeys can stand inside another key; the others divide the whole cost of a component.
var insideKeys = slices.DeleteFunc(slices.Clone(Keys), func(key string) bool {
	return slices.Contains([]string{"excess/1", "exit/1", "fixed-amounts/1", "small-numbers/1"}, key)
})

// Together reports whether a key goes with a cost at all.
func Together(cost, key string) bool { return key != "excess/1" || cost == "individual-decisions/1" }

// fits reports whether a key goes with a cost, and with who takes part and how long.
func (g *generator) fits(rule, cost string) bool {
	switch rule {
	case "excess/1":
		return Together(cost, rule) && !g.timed
	case "exit/1":
		return !g.timed && !date(g.period.until).After(date(g.period.from).AddDate(1, 0, -1)) && len(g.participants) < len(g.municipalities)
	case "fixed-amounts/1", "small-numbers/1":
		return !g.timed
	}
	return true
}

// cost draws the members of a cost rule. Here stands what its declared members do not tell: how they hang together.
func (g *generator) cost(rule string) object {
	c := g.rule(rule, nil)
	switch rule {
	case "budget/1": // for a whole period
		c["amount"] = g.euro(3_000_000)
	case "fixed-hours/1":
		most := int64(3000)
		if g.threshold > 0 {
			most = g.threshold
		}
		norm := 1 + g.Int64N(most)
		c["normMinutes"] = norm
		if c["normRange"] != nil {
			c["normRange"] = object{"min": 1 + g.Int64N(norm), "max": norm + g.Int64N(3001-norm)}
		}
	case "staffing/1":
		var posts array
		for i := range 1 + g.IntN(3) {
			var steps array
			at := date(g.period.from)
			for k := 0; k <= i && !at.After(date(g.period.until)); k++ {
				steps = append(steps, object{"from": text(at), "fte": g.decimal(0, 5, 3)})
				at = at.AddDate(0, 1+g.IntN(5), 0)
			}
			post := object{"label": "plek " + strconv.Itoa(i+1), "steps": steps}
			if g.chance(30) {
				post["site"] = pick(g, g.sites)
			}
			posts = append(posts, post)
		}
		c["posts"] = posts
	case "drawing-right/1":
		if delete(c, "upliftUntil"); c["uplift"] != nil {
			c["upliftUntil"] = pick(g, []string{g.period.from, g.period.until, "2020-01-01"})
		}
		var rights array
		for i := range 1 + g.IntN(4) {
			right := 1 + g.IntN(5000)
			rights = append(rights, object{"school": "school " + strconv.Itoa(i), "board": "bestuur", "kind": pick(g, []string{"youth-care", "mental-health"}),
				"fte": thousandths(right), "use": thousandths(g.IntN(right + 1)), "consent": g.chance(30)})
		}
		c["rights"] = rights
	case "individual-decisions/1":
		c["tariffs"] = array{
			object{"product": "45A04", "per": "hour", "amount": g.euro(150), "variant": "effort"},
			object{"product": "45A05", "per": "hour", "amount": g.euro(150), "variant": "output"},
			object{"product": "50B01", "per": "daypart", "amount": g.euro(150), "variant": pick(g, []string{"effort", "output"})},
			object{"product": "50B02", "per": "euro", "amount": "1.00", "variant": "effort"},
			object{"product": "44A07", "per": "day", "amount": g.euro(150), "variant": "effort"},
			object{"product": "44A08", "per": "piece", "amount": g.euro(150), "variant": "output"},
		}
	case "supplement/1":
		c["cap"] = strconv.Itoa(1+g.IntN(9000)) + ".00"
	case "degressive/1":
		var steps array
		from := 0
		for range 1 + g.IntN(4) {
			steps = append(steps, object{"from": from, "price": g.euro(9000)})
			from += 1 + g.IntN(60)
		}
		c["steps"] = steps
	}
	return c
}

// listed are the categories of a list of prices or weights, mostly all.
func (g *generator) listed() []string {
	if g.chance(2) {
		return categories[:2]
	}
	return categories
}

func (g *generator) nonParticipants(gap bool) string {
	if gap && g.chance(50) {
		return "leave-as-gap"
	}
	return "redistribute"
}

// key draws a key; gap: whether a part may be left to nobody.
func (g *generator) key(rule, cost string, depth int, gap bool) object {
	inner := func() object {
		rules := insideKeys
		if depth >= 1 {
			rules = Keys[:4]
		}
		return g.key(pick(g, rules), cost, depth+1, gap)
	}
	k := g.rule(rule, inner)
	if k["nonParticipants"] != nil {
		k["nonParticipants"] = g.nonParticipants(gap)
	}
	switch rule {
	case "pro-rata/1":
		delete(k, "date")
		delete(k, "years")
		if g.chance(16) {
			k["basis"] = "clients"
			if g.chance(95) {
				k["date"] = "2024-12-31"
				if g.chance(60) {
					k["years"] = 1 + g.IntN(3)
				}
			}
		}
	case "fixed-shares/1":
		shares := k["shares"].(array)
		left := 100_000
		for i, share := range shares {
			part := left
			if i+1 < len(shares) {
				part = g.IntN(left + 1)
			}
			left -= part
			share.(object)["percent"] = thousandths(part)
		}
	case "given/1": // weights, or amounts when it is the whole key
		delete(k, "weights")
		delete(k, "amounts")
		d := &fields[rule][0]
		if depth == 0 && g.chance(5) {
			d = &fields[rule][1]
		}
		k[d.Name] = g.member(d, inner)
	case "fixed-amounts/1":
		for _, one := range k["amounts"].(array) {
			one.(object)["amount"] = g.euro(pick(g, []int{20, 20, 20, 5000}))
		}
		if !gap && k["others"] == nil {
			k["others"] = inner()
		}
	case "small-numbers/1":
		k["fewer"], k["price"] = 1+g.IntN(20), g.euro(200)
	case "exit/1":
		var leaving array
		for _, id := range some(g, g.municipalities[len(g.participants):], 1) {
			left := date(g.period.from).AddDate(0, -g.IntN(70), -1-g.IntN(3))
			leaving = append(leaving, object{"party": id, "left": text(left), "contribution": g.euro(pick(g, []int{200, 9000}))})
		}
		k["leaving"] = leaving
	case "own-use/1":
		k["measure"] = pick(g, []string{"eligible-minutes", "eligible-pupils"})
		if cost == "individual-decisions/1" && g.chance(70) {
			k["measure"] = "own-cost"
		}
	case "mixed/1":
		parts := k["parts"].(array)
		parts = parts[:min(len(parts), 3)]
		for _, part := range parts {
			part.(object)["weight"] = strconv.Itoa(1 + g.IntN(9))
		}
		k["parts"] = parts
	}
	return k
}

// payees draws parties that are paid, other than some.
func (g *generator) payees(not ...string) array {
	list := []string{"aanbieder", "school", "rest", g.others[4], pick(g, g.municipalities)}
	var out array
next:
	for _, id := range some(g, list, 1) {
		for _, other := range not {
			if id == other {
				continue next
			}
		}
		out = append(out, object{"party": id, "weight": g.decimal(1, 9, 3), "instrument": g.instrument()})
	}
	if len(out) == 0 {
		out = array{object{"party": "vsv", "weight": "1", "instrument": g.instrument()}}
	}
	return out
}

// instrument is what a payment is.
func (g *generator) instrument() string {
	return pick(g, []string{"subsidy", "purchase", "education-funding", "contribution", "invoice"})
}

func (g *generator) flow(rule, cost string) object {
	w := object{"rule": rule}
	inner := func() object { return g.key(pick(g, insideKeys), cost, 1, false) }
	centre := pick(g, g.participants)
	switch rule {
	case "direct/1":
		w["payees"] = g.payees()
	case "cashier/1":
		w["cashier"], w["collectedAs"], w["payees"] = centre, g.instrument(), g.payees(centre)
		if g.chance(30) {
			w["fee"] = g.euro(2000)
		}
		if g.chance(30) {
			w["reserve"] = g.euro(2000)
		}
	case "pass-through/1":
		w["cashier"], w["collectedAs"], w["passedOnAs"], w["siteKey"] = centre, g.instrument(), g.instrument(), inner()
		var doers array
		for _, id := range some(g, g.participants, 0) {
			doers = append(doers, object{"municipality": id, "party": pick(g, g.others), "instrument": g.instrument()})
		}
		if len(doers) > 0 {
			w["doers"] = doers
		}
	case "host/1":
		w["host"], w["collectedAs"], w["payees"] = centre, g.instrument(), g.payees(centre)
		var decisions array
		for _, id := range some(g, g.municipalities, 0) {
			if id != centre {
				decisions = append(decisions, object{"home": id, "pupils": 1 + g.IntN(9), "amount": g.euro(pick(g, []int{50, 100, 4000}))})
			}
		}
		if len(decisions) > 0 {
			w["decisions"] = decisions
		}
	case "no-settlement/1":
		w["payer"], w["tolerance"], w["payees"] = centre, g.euro(20_000), g.payees(centre)
		if g.chance(50) {
			w["elsewhere"] = g.euro(50_000)
		}
	case "grant/1":
		w["recipient"], w["instrument"] = "school", g.instrument()
		if g.chance(60) {
			w["grantor"], w["collectedAs"] = pick(g, []string{centre, "vsv"}), g.instrument()
		}
		if g.chance(60) {
			w["onward"] = g.payees("school")
		}
	default:
		return g.rule(rule, inner)
	}
	return w
}

func thousandths(n int) string {
	text := strconv.Itoa(n / 1000)
	if rest := n % 1000; rest != 0 {
		digits := strconv.Itoa(1000 + rest)[1:]
		for digits[len(digits)-1] == '0' {
			digits = digits[:len(digits)-1]
		}
		text += "." + digits
	}
	return text
}

func date(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

func text(t time.Time) string { return t.Format(time.DateOnly) }
