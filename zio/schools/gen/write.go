package main

import (
	"slices"
	"strconv"

	"github.com/zio-collectief/zio/zio"
)

// append appends the table in the form that doc.go of package schools describes.
func (f *file) append(b []byte) []byte {
	tab := func(s string) { b = append(append(b, s...), '\t') }
	number := func(n int64) string { return strconv.FormatInt(n, 10) }
	tab("zio-schools/1")
	tab(f.date.String())
	tab(number(f.rows))
	tab(f.digest)
	b = append(append(b, f.name...), '\n')
	codes := make([]zio.SiteCode, 0, len(f.sites))
	for code := range f.sites {
		codes = append(codes, code)
	}
	slices.SortFunc(codes, zio.SiteCode.Compare)
	for _, code := range codes {
		s := f.sites[code]
		tab(code.String())
		tab(s.name)
		if s.short == s.name {
			s.short = ""
		}
		tab(s.short)
		tab(s.place)
		tab(s.municipality.String())
		tab(s.kind().String())
		tab(s.board.String())
		tab(s.alliances[0].String())
		tab(s.alliances[1].String())
		if s.total > 0 {
			b = strconv.AppendInt(b, s.total, 10)
		}
		tab("")
		tab(number(s.rows))
		if s.adults != (cell{}) {
			b = s.adults.append(b)
		}
		tab("")
		homes := make([]string, 0, len(s.homes))
		for home, c := range s.homes {
			if *c != (cell{}) {
				homes = append(homes, home)
			}
		}
		slices.Sort(homes) // letters come behind digits
		for i, home := range homes {
			if i > 0 {
				b = append(b, ' ')
			}
			b = append(b, home...)
			if c := s.homes[home]; *c != (cell{1, 1}) {
				b = append(b, '.')
				b = c.append(b)
			}
		}
		b = append(b, '\n')
	}
	return b
}

// append appends the fewest, and the number of hidden numbers where that is another one.
func (c cell) append(b []byte) []byte {
	b = strconv.AppendInt(b, c.fewest, 10)
	if c.hidden != c.fewest {
		b = append(b, '.')
		b = strconv.AppendInt(b, c.hidden, 10)
	}
	return b
}

// kind is the type of a site; so and vso have one together.
func (s *site) kind() zio.SchoolType {
	switch {
	case s.types[1] && s.types[2]:
		return zio.SpecialBoth
	case s.types[1]:
		return zio.SpecialPrimary
	case s.types[2]:
		return zio.SpecialSecondary
	}
	return zio.SpecialBasic
}
