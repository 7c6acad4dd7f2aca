package main

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// 400 / 60 x 60.00 x 40 = 16,000.00 and so on, see TestSchoolOnOnePage of the agreements: the same in every form and both languages.
func TestSchoolOnOnePage(t *testing.T) {
	for _, args := range [][]string{{"settle", "hele-school"}, {"report", "hele-school"}, {"settle", "hele-school", "--format", "md"}} {
		for lang, words := range map[string][]string{
			"nl": {"De school op één blad", "Zorg uit de Wlz op school", "Zorgkantoor", "16.000,00", "24.800,00", "9.333,33", "3.600,00", "1.320", "53.733,33"},
			"en": {"The school on one page", "together from Wlz", "Zorgkantoor", "16,000.00", "24,800.00", "9,333.33", "3,600.00", "1,320", "53,733.33"}} {
			out, errs, code := zioRun("", append(args, "--lang", lang)...)
			require.Equal(t, 0, code, errs)
			_, page, found := strings.Cut(out, words[0])
			require.True(t, found)
			page, _, _ = strings.Cut(page, "Leerlingen buiten de pot")
			for _, w := range words[1:] {
				require.Contains(t, page, w, "%v %s", args, lang)
			}
		}
	}
	out, errs, code := zioRun("", "settle", "hele-school", "--part", "school", "--format", "csv", "--lang", "en")
	require.Equal(t, 0, code, errs)
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	require.NoError(t, err)
	require.Equal(t, []string{"line", "wlz", "wlz", "zorgkantoor", "Zorgkantoor", "aanbieder", "Zorgaanbieder", "1", "600", "24800.00"}, rows[3])
	require.Equal(t, []string{"total", "", "", "", "", "", "", "3", "1320", "53733.33"}, rows[9])
	out, _, _ = zioRun("", "settle", "hele-school", "--part", "school", "--format", "json")
	var list []map[string]string
	require.NoError(t, json.Unmarshal([]byte(out), &list))
	require.Len(t, list, 9)
	require.Equal(t, "9333.33", list[5]["amount"])
	require.NotContains(t, first(zioRun("", "settle", "st-maartenschool", "--lang", "nl")), "één blad", "one law pays")
}

func first(out, _ string, _ int) string { return out }

// The places of your own documents tell numbers of 1 to 4 pupils only with a reason.
func TestPlacesAskBeforeTheyTellSmallNumbers(t *testing.T) {
	folder := folderOf(t, map[string]string{"agreement.json": system(t, "agreement.json"), "population.json": system(t, "population.json")})
	_, errs, code := zioRun("", "places", folder, "--format", "csv")
	require.Equal(t, 1, code)
	require.Contains(t, errs, "publish.choice-needed")
	out, errs, code := zioRun("", "places", folder, "--format", "csv", "--part", "municipality-sites", "--publish-small", "Staat al in het raadsvoorstel.")
	require.Equal(t, 0, code, errs)
	require.True(t, strings.HasPrefix(out, "municipality,name,site,siteName,pupils,amount\n"))
	_, errs, code = zioRun("", "settle", folder, "--format", "csv", "--part", "places")
	require.Equal(t, 1, code)
	require.Contains(t, errs, "publish.choice-needed")
}
