package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTheCalculatorHasTheSystemsOfNow(t *testing.T) {
	want, err := source()
	require.NoError(t, err)
	have, err := os.ReadFile(filepath.Join("..", "..", "..", "wasm", "systems_data.go"))
	require.NoError(t, err)
	require.Equal(t, string(want), string(have), "run go generate ./examples/internal/presets")
}
