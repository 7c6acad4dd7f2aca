package zio_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

func sixSteps() *zio.Workplan {
	w := &zio.Workplan{Title: "Plan"}
	for _, step := range []string{"direction", "cooperation", "inventory", "policy", "implementation", "accountability"} {
		w.Steps = append(w.Steps, zio.WorkStep{Step: step, State: zio.StepNotDescribed})
	}
	return w
}

func TestWorkplanCheck(t *testing.T) {
	w := sixSteps()
	require.Empty(t, w.Check())
	_, open := w.Current()
	require.False(t, open, "nothing is concluded from steps that are not described")

	// The order differs by region: a later step may be done first, and a day need not be known.
	w.Steps[4] = zio.WorkStep{Step: "implementation", State: zio.StepDone, Evidence: []string{"Handreiking"}}
	require.Empty(t, w.Check())
	w.Steps[5].State = zio.StepNotStarted
	current, open := w.Current()
	require.True(t, open)
	require.Equal(t, "accountability", current.Step)
	w.Steps[2].State = zio.StepOpen
	current, _ = w.Current()
	require.Equal(t, "inventory", current.Step, "what is worked at comes before what has not started")

	w.Steps[0] = zio.WorkStep{Step: "policy", State: zio.StepDone, Indicators: []string{"happiness"}}
	w.Steps[4].EvidenceEN = []string{"Guide", "Another"}
	require.Equal(t, []string{"workplan.step-order /steps/0/step", "workplan.evidence-missing /steps/0/evidence", "workplan.indicator-unknown /steps/0/indicators/0",
		"workplan.evidence-languages /steps/4/evidenceEn"}, codesOf(w.Check()))
	require.Contains(t, w.Check()[0].Text(zio.Dutch), "Op plaats 1 hoort")
}

func TestWorkplanInTwoLanguages(t *testing.T) {
	s := zio.WorkStep{Step: "direction", State: zio.StepNotDescribed, Evidence: []string{"Visie"}}
	require.Equal(t, "niet beschreven", s.StateWords(zio.Dutch))
	require.Equal(t, "not described", s.StateWords(zio.English))
	require.Equal(t, []string{"Visie"}, s.Shown(zio.English), "the Dutch text where there is no other")
	s.EvidenceEN = []string{"Vision"}
	require.Equal(t, []string{"Vision"}, s.Shown(zio.English))
	require.Equal(t, []string{"Visie"}, s.Shown(zio.Dutch))
}
