package schema_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

// What may be a name or a BSN is never repeated: 111222333 passes the eleven test, as 9+8+7+12+10+8+9+6-3 = 66 = 6 x 11.
func TestProblemsRepeatNoPersons(t *testing.T) {
	head := `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"x","countDate":"2024-10-01",`
	for _, c := range []struct{ kind, text string }{
		{"pupil", `{"ref":"Jan de Vries"}`}, {"pupil", `{"ref":"Jan 111 222 333 Vries"}`}, {"pupil", `{"ref":"a","Jan de Vries":1}`},
		{"pupil", `{"Jan de Vries":1}`}, {"pupil", `{"ref":"111222333"}`}, {"pupil", `{"ref":"a","home":"Jan 111 222 333"}`},
		{"population", head + `"pupils":[{"ref":"Jan de Vries"}]}`}, {"population", head + `"pupils":[{"ref":"a","Jan de Vries":1}]}`},
		{"pupil", `{"p111222333":1}`}, {"pupil", `{"111222333":1,"111222333":2}`}, {"pupil", `{"ref":"a","wlz":111222333}`}, {"pupil", `{"ref":"a","needs":{"111222333":[1e4]}}`},
		{"population", `{"$schema":"111222333"}`}, {"population", head + `"111222333":{"111222333":[1,1e4]}}`}, {"population", head + `"Jan de Vries":{"Jan de Vries":[1,1e4]}}`},
		{"population", head + `"groups":[{"home":"0268","route":"111222333","pupils":8,"p111222333":3}]}`}, {"population", head + `"groups":[{"home":"0268","pupils":111222333.5,"band":{"min":111222333,"max":"111222333"}}]}`},
		{"population", head + `"groups":[{"home":"0268","pupils":"111222333"}],"countDate":"111222333"}`}, {"population", head + `"pupils":[{"ref":"a","wlz":"111222333","from":"111222333","needs":[{"kind":"111222333","minutesPerWeek":1}]}]}`},
		{"population", head + `"sites":[{"code":"111222333","type":"111222333","board":"111222333","alliance":"111222333"}],"schoolYear":"111222333"}`},
		{"agreement", `{"$schema":"111222333","id":"111222333","parties":[{"id":"111222333","kind":"111222333"}],"components":[{"route":"111222333","cost":{"rule":"111222333"},"key":{"rule":"pro-rata/1","basis":"111222333","nonParticipants":"111222333"},"flow":{"rule":"direct/1","payees":[{"party":"111222333","weight":"111222333x"}]},"division":{"method":"111222333","unit":"111222333"}}]}`},
		{"population", head + `"Jan de Vries":1}`}, {"population", head + `"groups":[{"home":"111.222.333","pupils":12}]}`},
	} {
		var all zio.Problems
		all = append(all, schema.Validate(schema.Kind(c.kind), []byte(c.text))...)
		_, problems := schema.Check(strings.NewReader(c.text), schema.WithKind(schema.Kind(c.kind)), schema.WithMeaning(everything))
		all = append(all, problems...)
		if c.kind == "population" {
			_, problems = zio.ReadPopulation([]byte(c.text))
			all = append(all, problems...)
		}
		if c.kind == "agreement" {
			_, problems = funding.ReadAgreement([]byte(c.text))
			all = append(all, problems...)
		}
		require.NotEmpty(t, all, c.text)
		for _, p := range all {
			for _, text := range []string{p.Text(zio.Dutch), p.Text(zio.English), p.Pointer, p.Error()} {
				require.NotContains(t, text, "Vries", c.text)
				require.NotContains(t, text, "222", c.text)
			}
			for _, param := range p.Params {
				require.NotContains(t, param.Value, "Vries", c.text)
				require.NotContains(t, param.Value, "222333", c.text)
			}
		}
	}
}

// No free text of a document holds a BSN.
func TestNoBSNInFreeTexts(t *testing.T) {
	head := `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"TITLE","countDate":"2024-10-01",`
	for doc, pointer := range map[string]string{
		strings.Replace(head, "TITLE", "van 111222333", 1) + `"groups":[]}`:                   "/title",
		head + `"groups":[{"home":"0268","label":"BSN 111222333","pupils":12}]}`:              "/groups/0/label",
		head + `"pupils":[{"ref":"a","label":"111 222 333"}]}`:                                "/pupils/0/label",
		head + `"sources":[{"title":"0111222333"}],"groups":[]}`:                              "/sources/0/title",
		head + `"sources":[{"title":"x","url":"https://example.org/111222333"}],"groups":[]}`: "/sources/0/url",
	} {
		_, problems := schema.Check(strings.NewReader(doc), schema.WithMeaning(schema.Meaning{}))
		var found []string
		for _, p := range problems {
			found = append(found, p.Code()+" "+p.Pointer)
		}
		require.Equal(t, []string{"text.bsn " + pointer}, found, doc)
	}
	_, problems := schema.Check(strings.NewReader(`{"ref":"a","label":"11122-2333-nl"}`+"\n"+`{"ref":"b"}`), schema.WithMeaning(schema.Meaning{}))
	require.Len(t, problems, 1)
	require.Equal(t, "text.bsn", problems[0].Code())
}

// Where a BSN is seen, and where not.
func TestLooksLikeBSN(t *testing.T) {
	for text, want := range map[string]bool{
		"111222333": true, "0111222333": true, "Jan 111 222 333 Vries": true, "11122-2333-nl": true, "1112.22.333": true, "nr. 111222333.": true, "111/222/333": true,
		"111222334": false, "1112223334": false, "2024-2025": false, "": false, "sha256": false, "111222333444": false, "111, 222, 333": false, "111  222  333": true,
		"01-10-2024": false, "12345678": false,
	} {
		require.Equal(t, want, zio.LooksLikeBSN(text), text)
	}
}
