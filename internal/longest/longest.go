// Package longest tells how long a text can be that a pattern of a schema takes (de langste tekst van een patroon).
package longest

import "regexp/syntax"

// Of is the number of characters of the longest text of a pattern that is anchored at both ends; 0 when there is no longest one.
func Of(pattern string) int64 {
	r, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return 0
	}
	n, ok := of(r)
	if !ok {
		return 0
	}
	return n
}

func of(r *syntax.Regexp) (int64, bool) {
	total := int64(0)
	switch r.Op {
	case syntax.OpLiteral:
		return int64(len(r.Rune)), true
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return 1, true
	case syntax.OpStar, syntax.OpPlus:
		return 0, false
	case syntax.OpRepeat:
		n, ok := of(r.Sub[0])
		return n * int64(r.Max), ok && r.Max >= 0
	case syntax.OpAlternate:
		for _, sub := range r.Sub {
			n, ok := of(sub)
			if !ok {
				return 0, false
			}
			total = max(total, n)
		}
		return total, true
	}
	for _, sub := range r.Sub { // concatenation, capture, question mark, anchors
		n, ok := of(sub)
		if !ok {
			return 0, false
		}
		total += n
	}
	return total, true
}
