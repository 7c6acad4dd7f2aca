package convenant

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"strings"
)

// WriteWord writes the text for Word (docx). The Go libraries for it are given up, sold, under a licence that binds the program, or
// forks that nobody uses yet; so the few parts of the format that numbered articles and tables need are written here (ECMA-376,
// transitional). The numbers of articles, clauses and items are counted by Word: they follow when somebody adds an article. Equal
// texts give equal bytes.
func (d *Document) WriteWord(to io.Writer, pointers bool) error {
	z := zip.NewWriter(to)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRelations},
		{"docProps/core.xml", strings.NewReplacer("TITLE", escaped(d.Title), "LANGUAGE", d.Lang.String()).Replace(core)},
		{"word/document.xml", d.body(pointers)},
		{"word/styles.xml", strings.ReplaceAll(styles, "LANGUAGE", map[string]string{"nl": "nl-NL", "en": "en-GB"}[d.Lang.String()])},
		{"word/numbering.xml", strings.ReplaceAll(numbering, "ARTICLE", escaped(d.Labels.Article))},
		{"word/footer.xml", footer},
		{"word/_rels/document.xml.rels", documentRelations},
	} {
		w, err := z.Create(part.name)
		if err == nil {
			_, err = io.WriteString(w, xml.Header+part.text)
		}
		if err != nil {
			return err
		}
	}
	return z.Close()
}

// body is the text with its paragraphs and tables.
func (d *Document) body(pointers bool) string {
	var b strings.Builder
	b.WriteString(`<w:document xmlns:w="` + wordNamespace + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`)
	paragraph := func(style, text string) {
		b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + run(text) + `</w:p>`)
	}
	article := func(a *Article, numbered bool) {
		for _, c := range a.Clauses {
			style := "Plain"
			if numbered && len(a.Clauses) > 1 {
				style = "Clause"
			}
			paragraph(style, c.Text)
			for _, item := range c.Items {
				paragraph(map[bool]string{true: "Item", false: "Loose"}[numbered], item)
			}
			b.WriteString(wordTable(c.Table))
		}
		if a.Note != "" {
			paragraph("Notice", a.Note)
		}
		if pointers && len(a.Pointers) > 0 {
			paragraph("Place", d.Labels.Pointers+strings.Join(a.Pointers, ", "))
		}
	}
	paragraph("Title", d.Title)
	paragraph("Notice", d.Notice)
	paragraph("Heading1", d.Labels.Parties)
	b.WriteString(wordTable(d.Parties))
	paragraph("Heading1", d.Labels.Recitals)
	for _, text := range d.Recitals {
		paragraph("Plain", text)
	}
	paragraph("Plain", d.Labels.Agree+":")
	for i := range d.Articles {
		if d.Articles[i].Chapter != "" {
			paragraph("Heading1", d.Articles[i].Chapter)
		}
		paragraph("Heading2", d.Articles[i].Title)
		article(&d.Articles[i], true)
	}
	paragraph("Heading1", d.Labels.Signing)
	b.WriteString(wordTable(d.Signing))
	for i := range d.Annexes {
		paragraph("Heading1", d.Labels.Annex+" "+number(int64(i+1))+" "+d.Annexes[i].Title)
		article(&d.Annexes[i], false)
	}
	b.WriteString(`<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`)
	return b.String()
}

func run(text string) string {
	return `<w:r><w:t xml:space="preserve">` + escaped(text) + `</w:t></w:r>`
}

func wordTable(t Table) string {
	if t.Empty() {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>`)
	widths := t.widths()
	for _, w := range widths {
		b.WriteString(`<w:gridCol w:w="` + w + `"/>`)
	}
	b.WriteString(`</w:tblGrid>`)
	row := func(cells []string, style, properties string) {
		b.WriteString(`<w:tr>` + properties)
		for i, cell := range cells {
			b.WriteString(`<w:tc><w:tcPr><w:tcW w:w="` + widths[i] + `" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + run(cell) + `</w:p></w:tc>`)
		}
		b.WriteString(`</w:tr>`)
	}
	row(t.Columns, "CellHead", `<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for _, cells := range t.Rows {
		row(cells, "Cell", `<w:trPr><w:cantSplit/></w:trPr>`)
	}
	b.WriteString(`</w:tbl><w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr></w:p>`) // two tables without a paragraph between them would be one
	return b.String()
}

// widths divides the page over the columns, by the longest word of each and by the longest cell.
func (t *Table) widths() []string {
	const page = 9070 // twentieths of a point
	sizes, sum := make([]int, len(t.Columns)), 0
	for i := range t.Columns {
		for _, row := range append([][]string{t.Columns}, t.Rows...) {
			longest := min(30, len(row[i]))
			for _, word := range strings.Fields(row[i]) {
				longest = max(longest, 2*len(word))
			}
			sizes[i] = max(sizes[i], longest, 8)
		}
		sum += sizes[i]
	}
	widths := make([]string, len(sizes))
	for i, size := range sizes {
		widths[i] = number(int64(page * size / sum))
	}
	return widths
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder takes everything
	return b.String()
}
