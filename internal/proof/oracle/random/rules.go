package random

import (
	"strconv"
	"time"
)

// The rules of the three sets. Whoever adds one adds it here, and its members to the function of its set below.
var (
	Costs = []string{"budget/1", "fixed-hours/1", "staffing/1", "drawing-right/1", "estimated-hours/1", "class-product/1", "in-kind-pair/1",
		"population/1", "individual-decisions/1", "education-minutes/1", "supplement/1", "absence/1", "route-minutes/1",
		"degressive/1", "price-list/1", "admission/1"}
	Keys = []string{"single-payer/1", "pro-rata/1", "fixed-shares/1", "own-use/1", "hybrid/1", "mixed/1", "given/1", "weighted-pupils/1",
		"excess/1", "fixed-amounts/1", "small-numbers/1", "exit/1"}
	Flows = []string{"direct/1", "cashier/1", "pass-through/1", "host/1", "no-settlement/1", "grant/1"}
)

// Rare are the rules that the figures leave to the module with all calls.
var Rare = append(append([]string(nil), Costs[13:]...), Keys[7:]...)

// insideKeys can stand inside another key; those after them divide the whole cost of a component.
var insideKeys = Keys[:8]

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

func (g *generator) cost(rule string) object {
	c := object{"rule": rule}
	rate, weeks := g.euro(150), 1+g.IntN(60)
	switch rule {
	case "budget/1":
		c["amount"] = g.euro(3_000_000)
	case "fixed-hours/1":
		most := int64(3000)
		if g.threshold > 0 {
			most = g.threshold
		}
		norm := 1 + g.Int64N(most)
		c["normMinutes"], c["rate"], c["weeks"], c["rounding"] = norm, rate, weeks, g.rounding()
		if g.chance(50) {
			c["normRange"] = object{"min": 1 + g.Int64N(norm), "max": norm + g.Int64N(3001-norm)}
		}
	case "staffing/1":
		c["ratePerFte"], c["rounding"] = g.euro(100_000), g.rounding()
		var posts array
		for i := range 1 + g.IntN(3) {
			var steps array
			at := date(g.period.from)
			for k := 0; k <= i && !at.After(date(g.period.until)); k++ {
				steps = append(steps, object{"from": text(at), "fte": g.decimal(0, 5, 3)})
				at = at.AddDate(0, 1+g.IntN(5), 0)
			}
			posts = append(posts, object{"label": "plek " + strconv.Itoa(i+1), "steps": steps})
		}
		c["posts"] = posts
	case "drawing-right/1":
		c["ratePerFte"], c["rounding"], c["charge"], c["kindsTogether"] = g.euro(90_000), g.rounding(), pick(g, []string{"right", "use"}), pick(g, []string{"yes", "no"})
		if g.chance(50) {
			c["uplift"], c["upliftUntil"] = g.decimal(0, 100, 6), pick(g, []string{g.period.from, g.period.until, "2020-01-01"})
		}
		var rights array
		for i := range 1 + g.IntN(4) {
			right := 1 + g.IntN(5000)
			rights = append(rights, object{"school": "school " + strconv.Itoa(i), "board": "bestuur", "kind": pick(g, []string{"youth-care", "mental-health"}),
				"fte": thousandths(right), "use": thousandths(g.IntN(right + 1))})
		}
		c["rights"] = rights
	case "estimated-hours/1":
		c["rate"], c["weeks"], c["rounding"], c["evidence"] = rate, weeks, g.rounding(), []string{"ouders"}
		if g.chance(50) {
			c["reserve"] = g.euro(5000)
		}
	case "route-minutes/1":
		c["rate"], c["weeks"], c["rounding"] = rate, weeks, g.rounding()
	case "class-product/1":
		c["classes"], c["capacity"], c["price"], c["rounding"] = 1+g.IntN(20), 10+g.IntN(31), g.euro(100_000), g.rounding()
		if g.chance(50) {
			c["ftePerClass"] = g.decimal(0, 3, 3)
		}
	case "in-kind-pair/1":
		c["groups"], c["minutes"], c["rate"], c["rounding"] = 1+g.IntN(200), 1+g.IntN(1000), rate, g.rounding()
		if g.chance(50) {
			c["teacherRate"] = g.euro(90)
		}
	case "population/1":
		c["needRate"], c["averageCost"], c["evidence"], c["rounding"] = g.decimal(0, 100, 6), g.euro(20_000), "schatting", g.rounding()
	case "individual-decisions/1":
		c["tariffs"] = array{
			object{"product": "45A04", "per": "hour", "amount": rate, "variant": "effort"},
			object{"product": "45A05", "per": "hour", "amount": g.euro(150), "variant": "output"},
			object{"product": "50B01", "per": "daypart", "amount": g.euro(150), "variant": pick(g, []string{"effort", "output"})},
			object{"product": "50B02", "per": "euro", "amount": "1.00", "variant": "effort"},
		}
	case "education-minutes/1":
		c["minutesPerWeek"], c["weeks"], c["rate"], c["rounding"] = 1+g.IntN(400), weeks, rate, g.rounding()
	case "supplement/1":
		c["pot"], c["cap"] = g.euro(1_000_000), strconv.Itoa(1+g.IntN(9000))+".00"
		if g.chance(50) {
			c["label"] = pick(g, labels)
		}
	case "absence/1":
		c["rate"], c["rounding"] = rate, g.rounding()
		if g.chance(50) {
			c["cap"] = g.decimal(0, 100, 6)
		}
		var lines array
		for i := range 1 + g.IntN(5) {
			lines = append(lines, object{"label": "regel " + strconv.Itoa(i), "agreed": g.IntN(5000), "declared": g.IntN(5000)})
		}
		c["lines"] = lines
	case "degressive/1":
		var steps array
		from := 0
		for range 1 + g.IntN(4) {
			steps = append(steps, object{"from": from, "price": g.euro(9000)})
			from += 1 + g.IntN(60)
		}
		c["basis"], c["steps"], c["rounding"] = g.pupilBasis(), steps, g.rounding()
	case "price-list/1":
		var prices array
		for _, name := range g.listed() {
			prices = append(prices, object{"category": name, "price": g.euro(9000)})
		}
		c["basis"], c["prices"], c["rounding"] = g.pupilBasis(), prices, g.rounding()
	case "admission/1":
		var list array
		for _, name := range g.listed() {
			list = append(list, object{"category": name, "state": g.euro(15_000), "alliance": g.euro(15_000)})
		}
		c["part"], c["categories"], c["rounding"] = pick(g, []string{"state", "alliance", "both"}), list, g.rounding()
	}
	return c
}

func (g *generator) pupilBasis() string {
	return pick(g, []string{"enrolled-pupils", "eligible-pupils"})
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
	k := object{"rule": rule}
	switch rule {
	case "single-payer/1":
		k["payer"] = pick(g, append([]string{pick(g, g.participants)}, g.others...))
	case "pro-rata/1":
		k["nonParticipants"] = g.nonParticipants(gap)
		switch basis := pick(g, []string{"enrolled-pupils", "eligible-pupils", "eligible-minutes", "inhabitants", "gemeentefonds", "clients"}); basis {
		case "clients":
			k["basis"], k["date"] = basis, "2024-12-31"
			if g.chance(60) {
				k["years"] = 1 + g.IntN(3)
			}
			if g.chance(5) {
				delete(k, "date")
				delete(k, "years")
			}
		default:
			k["basis"] = basis
		}
	case "fixed-shares/1":
		parties := some(g, append(append([]string(nil), g.participants...), g.others...), 1)
		left := 100_000
		var shares array
		for i, id := range parties {
			part := left
			if i+1 < len(parties) {
				part = g.IntN(left + 1)
			}
			left -= part
			shares = append(shares, object{"party": id, "percent": thousandths(part)})
		}
		k["shares"] = shares
	case "given/1":
		k["source"], k["reason"] = "besluit", "zo afgesproken"
		member, list := "weight", array{}
		if depth == 0 && g.chance(5) {
			member = "amount"
		}
		for _, id := range some(g, append(append([]string(nil), g.participants...), g.others...), 1) {
			if member == "amount" {
				list = append(list, object{"party": id, member: g.euro(20_000)})
			} else {
				list = append(list, object{"party": id, member: g.decimal(0, 50, 6)})
			}
		}
		k[member+"s"] = list
	case "weighted-pupils/1":
		var weights array
		for _, name := range g.listed() {
			weights = append(weights, object{"category": name, "weight": g.decimal(0, 9, 3)})
		}
		k["basis"], k["weights"], k["nonParticipants"] = g.pupilBasis(), weights, g.nonParticipants(gap)
	case "excess/1":
		k["threshold"], k["common"] = g.euro(20_000), inner()
	case "fixed-amounts/1":
		var amounts array
		for _, id := range some(g, append(append([]string(nil), g.participants...), g.others...), 1) {
			amounts = append(amounts, object{"party": id, "amount": g.euro(pick(g, []int{20, 20, 20, 5000}))})
		}
		if k["amounts"] = amounts; !gap || g.chance(60) {
			k["others"] = inner()
		}
	case "small-numbers/1":
		k["basis"], k["fewer"], k["price"], k["others"] = g.pupilBasis(), 1+g.IntN(20), g.euro(200), inner()
	case "exit/1":
		var leaving, percents array
		for _, id := range some(g, g.municipalities[len(g.participants):], 1) {
			left := date(g.period.from).AddDate(0, -g.IntN(70), -1-g.IntN(3))
			leaving = append(leaving, object{"party": id, "left": text(left), "contribution": g.euro(pick(g, []int{200, 9000}))})
		}
		for range 1 + g.IntN(5) {
			percents = append(percents, g.decimal(0, 100, 2))
		}
		k["leaving"], k["percents"], k["others"] = leaving, percents, inner()
	case "own-use/1":
		k["measure"], k["nonParticipants"] = pick(g, []string{"eligible-minutes", "eligible-pupils"}), g.nonParticipants(gap)
		if cost == "individual-decisions/1" && g.chance(70) {
			k["measure"] = "own-cost"
		}
	case "hybrid/1":
		k["solidarity"], k["common"], k["own"] = g.decimal(0, 100, 6), inner(), inner()
	case "mixed/1":
		var parts array
		for range 1 + g.IntN(3) {
			parts = append(parts, object{"weight": strconv.Itoa(1 + g.IntN(9)), "key": inner()})
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

// instrument is what a payment is, in turn.
func (g *generator) instrument() string {
	g.payments++
	return [...]string{"subsidy", "purchase", "education-funding", "contribution", "invoice"}[g.payments%5]
}

func (g *generator) flow(rule, cost string) object {
	w := object{"rule": rule}
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
		w["cashier"], w["collectedAs"], w["passedOnAs"], w["siteKey"] = centre, g.instrument(), g.instrument(), g.key(pick(g, insideKeys), cost, 1, false)
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
