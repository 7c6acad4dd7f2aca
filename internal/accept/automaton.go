package accept

import (
	"fmt"
	"regexp/syntax"
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"
)

// automaton is the deterministic automaton of a pattern: the same program that the regexp package runs,
// made deterministic by subset construction and then minimized. Characters are first mapped to classes
// that the pattern can not tell apart.
type automaton struct {
	ascii   [128]uint8 // class of an ASCII character
	from    []rune     // first characters of the runs of characters outside ASCII
	run     []uint8    // class of each run
	classes int
	next    []uint16 // state*classes + class
	accepts []bool
	dead    uint16 // the state from which nothing is accepted; noState when there is none
	start   uint16

	steps  [256]uint8 // column of a byte of a string as it is written
	table  []uint32   // row + column: the next row, or one of the codes below
	first  uint32     // row of the start
	plug   []bool     // by row / width: no plain character leads out of this state, so that many can be skipped at once
	accept []bool     // by row / width
	width  uint32
}

// What a step leads to when it is no row in which one goes on at once.
const (
	stepPlug = 1 << 28 // added to the row of a state that plain characters do not leave
	stepDead = 1<<29 + iota
	stepStop // a control character or an escape
	stepWide // the first byte of a character outside ASCII
	stepEnd  // the closing quotation mark
)

const noState = 0xFFFF

func (a *automaton) class(r rune) uint8 {
	if r < utf8.RuneSelf {
		return a.ascii[r]
	}
	k := sort.Search(len(a.from), func(k int) bool { return a.from[k] > r })
	return a.run[k-1]
}

// match reports whether the pattern occurs in a decoded text.
func (a *automaton) match(text []byte) bool {
	s := int(a.start)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		i += size
		s = int(a.next[s*a.classes+int(a.class(r))])
	}
	return a.accepts[s]
}

// newAutomaton compiles a pattern of the common subset of RE2 and ECMA-262.
func newAutomaton(pattern string) (*automaton, error) {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil, fmt.Errorf("accept: pattern %q: %w", pattern, err)
	}
	prog, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return nil, fmt.Errorf("accept: pattern %q: %w", pattern, err)
	}
	for _, in := range prog.Inst {
		if in.Op == syntax.InstEmptyWidth && syntax.EmptyOp(in.Arg)&^(syntax.EmptyBeginText|syntax.EmptyEndText) != 0 {
			return nil, fmt.Errorf("accept: pattern %q: ends of lines and words are not supported", pattern)
		}
	}
	if len(prog.Inst) > 1<<16 {
		return nil, fmt.Errorf("accept: pattern %q is too long", pattern)
	}
	b := subset{prog: prog, index: map[string]int{}}
	b.split()
	if err := b.build(); err != nil {
		return nil, fmt.Errorf("accept: pattern %q: %w", pattern, err)
	}
	return b.minimize(pattern)
}

// subset is the construction under way. Its state 0 is the start; state 1 accepts whatever follows.
type subset struct {
	prog    *syntax.Prog
	lows    []rune // first character of each class as first split, ascending
	sets    [][]uint32
	index   map[string]int
	next    [][]int
	accepts []bool
}

// split cuts the characters where any instruction of the program changes its mind.
func (b *subset) split() {
	cuts := map[rune]bool{0: true, utf8.RuneSelf: true}
	cut := func(lo, hi rune) {
		cuts[lo] = true
		if hi < unicode.MaxRune {
			cuts[hi+1] = true
		}
	}
	for _, in := range b.prog.Inst {
		switch in.Op {
		case syntax.InstRuneAnyNotNL:
			cut('\n', '\n')
		case syntax.InstRune, syntax.InstRune1:
			if len(in.Rune) == 1 {
				cut(in.Rune[0], in.Rune[0])
				for r := unicode.SimpleFold(in.Rune[0]); r != in.Rune[0]; r = unicode.SimpleFold(r) {
					cut(r, r)
				}
				continue
			}
			for k := 0; k+1 < len(in.Rune); k += 2 {
				cut(in.Rune[k], in.Rune[k+1])
			}
		}
	}
	for r := range cuts {
		b.lows = append(b.lows, r)
	}
	slices.Sort(b.lows)
}

// closure adds to set all instructions that are reached from pc without a character.
func (b *subset) closure(set map[uint32]bool, pc uint32, at syntax.EmptyOp) {
	if set[pc] {
		return
	}
	set[pc] = true
	in := &b.prog.Inst[pc]
	switch in.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		b.closure(set, in.Out, at)
		b.closure(set, in.Arg, at)
	case syntax.InstCapture, syntax.InstNop:
		b.closure(set, in.Out, at)
	case syntax.InstEmptyWidth:
		if syntax.EmptyOp(in.Arg)&^at == 0 {
			b.closure(set, in.Out, at)
		}
	}
}

// state is the number of a set of instructions. The instructions that wait for the end of the text stay
// in the set; those that wait for its begin have been passed or never will be.
func (b *subset) state(set map[uint32]bool) int {
	var members []uint32
	accepts, always := false, false
	atEnd := map[uint32]bool{}
	for pc := range set {
		switch in := &b.prog.Inst[pc]; in.Op {
		case syntax.InstMatch:
			always = true
		case syntax.InstEmptyWidth:
			members = append(members, pc)
			b.closure(atEnd, pc, syntax.EmptyEndText)
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			members = append(members, pc)
		}
	}
	for pc := range atEnd {
		accepts = accepts || b.prog.Inst[pc].Op == syntax.InstMatch
	}
	if always {
		return 1
	}
	slices.Sort(members)
	numbers := make([]int, len(members))
	for i, pc := range members {
		numbers[i] = int(pc)
	}
	key := pack(numbers)
	if s, known := b.index[key]; known {
		return s
	}
	return b.add(key, members, accepts)
}

func (b *subset) add(key string, members []uint32, accepts bool) int {
	s := len(b.sets)
	b.index[key] = s
	b.sets = append(b.sets, members)
	b.accepts = append(b.accepts, accepts)
	b.next = append(b.next, make([]int, len(b.lows)))
	return s
}

func (b *subset) build() error {
	b.add("start", nil, false)
	b.add("always", nil, true)
	for c := range b.lows {
		b.next[1][c] = 1
	}
	start := map[uint32]bool{}
	b.closure(start, uint32(b.prog.Start), syntax.EmptyBeginText)
	// The empty text: begin and end hold at once.
	empty := map[uint32]bool{}
	b.closure(empty, uint32(b.prog.Start), syntax.EmptyBeginText|syntax.EmptyEndText)
	for pc := range empty {
		b.accepts[0] = b.accepts[0] || b.prog.Inst[pc].Op == syntax.InstMatch
	}
	for pc := range start {
		if b.prog.Inst[pc].Op == syntax.InstMatch { // matches before the first character
			for c := range b.lows {
				b.next[0][c] = 1
			}
			return nil
		}
		b.sets[0] = append(b.sets[0], pc)
	}
	again := map[uint32]bool{} // the pattern may begin anywhere
	b.closure(again, uint32(b.prog.Start), 0)
	for s := 0; s < len(b.sets); s++ {
		if s == 1 {
			continue
		}
		if len(b.sets) > maxStates {
			return fmt.Errorf("more than %d states", maxStates)
		}
		for c, r := range b.lows {
			to := map[uint32]bool{}
			for _, pc := range b.sets[s] {
				in := &b.prog.Inst[pc]
				switch in.Op {
				case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
					if in.MatchRune(r) {
						b.closure(to, in.Out, 0)
					}
				}
			}
			for pc := range again {
				to[pc] = true
			}
			n := b.state(to)
			b.next[s][c] = n
		}
	}
	return nil
}

// minimize merges states that accept the same texts, and classes that no state tells apart.
func (b *subset) minimize(pattern string) (*automaton, error) {
	group := make([]int, len(b.next))
	for s, ok := range b.accepts {
		if ok {
			group[s] = 1
		}
	}
	count := 0
	for {
		keys := map[string]int{}
		next := make([]int, len(group))
		for s := range group {
			row := make([]int, 0, len(b.lows)+1)
			row = append(row, group[s])
			for _, t := range b.next[s] {
				row = append(row, group[t])
			}
			key := pack(row)
			g, known := keys[key]
			if !known {
				g = len(keys)
				keys[key] = g
			}
			next[s] = g
		}
		group = next
		if len(keys) == count {
			break
		}
		count = len(keys)
	}
	table := make([][]int, count)
	a := &automaton{accepts: make([]bool, count), start: uint16(group[0]), dead: noState}
	for s, g := range group {
		if table[g] == nil {
			table[g] = make([]int, len(b.lows))
			for c, t := range b.next[s] {
				table[g][c] = group[t]
			}
			a.accepts[g] = b.accepts[s]
		}
	}
	columns := map[string]uint8{}
	var kept []int
	class := make([]uint8, len(b.lows))
	for c := range b.lows {
		column := make([]int, count)
		for g := range table {
			column[g] = table[g][c]
		}
		key := pack(column)
		k, known := columns[key]
		if !known {
			if len(columns) == maxClasses {
				return nil, fmt.Errorf("accept: pattern %q: more than %d classes of characters", pattern, maxClasses)
			}
			k = uint8(len(columns))
			columns[key] = k
			kept = append(kept, c)
		}
		class[c] = k
	}
	a.classes = len(kept)
	for g := range table {
		loops := true
		for _, c := range kept {
			a.next = append(a.next, uint16(table[g][c]))
			loops = loops && table[g][c] == g
		}
		if loops && !a.accepts[g] {
			a.dead = uint16(g)
		}
	}
	for c, low := range b.lows {
		high := rune(unicode.MaxRune)
		if c+1 < len(b.lows) {
			high = b.lows[c+1] - 1
		}
		for r := low; r <= high && r < utf8.RuneSelf; r++ {
			a.ascii[r] = class[c]
		}
		if low >= utf8.RuneSelf {
			a.from = append(a.from, low)
			a.run = append(a.run, class[c])
		}
	}
	a.layOut()
	return a, nil
}

// layOut makes the table that reads a string as it is written: one look-up for each byte, and one
// comparison for all that is not a step to a next state.
func (a *automaton) layOut() {
	states := len(a.accepts)
	a.width = uint32(a.classes + 3)
	columns := [3]uint32{stepStop, stepWide, stepEnd}
	for b := range a.steps {
		switch {
		case b == '"':
			a.steps[b] = uint8(a.classes + 2)
		case b >= utf8.RuneSelf:
			a.steps[b] = uint8(a.classes + 1)
		case b == '\\' || b < 0x20:
			a.steps[b] = uint8(a.classes)
		default:
			a.steps[b] = a.ascii[b]
		}
	}
	a.plug, a.accept = make([]bool, states), a.accepts
	for s := range a.plug {
		a.plug[s] = s != int(a.dead)
		for b := 0x20; b < 0x7F; b++ {
			if b != '"' && b != '\\' && int(a.next[s*a.classes+int(a.ascii[b])]) != s {
				a.plug[s] = false
			}
		}
	}
	a.first = a.row(int(a.start))
	for s := range states {
		for k := range a.classes {
			a.table = append(a.table, a.row(int(a.next[s*a.classes+k])))
		}
		a.table = append(a.table, columns[:]...)
	}
}

// row is what a step to a state is written as in the table.
func (a *automaton) row(state int) uint32 {
	switch {
	case state == int(a.dead):
		return stepDead
	case a.plug[state]:
		return stepPlug + uint32(state)*a.width
	}
	return uint32(state) * a.width
}

// pack is a list of small numbers as the key of a map.
func pack(numbers []int) string {
	key := make([]byte, 0, 2*len(numbers))
	for _, n := range numbers {
		key = append(key, byte(n), byte(n>>8))
	}
	return string(key)
}
