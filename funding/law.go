package funding

import "github.com/zio-collectief/zio/zio"

//go:generate go run ../internal/lawgen law/law.json law_table.go

// basis is one legal basis of a route or a reason (grondslag), as the routing table has it.
type basis struct {
	text        string
	from, until int32  // days as numbers, 20180101; until 0: no end is known
	schools     uint16 // a bit for each kind of school for which it holds; 0: for all
}

// basisOf is the first basis that was in force on a day and holds for a kind of school; "" when there is none. A basis that had
// ended, or had not begun, is never used in its place.
func basisOf(list []basis, on zio.Date, school zio.SchoolType) string {
	y, m, d := on.YMD()
	day := int32(y*10_000 + m*100 + d)
	for i := range list {
		b := &list[i]
		if day >= b.from && (b.until == 0 || day <= b.until) && (b.schools == 0 || b.schools&(1<<school) != 0) {
			return b.text
		}
	}
	return ""
}

//figures:without nl en
type reasonInfo struct {
	text, rule, nl, en string
	bases              []basis
}

// routeInfo is what holds for a route: its text form, its words, and whether its money may be pooled.
//
//figures:without nl en
type routeInfo struct {
	text, nl, en string
	pool         bool
	bases        []basis // why it may or may not be pooled
}
