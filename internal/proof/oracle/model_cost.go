package oracle

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// costDocument holds the members of every cost rule.
type costDocument struct {
	Rule, Amount, Rate, Rounding, RatePerFte, Charge, KindsTogether, Uplift, UpliftUntil, Price, FtePerClass string
	TeacherRate, NeedRate, AverageCost, Pot, Cap, Label, Reserve, Basis, Part                                string
	NormMinutes, Weeks, Classes, Capacity, Groups, Minutes, MinutesPerWeek                                   int64
	NormRange                                                                                                *struct{ Min, Max int64 }
	Posts                                                                                                    []struct{ Steps []struct{ From, Fte string } }
	Rights                                                                                                   []struct{ Fte, Use string }
	Tariffs                                                                                                  []struct{ Product, Per, Amount, Variant string }
	Lines                                                                                                    []struct{ Agreed, Declared int64 }
	Steps                                                                                                    []struct {
		From  int64
		Price string
	}
	Prices     []struct{ Category, Price string }
	Categories []struct{ Category, State, Alliance string }
}

// costs is what a cost rule says: the total, perhaps at both ends of a range, and perhaps by home municipality.
type costs struct {
	total, low, high *big.Rat
	own              amountsOf
	cases            []caseCost
}

// caseCost is what one decision costs for all pupils who have it.
type caseCost struct {
	home   string
	amount *big.Rat
	pupils int64
}

var perHour = big.NewRat(1, 60)

func (c *componentDocument) has(site string) bool {
	return len(c.Sites) == 0 || slices.Contains(c.Sites, site)
}

// counts counts per home municipality: pupils or minutes, of all or of the route of the component.
func (m *Model) counts(c *componentDocument, basis string) amountsOf {
	return m.countsOf(c, basis, nil)
}

// countsOf is counts of one category; nil: of all.
func (m *Model) countsOf(c *componentDocument, basis string, category *string) amountsOf {
	out := amountsOf{}
	for i, p := range m.groups {
		if category == nil || m.p.Groups[i].Category == *category {
			m.count(out, c, basis, p, rat(p.pupils), rat(p.minutes))
		}
	}
	for i := range m.pupilPlaces {
		if category != nil && m.p.Pupils[i].Category != *category {
			continue
		}
		for _, p := range m.pupilPlaces[i] {
			pupils := new(big.Rat)
			if p.whole {
				pupils = p.part
			}
			m.count(out, c, basis, p, pupils, mul(rat(p.minutes), p.part))
		}
	}
	return out
}

func (m *Model) count(out amountsOf, c *componentDocument, basis string, p place, pupils, minutes *big.Rat) {
	if !c.has(p.site) || basis != "enrolled-pupils" && p.route != c.Route || p.reason == "outside-period" {
		return
	}
	if basis == "eligible-minutes" {
		if p.group && p.pupils > 0 && p.minutes == 0 {
			refuse("population.minutes-missing")
		}
		out.add(p.home, minutes)
	} else {
		out.add(p.home, pupils)
	}
}

// enrolled counts all pupils of the sites, or those with a label, on the count date.
func (m *Model) enrolled(c *componentDocument, label string) *big.Rat {
	n := int64(0)
	for _, g := range m.p.Groups {
		if c.has(g.Site) && (label == "" || g.Label == label) {
			n += g.Pupils
		}
	}
	for i := range m.p.Pupils {
		if q := &m.p.Pupils[i]; c.has(q.Site) && (label == "" || q.Label == label) {
			n++
		}
	}
	return rat(n)
}

func (m *Model) cost(c *componentDocument) costs {
	k := &c.Cost
	round := func(list ...*big.Rat) *big.Rat { return cents(mul(list...), k.Rounding) }
	percent := big.NewRat(1, 100)
	switch k.Rule {
	case "budget/1": // F01
		return costs{total: num(k.Amount)}
	case "fixed-hours/1": // F02
		pupils := m.counts(c, "eligible-pupils").total()
		at := func(minutes int64) *big.Rat {
			return round(round(rat(minutes), perHour, num(k.Rate), rat(k.Weeks)), pupils)
		}
		out := costs{total: at(k.NormMinutes)}
		if k.NormRange != nil {
			out.low, out.high = at(k.NormRange.Min), at(k.NormRange.Max)
		}
		return out
	case "staffing/1": // F04
		total := new(big.Rat)
		for i := range k.Posts {
			for j := range k.Posts[i].Steps {
				total = plus(total, round(num(k.Posts[i].Steps[j].Fte), num(k.RatePerFte), rat(m.months(c, i, j)), big.NewRat(1, 12)))
			}
		}
		return costs{total: total}
	case "drawing-right/1": // F05
		factor := rat(1)
		if k.Charge == "right" && k.Uplift != "" && m.from <= day(k.UpliftUntil) {
			factor = plus(factor, mul(num(k.Uplift), percent))
		}
		total := new(big.Rat)
		for _, r := range k.Rights {
			fte := r.Fte
			if k.Charge == "use" {
				fte = r.Use
			}
			total = plus(total, round(num(fte), factor, num(k.RatePerFte)))
		}
		return costs{total: total}
	case "estimated-hours/1": // F06
		sum := round(m.counts(c, "eligible-minutes").total(), perHour, num(k.Rate), rat(k.Weeks))
		return costs{total: plus(sum, num(k.Reserve))}
	case "route-minutes/1":
		return costs{total: round(m.counts(c, "eligible-minutes").total(), perHour, num(k.Rate), rat(k.Weeks))}
	case "class-product/1": // F12
		if m.counts(c, "eligible-pupils").total().Cmp(rat(k.Classes*k.Capacity)) > 0 {
			refuse("class-product.too-many-pupils")
		}
		fte := rat(1)
		if k.FtePerClass != "" {
			fte = num(k.FtePerClass)
		}
		return costs{total: round(rat(k.Classes), fte, num(k.Price))}
	case "in-kind-pair/1": // F10
		return costs{total: round(rat(k.Groups), rat(k.Minutes), perHour, num(k.Rate))}
	case "population/1": // F13
		return costs{total: round(m.enrolled(c, ""), num(k.NeedRate), percent, num(k.AverageCost))}
	case "individual-decisions/1": // F23 to F25
		return m.decisions(c)
	case "education-minutes/1": // F03
		return costs{total: round(m.enrolled(c, ""), rat(k.MinutesPerWeek), rat(k.Weeks), perHour, num(k.Rate))}
	case "supplement/1": // F20
		pupils := m.enrolled(c, k.Label)
		if pupils.Sign() == 0 {
			refuse("supplement.no-pupils")
		}
		return costs{total: mul(pupils, cents(least(num(k.Cap), over(num(k.Pot), pupils)), "down"))}
	case "absence/1": // F19
		total := new(big.Rat)
		for _, l := range k.Lines {
			missed := most(rat(l.Agreed-l.Declared), new(big.Rat))
			if k.Cap != "" {
				missed = least(missed, mul(rat(l.Agreed), num(k.Cap), percent))
			}
			total = plus(total, round(missed, perHour, num(k.Rate)))
		}
		return costs{total: total}
	}
	if total := m.costByCategory(c, k, round); total != nil {
		return costs{total: total}
	}
	noRule("cost", k.Rule)
	return costs{}
}

// months is how many months a step of a post lasts: the first days of a month in it, one by one.
func (m *Model) months(c *componentDocument, post, step int) int64 {
	steps := c.Cost.Posts[post].Steps
	end := m.until
	if step+1 < len(steps) {
		end = day(steps[step+1].From) - 1
	}
	n := int64(0)
	for d := day(steps[step].From); d <= end; d++ {
		if date(d).Day() == 1 {
			n++
		}
	}
	return n
}

// constants are the numbers that rules state themselves.
var constants = map[string]string{
	"zero": "0", "hours-per-minute": "1/60", "per-cent": "1/100", "decimals-1": "1/10", "decimals-2": "1/100", "decimals-3": "1/1000", "decimals-4": "1/10000", "decimals-5": "1/100000", "decimals-6": "1/1000000", "years-per-month": "1/12", "hundred": "100", "all": "1",
	"trainers": "2", "factor": "1", "nothing": "0", "elsewhere": "0",
}

// stated is a number that a rule states in a step, by the name of the constant, and that follows from the documents: the months of a
// step of a post, the weeks or months of a decision. A rule that states another gets a case here.
func (m *Model) stated(component, step, constant string) (int64, bool) {
	c := m.component(component)
	if c == nil {
		return 0, false
	}
	switch constant {
	case "months", "days", "times":
		if text, ok := strings.CutPrefix(step, "post-"); ok {
			post, at, _ := strings.Cut(text, ".")
			i, _ := strconv.Atoi(post)
			j, _ := strconv.Atoi(at)
			return m.months(c, i-1, j-1), true
		}
		if text, ok := strings.CutPrefix(step, "decision-"); ok {
			_, number, _ := strings.Cut(text, "-") // behind the unit
			i, _ := strconv.Atoi(number)
			return m.times(c, i-1), true
		}
	}
	return 0, false
}

// inside are the days of a decision that are in the period.
func (m *Model) inside(i int) (from, until int) {
	d := &m.p.Decisions[i]
	return max(day(d.From), m.from), min(day(d.Until), m.until)
}

// times is how often the volume of a decision counts: calendar weeks or months that its days touch, one by one. For
// output-based weeks that is a Sunday each, and one more when the last day is none.
func (m *Model) times(c *componentDocument, i int) int64 {
	d := &m.p.Decisions[i]
	from, until := m.inside(i)
	seen := map[[2]int]bool{}
	sundays := int64(0)
	output := false
	for _, t := range c.Cost.Tariffs {
		output = output || t.Product == d.Product && t.Variant == "output"
	}
	for n := from; n <= until; n++ {
		t := date(n)
		if t.Weekday() == 0 || n == until {
			sundays++
		}
		year, week := t.ISOWeek()
		if d.Frequency == "month" {
			year, week = t.Year(), int(t.Month())
		}
		seen[[2]int{year, week}] = true
	}
	switch {
	case d.Frequency == "total":
		return 1
	case d.Frequency == "week" && output:
		return sundays
	}
	return int64(len(seen))
}

func (m *Model) decisions(c *componentDocument) costs {
	out := costs{own: amountsOf{}, total: new(big.Rat)}
	for i := range m.p.Decisions {
		d := &m.p.Decisions[i]
		if from, until := m.inside(i); from > until || !c.has(d.Site) {
			continue
		}
		found := false
		for _, t := range c.Cost.Tariffs {
			if t.Product != d.Product {
				continue
			}
			found = true
			unit := rat(1)
			if t.Per == "hour" && d.Unit == "minute" {
				unit = perHour
			} else if t.Per != d.Unit {
				refuse("individual-decisions.unit-differs")
			}
			one := caseCost{d.Home, cents(mul(rat(d.Volume), rat(m.times(c, i)), rat(max(d.Pupils, 1)), num(t.Amount), unit), "half-up"), max(d.Pupils, 1)}
			out.cases = append(out.cases, one)
			out.own.add(d.Home, one.amount)
		}
		if !found {
			refuse("individual-decisions.tariff-missing")
		}
	}
	for home := range out.own {
		known := false
		for _, p := range m.a.Parties {
			known = known || p.ID == home
		}
		if !known {
			refuse("individual-decisions.home-unknown")
		}
	}
	out.total = out.own.total()
	return out
}
