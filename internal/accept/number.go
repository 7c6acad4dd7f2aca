package accept

// number is what holds for a number.
type number struct {
	low, high int64
	multiple  int64   // 0 when there is none
	among     []int64 // the closed set, nil when there is none
}

// whole reads a whole number that begins at i and returns the place behind it and its value; a negative
// place when it is none, has a fraction or an exponent, or is out of bounds.
func (t *number) whole(b []byte, i int) (end int, value int64) {
	negative := b[i] == '-'
	if negative {
		if i++; i >= len(b) {
			return -1, 0
		}
	}
	d := b[i] - '0'
	if d > 9 {
		return -1, 0
	}
	start := i
	i++
	v := int64(d)
	if d != 0 {
		for i < len(b) {
			d := b[i] - '0'
			if d > 9 {
				break
			}
			if i-start >= maxIntegerDigits {
				return -1, 0
			}
			v = v*10 + int64(d)
			i++
		}
	}
	if i < len(b) {
		switch c := b[i]; {
		case c == '.' || c|0x20 == 'e' || c >= '0' && c <= '9':
			return -1, 0
		}
	}
	if negative {
		if v == 0 {
			return -1, 0 // readers differ on -0
		}
		v = -v
	}
	if v < t.low || v > t.high {
		return -1, 0
	}
	if t.multiple != 0 && v%t.multiple != 0 {
		return -1, 0
	}
	if t.among != nil {
		for _, x := range t.among {
			if x == v {
				return i, v
			}
		}
		return -1, 0
	}
	return i, v
}

// decimal reads a number that may have a fraction; it has bounds only.
func (t *number) decimal(b []byte, i int) int {
	wide := number{low: -1 << 62, high: 1 << 62}
	negative, start := b[i] == '-', i
	point := i
	for point < len(b) && (b[point] == '-' || b[point] >= '0' && b[point] <= '9') {
		point++
	}
	if point == len(b) || b[point] != '.' {
		end, _ := t.whole(b, i)
		return end
	}
	end, v := wide.whole(b[:point], i)
	if end != point {
		return -1
	}
	i = point + 1
	zero := true
	for i < len(b) && b[i] >= '0' && b[i] <= '9' {
		zero = zero && b[i] == '0'
		i++
	}
	if i == point+1 || i-start > maxIntegerDigits || i < len(b) && b[i]|0x20 == 'e' {
		return -1
	}
	low, high := t.low, t.high
	if !zero && negative {
		low++
	} else if !zero {
		high--
	}
	if v < low || v > high {
		return -1
	}
	return i
}
