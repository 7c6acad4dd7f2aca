package funding

import (
	"strconv"
	"testing"

	"github.com/zio-collectief/zio/zio"
)

// benchmarkScenario is a synthetic agreement of n municipalities, numbered from 0001, with four groups of pupils each: fixed
// hours, pro rata to the pupils in the pool, through a cashier.
func benchmarkScenario(b *testing.B, n int) (*Agreement, *zio.Population) {
	threshold := &Threshold{MinutesPerWeek: 720, Boundary: "below"}
	a := &Agreement{ID: "benchmark", Title: "Benchmark", Routing: Routing{Threshold: threshold, AdultRoute: "wmo"},
		Period: zio.Period{From: zio.MustParseDate("2025-08-01"), Until: zio.MustParseDate("2026-07-31")}}
	p := &zio.Population{Title: "Benchmark", CountDate: zio.MustParseDate("2025-10-01")}
	for i := range n {
		code := zio.MunicipalityCodeFromNumber(int64(i + 1))
		a.Parties = append(a.Parties, Party{ID: code.String(), Kind: PartyMunicipality, Name: "Gemeente " + strconv.Itoa(i+1), Participates: true})
		site := zio.MustParseSiteCode("26AB00")
		for k, band := range []zio.Band{{Min: 30, Max: 330}, {Min: 331, Max: 719}, {Min: 720, Max: 1200}} {
			p.Groups = append(p.Groups, zio.Group{Site: site, Home: code, Route: zio.ClaimJeugdwet, Band: &band, Pupils: int64(1 + (i*7+k*3)%23)})
		}
		p.Groups = append(p.Groups, zio.Group{Site: site, Home: code, Route: zio.ClaimWlz, Pupils: int64(i % 4)})
	}
	a.Parties = append(a.Parties, Party{ID: "zorg", Kind: PartyProvider, Name: "Zorg"})
	a.Components = []Component{{ID: "pool", Title: "Pot", Route: RouteCollective,
		Cost:     &FixedHours{NormMinutes: 330, Rate: MustParseEuro("72.35"), Weeks: 40, Rounding: HalfUp},
		Key:      &ProRata{Basis: BasisEligible, NonParticipants: LeaveAsGap},
		Flow:     &CashierFlow{Cashier: "0001", Payees: []Payee{{Party: "zorg", Weight: FactorFromMicros(1_000_000)}}},
		Division: Division{Method: LargestRemainder, Unit: Cent}}}
	if _, problems := Calculate(a, p); len(problems) > 0 {
		b.Fatal(problems)
	}
	return a, p
}

// BenchmarkCalculate25 calculates a region of 25 municipalities: the calculation with its trace and receipt, and the
// same with the documents read before and the result written after it.
func BenchmarkCalculate25(b *testing.B) { benchmarkCalculate(b, 25) }

// BenchmarkCalculate342 is the same for every municipality of the country.
func BenchmarkCalculate342(b *testing.B) { benchmarkCalculate(b, 342) }

func benchmarkCalculate(b *testing.B, n int) {
	a, p := benchmarkScenario(b, n)
	b.Run("calculate", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, problems := Calculate(a, p); len(problems) > 0 {
				b.Fatal(problems)
			}
		}
	})
	b.Run("documents", func(b *testing.B) {
		agreement, population := a.AppendDocument(nil), p.AppendDocument(nil)
		b.ReportAllocs()
		var written int
		for b.Loop() {
			a, problems := ReadAgreement(agreement)
			p, others := zio.ReadPopulation(population)
			if len(problems)+len(others) > 0 {
				b.Fatal(problems, others)
			}
			x, problems := Calculate(a, p)
			if len(problems) > 0 {
				b.Fatal(problems)
			}
			written = len(x.AppendDocument(nil))
		}
		b.ReportMetric(float64(len(agreement)+len(population)), "bytes-in")
		b.ReportMetric(float64(written), "bytes-out")
	})
}
