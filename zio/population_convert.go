package zio

import (
	"cmp"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// Convert gives the population on the municipal division of a later day (omrekenen naar de gemeentelijke
// indeling van een datum): the homes of groups, pupils and decisions and the municipalities of other counts
// become those that are in force on the day. What was counted stays; no pupil is lost or added. The steps
// say which numbers of pupils went from which municipality to which, over all groups together.
//
// A home that had ended before the count date already, as files with old codes have it, is taken along from
// its own last day. Groups that become alike are added up. A group of a municipality that was split is
// divided as [Atlas.Convert] does, and its minutes as its pupils, so the parts of a small group say
// less than their sum; a single pupil can not be divided and is a problem. Ranges are converted as their two ends; the steps
// then count estimates. The provenance records the day.
func (p *Population) Convert(a *Atlas, to Date, o ConvertOptions) (*Population, []ConversionStep, Problems) {
	if p == nil || a == nil {
		return nil, nil, Problems{problemNothing.At("")}
	}
	c := populationConversion{a: a, to: to, o: o}
	if err := a.CheckDate(to); err != nil {
		return nil, nil, Problems{err.(Problem)}
	}
	out := *p
	out.Groups = c.groups(p)
	out.Pupils = slices.Clone(p.Pupils)
	for i := range out.Pupils {
		q := &out.Pupils[i]
		q.Home = c.single(q.Home, p.CountDate, item("/pupils", i)+"/home")
		q.Moves = slices.Clone(q.Moves)
		for j := range q.Moves {
			q.Moves[j].To = c.single(q.Moves[j].To, q.Moves[j].On, item(item("/pupils", i)+"/moves", j)+"/to")
		}
	}
	out.Decisions = slices.Clone(p.Decisions)
	for i := range out.Decisions {
		d := &out.Decisions[i]
		d.Home = c.single(d.Home, d.From, item("/decisions", i)+"/home")
	}
	out.Counts = slices.Clone(p.Counts)
	for i := range out.Counts {
		if s := &out.Counts[i]; !s.Date.After(to) {
			done, problems := a.Convert(s.Values, s.Date, to, o)
			c.fail(problems, item("/counts", i)+"/values")
			s.Values = done.Counts
		}
	}
	out.Provenance = slices.Clone(p.Provenance)
	for i := range out.Provenance {
		v := &out.Provenance[i]
		v.Options = append(slices.Clone(v.Options), "municipalities="+to.String())
	}
	if len(c.problems) > 0 {
		return nil, nil, c.problems
	}
	return &out, c.steps, nil
}

// Division is the day of whose municipal division the homes are (gemeentelijke indeling): the one to which the population
// was converted last, by its provenance, or the day of the count.
func (p *Population) Division() Date {
	day := p.CountDate
	for i := range p.Provenance {
		for _, option := range p.Provenance[i].Options {
			if text, found := strings.CutPrefix(option, "municipalities="); found {
				if d, err := ParseDate(text); err == nil {
					day = d
				}
			}
		}
	}
	return day
}

// populationConversion is one conversion under way.
type populationConversion struct {
	a        *Atlas
	to       Date
	o        ConvertOptions
	steps    []ConversionStep
	problems Problems
}

// fail keeps problems, with the place of the part that was converted before their own.
func (c *populationConversion) fail(problems Problems, at string) {
	for _, p := range problems {
		p.Pointer = at + p.Pointer
		c.problems = append(c.problems, p)
	}
}

// start is the day from which a home is converted: the day of the count, or its own last day where it had
// ended before. False where it is in force on the day of the new division, so that nothing needs to be done.
func (c *populationConversion) start(home MunicipalityCode, counted Date) (Date, bool) {
	m, known := c.a.Lookup(home)
	if !known {
		return counted, true
	}
	if m.InForce(c.to) {
		return counted, false
	}
	if !m.Until.IsZero() && m.Until.Before(counted) {
		return m.Until, true
	}
	return counted, true
}

// single is the municipality that a pupil of a home belongs to.
func (c *populationConversion) single(home MunicipalityCode, counted Date, at string) MunicipalityCode {
	from, needed := c.start(home, counted)
	if home.IsZero() || !needed {
		return home
	}
	done, problems := c.a.Convert([]CountValue{{home, 1}}, from, c.to, ConvertOptions{})
	if len(problems) > 0 {
		for _, p := range problems {
			p.Pointer = at
			c.problems = append(c.problems, p)
		}
		return home
	}
	return done.Counts[0].Municipality
}

// groups are the groups of the population with their new homes.
func (c *populationConversion) groups(p *Population) []Group {
	out := make([]Group, 0, len(p.Groups))
	seen := make(map[string]int, len(p.Groups))
	add := func(g Group) {
		key := g.identity()
		if first, twice := seen[key]; twice {
			out[first].join(&g)
			return
		}
		seen[key] = len(out)
		out = append(out, g)
	}
	estimated := p.Estimated()
	for i := range p.Groups {
		g := p.Groups[i]
		from, needed := c.start(g.Home, p.CountDate)
		if g.Home.IsZero() || !needed {
			add(g)
			continue
		}
		var parts [3][]CountValue // per municipality: pupils or their estimate, lowest, highest
		var steps []ConversionStep
		for k, n := range [3]int64{estimated.Groups[i].Pupils, g.Fewest, g.Most} {
			done, problems := c.a.Convert([]CountValue{{g.Home, n}}, from, c.to, c.o)
			if len(problems) > 0 {
				c.failGroup(problems, i)
				break
			}
			if k == 0 {
				steps = done.Steps
			}
			parts[k] = done.Counts
		}
		if parts[2] == nil {
			continue
		}
		c.note(steps)
		ranged := g.Ranged()
		minutes := minutesWith(g.MinutesPerWeek, parts[0])
		for j, part := range parts[0] {
			g.Home, g.MinutesPerWeek = part.Municipality, minutes[j]
			if ranged { // the ends are rounded each on their own
				g.Fewest, g.Most = parts[1][j].Count, max(parts[1][j].Count, parts[2][j].Count)
			} else {
				g.Pupils = part.Count
			}
			if _, most := g.ends(); most == 0 && g.MinutesPerWeek == 0 && len(parts[0]) > 1 {
				continue
			}
			add(g)
		}
	}
	return out
}

// minutesWith divides the minutes of a group as its pupils are divided: each part has the mean of its pupils, rounded
// so that the sum stays. So what fits a band of minutes for each pupil fits it in every part.
func minutesWith(minutes int64, pupils []CountValue) []int64 {
	out := make([]int64, len(pupils))
	all := int64(0)
	for _, p := range pupils {
		all += p.Count
	}
	before, given := int64(0), int64(0)
	for i, p := range pupils {
		if all == 0 { // the minutes are nobody's
			break
		}
		before += p.Count
		high, low := bits.Mul64(uint64(minutes), uint64(before))
		upTo, _ := bits.Div64(high, low, uint64(all)) // before is at most all, so this is at most the minutes
		out[i] = int64(upTo) - given
		given = int64(upTo)
	}
	return out
}

// join adds a group that is alike: a number and a range are a range together, and minutes that are known of one of them
// only are not known of both.
func (g *Group) join(h *Group) {
	_, mine := g.ends()
	_, others := h.ends()
	if g.Ranged() || h.Ranged() {
		fewest, most := g.ends()
		more, highest := h.ends()
		g.Pupils, g.Fewest, g.Most = 0, fewest+more, most+highest
	} else {
		g.Pupils += h.Pupils
	}
	if (g.MinutesPerWeek == 0 && mine > 0) || (h.MinutesPerWeek == 0 && others > 0) {
		g.MinutesPerWeek = 0
		return
	}
	g.MinutesPerWeek += h.MinutesPerWeek
}

func (c *populationConversion) failGroup(problems Problems, i int) {
	for _, p := range problems {
		p.Pointer = "/groups/" + strconv.Itoa(i) + "/home"
		c.problems = append(c.problems, p)
	}
}

// note adds steps to those of other groups.
func (c *populationConversion) note(steps []ConversionStep) {
	order := func(s, t ConversionStep) int {
		return cmp.Or(s.On.Compare(t.On), s.From.Compare(t.From), s.To.Compare(t.To))
	}
	for _, s := range steps {
		if k, found := slices.BinarySearchFunc(c.steps, s, order); found {
			c.steps[k].Count += s.Count
		} else {
			c.steps = slices.Insert(c.steps, k, s)
		}
	}
}
