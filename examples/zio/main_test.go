package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	same "github.com/zio-collectief/zio/internal/proof/golden"
)

var update = flag.Bool("update", false, "write the expected outputs")

// zioRun runs the program as a shell would.
func zioRun(stdin string, args ...string) (out, errs string, code int) {
	return inLanguage("en_US.UTF-8", stdin, args...)
}

func inLanguage(lang, stdin string, args ...string) (out, errs string, code int) {
	var o, e bytes.Buffer
	code = run(args, strings.NewReader(stdin), &o, &e, func(name string) string {
		if name == "LANG" {
			return lang
		}
		return ""
	})
	return o.String(), e.String(), code
}

// golden compares with a committed output byte for byte, or writes it.
func golden(t *testing.T, name, have string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(have), 0o644))
		return
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	same.Same(t, string(want), have, "go test ./examples/zio -update")
}

// transcript is everything that a command gives.
func transcript(out, errs string, code int) string {
	return fmt.Sprintf("%s--- errors ---\n%s--- exit code %d ---\n", out, errs, code)
}

func TestOutputs(t *testing.T) {
	for _, c := range []struct{ name, lang, command string }{
		{"demo.en", "en_GB.UTF-8", ""},
		{"demo.nl", "nl_NL.UTF-8", ""},
		{"help.en", "C", "help"},
		{"help.nl", "nl", "help"},
		{"help-allocate.nl", "nl", "allocate --help"},
		{"settle-whole-school.nl", "nl", "settle hele-school"},
		{"settle-party.nl", "nl", "settle st-maartenschool --party wijchen --explain nl"},
		{"settle-party.json", "C", "settle st-maartenschool --party 0296 --explain en --format json"},
		{"settle-shares.csv", "nl", "settle st-maartenschool --format csv"},
		{"settle-transfers.csv", "nl", "settle st-maartenschool --format csv --part transfers"},
		{"settle-exclusions.csv", "C", "settle st-maartenschool --format csv --part exclusions"},
		{"settle-components.json", "C", "settle einstein-class --format json --part components"},
		{"settle-components.nl", "nl", "settle hele-school --part components"},
		{"settle-routes.nl", "nl", "settle hele-school --part routes"},
		{"settle-checks.nl", "nl", "settle hele-school --part checks"},
		{"settle-checks", "C", "settle einstein-class --part checks"},
		{"settle.nl.md", "nl", "settle einstein-class --format md --explain nl"},
		{"settle-einstein.en", "C", "settle einstein-class"},
		{"settle-cover.nl", "nl", "settle school-als-wijk --lang nl"},
		{"settle-shadow.en", "C", "settle proeftuin-utrecht"},
		{"explain-st-maartenschool.nl", "nl", "settle st-maartenschool --explain nl"},
		{"explain-school-als-wijk.nl", "nl", "settle school-als-wijk --explain nl"},
		{"explain-einstein-class.nl", "nl", "settle einstein-class --explain nl"},
		{"settle-candidate.en", "C", "settle zuidoost-brabant:mixed --party eindhoven --explain en"},
		{"keys-difference.nl", "nl", "keys zuidoost-brabant"},
		{"settle-routes.csv", "C", "settle quote-q5-weighing --part routes --format csv"},
		{"settle-grey.en", "C", "settle quote-q5-weighing --explain en"},
		{"systems.nl", "nl", "systems"},
		{"systems.csv", "C", "systems --format csv"},
		{"systems-about", "C", "systems wish-den-bosch"},
		{"settle-unknown-party", "nl", "settle einstein-class --party 9999"},
		{"settle-unknown-system", "C", "settle no-such-system"},
	} {
		t.Run(c.name, func(t *testing.T) {
			golden(t, c.name+".txt", transcript(inLanguage(c.lang, "", strings.Fields(c.command)...)))
		})
	}
}

func TestSettleWritesTheResultDocument(t *testing.T) {
	folder := filepath.Join("..", "agreements", "st-maartenschool")
	want, err := os.ReadFile(filepath.Join(folder, "result.json"))
	require.NoError(t, err)
	for _, args := range [][]string{
		{"settle", folder, "--format", "json", "--publish-small", "Reden"},
		{"settle", "st-maartenschool", "--format", "json"},
		{"settle", filepath.Join(folder, "agreement.json"), filepath.Join(folder, "population.json"), "--format", "json", "--publish-small", "Reden"},
	} {
		out, errs, code := zioRun("", args...)
		require.Equal(t, 0, code, errs)
		require.True(t, string(want) == out, "the output is the committed result")
	}
	population, err := os.ReadFile(filepath.Join(folder, "population.json"))
	require.NoError(t, err)
	out, errs, code := zioRun(string(population), "settle", filepath.Join(folder, "agreement.json"), "-", "--format=json", "--publish-small=Reden")
	require.Equal(t, 0, code, errs)
	require.True(t, string(want) == out, "the output is the committed result")
}

// Two files in the wrong order are two problems, not a list of all that is not where it is looked for.
func TestDocumentsOfAnotherKind(t *testing.T) {
	folder := filepath.Join("..", "agreements", "einstein-class")
	agreement, population := filepath.Join(folder, "agreement.json"), filepath.Join(folder, "population.json")
	_, errs, code := zioRun("", "settle", population, agreement)
	require.Equal(t, 1, code)
	lines := strings.Split(strings.TrimSpace(errs), "\n")
	require.Len(t, lines, 2)
	require.Contains(t, lines[0], population+":/$schema document.kind-wrong ")
	require.Contains(t, lines[1], agreement+":/$schema document.kind-wrong ")
}

func TestExitCodes(t *testing.T) {
	agreement := filepath.Join("..", "agreements", "einstein-class", "agreement.json")
	population := filepath.Join("..", "agreements", "einstein-class", "population.json")
	for _, c := range []struct {
		stdin, command string
		code           int
		errs           string
	}{
		{"", "settle " + agreement + " " + population, 0, ""},
		{"", "settle " + agreement + " nowhere.json", 2, "nowhere.json does not exist"},
		{"", "settle", 2, "name an agreement and a population"},
		{"", "settle " + agreement + " " + population + " --format xml", 2, "--format is one of table, json, csv, md"},
		{"", "settle " + agreement + " " + population + " --explain de", 2, "--explain is nl or en"},
		{"", "settle " + agreement + " " + population + " --part nothing", 2, "--part is one of"},
		{"", "settle " + agreement + " " + population + " --format csv --explain nl", 2, "--explain goes with"},
		{"", "--lang de", 2, "--lang is nl or en"},
		{"", "nothing", 2, "unknown command"},
		{"", "-", 2, "unknown command"},
		{"", "-- setle", 2, "unknown command"},
		{"", "setle " + agreement, 2, "Did you mean this?\n\tsettle\n"},
		{"", "settle - -", 2, "can be read only once"},
		{"{}", "settle " + agreement + " -", 1, "-:/"},
		{`{"a":1e1000001}`, "validate -", 1, "json.exponent"},
		{"", "validate " + agreement + " " + population, 0, ""},
		{"", "schema agreement", 0, ""},
		{"", "systems nothing", 2, "nothing is not a built-in system"},
		{"", "settle zuidoost-brabant:none", 2, "not a built-in system with an agreement"},
		{"", "settle apeldoorn", 2, "it has a work plan"},
		{"", "schema nothing", 2, "nothing is not a kind of document"},
		{"", "validate", 2, "requires at least 1 arg(s)"},
		{"party,weight\na,1\n", "allocate --total 1.00 --method keep -", 0, ""},
		{"party,weight\na,0\n", "allocate --total 1.00 --method keep -", 1, "-:/weights allocate.weights-zero"},
		{"party,weight\na,1\na,2\n", "allocate --total 1.00 --method keep -", 1, "-:3:/party allocate.party-duplicate"},
		{"party,weight\na,-1\n", "allocate --total 1.00 --method keep -", 1, "-:2:/weight allocate.weight-negative"},
		{"party,weight\na,1.1234567\n", "allocate --total 1.00 --method keep -", 1, "-:2:/weight number."},
		{"party,weight\na\n", "allocate --total 1.00 --method keep -", 1, "-:2: table.field-count"},
		{"party,weight\n\"a,1\n", "allocate --total 1.00 --method keep -", 1, "-:2: table.quote-open"},
		{"name,count\na,1\n", "allocate --total 1.00 --method keep -", 1, "-:1: csv.header"},
		{"", "allocate --total 1.00 --method keep -", 1, "table.empty"},
		{"party,weight\n", "allocate --total 1.00 --method keep -", 1, "allocate.empty"},
		{"party,weight\na,1\n", "allocate --total 1,00 --method keep -", 2, "--total: "},
		{"party,weight\na,1\n", "allocate --total 1.00 --method best -", 2, "--method: allocate.method-unknown"},
		{"party,weight\na,1\n", "allocate --total 1.00 --method independent -", 2, "--rounding: allocate.rounding-missing"},
		{"party,weight\na,1\n", "allocate --total 1.00 --method keep --unit penny -", 2, "--unit: allocate.unit-unknown"},
		{"party,weight\na,1\n", "allocate --total 1.00 --method keep --divisor 0 -", 2, "--divisor: the divisor must be above zero"},
		{"party,weight\na,1\n", "allocate --total 1.00 --method keep --divisor 1.0000001 -", 2, "--divisor: "},
		{"party,weight\na,1\n", "allocate --total 1.00 --method rest-to-named --rounding half-up --named b -", 2, "--named: allocate.named-unknown"},
		{"party,weight\na,1\n", "allocate --method keep -", 2, `"total" not set`},
	} {
		out, errs, code := zioRun(c.stdin, strings.Fields(c.command)...)
		require.Equal(t, c.code, code, "%s\n%s%s", c.command, out, errs)
		require.Contains(t, errs, c.errs, c.command)
	}
}

// Divisions of domain 3.3, V1 to V3, in every form of output.
func TestAllocate(t *testing.T) {
	thirds := "party,weight\na,1\nb,1\nc,1\n"
	for _, c := range []struct{ stdin, command, out string }{
		{thirds, "--total 100.00 --method largest-remainder --format csv", "party,amount\na,33.34\nb,33.33\nc,33.33\n"},
		{thirds, "--total 100.00 --method keep --format csv", "party,amount\na,33.33\nb,33.33\nc,33.33\n,0.01\n"},
		{thirds, "--total 100.00 --method keep --format json", `{"shares":[{"party":"a","amount":"33.33"},{"party":"b","amount":"33.33"},{"party":"c","amount":"33.33"}],"rest":"0.01"}` + "\n"},
		{thirds, "--total 100.00 --method rest-to-named --rounding half-up --named b --format csv", "party,amount\na,33.33\nb,33.34\nc,33.33\n"},
		{"party;weight\na;7\nb;5\nc;3\n", "--total 1000000.00 --method largest-remainder --format csv", "party,amount\na,466666.67\nb,333333.33\nc,200000.00\n"},
		{"\xef\xbb\xbfParty,Name,Weight\r\na,A,40\r\nb,B,25\r\nc,C,23\r\nd,D,8\r\ne,E,4\r\n", "--total 123456.78 --method largest-remainder --format csv", "party,amount\na,49382.71\nb,30864.20\nc,28395.06\nd,9876.54\ne,4938.27\n"},
		// 33.3 % of 10.00 is 3.33 each: a cent is for nobody
		{"party,weight\na,33.3\nb,33.3\nc,33.3\n", "--total 10.00 --method largest-remainder --divisor 100 --rounding half-up --format csv", "party,amount\na,3.33\nb,3.33\nc,3.33\n,0.01\n"},
		{"party,weight\na,1\nb,3\n", "--total 1234567.89 --method largest-remainder --unit thousand --format csv", "party,amount\na,308000.00\nb,926000.00\n,567.89\n"},
		{`party,weight` + "\n" + `"a ""<b>""",1` + "\n", "--total 1.00 --method keep --format json", `{"shares":[{"party":"a \"<b>\"","amount":"1.00"}],"rest":"0.00"}` + "\n"},
	} {
		out, errs, code := zioRun(c.stdin, append(append([]string{"allocate"}, strings.Fields(c.command)...), "-")...)
		require.Equal(t, 0, code, errs)
		require.Equal(t, c.out, out, c.command)
	}
	golden(t, "allocate.nl.txt", transcript(inLanguage("nl", "party,weight\n0268,1234.5\n0296,0.123456\n", "allocate", "--total", "1234567.89", "--method", "keep", "--unit", "euro", "-")))
}

func TestLanguageOfTheEnvironment(t *testing.T) {
	for lang, dutch := range map[string]bool{"nl": true, "nl_NL.UTF-8": true, "nl_BE": true, "en_US.UTF-8": false, "C": false, "": false, "de_DE": false, "nlx": false} {
		out, _, _ := inLanguage(lang, "", "settle", "einstein-class")
		require.Equal(t, dutch, strings.Contains(out, "Wie draagt wat"), lang)
	}
	out, _, _ := inLanguage("nl", "", "settle", "einstein-class", "--lang", "en")
	require.Contains(t, out, "Who bears what")
}

// No output to anything but a terminal has colours.
func TestNoColourInFiles(t *testing.T) {
	out, _, _ := zioRun("")
	require.NotContains(t, out, "\x1b")
}

// The list of systems in the folder of agreements is what the command says.
func TestIndexOfTheSystems(t *testing.T) {
	list, errs, code := zioRun("", "systems", "--format", "md")
	require.Equal(t, 0, code, errs)
	want := systemsIntroduction + list
	path := filepath.Join("..", "agreements", "README.md")
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(want), 0o644))
	}
	have, err := os.ReadFile(path)
	require.NoError(t, err)
	same.Same(t, string(have), want, "go test ./examples/zio -update")
}

const systemsIntroduction = `# Agreements

Every practice that the sources describe, written down as documents: an agreement (*convenant*), a population (*leerlingen*), and the
result that follows from them, byte for byte. A practice without a formula has a work plan in six steps. The README of a folder
says what is given, what was chosen where the source is silent, and what is made up; the documents say the same in their members
` + "`choices`, `sources` and `synthetic`" + `. No amount here is of a real municipality.

    go run ./examples/zio settle school-als-wijk
    go run ./examples/zio systems school-als-wijk
    go run ./examples/zio systems school-als-wijk --leaves

The last one lists every value of the documents as given, chosen or made up; ` + "`given.json`" + ` holds the words of the source, and a test
fails for a value without a mark.

`
