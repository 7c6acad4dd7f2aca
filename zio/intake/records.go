package intake

// OpenRecords makes a table of records that are no file (regels uit een database), such as the rows of a query: columns are the
// names of their fields, and next gives the fields of the next record as text, or an error, which is [io.EOF] at the end. So
// [encoding/csv.Reader.Read] is a next, and so is a function that scans a row of a database into texts. The table is read as a
// file with the same columns would be, with its marks of suppression, names of municipalities and listed rows; line 1 is that of
// the names. Of the options only Context and Sheet count. The digest is that of the records as lines with semicolons,
// each field in quotes, in UTF-8.
func OpenRecords(columns []string, next func() ([]string, error), o TableOptions) (*Table, error) {
	if next == nil {
		return nil, nothing.At("")
	}
	o.Encoding, o.Delimiter, o.Skip, o.Columns, o.Hash = UTF8, ';', 0, columns, true
	return OpenTable(&records{next: next, text: appendRecord(nil, columns)}, o)
}

// records writes records as lines, as they are asked for.
type records struct {
	next func() ([]string, error)
	text []byte // not read yet
	err  error
}

func (r *records) Read(p []byte) (int, error) {
	for len(r.text) == 0 && r.err == nil {
		var record []string
		if record, r.err = r.next(); r.err == nil {
			r.text = appendRecord(r.text, record)
		}
	}
	if len(r.text) == 0 {
		return 0, r.err
	}
	n := copy(p, r.text)
	r.text = r.text[:copy(r.text, r.text[n:])]
	return n, nil
}

func appendRecord(b []byte, record []string) []byte {
	for i, field := range record {
		if i > 0 {
			b = append(b, ';')
		}
		b = append(b, '"')
		for j := range len(field) {
			if field[j] == '"' {
				b = append(b, '"')
			}
			b = append(b, field[j])
		}
		b = append(b, '"')
	}
	return append(b, '\n')
}
