package schema

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

// Characters that can not be seen, from the tables of Unicode: controls (Cc), separators of lines (Zl, Zp) and those that are shown
// as nothing (Default_Ignorable_Code_Point), the ends of each range; see also TestHiddenCharacters of internal/strictjson.
var hiddenRunes = []rune{'\t', '\r', 0x1B, 0x1F, 0x7F, 0x80, 0x9B, 0x9F, 0xAD, 0x61C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F,
	0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2064, 0x2066, 0x2069, 0x206F, 0xFEFF,
	0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x3164, 0xFE00, 0xFE0F, 0xFFA0, 0xFFF0, 0xFFFB, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0001, 0xE0041, 0xE007F, 0xE01EF, 0xE0FFF}

// Their neighbours are characters as any other.
var seenRunes = []rune{' ', '~', 0xA0, 0xAC, 0xAE, 0x61B, 0x61D, 0x180A, 0x1810, 0x200A, 0x2010, 0x2027, 0x202F, 0x205F, 0x2070, 0xFEFE, 0x1F600,
	0x34E, 0x350, 0x115E, 0x1161, 0x17B3, 0x17B6, 0x3163, 0x3165, 0xFDFF, 0xFE10, 0xFF9F, 0xFFA1, 0xFFEF, 0xFFFC, 0x1BC9F, 0x1BCA4, 0x1D172, 0x1D17B, 0xDFFFF, 0xE1000}

// The schema and the reader of Go have one verdict on each character, in a name, in a text of lines and at the end of a code.
func TestNamesHoldNothingThatCanNotBeSeen(t *testing.T) {
	const doc = `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"T","countDate":"2026-10-01",
		"groups":[{"site":"12AB00","home":"0252","route":"jeugdwet","pupils":5}],"synthetic":[{"pointer":"/groups","reason":"R"}]}`
	check := func(old, text string, fine bool) {
		for _, escaped := range []bool{false, true} {
			written := text
			if escaped {
				written = strings.Trim(strconv.QuoteToASCII(text), `"`)
				written = strings.ReplaceAll(written, `\x`, `\u00`)
				if r, _ := utf8.DecodeLastRuneInString(text); r > 0xFFFF {
					high, low := utf16.EncodeRune(r)
					written = fmt.Sprintf(`%s\u%04x\u%04x`, text[:len(text)-utf8.RuneLen(r)], high, low)
				}
			} else if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' }) {
				continue // JSON asks for the escape
			}
			changed := []byte(strings.Replace(doc, old, old[:len(old)-1]+written+`"`, 1))
			require.Equal(t, fine, len(Validate(Population, changed)) == 0, "the schema on %+q", text)
			_, problems := zio.ReadPopulation(changed)
			require.Equal(t, fine, len(problems) == 0, "the reader on %+q", text)
		}
	}
	for _, r := range hiddenRunes {
		check(`"title":"T"`, "a"+string(r), false)
		check(`"reason":"R"`, "a"+string(r), false)
		check(`"home":"0252"`, string(r), false)
	}
	for _, r := range seenRunes {
		check(`"title":"T"`, "a"+string(r), true)
		check(`"reason":"R"`, "a"+string(r), true)
	}
	check(`"title":"T"`, "\n", false)
	check(`"reason":"R"`, "a\nb", true)
	check(`"home":"0252"`, "\n", false)
	problems := Validate(Population, []byte(strings.Replace(doc, `"0252"`, `"0252\n"`, 1)))
	require.Len(t, problems, 1, "one problem, said once")
	require.Equal(t, "schema.not", problems[0].Code())
	require.Contains(t, problems[0].Text(zio.Dutch), "regeleinde")
}
