package intake_test

import (
	"fmt"
	"io"
	"strings"

	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/intake"
)

const duo = `PEILDATUM;GEMEENTENUMMER;GEMEENTENAAM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;SOORT_PO;4;5;TOTAAL
20231001;0268;NIJMEGEN;6511;NIJMEGEN;99AB;01;So;7;5;12
20231001;0268;NIJMEGEN;5831;LAND VAN CUIJK;99AB;01;So;0;<5;<5
20231001;0268;NIJMEGEN;BUITENLAND;BUITENLAND;99AB;01;So;5;0;5
`

func ExampleBuilder() {
	table, err := intake.OpenTable(strings.NewReader(duo), intake.TableOptions{Hash: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	b, err := intake.NewBuilder(intake.PopulationOptions{Suppressed: intake.SuppressedMidpoint})
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := b.Add(table, intake.Source{File: "leerlingen.csv"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(report.Summary(zio.English))
	for _, l := range report.First {
		fmt.Println("line", l.Problem.Line, l.Problem.Code())
	}
	p, problems := b.Population()
	if len(problems) > 0 {
		fmt.Println(problems)
		return
	}
	for _, g := range p.Groups {
		fmt.Println(g.Site, g.Home, g.Pupils)
	}
	// Output:
	// DUO 03. pupils in primary and special education, overview (us-ascii, delimiter ";"): 3 rows, of which 2 placed, 1 listed and 0 outside the selection.
	// line 4 intake.place-abroad
	// 99AB01 0268 12
	// 99AB01 1982 3
}

// Rows of a query become a population: the names of municipalities, and the marks of what is kept back, are read as those of a file.
func ExampleOpenRecords() {
	rows := [][]string{{"99AB01", "Nijmegen", "12"}, {"99AB01", "Land v. Cuijk", "<5"}, {"99AB01", "Ergens", "7"}}
	next := func() ([]string, error) { // of a database: rows.Next and rows.Scan
		if len(rows) == 0 {
			return nil, io.EOF
		}
		row := rows[0]
		rows = rows[1:]
		return row, nil
	}
	table, err := intake.OpenRecords([]string{"site", "home", "pupils"}, next, intake.TableOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	b, err := intake.NewBuilder(intake.PopulationOptions{
		Mapping:    intake.Mapping{Site: "site", Home: "home", Pupils: "pupils"},
		Date:       zio.MustParseDate("2024-10-01"),
		Suppressed: intake.SuppressedRange,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := b.Add(table, intake.Source{File: "query of pupils"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range report.First {
		fmt.Println(l.Problem)
	}
	p, problems := b.Population()
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	for _, g := range p.Groups {
		if g.Ranged() {
			fmt.Println(g.Site, g.Home, g.Fewest, "to", g.Most)
			continue
		}
		fmt.Println(g.Site, g.Home, g.Pupils)
	}
	// Output:
	// line 4: municipality.name-unknown at /home: "Ergens" is not a municipality on 2024-10-01. Check the name or use the municipality code.
	// 99AB01 0268 12
	// 99AB01 1982 1 to 4
}

func ExampleReadDuoAddresses() {
	const file = "BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM ;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM\n99AB;99AB00;De Ark;6511 AA;NIJMEGEN;0268;NIJMEGEN\n99AC;99AC00;De Boot;6511 AA;NIJMEGEN;268;NIJMEGEN\n"
	table, err := intake.OpenTable(strings.NewReader(file), intake.TableOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := intake.ReadDuoAddresses(table, intake.Options{}, func(r *intake.DuoAddressRow) error {
		fmt.Println(r.Site, r.Name, r.Municipality)
		return nil
	})
	fmt.Println(report.Rows, report.Placed, report.Listed, err)
	fmt.Println(report.First[0].Problem.Text(zio.Dutch))
	// Output:
	// 99AB00 De Ark 0268
	// 2 1 1 <nil>
	// De gemeentecode "268" is te kort: een gemeentecode heeft vier cijfers. Een spreadsheet haalt nullen aan het begin weg. Bedoelt u "0268"? Maak de kolom op als tekst.
}
