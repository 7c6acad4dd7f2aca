package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// recordRelease appends the digests of the schemas of a version to the list of released files.
func recordRelease(root, version string) error {
	list := filepath.Join(root, "schema", "released.txt")
	before, err := os.ReadFile(list)
	if err != nil {
		return err
	}
	if strings.Contains(string(before), "  "+version+"/") {
		return fmt.Errorf("gen: version %s is released already", version)
	}
	paths, err := filepath.Glob(filepath.Join(root, "schema", version, "*"))
	if err != nil || len(paths) == 0 {
		return fmt.Errorf("gen: there are no schemas of version %s", version)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(text)
		before = append(before, hex.EncodeToString(sum[:])+"  "+version+"/"+filepath.Base(path)+"\n"...)
	}
	return os.WriteFile(list, before, 0o644)
}
