//go:build !tinygo && !wasm

package strictjson

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"
)

// wrongs are problems of a reader.
type wrongs []string

func (w wrongs) Err() error {
	if len(w) == 0 {
		return nil
	}
	return errors.New(w[0])
}

// A value takes what was read, stays as it is where something is wrong, and null changes nothing and is not read.
func TestUnmarshal(t *testing.T) {
	read := func(data []byte) (*string, wrongs) {
		s := "read " + string(data)
		if string(data) == "bad" {
			return &s, wrongs{"it is bad"}
		}
		return &s, nil
	}
	v := "before"
	require.NoError(t, Unmarshal(&v, []byte("null"), read))
	require.Equal(t, "before", v)
	require.EqualError(t, Unmarshal(&v, []byte("bad"), read), "it is bad")
	require.Equal(t, "before", v)
	require.NoError(t, Unmarshal(&v, []byte("{}"), read))
	require.Equal(t, "read {}", v)
}
