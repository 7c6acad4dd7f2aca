// Embed shows the library inside a program of one's own: documents in, amounts and an explanation out.
//
//	go run ./examples/embed AGREEMENT.json POPULATION.json
package main

import (
	"fmt"
	"os"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "use: embed AGREEMENT.json POPULATION.json")
		os.Exit(2)
	}
	if err := settle(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// settle prints what every party bears, and how the first one came to its amount.
func settle(agreementFile, populationFile string) error {
	agreementJSON, err := os.ReadFile(agreementFile)
	if err != nil {
		return err
	}
	populationJSON, err := os.ReadFile(populationFile)
	if err != nil {
		return err
	}
	agreement, problems := funding.ReadAgreement(agreementJSON)
	if len(problems) > 0 {
		return problems.Err()
	}
	population, problems := zio.ReadPopulation(populationJSON)
	if len(problems) > 0 {
		return problems.Err()
	}
	result, problems := funding.Calculate(agreement, population)
	if len(problems) > 0 {
		return problems.Err()
	}
	for _, share := range result.Shares {
		fmt.Println(share.Name, share.Amount.Format(zio.Dutch))
	}
	for _, sentence := range result.Explain(result.Shares[0].Party, zio.Dutch) {
		fmt.Println(sentence.Text)
	}
	return nil
}
