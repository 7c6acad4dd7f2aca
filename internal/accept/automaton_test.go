package accept

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

var patterns = []string{
	`^[0-9]{4}$`, `^p-[0-9a-f]{16}$`, `^(0|[1-9][0-9]{0,14})\.[0-9]{2}$`, `a`, `^a`, `a$`, `^$`, `^`, `$`, ``, `(ab|b)+c?$`,
	`^[^\x00-\x1f\x7f]*$`, `^\S(.*\S)?$`, `\S`, `^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`, `^[A-Za-z0-9_-]{8}$`, `^é{2}$`, `^[à-ý]+$`,
	`^[a-z]+(-[a-z0-9]+)*/[1-9]$`, `(?i)^straße$`, `^.{3}$`, `^(?s:.){3}$`, `^(-?([1-9][0-9]{0,14}(\.[0-9]{1,2})?|0\.(0[1-9]|[1-9][0-9]?))|0(\.0{1,2})?)$`,
	`^["\\]{2}$`, `^[^a]{2}b$`, `(^a|b$)`, `^k{0,3}K?$`, `x*`, `^(?:ab|cd)$`, `^\p{L}{2}$`, `^[A-Za-z0-9._-]{1,36}$`, `^[a-z]{0,9}$`, `^[0-9a-f]{3,20}$`, `^[^"\\]{1,12}$`, `^[é-ü]{1,3}$`,
}

func checkPattern(t *testing.T, pattern string, text []byte) {
	t.Helper()
	a, err := newAutomaton(pattern)
	if err != nil || !utf8.Valid(text) {
		return
	}
	want := regexp.MustCompile(pattern).Match(text)
	require.Equal(t, want, a.match(text), "%q on %q", pattern, text)
	plain := true
	for _, c := range text {
		plain = plain && c >= 0x20 && c != '"' && c != '\\'
	}
	if !plain {
		return
	}
	rule := text_(a)
	for _, tail := range []string{`"`, `",         `} {
		b := append(append([]byte(`"`), text...), tail...)
		end := rule.matched(b, 1)
		require.Equal(t, want, end == len(text)+2, "%q on %q as written", pattern, text)
		if rule.chain != nil {
			require.Equal(t, want, rule.chain.read(b, 1) == len(text)+2, "chain of %q on %q", pattern, text)
			require.Equal(t, want, rule.chain.match(text), "chain of %q on %q", pattern, text)
		}
		if rule.run != nil {
			require.Equal(t, want, rule.run.read(b, 1) == len(text)+2, "run of %q on %q", pattern, text)
			require.Equal(t, want, rule.run.match(text), "run of %q on %q", pattern, text)
		}
	}
}

func text_(a *automaton) *text {
	return &text{high: maxText, pattern: a, chain: newChain(a), run: newRun(a)}
}

func TestAutomatonAgreesWithRegexp(t *testing.T) {
	alphabet := []rune("0123456789aabbcdkKefAZpé-–./_ \t\n\x7f\"\\ſßà\u00e9𝄞s")
	r := rand.New(rand.NewPCG(3, 4))
	for _, pattern := range patterns {
		checkPattern(t, pattern, nil)
		for range 400 {
			var text []byte
			for range r.IntN(12) {
				text = utf8.AppendRune(text, alphabet[r.IntN(len(alphabet))])
			}
			checkPattern(t, pattern, text)
		}
	}
	for pattern, texts := range map[string][]string{
		patterns[0]: {"0344", "034", "03444", "03a4"},
		patterns[1]: {"p-0123456789abcdef", "p-0123456789abcdeF", "p_0123456789abcdef", "p-0123456789abcde", "p-0123456789abcdef0"},
		patterns[2]: {"0.00", "12.50", "01.00", "123456789012345.00", "1234567890123456.00", "1.0"},
	} {
		for _, text := range texts {
			checkPattern(t, pattern, []byte(text))
		}
	}
}

func TestChainsAreFound(t *testing.T) {
	for pattern, length := range map[string]int{`^[0-9]{4}$`: 4, `^p-[0-9a-f]{16}$`: 18, `^[0-9]{2}[A-Z]{2}$`: 4, `^(?:ab|cb)$`: 2} {
		a, err := newAutomaton(pattern)
		require.NoError(t, err)
		require.NotNil(t, newChain(a), pattern)
		require.Equal(t, length, newChain(a).length, pattern)
	}
	for _, pattern := range []string{`^[0-9]+$`, `^a?$`, `ab`, `^ab`, `^(?:ab|cd)$`, `^é$`} {
		a, err := newAutomaton(pattern)
		require.NoError(t, err)
		require.Nil(t, newChain(a), pattern)
	}
}

func TestRunsAreFound(t *testing.T) {
	for pattern, ends := range map[string][2]int{`^[A-Za-z0-9._-]{1,36}$`: {1, 36}, `^[a-z]{0,9}$`: {0, 9}, `^[0-9]{3,20}$`: {3, 20}} {
		a, err := newAutomaton(pattern)
		require.NoError(t, err)
		r := newRun(a)
		require.NotNil(t, r, pattern)
		require.Equal(t, ends, [2]int{r.low, r.high}, pattern)
	}
	for _, pattern := range []string{`^[0-9]+$`, `^[0-9]*$`, `^a[0-9]{1,3}$`, `^[0-9]{1,3}a?$`, `a{1,3}`, `^é{1,3}$`, `^(ab){1,3}$`, `^(a{1,2}|a{4})$`} {
		a, err := newAutomaton(pattern)
		require.NoError(t, err)
		require.Nil(t, newRun(a), pattern)
	}
}

func TestWithinTheCalendar(t *testing.T) {
	for pattern, want := range map[string]bool{
		`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`: false,
		`^2024-02-29$`:                 true, `^2023-02-29$`: false, `^1900-02-29$`: false, `^2000-02-29$`: true, `^0000-01-01$`: false, `^0001-01-01$`: true,
		`^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$`: true, `^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9])$`: false, `2024-02-28`: false, `^2024-02-28`: false, `a^`: true,
	} {
		a, err := newAutomaton(pattern)
		require.NoError(t, err)
		require.Equal(t, want, a.within(calendar()), pattern)
	}
	for year := 0; year < 10000; year += 7 {
		for month := 0; month < 14; month++ {
			for day := 0; day < 33; day++ {
				text := fmt.Appendf(nil, "%04d-%02d-%02d", year, month, day)
				require.Equal(t, isDate(text), calendar().match(text), "%s", text)
			}
		}
	}
}

func TestAutomatonRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, pattern := range []string{`(?m)^a$`, `\bword\b`, `(?=a)`, `[`, `^[a-z]{1,900}[a-z]{1,900}$`} {
		_, err := newAutomaton(pattern)
		require.Error(t, err, pattern)
	}
}

// What regexp matches, the automaton matches, and nothing else.
func FuzzAutomaton(f *testing.F) {
	for _, pattern := range patterns {
		f.Add(pattern, []byte("0344"))
	}
	f.Fuzz(func(t *testing.T, pattern string, text []byte) {
		if len(pattern) > 40 || len(text) > 200 {
			return
		}
		checkPattern(t, pattern, text)
	})
}
