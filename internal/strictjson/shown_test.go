package strictjson

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A text that is no code is repeated when it is written as codes are: each sign at the ends of what may stand there, and those beside.
func TestShownCodesAtTheirEnds(t *testing.T) {
	for _, c := range "azAZ09-_./" {
		text := "x" + string(c) + "x"
		require.Equal(t, text, ShownCode(text))
	}
	for _, c := range "`{@[:,+ \x7fé*" {
		require.Equal(t, "***", ShownCode("x"+string(c)+"x"), "%q", c)
	}
	require.Equal(t, strings.Repeat("x", 40), ShownCode(strings.Repeat("x", 40)))
	require.Equal(t, "***", ShownCode(strings.Repeat("x", 41)))
	require.Equal(t, "***", ShownCode("a-111222333"))
}

func TestNamesAtTheirEnds(t *testing.T) {
	for name, want := range map[string]bool{"a": true, "z": true, "0": true, "9": true, "a-9-z": true, "": false, "-a": false, "a-": false, "a--b": false, "A": false, "a`": false, "a{": false, "a/": false, "a:": false, "a b": false} {
		require.Equal(t, want, IsName(name), name)
	}
}

// An address begins with a word and a colon; a time does not, nor does a letter alone.
func TestAddressesAtTheirEnds(t *testing.T) {
	for text, want := range map[string]bool{"ab:c": true, "https://a.example": true, "a:b": false, "a9:b": false, "10:30": false, "a: b": false, "ab: c": false, "ab": false, "": false} {
		require.Equal(t, want, isAddress(text), text)
	}
}

// Both halves of a character above U+FFFF are written with escapes, from the first pair to the last.
func TestSurrogatesAtTheirEnds(t *testing.T) {
	for text, want := range map[string]string{`"\ud800\udc00"`: "\U00010000", `"\udbff\udfff"`: "\U0010FFFF", `"\ud800\udbff"`: "", `"\ud800\ue000"`: "", `"\ud800"`: "", `"\ud7ff\ue000"`: "\uD7FF\uE000"} {
		v, faults := Parse([]byte(text), Limits{})
		require.Equal(t, want == "", len(faults) > 0, text)
		if want != "" {
			require.Equal(t, want, v.Text)
		}
	}
}

// A space may stand in a text at every place, a control character at none; with an escape behind it as well.
func TestSpacesInTexts(t *testing.T) {
	for n := range 20 {
		for _, end := range []string{"", `\n`, "é"} {
			before := strings.Repeat("x", n)
			v, faults := Parse([]byte(`"`+before+" "+end+` "`), Limits{})
			require.Empty(t, faults)
			require.Equal(t, before+" "+strings.ReplaceAll(end, `\n`, "\n")+" ", v.Text)
			_, faults = Parse([]byte(`"`+before+"\x1f"+end+`"`), Limits{})
			require.Len(t, faults, 1)
		}
	}
}

func TestNullIsWritten(t *testing.T) {
	v, faults := Parse([]byte(`{"a":null,"b":[null,1]}`), Limits{})
	require.Empty(t, faults)
	var w Writer
	w.Value(&v)
	require.JSONEq(t, `{"a":null,"b":[null,1]}`, string(w.Bytes()))
}
