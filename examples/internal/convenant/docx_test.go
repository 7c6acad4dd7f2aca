package convenant_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/examples/internal/convenant"
	"github.com/zio-collectief/zio/zio"
)

// paragraph is one paragraph of a Word document: its style and its text.
type paragraph struct{ style, text string }

// paragraphs reads a Word document as any reader of zip and XML does; every part has to be well-formed.
func paragraphs(t *testing.T, data []byte) []paragraph {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var list []paragraph
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		for d := xml.NewDecoder(r); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			require.NoError(t, err, f.Name)
			if f.Name != "word/document.xml" {
				continue
			}
			switch x := token.(type) {
			case xml.StartElement:
				if x.Name.Local == "p" {
					list = append(list, paragraph{})
				}
				if x.Name.Local == "pStyle" {
					list[len(list)-1].style = x.Attr[0].Value
				}
			case xml.CharData:
				if len(list) > 0 {
					list[len(list)-1].text += string(x)
				}
			}
		}
	}
	require.NotEmpty(t, list)
	return list
}

func fromWord(t *testing.T, data []byte) []section {
	list, chapter := []section{{}}, ""
	for _, p := range paragraphs(t, data) {
		last := &list[len(list)-1]
		switch {
		case p.style == "Heading2" || p.style == "Heading1" && strings.HasPrefix(p.text, "Bijlage "):
			list, chapter = append(list, section{text: chapter + p.text + "\n"}), ""
		case p.style == "Heading1":
			chapter = p.text + "\n"
		case p.style == "Place":
			last.pointers = strings.Split(strings.TrimPrefix(p.text, "In het document: "), ", ")
		default:
			last.text += p.text + "\n"
		}
	}
	return list
}

// A Word document has the texts of the Markdown in the same order, styles that exist, and equal bytes each time. Where LibreOffice is
// installed it opens the document, and counts the articles as the Markdown does.
func TestWord(t *testing.T) {
	data := examples(t)["st-maartenschool/agreement.json"]
	d := convenant.Of(read(t, data), zio.Dutch)
	var one, two bytes.Buffer
	require.NoError(t, d.WriteWord(&one, true))
	require.NoError(t, d.WriteWord(&two, true))
	require.Equal(t, one.Bytes(), two.Bytes())
	z, err := zip.NewReader(bytes.NewReader(one.Bytes()), int64(one.Len()))
	require.NoError(t, err)
	f, err := z.Open("word/styles.xml")
	require.NoError(t, err)
	styles, err := io.ReadAll(f)
	require.NoError(t, err)
	text, articles := string(d.AppendMarkdown(nil, true)), 0
	for _, p := range paragraphs(t, one.Bytes()) {
		require.Contains(t, string(styles), `w:styleId="`+p.style+`"`)
		at := strings.Index(text, p.text)
		require.GreaterOrEqual(t, at, 0, p.text)
		text = text[at+len(p.text):]
		if p.style == "Heading2" {
			articles++
		}
	}
	require.Len(t, d.Articles, articles)
	if office, err := exec.LookPath("soffice"); err == nil {
		folder := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(folder, "convenant.docx"), one.Bytes(), 0o600))
		out, err := exec.Command(office, "-env:UserInstallation=file://"+folder+"/profile", "--headless", "--convert-to", "txt:Text", "--outdir", folder, filepath.Join(folder, "convenant.docx")).CombinedOutput()
		require.NoError(t, err, string(out))
		opened, err := os.ReadFile(filepath.Join(folder, "convenant.txt"))
		require.NoError(t, err)
		require.Contains(t, string(opened), "Artikel 1 Begripsbepalingen")
		require.Contains(t, string(opened), "Artikel 12 Geschillen")
	}
}
