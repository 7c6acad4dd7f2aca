package main

import (
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/wasm/widget"
)

var (
	// jsText is a text between double quotes in JavaScript, with its escapes.
	jsText = regexp.MustCompile(`"(?:[^"\\\n]|\\.)*"`)
	// jsCode is what stands in documents and programs and not in a sentence: names of rules, members, several words in one.
	jsCode = regexp.MustCompile(`\b[a-z-]+/\d+\b|\b[a-z]+[A-Z]\w*\b|\b[a-z]+_[a-z]+\b|\bundefined\b|\bnull\b`)
	// jsParameter is the place of a parameter in a text.
	jsParameter = regexp.MustCompile(`\{\w+#?\}`)
)

// TestDutchCalculatorIsDutch reads every Dutch word of the calculator: no English in it, and no code of the documents.
func TestDutchCalculatorIsDutch(t *testing.T) {
	var found []string
	read := 0
	require.NoError(t, fs.WalkDir(widget.Files(), ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, "words.js") {
			return err
		}
		content, err := fs.ReadFile(widget.Files(), name)
		if err != nil {
			return err
		}
		_, dutch, ok := strings.Cut(string(content), "\n\tnl: {\n")
		require.True(t, ok, name)
		dutch, _, _ = strings.Cut(dutch, "\n\ten: {\n")
		for line := range strings.Lines(dutch) {
			key, value, _ := strings.Cut(line, ": ")
			if strings.Contains(key, "file.") || strings.TrimSpace(key) == "ownId" {
				continue // names of files and of a document
			}
			if !strings.Contains(line, ": ") || strings.HasPrefix(strings.TrimSpace(line), `"`) && !strings.HasSuffix(key, `"`) {
				value = line // a text that goes on
			}
			for _, quotes := range jsText.FindAllString(value, -1) {
				text, err := strconv.Unquote(quotes)
				require.NoError(t, err, quotes)
				text = jsParameter.ReplaceAllString(text, "")
				read++
				if word := english.FindString(text); word != "" {
					found = append(found, path.Base(name)+": "+word+": "+text)
				}
				if code := jsCode.FindString(text); code != "" {
					found = append(found, path.Base(name)+": "+code+": "+text)
				}
			}
		}
		return nil
	}))
	require.Greater(t, read, 250)
	require.Empty(t, strings.Join(found, "\n"))
}

// TestDutchScriptsAreDutch reads what the scripts of the site say in Dutch: the first of two lists of texts.
func TestDutchScriptsAreDutch(t *testing.T) {
	content, err := fs.ReadFile(pages, "site/check.js")
	require.NoError(t, err)
	_, dutch, ok := strings.Cut(string(content), "? {")
	require.True(t, ok)
	dutch, _, ok = strings.Cut(dutch, "\n\t: {")
	require.True(t, ok)
	texts := jsText.FindAllString(dutch, -1)
	require.Greater(t, len(texts), 10)
	for _, text := range texts {
		require.Empty(t, english.FindString(jsParameter.ReplaceAllString(text, "")), text)
	}
}
