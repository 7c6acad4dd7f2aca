package main

import (
	"encoding/json"
	"html"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/wasm/widget"
)

// english are words that mark a text as English and are no Dutch words. What both languages have (is, of, in, was, want, minute)
// is not among them.
var english = regexp.MustCompile(`(?i)\b(the|and|with|from|for|not|are|were|this|that|these|those|which|who|what|when|where|how|has|have|had|does|been|would|should|could|must|may|will|` +
	`pupils?|payment|payments|share|shares|amount|amounts|cost|costs|weight|weights|rounding|largest|remainder|subsidy|purchase|invoice|nursing|guidance|treatment|` +
	`unknown|missing|flag|flags|argument|command|needs|accepts|received|required|invalid|municipality|municipalities|county|care|year|years|month|months|week of|true|false|yes|none|check|checks|by the|to the|between|about|each|every|under|over the|made up)\b`)

// quoted is what stands in a Dutch text as it is: codes and members between quotes or backquotes, addresses, files, pointers and
// the signs of JSON that a reader expects.
var quoted = regexp.MustCompile("`[^`]*`|\"[^\"]*\"|“[^”]*”|https?://\\S+|[/.]?\\S+\\.(json|csv|md|xlsx|ods)\\b|--[a-z-]+|(/[A-Za-z0-9-]+){2,}|\\B/[a-z][A-Za-z]+\\b|\\b[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*\\b|Verwacht: .*")

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
		"import map x", "import --date x x", "schools zzz", "settle st-maartenschool --party zzz", "sweep st-maartenschool"} {
		try(strings.Fields(one)...)
	}
	require.Greater(t, len(lines), 150)
	return lines
}

// dutchCommands are the commands that TestDutchIsDutch runs beside those for every example: each command of the program at least
// once. {dir} is an empty folder.
var dutchCommands = []string{
	"", "--school 00OS00", "law", "law --on 2021-10-01", "systems", "schools maartenschool", "schools 00OS00", "indicators sjso-amsterdam", "indicators utrecht-bovenregionaal",
	"indicators testdata/documents/decisions.json", "workplan apeldoorn", "workplan haren", "workplan zorgarrangeur", "workplan holland-rijnland", "workplan zuidoost-brabant",
	"schedule leijpark-tilburg --every month", "schedule --amount 100000.00 --from 2026-08-01 --until 2027-07-31 --budget-years days", "index --price 60.00 --wage-part 85 --wage 3.1,4.25,3.8 --material 2.0,2.5,2.2",
	"cost-price --wage 50000.00 --allowances 10 --social 30 --hours 1300 --overhead 20 --risk 2", "admission --basis 12000.00 laag:30:5000.00",
	"declaration --tariff 75.55 --minutes 95,95", "declaration --tariff 60.00 --per-week 3 --from 2025-10-07 --until 2025-12-30 --variant effort",
	"advance vijf-gemeenten", "advance vijf-gemeenten --party Zeist", "allocate --total 1234.56 --method largest-remainder {dir}/weights.csv", "allocate --total 100.00 --method independent --rounding up {dir}/weights.csv",
	"compare st-maartenschool einstein-class", "compare vijf-gemeenten --leave Zeist", "forecast vijf-gemeenten --years 3 --index /components/0/cost/amount=3.5 --growth 0344=1.5",
	"nation", "nation --by region", "nation --by site", "places vijf-gemeenten", "places utrecht-bovenregionaal",
	"recalibrate st-maartenschool --indicators testdata/documents/indicators.json --tolerance 15",
	"reconcile ../year/3-realised.agreement.json ../year/3-realised.population.json --budget ../year/1-budget.result.json --payments ../year/2-payments.csv --day 2028-03-01",
	"reconcile ../year/3-realised.agreement.json ../year/3-realised.population.json --budget ../year/1-budget.result.json --payments ../year/2-payments.csv --day 2028-03-01 --letter Zeist",
	"savings --individual 1000000.00 --collective ../agreements/st-maartenschool/result.json --indicators testdata/documents/indicators.json --coordination 40000.00 --municipality 500.00 --school 300.00 --parent 0.00",
	"savings --individual 1200000.00 --collective 1029600.00 --decisions 78 --coordination 40000.00 --school 300.00 --parent 0.00",
	"solve st-maartenschool --parameter /components/0/cost/rate --from 0.00 --to 200.00 --target 1000000.00", "solve st-maartenschool --parameter /components/0/cost/rate --from 0.00 --to 200.00 --of Wijchen --target 132000.00",
	"sweep st-maartenschool --parameter /components/0/cost/normMinutes --from 300 --to 360 --step 30 --party Wijchen", "sweep st-maartenschool --parameter population:/groups/16/pupils --from 34 --to 39 --step 5",
	"validate ../agreements/st-maartenschool", "validate ../agreements/st-maartenschool --publish=refuse", "validate testdata/documents/decisions.json ../year/2-payments.csv",
	"import sample --rows 5", "import duo {dir}/sample.csv", "import duo {dir}/sample.csv --suppressed midpoint", "import rows {dir}/sample.csv",
}

// TestDutchIsDutch reads what every command prints in Dutch, and those that tell of a settlement for every example: no English in it.
// The JSON of schema is no text for people; the pages of serve and site are read by TestDutchPagesAreDutch.
func TestDutchIsDutch(t *testing.T) {
	folders, err := filepath.Glob(filepath.Join("..", "agreements", "*", "agreement.json"))
	require.NoError(t, err)
	var commands [][]string
	for _, file := range folders {
		folder := filepath.Base(filepath.Dir(file))
		for _, command := range []string{"settle " + folder, "settle " + folder + " --explain nl", "report " + folder, "convenant " + folder, "keys " + folder, "spread " + folder, "systems " + folder} {
			commands = append(commands, strings.Fields(command))
		}
	}
	dir := tempDir(t)
	sample, errs, exit := inLanguage("nl", "", "import", "sample", "--rows", "40", "--suppress")
	require.Zero(t, exit, errs)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "sample.csv"), []byte(sample), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "weights.csv"), []byte("party,weight\nzuid,1\nnoord,2\n"), 0o600))
	for _, command := range dutchCommands {
		commands = append(commands, strings.Fields(strings.ReplaceAll(command, "{dir}", dir)))
	}
	run := map[string]bool{"schema": true, "serve": true, "site": true}
	var found []string
	for _, command := range commands {
		if len(command) > 0 {
			run[command[0]] = true
		}
		out, errs, exit := inLanguage("nl", "", command...)
		require.LessOrEqual(t, exit, 1, "%s: %s", command, errs)
		for line := range strings.Lines(out + errs) {
			if len(command) == 1 && command[0] == "systems" || len(command) > 1 && command[0] == "import" && command[1] != "duo" && !strings.HasPrefix(line, "zio: ") {
				continue // a list of the codes of rules, and files with the columns of DUO
			}
			if word := english.FindString(quoted.ReplaceAllString(line, "")); word != "" {
				found = append(found, strings.Join(command, " ")+": "+word+": "+strings.TrimSpace(line))
			}
		}
	}
	for _, c := range newRoot(newApp(strings.NewReader(""), io.Discard, io.Discard, func(string) string { return "" })).Commands() {
		require.True(t, run[c.Name()], "no line of dutchCommands in examples/zio/dutch_test.go runs %s", c.Name())
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

// markup is what a page has beside its text.
var markup = regexp.MustCompile(`(?s)<script.*?</script>|<(code|pre)\b.*?</(code|pre)>|<[^>]*lang="en"[^>]*>.*?</[a-z]+>|<[^>]*>`)

// TestDutchPagesAreDutch reads the Dutch pages of the site; of the pages of schools and municipalities one of two hundred. Pages for
// developers speak of members and codes.
func TestDutchPagesAreDutch(t *testing.T) {
	s, err := newSite(library, widget.Files(), map[string][]byte{"zio.wasm": []byte("\x00asm")})
	require.NoError(t, err)
	read, many := 0, 0
	var found []string
	for _, path := range slices.Sorted(maps.Keys(s.sheets)) {
		if strings.HasPrefix(path, "/en") || path == "/integrator" { // which lists the kinds of documents by their codes
			continue
		}
		if strings.Contains(path, "/school/") || strings.Contains(path, "/gemeente/") {
			if many++; many%200 != 0 {
				continue
			}
		}
		content, err := s.render(s.sheets[path], "", false)
		require.NoError(t, err)
		read++
		for line := range strings.Lines(html.UnescapeString(markup.ReplaceAllString(string(content), " "))) {
			if word := english.FindString(quoted.ReplaceAllString(line, "")); word != "" {
				found = append(found, path+": "+word+": "+strings.TrimSpace(line))
			}
		}
	}
	require.Greater(t, read, 10)
	require.Empty(t, strings.Join(found, "\n"))
}

// TestDutchProblemsAreDutch reads the Dutch text of every problem that the program can report, and the names and hints of every rule.
func TestDutchProblemsAreDutch(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "schema", "problems.json"))
	require.NoError(t, err)
	var table struct {
		Codes []struct {
			Code  string
			Texts []struct{ NL string }
		}
	}
	require.NoError(t, json.Unmarshal(data, &table))
	require.Greater(t, len(table.Codes), 200)
	code := regexp.MustCompile(`\{[^}]*\}|\b[a-z]+(-[a-z]+)+\b|true of false`) // placeholders, and values as a document writes them
	var found []string
	judge := func(where, text string) {
		if word := english.FindString(quoted.ReplaceAllString(code.ReplaceAllString(text, ""), "")); word != "" {
			found = append(found, where+": "+word+": "+text)
		}
	}
	for _, p := range table.Codes {
		for _, text := range p.Texts {
			judge(p.Code, text.NL)
		}
	}
	for _, rule := range slices.Concat(funding.CostRules(), funding.KeyRules(), funding.FlowRules()) {
		judge(rule.Rule, rule.NL+" "+rule.HintNL)
		for _, f := range rule.Fields {
			judge(rule.Rule+" "+f.Name, f.NL+" "+f.HintNL)
		}
	}
	require.Empty(t, strings.Join(found, "\n"))
}

// TestHelpInDutch reads the help of every command in Dutch: its text, and that of each flag, is there and holds no English.
func TestHelpInDutch(t *testing.T) {
	var words helpWords
	require.NoError(t, json.Unmarshal(helpNL, &words))
	commands, flags := 0, map[string]bool{}
	var visit func(c *cobra.Command, path []string)
	visit = func(c *cobra.Command, path []string) {
		commands++
		name := strings.Join(path, " ")
		require.NotEmpty(t, words.Commands[name].Short, "help.nl.json has no command %q", name)
		require.NotEmpty(t, words.Commands[name].Long, "help.nl.json has no text of %q", name)
		for _, set := range []*pflag.FlagSet{c.Flags(), c.PersistentFlags()} {
			set.VisitAll(func(f *pflag.Flag) {
				require.NotEmpty(t, words.Flags[f.Usage], "help.nl.json has no flag %q of %q", f.Usage, name)
				flags[f.Usage] = true
			})
		}
		out, errs, exit := inLanguage("en", "", append(slices.Clone(path), "--help", "--lang", "nl")...)
		require.Zero(t, exit, errs)
		require.Contains(t, out, words.Commands[name].Long)
		for line := range strings.Lines(out) {
			if !strings.HasPrefix(line, "  zio ") && !strings.HasPrefix(line, "  printf ") && strings.Contains(line, " ") { // of examples, which are in words of the program
				word := english.FindString(quoted.ReplaceAllString(regexp.MustCompile(`"zio [^"]*"|\b[A-Z]{4,}\b|\b[a-z]+(-[a-z]+)+\b|^  [a-z-]+ `).ReplaceAllString(line, ""), ""))
				require.Empty(t, word, "%s: %s", name, line)
			}
		}
		for _, sub := range c.Commands() {
			visit(sub, append(slices.Clone(path), sub.Name()))
		}
	}
	visit(newRoot(newApp(strings.NewReader(""), io.Discard, io.Discard, func(string) string { return "" })), nil)
	require.Greater(t, commands, 30)
	for text := range words.Flags {
		require.True(t, flags[text], "help.nl.json has a flag that is gone: %q", text)
	}
}
