package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
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
	if err := os.WriteFile(list, before, 0o644); err != nil {
		return err
	}
	return recordCodes(root)
}

// recordCodes writes the codes of all problems to the list of those that may not go any more.
func recordCodes(root string) error {
	text, err := os.ReadFile(filepath.Join(root, "schema", "problems.json"))
	if err != nil {
		return err
	}
	var table struct{ Codes []struct{ Code string } }
	if err := json.Unmarshal(text, &table); err != nil {
		return err
	}
	var b strings.Builder
	for _, c := range table.Codes {
		b.WriteString(c.Code + "\n")
	}
	return os.WriteFile(filepath.Join(root, "schema", "released-codes.txt"), []byte(b.String()), 0o644)
}
