package funding

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Reason is why minutes or pupils go to a route (reden), as a stable code. The reasons are those of the routing table, law/law.json.
type Reason uint8

func (r Reason) info() reasonInfo {
	if int(r) < len(reasons) {
		return reasons[r]
	}
	return reasonInfo{}
}

// String is the code of the reason; "" for none.
func (r Reason) String() string { return r.info().text }

// RoutingRule is the routing rule that the reason follows, "R1" to "R9"; "" for reasons that are none of these.
func (r Reason) RoutingRule() string { return r.info().rule }

// Basis is the legal basis of the reason, by the law of a day and for a kind of school; "" when the routing table names none.
func (r Reason) Basis(on zio.Date, school zio.SchoolType) string {
	return basisOf(r.info().bases, on, school)
}

// Words is the reason as people say it.
func (r Reason) Words(l zio.Lang) string {
	info := r.info()
	return zio.InLang(l, info.nl, info.en)
}

// IsZero reports whether there is no reason.
func (r Reason) IsZero() bool { return r == ReasonNone }

// AppendText appends the code.
func (r Reason) AppendText(b []byte) ([]byte, error) { return append(b, r.String()...), nil }

// MarshalText is the code.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

var problemReason = &zio.ProblemKind{Code: "result.reason-unknown", NL: "{value} is geen bekende reden.", EN: "{value} is not a known reason."}

// UnmarshalText reads the code.
func (r *Reason) UnmarshalText(b []byte) error {
	for i := 1; i < len(reasons); i++ {
		if reasons[i].text == string(b) {
			*r = Reason(i)
			return nil
		}
	}
	return problemReason.At("", "value", strictjson.ShownCode(string(b)))
}

var reasonChoices = func() []strictjson.Choice {
	list := make([]strictjson.Choice, 0, len(reasons)-1)
	for _, r := range reasons[1:] {
		list = append(list, strictjson.Choice{Value: r.text, NL: r.nl, EN: r.en})
	}
	return list
}()
