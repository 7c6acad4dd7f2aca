package accept

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/bits"
)

// set is a closed set of texts with a hash that is perfect when the set is small or its texts differ at
// their ends: to look one up then costs one probe. The texts are compared as they are written, so none
// may hold a character that JSON escapes.
type set struct {
	keys   []string
	heads  []uint64 // first eight bytes of each key, shorter ones filled with zeros
	tails  []uint64 // last eight bytes of each key that has more than eight
	table  []uint16 // index of a key plus one
	after  []uint16 // of each key the index plus one of the next with the same hash
	shift  uint
	mul    uint64
	longer int // bytes of the longest key
}

// newSet makes the hash. Its search is deterministic.
func newSet(keys []string) (*set, error) {
	s := &set{keys: keys}
	for i, k := range keys {
		for j := 0; j < len(k); j++ {
			if k[j] < 0x20 || k[j] == '"' || k[j] == '\\' {
				return nil, fmt.Errorf("accept: the text %q needs escapes", k)
			}
		}
		for _, other := range keys[:i] {
			if other == k {
				return nil, fmt.Errorf("accept: the text %q stands twice", k)
			}
		}
		var head, tail [8]byte
		copy(head[:], k)
		if len(k) > 8 {
			copy(tail[:], k[len(k)-8:])
		}
		s.heads = append(s.heads, binary.LittleEndian.Uint64(head[:]))
		s.tails = append(s.tails, binary.LittleEndian.Uint64(tail[:]))
		s.longer = max(s.longer, len(k))
	}
	if len(keys) > 1<<14 {
		return nil, fmt.Errorf("accept: a set of %d texts is too large", len(keys))
	}
	s.after = make([]uint16, len(keys))
	size := 1 << bits.Len(uint(2*len(keys)))
	for range 4 {
		mul := uint64(0x9E3779B97F4A7C15)
		for range 100 {
			if s.place(mul, size) {
				return s, nil
			}
			mul = mul*0xD1342543DE82EF95 + 2
		}
		size *= 2
	}
	return s, nil
}

// place puts the keys in the table and reports whether no two share a slot.
func (s *set) place(mul uint64, size int) bool {
	s.mul, s.shift = mul|1, uint(64-bits.TrailingZeros(uint(size)))
	s.table = make([]uint16, size)
	perfect := true
	for i, k := range s.keys {
		slot := &s.table[s.hash(s.heads[i], s.tails[i], len(k))]
		perfect = perfect && *slot == 0
		*slot, s.after[i] = uint16(i+1), *slot
	}
	return perfect
}

func (s *set) hash(head, tail uint64, length int) int {
	h := (head ^ bits.RotateLeft64(tail, 29) ^ uint64(length)<<57) * s.mul
	h ^= h >> 32
	return int(h * s.mul >> s.shift)
}

// find looks up the text that begins at i, behind its opening quotation mark. It returns the index of
// the text in the set and the place of the closing quotation mark, or a negative index.
func (s *set) find(b []byte, i int) (key, end int) {
	if len(b)-i < s.longer+16 {
		return s.findSlow(b, i)
	}
	head := binary.LittleEndian.Uint64(b[i:])
	var tail uint64
	var n int
	if q := quotes(head); q != 0 {
		n = first(q)
		head &= 1<<(8*uint(n)&63) - 1
	} else {
		n = 8
		for {
			w := word(b, i+n)
			if q := quotes(w); q != 0 {
				n += first(q)
				break
			}
			n += 8
			if n > s.longer {
				return -1, 0
			}
		}
		if n > 8 {
			tail = word(b, i+n-8)
		}
	}
	k := int(s.table[s.hash(head, tail, n)]) - 1
	for k >= 0 {
		if s.heads[k] == head && s.tails[k] == tail {
			if name := s.keys[k]; len(name) == n && (n <= 16 || string(b[i:i+n]) == name) {
				return k, i + n
			}
		}
		k = int(s.after[k]) - 1
	}
	return -1, 0
}

// findSlow is find near the end of the bytes.
func (s *set) findSlow(b []byte, i int) (key, end int) {
	n := bytes.IndexByte(b[i:], '"')
	if n < 0 {
		return -1, 0
	}
	if k := s.index(b[i : i+n]); k >= 0 {
		return k, i + n
	}
	return -1, 0
}

// index looks a decoded text up.
func (s *set) index(text []byte) int {
	for k, name := range s.keys {
		if string(text) == name {
			return k
		}
	}
	return -1
}
