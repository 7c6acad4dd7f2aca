package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/schools"
)

// schoolsForPage is the table of schools as the calculator reads it: the count date, the municipalities by code and name, and a
// line for each school. The npm package makes the same of the same table in wasm/widget/build.mjs.
func schoolsForPage() []byte {
	names := map[zio.MunicipalityCode]bool{}
	var lines []string
	all := schools.All()
	for i := range all {
		s := &all[i]
		names[s.Municipality] = true
		var homes []string
		for j := range s.Homes {
			h := &s.Homes[j]
			text := string(rune(h.Elsewhere))
			if h.Municipality.IsValid() {
				names[h.Municipality] = true
				text = h.Municipality.String()
			}
			homes = append(homes, text+countForPage(h.Count))
		}
		total := ""
		if s.Total > 0 {
			total = itoa(s.Total)
		}
		lines = append(lines, strings.Join([]string{s.Code.String(), s.Name, s.Place, s.Municipality.String(), s.Type.String(), total, strings.Join(homes, " ")}, "\t"))
	}
	var codes []string
	for code := range names {
		codes = append(codes, code.String()+zio.Netherlands().Name(code))
	}
	slices.Sort(codes)
	return []byte(schools.CountDate().String() + "\n" + strings.Join(codes, "\t") + "\n" + strings.Join(lines, "\n") + "\n")
}

// countForPage writes a count as the table of schools does: the fewest, and how many hidden numbers are in it where not all are.
func countForPage(c schools.Count) string {
	hidden := (c.Most - c.Fewest) / 3
	switch {
	case hidden != c.Fewest:
		return "." + itoa(c.Fewest) + "." + itoa(hidden)
	case hidden != 1:
		return "." + itoa(c.Fewest)
	}
	return ""
}

// rangeLine is one row of a table of pupils: from how many to how many, and the picture of it, whose widths are in thousandths of the
// widest of the table.
type rangeLine struct {
	Name, Path, Place, Kind, Text, Estimate, Total string
	Homes                                          int
	Sure, Unsure, Guess                            int64
}

func (l *rangeLine) count(r zio.Range, lang zio.Lang) {
	switch {
	case r.Most < 5: // no more than what DUO shows
		l.Text, l.Estimate = "<5", few(r.Estimate)
	case r.Fewest == r.Most:
		l.Text, l.Estimate = zio.FormatNumber(itoa(r.Fewest), lang), zio.FormatNumber(itoa(r.Estimate), lang)
	default:
		l.Text = zio.FormatNumber(itoa(r.Fewest), lang) + zio.InLang(lang, " tot en met ", " to ") + zio.FormatNumber(itoa(r.Most), lang)
		l.Estimate = few(r.Estimate)
	}
}

// scale gives every picture of a table the same scale.
func scale(list []rangeLine, ranges []zio.Range) {
	widest := int64(1)
	for _, r := range ranges {
		widest = max(widest, r.Most)
	}
	for i, r := range ranges {
		list[i].Sure = r.Fewest * 1000 / widest
		list[i].Unsure = r.Most*1000/widest - list[i].Sure
		list[i].Guess = r.Estimate * 1000 / widest
		if r.Most < 5 { // the picture tells no more than the text
			list[i].Sure, list[i].Unsure, list[i].Guess = 0, 4*1000/widest, -10
		}
	}
}

// schoolPage is a school with its pupils per home municipality.
type schoolPage struct {
	Code, Name, Kind, Note, Adults string
	Lines                          []rangeLine
}

// residencePage is a municipality with the schools that its pupils go to.
type residencePage struct {
	Name, Region string
	Lines        []rangeLine
	Neighbours   []link // the other municipalities of its youth region
}

// realSchool is the school that the first page shows: what the site is about in one line.
type realSchool struct {
	Code, Name, Place string
	Pupils            string
	Homes             int
}

func realSchoolOf(code string) realSchool {
	s, _ := schools.Find(zio.MustParseSiteCode(code))
	return realSchool{Code: code, Name: s.Name, Place: s.Place, Pupils: itoa(s.Total), Homes: s.Municipalities()}
}

// homeLine is one municipality of the list of all.
type homeLine struct {
	Name, Path string
	Schools    int
}

// pathOf is the path of the page of a school or a municipality.
func pathOf(kind, lang, code string) string {
	if lang == "nl" {
		return "/" + kind + "/" + code
	}
	return "/en/" + map[string]string{"school": "school", "gemeente": "municipality"}[kind] + "/" + code
}

// residence is what the schools of the country tell of one municipality.
type residence struct {
	school *schools.School
	pupils zio.Range
}

// homes are the schools of each municipality, those with most of its pupils first.
type homes map[zio.MunicipalityCode][]residence

func residences() homes {
	out := homes{}
	all := schools.All()
	for i := range all {
		ranges := all[i].Ranges()
		for j := range all[i].Homes {
			if home := all[i].Homes[j].Municipality; home.IsValid() {
				out[home] = append(out[home], residence{&all[i], ranges[j]})
			}
		}
	}
	for _, list := range out {
		slices.SortStableFunc(list, func(a, b residence) int {
			return cmp.Or(cmp.Compare(b.pupils.Estimate, a.pupils.Estimate), cmp.Compare(b.pupils.Most, a.pupils.Most), cmp.Compare(a.school.Name, b.school.Name))
		})
	}
	return out
}

// in is the list of all municipalities that are home to a pupil.
func (h homes) in(lang string) func(*pageData) {
	var list []homeLine
	for code, of := range h {
		list = append(list, homeLine{Name: zio.Netherlands().Name(code), Path: pathOf("gemeente", lang, code.String()), Schools: len(of)})
	}
	slices.SortFunc(list, func(a, b homeLine) int {
		return cmp.Compare(strings.TrimPrefix(a.Name, "'s-"), strings.TrimPrefix(b.Name, "'s-"))
	})
	l, _ := zio.ParseLang(lang)
	return func(d *pageData) { d.Homes, d.CountDate = list, schools.CountDate().Words(l) }
}

// addSchoolPages lists a page for each school and for each municipality, in every language.
func (s *site) addSchoolPages(residents homes) {
	all := schools.All()
	for lang := range sitePages {
		other := otherLang(lang)
		for i := range all {
			code := all[i].Code.String()
			p := page{file: "school", path: pathOf("school", lang, code), scripts: []string{calculatorScript}, title: all[i].Name + ", " + all[i].Place}
			s.sheets[p.path] = &sheet{page: p, lang: lang, other: pathOf("school", other, code), fill: schoolIn(&all[i], lang)}
		}
		for code, of := range residents {
			p := page{file: "gemeente", path: pathOf("gemeente", lang, code.String()), title: pickLang(lang, "Leerlingen uit ", "Pupils of ") + zio.Netherlands().Name(code)}
			if lang == "en" {
				p.file = "municipality"
			}
			s.sheets[p.path] = &sheet{page: p, lang: lang, other: pathOf("gemeente", other, code.String()), fill: s.residenceIn(code, of, lang)}
		}
	}
}

func schoolIn(s *schools.School, code string) func(*pageData) {
	return func(d *pageData) {
		lang, _ := zio.ParseLang(code)
		a := &app{lang: lang}
		p := &schoolPage{Code: s.Code.String(), Name: s.Name, Kind: s.Type.Name(lang)}
		count := s.Count()
		p.Note = a.rangeNote(s.Total, s.TotalFits(), count.Fewest, count.Most)
		if s.Adults.Most > 0 {
			p.Adults = a.fill("{fewest#} tot en met {most#} leerlingen zijn 18 jaar of ouder.", "{fewest#} to {most#} pupils are 18 or older.", "fewest", itoa(s.Adults.Fewest), "most", itoa(s.Adults.Most))
		}
		ranges := s.Ranges()
		sorted := make([]zio.Range, len(ranges))
		for k, i := range mostFirst(ranges) {
			h := &s.Homes[i]
			line := rangeLine{Name: h.Name(lang)}
			if h.Municipality.IsValid() {
				line.Path = pathOf("gemeente", code, h.Municipality.String())
			}
			line.count(ranges[i], lang)
			sorted[k] = ranges[i]
			p.Lines = append(p.Lines, line)
		}
		scale(p.Lines, sorted)
		d.School, d.CountDate = p, schools.CountDate().Words(lang)
		d.About = a.fill("{kind}. Op {date} {pupils} {pupils|leerling|leerlingen} uit {homes#} {homes|gemeente|gemeenten}. Wie betaalt de zorg onder schooltijd? Vul hieronder het bedrag in.",
			"{kind}. On {date} {pupils} {pupils|pupil|pupils} from {homes#} {homes|municipality|municipalities}. Who pays for the care in school hours? Fill in the amount below.",
			"kind", capital(p.Kind), "date", d.CountDate, "pupils", a.schoolTotal(s), "homes", strconv.Itoa(s.Municipalities()))
	}
}

// capital begins a sentence.
func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func (s *site) residenceIn(home zio.MunicipalityCode, of []residence, code string) func(*pageData) {
	return func(d *pageData) {
		lang, _ := zio.ParseLang(code)
		a := &app{lang: lang}
		p := &residencePage{Name: zio.Netherlands().Name(home)}
		var ranges []zio.Range
		var sum zio.Range
		for _, r := range of {
			line := rangeLine{Name: r.school.Name, Path: pathOf("school", code, r.school.Code.String()), Place: r.school.Place, Kind: r.school.Type.String(), Total: a.pupilsOf(r.school), Homes: r.school.Municipalities()}
			line.count(r.pupils, lang)
			sum.Fewest += r.pupils.Fewest
			sum.Most += r.pupils.Most
			ranges, p.Lines = append(ranges, r.pupils), append(p.Lines, line)
		}
		scale(p.Lines, ranges)
		d.Residence, d.CountDate = p, schools.CountDate().Words(lang)
		d.About = a.fill("{schools#} {schools|school heeft|scholen hebben} leerlingen uit {name}: samen {fewest#} tot en met {most#} op {date}.",
			"{schools#} {schools|school has|schools have} pupils of {name}: {fewest#} to {most#} together on {date}.",
			"schools", strconv.Itoa(len(of)), "name", p.Name, "fewest", itoa(sum.Fewest), "most", itoa(sum.Most), "date", d.CountDate)
		for _, part := range zio.Netherlands().Spread(zio.YouthRegion, []zio.MunicipalityCode{home}, regionsDay).Parts {
			p.Region = part.Region.Name
			for _, m := range part.Region.Municipalities {
				path := pathOf("gemeente", code, m.String())
				if m != home && s.sheets[path] != nil {
					p.Neighbours = append(p.Neighbours, link{Name: zio.Netherlands().Name(m), Path: inTheme(path, d.Theme)})
				}
			}
		}
	}
}
