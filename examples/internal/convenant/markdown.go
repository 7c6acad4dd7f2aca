package convenant

import "strings"

// AppendMarkdown appends the text in Markdown, with or without the places in the document. The texts of the agreement are written as
// they are: whoever reads an agreement of somebody else makes them harmless first.
func (d *Document) AppendMarkdown(b []byte, pointers bool) []byte {
	add := func(parts ...string) {
		for _, s := range parts {
			b = append(b, s...)
		}
	}
	add("# ", d.Title, "\n\n> ", d.Notice, "\n\n## ", d.Labels.Parties, "\n\n")
	add(markdownTable(d.Parties, ""), "\n## ", d.Labels.Recitals, "\n\n")
	for _, text := range d.Recitals {
		add(text, "\n\n")
	}
	add("**", d.Labels.Agree, ":**\n")
	for i, a := range d.Articles {
		if a.Chapter != "" {
			add("\n## ", a.Chapter, "\n")
		}
		add("\n### ", d.Labels.Article, " ", number(int64(i+1)), " ", a.Title, "\n\n", a.markdown(d, pointers))
	}
	add("\n## ", d.Labels.Signing, "\n\n", markdownTable(d.Signing, ""))
	for i, a := range d.Annexes {
		add("\n## ", d.Labels.Annex, " ", number(int64(i+1)), " ", a.Title, "\n\n", a.markdown(d, pointers))
	}
	return b
}

func (a *Article) markdown(d *Document, pointers bool) string {
	var b strings.Builder
	for i, c := range a.Clauses {
		lead, indent := "", ""
		if len(a.Clauses) > 1 {
			lead = number(int64(i+1)) + ". "
			indent = strings.Repeat(" ", len(lead))
		}
		b.WriteString(lead + c.Text + "\n")
		if len(c.Items) > 0 {
			b.WriteByte('\n')
		}
		for _, item := range c.Items {
			b.WriteString(indent + "- " + item + "\n")
		}
		if !c.Table.Empty() {
			b.WriteString("\n" + markdownTable(c.Table, indent))
		}
	}
	if a.Note != "" {
		b.WriteString("\n*" + a.Note + "*\n")
	}
	if pointers && len(a.Pointers) > 0 {
		b.WriteString("\n*" + d.Labels.Pointers + strings.Join(a.Pointers, ", ") + "*\n")
	}
	return b.String()
}

func markdownTable(t Table, indent string) string {
	if t.Empty() {
		return ""
	}
	var b strings.Builder
	row := func(cells []string) {
		b.WriteString(indent)
		for _, cell := range cells {
			b.WriteString("| " + strings.ReplaceAll(cell, "|", `\|`) + " ")
		}
		b.WriteString("|\n")
	}
	row(t.Columns)
	b.WriteString(indent + strings.Repeat("| --- ", len(t.Columns)) + "|\n")
	for _, cells := range t.Rows {
		row(cells)
	}
	return b.String()
}
