package accept

import "encoding/binary"

// chain is a pattern whose matches all have one length and whose places do not depend on each other, such
// as four digits. It is compared eight bytes at a time: every byte, the closing quotation mark included,
// must lie in one of a few ranges of its place.
type chain struct {
	length int
	words  []rangeWord
	places []*[128]bool // the same for bytes near the end of a document
}

// rangeWord is the check of the eight bytes from offset.
type rangeWord struct {
	offset int
	used   uint64 // the high bits of the bytes that count
	ranges []byteRange
}

// byteRange holds for every byte of a word the first and the last value, all below 128.
type byteRange struct{ low, high uint64 }

// newChain is the chain of an automaton, nil when it has none.
func newChain(a *automaton) *chain {
	c := &chain{}
	s := a.start
	for !a.accepts[s] {
		if len(c.places) > 256 {
			return nil
		}
		live, to := make([]bool, a.classes), uint16(noState)
		for k := range a.classes {
			switch t := a.next[int(s)*a.classes+k]; {
			case t == a.dead:
			case to != noState && t != to:
				return nil
			default:
				live[k], to = true, t
			}
		}
		if to == noState {
			return nil
		}
		for _, k := range a.run {
			if live[k] {
				return nil // characters outside ASCII
			}
		}
		place := &[128]bool{}
		for b, k := range a.ascii {
			if b >= 0x20 && b != '"' && b != '\\' {
				place[b] = live[k]
			}
		}
		c.places = append(c.places, place)
		s = to
	}
	for k := range a.classes {
		if a.next[int(s)*a.classes+k] != a.dead {
			return nil
		}
	}
	c.length = len(c.places)
	if !c.layOut() {
		return nil
	}
	return c
}

func (c *chain) layOut() bool {
	quote := &[128]bool{'"': true}
	total := c.length + 1
	for at := 0; at < total; at += 8 {
		offset := at
		if at+8 > total && total >= 8 {
			offset = total - 8 // the last word overlaps the one before
		}
		var least, most [maxRanges][8]byte
		ranges, used := 1, uint64(0)
		for k := 0; k < 8 && offset+k < total; k++ {
			place := quote
			if offset+k < c.length {
				place = c.places[offset+k]
			}
			used |= 0x80 << (8 * k)
			n := 0
			for b := 0; b < 128; b++ {
				if !place[b] {
					continue
				}
				end := b
				for end+1 < 128 && place[end+1] {
					end++
				}
				if n == maxRanges {
					return false
				}
				least[n][k], most[n][k] = byte(b), byte(end)
				n++
				b = end
			}
			if n == 0 {
				return false
			}
			ranges = max(ranges, n)
			for ; n < maxRanges; n++ {
				least[n][k], most[n][k] = least[0][k], most[0][k]
			}
		}
		w := rangeWord{offset: offset, used: used}
		for n := range ranges {
			w.ranges = append(w.ranges, byteRange{binary.LittleEndian.Uint64(least[n][:]), binary.LittleEndian.Uint64(most[n][:]) | highs})
		}
		c.words = append(c.words, w)
	}
	return true
}

// read matches the string that begins at i, behind its opening quotation mark, and returns the place
// behind the closing one; negative when it does not match as it is written.
func (c *chain) read(b []byte, i int) int {
	end := i + c.length + 1
	if i+c.length+8 > len(b) {
		return c.readSlow(b, i)
	}
	for k := range c.words {
		w := &c.words[k]
		x := word(b, i+w.offset)
		r := &w.ranges[0]
		in := ((x | highs) - r.low) & (r.high - x)
		for n := 1; n < len(w.ranges); n++ {
			r := &w.ranges[n]
			in |= ((x | highs) - r.low) & (r.high - x)
		}
		if in&^x&w.used != w.used {
			return -1
		}
	}
	return end
}

func (c *chain) readSlow(b []byte, i int) int {
	if i+c.length >= len(b) || b[i+c.length] != '"' || !c.match(b[i:i+c.length]) {
		return -1
	}
	return i + c.length + 1
}

// match is the same for a decoded text.
func (c *chain) match(text []byte) bool {
	if len(text) != c.length {
		return false
	}
	for k, x := range text {
		if x >= 128 || !c.places[k][x] {
			return false
		}
	}
	return true
}
