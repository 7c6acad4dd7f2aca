//go:build !tinygo && !wasm

package funding_test

import (
	"encoding/json"
	"fmt"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// document is an agreement as an exchange file: 12,000.00 of Nijmegen and Wijchen, made up.
const document = `{
  "$schema": "https://zio-collectief.github.io/zio/schema/1.0/agreement.schema.json",
  "id": "two", "title": "Nijmegen and Wijchen", "period": {"from": "2026-01-01", "until": "2026-12-31"},
  "parties": [
    {"id": "0268", "kind": "municipality", "name": "Nijmegen", "participates": true},
    {"id": "0296", "kind": "municipality", "name": "Wijchen", "participates": true},
    {"id": "care", "kind": "provider", "name": "Care"}
  ],
  "routing": {},
  "components": [{
    "id": "pool", "title": "Pool", "route": "jeugdwet-collective",
    "cost": {"rule": "budget/1", "amount": "12000.00"},
    "key": {"rule": "pro-rata/1", "basis": "enrolled-pupils", "nonParticipants": "leave-as-gap"},
    "flow": {"rule": "direct/1", "payees": [{"party": "care", "weight": "1", "instrument": "purchase"}]},
    "division": {"method": "largest-remainder", "unit": "cent"}
  }]
}`

func ExampleReadAgreement() {
	agreement, problems := funding.ReadAgreement([]byte(document))
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	budget := agreement.Components[0].Cost.(*funding.Budget)
	fmt.Println(agreement.Title, agreement.Period, budget.Amount)
	// Output:
	// Nijmegen and Wijchen 2026-01-01/2026-12-31 12000.00
}

// What is wrong with the members of a document comes together, in its order, each with a stable code, the place and texts in two languages.
func ExampleReadAgreement_problems() {
	wrong := []byte(`{
  "$schema": "https://zio-collectief.github.io/zio/schema/1.0/agreement.schema.json",
  "id": "two", "title": "Nijmegen and Wijchen", "period": {"from": "2026-01-01", "until": "2026-12-31"},
  "parties": [{"id": "0268", "kind": "town", "name": "Nijmegen", "participates": true}],
  "routing": {},
  "components": [{
    "id": "pool", "title": "Pool", "route": "jeugdwet-collective",
    "cost": {"rule": "budget/1", "amount": "12000,00"},
    "key": {"rule": "single-payer/1", "payer": "0268"},
    "flow": {"rule": "direct/1", "payees": []},
    "division": {"method": "largest-remainder", "unit": "cent"}
  }]
}`)
	_, problems := funding.ReadAgreement(wrong)
	for _, problem := range problems {
		fmt.Println(problem.Code(), problem.Pointer)
		fmt.Println("  " + problem.Text(zio.Dutch))
		fmt.Println("  " + problem.Text(zio.English))
	}
	// Output:
	// document.choice-unknown /parties/0/kind
	//   town is geen keuze. Kies uit: municipality, provider, school, school-board, school-alliance, care-office, insurer, state, fund, joint-body, organisation.
	//   town is not a valid choice. Choose one of: municipality, provider, school, school-board, school-alliance, care-office, insurer, state, fund, joint-body, organisation.
	// euro.comma /components/0/cost/amount
	//   In '12000,00' staat een komma. Zet een punt voor de centen: 12000.00.
	//   There is a comma in '12000,00'. Put a point before the cents: 12000.00.
	// document.list-length /components/0/flow/payees
	//   Deze lijst heeft 0 regels: kies van 1 tot en met 200.
	//   This list has 0 items: use from 1 to 200.
}

// An agreement inside a struct of one's own, as in the body of a request or in a column of JSON: it writes and reads itself.
func ExampleAgreement_MarshalJSON() {
	type file struct {
		Number    int                `json:"number"`
		Agreement *funding.Agreement `json:"agreement"`
	}
	agreement, problems := funding.ReadAgreement([]byte(document))
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	text, err := json.Marshal(file{Number: 17, Agreement: agreement})
	if err != nil {
		fmt.Println(err)
		return
	}
	var read file
	if err := json.Unmarshal(text, &read); err != nil {
		fmt.Println(err)
		return
	}
	component := read.Agreement.Components[0]
	fmt.Println(read.Number, component.Cost.Rule(), component.Key.Rule(), component.Flow.Rule())
	// What the document may not hold is an error, which is the problem.
	fmt.Println(json.Unmarshal([]byte(`{"number": 18, "agreement": {"id": "two"}}`), &read))
	// Output:
	// 17 budget/1 pro-rata/1 direct/1
	// document.member-missing at /$schema: The member $schema is missing. Fill it in. (and 4 more)
}

// An agreement that a program makes is written as an exchange file.
func ExampleAgreement_AppendDocument() {
	agreement := &funding.Agreement{
		ID: "one", Title: "Nijmegen",
		Period: zio.Period{From: zio.MustParseDate("2026-01-01"), Until: zio.MustParseDate("2026-12-31")},
		Parties: []funding.Party{
			{ID: "0268", Kind: funding.PartyMunicipality, Name: "Nijmegen", Participates: true},
			{ID: "care", Kind: funding.PartyProvider, Name: "Care"},
		},
		Components: []funding.Component{{
			ID: "pool", Title: "Pool", Route: funding.RouteCollective,
			Cost:     &funding.Budget{Amount: money.MustParseEuro("12000.00")},
			Key:      &funding.SinglePayer{Payer: "0268"},
			Flow:     &funding.Direct{Payees: []funding.Payee{{Party: "care", Weight: money.MustParseFactor("1"), Instrument: funding.Purchase}}},
			Division: money.Division{Method: money.LargestRemainder, Unit: money.Cent},
		}},
	}
	if err := agreement.Check().Err(); err != nil { // a document that nobody can read is never written unseen
		fmt.Println(err)
		return
	}
	fmt.Print(string(agreement.AppendDocument(nil)))
	// Output:
	// {
	//   "$schema": "https://zio-collectief.github.io/zio/schema/1.0/agreement.schema.json",
	//   "id": "one",
	//   "title": "Nijmegen",
	//   "period": {
	//     "from": "2026-01-01",
	//     "until": "2026-12-31"
	//   },
	//   "parties": [
	//     {
	//       "id": "0268",
	//       "kind": "municipality",
	//       "name": "Nijmegen",
	//       "participates": true
	//     },
	//     {
	//       "id": "care",
	//       "kind": "provider",
	//       "name": "Care"
	//     }
	//   ],
	//   "routing": {},
	//   "components": [
	//     {
	//       "id": "pool",
	//       "title": "Pool",
	//       "route": "jeugdwet-collective",
	//       "cost": {
	//         "rule": "budget/1",
	//         "amount": "12000.00"
	//       },
	//       "key": {
	//         "rule": "single-payer/1",
	//         "payer": "0268"
	//       },
	//       "flow": {
	//         "rule": "direct/1",
	//         "payees": [
	//           {
	//             "party": "care",
	//             "weight": "1",
	//             "instrument": "purchase"
	//           }
	//         ]
	//       },
	//       "division": {
	//         "method": "largest-remainder",
	//         "unit": "cent"
	//       }
	//     }
	//   ]
	// }
}

// Who receives a result calculates it again: with another agreement, or with an amount that was changed, it does not verify.
func ExampleResult_Verify() {
	agreement, problems := funding.ReadAgreement([]byte(document))
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	population := &zio.Population{Title: "Made up", CountDate: zio.MustParseDate("2025-10-01"), Groups: []zio.Group{
		{Home: zio.MustParseMunicipalityCode("0268"), Pupils: 2},
		{Home: zio.MustParseMunicipalityCode("0296"), Pupils: 1},
	}}
	result, problems := funding.Calculate(agreement, population)
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(result.Shares[0].Amount, result.Shares[1].Amount, len(result.Verify(agreement, population)))

	result.Shares[0].Amount = money.MustParseEuro("7000.00")
	fmt.Println(result.Verify(agreement, population)[0].Text(zio.English))
	population.Groups[1].Pupils = 2
	fmt.Println(result.Verify(agreement, population)[0].Code())
	// Output:
	// 8000.00 4000.00 0
	// Calculating again with these documents gives another result.
	// result.other-document
}

// A quarter of 1,000.01 is 250.0025. Of equal parts the earlier one has the cent.
func ExampleInstalments() {
	year := zio.Period{From: zio.MustParseDate("2026-01-01"), Until: zio.MustParseDate("2026-12-31")}
	parts, err := funding.Instalments(money.MustParseEuro("1000.01"), year, funding.Quarterly)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, part := range parts {
		fmt.Println(part.Period, part.Amount)
	}
	// Output:
	// 2026-01-01/2026-03-31 250.01
	// 2026-04-01/2026-06-30 250.00
	// 2026-07-01/2026-09-30 250.00
	// 2026-10-01/2026-12-31 250.00
}

// A school year has five months in one budget year and seven in the next: 5/12 and 7/12 of 100,000.00.
func ExampleBudgetYears() {
	schoolYear := zio.Period{From: zio.MustParseDate("2026-08-01"), Until: zio.MustParseDate("2027-07-31")}
	parts, err := funding.BudgetYears(money.MustParseEuro("100000.00"), schoolYear, funding.BudgetYearCalendar, funding.ByMonths)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, part := range parts {
		fmt.Println(part.Year, part.Amount)
	}
	// Output:
	// 2026 41666.67
	// 2027 58333.33
}
