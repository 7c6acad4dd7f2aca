package schema

import (
	"bytes"
	"compress/gzip"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

// repeated is a stream: a begin, a piece that is repeated, and an end.
type repeated struct {
	begin, piece, end string
	times             int
}

func (a repeated) reader() io.Reader {
	if testing.Short() {
		a.times = max(1, a.times/20) // the detector of races takes twenty times as long
	}
	many := max(1, min(a.times, (1<<20)/len(a.piece)))
	block := []byte(strings.Repeat(a.piece, many))
	parts := []io.Reader{strings.NewReader(a.begin)}
	for left := a.times; left > 0; left -= many {
		parts = append(parts, bytes.NewReader(block[:min(left, many)*len(a.piece)]))
	}
	return io.MultiReader(append(parts, strings.NewReader(a.end))...)
}

const (
	populationHead = `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"x","countDate":"2025-10-01",`
	hundredMiB     = 100 << 20
)

var attacks = map[string]repeated{
	"deep nesting":                     {"", "[", "", 10_000_000},
	"deep nesting of objects":          {"", `{"a":`, "", 10_000_000},
	"deep nesting in a member":         {populationHead + `"pupils":[`, "[", "", 10_000_000},
	"deep nesting in a line":           {`{"ref":"p","needs":`, "[", "\n", 10_000_000},
	"text of 100 MiB":                  {populationHead + `"sites":[{"name":"`, "xxxxxxxxxxxxxxxx", `"}]}`, hundredMiB / 16},
	"text of 100 MiB in a line":        {`{"ref":"p"}` + "\n" + `{"ref":"`, "xxxxxxxxxxxxxxxx", `"}`, hundredMiB / 16},
	"name of 100 MiB":                  {`{"`, "xxxxxxxxxxxxxxxx", `":1}`, hundredMiB / 16},
	"escapes of 100 MiB":               {populationHead + `"sites":[{"name":"`, `\\\\\\\\\\\\\\\\`, `"}]}`, hundredMiB / 16},
	"text of backslashes and quotes":   {populationHead + `"sites":[{"name":"`, `\\\"`, `"}]}`, hundredMiB / 4},
	"a million members":                {`{`, `"aaaaaaaa":1,`, `"b":1}`, 1_000_000},
	"a million members of an item":     {populationHead + `"pupils":[{`, `"aaaaaaaa":1,`, `"b":1}]}`, 1_000_000},
	"the exponent that kills":          {populationHead + `"pupils":[{"ref":"p","needs":[{"kind":"nursing","minutesPerWeek":1e1000001}]`, "}", "]}", 1},
	"the exponent that kills, in line": {`{"ref":"p","needs":[{"kind":"nursing","minutesPerWeek":1e1000001}]`, "}", "\n", 1},
	"ten MiB of digits":                {populationHead + `"sites":[{"code":"12AB00","classes":`, "1234567890", `}]}`, 1 << 20},
	"ten MiB of digits, in a line":     {`{"ref":"p","needs":[{"kind":"nursing","minutesPerWeek":`, "1234567890", "}]}\n", 1 << 20},
	"a list of nothing":                {populationHead + `"pupils":[`, "0,", `0]}`, 20_000_000},
	"a list of lists of nothing":       {populationHead + `"counts":[{"basis":"x","date":"2025-10-01","values":[`, "[],", `0]}]}`, 10_000_000},
	"commas":                           {`[`, ",", "", hundredMiB},
	"spaces":                           {"", " ", "", hundredMiB},
	"line feeds":                       {"{\"ref\":\"p\"}", "\n", "", hundredMiB},
	"NULs":                             {"", "\x00", "", hundredMiB},
	"quotation marks":                  {"", `"`, "", hundredMiB},
	"bytes that are no UTF-8":          {populationHead + `"sites":[{"name":"`, "\xff", `"}]}`, hundredMiB},
	"half characters":                  {populationHead + `"sites":[{"name":"`, `\ud800`, `"}]}`, hundredMiB / 6},
	"a text without an end":            {populationHead + `"sites":[{"name":"`, "é", "", hundredMiB / 2},
	"closing brackets":                 {populationHead, "]", "", hundredMiB},
	"unknown members with large lists": {populationHead + `"x":[`, "1,", `1]}`, hundredMiB / 2},
}

// measured runs f and says how long it took and how many bytes it allocated in all.
func measured(f func()) (time.Duration, uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	f()
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	return took, after.TotalAlloc - before.TotalAlloc
}

// An attack ends in a problem, in under a second and in less than 64 MiB of memory. The limit of memory counts
// even what was freed again; the time is printed (go test -v), because machines that run tests are shared.
const attackMemory = 64 << 20

func TestAttacks(t *testing.T) {
	for _, kind := range Kinds() {
		_, problems := engineOf(kind) // made before anything is measured
		require.Empty(t, problems)
	}
	for name, attack := range attacks {
		t.Run(name, func(t *testing.T) {
			for _, opts := range [][]Option{nil, {WithKind(Population)}, {WithKind(Pupil), WithLines()}} {
				var problems zio.Problems
				took, allocated := measured(func() { _, problems = Check(attack.reader(), opts...) })
				if name != "line feeds" { // these are lines without a record
					require.NotEmpty(t, problems)
				}
				require.Less(t, allocated, uint64(attackMemory))
				t.Logf("%v, %d KiB: %s", took.Round(time.Millisecond), allocated>>10, problems[:min(len(problems), 1)].Err())
			}
		})
	}
}

func TestAttacksInMemory(t *testing.T) {
	for name, attack := range attacks {
		t.Run(name, func(t *testing.T) {
			if name == "line feeds" {
				attack.begin = "{}"
			}
			doc, err := io.ReadAll(attack.reader())
			require.NoError(t, err)
			for _, kind := range []Kind{Population, Pupil} {
				var problems zio.Problems
				took, allocated := measured(func() { problems = Validate(kind, doc) })
				require.NotEmpty(t, problems)
				require.Less(t, allocated, uint64(attackMemory))
				detecting, _ := measured(func() { Detect(doc) })
				t.Logf("%s: %v, to detect its kind %v", kind, took.Round(time.Millisecond), detecting.Round(time.Millisecond))
			}
		})
	}
}

func TestACompressedAttack(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := io.Copy(w, attacks["text of 100 MiB"].reader())
	require.NoError(t, err)
	require.NoError(t, w.Close())
	require.Less(t, packed.Len(), 1<<20)
	var problems zio.Problems
	took, allocated := measured(func() { _, problems = Check(bytes.NewReader(packed.Bytes())) })
	require.NotEmpty(t, problems)
	require.Equal(t, "file.part-too-large", problems[0].Code())
	t.Logf("%v", took.Round(time.Millisecond))
	require.Less(t, allocated, uint64(attackMemory))
	_, problems = Check(bytes.NewReader(packed.Bytes()[:100]))
	require.NotEmpty(t, problems)
	_, problems = Check(bytes.NewReader([]byte{0x1F, 0x8B, 0, 0}))
	require.Equal(t, "file.unreadable", problems[0].Code())
}

// What a document takes does not grow with it.
func TestMemoryDoesNotGrowWithTheFile(t *testing.T) {
	line := `{"ref":"p-1","site":"12AB00","home":"0363","needs":[{"kind":"nursing","minutesPerWeek":60}]}`
	for name, shape := range map[string]repeated{
		"document": {populationHead + `"pupils":[`, line + ",", line + `]}`, 0},
		"lines":    {"", line + "\n", line, 0},
	} {
		var used [2]uint64
		for i, times := range []int{1000, 400_000} {
			shape.times = times
			_, used[i] = measured(func() {
				report, problems := Check(shape.reader())
				require.Empty(t, problems)
				require.Zero(t, report.Problems)
			})
		}
		require.Less(t, used[1], used[0]+4<<20, "%s: %d and %d bytes", name, used[0], used[1])
	}
}
