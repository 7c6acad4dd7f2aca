package schools_test

import (
	"fmt"

	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/schools"
)

// What somebody types: a part of a name, a place or a municipality, also with a typing error.
func ExampleSearch() {
	for _, school := range schools.Search("maartenschol", 3) {
		fmt.Println(school.Code, school.Name, school.Place)
	}
	// Output:
	// 00OS00 Sint Maartenschool Ubbergen
}

// DUO publishes 49 pupils of Nijmegen at the least and 181 at the most, as small numbers are hidden. All homes have 160 at the least and
// the site has 190, so that 190 - (160 - 49) = 79 is the most.
func ExampleSchool_Population() {
	school, found := schools.Find(zio.MustParseSiteCode("00OS00"))
	if !found {
		fmt.Println("not found")
		return
	}
	fmt.Println(school.Name, school.Total, len(school.Homes))
	for i, home := range school.Homes {
		if home.Name(zio.Dutch) == "Nijmegen" {
			narrowed := school.Ranges()[i]
			fmt.Println(home.Name(zio.Dutch), home.Count, narrowed.Fewest, "to", narrowed.Most)
		}
	}
	population := school.Population(zio.ClaimJeugdwet)
	if err := population.Check().Err(); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(population.CountDate, len(population.Groups), population.IsRanged())
	// Output:
	// Sint Maartenschool 190 25
	// Nijmegen {49 181} 49 to 79
	// 2024-10-01 25 true
}
