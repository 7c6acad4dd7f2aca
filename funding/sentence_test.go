package funding_test

import (
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/proof/oracle/random"
	"github.com/zio-collectief/zio/zio"
)

var (
	sharesSentence = regexp.MustCompile(`kom(?:t|en) (?:ongeveer )?([0-9.,]+(?:/[0-9.]+)?) van de (?:ongeveer )?([0-9.,]+(?:/[0-9.]+)?) ?[^€]*Van € (-?[0-9.,]+) is dat(?:, afgerond op [^,]*,)? € (-?[0-9.,]+)\.(?: Zonder het verschil door afronden was dat € (-?[0-9.,]+)\.)?$`)
	limitedShare   = regexp.MustCompile(`^(?:.+) draagt(?:, afgerond op [^,]*,)? € (-?[0-9.,]+)(?:\.|: een tekort\.)(?: Zonder het verschil door afronden was dat € (-?[0-9.,]+)\.)?$`)
	gapSentence    = regexp.MustCompile(`^Voor (?:ongeveer )?([0-9.,]+(?:/[0-9.]+)?) van de (?:ongeveer )?([0-9.,]+(?:/[0-9.]+)?) ?[^€]*Van € (-?[0-9.,]+) is dat(?:, afgerond op [^,]*,)? € (-?[0-9.,]+): een tekort\.(?: Zonder het verschil door afronden was dat € (-?[0-9.,]+)\.)?$`)
	percentages    = regexp.MustCompile(`^Op .+ komt ([0-9.,]+) procent\. ()Van € (-?[0-9.,]+) is dat(?:, afgerond op [^,]*,)? € (-?[0-9.,]+)\.(?: Zonder het verschil door afronden was dat € (-?[0-9.,]+)\.)?$`)
)

// number reads a number as a Dutch sentence writes it.
func number(t *testing.T, s string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", "."))
	require.True(t, ok, s)
	return r
}

var unitSize = map[money.Unit]*big.Rat{money.Cent: big.NewRat(1, 100), money.WholeEuro: big.NewRat(1, 1), money.Thousand: big.NewRat(1000, 1)}

// readSentences takes the numbers out of the sentences of every division and holds them against each other: "66 of the 200
// pupils" of an amount gives the amount beside it, within one unit of rounding. It returns how many it read.
func readSentences(t *testing.T, a *funding.Agreement, x *funding.Result) int {
	t.Helper()
	read := 0
	for i := range a.Components {
		c := &x.Components[i]
		unit := unitSize[a.Components[i].Division.Unit]
		cost := number(t, strings.ReplaceAll(c.Cost.String(), ".", ","))
		for _, share := range c.Shares {
			require.False(t, share.Amount.Sign()*c.Cost.Sign() < 0, "%s: %s bears %s of %s", c.ID, share.Party, share.Amount, c.Cost)
		}
		require.False(t, c.Gap.Sign()*c.Cost.Sign() < 0, "%s: a gap of %s of %s", c.ID, c.Gap, c.Cost)
		// each share is rounded to a unit, and what is below a unit of the cost comes to it
		most := new(big.Rat).Mul(unit, big.NewRat(int64(len(a.Parties))+2, 1))
		require.LessOrEqual(t, new(big.Rat).Abs(number(t, strings.ReplaceAll(c.Rest.String(), ".", ","))).Cmp(most), 0, "%s: a rest of %s by rounding", c.ID, c.Rest)
		for _, s := range x.Explain("", zio.Dutch) {
			if s.Component != c.ID || !strings.HasSuffix(s.Step, "/shares") {
				continue
			}
			m := sharesSentence.FindStringSubmatch(s.Text)
			if m == nil {
				m = gapSentence.FindStringSubmatch(s.Text)
			}
			if p := percentages.FindStringSubmatch(s.Text); m == nil && p != nil {
				m = p
				m[2] = "100"
			}
			if limitedShare.MatchString(s.Text) { // of limits see TestByTheKeyIsWithoutLimits, of amounts TestSumsInTextAreTheSums
				continue
			}
			if m == nil {
				require.Contains(t, s.Text, "Het hele bedrag van €", s.Text)
				continue
			}
			read++
			total := number(t, m[3])
			require.Zero(t, total.Cmp(cost), "%s: %s", c.ID, s.Text)
			if number(t, m[2]).Sign() == 0 { // "about 0.00": a pupil for one day of the year
				require.Contains(t, s.Text, "van de ongeveer 0,00")
				continue
			}
			exact := new(big.Rat).Mul(total, new(big.Rat).Quo(number(t, m[1]), number(t, m[2])))
			if m[5] != "" { // the difference of all, told apart
				apart := new(big.Rat).Sub(number(t, m[5]), exact)
				if !strings.Contains(s.Text, "ongeveer") {
					require.LessOrEqual(t, apart.Abs(apart).Cmp(big.NewRat(1, 200)), 0, s.Text)
				}
				continue
			}
			apart := new(big.Rat).Sub(number(t, m[4]), exact)
			bound := new(big.Rat).Set(unit)
			if strings.Contains(s.Text, "ongeveer") { // both numbers are shown in two decimals
				shown := new(big.Rat).Quo(big.NewRat(1, 100), number(t, m[2]))
				bound.Add(bound, shown.Mul(shown, new(big.Rat).Abs(total)))
				require.LessOrEqual(t, apart.Abs(apart).Cmp(bound), 0, "%s: %s", c.ID, s.Text)
				continue
			}
			require.Equal(t, -1, apart.Abs(apart).Cmp(bound), "%s: %s", c.ID, s.Text)
		}
	}
	return read
}

// The numbers of a sentence belong together, in agreements of every kind.
func TestSentencesOfDivisions(t *testing.T) {
	read, results := 0, 0
	for seed := range int64(900) {
		agreement, population := random.Random(600_000 + seed)
		a, problems := funding.ReadAgreement(agreement)
		require.Empty(t, problems)
		p, problems := zio.ReadPopulation(population)
		require.Empty(t, problems)
		if x, problems := funding.Calculate(a, p); len(problems) == 0 {
			results++
			read += readSentences(t, a, x)
		}
	}
	require.Greater(t, results, 250)
	require.Greater(t, read, 1000)
}

// Agreements that once gave shares below zero, a rest of billions or a sentence that was not true are refused, by a problem
// that says why.
func TestAgreementsThatWentWrong(t *testing.T) {
	for seed, want := range map[string][]string{
		"500111": {"division.divisor-not-percentages /components/0/division/divisor"}, // 309 million of a cost of 34,866.99
		"500247": {"division.gap-negative /components/1/division/method"},             // a gap of -1,000.00
		"500668": {"division.divisor-not-percentages /components/0/division/divisor"}, // 1,918.85 of 2,918.85 left over "by rounding"
		"501116": {"division.share-negative /components/0/division/method"},           // -1,000.00 of 181,455.12
		"502104": {"division.share-negative /components/2/division/method"},           // 1,000.00 and -1,000.00 of 210.68
	} {
		agreement, err := os.ReadFile(filepath.Join("testdata", "seeds", seed+".agreement.json"))
		require.NoError(t, err)
		population, err := os.ReadFile(filepath.Join("testdata", "seeds", seed+".population.json"))
		require.NoError(t, err)
		a, problems := funding.ReadAgreement(agreement)
		p, others := zio.ReadPopulation(population)
		if problems = append(problems, others...); len(problems) == 0 {
			_, problems = funding.Calculate(a, p)
		}
		require.Equal(t, want, codes(problems), seed)
	}
}

// 66 of the 78 pupils bear 66/78 of the cost, whatever else is filled in; and in thousands the sentence says so.
func TestRoundingIsTold(t *testing.T) {
	for division, want := range map[string]string{
		`{"method":"largest-remainder","unit":"cent"}`:                                  "Op Nijmegen komen 6 van de 9 leerlingen. Van € 1.000,00 is dat € 666,67.",
		`{"method":"largest-remainder","unit":"euro"}`:                                  "Op Nijmegen komen 6 van de 9 leerlingen. Van € 1.000,00 is dat, afgerond op hele euro's, € 667,00.",
		`{"method":"rest-to-largest","unit":"thousand","rounding":"half-down"}`:         "Op Nijmegen komen 6 van de 9 leerlingen. Van € 1.000,00 is dat, afgerond op duizenden euro's, € 1.000,00.",
		`{"method":"rest-to-named","named":"0268","unit":"euro","rounding":"up"}`:       "Op Nijmegen komen 6 van de 9 leerlingen. Van € 1.000,00 is dat, afgerond op hele euro's, € 666,00.",
		`{"method":"rest-to-named","named":"0268","unit":"thousand","rounding":"down"}`: "Op Nijmegen komen 6 van de 9 leerlingen. Van € 1.000,00 is dat, afgerond op duizenden euro's, € 1.000,00.",
	} {
		x := outcome(t, edited(t, base, edits{"/components/0/division": division}), []byte(people))
		var told []string
		for _, s := range x.Explain("0268", zio.Dutch) {
			told = append(told, s.Text)
		}
		require.Contains(t, told, want)
	}
	// in thousands, each rounded up: Beuningen 3,000.00, so that Nijmegen, which takes the difference, bears 4,000.00 and not 5,000.00
	x := outcome(t, edited(t, base, edits{"/components/0/cost/amount": `"7000.00"`, "/components/0/division": `{"method":"rest-to-named","named":"0268","unit":"thousand","rounding":"up"}`}), []byte(people))
	var told []string
	for _, s := range x.Explain("0268", zio.Dutch) {
		told = append(told, s.Text)
	}
	require.Contains(t, told, "Op Nijmegen komen 6 van de 9 leerlingen. Van € 7.000,00 is dat, afgerond op duizenden euro's, € 4.000,00.")
}

// A sentence begins with a capital, also where it begins with a name that has none.
func TestSentencesBeginWithACapital(t *testing.T) {
	for name, want := range map[string]string{"aalst": "Aalst ", "zuid": "Zuid ", "éénhoorn": "éénhoorn "} {
		x := calculated(t, edits{"/parties/1/name": `"` + name + `"`}, nil)
		found := false
		for _, s := range x.Explain("", zio.Dutch) {
			found = found || strings.HasPrefix(s.Text, want)
			require.False(t, s.Text[0] >= 'a' && s.Text[0] <= 'z', s.Text)
		}
		require.True(t, found, want)
	}
}
