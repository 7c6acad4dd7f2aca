package zio

import (
	"cmp"
	"math/bits"
	"slices"
	"strconv"
)

var (
	registerBackward = ProblemKind{
		Code: "register.backward",
		NL:   "Aantallen van {from} zijn niet terug te rekenen naar {to}: van samengevoegde gemeenten is niet bekend wie wat inbracht. Gebruik een telling van {to} of eerder.",
		EN:   "Counts of {from} cannot be taken back to {to}: of merged municipalities it is not known who brought what. Use a count of {to} or earlier.",
	}
	registerSplitUnknown = ProblemKind{
		Code: "register.split-without-weights",
		NL:   "{name} ({code}) is op {date} verdeeld over {successors}. Het register weet niet hoeveel naar elk ging. Geef de gewichten op, of tel de leerlingen opnieuw per gemeente.",
		EN:   "{name} ({code}) was split over {successors} on {date}. The register does not know how much went to each. Give the weights, or count the pupils again by municipality.",
	}
	registerSplitAsked = ProblemKind{
		Code: "register.split-asked",
		NL:   "{name} ({code}) is op {date} verdeeld over {successors}. Kies of dit naar gewicht verdeeld mag worden.",
		EN:   "{name} ({code}) was split over {successors} on {date}. Choose whether this may be divided by weight.",
	}
	registerWeightsWrong = ProblemKind{
		Code: "register.weights-wrong",
		NL:   "De gewichten voor de splitsing van {name} ({code}) op {date} kloppen niet: geef elk van {successors} een gewicht van nul of meer, samen meer dan nul.",
		EN:   "The weights for the split of {name} ({code}) on {date} are wrong: give each of {successors} a weight of zero or more, together more than zero.",
	}
	registerCountWrong = ProblemKind{
		Code: "register.count-wrong",
		NL:   "Het aantal {count#} kan niet worden omgerekend: gebruik nul tot en met {max#}.",
		EN:   "The count {count#} cannot be converted: use zero to {max#}.",
	}
)

// SplitRule says what to do with a municipality that was split (splitsing).
type SplitRule uint8

// The rules for splits. To ask is the zero value, because a division by weight is an
// estimate: it says how many pupils are likely to live in each part.
const (
	SplitAsk      SplitRule = iota // every split of a count above zero is a problem
	SplitByWeight                  // divide by weight; a split without weights is still a problem
)

// ConvertOptions are the choices of a conversion.
type ConvertOptions struct {
	Splits SplitRule
	// Weights answer for splits: one succession for every part, with its weight. They go
	// before those of the register and count under either rule. All parts of a split must
	// be there; a part may weigh nothing, but not all of them.
	Weights []Succession
}

// MaxConvert is the largest count that is converted.
const MaxConvert = 1 << 52

// Conversion is counts on the division of a later day, and how they came there.
type Conversion struct {
	Counts []CountValue // by code; a municipality stands in it once
	Steps  []ConversionStep
}

// ConversionStep is a count that went from a municipality that ended to a successor. The
// parts of a municipality stand together and sum to its count.
type ConversionStep struct {
	On        Date
	From, To  MunicipalityCode
	Count     int64
	Weight    int64 // of this part; 0 where there is one successor
	WeightSum int64 // of all parts; 0 where there is one successor
}

// Convert takes counts on the municipal division of one day to that of a later day
// (omrekenen naar een latere indeling). The sum stays equal. Municipalities that merged are
// added up exactly. One that was split is divided in whole numbers by the largest
// remainder: each part gets the whole number below its exact share, and what remains goes one
// by one to the parts with the largest remainder; of equal ones to the larger weight, then to
// the lower code. A split of which nobody gave weights is a problem; so is a municipality
// that is not in force on the first day, a negative count and a later day before the first.
//
// A municipality may stand in the counts more than once; its counts are added up before
// they are divided. The pointers of problems begin at the list of counts: "/3/municipality".
func (a *Atlas) Convert(counts []CountValue, from, to Date, options ConvertOptions) (Conversion, Problems) {
	var ps Problems
	for _, day := range [...]Date{from, to} {
		if err := a.CheckDate(day); err != nil {
			return Conversion{}, append(ps, err.(Problem))
		}
	}
	if to.Before(from) {
		return Conversion{}, append(ps, registerBackward.At("", "from", from.String(), "to", to.String()))
	}
	held := make(heldCounts, 0, len(counts))
	sum := int64(0)
	for i, c := range counts {
		at := "/" + strconv.Itoa(i)
		if _, err := a.On(from, c.Municipality); err != nil {
			p := err.(Problem)
			p.Pointer = at + "/municipality"
			ps = append(ps, p)
			continue
		}
		if c.Count < 0 || c.Count > MaxConvert || sum+c.Count > MaxConvert {
			ps = append(ps, registerCountWrong.At(at+"/count", "count", strconv.FormatInt(c.Count, 10), "max", strconv.FormatInt(MaxConvert, 10)))
			continue
		}
		sum += c.Count
		held.add(c.Municipality, c.Count, at+"/municipality")
	}
	if len(ps) > 0 {
		return Conversion{}, ps
	}
	var steps []ConversionStep
	for i := 0; i < len(a.successions); {
		group := a.group(i)
		i += len(group)
		if !group[0].On.After(from) {
			continue
		}
		if group[0].On.After(to) {
			break
		}
		k, found := held.find(group[0].From)
		if !found {
			continue
		}
		old := held[k]
		held = append(held[:k], held[k+1:]...)
		parts, err := a.divide(old.Count, group, options)
		if err != nil {
			p := err.(Problem)
			p.Pointer = old.at
			ps = append(ps, p)
		}
		for _, s := range parts {
			held.add(s.To, s.Count, old.at)
		}
		steps = append(steps, parts...)
	}
	if len(ps) > 0 {
		return Conversion{}, ps
	}
	c := Conversion{Counts: make([]CountValue, len(held)), Steps: steps}
	for i := range held {
		c.Counts[i] = held[i].CountValue
	}
	return c, nil
}

// heldCounts are counts by code, each with the place where a problem of it is shown.
type heldCounts []heldCount

type heldCount struct {
	CountValue
	at string
}

func (h heldCounts) find(code MunicipalityCode) (int, bool) {
	low, high := 0, len(h)
	for low < high {
		if middle := (low + high) / 2; h[middle].Municipality.n < code.n {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low, low < len(h) && h[low].Municipality == code
}

func (h *heldCounts) add(code MunicipalityCode, count int64, at string) {
	k, found := h.find(code)
	if found {
		(*h)[k].Count += count
		return
	}
	*h = append(*h, heldCount{})
	copy((*h)[k+1:], (*h)[k:])
	(*h)[k] = heldCount{CountValue{code, count}, at}
}

// divide gives the parts of a count that goes to the successors of one municipality.
func (a *Atlas) divide(count int64, group []Succession, options ConvertOptions) ([]ConversionStep, error) {
	parts := make([]ConversionStep, len(group))
	for i, s := range group {
		parts[i] = ConversionStep{On: s.On, From: s.From, To: s.To}
	}
	if len(parts) == 1 {
		parts[0].Count = count
		return parts, nil
	}
	if count == 0 {
		return parts, nil // nothing to divide, so nothing to ask
	}
	answered, complete := 0, true
	for i, s := range group {
		parts[i].Weight = s.Weight
	}
	for i := range parts {
		if k := slices.IndexFunc(options.Weights, func(w Succession) bool {
			return w.On == parts[i].On && w.From == parts[i].From && w.To == parts[i].To
		}); k >= 0 {
			parts[i].Weight = options.Weights[k].Weight
			answered++
		}
		complete = complete && parts[i].Weight >= 0 && parts[i].Weight <= MaxWeight
		parts[0].WeightSum += parts[i].Weight
	}
	whole := parts[0].WeightSum
	problem := func(kind *ProblemKind) error {
		codes := make([]MunicipalityCode, len(group))
		for i := range group {
			codes[i] = group[i].To
		}
		return kind.At("", "name", a.Name(group[0].From), "code", group[0].From.String(), "date", group[0].On.String(), "successors", a.names(codes))
	}
	switch {
	case answered > 0 && (answered < len(parts) || !complete || whole <= 0):
		return nil, problem(&registerWeightsWrong)
	case answered == 0 && group[0].Weight == 0:
		return nil, problem(&registerSplitUnknown)
	case answered == 0 && options.Splits == SplitAsk:
		return nil, problem(&registerSplitAsked)
	}
	shareByWeight(count, whole, parts)
	return parts, nil
}

// shareByWeight divides a count of 0 to MaxConvert over parts by the largest remainder.
func shareByWeight(count, whole int64, parts []ConversionStep) {
	remainders := make([]uint64, len(parts))
	rest := count
	for i := range parts {
		high, low := bits.Mul64(uint64(count), uint64(parts[i].Weight))
		quotient, remainder := bits.Div64(high, low, uint64(whole))
		parts[i].Count, parts[i].WeightSum = int64(quotient), whole
		remainders[i] = remainder
		rest -= parts[i].Count
	}
	first := indexOrder(len(parts), func(i, j int) bool {
		return cmp.Or(cmp.Compare(remainders[j], remainders[i]), cmp.Compare(parts[j].Weight, parts[i].Weight), parts[i].To.Compare(parts[j].To)) < 0
	})
	for _, i := range first[:rest] {
		parts[i].Count++
	}
}
