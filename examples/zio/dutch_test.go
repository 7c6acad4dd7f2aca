package main

import (
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/stretchr/testify/require"
)

// english are words that mark a text as English and are no Dutch words. What both languages have (is, of, in, was, want, minute)
// is not among them.
var english = regexp.MustCompile(`(?i)\b(the|and|with|from|for|not|are|were|this|that|these|those|which|who|what|when|where|how|has|have|had|does|been|would|should|could|must|may|will|` +
	`pupils?|payment|payments|share|shares|amount|amounts|cost|costs|weight|weights|rounding|largest|remainder|subsidy|purchase|invoice|nursing|guidance|treatment|` +
	`unknown|missing|flag|flags|argument|command|needs|accepts|received|required|invalid|municipality|municipalities|county|care|year|years|month|months|week of|true|false|yes|none|check|checks|by the|to the|between|about|each|every|under|over the|made up)\b`)

// quoted is what stands in a Dutch text as it is: codes and members between quotes or backquotes, addresses, files and pointers.
var quoted = regexp.MustCompile("`[^`]*`|\"[^\"]*\"|“[^”]*”|https?://\\S+|[/.]?\\S+\\.(json|csv|md|xlsx|ods)\\b|--[a-z-]+|(/[A-Za-z0-9-]+){2,}")

// usageErrors are the Dutch errors of every command and every flag that is used wrongly.
func usageErrors(t *testing.T) []string {
	t.Helper()
	var lines []string
	try := func(args ...string) {
		out, errs, exit := inLanguage("en", "", append(args, "--lang", "nl")...)
		require.Equal(t, exitMistake, exit, "%v: %s", args, out+errs)
		for line := range strings.Lines(errs) {
			lines = append(lines, strings.Join(args, " ")+" => "+strings.TrimSpace(line))
		}
	}
	try("setle")
	var visit func(c *cobra.Command, path []string)
	visit = func(c *cobra.Command, path []string) {
		if len(path) > 0 && c.Runnable() {
			try(append(slices.Clone(path), "--no-such-flag")...)
			try(append(slices.Clone(path), "-q")...)
			c.Flags().VisitAll(func(f *pflag.Flag) {
				switch f.Value.Type() {
				case "bool", "int", "int64":
					try(append(slices.Clone(path), "--"+f.Name+"=x")...)
				}
			})
			if c.Args != nil && c.Args(c, slices.Repeat([]string{"x"}, 9)) != nil {
				try(append(slices.Clone(path), slices.Repeat([]string{"x"}, 9)...)...)
			}
			if c.Args != nil && c.Args(c, nil) != nil {
				try(path...)
			}
		}
		for _, sub := range c.Commands() {
			visit(sub, append(slices.Clone(path), sub.Name()))
		}
	}
	visit(newRoot(newApp(strings.NewReader(""), io.Discard, io.Discard, func(string) string { return "" })), nil)
	for _, one := range []string{"allocate x", "settle st-maartenschool --format x", "settle st-maartenschool --explain x", "settle st-maartenschool --part x", "nation --by x",
		"validate x --kind x", "validate x --publish x", "validate x --max-problems 0", "index --wage x", "compare st-maartenschool st-maartenschool st-maartenschool",
		"import map x", "import --date x x", "sweep st-maartenschool"} {
		try(strings.Fields(one)...)
	}
	require.Greater(t, len(lines), 150)
	return lines
}

// TestDutchIsDutch reads what every command that tells of a settlement prints in Dutch, for every example: no English in it.
func TestDutchIsDutch(t *testing.T) {
	folders, err := filepath.Glob(filepath.Join("..", "agreements", "*", "agreement.json"))
	require.NoError(t, err)
	var commands [][]string
	for _, file := range folders {
		folder := filepath.Base(filepath.Dir(file))
		for _, command := range []string{"settle " + folder, "settle " + folder + " --explain nl", "report " + folder, "keys " + folder, "spread " + folder, "systems " + folder} {
			commands = append(commands, strings.Fields(command))
		}
	}
	for _, command := range []string{"law", "systems", "schools maartenschool", "schools 00OS00", "indicators sjso-amsterdam", "workplan apeldoorn", "workplan haren",
		"schedule leijpark-tilburg --every month", "index --price 60.00 --wage-part 85 --wage 3.1,4.25,3.8 --material 2.0,2.5,2.2",
		"cost-price --wage 50000.00 --allowances 10 --social 30 --hours 1300 --overhead 20 --risk 2", "admission --basis 12000.00 laag:30:5000.00"} {
		commands = append(commands, strings.Fields(command))
	}
	var found []string
	for _, command := range commands {
		out, errs, exit := inLanguage("nl", "", command...)
		require.LessOrEqual(t, exit, 1, "%s: %s", command, errs)
		for line := range strings.Lines(out + errs) {
			if command[0] == "systems" && len(command) == 1 {
				continue // a list of the codes of rules
			}
			if word := english.FindString(quoted.ReplaceAllString(line, "")); word != "" {
				found = append(found, strings.Join(command, " ")+": "+word+": "+strings.TrimSpace(line))
			}
		}
	}
	for _, line := range usageErrors(t) {
		_, said, _ := strings.Cut(line, "=> ")
		if before, values, lists := strings.Cut(said, " is een van "); lists { // the values themselves are codes
			said = before + values[strings.LastIndex(values, ","):]
		}
		if word := english.FindString(quoted.ReplaceAllString(said, "")); word != "" {
			found = append(found, word+": "+line)
		}
	}
	slices.Sort(found)
	require.Empty(t, strings.Join(found, "\n"))
}
