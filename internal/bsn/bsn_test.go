package bsn

import (
	"strconv"
	"strings"
	"testing"

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
		"111\u00a0222\u00a0333": true, "111\u2009222\u202f333": true, "111\u2010222\u2014333": true, "111\u2008222\u2008333": false, "111\u2015222\u2015333": false,
		"111\u00a1222": false, "111\xc2": false, "111\xe2\x80": false, "111\xe2": false,
		"123-45672": false, "12345672-1": true, "1-12345672": true, "2024-111222333": true, "12 111 222 333 4": true, "111222333 2024": true, "1111 222 333": false, "111222333 4": true, "0111 222 333": true, "111  222  333": true, "111  222  333 en meer": false,
		"nr. 111222333.": true, "a 111 222 333 b": true, "111, 222, 333": false, "111222333444": false, "2024-2025": false, "20241001": false, "19991231": false,
		"11122233-3": true, strings.Repeat("x", 300) + "111222333": true, "000000000": false, "": false, "12345678": false,
		"111--222--333": true, "111--222--333" + strings.Repeat("-", 23): true, "111--222--333" + strings.Repeat("-", 24): false,
	} {
		require.Equal(t, want, Looks(text), "%q", text)
	}
	long := strings.Repeat("x", 40)
	for text, want := range map[string]bool{
		"111\u00a0222\u00a0333" + long: true, long + "111\u2009222\u2014333": true, long + "111\u200f222\u200f333": false, long + "111\u2095222": false,
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
