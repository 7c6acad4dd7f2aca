package funding_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/proof/oracle/random"
	"github.com/zio-collectief/zio/zio"
)

// labelsOf follows the references of each step with a label: the first one into a list of the agreement, where the nearest item around
// the value that has a name is called by the label; without one the first into a list of the population, whose item has the site that is the label;
// and of a site that nothing is counted of, any place that has it. It returns how many labels it followed.
func labelsOf(t *testing.T, x *funding.Result, agreement, population []byte) int {
	t.Helper()
	var agreed, counted any
	require.NoError(t, json.Unmarshal(agreement, &agreed))
	require.NoError(t, json.Unmarshal(population, &counted))
	steps := map[string]*funding.Step{}
	for i := range x.Trace.Steps {
		steps[x.Trace.Steps[i].ID] = &x.Trace.Steps[i]
	}
	var place func(s *funding.Step, document string, depth int) string // of the first value of a document that lies so deep
	place = func(s *funding.Step, document string, depth int) string {
		for _, in := range s.Inputs {
			if pointer, found := strings.CutPrefix(in.Ref, document); found && strings.Count(pointer, "/") >= depth {
				return pointer
			}
			if earlier := steps[strings.TrimPrefix(in.Ref, "trace:")]; earlier != nil && earlier != s {
				if pointer := place(earlier, document, depth); pointer != "" {
					return pointer
				}
			}
		}
		return ""
	}
	followed := 0
	for i := range x.Trace.Steps {
		s := &x.Trace.Steps[i]
		if s.Label == "" {
			continue
		}
		name, at, members := "", agreed, []string{"label", "school", "category"}
		pointer := place(s, "agreement:", 5) // below a list of a rule
		if pointer == "" {
			pointer, at, members = place(s, "population:", 2), counted, []string{"site"}
			if pointer == "" {
				pointer = place(s, "estimate:", 2) // of a range of pupils
			}
		}
		if pointer == "" {
			require.Contains(t, string(population), `"`+s.Label+`"`, "%s has the label of something that stands nowhere", s.ID)
			followed++
			continue
		}
		for part := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
			switch v := at.(type) {
			case map[string]any:
				at = v[part]
			case []any:
				n, err := strconv.Atoi(part)
				require.NoError(t, err)
				at = v[n]
			}
			if item, isItem := at.(map[string]any); isItem {
				for _, member := range members {
					if text, named := item[member].(string); named {
						name = text
					}
				}
			}
		}
		require.Equal(t, name, s.Label, "%s is about %s, but its label is not what that is called (label, school or category in the agreement, site in the population)", s.ID, pointer)
		followed++
	}
	return followed
}

// A step is called what the agreement calls the post, the right, the category or the line that it is about.
func TestLabelsAreThoseOfTheAgreement(t *testing.T) {
	followed := 0
	for name, x := range examples(t) {
		folder, file := filepath.Split(name)
		agreement, err := os.ReadFile(filepath.Join("..", "examples", "agreements", folder, file))
		require.NoError(t, err)
		population, err := os.ReadFile(filepath.Join("..", "examples", "agreements", folder, "population.json"))
		require.NoError(t, err)
		followed += labelsOf(t, x, agreement, population)
	}
	require.Greater(t, followed, 20)
	for seed := range int64(400) {
		agreement, population := random.Random(950_000 + seed)
		a, problems := funding.ReadAgreement(agreement)
		require.Empty(t, problems)
		p, problems := zio.ReadPopulation(population)
		require.Empty(t, problems)
		if x, problems := funding.Calculate(a, p); len(problems) == 0 {
			followed += labelsOf(t, x, agreement, population)
		}
	}
	require.Greater(t, followed, 200)
}

// A rule that works out a number for each school calls the step after the site.
func TestALabelCanBeASite(t *testing.T) {
	x := calculated(t, nil, nil)
	x.Trace.Steps = append(x.Trace.Steps, funding.Step{ID: "pot/cost/pupils-1", Label: "00OS00", Inputs: []funding.Input{{Ref: "population:/groups/1/pupils"}}})
	require.Equal(t, 1, labelsOf(t, x, edited(t, base, nil), edited(t, people, nil)))
	x.Trace.Steps = append(x.Trace.Steps, funding.Step{ID: "pot/cost/pupils-2", Label: "00OS00"}) // no pupils there
	x.Trace.Steps = append(x.Trace.Steps, funding.Step{ID: "pot/cost/pupils-3", Label: "00OS00", Inputs: []funding.Input{{Ref: "estimate:/groups/0"}}})
	x.Trace.Steps = append(x.Trace.Steps, funding.Step{ID: "pot/cost/pupils-4", Label: "00OS00", Inputs: []funding.Input{{Ref: "population:/pupils/0"}}})
	one := edits{"/pupils": `[{"ref":"a","site":"00OS00","home":"0268","route":"jeugdwet"}]`}
	require.Equal(t, 4, labelsOf(t, x, edited(t, base, nil), edited(t, people, one)))
}
