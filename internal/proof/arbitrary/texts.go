package arbitrary

import (
	"encoding"
	"math/rand/v2"
	"reflect"
	"regexp/syntax"
	"strings"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/bsn"
	"github.com/zio-collectief/zio/zio"
)

// codes make values of the types that are written as text, by their own constructors.
var codes = map[reflect.Type]func(*rand.Rand) any{
	reflect.TypeFor[zio.Date](): func(r *rand.Rand) any { return zio.DateFromDayNumber(Number(r, 1, 109573)) },
	reflect.TypeFor[zio.SchoolYear](): func(r *rand.Rand) any {
		y, _ := zio.SchoolYearFromStart(int(Number(r, zio.FirstYear, zio.LastYear-1)))
		return y
	},
	reflect.TypeFor[zio.MunicipalityCode](): func(r *rand.Rand) any { return zio.MunicipalityCodeFromNumber(Number(r, 1, 9999)) },
	reflect.TypeFor[zio.Postcode4]():        func(r *rand.Rand) any { return zio.Postcode4FromNumber(Number(r, 1000, 9999)) },
	reflect.TypeFor[zio.SiteCode](): func(r *rand.Rand) any {
		return zio.MustParseSiteCode(digits(r, 2) + capitals(r, 2) + digits(r, 2))
	},
	reflect.TypeFor[zio.BoardNumber]():  func(r *rand.Rand) any { return zio.MustParseBoardNumber(digits(r, 4) + string(rune('1'+r.IntN(9)))) },
	reflect.TypeFor[zio.AllianceCode](): func(r *rand.Rand) any { return zio.MustParseAllianceCode("PV"[r.IntN(2):][:1] + "O" + digits(r, 4)) },
	reflect.TypeFor[zio.PupilRef](): func(r *rand.Rand) any {
		for {
			if ref, err := zio.ParsePupilRef(letters(r, "abcXYZ0123456789._-", Number(r, 1, 36))); err == nil {
				return ref // most are; one in eleven numbers of nine digits could be a BSN
			}
		}
	},
	reflect.TypeFor[money.Euro]():   func(r *rand.Rand) any { return money.EuroFromCents(signed(r, 99_999_999_999_999_999)) },
	reflect.TypeFor[money.Factor](): func(r *rand.Rand) any { return money.FactorFromMicros(signed(r, 999_999_999_999_999_999)) },
	reflect.TypeFor[money.Fte]():    func(r *rand.Rand) any { return money.FteFromMilli(signed(r, 999_999_999_999_999)) },
	reflect.TypeFor[money.Exact]():  func(r *rand.Rand) any { return money.FactorFromMicros(signed(r, 999_999_999_999_999_999)).Exact() },
}

// code is a value of a type that is written as text; not its zero value, which stands for absent.
func code(r *rand.Rand, t reflect.Type) (reflect.Value, bool) {
	if make, known := codes[t]; known {
		return reflect.ValueOf(make(r)), true
	}
	if t.Kind() != reflect.Uint8 || !t.Implements(reflect.TypeFor[encoding.TextMarshaler]()) {
		return reflect.Value{}, false
	}
	for { // a closed set: any number that has a text
		v := reflect.New(t).Elem()
		v.SetUint(uint64(1 + r.IntN(40)))
		text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
		back := reflect.New(t)
		if err == nil && len(text) > 0 && back.Interface().(encoding.TextUnmarshaler).UnmarshalText(text) == nil && back.Elem().Uint() == v.Uint() {
			return v, true
		}
	}
}

// Number is a whole number from low to high, often one of its ends.
func Number(r *rand.Rand, low, high int64) int64 {
	switch r.IntN(8) {
	case 0:
		return low
	case 1:
		return high
	case 2:
		return low + r.Int64N(min(high-low, 5)+1)
	}
	return low + r.Int64N(high-low+1)
}

// signed is a number from -high to high, of any size.
func signed(r *rand.Rand, high int64) int64 {
	n := Number(r, 0, high) >> r.IntN(60)
	if r.IntN(2) == 0 {
		return -n
	}
	return n
}

func letters(r *rand.Rand, from string, n int64) string {
	var b strings.Builder
	for range n {
		b.WriteByte(from[r.IntN(len(from))])
	}
	return b.String()
}

func digits(r *rand.Rand, n int64) string   { return letters(r, "0123456789", n) }
func capitals(r *rand.Rand, n int64) string { return letters(r, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", n) }

// free is text of a number of characters without a BSN, some of which writers must escape or encode; line feeds among them when it
// may have lines.
func free(r *rand.Rand, n int64, lines bool) string {
	kinds := []rune("aZ09 -/\"\\<é€\u2027\u00a0😀~")
	if lines {
		kinds = append(kinds, '\n')
	}
	for {
		var b strings.Builder
		for range n {
			b.WriteRune(kinds[r.IntN(len(kinds))])
		}
		if !bsn.Looks(b.String()) { // most do not
			return b.String()
		}
	}
}

// Matching is a text that a pattern matches.
func Matching(r *rand.Rand, pattern string) string {
	tree, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		panic(err)
	}
	return sample(r, tree)
}

func sample(r *rand.Rand, p *syntax.Regexp) string {
	many := func(low, high int) string {
		var b strings.Builder
		for range low + r.IntN(high-low+1) {
			b.WriteString(sample(r, p.Sub[0]))
		}
		return b.String()
	}
	switch p.Op {
	case syntax.OpLiteral:
		return string(p.Rune)
	case syntax.OpCharClass:
		k := 2 * r.IntN(len(p.Rune)/2)
		return string(p.Rune[k] + rune(r.IntN(int(p.Rune[k+1]-p.Rune[k])+1)))
	case syntax.OpConcat:
		var b strings.Builder
		for _, s := range p.Sub {
			b.WriteString(sample(r, s))
		}
		return b.String()
	case syntax.OpAlternate:
		return sample(r, p.Sub[r.IntN(len(p.Sub))])
	case syntax.OpCapture:
		return sample(r, p.Sub[0])
	case syntax.OpQuest:
		return many(0, 1)
	case syntax.OpStar:
		return many(0, 4)
	case syntax.OpPlus:
		return many(1, 4)
	case syntax.OpRepeat:
		return many(p.Min, max(p.Min, p.Max))
	}
	return "" // begin and end of text
}
