package zio_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

func TestFormatNumber(t *testing.T) {
	for s, want := range map[string][2]string{
		"0": {"0", "0"}, "1000": {"1.000", "1,000"}, "-1234567.50": {"-1.234.567,50", "-1,234,567.50"}, "0.9": {"0,9", "0.9"},
		"1/3": {"ongeveer 0,33", "about 0.33"}, "2/3": {"ongeveer 0,67", "about 0.67"}, "7309/73": {"ongeveer 100,12", "about 100.12"},
		"1/200": {"ongeveer 0,01", "about 0.01"}, // half up
		"400000000000000000001/200000000000000000000": {"ongeveer 2,00", "about 2.00"},
		"1000000/3":             {"ongeveer 333.333,33", "about 333,333.33"},
		"8000000000000000000/1": {"8000000000000000000/1", "8000000000000000000/1"}, // of whole euros no 2 decimals fit 64 bits
		// what is no number stays as it is
		"": {"", ""}, "-": {"-", "-"}, "12,5": {"12,5", "12,5"}, "1.": {"1.", "1."}, "1/0": {"1/0", "1/0"}, "1/": {"1/", "1/"}, "a/b": {"a/b", "a/b"},
	} {
		require.Equal(t, want, [2]string{zio.FormatNumber(s, zio.Dutch), zio.FormatNumber(s, zio.English)}, s)
	}
}

func TestFill(t *testing.T) {
	params := []zio.Param{{Name: "n", Value: "1"}, {Name: "m", Value: "1234"}, {Name: "t", Value: "185"}, {Name: "a", Value: "440998.734"}, {Name: "b", Value: "-0.005"}, {Name: "c", Value: "-0.004"}, {Name: "d", Value: "2.50"},
		{Name: "e", Value: "999999999999.995"}, {Name: "f", Value: "1/3"}}
	for text, want := range map[string]string{
		"{n#} {n|leerling|leerlingen}, {m#} {m|leerling|leerlingen}": "1 leerling, 1.234 leerlingen",
		"€ {a#}": "€ 440.998,73", "€ {b#} {b#}": "€ -0,01 -0,005", "€ {c#}": "€ 0,00", "€{d#}": "€2,50", "€ {e#}": "€ 1.000.000.000.000,00", "€ {f#}": "€ 0,33", "{a#}": "440.998,734",
		"{t~}": "3 uur en 5 minuten", "{m}": "1234", "{x} {x#} {x|a|b}": "{x} {x#} {x|a|b}", "{": "{", "{}": "{}", "n}": "n}", "": "",
	} {
		require.Equal(t, want, zio.Fill(text, zio.Dutch, params), text)
	}
}

func TestFormatMinutes(t *testing.T) {
	for s, want := range map[string][2]string{ // T7: 185 minutes is 3 h 05
		"185": {"3 uur en 5 minuten", "3 hours and 5 minutes"}, "1": {"1 minuut", "1 minute"}, "60": {"1 uur", "1 hour"}, "61": {"1 uur en 1 minuut", "1 hour and 1 minute"},
		"0": {"0 minuten", "0 minutes"}, "60000": {"1.000 uur", "1,000 hours"}, "1/2": {"ongeveer 1 minuut", "about 1 minute"}, "60.4": {"ongeveer 1 uur", "about 1 hour"}, "7309/73": {"ongeveer 1 uur en 40 minuten", "about 1 hour and 40 minutes"}, "80482/365": {"ongeveer 3 uur en 40 minuten", "about 3 hours and 40 minutes"}, // 220.498, rounded once
		"x": {"x", "x"}, "1.": {"1.", "1."}, "-5": {"-5", "-5"},
	} {
		require.Equal(t, want, [2]string{zio.FormatMinutes(s, zio.Dutch), zio.FormatMinutes(s, zio.English)}, s)
	}
}
