package strictjson

import (
	"strings"
	"testing"
)

// Every byte stands at every place of texts of every length about a group of eight, alone and with another behind it.
func TestPlainUntil(t *testing.T) {
	for length := range 20 {
		for at := range length {
			for c := range 256 {
				for _, behind := range []byte{'a', '"', 0, 0x1F, 0x20, 0xFF} {
					text := []byte(strings.Repeat("a", length))
					if at+1 < length {
						text[at+1] = behind
					}
					text[at] = byte(c)
					for start := range at + 1 {
						want := length
						for i := length - 1; i >= start; i-- {
							if b := text[i]; b < 0x20 || b > 0x7F || b == '"' || b == '\\' {
								want = i
							}
						}
						if got := plainUntil(text, start); got != want {
							t.Fatalf("plainUntil(%q, %d) = %d, want %d", text, start, got, want)
						}
						if got := plainUntil(string(text), start); got != want {
							t.Fatalf("plainUntil of the string %q, %d = %d, want %d", text, start, got, want)
						}
					}
				}
			}
		}
	}
	if got := plainUntil("", 0); got != 0 {
		t.Errorf("of nothing: %d", got)
	}
}
