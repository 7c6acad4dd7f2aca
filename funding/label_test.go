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

// labelsOf follows the first reference of each step with a label into the agreement: the nearest item around the value that has a name
// is called by the label. It returns how many labels it followed.
func labelsOf(t *testing.T, x *funding.Result, agreement []byte) int {
	t.Helper()
	var document any
	require.NoError(t, json.Unmarshal(agreement, &document))
	steps := map[string]*funding.Step{}
	for i := range x.Trace.Steps {
		steps[x.Trace.Steps[i].ID] = &x.Trace.Steps[i]
	}
	var place func(s *funding.Step) string // of the first value of the agreement that lies in a list
	place = func(s *funding.Step) string {
		for _, in := range s.Inputs {
			if pointer, found := strings.CutPrefix(in.Ref, "agreement:"); found && strings.Count(pointer, "/") > 4 {
				return pointer
			}
			if earlier := steps[strings.TrimPrefix(in.Ref, "trace:")]; earlier != nil && earlier != s {
				if pointer := place(earlier); pointer != "" {
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
		name, at := "", document
		for part := range strings.SplitSeq(strings.TrimPrefix(place(s), "/"), "/") {
			switch v := at.(type) {
			case map[string]any:
				at = v[part]
			case []any:
				n, err := strconv.Atoi(part)
				require.NoError(t, err)
				at = v[n]
			}
			if item, isItem := at.(map[string]any); isItem {
				for _, member := range []string{"label", "school", "category"} {
					if text, named := item[member].(string); named {
						name = text
					}
				}
			}
		}
		require.Equal(t, name, s.Label, "%s at %s", s.ID, place(s))
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
		followed += labelsOf(t, x, agreement)
	}
	require.Greater(t, followed, 20)
	for seed := range int64(400) {
		agreement, population := random.Random(950_000 + seed)
		a, problems := funding.ReadAgreement(agreement)
		require.Empty(t, problems)
		p, problems := zio.ReadPopulation(population)
		require.Empty(t, problems)
		if x, problems := funding.Calculate(a, p); len(problems) == 0 {
			followed += labelsOf(t, x, agreement)
		}
	}
	require.Greater(t, followed, 200)
}
