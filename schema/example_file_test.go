package schema_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

// twoGroups is a document of two groups, made up. The second one has a number below 0.
const twoGroups = `{
  "$schema": "https://zio-collectief.github.io/zio/schema/1.0/population.schema.json",
  "title": "Made up", "countDate": "2025-10-01",
  "groups": [{"home": "0268", "route": "jeugdwet", "pupils": 3}, {"home": "0296", "route": "jeugdwet", "pupils": -1}]
}`

// A file of whatever kind and size; what it is, follows from its content.
func ExampleFile() {
	folder, err := os.MkdirTemp("", "zio")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "population.json")
	if err := os.WriteFile(path, []byte(twoGroups), 0o600); err != nil {
		fmt.Println(err)
		return
	}
	report, problems := schema.File(path)
	fmt.Println(report.Kind, report.Records, report.Valid)
	for _, problem := range problems {
		fmt.Println(problem.Pointer, problem.Text(zio.English))
	}
	// Output:
	// population 1 0
	// /groups/1/pupils -1 is too low for "Number of pupils. Or the lowest and the highest number": at least 0.
}

// A stream of lines, one pupil on each. A pupil who stands twice is found by WithMeaning.
func ExampleCheck_lines() {
	lines := strings.NewReader(`{"ref":"p-1","home":"0268"}
{"ref":"p-2","home":"268x"}
{"ref":"p-1","home":"0296"}
`)
	report, problems := schema.Check(lines, schema.WithKind(schema.Pupil), schema.WithLines(), schema.WithMeaning(schema.Meaning{}))
	fmt.Println(report.Records, "lines,", report.Valid, "valid")
	for _, problem := range problems {
		fmt.Println(problem.Line, problem.Pointer, problem.Code())
	}
	// Output:
	// 3 lines, 1 valid
	// 2 /home schema.pattern
	// 3 /ref pupil.twice
}

// A document of any size in pieces: pointer, bytes and problems of each member and each group. The last part, without bytes, is for what
// concerns the whole document.
func ExampleParts() {
	for part, problems := range schema.Parts(strings.NewReader(twoGroups), schema.Population) {
		fmt.Printf("%q %d %d\n", part.Pointer(), len(part.Bytes), len(problems))
	}
	// Output:
	// "/$schema" 72 0
	// "/title" 9 0
	// "/countDate" 12 0
	// "/groups/0" 50 0
	// "/groups/1" 51 1
	// "" 0 0
}

// What no schema can say: municipality 0457 (Weesp) ended in 2022, and three pupils could point at one of them.
func ExampleMeaning() {
	document := []byte(`{
  "$schema": "https://zio-collectief.github.io/zio/schema/1.0/population.schema.json",
  "title": "Made up", "countDate": "2025-10-01",
  "groups": [{"home": "0457", "pupils": 20}, {"home": "0268", "pupils": 3}]
}`)
	fmt.Println(len(schema.Validate(schema.Population, document)), "by the schema")
	meaning := schema.Meaning{Atlas: zio.Netherlands(), Publish: true}
	for _, problem := range meaning.Check(schema.Population, document) {
		fmt.Println(problem.Pointer, problem.Code())
		fmt.Println(" ", problem.Text(zio.English))
	}
	// Output:
	// 0 by the schema
	// /groups/0/home municipality.ended
	//   Weesp (0457) no longer exists on 2025-10-01: the last day was 2022-03-23. After that: Amsterdam (0363).
	// /groups/1/pupils publish.count-disclosive
	//   3 pupils is too few to publish: counts from 1 to 4 can point at a person. Round or merge groups.
}

// However a document is written, what it says has one digest: "sha256:" and 64 digits. GM0268 is 0268, and members may stand in any order.
func ExampleDigest() {
	one := []byte(`{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"Made up","countDate":"2025-10-01",
		"groups":[{"home":"0268","pupils":3}]}`)
	other := []byte(`{"countDate":"2025-10-01","groups":[{"pupils":3,"home":"GM0268"}],"title":"Made up",
		"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json"}`)
	first, problems := schema.Digest(schema.Population, one)
	second, others := schema.Digest(schema.Population, other)
	if err := append(problems, others...).Err(); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(first), first == second)
	// Output:
	// 71 true
}

// Before numbers of pupils are published: 13 is 15, 12 is 10, and 2 is left out.
func ExampleRounded() {
	code := zio.MustParseMunicipalityCode
	rounded, problems := schema.Rounded(&zio.Population{Title: "Made up", CountDate: zio.MustParseDate("2025-10-01"), Groups: []zio.Group{
		{Home: code("0268"), Pupils: 13}, {Home: code("0296"), Pupils: 12}, {Home: code("0209"), Pupils: 2},
	}})
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	for _, group := range rounded.Groups {
		fmt.Println(group.Home, group.Pupils)
	}
	// Output:
	// 0268 15
	// 0296 10
}
