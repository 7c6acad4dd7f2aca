package random

import (
	"encoding/json"
	"strconv"
)

var categories = []string{"licht", "midden", "zwaar"}

var labels = []string{"emb", "kleuter", "arrangement 3"}

func (g *generator) population() object {
	p := object{
		"$schema": "https://zio-collectief.github.io/zio/schema/1.0/population.schema.json",
		"title":   "Willekeurige leerlingen", "countDate": "2024-10-01",
	}
	var sites array
	for _, code := range g.sites { // every site that the agreement may name occurs
		site := object{"code": code}
		if g.chance(40) { // the basis of money of the school depends on it
			site["type"] = pick(g, []string{"so", "vso", "so-vso", "sbo", "vo", "pro", "mbo"})
		}
		sites = append(sites, site)
	}
	p["sites"] = sites
	homes := append([]string{"", "0893"}, g.municipalities...) // unknown, one that is no party, and the parties
	set := func(o object, name string, value string) {
		if value != "" {
			o[name] = value
		}
	}
	var groups array
	categorised := g.chance(98)
	seen := map[string]bool{}
	for range g.IntN(20) + 20*g.IntN(3) {
		o := object{}
		set(o, "site", pick(g, append([]string{""}, g.sites...)))
		if g.chance(70) {
			o["home"] = pick(g, g.participants)
		} else {
			set(o, "home", pick(g, homes))
		}
		set(o, "route", pick(g, []string{"jeugdwet", "jeugdwet", "jeugdwet", "jeugdwet", "wlz", "zvw", "wmo", "education", "prevention", ""}))
		set(o, "label", pick(g, append([]string{""}, labels...)))
		if categorised {
			set(o, "category", pick(g, categories))
		}
		set(o, "status", pick(g, []string{"", "", "", "", "", "running-decision", "parents-decline"}))
		if g.chance(12) {
			o["adult"] = true
			if g.chance(40) {
				o["extendedYouthCare"] = true
			}
		}
		pupils := g.IntN(40)
		low, high := int64(0), int64(3000)
		band := g.chance(85)
		if band {
			low = g.Int64N(900)
			if g.threshold > 0 && g.chance(60) {
				low = g.Int64N(g.threshold)
			}
			high = low + g.Int64N(200)
			if g.chance(20) && g.threshold > 0 {
				low, high = g.threshold, g.threshold
			}
			o["band"] = object{"min": low, "max": high}
		}
		identity, _ := json.Marshal(o)
		if seen[string(identity)] {
			continue
		}
		seen[string(identity)] = true
		o["pupils"] = pupils
		if n := int64(pupils) * (low + g.Int64N(high-low+1)); n > 0 && g.chance(99) {
			o["minutesPerWeek"] = n
		}
		groups = append(groups, o)
	}
	if groups != nil {
		p["groups"] = groups
	}
	var pupils array
	if g.chance(60) {
		for i := range g.IntN(12) {
			pupils = append(pupils, g.pupil(i, homes, categorised))
		}
	}
	if pupils != nil {
		p["pupils"] = pupils
	}
	if counts := g.counts(); counts != nil {
		p["counts"] = counts
	}
	if decisions := g.decisions(); decisions != nil {
		p["decisions"] = decisions
	}
	if g.chance(25) {
		g.ranges(sites, groups, pupils)
	}
	return p
}

// ranges puts a range around the number of most groups, and gives some sites the total of their groups and pupils.
func (g *generator) ranges(sites, groups, pupils array) {
	totals := map[any]int{}
	for i := range groups {
		o := groups[i].(object)
		n := o["pupils"].(int)
		totals[o["site"]] += n
		if g.chance(80) {
			delete(o, "pupils")
			o["fewest"], o["most"] = max(0, n-g.IntN(6)), max(1, n+g.IntN(8))
		}
	}
	for i := range pupils {
		totals[pupils[i].(object)["site"]]++
	}
	for i := range sites {
		if o := sites[i].(object); totals[o["code"]] > 0 && g.chance(60) {
			o["pupils"] = totals[o["code"]]
		}
	}
}

// near draws a day around the period, sometimes one of its ends.
func (g *generator) near() string {
	from, until := date(g.period.from), date(g.period.until)
	days := int(until.Sub(from).Hours()/24) + 1
	switch g.IntN(8) {
	case 0:
		return g.period.from
	case 1:
		return g.period.until
	}
	return text(from.AddDate(0, 0, g.IntN(days+60)-30))
}

func (g *generator) pupil(i int, homes []string, categorised bool) object {
	q := object{"ref": "leerling-" + strconv.Itoa(i+1)}
	if categorised {
		q["category"] = pick(g, categories)
	}
	if s := pick(g, append([]string{""}, g.sites...)); s != "" {
		q["site"] = s
	}
	if h := pick(g, homes); h != "" {
		q["home"] = h
	}
	var needs array
	for range g.IntN(4) {
		kind := pick(g, []string{"guidance", "guidance", "guidance", "treatment", "personal-care", "nursing", "education-support", "undetermined"})
		n := object{"kind": kind, "minutesPerWeek": 1 + g.IntN(500)}
		if kind == "personal-care" {
			n["ground"] = pick(g, []string{"self-reliance", "medical"})
		}
		if g.chance(40) && (kind == "guidance" || kind == "treatment") {
			n["extendedYouthCare"] = true
		}
		needs = append(needs, n)
	}
	if needs != nil {
		q["needs"] = needs
	}
	if g.chance(30) {
		q["wlz"] = pick(g, []string{"granted", "granted", "granted", "applied", "not-applied", "refuses"})
		if q["wlz"] == "granted" && g.chance(60) {
			q["wlzFrom"] = g.near()
		}
	}
	if g.chance(15) {
		q["mixedCauses"] = true
	}
	if g.chance(8) {
		q["parentsDecline"] = true
	}
	if g.chance(20) {
		q["decisionUntil"] = g.near()
	}
	if g.chance(30) {
		q["turns18"] = g.near()
		if g.chance(30) { // so that the 23rd birthday is near
			q["turns18"] = text(date(q["turns18"].(string)).AddDate(-5, 0, 0))
		}
	}
	from, until := g.near(), g.near()
	if g.chance(25) {
		q["from"] = from
	}
	if g.chance(25) && (q["from"] == nil || until >= from) {
		q["until"] = until
	}
	if g.chance(30) {
		var moves array
		last := ""
		for range 1 + g.IntN(2) {
			if on := g.near(); on > last {
				last = on
				moves = append(moves, object{"on": on, "to": pick(g, homes[1:])})
			}
		}
		q["moves"] = moves
	}
	if g.chance(50) {
		q["label"] = pick(g, labels)
	}
	return q
}

func (g *generator) counts() array {
	var list array
	add := func(basis, date string) {
		var values array
		for _, code := range append([]string{"0893"}, g.municipalities...) {
			if g.chance(100) {
				values = append(values, object{"municipality": code, "count": g.IntN(200_000) * g.IntN(2)})
			}
		}
		if values != nil {
			list = append(list, object{"basis": basis, "date": date, "values": values})
		}
	}
	if g.chance(98) {
		add("inhabitants", "2024-01-01")
	}
	add("gemeentefonds", "2024-01-01")
	fund := list[len(list)-1].(object)
	if g.chance(15) {
		fund["decimals"] = 1 + g.IntN(6)
	}
	for _, v := range fund["values"].(array) {
		v.(object)["count"] = g.Int64N(pick(g, []int64{1000, 1_000_000, 1_000_000_000_001}))
	}
	for _, date := range []string{"2022-12-31", "2023-12-31", "2024-12-31"} {
		if g.chance(98) {
			add("clients", date)
		}
	}
	return list
}

func (g *generator) decisions() array {
	var list array
	for i := range g.IntN(8) {
		from, until := g.near(), g.near()
		if until < from {
			from, until = until, from
		}
		product := pick(g, []string{"45A04", "45A05", "50B01", "50B02", "44A07", "44A08"})
		unit := pick(g, []string{"minute", "hour"})
		switch product {
		case "50B01":
			unit = "daypart"
		case "50B02":
			unit = "euro"
		case "44A07":
			unit = "day"
		case "44A08":
			unit = "piece"
		}
		if g.chance(1) {
			product, unit = "99Z99", "piece"
		}
		home := pick(g, g.municipalities)
		if g.chance(1) {
			home = "0893"
		}
		d := object{"home": home, "product": product, "unit": unit, "volume": g.IntN(600),
			"frequency": pick(g, []string{"week", "month", "total"}), "from": from, "until": until}
		if g.chance(50) {
			d["ref"] = "besluit-" + strconv.Itoa(i)
		}
		if g.chance(40) {
			d["site"] = pick(g, g.sites)
		}
		if g.chance(40) {
			d["pupils"] = 1 + g.IntN(20)
		}
		list = append(list, d)
	}
	return list
}
