package accept

import "sync"

// calendar is the automaton of all days from 0001-01-01 to 9999-12-31. A pattern that lets nothing else
// pass needs no look at the calendar.
var calendar = sync.OnceValue(func() *automaton {
	a, err := newAutomaton(`^(` +
		`([0-9]{3}[1-9]|[0-9]{2}[1-9][0-9]|[0-9][1-9][0-9]{2}|[1-9][0-9]{3})` +
		`-((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)` +
		`|([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29` +
		`)$`)
	if err != nil {
		panic(err) // the pattern above is wrong
	}
	return a
})

// within reports whether a accepts no text that other refuses, by walking through both at the same time.
func (a *automaton) within(other *automaton) bool {
	type pair struct{ mine, its uint16 }
	seen := map[pair]bool{}
	todo := []pair{{a.start, other.start}}
	var runes []rune // one of each class of both
	for r := rune(0); r < 128; r++ {
		runes = append(runes, r)
	}
	runes = append(append(runes, a.from...), other.from...)
	for len(todo) > 0 {
		p := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[p] || p.mine == a.dead {
			continue
		}
		seen[p] = true
		if a.accepts[p.mine] && !other.accepts[p.its] {
			return false
		}
		for _, r := range runes {
			todo = append(todo, pair{a.next[int(p.mine)*a.classes+int(a.class(r))], other.next[int(p.its)*other.classes+int(other.class(r))]})
		}
	}
	return true
}
