package funding

import "github.com/zio-collectief/zio/zio"

// Route is the funding route that pays for minutes of care (financieringsroute), as the routing decides it.
type Route uint8

const (
	RouteUnset      Route = iota
	RouteCollective       // jeugdwet-collective: pooled youth care without individual decisions
	RouteIndividual       // jeugdwet-individual: youth care by an individual decision
	RouteWlz              // wlz: long-term care, by the care office
	RouteZvw              // zvw: health insurance
	RouteWmo              // wmo: support of adults
	RouteEducation        // education: budget of the school (OCW)
	RouteAlliance         // alliance: own money of the school alliance
	RouteVSV              // vsv: early-school-leaving funds
	RoutePrevention       // prevention: preventive youth policy
	RouteGrey             // grey: no rule places it (grijs gebied)
)

// routeInfo is what holds for a route: its text form, its words, and whether its money may be pooled.
//
//figures:without nl en basis
type routeInfo struct {
	text, nl, en string
	pool         bool
	basis        string // why it may or may not be pooled
}

var routes = [...]routeInfo{
	{},
	{"jeugdwet-collective", "Jeugdwet, collectief", "Jeugdwet, collective", true, "Jeugdwet art. 2.9(a)"},
	{"jeugdwet-individual", "Jeugdwet, individuele beschikking", "Jeugdwet, individual decision", false, "Jeugdwet art. 2.3(1)"},
	{"wlz", "Wlz", "Wlz", false, "Wlz: individueel verzekerd recht; Jeugdwet art. 1.2(1)(a)"},
	{"zvw", "Zvw", "Zvw", false, "Zvw: individueel verzekerd recht; Jeugdwet art. 1.2(1)(a)"},
	{"wmo", "Wmo", "Wmo", true, "Wmo 2015: algemene voorziening"},
	{"education", "onderwijsbudget", "education budget", true, "WEC, Wet passend onderwijs"},
	{"alliance", "eigen geld samenwerkingsverband", "own money of the school alliance", true, "Wet passend onderwijs"},
	{"vsv", "VSV-middelen", "early-school-leaving funds", true, "VSV: programmageld"},
	{"prevention", "preventief jeugdbeleid", "preventive youth policy", true, "Jeugdwet: preventief jeugdbeleid"},
	{"grey", "grijs gebied", "grey area", false, ""},
}

var problemRoute = &zio.ProblemKind{Code: "route.unknown",
	NL: "{value} is geen financieringsroute. Kies uit: {choices}.", EN: "{value} is not a funding route. Choose one of: {choices}."}

// ParseRoute reads the text form of a route.
func ParseRoute(s string) (Route, error) {
	for i := 1; i < len(routes); i++ {
		if routes[i].text == s {
			return Route(i), nil
		}
	}
	return RouteUnset, problemRoute.At("", "value", s, "choices", routeList())
}

// routeList names all routes.
func routeList() string {
	list := routes[1].text
	for _, r := range routes[2:] {
		list += ", " + r.text
	}
	return list
}

func (r Route) info() routeInfo {
	if int(r) < len(routes) {
		return routes[r]
	}
	return routeInfo{}
}

// String is the text form; "" when unset.
func (r Route) String() string { return r.info().text }

// Words is the name of the route as people say it.
func (r Route) Words(l zio.Lang) string {
	if l == zio.Dutch {
		return r.info().nl
	}
	return r.info().en
}

// Poolable reports whether the law lets money of this route be pooled.
func (r Route) Poolable() bool { return r.info().pool }

// IsZero reports whether the route is unset.
func (r Route) IsZero() bool { return r == RouteUnset }

// AppendText appends the text form.
func (r Route) AppendText(b []byte) ([]byte, error) { return append(b, r.String()...), nil }

// MarshalText is the text form.
func (r Route) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the text form.
func (r *Route) UnmarshalText(b []byte) error {
	v, err := ParseRoute(string(b))
	if err == nil {
		*r = v
	}
	return err
}
