package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/zio-collectief/zio/internal/textfile"
	"github.com/zio-collectief/zio/zio"
)

// app is what all commands share: streams, language, and whether the output goes to people at a terminal.
type app struct {
	in        io.Reader
	out       *bufio.Writer
	errs      *remembering
	getenv    func(string) string
	langFlag  string
	lang      zio.Lang
	colour    bool
	stdinRead bool
	md        bool          // the output is Markdown
	harmless  bool          // the texts of the documents have been made harmless for Markdown
	inputs    []os.FileInfo // files that were read, over which nothing is written
}

func newApp(in io.Reader, out, errs io.Writer, getenv func(string) string) *app {
	a := &app{in: in, out: bufio.NewWriter(out), errs: &remembering{Writer: errs}, getenv: getenv}
	if f, ok := out.(*os.File); ok && getenv("NO_COLOR") == "" && getenv("TERM") != "dumb" {
		a.colour = term.IsTerminal(int(f.Fd()))
	}
	a.lang = environmentLang(getenv)
	return a
}

// environmentLang is Dutch when the environment says so, otherwise English.
func environmentLang(getenv func(string) string) zio.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			lang, _ := zio.ParseLang(value)
			return lang
		}
	}
	return zio.English
}

func (a *app) chooseLanguage(*cobra.Command) error {
	if a.langFlag == "" {
		return nil
	}
	lang, known := zio.ParseLang(a.langFlag)
	if !known {
		return fmt.Errorf("--lang is nl or en, not %q", a.langFlag)
	}
	a.lang = lang
	return nil
}

// say picks the text of the chosen language.
func (a *app) say(nl, en string) string { return zio.InLang(a.lang, nl, en) }

// complain says what was wrong about the use of the command line.
func (a *app) complain(err error) {
	lines := strings.Split(a.usage(err), "\n")
	for i := range lines {
		text := strings.TrimLeft(lines[i], "\t")
		lines[i] = lines[i][:len(lines[i])-len(text)] + oneLine(masked(text))
	}
	fmt.Fprintf(a.errs, "zio: %s\n", strings.Join(lines, "\n"))
	if text := err.Error(); strings.Contains(text, "flag") || strings.Contains(text, "command") || strings.Contains(text, "arg(s)") {
		fmt.Fprintln(a.errs, a.say("Zie: zio help", "See: zio help"))
	}
}

// The sizes of the largest document and of the largest file of lines that are read, in bytes of text. A document
// that is larger the library refuses.
const (
	maxDocument = 64 << 20
	maxFile     = 1 << 30
)

// read gives the text of a document, however it was saved; "-" is standard input, which can be read once.
func (a *app) read(name string) ([]byte, error) { return a.readAtMost(name, maxDocument) }

func (a *app) readAtMost(name string, limit int64) ([]byte, error) {
	in := a.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, a.fileProblem(name, err)
		}
		defer f.Close()
		in = f
		if info, err := f.Stat(); err == nil {
			a.inputs = append(a.inputs, info)
		}
	} else if err := a.takeStdin(); err != nil {
		return nil, err
	}
	data, err := textfile.Read(in, limit)
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		return nil, a.fileProblem(name, err)
	}
	if err != nil {
		return nil, a.report(name, zio.Problems{textfile.Unreadable.At("", "reason", err.Error())})
	}
	return data, nil
}

// takeStdin reports whether standard input was not read before.
func (a *app) takeStdin() error {
	if a.stdinRead {
		return errors.New(a.say("standaardinvoer (-) kan maar één keer gelezen worden", "standard input (-) can be read only once"))
	}
	a.stdinRead = true
	return nil
}

func (a *app) fileProblem(name string, err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return errors.New(zio.Fill(a.say("bestand {name} bestaat niet", "file {name} does not exist"), a.lang, []zio.Param{{Name: "name", Value: name}}))
	}
	return err
}

// report prints problems, one a line: file:pointer code text. It gives errData when there are any. Of a document of another
// kind it prints only that: most other problems follow from it.
func (a *app) report(file string, problems zio.Problems) error {
	if len(problems) == 0 {
		return nil
	}
	if i := slices.IndexFunc(problems, func(p zio.Problem) bool { return p.Code() == "document.kind-wrong" }); i >= 0 {
		problems = problems[i : i+1]
	}
	a.out.Flush()
	for _, p := range problems {
		place := masked(file)
		if p.Line > 0 {
			place += fmt.Sprintf(":%d", p.Line)
		}
		fmt.Fprintf(a.errs, "%s:%s %s %s\n", oneLine(place), oneLine(masked(p.Pointer)), p.Code(), oneLine(p.Text(a.lang)))
	}
	return errData
}

func (a *app) print(parts ...string) {
	for _, s := range parts {
		a.out.WriteString(s)
	}
}

func (a *app) println(parts ...string) {
	a.print(parts...)
	a.out.WriteByte('\n')
}

// heading prints the title of a part of the output.
func (a *app) heading(s string) {
	a.out.WriteByte('\n')
	a.println(a.bold(a.text(s)))
}

// text is a text on one line of the output, in which nothing of a document is markup and nothing moves the cursor.
func (a *app) text(s string) string {
	return a.shown(s, a.md)
}

// shown is a text for people, in Markdown or on a terminal.
func (a *app) shown(s string, md bool) string {
	switch {
	case !md:
		return oneLine(s)
	case a.harmless:
		return s
	}
	return markdown(s)
}

func (a *app) bold(s string) string {
	if !a.colour {
		return s
	}
	return "\x1b[1m" + s + "\x1b[0m"
}

// paragraph prints text wrapped at 96 columns; the first line starts with lead, the others with as many spaces.
func (a *app) paragraph(lead, text string) {
	const width = 96
	indent := strings.Repeat(" ", len([]rune(lead)))
	line, empty := lead, true
	if a.md {
		text = a.text(text)
	}
	for _, word := range words(strings.ReplaceAll(text, "€ ", "€\u00a0")) {
		if !a.md {
			word = oneLine(word)
		}
		if !empty && len([]rune(line))+1+len([]rune(word)) > width {
			a.println(line)
			line, empty = indent, true
			if a.md || a.harmless {
				word = notAtBegin(word)
			}
		}
		if !empty {
			line += " "
		}
		line += word
		empty = false
	}
	a.println(line)
}

// notAtBegin is a word of Markdown with which a line may begin and no heading, list, quotation or line of a table does.
func notAtBegin(word string) string {
	digits := len(word) - len(strings.TrimLeft(word, "0123456789"))
	switch {
	case strings.ContainsRune("#+=->~", rune(word[0])), word == "*":
		return `\` + word
	case digits > 0 && digits < len(word) && (word[digits] == '.' || word[digits] == ')') && digits < 10:
		return word[:digits] + `\` + word[digits:]
	}
	return word
}

// words splits at spaces and line ends, not at spaces that keep words together.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' })
}

// date writes a day as people do: "1 januari 2019", "1 January 2019".
func (a *app) date(d zio.Date) string { return d.Words(a.lang) }

// captured is what a function prints, instead of printing it.
func (a *app) captured(print func() error) ([]byte, error) {
	var b bytes.Buffer
	outer := a.out
	a.out = bufio.NewWriter(&b)
	err := print()
	a.out.Flush()
	a.out = outer
	return b.Bytes(), err
}
