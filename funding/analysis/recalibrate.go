package analysis

import (
	"cmp"
	"strconv"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/order"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Realised is what pupils in the pool really used (gerealiseerde inzet).
type Realised struct {
	Pupils         int64
	MinutesPerWeek int64 // of these pupils together, per school week
}

// RecalibrateInput is what the yearly review of the norm hours needs, formula F17.
type RecalibrateInput struct {
	Component string         // id of a component with fixed hours
	Realised  []Realised     // a line of one pupil also counts for the threshold
	Tolerance int64          // minutes per week; a norm that is further off is changed
	Rounding  money.Rounding // of the new norm to whole minutes
	// Coverage is the part of the pupils, per cent, whose realised minutes the threshold must let in; nil: the threshold
	// is not reviewed. The sources say that the threshold is reviewed, not how: it is the user's choice.
	Coverage *money.Factor
}

// Recalibration is the outcome of the review (herijking).
type Recalibration struct {
	OldNorm      int64              `json:"oldNorm"`                // minutes per pupil and week
	NewNorm      int64              `json:"newNorm"`                // rounded
	Mean         money.Exact        `json:"mean"`                   // realised minutes per pupil and week, exact
	Beyond       bool               `json:"beyond"`                 // the mean is further from the norm than the tolerance
	OldThreshold int64              `json:"oldThreshold,omitempty"` // minutes per week; 0: none
	NewThreshold int64              `json:"newThreshold,omitempty"` // 0: not reviewed
	Over         int64              `json:"over,omitempty"`         // pupils with a line of their own whose realised minutes the old threshold does not let in
	Effect       *Comparison        `json:"effect"`                 // of the new norm on every party, other things equal
	Agreement    *funding.Agreement `json:"-"`                      // the agreement with the new norm, and threshold when reviewed
}

var (
	problemRecalibrate = &zio.ProblemKind{Code: "recalibrate.no-fixed-hours", NL: "Geldstroom {id} rekent niet met een vast aantal uren.", EN: "Component {id} does not calculate with fixed hours."}
	problemNoRealised  = &zio.ProblemKind{Code: "recalibrate.nothing-realised", NL: "Er zijn geen leerlingen met gerealiseerde minuten.", EN: "There are no pupils with realised minutes."}
	problemRealised    = &zio.ProblemKind{Code: "recalibrate.realised-out-of-range", NL: "Leerlingen en minuten van een regel zijn 0 tot en met {max#}, en er zijn hoogstens {lines#} {lines|regel|regels}.", EN: "Pupils and minutes of a line are 0 to {max#}, and there are at most {lines#} {lines|line|lines}."}
	problemNewNorm     = &zio.ProblemKind{Code: "recalibrate.norm-out-of-range", NL: "De nieuwe norm zou {value#} {value|minuut|minuten} zijn. Een norm is 1 tot en met {max#} minuten per week.", EN: "The new norm would be {value#} {value|minute|minutes}. A norm is 1 to {max#} minutes per week."}
	problemCoverage    = &zio.ProblemKind{Code: "recalibrate.coverage", NL: "Voor de drempel zijn minuten per leerling nodig en een percentage van meer dan 0 tot en met 100.", EN: "The threshold needs minutes per pupil and a percentage above 0 up to 100."}
)

// Recalibrate reviews the norm hours of a component, and the threshold if asked, from what was realised, and shows the effect of
// the new norm in euros per party. Within the tolerance the norm stays.
func Recalibrate(a *funding.Agreement, p *zio.Population, in RecalibrateInput) (*Recalibration, zio.Problems) {
	if a == nil || p == nil {
		return nil, zio.Problems{problemNothing.At("")}
	}
	var k int // of the component
	var hours *funding.FixedHours
	for i := range a.Components {
		if a.Components[i].ID == in.Component {
			k = i
			hours, _ = a.Components[i].Cost.(*funding.FixedHours)
		}
	}
	if hours == nil {
		return nil, zio.Problems{problemRecalibrate.At("/components", "id", in.Component)}
	}
	pupils, minutes := int64(0), int64(0)
	for i, line := range in.Realised {
		if line.Pupils < 0 || line.Pupils > zio.MaxCount || line.MinutesPerWeek < 0 || line.MinutesPerWeek > zio.MaxCount || i >= zio.MaxGroups {
			return nil, zio.Problems{problemRealised.At("/realised/"+strconv.Itoa(i), "max", strconv.Itoa(zio.MaxCount), "lines", strconv.Itoa(zio.MaxGroups))}
		}
		pupils += line.Pupils
		minutes += line.MinutesPerWeek
	}
	if pupils <= 0 {
		return nil, zio.Problems{problemNoRealised.At("")}
	}
	mean, err := money.ExactRatio(minutes, pupils)
	if err != nil {
		return nil, problemsOf(err)
	}
	norm, err := mean.Round(in.Rounding)
	if err != nil {
		return nil, problemsOf(err)
	}
	if norm < 1 || norm > zio.MaxWeek {
		return nil, zio.Problems{problemNewNorm.At("", "value", strconv.FormatInt(norm, 10), "max", strconv.FormatInt(zio.MaxWeek, 10))}
	}
	out := &Recalibration{OldNorm: hours.NormMinutes, NewNorm: hours.NormMinutes, Mean: mean}
	off, err := mean.Sub(money.ExactFromInt(hours.NormMinutes))
	if err != nil {
		return nil, problemsOf(err)
	}
	if out.Beyond = off.Abs().Compare(money.ExactFromInt(in.Tolerance)) > 0; out.Beyond {
		out.NewNorm = norm
	}
	b := *a
	b.Components = append([]funding.Component(nil), a.Components...)
	changed := *hours
	changed.NormMinutes = out.NewNorm
	if r := changed.NormRange; r != nil && (out.NewNorm < r.Min || out.NewNorm > r.Max) {
		changed.NormRange = nil // the parties saw the norm in another range
	}
	b.Components[k].Cost = &changed
	before, problems := funding.Draft(a, p)
	if len(problems) > 0 {
		return nil, problems
	}
	if problems = out.threshold(a, &b, in); len(problems) > 0 {
		return nil, problems
	}
	onlyNorm := b
	onlyNorm.Routing = a.Routing
	after, problems := funding.Draft(&onlyNorm, p)
	if len(problems) > 0 {
		return nil, problems
	}
	out.Agreement = &b
	out.Effect, err = Compare(before, after)
	if err != nil {
		return nil, problemsOf(err)
	}
	return out, nil
}

// threshold reviews the threshold: the least number of minutes that lets in the asked part of the pupils.
func (x *Recalibration) threshold(a, b *funding.Agreement, in RecalibrateInput) zio.Problems {
	t := a.Routing.Threshold
	if t == nil {
		return nil
	}
	x.OldThreshold = t.MinutesPerWeek
	var each []int64
	for _, line := range in.Realised {
		if line.Pupils != 1 {
			continue
		}
		each = append(each, line.MinutesPerWeek)
		if !t.Allows(line.MinutesPerWeek) {
			x.Over++
		}
	}
	if in.Coverage == nil {
		return nil
	}
	if len(each) < len(in.Realised) || in.Coverage.Sign() <= 0 || in.Coverage.Micros() > 100_000_000 {
		return zio.Problems{problemCoverage.At("")}
	}
	order.By(each, cmp.Compare)
	needed, err := in.Coverage.Exact().MulInt(int64(len(each)))
	if err == nil {
		needed, err = needed.QuoInt(100)
	}
	if err != nil {
		return problemsOf(err)
	}
	count, err := needed.Round(money.Up)
	if err != nil {
		return problemsOf(err)
	}
	x.NewThreshold = each[count-1]
	if t.Boundary == funding.Below {
		x.NewThreshold++
	}
	changed := *t
	changed.MinutesPerWeek = x.NewThreshold
	b.Routing.Threshold = &changed
	return nil
}

// AppendDocument appends the review as indented JSON.
func (x *Recalibration) AppendDocument(b []byte) []byte {
	return strictjson.Append(b, x, (*Recalibration).bind)
}

func (x *Recalibration) bind(f *strictjson.Fields) {
	f.Int(&x.OldNorm, strictjson.Spec{Name: "oldNorm"})
	f.Int(&x.NewNorm, strictjson.Spec{Name: "newNorm"})
	f.Code(&x.Mean, strictjson.Spec{Name: "mean"})
	f.Bool(&x.Beyond, strictjson.Spec{Name: "beyond"})
	f.Int(&x.OldThreshold, strictjson.Spec{Name: "oldThreshold", Optional: true})
	f.Int(&x.NewThreshold, strictjson.Spec{Name: "newThreshold", Optional: true})
	f.Int(&x.Over, strictjson.Spec{Name: "over", Optional: true})
	strictjson.OptionalStruct(f, &x.Effect, strictjson.Spec{Name: "effect"}, (*Comparison).Bind)
}
