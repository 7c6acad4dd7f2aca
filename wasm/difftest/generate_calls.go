package difftest

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/zio-collectief/zio/internal/proof/oracle/random"
)

// scenario is a random agreement with a population, as members of a request.
func scenario(r *rand.Rand) string {
	agreement, population := random.Random(r.Int64())
	return `"agreement":` + line(agreement) + `,"population":` + line(population)
}

// line is a document on one line.
func line(document []byte) string {
	var b bytes.Buffer
	if err := json.Compact(&b, document); err != nil {
		panic(err) // the generator writes JSON
	}
	return b.String()
}

func lang(r *rand.Rand) string { return one(r, "", `,"lang":"nl"`, `,"lang":"en"`) }

func calculations(r *rand.Rand) []byte {
	return []byte(`{"call":"calculate",` + scenario(r) + lang(r) + one(r, "", `,"draft":true`, `,"draft":true`, `,"draft":false`) + `}`)
}

func explanations(r *rand.Rand) []byte {
	return []byte(`{"call":"explain",` + scenario(r) + lang(r) + one(r, "", "", `,"party":"0268"`, `,"party":"0363"`, `,"party":"1"`) + `}`)
}

func comparisons(r *rand.Rand) []byte {
	return []byte(`{"call":"compare","a":{` + scenario(r) + `},"b":{` + scenario(r) + `}` + lang(r) + `}`)
}

// sweeps change a number of the first component, if it has that number.
func sweeps(r *rand.Rand) []byte {
	pointer := one(r, "/components/0/cost/rate", "/components/0/cost/amount", "/components/0/cost/weeks", "/components/0/cost/normMinutes", "/components/0/cost/price",
		"/routing/threshold/minutesPerWeek", "/title", "/components/9/cost", "")
	from, to, step := one(r, "1", "40", "330", "60.00", "-1", "x"), one(r, "5", "52", "400", "75.00", "1000"), one(r, "1", "3", "30", "5.00", "0")
	return []byte(fmt.Sprintf(`{"call":"sweep",%s,"pointer":%q,"from":%q,"to":%q,"step":%q%s}`, scenario(r), pointer, from, to, step, lang(r)))
}

func validations(r *rand.Rand) []byte {
	agreement, population := random.Random(r.Int64())
	document := agreement
	if r.IntN(2) == 0 {
		document = population
	}
	if r.IntN(3) == 0 {
		document = malformed(func(*rand.Rand) []byte { return document })(r)
	}
	return []byte(`{"call":"validate","data":"` + base64.StdEncoding.EncodeToString(document) + `"` + lang(r) + `}`)
}

func descriptions(r *rand.Rand) []byte { return []byte(`{"call":"describe"` + lang(r) + `}`) }

func searches(r *rand.Rand) []byte {
	queries := []string{"n", "nij", "Nijmegen", "bergen", "BERGEN NH", "'s-", "’s-Gravenhage", "03", "0363", "gm0014", "gemeente utrecht", "Súdwest", "sudwest", "land van", "x", "é", "  ", "-", "(", "a b c"}
	return []byte(`{"call":"municipalities","query":` + quoted(queries[r.IntN(len(queries))]) + one(r, "", `,"on":"2026-10-01"`, `,"on":"2014-01-01"`, `,"on":"1990-01-01"`) +
		one(r, "", `,"limit":3`, `,"limit":1000`) + lang(r) + `}`)
}

func quoted(s string) string {
	text, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string is always written
	}
	return string(text)
}

// imports are plain tables, sound and less so, and files that are no table.
func imports(r *rand.Rand) []byte {
	delimiter, end := one(r, ";", ",", "\t"), one(r, "\n", "\r\n")
	var b strings.Builder
	b.WriteString(one(r, "Woongemeente", "woongemeente", "Gemeente") + delimiter + "Aantal" + delimiter + "Vestiging" + end)
	for range r.IntN(40) {
		home := one(r, "Nijmegen", "0268", "268", "Bergen", "Bergen (NH.)", "Atlantis", "", "'s-Gravenhage", "S\xfadwest-Frysl\xe2n", "Súdwest-Fryslân", `"Wijchen"`, `"open`)
		pupils := one(r, "1", "12", "<5", "-1", "x", "1.234", "007", "99999999999", "")
		b.WriteString(home + delimiter + pupils + delimiter + one(r, "12AB00", "12AB", "12ab00", "") + end)
	}
	content := b.String()
	switch r.IntN(12) {
	case 0:
		content = "\xef\xbb\xbf" + content
	case 1:
		content = ""
	case 2:
		content = strings.Repeat("\x00\x01\xff", r.IntN(50))
	}
	return []byte(`{"call":"import","name":"tabel.csv","data":"` + base64.StdEncoding.EncodeToString([]byte(content)) + `","options":{"on":"2026-10-01","suppressed":"` +
		one(r, "ask", "zero", "midpoint", "exclude") + `","columns":[{"part":"home","column":"Woongemeente"},{"part":"pupils","column":"Aantal"}` +
		one(r, "", `,{"part":"site","column":"Vestiging"}`, `,{"part":"site","column":"Nergens"}`) + `]` + one(r, "", `,"padCodes":true`) + one(r, "", `,"keepUnplaced":true`) + `}` + lang(r) + `}`)
}
