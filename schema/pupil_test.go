package schema

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/internal/proof/pupillines"
)

// Lines of other programs are proven without the slow path, whatever their order and spaces.
func TestPupilLinesAreProven(t *testing.T) {
	e, problems := engineOf(Pupil)
	require.Empty(t, problems)
	m := e.machine(Limits{}.withDefaults())
	require.NotNil(t, m)
	for _, style := range []pupillines.Style{{}, {Shuffled: true}, {Spaced: true}, {Escaped: true}, {Shuffled: true, Spaced: true, Escaped: true}} {
		lines := pupillines.New(1, style)
		for range 2000 {
			line := lines.Append(nil)
			require.True(t, m.Accept(line), "%s", line)
		}
	}
}

func TestWrongPupilLines(t *testing.T) {
	for _, w := range pupillines.Wrongs() {
		problems := Validate(Pupil, []byte(w.Text))
		require.NotEmpty(t, problems, w.Name)
		require.Equal(t, w.Code+" at "+w.Pointer, problems[0].Code()+" at "+problems[0].Pointer, "%s: %s", w.Name, problems[0])
	}
}

func TestNoAllocationForAValidLine(t *testing.T) {
	e, _ := engineOf(Pupil)
	m := e.machine(Limits{}.withDefaults())
	line := pupillines.New(1, pupillines.Style{}).Append(nil)
	require.Zero(t, testing.AllocsPerRun(200, func() {
		if !m.Accept(line) {
			t.Fatal("refused")
		}
	}))
}

func BenchmarkPupilLines(b *testing.B) {
	e, _ := engineOf(Pupil)
	for name, style := range map[string]pupillines.Style{"plain": {}, "shuffled": {Shuffled: true}, "spaced": {Spaced: true}, "escaped": {Escaped: true}} {
		b.Run(name, func(b *testing.B) {
			var lines []byte
			source := pupillines.New(1, style)
			n := 5000
			for range n {
				lines = append(source.Append(lines), '\n')
			}
			m := e.machine(Limits{}.withDefaults())
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
	}
}

func BenchmarkValid(b *testing.B) {
	source := pupillines.New(1, pupillines.Style{})
	var lines [][]byte
	size := 0
	for range 5000 {
		lines = append(lines, source.Append(nil))
		size += len(lines[len(lines)-1])
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, line := range lines {
			if !json.Valid(line) {
				b.Fatal("refused")
			}
		}
	}
	b.ReportMetric(float64(b.N*5000)/b.Elapsed().Seconds()/1e6, "Mrec/s")
}
