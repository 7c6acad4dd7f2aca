//go:build unix

package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
)

// resultFor is the result of the St. Maartenschool with another rate: right as it stands, with a digest of its own.
func resultFor(t *testing.T, rate string) string {
	t.Helper()
	folder := folderOf(t, map[string]string{"a.json": strings.Replace(system(t, "agreement.json"), `"60.00"`, `"`+rate+`"`, 1), "p.json": system(t, "population.json")})
	out, errs, code := zioRun("", "settle", filepath.Join(folder, "a.json"), filepath.Join(folder, "p.json"), "--format", "json", "--publish-small", "test")
	require.Equal(t, 0, code, errs)
	return out
}

// Every form of the outcome says that a result was not calculated again; one that was it does not speak of.
func TestValidateSaysWhatWasNotChecked(t *testing.T) {
	settlement, err := os.ReadFile("../year/4-settlement.json")
	require.NoError(t, err)
	for code, text := range map[string]string{"result.not-calculated-again": system(t, "result.json"), "settlement.not-calculated-again": string(settlement)} {
		alone := filepath.Join(folderOf(t, map[string]string{"r.json": text}), "r.json")
		out, errs, exit := zioRun("", "validate", alone, "--format", "json")
		require.Equal(t, 0, exit, errs)
		var report struct {
			Valid      int64
			NotChecked []jsonFinding
		}
		require.NoError(t, json.Unmarshal([]byte(out), &report))
		require.Equal(t, int64(1), report.Valid)
		require.Len(t, report.NotChecked, 1)
		require.Equal(t, code, report.NotChecked[0].Code)
		require.Equal(t, alone, report.NotChecked[0].File)

		out, _, _ = zioRun("", "validate", alone, "--format", "sarif")
		var log struct {
			Runs []struct {
				Invocations []struct {
					ToolExecutionNotifications []struct{ Descriptor struct{ ID string } }
				}
			}
		}
		require.NoError(t, json.Unmarshal([]byte(out), &log))
		require.Len(t, log.Runs[0].Invocations[0].ToolExecutionNotifications, 1)
		require.Equal(t, code, log.Runs[0].Invocations[0].ToolExecutionNotifications[0].Descriptor.ID)

		out, _, _ = zioRun("", "validate", alone)
		require.Contains(t, out, "; not calculated again")
	}
	for _, format := range []string{"text", "json", "sarif"} {
		out, _, exit := zioRun("", "validate", "../agreements/st-maartenschool/agreement.json", "../agreements/st-maartenschool/population.json", "../agreements/st-maartenschool/result.json", "--format", format)
		require.Equal(t, 0, exit)
		require.NotContains(t, out, "not calculated again")
		require.NotContains(t, out, "not-calculated-again")
	}
}

// A budget that others made is taken as it stands, and that is said; with its own documents it is calculated again.
func TestReconcileSaysWhatWasNotCalculatedAgain(t *testing.T) {
	budget := "../year/1-budget.result.json"
	args := []string{"../year/2-payments.csv", "--day", "2028-03-01", "--format", "json"}
	_, errs, code := zioRun("", append([]string{"reconcile", "../year/3-realised.agreement.json", "../year/3-realised.population.json", "--budget", budget, "--payments"}, args...)...)
	require.Equal(t, 0, code, errs)
	require.Contains(t, errs, budget+": The amounts were not calculated again")
	own := append([]string{"reconcile", "../year/1-budget.agreement.json", "../year/1-budget.population.json", "--payments"}, args...)
	_, errs, code = zioRun("", append(own, "--budget", budget)...)
	require.Equal(t, 0, code, errs)
	require.NotContains(t, errs, "not calculated again")

	data, err := os.ReadFile(budget)
	require.NoError(t, err)
	forged, problems := funding.ReadResult(data)
	require.Empty(t, problems)
	forged.Agreement.Title = "Another title"
	forged.Receipt.Result = ""
	forged.Receipt.Result = funding.Digest(forged, (*funding.Result).Bind)
	require.Empty(t, forged.Check(), "right as it stands")
	name := filepath.Join(folderOf(t, map[string]string{"forged.json": string(forged.AppendDocument(nil))}), "forged.json")
	_, errs, code = zioRun("", append(own, "--budget", name)...)
	require.Equal(t, 1, code, errs)
	require.Contains(t, errs, "forged.json:")
}

// A table of payments without a payment is nothing paid yet, or an export that broke off: it is said.
func TestReconcileSaysThatNothingWasPaid(t *testing.T) {
	name := filepath.Join(folderOf(t, map[string]string{"paid.csv": "component,from,to,day,amount\n"}), "paid.csv")
	_, errs, code := zioRun("", "reconcile", "../year/1-budget.agreement.json", "../year/1-budget.population.json", "--budget", "../year/1-budget.result.json", "--payments", name, "--day", "2028-03-01")
	require.Equal(t, 0, code, errs)
	require.Contains(t, errs, "paid.csv: There is no payment in it")
}

// Documents that do not belong together are not counted as valid.
func TestValidateCountsWhatBelongsElsewhere(t *testing.T) {
	folder := folderOf(t, map[string]string{"a.json": system(t, "agreement.json"), "p.json": system(t, "population.json"), "r.json": resultFor(t, "61.00")})
	out, errs, code := zioRun("", "validate", folder)
	require.Equal(t, 1, code)
	require.Contains(t, errs, "3 files, 3 documents or lines, 2 valid.")
	require.Equal(t, 2, strings.Count(out, ": valid ("))
}

// A pipe in a folder is not waited for, and makes the folder not valid.
func TestValidateSkipsPipesInFolders(t *testing.T) {
	folder := folderOf(t, map[string]string{"p.json": system(t, "population.json")})
	require.NoError(t, syscall.Mkfifo(filepath.Join(folder, "x.json"), 0o600))
	require.NoError(t, os.Symlink(filepath.Join(folder, "p.json"), filepath.Join(folder, "linked.json")))
	for _, args := range [][]string{{"validate", folder}, {"validate", folder, "--publish", "round"}} {
		done := make(chan outcomeOf, 1)
		go func() {
			out, errs, code := zioRun("", args...)
			done <- outcomeOf{out, errs, code}
		}()
		select {
		case got := <-done:
			require.Equal(t, 1, got.code, got.errs)
			require.Contains(t, got.errs, filepath.Join(folder, "x.json")+": file.not-regular")
			require.NotContains(t, got.errs, "linked.json")
		case <-time.After(20 * time.Second):
			t.Fatal("the pipe is waited for")
		}
	}
}

// A name of a file makes no lines of its own, and is a URI in SARIF.
func TestValidateNamesOfFiles(t *testing.T) {
	folder := folderOf(t, map[string]string{"a\nb.json: valid (agreement)\n#1 100%.json": system(t, "population.json")})
	out, errs, code := zioRun("", "validate", folder)
	require.Equal(t, 0, code, errs)
	require.Equal(t, 1, strings.Count(out, "\n"), out)
	folder = folderOf(t, map[string]string{"a b\n#1 100%?.json": "{}"})
	out, _, code = zioRun("", "validate", folder, "--format", "sarif")
	require.Equal(t, 1, code)
	require.Contains(t, out, `/a%20b%0A%231%20100%25%3F.json"`)
}

// A pipe that nobody reads any more is exit code 3: of tables, of help, and of the program itself, which no signal ends.
func TestPipeThatNobodyReads(t *testing.T) {
	if command := os.Getenv("ZIO_TEST_COMMAND"); command != "" {
		os.Args = strings.Fields(command)
		main()
	}
	for _, command := range []string{"zio schools", "zio help", "zio --version", "zio validate testdata"} {
		r, w, err := os.Pipe()
		require.NoError(t, err)
		require.NoError(t, r.Close())
		program := exec.Command(os.Args[0], "-test.run=^TestPipeThatNobodyReads$")
		program.Env = append(os.Environ(), "ZIO_TEST_COMMAND="+command)
		program.Stdout, program.Stderr = w, io.Discard
		var exit *exec.ExitError
		require.True(t, errors.As(program.Run(), &exit), command)
		require.NoError(t, w.Close())
		require.Equal(t, exitOutput, exit.ExitCode(), "%s: %s", command, exit)
	}
}
