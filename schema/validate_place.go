package schema

import (
	"strconv"
)

// place is where a part stands: in the member or, when it has no name, at the index of what is around it.
type place struct {
	around *place // nil for the document
	name   string
	index  int
	named  bool
}

func (p *place) path() []string {
	if p.around == nil {
		return nil
	}
	if p.named {
		return append(p.around.path(), p.name)
	}
	return append(p.around.path(), strconv.Itoa(p.index))
}

func (p *place) levels() int {
	n := 0
	for ; p.around != nil; p = p.around {
		n++
	}
	return n
}
