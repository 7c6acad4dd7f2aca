// Package duogen writes made-up files in the layouts of DUO, for tests and demonstrations. Schools, postcodes
// and counts are invented; only the names of municipalities and the layouts are real. Equal configurations
// give equal files, byte for byte.
package duogen

import (
	"io"
	"strconv"
	"strings"
)

// Home is a municipality where pupils live, by the name that is printed, such as "BERG EN DAL".
type Home struct{ Name string }

// Config says what to write. The zero value of a member is its default.
type Config struct {
	Rows       int64  // default 1,000
	Seed       uint64 // any number; another seed gives another file
	Date       string // PEILDATUM as printed; default 20191001
	Homes      []Home // default [NijmegenAndCuijk2019]
	Sites      int    // number of school sites; default one per 200 rows, at least 3
	Suppress   bool   // print counts of 1 to 4 as <5, as DUO does since November 2023
	Abroad     int64  // one row in so many is of pupils abroad or of unknown home; 0: none
	UTF8       bool   // write UTF-8 instead of Windows-1252
	LineFeed   bool   // end lines with LF instead of CRLF
	Delimiter  byte   // default ;
	SplitTypes bool   // give some sites rows of two types of school
	Today      bool   // the layout since 2024: other names of columns, no total, all quoted, UTF-8 behind a byte-order mark
}

// Tally is what is in the file that was written.
type Tally struct {
	Rows       int64
	Suppressed int64 // rows of which the total is printed as <5
	NoHome     int64 // rows without a municipality
	Both       int64 // rows with both
	Pupils     int64 // pupils behind all rows, suppressed or not
	Known      int64 // pupils of the rows with a municipality and a printed total
	Adults     int64 // pupils of 18 and older behind all rows
}

// NijmegenAndCuijk2019 are the seven municipalities of Rijk van Nijmegen and the five of Land van Cuijk as they
// were in 2019. The five merged into Land van Cuijk on 1 January 2022.
var NijmegenAndCuijk2019 = []Home{
	{"NIJMEGEN"}, {"BERG EN DAL"}, {"BEUNINGEN"}, {"DRUTEN"}, {"HEUMEN"}, {"MOOK EN MIDDELAAR"}, {"WIJCHEN"},
	{"BOXMEER"}, {"CUIJK"}, {"GRAVE"}, {"MILL EN SINT HUBERT"}, {"SINT ANTHONIS"},
}

// Columns are the names of the columns of "03. leerlingen po totaaloverzicht".
func Columns() []string {
	names := strings.Split("PEILDATUM GEMEENTENUMMER GEMEENTENAAM POSTCODE_LEERLING GEMEENTENAAM_LEERLING BRIN_NUMMER VESTIGINGSNUMMER INSTELLINGSNAAM_VESTIGING POSTCODE_VESTIGING PLAATSNAAM PROVINCIE SOORT_PO DENOMINATIE_VESTIGING BEVOEGD_GEZAG_NUMMER 3-", " ")
	for age := 4; age <= 24; age++ {
		names = append(names, strconv.Itoa(age))
	}
	return append(names, "25+", "TOTAAL")
}

// TodayColumns are the names of the columns since 2024.
func TodayColumns() []string {
	names := Columns()
	names = names[:len(names)-1]
	names[5], names[6] = "INSTELLINGSCODE", "VESTIGINGSCODE"
	last := len(names) - 1
	for i := 15; i < last; i++ {
		names[i] = "LEEFTIJD_" + names[i]
	}
	names[14], names[last] = "LEEFTIJD_JONGER", "LEEFTIJD_OUDER"
	return names
}

const ages = 23 // 3- to 25+

// random is splitmix64: small, and the same on every machine.
type random uint64

func (r *random) next() uint64 {
	*r += 0x9E3779B97F4A7C15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// below is a number from 0 to n-1.
func (r *random) below(n int) int { return int(r.next() % uint64(n)) }

// WriteDuoPO writes a file in the layout "03. leerlingen po totaaloverzicht".
func WriteDuoPO(w io.Writer, c Config) (Tally, error) {
	if c.Rows == 0 {
		c.Rows = 1000
	}
	if c.Date == "" {
		c.Date = "20191001"
	}
	if c.Homes == nil {
		c.Homes = NijmegenAndCuijk2019
	}
	if c.Sites == 0 {
		c.Sites = max(3, int(c.Rows/200))
	}
	c.Sites = min(c.Sites, 26*26*99)
	if c.Delimiter == 0 {
		c.Delimiter = ';'
	}
	eol := "\r\n"
	if c.LineFeed {
		eol = "\n"
	}
	r := random(c.Seed)
	buf := make([]byte, 0, 1<<16)
	flush := func(limit int) error {
		if len(buf) < limit {
			return nil
		}
		_, err := w.Write(buf)
		buf = buf[:0]
		return err
	}
	if c.Today {
		c.UTF8 = true
		buf = append(buf, "\uFEFF\""+strings.Join(TodayColumns(), `"`+string(rune(c.Delimiter))+`"`)+`"`+eol...)
	} else {
		buf = append(append(buf, strings.Join(Columns(), string(rune(c.Delimiter)))...), eol...)
	}
	tally := Tally{Rows: c.Rows}
	perSite := max(1, c.Rows/int64(c.Sites))
	for row := int64(0); row < c.Rows; row++ {
		s := min(int(row/perSite), c.Sites-1)
		var cells [ages]int64
		total := int64(0)
		types := [...]string{"So", "Vso", "Sbo", "Bo"}
		kind := s % 4
		if c.SplitTypes && s%4 == 0 && row%2 == 1 {
			kind = 1
		}
		youngest := [...]int{4, 12, 4, 4}[kind] - 3
		width := [...]int{9, 9, 9, 9}[kind]
		for n := 1 + r.below(12); n > 0; n-- {
			a := youngest + r.below(width)
			cells[a]++
			total++
			if a >= 15 {
				tally.Adults++
			}
		}
		home := strings.Clone(c.Homes[r.below(len(c.Homes))].Name)
		postcode := strconv.Itoa(1000 + r.below(9000))
		noHome := c.Abroad > 0 && row%c.Abroad == c.Abroad-1
		if noHome {
			switch kind := r.below(4); {
			case c.Today:
				postcode = strconv.Itoa(10 * (kind + 1))
				home = [...]string{"Belgie", "Duitsland", "ander land", "Onbekend"}[kind]
			case kind == 0:
				postcode, home = "BUITENLAND", "BUITENLAND"
			case kind == 1:
				postcode, home = "ANDERS", "ANDERS"
			case kind == 2:
				postcode, home = "0000", "ONBEKEND"
			default:
				postcode, home = "0000", ""
			}
		}
		hidden := c.Suppress && total < 5
		tally.Pupils += total
		switch {
		case hidden && noHome:
			tally.Both++
		case hidden:
			tally.Suppressed++
		case noHome:
			tally.NoHome++
		default:
			tally.Known += total
		}
		quote := func() {
			if c.Today {
				buf = append(buf, '"')
			}
		}
		field := func(v string) {
			quote()
			buf = c.encode(buf, v)
			quote()
			buf = append(buf, c.Delimiter)
		}
		number := func(n int64) {
			if c.Suppress && n > 0 && n < 5 {
				buf = append(buf, "<5"...)
				return
			}
			buf = strconv.AppendInt(buf, n, 10)
		}
		field(c.Date)
		field("0268")
		field("NIJMEGEN")
		field(postcode)
		field(home)
		field("99" + string(rune('A'+s/26%26)) + string(rune('A'+s%26)))
		field(strconv.Itoa(s/676/10) + strconv.Itoa(s/676%10))
		field("Verzonnen school " + strconv.Itoa(s+1) + " d'Été")
		field("6500 ZZ")
		field("NIJMEGEN")
		field("Gelderland")
		field(types[kind])
		field("Openbaar")
		field(strconv.Itoa(90000 + s%1000))
		for i, n := range cells {
			quote()
			number(n)
			quote()
			if !c.Today || i < ages-1 {
				buf = append(buf, c.Delimiter)
			}
		}
		if !c.Today {
			number(total)
		}
		buf = append(buf, eol...)
		if err := flush(1<<16 - 1024); err != nil {
			return tally, err
		}
	}
	return tally, flush(1)
}

// encode appends a text in the encoding of the file.
func (c *Config) encode(b []byte, s string) []byte {
	for _, r := range s {
		if c.UTF8 || r < 0x80 {
			b = append(b, string(r)...)
		} else {
			b = append(b, byte(r)) // Latin letters have the same number in Windows-1252
		}
	}
	return b
}
