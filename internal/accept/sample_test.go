package accept

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/internal/proof/sample"
)

func sampleProgram(t testing.TB, opts ...Option) *Program {
	t.Helper()
	p, err := Compile(sample.Schema, opts...)
	require.NoError(t, err)
	return p
}

func TestAcceptsSampleLines(t *testing.T) {
	p := sampleProgram(t)
	m := p.NewMachine()
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		line := sample.Line(r)
		require.True(t, m.Accept([]byte(line)), line)
		require.Equal(t, len(line)+1, m.Line([]byte(line+"\n{"), 0))
	}
}

func BenchmarkSample(b *testing.B) {
	m := sampleProgram(b).NewMachine()
	r := rand.New(rand.NewPCG(1, 2))
	var lines []byte
	n := 2000
	for range n {
		lines = append(append(lines, sample.Line(r)...), '\n')
	}
	b.Run("Line", func(b *testing.B) {
		b.SetBytes(int64(len(lines)))
		b.ReportAllocs()
		for b.Loop() {
			for i := 0; i < len(lines); {
				if i = m.Line(lines, i); i < 0 {
					b.Fatal("refused")
				}
			}
		}
		b.ReportMetric(float64(b.N*n)/b.Elapsed().Seconds()/1e6, "Mrec/s")
	})
	b.Run("Valid", func(b *testing.B) {
		b.SetBytes(int64(len(lines)))
		split := strings.Split(string(lines), "\n")
		for b.Loop() {
			for _, l := range split[:n] {
				if !json.Valid([]byte(l)) {
					b.Fatal("refused")
				}
			}
		}
		b.ReportMetric(float64(b.N*n)/b.Elapsed().Seconds()/1e6, "Mrec/s")
	})
}
