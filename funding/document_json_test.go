//go:build !tinygo && !wasm

package funding_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

// Documents that stand in a struct of another program come out as they went in: the rules keep their names.
func TestDocumentsInOtherJSON(t *testing.T) {
	type dossier struct {
		Number     int                `json:"number"`
		Agreement  funding.Agreement  `json:"agreement"`
		Again      *funding.Agreement `json:"again"`
		None       *funding.Agreement `json:"none"`
		Population zio.Population     `json:"population"`
		Result     funding.Result     `json:"result"`
	}
	a, p := twoMunicipalities()
	r, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	text, err := json.Marshal(dossier{Number: 7, Agreement: *a, Again: a, Population: *p, Result: *r})
	require.NoError(t, err)
	require.Contains(t, string(text), `"rule":"`)
	var back dossier
	require.NoError(t, json.Unmarshal(text, &back))
	require.Equal(t, string(a.AppendDocument(nil)), string(back.Agreement.AppendDocument(nil)))
	require.Equal(t, string(a.AppendDocument(nil)), string(back.Again.AppendDocument(nil)))
	require.Nil(t, back.None)
	require.Equal(t, string(p.AppendDocument(nil)), string(back.Population.AppendDocument(nil)))
	require.Equal(t, string(r.AppendDocument(nil)), string(back.Result.AppendDocument(nil)))

	var other funding.Agreement
	require.NoError(t, json.Unmarshal([]byte("null"), &other))
	err = json.Unmarshal([]byte(strings.Replace(string(a.AppendDocument(nil)), `"rule": "`, `"rule": "x`, 1)), &other)
	var found zio.Problem
	require.ErrorAs(t, err, &found)
	require.Equal(t, "/components/0/cost/rule", found.Pointer)
	require.Empty(t, other.ID, "what is refused changes nothing")
}

// A component alone, and every rule alone, is written with the name of the rule and read again.
func TestRulesAlone(t *testing.T) {
	a, _ := twoMunicipalities()
	text, err := json.Marshal(a.Components)
	require.NoError(t, err)
	var back []funding.Component
	require.NoError(t, json.Unmarshal(text, &back))
	b := *a
	b.Components = back
	require.Equal(t, string(a.AppendDocument(nil)), string(b.AppendDocument(nil)))

	seen := 0
	files, err := filepath.Glob("../examples/agreements/*/agreement.json")
	require.NoError(t, err)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		a, problems := funding.ReadAgreement(data)
		require.Empty(t, problems, file)
		for _, c := range a.Components {
			for _, rule := range []interface{ Rule() string }{c.Cost, c.Key, c.Flow} {
				value := reflect.ValueOf(rule).Elem().Interface() // the value, as in a struct of another program
				text, err := json.Marshal(value)
				require.NoError(t, err)
				require.Contains(t, string(text), `"rule":"`+rule.Rule()+`"`, "%T lacks its two methods: go generate ./funding", value)
				again := reflect.New(reflect.TypeOf(value))
				require.NoError(t, json.Unmarshal(text, again.Interface()))
				require.Equal(t, rule, again.Interface())
				require.Error(t, json.Unmarshal([]byte(strings.Replace(string(text), rule.Rule(), "budget/9", 1)), again.Interface()), "another rule")
				seen++
			}
		}
	}
	require.Greater(t, seen, 60)
	for _, list := range [][]funding.RuleDescription{funding.CostRules(), funding.KeyRules(), funding.FlowRules()} {
		for _, r := range list {
			text, err := json.Marshal(reflect.ValueOf(r.Zero).Elem().Interface())
			require.NoError(t, err)
			require.Contains(t, string(text), `"rule":"`+r.Rule+`"`)
			require.True(t, reflect.TypeOf(r.Zero).Implements(reflect.TypeFor[json.Unmarshaler]()), r.Rule)
		}
	}
}
