package funding_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

// codes are the codes and places of problems.
func codes(problems zio.Problems) []string {
	var list []string
	for _, p := range problems {
		list = append(list, p.Code()+" "+p.Pointer)
	}
	return list
}

// base is an agreement of three municipalities, of which 0297 does not take part: a budget of 1,000.00, divided by
// pupils in the pool and paid by a cashier.
const base = `{
  "$schema": "https://zio-collectief.github.io/zio/schema/1.0/agreement.schema.json",
  "id": "proef", "title": "Proef", "period": {"from": "2025-01-01", "until": "2025-12-31"},
  "parties": [
    {"id": "0268", "kind": "municipality", "name": "Nijmegen", "participates": true},
    {"id": "0209", "kind": "municipality", "name": "Beuningen", "participates": true},
    {"id": "0297", "kind": "municipality", "name": "Zaltbommel"},
    {"id": "zorg", "kind": "provider", "name": "Zorgaanbieder"},
    {"id": "hulp", "kind": "provider", "name": "Hulpaanbieder"},
    {"id": "vsv", "kind": "fund", "name": "VSV-middelen"}
  ],
  "routing": {},
  "components": [{
    "id": "pot", "title": "Pot", "route": "jeugdwet-collective",
    "cost": {"rule": "budget/1", "amount": "1000.00"},
    "key": {"rule": "pro-rata/1", "basis": "eligible-pupils", "nonParticipants": "redistribute"},
    "flow": {"rule": "cashier/1", "cashier": "0268","collectedAs":"contribution", "payees": [{"party": "zorg", "weight": "1","instrument":"purchase"}]},
    "division": {"method": "largest-remainder", "unit": "cent"}
  }]
}`

// people is a population of 6 pupils of Nijmegen, 3 of Beuningen and 1 of Zaltbommel, all in need of 100 minutes.
const people = `{
  "$schema": "https://zio-collectief.github.io/zio/schema/1.0/population.schema.json",
  "title": "Proef", "countDate": "2024-10-01",
  "groups": [
    {"site": "00OS00", "home": "0268", "route": "jeugdwet", "band": {"min": 100, "max": 100}, "pupils": 6, "minutesPerWeek": 600},
    {"site": "00OS00", "home": "0209", "route": "jeugdwet", "band": {"min": 100, "max": 100}, "pupils": 3, "minutesPerWeek": 300},
    {"site": "00OS00", "home": "0297", "route": "jeugdwet", "band": {"min": 100, "max": 100}, "pupils": 1, "minutesPerWeek": 100}
  ]
}`

// edits change a document: at each JSON Pointer the JSON value comes, or the member goes when the value is "".
type edits map[string]string

func edited(t *testing.T, document string, e edits) []byte {
	t.Helper()
	var v any
	d := json.NewDecoder(strings.NewReader(document))
	d.UseNumber()
	require.NoError(t, d.Decode(&v))
	for pointer, text := range e {
		parts := strings.Split(pointer, "/")[1:]
		at := v
		for _, part := range parts[:len(parts)-1] {
			switch x := at.(type) {
			case map[string]any:
				at = x[part]
			case []any:
				i, err := strconv.Atoi(part)
				require.NoError(t, err)
				at = x[i]
			}
		}
		last := parts[len(parts)-1]
		switch x := at.(type) {
		case map[string]any:
			if text == "" {
				delete(x, last)
			} else {
				x[last] = json.RawMessage(text)
			}
		case []any:
			i, err := strconv.Atoi(last)
			require.NoError(t, err)
			x[i] = json.RawMessage(text)
		default:
			t.Fatalf("nothing at %s", pointer)
		}
	}
	out, err := json.Marshal(v)
	require.NoError(t, err)
	return out
}

// calculated is the result of the two documents with changes; the model has to agree with it.
func calculated(t *testing.T, agreement, population edits) *funding.Result {
	t.Helper()
	a, p := edited(t, base, agreement), edited(t, people, population)
	require.True(t, judge(t, a, p), "no result")
	return outcome(t, a, p)
}

func outcome(t *testing.T, agreement, population []byte) *funding.Result {
	t.Helper()
	a, problems := funding.ReadAgreement(agreement)
	require.Empty(t, problems)
	p, problems := zio.ReadPopulation(population)
	require.Empty(t, problems)
	x, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	return x
}

// borne are "party amount" of the first component, then its gap and rest where these are not 0.00.
func borne(x *funding.Result) string {
	c := &x.Components[0]
	var list []string
	for _, s := range c.Shares {
		list = append(list, s.Party+" "+s.Amount.String())
	}
	if !c.Gap.IsZero() {
		list = append(list, "gap "+c.Gap.String())
	}
	if !c.Rest.IsZero() {
		list = append(list, "rest "+c.Rest.String())
	}
	return strings.Join(list, ", ")
}

// paid are "from > to amount".
func paid(x *funding.Result) string {
	var list []string
	for _, p := range x.Transfers {
		list = append(list, p.From+" > "+p.To+" "+p.Amount.String()+" "+string(p.Instrument))
	}
	return strings.Join(list, ", ")
}

// refusedCodes are the codes and places of what is wrong with the agreement by itself.
func refusedCodes(t *testing.T, agreement edits) []string {
	t.Helper()
	_, problems := funding.ReadAgreement(edited(t, base, agreement))
	return codes(problems)
}

// refusedCalculation are those of what the calculation refuses of two documents that are right by themselves.
func refusedCalculation(t *testing.T, agreement, population edits) []string {
	t.Helper()
	a, p := edited(t, base, agreement), edited(t, people, population)
	require.False(t, judge(t, a, p), "it has a result") // the model refuses it, too
	read, problems := funding.ReadAgreement(a)
	require.Empty(t, problems)
	counted, problems := zio.ReadPopulation(p)
	require.Empty(t, problems)
	_, problems = funding.Calculate(read, counted)
	return codes(problems)
}

func refusedPopulation(t *testing.T, population edits) []string {
	t.Helper()
	_, problems := zio.ReadPopulation(edited(t, people, population))
	return codes(problems)
}
