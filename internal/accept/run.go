package accept

// run is a pattern whose matches are any texts of characters of one class, within bounds on their number,
// such as 1 to 36 letters and digits. It is compared eight bytes at a time.
type run struct {
	low, high int
	class     *[128]bool
	ranges    []byteRange
}

// newRun is the run of an automaton, nil when it has none. A pattern without an upper end has none.
func newRun(a *automaton) *run {
	r := &run{low: -1, class: &[128]bool{}}
	var live []bool
	s := a.start
	for n := 0; ; n++ {
		if n > maxStates {
			return nil
		}
		if a.accepts[s] {
			if r.low < 0 {
				r.low = n
			}
			r.high = n
		} else if r.low >= 0 {
			return nil
		}
		mine, to := make([]bool, a.classes), uint16(noState)
		for k := range a.classes {
			switch t := a.next[int(s)*a.classes+k]; {
			case t == a.dead:
			case t == s || to != noState && t != to:
				return nil
			default:
				mine[k], to = true, t
			}
		}
		if to == noState {
			break
		}
		if n == 0 {
			live = mine
		}
		for k := range mine {
			if mine[k] != live[k] {
				return nil
			}
		}
		s = to
	}
	if r.low < 0 || live == nil {
		return nil
	}
	for _, k := range a.run {
		if live[k] {
			return nil // characters outside ASCII
		}
	}
	for b, k := range a.ascii {
		r.class[b] = live[k] && b >= 0x20 && b != '"' && b != '\\'
	}
	for b := 0; b < 128; b++ {
		if !r.class[b] {
			continue
		}
		end := b
		for end+1 < 128 && r.class[end+1] {
			end++
		}
		r.ranges = append(r.ranges, byteRange{uint64(b) * ones, uint64(end)*ones | highs})
		b = end
	}
	if len(r.ranges) == 0 || len(r.ranges) > maxRanges {
		return nil
	}
	return r
}

// read reads the string that begins at i, behind its opening quotation mark, and returns the place behind
// the closing one; negative when it does not match as it is written.
func (r *run) read(b []byte, i int) int {
	start := i
	for {
		x := word(b, i)
		if x == 0 {
			break
		}
		first8 := &r.ranges[0]
		in := ((x | highs) - first8.low) & (first8.high - x)
		for k := 1; k < len(r.ranges); k++ {
			more := &r.ranges[k]
			in |= ((x | highs) - more.low) & (more.high - x)
		}
		if out := ^(in &^ x) & highs; out != 0 {
			i += first(out)
			break
		}
		i += 8
	}
	for i < len(b) && b[i] < 128 && r.class[b[i]] {
		i++
	}
	if n := i - start; i >= len(b) || b[i] != '"' || n < r.low || n > r.high {
		return -1
	}
	return i + 1
}

// match is the same for a decoded text.
func (r *run) match(text []byte) bool {
	for _, c := range text {
		if c >= 128 || !r.class[c] {
			return false
		}
	}
	return len(text) >= r.low && len(text) <= r.high
}
