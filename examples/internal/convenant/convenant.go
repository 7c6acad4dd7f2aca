// Package convenant writes an agreement as articles (convenanttekst), in Dutch and in English: for Markdown and for Word. What the
// document says stands in it, with the place in the document that it comes from; what the document does not say is a marked gap,
// and nothing else is added. The text is a draft for a lawyer, not advice.
package convenant

import (
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/zio"
)

// Document is an agreement in words, in the order in which it is written.
type Document struct {
	Title    string
	Notice   string // what kind of text this is
	Labels   Labels
	Parties  Table
	Recitals []string
	Articles []Article
	Signing  Table
	Annexes  []Article
	Lang     zio.Lang
}

// Labels are the words around the articles, in the language of the document.
type Labels struct{ Article, Annex, Parties, Recitals, Agree, Signing, Pointers string }

// Article is one article (artikel), or one annex.
type Article struct {
	Chapter  string // the heading above it, of the article that begins a chapter
	Title    string
	Clauses  []Clause // one clause has no number
	Note     string   // that something of it was made up; "" when nothing was
	Pointers []string // JSON Pointers to what it says; none when the document has nothing about it
}

// Clause is one clause (lid), with a list or a table.
type Clause struct {
	Text  string
	Items []string
	Table Table
}

// Table has a row of headings, and rows of cells.
type Table struct {
	Columns []string
	Rows    [][]string
}

// Empty reports whether the table has no rows.
func (t *Table) Empty() bool { return len(t.Rows) == 0 }

// writer makes the texts of one agreement in one language.
type writer struct {
	a    *funding.Agreement
	lang zio.Lang
}

// Of writes an agreement that was read and checked.
func Of(a *funding.Agreement, l zio.Lang) *Document {
	w := &writer{a, l}
	d := &Document{Title: w.say("Convenant ", "Agreement: ") + zio.InLang(l, a.Title, a.TitleEN), Lang: l}
	d.Labels = Labels{
		Article: w.say("Artikel", "Article"), Annex: w.say("Bijlage", "Annex"),
		Parties: w.say("Partijen", "Parties"), Recitals: w.say("Overwegingen", "Recitals"), Agree: w.say("Komen overeen", "The parties agree"),
		Signing: w.say("Ondertekening", "Signatures"), Pointers: w.say("In het document: ", "In the document: "),
	}
	d.Notice = w.fill("Concept, gemaakt uit overeenkomst {id}. Wat tussen vierkante haken staat, is niet afgesproken of staat niet in het document. Deze tekst is geen juridisch advies.",
		"Draft, made from agreement {id}. What stands between square brackets was not agreed, or is not in the document. This text is not legal advice.", "id", a.ID)
	d.Parties = w.parties()
	d.Recitals = []string{w.gap("de aanleiding", "the reason for the agreement")}
	if about := zio.InLang(l, a.About, a.AboutEN); about != "" {
		d.Recitals = []string{about}
	}
	d.Articles = append(d.Articles, w.definitions(), w.scope(), w.routing())
	for i := range a.Components {
		d.Articles = append(d.Articles, w.component(i)...)
	}
	last := []Article{w.schedule(), w.settlement(), w.entryAndExit(), w.change(), w.disputes()}
	last[0].Chapter = w.say("Voor alle geldstromen", "For all streams of money")
	d.Articles = append(d.Articles, last...)
	w.mark(d.Articles)
	d.Signing = w.signing()
	for _, annex := range []Article{w.choices(), w.sources(), w.synthetic()} {
		if len(annex.Clauses) > 0 {
			d.Annexes = append(d.Annexes, annex)
		}
	}
	return d
}

// mark notes of each article that something it says was made up, as the document tells.
func (w *writer) mark(articles []Article) {
	for i := range articles {
		for _, s := range w.a.Synthetic {
			for _, p := range articles[i].Pointers {
				if within(p, s.Pointer) || within(s.Pointer, p) {
					articles[i].Note = w.say("Hierin zijn gegevens verzonnen: zie de bijlage over verzonnen gegevens.", "Data of this article are made up: see the annex on made-up data.")
				}
			}
		}
	}
}

// within reports whether a pointer leads to a place, or into it.
func within(pointer, place string) bool {
	return pointer == place || strings.HasPrefix(pointer, place+"/")
}

// say picks the text of the language.
func (w *writer) say(nl, en string) string { return zio.InLang(w.lang, nl, en) }

// fill picks the text of the language and fills in pairs of a name and a value; see [zio.Fill].
func (w *writer) fill(nl, en string, pairs ...string) string {
	var params []zio.Param
	for i := 0; i+1 < len(pairs); i += 2 {
		params = append(params, zio.Param{Name: pairs[i], Value: pairs[i+1]})
	}
	return zio.Fill(w.say(nl, en), w.lang, params)
}

// clause is a clause of one sentence or more.
func (w *writer) clause(nl, en string, pairs ...string) Clause {
	return Clause{Text: sentence(w.fill(nl, en, pairs...))}
}

// gap is what the parties still have to agree on, or what no document says.
func (w *writer) gap(nl, en string) string {
	return w.say("[in te vullen: "+nl+"]", "[to be filled in: "+en+"]")
}

// party is a party by its name; a municipality is called one.
func (w *writer) party(id string) string {
	p := w.a.Party(id)
	switch {
	case p == nil && id == analysis.Seat:
		return w.say("gemeente van de school", "the municipality of the school")
	case p == nil:
		return id
	case p.Kind == funding.PartyMunicipality && !strings.HasPrefix(strings.ToLower(p.Name), "gemeente "):
		return w.say("gemeente ", "the municipality of ") + p.Name
	}
	return p.Name
}

// sentence begins with a capital.
func sentence(s string) string {
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

func number(n int64) string { return strconv.FormatInt(n, 10) }

// word is a value of a closed set in words.
func word[T ~string](w *writer, set map[T][2]string, value T) string {
	words, known := set[value]
	if !known {
		return string(value)
	}
	return w.say(words[0], words[1])
}
