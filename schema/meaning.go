package schema

import (
	"slices"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/year"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Meaning is the checks of what documents mean together, which no schema can express (betekenis). How a value is written is in
// validate_lexical.go.
type Meaning struct {
	// Atlas says which municipalities there are on a day; nil leaves that check out. On a day that it does not know a code need only
	// have existed once.
	Atlas *zio.Atlas
	// Publish refuses what could point at a single pupil: counts from 1 to 4, and pupil lines.
	Publish bool
}

var (
	problemSchoolYear = &zio.ProblemKind{Code: "population.date-outside-school-year", NL: "{date} valt niet in schooljaar {year}.", EN: "{date} is not in school year {year}."}
	problemOwner      = &zio.ProblemKind{Code: "population.pupil-and-group-site", NL: "Vestiging {site} heeft zowel groepen als losse leerlingen. Controleer dat geen leerling dubbel telt.", EN: "Site {site} has groups as well as pupil lines. Check that no pupil counts twice."}
)

// Check reads a document that the schema accepts and finds what is wrong with its meaning, in the order of the document. A
// document that the reader of its kind refuses has those problems.
func (m Meaning) Check(kind Kind, doc []byte) zio.Problems {
	switch kind {
	case Agreement:
		a, problems := analysis.ReadTemplate(doc)
		if len(problems) > 0 {
			return problems
		}
		return m.agreement(a)
	case Population:
		p, problems := zio.ReadPopulation(doc)
		if len(problems) > 0 {
			return problems
		}
		return m.population(p)
	case Result:
		x, problems := funding.ReadResult(doc)
		if len(problems) > 0 {
			return problems
		}
		return append(m.result(x), x.Check()...)
	case Indicators:
		x, problems := zio.ReadIndicators(doc)
		if len(problems) > 0 || !m.Publish {
			return problems
		}
		return publishing(true).indicators(x)
	case Pupil:
		var q zio.Pupil
		if faults := strictjson.Read(doc, &q, (*zio.Pupil).Bind, strictjson.Limits{}); len(faults) > 0 {
			return zio.ProblemsOf(faults)
		}
		return m.pupil(&q)
	case Payments:
		_, problems := year.ReadPayments(doc)
		return problems
	case Settlement:
		_, problems := year.ReadSettlement(doc)
		return problems
	case Workplan:
		_, problems := zio.ReadWorkplan(doc)
		return problems
	case Register:
		_, problems := zio.ReadRegister(doc)
		return problems
	}
	return nil
}

// pupil is what a line of one pupil means. Such lines do not say in which year they are: a municipality that there has
// been is right when the pupil has no first day.
func (m Meaning) pupil(q *zio.Pupil) zio.Problems {
	problems := m.municipality("/home", q.Home, q.From)
	for j, move := range q.Moves {
		problems = append(problems, m.municipality("/moves/"+strconv.Itoa(j)+"/to", move.To, move.On)...)
	}
	if m.Publish {
		problems = append(problems, problemPupilLine.At(""))
	}
	return problems
}

// municipality finds whether a code is in force on a day; on a day that the atlas does not know, whether it ever was.
func (m Meaning) municipality(pointer string, code zio.MunicipalityCode, on zio.Date) zio.Problems {
	if m.Atlas == nil || code.IsZero() {
		return nil
	}
	if m.Atlas.CheckDate(on) != nil {
		if _, known := m.Atlas.Lookup(code); known {
			return nil
		}
		on = m.Atlas.Period().Until
	}
	if _, err := m.Atlas.On(on, code); err != nil {
		if p, ok := err.(zio.Problem); ok {
			p.Pointer = pointer
			return zio.Problems{p}
		}
	}
	return nil
}

func (m Meaning) agreement(a *funding.Agreement) zio.Problems {
	var problems zio.Problems
	for i := range a.Parties {
		if a.Parties[i].Kind != funding.PartyMunicipality {
			continue
		}
		if code, err := zio.ParseMunicipalityCode(a.Parties[i].ID); err == nil {
			problems = append(problems, m.municipality("/parties/"+strconv.Itoa(i)+"/id", code, a.Period.From)...)
		}
	}
	return problems
}

func (m Meaning) population(p *zio.Population) zio.Problems {
	tell := publishing(m.Publish)
	var problems zio.Problems
	grouped := map[zio.SiteCode]bool{}
	division := p.Division()
	of := func(day zio.Date) zio.Date { // what was converted is not of its own day any more
		if division != p.CountDate && !day.After(division) {
			return division
		}
		return day
	}
	counts := p.Groups // of ranges what the totals leave of them
	if m.Publish {
		counts = p.Estimated().Groups
	}
	for i := range p.Sites {
		problems = append(problems, m.municipality("/sites/"+strconv.Itoa(i)+"/municipality", p.Sites[i].Municipality, p.CountDate)...)
		problems = append(problems, tell.few("/sites/"+strconv.Itoa(i)+"/pupils", p.Sites[i].Pupils)...)
	}
	for i := range p.Groups {
		g, at := &p.Groups[i], "/groups/"+strconv.Itoa(i)
		grouped[g.Site] = true
		problems = append(problems, m.municipality(at+"/home", g.Home, division)...)
		if c := &counts[i]; !c.Ranged() || c.Fewest == c.Most { // a range of which a total leaves one number is that number
			problems = append(problems, tell.few(at+"/pupils", c.Pupils)...)
			problems = append(problems, tell.fewMinutes(at, c.Pupils, g.MinutesPerWeek)...)
		} else {
			problems = append(problems, tell.fewMinutes(at, c.Fewest/5, g.MinutesPerWeek)...) // a range from 5 is no small number
		}
	}
	told := map[zio.SiteCode]bool{}
	for i := range p.Pupils {
		q, at := &p.Pupils[i], "/pupils/"+strconv.Itoa(i)
		problems = append(problems, m.municipality(at+"/home", q.Home, division)...)
		problems = append(problems, inSchoolYear(p.SchoolYear, at+"/from", q.From)...)
		problems = append(problems, inSchoolYear(p.SchoolYear, at+"/until", q.Until)...)
		for j, move := range q.Moves {
			problems = append(problems, m.municipality(at+"/moves/"+strconv.Itoa(j)+"/to", move.To, of(move.On))...)
			problems = append(problems, inSchoolYear(p.SchoolYear, at+"/moves/"+strconv.Itoa(j)+"/on", move.On)...)
		}
		if grouped[q.Site] && !told[q.Site] {
			told[q.Site] = true
			problems = append(problems, problemOwner.At(at+"/site", "site", q.Site.String()))
		}
		if m.Publish {
			problems = append(problems, problemPupilLine.At(at))
		}
	}
	for i := range p.Counts {
		for j := range p.Counts[i].Values {
			if c := &p.Counts[i]; countsFew(c.Basis) && c.Values[j].Count > 0 {
				one := oneOf(c)
				problems = append(problems, tell.few("/counts/"+strconv.Itoa(i)+"/values/"+strconv.Itoa(j)+"/count", (c.Values[j].Count+one-1)/one)...) // 0.5 is of one
			}
			problems = append(problems, m.municipality("/counts/"+strconv.Itoa(i)+"/values/"+strconv.Itoa(j)+"/municipality", p.Counts[i].Values[j].Municipality, of(p.Counts[i].Date))...)
		}
	}
	for i := range p.Decisions {
		d, at := &p.Decisions[i], "/decisions/"+strconv.Itoa(i)
		problems = append(problems, m.municipality(at+"/home", d.Home, of(d.From))...)
		problems = append(problems, tell.few(at+"/pupils", max(d.Pupils, 1))...)
	}
	return problems
}

func inSchoolYear(year zio.SchoolYear, pointer string, d zio.Date) zio.Problems {
	if year.IsZero() || d.IsZero() || year.Contains(d) {
		return nil
	}
	return zio.Problems{problemSchoolYear.At(pointer, "date", d.String(), "year", year.String())}
}

func (m Meaning) result(x *funding.Result) zio.Problems {
	tell := publishing(m.Publish)
	var problems zio.Problems
	for i := range x.Routing.Homes {
		at := "/routing/homes/" + strconv.Itoa(i)
		problems = append(problems, tell.few(at+"/pupils", x.Routing.Homes[i].Pupils)...)
		problems = append(problems, tell.few(at+"/pooled", x.Routing.Homes[i].Pooled)...)
	}
	for i := range x.Routing.Exclusions {
		problems = append(problems, tell.few("/routing/exclusions/"+strconv.Itoa(i)+"/pupils", x.Routing.Exclusions[i].Pupils)...)
		problems = append(problems, tell.fewMinutes("/routing/exclusions/"+strconv.Itoa(i), x.Routing.Exclusions[i].Pupils, x.Routing.Exclusions[i].MinutesPerWeek)...)
	}
	for i := range x.Routing.Routes {
		at := "/routing/routes/" + strconv.Itoa(i)
		problems = append(problems, tell.few(at+"/pupils", x.Routing.Routes[i].Pupils)...)
		problems = append(problems, tell.fewMinutes(at, x.Routing.Routes[i].Pupils, x.Routing.Routes[i].MinutesPerWeek)...)
	}
	for i := range x.Trace.Steps {
		s, at := &x.Trace.Steps[i], "/trace/steps/"+strconv.Itoa(i)
		for j, in := range s.Inputs {
			unit := in.Unit
			if strings.HasPrefix(in.Ref, "population:/counts/") && countsFew(in.Name) {
				unit = funding.UnitPupils
			}
			if strings.HasPrefix(in.Ref, "population:") || in.Ref == "constant:pupils" { // a decision that names no number is about one
				problems = append(problems, tell.fewInTrace(at+"/inputs/"+strconv.Itoa(j)+"/value", in.Value, unit)...)
			}
		}
		if !agreedOnly(s) {
			problems = append(problems, tell.fewInTrace(at+"/value", s.Value, s.Unit)...)
		}
	}
	return problems
}

// agreedOnly reports whether a step is of numbers that were agreed, such as a threshold: these count nobody, other than the pupils of a
// decision that stands in an agreement.
func agreedOnly(s *funding.Step) bool {
	counts := func(in funding.Input) bool {
		return !strings.HasPrefix(in.Ref, "agreement:") || strings.HasSuffix(in.Ref, "/pupils")
	}
	return len(s.Inputs) > 0 && !slices.ContainsFunc(s.Inputs, counts)
}

// Rounded is a population whose counts can be published (afgerond): every number of pupils is rounded to the nearest multiple
// of five, half up, and groups that come to 0 are left out with their minutes. Counts of
// a series that can be of few persons are rounded too. The lowest number of a range is rounded down and
// the highest up, and totals of sites are left out: they would say what was rounded. Populations with pupil lines or decisions of
// single pupils are refused: rounding can not hide these.
func Rounded(p *zio.Population) (*zio.Population, zio.Problems) {
	if p == nil {
		return nil, zio.Problems{(*zio.ProblemKind)(strictjson.FaultNothing).At("")}
	}
	var problems zio.Problems
	for i := range p.Pupils {
		problems = append(problems, problemPupilLine.At("/pupils/"+strconv.Itoa(i)))
	}
	for i := range p.Decisions {
		if p.Decisions[i].Pupils < 5 {
			problems = append(problems, problemDisclosive.At("/decisions/"+strconv.Itoa(i)+"/pupils", "count", strconv.FormatInt(max(p.Decisions[i].Pupils, 1), 10)))
		}
	}
	if len(problems) > 0 {
		return nil, problems
	}
	q := *p
	q.Groups, q.Sites = nil, slices.Clone(p.Sites)
	for i := range q.Sites {
		q.Sites[i].Pupils = 0
	}
	for _, g := range p.Groups {
		g.Pupils = (g.Pupils + 2) / 5 * 5
		g.Fewest, g.Most = g.Fewest/5*5, (g.Most+4)/5*5
		g.MinutesPerWeek = 0
		if g.Pupils > 0 || g.Ranged() {
			q.Groups = append(q.Groups, g)
		}
	}
	q.Counts = slices.Clone(p.Counts)
	for i := range q.Counts {
		if c := &q.Counts[i]; countsFew(c.Basis) {
			five := 5 * oneOf(c)
			c.Values = slices.Clone(c.Values)
			for j := range c.Values {
				c.Values[j].Count = (c.Values[j].Count + five/2) / five * five
			}
		}
	}
	return &q, nil
}
