package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/zio"
)

func newWorkplan(a *app) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "workplan WORKPLAN",
		Short: "Show which of the six steps is open and what it needs",
		Long: `Read a workplan document (stappenplan) and show the six steps towards collective
funding: the state of each, what shows it, which step is open, and what that one
needs before it is done.`,
		Example: "  zio workplan workplan.json",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			data, err := a.read(args[0])
			if err != nil {
				return err
			}
			w, problems := zio.ReadWorkplan(data)
			if err := a.report(args[0], problems); err != nil {
				return err
			}
			if format == "json" {
				_, err := a.out.Write(w.AppendDocument(nil))
				return err
			}
			return a.showWorkplan(w, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	return cmd
}

func (a *app) showWorkplan(w *zio.Workplan, format string) error {
	states := map[string]string{zio.StepNotStarted: a.say("nog niet begonnen", "not started"), zio.StepOpen: a.say("mee bezig", "open"), zio.StepDone: a.say("klaar", "done")}
	g := &grid{columns: []column{{"number", "Nr", "No", true}, {"step", "Stap", "Step", false}, {"state", "Stand", "State", false}, {"responsible", "Verantwoordelijk", "Responsible", false},
		{"date", "Datum", "Date", false}, {"evidence", "Waaruit dat blijkt", "Evidence", false}}}
	for i, s := range w.Steps {
		name, _ := zio.StepWords(s.Step, a.lang)
		date := s.Due
		if s.State == zio.StepDone {
			date = s.Done
		}
		state := states[s.State]
		if format == "csv" {
			name, state = s.Step, s.State
		}
		g.add(strconv.Itoa(i+1), name, state, s.Responsible, date.String(), strings.Join(s.Evidence, "; "))
	}
	if format != "csv" {
		a.println(a.bold(w.Title))
		if w.About != "" {
			a.paragraph("", w.About)
		}
		a.println()
	}
	if err := a.show(g, format); err != nil || format == "csv" {
		return err
	}
	a.println()
	current, open := w.Current()
	if !open {
		a.paragraph("", a.say("Alle stappen zijn klaar. De cyclus begint opnieuw bij de verantwoording.", "All steps are done. The cycle starts again with accountability."))
		return nil
	}
	name, needs := zio.StepWords(current.Step, a.lang)
	a.paragraph("", a.say("Nu aan de beurt: ", "Open now: ")+name+". "+a.say("Nodig: ", "It needs: ")+needs)
	if len(current.Indicators) > 0 {
		a.paragraph("", a.say("Te meten: ", "To measure: ")+strings.Join(current.Indicators, ", "))
	}
	return nil
}
