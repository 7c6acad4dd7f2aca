package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// Pupils of A, B and C: 2 light and 1 middle; 1, 1 and 2 of each; 4 light and 1 heavy. With weights 1, 2 and 3 they weigh 4, 9 and 7 of 20: of
// 90,000.00 18,000.00, 40,500.00 and 31,500.00. At 1,000, 2,000 and 3,000 a pupil they cost 7 x 1,000 + 2 x 2,000 + 3 x 3,000 = 20,000.00.
func TestCategoriesOfAFile(t *testing.T) {
	folder := tempDir(t)
	table := filepath.Join(folder, "leerlingen.csv")
	require.NoError(t, os.WriteFile(table, []byte("Gemeente;Aantal;Zwaarte\n0307;2;licht\n0307;1;midden\n0310;1;licht\n0310;1;midden\n0310;2;zwaar\n0344;4;licht\n0344;1;zwaar\n"), 0o600))
	population := filepath.Join(folder, "population.json")
	command := []string{"import", "csv", table, "--map", "home=Gemeente,pupils=Aantal,category=Zwaarte", "--date", "2026-10-01", "--route", "jeugdwet", "--suppressed", "zero", "--out", population}
	_, errs, code := zioRun("", append(command, "--categories", "licht,midden,zwaar", "--strict")...)
	require.Equal(t, 0, code, errs)
	for _, c := range []struct{ cost, key, want string }{
		{`{"rule":"budget/1","amount":"90000.00"}`,
			`{"rule":"weighted-pupils/1","basis":"enrolled-pupils","weights":[{"category":"licht","weight":"1"},{"category":"midden","weight":"2"},{"category":"zwaar","weight":"3"}],"nonParticipants":"redistribute"}`,
			"pot,payment,purchase,0307,A,p,P,18000.00\npot,payment,purchase,0310,B,p,P,40500.00\npot,payment,purchase,0344,C,p,P,31500.00\n"},
		{`{"rule":"price-list/1","basis":"enrolled-pupils","prices":[{"category":"licht","price":"1000.00"},{"category":"midden","price":"2000.00"},{"category":"zwaar","price":"3000.00"}],"rounding":"half-up"}`,
			`{"rule":"single-payer/1","payer":"0307"}`, "pot,payment,purchase,0307,A,p,P,20000.00\n"},
	} {
		agreement := filepath.Join(folder, "agreement.json")
		require.NoError(t, os.WriteFile(agreement, []byte(`{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/agreement.schema.json","id":"c","title":"C","period":{"from":"2027-01-01","until":"2027-12-31"},
			"parties":[{"id":"0307","kind":"municipality","name":"A","participates":true},{"id":"0310","kind":"municipality","name":"B","participates":true},{"id":"0344","kind":"municipality","name":"C","participates":true},{"id":"p","kind":"provider","name":"P"}],
			"routing":{},"components":[{"id":"pot","title":"Pot","route":"jeugdwet-collective","cost":`+c.cost+`,"key":`+c.key+`,"flow":{"rule":"direct/1","payees":[{"party":"p","weight":"1","instrument":"purchase"}]},"division":{"method":"largest-remainder","unit":"cent"}}]}`), 0o600))
		out, errs, code := zioRun("", "settle", agreement, population, "--format", "csv", "--part", "transfers")
		require.Equal(t, 0, code, errs)
		require.Contains(t, out, c.want)
	}
	for lang, text := range map[string]string{"nl": "De categorie zwaar in de kolom Zwaarte is niet bekend", "en": "The category zwaar in the column Zwaarte is not known"} {
		_, errs, code = zioRun("", append(command, "--categories", "licht,midden", "--strict", "--lang", lang)...)
		require.Equal(t, 1, code)
		require.Contains(t, errs, "leerlingen.csv:6:")
		require.Contains(t, errs, "intake.category-unknown "+text)
	}
}
