package funding_test

import (
	"fmt"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

// twoMunicipalities is an agreement of Nijmegen, with 12 pupils, and Wijchen, with 4: 5.5 hours of care per pupil and
// week, 40 weeks, 60.00 an hour. So a pupil costs 13,200.00.
func twoMunicipalities() (*funding.Agreement, *zio.Population) {
	a, p := made()
	a.Parties = append(a.Parties, funding.Party{ID: "0296", Kind: funding.PartyMunicipality, Name: "Wijchen", Participates: true})
	other := p.Groups[0]
	other.Home, other.Pupils = zio.MustParseMunicipalityCode("0296"), 4
	p.Groups = append(p.Groups, other)
	return a, p
}

// The agreement and the population come from documents, with ReadAgreement and zio.ReadPopulation, or are made in Go.
func ExampleCalculate() {
	agreement, population := twoMunicipalities()
	result, problems := funding.Calculate(agreement, population)
	if len(problems) > 0 {
		fmt.Println(problems)
		return
	}
	for _, share := range result.Shares { // 12 and 4 times 13,200.00
		fmt.Println(share.Name, share.Amount.Format(zio.Dutch))
	}
	for _, t := range result.Transfers {
		fmt.Println(t.From, "->", t.To, t.Amount)
	}
	// Output:
	// Nijmegen € 158.400,00
	// Wijchen € 52.800,00
	// 0268 -> care 158400.00
	// 0296 -> care 52800.00
}

// What is missing or wrong comes back as problems, each with a stable code, a place and a text in two languages.
func ExampleCalculate_problems() {
	agreement, population := twoMunicipalities()
	agreement.Routing.Threshold.Boundary = ""
	_, problems := funding.Calculate(agreement, population)
	for _, problem := range problems {
		fmt.Println(problem.Code(), problem.Pointer)
		fmt.Println(problem.Text(zio.Dutch))
	}
	// Output:
	// document.member-missing /routing/threshold/boundary
	// Het veld boundary ontbreekt. Vul het in.
}

func ExampleResult_Explain() {
	result, _ := funding.Calculate(twoMunicipalities())
	for _, sentence := range result.Explain("0296", zio.English) {
		fmt.Println(sentence.Text)
	}
	// Output:
	// Wijchen has 4 pupils in the pool.
	// All municipalities together have 16 pupils in the pool.
	// Per pupil we count 5 hours and 30 minutes of care a week, 40 school weeks and €60.00 an hour. That is €13,200.00 per pupil.
	// 16 pupils times €13,200.00 is €211,200.00.
	// Wijchen counts for 4 pupils.
	// Wijchen counts for 4 of the 16 pupils. Of €211,200.00 that is €52,800.00.
	// Wijchen pays €52,800.00 for purchased care to Care.
	// In total Wijchen bears €52,800.00.
}
