package schema_test

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/year"
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

const id = "https://zio-collectief.github.io/zio/schema/1.0/"

// readers read each kind of document in Go. 111222333 passes the eleven test, see TestProblemsRepeatNoPersons.
var readers = []struct {
	kind schema.Kind
	doc  string
	read func([]byte) zio.Problems
}{
	{schema.Population, `{"$schema":"` + id + `population.schema.json","title":"HERE","countDate":"2024-10-01","groups":[{"home":"0268","label":"HERE","pupils":12}],"sources":[{"title":"HERE","article":"HERE"}],"synthetic":[{"pointer":"/groups","reason":"HERE"}]}`,
		func(doc []byte) zio.Problems { _, problems := zio.ReadPopulation(doc); return problems }},
	{schema.Register, `{"$schema":"` + id + `register.schema.json","title":"HERE","municipalities":[{"code":"0268","name":"HERE","from":"2000-01-01"}]}`,
		func(doc []byte) zio.Problems { _, problems := zio.ReadRegister(doc); return problems }},
	{schema.Workplan, `{"$schema":"` + id + `workplan.schema.json","title":"HERE","about":"HERE"}`,
		func(doc []byte) zio.Problems { _, problems := zio.ReadWorkplan(doc); return problems }},
	{schema.Indicators, `{"$schema":"` + id + `indicators.schema.json","title":"HERE","agreement":"HERE"}`,
		func(doc []byte) zio.Problems { _, problems := zio.ReadIndicators(doc); return problems }},
	{schema.Payments, `{"$schema":"` + id + `payments.schema.json","title":"HERE","agreement":"a","payments":[{"component":"c","from":"a","to":"b","note":"HERE"}]}`,
		func(doc []byte) zio.Problems { _, problems := year.ReadPayments(doc); return problems }},
	{schema.Settlement, `{"$schema":"` + id + `settlement.schema.json","title":"HERE"}`,
		func(doc []byte) zio.Problems { _, problems := year.ReadSettlement(doc); return problems }},
	{schema.Agreement, `{"$schema":"` + id + `agreement.schema.json","id":"HERE","title":"HERE","about":"HERE","parties":[{"id":"HERE","name":"HERE","kind":"provider"}],"choices":[{"pointer":"/title","text":"HERE"}],"sources":[{"title":"HERE","url":"https://example.org/HERE"}]}`,
		func(doc []byte) zio.Problems { _, problems := funding.ReadAgreement(doc); return problems }},
	{schema.Result, `{"$schema":"` + id + `result.schema.json","agreement":{"id":"HERE","title":"HERE"},"parties":[{"id":"HERE","name":"HERE"}],"trace":{"steps":[{"id":"HERE","rule":"a/1","name":"HERE","inputs":[{"name":"HERE","ref":"population:HERE","value":"HERE leerlingen"}]}]}}`,
		func(doc []byte) zio.Problems { _, problems := funding.ReadResult(doc); return problems }},
}

// A BSN in any text of any kind of document is refused by the reader of Go in that place, and never repeated.
func TestReadersRefuseABSN(t *testing.T) {
	for _, r := range readers {
		for i := range strings.Count(r.doc, "HERE") {
			parts := strings.Split(r.doc, "HERE")
			doc := strings.Join(parts[:i+1], "x") + "111222333" + strings.Join(parts[i+1:], "x")
			found := 0
			for _, p := range r.read([]byte(doc)) {
				if p.Code() == "text.bsn" {
					found++
				}
				require.NotContains(t, p.Text(zio.Dutch)+p.Text(zio.English)+p.Pointer+p.Error(), "111222333", doc)
			}
			require.Equal(t, 1, found, doc)
		}
		for _, p := range r.read([]byte(strings.ReplaceAll(r.doc, "HERE", "x"))) {
			require.NotEqual(t, "text.bsn", p.Code(), r.doc)
		}
	}
}

// What a Go program made is refused as well, and what is a number of something else is not.
func TestValuesHoldNoBSN(t *testing.T) {
	p := &zio.Population{Title: "T", CountDate: zio.MustParseDate("2024-10-01"), Groups: []zio.Group{{Home: zio.MustParseMunicipalityCode("0268"), Pupils: 12, Label: "bsn 111 222 333"}}}
	var codes []string
	for _, x := range p.Check() {
		codes = append(codes, x.Code()+" "+x.Pointer)
	}
	require.Equal(t, []string{"text.bsn /groups/0/label"}, codes)
	for text, fine := range map[string]bool{"111222333": true, "-111222333.00": true, "1/111222333": true, "Jan 111222333": false, "111222333-": false, "111 222 333": false} {
		doc := `{"$schema":"` + id + `result.schema.json","trace":{"steps":[{"id":"a","rule":"a/1","name":"n","value":"` + text + `"}]}}`
		_, problems := funding.ReadResult([]byte(doc))
		refused := false
		for _, x := range problems {
			refused = refused || x.Code() == "text.bsn"
		}
		require.Equal(t, fine, !refused, text)
	}
}

// Whatever text of a document the reader refuses for a BSN, the schema alone refuses as well: in whole, in parts and in lines.
func TestSchemaRefusesABSN(t *testing.T) {
	strs := regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
	seen := map[schema.Kind]int{}
	for _, kind := range schema.Kinds() {
		doc, err := os.ReadFile("examples/" + string(kind) + ".json")
		require.NoError(t, err)
		require.Empty(t, schema.Validate(kind, doc))
		for i, at := range strs.FindAllIndex(doc, -1) {
			spellings := []string{`"111222333"`, `"nr. 111 222 333 x"`, `"a-111222333"`, `"\u0031\u003111,222,333"`, `"１１１２２２３３３"`}
			if testing.Short() {
				spellings = spellings[i%len(spellings):][:1] // each place has one of them
			}
			for _, text := range spellings {
				changed := slices.Concat(doc[:at[0]], []byte(text), doc[at[1]:])
				refused := false
				for _, p := range (schema.Meaning{}).Check(kind, changed) {
					refused = refused || p.Code() == "text.bsn" || p.Code() == "pupil.bsn"
				}
				if !refused {
					continue
				}
				seen[kind]++
				problems := schema.Validate(kind, changed)
				require.NotEmpty(t, problems, "%s at %d: %s", kind, at[0], changed[max(0, at[0]-80):at[0]+40])
				for _, p := range problems {
					require.NotContains(t, p.Error()+p.Text(zio.Dutch), strings.Trim(text, `"`))
				}
				found := 0
				for _, problems := range schema.Parts(bytes.NewReader(changed), kind) {
					found += len(problems)
				}
				require.NotZero(t, found, "%s at %d in parts", kind, at[0])
			}
		}
	}
	least := 3
	if testing.Short() {
		least = 0
	}
	for kind, n := range seen {
		require.Greater(t, n, least, kind)
	}
	for _, problems := range schema.Lines(strings.NewReader(`{"ref":"l1","label":"111,222,333"}`+"\n"), schema.Pupil) {
		require.Len(t, problems, 1)
		require.Equal(t, "text.bsn /label", problems[0].Code()+" "+problems[0].Pointer)
	}
}

// What stands where a basis or an address does is text when it is none.
func TestBasisAndAddress(t *testing.T) {
	refused := func(url string) bool {
		doc := `{"$schema":"` + id + `population.schema.json","title":"x","countDate":"2024-10-01","groups":[{"home":"0268","pupils":12}],"sources":[{"title":"x","url":"` + url + `"}]}`
		_, problems := zio.ReadPopulation([]byte(doc))
		bsn := len(problems) > 0 && problems[0].Code() == "text.bsn"
		require.Equal(t, bsn, len(schema.Validate(schema.Population, []byte(doc))) > 0, url)
		return bsn
	}
	for _, url := range []string{"BSN 111 222 333", "Jan: 111 222 333", "111.222.333", "https://example.org/111222333"} {
		require.True(t, refused(url), url)
	}
	for _, url := range []string{"https://example.org/111-222-333", "mailto:a@example.org", "urn:111-222-333", "Kamerstuk 35 925"} {
		require.False(t, refused(url), url)
	}
}
