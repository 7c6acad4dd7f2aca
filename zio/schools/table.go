package schools

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"errors"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/zio-collectief/zio/zio"
)

//go:embed schools.txt.gz
var packed []byte

// data is the table as it is used.
type data struct {
	date    zio.Date
	rows    int64
	digest  string
	file    string
	schools []School
}

// table is the embedded table; it is read at the first call. A test reads it without a problem, so here is none.
var table = sync.OnceValue(func() *data {
	d, err := read(packed)
	if err != nil {
		panic("schools: the embedded table: " + err.Error())
	}
	return d
})

var errForm = errors.New("the table has another form")

// read reads the table in the form that the documentation of the package describes.
func read(packed []byte) (*data, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	var text strings.Builder
	if _, err := io.Copy(&text, r); err != nil {
		return nil, err
	}
	head, rest, _ := strings.Cut(text.String(), "\n")
	fields := strings.Split(head, "\t")
	if len(fields) != 5 || fields[0] != "zio-schools/1" {
		return nil, errForm
	}
	d := &data{digest: fields[3], file: fields[4], schools: make([]School, 0, strings.Count(rest, "\n"))}
	x := reader{}
	d.date = parsed(&x, zio.ParseDate, fields[1])
	d.rows = x.number(fields[2])
	for line := range strings.Lines(rest) {
		d.schools = append(d.schools, x.school(strings.TrimSuffix(line, "\n")))
	}
	return d, x.err
}

// reader reads fields and keeps the first problem.
type reader struct{ err error }

func parsed[T any](x *reader, parse func(string) (T, error), text string) T {
	v, err := parse(text)
	if err != nil && x.err == nil {
		x.err = err
	}
	return v
}

// known is parsed of a text that may be absent.
func known[T any](x *reader, parse func(string) (T, error), text string) (v T) {
	if text == "" {
		return v
	}
	return parsed(x, parse, text)
}

func (x *reader) number(text string) int64 {
	return parsed(x, func(s string) (int64, error) { return strconv.ParseInt(s, 10, 32) }, text)
}

func (x *reader) school(line string) School {
	f := strings.Split(line, "\t")
	if len(f) != 13 {
		x.err = errForm
		return School{}
	}
	s := School{Code: parsed(x, zio.ParseSiteCode, f[0]), Name: f[1], Short: f[2], Place: f[3], Municipality: parsed(x, zio.ParseMunicipalityCode, f[4]),
		Type: parsed(x, zio.ParseSchoolType, f[5]), Board: known(x, zio.ParseBoardNumber, f[6]), Primary: known(x, zio.ParseAllianceCode, f[7]),
		Secondary: known(x, zio.ParseAllianceCode, f[8]), Rows: x.number(f[10])}
	if f[9] != "" {
		s.Total = x.number(f[9])
	}
	if f[11] != "" {
		s.Adults = x.count(f[11])
	}
	s.Homes = make([]Home, 0, strings.Count(f[12], " ")+1)
	for one := range strings.SplitSeq(f[12], " ") {
		place, count, counted := strings.Cut(one, ".")
		h := Home{Count: Count{1, 4}}
		if counted {
			h.Count = x.count(count)
		}
		if len(place) == 1 {
			h.Elsewhere = Elsewhere(place[0])
		} else {
			h.Municipality = parsed(x, zio.ParseMunicipalityCode, place)
		}
		s.Homes = append(s.Homes, h)
	}
	return s
}

// count reads the fewest and the number of hidden numbers.
func (x *reader) count(text string) Count {
	fewest, hidden, other := strings.Cut(text, ".")
	c := Count{Fewest: x.number(fewest)}
	n := c.Fewest
	if other {
		n = x.number(hidden)
	}
	c.Most = c.Fewest + 3*n // each is 1 to 4
	return c
}
