package main

import (
	"bytes"
	"embed"
	"encoding/json"
	"html/template"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zio-collectief/zio/funding/law"
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

//go:embed site
var pages embed.FS

// page is one page in one language: its file in site/<lang>, its path, and what it says above and in the menu.
type page struct {
	file, path, menu, title, about string
	scripts                        []string
	bare                           bool
}

const calculatorScript = "/rekenhulp/zio-calculator.js"

// sitePages are the pages by language, in the order of the menu; page i is the same page in each language.
var sitePages = map[string][]page{
	"nl": {
		{file: "index", path: "/", menu: "Rekenhulp", title: "Wie betaalt wat?", scripts: []string{calculatorScript},
			about: "Reken uit hoe gemeenten de zorg in onderwijstijd samen betalen. Kies een afspraak uit de praktijk, vul uw eigen getallen in en zie waar elk bedrag vandaan komt."},
		{file: "gemeenten", path: "/gemeenten", menu: "Uw gemeente", title: "Naar welke scholen gaan de leerlingen uit uw gemeente?", scripts: []string{"/filter.js"},
			about: "Alle scholen voor speciaal onderwijs met hun leerlingen per woongemeente, zoals DUO ze telt. Kies uw gemeente."},
		{file: "stappen", path: "/stappen", menu: "Stappen", title: "In zes stappen naar samen betalen", scripts: []string{"/steps.js"},
			about: "Het stappenplan van de gids: wat elke stap vraagt voordat zij klaar is. Houd uw eigen stand bij, op uw eigen apparaat."},
		{file: "jaar", path: "/jaar", menu: "Het jaar", title: "Een jaar van begroting tot afrekening",
			about: "Wat een gemeente begroot, per kwartaal betaalt en na afloop bijbetaalt of terugkrijgt. Alle getallen op deze pagina zijn verzonnen."},
		{file: "wet", path: "/wet", menu: "De wet", title: "Welke wet betaalt?",
			about: "De routetabel waarmee de rekenhulp werkt: wie betaalt, wat uit elk gegeven volgt en waarom minuten in of buiten de pot vallen. Met artikelen en datums."},
		{file: "webmaster", path: "/webmaster", menu: "Voor webmasters", title: "De rekenhulp op uw website", scripts: []string{"/copy.js"},
			about: "Twee regels zijn genoeg. De rekenhulp volgt uw huisstijl, werkt zonder cookies en stuurt niets door."},
		{file: "integrator", path: "/integrator", menu: "Voor integratoren", title: "Bestanden uitwisselen", scripts: []string{"/copy.js", "/check.js"},
			about: "Schema’s voor afspraken, populaties en uitkomsten, en een controle die in uw browser draait."},
		{file: "ontwikkelaar", path: "/ontwikkelaar", menu: "Voor ontwikkelaars", title: "De bibliotheek in uw programma", scripts: []string{"/copy.js"},
			about: "Dezelfde regels in Go, op de opdrachtregel en in de browser."},
		{file: "index", path: "/kaal", title: "Wie betaalt wat?", scripts: []string{calculatorScript}, bare: true},
	},
	"en": {
		{file: "index", path: "/en/", menu: "Calculator", title: "Who pays what?", scripts: []string{calculatorScript},
			about: "Work out how municipalities pay together for care in school hours. Choose an agreement from practice, fill in your own numbers and see where every amount comes from."},
		{file: "municipalities", path: "/en/municipalities", menu: "Your municipality", title: "Which schools do the pupils of your municipality go to?", scripts: []string{"/filter.js"},
			about: "All schools for special education with their pupils per home municipality, as DUO counts them. Choose your municipality."},
		{file: "steps", path: "/en/steps", menu: "Steps", title: "Six steps towards paying together", scripts: []string{"/steps.js"},
			about: "The work plan of the guide: what each step needs before it is done. Keep track of your own, on your own device."},
		{file: "year", path: "/en/year", menu: "The year", title: "A year from budget to settlement",
			about: "What a municipality budgets, pays each quarter and pays or gets back afterwards. All numbers on this page are made up."},
		{file: "law", path: "/en/law", menu: "The law", title: "Which law pays?",
			about: "The routing table that the calculator works with: who pays, what follows from each fact and why minutes are in or out of the pool. With articles and dates."},
		{file: "webmaster", path: "/en/webmaster", menu: "For webmasters", title: "The calculator on your site", scripts: []string{"/copy.js"},
			about: "Two lines are enough. The calculator follows your house style, works without cookies and sends nothing."},
		{file: "integrator", path: "/en/integrator", menu: "For integrators", title: "Exchanging files", scripts: []string{"/copy.js", "/check.js"},
			about: "Schemas for agreements, populations and results, and a check that runs in your browser."},
		{file: "developer", path: "/en/developer", menu: "For developers", title: "The library in your program", scripts: []string{"/copy.js"},
			about: "The same rules in Go, on the command line and in the browser."},
		{file: "index", path: "/en/bare", title: "Who pays what?", scripts: []string{calculatorScript}, bare: true},
	},
}

// siteThemes are the looks of the site: without a theme, the Voorbeeld theme of NL Design System, and one
// that sets the calculator's own names. A theme is chosen in the query, so that a link keeps it.
var siteThemes = []siteTheme{
	{"rustig", "Rustig", "Quiet"},
	{"voorbeeld", "Voorbeeld", "Voorbeeld"},
	{"kust", "Kust", "Coast"},
}

type siteTheme struct{ id, nl, en string }

var siteWords = map[string]map[string]string{
	"nl": {"site": "Zorg in onderwijstijd", "skip": "Direct naar de inhoud", "menu": "Hoofdmenu", "themes": "Thema van deze website",
		"footer": "Deze website is een voorbeeld. De uitkomst is een indicatie; u kunt er geen rechten aan ontlenen. Open source onder de EUPL-1.2."},
	"en": {"site": "Care in school hours", "skip": "Straight to the content", "menu": "Main menu", "themes": "Theme of this site",
		"footer": "This site is an example. The result is an indication; you cannot derive rights from it. Open source under the EUPL-1.2."},
}

type link struct {
	Name, Path, Lang string
	Current          bool
}

type schemaLine struct{ Name, About, Path, File string }

// pageData is what the templates read.
type pageData struct {
	commonData
	Lang, Theme, Site, Title, About, Home string
	Words                                 map[string]string
	Scripts                               []string
	Query                                 string // behind addresses of pages, so that they keep the theme
	Menu, Themes                          []link
	Other                                 link
	Body                                  template.HTML
	Schemas                               []schemaLine
	Law                                   lawPage
	Steps                                 []stepLine
	Year                                  yearPage
	School                                *schoolPage
	Homes                                 []homeLine
	Residence                             *residencePage
	CountDate                             string
}

// commonData is what is the same on every page.
type commonData struct {
	Systems []siteSystem
	Example string
	Real    realSchool
}

// lawPage is the routing table as the page of the law shows it.
type lawPage struct {
	Review, Checked, TextOf string
	Routes, Facts, Reasons  []lawLine
}

func lawPageIn(code string) func(*pageData) {
	lang, _ := zio.ParseLang(code)
	t := law.RoutingTable()
	p := lawPage{Review: t.Review.In(lang), Checked: t.Checked.Words(lang), TextOf: t.TextOf.Words(lang)}
	p.Routes, p.Facts, p.Reasons = lawSections(t, zio.Date{}, lang)
	return func(d *pageData) { d.Law = p }
}

// inTheme is the address of a page in a theme.
func inTheme(path, theme string) string {
	if theme == siteThemes[0].id {
		return path
	}
	return path + "?thema=" + theme
}

// addPages reads the templates and lists every page in every language.
func (s *site) addPages(root string, systems []siteSystem) error {
	for _, name := range []string{"site.css", "copy.js", "check.js", "steps.js", "filter.js", "icon.svg", "themes/voorbeeld.css", "themes/kust.css"} {
		content, err := pages.ReadFile("site/" + name)
		if err != nil {
			return err
		}
		if err := s.add("/"+name, kindOf(name), content); err != nil {
			return err
		}
	}
	example, err := os.ReadFile(filepath.Join(root, "examples", "embed", "main.go"))
	if err != nil {
		return err
	}
	s.common = commonData{Systems: systems, Example: string(example), Real: realSchoolOf("00OS00")}
	if s.frames, err = template.ParseFS(pages, "site/layout.html", "site/bare.html"); err != nil {
		return err
	}
	texts, err := fs.Glob(pages, "site/*/*.html")
	if err != nil {
		return err
	}
	for _, name := range texts {
		key := strings.TrimSuffix(strings.TrimPrefix(name, "site/"), ".html")
		if s.bodies[key], err = template.ParseFS(pages, name, "site/range.html"); err != nil {
			return err
		}
	}
	table, err := yearOf(filepath.Join(root, "examples", "year"))
	if err != nil {
		return err
	}
	homes := residences()
	fills := map[string]func(lang string) func(*pageData){
		"integrator": schemasIn,
		"wet":        lawPageIn, "law": lawPageIn, "stappen": stepsIn, "steps": stepsIn, "jaar": table.in, "year": table.in,
		"gemeenten": homes.in, "municipalities": homes.in,
	}
	for lang, list := range sitePages {
		for i, p := range list {
			sheet := &sheet{page: p, lang: lang, other: sitePages[otherLang(lang)][i].path}
			if fill := fills[p.file]; fill != nil {
				sheet.fill = fill(lang)
			}
			s.sheets[p.path] = sheet
		}
	}
	s.addSchoolPages(homes)
	return nil
}

// sheet is a page with what it is made of.
type sheet struct {
	page
	lang  string
	other string          // path of the same page in the other language
	fill  func(*pageData) // adds what only this page shows; nil: nothing
}

// render makes a page in a theme; what is no theme is the first one. A page that stands alone, as a file, leads to no other theme.
func (s *site) render(p *sheet, theme string, alone bool) ([]byte, error) {
	if !slices.ContainsFunc(siteThemes, func(t siteTheme) bool { return t.id == theme }) {
		theme = siteThemes[0].id
	}
	list := sitePages[p.lang]
	data := pageData{commonData: s.common, Lang: p.lang, Theme: theme, Site: siteWords[p.lang]["site"], Words: siteWords[p.lang], Title: p.title, About: p.about,
		Scripts: p.scripts, Home: inTheme(list[0].path, theme), Query: inTheme("", theme)}
	data.Other = link{Name: pickLang(p.lang, "English", "Nederlands"), Lang: otherLang(p.lang), Path: inTheme(p.other, theme)}
	for _, m := range list {
		if !m.bare {
			data.Menu = append(data.Menu, link{Name: m.menu, Path: inTheme(m.path, theme), Current: m.path == p.path})
		}
	}
	for _, t := range siteThemes {
		if alone {
			break
		}
		data.Themes = append(data.Themes, link{Name: pickLang(p.lang, t.nl, t.en), Path: p.path + "?thema=" + t.id, Current: t.id == theme})
	}
	if p.fill != nil {
		p.fill(&data)
	}
	var inner, whole bytes.Buffer
	if err := s.bodies[p.lang+"/"+p.file].Execute(&inner, data); err != nil {
		return nil, err
	}
	data.Body = template.HTML(inner.String()) // made by a template of our own just now
	frame := "layout.html"
	if p.bare {
		frame = "bare.html"
	}
	err := s.frames.ExecuteTemplate(&whole, frame, data)
	return whole.Bytes(), err
}

func otherLang(lang string) string { return pickLang(lang, "en", "nl") }

func pickLang(lang, nl, en string) string {
	if lang == "nl" {
		return nl
	}
	return en
}

// schemasIn are the schemas in words.
func schemasIn(lang string) func(*pageData) {
	var list []schemaLine
	for _, kind := range schema.Kinds() {
		list = append(list, describeSchema(kind, lang))
	}
	return func(d *pageData) { d.Schemas = list }
}

// describeSchema takes the words of a schema from the schema itself: the title is Dutch, the description English.
func describeSchema(kind schema.Kind, lang string) schemaLine {
	var words struct{ Title, Description string }
	document := schema.Document(kind)
	name := string(kind) + ".schema.json"
	line := schemaLine{Path: path.Join("/schema/1.0", name), File: name, Name: string(kind)}
	if json.Unmarshal(document, &words) == nil {
		line.About = pickLang(lang, words.Title, words.Description)
	}
	if i := slices.Index([]byte(line.About), '.'); i > 0 && lang == "en" {
		line.About = strings.TrimSpace(line.About[:i+1])
	}
	return line
}
