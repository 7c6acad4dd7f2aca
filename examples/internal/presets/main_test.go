package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/internal/proof/golden"
)

func TestTheCalculatorHasTheSystemsOfNow(t *testing.T) {
	want, err := source()
	require.NoError(t, err)
	have, err := os.ReadFile(filepath.Join("..", "..", "..", "wasm", "systems_data.go"))
	require.NoError(t, err)
	golden.Same(t, string(have), string(want), "go generate ./examples/internal/presets")
}
