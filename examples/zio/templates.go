package main

import (
	"embed"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/zio-collectief/zio/examples/agreements"
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/schools"
)

// templates are agreements without municipalities, which come from the pupils of a school.
//
//go:embed templates/*.json
var templates embed.FS

// defaultTemplate is the one that is used when none is named.
const defaultTemplate = "fixed-hours"

// templateNames are the templates that are built in.
func templateNames() []string {
	files, _ := fs.ReadDir(templates, "templates") // the embedded folder is always there
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = strings.TrimSuffix(f.Name(), ".json")
	}
	return names
}

// template reads an agreement that may be a template: a file, a template or a system that is built in.
func (a *app) template(arg string) (*funding.Agreement, error) {
	name := strings.TrimSuffix(arg, ".json")
	if _, err := os.Stat(arg); arg != "-" && errors.Is(err, os.ErrNotExist) && slices.Contains(templateNames(), name) {
		data, err := templates.ReadFile("templates/" + name + ".json")
		if err != nil {
			return nil, err
		}
		x, problems := analysis.ReadTemplate(data)
		return x, a.report(arg, problems)
	}
	if system, _, _ := strings.Cut(arg, ":"); !strings.ContainsAny(arg, "./") {
		if _, found := agreements.Find(system); !found {
			return nil, errors.New(a.fill("{name} is geen bestand, geen sjabloon en geen stelsel. Sjablonen: {templates}. Zie ook: zio systems", "{name} is not a file, a template or a system. Templates: {templates}. See also: zio systems",
				"name", arg, "templates", strings.Join(templateNames(), ", ")))
		}
	}
	file, data, err := a.documentOf(arg, "agreement.json")
	if err != nil {
		return nil, err
	}
	x, problems := analysis.ReadTemplate(data)
	return x, a.report(file, problems)
}

// settleSchool settles an agreement for the pupils of a school, all of whom get the same claim.
func (a *app) settleSchool(agreement, school string, claim zio.Claim) (*settlement, error) {
	x, err := a.template(agreement)
	if err != nil {
		return nil, err
	}
	s, err := a.school(school)
	if err != nil {
		return nil, err
	}
	p := s.Population(claim)
	x, problems := analysis.Fill(x, p, zio.Netherlands())
	if err := a.report(agreement, problems); err != nil {
		return nil, err
	}
	result, problems := funding.Calculate(x, p)
	if err := a.report(agreement, problems); err != nil {
		return nil, err
	}
	return &settlement{agreement: x, population: p, result: result, school: s, claim: claim}, nil
}

// schoolNote says what the pupils of a school rest on, and what was assumed of them.
func (a *app) schoolNote(s *settlement) {
	c := s.school.Count()
	if s.claim == zio.ClaimJeugdwet {
		a.paragraph("", a.say("Alle leerlingen met een bekende woongemeente tellen mee, alsof zij zorg nodig hebben uit de Jeugdwet: wie zorg nodig heeft en onder welke wet, staat niet in de cijfers van DUO. Kies anders met --route, of vul eigen aantallen in.",
			"All pupils with a known home municipality count, as if they need care under the Jeugdwet: who needs care and under which law is not in the figures of DUO. Choose otherwise with --route, or fill in counts of your own."))
	}
	a.paragraph("", a.rangeNote(s.school.Total, s.school.TotalFits(), c.Fewest, c.Most))
	if s.school.Adults.Most > 0 {
		a.paragraph("", a.fill("{fewest#} tot en met {most#} leerlingen zijn 18 jaar of ouder; zij tellen hier mee.", "{fewest#} to {most#} pupils are 18 or older; they count here.", "fewest", itoa(s.school.Adults.Fewest), "most", itoa(s.school.Adults.Most)))
	}
	a.paragraph("", a.fill("Bron: DUO, leerlingen per vestiging en woonplaats, {date}.", "Source: DUO, pupils per site and place of residence, {date}.", "date", a.date(schools.CountDate())))
}
