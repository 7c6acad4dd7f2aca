package zio

import (
	"slices"
	"strings"
)

var (
	registerDateOutside = ProblemKind{
		Code: "register.date-outside",
		NL:   "Het register van gemeenten gaat over {from} tot en met {until}; over {date} is niets bekend. Kies een andere datum of voeg een nieuwer register toe.",
		EN:   "The register of municipalities is about {from} to {until}; of {date} nothing is known. Choose another date or add a newer register.",
	}
	municipalityUnknown = ProblemKind{
		Code: "municipality.code-unknown",
		NL:   "Gemeentecode {code} staat niet in het register. Kijk de vier cijfers na.",
		EN:   "Municipality code {code} is not in the register. Check the four digits.",
	}
	municipalityEnded = ProblemKind{
		Code: "municipality.ended",
		NL:   "{name} ({code}) bestaat op {date} niet meer: de laatste dag was {until}. Daarna: {successors}.",
		EN:   "{name} ({code}) no longer exists on {date}: the last day was {until}. After that: {successors}.",
	}
	municipalityNotYet = ProblemKind{
		Code: "municipality.not-yet",
		NL:   "{name} ({code}) bestaat op {date} nog niet: de eerste dag is {from}. Daarvoor: {predecessors}.",
		EN:   "{name} ({code}) does not exist yet on {date}: the first day is {from}. Before that: {predecessors}.",
	}
	municipalityNonResidents = ProblemKind{
		Code: "municipality.code-non-residents",
		NL:   "Code 1999 is geen gemeente, maar de Registratie Niet-Ingezetenen (RNI). Zoek de woonplaats op of neem de regel apart.",
		EN:   "Code 1999 is not a municipality but the register of non-residents (RNI). Look the residence up or set the line apart.",
	}
)

// Atlas answers which municipalities and regions there are on a day, and what became of
// them. It is immutable and may be used by any number of goroutines. [Netherlands] gives
// the one that is embedded; [Register.Atlas] and [Atlas.With] make others of documents.
type Atlas struct {
	period         Period
	municipalities []Municipality // by code
	successions    []Succession   // by day, old code and new code
	variants       []NameVariant  // by municipality and name
	regions        []Region       // by kind, code and period; no provinces
	lists          []RegionList   // by kind and first day
	sources        []Source
}

// Period is the days that the atlas knows about, both ends counted.
func (a *Atlas) Period() Period { return a.period }

// CheckDate gives a problem for a day that the atlas knows nothing about.
func (a *Atlas) CheckDate(on Date) error {
	if a.period.Contains(on) {
		return nil
	}
	return registerDateOutside.At("", "date", on.String(), "from", a.period.From.String(), "until", a.period.Until.String())
}

// Municipalities are the municipalities in force on the day, by code; none for a day that
// the atlas knows nothing about.
func (a *Atlas) Municipalities(on Date) []Municipality {
	if !a.period.Contains(on) {
		return nil
	}
	list := make([]Municipality, 0, len(a.municipalities))
	for i := range a.municipalities {
		if a.municipalities[i].InForce(on) {
			list = append(list, a.municipalities[i])
		}
	}
	return list
}

// Lookup finds a municipality by its code, in force or not.
func (a *Atlas) Lookup(code MunicipalityCode) (Municipality, bool) {
	if i, ok := a.index(code); ok {
		return a.municipalities[i], true
	}
	return Municipality{}, false
}

func (a *Atlas) index(code MunicipalityCode) (int, bool) {
	return indexOf(a.municipalities, code)
}

// indexOf finds a code in a list by code.
func indexOf(list []Municipality, code MunicipalityCode) (int, bool) {
	low, high := 0, len(list)
	for low < high {
		if middle := (low + high) / 2; list[middle].Code.n < code.n {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low, low < len(list) && list[low].Code == code
}

// Name is the name of a municipality, in force or not; the code itself where it is not known.
func (a *Atlas) Name(code MunicipalityCode) string {
	if m, ok := a.Lookup(code); ok {
		return m.Name
	}
	return code.String()
}

// On is the municipality that has the code and is in force on the day. Otherwise it is a
// problem that says why not, and what came after or before.
func (a *Atlas) On(on Date, code MunicipalityCode) (Municipality, error) {
	if err := a.CheckDate(on); err != nil {
		return Municipality{}, err
	}
	i, ok := a.index(code)
	if !ok {
		if code.n == 1999 {
			return Municipality{}, municipalityNonResidents.At("")
		}
		return Municipality{}, municipalityUnknown.At("", "code", code.String())
	}
	m := a.municipalities[i]
	switch {
	case on.Before(m.From):
		return Municipality{}, municipalityNotYet.At("", "name", m.Name, "code", code.String(), "date", on.String(),
			"from", m.From.String(), "predecessors", a.names(a.steps(code, false)))
	case !m.InForce(on):
		return Municipality{}, municipalityEnded.At("", "name", m.Name, "code", code.String(), "date", on.String(),
			"until", m.Until.String(), "successors", a.names(a.steps(code, true)))
	}
	return m, nil
}

// steps are the direct successors of a code, or its direct predecessors on its first day.
func (a *Atlas) steps(code MunicipalityCode, after bool) []MunicipalityCode {
	var list []MunicipalityCode
	m, _ := a.Lookup(code)
	for _, s := range a.successions {
		if after && s.From == code {
			list = append(list, s.To)
		}
		if !after && s.To == code && s.On == m.From {
			list = append(list, s.From)
		}
	}
	return list
}

// names is a list for a text: "Boxtel (0757), Tilburg (0855)"; "-" for none.
func (a *Atlas) names(codes []MunicipalityCode) string {
	if len(codes) == 0 {
		return "-"
	}
	var b strings.Builder
	for i, code := range codes {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(a.Name(code))
		b.WriteString(" (")
		b.WriteString(code.String())
		b.WriteString(")")
	}
	return b.String()
}

// Successions are the steps by which municipalities ended, by day, in a period.
func (a *Atlas) Successions(in Period) []Succession {
	var list []Succession
	for _, s := range a.successions {
		if in.Contains(s.On) {
			list = append(list, s)
		}
	}
	return list
}

// Successors are the municipalities in force on the day that hold what the municipality
// with the code held (opvolgers), by code: itself where it has not ended, one after a
// merger, several after a split. A day before its first day is a problem.
func (a *Atlas) Successors(code MunicipalityCode, on Date) ([]MunicipalityCode, error) {
	if err := a.CheckDate(on); err != nil {
		return nil, err
	}
	m, ok := a.Lookup(code)
	if !ok || on.Before(m.From) {
		_, err := a.On(on, code)
		return nil, err
	}
	held := []MunicipalityCode{code}
	for i := 0; i < len(a.successions); {
		group := a.group(i)
		if group[0].On.After(on) {
			break
		}
		if at := slices.Index(held, group[0].From); at >= 0 {
			held = slices.Delete(held, at, at+1)
			for _, s := range group {
				if !slices.Contains(held, s.To) {
					held = append(held, s.To)
				}
			}
		}
		i += len(group)
	}
	sortCodes(held)
	return held, nil
}

// group is the successions of one old code on one day, which begin at index i.
func (a *Atlas) group(i int) []Succession {
	end := i + 1
	for end < len(a.successions) && a.successions[end].On == a.successions[i].On && a.successions[end].From == a.successions[i].From {
		end++
	}
	return a.successions[i:end]
}

// Predecessors are the municipalities in force on an earlier day of which the municipality
// with the code holds all or a part (voorgangers), by code; itself where it existed then.
func (a *Atlas) Predecessors(code MunicipalityCode, on Date) ([]MunicipalityCode, error) {
	if err := a.CheckDate(on); err != nil {
		return nil, err
	}
	if _, ok := a.Lookup(code); !ok {
		_, err := a.On(on, code)
		return nil, err
	}
	held := []MunicipalityCode{code}
	for i := len(a.successions) - 1; i >= 0 && a.successions[i].On.After(on); i-- {
		if s := a.successions[i]; slices.Contains(held, s.To) && !slices.Contains(held, s.From) {
			held = append(held, s.From)
		}
	}
	held = slices.DeleteFunc(held, func(c MunicipalityCode) bool {
		m, _ := a.Lookup(c)
		return !m.InForce(on)
	})
	sortCodes(held)
	return held, nil
}

// Register is the content of the atlas as a document.
func (a *Atlas) Register(title string) *Register {
	r := &Register{
		Title: title, Period: a.period,
		Municipalities: slices.Clone(a.municipalities), Successions: slices.Clone(a.successions),
		Variants: slices.Clone(a.variants), Sources: slices.Clone(a.sources),
	}
	for i := range a.regions {
		r.Regions = append(r.Regions, a.regions[i].clone())
	}
	r.RegionLists = cloneLists(a.lists)
	return r
}
