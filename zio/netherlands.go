package zio

import (
	"strings"
	"sync/atomic"

	"github.com/zio-collectief/zio/internal/fold"
)

// netherlands holds the table once somebody has asked for it. Two goroutines that ask at
// the same time may both build it; both tables are equal and one is kept.
var netherlands atomic.Pointer[Atlas]

// Netherlands is the embedded atlas: every municipality in force between 2012-01-01 and
// 2026-12-31 and every succession in that time, and a list of youth-care
// regions for 2026, which says itself what it is. The
// four municipalities that ended on 2011-12-31 are there too, so that their codes are
// known. Dates are those of RvIG where registers differ. It is made at the first call.
func Netherlands() *Atlas {
	if a := netherlands.Load(); a != nil {
		return a
	}
	netherlands.CompareAndSwap(nil, readFacts())
	return netherlands.Load()
}

// The days that the embedded facts are about.
const (
	factsFrom  = "2012-01-01"
	factsUntil = "2026-12-31"
)

// readFacts makes the atlas of the facts in this package. It is a pure function; names
// share the memory of the facts.
func readFacts() *Atlas {
	r := &Register{
		Period:         Period{MustParseDate(factsFrom), MustParseDate(factsUntil)},
		Municipalities: make([]Municipality, 0, strings.Count(municipalityFacts, "\n")),
		Successions:    make([]Succession, 0, 128),
		Variants:       make([]NameVariant, 0, strings.Count(variantFacts, "\n")),
		Sources: []Source{
			{Title: "CBS, Gebieden in Nederland", URL: "https://www.cbs.nl/nl-nl/onze-diensten/methoden/classificaties/overig/gemeentelijke-indelingen-per-jaar"},
			{Title: "RvIG, Landelijke Tabel 33 Gemeenten", URL: "https://publicaties.rvig.nl/Landelijke_tabellen"},
		},
	}
	readMunicipalityFacts(r)
	sortMunicipalities(r.Municipalities)
	readSuccessionFacts(r)
	sortSuccessions(r.Successions)
	forLines(variantFacts, func(line string) {
		r.Variants = append(r.Variants, NameVariant{factCode(line), line[5:]})
	})
	forLines(youthRegionFacts, func(line string) {
		name, members, _ := strings.Cut(line, ": ")
		region := Region{Kind: YouthRegion, Code: regionCodeOf(name), Name: name, From: MustParseDate(youthRegionsFrom), Until: MustParseDate(youthRegionsUntil),
			Municipalities: make([]MunicipalityCode, 0, (len(members)+1)/5)}
		for ; len(members) >= 4; members = members[min(5, len(members)):] {
			region.Municipalities = append(region.Municipalities, factCode(members))
		}
		r.Regions = append(r.Regions, region)
	})
	return &Atlas{r.Period, r.Municipalities, r.Successions, r.Variants, r.Regions, []RegionList{youthRegionList()}, r.Sources} // variants and regions are in order in the facts
}

func readMunicipalityFacts(r *Register) {
	province := Province(0)
	forLines(municipalityFacts, func(line string) {
		if line[0] == '=' {
			province = Province(number(line[1:3]) - 19)
			return
		}
		r.Municipalities = append(r.Municipalities, Municipality{Code: factCode(line), Name: line[5:], Province: province})
	})
}

func readSuccessionFacts(r *Register) {
	at := func(code MunicipalityCode) *Municipality {
		i, _ := indexOf(r.Municipalities, code)
		return &r.Municipalities[i]
	}
	var on Date
	forLines(successionFacts, func(line string) {
		if len(line) == 10 && line[4] == '-' {
			on = MustParseDate(line)
			return
		}
		before, after, _ := strings.Cut(line, " > ")
		for ; len(before) >= 4; before = before[min(5, len(before)):] {
			old := factCode(before)
			at(old).Until = on.AddDays(-1)
			for rest := after; rest != ""; {
				var to string
				to, rest, _ = strings.Cut(rest, " ")
				begins := to[0] == '*'
				if begins {
					to = to[1:]
				}
				s := Succession{On: on, From: old, To: factCode(to)}
				if begins {
					at(s.To).From = on
				}
				if len(to) > 5 {
					s.Weight = int64(number(to[5:]))
				}
				r.Successions = append(r.Successions, s)
			}
		}
	})
}

// factCode is the code at the start of a line of facts.
func factCode(line string) MunicipalityCode { return MunicipalityCode{uint16(number(line[:4]))} }

// forLines calls f for every line that is not empty.
func forLines(facts string, f func(line string)) {
	for facts != "" {
		var line string
		line, facts, _ = strings.Cut(facts, "\n")
		if line != "" {
			f(line)
		}
	}
}

// regionCodeOf makes the code of an embedded region of its name: "rijk-van-nijmegen".
func regionCodeOf(name string) string {
	code := fold.Append(nil, name)
	for i := range code {
		if code[i] == ' ' {
			code[i] = '-'
		}
	}
	return string(code)
}
