package difftest

import (
	"math/rand/v2"
	"strings"
)

// Generator makes one random request. Equal random numbers make equal requests; no request
// holds a line feed, because the programs that serve stdin read lines.
type Generator func(*rand.Rand) []byte

// weighted is a generator and the share of the requests that it makes.
type weighted struct {
	generate Generator
	weight   int
}

func generators() []weighted {
	return []weighted{
		{calculations, 140},
		{malformed(calculations), 20},
		{sweeps, 2},
		{comparisons, 4},
		{explanations, 10},
		{searches, 6},
		{imports, 8},
		{malformed(imports), 2},
		{validations, 4},
		{descriptions, 1},
		{versions, 4},
		{malformed(versions), 8},
		{large, 1},
	}
}

// Requests makes a row of requests from one seed.
func Requests(seed uint64, count int) [][]byte {
	random := rand.New(rand.NewPCG(seed, 0x5A494F))
	list := generators()
	total := 0
	for _, g := range list {
		total += g.weight
	}
	requests := make([][]byte, count)
	for i := range requests {
		n := random.IntN(total)
		for _, g := range list {
			if n -= g.weight; n < 0 {
				requests[i] = g.generate(random)
				break
			}
		}
	}
	return requests
}

func one(r *rand.Rand, choices ...string) string { return choices[r.IntN(len(choices))] }

// versions are requests for the version, some with members that are wrong.
func versions(r *rand.Rand) []byte {
	members := []string{
		`"call":` + one(r, `"version"`, `"version"`, `"version"`, `"versie"`, `null`, `7`, `""`),
		`"lang":` + one(r, `"nl"`, `"en"`, `"fy"`, `1`, `"EN"`),
		`"` + one(r, "extra", "é", "\U0001F600", "a/b", "a~b", "call") + `":` + one(r, "1", "-0.50", `"x"`, "[]", `{"a":[1,2,{}]}`, "true"),
	}
	r.Shuffle(len(members), func(i, j int) { members[i], members[j] = members[j], members[i] })
	return []byte("{" + strings.Join(members[:1+r.IntN(len(members))], ",") + "}")
}

// malformed damages the requests of another generator.
func malformed(g Generator) Generator {
	pieces := []string{
		`"`, `\`, `{`, `}`, `[`, `]`, `,`, `:`, ` `, "\t", "\r", "0", "00", "-", "1e9", "1E1000001", "0.1", "99999999999999999999",
		"null", "true", "tru", `\u0000`, `\ud83d`, `\ude00`, `\u00e9`, `\x`, "\x00", "\xff", "\xc3", "\xef\xbb\xbf", "\u2028", "é", "\U0001F600",
		strings.Repeat("[", 80), strings.Repeat(`{"a":`, 70), `"call":"version",`,
	}
	return func(r *rand.Rand) []byte {
		request := g(r)
		for n := 1 + r.IntN(3); n > 0; n-- {
			at := r.IntN(len(request) + 1)
			switch r.IntN(3) {
			case 0: // cut a piece out
				end := min(len(request), at+1+r.IntN(6))
				request = append(request[:at:at], request[end:]...)
			case 1: // put a piece in
				request = append(append(request[:at:at], one(r, pieces...)...), request[at:]...)
			default: // end it here
				request = request[:at]
			}
		}
		if len(strings.Trim(string(request), "\r")) == 0 || request[len(request)-1] == '\r' {
			return append(request, ' ')
		}
		return request
	}
}

// large requests make the memory of an instance grow.
func large(r *rand.Rand) []byte {
	item := one(r, `"x"`, `[[]]`, `{"a":"\u00e9"}`, `0.25`, `"`+strings.Repeat("é", 500)+`"`)
	items := strings.Repeat(item+",", r.IntN(2000))
	return []byte(`{"call":"version","` + one(r, "a", "lang") + `":[` + items + item + `]}`)
}
