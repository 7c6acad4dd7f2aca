package analysis

import "github.com/zio-collectief/zio/funding"

// What an amount depends on.
type dependence uint8

const (
	constant dependence = iota // no counts
	eligible                   // pupils in the pool
	enrolled                   // all pupils of the stream
	otherwise
)

// costDependence says what a cost rises with, if with anything.
func costDependence(c funding.Cost) dependence {
	switch c.(type) {
	case *funding.Budget, *funding.Staffing, *funding.DrawingRight, *funding.InKindPair, *funding.EstimatedHours, *funding.IndividualDecisions:
		return constant
	case *funding.FixedHours:
		return eligible
	case *funding.PopulationFunding, *funding.EducationMinutes:
		return enrolled
	}
	return otherwise
}

// keyDependence says by what a key divides; redistributes whether what non-participants weigh is borne by others.
func keyDependence(k funding.Key) (on dependence, redistributes bool) {
	basis := func(basis string, rest funding.Uncovered) (dependence, bool) {
		switch basis {
		case funding.BasisEligible:
			return eligible, rest == funding.Redistribute
		case funding.BasisEnrolled:
			return enrolled, rest == funding.Redistribute
		}
		return constant, false
	}
	switch k := k.(type) {
	case *funding.SinglePayer, *funding.FixedShares:
		return constant, false
	case *funding.ProRata:
		return basis(k.Basis, k.NonParticipants)
	case *funding.OwnUse:
		return basis(k.Measure, k.NonParticipants)
	case *funding.Hybrid:
		return together(keyDependence(k.Common))(keyDependence(k.Own))
	case *funding.Mixed:
		on, redistributes := constant, false
		for i := range k.Parts {
			on, redistributes = together(on, redistributes)(keyDependence(k.Parts[i].Key))
		}
		return on, redistributes
	}
	return otherwise, false
}

// together is the dependence of two keys in one.
func together(a dependence, first bool) func(dependence, bool) (dependence, bool) {
	return func(b dependence, second bool) (dependence, bool) {
		switch {
		case a == constant:
			return b, second
		case b == constant:
			return a, first
		case a != b || a == enrolled && first != second:
			return otherwise, false
		}
		return a, first
	}
}
