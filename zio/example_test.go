package zio_test

import (
	"fmt"

	"github.com/zio-collectief/zio/zio"
)

func ExampleParseMunicipalityCode() {
	code, err := zio.ParseMunicipalityCode("GM0363")
	fmt.Println(code, err)
	_, err = zio.ParseMunicipalityCode("14")
	fmt.Println(err.(zio.Problem).Text(zio.Dutch))
	// Output:
	// 0363 <nil>
	// De gemeentecode "14" is te kort: een gemeentecode heeft vier cijfers. Een spreadsheet haalt nullen aan het begin weg. Bedoelt u "0014"? Maak de kolom op als tekst.
}

func ExampleAtlas_On() {
	a := zio.Netherlands()
	weesp := zio.MustParseMunicipalityCode("0457")
	m, _ := a.On(zio.MustParseDate("2022-03-23"), weesp)
	fmt.Println(m.Name)
	_, err := a.On(zio.MustParseDate("2022-03-24"), weesp)
	fmt.Println(err.(zio.Problem).Text(zio.Dutch))
	// Output:
	// Weesp
	// Weesp (0457) bestaat op 2022-03-24 niet meer: de laatste dag was 2022-03-23. Daarna: Amsterdam (0363).
}

// A count of 1 October 2020 is taken to the municipal division of 2026. Haaren was split
// over four municipalities in 2021.
func ExampleAtlas_Convert() {
	a := zio.Netherlands()
	counted, paid := zio.MustParseDate("2020-10-01"), zio.MustParseDate("2026-01-01")
	counts := []zio.CountValue{
		{Municipality: zio.MustParseMunicipalityCode("0788"), Count: 10}, // Haaren
		{Municipality: zio.MustParseMunicipalityCode("0855"), Count: 25}, // Tilburg
	}
	_, problems := a.Convert(counts, counted, paid, zio.ConvertOptions{})
	fmt.Println(problems[0].Text(zio.Dutch))
	c, _ := a.Convert(counts, counted, paid, zio.ConvertOptions{Splits: zio.SplitByWeight})
	for _, v := range c.Counts {
		fmt.Println(v.Municipality, a.Name(v.Municipality), v.Count)
	}
	// Output:
	// Haaren (0788) is op 2021-01-01 verdeeld over Boxtel (0757), Oisterwijk (0824), Tilburg (0855), Vught (0865). Kies of dit naar gewicht verdeeld mag worden.
	// 0757 Boxtel 2
	// 0824 Oisterwijk 4
	// 0855 Tilburg 26
	// 0865 Vught 3
}

func ExampleAtlas_Search() {
	for _, m := range zio.Netherlands().Search("den h", zio.MustParseDate("2026-01-01"), 5) {
		fmt.Println(m.Code, m.Name)
	}
	// Output:
	// 0400 Den Helder
	// 0518 's-Gravenhage
}

// Which municipalities of an agreement lie outside the youth-care region of its cashier?
func ExampleAtlas_Spread() {
	a := zio.Netherlands()
	var agreement []zio.MunicipalityCode
	for _, code := range []string{"0209", "0225", "0252", "0268", "0296", "0944", "1945", "1982"} {
		agreement = append(agreement, zio.MustParseMunicipalityCode(code))
	}
	spread := a.Spread(zio.YouthRegion, agreement, zio.MustParseDate("2026-01-01"))
	outside, _ := spread.Outside("rijk-van-nijmegen")
	for _, part := range outside {
		for _, code := range part.Municipalities {
			fmt.Println(a.Name(code), "-", part.Region.Name)
		}
	}
	// Output:
	// Land van Cuijk - Noord-Oost Brabant
}

func ExamplePeriod() {
	year := zio.MustParseSchoolYear("2025-2026").Period()
	for _, part := range year.Years() {
		fmt.Println(part, part.Days(), "days")
	}
	// Output:
	// 2025-08-01/2025-12-31 153 days
	// 2026-01-01/2026-07-31 212 days
}
