package schema_test

import (
	"fmt"
	"strings"

	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

func ExampleValidate() {
	doc := []byte(`{"ref":"leerling-17","home":"363","needs":[{"kind":"verpleging","minutesPerWeek":60}]}`)
	for _, p := range schema.Validate(schema.Pupil, doc) {
		fmt.Println(p.Pointer, p.Code())
		fmt.Println(" ", p.Text(zio.Dutch))
	}
	// Output:
	// /home schema.pattern
	//   "363" is niet goed geschreven voor "Woongemeente". Zo hoort het: 0363.
	// /needs/0/kind schema.enum
	//   "verpleging" is geen keuze bij "Soort zorg". Kies uit: guidance, personal-care, nursing, education-support, treatment, undetermined.
}

func ExampleLines() {
	file := strings.NewReader(`{"ref":"leerling-1","home":"0363"}
{"ref":"leerling-2","hom":"0363"}
{"ref":"leerling-3","home":"0344"}
`)
	valid := 0
	for line, problems := range schema.Lines(file, schema.Pupil) {
		if line.Valid {
			valid++
		}
		for _, p := range problems {
			fmt.Println(p.Line, p.Pointer, p.Text(zio.English))
		}
	}
	fmt.Println(valid, "valid")
	// Output:
	// 2 /hom The member hom does not exist. Do you mean home?
	// 2 valid
}

func ExampleDetect() {
	kind, _ := schema.Detect([]byte(`{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json"}`))
	fmt.Println(kind)
	// Output: population
}

func ExampleCheck() {
	file := strings.NewReader(`{"ref":"a","needs":[{"kind":"nursing","minutesPerWeek":60},{"kind":"guidance","minutesPerWeek":30}]}
{"ref":"b","needs":[{"kind":"nursing","minutesPerWeek":90}]}
`)
	report, problems := schema.Check(file, schema.WithWorkers(2), schema.WithTotal("/needs/*/minutesPerWeek", "/needs/*/kind"))
	fmt.Println(report.Kind, report.Valid, len(problems))
	for _, row := range report.Totals[0].Rows {
		if row.Count > 0 {
			fmt.Println(row.Value, row.Sum)
		}
	}
	// Output:
	// pupil 2 0
	// guidance 30
	// nursing 150
}
