package main

import (
	"encoding"
	"fmt"
	"math/rand/v2"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/proof/arbitrary"
	"github.com/zio-collectief/zio/zio"
)

// reads reports whether the parser of the type reads a text, and whether it refuses it for what no pattern can say.
func (x *text) reads(s string) (ok, unsayable bool) {
	v := reflect.New(x.of)
	err := v.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(s))
	if p, is := err.(zio.Problem); is {
		switch p.Code() {
		case "pupil.bsn":
			return false, true
		case "school-year.malformed", "school-year.out-of-range":
			return false, regexp.MustCompile(x.pattern).MatchString(s)
		}
	}
	return err == nil, false
}

func sameVerdict(t *testing.T, x *text, pattern *regexp.Regexp, s string) {
	t.Helper()
	ok, unsayable := x.reads(s)
	if !unsayable && ok != pattern.MatchString(s) {
		t.Fatalf("%s: the parser says %t of %q, the pattern %t", x.of, ok, s, !ok)
	}
}

func TestPatternsAreTheGrammarsOfTheParsers(t *testing.T) {
	alphabet := []rune("0123456789-./_,+eE ABCDGMOPVazé€\n")
	for i := range texts {
		x := &texts[i]
		if x.pattern == "" {
			continue
		}
		t.Run(x.of.String(), func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, uint64(i)))
			pattern := regexp.MustCompile(x.pattern)
			seeds := []string{"", "0", "-0", "0.0", "0.00", "-0.01", "1.", ".1", "00", "01", "GM0000", "GM0001", "gm0363", "0363 ", "12AB-00", "12ab00", "PO-26-01", "PO26-01", "XO2601", "1900-01-01", "2199-12-31"}
			for _, e := range x.examples {
				seeds = append(seeds, e.(string))
			}
			for _, s := range seeds {
				sameVerdict(t, x, pattern, s)
			}
			for range 20_000 {
				s := arbitrary.Matching(r, x.pattern)
				require.True(t, pattern.MatchString(s), "%q", s)
				sameVerdict(t, x, pattern, s)
				text := []rune(s)
				for range 1 + r.IntN(2) {
					at, c := r.IntN(len(text)+1), alphabet[r.IntN(len(alphabet))]
					switch {
					case at == len(text) || r.IntN(3) == 0:
						text = append(text[:at], append([]rune{c}, text[at:]...)...)
					case r.IntN(2) == 0:
						text[at] = c
					default:
						text = append(text[:at], text[at+1:]...)
					}
				}
				sameVerdict(t, x, pattern, string(text))
			}
		})
	}
}

func TestEveryDayOfTheCalendar(t *testing.T) {
	x := textOf(reflect.TypeFor[zio.Date]())
	pattern := regexp.MustCompile(x.pattern)
	for year := 1890; year <= 2210; year++ {
		for month := range 14 {
			for day := range 33 {
				sameVerdict(t, x, pattern, fmt.Sprintf("%04d-%02d-%02d", year, month, day))
			}
		}
	}
}

func TestEveryShortCode(t *testing.T) {
	for _, of := range []reflect.Type{reflect.TypeFor[zio.MunicipalityCode](), reflect.TypeFor[zio.Postcode4]()} {
		x := textOf(of)
		pattern := regexp.MustCompile(x.pattern)
		for n := range 100_000 {
			for width := 1; width <= 5; width++ {
				s := fmt.Sprintf("%0*d", width, n)
				sameVerdict(t, x, pattern, s)
				sameVerdict(t, x, pattern, "GM"+s)
			}
		}
	}
}

func TestEveryValueOfAClosedSetIsListed(t *testing.T) {
	want := map[reflect.Type]int{
		reflect.TypeFor[zio.Province](): 12, reflect.TypeFor[zio.RegionKind](): len(zio.RegionKinds()), reflect.TypeFor[zio.SchoolType](): len(zio.SchoolTypes()),
		reflect.TypeFor[zio.Claim](): 7, reflect.TypeFor[zio.CareKind](): 6, reflect.TypeFor[zio.Status](): 2, reflect.TypeFor[zio.WlzState](): 4,
		reflect.TypeFor[funding.Route](): 10, reflect.TypeFor[money.Method](): len(money.Methods()), reflect.TypeFor[money.Unit](): len(money.Units()),
		reflect.TypeFor[money.Rounding](): len(money.Roundings()), reflect.TypeFor[funding.Reason](): 21,
	}
	for i := range texts {
		if x := &texts[i]; x.closed {
			values, err := x.values()
			require.NoError(t, err)
			require.Len(t, values, want[x.of], x.of)
		}
	}
}

// An escape stands for an ASCII character: beyond that it is a byte in some languages.
// What Ajv reads with the flag u and Go with RE2 is one language as long as a pattern is made of these.
var common = regexp.MustCompile(`^(\^|\$|\||\(|\)|\*|\+|\?|\{[0-9]+(,[0-9]*)?\}|\\[.]|\[\^?(\\x[0-7][0-9A-F]|[A-Za-z0-9._/-]|[^\x00-\x7F])+\]|\\x[0-7][0-9A-F]|[A-Za-z0-9:-])*$`)

func TestPatternsStayInWhatAllLanguagesShare(t *testing.T) {
	shared := func(p string) bool { return common.MatchString(p) && !strings.Contains(p, "(?") }
	for _, p := range []string{notInLine, notInLines, lineFeed} {
		require.True(t, shared(p), p)
	}
	for name, p := range plainTexts {
		require.True(t, shared(p.pattern), name)
	}
	for i := range texts {
		require.True(t, shared(texts[i].pattern), texts[i].of)
		require.False(t, texts[i].format != "" && texts[i].pattern == "", "a format stands beside a pattern: %s", texts[i].of)
	}
	for _, not := range []string{`\d`, `(?i)a`, `a(?=b)`, `\p{L}`, `\bword`, `[[:alpha:]]`, `.`, `(?P<x>a)`, `[\x9F]`} {
		require.False(t, shared(not), not)
	}
}
