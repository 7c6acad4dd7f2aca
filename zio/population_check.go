package zio

import (
	"cmp"
	"slices"
	"strings"

	"github.com/zio-collectief/zio/internal/figures"
	"github.com/zio-collectief/zio/internal/order"
	"github.com/zio-collectief/zio/internal/strictjson"
)

var (
	problemCountDate     = &ProblemKind{"population.count-date-outside-school-year", "De teldatum {date} valt niet in schooljaar {year}. Controleer allebei.", "The count date {date} is not in school year {year}. Check both."}
	problemPupilTwice    = &ProblemKind{"population.pupil-twice", "Deze leerling staat twee keer in het bestand (eerder als nummer {first} van de lijst). Elke leerling telt één keer.", "This pupil stands twice in the file (first as number {first} of the list). Every pupil counts once."}
	problemGroupTwice    = &ProblemKind{"population.group-twice", "Deze groep staat er twee keer (eerder als nummer {first} van de lijst). Tel de leerlingen bij elkaar op in één regel.", "This group stands twice (first as number {first} of the list). Add the pupils together in one line."}
	problemSiteTwice     = &ProblemKind{"population.site-twice", "Vestiging {code} staat er twee keer.", "Site {code} stands twice."}
	problemBand          = &ProblemKind{"population.band-order", "De band loopt van {min} tot en met {max} minuten: het begin is hoger dan het eind.", "The band runs from {min} to {max} minutes: the start is higher than the end."}
	problemPeriodOrder   = &ProblemKind{"population.period-order", "De laatste dag {until} ligt vóór de eerste dag {from}.", "The last day {until} is before the first day {from}."}
	problemMoveOrder     = &ProblemKind{"population.move-order", "Zet de verhuizingen op volgorde van datum, elke dag één keer.", "Put the moves in order of date, each day once."}
	problemCountTwice    = &ProblemKind{"population.count-twice", "Gemeente {code} staat twee keer in deze telling.", "Municipality {code} stands twice in this count."}
	problemSeriesTwice   = &ProblemKind{"population.series-twice", "De telling {basis} op {date} staat er twee keer.", "The count {basis} of {date} stands twice."}
	problemHeadCount     = &ProblemKind{"population.head-count-decimals", "De telling {basis} telt mensen. Daar horen geen cijfers achter de komma bij.", "The count {basis} counts people. It has no digits behind the decimal point."}
	problemGround        = &ProblemKind{"population.ground-missing", "Zeg bij persoonlijke verzorging waarom die nodig is: self-reliance (zelfredzaamheid) of medical (medisch).", "Say of personal care why it is needed: self-reliance or medical."}
	problemGroundOther   = &ProblemKind{"population.ground-without-personal-care", "Een grondslag hoort alleen bij persoonlijke verzorging.", "A ground belongs to personal care only."}
	problemExtended      = &ProblemKind{"population.extended-kind", "Alleen begeleiding en behandeling kunnen na 18 jaar doorlopen als jeugdhulp.", "Only guidance and treatment can go on after 18 as youth care."}
	problemExtendedGroup = &ProblemKind{"population.extended-without-adult", "Verlengde jeugdhulp hoort bij leerlingen van 18 jaar of ouder.", "Extended youth care belongs to pupils of 18 or older."}
	problemWlzFrom       = &ProblemKind{"population.wlz-from-without-right", "Een eerste dag van het recht op Wlz-zorg hoort bij de status granted.", "A first day of the right to Wlz care belongs to the state granted."}
	problemGroupMinutes  = &ProblemKind{"population.minutes-outside-band", "{minutes#} {minutes|minuut|minuten} {minutes|past|passen} niet bij {pupils#} {pupils|leerling|leerlingen} met elk {min} tot en met {max} minuten per week. Controleer of het minuten zijn, en geen uren.", "{minutes#} {minutes|minute|minutes} {minutes|does|do} not fit {pupils#} {pupils|pupil|pupils} with {min} to {max} minutes each per week. Check that these are minutes, not hours."}
	problemProvenanceSum = &ProblemKind{"population.provenance-sum", "{rows#} {rows|regel|regels} in het bestand is niet gelijk aan {placed#} geplaatst plus {listed#} gemeld plus {outside#} buiten de selectie.", "{rows#} {rows|row|rows} in the file is not equal to {placed#} placed plus {listed#} listed plus {outside#} outside the selection."}
)

// headCounts are the series that count people.
var headCounts = []string{"inhabitants", "inhabitants-0-17", "youth-under-18", "clients", "resident-students"}

// Check finds pupils or groups that stand twice, ends before starts, a count date outside its school year. Of a
// population that a program made it first finds what no document could hold, such as a number below zero. Problems come
// in the order of the document.
func (p *Population) Check() Problems {
	if faults := strictjson.Check(p, (*Population).Bind); len(faults) > 0 {
		return ProblemsOf(faults)
	}
	return p.CheckRead()
}

// CheckRead is Check of a population that was read without problems: it finds what no single member shows. It is for the
// packages of this module.
func (p *Population) CheckRead() Problems {
	var problems Problems
	add := func(k *ProblemKind, pointer string, params ...string) {
		problems = append(problems, k.At(pointer, params...))
	}
	if !p.SchoolYear.IsZero() && !p.SchoolYear.Contains(p.CountDate) {
		add(problemCountDate, "/countDate", "date", p.CountDate.String(), "year", p.SchoolYear.String())
	}
	sites := repeated(len(p.Sites), func(i int) string { return p.Sites[i].Code.String() })
	counts := p.siteCounts()
	for i := range p.Sites {
		if _, twice := sites.first(i); twice {
			add(problemSiteTwice, item("/sites", i)+"/code", "code", p.Sites[i].Code.String())
		}
		problems = append(problems, p.checkTotal(i, counts)...)
	}
	groups := repeats(nil)
	for i := 1; i < len(p.Groups); i++ {
		g, h := &p.Groups[i-1], &p.Groups[i]
		if c := g.Site.Compare(h.Site); c > 0 || c == 0 && g.Home.Compare(h.Home) >= 0 { // seldom: files are sorted
			groups = repeated(len(p.Groups), func(i int) string { return p.Groups[i].identity() })
			break
		}
	}
	for i := range p.Groups {
		g := &p.Groups[i]
		if first, twice := groups.first(i); twice {
			add(problemGroupTwice, item("/groups", i), "first", itoa(int64(first)+1))
		}
		if g.ExtendedYouthCare && !g.Adult {
			add(problemExtendedGroup, item("/groups", i)+"/extendedYouthCare")
		}
		if g.Band != nil && g.Band.Min > g.Band.Max {
			add(problemBand, item("/groups", i)+"/band", "min", itoa(g.Band.Min), "max", itoa(g.Band.Max))
		}
		wrong := g.checkPupils(i)
		problems = append(problems, wrong...)
		fewest, most := g.ends()
		if m := g.MinutesPerWeek; len(wrong) == 0 && g.Band != nil && g.Band.Min <= g.Band.Max && m != 0 && (m < g.Band.Min*fewest || m > g.Band.Max*most) { // under 2^40: MaxWeek times MaxCount
			add(problemGroupMinutes, item("/groups", i)+"/minutesPerWeek", "minutes", itoa(m), "pupils", itoa(most), "min", itoa(g.Band.Min), "max", itoa(g.Band.Max))
		}
	}
	pupils := repeated(len(p.Pupils), func(i int) string { return p.Pupils[i].Ref.String() })
	for i := range p.Pupils {
		q := &p.Pupils[i]
		if first, twice := pupils.first(i); twice {
			add(problemPupilTwice, item("/pupils", i)+"/ref", "first", itoa(int64(first)+1))
		}
		problems = append(problems, q.check(i)...)
	}
	series := repeated(len(p.Counts), func(i int) string { return p.Counts[i].Basis + " " + p.Counts[i].Date.String() })
	for i := range p.Counts {
		c := &p.Counts[i]
		if _, twice := series.first(i); twice {
			add(problemSeriesTwice, item("/counts", i), "basis", c.Basis, "date", c.Date.String())
		}
		if c.Decimals > 0 && (figures.Only || slices.Contains(headCounts, c.Basis)) { // the figures leave decimals to the module with all calls
			add(problemHeadCount, item("/counts", i)+"/decimals", "basis", c.Basis)
		}
		values := repeated(len(c.Values), func(j int) string { return c.Values[j].Municipality.String() })
		for j := range c.Values {
			if _, twice := values.first(j); twice {
				add(problemCountTwice, item(item("/counts", i)+"/values", j)+"/municipality", "code", c.Values[j].Municipality.String())
			}
		}
	}
	for i := range p.Decisions {
		if d := &p.Decisions[i]; d.Until.Compare(d.From) < 0 {
			add(problemPeriodOrder, item("/decisions", i)+"/until", "from", d.From.String(), "until", d.Until.String())
		}
	}
	for i := range p.Provenance {
		if v := &p.Provenance[i]; v.Rows != v.Placed+v.Listed+v.Outside {
			add(problemProvenanceSum, item("/provenance", i)+"/rows", "rows", itoa(v.Rows), "placed", itoa(v.Placed), "listed", itoa(v.Listed), "outside", itoa(v.Outside))
		}
	}
	return problems
}

// check finds what is wrong inside one pupil line.
func (q *Pupil) check(line int) Problems {
	var problems Problems
	for i := range q.Needs {
		n, at := &q.Needs[i], item(item("/pupils", line)+"/needs", i)
		switch {
		case n.Kind == CarePersonal && n.Ground == "":
			problems = append(problems, problemGround.At(at+"/ground"))
		case n.Kind != CarePersonal && n.Ground != "":
			problems = append(problems, problemGroundOther.At(at+"/ground"))
		}
		if n.ExtendedYouthCare && n.Kind != CareGuidance && n.Kind != CareTreatment {
			problems = append(problems, problemExtended.At(at+"/extendedYouthCare"))
		}
	}
	if !q.WlzFrom.IsZero() && q.Wlz != WlzGranted {
		problems = append(problems, problemWlzFrom.At(item("/pupils", line)+"/wlzFrom"))
	}
	if !q.From.IsZero() && !q.Until.IsZero() && q.Until.Compare(q.From) < 0 {
		problems = append(problems, problemPeriodOrder.At(item("/pupils", line)+"/until", "from", q.From.String(), "until", q.Until.String()))
	}
	for i := 1; i < len(q.Moves); i++ {
		if q.Moves[i].On.Compare(q.Moves[i-1].On) <= 0 {
			problems = append(problems, problemMoveOrder.At(item(item("/pupils", line)+"/moves", i)+"/on"))
		}
	}
	return problems
}

// identity is what makes two groups the same group.
func (g *Group) identity() string {
	b := make([]byte, 0, 64)
	b, _ = g.Site.AppendText(b)
	b = append(b, '|')
	b, _ = g.Home.AppendText(b)
	b = append(b, '|')
	b, _ = g.Route.AppendText(b)
	b = append(b, '|')
	if g.Band != nil {
		b = strictjson.AppendInt(b, g.Band.Min)
		b = append(b, '-')
		b = strictjson.AppendInt(b, g.Band.Max)
	}
	b = append(b, '|')
	b, _ = g.Status.AppendText(b)
	b = append(b, '|')
	if g.Adult {
		b = append(b, "18"...)
	}
	b = append(b, '|')
	if g.ExtendedYouthCare {
		b = append(b, "23"...)
	}
	b = append(b, '|') // texts are last, the first with its length: nothing in them can be taken for another part
	b = strictjson.AppendInt(b, int64(len(g.Category)))
	b = append(b, '|')
	b = append(b, g.Category...)
	b = append(b, g.Label...)
	return string(b)
}

func itoa(n int64) string { return string(strictjson.AppendInt(nil, n)) }

// item points to an item of a list.
//
//figures:without list i
func item(list string, i int) string {
	if figures.Only {
		return ""
	}
	return list + "/" + itoa(int64(i))
}

// repeats are where the key of each item of a list stands first; nil when no key stands twice.
type repeats []int32

// repeated finds the keys that stand more than once. A list that is in the order of its keys, as most are, is not sorted.
func repeated(n int, key func(i int) string) repeats {
	keys, sorted := make([]string, n), make([]int32, n)
	ascending := true
	for i := range keys {
		keys[i], sorted[i] = key(i), int32(i)
		ascending = ascending && (i == 0 || keys[i-1] < keys[i])
	}
	if ascending {
		return nil
	}
	order.By(sorted, func(a, b int32) int {
		if c := strings.Compare(keys[a], keys[b]); c != 0 {
			return c
		}
		return cmp.Compare(a, b)
	})
	first := make(repeats, n)
	for i, k := range sorted {
		first[k] = k
		if i > 0 && keys[sorted[i-1]] == keys[k] {
			first[k] = first[sorted[i-1]]
		}
	}
	return first
}

// first is where the key of item i stands first, and whether that is before i.
func (r repeats) first(i int) (first int, twice bool) {
	if r == nil {
		return i, false
	}
	return int(r[i]), int(r[i]) < i
}
