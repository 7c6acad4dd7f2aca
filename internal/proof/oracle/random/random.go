// Package random makes random agreements and populations for tests (willekeurige overeenkomsten). They are sound by
// themselves: the reader accepts both documents. Together they sometimes ask for what can not be calculated, such as
// a key by a count that the population does not have.
package random

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"
)

type object = map[string]any
type array = []any

// generator draws from one seed.
type generator struct {
	*rand.Rand
	period         period
	municipalities []string // all
	participants   []string
	others         []string // parties that are no municipality
	sites          []string
	threshold      int64           // 0: none
	months         bool            // the period is whole months
	timed          bool            // parties join and leave
	minutes        map[string]bool // routes of which a component charges the minutes
}

type period struct{ from, until string }

// Random gives the agreement and the population of a seed. Equal seeds give equal documents.
func Random(seed int64) (agreement, population []byte) {
	g := newGenerator(seed)
	count := 1 + g.IntN(3)
	components := make(array, count)
	for i := range components {
		components[i] = g.component(i, "", "", "")
	}
	return g.documents(components)
}

// Timed is Random, where some parties join or leave within the period.
func Timed(seed int64) (agreement, population []byte) {
	g := newGenerator(seed)
	g.timed = true
	components := make(array, 1+g.IntN(3))
	for i := range components {
		c := g.component(i, "", "", "")
		delete(c["division"].(object), "divisor") // which leaves no room for another weight
		components[i] = c
	}
	return g.documents(components)
}

// Combined is Random with one component, of these rules and this route.
func Combined(seed int64, cost, key, flow, route string) (agreement, population []byte) {
	g := newGenerator(seed)
	for Together(cost, key) && !g.fits(key, cost) {
		seed += 1_000_000
		g = newGenerator(seed)
	}
	c := g.component(0, cost, key, flow)
	c["route"] = route
	return g.documents(array{c})
}

var (
	allCodes = []string{"0268", "0209", "0225", "0252", "0296", "1945", "0363", "0344", "0855", "0014", "0034", "1949"}
	allSites = []string{"00OS00", "01AB00", "01AB01"}
	periods  = []period{{"2025-01-01", "2025-12-31"}, {"2024-08-01", "2025-07-31"}, {"2024-01-01", "2025-12-31"}, {"2023-08-01", "2025-07-31"},
		{"2025-02-01", "2025-02-28"}, {"2025-01-15", "2025-11-20"}, {"2025-03-03", "2025-03-03"}}
	long = strings.Repeat("lange-naam-", 5) + "einde" // as long as an id may be
)

func newGenerator(seed int64) *generator {
	g := &generator{Rand: rand.New(rand.NewPCG(uint64(seed), 17)), minutes: map[string]bool{}}
	g.period = pick(g, periods)
	g.months = g.period.until != "2025-11-20" && g.period.until != "2025-03-03"
	codes := append([]string(nil), allCodes...)
	g.Shuffle(len(codes), func(i, j int) { codes[i], codes[j] = codes[j], codes[i] })
	g.municipalities = codes[:1+g.IntN(8)]
	g.participants = g.municipalities[:1+g.IntN(len(g.municipalities))]
	g.others = []string{"aanbieder", "school", "vsv", "rest", pick(g, []string{"total", "weight", "value", "each", "share", long})}
	g.sites = allSites[:1+g.IntN(3)]
	if g.chance(60) {
		g.threshold = int64(30 + g.IntN(900))
	}
	return g
}

func pick[T any](g *generator, list []T) T { return list[g.IntN(len(list))] }

// chance is true in so many of a hundred draws.
func (g *generator) chance(percent int) bool { return g.IntN(100) < percent }

// some draws different items: at least low.
func some(g *generator, list []string, low int) []string {
	out := append([]string(nil), list...)
	g.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out[:min(len(out), low+g.IntN(len(out)-low+1))]
}

// euro is an amount below most whole euros; sometimes 0 and often whole.
func (g *generator) euro(most int) string {
	switch {
	case g.chance(5):
		return "0.00"
	case g.chance(40):
		return strconv.Itoa(g.IntN(most)) + ".00"
	}
	return strconv.Itoa(g.IntN(most)) + "." + strconv.Itoa(10+g.IntN(90))
}

// decimal is a number with at most places decimals, without zeros at its end, from low to most.
func (g *generator) decimal(low, most, places int) string {
	if g.chance(50) || most <= low {
		return strconv.Itoa(low + g.IntN(most-low+1))
	}
	text := strconv.Itoa(low+g.IntN(most-low)) + "."
	for range g.IntN(places) {
		text += strconv.Itoa(g.IntN(10))
	}
	return text + strconv.Itoa(1+g.IntN(9))
}

func (g *generator) rounding() string {
	return pick(g, []string{"half-up", "half-down", "half-even", "up", "down"})
}

func (g *generator) documents(components array) (agreement, population []byte) {
	var parties array
	for _, id := range g.municipalities {
		p := object{"id": id, "kind": "municipality", "name": "Gemeente " + id}
		for _, in := range g.participants {
			if in == id {
				p["participates"] = true
				g.time(p)
			}
		}
		parties = append(parties, p)
	}
	for i, id := range g.others {
		parties = append(parties, object{"id": id, "kind": []string{"provider", "school", "fund", "organisation", "school-alliance"}[i], "name": "Partij " + id})
	}
	agreed := object{
		"$schema": "https://zio-collectief.github.io/zio/schema/1.0/agreement.schema.json",
		"id":      "willekeurig", "title": "Willekeurige overeenkomst",
		"period":  object{"from": g.period.from, "until": g.period.until},
		"parties": parties, "routing": g.routing(), "components": components,
	}
	if g.timed {
		agreed["partyTime"] = pick(g, []string{"by-days", "by-months"})
	}
	a, err := json.Marshal(agreed)
	if err != nil {
		panic(err)
	}
	p, err := json.Marshal(g.population())
	if err != nil {
		panic(err)
	}
	return a, p
}

// time lets a party join or leave within the period.
func (g *generator) time(p object) {
	if !g.timed {
		return
	}
	first, err := time.Parse(time.DateOnly, g.period.from)
	if err != nil {
		panic(err)
	}
	last, err := time.Parse(time.DateOnly, g.period.until)
	if err != nil {
		panic(err)
	}
	days := int(last.Sub(first).Hours() / 24)
	from := g.IntN(days + 1)
	if g.chance(50) {
		p["from"] = first.AddDate(0, 0, from).Format(time.DateOnly)
	} else {
		from = 0
	}
	if g.chance(30) {
		p["until"] = first.AddDate(0, 0, from+g.IntN(days-from+1)).Format(time.DateOnly)
	}
}

func (g *generator) routing() object {
	r := object{}
	if g.threshold > 0 {
		r["threshold"] = object{"minutesPerWeek": g.threshold, "boundary": pick(g, []string{"below", "at-most"})}
	}
	if g.chance(50) {
		r["educationMinutesPerWeek"] = pick(g, []int{185, 1, 60, 400})
		r["subtractEducation"] = pick(g, []string{"yes", "no"})
	}
	if g.chance(60) {
		r["adultRoute"] = pick(g, []string{"wmo", "grey"})
	}
	if g.chance(96) {
		w := object{}
		for name, choices := range map[string][]string{
			"joinLeave": {"by-days", "whole-period"}, "move": {"by-days", "old-home", "new-home"},
			"adult": {"by-days", "not-at-all"}, "decisionEnd": {"by-days", "not-at-all"},
			"wlz": {"by-days", "not-at-all"},
		} {
			w[name] = choices
		}
		for _, name := range []string{"joinLeave", "move", "adult", "decisionEnd", "wlz"} { // a fixed order of drawing
			choices := w[name].([]string)
			delete(w, name)
			if g.chance(98) {
				w[name] = pick(g, choices)
			}
		}
		r["within"] = w
	}
	return r
}

func (g *generator) component(i int, cost, key, flow string) object {
	if cost == "" {
		cost = pick(g, Costs)
	}
	if cost == "staffing/1" && !g.months {
		cost = "budget/1"
	}
	if key == "" {
		for key = pick(g, Keys); !g.fits(key, cost) || !slices.Contains(insideKeys, key) && g.chance(60); key = pick(g, Keys) {
		}
	}
	if flow == "" {
		flow = pick(g, Flows)
	}
	drawn, paid := g.key(key, cost, 0, true), g.flow(flow, cost)
	route := g.route(cost, key, array{drawn, paid})
	if cost == "estimated-hours/1" || cost == "route-minutes/1" { // the minutes of a route are charged once
		if g.minutes[route] {
			cost = "budget/1"
		} else {
			g.minutes[route] = true
		}
	}
	c := object{
		"id": "deel-" + strconv.Itoa(i+1), "title": "Deel", "route": route,
		"cost": g.cost(cost), "key": drawn, "flow": paid, "division": g.division(),
	}
	if g.chance(30) {
		c["sites"] = some(g, g.sites, 1)
	}
	d := c["division"].(object)
	limited := g.chance(30)
	if key == "excess/1" && route != "jeugdwet-individual" { // the rest cannot be shared
		c["route"] = "jeugdwet-collective"
	}
	if limited || c["key"].(object)["rule"] != "fixed-shares/1" { // a fixed divisor goes with percentages without limits only
		delete(d, "divisor")
		if m := d["method"]; m == "keep" || m == "largest-remainder" || m == "largest-weight" {
			delete(d, "rounding")
		}
	}
	if limited {
		c["limits"] = g.limits()
	}
	if g.chance(40) {
		c["cover"] = g.cover()
	}
	return c
}

// route draws a route that the law allows for a cost. A key by the pupils of the route mostly has the route that most are on.
func (g *generator) route(cost, key string, keys array) string {
	route := pick(g, []string{"jeugdwet-collective", "wmo", "education", "alliance", "vsv", "prevention"})
	switch {
	case cost == "education-minutes/1", cost == "admission/1":
		return pick(g, []string{"education", "alliance"})
	case cost == "route-minutes/1" && key == "single-payer/1":
		return pick(g, []string{"wlz", "zvw", "grey", "education", "jeugdwet-individual", "jeugdwet-collective"})
	case cost == "individual-decisions/1":
		route = pick(g, []string{"jeugdwet-individual", "jeugdwet-collective", "wmo"})
	case cost == "absence/1":
		route = pick(g, []string{"jeugdwet-individual", "wlz", "zvw", "jeugdwet-collective"})
	}
	if text, err := json.Marshal(keys); err == nil && strings.Contains(string(text), "eligible") && g.chance(97) {
		return "jeugdwet-collective"
	}
	return route
}

func (g *generator) division() object {
	d := object{"method": pick(g, []string{"largest-remainder", "largest-remainder", "largest-weight", "rest-to-largest", "rest-to-largest", "independent", "keep"}),
		"unit": pick(g, []string{"cent", "cent", "cent", "cent", "euro", "thousand"})}
	if g.chance(15) {
		d["divisor"] = "100"
	}
	if g.chance(8) {
		d["method"] = "rest-to-named"
	}
	switch d["method"] {
	case "rest-to-largest", "independent":
		d["rounding"] = g.rounding()
	case "rest-to-named":
		d["rounding"] = g.rounding()
		d["named"] = pick(g, g.participants)
	default:
		if _, fixed := d["divisor"]; fixed || g.chance(20) {
			d["rounding"] = g.rounding()
		}
	}
	return d
}

func (g *generator) limits() object {
	l := object{"cutOff": pick(g, []string{"redistribute", "leave-as-gap"})}
	most := pick(g, []int{100, 20_000, 500_000})
	if g.chance(40) {
		l["floor"] = strconv.Itoa(g.IntN(max(most/40, 2))) + ".00"
	}
	if g.chance(60) {
		l["cap"] = strconv.Itoa(most/4+g.IntN(most)) + ".50"
	}
	if _, floor := l["floor"]; g.chance(30) || !floor && l["cap"] == nil {
		l["change"] = g.decimal(0, 100, 3)
		var last array
		for _, id := range append(append([]string(nil), g.municipalities...), g.others...) {
			if g.chance(97) {
				last = append(last, object{"party": id, "amount": g.euro(most)})
			}
		}
		if len(last) > 0 {
			l["lastYear"] = last
		}
	}
	return l
}

func (g *generator) cover() array {
	var list array
	for _, id := range some(g, append([]string{pick(g, g.municipalities)}, g.others...), 1) {
		list = append(list, object{"party": id, "upTo": g.euro(50_000)})
	}
	if g.chance(40) {
		delete(list[len(list)-1].(object), "upTo")
	}
	return list
}
