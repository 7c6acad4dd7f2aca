package funding_test

import (
	"math/big"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/proof/oracle/random"
	"github.com/zio-collectief/zio/zio"
)

// amountTold is an amount in a Dutch sentence.
var amountTold = regexp.MustCompile(`€ (-?[0-9][0-9.]*(?:,[0-9]+)?)`)

// told are the amounts that a sentence names.
func amountsTold(t *testing.T, text string) []*big.Rat {
	t.Helper()
	var list []*big.Rat
	for _, m := range amountTold.FindAllStringSubmatch(text, -1) {
		list = append(list, number(t, strings.TrimRight(m[1], ".")))
	}
	return list
}

// sumsOf holds the sums that the explanation of a result names against the parts that it names: each sum of a step is the sum of the
// amounts in the sentences of its parts, and the totals of the parties are the parts of all streams together. An amount that is no
// whole number of cents is told in cents, so that each part may be half a cent off. It returns how many sums it read.
func sumsOf(t *testing.T, x *funding.Result) int {
	t.Helper()
	told := map[string]*big.Rat{} // the amount of a sentence that is the outcome of its step, in cents
	text := map[string]string{}
	values := map[string]*funding.Step{}
	for i := range x.Trace.Steps {
		values[x.Trace.Steps[i].ID] = &x.Trace.Steps[i]
	}
	cent := big.NewRat(1, 200)
	shares := map[string]*big.Rat{} // per component, what its parties and nobody bear
	for _, s := range x.Explain("", zio.Dutch) {
		list := amountsTold(t, s.Text)
		text[s.Step] = s.Text
		if strings.HasSuffix(s.Step, "/shares") && !strings.HasSuffix(s.Step, "/key/shares") {
			without, _, _ := strings.Cut(s.Text, " Zonder het verschil")
			list = amountsTold(t, without)
			if shares[s.Component] == nil {
				shares[s.Component] = new(big.Rat)
			}
			shares[s.Component].Add(shares[s.Component], list[len(list)-1])
			continue
		}
		if step := values[s.Step]; step != nil && step.Unit == funding.UnitEuro && step.Op != funding.OpAllocate && len(list) > 0 {
			outcome := fractionOf(t, step.Value)
			for _, one := range list {
				if apart := new(big.Rat).Sub(one.Abs(one), new(big.Rat).Abs(outcome)); apart.Abs(apart).Cmp(cent) <= 0 {
					told[s.Step] = one
				}
			}
			require.NotNil(t, told[s.Step], "%s: %q does not tell %s", s.Step, s.Text, step.Value)
		}
	}
	read := 0
	for i := range x.Components {
		c := &x.Components[i]
		if sum := shares[c.ID]; sum != nil { // and what rounding leaves over
			require.Zero(t, sum.Add(sum, fractionOf(t, c.Rest.String())).Cmp(fractionOf(t, c.Cost.String())), "%s: the shares that are told are %s of %s", c.ID, sum.FloatString(2), c.Cost)
			read++
		}
	}
	for i := range x.Trace.Steps {
		s := &x.Trace.Steps[i]
		total := told[s.ID]
		if total == nil || s.Op != funding.OpSum && s.Op != funding.OpDifference || s.Unit != funding.UnitEuro || len(s.Inputs) == 0 {
			continue
		}
		sum, bound, whole := new(big.Rat), new(big.Rat).Set(cent), true
		for j, in := range s.Inputs {
			part := fractionOf(t, in.Value)
			if one := told[strings.TrimPrefix(in.Ref, "trace:")]; one != nil && !strings.Contains(in.Ref, "#") {
				if part.Sign() < 0 {
					one = new(big.Rat).Neg(one)
				}
				part = one
			}
			whole = whole && new(big.Rat).Mul(fractionOf(t, in.Value), big.NewRat(100, 1)).IsInt()
			if s.Op == funding.OpDifference && j > 0 {
				part = new(big.Rat).Neg(part)
			}
			sum.Add(sum, part)
			bound.Add(bound, cent)
		}
		apart := new(big.Rat).Sub(new(big.Rat).Abs(sum), new(big.Rat).Abs(total))
		apart.Abs(apart)
		if whole {
			require.Zero(t, apart.Sign(), "%s: %q is not the sum of what is told: %s", s.ID, text[s.ID], sum.FloatString(2))
		} else {
			require.LessOrEqual(t, apart.Cmp(bound), 0, "%s: %q is not the sum of what is told: %s", s.ID, text[s.ID], sum.FloatString(4))
		}
		read++
	}
	return read
}

// Every sum that an explanation names is the sum of the parts that it names, in every example.
func TestSumsInTextAreTheSums(t *testing.T) {
	read := 0
	for name, x := range examples(t) {
		t.Run(name, func(t *testing.T) { read += sumsOf(t, x) })
	}
	require.Greater(t, read, 400)
}

// 18,000.00 and 70 of 135 parts of 10,000.00, 5,185.185.., are 23,185.185..: told as 23,185.19, and borne as 23,185.18.
func TestCentOfRoundingIsTold(t *testing.T) {
	x := examples(t)["vijf-gemeenten/agreement.excess.json"]
	require.Contains(t, sentencesOf(x, "0344", zio.Dutch), "Samen is dat voor Utrecht € 23.185,19.")
	require.Contains(t, sentencesOf(x, "0344", zio.Dutch), "Utrecht draagt € 23.185,18. Zonder het verschil door afronden was dat € 23.185,19.")
	require.Contains(t, sentencesOf(x, "0344", zio.English), "Utrecht bears €23,185.18. Without the difference by rounding that would be €23,185.19.")
	require.Contains(t, sentencesOf(x, "0307", zio.Dutch), "Amersfoort draagt € 22.222,22.")
}

// And in random agreements.
func TestSumsInTextOfRandomAgreements(t *testing.T) {
	count := 1000
	if testing.Short() {
		count = 150
	}
	read := 0
	for seed, results := int64(0), 0; results < count; seed++ {
		agreement, population := random.Random(900_000 + seed)
		a, problems := funding.ReadAgreement(agreement)
		require.Empty(t, problems)
		p, problems := zio.ReadPopulation(population)
		require.Empty(t, problems)
		if x, problems := funding.Calculate(a, p); len(problems) == 0 {
			results++
			read += sumsOf(t, x)
		}
	}
	require.Greater(t, read, 10*count)
}
