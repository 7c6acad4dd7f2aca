package funding_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

// region is an agreement of fixed hours over so many municipalities, with four groups of pupils of each. All made up.
func region(b *testing.B, municipalities int) (*funding.Agreement, *zio.Population) {
	b.Helper()
	var parties, groups []string
	for i := range municipalities {
		code := fmt.Sprint(1001 + i)
		parties = append(parties, `{"id":"`+code+`","kind":"municipality","name":"Gemeente `+code+`","participates":true}`)
		for k, route := range []string{"jeugdwet", "wlz", "zvw", "education"} {
			groups = append(groups, fmt.Sprintf(`{"site":"00OS00","home":"%s","route":"%s","band":{"min":60,"max":700},"pupils":%d,"minutesPerWeek":%d}`, code, route, 1+(i+k)%9, 300*(1+(i+k)%9)))
		}
	}
	a, problems := funding.ReadAgreement([]byte(`{"$schema":"` + zio.SchemaID("agreement") + `","id":"regio","title":"Regio","period":{"from":"2025-01-01","until":"2025-12-31"},
		"parties":[` + strings.Join(parties, ",") + `,{"id":"zorg","kind":"provider","name":"Zorg"}],"routing":{"threshold":{"minutesPerWeek":720,"boundary":"below"}},
		"components":[{"id":"pot","title":"Pot","route":"jeugdwet-collective","cost":{"rule":"fixed-hours/1","normMinutes":330,"rate":"60.00","weeks":40,"rounding":"half-up"},
		"key":{"rule":"pro-rata/1","basis":"eligible-pupils","nonParticipants":"redistribute"},"flow":{"rule":"cashier/1","cashier":"1001","collectedAs":"contribution","payees":[{"party":"zorg","weight":"1","instrument":"purchase"}]},
		"division":{"method":"largest-remainder","unit":"cent"}}]}`))
	if len(problems) > 0 {
		b.Fatal(problems)
	}
	p, problems := zio.ReadPopulation([]byte(`{"$schema":"` + zio.SchemaID("population") + `","title":"Regio","countDate":"2024-10-01","groups":[` + strings.Join(groups, ",") + `]}`))
	if len(problems) > 0 {
		b.Fatal(problems)
	}
	return a, p
}

func BenchmarkCalculate(b *testing.B) {
	for _, n := range []int{25, 342} {
		a, p := region(b, n)
		b.Run(fmt.Sprint(n, "-municipalities"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, problems := funding.Calculate(a, p); len(problems) > 0 {
					b.Fatal(problems)
				}
			}
		})
		b.Run(fmt.Sprint(n, "-municipalities-draft"), func(b *testing.B) { // without the receipt
			b.ReportAllocs()
			for b.Loop() {
				if _, problems := funding.Draft(a, p); len(problems) > 0 {
					b.Fatal(problems)
				}
			}
		})
		b.Run(fmt.Sprint(n, "-municipalities-documents"), func(b *testing.B) { // read before, written after
			agreement, population := a.AppendDocument(nil), p.AppendDocument(nil)
			var written int
			b.ReportAllocs()
			for b.Loop() {
				a, problems := funding.ReadAgreement(agreement)
				p, others := zio.ReadPopulation(population)
				if len(problems)+len(others) > 0 {
					b.Fatal(problems, others)
				}
				x, problems := funding.Calculate(a, p)
				if len(problems) > 0 {
					b.Fatal(problems)
				}
				written = len(x.AppendDocument(nil))
			}
			b.ReportMetric(float64(len(agreement)+len(population)), "bytes-in")
			b.ReportMetric(float64(written), "bytes-out")
		})
	}
}

// BenchmarkExplain tells one municipality of all 342 its share.
func BenchmarkExplain(b *testing.B) {
	a, p := region(b, 342)
	x, problems := funding.Calculate(a, p)
	if len(problems) > 0 {
		b.Fatal(problems)
	}
	b.ReportAllocs()
	for b.Loop() {
		if len(x.Explain("1100", zio.Dutch)) == 0 {
			b.Fatal("no words")
		}
	}
}
