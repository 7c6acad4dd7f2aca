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
		Use:   "workplan WORKPLAN | FOLDER | SYSTEM",
		Short: "Show which of the six steps is open and what it needs",
		Long: `Read a workplan document (stappenplan) and show the six steps towards collective
funding: the state of each, what shows it, which step is open, and what that one
needs before it is done. A step that no source describes is not described; that is
not the same as not started.`,
		Example: "  zio workplan apeldoorn\n  zio workplan workplan.json",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			name, data, err := a.documentOf(args[0], "workplan.json")
			if err != nil {
				return err
			}
			w, problems := zio.ReadWorkplan(data)
			if err := a.report(name, problems); err != nil {
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
	if format == "csv" {
		return a.show(a.workplanRows(w), format)
	}
	a.println(a.bold(a.text(zio.InLang(a.lang, w.Title, w.TitleEN))))
	if w.About != "" {
		a.paragraph("", zio.InLang(a.lang, w.About, w.AboutEN))
	}
	a.println()
	g := &grid{columns: []column{{"number", "Nr", "No", true}, {"step", "Stap", "Step", false}, {"state", "Stand", "State", false},
		{"responsible", "Verantwoordelijk", "Responsible", false}, {"date", "Datum", "Date", false}}}
	for i := range w.Steps {
		s := &w.Steps[i]
		name, _ := zio.StepWords(s.Step, a.lang)
		g.add(strconv.Itoa(i+1), name, s.StateWords(a.lang), zio.InLang(a.lang, s.Responsible, s.ResponsibleEN), stepDate(s))
	}
	if err := a.show(g, format); err != nil {
		return err
	}
	a.stepNotes(w)
	a.currentStep(w)
	a.madeUp(w.Synthetic)
	if len(w.Sources) > 0 {
		a.heading(a.say("Bronnen", "Sources"))
		for _, source := range w.Sources {
			a.paragraph("- ", sourceLine(source))
		}
	}
	return nil
}

// workplanRows is the plan with the words of the document, a row per step.
func (a *app) workplanRows(w *zio.Workplan) *grid {
	g := &grid{columns: []column{{"number", "", "", true}, {"step", "", "", false}, {"state", "", "", false}, {"responsible", "", "", false},
		{"date", "", "", false}, {"evidence", "", "", false}, {"note", "", "", false}}}
	for i := range w.Steps {
		s := &w.Steps[i]
		g.add(strconv.Itoa(i+1), s.Step, string(s.State), zio.InLang(a.lang, s.Responsible, s.ResponsibleEN), stepDate(s),
			strings.Join(s.Shown(a.lang), "; "), zio.InLang(a.lang, s.Note, s.NoteEN))
	}
	return g
}

// stepDate is the day on which the step was done or, before that, on which it is due.
func stepDate(s *zio.WorkStep) string {
	if s.State == zio.StepDone {
		return s.Done.String()
	}
	return s.Due.String()
}

// stepNotes prints what the document says of each step: what shows its state, and its note.
func (a *app) stepNotes(w *zio.Workplan) {
	headed := false
	for i := range w.Steps {
		s := &w.Steps[i]
		if len(s.Evidence) == 0 && s.Note == "" {
			continue
		}
		if !headed {
			a.heading(a.say("Wat er over de stappen bekend is", "What is known of the steps"))
			headed = true
		}
		name, _ := zio.StepWords(s.Step, a.lang)
		a.println(name)
		for _, shown := range s.Shown(a.lang) {
			a.paragraph("- ", a.say("Dat blijkt uit: ", "Shown by: ")+shown)
		}
		if s.Note != "" {
			a.paragraph("- ", zio.InLang(a.lang, s.Note, s.NoteEN))
		}
	}
}

// currentStep says which step is worked at and what it needs; it concludes nothing from steps that are not described.
func (a *app) currentStep(w *zio.Workplan) {
	a.println()
	current, open := w.Current()
	if !open {
		undescribed := 0
		for _, s := range w.Steps {
			if s.State == zio.StepNotDescribed {
				undescribed++
			}
		}
		if undescribed > 0 {
			a.paragraph("", a.fill("Welke stap nu aan de beurt is, is niet beschreven: van {n} stappen is de stand niet bekend.",
				"Which step comes next is not described: the state of {n} steps is not known.", "n", strconv.Itoa(undescribed)))
			return
		}
		a.paragraph("", a.say("Alle stappen zijn klaar. De cyclus begint opnieuw bij de verantwoording.", "All steps are done. The cycle starts again with accountability."))
		return
	}
	name, needs := zio.StepWords(current.Step, a.lang)
	which := a.say("Eerste stap waaraan wordt gewerkt: ", "First step that is worked at: ")
	if current.State == zio.StepNotStarted {
		which = a.say("Eerste stap die nog moet beginnen: ", "First step that has not started: ")
	}
	a.paragraph("", which+name+". "+a.say("Voor deze stap is nodig: ", "This step needs: ")+lowerFirst(needs))
	if current.Responsible == "" {
		a.paragraph("", a.say("Wie voor deze stap verantwoordelijk is, staat er niet bij.", "Who is responsible for this step is not said."))
	}
	if len(current.Indicators) > 0 {
		words := make([]string, len(current.Indicators))
		for i, code := range current.Indicators {
			words[i] = zio.IndicatorWords(code, a.lang)
		}
		a.paragraph("", a.say("Te meten: ", "To measure: ")+strings.Join(words, ", "))
	}
}

// madeUp prints what is made up in a document, and why.
func (a *app) madeUp(list []zio.Synthetic) {
	if len(list) == 0 {
		return
	}
	a.heading(a.say("Verzonnen of gelezen, want geen bron geeft het", "Made up or read into it, because no source gives it"))
	for i := range list {
		a.paragraph("- ", list[i].In(a.lang))
	}
}

// sourceLine is a source in one line: title, article, address and the day on which it was checked.
func sourceLine(s zio.Source) string {
	line := s.Title
	if s.Article != "" {
		line += ", " + s.Article
	}
	if s.URL != "" {
		line += ", " + s.URL
	}
	return line
}

// lowerFirst is the text with a small first letter, for behind a colon.
func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
