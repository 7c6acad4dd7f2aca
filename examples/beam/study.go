package main

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/schools"
)

// Study is what is settled for every school: a template in scenarios (doorrekening). A scenario is one choice of values for the
// parameters of the grid, with one draw of the numbers of pupils; the draws of the first choice come first.
type Study struct {
	Template []byte // agreement without municipalities, as a document
	Grid     []Axis
	Draws    int    // numbers of pupils are drawn within their ranges so many times; 0: the estimate
	Seed     uint64 // of the draws
}

// Axis is one parameter of the template with its values.
type Axis struct {
	Pointer string // JSON Pointer in the template: "/components/0/cost/rate"
	Values  []string
}

// ParseAxis reads "/components/0/cost/rate=50.00,60.00,70.00".
func ParseAxis(text string) (Axis, error) {
	pointer, values, found := strings.Cut(text, "=")
	if !found || !strings.HasPrefix(pointer, "/") || values == "" {
		return Axis{}, fmt.Errorf("%q is not a pointer with values, such as /components/0/cost/rate=50.00,60.00", text)
	}
	return Axis{pointer, strings.Split(values, ",")}, nil
}

// choices is the number of choices of values, and draws that of the draws of each.
func (s *Study) choices() int {
	n := 1
	for _, a := range s.Grid {
		n *= len(a.Values)
	}
	return n
}

func (s *Study) draws() int { return max(s.Draws, 1) }

// Scenarios is the number of scenarios.
func (s *Study) Scenarios() int { return s.choices() * s.draws() }

// values are those of a choice, one for each axis; the last axis changes first.
func (s *Study) values(choice int) []string {
	list := make([]string, len(s.Grid))
	for i := len(s.Grid) - 1; i >= 0; i-- {
		n := len(s.Grid[i].Values)
		list[i] = s.Grid[i].Values[choice%n]
		choice /= n
	}
	return list
}

// template is the template with the values of a choice.
func (s *Study) template(choice int) (*funding.Agreement, error) {
	a, problems := analysis.ReadTemplate(s.Template)
	if len(problems) > 0 {
		return nil, problems.Err()
	}
	if !analysis.IsTemplate(a) {
		return nil, fmt.Errorf("%s names municipalities, so it is not a template", a.ID)
	}
	for i, value := range s.values(choice) {
		p, err := analysis.ParameterOf(a, nil, s.Grid[i].Pointer)
		if err != nil {
			return nil, err
		}
		n, err := p.Parse(value)
		if err != nil {
			return nil, err
		}
		if a, _, problems = p.In(a, nil, n); len(problems) > 0 {
			return nil, problems.Err()
		}
	}
	return a, nil
}

// Check finds what no scenario could be settled with.
func (s *Study) Check() error {
	for choice := range s.choices() {
		if _, err := s.template(choice); err != nil {
			return err
		}
	}
	return nil
}

// drawn is the population with a number of pupils of each home within its range, by which the site comes to its total. Each is
// drawn in its turn from what the total leaves possible. The draw depends on the seed, the number of the draw and the site alone.
func (s *Study) drawn(p *zio.Population, draw int) *zio.Population {
	site := p.Sites[0]
	h := fnv.New64a()
	_, _ = h.Write([]byte(site.Code.String()))
	r := rand.New(rand.NewPCG(s.Seed^h.Sum64(), uint64(draw)))
	q := *p
	q.Groups = slices.Clone(p.Groups)
	fewest, most := int64(0), int64(0) // of the groups that are not drawn yet
	for i := range q.Groups {
		low, high := ends(&q.Groups[i])
		fewest, most = fewest+low, most+high
	}
	left := site.Pupils
	for i := range q.Groups {
		g := &q.Groups[i]
		low, high := ends(g)
		fewest, most = fewest-low, most-high
		if site.Pupils > 0 {
			low, high = max(low, left-most), min(high, left-fewest)
		}
		n := low + r.Int64N(high-low+1)
		g.Pupils, g.Fewest, g.Most = n, 0, 0
		left -= n
	}
	return &q
}

func ends(g *zio.Group) (low, high int64) {
	if g.Ranged() {
		return g.Fewest, g.Most
	}
	return g.Pupils, g.Pupils
}

// settle settles scenarios from one to another (not that one) for a school, and gives per municipality what it bears in each, in
// eurocents.
func (s *Study) settle(school *schools.School, from, to int, templates func(choice int) (*funding.Agreement, error)) (map[string][]int64, error) {
	out := map[string][]int64{}
	p := school.Population(zio.ClaimJeugdwet)
	var filled *funding.Agreement
	for at, last := from, -1; at < to; at++ {
		choice, draw := at/s.draws(), at%s.draws()
		if choice != last {
			x, err := templates(choice)
			if err != nil {
				return nil, err
			}
			var problems zio.Problems
			if filled, problems = analysis.Fill(x, p, zio.Netherlands()); len(problems) > 0 {
				return nil, fmt.Errorf("%s: %w", school.Code, problems.Err())
			}
			last = choice
		}
		q := p
		if s.Draws > 0 {
			q = s.drawn(p, draw)
		}
		result, problems := funding.Draft(filled, q)
		if len(problems) > 0 {
			return nil, fmt.Errorf("%s, scenario %d: %w", school.Code, at, problems.Err())
		}
		for _, share := range result.Shares {
			if _, err := zio.ParseMunicipalityCode(share.Party); err != nil {
				continue
			}
			if out[share.Party] == nil {
				out[share.Party] = make([]int64, to-from)
			}
			out[share.Party][at-from] += share.Amount.Cents()
		}
	}
	return out, nil
}
