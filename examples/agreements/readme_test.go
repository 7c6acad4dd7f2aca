package agreements

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/proof/oracle"
	"github.com/zio-collectief/zio/zio"
)

// worked is one agreement of a system with its population and result.
type worked struct {
	system System
	name   string
	a      *funding.Agreement
	p      *zio.Population
	x      *funding.Result
}

// claims are what README.md says of explanation, trace and sources, word for word, with what holds for every example because of it.
var claims = []struct {
	says  string
	holds func(t *testing.T, w *worked)
}{
	{"everything that is left out with its reason", func(t *testing.T, w *worked) {
		left := int64(0)
		for _, e := range w.x.Routing.Exclusions {
			require.NotEmpty(t, e.Reason.Words(zio.Dutch))
			require.NotEmpty(t, e.Reason.Words(zio.English))
			left += e.Pupils
		}
		require.Equal(t, w.x.Routing.Pupils-w.x.Routing.Pooled, left, "everybody is in the pool or has a reason why not")
	}},
	{"an explanation in Dutch and English that a council clerk can use", func(t *testing.T, w *worked) {
		for _, party := range w.x.Parties {
			nl, en := w.x.Explain(party.ID, zio.Dutch), w.x.Explain(party.ID, zio.English)
			require.Len(t, en, len(nl), "%s reads the same in both languages", party.ID)
			for i := range nl {
				require.Equal(t, nl[i].Step, en[i].Step)
				require.NotEqual(t, nl[i].Text, en[i].Text)
			}
		}
	}},
	{"tells in\nwhole sentences how Nijmegen came to its amount", func(t *testing.T, w *worked) {
		for _, share := range w.x.Shares {
			var all []string
			for _, s := range w.x.Explain(share.Party, zio.Dutch) {
				require.Regexp(t, `^(\p{Lu}|'|[0-9]).*(\.|het bedrag:)$`, s.Text, "a whole sentence, or the heading of a part")
				all = append(all, s.Text)
			}
			require.Contains(t, strings.Join(all, " "), "In totaal draagt "+share.Name+" € "+zio.FormatNumber(share.Amount.String(), zio.Dutch)+".")
		}
	}},
	{"the shares, the rest and the gap are the total; the ledger sums to zero; nobody invoices itself;\nevery pupil counts once", func(t *testing.T, w *worked) {
		for _, code := range []string{"shares-gap-rest-equal-cost", "ledger-sums-to-zero", "no-payment-to-oneself", "every-pupil-once"} {
			require.True(t, slices.ContainsFunc(w.x.Checks, func(c funding.CheckResult) bool { return c.Code == code }), code)
		}
		for _, c := range w.x.Checks {
			require.True(t, c.OK, c.Code)
		}
	}},
	{"exclusions, gap, trace, receipt", func(t *testing.T, w *worked) {
		require.Empty(t, oracle.CheckTrace(w.x.AppendDocument(nil), w.a.AppendDocument(nil), w.p.AppendDocument(nil)), "each step works out again from its inputs")
		require.Empty(t, w.x.Verify(w.a, w.p))
	}},
	{"by a mode\nthat the agreement names", func(t *testing.T, w *worked) {
		document := string(w.a.AppendDocument(nil))
		for _, s := range w.x.Trace.Steps {
			switch {
			case s.Rounding == "", s.Rule == "individual-decisions/1", s.Rule == "supplement/1": // which state their own
			default:
				require.Contains(t, document, `"`+s.Rounding+`"`, s.ID)
			}
		}
	}},
	{"What the sources leave open is a required choice in\nthe agreement, never a default", func(t *testing.T, w *worked) {
		for _, choice := range []string{"division", "route", "key", "flow"} {
			document := tree(t, w.a.AppendDocument(nil)).(map[string]any)
			delete(document["components"].([]any)[0].(map[string]any), choice)
			without, err := json.Marshal(document)
			require.NoError(t, err)
			_, problems := funding.ReadAgreement(without)
			require.NotEmpty(t, problems, "without %s", choice)
		}
	}},
	{"Equal input gives equal bytes", func(t *testing.T, w *worked) {
		again, problems := funding.Calculate(w.a, w.p)
		require.Empty(t, problems)
		require.True(t, bytes.Equal(w.x.AppendDocument(nil), again.AppendDocument(nil)))
	}},
	{"Made-up values are listed in the member `synthetic`, choices in `choices`, sources in `sources`", func(t *testing.T, w *worked) {
		leaves, err := w.system.Leaves()
		require.NoError(t, err)
		marks := map[Mark]int{}
		for _, l := range leaves {
			if l.Document == w.name || l.Document == "population.json" {
				marks[l.Mark]++
			}
		}
		require.Zero(t, marks[Unmarked])
		require.NotEmpty(t, w.a.Sources)
		require.NotEmpty(t, w.a.Choices)
		require.Positive(t, marks[MadeUp])
		for _, m := range slices.Concat(w.a.Synthetic, w.p.Synthetic) {
			require.NotEqual(t, m.In(zio.Dutch), m.In(zio.English))
		}
	}},
	{"Figures that no source gives are made up in the examples, and say so", func(t *testing.T, w *worked) {
		for _, readme := range []string{"README.md", "README.nl.md"} {
			text, err := w.system.Read(readme)
			require.NoError(t, err)
			require.Regexp(t, `\*\*(Made up|Verzonnen)`, string(text), readme)
		}
	}},
}

// Every claim of README.md about explanation, trace and sources holds for all examples and their candidates.
func TestClaimsOfTheReadme(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	require.NoError(t, err)
	var all []worked
	for _, s := range List() {
		for _, name := range s.Agreements() {
			a, p, x := calculate(t, s.ID, name)
			all = append(all, worked{s, name, a, p, x})
		}
	}
	require.Greater(t, len(all), 35)
	for _, c := range claims {
		require.Contains(t, string(readme), c.says, "README.md no longer says this: take the claim out, or put it in other words here")
		for i := range all {
			t.Run(all[i].system.ID+"/"+all[i].name, func(t *testing.T) { c.holds(t, &all[i]) })
		}
	}
	// a sentence about explanations that no claim covers is one that nobody checks
	for _, word := range regexp.MustCompile(`(?i)[^.|]*\b(explanation|explain|trace|sources)\b[^.|]*`).FindAllString(string(readme), -1) {
		known := []string{"funding` |", "words of each step", "The file holds", "wasm/build", "agreement, routing, the rules", "builds of one source", "Explain(", "--explain"}
		covered := slices.ContainsFunc(claims, func(c struct {
			says  string
			holds func(t *testing.T, w *worked)
		}) bool {
			return strings.Contains(word, c.says) || strings.Contains(c.says, strings.TrimSpace(word))
		})
		require.True(t, covered || slices.ContainsFunc(known, func(k string) bool { return strings.Contains(word, k) }), "README.md says %q: put the claim in claims", strings.TrimSpace(word))
	}
}
