package main

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// english are words that mark a text as English and are no Dutch words. What both languages have (is, of, in, was, want, minute)
// is not among them.
var english = regexp.MustCompile(`(?i)\b(the|and|with|from|for|not|are|were|this|that|these|those|which|who|what|when|where|how|has|have|had|does|been|would|should|could|must|may|will|` +
	`pupils?|payment|payments|share|shares|amount|amounts|cost|costs|weight|weights|rounding|largest|remainder|subsidy|purchase|invoice|nursing|guidance|treatment|` +
	`unknown|missing|municipality|municipalities|county|care|year|years|month|months|week of|true|false|yes|none|check|checks|by the|to the|between|about|each|every|under|over the|made up)\b`)

// quoted is what stands in a Dutch text as it is: codes and members between quotes or backquotes, addresses, files and pointers.
var quoted = regexp.MustCompile("`[^`]*`|\"[^\"]*\"|“[^”]*”|https?://\\S+|[/.]?\\S+\\.(json|csv|md|xlsx|ods)\\b|--[a-z-]+|(/[A-Za-z0-9-]+){2,}")

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
	slices.Sort(found)
	require.Empty(t, strings.Join(found, "\n"))
}
