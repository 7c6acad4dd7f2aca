package schema_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

func pupilLines(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(`{"ref":"p-` + strconv.Itoa(i) + `","home":"0268"}` + "\n")
	}
	return b.String()
}

func gzipped(text string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, text)
	_ = w.Close()
	return b.Bytes()
}

func digestOf(b []byte) string {
	sum := sha256.Sum256(b)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// once fails one time and then pretends that it has come to the end.
type once struct {
	in   io.Reader
	err  error
	told bool
}

func (o *once) Read(p []byte) (int, error) {
	if o.told {
		return 0, io.EOF
	}
	n, err := o.in.Read(p)
	if err == io.EOF {
		o.told, err = true, o.err
	}
	return n, err
}

// A stream that breaks off is never valid, wherever it does and whatever reads it.
func TestABrokenStreamIsNeverValid(t *testing.T) {
	lost := errors.New("connection lost")
	short := pupilLines(1000)
	line := strings.Index(short, "\n") + 1
	long := pupilLines(100_000) // over 3 MiB: more than one block
	cancelled, cancel := context.WithCancelCause(context.Background())
	cancel(lost)
	fails := func(text string) map[string]io.Reader {
		return map[string]io.Reader{
			"reader":       io.MultiReader(strings.NewReader(text), iotest.ErrReader(lost)),
			"cut body":     io.MultiReader(strings.NewReader(text), iotest.ErrReader(io.ErrUnexpectedEOF)),
			"cancelled":    io.MultiReader(strings.NewReader(text), iotest.ErrReader(cancelled.Err())),
			"with data":    iotest.DataErrReader(io.MultiReader(strings.NewReader(text), iotest.ErrReader(lost))),
			"fails once":   &once{in: strings.NewReader(text), err: lost},
			"byte by byte": iotest.OneByteReader(io.MultiReader(strings.NewReader(text[len(text)-min(len(text), 40_000):]), iotest.ErrReader(lost))),
			"nothing ever": io.MultiReader(strings.NewReader(text), nothing{}),
		}
	}
	for where, text := range map[string]string{
		"offset 0": "", "in the first line": short[:line/2], "at a line break": short[:line], "in a line": short[:len(short)-5],
		"at the last line break": short, "before the line break": short[:len(short)-1], "over a block": long, "over a block, in a line": long[:len(long)-9],
	} {
		for how := range fails(text) {
			for _, workers := range []int{1, 4} {
				report, problems := schema.Check(fails(text)[how], schema.WithKind(schema.Pupil), schema.WithLines(), schema.WithWorkers(workers))
				name := where + ", " + how
				require.NotEmpty(t, problems, name)
				require.Equal(t, "file.unreadable", problems[len(problems)-1].Code(), name)
				require.NotZero(t, report.Problems, name)
				require.Empty(t, report.Digest, name)
				if where == "over a block" && how == "reader" {
					require.Equal(t, int64(100_000), report.Records)
					require.Equal(t, int64(100_000), report.Valid)
					require.Len(t, problems, 1)
				}
				_, problems = schema.Check(fails(text)[how]) // its kind follows from what came
				require.NotEmpty(t, problems, name)
			}
		}
	}
}

type nothing struct{}

func (nothing) Read([]byte) (int, error) { return 0, nil }

// So is a compressed file that is damaged or cut, as a stream and as a file; of lines and of a document.
func TestBrokenGzipIsNeverValid(t *testing.T) {
	for name, text := range map[string]string{"few.ndjson.gz": pupilLines(100), "many.ndjson.gz": pupilLines(100_000), "document.json.gz": population(100_000), "small.json.gz": population(1)} {
		whole := gzipped(text)
		wrong := bytes.Clone(whole)
		wrong[len(wrong)-8] ^= 1
		length := bytes.Clone(whole)
		length[len(length)-1] ^= 1
		for how, file := range map[string][]byte{
			"crc": wrong, "length": length, "no trailer": whole[:len(whole)-8], "half a trailer": whole[:len(whole)-4], "cut": whole[:len(whole)-20],
			"rubbish behind": append(bytes.Clone(whole), "rubbish"...),
		} {
			path := filepath.Join(t.TempDir(), name)
			require.NoError(t, os.WriteFile(path, file, 0o600))
			for _, workers := range []int{1, 4} {
				report, problems := schema.File(path, schema.WithWorkers(workers))
				require.NotEmpty(t, problems, "%s: %s", name, how)
				require.Equal(t, "file.unreadable", problems[len(problems)-1].Code(), "%s: %s", name, how)
				require.NotZero(t, report.Problems)
				_, problems = schema.Check(bytes.NewReader(file), schema.WithWorkers(workers))
				require.NotEmpty(t, problems, "%s: %s", name, how)
			}
		}
		path := filepath.Join(t.TempDir(), name)
		require.NoError(t, os.WriteFile(path, whole, 0o600))
		report, problems := schema.File(path, schema.WithWorkers(4))
		require.Empty(t, problems)
		require.Equal(t, digestOf(whole), report.Digest)
	}
}

// The digest in the report is that of the bytes of the file.
func TestDigestOfWhatWasRead(t *testing.T) {
	for name, text := range map[string]string{"lines.ndjson": pupilLines(100_000), "one.ndjson": pupilLines(1), "population.json": population(50_000), "mark.json": "\xEF\xBB\xBF" + population(1)} {
		path := filepath.Join(t.TempDir(), name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
		for _, workers := range []int{1, 4} {
			report, _ := schema.File(path, schema.WithWorkers(workers))
			require.Equal(t, digestOf([]byte(text)), report.Digest, name)
			report, _ = schema.Check(strings.NewReader(text), schema.WithWorkers(workers))
			require.Equal(t, digestOf([]byte(text)), report.Digest, name)
		}
	}
	report, _ := schema.Check(strings.NewReader(pupilLines(100_000)), schema.WithEach(func(zio.Problem) bool { return false }))
	require.NotEmpty(t, report.Digest)
	report, _ = schema.Check(strings.NewReader("{}\n"+pupilLines(100_000)), schema.WithEach(func(zio.Problem) bool { return false }))
	require.Empty(t, report.Digest, "reading stopped at the first problem")
}

// population is a population of n groups.
func population(n int) string {
	var b strings.Builder
	b.WriteString(`{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"x","countDate":"2024-10-01","groups":[`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`{"home":"0268","label":"g` + strconv.Itoa(i) + `","pupils":12}`)
	}
	b.WriteString("]}")
	return b.String()
}

// A file that becomes shorter, longer or other while it is validated is no valid file.
func TestAFileThatChanges(t *testing.T) {
	for name, change := range map[string]func(*os.File) error{
		"shorter": func(f *os.File) error { return f.Truncate(1000) },
		"longer":  func(f *os.File) error { _, err := f.WriteAt([]byte("{}\n"), 4<<20); return err },
		"written again, as long": func(f *os.File) error {
			time.Sleep(20 * time.Millisecond) // as finely as file systems tell the time
			_, err := f.WriteAt([]byte("{"), 0)
			return err
		},
		"longer, and of the same moment": func(f *os.File) error {
			info, err := f.Stat()
			if err == nil {
				_, err = f.WriteAt([]byte("{}\n"), info.Size())
			}
			return errors.Join(err, os.Chtimes(f.Name(), info.ModTime(), info.ModTime()))
		},
	} {
		for _, workers := range []int{1, 4} {
			path := filepath.Join(t.TempDir(), "p.ndjson")
			require.NoError(t, os.WriteFile(path, []byte(pupilLines(100_000)), 0o600))
			changed := false
			report, problems := schema.File(path, schema.WithWorkers(workers), schema.WithProgress(func(schema.Progress) {
				if !changed {
					changed = true
					f, err := os.OpenFile(path, os.O_WRONLY, 0)
					require.NoError(t, err)
					require.NoError(t, change(f))
					require.NoError(t, f.Close())
				}
			}))
			require.NotZero(t, report.Problems, name)
			require.Equal(t, "file.changed", problems[len(problems)-1].Code(), name)
		}
	}
}

var everything = schema.Meaning{Atlas: zio.Netherlands(), Publish: true}

// What a document means is checked while it is read once.
func TestMeaningByOneReading(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"right":             {population(1), ""},
		"a single pupil":    {strings.Replace(population(1), `"pupils":12`, `"pupils":3`, 1), "publish.count-disclosive"},
		"no municipality":   {strings.Replace(population(1), "0268", "9999", 1), "municipality.code-unknown"},
		"the schema's word": {strings.Replace(population(1), `"pupils":12`, `"pupils":"3"`, 1), "schema.type"},
		"a pupil line":      {pupilLines(2), "publish.pupil-line"},
		"too large":         {strings.Repeat(" ", 64<<20) + strings.Replace(population(1), `"pupils":12`, `"pupils":3`, 1), "file.meaning-not-checked"},
	} {
		for how, text := range map[string][]byte{"plain": []byte(test.text), "gzip": gzipped(test.text)} {
			if name == "too large" && how == "plain" && testing.Short() {
				continue
			}
			given := 0
			report, problems := schema.Check(iotest.DataErrReader(bytes.NewReader(text)), kindFor(name), schema.WithMeaning(everything),
				schema.WithContent(func(kind schema.Kind, line int64, doc []byte) {
					require.Zero(t, line)
					given++
					require.Equal(t, schema.Population, kind)
					require.Equal(t, test.text, string(doc))
				}))
			if test.want == "" {
				require.Empty(t, problems)
				require.Equal(t, int64(1), report.Valid)
				require.Equal(t, 1, given)
				continue
			}
			require.NotEmpty(t, problems, name)
			require.Equal(t, test.want, problems[0].Code(), name)
			require.Zero(t, report.Valid, name)
			require.Zero(t, given, name)
		}
	}
}

// A stream that gives one byte at a time goes on all the same, one that gives none does not.
func TestByteAfterByte(t *testing.T) {
	for name, text := range map[string]string{"lines": pupilLines(40), "document": population(1)} {
		require.Greater(t, len(text), 150, name)
		report, problems := schema.Check(iotest.OneByteReader(strings.NewReader(text)))
		require.Empty(t, problems, name)
		require.Equal(t, report.Records, report.Valid)
		require.EqualValues(t, len(text), report.Bytes, "all that was read")
	}
}

// No more problems are given than was asked for, and how many are not is said; so it is of those behind the one that ended a reading.
func TestUnlistedProblems(t *testing.T) {
	text := strings.Repeat(`{"ref":1}`+"\n", 5)
	for most, left := range map[int]int64{3: 2, 5: 0, 6: 0} {
		report, problems := schema.Check(strings.NewReader(text), schema.WithKind(schema.Pupil), schema.WithLimits(schema.Limits{Problems: most}))
		require.Len(t, problems, min(most, 5))
		require.Equal(t, left, report.Unlisted, most)
		require.EqualValues(t, 5, report.Problems)
	}
	seen := 0
	report, _ := schema.Check(strings.NewReader(text), schema.WithKind(schema.Pupil), schema.WithEach(func(zio.Problem) bool { seen++; return seen < 2 }))
	require.Equal(t, 2, seen)
	require.EqualValues(t, report.Problems-2, report.Unlisted)
	require.Positive(t, report.Unlisted, "all of a block are counted")
}

// Documents on lines are handed on each with its line, in order, whoever reads them; those with problems are not, nor pupils.
func TestContentOfLines(t *testing.T) {
	right, wrong := population(1), strings.Replace(population(1), "0268", "9999", 1)
	text := strings.Repeat(right+"\n\n"+wrong+"\r\n", 2000)
	for _, workers := range []int{1, 4} {
		var lines []int64
		keep := schema.WithContent(func(kind schema.Kind, line int64, doc []byte) {
			require.Equal(t, schema.Population, kind)
			require.Equal(t, right, string(doc))
			lines = append(lines, line)
		})
		report, _ := schema.Check(strings.NewReader(text), schema.WithWorkers(workers), schema.WithMeaning(everything), keep)
		require.Equal(t, int64(2000), report.Valid)
		require.Len(t, lines, 2000)
		for i, line := range lines {
			require.Equal(t, int64(3*i+1), line)
		}
		lines = nil
		report, _ = schema.Check(strings.NewReader(strings.Repeat(right+"\n", 50)), schema.WithWorkers(workers), keep)
		require.Equal(t, int64(50), report.Valid)
		require.Len(t, lines, 50, "without a meaning")
	}
	report, _ := schema.Check(strings.NewReader(pupilLines(3)), schema.WithContent(func(schema.Kind, int64, []byte) { t.Error("a pupil") }))
	require.Equal(t, int64(3), report.Valid)
}

// kindFor says the kind where it does not follow from the begin of the file.
func kindFor(name string) schema.Option {
	if name == "a pupil line" {
		return schema.WithKind(schema.Pupil)
	}
	return schema.WithKind(schema.Population)
}

// A pupil counts once, in whichever block, and whoever validates it; the problems come in the order of the file.
func TestAPupilStandsInAFileOnce(t *testing.T) {
	lines := pupilLines(60_000)
	text := lines + `{"ref":"new"}` + "\n" + lines[:strings.Index(lines, "\n")+1] + `{"ref":"p-\u0031","home":"0268"}` + "\n" + `{"ref":"x","home":"9999"}` + "\n"
	for _, workers := range []int{1, 4} {
		report, problems := schema.Check(strings.NewReader(text), schema.WithWorkers(workers), schema.WithMeaning(schema.Meaning{Atlas: zio.Netherlands()}))
		require.Len(t, problems, 3)
		require.Equal(t, int64(60_004), report.Records)
		require.Equal(t, int64(60_001), report.Valid)
		require.Equal(t, "pupil.twice 60002 1", problems[0].Code()+" "+strconv.FormatInt(problems[0].Line, 10)+" "+problems[0].Param("first"))
		require.Equal(t, "pupil.twice 60003 2", problems[1].Code()+" "+strconv.FormatInt(problems[1].Line, 10)+" "+problems[1].Param("first"))
		require.Equal(t, "municipality.code-unknown 60004 /home", problems[2].Code()+" "+strconv.FormatInt(problems[2].Line, 10)+" "+problems[2].Pointer)
	}
	again := strings.Repeat(`{"ref":"p"}`+"\n", 3)
	report, problems := schema.Check(strings.NewReader(again), schema.WithMeaning(schema.Meaning{}))
	require.Len(t, problems, 2)
	require.Equal(t, int64(1), report.Valid)
	require.Equal(t, int64(2), report.Problems)
}

// A context that is done ends the reading of a plain file, of a compressed one and of a stream: one problem says so, with the
// reason of the context, and what was not read is not called valid.
func TestContextEnds(t *testing.T) {
	const lines = 400_000
	text := pupilLines(lines)
	folder := t.TempDir()
	plain, packed := filepath.Join(folder, "p.ndjson"), filepath.Join(folder, "p.ndjson.gz")
	require.NoError(t, os.WriteFile(plain, []byte(text), 0o600))
	require.NoError(t, os.WriteFile(packed, gzipped(text), 0o600))
	for _, workers := range []int{1, 4} {
		for name, validate := range map[string]func(...schema.Option) (schema.Report, zio.Problems){
			"file": func(o ...schema.Option) (schema.Report, zio.Problems) { return schema.File(plain, o...) },
			"gzip": func(o ...schema.Option) (schema.Report, zio.Problems) { return schema.File(packed, o...) },
			"stream": func(o ...schema.Option) (schema.Report, zio.Problems) {
				return schema.Check(strings.NewReader(text), o...)
			},
		} {
			ctx, cancel := context.WithCancel(context.Background())
			report, problems := validate(schema.WithContext(ctx), schema.WithKind(schema.Pupil), schema.WithWorkers(workers),
				schema.WithProgress(func(schema.Progress) { cancel() }))
			require.Len(t, problems, 1, "%s, %d workers", name, workers)
			require.Equal(t, "file.unreadable", problems[0].Code())
			require.ErrorIs(t, problems.Err(), context.Canceled)
			require.Positive(t, report.Valid)
			require.Less(t, report.Valid, int64(lines), "%s, %d workers", name, workers)
			require.Empty(t, report.Digest)

			report, problems = validate(schema.WithContext(ctx), schema.WithKind(schema.Pupil), schema.WithWorkers(workers))
			require.ErrorIs(t, problems.Err(), context.Canceled, "done before it began")
			require.Zero(t, report.Valid)

			report, problems = validate(schema.WithContext(context.Background()), schema.WithKind(schema.Pupil), schema.WithWorkers(workers))
			require.Empty(t, problems)
			require.Equal(t, int64(lines), report.Valid)
		}
	}
}

// Of a block of lines most problems are only counted: by their code, as those that are listed.
func TestCountedProblemsHaveTheirCode(t *testing.T) {
	text := strings.Repeat("{}\n", 20_000) + strings.Repeat("{\"ref\":1}\n", 3000)
	report, problems := schema.Check(strings.NewReader(text), schema.WithKind(schema.Pupil), schema.WithLines())
	require.Equal(t, []schema.CodeCount{{Code: "schema.required", Count: 20_000}, {Code: "schema.type", Count: 3000}}, report.Codes)
	require.EqualValues(t, 23_000, report.Problems)
	require.EqualValues(t, 23_000-len(problems), report.Unlisted)
}
