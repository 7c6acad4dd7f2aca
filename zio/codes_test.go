package zio_test

import (
	"encoding"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

type textValue interface {
	comparable
	encoding.TextMarshaler
	encoding.TextAppender
	IsValid() bool
	IsZero() bool
	String() string
}

type readable[T any] interface {
	*T
	encoding.TextUnmarshaler
}

// parsed checks everything that the value types promise together and gives the canonical
// text or the code of the problem.
func parsed[T textValue, P readable[T]](t *testing.T, parse func(string) (T, error), in string) string {
	t.Helper()
	var zero T
	require.True(t, zero.IsZero())
	require.False(t, zero.IsValid())
	require.Equal(t, "", zero.String())
	_, err := zero.MarshalText()
	require.Equal(t, "value.not-set", err.(zio.Problem).Code())

	v, err := parse(in)
	var read T
	readErr := P(&read).UnmarshalText([]byte(in))
	require.Equal(t, err, readErr)
	require.Equal(t, v, read)
	if err != nil {
		require.True(t, v.IsZero())
		problem := err.(zio.Problem)
		require.NotEmpty(t, problem.Text(zio.Dutch))
		require.NotContains(t, problem.Text(zio.Dutch)+problem.Text(zio.English), "{")
		return problem.Code()
	}
	require.True(t, v.IsValid())
	again, err := parse(v.String())
	require.NoError(t, err)
	require.Equal(t, v, again)
	text, err := v.AppendText([]byte("x"))
	require.NoError(t, err)
	require.Equal(t, "x"+v.String(), string(text))
	asJSON, err := json.Marshal(v)
	require.NoError(t, err)
	require.Equal(t, `"`+v.String()+`"`, string(asJSON))
	return v.String()
}

func TestCodes(t *testing.T) {
	municipality := func(s string) string { return parsed(t, zio.ParseMunicipalityCode, s) }
	site := func(s string) string { return parsed(t, zio.ParseSiteCode, s) }
	alliance := func(s string) string { return parsed(t, zio.ParseAllianceCode, s) }
	board := func(s string) string { return parsed(t, zio.ParseBoardNumber, s) }
	postcode := func(s string) string { return parsed(t, zio.ParsePostcode4, s) }
	postcodeOf := func(s string) string {
		p, err := zio.Postcode4FromPostcode(s)
		if err != nil {
			return err.(zio.Problem).Code()
		}
		return p.String()
	}
	date := func(s string) string { return parsed(t, zio.ParseDate, s) }
	year := func(s string) string { return parsed(t, zio.ParseSchoolYear, s) }
	schoolType := func(s string) string { return parsed(t, zio.ParseSchoolType, s) }
	pupil := func(s string) string { return parsed(t, zio.ParsePupilRef, s) }

	for _, c := range []struct {
		read     func(string) string
		in, want string
	}{
		{municipality, "0363", "0363"},
		{municipality, "GM0363", "0363"},
		{municipality, "0014", "0014"},
		{municipality, "9999", "9999"},
		{municipality, "363", "municipality.code-short"},
		{municipality, "14", "municipality.code-short"},
		{municipality, "GM14", "municipality.code-short"},
		{municipality, "0000", "municipality.code-none"},
		{municipality, "0", "municipality.code-none"},
		{municipality, "", "municipality.code-malformed"},
		{municipality, "GM", "municipality.code-malformed"},
		{municipality, "gm0363", "0363"},
		{municipality, "gM0363", "municipality.code-malformed"},
		{municipality, "gm14", "municipality.code-short"},
		{municipality, "00363", "municipality.code-malformed"},
		{municipality, "Amsterdam", "municipality.code-malformed"},
		{municipality, "36.3", "municipality.code-malformed"},
		{municipality, " 0363", "municipality.code-malformed"},
		{municipality, strings.Repeat("é", 1000), "municipality.code-malformed"},

		{site, "12AB00", "12AB00"},
		{site, "12AB-01", "12AB01"},
		{site, "12AB", "site.number-missing"},
		{site, "12ab00", "site.code-malformed"},
		{site, "12AB0", "site.code-malformed"},
		{site, "12AB|00", "site.code-malformed"},
		{site, "AB1200", "site.code-malformed"},
		{site, "", "site.code-malformed"},

		{alliance, "PO2601", "PO2601"},
		{alliance, "VO-26-01", "VO2601"},
		{alliance, "VO-2601", "VO2601"},
		{alliance, "PO0001", "PO0001"},
		{alliance, "PO26-01", "alliance.code-malformed"},
		{alliance, "po2601", "alliance.code-malformed"},
		{alliance, "SO2601", "alliance.code-malformed"},
		{alliance, "PO260", "alliance.code-malformed"},
		{alliance, "", "alliance.code-malformed"},

		{board, "10249", "10249"},
		{board, "1024", "board.number-malformed"},
		{board, "102490", "board.number-malformed"},

		{postcode, "7822", "7822"},
		{postcode, "1000", "1000"},
		{postcode, "0999", "postcode.malformed"},
		{postcode, "0000", "postcode.malformed"},
		{postcode, "782", "postcode.malformed"},
		{postcode, "7822HG", "postcode.malformed"},
		{postcodeOf, "7822 HG", "7822"},
		{postcodeOf, "7822HG", "7822"},
		{postcodeOf, "7822", "7822"},
		{postcodeOf, "7822 H", "postcode.malformed"},
		{postcodeOf, "78221", "postcode.malformed"},
		{postcodeOf, "", "postcode.malformed"},

		{date, "2024-08-01", "2024-08-01"},
		{date, "1-8-2024", "date.malformed"},
		{year, "2023-2024", "2023-2024"},

		{schoolType, "so", "so"},
		{schoolType, "so-vso", "so-vso"},
		{schoolType, "intermediate", "intermediate"},
		{schoolType, "SO", "school-type.unknown"},
		{schoolType, "", "school-type.unknown"},

		{pupil, "leerling-17", "leerling-17"},
		{pupil, "a", "a"},
		{pupil, strings.Repeat("a", 36), strings.Repeat("a", 36)},
		{pupil, strings.Repeat("a", 37), "pupil.ref-malformed"},
		{pupil, "Jan Jansen", "pupil.ref-malformed"},
		{pupil, "é", "pupil.ref-malformed"},
		{pupil, "", "pupil.ref-missing"},
		{pupil, "123456782", "pupil.bsn"}, // 9*1+8*2+7*3+6*4+5*5+4*6+3*7+2*8-2 = 154 = 14*11
		{pupil, "123456783", "123456783"}, // 153
		{pupil, "12345672", "pupil.bsn"},  // 0, 8*1+7*2+6*3+5*4+4*5+3*6+2*7-2 = 110 = 10*11
		{pupil, "1234.56.782", "pupil.bsn"},
		{pupil, "1234-56-782", "pupil.bsn"},
		{pupil, "1234 56 782", "pupil.bsn"},
		{pupil, "bsn123456782", "pupil.bsn"},
		{pupil, "school-123456782-a", "pupil.bsn"},
		{pupil, "999900006", "pupil.bsn"}, // the first test number
		{pupil, "1234567821", "1234567821"},
		{pupil, "000000000", "000000000"},
	} {
		require.Equal(t, c.want, c.read(c.in), "%q", c.in)
	}
}

func TestMunicipalityCodeShortProposes(t *testing.T) {
	_, err := zio.ParseMunicipalityCode("14")
	require.Equal(t, `De gemeentecode "14" is te kort: een gemeentecode heeft vier cijfers. Een spreadsheet haalt nullen aan het begin weg. Bedoelt u "0014"? Maak de kolom op als tekst.`, err.(zio.Problem).Text(zio.Dutch))
	require.Equal(t, `The municipality code "14" is too short: a municipality code has four digits. A spreadsheet drops zeros at the start. Did you mean "0014"? Format the column as text.`, err.(zio.Problem).Text(zio.English))
}

func TestPupilProblemsNeverRepeatTheValue(t *testing.T) {
	for _, in := range []string{"123456782", "Jan Jansen", strings.Repeat("1", 99), "1234.56.782"} {
		_, err := zio.ParsePupilRef(in)
		require.Error(t, err)
		require.Empty(t, err.(zio.Problem).Params)
		require.NotContains(t, err.Error(), in)
	}
}

func TestProblemsRepeatAtMostTheStart(t *testing.T) {
	_, err := zio.ParseMunicipalityCode(strings.Repeat("é", 100000))
	require.Equal(t, strings.Repeat("é", 20)+"...", err.(zio.Problem).Param("value"))
	_, err = zio.ParseMunicipalityCode("x" + strings.Repeat("é", 100000))
	require.Equal(t, "x"+strings.Repeat("é", 19)+"...", err.(zio.Problem).Param("value"))
}

func TestCodeParts(t *testing.T) {
	require.Equal(t, "12AB", zio.MustParseSiteCode("12AB03").BRIN())
	require.Equal(t, 3, zio.MustParseSiteCode("12AB03").Number())
	c, err := zio.SiteCodeFromParts("12AB", "3")
	require.NoError(t, err)
	require.Equal(t, "12AB03", c.String())
	_, err = zio.SiteCodeFromParts("12AB0", "3")
	require.Error(t, err)
	_, err = zio.SiteCodeFromParts("12AB", "-0")
	require.Error(t, err)

	require.True(t, zio.MustParseAllianceCode("PO2601").IsPrimary())
	require.True(t, zio.MustParseAllianceCode("VO2601").IsSecondary())
	require.Equal(t, -1, zio.MustParseAllianceCode("PO9999").Compare(zio.MustParseAllianceCode("VO0001")))

	require.Equal(t, uint16(363), zio.MustParseMunicipalityCode("0363").Number())
	require.Equal(t, zio.MustParseMunicipalityCode("0363"), zio.MunicipalityCodeFromNumber(363))
	require.True(t, zio.MunicipalityCodeFromNumber(0).IsZero())
	require.True(t, zio.MunicipalityCodeFromNumber(10000).IsZero())

	require.Panics(t, func() { zio.MustParseMunicipalityCode("363") })
}

func TestSchoolTypes(t *testing.T) {
	require.Len(t, zio.SchoolTypes(), 9)
	for _, s := range zio.SchoolTypes() {
		require.Equal(t, s, zio.MustParseSchoolType(s.String()))
		require.NotEmpty(t, s.Name(zio.Dutch))
		require.NotEqual(t, s.Name(zio.Dutch), s.Name(zio.English))
	}
	require.True(t, zio.SpecialBoth.IsSpecial())
	require.False(t, zio.Primary.IsSpecial())
	require.False(t, zio.Practical.IsSpecial())
	require.False(t, zio.SchoolType(200).IsValid())
	require.Equal(t, "", zio.SchoolType(200).Name(zio.Dutch))
}

// Nothing that has the digits of a valid BSN in a row gets through.
func FuzzPupilRef(f *testing.F) {
	f.Add("123456782", "a", "b")
	f.Fuzz(func(t *testing.T, digits, before, after string) {
		r, err := zio.ParsePupilRef(before + digits + after)
		if err == nil && r.String() != before+digits+after {
			t.Fatalf("%q became %q", before+digits+after, r)
		}
		letter := func(s string) bool { return s == "" || s[0] < '0' || s[0] > '9' }
		end := ""
		if before != "" {
			end = before[len(before)-1:]
		}
		if zio.ElevenTest(digits) && letter(end) && letter(after) && err == nil {
			t.Fatalf("%q is accepted", r)
		}
	})
}
