package intake

import (
	"encoding/csv"
	"flag"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/internal/duogen"
)

// largeRows is small by default, so that all tests together stay quick. With 3,000,000 rows it is the size of
// ten years of the country: go test ./zio/intake -run LargeFile -largerows 3000000 -v
var largeRows = flag.Int64("largerows", 200_000, "rows of the file of TestLargeFile")

// A large file goes into a population in bounded memory, and faster than encoding/csv reads half of it; on a
// machine without other work it is faster than encoding/csv alone. A short test takes no times: other work would decide.
func TestLargeFile(t *testing.T) {
	if testing.Short() {
		*largeRows = min(*largeRows, 20_000)
	}
	name := filepath.Join(t.TempDir(), "duo.csv")
	f, err := os.Create(name)
	require.NoError(t, err)
	tally, err := duogen.WriteDuoPO(f, duogen.Config{Rows: *largeRows, Seed: 11, Suppress: true, Abroad: 60, SplitTypes: true})
	require.NoError(t, err)
	require.NoError(t, f.Close())

	open := func() *os.File {
		f, err := os.Open(name)
		require.NoError(t, err)
		t.Cleanup(func() { _ = f.Close() })
		return f
	}
	alone := func() time.Duration {
		r := csv.NewReader(open())
		r.Comma, r.ReuseRecord = ';', true
		start := time.Now()
		for {
			if _, err := r.Read(); err == io.EOF {
				return time.Since(start)
			} else if err != nil {
				t.Fatal(err)
			}
		}
	}
	var peak uint64
	imported := func() time.Duration {
		var now runtime.MemStats
		start := time.Now()
		table, err := OpenTable(open(), TableOptions{})
		require.NoError(t, err)
		b, err := NewBuilder(PopulationOptions{Suppressed: SuppressedMidpoint})
		require.NoError(t, err)
		report, err := b.Add(table, Source{File: "duo.csv", Digest: func() string { return "sha256:" + strings.Repeat("0", 64) }})
		require.NoError(t, err)
		p, problems := b.Population()
		require.Empty(t, problems)
		took := time.Since(start)
		runtime.ReadMemStats(&now)
		peak = max(peak, now.HeapSys-now.HeapReleased)
		require.Equal(t, *largeRows, report.Rows)
		require.Equal(t, tally.NoHome+tally.Both, report.Listed)
		require.Equal(t, tally.Rows, report.Placed+report.Listed)
		require.Equal(t, tally.Suppressed, report.Decided)
		require.NotEmpty(t, p.Groups)
		return took
	}
	bestAlone, bestImport := alone(), imported()
	for i := 0; i < 2 && !testing.Short(); i++ { // the best of three, in turn: other work on the machine comes and goes
		bestAlone, bestImport = min(bestAlone, alone()), min(bestImport, imported())
	}
	size, err := os.Stat(name)
	require.NoError(t, err)
	t.Logf("%d rows, %d MB: encoding/csv alone %v, import %v, heap %d MiB", *largeRows, size.Size()>>20, bestAlone.Round(time.Millisecond), bestImport.Round(time.Millisecond), peak>>20)
	require.True(t, testing.Short() || bestImport < 2*bestAlone)
	require.Less(t, peak, uint64(128<<20))
}
