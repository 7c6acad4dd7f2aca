package zio

import "testing"

// The facts are made into a table at first use: under five milliseconds natively.
func BenchmarkReadFacts(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		readFacts()
	}
}

func BenchmarkAtlasOn(b *testing.B) {
	a, on, code := Netherlands(), MustParseDate("2024-10-01"), MustParseMunicipalityCode("0268")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := a.On(on, code); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	a, on := Netherlands(), MustParseDate("2024-10-01")
	b.ReportAllocs()
	for b.Loop() {
		a.Search("nijm", on, 10)
	}
}

func BenchmarkConvertAll(b *testing.B) {
	a, from, to := Netherlands(), MustParseDate("2018-12-31"), MustParseDate("2026-01-01")
	var counts []CountValue
	for _, m := range a.Municipalities(from) {
		counts = append(counts, CountValue{m.Code, 100})
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := a.Convert(counts, from, to, ConvertOptions{Splits: SplitByWeight, Weights: []Succession{
			{MustParseDate("2019-01-01"), MustParseMunicipalityCode("0053"), MustParseMunicipalityCode("1966"), 1},
			{MustParseDate("2019-01-01"), MustParseMunicipalityCode("0053"), MustParseMunicipalityCode("1969"), 1},
		}}); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}

// Nothing is kept on the heap to look a municipality up.
func TestLookupAllocatesNothing(t *testing.T) {
	a, on, code := Netherlands(), MustParseDate("2024-10-01"), MustParseMunicipalityCode("0268")
	if n := testing.AllocsPerRun(100, func() { _, _ = a.On(on, code) }); n != 0 {
		t.Fatalf("%v allocations", n)
	}
}
