// Package pupillines writes made-up lines of pupils, for tests and measurements: seeded, so that equal
// seeds give equal bytes. No line is about a real child, and no number is a fact of the domain.
package pupillines

import (
	"math/rand/v2"
	"strconv"
)

// Style is how a line is written.
type Style struct {
	Shuffled bool // members in any order
	Spaced   bool // ", " and ": ", as many programs write
	Escaped  bool // characters outside ASCII as escapes, and slashes too
}

// Source writes lines. It is not for more than one goroutine.
type Source struct {
	r     *rand.Rand
	n     int
	style Style
	parts [][]byte // members of the object that is being written
	inner [][]byte
	spare []byte
}

// New is a source of lines.
func New(seed uint64, style Style) *Source {
	return &Source{r: rand.New(rand.NewPCG(seed, 0x2026)), style: style}
}

var (
	kinds   = []string{"guidance", "personal-care", "nursing", "education-support", "treatment", "undetermined"}
	states  = []string{"granted", "applied", "not-applied", "refuses"}
	grounds = []string{"self-reliance", "medical"}
	labels  = []string{"groep 4", "Klas 2B", "onderwijszorgklas", "België-route", "vso uitstroom arbeid", "één op één", "gaat eind juli naar de Mytylschool"}
)

// Append appends a valid line, without its line break.
func (s *Source) Append(b []byte) []byte {
	s.n++
	s.parts, s.spare = s.parts[:0], s.spare[:0]
	s.member("ref", s.text("p-"+pad(s.n, 7)+"-"+pad(s.r.IntN(1_000_000), 6)))
	s.member("site", s.text(s.siteCode()))
	s.member("home", s.text(s.municipality()))
	s.member("needs", s.list(1+s.r.IntN(3), s.need))
	if s.r.IntN(5) == 0 {
		s.member("wlz", s.text(s.pick(states)))
	}
	if s.r.IntN(4) == 0 {
		s.member("mixedCauses", s.flag())
	}
	if s.r.IntN(2) == 0 {
		s.member("decisionUntil", s.text(s.date(2026)))
	}
	if s.r.IntN(4) == 0 {
		s.member("parentsDecline", s.flag())
	}
	if s.r.IntN(3) == 0 {
		s.member("turns18", s.text(s.date(2030)))
	}
	if s.r.IntN(3) == 0 {
		s.member("from", s.text(s.date(2026)))
	}
	if s.r.IntN(3) == 0 {
		s.member("until", s.text(s.date(2027)))
	}
	if s.r.IntN(8) == 0 {
		s.member("moves", s.list(1, s.move))
	}
	if s.r.IntN(2) == 0 {
		s.member("label", s.text(s.pick(labels)))
	}
	return s.object(b, s.parts)
}

func (s *Source) pick(list []string) string { return list[s.r.IntN(len(list))] }

func (s *Source) flag() []byte { return []byte(strconv.FormatBool(s.r.IntN(2) == 0)) }

func (s *Source) siteCode() string {
	return pad(s.r.IntN(100), 2) + string(rune('A'+s.r.IntN(26))) + string(rune('A'+s.r.IntN(26))) + "0" + strconv.Itoa(s.r.IntN(10))
}

func (s *Source) municipality() string { return pad(1+s.r.IntN(1999), 4) }

func (s *Source) date(year int) string {
	return strconv.Itoa(year-s.r.IntN(3)) + "-" + pad(1+s.r.IntN(12), 2) + "-" + pad(1+s.r.IntN(28), 2)
}

func (s *Source) need() []byte {
	s.inner = s.inner[:0]
	kind := s.pick(kinds)
	s.inside("kind", s.text(kind))
	s.inside("minutesPerWeek", strconv.AppendInt(nil, int64(15*(1+s.r.IntN(100))), 10))
	switch {
	case kind == "personal-care":
		s.inside("ground", s.text(s.pick(grounds)))
	case (kind == "guidance" || kind == "treatment") && s.r.IntN(4) == 0:
		s.inside("extendedYouthCare", s.flag())
	}
	return s.object(nil, s.inner)
}

func (s *Source) move() []byte {
	s.inner = s.inner[:0]
	s.inside("on", s.text(s.date(2026)))
	s.inside("to", s.text(s.municipality()))
	return s.object(nil, s.inner)
}

func (s *Source) list(n int, item func() []byte) []byte {
	b := []byte{'['}
	for i := range n {
		if i > 0 {
			b = append(b, s.comma()...)
		}
		b = append(b, item()...)
	}
	return append(b, ']')
}

func (s *Source) comma() string {
	if s.style.Spaced {
		return ", "
	}
	return ","
}

func (s *Source) member(name string, value []byte) { s.parts = append(s.parts, s.pair(name, value)) }
func (s *Source) inside(name string, value []byte) { s.inner = append(s.inner, s.pair(name, value)) }

func (s *Source) pair(name string, value []byte) []byte {
	b := append(strconv.AppendQuote(nil, name), ':')
	if s.style.Spaced {
		b = append(b, ' ')
	}
	return append(b, value...)
}

func (s *Source) object(b []byte, parts [][]byte) []byte {
	if s.style.Shuffled {
		s.r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
	}
	b = append(b, '{')
	for i, part := range parts {
		if i > 0 {
			b = append(b, s.comma()...)
		}
		b = append(b, part...)
	}
	return append(b, '}')
}

func (s *Source) text(text string) []byte {
	b := []byte{'"'}
	for _, r := range text {
		switch {
		case s.style.Escaped && r >= 0x80:
			b = append(b, '\\', 'u')
			hex := strconv.FormatInt(int64(r)+0x10000, 16)
			b = append(b, hex[1:]...)
		case s.style.Escaped && r == '/':
			b = append(b, '\\', '/')
		default:
			b = append(b, string(r)...)
		}
	}
	return append(b, '"')
}

func pad(n, width int) string {
	text := strconv.Itoa(n)
	for len(text) < width {
		text = "0" + text
	}
	return text
}
