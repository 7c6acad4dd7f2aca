package intake

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/zio"
)

var (
	countSuppressed = &zio.ProblemKind{
		Code: "intake.count-suppressed",
		NL:   "Het aantal in {column} is afgeschermd ({value}): het zijn {low} tot en met {high} leerlingen. Kies wat ermee gebeurt: zero (telt als 0), midpoint (telt als {middle}) of exclude (telt niet mee).",
		EN:   "The count in {column} is suppressed ({value}): it is {low} to {high} pupils. Choose what to do with it: zero (counts as 0), midpoint (counts as {middle}) or exclude (does not count).",
	}
	countHidden = &zio.ProblemKind{
		Code: "intake.count-hidden",
		NL:   "Het aantal in {column} is afgeschermd ({value}) en het bestand zegt niet tussen welke grenzen het ligt. Kies zero (telt als 0) of exclude (telt niet mee).",
		EN:   "The count in {column} is suppressed ({value}) and the file does not say between which bounds it is. Choose zero (counts as 0) or exclude (does not count).",
	}
	countMissing = &zio.ProblemKind{
		Code: "intake.count-missing",
		NL:   "In de kolom {column} staat geen aantal. Vul een heel getal in.",
		EN:   "The column {column} has no count. Fill in a whole number.",
	}
	countScientific = &zio.ProblemKind{
		Code: "intake.scientific",
		NL:   "In de kolom {column} staat {value}: een spreadsheet heeft dit getal ingekort. Maak de kolom op als tekst en neem de waarde opnieuw over uit het bronbestand.",
		EN:   "The column {column} says {value}: a spreadsheet shortened this number. Format the column as text and take the value from the original file again.",
	}
	countMalformed = &zio.ProblemKind{
		Code: "intake.count-malformed",
		NL:   "In de kolom {column} staat {value}. Dat is geen heel getal. Schrijf alleen cijfers, zonder punt, komma of spatie.",
		EN:   "The column {column} says {value}. That is not a whole number. Write digits only, without point, comma or space.",
	}
	countNegative = &zio.ProblemKind{
		Code: "intake.count-negative",
		NL:   "In de kolom {column} staat {value}. Een aantal kan niet onder nul zijn.",
		EN:   "The column {column} says {value}. A count can not be below zero.",
	}
	countTooLarge = &zio.ProblemKind{
		Code: "intake.count-too-large",
		NL:   "In de kolom {column} staat {value}: hoogstens {limit#} kan. Kijk of er een kolom verschoven is.",
		EN:   "The column {column} says {value}: at most {limit#} is possible. Check whether a column has shifted.",
	}
	countTotalDiffers = &zio.ProblemKind{
		Code: "intake.total-differs",
		NL:   "Het totaal {total} past niet bij de leeftijden: samen {low#} tot en met {high#}. Kijk of er een kolom verschoven is.",
		EN:   "The total {total} does not fit the ages: together {low#} to {high#}. Check whether a column has shifted.",
	}
)

// Count is a number of pupils as a file gives it (aantal): exact, or suppressed to a range so that nobody
// can be recognised. Both ends count.
type Count struct{ Low, High int64 }

// hidden is a count of which the file says nothing but that it is kept back.
var hidden = Count{0, zio.MaxCount}

// isHidden reports whether not even a range is known.
func (c Count) isHidden() bool { return c.High-c.Low >= zio.MaxCount }

// Exact makes a count of which the number is known.
func Exact(n int64) Count { return Count{n, n} }

// IsSuppressed reports whether only a range is known.
func (c Count) IsSuppressed() bool { return c.Low != c.High }

// Middle is the middle of the range, rounded half up: 3 for "<5", which is 1 to 4.
func (c Count) Middle() int64 { return (c.Low + c.High + 1) / 2 }

// plus adds a count to a count.
func (c Count) plus(d Count) Count { return Count{c.Low + d.Low, c.High + d.High} }

// overlaps reports whether both can be the same number.
func (c Count) overlaps(d Count) bool { return c.Low <= d.High && d.Low <= c.High }

// Value is the number that a count stands for under a choice; false where the choice gives none.
func (c Count) Value(s Suppressed) (int64, bool) {
	switch {
	case !c.IsSuppressed():
		return c.Low, true
	case s == SuppressedZero:
		return 0, true
	case s == SuppressedMidpoint && !c.isHidden():
		return c.Middle(), true
	}
	return 0, false
}

// parseCount reads a count: digits, or what stands for a suppressed count, see [suppressed]. The kind says
// what is wrong; nil when nothing is.
func parseCount(b []byte) (Count, *zio.ProblemKind) {
	if n, ok := digits(b); ok {
		if n > zio.MaxCount {
			return Count{}, countTooLarge
		}
		return Count{n, n}, nil
	}
	if len(b) == 0 {
		return Count{}, countMissing
	}
	if c, ok := suppressed(b); ok {
		return c, nil
	}
	switch {
	case b[0] == '-' && onlyDigits(b[1:]):
		return Count{}, countNegative
	case isScientific(b):
		return Count{}, countScientific
	case onlyDigits(b):
		return Count{}, countTooLarge
	}
	return Count{}, countMalformed
}

// suppressed reads the signs that files have for counts that are too small to be printed. "<5" and DUO's -1 are
// 1 to 4, because nobody hides a zero; "<=4", "1-4", "4 of minder" and "minder dan 5" give their bounds themselves; "*", "x" and
// "." give none.
func suppressed(b []byte) (Count, bool) {
	switch string(b) {
	case "-1":
		return Count{1, 4}, true
	case "*", "**", "x", "X", ".":
		return hidden, true
	}
	for _, sign := range [...]struct {
		text  string
		above int64 // how much the number is above the highest
	}{{"<=", 0}, {"\u2264", 0}, {"<", 1}, {"minder dan ", 1}, {"less than ", 1}, {"fewer than ", 1}} {
		if size := len(sign.text); len(b) > size && strings.EqualFold(string(b[:size]), sign.text) {
			n, ok := digits(bytes.TrimLeft(b[size:], " "))
			return Count{1, n - sign.above}, ok && n-sign.above >= 2 && n <= 100
		}
	}
	rest := bytes.TrimLeft(b, "0123456789")
	low, ok := digits(b[:len(b)-len(rest)])
	rest = bytes.Trim(rest, " ")
	switch string(rest) {
	case "of minder", "en minder", "or less", "or fewer":
		return Count{1, low}, low >= 2 && low <= 100
	}
	for _, mark := range [...]string{"-", "\u2013", "\x96", "t/m", "tot en met"} { // 0x96 is the dash of Windows-1252
		if high, is := bytes.CutPrefix(rest, []byte(mark)); is {
			n, whole := digits(bytes.TrimLeft(high, " "))
			return Count{low, n}, ok && whole && low < n && n <= 100
		}
	}
	return Count{}, false
}

// digits reads 1 to 9 digits and nothing else.
func digits(b []byte) (int64, bool) {
	if len(b) == 0 || len(b) > 9 {
		return 0, false
	}
	n := int64(0)
	for _, c := range b {
		if c-'0' > 9 {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	return n, true
}

func onlyDigits(b []byte) bool {
	for _, c := range b {
		if c-'0' > 9 {
			return false
		}
	}
	return len(b) > 0
}

// isScientific reports whether a spreadsheet wrote a number as "1,23E+05".
func isScientific(b []byte) bool {
	text := string(b)
	at := strings.IndexAny(text, "eE")
	if at <= 0 {
		return false
	}
	number, power := text[:at], strings.TrimPrefix(strings.TrimPrefix(text[at+1:], "+"), "-")
	return strings.Trim(number, "0123456789,.") == "" && strings.Count(number, ",")+strings.Count(number, ".") < 2 && onlyDigits([]byte(power))
}

// String is the count as DUO prints it, "12" or "<5"; a range that does not begin at 1 as "6-9", and one without
// bounds as "*".
func (c Count) String() string {
	low, high := strconv.FormatInt(c.Low, 10), strconv.FormatInt(c.High+1, 10)
	switch {
	case !c.IsSuppressed():
		return low
	case c.isHidden():
		return "*"
	case c.Low == 1:
		return "<" + high
	}
	return low + "-" + strconv.FormatInt(c.High, 10)
}
