package funding

import "github.com/zio-collectief/zio/zio"

// assignment places the pupils or minutes of one group or pupil line on a route.
type assignment struct {
	index   int  // in the groups or the pupils of the population
	group   bool // whether index is one of a group
	site    zio.SiteCode
	home    zio.MunicipalityCode
	pupils  int64 // 0 for the minutes that a pupil has on a second route, and for a later stretch
	minutes int64 // per school week; 0 when not known
	days    int64 // days of the period for which it holds; 0: the whole period
	beside  bool  // minutes of a pupil that another assignment of the same days counts
	again   bool  // whether the minutes of the pupil on this route were seen in an earlier stretch
	route   Route
	reason  Reason
}

// pointer is the place in the population of a member of the group, or of the pupil.
func (a *assignment) pointer(member string) string {
	if a.group {
		return at("/groups", a.index) + member
	}
	return at("/pupils", a.index)
}

// need is the range of minutes per week in which a need lies.
type need struct {
	min, max int64
	known    bool
}

// claim applies R2 to R5 to one need of a pupil, with or without a right to Wlz care; RouteCollective stands for care under the
// Jeugdwet. With several causes the municipality must provide beside that right, but not what is insured. Care that is to be
// expected under the Wlz stays with the municipality until there is a right, unless the family refuses to cooperate.
func claim(q *zio.Pupil, n *zio.Need, wlz bool) (Route, Reason) {
	switch {
	case n.Kind == zio.CareEducation:
		return RouteEducation, ReasonEducationShare
	case n.Kind == zio.CareUndetermined:
		return RouteGrey, ReasonUndetermined
	case wlz && n.Kind == zio.CareNursing:
		return RouteWlz, ReasonWlzRight
	case wlz && !q.MixedCauses && n.Kind == zio.CareTreatment:
		return RouteGrey, ReasonTreatmentBesideWlz
	case wlz && !q.MixedCauses:
		return RouteWlz, ReasonWlzRight
	case n.Kind == zio.CareNursing:
		return RouteZvw, ReasonNursing
	case n.Kind == zio.CarePersonal && n.Ground == zio.GroundMedical:
		return RouteZvw, ReasonPersonalCareMedical
	case q.Wlz == zio.WlzRefuses && !q.MixedCauses:
		return RouteGrey, ReasonWlzRefused
	}
	return RouteCollective, ReasonPooled
}

// afterEducation is what is left of a need when the minutes of the school come off first.
func (t *Routing) afterEducation(minutes int64) int64 {
	if t.SubtractEducation != Yes {
		return minutes
	}
	return max(0, minutes-t.EducationMinutesPerWeek)
}

// adults applies R9: who pays for care that was youth care until the pupil was 18.
func (t *Routing) adults() Route {
	if t.AdultRoute == AdultsWmo {
		return RouteWmo
	}
	return RouteGrey
}

// youth applies R1 and R6 to R8 to care that falls under the Jeugdwet: the first that applies gives the reason.
func (t *Routing) youth(in *set[zio.MunicipalityCode], home zio.MunicipalityCode, n need, status zio.Status) (Route, Reason) {
	if home.IsZero() {
		return RouteGrey, ReasonHomeUnknown
	}
	if n.known && n.max == 0 {
		return RouteGrey, ReasonNoNeed
	}
	route, reason := t.threshold(n)
	switch {
	case route == RouteIndividual: // R6
	case !in.has(home):
		return RouteIndividual, ReasonHomeNotParticipating
	case status == zio.StatusRunningDecision:
		return RouteIndividual, ReasonRunningDecision
	case status == zio.StatusParentsDecline:
		return RouteIndividual, ReasonParentsDecline
	}
	return route, reason
}

// threshold applies R6.
func (t *Routing) threshold(n need) (Route, Reason) {
	if t.Threshold == nil {
		return RouteCollective, ReasonPooled
	}
	if !n.known {
		return RouteGrey, ReasonNeedUnknown
	}
	low, high := t.Threshold.Allows(n.min), t.Threshold.Allows(n.max)
	switch {
	case low && high:
		return RouteCollective, ReasonPooled
	case low:
		return RouteGrey, ReasonBandStraddlesThreshold
	}
	return RouteIndividual, ReasonAboveThreshold
}

func (t *Threshold) Allows(minutes int64) bool {
	if t.Boundary == AtMost {
		return minutes <= t.MinutesPerWeek
	}
	return minutes < t.MinutesPerWeek
}
