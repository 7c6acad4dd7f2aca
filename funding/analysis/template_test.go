package analysis_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/zio"
)

// sjabloon is a template: 100.00 in a pot, by pupils, with the municipality of the school as cashier.
const sjabloon = `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/agreement.schema.json","id":"proef","title":"seat","period":{"from":"2025-01-01","until":"2025-12-31"},
	"parties":[{"id":"zorg","kind":"provider","name":"Zorg"}],"routing":{},"components":[{"id":"pot","title":"seat","route":"jeugdwet-collective",
	"cost":{"rule":"budget/1","amount":"100.00"},"key":{"rule":"pro-rata/1","basis":"eligible-pupils","nonParticipants":"redistribute"},
	"flow":{"rule":"cashier/1","cashier":"seat","collectedAs":"contribution","payees":[{"party":"zorg","weight":"1","instrument":"purchase"}]},"division":{"method":"largest-remainder","unit":"cent"}}]}`

func pupilsOf(t *testing.T, sites, groups string) *zio.Population {
	t.Helper()
	p, problems := zio.ReadPopulation([]byte(`{"$schema":"` + zio.SchemaID("population") + `","title":"P","countDate":"2024-10-01","sites":[` + sites + `],"groups":[` + groups + `]}`))
	require.Empty(t, problems)
	return p
}

func TestFill(t *testing.T) {
	a, problems := analysis.ReadTemplate([]byte(sjabloon))
	require.Empty(t, problems)
	require.True(t, analysis.IsTemplate(a))
	p := pupilsOf(t, `{"code":"00OS00","municipality":"1945"}`, `{"site":"00OS00","home":"0268","route":"jeugdwet","pupils":3},{"site":"00OS00","home":"0209","route":"jeugdwet","pupils":1},{"site":"00OS00","route":"jeugdwet","pupils":1}`)
	b, problems := analysis.Fill(a, p, zio.Netherlands())
	require.Empty(t, problems)
	require.Empty(t, b.Check())
	var parties []string
	for _, x := range b.Parties {
		parties = append(parties, x.ID+" "+x.Name)
	}
	require.Equal(t, []string{"zorg Zorg", "0209 Beuningen", "0268 Nijmegen", "1945 Berg en Dal"}, parties)
	require.Equal(t, "1945", b.Components[0].Flow.(*funding.CashierFlow).Cashier)
	require.Equal(t, []string{"seat", "seat"}, []string{b.Title, b.Components[0].Title}, "titles are for people")
	require.Len(t, a.Parties, 1, "the template is as it was")
	x, problems := funding.Calculate(b, p)
	require.Empty(t, problems)
	var have []string
	for _, s := range x.Shares {
		have = append(have, s.Party+" "+s.Amount.String())
	}
	require.Equal(t, "0209 25.00, 0268 75.00, 1945 0.00", strings.Join(have, ", "))
	require.Equal(t, "0209 > 1945 25.00", x.Transfers[0].From+" > "+x.Transfers[0].To+" "+x.Transfers[0].Amount.String())
	again, problems := analysis.Fill(b, p, zio.Netherlands())
	require.Empty(t, problems)
	require.Same(t, b, again, "an agreement with municipalities is no template")
}

func TestTemplateProblems(t *testing.T) {
	codes := func(problems zio.Problems) string {
		var list []string
		for _, p := range problems {
			list = append(list, p.Code()+" "+p.Pointer)
		}
		return strings.Join(list, ", ")
	}
	a, _ := analysis.ReadTemplate([]byte(sjabloon))
	group := `{"site":"00OS00","home":"0268","pupils":3}`
	for _, c := range []struct{ sites, groups, want string }{
		{`{"code":"00OS00"}`, group, "template.seat-unknown /parties"},
		{`{"code":"00OS00","municipality":"1945"},{"code":"02ZX00","municipality":"0855"}`, group, "template.seat-ambiguous /parties"},
		{`{"code":"00OS00","municipality":"1945"}`, `{"site":"00OS00","pupils":3}`, "template.no-homes /parties"},
	} {
		_, problems := analysis.Fill(a, pupilsOf(t, c.sites, c.groups), zio.Netherlands())
		require.Equal(t, c.want, codes(problems))
	}
	_, problems := analysis.Fill(nil, nil, nil)
	require.NotEmpty(t, problems)
	_, problems = analysis.ReadTemplate([]byte(strings.Replace(sjabloon, `"party":"zorg"`, `"party":"niemand"`, 1)))
	require.Equal(t, "agreement.party-unknown /components/0/flow/payees/0/party", codes(problems))
	a.Parties = nil
	require.Contains(t, codes(a.Check()), "agreement.parties-missing /parties", "without parties nothing can be calculated")
}
