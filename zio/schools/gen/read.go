package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/zio"
)

// file is what the file of DUO says.
type file struct {
	name   string
	digest string // of the file as it is when not compressed
	date   zio.Date
	rows   int64
	sites  map[zio.SiteCode]*site
}

// site is one school site with its pupils.
type site struct {
	code         zio.SiteCode
	name, short  string // full name of the table of sites, and the one in the file of DUO
	place        string
	municipality zio.MunicipalityCode
	board        zio.BoardNumber
	types        [3]bool // sbo, so, vso
	alliances    [2]zio.AllianceCode
	total, rows  int64
	adults       cell
	homes        map[string]*cell // by municipality code, or one of the letters of elsewhere
}

// cell is a sum of published numbers: the lowest it can be, and of how many hidden numbers it is a part.
type cell struct{ fewest, hidden int64 }

// hiddenMost is the highest number behind "<5"; the lowest is 1.
const hiddenMost = 4

// read gives the content of a file, unpacked where it is compressed.
func read(name string) ([]byte, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		return data, nil
	}
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if data, err = io.ReadAll(r); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return data, nil
}

// table reads a CSV file with a header and hands each row to take, with the line and a function that gives a column.
func table(name string, data []byte, comma rune, columns []string, take func(line int64, header, row []string, column func(string) string) error) error {
	r := csv.NewReader(bufio.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))))
	r.Comma = comma
	header, err := r.Read()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	at := make(map[string]int, len(header))
	for i, h := range header {
		at[strings.TrimSpace(h)] = i
	}
	for _, c := range columns {
		if _, ok := at[c]; !ok {
			return fmt.Errorf("%s: there is no column %s", name, c)
		}
	}
	for {
		row, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		line, _ := r.FieldPos(0)
		if err := take(int64(line), header, row, func(c string) string { return strings.TrimSpace(row[at[c]]) }); err != nil {
			return fmt.Errorf("%s:%d: %w", name, line, err)
		}
	}
}

var pupilColumns = []string{"PEILDATUM", "GEMEENTENUMMER", "POSTCODE_LEERLING", "GEMEENTENAAM_LEERLING", "INSTELLINGSCODE", "VESTIGINGSCODE",
	"INSTELLINGSNAAM_VESTIGING", "PLAATSNAAM", "SOORT_PO", "BEVOEGD_GEZAG_NUMMER"}

// elsewhere are the codes in the column of postcodes for Belgium, Germany, another country and unknown, and what the table
// has for each.
var elsewhere = map[string]string{"10": "B", "20": "D", "30": "A", "40": "O"}

// readPupils adds up the pupils of special education per site and home municipality.
func readPupils(name string) (*file, error) {
	data, err := read(name)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	f := &file{name: strings.TrimSuffix(filepath.Base(name), ".gz"), digest: "sha256:" + hex.EncodeToString(sum[:]), sites: map[zio.SiteCode]*site{}}
	ages := map[int]int64{} // columns of ages
	err = table(name, data, ';', pupilColumns, func(line int64, header, row []string, column func(string) string) error {
		if len(ages) == 0 {
			if err := findAges(header, ages); err != nil {
				return err
			}
		}
		f.rows++
		return f.add(row, ages, column)
	})
	if err != nil {
		return nil, err
	}
	return f, nil
}

// findAges finds the columns of ages: LEEFTIJD_JONGER, LEEFTIJD_4 .. LEEFTIJD_24, LEEFTIJD_OUDER. The first and the last are open.
func findAges(header []string, ages map[int]int64) error {
	for i, h := range header {
		text, found := strings.CutPrefix(h, "LEEFTIJD_")
		switch {
		case !found:
		case text == "JONGER":
			ages[i] = 0
		case text == "OUDER":
			ages[i] = 99
		default:
			age, err := strconv.ParseInt(text, 10, 64)
			if err != nil {
				return fmt.Errorf("column %s is not an age", h)
			}
			ages[i] = age
		}
	}
	if len(ages) == 0 {
		return fmt.Errorf("there are no columns LEEFTIJD_..")
	}
	return nil
}

// add adds one row.
func (f *file) add(row []string, ages map[int]int64, column func(string) string) error {
	kind := map[string]int{"Sbo": 0, "So": 1, "Vso": 2}
	which, special := kind[column("SOORT_PO")]
	if !special {
		if column("SOORT_PO") == "Bo" {
			return nil
		}
		return fmt.Errorf("SOORT_PO is %q", column("SOORT_PO"))
	}
	digits := column("PEILDATUM")
	if len(digits) != 8 {
		return fmt.Errorf("PEILDATUM is %q", digits)
	}
	date, err := zio.ParseDate(digits[:4] + "-" + digits[4:6] + "-" + digits[6:])
	if err != nil {
		return err
	}
	if f.date.IsZero() {
		f.date = date
	} else if f.date != date {
		return fmt.Errorf("counted on %s, the rows before on %s", date, f.date)
	}
	s, err := f.site(column)
	if err != nil {
		return err
	}
	s.types[which] = true
	s.rows++
	home, known := elsewhere[column("POSTCODE_LEERLING")]
	if !known {
		m, err := zio.Netherlands().ByName(column("GEMEENTENAAM_LEERLING"), date, 0)
		if err != nil {
			return err
		}
		home = m.Code.String()
	}
	c := s.homes[home]
	if c == nil {
		c = &cell{}
		s.homes[home] = c
	}
	for i, age := range ages {
		n, err := parseCell(row[i])
		if err != nil {
			return err
		}
		c.add(n)
		if age >= 18 {
			s.adults.add(n)
		}
	}
	return nil
}

func (c *cell) add(d cell) {
	c.fewest += d.fewest
	c.hidden += d.hidden
}

// parseCell reads a published number.
func parseCell(text string) (cell, error) {
	switch text = strings.TrimSpace(text); text {
	case "<5":
		return cell{1, 1}, nil
	case "":
		return cell{}, nil
	}
	n, err := strconv.ParseUint(text, 10, 31)
	return cell{fewest: int64(n)}, err
}

// site is the site of a row.
func (f *file) site(column func(string) string) (*site, error) {
	code, err := zio.SiteCodeFromParts(column("INSTELLINGSCODE"), column("VESTIGINGSCODE"))
	if err != nil {
		return nil, err
	}
	if s := f.sites[code]; s != nil {
		return s, nil
	}
	s := &site{code: code, short: column("INSTELLINGSNAAM_VESTIGING"), place: capitals(column("PLAATSNAAM")), homes: map[string]*cell{}}
	s.name = s.short
	if s.municipality, err = zio.ParseMunicipalityCode(column("GEMEENTENUMMER")); err != nil {
		return nil, err
	}
	if s.board, err = zio.ParseBoardNumber(column("BEVOEGD_GEZAG_NUMMER")); err != nil {
		return nil, err
	}
	f.sites[code] = s
	return s, nil
}

// readTotals adds what the table of sites says: full names, places, totals and alliances.
func (f *file) readTotals(name string) error {
	data, err := read(name)
	if err != nil {
		return err
	}
	const primary, secondary = "po_swv_via_pc4_2015", "vo_swv_via_pc4_2015"
	return table(name, data, ',', []string{"vestigingscode", "naam", "plaats", "leerlingen", primary, secondary}, func(_ int64, _, _ []string, column func(string) string) error {
		code, err := zio.ParseSiteCode(column("vestigingscode"))
		if err != nil {
			return err
		}
		s := f.sites[code]
		if s == nil {
			return nil
		}
		if full := column("naam"); full != "" {
			s.name = full
		}
		if place := column("plaats"); place != "" {
			s.place = place
		}
		if text := column("leerlingen"); text != "" {
			if s.total, err = strconv.ParseInt(text, 10, 32); err != nil {
				return err
			}
		}
		for i, c := range [2]string{primary, secondary} {
			if text := column(c); text != "" {
				if s.alliances[i], err = zio.ParseAllianceCode(text); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// capitals writes a name in capitals as people write it: "ALPHEN AAN DEN RIJN" is "Alphen aan den Rijn".
func capitals(s string) string {
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		switch w {
		case "aan", "de", "den", "der", "het", "bij", "in", "op", "van", "gem":
			if i > 0 {
				continue
			}
		}
		parts := strings.Split(w, "-")
		for j, p := range parts {
			switch {
			case strings.HasPrefix(p, "ij"):
				parts[j] = "IJ" + p[2:]
			case p != "":
				r := []rune(p)
				parts[j] = strings.ToUpper(string(r[0])) + string(r[1:])
			}
		}
		words[i] = strings.Join(parts, "-")
	}
	return strings.Join(words, " ")
}
