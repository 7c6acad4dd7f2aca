package schema

import (
	"strconv"

	"github.com/zio-collectief/zio/zio"
)

// indicators finds the measurements that tell a number of 1 to 4 pupils: their own number, or what is left of the number of all when
// the school boards, regions, sites or municipalities beside it are taken from it. That a number goes up or down by so many tells of
// nobody: others can have come and gone.
func (tell publishing) indicators(x *zio.Indicators) zio.Problems {
	var problems zio.Problems
	for i := range x.Values {
		v, at := &x.Values[i], "/values/"+strconv.Itoa(i)
		if !v.Ref.IsZero() {
			problems = append(problems, problemPupilLine.At(at+"/ref"))
			continue
		}
		if countsPupils(v.Code) {
			problems = append(problems, tell.few(at+"/value", v.Value)...)
			problems = append(problems, tell.fewLeft(at+"/value", x, v, func(of *zio.Indicator) int64 { return of.Value })...)
		}
		problems = append(problems, tell.few(at+"/pupils", v.Pupils)...)
		problems = append(problems, tell.fewLeft(at+"/pupils", x, v, func(of *zio.Indicator) int64 { return of.Pupils })...)
	}
	return problems
}

// The parts that a measurement can be of; that of all has none.
const (
	ofAll = iota
	ofBoard
	ofRegion
	ofSite
	ofHome
	ofMore // more than one of these
)

func partOf(v *zio.Indicator) int {
	part := ofAll
	for k, has := range [...]bool{v.Board != "", v.Region != "", !v.Site.IsZero(), !v.Home.IsZero()} {
		switch {
		case has && part != ofAll:
			return ofMore
		case has:
			part = ofBoard + k
		}
	}
	return part
}

// fewLeft finds 1 to 4 pupils of a measurement of all that are in none of the parts of one kind beside it.
func (tell publishing) fewLeft(at string, x *zio.Indicators, all *zio.Indicator, number func(*zio.Indicator) int64) zio.Problems {
	if partOf(all) != ofAll {
		return nil
	}
	var told [ofMore + 1]int64
	for i := range x.Values {
		if v := &x.Values[i]; v.Ref.IsZero() && v.Code == all.Code && v.Period == all.Period {
			told[partOf(v)] += number(v)
		}
	}
	for part := ofBoard; part <= ofHome; part++ {
		if told[part] > 0 {
			if problems := tell.few(at, number(all)-told[part]); len(problems) > 0 {
				return problems
			}
		}
	}
	return nil
}
