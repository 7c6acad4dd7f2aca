package workbook

import (
	"errors"
	"io"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

// partsOf are the parts of a workbook as they stand in the test.
func partsOf(files map[string]string) Parts {
	return func(name string) (io.Reader, error) {
		text, there := files[name]
		if !there {
			return nil, nil
		}
		return strings.NewReader(text), nil
	}
}

// xlsx is a workbook of one sheet with these rows, and the formats of cells with s="1" and further.
func xlsx(rows string, formats ...string) map[string]string {
	var own, cells strings.Builder
	for i, code := range formats {
		id := string(rune('0'+i/10)) + string(rune('0'+i%10))
		own.WriteString(`<numFmt numFmtId="2` + id + `" formatCode="` + strings.ReplaceAll(code, `"`, "&quot;") + `"/>`)
		cells.WriteString(`<xf numFmtId="2` + id + `"/>`)
	}
	return map[string]string{
		"_rels/.rels":                `<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<?xml version="1.0"?><workbook xmlns:r="r"><sheets><sheet name="Blad &amp; 1" sheetId="1" r:id="rId1"/><sheet name="Weg" state="hidden" r:id="rId2"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
		"xl/styles.xml":              `<styleSheet><numFmts>` + own.String() + `</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>` + cells.String() + `<xf numFmtId="14"/></cellXfs></styleSheet>`,
		"xl/sharedStrings.xml":       `<sst><si><t>gemeente</t></si><si><r><t>Bergen</t></r><r><t xml:space="preserve"> op</t></r><rPh><t>x</t></rPh><r><t> Zoom</t></r></si></sst>`,
		"xl/worksheets/sheet1.xml":   `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`,
		"xl/worksheets/sheet2.xml":   `<worksheet><sheetData><row><c><v>9</v></c></row></sheetData></worksheet>`,
	}
}

// read is the text of a sheet, and its error.
func read(files map[string]string, sheet int, o Options) (string, *Text, error) {
	b, err := Open(partsOf(files))
	if err != nil {
		return "", nil, err
	}
	t, err := b.Text(sheet, o)
	if err != nil {
		return "", nil, err
	}
	data, err := io.ReadAll(t)
	return string(data), t, err
}

// Many shared texts take little more memory than they are long, and each is found by its number: 200,000 of six letters with
// the four bytes of their end are 2 MB.
func TestManySharedTexts(t *testing.T) {
	const many = 200_000
	var texts strings.Builder
	for i := range many {
		texts.WriteString("<si><t>" + strconv.Itoa(100_000+i) + "</t></si>")
	}
	files := xlsx(`<row><c t="s"><v>0</v></c></row><row><c t="s"><v>4095</v></c></row><row><c t="s"><v>4096</v></c></row><row><c t="s"><v>199999</v></c></row>`)
	files["xl/sharedStrings.xml"] = "<sst>" + texts.String() + "</sst>"
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	text, _, err := read(files, 0, Options{})
	runtime.ReadMemStats(&after)
	require.NoError(t, err)
	require.Equal(t, "100000\n104095\n104096\n299999\n", text)
	require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(4<<20), "bytes that were asked for")

	files["xl/worksheets/sheet1.xml"] = `<worksheet><sheetData><row><c t="s"><v>200000</v></c></row></sheetData></worksheet>`
	_, _, err = read(files, 0, Options{})
	require.ErrorContains(t, err, "workbook.broken")
}

// What a cell holds counts, not how it looks. Expected values are those that Excel shows when the cell is given the format
// General, and for dates the day of the calendar: serial 45200 is 1 October 2023.
func TestValuesOfCells(t *testing.T) {
	for name, test := range map[string]struct{ cell, format, want string }{
		"whole":                   {`<c><v>1234</v></c>`, "", "1234"},
		"in thousands":            {`<c s="1"><v>1234</v></c>`, "0,", "1234"},
		"with a mark":             {`<c s="1"><v>1234</v></c>`, "#,##0", "1234"},
		"rounded":                 {`<c s="1"><v>12.5</v></c>`, "0", "12.5"},
		"below zero":              {`<c s="1"><v>-7</v></c>`, "0;0", "-7"},
		"a share":                 {`<c s="1"><v>0.5</v></c>`, "0%", "0.5"},
		"exponent":                {`<c><v>1.2E3</v></c>`, "", "1200"},
		"noise of doubles":        {`<c><v>11.999999999999998</v></c>`, "", "12"},
		"large":                   {`<c><v>123456789012</v></c>`, "", "123456789012"},
		"code":                    {`<c s="1"><v>14</v></c>`, "0000", "0014"},
		"code of five":            {`<c s="1"><v>41</v></c>`, "00000;-00000", "00041"},
		"code with letters":       {`<c s="1"><v>14</v></c>`, `"GM"0000`, "GM0014"},
		"code behind a backslash": {`<c s="1"><v>14</v></c>`, `\G\M0000`, "GM0014"},
		"longer than its zeros":   {`<c s="1"><v>12345</v></c>`, "0000", "12345"},
		"a text behind":           {`<c s="1"><v>12</v></c>`, `0" leerlingen"`, "12"},
		"two groups of zeros":     {`<c s="1"><v>12</v></c>`, "00-00", "12"},
		"zeros and a fraction":    {`<c s="1"><v>1.5</v></c>`, "000", "1.5"},
		"date":                    {`<c s="1"><v>45200</v></c>`, "d-m-yyyy", "2023-10-01"},
		"date of America":         {`<c s="1"><v>45200</v></c>`, "m/d/yyyy", "2023-10-01"},
		"long date":               {`<c s="1"><v>45200</v></c>`, "[$-413]d mmmm yyyy;@", "2023-10-01"},
		"month":                   {`<c s="1"><v>45200</v></c>`, "mmmm", "2023-10-01"},
		"builtin date":            {`<c s="1"><v>45200</v></c>`, "", "2023-10-01"},
		"date and time":           {`<c s="1"><v>45200.75</v></c>`, "d-m-yyyy hh:mm", "2023-10-01 18:00:00"},
		"nearly midnight":         {`<c s="1"><v>45199.9999999999</v></c>`, "d-m-yyyy", "2023-10-01"},
		"1 March 1900":            {`<c s="1"><v>61</v></c>`, "d-m-yyyy", "1900-03-01"},
		"28 February 1900":        {`<c s="1"><v>59</v></c>`, "d-m-yyyy", "1900-02-28"},
		"29 February 1900":        {`<c s="1"><v>60</v></c>`, "d-m-yyyy", "60"}, // never was
		"too late":                {`<c s="1"><v>2958465</v></c>`, "d-m-yyyy", "2958465"},
		"time":                    {`<c s="1"><v>0.5</v></c>`, "hh:mm", "0.5"},
		"elapsed":                 {`<c s="1"><v>1.5</v></c>`, "[h]:mm", "1.5"},
		"text with letters":       {`<c s="1"><v>3</v></c>`, `"dag "0`, "3"},
		"colour":                  {`<c s="1"><v>3</v></c>`, "[Red]0", "3"},
		"general":                 {`<c s="1"><v>3</v></c>`, "General", "3"},
		"shared":                  {`<c t="s"><v>1</v></c>`, "", "Bergen op Zoom"},
		"inline":                  {`<c t="inlineStr"><is><t>a;"b"</t></is></c>`, "", `"a;""b"""`},
		"lines":                   {"<c t=\"inlineStr\"><is><t>a\n b</t></is></c>", "", "a b"},
		"text of a formula":       {`<c t="str"><f>A1</f><v>0014</v></c>`, "", "0014"},
		"number of a formula":     {`<c><f>1+1</f><v>2</v></c>`, "", "2"},
		"formula without value":   {`<c><f>1+1</f></c>`, "", "#FORMULA"},
		"error":                   {`<c t="e"><v>#N/A</v></c>`, "", "#N/A"},
		"true":                    {`<c t="b"><v>1</v></c>`, "", "TRUE"},
		"iso date":                {`<c t="d"><v>2023-10-01T00:00:00</v></c>`, "", "2023-10-01"},
		"references":              {`<c t="str"><v>&lt;&#65;&#x42;&amp;<![CDATA[<&]]></v></c>`, "", "<AB&<&"},
		"comment":                 {`<c><!-- > --><v>5</v></c>`, "", "5"},
		"bracket in attribute":    {`<c x=">" t='n'><v>5</v></c>`, "", "5"},
		"empty with a format":     {`<c s="1"/>`, "0", ""},
	} {
		formats := []string{test.format}
		if test.format == "" {
			formats = nil // then s="1" is builtin 14
		}
		got, _, err := read(xlsx(`<row r="1">`+test.cell+`</row>`, formats...), 0, Options{})
		require.NoError(t, err, name)
		require.Equal(t, test.want+"\n", got, name)
	}
	files := xlsx(`<row><c s="1"><v>43738</v></c></row>`)
	files["xl/workbook.xml"] = strings.Replace(files["xl/workbook.xml"], "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1)
	got, _, err := read(files, 0, Options{})
	require.NoError(t, err)
	require.Equal(t, "2023-10-01\n", got, "45200 - 1462, counted from 1904")
}

func TestRowsOfASheet(t *testing.T) {
	rows := `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2"><v>1</v></c></row><row r="3" hidden="1"><c r="A3"><v>7</v></c></row><row r="4" hidden="1"/><row r="6"><c r="B6"><v>2</v></c><c><v>3</v></c></row>`
	got, text, err := read(xlsx(rows), 0, Options{})
	require.NoError(t, err)
	require.Equal(t, "\ngemeente;;1\n\n\n\n;2;3\n", got)
	require.Equal(t, 1, text.HiddenRows)
	got, text, err = read(xlsx(rows), 0, Options{Hidden: true})
	require.NoError(t, err)
	require.Equal(t, "\ngemeente;;1\n7\n\n\n;2;3\n", got)
	require.Zero(t, text.HiddenRows)
	b, err := Open(partsOf(xlsx("")))
	require.NoError(t, err)
	require.Equal(t, []Sheet{{"Blad & 1", false, "xl/worksheets/sheet1.xml"}, {"Weg", true, "xl/worksheets/sheet2.xml"}}, b.Sheets)
}

func ods(tables string) map[string]string {
	return map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content><office:automatic-styles><style:style style:name="ta1"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet>` + tables + `</office:spreadsheet></office:body></office:document-content>`}
}

func TestODS(t *testing.T) {
	files := ods(`<table:table table:name="Weg" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="float" office:value="9"/></table:table-row></table:table>
<table:table table:name="Blad1" table:style-name="ta1"><table:table-column table:number-columns-repeated="16384"/><table:table-header-rows>
<table:table-row><table:table-cell office:value-type="string"><text:p>gemeente</text:p></table:table-cell><table:table-cell office:value-type="string"><office:annotation><text:p>een notitie</text:p></office:annotation><text:p>aan<text:span>tal</text:span></text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>datum</text:p></table:table-cell></table:table-row></table:table-header-rows>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell office:value-type="float" office:value="14"><text:p>0014</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1234"><text:p>1</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2023-10-01"><text:p>10/1/23</text:p></table:table-cell></table:table-row>
<table:table-row table:visibility="filter"><table:table-cell office:value-type="string"><text:p>0209</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="12.5"><text:p>13</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAAR</text:p></table:table-cell><table:table-cell table:formula="of:=1+1"/></table:table-row>
<table:table-row table:number-rows-repeated="1048560"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`)
	b, err := Open(partsOf(files))
	require.NoError(t, err)
	require.Equal(t, []Sheet{{"Weg", true, ""}, {"Blad1", false, ""}}, b.Sheets)
	got, text, err := read(files, 1, Options{})
	require.NoError(t, err)
	require.Equal(t, "gemeente;aantal;datum\n\n\n0014;1234;2023-10-01\n\n12.5;12.5;;a b c\n12.5;12.5;;a b c\nTRUE;#FORMULA\n", got)
	require.Equal(t, 1, text.HiddenRows)
	got, _, err = read(files, 0, Options{})
	require.NoError(t, err)
	require.Equal(t, "9\n", got)
}

// What is more than a spreadsheet can hold, or is broken, is refused with its code.
func TestWorkbooksThatAreRefused(t *testing.T) {
	rowsOf := func(rows string) map[string]string { return xlsx(rows) }
	part := func(name, text string) map[string]string {
		files := xlsx(`<row><c t="s"><v>0</v></c></row>`)
		files[name] = text
		return files
	}
	sheet := func(rows string) map[string]string {
		return ods(`<table:table table:name="a">` + rows + `</table:table>`)
	}
	for name, test := range map[string]struct {
		files map[string]string
		code  string
	}{
		"row number":          {rowsOf(`<row r="999999999"><c><v>1</v></c></row>`), "workbook.too-large"},
		"row beyond 32 bits":  {rowsOf(`<row r="999999999999"><c><v>1</v></c></row>`), "workbook.broken"},
		"rows out of order":   {rowsOf(`<row r="2"/><row r="2"/>`), "workbook.broken"},
		"row 0":               {rowsOf(`<row r="0"/>`), "workbook.broken"},
		"row below 0":         {rowsOf(`<row r="-1"/>`), "workbook.broken"},
		"column":              {rowsOf(`<row><c r="XFD1"><v>1</v></c></row>`), "workbook.too-large"},
		"no column":           {rowsOf(`<row><c r="12"><v>1</v></c></row>`), "workbook.broken"},
		"column beyond Excel": {rowsOf(`<row><c r="XFE1"><v>1</v></c></row>`), "workbook.broken"},
		"long text":           {rowsOf(`<row><c t="str"><v>` + strings.Repeat("x", 200_000) + `</v></c></row>`), "workbook.too-large"},
		"long text in pieces": {rowsOf(`<row><c t="inlineStr"><is>` + strings.Repeat("<r><t>0123456789</t></r>", 20_000) + `</is></c></row>`), "workbook.too-large"},
		"long tag":            {rowsOf(`<row x="` + strings.Repeat("x", 200_000) + `"/>`), "workbook.too-large"},
		"nested":              {rowsOf(strings.Repeat("<a>", 100)), "workbook.too-large"},
		"shared text":         {rowsOf(`<row><c t="s"><v>2</v></c></row>`), "workbook.broken"},
		"shared text below 0": {rowsOf(`<row><c t="s"><v>-1</v></c></row>`), "workbook.broken"},
		"shared texts":        {part("xl/sharedStrings.xml", "<sst>"+strings.Repeat("<si><t>"+strings.Repeat("x", 32_000)+"</t></si>", 270)+"</sst>"), "workbook.too-large"},
		"many shared texts":   {part("xl/sharedStrings.xml", "<sst>"+strings.Repeat("<si/>", 1<<20+1)+"</sst>"), "workbook.too-large"},
		"document type":       {rowsOf(`<!DOCTYPE x [<!ENTITY a "b">]>`), "workbook.broken"},
		"entity":              {rowsOf(`<row><c t="str"><v>&a;</v></c></row>`), "workbook.broken"},
		"no UTF-8":            {rowsOf("<row><c t=\"str\"><v>\xFF</v></c></row>"), "workbook.broken"},
		"cut off":             {part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c>"), "workbook.broken"},
		"closes too much":     {part("xl/worksheets/sheet1.xml", "</worksheet>"), "workbook.broken"},
		"no sheets":           {part("xl/workbook.xml", "<workbook/>"), "workbook.broken"},
		"binary":              {part("_rels/.rels", `<Relationships><Relationship Id="a" Type="/officeDocument" Target="xl/workbook.bin"/></Relationships>`), "workbook.broken"},
		"sheet is not there":  {map[string]string{"_rels/.rels": xlsx("")["_rels/.rels"], "xl/workbook.xml": xlsx("")["xl/workbook.xml"], "xl/_rels/workbook.xml.rels": xlsx("")["xl/_rels/workbook.xml.rels"]}, "workbook.broken"},
		"ods repeats":         {sheet(`<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="100" office:value-type="float" office:value="1"/></table:table-row>`), "workbook.too-large"},
		"ods rows":            {sheet(`<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>` + strings.Repeat(`<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>`, 7)), "workbook.too-large"},
		"ods columns":         {sheet(`<table:table-row><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>`), "workbook.too-large"},
		"ods repeats 0":       {sheet(`<table:table-row table:number-rows-repeated="0"/>`), "workbook.broken"},
		"ods cut off":         {map[string]string{"mimetype": ods("")["mimetype"], "content.xml": "<a><table><table-row>"}, "workbook.broken"},
		"ods without sheets":  {ods(""), "workbook.broken"},
	} {
		_, _, err := read(test.files, 0, Options{})
		var p zio.Problem
		require.True(t, errors.As(err, &p), "%s: %v", name, err)
		require.Equal(t, test.code, p.Code(), "%s: %v", name, err)
		require.NotContains(t, p.Text(zio.Dutch)+p.Text(zio.English), "{", name)
	}
	b, err := Open(partsOf(map[string]string{"a.csv": ""}))
	require.NoError(t, err)
	require.Nil(t, b)
	lost := errors.New("lost")
	_, err = Open(func(string) (io.Reader, error) { return nil, lost })
	require.ErrorIs(t, err, lost)
}

// FuzzSheet and FuzzODS hold that no sheet panics or gives more lines than a sheet can have.
func FuzzSheet(f *testing.F) {
	f.Add(`<row r="2"><c r="A2" t="s"><v>0</v></c></row><!-- x --><row><c s="1"><v>1e9</v></c></row>`, "[$-413]d mmmm yyyy;@")
	f.Fuzz(func(t *testing.T, rows, format string) {
		text, _, _ := read(xlsx(rows, format), 0, Options{})
		require.LessOrEqual(t, strings.Count(text, "\n"), maxRows)
	})
}

func FuzzODS(f *testing.F) {
	f.Add(`<table:table table:name="a"><table:table-row table:number-rows-repeated="9"><table:table-cell office:value-type="float" office:value="12"><text:p>012</text:p></table:table-cell></table:table-row></table:table>`)
	f.Fuzz(func(t *testing.T, tables string) {
		text, _, _ := read(ods(tables), 0, Options{})
		require.LessOrEqual(t, strings.Count(text, "\n"), maxRows)
	})
}
