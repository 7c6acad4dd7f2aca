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
