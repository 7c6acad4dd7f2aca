package outside

import (
	"fmt"
	"math/big"
	"regexp"
	"strings"
)

// Numbers as Dutch sentences write them, with what stands around them.
const (
	num   = `(-?[0-9][0-9.]*(?:,[0-9]+)?(?:/[0-9.]+)?)`
	euros = `€ (-?[0-9][0-9.]*(?:,[0-9]+)?)`
	about = `(ongeveer )?`
	apart = `\.(?: Zonder het verschil door afronden was dat ` + euros + `\.)?$`
	units = `(?:, afgerond op (hele|duizenden) euro's,)?`
	clock = `((?:[0-9.]+ uur)?(?: en )?(?:[0-9]+ minu(?:ut|ten))?)`
)

var (
	partOf   = regexp.MustCompile(`^(?:Op .+ kom(?:t|en)|Voor) ` + about + num + ` van de ` + about + num + `[^€]*Van ` + euros + ` is dat` + units + ` ` + euros + `(?:: een tekort)?` + apart)
	percent  = regexp.MustCompile(`^Op .+ komt ` + about + num + ` procent\. Van ` + euros + ` is dat` + units + ` ` + euros + apart)
	times    = regexp.MustCompile(`^(?:.*: )?` + about + num + ` (?:leerlingen|leerling|klassen|klas|fte) maal (?:` + num + ` fte maal |` + num + ` maal )?` + euros + ` is ` + euros + `\.$`)
	mean     = regexp.MustCompile(`^Voor ` + num + ` leerling(?:en)? is ` + euros + ` gemiddeld ` + euros + ` per leerling\.$`)
	perWeek  = regexp.MustCompile(`^` + clock + ` per week, ([0-9]+) school(?:week|weken), ` + euros + ` per uur: ` + euros + `\.$`)
	need     = regexp.MustCompile(`^` + num + ` leerling(?:en)?, ` + num + ` procent met zorg, gemiddeld ` + euros + `: ` + euros + `\.$`)
	perPupil = regexp.MustCompile(`^Per leerling rekenen we ` + clock + ` zorg per week, ([0-9]+) school(?:week|weken) en ` + euros + ` per uur\. Dat is ` + euros + ` per leerling\.$`)
	inTotal  = regexp.MustCompile(`^In totaal draagt (.+) ` + euros + `\.$`)
	weighed  = regexp.MustCompile(`^Van .+ tel(?:t|len) ` + num + ` leerling(?:en)? met gewicht ` + num + `: ` + num + `\.$`)
	splits   = regexp.MustCompile(`^.+ verdeelt ` + euros + ` over (?:de ontvangers|de gemeenten met een vestiging): (.+)\.$`)
	paid     = regexp.MustCompile(euros)
	post     = regexp.MustCompile(`^.*: ` + num + ` fte, ([0-9]+) maand(?:en)?, ` + euros + ` per fte per jaar: ` + euros + `\.$`)
	leaves   = regexp.MustCompile(`^.+ betaalt nog ` + num + ` procent van de laatste bijdrage van ` + euros + `: ` + euros + `\.$`)
	support  = regexp.MustCompile(`^` + num + ` leerling(?:en)?, ` + clock + ` per week, ([0-9]+) school(?:week|weken): ` + clock + ` ondersteuning\.$`)
	absence  = regexp.MustCompile(`^.*: ` + clock + ` afwezigheid, ` + euros + ` per uur: ` + euros + `\.$`)
	groups   = regexp.MustCompile(`^` + num + ` groep(?:en)?, ` + clock + ` per groep, ` + euros + ` per uur voor één trainer: ` + euros + `\.$`)
	whole    = regexp.MustCompile(`^Het hele bedrag van ` + euros + ` komt op .+\. Dat is` + units + ` ` + euros + `\.$`)
	above    = regexp.MustCompile(`^Een casus van ` + euros + ` komt ` + euros + ` boven de drempel van ` + euros + `\.$`)
	decision = regexp.MustCompile(`^Een beschikking van ` + num + ` (uur|minuten|minuut|etmalen|etmaal|dagdelen|dagdeel|stuks|stuk), ([0-9]+) keer, voor ([0-9.]+) leerling(?:en)?, tegen ` + euros + ` per [a-z]+: ` + euros + `\.$`)
)

// number is a number in a Dutch sentence: "1.234,50" or "1/3".
func number(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", "."))
	if !ok {
		panic("no number: " + s)
	}
	return r
}

// minutes is a length of time in a Dutch sentence: "5 uur en 30 minuten".
func minutes(s string) *big.Rat {
	total := new(big.Rat)
	for _, part := range strings.Split(s, " en ") {
		n, unit, _ := strings.Cut(part, " ")
		of := int64(1)
		if unit == "uur" {
			of = 60
		}
		total.Add(total, new(big.Rat).Mul(number(n), big.NewRat(of, 1)))
	}
	return total
}

func mul(list ...*big.Rat) *big.Rat {
	product := big.NewRat(1, 1)
	for _, one := range list {
		product.Mul(product, one)
	}
	return product
}

// off is how far two numbers are apart.
func off(a, b *big.Rat) *big.Rat { return new(big.Rat).Abs(new(big.Rat).Sub(a, b)) }

var (
	cent     = big.NewRat(1, 100)
	halfCent = big.NewRat(1, 200)
)

// unitOf is the unit that a share says it is rounded to.
func unitOf(word string) *big.Rat {
	switch word {
	case "hele":
		return big.NewRat(1, 1)
	case "duizenden":
		return big.NewRat(1000, 1)
	}
	return cent
}

// judge calculates with the numbers of a sentence: known is whether it has a form that can be calculated, wrong what does not hold.
// A step of an amount may have more decimals than its sentence: each amount in words is at most half a cent off, and a cost a cent, as
// the agreement says how it is rounded.
func judge(text string, parties int) (known bool, wrong string) {
	near := func(what string, told, exact, most *big.Rat) {
		if off(told, exact).Cmp(most) > 0 && wrong == "" {
			wrong = fmt.Sprintf("%s: %s told, %s by the words", what, told.FloatString(4), exact.FloatString(4))
		}
	}
	share := func(rough bool, weight, all, total *big.Rat, unit, told, without string) {
		exact := mul(weight, total, new(big.Rat).Inv(all))
		most := unitOf(unit)
		if rough { // both weights in two decimals
			shown := mul(cent, new(big.Rat).Abs(total), new(big.Rat).Inv(new(big.Rat).Abs(all)))
			most = new(big.Rat).Add(most, shown)
		}
		if without == "" {
			near("share", number(told), exact, most)
			if off(number(told), exact).Cmp(most) == 0 { // less than a unit away
				wrong = "share: a whole unit away: " + told
			}
			return
		}
		// who takes what rounding leaves of all: one unit for each party at most
		near("share with the rest", number(told), exact, new(big.Rat).Add(mul(most, big.NewRat(int64(parties)+1, 1)), halfCent))
		if rough {
			near("share without rest", number(without), exact, most)
		} else {
			near("share without rest", number(without), exact, halfCent)
		}
	}
	one := big.NewRat(1, 1)
	optional := func(s string) *big.Rat {
		if s == "" {
			return one
		}
		return number(s)
	}
	switch {
	case partOf.MatchString(text):
		m := partOf.FindStringSubmatch(text)
		all := number(m[4])
		if all.Sign() == 0 {
			return true, "a part of 0"
		}
		share(m[1] != "" || m[3] != "", number(m[2]), all, number(m[5]), m[6], m[7], m[8])
	case percent.MatchString(text):
		m := percent.FindStringSubmatch(text)
		share(m[1] != "", number(m[2]), big.NewRat(100, 1), number(m[3]), m[4], m[5], m[6])
	case times.MatchString(text):
		m := times.FindStringSubmatch(text)
		count := mul(number(m[2]), optional(m[3]), optional(m[4]))
		most := new(big.Rat).Add(cent, mul(halfCent, new(big.Rat).Abs(count))) // the amount of each may have more decimals too
		if m[1] != "" {
			most.Add(most, mul(cent, number(m[5])))
		}
		near("product", number(m[6]), mul(count, number(m[5])), most)
	case mean.MatchString(text):
		m := mean.FindStringSubmatch(text)
		near("mean", number(m[3]), new(big.Rat).Quo(number(m[2]), number(m[1])), halfCent)
	case perWeek.MatchString(text):
		m := perWeek.FindStringSubmatch(text)
		near("hours", number(m[4]), mul(minutes(m[1]), number(m[2]), number(m[3]), big.NewRat(1, 60)), cent)
	case perPupil.MatchString(text):
		m := perPupil.FindStringSubmatch(text)
		near("hours of a pupil", number(m[4]), mul(minutes(m[1]), number(m[2]), number(m[3]), big.NewRat(1, 60)), cent)
	case need.MatchString(text):
		m := need.FindStringSubmatch(text)
		near("need", number(m[4]), mul(number(m[1]), number(m[2]), number(m[3]), cent), cent)
	case decision.MatchString(text):
		m := decision.FindStringSubmatch(text)
		volume := number(m[1])
		if strings.HasPrefix(m[2], "min") {
			volume.Quo(volume, big.NewRat(60, 1))
		}
		near("decision", number(m[6]), mul(volume, number(m[3]), number(m[4]), number(m[5])), cent)
	case weighed.MatchString(text):
		m := weighed.FindStringSubmatch(text)
		near("weight", number(m[3]), mul(number(m[1]), number(m[2])), new(big.Rat))
	case splits.MatchString(text):
		m := splits.FindStringSubmatch(text)
		sum := new(big.Rat)
		for _, part := range paid.FindAllStringSubmatch(m[2], -1) {
			sum.Add(sum, number(part[1]))
		}
		near("sum of the payments", number(m[1]), sum, new(big.Rat))
	case post.MatchString(text):
		m := post.FindStringSubmatch(text)
		near("post", number(m[4]), mul(number(m[1]), number(m[2]), big.NewRat(1, 12), number(m[3])), cent)
	case leaves.MatchString(text):
		m := leaves.FindStringSubmatch(text)
		near("what is still paid", number(m[3]), mul(number(m[1]), cent, number(m[2])), cent)
	case support.MatchString(text):
		m := support.FindStringSubmatch(text)
		near("hours of support", minutes(m[4]), mul(number(m[1]), minutes(m[2]), number(m[3])), new(big.Rat))
	case absence.MatchString(text):
		m := absence.FindStringSubmatch(text)
		near("absence", number(m[3]), mul(minutes(m[1]), number(m[2]), big.NewRat(1, 60)), cent)
	case groups.MatchString(text):
		m := groups.FindStringSubmatch(text)
		near("groups", number(m[4]), mul(number(m[1]), minutes(m[2]), number(m[3]), big.NewRat(1, 60)), cent)
	case above.MatchString(text):
		m := above.FindStringSubmatch(text)
		near("above the threshold", number(m[2]), new(big.Rat).Sub(number(m[1]), number(m[3])), cent)
	case whole.MatchString(text):
		m := whole.FindStringSubmatch(text)
		near("the whole amount", number(m[3]), number(m[1]), unitOf(m[2]))
	default:
		return false, ""
	}
	return true, wrong
}
