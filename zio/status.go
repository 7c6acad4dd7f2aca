package zio

import "github.com/zio-collectief/zio/internal/strictjson"

// Status is what keeps a group of pupils out of a collective offer for the time being (bijzonderheid).
type Status uint8

const (
	StatusNone            Status = iota // nothing particular; the zero value, absent in a document
	StatusRunningDecision               // running-decision: an individual decision is still running
	StatusParentsDecline                // parents-decline: the parents do not want the collective offer
)

var statusNames = [...]string{"", "running-decision", "parents-decline"}

var statusInvalid = &ProblemKind{"population.status-unknown", "{value} is geen bijzonderheid. Kies uit: running-decision, parents-decline.", "{value} is not a status. Choose one of: running-decision, parents-decline."}

// String is the text form; "" for none.
func (s Status) String() string {
	if int(s) < len(statusNames) {
		return statusNames[s]
	}
	return ""
}

// IsZero reports whether there is nothing particular.
func (s Status) IsZero() bool { return s == StatusNone }

// AppendText appends the text form.
func (s Status) AppendText(b []byte) ([]byte, error) { return append(b, s.String()...), nil }

// MarshalText is the text form.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the text form.
func (s *Status) UnmarshalText(b []byte) error {
	for i := 1; i < len(statusNames); i++ {
		if statusNames[i] == string(b) {
			*s = Status(i)
			return nil
		}
	}
	return statusInvalid.At("", "value", strictjson.ShownCode(string(b)))
}

// WlzState is how a pupil stands to the Wlz (Wlz-indicatie). Only a right, or a family that refuses to cooperate, ends the
// duty of the municipality; until then it provides.
type WlzState uint8

const (
	WlzNone       WlzState = iota // no indication; the zero value, absent in a document
	WlzGranted                    // granted: there is a right to Wlz care (Jeugdwet art. 1.2(1)(a))
	WlzApplied                    // applied: it was applied for, and there is no decision yet
	WlzNotApplied                 // not-applied: it is to be expected, and was not applied for
	WlzRefuses                    // refuses: it is to be expected, and the family refuses to cooperate (Jeugdwet art. 1.2(1)(c))
)

var wlzNames = [...]string{"", "granted", "applied", "not-applied", "refuses"}

var wlzInvalid = &ProblemKind{"population.wlz-unknown", "{value} is geen Wlz-status. Kies uit: granted, applied, not-applied, refuses.", "{value} is not a state of the Wlz. Choose one of: granted, applied, not-applied, refuses."}

// String is the text form; "" for none.
func (s WlzState) String() string {
	if int(s) < len(wlzNames) {
		return wlzNames[s]
	}
	return ""
}

// IsZero reports whether there is no indication.
func (s WlzState) IsZero() bool { return s == WlzNone }

// AppendText appends the text form.
func (s WlzState) AppendText(b []byte) ([]byte, error) { return append(b, s.String()...), nil }

// MarshalText is the text form.
func (s WlzState) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the text form.
func (s *WlzState) UnmarshalText(b []byte) error {
	for i := 1; i < len(wlzNames); i++ {
		if wlzNames[i] == string(b) {
			*s = WlzState(i)
			return nil
		}
	}
	return wlzInvalid.At("", "value", strictjson.ShownCode(string(b)))
}

// Status is what the parents' choice makes of the pupil; a running decision depends on the day and is not in it.
func (p *Pupil) Status() Status {
	if p.ParentsDecline {
		return StatusParentsDecline
	}
	return StatusNone
}
