package schools

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/zio-collectief/zio/internal/fold"
	"github.com/zio-collectief/zio/zio"
)

// longest is the longest text that is searched for, in bytes; mostWords of it count.
const (
	longest   = 100
	mostWords = 8
)

// Search finds schools for somebody who types: by words of the name, the place, the municipality, the code of the site
// ("00OS") or the municipality where most pupils live. Capitals and accents do not count, "ij" is "y", and a word of four
// letters or more may have a typing error, one of ten or more may have two. Every word has to be found. The best come first:
// whole words before beginnings, these before parts, these before typing errors, and what stands in name, place,
// municipality or code before a home; of equals by name and code. A short word of four or five letters is only taken for another
// when its first letter and its end fit: nothing is found rather than four schools that nobody meant. At most limit results; 0 is
// no limit.
func Search(text string, limit int) []School {
	hits := search(text)
	if limit > 0 && len(hits) > limit {
		hits = hits[:limit]
	}
	return found(hits)
}

// Best are the schools that fit the text as well as the first that [Search] finds: one, when it is clear which is meant.
func Best(text string) []School {
	hits := search(text)
	n := 0
	for n < len(hits) && hits[n].rank == hits[0].rank {
		n++
	}
	return found(hits[:n])
}

// hit is a school that was found: the lower the rank, the better it fits.
type hit struct{ rank, at int }

func search(text string) []hit {
	if len(text) > longest {
		return nil
	}
	query := wordsOf(text)
	if len(query) == 0 || len(query) > mostWords {
		return nil
	}
	var hits []hit
	list, index := table().schools, index()
	for i := range list {
		if rank, found := index[i].rank(query); found {
			hits = append(hits, hit{rank, i})
		}
	}
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), strings.Compare(list[a.at].Name, list[b.at].Name), a.at-b.at)
	})
	return hits
}

func found(hits []hit) []School {
	schools := make([]School, len(hits))
	for i, h := range hits {
		schools[i] = table().schools[h.at]
	}
	return schools
}

// entry is the words by which a school is found.
type entry struct {
	code  string
	own   []string // of name, place and municipality
	homes []string // of the municipality where most pupils live
}

// index is the entries of the schools, made at the first search.
var index = sync.OnceValue(func() []entry {
	list := table().schools
	entries := make([]entry, len(list))
	for i := range list {
		s := &list[i]
		e := &entries[i]
		e.code = strings.ToLower(s.Code.String())
		e.own = wordsOf(s.Name + " " + s.Short + " " + s.Place + " " + zio.Netherlands().Name(s.Municipality))
		if h := s.largest(); h != nil {
			e.homes = wordsOf(zio.Netherlands().Name(h.Municipality))
		}
	}
	return entries
})

// largest is the municipality with the most pupils; nil when all live elsewhere.
func (s *School) largest() *Home {
	var best *Home
	for i := range s.Homes {
		if h := &s.Homes[i]; h.Elsewhere == 0 && (best == nil || h.Most > best.Most) {
			best = h
		}
	}
	return best
}

// wordsOf are the words of a text in the form in which they are compared.
func wordsOf(text string) []string {
	return strings.Fields(strings.ReplaceAll(string(fold.Append(nil, text)), "ij", "y"))
}

const (
	whole = iota
	start
	part
	mistyped
	atHome // behind all of these
)

// rank is how far the words of a query are from those of the school; false when one of them is not there.
func (e *entry) rank(query []string) (int, bool) {
	sum := 0
	for _, q := range query {
		best := atHome * 2
		if len(q) >= 3 && strings.HasPrefix(e.code, q) {
			best = whole
		}
		for _, w := range e.own {
			best = min(best, distance(q, w))
		}
		for _, w := range e.homes {
			if d := distance(q, w); d <= start {
				best = min(best, atHome+d)
			}
		}
		if best == atHome*2 {
			return 0, false
		}
		sum += best
	}
	return sum, true
}

// distance is how far a word that was typed is from a word of a name.
func distance(q, w string) int {
	switch {
	case q == w:
		return whole
	case strings.HasPrefix(w, q):
		return start
	case len(q) >= 3 && strings.Contains(w, q):
		return part
	}
	allowed := 0
	if len(q) >= 4 {
		allowed = 1
	}
	if len(q) >= 10 {
		allowed = 2
	}
	if len(q) < 6 && (q[0] != w[0] || len(w) > len(q)+allowed) {
		allowed = 0 // of so few letters another word is near
	}
	if allowed > 0 && within(q, w, allowed) {
		return mistyped
	}
	return atHome * 2
}

// within reports whether q becomes w, or the beginning of w, by at most so many letters that are too many, missing, wrong or
// swapped with the next. Words have at most 100 letters.
func within(q, w string, allowed int) bool {
	if len(w)+allowed < len(q) {
		return false
	}
	width := min(len(w), len(q)+allowed) // no more of w than can be the beginning
	before, last, next := make([]int, width+1), make([]int, width+1), make([]int, width+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(q); i++ {
		next[0] = i
		least := i
		for j := 1; j <= width; j++ {
			change := 1
			if q[i-1] == w[j-1] {
				change = 0
			}
			n := min(last[j]+1, next[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && q[i-1] == w[j-2] && q[i-2] == w[j-1] {
				n = min(n, before[j-2]+1)
			}
			next[j] = n
			least = min(least, n)
		}
		if least > allowed {
			return false
		}
		before, last, next = last, next, before
	}
	for j := max(0, len(q)-allowed); j <= width; j++ { // any beginning of w
		if last[j] <= allowed {
			return true
		}
	}
	return false
}
