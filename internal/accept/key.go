package accept

import (
	"encoding/binary"
	"math/bits"
)

// key is a text that is compared as it is written, up to 24 bytes of it in three words without a branch.
type key struct {
	text  string
	words [3]uint64
	masks [3]uint64
}

func newKey(text string) key {
	k := key{text: text}
	var bytes, mask [24]byte
	for i := 0; i < len(text) && i < 24; i++ {
		bytes[i], mask[i] = text[i], 0xFF
	}
	for i := range 3 {
		k.words[i] = binary.LittleEndian.Uint64(bytes[8*i:])
		k.masks[i] = binary.LittleEndian.Uint64(mask[8*i:])
	}
	return k
}

// here reports whether the key stands at i.
func (k *key) here(b []byte, i int) bool {
	if uint(i)+24 > uint(len(b)) {
		return i >= 0 && len(b)-i >= len(k.text) && string(b[i:i+len(k.text)]) == k.text
	}
	w := b[i : i+24]
	if (binary.LittleEndian.Uint64(w)^k.words[0])&k.masks[0]|
		(binary.LittleEndian.Uint64(w[8:])^k.words[1])&k.masks[1]|
		(binary.LittleEndian.Uint64(w[16:])^k.words[2])&k.masks[2] != 0 {
		return false
	}
	return len(k.text) <= 24 || len(b)-i >= len(k.text) && string(b[i+24:i+len(k.text)]) == k.text[24:]
}

// keys is a set of texts that are followed by a quotation mark, with a hash of their first eight bytes.
// A text costs one probe; texts that begin alike and long sets cost more.
type keys struct {
	list  []key
	table []uint16 // index of a key plus one
	after []uint16 // of each key the index plus one of the next one with the same hash
	shift uint
	mul   uint64
}

// newKeys makes the hash; tail is what stands behind each text. The search is deterministic.
func newKeys(texts []string, tail string) *keys {
	s := &keys{after: make([]uint16, len(texts))}
	heads := make([]uint64, len(texts))
	same := map[uint64]bool{}
	for i, text := range texts {
		s.list = append(s.list, newKey(text+tail))
		var head [8]byte
		copy(head[:], text)
		heads[i] = binary.LittleEndian.Uint64(head[:])
		same[heads[i]] = true
	}
	size := 1 << bits.Len(uint(2*len(texts)))
	for range 4 {
		mul := uint64(0x9E3779B97F4A7C15)
		for range 100 {
			if s.place(heads, mul, size) == len(same) {
				return s
			}
			mul = mul*0xD1342543DE82EF95 + 2
		}
		size *= 2
	}
	return s
}

// place fills the table and says how many slots are in use.
func (s *keys) place(heads []uint64, mul uint64, size int) (used int) {
	s.mul, s.shift = mul, uint(64-bits.TrailingZeros(uint(size)))
	s.table = make([]uint16, size)
	for i := len(heads) - 1; i >= 0; i-- {
		slot := &s.table[heads[i]*mul>>s.shift]
		if *slot == 0 {
			used++
		}
		*slot, s.after[i] = uint16(i+1), *slot
	}
	return used
}

// find is the index of the key that stands at i; -1 when there is no such key.
func (s *keys) find(b []byte, i int) int {
	w := word(b, i)
	if w == 0 { // near the end
		for k := range s.list {
			if s.list[k].here(b, i) {
				return k
			}
		}
		return -1
	}
	q := quotes(w)
	w &= (q&-q)>>7 - 1 // what stands before the quotation mark
	for k := int(s.table[w*s.mul>>s.shift]) - 1; k >= 0; k = int(s.after[k]) - 1 {
		if s.list[k].here(b, i) {
			return k
		}
	}
	return -1
}

// index looks a decoded text up, which is followed by nothing.
func (s *keys) index(text []byte, tail int) int {
	for k := range s.list {
		if own := s.list[k].text; string(text) == own[:len(own)-tail] {
			return k
		}
	}
	return -1
}
