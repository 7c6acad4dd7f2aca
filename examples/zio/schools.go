package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/schools"
)

func newSchools(a *app) *cobra.Command {
	var format, types string
	var limit int
	cmd := &cobra.Command{
		Use:   "schools [CODE | WORDS...]",
		Short: "Find special schools and where their pupils live",
		Long: `Find the special schools of the country (sbo, so and vso) by name, place, municipality
or code, and show where the pupils of one live: at least and at most so many, because
DUO hides numbers under five. Where the number of all pupils is published it makes the
ranges narrower, and gives an estimate (schatting). An estimate is no count.

A site is named by its code of six characters. Words may have typing errors.`,
		Example: "  zio schools maartenschool nijmegen\n  zio schools 00OS00\n  zio schools --type so,vso --format csv",
		RunE: func(_ *cobra.Command, args []string) error {
			kinds, err := a.schoolTypes(types)
			if err != nil {
				return err
			}
			text := strings.Join(args, " ")
			if code, err := zio.ParseSiteCode(strings.ToUpper(text)); err == nil {
				s, err := a.school(code.String())
				if err != nil {
					return err
				}
				return a.showSchool(s, format)
			}
			list := schools.All()
			if text != "" {
				list = schools.Search(text, 0)
			}
			list = ofTypes(list, kinds)
			if len(list) == 0 {
				return errors.New(a.fill("er is geen school gevonden bij {text}", "no school was found for {text}", "text", text))
			}
			return a.showSchools(list, limit, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	cmd.Flags().StringVar(&types, "type", "", "only these types of school: sbo, so, vso (so and vso take sites with both)")
	cmd.Flags().IntVar(&limit, "limit", 20, "most schools that are shown; 0 is all")
	return cmd
}

// schoolTypes are the types that a flag names with commas between them; so and vso bring the sites that are both.
func (a *app) schoolTypes(flag string) ([]zio.SchoolType, error) {
	var list []zio.SchoolType
	for _, text := range strings.FieldsFunc(flag, func(r rune) bool { return r == ',' || r == ' ' }) {
		t, err := zio.ParseSchoolType(strings.ToLower(text))
		if err != nil {
			return nil, a.wrong("--type", err)
		}
		list = append(list, t)
		if t == zio.SpecialPrimary || t == zio.SpecialSecondary {
			list = append(list, zio.SpecialBoth)
		}
	}
	return list, nil
}

// ofTypes are the schools of some types; of all types where none is named.
func ofTypes(list []schools.School, types []zio.SchoolType) []schools.School {
	if len(types) == 0 {
		return list
	}
	return slices.DeleteFunc(list, func(s schools.School) bool { return !slices.Contains(types, s.Type) })
}

// school is the school that is meant by a code or by words.
func (a *app) school(text string) (*schools.School, error) {
	if code, err := zio.ParseSiteCode(strings.ToUpper(text)); err == nil {
		if s, found := schools.Find(code); found {
			return s, nil
		}
		return nil, errors.New(a.fill("{code} is geen vestiging van sbo, so of vso in de telling van {date}", "{code} is not a site of sbo, so or vso in the count of {date}",
			"code", code.String(), "date", schools.CountDate().String()))
	}
	best := schools.Best(text)
	switch len(best) {
	case 0:
		return nil, errors.New(a.fill("er is geen school gevonden bij {text}", "no school was found for {text}", "text", text))
	case 1:
		return &best[0], nil
	}
	var names []string
	for i := range best[:min(len(best), 5)] {
		names = append(names, best[i].Code.String()+" ("+best[i].Name+", "+best[i].Place+")")
	}
	return nil, errors.New(a.fill("{text} kan meer dan één school zijn: {names}. Noem de code", "{text} may be more than one school: {names}. Name the code",
		"text", text, "names", strings.Join(names, ", ")))
}

// showSchools lists schools, a line each.
func (a *app) showSchools(list []schools.School, limit int, format string) error {
	g := &grid{columns: []column{{"code", "Code", "Code", false}, {"name", "Naam", "Name", false}, {"place", "Plaats", "Place", false}, {"municipality", "Gemeente", "Municipality", false},
		{"type", "Soort", "Type", false}, {"pupils", "Leerlingen", "Pupils", true}, {"homes", "Woongemeenten", "Home municipalities", true}}, width: 44}
	shown := list
	if limit > 0 && len(list) > limit && format != "csv" && format != "json" {
		shown = list[:limit]
	}
	for i := range shown {
		s := &shown[i]
		g.add(s.Code.String(), s.Name, s.Place, zio.Netherlands().Name(s.Municipality), s.Type.String(), a.pupilsOf(s), itoa(int64(s.Municipalities())))
	}
	if err := a.show(g, format); err != nil || format == "csv" || format == "json" {
		return err
	}
	if more := len(list) - len(shown); more > 0 {
		a.println()
		a.paragraph("", a.fill("En nog {n#}. Noem meer woorden, of kies met --limit hoeveel er worden getoond.", "And {n#} more. Name more words, or choose with --limit how many are shown.", "n", itoa(int64(more))))
	}
	return nil
}

// pupilsOf is the published number of pupils of a school, or the range that follows from the homes.
func (a *app) pupilsOf(s *schools.School) string {
	if s.Total > 0 {
		return itoa(s.Total)
	}
	c := s.Count()
	return itoa(c.Fewest) + "-" + itoa(c.Most)
}

// few hides a number of pupils under five.
func few(n int64) string {
	if n > 0 && n < 5 {
		return "<5"
	}
	return itoa(n)
}

// showSchool shows where the pupils of one school live.
func (a *app) showSchool(s *schools.School, format string) error {
	g := &grid{columns: []column{{"home", "Code", "Code", false}, {"name", "Woongemeente", "Home municipality", false}, {"fewest", "Minstens", "At least", true},
		{"most", "Hoogstens", "At most", true}, {"estimate", "Schatting", "Estimate", true}}}
	ranges := s.Ranges()
	for _, i := range mostFirst(ranges) {
		r, h := ranges[i], &s.Homes[i]
		fewest, most := itoa(r.Fewest), itoa(r.Most)
		if r.Most < 5 { // no more than what DUO shows
			fewest, most = "", "<5"
		}
		g.add(h.Municipality.String(), h.Name(a.lang), fewest, most, few(r.Estimate))
	}
	if format == "csv" || format == "json" {
		return a.show(g, format)
	}
	a.println(a.bold(s.Name), " (", s.Code.String(), "), ", s.Place)
	facts := []string{s.Type.Name(a.lang), a.say("gemeente ", "municipality ") + zio.Netherlands().Name(s.Municipality)}
	if s.Board.IsValid() {
		facts = append(facts, a.say("bestuur ", "board ")+s.Board.String())
	}
	for _, c := range []zio.AllianceCode{s.Primary, s.Secondary} {
		if c.IsValid() && (c == s.Primary) == (s.Type != zio.SpecialSecondary) || c.IsValid() && s.Type == zio.SpecialBoth {
			facts = append(facts, a.say("samenwerkingsverband ", "alliance ")+c.String()+a.say(" (lijst van 2015)", " (list of 2015)"))
		}
	}
	a.paragraph("", strings.Join(facts, "; "))
	count := s.Count()
	a.paragraph("", a.fill("Op {date} {pupils} {pupils|leerling|leerlingen} uit {homes#} {homes|gemeente|gemeenten}.", "On {date} {pupils} {pupils|pupil|pupils} from {homes#} {homes|municipality|municipalities}.",
		"date", a.date(schools.CountDate()), "pupils", a.schoolTotal(s), "homes", itoa(int64(s.Municipalities()))))
	a.println()
	if err := a.show(g, format); err != nil {
		return err
	}
	a.println()
	a.paragraph("", a.rangeNote(s.Total, s.TotalFits(), count.Fewest, count.Most))
	if s.Adults.Most > 0 {
		a.paragraph("", a.fill("{fewest#} tot en met {most#} leerlingen zijn 18 jaar of ouder.", "{fewest#} to {most#} pupils are 18 or older.", "fewest", itoa(s.Adults.Fewest), "most", itoa(s.Adults.Most)))
	}
	a.paragraph("", a.say("Bron: DUO, leerlingen per vestiging en woonplaats.", "Source: DUO, pupils per site and place of residence."))
	return nil
}

// mostFirst is the order in which ranges are shown: those that can have the most pupils first.
func mostFirst(ranges []zio.Range) []int {
	turn := make([]int, len(ranges))
	for i := range turn {
		turn[i] = i
	}
	slices.SortStableFunc(turn, func(i, j int) int { return int(ranges[j].Most - ranges[i].Most) })
	return turn
}

// schoolTotal is the number of pupils in words: the published total, or from how many to how many.
func (a *app) schoolTotal(s *schools.School) string {
	if s.TotalFits() {
		return itoa(s.Total)
	}
	c := s.Count()
	return a.fill("{fewest#} tot en met {most#}", "{fewest#} to {most#}", "fewest", itoa(c.Fewest), "most", itoa(c.Most))
}

// rangeNote says what the ranges rest on.
func (a *app) rangeNote(total int64, fits bool, fewest, most int64) string {
	hidden := a.say("DUO toont aantallen onder de 5 niet. ", "DUO does not show numbers under 5. ")
	switch {
	case fits:
		return hidden + a.fill("De marges volgen uit de zichtbare aantallen en het totaal van {total#} {total|leerling|leerlingen}. De schatting verdeelt de rest van het totaal naar de breedte van de marges; zij is geen telling.",
			"The ranges follow from the numbers that are shown and the total of {total#} {total|pupil|pupils}. The estimate divides the rest of the total by the widths of the ranges; it is not a count.", "total", itoa(total))
	case total > 0:
		return hidden + a.fill("Het gepubliceerde totaal van {total#} {total|leerling|leerlingen} past niet bij de telling ({fewest#} tot en met {most#}) en is niet gebruikt. De schatting is het laagste aantal; zij is geen telling.",
			"The published total of {total#} {total|pupil|pupils} does not fit the count ({fewest#} to {most#}) and was not used. The estimate is the lowest number; it is not a count.", "total", itoa(total), "fewest", itoa(fewest), "most", itoa(most))
	}
	return hidden + a.say("Van deze vestiging is geen totaal gepubliceerd. De schatting is het laagste aantal; zij is geen telling.", "Of this site no total is published. The estimate is the lowest number; it is not a count.")
}
