package main

import (
	"bytes"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/zio-collectief/zio/zio"
)

// Texts of documents go out in several forms, each of which has characters that mean something. They are made harmless where
// they are written.

// longestShown is how much of a text from outside a problem shows, in characters.
const longestShown = 600

// oneLine is a text for one line of a terminal or a log: what moves the cursor, turns the direction of reading or is not seen is
// shown by its number, so that nobody can write a line of their own.
func oneLine(s string) string {
	if n := utf8.RuneCountInString(s); n > longestShown {
		s = string([]rune(s)[:longestShown]) + "..."
	}
	return visible(s)
}

// visible is oneLine of a text of any length.
func visible(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !utf8.ValidString(s[i:min(i+1, len(s))]):
			b.WriteString(`\x` + strconv.FormatUint(uint64(s[i]), 16))
		case isUnseen(r):
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isUnseen reports whether a character moves the cursor, turns the direction of reading or is not seen.
func isUnseen(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029'
}

// visibleJSON is JSON in which every character that is not seen is written by its number; its line ends stay.
func visibleJSON(document []byte) []byte {
	if !bytes.ContainsFunc(document, func(r rune) bool { return r != '\n' && isUnseen(r) }) {
		return document
	}
	out := make([]byte, 0, len(document)+64)
	for _, r := range string(document) {
		switch {
		case r == '\n' || !isUnseen(r):
			out = utf8.AppendRune(out, r)
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
	}
	return out
}

// masked is a text in which nothing can be a citizen service number (BSN): of an argument, a file or a sheet each part that
// could be one is not repeated.
func masked(s string) string {
	if !zio.LooksLikeBSN(s) {
		return s
	}
	s = digitRows.ReplaceAllStringFunc(s, func(row string) string {
		if zio.LooksLikeBSN(row) {
			return "***"
		}
		return row
	})
	if zio.LooksLikeBSN(s) {
		return "***"
	}
	return s
}

// maskedList is names in a text, each without what could be a BSN: of a table without a header they are the cells of its first row.
func maskedList(names []string) string {
	shown := make([]string, len(names))
	for i := range names {
		shown[i] = masked(names[i])
	}
	return strings.Join(shown, ", ")
}

// digitRows are digits with what may divide those of a number.
var digitRows = regexp.MustCompile(`[0-9]+(?:[ ._/\x{00A0}\x{2009}-\x{2014}\x{202F}-]+[0-9]+)*`)

// markdown is a text of which nothing is markup in Markdown or HTML, nor an address of the web that becomes a link, on one line. A
// vertical bar stays: the writer of tables escapes it.
func markdown(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			b.WriteByte(' ')
		case isUnseen(r):
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case strings.ContainsRune("\\`*_[]~", r), i == 0 && strings.ContainsRune("#+=-", r) && !isAmount(s),
			r == ':' && strings.HasPrefix(s[i:], "://"), r == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www"):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isAmount reports whether a text is a number below zero.
func isAmount(s string) bool {
	return len(s) > 1 && s[0] == '-' && strings.Trim(s[1:], "0123456789.,") == ""
}

// webAddress is an address in Markdown: of the web or of mail as a link, any other as text.
func webAddress(url string) string {
	web := strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://") || strings.HasPrefix(url, "mailto:")
	if web && !strings.ContainsAny(url, "<> \\\"`\n\r\t") && oneLine(url) == url {
		return "<" + url + ">"
	}
	return markdown(url)
}

// eachText changes every text in a value.
func eachText(v reflect.Value, change func(string) string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			eachText(v.Elem(), change)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachText(v.Index(i), change)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && v.Type().Field(i).Name != "URL" {
				eachText(v.Field(i), change)
			}
		}
	case reflect.String:
		if v.CanSet() {
			v.SetString(change(v.String()))
		}
	}
}

// forMarkdown makes the texts of a settlement harmless, in the documents themselves: what is printed of them is in many places.
func (s *settlement) forMarkdown() {
	for _, document := range []any{s.agreement, s.population, s.result} {
		eachText(reflect.ValueOf(document), markdown)
	}
}
