package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/zio-collectief/zio/zio"
)

// helpNL is the help in Dutch: of each command, by its path without "zio", and of each flag by its English text. Whoever adds a
// command or a flag adds its Dutch there; TestHelpInDutch finds what has none.
//
//go:embed help.nl.json
var helpNL []byte

// helpWords is what help.nl.json holds.
type helpWords struct {
	Commands map[string]struct{ Short, Long string }
	Flags    map[string]string
}

// helpInDutch puts the help of the commands in Dutch, when that is the language.
func (a *app) helpInDutch(root *cobra.Command) {
	if a.lang != zio.Dutch {
		return
	}
	var words helpWords
	if json.Unmarshal(helpNL, &words) != nil {
		return // a test reads it
	}
	root.InitDefaultHelpCmd()
	var visit func(c *cobra.Command)
	visit = func(c *cobra.Command) {
		_, path, _ := strings.Cut(c.CommandPath(), " ")
		if w, known := words.Commands[path]; known {
			c.Short, c.Long = w.Short, w.Long
		}
		c.InitDefaultHelpFlag()
		c.InitDefaultVersionFlag()
		for _, set := range []*pflag.FlagSet{c.Flags(), c.PersistentFlags()} {
			set.VisitAll(func(f *pflag.Flag) {
				if nl, known := words.Flags[f.Usage]; known {
					f.Usage = nl
				}
				switch f.Name {
				case "help":
					f.Usage = "uitleg bij " + c.Name()
				case "version":
					f.Usage = "versie van " + c.Name()
				}
			})
		}
		for _, sub := range c.Commands() {
			visit(sub)
		}
	}
	visit(root)
	root.SetUsageFunc(dutchUsage)
}

// ofFlag is what stands between the name of a flag and its text: the kind of its value.
var ofFlag = regexp.MustCompile(`(?m)^( +(?:-[a-z], )?--[a-z-]+ )(string|stringArray|strings|int|uint)( +)`)

// kindsNL are the kinds of values in Dutch.
var kindsNL = map[string]string{"string": "tekst", "stringArray": "tekst", "strings": "tekst", "int": "getal", "uint": "getal"}

// dutchFlags lists flags with their texts. What is shorter in Dutch gets spaces, so that the texts stay below each other.
func dutchFlags(set *pflag.FlagSet) string {
	text := ofFlag.ReplaceAllStringFunc(set.FlagUsages(), func(s string) string {
		m := ofFlag.FindStringSubmatch(s)
		return m[1] + kindsNL[m[2]] + m[3] + strings.Repeat(" ", max(0, len(m[2])-len(kindsNL[m[2]])))
	})
	return strings.ReplaceAll(text, "(default ", "(standaard ")
}

// placesNL are the words in the line of use for what a user fills in.
var placesNL = strings.NewReplacer("[flags]", "[opties]", "CATEGORY:PUPILS:AMOUNT", "CATEGORIE:LEERLINGEN:BEDRAG", "AGREEMENT", "OVEREENKOMST", "POPULATION", "POPULATIE", "FOLDER", "MAP",
	"SYSTEM", "STELSEL", "TEMPLATE", "SJABLOON", "AMOUNT", "BEDRAG", "METHOD", "MANIER", "PLACE=VALUE", "PLAATS=WAARDE", "FILE", "BESTAND", "INDICATORS", "METINGEN", "RESULT", "UITKOMST",
	"DATE", "DATUM", "KIND", "SOORT", "WORDS", "WOORDEN", "DIR", "MAP", "WORKPLAN", "STAPPENPLAN")

// dutchUsage says how a command is used, as the library of the commands does in English.
func dutchUsage(c *cobra.Command) error {
	var b strings.Builder
	b.WriteString("Gebruik:\n")
	if c.Runnable() {
		b.WriteString("  " + placesNL.Replace(c.UseLine()) + "\n")
	}
	if c.HasAvailableSubCommands() {
		b.WriteString("  " + c.CommandPath() + " [opdracht]\n")
	}
	if c.HasExample() {
		b.WriteString("\nVoorbeelden:\n" + c.Example + "\n")
	}
	if c.HasAvailableSubCommands() {
		b.WriteString("\nOpdrachten:\n")
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() || sub.Name() == "help" {
				fmt.Fprintf(&b, "  %-*s %s\n", sub.NamePadding(), sub.Name(), sub.Short)
			}
		}
	}
	if c.HasAvailableLocalFlags() {
		b.WriteString("\nOpties:\n" + dutchFlags(c.LocalFlags()))
	}
	if c.HasAvailableInheritedFlags() {
		b.WriteString("\nAlgemene opties:\n" + dutchFlags(c.InheritedFlags()))
	}
	if c.HasAvailableSubCommands() {
		b.WriteString("\nMeer over een opdracht: " + c.CommandPath() + " [opdracht] --help\n")
	}
	_, err := fmt.Fprint(c.OutOrStdout(), b.String())
	return err
}
