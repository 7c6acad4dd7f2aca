package schema

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/year"
	"github.com/zio-collectief/zio/internal/proof/arbitrary"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// loop is what Go does with one kind of document.
type loop struct {
	make  func(r *rand.Rand) []byte                             // writes a value within its bounds
	again func(doc []byte) (written []byte, wrong zio.Problems) // reads a document and writes it
	check func(doc []byte) zio.Problems                         // reads a document and looks at what its members mean together
}

func loopOf[T any](bind func(*T, *strictjson.Fields), check func(*T) zio.Problems) loop {
	write := func(v *T) []byte {
		w := strictjson.NewWriter(true)
		strictjson.Write(w, v, bind)
		return w.Bytes()
	}
	read := func(doc []byte) (*T, zio.Problems) {
		v := new(T)
		return v, zio.ProblemsOf(strictjson.Read(doc, v, bind, strictjson.Limits{}))
	}
	return loop{
		make: func(r *rand.Rand) []byte { return write(arbitrary.Value(r, bind)) },
		again: func(doc []byte) ([]byte, zio.Problems) {
			v, problems := read(doc)
			return write(v), problems
		},
		check: func(doc []byte) zio.Problems {
			v, problems := read(doc)
			if len(problems) == 0 {
				problems = check(v)
			}
			return problems
		},
	}
}

func nothing[T any](*T) zio.Problems { return nil }

var loops = map[Kind]loop{
	Agreement:  loopOf((*funding.Agreement).Bind, (*funding.Agreement).Check),
	Indicators: loopOf((*zio.Indicators).Bind, (*zio.Indicators).Check),
	Payments:   loopOf((*year.Payments).Bind, (*year.Payments).Check),
	Population: loopOf((*zio.Population).Bind, (*zio.Population).Check),
	Pupil:      loopOf((*zio.Pupil).Bind, nothing),
	Register:   loopOf((*zio.Register).Bind, (*zio.Register).Check),
	Result:     loopOf((*funding.Result).Bind, nothing),
	Settlement: loopOf((*year.Settlement).Bind, nothing),
	Workplan:   loopOf((*zio.Workplan).Bind, (*zio.Workplan).Check),
}

// verdict is what the validator says of a document; "" when it is valid.
func verdict(t testing.TB, j *judge, doc []byte) string {
	t.Helper()
	v, faults := strictjson.Parse(doc, strictjson.Limits{})
	require.Empty(t, faults, "%s", doc)
	found, failed := j.judgeValue(plain(&v))
	require.Empty(t, failed)
	if len(found) == 0 {
		return ""
	}
	var b strings.Builder
	var say func(f finding)
	say = func(f finding) {
		if len(f.causes) == 0 {
			b.WriteString("/" + strings.Join(f.instance, "/") + " " + f.keyword + "; ")
		}
		for _, c := range f.causes {
			say(c)
		}
	}
	for _, f := range found {
		say(f)
	}
	return b.String()
}

func judgeOf(t testing.TB, kind Kind, text []byte) *judge {
	t.Helper()
	j, err := newJudge(zio.SchemaID(string(kind)), text, "")
	require.NoError(t, err)
	return j
}

// What no pattern can say and the reader of a text refuses.
var unsayable = []string{"pupil.bsn", "school-year.malformed", "school-year.out-of-range"}

func wroteGo(t testing.TB, kind Kind, j *judge, r *rand.Rand) {
	doc := loops[kind].make(r)
	require.Empty(t, verdict(t, j, doc), "Go wrote what the schema of %s does not accept:\n%s", kind, doc)
	again, wrong := loops[kind].again(doc)
	require.Empty(t, wrong, "Go wrote what it does not read:\n%s", doc)
	require.Equal(t, string(doc), string(again), "what was read is written in the same way")
}

func readsGo(t testing.TB, kind Kind, j *judge, s *arbitrary.Schema, r *rand.Rand) {
	doc := s.Document(r)
	require.Empty(t, verdict(t, j, doc), "the maker of documents is wrong about the schema of %s:\n%s", kind, doc)
	written, wrong := loops[kind].again(doc)
	for _, p := range wrong {
		require.Contains(t, unsayable, p.Code(), "the schema of %s accepts what Go does not read: %s\n%s", kind, p, doc)
	}
	if len(wrong) == 0 {
		require.Empty(t, verdict(t, j, written), "Go read and wrote what the schema of %s does not accept:\n%s", kind, written)
	}
}

func TestWhatGoWritesTheSchemaAcceptsAndTheOtherWayRound(t *testing.T) {
	for i, kind := range Kinds() {
		t.Run(string(kind), func(t *testing.T) {
			require.Contains(t, loops, kind)
			j := judgeOf(t, kind, Document(kind))
			s, err := arbitrary.NewSchema(Document(kind))
			require.NoError(t, err)
			r := rand.New(rand.NewPCG(2026, uint64(i)))
			rounds := 150
			if testing.Short() {
				rounds = 20
			}
			for range rounds {
				wroteGo(t, kind, j, r)
				readsGo(t, kind, j, s, r)
			}
		})
	}
}

func FuzzClosedLoop(f *testing.F) {
	kinds := Kinds()
	judges := make([]*judge, len(kinds))
	schemas := make([]*arbitrary.Schema, len(kinds))
	for i, kind := range kinds {
		judges[i] = judgeOf(f, kind, Document(kind))
		schemas[i], _ = arbitrary.NewSchema(Document(kind))
		f.Add(uint8(i), uint64(i), uint64(1))
	}
	f.Fuzz(func(t *testing.T, n uint8, a, b uint64) {
		i := int(n) % len(kinds)
		r := rand.New(rand.NewPCG(a, b))
		wroteGo(t, kinds[i], judges[i], r)
		readsGo(t, kinds[i], judges[i], schemas[i], r)
	})
}
