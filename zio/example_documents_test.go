//go:build !tinygo && !wasm

package zio_test

import (
	"encoding/json"
	"fmt"

	"github.com/zio-collectief/zio/zio"
)

// Who is in the register on a day. An own register continues it, see [Atlas.With].
func ExampleNetherlands() {
	atlas := zio.Netherlands()
	fmt.Println(atlas.Period())
	fmt.Println(len(atlas.Municipalities(zio.MustParseDate("2026-01-01"))), "municipalities")
	for _, region := range atlas.Regions(zio.YouthRegion, zio.MustParseDate("2026-01-01"))[:2] {
		fmt.Println(region.Name, len(region.Municipalities))
	}
	// Output:
	// 2012-01-01/2026-12-31
	// 342 municipalities
	// Achterhoek 8
	// Amsterdam-Amstelland 6
}

// The regions that parties drew themselves take the place of those of the same kind for the days of their list.
func ExampleAtlas_With() {
	code := zio.MustParseMunicipalityCode
	from, until := zio.MustParseDate("2026-01-01"), zio.MustParseDate("2026-12-31")
	atlas, problems := zio.Netherlands().With(&zio.Register{
		Title: "Regions of the parties", Period: zio.Period{From: from, Until: until},
		RegionLists: []zio.RegionList{{Kind: zio.YouthRegion, Name: "Regio's van partijen", Standing: zio.AgreedList, From: from, Until: until,
			Sources: []zio.Source{{Title: "Made up"}}}},
		Regions: []zio.Region{{Kind: zio.YouthRegion, Code: "west", Name: "West", From: from, Until: until,
			Municipalities: []zio.MunicipalityCode{code("0268"), code("0296")}}},
	})
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	for _, region := range atlas.Regions(zio.YouthRegion, from) {
		fmt.Println(region.Code, region.Municipalities)
	}
	// Output:
	// west [0268 0296]
}

// A count of 2019 on the municipalities of 2026. Boxmeer (0756) and Grave (0786) are in Land van Cuijk (1982) since 2022: 3 and 2 pupils.
func ExamplePopulation_Convert() {
	code := zio.MustParseMunicipalityCode
	population := &zio.Population{Title: "Made up", CountDate: zio.MustParseDate("2019-10-01"), Groups: []zio.Group{
		{Home: code("0268"), Pupils: 10},
		{Home: code("0756"), Pupils: 3},
		{Home: code("0786"), Pupils: 2},
	}}
	converted, steps, problems := population.Convert(zio.Netherlands(), zio.MustParseDate("2026-01-01"), zio.ConvertOptions{})
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	for _, group := range converted.Groups {
		fmt.Println(group.Home, group.Pupils)
	}
	for _, step := range steps {
		fmt.Println(step.On, step.From, step.To, step.Count)
	}
	// Output:
	// 0268 10
	// 1982 5
	// 2022-01-01 0756 1982 3
	// 2022-01-01 0786 1982 2
}

// A population inside a struct of one's own: it writes and reads itself as an exchange document.
func ExamplePopulation_MarshalJSON() {
	type request struct {
		Name       string          `json:"name"`
		Population *zio.Population `json:"population"`
	}
	text, err := json.Marshal(request{Name: "ours", Population: &zio.Population{Title: "Made up", CountDate: zio.MustParseDate("2025-10-01"),
		Groups: []zio.Group{{Home: zio.MustParseMunicipalityCode("0268"), Pupils: 3}}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(text))
	var read request
	fmt.Println(json.Unmarshal(text, &read), read.Population.Groups[0].Pupils)
	// Output:
	// {"name":"ours","population":{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"Made up","countDate":"2025-10-01","groups":[{"home":"0268","pupils":3}]}}
	// <nil> 3
}

// Codes, dates and choices are what rows.Scan fills and what db.Exec takes: a column holds their text, and NULL is the zero value.
func ExampleMunicipalityCode_Scan() {
	var home zio.MunicipalityCode
	var counted zio.Date
	fmt.Println(home.Scan("0268"), counted.Scan([]byte("2025-10-01"))) // as rows.Scan(&home, &counted) does
	fmt.Println(home, counted)
	fmt.Println(home.Scan(nil), home.IsZero())
	fmt.Println(home.Scan("Nijmegen"))
	value, err := zio.MustParseMunicipalityCode("0268").Value() // as db.Exec(query, code) does
	fmt.Println(value, err)
	// Output:
	// <nil> <nil>
	// 0268 2025-10-01
	// <nil> true
	// municipality.code-malformed: "Nijmegen" is not a municipality code. Write the four digits of CBS, like "0363" or "GM0363".
	// 0268 <nil>
}
