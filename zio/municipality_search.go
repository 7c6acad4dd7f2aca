package zio

import (
	"cmp"
	"slices"
	"strings"

	"github.com/zio-collectief/zio/internal/fold"
	"github.com/zio-collectief/zio/internal/order"
)

var (
	municipalityNameUnknown = ProblemKind{
		Code: "municipality.name-unknown",
		NL:   "\"{name}\" is op {date} geen gemeente. Kijk de naam na of gebruik de gemeentecode.",
		EN:   "\"{name}\" is not a municipality on {date}. Check the name or use the municipality code.",
	}
	municipalityNameEnded = ProblemKind{
		Code: "municipality.name-ended",
		NL:   "{name} ({code}) is op {date} geen gemeente. Wel: {others}.",
		EN:   "{name} ({code}) is not a municipality on {date}. These are: {others}.",
	}
	municipalityNameAmbiguous = ProblemKind{
		Code: "municipality.name-ambiguous",
		NL:   "Er zijn meer gemeenten die \"{name}\" heten: {choices}. Zet de provincie erbij of gebruik de gemeentecode.",
		EN:   "There are several municipalities called \"{name}\": {choices}. Add the province or use the municipality code.",
	}
)

// ByName finds the one municipality that has the name on the day. Capitals, accents,
// hyphens, spaces and the word "gemeente" do not count, other spellings are known, and the
// sign of a province may stand behind the name or be left out: "BERGEN NH", "Bergen (NH.)",
// "Hengelo". A hint of no province looks in all of them. A name of two municipalities,
// "Bergen", is a problem, and so is one of a municipality that is not there on the day.
//
// Names are for people; files are joined on codes.
func (a *Atlas) ByName(name string, on Date, hint Province) (Municipality, error) {
	if err := a.CheckDate(on); err != nil {
		return Municipality{}, err
	}
	found := a.named(name, hint)
	there := slices.DeleteFunc(slices.Clone(found), func(m Municipality) bool { return !m.InForce(on) })
	if own := slices.DeleteFunc(slices.Clone(there), func(m Municipality) bool { return !sameFolded(m.Name, name) }); len(own) == 1 {
		return own[0], nil // the name itself goes before a name without its province and before other spellings
	}
	switch {
	case len(there) == 1:
		return there[0], nil
	case len(there) > 1:
		codes := make([]MunicipalityCode, len(there))
		for i := range there {
			codes[i] = there[i].Code
		}
		return Municipality{}, municipalityNameAmbiguous.At("", "name", echo(name), "choices", a.names(codes))
	case len(found) > 0:
		m := found[len(found)-1]
		others, _ := a.Successors(m.Code, on)
		if len(others) == 0 {
			others, _ = a.Predecessors(m.Code, on)
		}
		return Municipality{}, municipalityNameEnded.At("", "name", m.Name, "code", m.Code.String(), "date", on.String(), "others", a.names(others))
	}
	return Municipality{}, municipalityNameUnknown.At("", "name", echo(name), "date", on.String())
}

// longestName is the longest text that is compared with names, in bytes.
const longestName = 100

// named are the municipalities that may be meant by a name, in force or not, by code.
func (a *Atlas) named(name string, hint Province) []Municipality {
	if len(name) > longestName {
		return nil
	}
	var scratch, other [2 * longestName]byte
	folded := fold.Append(scratch[:0], name)
	base, sign := withoutSign(folded)
	whole := string(fold.Squeezed(slices.Clone(folded)))
	short := string(fold.Squeezed(slices.Clone(base)))
	if whole == "" {
		return nil
	}
	var found []Municipality
	v := 0
	for _, m := range a.municipalities {
		matches := func(text string) bool {
			if hint != 0 && m.Province != hint {
				return false
			}
			full := fold.Squeezed(fold.Append(other[:0], text))
			if string(full) == whole {
				return true
			}
			if i := strings.IndexByte(text, '('); i > 0 {
				text = text[:i]
			}
			bare := fold.Squeezed(fold.Append(other[:0], text))
			return string(bare) == whole || short != "" && m.Province == sign && string(bare) == short
		}
		ok := matches(m.Name)
		for v < len(a.variants) && a.variants[v].Municipality.Compare(m.Code) <= 0 {
			ok = ok || a.variants[v].Municipality == m.Code && matches(a.variants[v].Name)
			v++
		}
		if ok {
			found = append(found, m)
		}
	}
	return found
}

// withoutSign takes the sign of a province off the end of a folded name: "bergen n h" is
// "bergen" in Noord-Holland. No province where there is none.
func withoutSign(folded []byte) ([]byte, Province) {
	s := string(folded)
	for at := strings.LastIndexByte(s, ' '); at > 0; at = strings.LastIndexByte(s[:at], ' ') {
		if len(s)-at > len(" noord holland") {
			break
		}
		sign := " " + string(fold.Squeezed([]byte(s[at+1:]))) + " "
		for p := Groningen; p <= Limburg; p++ {
			if strings.Contains(provinces[p].signs, sign) || " "+provinces[p].text+" " == sign {
				return folded[:at], p
			}
		}
	}
	return nil, 0
}

func sameFolded(a, b string) bool {
	return string(fold.Squeezed(fold.Append(nil, a))) == string(fold.Squeezed(fold.Append(nil, b)))
}

// Search finds municipalities in force on the day for somebody who types: by the start of
// a name, of a word in it or of the code, or by any part of the name, in that order, and
// within these by name. No date searches all of the register. At most limit results; 0 is no limit.
func (a *Atlas) Search(text string, on Date, limit int) []Municipality {
	if len(text) > longestName || on.IsValid() && !a.period.Contains(on) {
		return nil
	}
	query := string(fold.Append(nil, text))
	if query == "" {
		return nil
	}
	joined := string(fold.Squeezed([]byte(query)))
	digits := strings.TrimPrefix(joined, "gm") // of other texts no code begins with them
	type hit struct {
		rank int
		key  string
		m    Municipality
	}
	var hits []hit
	v := 0
	for _, m := range a.municipalities {
		best := rankOf(m.Name, query, joined)
		for v < len(a.variants) && a.variants[v].Municipality.Compare(m.Code) <= 0 {
			if a.variants[v].Municipality == m.Code {
				best = min(best, rankOf(a.variants[v].Name, query, joined))
			}
			v++
		}
		if digits != "" && strings.HasPrefix(m.Code.String(), digits) {
			best = min(best, 1)
		}
		if best < noMatch && (on.IsZero() || m.InForce(on)) {
			hits = append(hits, hit{best, sortName(m.Name), m})
		}
	}
	order.By(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.key, b.key), a.m.Compare(b.m))
	})
	if limit > 0 && len(hits) > limit {
		hits = hits[:limit]
	}
	list := make([]Municipality, len(hits))
	for i := range hits {
		list[i] = hits[i].m
	}
	return list
}

const noMatch = 5

// rankOf is how well a name fits: 0 the whole name, with or without the sign of its
// province, 1 its start, 2 its start without spaces, 3 the start of a word, 4 any part.
func rankOf(name, query, joined string) int {
	var scratch [2*longestName + 1]byte
	base, _, _ := strings.Cut(name, "(")
	words := string(fold.Append(append(scratch[:0], ' '), name))
	full := string(fold.Squeezed([]byte(words)))
	switch {
	case full == joined, string(fold.Squeezed(fold.Append(scratch[:0], base))) == joined:
		return 0
	case strings.HasPrefix(words, " "+query):
		return 1
	case strings.HasPrefix(full, joined):
		return 2
	case strings.Contains(words, " "+query):
		return 3
	case strings.Contains(full, joined):
		return 4
	}
	return noMatch
}

// sortName is the name as it stands in a list: "'s-Gravenhage" under the g.
func sortName(name string) string {
	folded := string(fold.Append(nil, name))
	return strings.TrimPrefix(folded, "s ")
}
