package main_test

import (
	"fmt"
	"log"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

// The example of the README: what every municipality of the St. Maartenschool bears.
func Example() {
	agreementJSON, _ := os.ReadFile("../agreements/st-maartenschool/agreement.json")
	populationJSON, _ := os.ReadFile("../agreements/st-maartenschool/population.json")

	agreement, problems := funding.ReadAgreement(agreementJSON)
	population, others := zio.ReadPopulation(populationJSON)
	if problems = append(problems, others...); len(problems) > 0 {
		log.Fatal(problems.Err())
	}
	result, problems := funding.Calculate(agreement, population)
	if len(problems) > 0 {
		log.Fatal(problems[0].Text(zio.Dutch))
	}
	for _, share := range result.Shares {
		fmt.Println(share.Name, share.Amount)
	}
	// Output:
	// Beuningen 92400.00
	// Druten 52800.00
	// Heumen 52800.00
	// Nijmegen 448800.00
	// Wijchen 132000.00
	// Boxmeer 39600.00
	// Grave 13200.00
	// Mill en Sint Hubert 13200.00
	// Mook en Middelaar 26400.00
	// Cuijk 52800.00
	// Sint Anthonis 13200.00
	// Berg en Dal 92400.00
}

// The README shows the example that is run here, and nothing else.
func TestReadmeShowsTheExample(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	_, block, found := strings.Cut(string(readme), "```go\n")
	require.True(t, found)
	block, _, _ = strings.Cut(block, "```")
	source, err := os.ReadFile("example_test.go")
	require.NoError(t, err)
	flat := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	require.Contains(t, flat(string(source)), flat(block))
}
