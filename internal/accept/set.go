package accept

import "fmt"

// set is a closed set of texts. They are compared as they are written, so none may hold a character that
// JSON escapes.
type set struct {
	texts []string
	keys  *keys // the texts with the closing quotation mark
}

func newSet(texts []string) (*set, error) {
	known := map[string]bool{}
	for _, text := range texts {
		for j := 0; j < len(text); j++ {
			if text[j] < 0x20 || text[j] == '"' || text[j] == '\\' {
				return nil, fmt.Errorf("accept: the text %q needs escapes", text)
			}
		}
		if known[text] {
			return nil, fmt.Errorf("accept: the text %q stands twice", text)
		}
		known[text] = true
	}
	if len(texts) > maxSet {
		return nil, fmt.Errorf("accept: a set of %d texts is too large", len(texts))
	}
	return &set{texts: texts, keys: newKeys(texts, `"`)}, nil
}

// find looks up the text that begins at i, behind its opening quotation mark. It returns the index of
// the text in the set and the place of the closing quotation mark, or a negative index.
func (s *set) find(b []byte, i int) (k, end int) {
	if k = s.keys.find(b, i); k < 0 {
		return -1, 0
	}
	return k, i + len(s.texts[k])
}

// index looks a decoded text up.
func (s *set) index(text []byte) int { return s.keys.index(text, 1) }
