package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

// utf16 writes a text as UTF-16 with or without a byte-order mark.
func utf16(s string, big, mark bool) string {
	var out []byte
	put := func(u uint16) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	if mark {
		put(0xFEFF)
	}
	for _, r := range s {
		if r >= 0x10000 {
			r -= 0x10000
			put(uint16(0xD800 + r>>10))
			put(uint16(0xDC00 + r&0x3FF))
			continue
		}
		put(uint16(r))
	}
	return string(out)
}

// latin writes a text in Windows-1252.
func latin(s string) string {
	var out []byte
	for _, r := range s {
		switch r {
		case '€':
			out = append(out, 0x80)
		case '’':
			out = append(out, 0x92)
		default:
			out = append(out, byte(r))
		}
	}
	return string(out)
}

// readAll is all rows of a table; a row with a fault is its code and its fields.
func readAll(t *testing.T, r io.Reader, o TableOptions) (*Table, [][]string) {
	t.Helper()
	table, err := OpenTable(r, o)
	require.NoError(t, err)
	rows := [][]string{}
	for table.Next() {
		row := table.Record()
		if fault, bad := table.Fault(); bad {
			row = append([]string{"!" + fault.Code()}, row...)
		}
		rows = append(rows, row)
	}
	require.NoError(t, table.Err())
	return table, rows
}

func TestTableFindsEncodingAndDelimiter(t *testing.T) {
	const text = "naam;aantal\nSúdwest-Fryslân;3\nde ‘Ark’;4\n"
	plain := strings.NewReplacer("‘", "", "’", "").Replace(text)
	tests := map[string]struct {
		file      string
		encoding  Encoding
		delimiter byte
		rows      [][]string
	}{
		"ascii":               {"a;b\n1;2\n", ASCII, ';', [][]string{{"1", "2"}}},
		"utf-8":               {text, UTF8, ';', [][]string{{"Súdwest-Fryslân", "3"}, {"de ‘Ark’", "4"}}},
		"utf-8 bom":           {"\uFEFF" + text, UTF8BOM, ';', [][]string{{"Súdwest-Fryslân", "3"}, {"de ‘Ark’", "4"}}},
		"utf-16le":            {utf16(text, false, true), UTF16LE, ';', [][]string{{"Súdwest-Fryslân", "3"}, {"de ‘Ark’", "4"}}},
		"utf-16be":            {utf16(text, true, true), UTF16BE, ';', [][]string{{"Súdwest-Fryslân", "3"}, {"de ‘Ark’", "4"}}},
		"utf-16le no mark":    {utf16(text, false, false), UTF16LE, ';', [][]string{{"Súdwest-Fryslân", "3"}, {"de ‘Ark’", "4"}}},
		"utf-16be no mark":    {utf16(text, true, false), UTF16BE, ';', [][]string{{"Súdwest-Fryslân", "3"}, {"de ‘Ark’", "4"}}},
		"utf-16 beyond 16":    {utf16("a;b\n𝄞;2\n", false, true), UTF16LE, ';', [][]string{{"𝄞", "2"}}},
		"windows-1252":        {latin(plain), Windows1252, ';', [][]string{{"Súdwest-Fryslân", "3"}, {"de Ark", "4"}}},
		"windows-1252 quotes": {latin("a;b\nd’Été €;1\n"), Windows1252, ';', [][]string{{"d’Été €", "1"}}},
		"comma":               {"a,b;c\n1,2\n", ASCII, ';', [][]string{{"!table.field-count", "1,2"}}},
		"comma most":          {"a,b,c;d\n1,2,3;4\n", ASCII, ',', [][]string{{"1", "2", "3;4"}}},
		"tab":                 {"a\tb\n1\t\n", ASCII, '\t', [][]string{{"1", ""}}},
		"bar":                 {"a|b\n1|2\n", ASCII, '|', [][]string{{"1", "2"}}},
		"quoted delimiters":   {"\"a;b;c\",d\n1,2\n", ASCII, ',', [][]string{{"1", "2"}}},
		"one column":          {"a\n1\n", ASCII, ';', [][]string{{"1"}}},
		"sep line":            {"sep=|\na;b|c\n1|2\n", ASCII, '|', [][]string{{"1", "2"}}},
		"crlf":                {"a;b\r\n1;2\r\n", ASCII, ';', [][]string{{"1", "2"}}},
		"cr":                  {"a;b\r1;2\r3;4", ASCII, ';', [][]string{{"1", "2"}, {"3", "4"}}},
		"no end":              {"a;b\n1;2", ASCII, ';', [][]string{{"1", "2"}}},
		"blank lines":         {"\n \r\na;b\n\n;\n1;2\n ; \n", ASCII, ';', [][]string{{"1", "2"}}},
		"no-break spaces":     {"a;b\n\u00a01\u00a0;\u00a0\n", UTF8, ';', [][]string{{"1", ""}}},
		"no-break latin":      {"a;b\n\xa01\xa0;\xe9\n", Windows1252, ';', [][]string{{"1", "é"}}},
		"late latin":          {"a;b\n" + strings.Repeat("x;y\n", 100_000) + "\xe9;1\n", Windows1252, ';', nil},
		"few broken bytes":    {"a;b\né;è\n\xff;à\n", UTF8, ';', [][]string{{"é", "è"}, {"\uFFFD", "à"}}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			for _, r := range []io.Reader{strings.NewReader(test.file), iotest.OneByteReader(strings.NewReader(test.file)), iotest.DataErrReader(strings.NewReader(test.file))} {
				table, rows := readAll(t, r, TableOptions{})
				require.Equal(t, test.encoding.String(), table.Encoding().String())
				require.Equal(t, DelimiterName(test.delimiter), DelimiterName(table.Delimiter()))
				if test.rows != nil {
					require.Equal(t, test.rows, rows)
				}
			}
		})
	}
}

func TestTableIsToldEncodingAndDelimiter(t *testing.T) {
	table, rows := readAll(t, strings.NewReader("a,b;c\nÃ©,1;2\n"), TableOptions{Encoding: Windows1252, Delimiter: ','})
	require.Equal(t, Windows1252, table.Encoding())
	require.Equal(t, [][]string{{"ÃƒÂ©", "1;2"}}, rows)

	table, rows = readAll(t, strings.NewReader("Leerlingen 2023\n\nnaam;aantal\na;1\n"), TableOptions{Skip: 2})
	require.Equal(t, []string{"naam", "aantal"}, table.Header())
	require.Equal(t, [][]string{{"a", "1"}}, rows)

	for i := EncodingUnknown + 1; int(i) < len(encodingNames); i++ {
		e, ok := ParseEncoding(i.String())
		require.True(t, ok)
		require.Equal(t, i, e)
	}
	e, ok := ParseEncoding("iso-8859-1")
	require.True(t, ok)
	require.Equal(t, Windows1252, e)
	_, ok = ParseEncoding("ebcdic")
	require.False(t, ok)
}

func TestTableQuotes(t *testing.T) {
	tests := map[string]struct {
		file string
		rows [][]string
	}{
		"plain":               {"a,b\n\"x\",\"y\"\n", [][]string{{"x", "y"}}},
		"delimiter":           {"a,b\n\"x,z\",y\n", [][]string{{"x,z", "y"}}},
		"quote":               {"a,b\n\"say \"\"hi\"\"\",y\n", [][]string{{"say \"hi\"", "y"}}},
		"line end":            {"a,b\n\"x\nz\",y\nq,r\n", [][]string{{"x\nz", "y"}, {"q", "r"}}},
		"crlf line end":       {"a,b\r\n\"x\r\nz\",\"y\"\r\nq,r\r\n", [][]string{{"x\r\nz", "y"}, {"q", "r"}}},
		"empty":               {"a,b\n\"\",y\n", [][]string{{"", "y"}}},
		"last without end":    {"a,b\nx,\"y\"", [][]string{{"x", "y"}}},
		"not at the start":    {"a,b\nx \"y\" z,5\" pijp\n", [][]string{{"x \"y\" z", "5\" pijp"}}},
		"spaces behind":       {"a,b\n\"x\" ,y\n", [][]string{{"x", "y"}}},
		"text behind":         {"a,b\n\"De Ark\" school,y\nq,r\n", [][]string{{"!table.quote-broken", "\"De Ark\" school,y"}, {"q", "r"}}},
		"never closed":        {"a,b\n\"x,y\nq,r\ns,t\n", [][]string{{"!table.quote-open", "\"x,y"}, {"q", "r"}, {"s", "t"}}},
		"closed rows later":   {"a,b\n\"x,y\nq,r\ns,\"t\nu,v\n", [][]string{{"!table.quote-broken", "\"x,y"}, {"q", "r"}, {"!table.quote-open", "s,\"t"}, {"u", "v"}}},
		"closed wrong fields": {"a,b\n\"x,y\nq,r\ns\",t,u\nv,w\n", [][]string{{"!table.quote-open", "\"x,y"}, {"q", "r"}, {"!table.field-count", "s\"", "t", "u"}, {"v", "w"}}},
		"header":              {"\"a\",\"b\"\n1,2\n", [][]string{{"1", "2"}}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, rows := readAll(t, strings.NewReader(test.file), TableOptions{})
			require.Equal(t, test.rows, rows)
			_, rows = readAll(t, iotest.OneByteReader(strings.NewReader(test.file)), TableOptions{})
			require.Equal(t, test.rows, rows)
		})
	}
}

func TestTableLines(t *testing.T) {
	table, err := OpenTable(strings.NewReader("\na,b\n1,\"x\ny\nz\"\n\n2,3\n4,5,6\n"), TableOptions{})
	require.NoError(t, err)
	var lines []int64
	for table.Next() {
		lines = append(lines, table.Line())
	}
	require.Equal(t, []int64{3, 7, 8}, lines)
	fault, bad := table.Fault()
	require.True(t, bad)
	require.Equal(t, int64(8), fault.Line)
	require.Equal(t, `Deze regel heeft 3 velden en de kop heeft er 2. Kijk of er een scheidingsteken te veel of te weinig staat, of een ander scheidingsteken dan ",".`, fault.Text(zio.Dutch))
}

// A quote that is closed a hundred lines later, a line of a megabyte and a quoted field of 100 kB are no rows,
// and cost no rows behind them.
func TestTableStaysBounded(t *testing.T) {
	many := "a,b\n\"x,y\n" + strings.Repeat("1,2\n", 500) + "\"q,r\"\n1,2\n"
	_, rows := readAll(t, strings.NewReader(many), TableOptions{})
	require.Len(t, rows, 503)
	require.Equal(t, "!table.quote-open", rows[0][0])

	long := "a,b\n" + strings.Repeat("x", 3<<20) + ",y\n1,2\n"
	table, rows := readAll(t, strings.NewReader(long), TableOptions{})
	require.Len(t, rows, 2)
	require.Equal(t, "!table.line-too-long", rows[0][0])
	require.Equal(t, []string{"1", "2"}, rows[1])
	require.LessOrEqual(t, cap(table.buf), 4<<20)

	wide := "a,b\n\"" + strings.Repeat("xxxxxxx\n", 16<<10) + "\",y\n1,2\n"
	_, rows = readAll(t, strings.NewReader(wide), TableOptions{})
	require.Equal(t, "!table.quote-open", rows[0][0])
	require.Equal(t, []string{"1", "2"}, rows[len(rows)-1])

	long = "a,b\n\"" + strings.Repeat(strings.Repeat("x", 10_000)+"\n", 10) + "\",y\n1,2\n"
	_, rows = readAll(t, strings.NewReader(long), TableOptions{})
	require.Equal(t, "!table.quote-open", rows[0][0])
	require.Equal(t, []string{"1", "2"}, rows[len(rows)-1])

	_, err := OpenTable(strings.NewReader(strings.Repeat("a;", 5000)+"\n"), TableOptions{})
	require.Equal(t, "table.too-many-columns", err.(zio.Problem).Code())
}

func TestTableRefuses(t *testing.T) {
	tests := map[string]struct{ file, code string }{
		"empty":      {"", "table.empty"},
		"mark only":  {"\uFEFF", "table.empty"},
		"blank":      {"\n\n ;;\n", "table.empty"},
		"xlsx":       {"PK\x03\x04rest", "table.not-text"},
		"xls":        {"\xD0\xCF\x11\xE0rest", "table.not-text"},
		"gzip":       {"\x1F\x8Brest", "table.not-text"},
		"pdf":        {"%PDF-1.7", "table.not-text"},
		"zeros":      {"a;b\x00\x00\n1;2", "table.not-text"},
		"half utf16": {"\xFF\xFE", "table.empty"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := OpenTable(strings.NewReader(test.file), TableOptions{})
			require.Error(t, err)
			require.Equal(t, test.code, err.(zio.Problem).Code())
		})
	}
}

// A character may be cut in two where one read ends and the next begins.
func TestTableJoinsWhatReadsCut(t *testing.T) {
	head := "a;b\n" + strings.Repeat("x;y\n", 2000)
	for _, test := range []struct {
		first, second string
		encoding      Encoding
		last          []string
	}{
		{head + "\xC3", "\xA9;1\n", UTF8, []string{"é", "1"}},
		{head + "\xC3", ";1\n", Windows1252, []string{"Ã", "1"}},
		{head + "\xE9;\xE8;\xC3\xA9\n", "", Windows1252, []string{"!table.field-count", "é", "è", "Ã©"}},
	} {
		table, rows := readAll(t, io.MultiReader(strings.NewReader(test.first), strings.NewReader(test.second)), TableOptions{})
		require.Equal(t, test.encoding.String(), table.Encoding().String())
		require.Equal(t, test.last, rows[len(rows)-1])
	}
	wide := utf16(head+"𝄞𝄞;1\n", true, true)
	for cut := 1; cut < 12; cut++ {
		_, rows := readAll(t, io.MultiReader(strings.NewReader(wide[:len(wide)-cut]), iotest.OneByteReader(strings.NewReader(wide[len(wide)-cut:]))), TableOptions{})
		require.Equal(t, []string{"𝄞𝄞", "1"}, rows[len(rows)-1])
	}
}

func TestTableReportsAFailedRead(t *testing.T) {
	broken := io.MultiReader(strings.NewReader("a;b\n1;2\n"), iotest.ErrReader(errors.New("disk gone")))
	table, err := OpenTable(broken, TableOptions{})
	if err == nil {
		for table.Next() {
		}
		err = table.Err()
	}
	require.Equal(t, "table.read-failed", err.(zio.Problem).Code())
	require.Contains(t, err.Error(), "disk gone")

	_, err = OpenTable(readNothing{}, TableOptions{})
	require.Equal(t, "table.read-failed", err.(zio.Problem).Code())
}

type readNothing struct{}

func (readNothing) Read([]byte) (int, error) { return 0, nil }

func TestFoldHeader(t *testing.T) {
	for _, test := range []struct{ in, out string }{
		{"VESTIGINGSNAAM ", "VESTIGINGSNAAM"}, {"brin_nummer", "BRIN NUMMER"}, {"  BRIN\u00a0NUMMER", "BRIN NUMMER"},
		{"LEER- OF VERBLIJFSJAAR 1", "LEER OF VERBLIJFSJAAR 1"}, {"92.10 Gemeentecode", "92 10 GEMEENTECODE"}, {" - ", ""}, {"é", "é"},
	} {
		require.Equal(t, test.out, FoldHeader(test.in))
	}
}

// FuzzTable compares with encoding/csv wherever that reads the file too, and holds that no input panics, that
// the chunks in which a file arrives make no difference and that every line is accounted for.
func FuzzTable(f *testing.F) {
	for _, s := range []string{"a;b\n1;2\n", "a,b\r\n\"x\"\"y\",\"z\n\"\r\n", "\xFF\xFEa\x00;\x00b\x00\n\x00", "a|b\rc|d", "\"a\n", "a;b\n\"x\n1;2\n3;\"4\n", "a\t\"b\"\n\"\"\t \n", "a;b\n\xe9;\xc3\xa9\n", "a;b\n1;2;\n", "a\n0;\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		read := func(r io.Reader) (rows [][]string, table *Table, err error) {
			if table, err = OpenTable(r, TableOptions{}); err != nil {
				return nil, nil, err
			}
			for table.Next() {
				row := table.Record()
				fault, _ := table.Fault()
				rows = append(rows, append(row, fault.Code()))
			}
			return rows, table, table.Err()
		}
		rows, table, err := read(bytes.NewReader(data))
		if err != nil {
			return
		}
		again, _, err := read(iotest.HalfReader(bytes.NewReader(data)))
		require.NoError(t, err)
		require.Equal(t, rows, again)
		require.Equal(t, int64(len(data)), table.bytes)
		require.Equal(t, int64(len(rows)), table.rows)

		if table.encoding != ASCII || table.eol != '\n' || bytes.Contains(data, []byte("sep=")) || bytes.ContainsAny(data, "\x00\r\v\f") {
			return
		}
		ours := [][]string{}
		for _, row := range rows {
			if row[len(row)-1] != "" {
				return
			}
			ours = append(ours, row[:len(row)-1])
		}
		c := csv.NewReader(bytes.NewReader(data))
		c.Comma = rune(table.delim)
		c.FieldsPerRecord = -1
		theirs, err := c.ReadAll()
		if err != nil {
			return
		}
		var filled [][]string
		for _, row := range theirs {
			blank := true
			for i := range row {
				row[i] = strings.Trim(row[i], " \t\n\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f")
				blank = blank && row[i] == ""
			}
			for len(row) > table.width && row[len(row)-1] == "" {
				row = row[:len(row)-1] // an empty field too many is no value
			}
			if !blank {
				filled = append(filled, row)
			}
		}
		require.Equal(t, len(filled), len(ours)+1, "rows of %q", data)
		for i := range ours {
			require.Equal(t, filled[i+1], ours[i])
		}
	})
}
