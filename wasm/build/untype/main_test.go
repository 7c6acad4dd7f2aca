package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// module is a WebAssembly module with data at address 128 and names of functions.
func module(data, names string) []byte {
	m := []byte("\x00asm\x01\x00\x00\x00")
	segment := append([]byte{1, 0, 0x41, 0x80, 0x01, 0x0b, byte(len(data))}, data...)
	m = append(append(m, 11, byte(len(segment))), segment...)
	if names != "" {
		section := append([]byte{4}, "name"+names...)
		m = append(append(m, 0, byte(len(section))), section...)
	}
	return m
}

// linked is the map of the linker: addresses, offsets and sizes in hexadecimal digits.
const linked = `    Addr      Off     Size Out     In      Symbol
      80       12        4         lto.tmp:(.rodata.text)
      84       16        6         lto.tmp:(.rodata.reflect/types.type:named:p.T)
      84       16        6                 reflect/types.type:named:p.T
      8a       1c        2         lto.tmp:(.data.reflect/types.type:pointer:named:p.T)
`

func TestOnlyTypesAreCleared(t *testing.T) {
	m := module("texttype-Tptend", "main.zioCall")
	require.NoError(t, clearTypes(m, []byte(linked)))
	require.Equal(t, module("text\x00\x00\x00\x00\x00\x00\x00\x00end", "main.zioCall"), m)
}

func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		module []byte
		linked string
		says   string
	}{
		"no module":       {[]byte("hello, world"), linked, "no WebAssembly"},
		"cut off":         {module("text", "f")[:12], linked, "cut off"},
		"without names":   {module("texttype-Tptend", ""), linked, "no names"},
		"reads types":     {module("texttype-Tptend", "internal/reflectlite.TypeOf"), linked, "reflection"},
		"compares":        {module("texttype-Tptend", "runtime.interfaceEqual"), linked, "reflection"},
		"another map":     {module("texttype-Tptend", "f"), "nothing", "tells of no types"},
		"types elsewhere": {module("text", "f"), linked, "tells of no types"},
	} {
		require.ErrorContains(t, clearTypes(c.module, []byte(c.linked)), c.says, name)
	}
}
