//go:build !wasip1 && !tinygo

package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestServeAnswersEveryLine(t *testing.T) {
	one := string(Call([]byte(`{"call":"version"}`)))
	var out strings.Builder
	require.NoError(t, serve(strings.NewReader("{\"call\":\"version\"}\r\n\n[]\n{\"call\":\"version\"}"), &out))
	require.Equal(t, one+"\n"+string(Call([]byte(`[]`)))+"\n"+one+"\n", out.String())
}

func TestArguments(t *testing.T) {
	for _, c := range []struct {
		args      []string
		code      int
		out, errs string
	}{
		{[]string{"--help"}, 0, usage, ""},
		{[]string{"-h"}, 0, usage, ""},
		{[]string{"request.json"}, 2, "", "wasm: it takes no arguments; request.json is one too many\n\n" + usage},
	} {
		var out, errs strings.Builder
		require.Equal(t, c.code, run(c.args, strings.NewReader(""), &out, &errs))
		require.Equal(t, c.out, out.String())
		require.Equal(t, c.errs, errs.String())
	}
}
