package schema

import (
	"bytes"
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/internal/accept"
	"github.com/zio-collectief/zio/internal/proof/arbitrary"
	"github.com/zio-collectief/zio/internal/proof/pupillines"
	"github.com/zio-collectief/zio/internal/proof/sample"
	"github.com/zio-collectief/zio/internal/strictjson"
)

// More rounds: go test ./schema -run Differential -rounds 10000000 -seed 2.
var (
	rounds = flag.Int("rounds", 8_000, "documents of a differential test")
	seed   = flag.Uint64("seed", 1, "seed of a differential test")
)

// The full truth about a document: the strict reader finds no fault and the full validator finds nothing.
func (e *engine) truth(doc []byte) (valid bool, why string) {
	v, faults := strictjson.Parse(doc, strictjson.Limits{})
	if len(faults) > 0 {
		return false, faults[0].Kind.Code
	}
	j, err := e.judge()
	if err != nil {
		return false, err.Error()
	}
	found, failed := j.judgeValue(plain(&v))
	return len(found) == 0 && failed == "", failed
}

// mutator makes documents that are nearly valid: by single bytes, by tokens, by members, by pieces of
// other documents.
type mutator struct {
	r      *rand.Rand
	corpus [][]byte
}

// Tokens that readers of JSON differ about, or that stand on an edge of a schema.
var oddTokens = []string{
	"null", "true", "false", "0", "-0", "1.0", "1e0", "1E+2", "01", "-1", "9007199254740993", "1000000000000000000", "9223372036854775808", "1e400", "0.5",
	`""`, `"a"`, `"\u0000"`, `"\ud800"`, `"\ud834\udd1e"`, `"\u00e9"`, `"é"`, "\"\xff\"", "\"\xed\xa0\x80\"", "\"\t\"", "\"\x7f\"", `"\/"`, `" "`,
	"[]", "{}", "[[]]", `{"a":1}`, `[null]`, "\ufeff", "\x00", " ", "\n", "\r\n\t", ",", ":", "}", "]", "{", "[", `"`, `\`, "NaN", "+1", ".5", "tru", "nulll",
	`"2025-02-29"`, `"2024-02-29"`, `"0000-01-01"`, `"9999-12-31"`, `"0344"`, `"034"`, `"03445"`, `"GM0344"`, `"00AA"`, `"00AA01"`,
}

func (m *mutator) pick() []byte { return m.corpus[m.r.IntN(len(m.corpus))] }

// tokensOf cuts a document in strings, numbers, names and marks.
func tokensOf(doc []byte) [][]byte {
	var list [][]byte
	for i := 0; i < len(doc); {
		end := i + 1
		switch c := doc[i]; {
		case c == '"':
			for end < len(doc) && doc[end] != '"' {
				if doc[end] == '\\' {
					end++
				}
				end++
			}
			end = min(end+1, len(doc))
		case strings.IndexByte("{}[]:,", c) < 0:
			for end < len(doc) && strings.IndexByte("{}[]:,\" \n", doc[end]) < 0 {
				end++
			}
		}
		list = append(list, doc[i:end])
		i = end
	}
	return list
}

func (m *mutator) mutate() []byte {
	doc := slices.Clone(m.pick())
	for range 1 + m.r.IntN(3) {
		switch m.r.IntN(10) {
		case 0: // replace a byte
			doc[m.r.IntN(len(doc))] = byte(m.r.IntN(256))
		case 1: // flip a bit
			doc[m.r.IntN(len(doc))] ^= 1 << m.r.IntN(8)
		case 2: // remove some bytes
			i := m.r.IntN(len(doc))
			doc = slices.Delete(doc, i, min(len(doc), i+1+m.r.IntN(3)))
		case 3: // repeat some bytes
			i := m.r.IntN(len(doc))
			j := min(len(doc), i+1+m.r.IntN(40))
			doc = slices.Insert(doc, m.r.IntN(len(doc)+1), doc[i:j]...)
		case 4, 5: // replace, remove or add a token
			list := tokensOf(doc)
			if len(list) == 0 {
				break
			}
			i := m.r.IntN(len(list))
			odd := []byte(oddTokens[m.r.IntN(len(oddTokens))])
			switch m.r.IntN(4) {
			case 0:
				list = slices.Delete(list, i, i+1)
			case 1:
				list = slices.Insert(list, i, odd)
			case 2:
				list[i] = list[m.r.IntN(len(list))]
			default:
				list[i] = odd
			}
			doc = slices.Concat(list...)
		case 6, 7, 8: // change the members
			var v any
			dec := json.NewDecoder(strings.NewReader(string(doc)))
			dec.UseNumber()
			if dec.Decode(&v) != nil {
				break
			}
			if text := m.members(v); text != nil {
				doc = text
			}
		case 9: // go on with another document
			other := m.pick()
			doc = append(doc[:m.r.IntN(len(doc))], other[m.r.IntN(len(other)):]...)
		}
		if len(doc) == 0 {
			return []byte("{")
		}
	}
	return doc
}

// members writes a value in another way: another order, other spaces, and here and there a member
// removed, doubled, renamed or given the value of another.
func (m *mutator) members(v any) []byte {
	var all []any
	collect(v, &all)
	var write func(v any) string
	change := m.r.IntN(4) != 0
	space := func() string {
		return []string{"", "", "", " ", "\n", "  "}[m.r.IntN(6)*min(1, m.r.IntN(3))]
	}
	write = func(v any) string {
		if change && m.r.IntN(24) == 0 && len(all) > 0 {
			v = all[m.r.IntN(len(all))]
		}
		switch v := v.(type) {
		case map[string]any:
			var list []string
			for _, name := range sortedKeys(v) {
				key := name
				if change {
					switch m.r.IntN(60) {
					case 0:
						continue
					case 1:
						key = strings.ToUpper(key[:min(1, len(key))]) + key[min(1, len(key)):]
					case 2:
						key += "x"
					case 3:
						list = append(list, write(name)+":"+write(v[name]))
					}
				}
				text, _ := json.Marshal(key)
				if m.r.IntN(100) == 0 && len(key) > 0 && key[0] < 0x80 {
					text = []byte(`"\u00` + "0123456789abcdef"[key[0]>>4:key[0]>>4+1] + "0123456789abcdef"[key[0]&15:key[0]&15+1] + string(text[2:]))
				}
				list = append(list, space()+string(text)+space()+":"+space()+write(v[name])+space())
			}
			m.r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
			return "{" + strings.Join(list, ",") + "}"
		case []any:
			var list []string
			for _, item := range v {
				if change && m.r.IntN(40) == 0 {
					continue
				}
				list = append(list, write(item))
				if change && m.r.IntN(40) == 0 {
					list = append(list, write(item))
				}
			}
			return "[" + space() + strings.Join(list, space()+",") + "]"
		}
		text, _ := json.Marshal(v)
		return string(text)
	}
	return []byte(write(v))
}

func collect(v any, all *[]any) {
	*all = append(*all, v)
	switch v := v.(type) {
	case map[string]any:
		for _, name := range sortedKeys(v) {
			collect(v[name], all)
		}
	case []any:
		for _, item := range v {
			collect(item, all)
		}
	}
}

// agree checks one document: what the fast reader proves is true, and the way in which it was asked
// makes no difference.
func (e *engine) agree(t testing.TB, m *accept.Machine, doc []byte) (accepted, valid bool) {
	accepted = m.Accept(doc)
	end := m.Line(append(slices.Clone(doc), "\n{\"padding\":\"padding\"}"...), 0)
	if end >= 0 && end <= len(doc) {
		doc := doc[:end]
		valid, why := e.truth(doc)
		require.True(t, valid, "unsound as a line: %s: %s", why, doc)
	}
	valid, why := e.truth(doc)
	if accepted && !valid {
		t.Fatalf("unsound: %s: %q", why, doc)
	}
	if accepted && !strings.ContainsAny(string(doc), "\r\n") {
		require.Equal(t, len(doc)+1, end, "%q", doc)
	}
	return accepted, valid
}

func differential(t *testing.T, e *engine, corpus [][]byte, rounds int) {
	t.Helper()
	if testing.Short() {
		rounds = max(rounds/10, 250)
	}
	machine := e.program.NewMachine()
	m := &mutator{r: rand.New(rand.NewPCG(*seed, 1)), corpus: corpus}
	var accepted, valid, missed int
	var examples []string
	for range rounds {
		doc := m.mutate()
		a, v := e.agree(t, machine, doc)
		if a {
			accepted++
		}
		if v {
			valid++
		}
		if v && !a {
			missed++
			if len(examples) < 5 {
				examples = append(examples, string(doc))
			}
		}
	}
	t.Logf("%d documents, %d valid, %d proven, %d valid and not proven", rounds, valid, accepted, missed)
	for _, doc := range examples {
		t.Logf("not proven: %.200q", doc)
	}
	require.Greater(t, accepted, rounds/50, "the mutations leave too little that is valid")
}

func TestDifferential(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	corpus := [][]byte{[]byte(sampleDoc)}
	for range 200 {
		corpus = append(corpus, []byte(sample.Line(r)))
	}
	t.Run("sample", func(t *testing.T) { differential(t, sampleEngine(t), corpus, *rounds) })
	for _, kind := range Kinds() {
		t.Run(string(kind), func(t *testing.T) {
			e, problems := engineOf(kind)
			require.Empty(t, problems)
			// the documents of one kind can be a hundred times as large as those of another
			corpus := corpusOf(t, kind, r)
			size := len(slices.Concat(corpus...)) / len(corpus)
			differential(t, e, corpus, max(*rounds*500/max(size, 500), 500))
		})
	}
}

// corpusOf are valid documents of a kind.
func corpusOf(t testing.TB, kind Kind, r *rand.Rand) [][]byte {
	t.Helper()
	maker, err := arbitrary.NewSchema(Document(kind))
	require.NoError(t, err)
	example, err := os.ReadFile("examples/" + string(kind) + ".json")
	require.NoError(t, err)
	corpus := [][]byte{example}
	for range 60 {
		if doc := maker.Document(r); len(doc) < 64<<10 {
			corpus = append(corpus, doc)
		}
		if doc := loops[kind].make(r); len(doc) < 64<<10 {
			corpus = append(corpus, doc)
		}
	}
	if kind == Pupil {
		lines := pupillines.New(1, pupillines.Style{})
		for range 60 {
			corpus = append(corpus, lines.Append(nil))
		}
	}
	return corpus
}

// What ordinary programs write is proven: what Go writes, and that in another order and with other spaces.
func TestHardlyAnythingIsLeftToTheSlowPath(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	for _, kind := range Kinds() {
		e, _ := engineOf(kind)
		machine := e.program.NewMachine()
		n, missed := 0, 0
		for _, doc := range corpusOf(t, kind, r) {
			var v any
			dec := json.NewDecoder(bytes.NewReader(doc))
			dec.UseNumber()
			require.NoError(t, dec.Decode(&v))
			sorted, err := json.Marshal(v)
			require.NoError(t, err)
			indented, err := json.MarshalIndent(v, "", "  ")
			require.NoError(t, err)
			for _, text := range [][]byte{doc, sorted, indented} {
				n++
				if !machine.Accept(text) {
					missed++
					t.Logf("%s: %.300s", kind, text)
				}
			}
		}
		require.LessOrEqual(t, missed*1000, n, kind)
	}
}

// What the fast reader proves of any bytes, as a document of any kind, is true.
func FuzzAccept(f *testing.F) {
	engines := []*engine{sampleEngine(f)}
	r := rand.New(rand.NewPCG(11, 12))
	f.Add(uint8(0), []byte(sampleDoc))
	for i, kind := range Kinds() {
		e, problems := engineOf(kind)
		require.Empty(f, problems)
		engines = append(engines, e)
		m := &mutator{r: r, corpus: corpusOf(f, kind, r)[:1]}
		f.Add(uint8(i+1), m.corpus[0])
		for range 10 {
			f.Add(uint8(i+1), m.mutate())
		}
	}
	f.Fuzz(func(t *testing.T, kind uint8, doc []byte) {
		e := engines[int(kind)%len(engines)]
		e.agree(t, e.program.NewMachine(), doc)
	})
}
