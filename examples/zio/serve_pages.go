package main

import (
	"bytes"
	"embed"
	"encoding/json"
	"html/template"
	"net/http"
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
var siteThemes = []struct{ id, nl, en string }{
	{"rustig", "Rustig", "Quiet"},
	{"voorbeeld", "Voorbeeld", "Voorbeeld"},
	{"kust", "Kust", "Coast"},
}

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
	Lang, Theme, Site, Title, About, Home string
	Words                                 map[string]string
	Scripts                               []string
	Menu, Themes                          []link
	Other                                 link
	Body                                  template.HTML
	Schemas                               []schemaLine
	Systems                               []siteSystem
	Example                               string
	Law                                   lawPage
}

// lawPage is the routing table as the page of the law shows it.
type lawPage struct {
	Review, Checked, TextOf string
	Routes, Facts, Reasons  []lawLine
}

func lawPageIn(code string) lawPage {
	lang, _ := zio.ParseLang(code)
	t := law.RoutingTable()
	p := lawPage{Review: t.Review.In(lang), Checked: t.Checked.Words(lang), TextOf: t.TextOf.Words(lang)}
	p.Routes, p.Facts, p.Reasons = lawSections(t, zio.Date{}, lang)
	return p
}

// themed is the key of a page in the theme that the query asks for.
func themed(r *http.Request) string {
	theme := r.URL.Query().Get("thema")
	if theme == "" {
		return r.URL.Path
	}
	return r.URL.Path + "?thema=" + theme
}

// inTheme is the address of a page in a theme.
func inTheme(path, theme string) string {
	if theme == siteThemes[0].id {
		return path
	}
	return path + "?thema=" + theme
}

// addPages makes every page in every language and theme.
func (s site) addPages(root string, systems []siteSystem) error {
	for _, name := range []string{"site.css", "copy.js", "check.js", "icon.svg", "themes/voorbeeld.css", "themes/kust.css"} {
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
	frames, err := template.ParseFS(pages, "site/layout.html", "site/bare.html")
	if err != nil {
		return err
	}
	for lang, list := range sitePages {
		lawTable := lawPageIn(lang)
		for i, p := range list {
			body, err := template.ParseFS(pages, "site/"+lang+"/"+p.file+".html")
			if err != nil {
				return err
			}
			for _, theme := range siteThemes {
				data := pageData{Lang: lang, Theme: theme.id, Site: siteWords[lang]["site"], Words: siteWords[lang], Title: p.title, About: p.about,
					Scripts: p.scripts, Home: inTheme(list[0].path, theme.id), Systems: systems, Example: string(example), Law: lawTable}
				data.Other = otherLang(lang, i, theme.id)
				for _, kind := range schema.Kinds() {
					data.Schemas = append(data.Schemas, describeSchema(kind, lang))
				}
				for _, m := range list {
					if !m.bare {
						data.Menu = append(data.Menu, link{Name: m.menu, Path: inTheme(m.path, theme.id), Current: m.path == p.path})
					}
				}
				for _, t := range siteThemes {
					data.Themes = append(data.Themes, link{Name: pickLang(lang, t.nl, t.en), Path: p.path + "?thema=" + t.id, Current: t.id == theme.id})
				}
				if err := s.addPage(p, data, frames, body); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (s site) addPage(p page, data pageData, frames, body *template.Template) error {
	var inner, whole bytes.Buffer
	if err := body.Execute(&inner, data); err != nil {
		return err
	}
	data.Body = template.HTML(inner.String()) // made by a template of our own just now
	frame := "layout.html"
	if p.bare {
		frame = "bare.html"
	}
	if err := frames.ExecuteTemplate(&whole, frame, data); err != nil {
		return err
	}
	const kind = "text/html; charset=utf-8"
	if data.Theme == siteThemes[0].id {
		if err := s.add(p.path, kind, whole.Bytes()); err != nil {
			return err
		}
	}
	return s.add(p.path+"?thema="+data.Theme, kind, whole.Bytes())
}

// otherLang leads to the same page in the other language.
func otherLang(lang string, i int, theme string) link {
	if lang == "nl" {
		return link{Name: "English", Lang: "en", Path: inTheme(sitePages["en"][i].path, theme)}
	}
	return link{Name: "Nederlands", Lang: "nl", Path: inTheme(sitePages["nl"][i].path, theme)}
}

func pickLang(lang, nl, en string) string {
	if lang == "nl" {
		return nl
	}
	return en
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
