// Package fold gives names the form in which they are compared.
package fold

// Append appends s in the form in which names are compared: small letters without
// accents, digits, and one space between words whatever stood there. "'s-Gravenhage" and
// "S GRAVENHAGE" both give "s gravenhage". Words that only say that the name is that of a
// municipality are left out, "Sint" may be "St.", "van" may be "v.", "bij" may be "b.", "en" may be "&", and
// "aan den", "aan de" and "a/d" are "aan".
func Append(b []byte, s string) []byte {
	start, word := len(b), len(b)
	for _, r := range s {
		if letters := foldRune(r); letters != "" {
			if letters != accent {
				b = append(b, letters...)
			}
			continue
		}
		b = endWord(b, start, &word, false)
		if r == '&' {
			b = append(b, "en "...)
			word = len(b)
		}
	}
	b = endWord(b, start, &word, true)
	if len(b) > start {
		b = b[:len(b)-1] // the space behind the last word
	}
	return b
}

// accent stands for a combining accent, which is dropped without ending a word.
const accent = "\x00"

// endWord ends the word that begins at *word and puts a space behind it. One letter at the end may be the begin of a
// word that somebody is still typing.
func endWord(b []byte, start int, word *int, last bool) []byte {
	if len(b) == *word {
		return b
	}
	switch w := string(b[*word:]); {
	case w == "v" && !last:
		b = append(b[:*word], "van"...)
	case w == "b" && !last:
		b = append(b[:*word], "bij"...)
	case w == "gemeente", w == "gem":
		b = b[:*word]
		return b
	case w == "st":
		b = append(b[:*word], "sint"...)
	case w == "d", w == "de", w == "den": // "a/d", "aan de", "aan den"
		before := string(b[start:*word])
		for _, a := range [...]string{"aan ", "a "} {
			if len(before) > len(a) && before[len(before)-len(a):] == a && before[len(before)-len(a)-1] == ' ' {
				b = append(b[:*word-len(a)], "aan"...)
				break
			}
		}
	}
	b = append(b, ' ')
	*word = len(b)
	return b
}

// foldRune is a letter or digit as it is compared, "" for anything between words.
func foldRune(r rune) string {
	const ascii = "abcdefghijklmnopqrstuvwxyz0123456789"
	switch {
	case r >= 'a' && r <= 'z':
		return ascii[r-'a' : r-'a'+1]
	case r >= 'A' && r <= 'Z':
		return ascii[r-'A' : r-'A'+1]
	case r >= '0' && r <= '9':
		return ascii[26+r-'0' : 27+r-'0']
	case r >= 0x300 && r <= 0x36F:
		return accent
	case r >= 0xC0 && r <= 0xFF:
		// One letter for each of U+00C0..U+00FF; a dash ends a word.
		const latin = "aaaaaaaceeeeiiiidnooooo-ouuuuypsaaaaaaaceeeeiiiidnooooo-ouuuuypy"
		if c := latin[r-0xC0]; c != '-' {
			return latin[r-0xC0 : r-0xC0+1]
		}
		return ""
	case r == 0x132 || r == 0x133: // the ligature of i and j
		return "ij"
	}
	return ""
}

// Squeezed is a folded text without its spaces, in place: "s gravenhage" is "sgravenhage".
func Squeezed(b []byte) []byte {
	n := 0
	for _, c := range b {
		if c != ' ' {
			b[n] = c
			n++
		}
	}
	return b[:n]
}
