package zio

import (
	"cmp"
	"strconv"
)

var (
	registerEmpty = ProblemKind{
		Code: "register.empty",
		NL:   "Dit register bevat geen gemeenten en geen regio's. Vul minstens een van de twee.",
		EN:   "This register holds no municipalities and no regions. Fill at least one of the two.",
	}
	registerMunicipalityTwice = ProblemKind{
		Code: "register.municipality-twice",
		NL:   "Gemeente {code} staat twee keer in het register. Een code hoort bij één gemeente; haal er een weg.",
		EN:   "Municipality {code} stands twice in the register. A code belongs to one municipality; remove one.",
	}
	registerMunicipalityUnknown = ProblemKind{
		Code: "register.municipality-unknown",
		NL:   "Gemeente {code} staat niet bij de gemeenten van het register.",
		EN:   "Municipality {code} is not among the municipalities of the register.",
	}
	registerSuccessionDates = ProblemKind{
		Code: "register.succession-dates-wrong",
		NL:   "De opvolging van {from} door {to} op {date} klopt niet met de dagen waarop deze gemeenten bestaan: de oude gemeente eindigt de dag ervoor en de nieuwe bestaat op die dag.",
		EN:   "The succession of {from} by {to} on {date} does not fit the days on which these municipalities exist: the old one ends the day before and the new one exists on that day.",
	}
	registerSuccessionTwice = ProblemKind{
		Code: "register.succession-twice",
		NL:   "De opvolging van {from} door {to} op {date} staat twee keer in het register.",
		EN:   "The succession of {from} by {to} on {date} stands twice in the register.",
	}
	registerWeightsPartly = ProblemKind{
		Code: "register.weights-partly",
		NL:   "Gemeente {from} is gesplitst, maar niet elk deel heeft een gewicht. Geef alle delen een gewicht of geen enkel deel.",
		EN:   "Municipality {from} was split, but not every part has a weight. Give every part a weight or none.",
	}
	registerSuccessorMissing = ProblemKind{
		Code: "register.successor-missing",
		NL:   "Gemeente {code} eindigt op {date}, maar het register noemt geen opvolger. Voeg de opvolging toe; anders raken aantallen weg.",
		EN:   "Municipality {code} ends on {date}, but the register names no successor. Add the succession; otherwise counts get lost.",
	}
)

// Check gives every problem of the register, in the order of the document. A register
// with municipalities must be whole: successions name municipalities of the register, and
// who ends has a successor. A register without may name any municipality; [Atlas.With]
// looks them up.
func (r *Register) Check() Problems {
	if r == nil {
		return Problems{problemNothing.At("")}
	}
	ps := r.Period.Check("/period")
	if len(r.Municipalities) == 0 && len(r.Regions) == 0 {
		ps = append(ps, registerEmpty.At("/municipalities"))
	}
	byCode := make([]int32, 10_000) // index in r.Municipalities and one, by number of the code
	succeeded := make([]bool, 10_000)
	for _, s := range r.Successions {
		succeeded[s.From.n] = true
	}
	for i, m := range r.Municipalities {
		at := "/municipalities/" + strconv.Itoa(i)
		if byCode[m.Code.n] != 0 {
			ps = append(ps, registerMunicipalityTwice.At(at+"/code", "code", m.Code.String()))
		}
		byCode[m.Code.n] = int32(i + 1)
		if !m.Until.IsZero() && m.Until.Before(m.From) {
			ps = append(ps, periodReversed.At(at+"/until", "from", m.From.String(), "until", m.Until.String()))
		}
		if !m.Until.IsZero() && !succeeded[m.Code.n] {
			ps = append(ps, registerSuccessorMissing.At(at+"/until", "code", m.Code.String(), "date", m.Until.String()))
		}
	}
	ps = append(ps, r.checkSuccessions(byCode)...)
	for i, v := range r.Variants {
		if len(r.Municipalities) > 0 && byCode[v.Municipality.n] == 0 {
			ps = append(ps, registerMunicipalityUnknown.At("/variants/"+strconv.Itoa(i)+"/municipality", "code", v.Municipality.String()))
		}
	}
	ps = append(ps, r.checkRegions()...)
	return append(ps, r.checkLists()...)
}

func (r *Register) checkSuccessions(byCode []int32) Problems {
	order := indexOrder(len(r.Successions), func(i, j int) bool {
		return cmp.Or(r.Successions[i].Compare(r.Successions[j]), cmp.Compare(i, j)) < 0
	})
	var found findings
	for k, i := range order {
		s, at := r.Successions[i], "/successions/"+strconv.Itoa(i)
		if k > 0 {
			before := r.Successions[order[k-1]]
			switch {
			case before.Compare(s) == 0:
				found.add(i, 0, registerSuccessionTwice.At(at, "from", s.From.String(), "to", s.To.String(), "date", s.On.String()))
			case before.On == s.On && before.From == s.From && (before.Weight == 0) != (s.Weight == 0):
				found.add(i, 0, registerWeightsPartly.At(at+"/weight", "from", s.From.String()))
			}
		}
		if len(r.Municipalities) == 0 {
			continue
		}
		known := true
		for _, end := range [...]struct {
			code MunicipalityCode
			name string
		}{{s.From, "/from"}, {s.To, "/to"}} {
			if byCode[end.code.n] == 0 {
				known = false
				if end.name == "/from" && s.On == r.Period.From {
					continue // it ended the day before the register begins
				}
				found.add(i, 0, registerMunicipalityUnknown.At(at+end.name, "code", end.code.String()))
			}
		}
		if known && (r.Municipalities[byCode[s.From.n]-1].Until.AddDays(1) != s.On || !r.Municipalities[byCode[s.To.n]-1].InForce(s.On)) {
			found.add(i, 0, registerSuccessionDates.At(at+"/on", "from", s.From.String(), "to", s.To.String(), "date", s.On.String()))
		}
	}
	return found.inOrder()
}

// findings are problems with the index of the item that they are about, found in another
// order than that of the document.
type findings []finding

type finding struct {
	item, part int // part orders the problems of one item
	problem    Problem
}

func (f *findings) add(item, part int, p Problem) { *f = append(*f, finding{item, part, p}) }

// inOrder gives the problems by item and part, and otherwise in the order of finding.
func (f findings) inOrder() Problems {
	ps := make(Problems, len(f))
	for i, k := range indexOrder(len(f), func(i, j int) bool {
		return cmp.Or(cmp.Compare(f[i].item, f[j].item), cmp.Compare(f[i].part, f[j].part), cmp.Compare(i, j)) < 0
	}) {
		ps[i] = f[k].problem
	}
	return ps
}
