package strictjson

import (
	"math/big"
	"strconv"
	"strings"
	"testing"
)

func TestParseInt(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int64
		ok   bool
	}{
		{"0", 0, true},
		{"-0", 0, true},
		{"7", 7, true},
		{"-7", -7, true},
		{"9223372036854775807", 1<<63 - 1, true},
		{"-9223372036854775808", -1 << 63, true},
		{"9223372036854775808", 0, false},
		{"-9223372036854775809", 0, false},
		{"9999999999999999999", 0, false},
		{"99999999999999999999", 0, false},
		{"18446744073709551617", 0, false}, // 2^64 + 1
		{"1.0", 0, false},
		{"-", 0, false},
		{"", 0, false},
	} {
		n, ok := ParseInt(c.text)
		if ok != c.ok || ok && n != c.n {
			t.Errorf("ParseInt(%q) = %d, %t; want %d, %t", c.text, n, ok, c.n, c.ok)
		}
	}
}

// Digits are those of strconv, with little room and with much.
func TestAppendInt(t *testing.T) {
	for _, n := range []int64{0, 1, -1, 9, 10, -10, 99, 100, 1234567890, 1<<53 - 1, 1<<63 - 1, -1 << 63} {
		for _, room := range []int{0, 1, 19, 20, 64} {
			begin := append(make([]byte, 0, 3+room), "n: "...)
			if got, want := string(AppendInt(begin, n)), "n: "+strconv.FormatInt(n, 10); got != want {
				t.Errorf("AppendInt(%d) with room for %d = %q, want %q", n, room, got, want)
			}
		}
	}
}

// A decimal is n divided by a power of ten, without the zeros at its end that do not have to stand.
func TestAppendDecimal(t *testing.T) {
	numbers := []int64{0, 1, 9, 10, 100, 101, 110, 1000, 12345, 120000, 99999999, 1<<53 - 1, 1e18, 1e18 - 1, 1<<63 - 1, -1 << 63}
	for _, n := range numbers {
		for places := range 19 {
			for atLeast := range places + 1 {
				for _, n := range []int64{n, -n} {
					want := new(big.Rat).SetFrac(big.NewInt(n), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)).FloatString(places)
					for shown := places; shown > atLeast && want[len(want)-1] == '0'; shown-- {
						want = want[:len(want)-1]
					}
					want = strings.TrimSuffix(want, ".")
					for _, room := range []int{0, 5, 64} {
						begin := append(make([]byte, 0, 3+room), "n: "...)
						if got := string(AppendDecimal(begin, n, places, atLeast)); got != "n: "+want {
							t.Fatalf("AppendDecimal(%d, %d, %d) with room for %d = %q, want %q", n, places, atLeast, room, got, want)
						}
					}
				}
			}
		}
	}
	whole := []byte("1234567890")
	if AppendDecimal(whole[:1], 23, 1, 1); string(whole) != "12.3567890" {
		t.Errorf("what stands behind was written over: %s", whole)
	}
}

func FuzzParseInt(f *testing.F) {
	for _, n := range []int64{0, 1, -1, 1<<63 - 1, -1 << 63} {
		f.Add(strconv.FormatInt(n, 10))
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, faults := Parse([]byte(text), Limits{})
		if len(faults) > 0 || v.Kind != Number {
			return
		}
		want, err := strconv.ParseInt(v.Text, 10, 64)
		if n, ok := ParseInt(v.Text); ok != (err == nil) || ok && n != want {
			t.Errorf("ParseInt(%q) = %d, %t; strconv says %d, %v", v.Text, n, ok, want, err)
		}
	})
}
