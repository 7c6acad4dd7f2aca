package main

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/zio-collectief/zio/zio"
)

// Errors of the use of the command line come from many places, the library of the commands among them, in English. Here each has
// its Dutch words; whoever words a new one adds a line, and TestDutchIsDutch finds what has none.

var usageWords = []struct {
	en *regexp.Regexp
	nl string
}{
	{regexp.MustCompile(`unknown command ("[^"]*") for "[^"]*"`), "de opdracht $1 is er niet"},
	{regexp.MustCompile(`Did you mean this\?`), "Bedoelt u dit?"},
	{regexp.MustCompile(`unknown flag: (\S+)`), "de optie $1 is er niet"},
	{regexp.MustCompile(`unknown shorthand flag: '(.)' in (\S+)`), "de optie -$1 is er niet ($2)"},
	{regexp.MustCompile(`bad flag syntax: (\S+)`), "de optie $1 is niet goed geschreven"},
	{regexp.MustCompile(`flag needs an argument: '(.)' in (\S+)`), "achter -$1 hoort een waarde"},
	{regexp.MustCompile(`flag needs an argument: (\S+)`), "achter $1 hoort een waarde"},
	{regexp.MustCompile(`(?s)invalid argument ("[^"]*") for "([^"]*)" flag: strconv\.ParseBool.*`), "$1 past niet bij $2: die optie heeft geen waarde nodig"},
	{regexp.MustCompile(`(?s)invalid argument ("[^"]*") for "([^"]*)" flag: strconv\..*`), "$1 past niet bij $2: daar hoort een geheel getal"},
	{regexp.MustCompile(`invalid argument ("[^"]*") for "([^"]*)" flag: `), "$1 past niet bij $2: "},
	{regexp.MustCompile(`accepts between (\d+) and (\d+) arg\(s\), received (\d+)`), "hier horen $1 tot $2 namen of bestanden, het zijn er $3"},
	{regexp.MustCompile(`accepts at most (\d+) arg\(s\), received (\d+)`), "hier horen hoogstens $1 namen of bestanden, het zijn er $2"},
	{regexp.MustCompile(`requires at least (\d+) arg\(s\), only received (\d+)`), "hier horen minstens $1 namen of bestanden, het zijn er $2"},
	{regexp.MustCompile(`accepts (\d+) arg\(s\), received (\d+)`), "aantal namen of bestanden: $1 verwacht, $2 gekregen"},
	{regexp.MustCompile(`required flag\(s\) (.*) not set`), "vul in: $1"},
	{regexp.MustCompile(`(--[a-z-]+) is a number above 0`), "$1 is een getal boven 0"},
	{regexp.MustCompile(`(--[a-z-]+) is 1 or more, not (.*)`), "$1 is 1 of meer, niet $2"},
	{regexp.MustCompile(`(--[a-z-]+) is one of (.*), not (.*)`), "$1 is een van $2, niet $3"},
	{regexp.MustCompile(`(--[a-z-]+) is part=column, such as (.*), not (.*)`), "$1 is deel=kolom, zoals $2, niet $3"},
	{regexp.MustCompile(`(--[a-z-]+) is (\S+) or (\S+), not (.*)`), "$1 is $2 of $3, niet $4"},
	{regexp.MustCompile(`(--[a-z-]+) is needed, for example (.*)`), "$1 is nodig, bijvoorbeeld $2"},
	{regexp.MustCompile(`compare takes two settlements: .*`), "compare vergelijkt twee afrekeningen: noem er 2 of 4 bestanden, of één met wat er verandert"},
	{regexp.MustCompile(`three figures are needed, with a point .*`), "hier horen drie cijfers, met een punt voor decimalen en komma's ertussen: 3.1,4.25,3.8"},
}

// usage is an error of the use of the command line in the chosen language.
func (a *app) usage(err error) string {
	text := err.Error()
	var p zio.Problem
	if errors.As(err, &p) {
		text = strings.ReplaceAll(text, p.Text(zio.English), p.Text(a.lang))
	}
	if a.lang != zio.Dutch {
		return text
	}
	for _, w := range usageWords {
		text = w.en.ReplaceAllString(text, w.nl)
	}
	return text
}

// languageOf is the language that the arguments ask for, also when another of them is wrong and none is read.
func languageOf(args []string, l zio.Lang) zio.Lang {
	for i, arg := range args {
		value, found := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			value, found = args[i+1], true
		}
		if asked, known := zio.ParseLang(value); found && known && !slices.Contains(args[:i], "--") {
			l = asked
		}
	}
	return l
}
