package strictjson

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// 123456782 passes the eleven test: 9*1 + 8*2 + 7*3 + 6*4 + 5*5 + 4*6 + 3*7 + 2*8 - 2 = 154 = 14 * 11; 100000253: 9 + 4*0 + 3*2 + 2*5 - 3 = 22. A number that was calculated
// may have those digits; as soon as a dash stands within, it is a text like others.
func TestNumbersAreNotPersonal(t *testing.T) {
	for text, want := range map[string]bool{
		"123456782": false, "100000253": false, "9.9999999/1": false, "-123456782": false, "1234567.82": false, "123456782/7": false,
		"1-23456782": true, "123456782-": true, "BSN 123456782": true, "12345678 2": true,
	} {
		require.Equal(t, want, Personal(text, "number"), text)
	}
	require.True(t, Personal("123456782", ""))
	require.False(t, Personal("123456782", "digest"))
	require.True(t, Personal("https://voorbeeld.nl/123456782", "url"))
	require.False(t, Personal("https://voorbeeld.nl/1234/56782", "url"))
}
