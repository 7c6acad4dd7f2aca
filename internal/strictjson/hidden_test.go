package strictjson

import (
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
)

// The tables of Unicode, as Go has them, say of every character whether it is shown as nothing: the property
// Default_Ignorable_Code_Point, as DerivedCoreProperties.txt derives it from others. The marks that stand before a number
// (Prepended_Concatenation_Mark) and those around hieroglyphs are shown; the marks of annotations between lines are not.
func TestHiddenCharacters(t *testing.T) {
	shown := map[rune]bool{0x6DD: true, 0x70F: true, 0x890: true, 0x891: true, 0x8E2: true, 0x110BD: true, 0x110CD: true}
	for r := rune(0x600); r <= 0x605; r++ {
		shown[r] = true
	}
	for r := rune(0x13430); r <= 0x13440; r++ {
		shown[r] = true
	}
	found := 0
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		want := unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) && !shown[r]
		if want {
			found++
		}
		require.Equal(t, want, hidden(r), "%U", r)
	}
	require.Greater(t, found, 4000)
}

// The first character outside ASCII is a control, and refused like the others.
func TestFirstHiddenCharacter(t *testing.T) {
	for text, fine := range map[string]bool{"a\u0080": false, "a\u009F": false, "a\u00A0": true, "a\u00AD": false, "a\x7F": false, "a~": true} {
		var s string
		faults := Read([]byte(`{"s":"`+text+`"}`), &s, func(v *string, f *Fields) { f.Text(v, Spec{Name: "s"}) }, Limits{})
		require.Equal(t, fine, len(faults) == 0, "%q", text)
	}
}
