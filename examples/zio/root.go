package main

import (
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding"
)

// newRoot lists the commands. Whoever adds a command adds one file and one line here.
func newRoot(a *app) *cobra.Command {
	var school string
	root := &cobra.Command{
		Use:   "zio",
		Short: "Who pays what to whom for care during school hours",
		Long: `Zio settles agreements on the collective funding of care during school hours
(zorg in onderwijstijd): which pupils are in the pool, what their care costs,
which municipality bears which part, who pays whom, and why.

Without a command it settles the agreement of the St. Maartenschool in Nijmegen, with
--school a template (sjabloon) for the real pupils of a special school.
A file named - is standard input. Problems in the data are printed as

  file:pointer code text

Exit codes: 0 fine, 1 problems in the data, 2 wrong use, 3 the output could not be
written: a full disk, or a pipe that nobody reads any more.`,
		Example: `  zio
  zio --school "St Maartenschool"
  zio settle agreement.json population.json
  zio settle agreement.json population.json --party 0268 --explain nl
  zio validate agreement.json population.json`,
		Version:       funding.Version,
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			format := cmd.Flags().Lookup("format")
			a.md = format != nil && format.Value.String() == "md"
			return a.chooseLanguage(cmd)
		},
		// Without Args a misspelled command is answered with the one that was meant; "-" and "" come through here.
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := cobra.NoArgs(cmd, args); err != nil {
				return err
			}
			if school != "" {
				s, err := a.settleFlags(nil, school, "")
				if err != nil {
					return err
				}
				return a.settlementText(s, "", settleOptions{format: "table"})
			}
			return a.demo()
		},
	}
	root.PersistentFlags().StringVar(&a.langFlag, "lang", "", "language of the output: nl or en (default: by the environment)")
	root.Flags().StringVar(&school, "school", "", "settle the template fixed-hours for this special school: its code or its name")
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(
		newSettle(a),
		newAllocate(a),
		newValidate(a),
		newSchema(a),
		newSystems(a),
		newSchools(a),
		newNation(a),
		newAdvance(a),
		newReconcile(a),
		newForecast(a),
		newImport(a),
		newCompare(a),
		newKeys(a),
		newSweep(a),
		newSolve(a),
		newSpread(a),
		newPlaces(a),
		newSavings(a),
		newRecalibrate(a),
		newIndex(a),
		newSchedule(a),
		newCostPrice(a),
		newAdmission(a),
		newConvenant(a),
		newDeclaration(a),
		newWorkplan(a),
		newIndicators(a),
		newLaw(a),
		newReport(a),
		newServe(a),
		newSiteCommand(a),
	)
	return root
}

// Exit codes.
const (
	exitFine    = 0
	exitData    = 1 // problems in the data
	exitMistake = 2 // wrong use
	exitOutput  = 3 // the output could not be written
)

// errData says that problems in the data were printed already.
var errData = errors.New("problems in the data")

// run is the whole program: it gives the exit code and touches nothing but its arguments.
func run(args []string, in io.Reader, out, errs io.Writer, getenv func(string) string) int {
	a := newApp(in, out, errs, getenv)
	a.lang = languageOf(args, a.lang)
	root := newRoot(a)
	a.helpInDutch(root)
	root.SetArgs(args)
	root.SetIn(in)
	help := &remembering{Writer: out}
	root.SetOut(help)
	root.SetErr(errs)
	err := root.Execute()
	if flushed := a.out.Flush(); flushed != nil {
		err = errors.Join(errOutput, flushed)
	}
	if help.err != nil {
		err = errors.Join(errOutput, help.err)
	}
	if a.errs.err != nil { // what was to be said there is lost
		err = errors.Join(errOutput, a.errs.err)
	}
	switch {
	case errors.Is(err, errOutput):
		a.complain(errors.New(a.fill("de uitvoer kon niet worden geschreven: {reason}", "the output could not be written: {reason}", "reason", reasonOf(err))))
		return exitOutput
	case err == nil:
		return exitFine
	case errors.Is(err, errData):
		return exitData
	}
	a.complain(err)
	if a.errs.err != nil {
		return exitOutput
	}
	return exitMistake
}

// reasonOf is what went wrong with the output, without the mark that it did.
func reasonOf(err error) string {
	return strings.TrimSpace(strings.ReplaceAll(strings.ReplaceAll(err.Error(), errOutput.Error()+"\n", ""), "\n", "; "))
}
