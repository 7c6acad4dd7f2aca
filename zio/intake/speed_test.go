package intake

import (
	"bytes"
	"encoding/csv"
	"io"
	"strings"
	"testing"

	"github.com/zio-collectief/zio/internal/duogen"
	"github.com/zio-collectief/zio/zio"
)

// testPlaces knows the municipalities of the generator.
func testPlaces() *Places {
	codes := map[string]string{"NIJMEGEN": "0268", "BERG EN DAL": "1945", "BEUNINGEN": "0209", "DRUTEN": "0225", "HEUMEN": "0252",
		"MOOK EN MIDDELAAR": "0944", "WIJCHEN": "0296", "BOXMEER": "0756", "CUIJK": "1684", "GRAVE": "0786", "MILL EN SINT HUBERT": "0815", "SINT ANTHONIS": "1702"}
	return &Places{Name: func(name string, on zio.Date) (zio.MunicipalityCode, error) {
		if code := codes[strings.ToUpper(name)]; code != "" {
			return zio.ParseMunicipalityCode(code)
		}
		return zio.MunicipalityCode{}, placeNameUnknown.At("", "value", name, "date", on.String())
	}}
}

func duoFile(b testing.TB, c duogen.Config) ([]byte, duogen.Tally) {
	var out bytes.Buffer
	tally, err := duogen.WriteDuoPO(&out, c)
	if err != nil {
		b.Fatal(err)
	}
	return out.Bytes(), tally
}

func BenchmarkReadDuoPO(b *testing.B) {
	data, _ := duoFile(b, duogen.Config{Rows: 100_000, Suppress: true, Abroad: 50})
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		t, err := OpenTable(bytes.NewReader(data), TableOptions{})
		if err != nil {
			b.Fatal(err)
		}
		var n int64
		if _, err = ReadDuoPO(t, Options{Places: testPlaces()}, func(r *DuoPORow) error { n += r.Total.Low; return nil }); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTable(b *testing.B) {
	data, _ := duoFile(b, duogen.Config{Rows: 100_000, Suppress: true, Abroad: 50})
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		t, err := OpenTable(bytes.NewReader(data), TableOptions{})
		if err != nil {
			b.Fatal(err)
		}
		for t.Next() {
		}
	}
}

func BenchmarkEncodingCSV(b *testing.B) {
	data, _ := duoFile(b, duogen.Config{Rows: 100_000, Suppress: true, Abroad: 50})
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		r := csv.NewReader(bytes.NewReader(data))
		r.Comma = ';'
		r.ReuseRecord = true
		for {
			if _, err := r.Read(); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkBuilder(b *testing.B) {
	data, _ := duoFile(b, duogen.Config{Rows: 100_000, Suppress: true, Abroad: 50})
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		t, err := OpenTable(bytes.NewReader(data), TableOptions{})
		if err != nil {
			b.Fatal(err)
		}
		build, err := NewBuilder(PopulationOptions{Suppressed: SuppressedMidpoint})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := build.Add(t, Source{File: "duo.csv"}); err != nil {
			b.Fatal(err)
		}
	}
}
