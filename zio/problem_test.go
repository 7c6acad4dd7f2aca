package zio_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

func TestProblemsAreAListAndNoError(t *testing.T) {
	var none zio.Problems
	_, isError := any(none).(error)
	require.False(t, isError, "a nil list in an error would not be nil")
	require.NoError(t, none.Err())

	_, err := zio.ParseMunicipalityCode("268")
	var p zio.Problem
	require.ErrorAs(t, err, &p)
	list := zio.Problems{p, p.Because(fs.ErrNotExist)}
	require.ErrorIs(t, list.Err(), p)
	require.ErrorIs(t, list.Err(), fs.ErrNotExist, "what caused a problem is reached")
	require.ErrorIs(t, fmt.Errorf("lezen: %w", list.Err()), p)
	var found zio.Problem
	require.True(t, errors.As(list.Err(), &found))
	require.Equal(t, "municipality.code-short", found.Code())
	other := p
	other.Pointer = "/elders"
	require.NotErrorIs(t, list.Err(), other)
	require.Contains(t, list.Err().Error(), "(and 1 more)")
	require.Equal(t, list, zio.ProblemsOfError(list.Err()))
	require.Equal(t, zio.Problems{p}, zio.ProblemsOfError(p))
	require.Nil(t, zio.ProblemsOfError(fs.ErrNotExist))
	require.Nil(t, zio.ProblemsOfError(nil))
}

func TestProblemsAsJSON(t *testing.T) {
	_, problems := zio.ReadPopulation([]byte(`{"title":1}`))
	require.NotEmpty(t, problems)
	text, err := json.Marshal(problems)
	require.NoError(t, err)
	var list []struct {
		Code, Pointer string
		Params, Text  map[string]string
	}
	require.NoError(t, json.Unmarshal(text, &list))
	require.Len(t, list, len(problems))
	for i, p := range problems {
		require.Equal(t, p.Code(), list[i].Code)
		require.Equal(t, p.Pointer, list[i].Pointer)
		require.Equal(t, map[string]string{"nl": p.Text(zio.Dutch), "en": p.Text(zio.English)}, list[i].Text)
	}
}

// Problems of a document as an error: with the code and place of each.
func ExampleProblems_Err() {
	read := func(document []byte) (*zio.Population, error) {
		population, problems := zio.ReadPopulation(document)
		return population, problems.Err() // nil when there are none
	}
	_, err := read([]byte("{"))
	var p zio.Problem
	if errors.As(err, &p) {
		fmt.Println(p.Code())
	}
	// Output: json.syntax
}
