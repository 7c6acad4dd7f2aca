// Package sample is a schema that is made up for tests, and lines that it accepts. It has every keyword that the schemas of the
// exchange documents have.
package sample

import (
	_ "embed" // of the schema
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
)

// Schema is the text of the schema.
//
//go:embed sample.schema.json
var Schema []byte

var notes = []string{"", "Overleg met ouders op dinsdag.", "Begeleiding in de klas, coördinatie door de school én de gemeente.", "Zie \"bijlage 2\"\nregel 4", "Leerling reist zelf; vervoer is geregeld tot en met de zomervakantie."}

// sampleLine writes a valid line of the sample schema.
func Line(r *rand.Rand) string {
	routes := []string{"jeugdwet-collective", "jeugdwet-individual", "wlz", "zvw", "wmo", "education", "vsv", "prevention"}
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	var b strings.Builder
	fmt.Fprintf(&b, `{"$schema":"https://example.org/sample.schema.json","pupil":"p-%016x","school":"%02d%c%c","site":"%02d","municipality":"%04d"`,
		r.Uint64(), r.IntN(100), 'A'+r.IntN(26), 'A'+r.IntN(26), r.IntN(100), r.IntN(2000))
	switch r.IntN(3) {
	case 0:
		b.WriteString(`,"payer":null`)
	case 1:
		fmt.Fprintf(&b, `,"payer":"%04d"`, r.IntN(2000))
	}
	fmt.Fprintf(&b, `,"countDate":"20%02d-%02d-%02d","schoolYear":"2025-2026","route":"%s","needBand":"%s","minutesPerWeek":%d,"weeksPerYear":%d,"emb":%t`,
		r.IntN(30), 1+r.IntN(12), 1+r.IntN(28), pick(routes), pick([]string{"low", "middle", "high", "unknown"}), r.IntN(3001), r.IntN(54), r.IntN(2) == 0)
	if r.IntN(2) == 0 {
		fmt.Fprintf(&b, `,"decision":"JW-%d"`, 100000+r.IntN(1000000))
	}
	fmt.Fprintf(&b, `,"price":"%d.%02d","care":[`, r.IntN(100000), r.IntN(100))
	for i := range r.IntN(4) {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"code":"45A%02d","route":"%s","minutes":%d,"from":"2025-08-01"`, r.IntN(100), pick(routes), r.IntN(2000))
		if r.IntN(2) == 0 {
			b.WriteString(`,"until":"2026-07-31"`)
		}
		b.WriteByte('}')
	}
	b.WriteByte(']')
	if r.IntN(2) == 0 {
		note, _ := json.Marshal(pick(notes))
		fmt.Fprintf(&b, `,"note":%s`, note)
	}
	b.WriteByte('}')
	return b.String()
}
