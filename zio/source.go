package zio

import "github.com/zio-collectief/zio/internal/strictjson"

// Source says where a figure or a rule comes from (bron). Checked is the last day on which somebody
// looked the figure up there.
type Source struct {
	Title   string `json:"title"`             // 1 to 200 characters
	URL     string `json:"url,omitempty"`     // address of the page or document
	Article string `json:"article,omitempty"` // article, page or section
	Checked Date   `json:"checked,omitzero"`  // zero: not recorded
}

// Bind binds the members of the object; it is for the packages of this module.
func (s *Source) Bind(f *strictjson.Fields) {
	f.Text(&s.Title, strictjson.Spec{Name: "title", NL: "Titel", EN: "Title"})
	f.Text(&s.URL, strictjson.Spec{Name: "url", Optional: true, Max: 500, Format: "url", NL: "Adres", EN: "Address"})
	f.Text(&s.Article, strictjson.Spec{Name: "article", Optional: true, NL: "Artikel of bladzijde", EN: "Article or page"})
	f.Code(&s.Checked, strictjson.Spec{Name: "checked", Optional: true, Format: "date", NL: "Laatst gecontroleerd", EN: "Last checked"})
}

// Synthetic names a part of a document that is made up (verzonnen), because no source gives it.
type Synthetic struct {
	Pointer  string `json:"pointer"` // JSON Pointer to the made-up member
	Reason   string `json:"reason"`  // what is made up and why
	ReasonEN string `json:"reasonEn,omitempty"`
}

// Bind binds the members of the object; it is for the packages of this module.
func (s *Synthetic) Bind(f *strictjson.Fields) {
	f.Text(&s.Pointer, strictjson.Spec{Name: "pointer", NL: "Plaats in het document", EN: "Place in the document"})
	f.Text(&s.Reason, strictjson.Spec{Name: "reason", Max: 500, NL: "Wat is verzonnen en waarom", EN: "What is made up and why"})
	f.Text(&s.ReasonEN, strictjson.Spec{Name: "reasonEn", Optional: true, Max: 500, NL: "Wat is verzonnen en waarom, in het Engels", EN: "What is made up and why, in English"})
}

// In is the reason in a language; the Dutch one where it has no other.
func (s *Synthetic) In(l Lang) string { return InLang(l, s.Reason, s.ReasonEN) }
