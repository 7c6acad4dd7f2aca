package intake

import (
	"strings"

	"github.com/zio-collectief/zio/zio"
)

var (
	placeAbroad = &zio.ProblemKind{
		Code: "intake.place-abroad",
		NL:   "De leerlingen van deze regel wonen in het buitenland ({value}). Geen gemeente betaalt voor hen mee; kies of ze zonder gemeente worden geteld.",
		EN:   "The pupils of this row live abroad ({value}). No municipality pays for them; choose whether to count them without a municipality.",
	}
	placeMissing = &zio.ProblemKind{
		Code: "intake.place-missing",
		NL:   "Het bestand zegt niet waar deze leerlingen wonen ({value}). Zoek de woongemeente op bij de school, of kies of ze zonder gemeente worden geteld.",
		EN:   "The file does not say where these pupils live ({value}). Ask the school for the home municipality, or choose whether to count them without one.",
	}
	placeNameUnknown = &zio.ProblemKind{
		Code: "intake.place-name-unknown",
		NL:   "Op {date} heet geen gemeente {value}. Controleer de naam en de teldatum.",
		EN:   "On {date} no municipality is named {value}. Check the name and the count date.",
	}
	placeNameGarbled = &zio.ProblemKind{
		Code: "intake.place-name-garbled",
		NL:   "De naam {value} is beschadigd: het bestand is een keer met een verkeerde tekencodering opgeslagen. Download het opnieuw.",
		EN:   "The name {value} is damaged: the file was once saved with a wrong encoding. Download it again.",
	}
	placePostcodeUnknown = &zio.ProblemKind{
		Code: "intake.place-postcode-unknown",
		NL:   "Van postcode {value} is geen gemeente bekend. Geef een tabel van postcodes en gemeenten mee waarin hij staat.",
		EN:   "No municipality is known of postcode {value}. Supply a table of postcodes and municipalities that has it.",
	}
)

// Places finds the municipality of pupils (plaatsbepaling) by what a file says of where they live.
type Places struct {
	// Name finds the municipality that has a name on a date; a problem where there is none or more than one.
	Name func(name string, on zio.Date) (zio.MunicipalityCode, error)

	// Known reports whether a code is or was that of a municipality; nil takes every code.
	Known func(zio.MunicipalityCode) bool

	// Postcode finds the municipality of a four-digit postcode; nil where no table of postcodes is at hand.
	Postcode func(zio.Postcode4) (zio.MunicipalityCode, error)
}

// PlacesOf finds municipalities in an atlas and, where it is not nil, in a table of postcodes.
func PlacesOf(atlas *zio.Atlas, postcodes *Postcodes) *Places {
	p := &Places{
		Name: func(name string, on zio.Date) (zio.MunicipalityCode, error) {
			m, err := atlas.ByName(name, on, 0)
			return m.Code, err
		},
		Known: func(code zio.MunicipalityCode) bool {
			_, known := atlas.Lookup(code)
			return known
		},
	}
	if postcodes != nil {
		p.Postcode = postcodes.Municipality
	}
	return p
}

// Place is where the pupils of a row live (woonplaats).
type Place struct {
	Municipality zio.MunicipalityCode // zero: none; then Problem says why
	Postcode     zio.Postcode4        // zero: the file gives none
	Name         string               // the name of the municipality as the file writes it
	Problem      zio.Problem          // zero where the municipality is known
}

// known reports whether the place is a municipality.
func (p *Place) known() bool { return !p.Municipality.IsZero() }

// noPlaces are the cells that name no place, in any mix of capitals. Text is compared in the bytes of the file: Belgium is written
// in UTF-8 and in Windows-1252.
var noPlaces = [...]struct {
	text string
	kind *zio.ProblemKind
}{
	{"", placeMissing}, {"0", placeMissing}, {"0000", placeMissing}, {"-", placeMissing}, {"ANDERS", placeMissing}, {"ONBEKEND", placeMissing},
	{"GEMEENTE ONBEKEND", placeMissing}, {"OVERIG", placeMissing}, {"NVT", placeMissing}, {"N.V.T.", placeMissing}, {"NULL", placeMissing},
	{"BUITENLAND", placeAbroad}, {"OVERIG BUITENLAND", placeAbroad}, {"DUITSLAND", placeAbroad}, {"ANDER LAND", placeAbroad}, {"ANDERE LANDEN", placeAbroad},
	{"BELGIE", placeAbroad}, {"BELGIË", placeAbroad}, {"BELGI\xCB", placeAbroad}, {"BELGI\xEB", placeAbroad}, {"BELGIUM", placeAbroad},
}

// noPlace says what a cell means that names no place: nil where it does name one.
func noPlace(b []byte) *zio.ProblemKind {
	text := string(b)
	for _, none := range noPlaces {
		if strings.EqualFold(text, none.text) {
			return none.kind
		}
	}
	return nil
}

// noPostcode is noPlace for a cell with a postcode. DUO writes 10, 20 and 30 there for Belgium, Germany and another
// country, and 40 where the postcode is not known.
func noPostcode(b []byte) *zio.ProblemKind {
	switch string(b) {
	case "10", "20", "30":
		return placeAbroad
	case "40":
		return placeMissing
	}
	return noPlace(b)
}

// postcode is a cell as the four digits of a postcode; no postcode where the cell says so.
func (x *run) postcode(column int) (zio.Postcode4, error) {
	b := x.cell(column)
	if n, _ := digits(b); len(b) == 4 && n >= 1000 {
		return zio.Postcode4FromNumber(n), nil
	}
	if noPostcode(b) != nil {
		return zio.Postcode4{}, nil
	}
	if isScientific(b) {
		return zio.Postcode4{}, x.at(countScientific, column)
	}
	p, err := zio.Postcode4FromPostcode(string(b))
	return p, x.of(err, column)
}

// nameIsGarbled reports whether a name looks like UTF-8 that was read as Windows-1252, or lost characters.
func nameIsGarbled(name string) bool {
	return strings.ContainsAny(name, "ÃÂ\uFFFD?")
}

// mostNames is how many different names a file may have before what is known of them is forgotten; the
// country has had some 1,500 municipalities.
const mostNames = 10_000

// named is what is known of a name on a date.
type named struct {
	date  zio.Date
	place Place
}

// places remembers the names of a file, so that each is looked up once.
type places struct {
	by   *Places
	seen map[string]*named
}

// byName is the place that a cell names on a date. What comes back belongs to the cache.
func (x *run) byName(cache *places, column int, on zio.Date) (*Place, error) {
	b := x.cell(column)
	n := cache.seen[string(b)]
	if n == nil || n.date != on {
		name, err := x.text(column)
		if err != nil {
			return nil, err
		}
		n = &named{on, x.look(cache.by, b, name, column, on)}
		if cache.seen == nil || len(cache.seen) >= mostNames {
			cache.seen = map[string]*named{}
		}
		cache.seen[string(b)] = n
	}
	return &n.place, nil
}

// look finds the municipality that has a name.
func (x *run) look(by *Places, b []byte, name string, column int, on zio.Date) Place {
	place := Place{Name: name}
	if kind := noPlace(b); kind != nil {
		place.Problem = x.at(kind, column)
		return place
	}
	if code, rest, ok := codeBeside(name); ok {
		return x.codeAndName(by, code, rest, column, on, place)
	}
	code, err := by.Name(turned(name), on)
	p, isProblem := err.(zio.Problem)
	switch {
	case err == nil && !code.IsZero():
		place.Municipality = code
	case nameIsGarbled(name):
		place.Problem = x.at(placeNameGarbled, column)
	case isProblem:
		p.Pointer = pointerTo(x.name(column))
		place.Problem = p
	default:
		place.Problem = x.at(placeNameUnknown, column, "date", on.String())
	}
	return place
}

// turned puts an article that stands behind a name before it: "Bilt, De" is "De Bilt".
func turned(name string) string {
	before, behind, comma := strings.Cut(name, ",")
	if behind = strings.TrimSpace(behind); comma && behind != "" && len(behind) <= 4 {
		return behind + " " + before
	}
	return name
}

// codeBeside takes the code of a municipality from a cell that has its name too: "0268 Nijmegen", "Nijmegen (0268)",
// "GM0268 - Nijmegen".
func codeBeside(text string) (code zio.MunicipalityCode, name string, ok bool) {
	const between = " -_,;:()/\t"
	first, last := strings.IndexAny(text, between), strings.LastIndexAny(strings.TrimRight(text, ")"), between)
	if first < 0 {
		return zio.MunicipalityCode{}, "", false
	}
	if code, ok = wholeCode(text[:first]); ok {
		name = text[first:]
	} else if code, ok = wholeCode(strings.TrimRight(text[last+1:], ")")); ok {
		name = text[:last]
	}
	name = strings.Trim(name, between)
	return code, name, ok && name != ""
}

// wholeCode reads a code of four digits, with or without GM.
func wholeCode(s string) (zio.MunicipalityCode, bool) {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "GM"), "gm")
	n, ok := digits([]byte(s))
	if !ok || len(s) != 4 || n == 0 {
		return zio.MunicipalityCode{}, false
	}
	return zio.MunicipalityCodeFromNumber(n), true
}

var placeCodeOther = &zio.ProblemKind{
	Code: "intake.place-code-name-differ",
	NL:   "In {value} horen de code en de naam niet bij elkaar: {code} is een andere gemeente. Controleer de cel.",
	EN:   "In {value} the code and the name do not go together: {code} is another municipality. Check the cell.",
}

// codeAndName is a place of which a cell has the code and the name; they must go together.
func (x *run) codeAndName(by *Places, code zio.MunicipalityCode, name string, column int, on zio.Date, place Place) Place {
	named, err := by.Name(turned(name), on)
	switch {
	case err == nil && named == code:
		place.Municipality = code
	case err == nil:
		place.Problem = x.at(placeCodeOther, column, "code", code.String())
	case by.Known != nil && !by.Known(code):
		place.Problem = x.at(placeCodeUnknown, column)
	default:
		place.Problem = x.at(placeNameUnknown, column, "date", on.String())
		if p, ok := err.(zio.Problem); ok {
			p.Pointer = pointerTo(x.name(column))
			place.Problem = p
		}
	}
	return place
}

// byPostcode finds the municipality of a place by its postcode, where nothing else gave one. What was wrong
// with its name stays the reason when the postcode gives none either.
func (x *run) byPostcode(p *Place, by *Places, column int) {
	if p.known() || p.Postcode.IsZero() || by.Postcode == nil {
		return
	}
	code, err := by.Postcode(p.Postcode)
	if err == nil && !code.IsZero() {
		p.Municipality, p.Problem = code, zio.Problem{}
		return
	}
	if problem, ok := err.(zio.Problem); ok && p.Problem.Kind == nil {
		problem.Pointer = pointerTo(x.name(column))
		p.Problem = problem
	}
}

var placeCodeUnknown = &zio.ProblemKind{
	Code: "intake.place-code-unknown",
	NL:   "De gemeentecode {value} is nooit van een gemeente geweest. Controleer de code.",
	EN:   "The code {value} has never been of a municipality. Check the code.",
}

// byCode is the place that a cell with the number of a municipality names. A municipality that has ended is
// placed under its own code.
func (x *run) byCode(by *Places, column int) (Place, error) {
	if kind := noPlace(x.cell(column)); kind != nil {
		return Place{Problem: x.at(kind, column)}, nil
	}
	code, err := x.municipality(column)
	if err != nil {
		return Place{}, err
	}
	if by.Known != nil && !by.Known(code) {
		return Place{Problem: x.at(placeCodeUnknown, column)}, nil
	}
	return Place{Municipality: code}, nil
}
