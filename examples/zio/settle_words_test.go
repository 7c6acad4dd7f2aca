package main

import (
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

// Tables for people have no codes: no rule with its version, no route, kind, reason or check as the documents write it.
func TestTablesForPeopleHaveNoCodes(t *testing.T) {
	code := regexp.MustCompile(`[a-z]/[0-9]|\b(true|false)\b|\b[a-z]+(-[a-z]+)*-(equal|payments|collective|individual|threshold|once)\b|\b(payment|invoice|settlement|education|nursing|pooled)\b`)
	folders, err := filepath.Glob(filepath.Join("..", "agreements", "*", "agreement.json"))
	require.NoError(t, err)
	require.Greater(t, len(folders), 20)
	for _, file := range folders {
		for _, part := range partNames() {
			out, errs, exit := inLanguage("nl", "", "settle", filepath.Dir(file), "--part", part)
			require.Zero(t, exit, "%s %s: %s", file, part, errs)
			require.Empty(t, code.FindString(out), "%s %s:\n%s", file, part, out)
		}
	}
}
