//go:build !figures

package bsn

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
)

// slow is the eleven test as the rule says it, on a number of nine digits.
func slow(n int) bool {
	digits := strconv.Itoa(1_000_000_000 + n)[1:]
	sum := 0
	for i, weight := range []int{9, 8, 7, 6, 5, 4, 3, 2, -1} {
		sum += weight * int(digits[i]-'0')
	}
	return n > 0 && sum%11 == 0
}

func TestElevenTest(t *testing.T) {
	seen := 0
	for n := 0; n < 1_000_000_000; n += 98_765 {
		nine := strconv.Itoa(1_000_000_000 + n)[1:]
		require.Equal(t, slow(n), ElevenTest(nine), nine)
		if nine[0] == '0' {
			require.Equal(t, slow(n), ElevenTest(nine[1:]), nine[1:])
		}
		if slow(n) {
			seen++
		}
	}
	require.InDelta(t, 10126/11, seen, 30, "one in eleven")
	for _, text := range []string{"", "0", "000000000", "00000000", "1112223334", "11122233x", "/11222333", ":11222333", "1112223", "11122233é"} {
		require.False(t, ElevenTest(text), text)
	}
}

// 111222333 passes, as 9+8+7+12+10+8+9+6-3 = 66 = 6 x 11, and so does 11122233 with weights 8 to 2 and -1: 8+7+6+10+8+6+6-3 = 48
// does not. 12345672 as 012345672: 8+14+18+20+20+18+14-2 = 110 = 10 x 11 does.
func TestLooks(t *testing.T) {
	for text, want := range map[string]bool{
		"111222333": true, "0111222333": true, "1111222333": false, "x111222333": true, "111222333x": true, "12345672": true, "12345673": false,
		"111 222 333": true, "111.222.333": true, "111-222-333": true, "111_222_333": true, "111/222/333": true, "1-1-1-2-2-2-3-3-3": true,
		"111\u00a0222\u00a0333": true, "111\u2009222\u202f333": true, "111\u2010222\u2014333": true, "111\u2008222\u2008333": true, "111\u2015222\u2015333": true,
		"111\u00a1222": false, "111\xc2": false, "111\xe2\x80": false, "111\xe2": false,
		"123-45672": false, "12345672-1": true, "1-12345672": true, "2024-111222333": true, "12 111 222 333 4": true, "111222333 2024": true, "1111 222 333": false, "111222333 4": true, "0111 222 333": true, "111  222  333": true, "111  222  333 en meer": true,
		"nr. 111222333.": true, "a 111 222 333 b": true, "111, 222, 333": false, "111222333444": false, "2024-2025": false, "20241001": false, "19991231": false,
		"11122233-3": true, strings.Repeat("x", 300) + "111222333": true, "000000000": false, "": false, "12345678": false,
		"111--222--333": true, "111--222--333" + strings.Repeat("-", 23): true, "111--222--333" + strings.Repeat("-", 24): true,
	} {
		require.Equal(t, want, Looks(text), "%q", text)
	}
	long := strings.Repeat("x", 40)
	for text, want := range map[string]bool{
		"111\u00a0222\u00a0333" + long: true, long + "111\u2009222\u2014333": true, long + "111\u200f222\u200f333": true, long + "111\u2095222": false,
		"1x111222333": true, "1xx111222333": true, "9x8x111222333" + long: true, "111222333\u00a0" + long: true,
	} {
		require.Equal(t, want, Looks(text), "%q", text)
	}
	// eight digits that begin as a day and are none: the month 13, the day 32, the century 18
	for _, text := range []string{"20241", "20240", "19991", "18991", "21001", "20249"} {
		for n := range 1000 {
			eight := text + strconv.Itoa(1000 + n)[1:]
			month, _ := strconv.Atoi(eight[4:6])
			day, _ := strconv.Atoi(eight[6:])
			isDay := (eight[:2] == "19" || eight[:2] == "20") && month >= 1 && month <= 12 && day >= 1 && day <= 31
			number, _ := strconv.Atoi(eight)
			require.Equal(t, slow(number) && !isDay, Looks(eight), eight)
		}
	}
}

func TestInARow(t *testing.T) {
	for text, want := range map[string]bool{
		"111222333": true, "https://example.org/111222333?x": true, "0111222333": true, "p-0111222333": true, "111222334": false, "12345672": false,
		"111-222-333": false, "1112223330": false, "": false, "111222333444": false, "1 111222333": true,
	} {
		require.Equal(t, want, InARow(text), text)
	}
}

// Each of these is the number 111222333, which passes, with something between its digits.
func TestLooksBetween(t *testing.T) {
	for _, text := range []string{
		"111,222,333", "11,12,22,33,3", "111'222'333", "111\u2019222\u2019333", "111  222  333", "111    222 333", "111\t222\t333", "111\u2007222\u2007333",
		"111\u2212222\u2212333", "111/222/333", "111_222_333", "111 - 222 - 333", "111 / 222 / 333", "(111)(222)(333)", "(111) (222) (333)", "111.222,333", "111 , 222 , 333",
		"111:222:333", "111;222;333", "111|222|333", "111\\222\\333", "111·222·333", "111\u200b222\u200b333", "111\u00ad222333", "111 . 222 . 333", "111__222__333",
		"１１１２２２３３３", "１１１ ２２２ ３３３", "１１１，２２２，３３３", "١١١٢٢٢٣٣٣", "१११-222-३३३", "\U0001D7CF\U0001D7CF\U0001D7CF222333", "11122233,3", "00111222333", "000111222333", "111+222+333", "111=222=333", "111#222#333", "11\u03011222333", "1 11222333", "1112223 33",
	} {
		require.True(t, Looks(text), "%q", text)
		require.True(t, Looks("leerling "+text+" van de school in Nijmegen"), "%q in a sentence", text)
	}
	// These pass the test when their digits are read as one, and are ordinary numbers: amounts, lists, sums, days and periods.
	for _, text := range []string{
		"€ 1.112.223,33", "1.112.223,33", "1112223,33", "1,112,223.33", "1'112'223.33", "111, 222, 333", "111; 222; 333", "111 + 222 + 333", "111 = 222 + 333", "111% 222% 333", "12.345.672", "0001112223334", "111222 = 333", "111\n222\n333",
		"11,1 22,2 33,3", "11,12 22,33 3", "01-01-2025 - 31-12-2025", "€ 111 € 222 € 333", "111% 222% 333%",
	} {
		require.False(t, Looks(text), "%q", text)
		require.False(t, Looks("samen "+text+" in het jaar"), "%q in a sentence", text)
	}
	require.False(t, Looks("samen 111.222 - 333 in het jaar"), "a difference")
	require.True(t, ElevenTest("120253112"), "of the period 01-01-2025 - 31-12-2025: 9+16+0+12+25+12+3+2-2 = 77")
}

// Every digit, space and dash of Unicode is seen, and what is none is not.
func TestUnicode(t *testing.T) {
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		switch c := ascii(r); {
		case unicode.Is(unicode.Nd, r):
			require.True(t, isDigit(c), "%U", r)
			require.Equal(t, c == '0', !unicode.Is(unicode.Nd, r-1) || ascii(r-1) == '9', "%U", r)
		case unicode.Is(unicode.Zs, r):
			require.Equal(t, byte(' '), c, "%U", r)
		case unicode.In(r, unicode.Pd, unicode.Pc):
			require.Contains(t, signs, string(c), "%U", r)
		default:
			require.False(t, isDigit(c), "%U", r)
		}
	}
	require.Equal(t, "a1-2 3x", plain("a１−2\u20073é"))
}

// What is seen of a text passes the quick look.
func TestMayHold(t *testing.T) {
	require.False(t, mayHold("schooljaar 2024-2025, samen € 12.234,50 – é", true))
	require.False(t, mayHold("https://example.org/2024/10/12345678-é", false))
	for _, text := range []string{"111222333", "https://x/0111222333?", "x/111\u200b222333", "x/１１１222333", "0000111222333"} {
		require.True(t, InARow(text), text)
		require.True(t, mayHold(text, false), text)
	}
	require.False(t, mayHold("the gap of € 270,000.00 (6,000 of 24,700), and more", true))
	require.True(t, Looks("111 (222) 333"))
	parts := []rune("1122233 (.-,'x\u00e9\u2007\u2212\u0661\uff12\u200b\U0001d7d1\n")
	r, seen := rand.New(rand.NewPCG(1, 2)), 0
	for range 300_000 {
		var b strings.Builder
		for range 9 + r.IntN(8) {
			b.WriteRune(parts[r.IntN(len(parts))])
		}
		if holds(plain(b.String())) {
			seen++
			require.True(t, mayHold(b.String(), true), "%q", b.String())
		}
	}
	require.Greater(t, seen, 500)
}
