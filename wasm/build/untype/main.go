// Command untype clears in a WebAssembly module what TinyGo tells of types for reflection: names and fields, a third of
// the data of the calculator. Types themselves stay apart by the addresses of these descriptions, which do not change.
//
//	go run ./wasm/build/untype MODULE MAP
//
// MODULE has its name section still, MAP is what the linker tells of it (-Map). A module with a function of reflection,
// which would read the descriptions, is refused.
package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: untype MODULE MAP")
		os.Exit(2)
	}
	if err := untype(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "untype:", err)
		os.Exit(1)
	}
}

func untype(moduleFile, mapFile string) error {
	module, err := os.ReadFile(moduleFile)
	if err != nil {
		return err
	}
	linked, err := os.ReadFile(mapFile)
	if err != nil {
		return err
	}
	if err := clearTypes(module, linked); err != nil {
		return fmt.Errorf("%s: %w", moduleFile, err)
	}
	return os.WriteFile(moduleFile, module, 0o644)
}

// segment is a piece of the data: the address it is copied to, and its bytes in the module.
type segment struct {
	address uint64
	bytes   []byte
}

// clearTypes clears the descriptions of types in a module.
func clearTypes(module, linked []byte) error {
	names, data, err := sections(module)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return errors.New("the module has no names of functions")
	}
	for _, reads := range []string{"reflectlite.", "runtime.interfaceEqual", "runtime.printitf"} {
		if bytes.Contains(names, []byte(reads)) {
			return fmt.Errorf("a function of reflection is in it: %s", reads)
		}
	}
	segments, err := segmentsOf(data)
	if err != nil {
		return err
	}
	cleared := 0
	lines := bufio.NewScanner(bytes.NewReader(linked))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		address, size, ok := description(lines.Text())
		if !ok {
			continue
		}
		for _, s := range segments {
			if address >= s.address && address+size <= s.address+uint64(len(s.bytes)) {
				clear(s.bytes[address-s.address:][:size])
				cleared++
			}
		}
	}
	if cleared == 0 {
		return errors.Join(lines.Err(), errors.New("the map of the linker tells of no types in the data"))
	}
	return lines.Err()
}

// description reads a line of the map that places the description of a type: address, offset, size, section.
func description(line string) (address, size uint64, ok bool) {
	f := strings.Fields(line)
	if len(f) < 4 || !strings.Contains(f[3], "data.reflect/types.") || !strings.Contains(f[3], ":(.") {
		return 0, 0, false
	}
	address, err := strconv.ParseUint(f[0], 16, 32)
	size, err2 := strconv.ParseUint(f[2], 16, 32)
	return address, size, err == nil && err2 == nil
}

// sections finds the names of functions and the data.
func sections(module []byte) (names, data []byte, err error) {
	if len(module) < 8 || string(module[:4]) != "\x00asm" {
		return nil, nil, errors.New("this is no WebAssembly")
	}
	for rest := module[8:]; len(rest) > 0; {
		kind := rest[0]
		size, n := binary.Uvarint(rest[1:])
		if n <= 0 || uint64(len(rest)-1-n) < size {
			return nil, nil, errors.New("the module is cut off")
		}
		body := rest[1+n:][:size]
		switch {
		case kind == 11:
			data = body
		case kind == 0 && bytes.HasPrefix(body, []byte("\x04name")):
			names = body
		}
		rest = rest[1+n+int(size):]
	}
	return names, data, nil
}

// segmentsOf reads the data section: active segments at constant addresses.
func segmentsOf(data []byte) ([]segment, error) {
	broken := errors.New("the data is not what is expected")
	count, n := binary.Uvarint(data)
	if n <= 0 {
		return nil, broken
	}
	data = data[n:]
	var list []segment
	for range count {
		if len(data) < 3 || data[0] != 0 || data[1] != 0x41 { // of memory 0, at i32.const
			return nil, broken
		}
		address, n := binary.Uvarint(data[2:])
		if n <= 0 || data[2+n] != 0x0b { // end
			return nil, broken
		}
		data = data[2+n+1:]
		size, n := binary.Uvarint(data)
		if n <= 0 || uint64(len(data)-n) < size {
			return nil, broken
		}
		list = append(list, segment{address, data[n:][:size]})
		data = data[n+int(size):]
	}
	return list, nil
}
