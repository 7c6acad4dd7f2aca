// Package golden compares what a test made with what is committed, and tells the difference only.
package golden

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

const (
	mostLines = 60  // of a difference
	mostBytes = 240 // of a line
)

// Same fails when two texts differ: it prints the lines that do, "-" before those of the committed text and "+" before those of
// the other, and the command that accepts the other.
func Same(t testing.TB, committed, made, accept string) {
	t.Helper()
	if committed != made {
		t.Fatalf("what is committed (-) is not what was made (+):\n%sto accept: %s", Difference(committed, made), accept)
	}
}

// Difference is the lines in which two texts differ, each group under the number of its first line in a.
func Difference(a, b string) string {
	left, right := strings.SplitAfter(a, "\n"), strings.SplitAfter(b, "\n")
	var out []string
	i, j := 0, 0
	for i < len(left) || j < len(right) {
		if i < len(left) && j < len(right) && left[i] == right[j] {
			i++
			j++
			continue
		}
		k, l := next(left[i:], right[j:])
		out = append(out, fmt.Sprintf("@@ line %d\n", i+1))
		for n := range max(k, l) {
			old, new := "", ""
			if n < k {
				old = left[i+n]
			}
			if n < l {
				new = right[j+n]
			}
			start := 0
			if n < k && n < l {
				start = common(old, new)
			}
			if n < k {
				out = append(out, "-"+shown(old, start))
			}
			if n < l {
				out = append(out, "+"+shown(new, start))
			}
		}
		i, j = i+k, j+l
	}
	if len(out) > mostLines {
		out = append(out[:mostLines:mostLines], fmt.Sprintf("... and %d lines more\n", len(out)-mostLines))
	}
	return strings.Join(out, "")
}

// next is how many lines of each differ before both go on with the same line.
func next(a, b []string) (int, int) {
	for sum := 1; sum <= len(a)+len(b) && sum < 2000; sum++ {
		for i := max(0, sum-len(b)); i <= min(sum, len(a)); i++ {
			j := sum - i
			if i < len(a) && j < len(b) && a[i] == b[j] {
				return i, j
			}
		}
	}
	return len(a), len(b)
}

// common is where two lines begin to differ.
func common(a, b string) int {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	for i > 0 && i < len(a) && !utf8.RuneStart(a[i]) {
		i--
	}
	return i
}

// shown is a line, of a long one the part around a place.
func shown(line string, at int) string {
	line = strings.TrimSuffix(line, "\n")
	if len(line) > mostBytes {
		from := max(0, min(at-mostBytes/4, len(line)-mostBytes))
		line = fmt.Sprintf("...%s... (byte %d of %d)", strings.ToValidUTF8(line[from:from+mostBytes], ""), from, len(line))
	}
	return line + "\n"
}
